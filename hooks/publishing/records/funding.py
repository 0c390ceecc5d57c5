"""Funding: kinds of finance that sources name, and calls with a deadline."""

from typing import Annotated, Any, Literal

from pydantic import Field

from publishing.records.events import Wording
from publishing.records.glossary import PageReference
from publishing.records.values import (
    CountryCode,
    KnownDate,
    Record,
    Slug,
    WebAddress,
    Year,
    expected,
    shaped,
)

FinanceKind = Literal["local-instruments", "international-institutions", "nif", "ifca", "donors"]
Currency = Annotated[str, shaped("[A-Z]{3}", "a code of three capital letters such as EUR")]
Countries = Annotated[tuple[CountryCode, ...], Field(strict=False)]


class Finance(Record):
    """A kind of finance, in the years that its source speaks of.

    The source is a page of the site, which names it, or a web page. Without `countries` it names
    none.
    """

    kind: FinanceKind
    since: Year
    until: Year
    countries: Countries = ()
    page: PageReference | None = None
    url: WebAddress | None = None

    def model_post_init(self, _context: Any, /) -> None:
        """Refuse a kind of finance that nobody or two have named."""
        if (self.page is None) == (self.url is None):
            hint = "Say where this kind of finance is named."
            found = "neither" if self.page is None else "both"
            raise expected("either page: or url:", hint, found=found)


class Amount(Record):
    """A sum of money in whole units of a currency (ISO 4217)."""

    value: Annotated[int, Field(ge=1, le=10**12)]
    currency: Currency


class Call(Record):
    """A call for funding. Its deadline stands in the agenda, under the same rules as an event.

    `applicants` says who can apply, `announced` is its date in feeds; `sequence` grows with every
    change of the deadline or the status after publication.
    """

    id: Slug
    title: Wording
    opens: KnownDate | None = None
    deadline: KnownDate
    amount: Amount | None = None
    countries: Annotated[Countries, Field(min_length=1)]
    applicants: Wording
    link: WebAddress
    announced: KnownDate
    status: Literal["confirmed", "cancelled"] = "confirmed"
    sequence: Annotated[int, Field(ge=0, le=10_000)] = 0
    updated: KnownDate | None = None


class Funding(Record):
    """The file `data/funding.yml`."""

    kinds: Annotated[tuple[Finance, ...], Field(strict=False)] = ()
    calls: Annotated[tuple[Call, ...], Field(strict=False)] = ()
