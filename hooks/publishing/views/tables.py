"""The tables of the open data: the one place that says what their files and columns hold.

The CSV files, the schemas, the catalogue and the page about them are all made from here; those
about signatories stand in `signatory_tables`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import urlsplit

from publishing.records.organisations import Coordinator, Supporter
from publishing.records.programme import Phase, Statistic
from publishing.records.values import PartialDate, Record, Sourced
from publishing.site import Occasion, Site
from publishing.views import vocabulary
from publishing.views.signatory_tables import SIGNATORY_TABLES
from publishing.views.table import (
    AS_OF,
    COUNTRIES,
    COUNTRY_CODE,
    IDENTIFIER,
    LANGUAGE_CODE,
    OUR_PAGE,
    PAGE,
    SOURCE,
    Column,
    Kind,
    Origin,
    Table,
    Value,
    cited,
)
from publishing.views.vocabulary import N_

_F = TypeVar("_F")

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


def _coordinators(site: Site) -> Iterator[tuple[Origin, _Body[Coordinator]]]:
    for slug, record in site.coordinators.items():
        yield Origin(f"data/coordinators/{slug}.yml"), _Body(slug, record)


def _supporters(site: Site) -> Iterator[tuple[Origin, _Body[Supporter]]]:
    for slug, record in site.supporters.items():
        yield Origin(f"data/supporters/{slug}.yml"), _Body(slug, record)


def _named() -> tuple[Column[_Body[Any]], ...]:
    """Return the columns that say which body a row is about."""
    return (
        Column("id", Kind.TEXT, IDENTIFIER, lambda row: row.slug, required=True),
        Column("name", Kind.TEXT, N_("Name"), lambda row: row.record.name, required=True),
        Column(
            "countries",
            Kind.LIST,
            COUNTRIES,
            lambda row: _codes(row.record.works_in),
            required=True,
            pattern=COUNTRY_CODE,
        ),
    )


def _joined() -> tuple[Column[_Body[Any]], ...]:
    """Return the columns on what a body says of itself: since when, how many, where."""

    def year(row: _Body[Any]) -> Value:
        return row.record.since.year if row.record.since else None

    def number(row: _Body[Any]) -> Value:
        return row.record.supported.number if row.record.supported else None

    return (
        Column("since", Kind.YEAR, N_("Year it joined"), year),
        *cited("since", lambda row: row.record.since),
        Column(
            "supported",
            Kind.WHOLE,
            N_("Signatories supported, as published elsewhere"),
            number,
            smallest=0,
        ),
        *cited("supported", lambda row: row.record.supported),
        Column("website", Kind.ADDRESS, N_("Website"), lambda row: row.record.website),
        *cited("", lambda row: row.record),
    )


def _codes(countries: Iterable[str]) -> tuple[str, ...] | None:
    """Write the codes of countries in capitals, in their order; None for none."""
    return tuple(sorted(code.upper() for code in countries)) or None


_COORDINATORS: Table[_Body[Coordinator]] = Table(
    name="coordinators",
    title=N_("Coordinators"),
    holds=N_("Public bodies that guide and support signatories, under the name in the source."),
    key=("id",),
    rows=_coordinators,
    columns=(
        *_named(),
        Column(
            "kind",
            Kind.TEXT,
            N_("National or territorial"),
            lambda row: row.record.kind,
            codes={"national": None, "territorial": None},
        ),
        *_joined(),
    ),
)

_SUPPORTERS: Table[_Body[Supporter]] = Table(
    name="supporters",
    title=N_("Supporters"),
    holds=N_("Networks and other bodies that advise signatories, under the name in the source."),
    key=("id",),
    rows=_supporters,
    columns=(
        *_named(),
        Column(
            "scope",
            Kind.TEXT,
            N_("National or international"),
            lambda row: row.record.scope,
            required=True,
            codes={"national": None, "international": None},
        ),
        *_joined(),
    ),
)


def _events(site: Site) -> Iterator[tuple[Origin, tuple[str, Occasion]]]:
    """Yield the events with the language they are told in: the site's first, or the first known."""
    first = site.languages.source.code
    for occasion in site.occasions:
        known = occasion.event.title
        origin = Origin(occasion.file, occasion.place)
        yield origin, (first if first in known else next(iter(known)), occasion)


_EVENTS: Table[tuple[str, Occasion]] = Table(
    name="events",
    title=N_("Events"),
    holds=N_("Events of the agenda and deadlines of calls for funding, past and coming."),
    key=("id",),
    rows=_events,
    columns=(
        Column("id", Kind.TEXT, IDENTIFIER, lambda row: row[1].event.id, required=True),
        Column(
            "kind",
            Kind.TEXT,
            N_("What it is: an event, or the deadline of a call for funding"),
            lambda row: "deadline" if row[1].call else "event",
            required=True,
            codes={"event": None, "deadline": None},
        ),
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
            N_("First day, time it opens, or deadline, as far as it is known"),
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
            "countries",
            Kind.LIST,
            COUNTRIES,
            lambda row: _codes(row[1].countries),
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
        Column(
            "source",
            Kind.ADDRESS,
            N_("Page about it elsewhere"),
            lambda row: row[1].event.link,
            leads_to="sources",
        ),
        Column(
            "page", Kind.TEXT, PAGE, lambda row: row[1].address, required=True, pattern=OUR_PAGE
        ),
    ),
)


def _itself(phase: Phase) -> Sourced | None:
    return phase


def _phases(site: Site) -> Iterator[tuple[Origin, Phase]]:
    for index, phase in enumerate(site.phases):
        yield Origin("data/programme.yml", ("phases", index)), phase


_PROGRAMME: Table[Phase] = Table(
    name="programme",
    title=N_("Phases of the project"),
    holds=N_("The phases of the project Covenant of Mayors East, with dates, bodies and budget."),
    key=("id",),
    rows=_phases,
    columns=(
        Column(
            "id",
            Kind.TEXT,
            IDENTIFIER,
            lambda row: f"{row.number}-{row.part}" if row.part else str(row.number),
            required=True,
        ),
        Column("phase", Kind.WHOLE, N_("Phase"), lambda row: row.number, required=True, smallest=1),
        Column(
            "part",
            Kind.TEXT,
            N_("Part of the phase that the row is about; empty where it is the whole phase"),
            lambda row: row.part,
            codes={"central-asia": None},
        ),
        Column("start", Kind.DATE, N_("Start"), lambda row: row.start, required=True),
        Column("end", Kind.DATE, N_("End, where it is known"), lambda row: row.end),
        Column(
            "countries",
            Kind.LIST,
            COUNTRIES,
            lambda row: _codes(row.countries),
            required=True,
            pattern=COUNTRY_CODE,
        ),
        Column("lead", Kind.TEXT, N_("Leader, under the name in the source"), lambda row: row.lead),
        Column(
            "partners",
            Kind.LIST,
            N_("Partners, under the names in the source"),
            lambda row: row.partners or None,
            pattern="[^;]+",
        ),
        Column("budget_eur", Kind.WHOLE, N_("Budget"), lambda row: row.budget_eur, smallest=0),
        *cited("", _itself),
    ),
)


def _statistics(site: Site) -> Iterator[tuple[Origin, Statistic]]:
    for index, statistic in enumerate(site.statistics):
        yield Origin("data/statistics.yml", ("statistics", index)), statistic


def _where(statistic: Statistic) -> Value:
    area = (statistic.area,) if statistic.area else None
    return _codes(statistic.countries) or area


_STATISTICS: Table[Statistic] = Table(
    name="statistics",
    title=N_("Numbers that others published"),
    holds=N_(
        "Numbers that others published about the Covenant. They contradict each other at times."
    ),
    key=("indicator", "where", "as_of", "source"),
    rows=_statistics,
    columns=(
        Column(
            "indicator",
            Kind.TEXT,
            N_("What"),
            lambda row: row.indicator,
            required=True,
            codes=vocabulary.INDICATOR,
        ),
        Column(
            "where",
            Kind.LIST,
            N_("Countries that the number is true of (ISO 3166-1 alpha-2), or an area of several"),
            _where,
            required=True,
            pattern="|".join([COUNTRY_CODE, *vocabulary.AREA]),
        ),
        Column("value", Kind.WHOLE, N_("Number"), lambda row: row.value, required=True, smallest=0),
        Column(
            "precision",
            Kind.TEXT,
            N_("How the source gives the number"),
            lambda row: row.precision,
            required=True,
            codes=dict.fromkeys(vocabulary.PRECISION),
        ),
        Column("as_of", Kind.DATE, AS_OF, lambda row: row.as_of, required=True),
        Column("publisher", Kind.TEXT, N_("Publisher"), lambda row: row.publisher, required=True),
        Column("source", Kind.TEXT, SOURCE, lambda row: row.url, required=True, leads_to="sources"),
    ),
)


def _sources(site: Site) -> Iterator[tuple[Origin, _CitedSource]]:
    """Yield the publications, and every page that a fact was read on: with its latest reading."""
    for index, source in enumerate(site.sources.values()):
        yield (
            Origin("data/sources.yml", ("sources", index)),
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
    pages: dict[str, tuple[Origin, PartialDate | None]] = {}
    for origin, url, read in _pages(site):
        held = pages.get(url, (origin, None))
        first = min(origin, held[0], key=lambda one: (one.file, str(one.place)))
        pages[url] = first, max(read, held[1], key=lambda day: day or "")
    for url, (origin, read) in pages.items():
        host = urlsplit(url).hostname or url
        yield origin, _CitedSource(url, host, None, None, None, url, read)


def _pages(site: Site) -> Iterator[tuple[Origin, str, PartialDate | None]]:
    """Yield the address of every page that something was read on, and the day, if it is known."""
    for origin, fact in _facts(site):
        if fact.url is not None:
            yield origin, fact.url, fact.read
    for origin, statistic in _statistics(site):
        yield origin, statistic.url, None
    for occasion in site.occasions:
        if occasion.event.link:
            yield Origin(occasion.file, occasion.place), occasion.event.link, None


def _facts(site: Site) -> Iterator[tuple[Origin, Sourced]]:
    """Yield every fact that names its source."""
    for coordinator in _coordinators(site):
        yield from _facts_in(coordinator[1].record, coordinator[0])
    for supporter in _supporters(site):
        yield from _facts_in(supporter[1].record, supporter[0])
    for entry in site.entries:
        yield from _facts_in(entry.signatory, Origin(entry.file))
    yield from _phases(site)


def _facts_in(record: Record, origin: Origin) -> Iterator[tuple[Origin, Sourced]]:
    """Yield a record that names its source, and those of its parts that do."""
    if isinstance(record, Sourced):
        yield origin, record
    for name in type(record).model_fields:
        held = getattr(record, name)
        parts = enumerate(held) if isinstance(held, tuple) else [(None, held)]
        for index, fact in parts:
            if isinstance(fact, Sourced):
                place = (name,) if index is None else (name, index)
                yield Origin(origin.file, (*origin.place, *place)), fact


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
    _PROGRAMME,
    _STATISTICS,
    _SOURCES,
)
TABLE: Mapping[str, Table[Any]] = {table.name: table for table in TABLES}


def parts_of(table: Table[Any]) -> tuple[Table[Any], ...]:
    """Return the tables whose rows belong to rows of another."""
    return tuple(part for part in TABLES if part.part_of == table.name)
