"""The phases of the project, and what others published about it."""

from typing import Annotated, Literal

from pydantic import Field

from publishing.records.values import (
    Count,
    CountryCode,
    KnownDate,
    Record,
    Sourced,
    Text,
    WebAddress,
    expected,
)


class Phase(Sourced):
    """A phase of the project, or a part of one that has figures of its own.

    Without `end` it is open, or its end is not known. `lead` and `partners` are bodies by the names
    of the source; `budget_eur` is in euro.
    """

    number: Annotated[int, Field(ge=1, le=20)]
    part: Literal["central-asia"] | None = None
    start: KnownDate
    end: KnownDate | None = None
    countries: Annotated[tuple[CountryCode, ...], Field(strict=False, min_length=1)]
    lead: Text | None = None
    partners: Annotated[tuple[Text, ...], Field(strict=False)] = ()
    budget_eur: Count | None = None


class Programme(Record):
    """The file `data/programme.yml`."""

    phases: Annotated[tuple[Phase, ...], Field(strict=False)] = ()


class Statistic(Record):
    """A number that somebody published; never without its date and its page.

    It is true of some `countries`, or of an `area`. Numbers of different publishers may contradict
    each other.
    """

    indicator: Literal[
        "signatories",
        "signatories-on-hold",
        "commitment-2030",
        "action-plans",
        "national-coordinators",
        "national-supporters",
    ]
    value: Count
    precision: Literal["exact", "about", "over"] = "exact"
    countries: Annotated[tuple[CountryCode, ...], Field(strict=False)] = ()
    area: Literal["eastern-partnership", "eleven-countries", "world"] | None = None
    as_of: KnownDate
    publisher: Text
    url: WebAddress

    def model_post_init(self, _context: object, /) -> None:
        """Refuse a number that is true of nothing, or of two things."""
        if bool(self.countries) == (self.area is not None):
            found = "both" if self.countries else "neither"
            hint = "Say where the number is true."
            raise expected("either countries: or area:", hint, found=found)


class StatisticList(Record):
    """The file `data/statistics.yml`."""

    statistics: Annotated[tuple[Statistic, ...], Field(strict=False)] = ()
