"""Calendars as files: iCalendar (RFC 5545, names and refreshing by RFC 7986)."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache

import icalendar

from publishing.views.calendars import Calendar, CalendarEvent
from publishing.views.tongue import Worded

_REFRESH = timedelta(days=1)


def calendar_file(calendar: Calendar) -> bytes:
    """Write a calendar; lines end as the norm asks and are at most 75 octets long."""
    found = _empty(calendar.language)
    found.add("NAME", calendar.name)
    found.add("X-WR-CALNAME", calendar.name)
    found.add("DESCRIPTION", calendar.description)
    found.add("X-WR-CALDESC", calendar.description)
    found.add("URL", calendar.page)
    found.add("SOURCE", calendar.url, parameters={"VALUE": "URI"})
    found.add("REFRESH-INTERVAL", _REFRESH, parameters={"VALUE": "DURATION"})
    found.add("X-PUBLISHED-TTL", icalendar.vDuration(_REFRESH))
    return _with_events(found, calendar.events)


def event_file(event: CalendarEvent, language: str) -> bytes:
    """Write one event, to be downloaded."""
    return _with_events(_empty(language), [event])


def _empty(language: str) -> icalendar.Calendar:
    found = icalendar.Calendar()
    found.add("PRODID", f"-//Covenant of Mayors East//Agenda//{language.upper()}")
    found.add("VERSION", "2.0")
    found.add("CALSCALE", "GREGORIAN")
    return found


def _with_events(calendar: icalendar.Calendar, events: Iterable[CalendarEvent]) -> bytes:
    components = [_event(event) for event in events]
    for component in components:
        calendar.add_component(component)
    # The library finds the zones in a set, whose order is another in every process.
    zones = sorted(calendar.get_missing_tzids())
    calendar.subcomponents = [*map(_zone, zones), *components]
    if not components:
        # The norm asks for at least one component, and a calendar may have no event yet.
        calendar.add_component(_zone("Etc/UTC"))
    return bytes(calendar.to_ical())


@lru_cache(maxsize=600)
def _zone(name: str) -> icalendar.Timezone:
    return icalendar.Timezone.from_tzid(name)


def _event(event: CalendarEvent) -> icalendar.Event:
    found = icalendar.Event()
    found.add("UID", event.uid)
    found.add("DTSTAMP", event.stamp)
    found.add("LAST-MODIFIED", event.stamp)
    found.add("SEQUENCE", event.sequence)
    found.add("STATUS", event.status)
    found.add("DTSTART", event.start)
    if event.end != event.start:
        found.add("DTEND", event.end)
    if not isinstance(event.start, datetime):
        # Whole days do not make anyone busy.
        found.add("TRANSP", "TRANSPARENT")
    found.add("SUMMARY", event.title.text, parameters=_language(event.title))
    if event.place:
        found.add("LOCATION", event.place.text, parameters=_language(event.place))
    about = event.description
    found.add("DESCRIPTION", about.text, parameters=_language(about))
    found.add("URL", event.url)
    return found


def _language(words: Worded) -> dict[str, str]:
    return {"LANGUAGE": words.language} if words.language else {}
