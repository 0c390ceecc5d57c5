"""How build time and memory grow with signatories and news: of our build, and of plain MkDocs."""

import argparse
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import yaml

from publishing.imports.writing import to_yaml
from publishing.languages.language import languages_from
from publishing.sources import read_yaml, walk

ROOT = Path(__file__).parents[2]
OUR_BASE = 555  # the signatories at the start, which other sizes are compared with
ABOUT = """\
One build each, cold, in all languages of the site; making the copy is not counted. Peak memory is
the largest resident size of the build process: getrusage(RUSAGE_CHILDREN) in a fresh parent.
Times on a shared machine are noisy, CPU seconds less so. What matters are the ratios (x) to the row
marked *: seconds should grow no faster than pages. {} processors, load {:.1f} at the start."""
OURS = "Our build, as `make site` builds it, without history"
NEWS = "The same with the real news and events, and with copies of them"
SEARCH = "The same without and with the search (0 and 1), in both orders"
PLAIN = "Plain MkDocs: Material, static-i18n in folders, the whole menu on every page, no search"
Record = dict[str, Any]


@dataclass(frozen=True)
class Build:
    pages: int
    seconds: float
    cpu: float
    megabytes: float
    output: str


def signatories(count: int) -> dict[str, Record]:
    """Return `count` records by country and slug: evenly out of the real ones, or all and more."""
    files = sorted((ROOT / "data/signatories").glob("*/*.yml"))
    real = {f"{file.parent.name}/{file.stem}": read_yaml(ROOT, file)[0].value for file in files}
    if count < len(real):
        names = list(real)
        some = [names[index * len(names) // count] for index in range(count)]
        return {name: without_links(real[name]) for name in some}
    copies = zip(range(1, count - len(real) + 1), cycle(real.items()), strict=False)
    return real | dict(synthetic(*original, number) for number, original in copies)


def without_links(record: Record) -> Record:
    return {key: value for key, value in record.items() if key not in {"related", "keep"}}


def synthetic(name: str, record: Record, number: int) -> tuple[str, Record]:
    """Copy a record to another place not far away, with an id, names and address of its own."""
    copy = without_links(record)
    copy["id"] = f"{name[:2].upper()}Z{1000 + number}"
    copy |= {key: f"{copy[key]} {number}" for key in ("name", "place") if key in copy}
    if "names" in copy:
        copy["names"] = [local | {"name": f"{local['name']} {number}"} for local in copy["names"]]
    if "position" in copy:
        here, moved = copy["position"], {"latitude": number % 7, "longitude": number % 11}
        copy["position"] = here | {key: here[key] + by / 20 for key, by in moved.items()}
    return f"{name}-copy-{number}", copy


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def make_ours(
    folder: Path, records: dict[str, Record], times: int = 1, *, search: bool = True
) -> None:
    """Copy the project, without its history, with these signatories; news and events `times`."""
    for part in ("docs", "data", "hooks", "overrides"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    if not search:
        (folder / "docs/en/search.md").unlink()
    shutil.rmtree(folder / "data/signatories")
    for name, record in records.items():
        write(folder / "data/signatories" / f"{name}.yml", to_yaml(record))
    write(folder / "data/redirects.yml", "redirects: []\n")
    write(folder / "data/ledger.yml", 'identity: "tag:bench.example,2026:"\n')
    for file in [*folder.glob("docs/*/news/2*.md"), *folder.glob("data/events/*.yml")]:
        text = as_new(without_signatories(file.read_text(encoding="utf-8")))
        write(file, text)
        for number in range(1, times):
            copy = f"-copy-{number}"
            text_of_copy = re.sub(r"^(id: .*)$", rf"\1{copy}", text, count=1, flags=re.MULTILINE)
            write(file.with_stem(file.stem + copy), text_of_copy)


def as_new(text: str) -> str:
    """Say of an event when it became known: its start, as that of the first ones is not known."""
    return re.sub(r"^start: (.*)$", r"start: \1\nannounced: \1", text, flags=re.MULTILINE)


def without_signatories(text: str) -> str:
    """Leave out the signatories that a news item names: a smaller site may lack them."""
    return re.sub(r"^signatories: .*\n", "", text, flags=re.MULTILINE)


def make_plain(folder: Path, records: dict[str, Record]) -> None:
    """Set up what the manuals of MkDocs, Material and static-i18n describe."""
    languages, _problems = languages_from(read_yaml(ROOT, ROOT / "mkdocs.yml")[0])
    assert languages is not None
    listed = [{"locale": it.code, "name": it.name, "default": it.is_source} for it in languages]
    config = {
        "site_name": "Plain",
        "site_url": "https://plain.example/",
        "theme": {"name": "material", "custom_dir": "overrides"},
        "plugins": [{"i18n": {"docs_structure": "folder", "languages": listed}}],
    }
    write(folder / "mkdocs.yml", yaml.safe_dump(config))
    # Four of the languages are not in Material, which then stops: it gets our words for them.
    shutil.copytree(ROOT / "overrides/partials/languages", folder / "overrides/partials/languages")
    for code in languages.codes:
        write(folder / "docs" / code / "index.md", "# Signatories\n")
        for name, record in records.items():
            write(folder / "docs" / code / "signatories" / f"{name}.md", as_markdown(record))


def as_markdown(record: Record) -> str:
    """Write all data of a record as headings and tables."""
    lines = [f"# {record['name']}"]
    for key, value in record.items():
        lines += ["", f"## {key}", "", "| What | Value |", "| --- | --- |"]
        lines += [f"| {' '.join(map(str, where))} | {found} |" for where, found in walk(value)]
    return "\n".join(lines) + "\n"


def build(folder: Path) -> Build:
    """Build the project in `folder`: to be called in a fresh process, as its only child."""
    settings = {
        "LANGUAGES": "",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONPATH": str(folder / "hooks"),
        "GIT_CEILING_DIRECTORIES": str(folder.parent),  # no history from a folder around it
    }
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder,
        env=os.environ | settings,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    seconds = time.perf_counter() - start
    if done.returncode:
        raise RuntimeError(done.stderr)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Build(
        pages=sum(1 for _page in (folder / "site").rglob("*.html")),
        seconds=seconds,
        cpu=used.ru_utime + used.ru_stime,
        megabytes=used.ru_maxrss * 1024 / 1e6,  # Linux counts kilobytes
        output=done.stderr,
    )


def measure(size: int, make: Callable[[Path, dict[str, Record]], None]) -> Build:
    print(f"… {size} signatories", file=sys.stderr, flush=True)
    with tempfile.TemporaryDirectory() as name, ProcessPoolExecutor(1, get_context("spawn")) as one:
        make(Path(name), signatories(size))
        return one.submit(build, Path(name)).result()


def table(builds: dict[int, Build], counted: str = "signatories") -> str:
    """Lay the builds out by size, compared with the size of the start or the smallest."""
    base = OUR_BASE if OUR_BASE in builds else min(builds)
    lines = [f"{counted:<12}  pages  seconds    CPU s  pages/s  peak MB  x pages  x seconds  x CPU"]
    for size, made in builds.items():
        name = f"{size}*" if size == base else f"{size} "
        lines.append(
            f"{name:>12} {made.pages:>6} {made.seconds:>8.1f} {made.cpu:>8.1f}"
            f" {made.pages / made.seconds:>8.0f} {made.megabytes:>8.0f}"
            f" {made.pages / builds[base].pages:>8.2f} {made.seconds / builds[base].seconds:>10.2f}"
            f" {made.cpu / builds[base].cpu:>6.2f}"
        )
    return "\n".join(lines)


def phases(made: Build) -> str:
    """Return the phases of the table that closes our build, and what is left beside them."""
    found = re.findall(r"^([a-z][a-z :-]+?) +(\d+\.\d) s$", made.output, re.MULTILINE)
    rest = made.seconds - sum(float(seconds) for _phase, seconds in found)
    found.append(("all else (starting, finding places)", f"{rest:.1f}"))
    return "\n".join(f"  {phase:<34} {seconds:>7} s" for phase, seconds in found)


def without_and_with_search(rounds: int) -> dict[int, Build]:
    """Measure both builds as often as asked, in turn, and keep the faster of each."""
    made: dict[int, list[Build]] = {0: [], 1: []}
    for number in range(rounds):
        for search in (0, 1) if number % 2 == 0 else (1, 0):
            made[search].append(measure(OUR_BASE, partial(make_ours, search=bool(search))))
    return {search: min(builds, key=lambda build: build.seconds) for search, builds in made.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[0, OUR_BASE, 1000, 4000])
    parser.add_argument("--news", type=int, nargs="*", default=[1, 10])
    parser.add_argument("--search", type=int, default=2, metavar="ROUNDS")
    parser.add_argument("--plain", type=int, nargs="*", default=[50, 100])
    chosen = parser.parse_args()
    print(ABOUT.format(os.cpu_count(), os.getloadavg()[0]))
    if chosen.sizes:
        ours = {size: measure(size, make_ours) for size in sorted(chosen.sizes)}
        print(f"\n{OURS}\n{table(ours)}\n\nThe largest of these, by phase:")
        print(phases(ours[max(ours)]))
    if chosen.news:
        news = {
            times: measure(OUR_BASE, partial(make_ours, times=times))
            for times in sorted(chosen.news)
        }
        print(f"\n{NEWS}\n{table(news, 'news, times')}\n\nThe largest of these, by phase:")
        print(phases(news[max(news)]))
    if chosen.search:
        print(f"\n{SEARCH}\n{table(without_and_with_search(chosen.search), 'search')}")
    if chosen.plain:
        plain = {size: measure(size, make_plain) for size in sorted(chosen.plain)}
        print(f"\n{PLAIN}\n{table(plain)}")


if __name__ == "__main__":
    main()
