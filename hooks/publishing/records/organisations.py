"""Coordinators and supporters: the bodies that help signatories."""

from typing import Literal

from publishing.records.values import CountryCode, Sourced, Text, Year


class Coordinator(Sourced):
    """A public body that gives signatories guidance and support. `name` is the source's."""

    name: Text
    country: CountryCode
    kind: Literal["national", "territorial"] | None = None
    since: Year | None = None


class Supporter(Sourced):
    """A network or other not-for-profit body that advises signatories."""

    name: Text
    country: CountryCode
    scope: Literal["national", "international"]
    since: Year | None = None
