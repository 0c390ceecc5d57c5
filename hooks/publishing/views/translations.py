"""The state of the translations, for readers and for those who translate."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from publishing.languages.translations import State, Translated
from publishing.records.values import PartialDate
from publishing.site import Site
from publishing.translating import START, Tally, by_language, by_section, tally
from publishing.views.pages import page_title
from publishing.views.tongue import Tongue, Worded


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: what it counts, where that leads to (or nothing), and the numbers."""

    name: Worded
    address: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A text that waits for a translator; `address` is that of its page below the site's root.

    `since`: the day its source changed, empty for a missing text and where it is not known.
    """

    title: Worded
    address: str
    source: str
    is_missing: bool
    since: str
    words: str


@dataclass(frozen=True, slots=True)
class Translations:
    """The page: all languages, the sections of the readers' own, and what waits.

    Readers of the source language see what waits in all languages, others what waits in theirs.
    """

    languages: tuple[Row, ...]
    sections: tuple[Row, ...]
    waiting: tuple[tuple[str, tuple[Waiting, ...]], ...]


def translations(site: Site, tongue: Tongue, address: str) -> Translations:
    """Describe the state of every translation; `address` is the page's own below a language."""
    groups = by_language(site.translated, site.languages)
    own = groups.get(tongue.code, [])
    shown = groups if tongue.language.is_source else {tongue.code: own}
    return Translations(
        languages=tuple(
            Row(
                name=Worded(site.languages[code].name, code),
                address=site.languages[code].address(address),
                numbers=_numbers(tally(texts), tongue),
            )
            for code, texts in groups.items()
        ),
        sections=tuple(
            Row(_section(name, texts[0], site, tongue), "", _numbers(tally(texts), tongue))
            for name, texts in by_section(own).items()
        ),
        waiting=tuple(
            (site.languages[code].name, found)
            for code, texts in shown.items()
            if (found := tuple(_waiting(texts, site, tongue)))
        ),
    )


def _numbers(counted: Tally, tongue: Tongue) -> tuple[str, ...]:
    return tuple(map(tongue.write.number, counted.numbers))


def _section(name: str, first: Translated, site: Site, tongue: Tongue) -> Worded:
    """Name a section by its front page, or by its first text."""
    path = "index.md" if name == START else f"{name}/index.md"
    if path in site.texts:
        return page_title(path, site, tongue)
    return Worded(first.title, first.source_language)


def _waiting(texts: Iterable[Translated], site: Site, tongue: Tongue) -> Iterator[Waiting]:
    for text in texts:
        if text.state is State.CURRENT:
            continue
        since = site.outdated_since.get(text.file)
        yield Waiting(
            title=Worded(text.title, text.source_language),
            address=site.languages[text.language].address(text.address),
            source=site.languages[text.source_language].address(text.address),
            is_missing=text.state is State.MISSING,
            since=tongue.write.date(PartialDate(since)) if since else "",
            words=tongue.write.number(text.words),
        )
