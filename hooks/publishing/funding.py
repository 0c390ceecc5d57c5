"""Funding: the rules of its file, and calls as deadlines in the agenda."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from publishing.checks import (
    check_country_codes,
    check_each_once,
    check_page_reference,
    check_wording,
)
from publishing.languages.formats import is_currency
from publishing.languages.language import Languages
from publishing.problems import Problem
from publishing.records.events import Event, Moment, last_day_of
from publishing.records.funding import Call, Funding
from publishing.site import Occasion
from publishing.sources import Location, Read, Source, in_words

PATH = "data/funding.yml"


def occasion_of(call: Call, place: Location = ()) -> Occasion:
    """Return the deadline of a call as the agenda has it; its id makes its address."""
    only = call.countries[0] if len(call.countries) == 1 else None
    event = Event(
        id=call.id,
        title=call.title,
        start=Moment(call.deadline),
        country=only,
        link=call.link,
        status=call.status,
        sequence=call.sequence,
        announced=call.announced,
        updated=call.updated,
    )
    return Occasion(call.id, PATH, event, call, place)


def deadlines(funding: Read[Funding]) -> list[Read[Occasion]]:
    """Return the deadlines of all calls, each with its part of the file."""
    return [
        Read(occasion_of(call, place), funding.source.part(place))
        for index, call in enumerate(funding.record.calls)
        for place in [("calls", index)]
    ]


def check_funding(
    funding: Read[Funding],
    events: Iterable[Read[Occasion]],
    pages: Mapping[str, AbstractSet[str]],
    countries: Collection[str],
    languages: Languages,
) -> Iterator[Problem]:
    """Yield every mistake in kinds of finance and calls; `pages` holds the anchors of each."""
    yield from _check_kinds(funding, pages, countries)
    calls = funding.record.calls
    places = [("calls", index, "id") for index in range(len(calls))]
    yield from check_each_once(funding.source, places, [call.id for call in calls], "each id once")
    taken = {name: read.record.file for read in events for name in _names(read.record)}
    for index, call in enumerate(calls):
        source = funding.source.part(("calls", index))
        if call.id in taken:
            hint = "Deadlines stand among the events: ids and addresses are never shared."
            yield source.problem(
                ("id",), f"an id that {taken[call.id]} does not have", call.id, hint
            )
        yield from _check_call(source, call, countries, languages)


def _names(occasion: Occasion) -> tuple[str, str]:
    return occasion.event.id, occasion.slug


def _check_kinds(
    funding: Read[Funding], pages: Mapping[str, AbstractSet[str]], countries: Collection[str]
) -> Iterator[Problem]:
    for index, finance in enumerate(funding.record.kinds):
        source = funding.source.part(("kinds", index))
        if finance.until < finance.since:
            hint = "Are the two swapped?"
            wanted = f"a year not before {finance.since}"
            yield source.problem(("until",), wanted, in_words(f"the number {finance.until}"), hint)
        if finance.page:
            yield from check_page_reference(source, ("page",), finance.page, pages)
        yield from check_country_codes(source, ("countries",), finance.countries, countries)


def _check_call(
    source: Source, call: Call, countries: Collection[str], languages: Languages
) -> Iterator[Problem]:
    for key, words in (("title", call.title), ("applicants", call.applicants)):
        yield from check_wording(source, (key,), words, languages)
    yield from check_country_codes(source, ("countries",), call.countries, countries)
    if call.amount and not is_currency(call.amount.currency):
        hint = "ISO 4217, such as EUR, UAH or KZT."
        wanted = "the code of a currency in use"
        yield source.problem(("amount", "currency"), wanted, call.amount.currency, hint)
    for key, wanted, found, hint in _misfits(call):
        yield source.problem((key,), wanted, found, hint)


def _misfits(call: Call) -> Sequence[tuple[str, str, str, str]]:
    """Name what does not fit together: (key, expected, found, hint)."""
    last, found = last_day_of(call.deadline), []
    if call.opens and call.opens.first_day > last:
        hint = "Are the two swapped?"
        wanted = f"a deadline not before the opening, {call.opens}"
        found.append(("deadline", wanted, str(call.deadline), hint))
    if call.announced.first_day > last:
        hint = "The day it became known."
        wanted = f"a day not after the deadline, {call.deadline}"
        found.append(("announced", wanted, str(call.announced), hint))
    if call.sequence and call.updated is None:
        hint = "Say the day of the change in updated:, so that calendars notice it."
        found.append(("sequence", "a date in updated: beside it", in_words("none"), hint))
    return found
