"""The tables about signatories: themselves, and what is known of each in more than one row."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from publishing.records.signatories import (
    ActionPlan,
    Inventory,
    InventoryLine,
    LocalName,
    Milestone,
    PlannedReduction,
    Population,
    ReductionLine,
    Target,
)
from publishing.site import Entry, Site
from publishing.views import vocabulary
from publishing.views.table import (
    COUNTRY,
    COUNTRY_CODE,
    DOUBT,
    IDENTIFIER,
    LANGUAGE_CODE,
    OUR_PAGE,
    PAGE,
    SIGNATORY_ID,
    SOURCE,
    Column,
    Kind,
    Table,
    Value,
    cited,
)
from publishing.views.vocabulary import N_

_F = TypeVar("_F")
_P = TypeVar("_P")


@dataclass(frozen=True, slots=True)
class Detail(Generic[_F, _P]):
    """A fact about a signatory and, where it has parts, one of them."""

    entry: Entry
    fact: _F
    part: _P


def _signatory() -> Column[Any]:
    """Return the column that says whom a detail is about."""
    return Column(
        "signatory",
        Kind.TEXT,
        N_("Signatory"),
        lambda row: row.entry.signatory.id,
        required=True,
        leads_to="signatories",
        pattern=SIGNATORY_ID,
    )


def _population(entry: Entry, kind: str) -> Population | None:
    found = (one for one in entry.signatory.population if one.kind == kind)
    return next(found, None)


def _value(population: Population | None) -> Value:
    return population.value if population else None


def _doubt(population: Population | None) -> Value:
    return population.doubt if population else None


def _signatories(site: Site) -> Iterator[tuple[str, Entry]]:
    for entry in site.entries:
        yield entry.file, entry


SIGNATORIES: Table[Entry] = Table(
    name="signatories",
    title=N_("Signatories"),
    holds=N_("Every known signatory, with place, status, adhesion, commitments and inhabitants."),
    key=("id",),
    rows=_signatories,
    columns=(
        Column(
            "id",
            Kind.TEXT,
            IDENTIFIER,
            lambda row: row.signatory.id,
            required=True,
            pattern=SIGNATORY_ID,
        ),
        Column(
            "name",
            Kind.TEXT,
            N_("Name in the source"),
            lambda row: row.signatory.name,
            required=True,
        ),
        Column(
            "place",
            Kind.TEXT,
            N_("Name of the place alone, without words such as “community”"),
            lambda row: row.signatory.place,
        ),
        Column(
            "country",
            Kind.TEXT,
            COUNTRY,
            lambda row: row.country.upper(),
            required=True,
            pattern=COUNTRY_CODE,
        ),
        Column(
            "district",
            Kind.YES_NO,
            N_("Whether it is a district, not a town or village"),
            lambda row: row.signatory.district,
            required=True,
        ),
        Column("page", Kind.TEXT, PAGE, lambda row: row.address, required=True, pattern=OUR_PAGE),
        Column(
            "status",
            Kind.TEXT,
            N_("Status"),
            lambda row: row.signatory.status.value if row.signatory.status else None,
            codes={
                key: meaning
                for key, meaning in vocabulary.STATUS_MEANING.items()
                if key is not None
            },
        ),
        *cited("status", lambda row: row.signatory.status),
        Column(
            "adhesion_date",
            Kind.DATE,
            N_("Latest adhesion"),
            lambda row: row.signatory.adhesion.date if row.signatory.adhesion else None,
        ),
        Column(
            "adhesion_precision",
            Kind.TEXT,
            N_("How well the date is known"),
            lambda row: row.signatory.adhesion.precision if row.signatory.adhesion else None,
            codes=vocabulary.ADHESION_PRECISION,
        ),
        Column(
            "adhesion_kind",
            Kind.TEXT,
            N_("Way of joining"),
            lambda row: row.signatory.adhesion.kind if row.signatory.adhesion else None,
            codes=vocabulary.ADHESION_KIND,
        ),
        Column(
            "adhesion_group",
            Kind.TEXT,
            N_("Name of the group"),
            lambda row: row.signatory.adhesion.group if row.signatory.adhesion else None,
        ),
        *cited("adhesion", lambda row: row.signatory.adhesion),
        Column(
            "first_adhesion_date",
            Kind.DATE,
            N_("First adhesion"),
            lambda row: row.signatory.first_adhesion.date if row.signatory.first_adhesion else None,
        ),
        *cited("first_adhesion", lambda row: row.signatory.first_adhesion),
        *cited(
            "named",
            lambda row: row.signatory.named_as_signatory,
            N_("Who names it as a signatory, where the date of adhesion is not known"),
        ),
        Column(
            "commitments",
            Kind.LIST,
            N_("Commitments"),
            lambda row: (
                tuple(sorted(row.signatory.commitments.made)) if row.signatory.commitments else None
            ),
            codes=vocabulary.COMMITMENT,
        ),
        *cited("commitments", lambda row: row.signatory.commitments),
        Column(
            "population",
            Kind.WHOLE,
            N_("Inhabitants, declared when joining"),
            lambda row: _value(_population(row, "declared")),
            smallest=0,
        ),
        Column(
            "population_doubt",
            Kind.TEXT,
            DOUBT,
            lambda row: _doubt(_population(row, "declared")),
            codes=vocabulary.DOUBT,
        ),
        *cited("population", lambda row: _population(row, "declared")),
        Column(
            "census_population",
            Kind.WHOLE,
            N_("Inhabitants, counted in a census"),
            lambda row: _value(_population(row, "census")),
            smallest=0,
        ),
        Column(
            "census_population_doubt",
            Kind.TEXT,
            DOUBT,
            lambda row: _doubt(_population(row, "census")),
            codes=vocabulary.DOUBT,
        ),
        *cited("census_population", lambda row: _population(row, "census")),
        Column(
            "latitude",
            Kind.NUMBER,
            N_("Latitude in degrees (WGS 84)"),
            lambda row: row.signatory.position.latitude if row.signatory.position else None,
            smallest=-90,
            largest=90,
        ),
        Column(
            "longitude",
            Kind.NUMBER,
            N_("Longitude in degrees (WGS 84)"),
            lambda row: row.signatory.position.longitude if row.signatory.position else None,
            smallest=-180,
            largest=180,
        ),
        Column(
            "position_doubt",
            Kind.TEXT,
            DOUBT,
            lambda row: row.signatory.position.doubt if row.signatory.position else None,
            codes={"out-of-country": None, "low-precision": None},
        ),
        Column(
            "position_source",
            Kind.TEXT,
            SOURCE,
            lambda row: row.signatory.position.source if row.signatory.position else None,
            leads_to="sources",
        ),
        Column(
            "geonameid",
            Kind.WHOLE,
            N_("Number of the place in GeoNames"),
            lambda row: row.signatory.geonameid,
            smallest=0,
        ),
        Column(
            "coordinator",
            Kind.TEXT,
            N_("Coordinator"),
            lambda row: row.signatory.coordinator,
            leads_to="coordinators",
        ),
        Column(
            "supporter",
            Kind.TEXT,
            N_("Supporter"),
            lambda row: row.signatory.supporter,
            leads_to="supporters",
        ),
        Column(
            "related",
            Kind.LIST,
            N_("Other records of the same place or area; its inhabitants count only once"),
            lambda row: tuple(sorted({link.id for link in row.signatory.related})) or None,
            pattern=SIGNATORY_ID,
        ),
    ),
)


def _names(site: Site) -> Iterator[tuple[str, Detail[LocalName, None]]]:
    for entry in site.entries:
        for name in entry.signatory.names:
            yield entry.file, Detail(entry, name, None)


_NAMES: Table[Detail[LocalName, None]] = Table(
    name="names",
    title=N_("Names of places"),
    holds=N_("Names of the places in every language that a source has them in."),
    key=("signatory", "language", "name"),
    rows=_names,
    part_of="signatories",
    columns=(
        _signatory(),
        Column(
            "language",
            Kind.TEXT,
            N_("Language, as ISO 639-1 writes it"),
            lambda row: row.fact.language,
            required=True,
            pattern=LANGUAGE_CODE,
        ),
        Column("name", Kind.TEXT, N_("Name"), lambda row: row.fact.name, required=True),
        Column(
            "confidence",
            Kind.TEXT,
            N_("How sure the name is; a low one is good for searching, not for showing"),
            lambda row: row.fact.confidence,
            required=True,
            codes={"high": None, "medium": None, "low": None},
        ),
        Column(
            "source",
            Kind.TEXT,
            SOURCE,
            lambda row: row.fact.source,
            required=True,
            leads_to="sources",
        ),
    ),
)


def _plans(site: Site) -> Iterator[tuple[str, Detail[ActionPlan, None]]]:
    for entry in site.entries:
        for plan in entry.signatory.action_plan:
            yield entry.file, Detail(entry, plan, None)


_PLANS: Table[Detail[ActionPlan, None]] = Table(
    name="plans",
    title=N_("Action plans"),
    holds=N_(
        "Evidence that a signatory has an action plan. One that is not here may have a plan, too."
    ),
    key=("signatory", "evidence"),
    rows=_plans,
    part_of="signatories",
    columns=(
        _signatory(),
        Column(
            "evidence",
            Kind.TEXT,
            N_("What is known of the plan"),
            lambda row: row.fact.evidence,
            required=True,
            codes=vocabulary.ACTION_PLAN,
        ),
        *cited("", lambda row: row.fact),
    ),
)


def _targets(site: Site) -> Iterator[tuple[str, Detail[Target, None]]]:
    for entry in site.entries:
        for target in entry.signatory.targets:
            yield entry.file, Detail(entry, target, None)


_TARGETS: Table[Detail[Target, None]] = Table(
    name="targets",
    title=N_("Targets"),
    holds=N_("Published targets for cutting CO₂."),
    key=("signatory", "year", "source"),
    rows=_targets,
    part_of="signatories",
    columns=(
        _signatory(),
        Column(
            "year", Kind.YEAR, N_("Year to reach it by"), lambda row: row.fact.year, required=True
        ),
        Column(
            "percent",
            Kind.NUMBER,
            N_("Reduction in percent"),
            lambda row: row.fact.percent,
            required=True,
            smallest=0,
            largest=100,
        ),
        Column(
            "base_year",
            Kind.YEAR,
            N_("Year that it is compared with"),
            lambda row: row.fact.base_year,
        ),
        *cited("", lambda row: row.fact),
    ),
)


def _milestones(site: Site) -> Iterator[tuple[str, Detail[Milestone, None]]]:
    for entry in site.entries:
        for milestone in entry.signatory.milestones:
            yield entry.file, Detail(entry, milestone, None)


_MILESTONES: Table[Detail[Milestone, None]] = Table(
    name="milestones",
    title=N_("Single facts"),
    holds=N_("Other published facts about what signatories plan or have reached."),
    key=("signatory", "kind", "source"),
    rows=_milestones,
    part_of="signatories",
    columns=(
        _signatory(),
        Column(
            "kind",
            Kind.TEXT,
            N_("What the value is"),
            lambda row: row.fact.kind,
            required=True,
            codes=vocabulary.MILESTONE,
        ),
        Column(
            "value",
            Kind.NUMBER,
            N_("A year, percent or tonnes, as the kind says"),
            lambda row: row.fact.value,
            required=True,
            smallest=0,
        ),
        *cited("", lambda row: row.fact),
    ),
)


def _inventories(site: Site) -> Iterator[tuple[str, Detail[Inventory, InventoryLine]]]:
    for entry in site.entries:
        for inventory in entry.signatory.inventories:
            for line in inventory.sectors:
                yield entry.file, Detail(entry, inventory, line)


_INVENTORIES: Table[Detail[Inventory, InventoryLine]] = Table(
    name="inventories",
    title=N_("Emission inventories"),
    holds=N_("Emissions and energy by sector, one row for each sector of an inventory."),
    key=("inventory", "sector"),
    rows=_inventories,
    part_of="signatories",
    columns=(
        _signatory(),
        Column(
            "inventory",
            Kind.TEXT,
            N_("Identifier of the inventory"),
            lambda row: row.fact.id,
            required=True,
        ),
        Column(
            "kind",
            Kind.TEXT,
            N_("Kind of inventory"),
            lambda row: row.fact.kind,
            required=True,
            codes={"baseline": None, "monitoring": None},
        ),
        Column(
            "year",
            Kind.YEAR,
            N_("Year of the inventory"),
            lambda row: row.fact.year,
            required=True,
        ),
        Column(
            "population",
            Kind.WHOLE,
            N_("Inhabitants, as the inventory gives them"),
            lambda row: row.fact.population,
            smallest=0,
        ),
        Column(
            "total_t",
            Kind.NUMBER,
            N_("Emissions of all sectors, tonnes"),
            lambda row: row.fact.emissions_t,
            required=True,
            smallest=0,
        ),
        Column(
            "doubts",
            Kind.LIST,
            DOUBT,
            lambda row: tuple(sorted(row.fact.doubts)) or None,
            codes=vocabulary.DOUBT,
        ),
        Column(
            "sector",
            Kind.TEXT,
            N_("Sector"),
            lambda row: row.part.sector,
            required=True,
            codes=vocabulary.INVENTORY_SECTOR,
        ),
        Column(
            "emissions_t",
            Kind.NUMBER,
            N_("Emissions, tonnes"),
            lambda row: row.part.emissions_t,
            required=True,
        ),
        Column("energy_mwh", Kind.NUMBER, N_("Energy, MWh"), lambda row: row.part.energy_mwh),
        *cited("", lambda row: row.fact),
    ),
)


def _reductions(site: Site) -> Iterator[tuple[str, Detail[PlannedReduction, ReductionLine]]]:
    for entry in site.entries:
        for plan in entry.signatory.planned_reductions:
            for line in plan.sectors:
                yield entry.file, Detail(entry, plan, line)


_REDUCTIONS: Table[Detail[PlannedReduction, ReductionLine]] = Table(
    name="reductions",
    title=N_("Planned reductions"),
    holds=N_("Reductions of emissions that action plans foresee, one row for each sector."),
    key=("signatory", "target_year", "sector"),
    rows=_reductions,
    part_of="signatories",
    columns=(
        _signatory(),
        Column(
            "target_year",
            Kind.TEXT,
            N_("Year to reach it by, or long-term"),
            lambda row: str(row.fact.target_year or "long-term"),
            required=True,
            pattern="[0-9]{4}|long-term",
        ),
        Column(
            "total_t",
            Kind.NUMBER,
            N_("Reduction in all sectors, tonnes"),
            lambda row: row.fact.total_t,
            required=True,
            smallest=0,
        ),
        Column("doubt", Kind.TEXT, DOUBT, lambda row: row.fact.doubt, codes=vocabulary.DOUBT),
        Column(
            "sector",
            Kind.TEXT,
            N_("Sector"),
            lambda row: row.part.sector,
            required=True,
            codes=vocabulary.REDUCTION_SECTOR,
        ),
        Column(
            "reduction_t",
            Kind.NUMBER,
            N_("Reduction, tonnes"),
            lambda row: row.part.reduction_t,
            required=True,
            smallest=0,
        ),
        Column(
            "share_percent",
            Kind.NUMBER,
            N_("Share of the plan in percent"),
            lambda row: row.part.share_percent,
            smallest=0,
            largest=100,
        ),
        *cited("", lambda row: row.fact),
    ),
)

SIGNATORY_TABLES: tuple[Table[Any], ...] = (
    SIGNATORIES,
    _NAMES,
    _INVENTORIES,
    _REDUCTIONS,
    _TARGETS,
    _PLANS,
    _MILESTONES,
)
