"""The command `python -m publishing import FOLDER`: reads, compares, writes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from publishing.imports.changes import describe, merged
from publishing.imports.decisions import Decisions
from publishing.imports.records import organisation_records, signatory_records
from publishing.imports.release import read_release
from publishing.imports.writing import to_yaml
from publishing.problems import report
from publishing.records.values import parse_record
from publishing.sources import read_yaml

Plain = dict[str, Any]


def import_release(root: Path, folder: Path, write: bool) -> Iterator[str]:
    """Yield what the release in `folder` changes; write the record files if `write`.

    A record that the release no longer has stays, and is named: people decide what it means.
    """
    source, problems = read_yaml(root, root / "data/imports/decisions.yml")
    decisions, wrong = parse_record(Decisions, source)
    if decisions is None or problems:
        yield report([*problems, *wrong])
        return
    release = read_release(folder)
    existing = {path: _value(root, path) for path in _record_files(root)}
    known = {
        plain["id"]: (path.parent.name, path.stem)
        for path, plain in existing.items()
        if plain and path.parent.parent.name == "signatories"
    }
    fresh: dict[Path, Plain] = {}
    for (country, slug), plain in signatory_records(release, decisions, known):
        fresh[root / "data/signatories" / country / f"{slug}.yml"] = plain
    for kind in ("coordinators", "supporters"):
        for (_country, slug), plain in organisation_records(release, kind):
            fresh[root / "data" / kind / f"{slug}.yml"] = plain

    lines = [line for path in sorted(fresh) for line in _lines(root, path, existing, fresh[path])]
    gone = sorted(set(existing) - set(fresh))
    lines += [f"gone     {path.relative_to(root).as_posix()}: not in this release" for path in gone]
    yield from lines
    yield f"{len(fresh)} records read, {len(lines)} changes"
    if write:
        for path, plain in fresh.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(to_yaml(merged(existing.get(path) or {}, plain)), encoding="utf-8")


def _lines(root: Path, path: Path, existing: dict[Path, Plain], plain: Plain) -> Iterator[str]:
    return describe(path.relative_to(root).as_posix(), existing.get(path), plain)


def _record_files(root: Path) -> Iterator[Path]:
    yield from sorted((root / "data/signatories").glob("*/*.yml"))
    for kind in ("coordinators", "supporters"):
        yield from sorted((root / "data" / kind).glob("*.yml"))


def _value(root: Path, path: Path) -> Plain:
    source, _problems = read_yaml(root, path)
    return source.value if isinstance(source.value, dict) else {}
