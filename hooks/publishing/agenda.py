"""Events: their rules, and which of them lie ahead on a given day."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from publishing.checks import check_file_name, check_wording
from publishing.languages.formats import is_territory
from publishing.languages.language import Languages
from publishing.problems import Problem
from publishing.records.events import Event, mistakes_of
from publishing.site import Occasion
from publishing.sources import Read

# Where a key that is absent belongs, by what asks for it.
_BESIDE = {"updated": "sequence", "zone": "start"}


def check_events(events: Sequence[Read[Occasion]], languages: Languages) -> Iterator[Problem]:
    """Yield every mistake in and between events."""
    owners: dict[str, str] = {}
    for read in events:
        event, source = read.record.event, read.source
        yield from check_file_name(source, "forum-almaty-2026.yml")
        first = owners.setdefault(event.id, read.record.file)
        if first != read.record.file:
            hint = "Ids never change and are never shared; give the newer event its own."
            yield source.problem(("id",), f"an id that {first} does not have", event.id, hint)
        for key, wanted, found, hint in mistakes_of(event):
            place = (key,) if key in source.value else (_BESIDE.get(key, "start"),)
            yield replace(source.problem(place, wanted, found, hint), field=key)
        if event.country and not is_territory(event.country):
            hint = "ISO 3166-1 alpha-2, in small letters."
            yield source.problem(("country",), "the code of a country", event.country, hint)
        yield from _check_wordings(read, languages)


def _check_wordings(read: Read[Occasion], languages: Languages) -> Iterator[Problem]:
    event = read.record.event
    wordings = [(("title",), event.title)]
    if event.place:
        wordings.append((("place",), event.place))
    wordings += [
        (("organisers", index), words)  # type: ignore[misc]
        for index, words in enumerate(event.organisers)
    ]
    for place, words in wordings:
        yield from check_wording(read.source, place, words, languages)


def upcoming(occasions: Iterable[Occasion], today: date) -> list[Occasion]:
    """Return what has not ended before `today`, the next first."""
    ahead = [one for one in occasions if one.event.last_day >= today]
    return sorted(ahead, key=lambda one: one.oldest_first)


def past(occasions: Iterable[Occasion], today: date) -> list[Occasion]:
    """Return what has ended before `today`, the latest first."""
    gone = [one for one in occasions if one.event.last_day < today]
    return sorted(gone, key=lambda one: one.oldest_first, reverse=True)


def in_country(occasions: Iterable[Occasion], country: str) -> list[Occasion]:
    """Return the events held in a country, or for it."""
    return [one for one in occasions if country in one.countries]


def by_ids(occasions: Iterable[Occasion], ids: Collection[str]) -> list[Occasion]:
    """Return the events with these ids, in their order in the agenda."""
    return [one for one in occasions if one.event.id in ids]


def in_calendar(occasions: Iterable[Occasion]) -> list[Occasion]:
    """Return the events whose days are known: others cannot stand in a calendar."""
    return [one for one in occasions if one.event.is_dated]


def event_state(event: Event) -> str:
    """Say in one line what a change of which asks for a higher sequence (RFC 5545, 3.8.7.4)."""
    return " ".join(filter(None, [event.start, event.end, event.zone, event.status]))
