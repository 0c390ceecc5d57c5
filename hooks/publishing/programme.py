"""Rules of the programme's phases and of published numbers, between files."""

from collections.abc import Collection, Iterator

from publishing.checks import check_country_codes
from publishing.problems import Problem
from publishing.records.events import last_day_of
from publishing.records.programme import Phase, Programme, StatisticList
from publishing.sources import Location, Read, Source

PROGRAMME = "data/programme.yml"
STATISTICS = "data/statistics.yml"


def check_programme(
    programme: Read[Programme], countries: Collection[str], sources: Collection[str]
) -> Iterator[Problem]:
    """Require phases that end after they start, each once, in countries of the site."""
    seen: set[tuple[int, str | None]] = set()
    for index, phase in enumerate(programme.record.phases):
        place = ("phases", index)
        yield from _check_dates(phase, programme.source, place)
        yield from check_country_codes(
            programme.source, (*place, "countries"), phase.countries, countries
        )
        if phase.source and phase.source not in sources:
            hint = "Add the source there first."
            wanted = "a key of data/sources.yml"
            yield programme.source.problem((*place, "source"), wanted, phase.source, hint)
        key = phase.number, phase.part
        if key in seen:
            hint = "Remove one of the two, or name its part:."
            yield programme.source.problem(
                (*place, "number"), "each phase once", phase.number, hint
            )
        seen.add(key)


def check_statistics(
    statistics: Read[StatisticList], countries: Collection[str]
) -> Iterator[Problem]:
    """Require that published numbers are of countries of the site."""
    for index, statistic in enumerate(statistics.record.statistics):
        place = ("statistics", index, "countries")
        yield from check_country_codes(statistics.source, place, statistic.countries, countries)


def _check_dates(phase: Phase, source: Source, place: Location) -> Iterator[Problem]:
    if phase.end is not None and last_day_of(phase.end) < phase.start.first_day:
        hint = "Are the two swapped?"
        wanted = f"an end not before the start, {phase.start}"
        yield source.problem((*place, "end"), wanted, phase.end, hint)
