"""What the project's version control knows: when files changed, and what they said before."""

import subprocess
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from publishing.languages.translations import State, Translated, source_hash
from publishing.sources import parse_page

_MARK = "\x01"


def last_changes(root: Path) -> dict[str, str]:
    """Return file path -> ISO date (UTC) of the last commit that touched it.

    Empty where there is no full history (no git, an export, a shallow clone): a date that is not
    known is left out rather than guessed.
    """
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return {}
    log = _git(root, "log", f"--format={_MARK}%ct", "--name-only", "--relative", "--", ".")
    changed: dict[str, str] = {}
    date = ""
    for line in log.splitlines():
        if line.startswith(_MARK):
            date = _day(line[1:])
        elif line:
            changed.setdefault(line, date)
    return changed


def versions_of(root: Path, path: str) -> Iterator[tuple[str, str]]:
    """Yield the texts that a file had, each with the ISO date (UTC) from which it had it.

    The newest first; nothing where there is no history.
    """
    for line in _git(root, "log", "--format=%ct %H", "--", path).splitlines():
        seconds, commit = line.split()
        yield _day(seconds), _git(root, "show", f"{commit}:./{path}")


def text_made_from(root: Path, text: Translated) -> str | None:
    """Return the source as it was when a translation was made; None if history has lost it."""
    for _day, words in versions_of(root, text.source):
        if _hash(words, text.source) == text.made_from:
            return words
    return None


def outdated_since(root: Path, texts: Iterable[Translated]) -> dict[str, str]:
    """Return the file of each outdated translation -> ISO date (UTC) on which its source changed.

    What history does not know is left out.
    """
    known: dict[tuple[str, str], str] = {}
    found = {}
    for text in texts:
        if text.state is not State.OUTDATED:
            continue
        key = (text.source, text.made_from)
        if key not in known:
            known[key] = _changed_after(root, *key)
        if known[key]:
            found[text.file] = known[key]
    return found


def _changed_after(root: Path, path: str, made_from: str) -> str:
    """Return the day on which a file first differed from the text with a hash."""
    changed = ""
    for day, words in versions_of(root, path):
        if _hash(words, path) == made_from:
            return changed
        changed = day
    return ""


def _hash(text: str, path: str) -> str | None:
    """Return the hash that translations of a page, a news item or an issue carry."""
    source, body, problems = parse_page(text, path)
    if problems or not isinstance(source.value, dict):
        return None
    title = source.value.get("title")
    summary = source.value.get("description") or source.value.get("summary")
    if not (isinstance(title, str) and isinstance(summary, str)):
        return None
    return source_hash(title, summary, body)


def _day(seconds: str) -> str:
    return datetime.fromtimestamp(int(seconds), UTC).date().isoformat()


def _git(root: Path, *arguments: str) -> str:
    try:
        found = subprocess.run(
            ["git", "-c", "core.quotepath=off", *arguments],
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
            encoding="utf-8-sig",
            errors="replace",
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return found.stdout
