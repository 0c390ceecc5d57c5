"""Whom to ask, in one language: for every country, and for one."""

from dataclasses import dataclass

from publishing.languages.collation import in_order
from publishing.languages.translations import address_of
from publishing.records.helpdesk import Desk, Seat
from publishing.site import Site
from publishing.views.pages import page_title
from publishing.views.tongue import Tongue, Worded


@dataclass(frozen=True, slots=True)
class DeskView:
    """Whom to ask: its name is its own, in the source language; `languages` are named, in order.

    `countries` are (name, address below the language); `source` is the page that gives the
    e-mail address.
    """

    name: Worded
    url: str
    countries: tuple[tuple[str, str], ...]
    languages: tuple[str, ...]
    email: str
    source: str
    date: str


@dataclass(frozen=True, slots=True)
class History:
    """What a country had of an office of the past: its years, its cities, where to read more."""

    first_year: int
    last_year: int
    cities: tuple[Worded, ...]
    more: Worded
    address: str


@dataclass(frozen=True, slots=True)
class CountryHelp:
    """Whom one country asks, None if nobody is known."""

    desk: DeskView | None
    history: History | None


def helpdesk(site: Site, tongue: Tongue) -> tuple[DeskView, ...]:
    """Say for every country whom to ask."""
    return tuple(_desk(desk, site, tongue) for desk in site.helpdesk.desks)


def help_in(country: str, site: Site, tongue: Tongue) -> CountryHelp:
    """Say whom to ask in one country; the office of the past only where it had a seat there."""
    desk = site.helpdesk.desk_of(country)
    view = _desk(desk, site, tongue) if desk else None
    return CountryHelp(view, _history(country, site, tongue))


def _desk(desk: Desk, site: Site, tongue: Tongue) -> DeskView:
    spoken = [tongue.write.language_name(code) for code in desk.languages]
    return DeskView(
        name=Worded(desk.name, site.languages.source.code),
        url=desk.url,
        countries=tuple(
            (name, f"signatories/{code}/") for code, name in tongue.countries(desk.countries)
        ),
        languages=tuple(in_order(spoken, str, tongue.code)),
        email=desk.email.address if desk.email else "",
        source=desk.email.url if desk.email else "",
        date=tongue.write.date(desk.as_of),
    )


def _history(country: str, site: Site, tongue: Tongue) -> History | None:
    former = site.helpdesk.former
    seats = [seat for seat in former.seats if seat.country == country] if former else []
    if not (former and seats):
        return None
    path, mark, anchor = former.page.partition("#")
    return History(
        first_year=former.first_year,
        last_year=former.last_year,
        cities=tuple(_city(seat, site, tongue) for seat in seats),
        more=page_title(path, site, tongue),
        address=address_of(path) + mark + anchor,
    )


def _city(seat: Seat, site: Site, tongue: Tongue) -> Worded:
    code = tongue.language.best_of(seat.city) or site.languages.source.code
    return Worded(seat.city[code], code)
