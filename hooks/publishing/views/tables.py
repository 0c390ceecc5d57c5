"""The tables of the open data: the one place that says what their files and columns hold.

The CSV files, the schemas, the catalogue and the page about them are all made from here; those
about signatories stand in `signatory_tables`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import urlsplit

from publishing.records.organisations import Coordinator, Supporter
from publishing.records.values import PartialDate, Record, Sourced
from publishing.site import Occasion, Site
from publishing.views import vocabulary
from publishing.views.signatory_tables import SIGNATORY_TABLES
from publishing.views.table import (
    COUNTRY,
    COUNTRY_CODE,
    IDENTIFIER,
    LANGUAGE_CODE,
    OUR_PAGE,
    PAGE,
    Column,
    Kind,
    Rows,
    Table,
    cited,
    filled,
)
from publishing.views.vocabulary import N_

_F = TypeVar("_F")
_B = TypeVar("_B")

_LAST_INSTANT = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2})?)?)?"


@dataclass(frozen=True, slots=True)
class _Body(Generic[_F]):
    """A coordinator or supporter; its identifier is the name of its file."""

    slug: str
    record: _F


@dataclass(frozen=True, slots=True)
class _CitedSource:
    """A publication, or a page that a fact was read on: its address is then its key."""

    key: str
    title: str
    publisher: str | None
    date: PartialDate | None
    licence: str | None
    url: str
    read: PartialDate | None


def _coordinators(site: Site) -> Iterator[tuple[str, _Body[Coordinator]]]:
    for slug, record in site.coordinators.items():
        yield f"data/coordinators/{slug}.yml", _Body(slug, record)


def _supporters(site: Site) -> Iterator[tuple[str, _Body[Supporter]]]:
    for slug, record in site.supporters.items():
        yield f"data/supporters/{slug}.yml", _Body(slug, record)


def _joined(body: Callable[[_B], Coordinator | Supporter]) -> tuple[Column[_B], ...]:
    """Return the columns on the year in which a body joined, and on its website."""

    def year(row: _B) -> int | None:
        since = body(row).since
        return since.year if since else None

    return (
        Column("since", Kind.YEAR, N_("Year it joined"), year),
        *cited("since", lambda row: body(row).since),
        Column("website", Kind.ADDRESS, N_("Website"), lambda row: body(row).website),
    )


_COORDINATORS: Table[_Body[Coordinator]] = Table(
    name="coordinators",
    title=N_("Coordinators"),
    holds=N_("Public bodies that guide and support signatories, under the name in the source."),
    key=("id",),
    rows=_coordinators,
    columns=(
        Column("id", Kind.TEXT, IDENTIFIER, lambda row: row.slug, required=True),
        Column("name", Kind.TEXT, N_("Name"), lambda row: row.record.name, required=True),
        Column(
            "country",
            Kind.TEXT,
            COUNTRY,
            lambda row: row.record.country.upper(),
            required=True,
            pattern=COUNTRY_CODE,
        ),
        Column(
            "kind",
            Kind.TEXT,
            N_("National or territorial"),
            lambda row: row.record.kind,
            codes={"national": None, "territorial": None},
        ),
        *_joined(lambda row: row.record),
        *cited("", lambda row: row.record),
    ),
)

_SUPPORTERS: Table[_Body[Supporter]] = Table(
    name="supporters",
    title=N_("Supporters"),
    holds=N_("Networks and other bodies that advise signatories, under the name in the source."),
    key=("id",),
    rows=_supporters,
    columns=(
        Column("id", Kind.TEXT, IDENTIFIER, lambda row: row.slug, required=True),
        Column("name", Kind.TEXT, N_("Name"), lambda row: row.record.name, required=True),
        Column(
            "country",
            Kind.TEXT,
            COUNTRY,
            lambda row: row.record.country.upper(),
            required=True,
            pattern=COUNTRY_CODE,
        ),
        Column(
            "scope",
            Kind.TEXT,
            N_("National or international"),
            lambda row: row.record.scope,
            required=True,
            codes={"national": None, "international": None},
        ),
        *_joined(lambda row: row.record),
        *cited("", lambda row: row.record),
    ),
)


def _events(site: Site) -> Iterator[tuple[str, tuple[str, Occasion]]]:
    """Yield the events with the language they are told in: the site's first, or the first known."""
    first = site.languages.source.code
    for occasion in site.occasions:
        known = occasion.event.title
        yield occasion.file, (first if first in known else next(iter(known)), occasion)


_EVENTS: Table[tuple[str, Occasion]] = Table(
    name="events",
    title=N_("Events"),
    holds=N_("Events of the agenda, past and coming."),
    key=("id",),
    rows=_events,
    columns=(
        Column("id", Kind.TEXT, IDENTIFIER, lambda row: row[1].event.id, required=True),
        Column(
            "title",
            Kind.TEXT,
            N_("Title"),
            lambda row: row[1].event.title[row[0]],
            required=True,
        ),
        Column(
            "language",
            Kind.TEXT,
            N_("Language of title and place"),
            lambda row: row[0],
            required=True,
            pattern=LANGUAGE_CODE,
        ),
        Column(
            "start",
            Kind.DATE,
            N_("First day, or time it opens, as far as it is known"),
            lambda row: str(row[1].event.start),
            required=True,
            pattern=_LAST_INSTANT,
        ),
        Column(
            "end",
            Kind.DATE,
            N_("Last day, or time it closes"),
            lambda row: str(row[1].event.end) if row[1].event.end else None,
            pattern=_LAST_INSTANT,
        ),
        Column(
            "zone", Kind.TEXT, N_("Time zone, where a time is given"), lambda row: row[1].event.zone
        ),
        Column(
            "place",
            Kind.TEXT,
            N_("Place"),
            lambda row: (row[1].event.place or {}).get(row[0]),
        ),
        Column(
            "country",
            Kind.TEXT,
            N_("Country where it is held or that it is for"),
            lambda row: row[1].event.country.upper() if row[1].event.country else None,
            pattern=COUNTRY_CODE,
        ),
        Column(
            "status",
            Kind.TEXT,
            N_("Status"),
            lambda row: row[1].event.status,
            required=True,
            codes=vocabulary.EVENT_STATUS,
        ),
        Column("link", Kind.ADDRESS, N_("Page about it elsewhere"), lambda row: row[1].event.link),
        Column(
            "page", Kind.TEXT, PAGE, lambda row: row[1].address, required=True, pattern=OUR_PAGE
        ),
    ),
)


def _sources(site: Site) -> Iterator[tuple[str, _CitedSource]]:
    """Yield the publications, and every page that a fact was read on: with its latest reading."""
    for source in site.sources.values():
        yield (
            "data/sources.yml",
            _CitedSource(
                source.key,
                source.title,
                source.publisher,
                source.date,
                source.licence,
                source.url,
                None,
            ),
        )
    pages: dict[str, tuple[str, PartialDate | None]] = {}
    for file, fact in _facts(site):
        if fact.url is not None:
            held = pages.get(fact.url, (file, None))
            pages[fact.url] = min(file, held[0]), max(fact.read, held[1], key=lambda day: day or "")
    for url, (file, read) in pages.items():
        host = urlsplit(url).hostname or url
        yield file, _CitedSource(url, host, None, None, None, url, read)


def _facts(site: Site) -> Iterator[tuple[str, Sourced]]:
    """Yield every fact that names its source."""
    for slug, coordinator in site.coordinators.items():
        yield from _facts_in(coordinator, f"data/coordinators/{slug}.yml")
    for slug, supporter in site.supporters.items():
        yield from _facts_in(supporter, f"data/supporters/{slug}.yml")
    for entry in site.entries:
        yield from _facts_in(entry.signatory, entry.file)


def _facts_in(record: Record, file: str) -> Iterator[tuple[str, Sourced]]:
    """Yield a record that names its source, and those of its parts that do."""
    if isinstance(record, Sourced):
        yield file, record
    for name in type(record).model_fields:
        held = getattr(record, name)
        for fact in held if isinstance(held, tuple) else (held,):
            if isinstance(fact, Sourced):
                yield file, fact


_SOURCES: Table[_CitedSource] = Table(
    name="sources",
    title=N_("Sources"),
    holds=N_("Every publication and page that a value was taken from, with its licence."),
    key=("key",),
    rows=_sources,
    columns=(
        Column(
            "key",
            Kind.TEXT,
            N_("Key that other files name it by; of a page, its address"),
            lambda row: row.key,
            required=True,
        ),
        Column("title", Kind.TEXT, N_("Title"), lambda row: row.title, required=True),
        Column("publisher", Kind.TEXT, N_("Publisher"), lambda row: row.publisher),
        Column("date", Kind.DATE, N_("Date of publication"), lambda row: row.date),
        Column(
            "licence",
            Kind.TEXT,
            N_("Licence; empty where none is stated and only facts were taken"),
            lambda row: row.licence,
        ),
        Column("url", Kind.ADDRESS, N_("Address"), lambda row: row.url, required=True),
        Column(
            "read",
            Kind.DATE,
            N_("Day the page was read, where it has no date of its own"),
            lambda row: row.read,
        ),
    ),
)

TABLES: tuple[Table[Any], ...] = (
    *SIGNATORY_TABLES,
    _COORDINATORS,
    _SUPPORTERS,
    _EVENTS,
    _SOURCES,
)
TABLE: Mapping[str, Table[Any]] = {table.name: table for table in TABLES}


def rows_of(site: Site) -> Rows:
    """Fill all tables."""
    return {table.name: tuple(row for _file, row in filled(table, site)) for table in TABLES}


def parts_of(table: Table[Any]) -> tuple[Table[Any], ...]:
    """Return the tables whose rows belong to rows of another."""
    return tuple(part for part in TABLES if part.part_of == table.name)
