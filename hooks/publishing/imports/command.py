"""The command `python -m publishing import FOLDER`: reads, compares, writes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from publishing.imports.changes import changes, left_alone, merged
from publishing.imports.decisions import Decisions
from publishing.imports.records import organisation_records, signatory_records
from publishing.imports.release import Release, ReleaseError, read_release
from publishing.imports.writing import to_yaml
from publishing.problems import report
from publishing.records.values import parse_record
from publishing.sources import read_yaml

Plain = dict[str, Any]


def import_release(root: Path, folder: Path, *, write: bool) -> tuple[list[str], bool]:
    """Tell what the release in `folder` changes; write the changed record files if `write`.

    Returns the lines to print and whether all went well. A record that the release no longer has
    stays, and is named: people decide what it means.
    """
    source, problems = read_yaml(root, root / "data/imports/decisions.yml")
    decisions, wrong = parse_record(Decisions, source) if not problems else (None, [])
    if decisions is None:
        return [report([*problems, *wrong])], False
    try:
        release = read_release(folder)
        existing = {path: _value(root, path) for path in _record_files(root)}
        fresh = _fresh(root, release, decisions, existing)
    except (ReleaseError, FileNotFoundError) as error:
        return [f"{folder}: {error}"], False

    lines: list[str] = []
    remarks: list[str] = []
    for path, plain in sorted(fresh.items()):
        name, old = path.relative_to(root).as_posix(), existing.get(path)
        told = list(changes(name, old, plain))
        lines += told
        remarks += left_alone(name, old, plain) if old else []
        if write and told:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(to_yaml(merged(old or {}, plain)), encoding="utf-8")
    gone = sorted(set(existing) - set(fresh))
    lines += [f"gone     {path.relative_to(root).as_posix()}: not in this release" for path in gone]
    count = f"{len(lines)} {'change' if len(lines) == 1 else 'changes'}"
    return [*lines, *remarks, f"{len(fresh)} records read, {count}"], True


def _fresh(
    root: Path, release: Release, decisions: Decisions, existing: dict[Path, Plain]
) -> dict[Path, Plain]:
    known = {
        plain["id"]: (path.parent.name, path.stem)
        for path, plain in existing.items()
        if "id" in plain and path.parent.parent.name == "signatories"
    }
    fresh: dict[Path, Plain] = {}
    for (country, slug), plain in signatory_records(release, decisions, known):
        fresh[root / "data/signatories" / country / f"{slug}.yml"] = plain
    for kind in ("coordinators", "supporters"):
        for (_country, slug), plain in organisation_records(release, kind, decisions.provenance):
            fresh[root / "data" / kind / f"{slug}.yml"] = plain
    return fresh


def _record_files(root: Path) -> Iterator[Path]:
    yield from sorted((root / "data/signatories").glob("*/*.yml"))
    for kind in ("coordinators", "supporters"):
        yield from sorted((root / "data" / kind).glob("*.yml"))


def _value(root: Path, path: Path) -> Plain:
    source, _problems = read_yaml(root, path)
    return source.value if isinstance(source.value, dict) else {}
