"""YAML and Markdown front matter, read into plain values that know their file and line."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

import yaml

from publishing.problems import Problem, quoted

Location = tuple[str | int, ...]

_TIDY_FIRST = "Read the line above it too: a missing quote or a wrong indent is often one line up."


class PlainYaml(yaml.resolver.BaseResolver):
    """YAML 1.2 core values only: `no` stays the word no, and dates stay as written."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


class _PlainLoader(PlainYaml, yaml.CSafeLoader):
    """Composes nodes, which know their line; values are made from them here."""


_CORE_VALUES = (
    ("bool", r"true|false", "tf"),
    ("null", r"~|null|", ["~", "n", ""]),
    ("int", r"[-+]?(?:0|[1-9][0-9]{0,17})", "-+0123456789"),
    ("float", r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
)
for _name, _pattern, _first in _CORE_VALUES:
    PlainYaml.add_implicit_resolver(
        f"tag:yaml.org,2002:{_name}", re.compile(f"^(?:{_pattern})$"), list(_first)
    )

_SCALARS: dict[str, Any] = {
    "tag:yaml.org,2002:bool": {"true": True, "false": False}.__getitem__,
    "tag:yaml.org,2002:null": lambda _text: None,
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": float,
}


@dataclass(frozen=True, slots=True)
class Source:
    """A parsed file: its path as editors see it, its plain value and where each part stands.

    `place` is where it stands itself, for a part of a file.
    """

    path: str
    value: Any
    node: yaml.Node | None = field(repr=False, default=None)
    first_line: int = 1
    text: str = field(repr=False, default="")
    place: Location = ()

    def line_of(self, location: Location) -> int:
        """Return the line (from 1) of the part at `location`, or of its nearest parent."""
        node, line = self.node, self.first_line
        if node is None:
            return line
        if self.place:
            line += int(node.start_mark.line)
        for step in location:
            key, found = _step_into(node, step)
            if found is None:
                break
            node = found
            line = (key or found).start_mark.line + self.first_line
        return int(line)

    def part(self, location: Location) -> "Source":
        """Return a part of the file as a source of its own; what is not there has no value."""
        value, node = self.value, self.node
        for step in location:
            value = _value_at(value, step)
            node = _step_into(node, step)[1] if node is not None else None
        return replace(self, value=value, node=node, place=self.place + location)

    def problem(self, location: Location, expected: str, found: object, hint: str = "") -> Problem:
        """Name a mistake at `location`; `found` is shown as written."""
        shown = found if isinstance(found, _AsIs) else quoted(found)
        line = self.line_of(location) if location else 0
        field = in_place(self.place + location)
        return Problem(self.path, line, field, expected, str(shown), hint)


_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Read(Generic[_T]):
    """A record together with the source that knows its lines."""

    record: _T
    source: Source


class _AsIs(str):
    """Words of ours about what was found, not a value to be quoted."""

    __slots__ = ()


def in_place(location: Location) -> str:
    """Name a place in a file as an editor counts.

    >>> in_place(("population", 0, "value")), in_place(())
    ('population, item 1, value', 'file')
    """
    words = [
        f"item {step + 1}" if isinstance(step, int) else " ".join(step.split()) for step in location
    ]
    return ", ".join(words) or "file"


def in_words(text: str) -> str:
    """Mark `text` as a description of what was found, so that it is not shown in quotes."""
    return _AsIs(text)


def _value_at(value: Any, step: str | int) -> Any:
    if isinstance(value, dict):
        return value.get(step)
    is_there = isinstance(value, list) and isinstance(step, int) and step < len(value)
    return value[step] if is_there else None


def _step_into(node: yaml.Node, step: str | int) -> tuple[yaml.Node | None, yaml.Node | None]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if getattr(key, "value", None) == str(step):
                return key, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None, None


def _scalar(node: yaml.ScalarNode, path: str, first_line: int, problems: list[Problem]) -> Any:
    try:
        return _SCALARS.get(node.tag, str)(node.value)
    except (KeyError, ValueError):
        line = node.start_mark.line + first_line
        wanted = f"a value that fits {node.tag.rpartition(':')[2]}"
        hint = "Remove the word with '!!' before it."
        problems.append(Problem(path, line, "YAML", wanted, quoted(node.value), hint))
        return None


def _plain(
    node: yaml.Node, path: str, first_line: int, problems: list[Problem], opened: list[yaml.Node]
) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, path, first_line, problems)
    if node in opened:
        line = node.start_mark.line + first_line
        found = "a reference with * or &"
        hint = "Copy the lines instead; each file says all of it."
        problems.append(Problem(path, line, "YAML", "every value written out", found, hint))
        return None
    opened.append(node)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, path, first_line, problems, opened) for item in node.value]
    values: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else "?"
        line = key_node.start_mark.line + first_line
        if not isinstance(key_node, yaml.ScalarNode):
            problems.append(Problem(path, line, "key", "a word before the colon", "a list or map"))
            continue
        if key in values:
            hint = "Remove one of the two, or merge them."
            problems.append(Problem(path, line, key, "each key once", "it a second time", hint))
            continue
        values[key] = _plain(value_node, path, first_line, problems, opened)
    return values


def parse_yaml(text: str, path: str, first_line: int = 1) -> tuple[Source, list[Problem]]:
    """Parse one YAML document; syntax errors and doubled keys come back as problems.

    `path` is shown in messages; `first_line` is the line of the file that `text` starts at.
    A document that cannot be read has the value None.
    """
    problems: list[Problem] = []
    try:
        loader = _PlainLoader(text)
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        return Source(path, None, None, first_line, text), [_malformed(error, path, first_line)]
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        found = _AsIs(" ".join(str(error).split())[:120])
        hint = "Save the file as plain UTF-8 text."
        return Source(path, None, None, first_line, text), [
            Problem(path, first_line, "YAML", "readable text", found, hint)
        ]
    if node is None:
        return Source(path, None, None, first_line, text), []
    try:
        value = _plain(node, path, first_line, problems, opened=[])
    except RecursionError:
        problems.append(Problem(path, first_line, "YAML", "a few levels", "endless nesting"))
        value = None
    return Source(path, value, node, first_line, text), problems


# What the parser says -> (what is expected, what was found, the cure).
_MALFORMED = {
    "unexpected end of stream": (
        "a closing quote",
        "none",
        "Close the text with the quote it begins with.",
    ),
    "cannot start any token": (
        "spaces at the start of a line",
        "a tab or a sign YAML keeps for itself",
        "Indent with two spaces; put quotes around a text that begins with such a sign.",
    ),
    "mapping values are not allowed": (
        "one ': ' in a line",
        "a second one",
        "Put double quotes around a text that holds ': '.",
    ),
}


def _malformed(error: yaml.MarkedYAMLError, path: str, first_line: int) -> Problem:
    said = (error.problem or "something else").removeprefix("found ")
    for sign, (expected, found, hint) in _MALFORMED.items():
        if sign in said:
            mark = error.context_mark if expected == "a closing quote" else error.problem_mark
            line = first_line + (mark.line if mark else 0)
            return Problem(path, line, "YAML", expected, found, hint)
    mark = error.problem_mark or error.context_mark
    line = first_line + (mark.line if mark else 0)
    return Problem(path, line, "YAML", "well-formed YAML", said, _TIDY_FIRST)


def read_text(file: Path, path: str) -> tuple[str, list[Problem]]:
    """Read a UTF-8 file; anything else is a problem, and the text is then empty."""
    try:
        return file.read_text(encoding="utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = bytes(error.object)[: error.start].count(b"\n") + 1
        hint = "Open it in your editor and save it with encoding UTF-8."
        return "", [Problem(path, line, "file", "UTF-8 text", "another encoding", hint)]


def read_yaml(root: Path, file: Path) -> tuple[Source, list[Problem]]:
    """Read `file` as YAML; its path in messages is relative to `root`."""
    path = file.relative_to(root).as_posix()
    text, problems = read_text(file, path)
    if problems:
        return Source(path, None), problems
    return parse_yaml(text, path)


def lines_in(root: Path) -> Callable[[str, Location], int]:
    """Return what says at which line of a file below `root` a place stands; read when asked for.

    A place that is not there has the line of its nearest part; a file without lines has 0.
    """

    @cache
    def source_of(path: str) -> Source:
        return read_yaml(root, root / path)[0] if (root / path).is_file() else Source(path, None)

    def line_of(path: str, location: Location) -> int:
        source = source_of(path)
        return source.line_of(location) if source.node is not None else 0

    return line_of


_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


def parse_page(text: str, path: str) -> tuple[Source, str, list[Problem]]:
    r"""Split a Markdown page into its front matter and its body.

    >>> source, body, problems = parse_page("---\ntitle: Home\n---\n# Hello\n", "index.md")
    >>> source.value, body, problems
    ({'title': 'Home'}, '# Hello\n', [])
    """
    match = _FRONT_MATTER.match(text)
    if not match:
        hint = "Start the file with '---', then lines such as 'title: …', then '---'."
        wanted = "a second '---'" if text.startswith("---") else "'---' on the first line"
        problem = Problem(path, 1, "front matter", wanted, "none", hint)
        return Source(path, None), text, [problem]
    source, problems = parse_yaml(match.group(1), path, first_line=2)
    return source, text[match.end() :], problems


def walk(value: Any, location: Location = ()) -> Iterator[tuple[Location, Any]]:
    """Yield every scalar inside a plain value with its location, depth first."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from walk(item, (*location, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from walk(item, (*location, index))
    else:
        yield location, value
