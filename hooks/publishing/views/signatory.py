"""A signatory's profile in one language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from publishing.directory import Neighbour
from publishing.records.signatories import Inventory, PlannedReduction, Population, Signatory
from publishing.site import Entry, Site
from publishing.views import vocabulary
from publishing.views.citations import Citation, Citations, Cited
from publishing.views.names import full_name, place_name, shown_names
from publishing.views.tongue import Tongue, Worded


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the profile: what it is, its value, remarks, and where it comes from."""

    label: str
    values: tuple[Worded, ...]
    remarks: tuple[str, ...] = ()
    cited: Cited | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a table with a bar. `width` is 0 to 100, of the largest row."""

    label: str
    amount: str
    extra: str
    width: float


@dataclass(frozen=True, slots=True)
class Table:
    """Emissions or reductions by sector."""

    title: str
    total: str
    remarks: tuple[str, ...]
    bars: tuple[Bar, ...]
    extra_heading: str
    cited: Cited


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another record of the directory."""

    name: Worded
    address: str
    remark: str


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything a profile page shows."""

    name: Worded
    description: str
    status: str
    status_key: str
    status_meaning: str
    country: str
    country_code: str
    is_from_news: bool
    facts: tuple[Fact, ...]
    commitments: tuple[str, ...]
    commitments_cited: Cited | None
    inventories: tuple[Table, ...]
    reductions: tuple[Table, ...]
    names: tuple[tuple[str, Worded], ...]
    related: tuple[Link, ...]
    neighbours: tuple[Link, ...]
    sources: tuple[Citation, ...]
    file: str
    position: tuple[float, float] | None
    alternate_names: tuple[str, ...]
    identifier: str
    initiative: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a profile needs to know of the other signatories."""

    by_id: Mapping[str, Entry]
    neighbours: Mapping[str, Sequence[Neighbour]]
    clashes: frozenset[str]


def profile(entry: Entry, site: Site, around: Surroundings, tongue: Tongue) -> Profile:
    """Put a signatory into words. What no source gives is absent."""
    signatory = entry.signatory
    country = site.countries[entry.country]
    citations = Citations(tongue, site.sources)
    name = full_name(entry, country, tongue, site.languages, around.clashes)
    status = signatory.status.value if signatory.status else None
    facts = tuple(_facts(entry, site, tongue, citations))
    commitments = signatory.commitments
    inventories = tuple(
        _inventory(inventory, tongue, citations) for inventory in signatory.inventories
    )
    commitments_cited = citations.cite(commitments) if commitments else None
    reductions = tuple(_reduction(plan, tongue, citations) for plan in signatory.planned_reductions)
    for local in signatory.names:
        if local.may_be_shown:
            citations.mention(local.source)
    if signatory.position:
        citations.mention(signatory.position.source)
    names = shown_names(signatory)
    return Profile(
        name=name,
        description=_description(entry, name, tongue),
        status=str(tongue.say(vocabulary.STATUS[status])),
        status_key=status or "unknown",
        status_meaning=str(tongue.say(vocabulary.STATUS_MEANING[status])),
        country=tongue.write.country(entry.country),
        country_code=entry.country,
        is_from_news=country.coverage == "news",
        facts=facts,
        commitments=tuple(str(tongue.say(vocabulary.COMMITMENT[made])) for made in commitments.made)
        if commitments
        else (),
        commitments_cited=commitments_cited,
        inventories=inventories,
        reductions=reductions,
        names=tuple(
            (tongue.write.language_name(code), Worded(names[code], code))
            for code in site.languages.codes
            if code in names
        ),
        related=tuple(
            Link(
                full_name(around.by_id[link.id], country, tongue, site.languages, around.clashes),
                around.by_id[link.id].address,
                str(tongue.say(vocabulary.RELATION[link.relation])),
            )
            for link in signatory.related
        ),
        neighbours=tuple(
            _neighbour(neighbour, site, around, tongue)
            for neighbour in around.neighbours.get(signatory.id, ())
        ),
        sources=citations.listed,
        file=entry.file,
        position=_position(signatory),
        alternate_names=tuple(sorted({*names.values(), signatory.name} - {name.text})),
        identifier=signatory.id,
        initiative=tongue.strings.text("Covenant of Mayors"),
    )


def _position(signatory: Signatory) -> tuple[float, float] | None:
    position = signatory.position
    if position is None or position.doubt:
        return None
    return position.latitude, position.longitude


def _description(entry: Entry, name: Worded, tongue: Tongue) -> str:
    country = tongue.write.country(entry.country)
    adhesion = entry.signatory.adhesion
    if adhesion is None:
        return tongue.strings.text(
            "{name} ({country}): signatory of the Covenant of Mayors. Figures and sources."
        ).format(name=name.text, country=country)
    return tongue.strings.text(
        "{name} ({country}): signatory of the Covenant of Mayors, latest adhesion {date}. "
        "Figures, commitments, emissions and sources."
    ).format(name=name.text, country=country, date=tongue.write.date(adhesion.date))


def _facts(entry: Entry, site: Site, tongue: Tongue, citations: Citations) -> list[Fact]:
    signatory = entry.signatory
    say, write = tongue.say, tongue.write
    facts = []

    def add(
        label: str, value: str | Worded, remarks: Sequence[str] = (), cited: Cited | None = None
    ) -> None:
        worded = value if isinstance(value, Worded) else Worded(str(value), tongue.code)
        facts.append(Fact(str(label), (worded,), tuple(map(str, remarks)), cited))

    if signatory.name != place_name(
        signatory, site.countries[entry.country], site.languages.source, site.languages
    ).text or signatory.name not in (signatory.place, None):
        add(say("Name in the source"), Worded(signatory.name, site.languages.source.code))
    for population in signatory.population:
        add(
            say("Population"),
            write.number(population.value),
            _population_remarks(population, tongue),
            citations.cite(population),
        )
    adhesion = signatory.adhesion
    if adhesion is not None:
        precision = vocabulary.ADHESION_PRECISION[adhesion.precision]
        add(
            say("Latest adhesion"),
            write.date(adhesion.date),
            [say(precision)] if precision else [],
            citations.cite(adhesion),
        )
    if signatory.first_adhesion is not None:
        first = signatory.first_adhesion
        add(say("First adhesion"), write.date(first.date), [], citations.cite(first))
    if signatory.named_as_signatory is not None:
        named = citations.cite(signatory.named_as_signatory)
        add(
            say("Named as a signatory"),
            named.date,
            [say("The date of adhesion is not known.")],
            named,
        )
    if adhesion is not None and adhesion.kind is not None:
        group = [say("Group: {name}", name=adhesion.group)] if adhesion.group else []
        add(say("Way of joining"), say(vocabulary.ADHESION_KIND[adhesion.kind]), group)
    for plan in signatory.action_plan:
        add(
            say("Action plan"), say(vocabulary.ACTION_PLAN[plan.evidence]), [], citations.cite(plan)
        )
    for target in signatory.targets:
        base = [say("compared with {year}", year=target.base_year)] if target.base_year else []
        add(
            say("CO₂ reduction target"),
            say(
                "{percent} by {year}",
                percent="\N{MINUS SIGN}" + write.percent(target.percent),
                year=target.year,
            ),
            base,
            citations.cite(target),
        )
    for milestone in signatory.milestones:
        add(
            say(vocabulary.MILESTONE[milestone.kind]),
            _milestone(milestone.kind, milestone.value, tongue),
            [],
            citations.cite(milestone),
        )
    if signatory.coordinator:
        add(say("Coordinator"), Worded(site.coordinators[signatory.coordinator].name, "en"))
    if signatory.supporter:
        add(say("Supporter"), Worded(site.supporters[signatory.supporter].name, "en"))
    return facts


def _population_remarks(population: Population, tongue: Tongue) -> list[str]:
    remarks = [tongue.say(vocabulary.POPULATION_KIND[population.kind])]
    if population.doubt:
        remarks.append(tongue.say(vocabulary.DOUBT[population.doubt]))
    return [str(remark) for remark in remarks]


def _milestone(kind: str, value: float, tongue: Tongue) -> str:
    if kind == "climate-neutrality-year":
        return str(int(value))
    if kind == "reduction-reached-2020":
        return "\N{MINUS SIGN}" + tongue.write.percent(value)
    return str(tongue.say("{amount} t", amount=tongue.write.number(value)))


def _inventory(inventory: Inventory, tongue: Tongue, citations: Citations) -> Table:
    say, write = tongue.say, tongue.write
    largest = max((line.emissions_t for line in inventory.sectors), default=0) or 1
    remarks = []
    if inventory.population:
        remarks.append(
            say("Population in this inventory: {number}", number=write.number(inventory.population))
        )
    remarks += [say(vocabulary.DOUBT[doubt]) for doubt in inventory.doubts]
    return Table(
        title=str(say(vocabulary.INVENTORY_KIND[inventory.kind], year=inventory.year)),
        total=write.number(inventory.emissions_t),
        remarks=tuple(map(str, remarks)),
        bars=tuple(
            Bar(
                label=str(say(vocabulary.INVENTORY_SECTOR[line.sector])),
                amount=write.number(line.emissions_t),
                extra="" if line.energy_mwh is None else write.number(line.energy_mwh),
                width=round(max(line.emissions_t, 0) / largest * 100, 1),
            )
            for line in sorted(inventory.sectors, key=lambda line: (-line.emissions_t, line.sector))
        ),
        extra_heading=str(say("Energy, MWh")),
        cited=citations.cite(inventory),
    )


def _reduction(plan: PlannedReduction, tongue: Tongue, citations: Citations) -> Table:
    say, write = tongue.say, tongue.write
    largest = max((line.reduction_t for line in plan.sectors), default=0) or 1
    title = (
        say("Reduction planned by {year}", year=plan.target_year)
        if plan.target_year
        else say("Reduction planned for the long term")
    )
    return Table(
        title=str(title),
        total=write.number(plan.total_t, 1),
        remarks=(str(say(vocabulary.DOUBT[plan.doubt])),) if plan.doubt else (),
        bars=tuple(
            Bar(
                label=str(say(vocabulary.REDUCTION_SECTOR[line.sector])),
                amount=write.number(line.reduction_t, 1),
                extra="" if line.share_percent is None else write.percent(line.share_percent),
                width=round(line.reduction_t / largest * 100, 1),
            )
            for line in sorted(plan.sectors, key=lambda line: (-line.reduction_t, line.sector))
        ),
        extra_heading=str(say("Share")),
        cited=citations.cite(plan),
    )


def _neighbour(neighbour: Neighbour, site: Site, around: Surroundings, tongue: Tongue) -> Link:
    other = neighbour.entry
    country = site.countries[other.country]
    distance = tongue.write.number(round(neighbour.kilometres))
    return Link(
        full_name(other, country, tongue, site.languages, around.clashes),
        other.address,
        str(tongue.say("{distance} km", distance=distance)),
    )
