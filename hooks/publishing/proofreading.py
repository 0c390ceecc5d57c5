"""Words that are not in the language they are filed under, named by file and line."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import Any

from babel.messages.catalog import Catalog, Message

from publishing.glossary import PATH as GLOSSARY
from publishing.glossary import avoided_in
from publishing.languages.language import Languages
from publishing.languages.recognition import other_language, other_script
from publishing.languages.translations import Text, Texts
from publishing.manuscripts import Manuscript
from publishing.problems import Problem, quoted
from publishing.records.glossary import Term
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


@dataclass(frozen=True, slots=True)
class _Writing:
    """A Markdown file to be read: the words of its front matter, and its text."""

    head: tuple[Passage, ...]
    body: Passage


def _of_pages(texts: Texts) -> Iterator[_Writing]:
    for by_language in texts.values():
        for code, text in by_language.items():
            if not text.page.generated:
                yield _writing(text.page, ("title", "description"), text, code)


def _of_works(files: Iterable[Manuscript[Any]]) -> Iterator[_Writing]:
    for file in files:
        yield _writing(file.record, ("title", "summary"), file, file.language)


def _writing(
    record: object, keys: Sequence[str], file: Text | Manuscript[Any], code: str
) -> _Writing:
    source = file.source
    head = (
        Passage(getattr(record, key), code, source.path, source.line_of((key,)), key)
        for key in keys
    )
    body = Passage(file.body, code, source.path, file.first_line, "text", _IN_TEXT)
    return _Writing(tuple(head), body)


def check_pages(texts: Texts, languages: Languages) -> Iterator[Problem]:
    """Yield what stands in another language on ordinary pages."""
    yield from _check_writings(_of_pages(texts), languages)


def check_works(files: Iterable[Manuscript[Any]], languages: Languages) -> Iterator[Problem]:
    """Yield what stands in another language in news and issues."""
    yield from _check_writings(_of_works(files), languages)


def _check_writings(writings: Iterable[_Writing], languages: Languages) -> Iterator[Problem]:
    for writing in writings:
        yield from _check(writing.head, languages)
        # A text is told of once if all of it is in another language, else by its paragraphs.
        found = list(_check([writing.body], languages))
        yield from found or _check(_paragraphs(writing.body), languages)


def check_terms(
    texts: Texts,
    files: Iterable[Manuscript[Any]],
    catalogues: Mapping[str, tuple[str, Catalog]],
    terms: Sequence[Term],
) -> Iterator[Problem]:
    """Yield words for which the glossary has another one, in pages, news, issues and strings."""
    for writing in chain(_of_pages(texts), _of_works(files)):
        for passage in chain(writing.head, _paragraphs(writing.body)):
            yield from _check_wording(passage, terms)
    for passage in _of_catalogues(catalogues):
        yield from _check_wording(passage, terms)


def _check_wording(passage: Passage, terms: Sequence[Term]) -> Iterator[Problem]:
    # Blanked out, so that every word keeps its line.
    words = _NO_WORDS.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), passage.text)
    for avoided in avoided_in(words, passage.language, terms):
        line = passage.line + words.count("\n", 0, avoided.position)
        wanted = f"{quoted(avoided.term)}, as the glossary says"
        hint = f"If it means something else here, narrow 'avoid:' in {GLOSSARY}."
        yield Problem(
            passage.path, line, passage.field, wanted, quoted(avoided.found), hint
        ).as_note


def check_catalogues(
    catalogues: Mapping[str, tuple[str, Catalog]], languages: Languages
) -> Iterator[Problem]:
    """Yield messages of the interface that are not in their catalogue's language.

    `catalogues` holds each language's path and catalogue.
    """
    translated = (
        one for one in _of_catalogues(catalogues) if one.language != languages.source.code
    )
    yield from _check(translated, languages)


def _of_catalogues(catalogues: Mapping[str, tuple[str, Catalog]]) -> Iterator[Passage]:
    for code, (path, catalog) in catalogues.items():
        for message in catalog:
            if message.id and message.string:
                yield from _messages(path, code, message)


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
            (("applicants",), occasion.record.call.applicants if occasion.record.call else {}),
        ]
        for place, words in worded:
            passages = (
                Passage(text, code, source.path, source.line_of((*place, code)), place[0], _IN_DATA)  # type: ignore[arg-type]
                for code, text in words.items()
                if code in languages.codes
            )
            yield from _check(passages, languages)


def _paragraphs(body: Passage) -> Iterator[Passage]:
    line = body.line
    for block in re.split(r"(\n[ \t]*\n)", body.text):
        if block.strip():
            marked = _MARKED.search(block)
            skipped = len(block) - len(block.lstrip("\n"))
            yield replace(
                body,
                text=block.lstrip("\n"),
                language=marked.group(1) if marked else body.language,
                line=line + skipped,
            )
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
