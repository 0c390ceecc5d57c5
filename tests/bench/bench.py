"""How build time and memory grow with the number of signatories: ours, and plain MkDocs beside it.

Each size is built once, in a copy of the project in a temporary folder, by a process of its own.
"""

import argparse
import math
import multiprocessing
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml

from publishing.imports.writing import to_yaml
from publishing.languages.language import Languages, read_languages
from publishing.sources import read_yaml, walk

ROOT = Path(__file__).parents[2]
OUR_BASE = 555  # the signatories at the start, which other sizes are compared with
ABOUT = """\
One build each, cold, without the time of making the copy: seconds by the clock, CPU seconds, and
the largest resident size of the build process, from getrusage(RUSAGE_CHILDREN) in a fresh parent.
Times of a shared machine are noisy, those by the clock most: compare ratios. x pages, x seconds and
x CPU are those of a row over those of the row marked *; neither time should grow more than pages.
{processors} processors, load {load:.1f} at the start, Python {python}."""
OURS = "Our build: {languages} languages, as `make site` builds it, without history"
PLAIN = """\
Plain MkDocs: Material and static-i18n, folder structure, search off, no hooks; one Markdown file
for each signatory and language, Material's menu as it comes (every page draws all of it)"""

Record = dict[str, Any]


@dataclass(frozen=True)
class Build:
    """What a build made, and what it took."""

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
        north, east = math.sin(number) / 5, math.cos(number) / 5
        copy["position"] = copy["position"] | {
            "latitude": round(copy["position"]["latitude"] + north, 5),
            "longitude": round(copy["position"]["longitude"] + east, 5),
        }
    return f"{name}-copy-{number}", copy


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def make_ours(folder: Path, records: dict[str, Record]) -> None:
    """Copy the project, without its history, with these signatories."""
    for part in ("docs", "data", "hooks", "overrides"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.rmtree(folder / "data/signatories")
    for name, record in records.items():
        write(folder / "data/signatories" / f"{name}.yml", to_yaml(record))
    write(folder / "data/redirects.yml", "redirects: []\n")


def our_languages() -> Languages:
    languages, _problems = read_languages(ROOT)
    assert languages is not None, "mkdocs.yml has no list of languages"
    return languages


def make_plain(folder: Path, records: dict[str, Record]) -> None:
    """Set up what the manuals of MkDocs, Material and static-i18n describe."""
    languages = [
        {"locale": language.code, "name": language.name, "default": language.is_source}
        for language in our_languages()
    ]
    config = {
        "site_name": "Plain",
        "site_url": "https://plain.example/",
        "theme": {"name": "material", "custom_dir": "overrides"},
        "plugins": [{"i18n": {"docs_structure": "folder", "languages": languages}}],
    }
    write(folder / "mkdocs.yml", yaml.safe_dump(config))
    # Four of the languages are not in Material, which then stops: it gets our words for them.
    words = "overrides/partials/languages"
    shutil.copytree(ROOT / words, folder / words)
    for code in our_languages().codes:
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
    inherited = {key: value for key, value in os.environ.items() if key != "LANGUAGES"}
    environment = {
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONPATH": str(folder / "hooks"),
        "GIT_CEILING_DIRECTORIES": str(folder.parent),  # no history from a folder around it
    }
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder,
        env=inherited | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    seconds = time.perf_counter() - start
    if done.returncode:
        raise RuntimeError(done.stdout)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kilobytes
    return Build(
        pages=sum(1 for _page in (folder / "site").rglob("*.html")),
        seconds=seconds,
        cpu=used.ru_utime + used.ru_stime,
        megabytes=used.ru_maxrss * unit / 1e6,
        output=done.stdout,
    )


def measure(size: int, make: Callable[[Path, dict[str, Record]], None]) -> Build:
    print(f"… {size} signatories: {make.__name__}", file=sys.stderr, flush=True)
    fresh = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as name, ProcessPoolExecutor(1, fresh) as process:
        make(Path(name), signatories(size))
        try:
            return process.submit(build, Path(name)).result()
        except RuntimeError as failed:
            sys.exit(str(failed))


def table(builds: dict[int, Build], base: int) -> str:
    """Lay the builds out by size, compared with the build of size `base`."""
    lines = ["signatories   pages  seconds    CPU s  pages/s  peak MB  x pages  x seconds  x CPU"]
    first = builds[base]
    for size, made in builds.items():
        name = f"{size}*" if size == base else f"{size} "
        lines.append(
            f"{name:>12} {made.pages:>6} {made.seconds:>8.1f} {made.cpu:>8.1f}"
            f" {made.pages / made.seconds:>8.0f} {made.megabytes:>8.0f}"
            f" {made.pages / first.pages:>8.2f} {made.seconds / first.seconds:>10.2f}"
            f" {made.cpu / first.cpu:>6.2f}"
        )
    return "\n".join(lines)


def phases(made: Build) -> str:
    """Return the phases of the table that closes our build, and what is left beside them."""
    found = re.findall(r"^([a-z][a-z :-]+?) +(\d+\.\d) s$", made.output, re.MULTILINE)
    rest = made.seconds - sum(float(seconds) for _phase, seconds in found)
    found.append(("all else (start, reading, theme)", f"{rest:.1f}"))
    return "\n".join(f"  {phase:<34} {seconds:>7} s" for phase, seconds in found)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[0, OUR_BASE, 1000, 4000])
    parser.add_argument("--plain", type=int, nargs="*", default=[50, 100])
    chosen = parser.parse_args(arguments)
    python = sys.version.split()[0]
    about = ABOUT.format(processors=os.cpu_count(), load=os.getloadavg()[0], python=python)
    print(about, flush=True)
    if chosen.sizes:
        ours = {size: measure(size, make_ours) for size in sorted(chosen.sizes)}
        print("\n" + OURS.format(languages=len(our_languages())))
        print(table(ours, OUR_BASE if OUR_BASE in ours else min(ours)))
        print(f"\nPhases of the build with {max(ours)} signatories:\n{phases(ours[max(ours)])}")
    if chosen.plain:
        plain = {size: measure(size, make_plain) for size in sorted(chosen.plain)}
        print(f"\n{PLAIN}\n{table(plain, min(plain))}")


if __name__ == "__main__":
    main()
