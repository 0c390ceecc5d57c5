"""Signatories: what is known of each, with its provenance, in no language."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from publishing.records.values import (
    Count,
    KnownDate,
    LanguageCode,
    MegawattHours,
    Percent,
    Record,
    SignatoryId,
    Slug,
    Sourced,
    Text,
    Tonnes,
    Year,
    expected,
)

Commitment = Annotated[
    Literal["2020", "2030", "2050", "mayors-adapt"],
    BeforeValidator(lambda value: str(value) if type(value) is int else value),
]
Confidence = Literal["high", "medium", "low"]
Doubt = Literal[
    "low-per-capita",
    "high-per-capita",
    "population-differs-from-adhesion",
    "implausible-against-baseline",
    "implausibly-small",
    "implausible-population",
    "differs-from-town",
]
InventorySector = Literal[
    "municipal-buildings",
    "tertiary-buildings",
    "residential-buildings",
    "industry",
    "transport",
    "waste",
]
ReductionSector = Literal[
    "municipal",
    "tertiary",
    "residential",
    "public-lighting",
    "industry",
    "transport",
    "local-electricity",
    "local-heat",
    "other",
]
Relation = Literal["same-place", "district-of", "town-in-district"]


class Position(Record):
    """WGS 84 degrees, and where they come from."""

    latitude: Annotated[float, Field(ge=34, le=57)]
    longitude: Annotated[float, Field(ge=21, le=88)]
    source: Slug
    doubt: Literal["out-of-country", "low-precision"] | None = None


class LocalName(Record):
    """The place's name in one language. A name of low confidence is for search, not display."""

    language: LanguageCode
    name: Text
    confidence: Confidence
    source: Slug

    @property
    def may_be_shown(self) -> bool:
        """Whether readers see it, or only the search."""
        return self.confidence != "low"


class Status(Sourced):
    """`on-hold`: suspended until the missing plan or report is submitted."""

    value: Literal["active", "on-hold"]


class Adhesion(Sourced):
    """The latest adhesion. A renewed commitment replaces the first date in the source."""

    date: KnownDate
    precision: Literal["exact", "ceremony", "on-or-before"] = "exact"
    kind: Literal["individual", "group"] | None = None
    group: Text | None = None


class FirstAdhesion(Sourced):
    """When the place joined for the first time, where a page says so."""

    date: KnownDate


class Commitments(Sourced):
    """The commitments in force, as the source lists them."""

    made: Annotated[tuple[Commitment, ...], Field(strict=False, min_length=1)]


class Population(Sourced):
    """Inhabitants: declared when joining, or counted in a census."""

    value: Count
    kind: Literal["declared", "census"]
    doubt: Doubt | None = None


class InventoryLine(Record):
    """One sector of an inventory: energy in MWh and emissions in tonnes, as reported."""

    sector: InventorySector
    emissions_t: Annotated[float, Field(ge=-1e9, le=1e10)]
    energy_mwh: MegawattHours | None = None


class Inventory(Sourced):
    """A baseline or monitoring emission inventory as reported, before any correction."""

    id: Text
    kind: Literal["baseline", "monitoring"]
    year: Year
    emissions_t: Tonnes
    population: Count | None = None
    sectors: Annotated[tuple[InventoryLine, ...], Field(strict=False, min_length=1)]
    doubts: Annotated[tuple[Doubt, ...], Field(strict=False)] = ()


class ReductionLine(Record):
    """The reduction planned in one sector: tonnes, and its share of the plan in percent."""

    sector: ReductionSector
    reduction_t: Tonnes
    share_percent: Percent | None = None


class PlannedReduction(Sourced):
    """The reduction planned by a target year (None: the long term), by sector."""

    target_year: Year | None = None
    total_t: Tonnes
    sectors: Annotated[tuple[ReductionLine, ...], Field(strict=False, min_length=1)]
    doubt: Doubt | None = None


class Target(Sourced):
    """A published target: percent less CO2 by a year, against a base year where it is known."""

    percent: Percent
    year: Year
    base_year: Year | None = None


class ActionPlan(Sourced):
    """Evidence that an action plan exists. Its absence means unknown, not "no plan"."""

    evidence: Literal["submitted", "monitored", "target-published", "approved"]


class Milestone(Sourced):
    """A single published fact of another kind."""

    kind: Literal["climate-neutrality-year", "reduction-reached-2020", "reduction-planned-2030"]
    value: Annotated[float, Field(ge=0, le=1e10)]


class Related(Record):
    """Another record of the same place, or the district or town around or inside it."""

    id: Text
    relation: Relation


class Signatory(Record):
    """One signatory: a local authority that signed, or is named as having signed.

    What no source gives is absent. The id never changes; the file's name is the address.
    """

    id: SignatoryId
    name: Text
    place: Text | None = None
    district: bool = False
    geonameid: Count | None = None
    names: Annotated[tuple[LocalName, ...], Field(strict=False)] = ()
    position: Position | None = None
    status: Status | None = None
    adhesion: Adhesion | None = None
    first_adhesion: FirstAdhesion | None = None
    named_as_signatory: Sourced | None = None
    commitments: Commitments | None = None
    population: Annotated[tuple[Population, ...], Field(strict=False)] = ()
    action_plan: Annotated[tuple[ActionPlan, ...], Field(strict=False)] = ()
    inventories: Annotated[tuple[Inventory, ...], Field(strict=False)] = ()
    planned_reductions: Annotated[tuple[PlannedReduction, ...], Field(strict=False)] = ()
    targets: Annotated[tuple[Target, ...], Field(strict=False)] = ()
    milestones: Annotated[tuple[Milestone, ...], Field(strict=False)] = ()
    coordinator: Slug | None = None
    supporter: Slug | None = None
    related: Annotated[tuple[Related, ...], Field(strict=False)] = ()
    keep: Annotated[tuple[Text, ...], Field(strict=False)] = ()

    def model_post_init(self, _context: object, /) -> None:
        """Refuse a record that no source calls a signatory."""
        if self.adhesion is None and self.named_as_signatory is None:
            hint = "Say who names it as a signatory, and when."
            raise expected("adhesion: or named_as_signatory:", hint, found="neither")

    @property
    def believable_population(self) -> Population | None:
        """The declared population, else a census, leaving out what looks wrong."""
        sound = [figure for figure in self.population if figure.doubt is None]
        declared = [figure for figure in sound if figure.kind == "declared"]
        return next(iter([*declared, *sound]), None)
