"""Whom to ask about joining, country by country, and where expressions of interest go."""

from typing import Annotated

from pydantic import Field

from publishing.records.glossary import PageReference
from publishing.records.newsletters import MailAddress, ServiceAddress
from publishing.records.values import (
    CountryCode,
    KnownDate,
    LanguageCode,
    Record,
    Text,
    WebAddress,
    Year,
)


class PublishedMail(Record):
    """An e-mail address, and the page that it is published on."""

    address: MailAddress
    url: WebAddress


class Desk(Record):
    """Whom some countries ask today; `name` is its own, in English.

    `languages` are those that its public pages are known in, `as_of` the day that its address was
    collected. An e-mail address is given only where a page publishes it.
    """

    name: Text
    url: WebAddress
    countries: Annotated[tuple[CountryCode, ...], Field(strict=False, min_length=1)]
    languages: Annotated[tuple[LanguageCode, ...], Field(strict=False)] = ()
    email: PublishedMail | None = None
    as_of: KnownDate


class Seat(Record):
    """A city that experts of an office worked in, by its name in each language."""

    country: CountryCode
    city: Annotated[dict[LanguageCode, Text], Field(min_length=1)]


class FormerOffice(Record):
    """An office of the past: its years, its seats, and the page that tells more."""

    first_year: Year
    last_year: Year
    seats: Annotated[tuple[Seat, ...], Field(strict=False, min_length=1)]
    page: PageReference


class Helpdesk(Record):
    """The file `data/helpdesk.yml`. A site without it names nobody."""

    desks: Annotated[tuple[Desk, ...], Field(strict=False)] = ()
    former: FormerOffice | None = None

    def desk_of(self, country: str) -> Desk | None:
        """Return whom a country asks."""
        return next((desk for desk in self.desks if country in desk.countries), None)


class AdhesionOffice(Record):
    """Where expressions of interest go: `extra: adhesion:` in `mkdocs.yml`.

    `service` is the address that the forms post to. Without it they write an e-mail: to the desk of
    the country where that has published an address, else to `address`.
    """

    service: ServiceAddress | None = None
    address: MailAddress | None = None
