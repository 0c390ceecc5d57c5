"""Mistakes in content, in one printed form that an editor can act on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Severity(StrEnum):
    """An error stops the build; a note is printed and counted."""

    ERROR = "error"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake: where it is, what was expected, what was found, and how to cure it.

    `line` counts from 1; 0 means the file as a whole.
    """

    path: str
    line: int
    field: str
    expected: str
    found: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    @property
    def as_note(self) -> "Problem":
        """The same as a note, which does not stop a build."""
        return replace(self, severity=Severity.NOTE)

    def __str__(self) -> str:
        """Print as `path:line: field: expected …, found …`, the hint indented below.

        >>> print(Problem("data/x.yml", 3, "population", "a whole number", "'many'", "Use digits."))
        data/x.yml:3: population: expected a whole number, found 'many'
            hint: Use digits.
        """
        place = f"{self.path}:{self.line}" if self.line else self.path
        note = "note: " if self.severity is Severity.NOTE else ""
        sentence = f"{place}: {note}{self.field}: expected {self.expected}, found {self.found}"
        return f"{sentence}\n    hint: {self.hint}" if self.hint else sentence


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return those that stop a build, in the order of their files and lines."""
    return sorted(problem for problem in problems if problem.severity is Severity.ERROR)


def quoted(value: object, limit: int = 60) -> str:
    """Show a value as the editor wrote it, shortened, on one line.

    >>> quoted("Ґ" * 80, limit=8)
    "'ҐҐҐҐҐҐҐ…'"
    """
    if value is None:
        return "nothing"
    text = " ".join(str(value).split())
    return repr(text if len(text) <= limit else text[: limit - 1] + "…")


def report(problems: Iterable[Problem]) -> str:
    """Print all problems in the order of their files and lines, and one closing count."""
    ordered = sorted(problems)
    wrong = len(errors(ordered))
    lines = [str(problem) for problem in ordered]
    mistakes = "1 mistake" if wrong == 1 else f"{wrong} mistakes"
    notes = len(ordered) - wrong
    lines.append(f"{mistakes}, {notes} {'note' if notes == 1 else 'notes'}")
    return "\n".join(lines)
