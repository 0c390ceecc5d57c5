"""Events in one language: lines of the agenda, and the page of an event."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

from publishing.agenda import past, upcoming
from publishing.records.events import Event, Moment
from publishing.site import News, Occasion, Site
from publishing.views import vocabulary
from publishing.views.calls import CallFacts, call_facts
from publishing.views.news import NewsLine, best_wording, news_lines
from publishing.views.tongue import Tongue, Worded


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in a list. `day` is its start, `until` tells a script from when on it is over.

    Both are ISO days, or ISO times with their offset from UTC. `language_name` is empty where the
    title is in the readers' own language. `kind` says what it is, if it is no event.
    """

    title: Worded
    language_name: str
    when: str
    day: str
    until: str
    where: tuple[Worded, ...]
    status: str
    is_cancelled: bool
    address: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class AgendaYear:
    """The past events of one year, the latest first."""

    year: int
    lines: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """All events, split by a day into what is ahead and what is over."""

    upcoming: tuple[EventLine, ...]
    past: tuple[AgendaYear, ...]


@dataclass(frozen=True, slots=True)
class EventPage:
    """Everything the page of an event shows. `calendar` is its file, if its days are known.

    `heading` tells it apart from events of the same title.
    """

    title: Worded
    heading: str
    description: str
    line: EventLine
    country: str
    country_code: str
    organisers: tuple[Worded, ...]
    link: str
    link_host: str
    calendar: str
    call: CallFacts | None
    news: tuple[NewsLine, ...]
    file: str


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What programs are told of an event.

    `starts` and `ends` are ISO 8601 as far as they are known: a year, a month, a day, or a time
    with its offset from UTC. `status` is the record's; `country_code` ISO 3166-1 in small letters.
    """

    starts: str
    ends: str
    status: str
    is_online: bool
    place: str
    country: str
    country_code: str


def event_line(occasion: Occasion, tongue: Tongue) -> EventLine:
    """Put an event into a list."""
    event = occasion.event
    status = vocabulary.EVENT_STATUS[event.status]
    title = best_wording(event.title, tongue)
    return EventLine(
        title=title,
        language_name=tongue.name_of_other(title.language),
        when=when(event, tongue),
        day=_iso(event, event.start),
        until=_until(event),
        where=_where(occasion, tongue),
        status=tongue.say(status) if status else "",
        is_cancelled=event.status == "cancelled",
        address=occasion.address,
        kind=tongue.say("Deadline") if occasion.call else "",
    )


def heading(line: EventLine) -> str:
    """Name an event so that no two sound alike: many trainings have one title."""
    return f"{full_title(line).text}, {line.when}"


def full_title(line: EventLine) -> Worded:
    """Return the title with what it is, if it is no event; of two languages none is named."""
    if not line.kind:
        return line.title
    language = "" if line.language_name else line.title.language
    return Worded(f"{line.kind}: {line.title.text}", language)


def when(event: Event, tongue: Tongue) -> str:
    """Say when an event is, with the clock of its place if its times are known."""
    first, last = event.start, event.last
    write = tongue.write
    begins, ends = event.instant(first), event.instant(last)
    if begins is None or ends is None:
        return write.dates(first.date, last.date)
    if first.date == last.date:
        times = write.time(begins) if begins == ends else f"{write.time(begins)}–{write.time(ends)}"
        return f"{write.date(first.date)}, {times} ({_offset(begins)})"
    start = f"{write.date(first.date)}, {write.time(begins)}"
    # Between the two, the clock may have been changed.
    offset = f" ({_offset(begins)})" if begins.utcoffset() != ends.utcoffset() else ""
    return f"{start}{offset} – {write.date(last.date)}, {write.time(ends)} ({_offset(ends)})"


def _offset(moment: datetime) -> str:
    """Write the distance from UTC: `UTC+4`, `UTC+5:30`."""
    seconds = moment.utcoffset()
    minutes = int(seconds.total_seconds() // 60) if seconds else 0
    sign = "−" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def _iso(event: Event, moment: Moment) -> str:
    instant = event.instant(moment)
    return instant.isoformat(timespec="minutes") if instant else str(moment)


def _until(event: Event) -> str:
    ends = event.instant(event.last)
    return ends.isoformat(timespec="minutes") if ends else event.last_day.isoformat()


def _where(occasion: Occasion, tongue: Tongue) -> tuple[Worded, ...]:
    place = occasion.event.place
    words = [best_wording(place, tongue)] if place else []
    countries = tongue.countries(occasion.countries)
    return (*words, *(Worded(name, tongue.code) for _code, name in countries))


def agenda(site: Site, tongue: Tongue, today: date) -> Agenda:
    """Split all events by a day."""
    years: dict[int, list[EventLine]] = {}
    for occasion in past(site.occasions, today):
        line = event_line(occasion, tongue)
        years.setdefault(occasion.event.first_day.year, []).append(line)
    return Agenda(
        upcoming=next_events(site.occasions, tongue, today),
        past=tuple(AgendaYear(year, tuple(lines)) for year, lines in years.items()),
    )


def next_events(
    occasions: Iterable[Occasion], tongue: Tongue, today: date
) -> tuple[EventLine, ...]:
    """Return what is ahead on a day, the next first."""
    return tuple(event_line(one, tongue) for one in upcoming(occasions, today))


def event_page(occasion: Occasion, news: Iterable[News], site: Site, tongue: Tongue) -> EventPage:
    """Put an event, with the news about it, into words in any language of the site."""
    event = occasion.event
    line = event_line(occasion, tongue)
    where = ", ".join(words.text for words in line.where)
    return EventPage(
        title=line.title,
        heading=heading(line),
        description=f"{full_title(line).text}: " + ", ".join(filter(None, [line.when, where])),
        line=line,
        country=tongue.write.country(event.country) if event.country else "",
        country_code=event.country if event.country and event.country in site.countries else "",
        organisers=tuple(best_wording(words, tongue) for words in event.organisers),
        link=event.link or "",
        link_host=urlsplit(event.link or "").hostname or "",
        calendar="event.ics" if event.is_dated else "",
        call=call_facts(occasion.call, tongue) if occasion.call else None,
        news=news_lines(news, tongue, site),
        file=occasion.file,
    )


def event_facts(occasion: Occasion, tongue: Tongue) -> EventFacts:
    """Tell programs about an event; names are those that readers of the language get."""
    event = occasion.event
    return EventFacts(
        starts=_iso(event, event.start),
        ends=_iso(event, event.end) if event.end else "",
        status=event.status,
        is_online=event.online,
        place=best_wording(event.place, tongue).text if event.place else "",
        country=tongue.write.country(event.country) if event.country else "",
        country_code=event.country or "",
    )
