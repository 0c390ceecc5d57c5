"""Funding in one language: the known kinds of finance, and calls that are open on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from publishing.agenda import past, upcoming
from publishing.languages.translations import address_of
from publishing.records.funding import Finance
from publishing.records.values import PartialDate
from publishing.site import Occasion, Site
from publishing.views import vocabulary
from publishing.views.agenda import EventLine, event_line
from publishing.views.calls import CallFacts, call_facts
from publishing.views.pages import page_title
from publishing.views.tongue import Tongue, Worded


@dataclass(frozen=True, slots=True)
class FinanceLine:
    """A kind of finance; `link` leads to its source.

    It is below the language's start page, or absolute where `is_external`.
    """

    name: str
    years: str
    countries: str
    source: Worded
    link: str
    is_external: bool


@dataclass(frozen=True, slots=True)
class CallLine:
    """A call in the list: its deadline as the agenda has it, and what it offers."""

    line: EventLine
    facts: CallFacts


@dataclass(frozen=True, slots=True)
class Calls:
    """All calls, split by a day: the nearest deadline first, then the latest that has passed."""

    open: tuple[CallLine, ...]
    closed: tuple[CallLine, ...]


def finance_lines(site: Site, tongue: Tongue) -> tuple[FinanceLine, ...]:
    """List the kinds of finance in the order of their file."""
    return tuple(_finance(finance, site, tongue) for finance in site.finance)


def _finance(finance: Finance, site: Site, tongue: Tongue) -> FinanceLine:
    since, until = PartialDate(str(finance.since)), PartialDate(str(finance.until))
    path, mark, anchor = (finance.page or "").partition("#")
    source = Worded(urlsplit(finance.url or "").hostname or "", "")
    return FinanceLine(
        name=tongue.say(vocabulary.FINANCE[finance.kind]),
        years=tongue.write.dates(since, until),
        countries=", ".join(name for _code, name in tongue.countries(finance.countries)),
        source=page_title(path, site, tongue) if path else source,
        link=address_of(path) + mark + anchor if path else finance.url or "",
        is_external=not path,
    )


def calls(occasions: Iterable[Occasion], tongue: Tongue, today: date) -> Calls:
    """Split the calls among all occasions by a day."""
    deadlines = [one for one in occasions if one.call]
    return Calls(
        open=tuple(_lines(upcoming(deadlines, today), tongue)),
        closed=tuple(_lines(past(deadlines, today), tongue)),
    )


def _lines(deadlines: Iterable[Occasion], tongue: Tongue) -> Iterable[CallLine]:
    for one in deadlines:
        if one.call:
            yield CallLine(event_line(one, tongue), call_facts(one.call, tongue))
