"""Releases of the open data: what changed since the newest one, and how the next is written."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from publishing.problems import Problem
from publishing.records.releases import Release, ReleaseList
from publishing.records.values import parse_record
from publishing.sources import Read, Source

PATH = "data/releases.yml"


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """Short hashes of what the open data say today: of each file, and of each signatory."""

    version: str
    files: Mapping[str, str]
    signatories: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs from the newest release: signatories by id, files by name, each in order."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


def changes_since(released: ReleaseList, today: Fingerprints) -> Changes:
    """Compare what the data say today with what the newest release said."""
    before, now = released.signatories, today.signatories
    files = {*released.files, *today.files}
    return Changes(
        added=tuple(sorted(set(now) - set(before))),
        removed=tuple(sorted(set(before) - set(now))),
        changed=tuple(sorted(key for key in set(now) & set(before) if now[key] != before[key])),
        files=tuple(
            sorted(name for name in files if released.files.get(name) != today.files.get(name))
        ),
    )


def check_releases(releases: Read[ReleaseList]) -> Iterator[Problem]:
    """Require releases of whole days, the newest first, each different from the one before."""
    listed, source = releases.record.releases, releases.source
    for index, release in enumerate(listed):
        place = ("releases", index)
        if release.date.precision != "day":
            wanted, hint = "a whole day", "Such as 2026-11-22."
            yield source.problem((*place, "date"), wanted, release.date, hint)
    for index, (newer, older) in enumerate(pairwise(listed), start=1):
        place = ("releases", index)
        if older.date > newer.date:
            hint = "The newest release stands first."
            wanted = f"a day not after that of the release above it, {newer.date}"
            yield source.problem((*place, "date"), wanted, older.date, hint)
        if older.version == newer.version:
            hint = "Remove one of the two lines: between them nothing has changed."
            wanted = "another version than that of the release above it"
            yield source.problem((*place, "version"), wanted, older.version, hint)


def check_released(released: ReleaseList, today: Fingerprints) -> Iterator[Problem]:
    """Note data that differ from the newest release; without any release there is nothing to note.

    A release is an editor's decision, so this stops no build.
    """
    newest = released.newest
    if newest is None or newest.version == today.version:
        return
    found = f"version {today.version}: {in_numbers(changes_since(released, today))}"
    hint = "When they are complete: make release DATE=<day>."
    wanted = f"the data of the newest release, {newest.version}"
    yield Problem(PATH, 0, "version", wanted, found, hint).as_note


def in_numbers(changes: Changes) -> str:
    """Count changes in words for editors.

    >>> in_numbers(Changes(added=("UA0001",), files=("names.csv", "signatories.csv")))
    'signatories added 1, removed 0, changed 0; files changed 2'
    """
    return (
        f"signatories added {len(changes.added)}, removed {len(changes.removed)}, "
        f"changed {len(changes.changed)}; files changed {len(changes.files)}"
    )


def next_release(
    released: ReleaseList, today: Fingerprints, changes: Changes, date: str, note: str
) -> tuple[Release | None, list[Problem]]:
    """Make a release of the data as they are today; its day and note are an editor's.

    No release, and what is wrong, if the day is none or lies before the newest release.
    """
    facts: dict[str, object] = {
        "version": today.version,
        "date": date,
        "added": len(changes.added),
        "removed": len(changes.removed),
        "changed": len(changes.changed),
        **({"note": note} if note else {}),
    }
    command = Source("make release", facts)
    release, problems = parse_record(Release, command)
    newest = released.newest
    if release is not None:
        problems = list(check_releases(Read(ReleaseList(releases=(release,)), command)))
        if newest is not None and release.date < newest.date:
            wanted = f"a day not before the newest release, {newest.date}"
            problems = [command.problem(("date",), wanted, release.date)]
    # What is typed into a command has no line.
    told = [replace(problem, line=0, field="DATE") for problem in problems]
    return (None if told else release), told


_HEAD = """\
# Releases of the open data, newest first, and short hashes of what the newest one said. Written by
# 'make release'; only a note may be edited. What it means: CONTRIBUTING.md, "A release of the open
# data".
"""


def with_release(released: ReleaseList, release: Release, today: Fingerprints) -> str:
    """Return `data/releases.yml` with a new release before the others."""
    lines = [_HEAD + "releases:"]
    lines += [f"  - {_line(one)}" for one in (release, *released.releases)]
    for name in ("files", "signatories"):
        lines.append(f"{name}:")
        held: Mapping[str, str] = getattr(today, name)
        lines += [f'  {key}: "{held[key]}"' for key in sorted(held)]
    return "\n".join(lines) + "\n"


def _line(release: Release) -> str:
    values = [
        f'version: "{release.version}"',
        f"date: {release.date}",
        f"added: {release.added}",
        f"removed: {release.removed}",
        f"changed: {release.changed}",
    ]
    if release.note:
        values.append(f"note: {json.dumps(release.note, ensure_ascii=False)}")
    return "{" + ", ".join(values) + "}"
