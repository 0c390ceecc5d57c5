"""The state of every translation: current, outdated, missing, not yet read by a native speaker."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from publishing.languages.language import Languages
from publishing.languages.translations import (
    State,
    Texts,
    Translated,
    address_of,
    is_shell,
    state_of,
)
from publishing.manuscripts import Manuscript, works_of

# The section of pages that lie in no folder.
START = "start"


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
                section=path.split("/")[0] if "/" in path else START,
                file=f"docs/{language.code}/{path}",
                source=source.file,
                state=state_of(group, language, languages),
                is_reviewed=text is not None and text.page.reviewed,
                words=len(source.body.split()),
                title=source.page.title,
                source_language=origin,
                address=address_of(path),
                made_from=(text.page.source_hash or "") if text is not None else "",
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
                title=original.record.title,
                source_language=original.language,
                address=file.address,
                made_from=file.record.source_hash or "",
            )


@dataclass(frozen=True, slots=True)
class Tally:
    """How some texts stand: their numbers, and the words that are outdated or missing."""

    current: int
    outdated: int
    missing: int
    unreviewed: int
    words_to_do: int

    @property
    def numbers(self) -> tuple[int, ...]:
        """All of them, in this order."""
        return (self.current, self.outdated, self.missing, self.unreviewed, self.words_to_do)


def tally(texts: Iterable[Translated]) -> Tally:
    """Count texts by their state."""
    texts = list(texts)
    states = [text.state for text in texts]
    return Tally(
        current=states.count(State.CURRENT),
        outdated=states.count(State.OUTDATED),
        missing=states.count(State.MISSING),
        unreviewed=sum(_is_unreviewed(text) for text in texts),
        words_to_do=sum(text.words for text in texts if text.state is not State.CURRENT),
    )


def _is_unreviewed(text: Translated) -> bool:
    return text.state is not State.MISSING and not text.is_reviewed


def by_language(texts: Iterable[Translated], languages: Languages) -> dict[str, list[Translated]]:
    """Group texts by language, in the order of the languages.

    The source is there only where something was translated into it.
    """
    found: dict[str, list[Translated]] = {code: [] for code in languages.codes}
    for text in texts:
        found[text.language].append(text)
    if not found[languages.source.code]:
        del found[languages.source.code]
    return found


def by_section(texts: Iterable[Translated]) -> dict[str, list[Translated]]:
    """Group texts by section, in the order in which they come."""
    found: dict[str, list[Translated]] = {}
    for text in texts:
        found.setdefault(text.section, []).append(text)
    return found


_COLUMNS = ("language", "current", "outdated", "missing", "unreviewed", "words to do")


def table(groups: Mapping[str, Sequence[Translated]]) -> str:
    """Print each language's numbers, below it those of its sections, then every text that waits."""
    rows: list[tuple[str, ...]] = [_COLUMNS]
    for code, texts in groups.items():
        rows.append((code, *map(str, tally(texts).numbers)))
        for section, inside in by_section(texts).items():
            rows.append((f"  {section}", *map(str, tally(inside).numbers)))
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
        for texts in groups.values()
        for text in texts
        if text.state is not State.CURRENT
    ]
    return "\n".join([*lines, *([""] if waiting else []), *waiting])


def as_json(texts: Iterable[Translated], since: Mapping[str, str]) -> str:
    """Write the state of every text for machines; `since` holds the days of outdated files."""
    listed = [
        {
            "language": text.language,
            "section": text.section,
            "file": text.file,
            "source": text.source,
            "state": text.state.value,
            "reviewed": text.is_reviewed,
            "words": text.words,
            "address": text.address,
            "outdated_since": since.get(text.file),
        }
        for text in texts
    ]
    return json.dumps(listed, ensure_ascii=False, indent=1) + "\n"
