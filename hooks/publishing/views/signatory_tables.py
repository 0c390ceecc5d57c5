"""The tables about signatories: themselves, and what is known of each in more than one row."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from publishing.organisations import ROLES, Role, account_of, organisations
from publishing.records.signatories import (
    ActionPlan,
    Inventory,
    InventoryLine,
    LocalName,
    Milestone,
    PlannedReduction,
    Population,
    ReductionLine,
    Signatory,
    Target,
)
from publishing.records.values import Sourced
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
    Origin,
    Table,
    Value,
    cited,
)
from publishing.views.vocabulary import N_

_F = TypeVar("_F")
_P = TypeVar("_P")


@dataclass(frozen=True, slots=True)
class Detail(Generic[_F]):
    """A fact about a signatory."""

    entry: Entry
    fact: _F


@dataclass(frozen=True, slots=True)
class Line(Detail[_F], Generic[_F, _P]):
    """A part of a fact that has several."""

    part: _P


def _each(
    name: str, facts: Callable[[Signatory], Sequence[_F]]
) -> Callable[[Site], Iterator[tuple[Origin, Detail[_F]]]]:
    """Return what yields a row for each of the facts that stand under a name in the records."""

    def rows(site: Site) -> Iterator[tuple[Origin, Detail[_F]]]:
        for entry in site.entries:
            for index, fact in enumerate(facts(entry.signatory)):
                yield Origin(entry.file, (name, index)), Detail(entry, fact)

    return rows


def _each_sector(
    name: str, facts: Callable[[Signatory], Sequence[_F]], parts: Callable[[_F], Sequence[_P]]
) -> Callable[[Site], Iterator[tuple[Origin, Line[_F, _P]]]]:
    """Return what yields a row for each sector of such facts."""

    def rows(site: Site) -> Iterator[tuple[Origin, Line[_F, _P]]]:
        for origin, detail in _each(name, facts)(site):
            for index, part in enumerate(parts(detail.fact)):
                place = (*origin.place, "sectors", index)
                yield Origin(origin.file, place), Line(detail.entry, detail.fact, part)

    return rows


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


def _inhabitants(name: str, kind: str, meaning: str) -> tuple[Column[Entry], ...]:
    """Return the columns on a population of a kind, with its doubt and its source."""

    def population(entry: Entry) -> Population | None:
        found = (one for one in entry.signatory.population if one.kind == kind)
        return next(found, None)

    def value(entry: Entry) -> Value:
        found = population(entry)
        return found.value if found else None

    def doubt(entry: Entry) -> Value:
        found = population(entry)
        return found.doubt if found else None

    return (
        Column(name, Kind.WHOLE, meaning, value, smallest=0),
        Column(f"{name}_doubt", Kind.TEXT, DOUBT, doubt, codes=vocabulary.DOUBT),
        *cited(name, population),
    )


def _signatories(site: Site) -> Iterator[tuple[Origin, Entry]]:
    for entry in site.entries:
        yield Origin(entry.file), entry


_NAMED_HERE = N_("The one that the list with its status names; all are in support.csv")
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
        *_inhabitants("population", "declared", N_("Inhabitants, declared when joining")),
        *_inhabitants("census_population", "census", N_("Inhabitants, counted in a census")),
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
            _NAMED_HERE,
            lambda row: row.signatory.coordinator,
            leads_to="coordinators",
        ),
        Column(
            "supporter",
            Kind.TEXT,
            _NAMED_HERE,
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


_NAMES: Table[Detail[LocalName]] = Table(
    name="names",
    title=N_("Names of places"),
    holds=N_("Names of the places in every language that a source has them in."),
    key=("signatory", "language", "name"),
    rows=_each("names", lambda signatory: signatory.names),
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


_PLANS: Table[Detail[ActionPlan]] = Table(
    name="plans",
    title=N_("Action plans"),
    holds=N_(
        "Evidence that a signatory has an action plan. One that is not here may have a plan, too."
    ),
    key=("signatory", "evidence"),
    rows=_each("action_plan", lambda signatory: signatory.action_plan),
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


_TARGETS: Table[Detail[Target]] = Table(
    name="targets",
    title=N_("Targets"),
    holds=N_("Published targets for cutting CO₂."),
    key=("signatory", "year", "source"),
    rows=_each("targets", lambda signatory: signatory.targets),
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


UNIT_OF_MILESTONE = {
    "climate-neutrality-year": "year",
    "reduction-reached-2020": "percent",
    "reduction-planned-2030": "t",
}
_MILESTONES: Table[Detail[Milestone]] = Table(
    name="milestones",
    title=N_("Single facts"),
    holds=N_("Other published facts about what signatories plan or have reached."),
    key=("signatory", "kind", "source"),
    rows=_each("milestones", lambda signatory: signatory.milestones),
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
            N_("Value, in the unit that stands beside it"),
            lambda row: row.fact.value,
            required=True,
            smallest=0,
        ),
        Column(
            "unit",
            Kind.TEXT,
            N_("Unit of the value: t is tonnes"),
            lambda row: UNIT_OF_MILESTONE[row.fact.kind],
            required=True,
            codes=dict.fromkeys(sorted(set(UNIT_OF_MILESTONE.values()))),
        ),
        *cited("", lambda row: row.fact),
    ),
)


def _inventory(leads_to: str = "") -> Column[Any]:
    return Column(
        "inventory",
        Kind.TEXT,
        N_("Identifier of the inventory"),
        lambda row: row.fact.id,
        required=True,
        leads_to=leads_to,
    )


_INVENTORIES: Table[Detail[Inventory]] = Table(
    name="inventories",
    title=N_("Emission inventories"),
    holds=N_("Emissions of all sectors together, one row for each inventory, as reported."),
    key=("inventory",),
    rows=_each("inventories", lambda signatory: signatory.inventories),
    part_of="signatories",
    columns=(
        _signatory(),
        _inventory(),
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
            "emissions_t",
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
        *cited("", lambda row: row.fact),
    ),
)

_INVENTORY_SECTORS: Table[Line[Inventory, InventoryLine]] = Table(
    name="inventory-sectors",
    title=N_("Emission inventories by sector"),
    holds=N_("Emissions and energy, one row for each sector of an inventory, as reported."),
    key=("inventory", "sector"),
    rows=_each_sector(
        "inventories", lambda signatory: signatory.inventories, lambda inventory: inventory.sectors
    ),
    part_of="signatories",
    columns=(
        _signatory(),
        _inventory(leads_to="inventories"),
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


def _target_year() -> Column[Any]:
    return Column(
        "target_year",
        Kind.TEXT,
        N_("Year to reach it by, or long-term"),
        lambda row: str(row.fact.target_year or "long-term"),
        required=True,
        pattern="[0-9]{4}|long-term",
    )


_REDUCTIONS: Table[Detail[PlannedReduction]] = Table(
    name="reductions",
    title=N_("Planned reductions"),
    holds=N_("Reductions of emissions that action plans foresee in all sectors together."),
    key=("signatory", "target_year"),
    rows=_each("planned_reductions", lambda signatory: signatory.planned_reductions),
    part_of="signatories",
    columns=(
        _signatory(),
        _target_year(),
        Column(
            "reduction_t",
            Kind.NUMBER,
            N_("Reduction in all sectors, tonnes"),
            lambda row: row.fact.total_t,
            required=True,
            smallest=0,
        ),
        Column("doubt", Kind.TEXT, DOUBT, lambda row: row.fact.doubt, codes=vocabulary.DOUBT),
        *cited("", lambda row: row.fact),
    ),
)

_REDUCTION_SECTORS: Table[Line[PlannedReduction, ReductionLine]] = Table(
    name="reduction-sectors",
    title=N_("Planned reductions by sector"),
    holds=N_("Reductions of emissions that action plans foresee, one row for each sector."),
    key=("signatory", "target_year", "sector"),
    rows=_each_sector(
        "planned_reductions",
        lambda signatory: signatory.planned_reductions,
        lambda plan: plan.sectors,
    ),
    part_of="signatories",
    columns=(
        _signatory(),
        _target_year(),
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


@dataclass(frozen=True, slots=True)
class _Support:
    """A body that supports a signatory in a role, and who says so."""

    role: Role
    slug: str
    account: Sourced | None


def _support(site: Site) -> Iterator[tuple[Origin, Detail[_Support]]]:
    """Yield who supports whom, whichever of the two names the other."""
    for role, bodies in organisations(site).bodies.items():
        for one in bodies:
            for entry in one.signatories:
                account = account_of(entry.signatory, role, one.slug, one.body)
                is_own = one.is_named_by(entry.signatory)
                origin = Origin(entry.file, (role,)) if is_own else Origin(one.file, ("supported",))
                yield origin, Detail(entry, _Support(role, one.slug, account))


_SUPPORT: Table[Detail[_Support]] = Table(
    name="support",
    title=N_("Signatories and those who support them"),
    holds=N_("Which coordinators and supporters support whom, whichever of the two names it."),
    key=("signatory", "role", "body"),
    rows=_support,
    part_of="signatories",
    columns=(
        _signatory(),
        Column(
            "role",
            Kind.TEXT,
            N_("Role"),
            lambda row: row.fact.role,
            required=True,
            codes=dict.fromkeys(ROLES),
        ),
        Column(
            "body",
            Kind.TEXT,
            N_("Identifier in coordinators.csv or supporters.csv, as the role says"),
            lambda row: row.fact.slug,
            required=True,
        ),
        *cited("account", lambda row: row.fact.account),
    ),
)

SIGNATORY_TABLES: tuple[Table[Any], ...] = (
    SIGNATORIES,
    _NAMES,
    _SUPPORT,
    _INVENTORIES,
    _INVENTORY_SECTORS,
    _REDUCTIONS,
    _REDUCTION_SECTORS,
    _TARGETS,
    _PLANS,
    _MILESTONES,
)
