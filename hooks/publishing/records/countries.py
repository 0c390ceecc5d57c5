"""The eleven countries, and the publications that figures come from."""

from typing import Annotated, Literal

from pydantic import Field

from publishing.records.values import (
    CountryCode,
    KnownDate,
    LanguageCode,
    Record,
    Slug,
    Text,
    WebAddress,
    shaped,
)


class Country(Record):
    """A country of the region. `languages`: those its places are called by, the first one first.

    `coverage`: `dataset` (the release lists all), `news` (collected from news, incomplete) or
    `none` (no signatory is known).
    """

    code: CountryCode
    languages: Annotated[tuple[LanguageCode, ...], Field(strict=False, min_length=1)]
    coverage: Literal["dataset", "news", "none"]


class Publication(Record):
    """A source that figures are taken from, as shown to readers."""

    key: Slug
    title: Text
    publisher: Text
    date: KnownDate
    licence: Text
    url: WebAddress


SiteAddress = Annotated[
    str, shaped("/([A-Za-z0-9_-]+/)*", "an address such as /signatories/ua/lviv/")
]


class Redirect(Record):
    """A page that moved; both addresses without language, such as `/signatories/ua/lviv/`."""

    old: SiteAddress
    new: SiteAddress


class CountryList(Record):
    """The file `data/countries.yml`. `release` is the source that lists the signatories."""

    release: Slug
    countries: Annotated[tuple[Country, ...], Field(strict=False, min_length=1)]


class PublicationList(Record):
    """The file `data/sources.yml`."""

    sources: Annotated[tuple[Publication, ...], Field(strict=False, min_length=1)]


class RedirectList(Record):
    """The file `data/redirects.yml`."""

    redirects: Annotated[tuple[Redirect, ...], Field(strict=False)] = ()
