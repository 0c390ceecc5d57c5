"""Coordinators and supporters: the bodies that help signatories."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from publishing.records.values import (
    Count,
    CountryCode,
    LanguageCode,
    SignatoryId,
    Sourced,
    Text,
    WebAddress,
    expected,
)

Service = Literal["promotion", "seap", "finance", "energy-days", "training", "other"]

# The Covenant began in 2008: no body had a part in it before.
JoiningYear = Annotated[int, Field(ge=2008, le=2100)]


def _secure(address: Any) -> Any:
    if not isinstance(address, str) or not address.startswith("https://"):
        raise expected("an address that begins with https://", "Copy it from the browser.")
    return address


class Since(Sourced):
    """The year in which the body took its part, as a page says."""

    year: JoiningYear

    def model_post_init(self, context: Any, /) -> None:
        """Refuse a year that its own source could not know of."""
        super().model_post_init(context)
        told = self.as_of or self.read
        if told is not None and self.year > told.first_day.year:
            hint = "Correct the year, or the date of the source."
            wanted = f"a year not after its source, {told.first_day.year}"
            raise expected(wanted, hint, found=f"the number {self.year}")


class ServiceGiven(Sourced):
    """Help that a source says the body gives, or gave on the day the source speaks of."""

    kind: Service


class Supported(Sourced):
    """How many signatories the body supports by its own account, and which it names."""

    number: Count | None = None
    signatories: Annotated[tuple[SignatoryId, ...], Field(strict=False)] = ()

    def model_post_init(self, context: Any, /) -> None:
        """Refuse an account that says nothing."""
        super().model_post_init(context)
        if self.number is None and not self.signatories:
            hint = "How many the source says, or the ids of those it names."
            raise expected("number: or signatories:", hint, found="neither")


class _Body(Sourced):
    """What coordinators and supporters have in common.

    `name` is the source's, in `language`; `names` holds what the body is called in others.
    `named` are further pages that call it coordinator or supporter. What no source gives is absent.
    """

    name: Text
    language: LanguageCode = "en"
    names: dict[LanguageCode, Text] = Field(default_factory=dict)
    since: Since | None = None
    services: Annotated[tuple[ServiceGiven, ...], Field(strict=False)] = ()
    website: Annotated[WebAddress, BeforeValidator(_secure)] | None = None
    supported: Supported | None = None
    named: Annotated[tuple[Sourced, ...], Field(strict=False)] = ()
    keep: Annotated[tuple[Text, ...], Field(strict=False)] = ()


class Coordinator(_Body):
    """A public body that gives signatories guidance and support."""

    country: CountryCode
    kind: Literal["national", "territorial"] | None = None

    @property
    def works_in(self) -> tuple[str, ...]:
        """The country it works in."""
        return (self.country,)


class Supporter(_Body):
    """A network or other not-for-profit body that advises signatories.

    A national one has a `country`, an international one `countries`: those in which a source gives
    it as a supporter.
    """

    scope: Literal["national", "international"]
    country: CountryCode | None = None
    countries: Annotated[tuple[CountryCode, ...], Field(strict=False)] = ()

    @property
    def works_in(self) -> tuple[str, ...]:
        """The countries it works in, as far as sources tell."""
        return (self.country,) if self.country else self.countries


Body = Coordinator | Supporter
