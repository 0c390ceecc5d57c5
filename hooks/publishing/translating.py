"""The state of every translation: current, outdated, missing, not yet read by a native speaker."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from publishing.languages.language import Languages
from publishing.languages.translations import State, Texts, is_shell, state_of
from publishing.manuscripts import Manuscript, works_of


@dataclass(frozen=True, slots=True)
class Translated:
    """One text in one language; `words` are those of its source, for who has to translate it.

    `file` is where the translation stands or would stand.
    """

    language: str
    section: str
    file: str
    source: str
    state: State
    is_reviewed: bool
    words: int


def states_of_pages(texts: Texts, languages: Languages) -> Iterator[Translated]:
    """Yield the state of every ordinary page in every language but the source's."""
    origin = languages.source.code
    for path, group in texts.items():
        source = group.get(origin)
        if source is None or source.page.generated or is_shell(path):
            continue
        for language in languages:
            if language.is_source:
                continue
            text = group.get(language.code)
            yield Translated(
                language=language.code,
                section=path.split("/")[0] if "/" in path else "start",
                file=f"docs/{language.code}/{path}",
                source=source.file,
                state=state_of(group, language, languages),
                is_reviewed=text is not None and text.page.reviewed,
                words=len(source.body.split()),
            )


def states_of_works(files: Sequence[Manuscript[Any]], languages: Languages) -> Iterator[Translated]:
    """Yield the state of every translated news item and issue.

    None of them is missing: each is translated into the languages of those whom it concerns.
    """
    for original, *others in works_of(files, languages).values():
        for file in others:
            if file.is_original or not original.is_original:
                continue
            yield Translated(
                language=file.language,
                section=file.path.split("/")[2],
                file=file.path,
                source=original.path,
                state=State.OUTDATED if file.is_outdated_by(original) else State.CURRENT,
                is_reviewed=file.record.reviewed,
                words=len(original.body.split()),
            )


@dataclass(frozen=True, slots=True)
class Tally:
    """How a language stands: numbers of texts, and the words that are outdated or missing."""

    language: str
    current: int
    outdated: int
    missing: int
    unreviewed: int
    words_to_do: int


def tally(texts: Iterable[Translated], languages: Languages) -> list[Tally]:
    """Count the texts of each language, in the order of the languages."""
    texts = list(texts)
    found = []
    for language in languages:
        if language.is_source:
            continue
        own = [text for text in texts if text.language == language.code]
        states = [text.state for text in own]
        found.append(
            Tally(
                language=language.code,
                current=states.count(State.CURRENT),
                outdated=states.count(State.OUTDATED),
                missing=states.count(State.MISSING),
                unreviewed=sum(_is_unreviewed(text) for text in own),
                words_to_do=sum(text.words for text in own if text.state is not State.CURRENT),
            )
        )
    return found


def _is_unreviewed(text: Translated) -> bool:
    return text.state is not State.MISSING and not text.is_reviewed


_COLUMNS = ("language", "current", "outdated", "missing", "unreviewed", "words to do")


def table(tallies: Iterable[Tally], texts: Iterable[Translated]) -> str:
    """Print the tallies, and below them every text that waits for a translator."""
    rows: list[tuple[str, ...]] = [_COLUMNS]
    rows += [
        (
            one.language,
            *map(str, (one.current, one.outdated, one.missing, one.unreviewed, one.words_to_do)),
        )
        for one in tallies
    ]
    widths = [max(len(row[index]) for row in rows) for index in range(len(_COLUMNS))]
    lines = [
        "  ".join(
            cell.rjust(width) if index else cell.ljust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]
    waiting = [
        f"{text.state.value}: {text.file} (from {text.source}, {text.words} words)"
        for text in texts
        if text.state is not State.CURRENT
    ]
    return "\n".join([*lines, *([""] if waiting else []), *waiting])


def as_json(texts: Iterable[Translated]) -> str:
    """Write the state of every text for machines."""
    listed = [
        {
            "language": text.language,
            "section": text.section,
            "file": text.file,
            "source": text.source,
            "state": text.state.value,
            "reviewed": text.is_reviewed,
            "words": text.words,
        }
        for text in texts
    ]
    return json.dumps(listed, ensure_ascii=False, indent=1) + "\n"
