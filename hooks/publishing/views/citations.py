"""Numbered sources of a page: each is listed once, in the order of first use."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from publishing.records.countries import Publication
from publishing.records.values import PartialDate, Sourced
from publishing.views.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Citation:
    """A source as listed at the end of a page. `licence` is empty where none is stated."""

    number: int
    title: str
    publisher: str
    date: str
    licence: str
    url: str


@dataclass(frozen=True, slots=True)
class Cited:
    """Where one figure comes from: the number of its source, and the day it speaks of."""

    number: int
    date: str


def cited_publication(source: Publication, tongue: Tongue, number: int = 1) -> Citation:
    """Describe a publication of `data/sources.yml` to readers of one language."""
    return Citation(
        number=number,
        title=source.title,
        publisher=source.publisher,
        date=tongue.write.date(source.date),
        licence=source.licence,
        url=source.url,
    )


class Citations:
    """Collects the sources of one page while its view is made."""

    def __init__(self, tongue: Tongue, sources: Mapping[str, Publication]) -> None:
        self._tongue = tongue
        self._sources = sources
        self._listed: dict[str, Citation] = {}

    def cite(self, fact: Sourced) -> Cited:
        """List the source of a fact, if it is new, and return its number and the fact's date."""
        key = fact.source or fact.url or ""
        if key not in self._listed:
            self._listed[key] = self._citation(fact, len(self._listed) + 1)
        return Cited(self._listed[key].number, self._date(fact))

    def mention(self, key: str) -> None:
        """List a source that stands behind a page without a figure of its own."""
        if key not in self._listed:
            self._listed[key] = self._published(self._sources[key], len(self._listed) + 1)

    def _date(self, fact: Sourced) -> str:
        if fact.as_of is not None:
            return self._tongue.write.date(fact.as_of)
        return self._tongue.say("read on {date}", date=self._day(fact.read))

    def _day(self, date: PartialDate | None) -> str:
        return self._tongue.write.date(date) if date is not None else ""

    def _citation(self, fact: Sourced, number: int) -> Citation:
        if fact.source is not None:
            return self._published(self._sources[fact.source], number)
        url = fact.url or ""
        return Citation(number, urlsplit(url).hostname or url, "", "", "", url)

    def _published(self, source: Publication, number: int) -> Citation:
        return cited_publication(source, self._tongue, number)

    @property
    def listed(self) -> tuple[Citation, ...]:
        """All sources cited so far, in the order of their numbers."""
        return tuple(self._listed.values())
