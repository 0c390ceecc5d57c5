"""A signatory's profile in one language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from publishing.directory import Neighbour
from publishing.organisations import Organisations
from publishing.records.countries import Country
from publishing.records.signatories import Signatory
from publishing.site import Entry, Site
from publishing.views import vocabulary
from publishing.views.citations import Citation, Citations, Cited
from publishing.views.facts import Fact, facts_of
from publishing.views.names import shown_names
from publishing.views.sector_tables import SectorTable, inventory_table, reduction_table
from publishing.views.tongue import Name, Tongue, Worded


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another record of the directory; `status_key` where the remark is its status."""

    name: Name
    address: str
    remark: str
    status_key: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything a profile page shows."""

    name: Name
    local_name: Worded | None
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
    inventories: tuple[SectorTable, ...]
    reductions: tuple[SectorTable, ...]
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
    """What a profile needs to know of the other signatories, and of those that support them."""

    by_id: Mapping[str, Entry]
    neighbours: Mapping[str, Sequence[Neighbour]]
    organisations: Organisations = field(default_factory=Organisations)


def profile(
    entry: Entry, site: Site, around: Surroundings, names: Mapping[str, Name], tongue: Tongue
) -> Profile:
    """Put a signatory into words. What no source gives is absent.

    `names` holds the names of all entries in this language, by id.
    """
    signatory = entry.signatory
    country = site.countries[entry.country]
    citations = Citations(tongue, site.sources)
    name = names[signatory.id]
    status = signatory.status.value if signatory.status else None
    facts = tuple(facts_of(signatory, name, site, around.organisations, tongue, citations))
    commitments = signatory.commitments
    inventories = tuple(
        inventory_table(inventory, tongue, citations) for inventory in signatory.inventories
    )
    commitments_cited = citations.cite(commitments) if commitments else None
    reductions = tuple(
        reduction_table(plan, tongue, citations) for plan in signatory.planned_reductions
    )
    for local in signatory.names:
        if local.may_be_shown:
            citations.mention(local.source)
    if signatory.position:
        citations.mention(signatory.position.source)
    shown = shown_names(signatory)
    return Profile(
        name=name,
        local_name=_local_name(shown, country, name),
        description=description_of(entry, name, tongue),
        status=tongue.say(vocabulary.STATUS[status]),
        status_key=status or "unknown",
        status_meaning=tongue.say(vocabulary.STATUS_MEANING[status]),
        country=tongue.write.country(entry.country),
        country_code=entry.country,
        is_from_news=country.coverage == "news",
        facts=facts,
        commitments=commitments_of(entry, tongue),
        commitments_cited=commitments_cited,
        inventories=inventories,
        reductions=reductions,
        names=tuple(
            (tongue.write.language_name(code), Worded(shown[code], code))
            for code in site.languages.codes
            if code in shown
        ),
        related=tuple(
            Link(
                names[link.id],
                around.by_id[link.id].address,
                tongue.say(vocabulary.RELATION[link.relation]),
            )
            for link in signatory.related
        ),
        neighbours=tuple(
            _neighbour(neighbour, names, tongue)
            for neighbour in around.neighbours.get(signatory.id, ())
        ),
        sources=citations.listed,
        file=entry.file,
        position=_position(signatory),
        alternate_names=tuple(sorted({*shown.values(), signatory.name} - {name.text})),
        identifier=signatory.id,
        initiative=tongue.say("Covenant of Mayors"),
    )


def _local_name(names: Mapping[str, str], country: Country, name: Worded) -> Worded | None:
    """Return the name in the country's own language, unless the heading already is that name."""
    code = country.languages[0]
    if code not in names or names[code] == name.text:
        return None
    return Worded(names[code], code)


def _position(signatory: Signatory) -> tuple[float, float] | None:
    position = signatory.position
    if position is None or position.doubt:
        return None
    return position.latitude, position.longitude


def commitments_of(entry: Entry, tongue: Tongue) -> tuple[str, ...]:
    """Say what a signatory has promised; nothing where no source tells."""
    commitments = entry.signatory.commitments
    if commitments is None:
        return ()
    return tuple(tongue.say(vocabulary.COMMITMENT[made]) for made in commitments.made)


def adhesion_facts(entry: Entry, tongue: Tongue) -> tuple[tuple[str, str], ...]:
    """Say when a signatory joined last and what its status is: (label, value)."""
    adhesion, status = entry.signatory.adhesion, entry.signatory.status
    facts = []
    if adhesion is not None:
        facts.append((tongue.say("Latest adhesion"), tongue.write.date(adhesion.date)))
    facts.append(
        (tongue.say("Status"), tongue.say(vocabulary.STATUS[status.value if status else None]))
    )
    return tuple(facts)


def description_of(entry: Entry, name: Name, tongue: Tongue) -> str:
    """Say in one sentence or two who a signatory is and when it joined last."""
    country = tongue.write.country(entry.country)
    adhesion = entry.signatory.adhesion
    if adhesion is None:
        return tongue.say(
            "{name} ({country}): signatory of the Covenant of Mayors. Figures and sources.",
            name=name.full,
            country=country,
        )
    return tongue.say(
        "{name} ({country}): signatory of the Covenant of Mayors, latest adhesion {date}. "
        "Figures, commitments, emissions and sources.",
        name=name.full,
        country=country,
        date=tongue.write.date(adhesion.date),
    )


def _neighbour(neighbour: Neighbour, names: Mapping[str, Name], tongue: Tongue) -> Link:
    distance = tongue.write.number(round(neighbour.kilometres))
    return Link(
        names[neighbour.entry.signatory.id],
        neighbour.entry.address,
        tongue.say("{distance} km", distance=distance),
    )
