"""Words that are not in the language they are filed under, named by file and line."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from babel.messages.catalog import Catalog, Message

from publishing.languages.language import Languages
from publishing.languages.recognition import other_language, other_script
from publishing.languages.translations import Text, Texts
from publishing.manuscripts import Manuscript
from publishing.problems import Problem, quoted
from publishing.site import Entry, Occasion
from publishing.sources import Read

_HINT = "Translate it, or move it to its own language."
_IN_TEXT = "Translate it; below a quotation in another language write {: lang=xx }."
_IN_DATA = "Leave the line out where a name stays as it is: readers get it marked as English."
# What no language speaks: targets of links, code, comments, ids, addresses.
_NO_WORDS = re.compile(
    r"\]\([^)]*\)|`[^`]*`|<!--.*?-->|\{[^}]*\}|(?:https?://|www\.)\S+", re.DOTALL
)
_MARKED = re.compile(r"\{:\s*lang=[\"']?([a-z]{2})[\"']?\s*\}\s*$")


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of a file: the language they should be in, and where they stand."""

    text: str
    language: str
    path: str
    line: int
    field: str
    hint: str = _HINT


def check_pages(texts: Texts, languages: Languages) -> Iterator[Problem]:
    """Yield what stands in another language on ordinary pages."""
    for by_language in texts.values():
        for code, text in by_language.items():
            if not text.page.generated:
                yield from _check_words(text.page, ("title", "description"), text, code, languages)
                yield from _check_body(text.file, code, text.body, text.first_line, languages)


def check_works(files: Iterable[Manuscript[Any]], languages: Languages) -> Iterator[Problem]:
    """Yield what stands in another language in news and issues."""
    for file in files:
        yield from _check_words(file.record, ("title", "summary"), file, file.language, languages)
        yield from _check_body(file.path, file.language, file.body, file.first_line, languages)


def check_catalogues(
    catalogues: Mapping[str, tuple[str, Catalog]], languages: Languages
) -> Iterator[Problem]:
    """Yield messages of the interface that are not in their catalogue's language.

    `catalogues` holds each language's path and catalogue.
    """
    for code, (path, catalog) in catalogues.items():
        for message in catalog:
            if message.id and message.string and code != languages.source.code:
                yield from _check(_messages(path, code, message), languages)


def _messages(path: str, code: str, message: Message) -> Iterator[Passage]:
    told = message.string if isinstance(message.string, tuple | list) else (message.string,)
    name = quoted(message.id[0] if isinstance(message.id, tuple | list) else message.id)
    for words in told:
        yield Passage(str(words), code, path, message.lineno or 0, name)


def check_records(
    entries: Iterable[Read[Entry]], occasions: Iterable[Read[Occasion]], languages: Languages
) -> Iterator[Problem]:
    """Yield names of places and words of events that are not in the language they stand under."""
    for entry in entries:
        for index, name in enumerate(entry.record.signatory.names):
            if name.language in languages.codes:
                line = entry.source.line_of(("names", index, "name"))
                passage = Passage(name.name, name.language, entry.source.path, line, "name")
                yield from _check([passage], languages)
    for occasion in occasions:
        event, source = occasion.record.event, occasion.source
        worded: list[tuple[tuple[str | int, ...], Mapping[str, str]]] = [
            (("title",), event.title),
            (("place",), event.place or {}),
            *((("organisers", index), words) for index, words in enumerate(event.organisers)),
        ]
        for place, words in worded:
            passages = (
                Passage(text, code, source.path, source.line_of((*place, code)), place[0], _IN_DATA)  # type: ignore[arg-type]
                for code, text in words.items()
                if code in languages.codes
            )
            yield from _check(passages, languages)


def _check_words(
    record: object,
    keys: Sequence[str],
    file: Text | Manuscript[Any],
    code: str,
    languages: Languages,
) -> Iterator[Problem]:
    source = file.source
    passages = (
        Passage(getattr(record, key), code, source.path, source.line_of((key,)), key)
        for key in keys
    )
    yield from _check(passages, languages)


def _check_body(
    path: str, code: str, body: str, first_line: int, languages: Languages
) -> Iterator[Problem]:
    """Tell of a text once if all of it is in another language, else of its paragraphs."""
    whole = Passage(body, code, path, first_line, "text", _IN_TEXT)
    found = list(_check([whole], languages))
    yield from found or _check(_paragraphs(path, code, body, first_line), languages)


def _paragraphs(path: str, code: str, body: str, first_line: int) -> Iterator[Passage]:
    line = first_line
    for block in re.split(r"(\n[ \t]*\n)", body):
        if block.strip():
            marked = _MARKED.search(block)
            language = marked.group(1) if marked else code
            skipped = len(block) - len(block.lstrip("\n"))
            yield Passage(block, language, path, line + skipped, "text", _IN_TEXT)
        line += block.count("\n")


def _check(passages: Iterable[Passage], languages: Languages) -> Iterator[Problem]:
    for passage in passages:
        found = _otherwise(passage.text, passage.language, languages.codes)
        if found:
            wanted = f"words in '{passage.language}'"
            problem = Problem(
                passage.path, passage.line, passage.field, wanted, found, passage.hint
            )
            yield problem.as_note


# Remembered by the text, so that a preview reads only what changed.
@lru_cache(maxsize=50_000)
def _otherwise(text: str, code: str, codes: tuple[str, ...]) -> str:
    """Say what a text is in instead of its language; nothing if it is in it."""
    words = _NO_WORDS.sub(" ", text)
    other = other_language(words, code, codes)
    if other:
        return f"'{other.code}': {', '.join(other.clues)} …"
    script = other_script(words, code) if len(words) < _SHORT else ""
    return f"{script} letters: {quoted(words.strip(), 40)}" if script else ""


# Longer texts are told by their words; short ones only by their letters.
_SHORT = 80
