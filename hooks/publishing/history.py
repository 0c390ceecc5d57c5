"""When each file last changed, as the project's version control knows it."""

import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

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
            date = datetime.fromtimestamp(int(line[1:]), UTC).date().isoformat()
        elif line:
            changed.setdefault(line, date)
    return changed


def versions_of(root: Path, path: str) -> Iterator[str]:
    """Yield the texts that a file had, the newest first; nothing where there is no history."""
    for commit in _git(root, "log", "--format=%H", "--", path).split():
        yield _git(root, "show", f"{commit}:./{path}")


def _git(root: Path, *arguments: str) -> str:
    try:
        found = subprocess.run(
            ["git", "-c", "core.quotepath=off", *arguments],
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
            encoding="utf-8",
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return found.stdout
