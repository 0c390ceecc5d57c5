"""Events as calendars show them, in one language."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from publishing.agenda import in_calendar, in_country
from publishing.site import Occasion, Site
from publishing.views.agenda import event_line, full_title
from publishing.views.news import best_wording
from publishing.views.tongue import Tongue, Worded


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """An event as RFC 5545 wants it.

    `uid` names it in all languages: calendars in two languages hold one event, not two. `start`
    and `end` are days, the end excluded, or times with their zone. `stamp` dates this version.
    """

    uid: str
    sequence: int
    status: str
    start: date | datetime
    end: date | datetime
    stamp: datetime
    title: Worded
    place: Worded | None
    description: Worded
    url: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar: its name, its own address, the page it belongs to, its events."""

    name: str
    description: str
    language: str
    url: str
    page: str
    events: tuple[CalendarEvent, ...]


@dataclass(frozen=True, slots=True)
class CalendarLink:
    """A calendar in a list for readers: its file below the agenda, its name, its events."""

    name: str
    file: str
    count: str


ALL = "agenda.ics"


def calendar_event(occasion: Occasion, site: Site, tongue: Tongue, site_url: str) -> CalendarEvent:
    """Put a dated event into a calendar."""
    event = occasion.event
    first, last = event.instant(event.start), event.instant(event.last)
    line = event_line(occasion, tongue)
    organisers = [best_wording(words, tongue).text for words in event.organisers]
    address = site_url + tongue.language.address(occasion.address)
    about = [", ".join(organisers), line.status, address, event.link or ""]
    return CalendarEvent(
        uid=f"{event.id}@{_authority(site.identity)}",
        sequence=event.sequence,
        status=event.status.upper(),
        start=first or event.first_day,
        end=last or event.last_day + timedelta(days=1),
        stamp=(event.updated or event.published).midnight,
        title=full_title(line),
        place=_place(line.where),
        description=Worded("\n".join(filter(None, about)), tongue.code),
        url=address,
    )


def _place(where: tuple[Worded, ...]) -> Worded | None:
    """Join the words of a place; of two languages none is named."""
    if not where:
        return None
    languages = {words.language for words in where}
    language = languages.pop() if len(languages) == 1 else ""
    return Worded(", ".join(words.text for words in where), language)


def _authority(identity: str) -> str:
    """Return who gives the identities: `example.org` of `tag:example.org,2026:`."""
    return identity.removeprefix("tag:").partition(",")[0]


def calendars(site: Site, tongue: Tongue, site_url: str) -> dict[str, Calendar]:
    """Make the calendar of all events and one for each country, by their file."""
    say = tongue.say
    name = f"{say('Agenda')} – {say('Covenant of Mayors East')}"
    found = {ALL: _calendar(ALL, name, site.occasions, site, tongue, site_url)}
    for code in site.countries:
        title = f"{tongue.write.country(code)}: {name}"
        file = f"{code}.ics"
        events = in_country(site.occasions, code)
        found[file] = _calendar(file, title, events, site, tongue, site_url)
    return found


def _calendar(
    file: str,
    name: str,
    occasions: Iterable[Occasion],
    site: Site,
    tongue: Tongue,
    site_url: str,
) -> Calendar:
    page = site_url + tongue.language.address("agenda/")
    events = (calendar_event(one, site, tongue, site_url) for one in in_calendar(occasions))
    description = tongue.say("Events about the Covenant of Mayors in eleven countries.")
    return Calendar(name, description, tongue.code, page + file, page, tuple(events))


def calendar_links(site: Site, tongue: Tongue) -> tuple[CalendarLink, ...]:
    """List all calendars, with how many events each holds."""
    listed = [
        (tongue.say("All countries"), ALL, in_calendar(site.occasions)),
        *(
            (name, f"{code}.ics", in_calendar(in_country(site.occasions, code)))
            for code, name in tongue.countries(site.countries)
        ),
    ]
    return tuple(
        CalendarLink(
            name,
            file,
            tongue.count(
                "{number} event",
                "{number} events",
                len(events),
                number=tongue.write.number(len(events)),
            ),
        )
        for name, file, events in listed
    )


def webcal(url: str) -> str:
    """Return the address by which a calendar program subscribes.

    >>> webcal("https://example.org/agenda/ua.ics")
    'webcal://example.org/agenda/ua.ics'
    """
    return "webcal:" + url.partition(":")[2]
