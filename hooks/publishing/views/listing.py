"""Lists of signatories in one language: the whole directory and one country."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from publishing import figures
from publishing.directory import Totals, by_country, totals
from publishing.languages.collation import collation_key, in_order
from publishing.organisations import Organisations
from publishing.records.signatories import Adhesion
from publishing.records.values import Sourced
from publishing.site import Entry, Site
from publishing.views import vocabulary
from publishing.views.citations import Citations, Cited
from publishing.views.organisations import BodyLine, body_lines
from publishing.views.tongue import Name, Tongue


@dataclass(frozen=True, slots=True)
class Row:
    """A signatory in a list. `rank` is its place among all names; the rest is for the filter."""

    key: str
    name: Name
    population: str
    population_doubt: str
    inhabitants: int | None
    size: str
    adhesion: str
    adhesion_key: str
    commitments: str
    commitment_keys: str
    status: str
    status_key: str
    rank: int


@dataclass(frozen=True, slots=True)
class Count:
    """A total: its label, its value, what it does and does not count, and where it comes from.

    Its sources have the numbers that they have on the page of figures, where they are listed.
    """

    label: str
    value: str
    remark: str = ""
    cited: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class Origins:
    """Where each total comes from."""

    signatories: tuple[Cited, ...] = ()
    status: tuple[Cited, ...] = ()
    citizens: tuple[Cited, ...] = ()
    emissions: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class CountryList:
    """A country with its signatories in the order of the language's alphabet."""

    code: str
    name: str
    description: str
    coverage: str
    counts: tuple[Count, ...]
    rows: tuple[Row, ...]
    coordinators: tuple[BodyLine, ...] = ()
    supporters: tuple[BodyLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Directory:
    """All countries, totals over them, and the choices of the filter."""

    countries: tuple[CountryList, ...]
    counts: tuple[Count, ...]
    classes: tuple[tuple[str, str], ...]
    commitments: tuple[tuple[str, str], ...]
    statuses: tuple[tuple[str, str], ...]
    years: tuple[int, ...]


def directory(
    site: Site, bodies: Organisations, names: Mapping[str, Name], tongue: Tongue
) -> Directory:
    """Put the whole directory into one language; `names` holds all names in it, by id."""
    groups = by_country(site.entries)
    rows = _rows(site, names, tongue)
    countries = [
        _country_list(code, groups.get(code, []), rows, bodies, site, tongue)
        for code in site.countries
    ]
    years = sorted(
        {
            entry.signatory.adhesion.date.first_day.year
            for entry in site.entries
            if entry.signatory.adhesion
        }
    )
    say = tongue.say
    return Directory(
        countries=tuple(in_order(countries, lambda country: country.name, tongue.code)),
        counts=cited_counts(site.entries, tongue, Citations(tongue, site.sources)),
        classes=tuple(
            (key, say(label)) for key, _low, _high, label in vocabulary.POPULATION_CLASSES
        ),
        commitments=tuple((key, say(label)) for key, label in vocabulary.COMMITMENT.items()),
        statuses=tuple((key or "unknown", say(label)) for key, label in vocabulary.STATUS.items()),
        years=tuple(years),
    )


def cited_counts(
    entries: Sequence[Entry], tongue: Tongue, citations: Citations
) -> tuple[Count, ...]:
    """Put totals over some signatories into words, each with its sources; nothing over nobody."""
    if not entries:
        return ()

    def cite(facts: Iterable[Sourced]) -> tuple[Cited, ...]:
        return tuple(citations.cite(fact) for fact in facts)

    origins = Origins(
        signatories=cite(figures.memberships(entries)),
        status=cite(figures.statuses(entries)),
        citizens=cite(figures.populations(entries)),
        emissions=cite(figures.baselines(entries)),
    )
    return counts_of(totals(entries), tongue, origins)


def counts_of(numbers: Totals, tongue: Tongue, origins: Origins) -> tuple[Count, ...]:
    """Put totals into words; what is not known for any signatory is left out."""
    say, write = tongue.say, tongue.write
    signatories = write.number(numbers.signatories)
    counts = [Count(say("Signatories"), signatories, cited=origins.signatories)]
    if numbers.active or numbers.on_hold:
        others = [say("On hold: {number}", number=write.number(numbers.on_hold))]
        unknown = numbers.signatories - numbers.active - numbers.on_hold
        if unknown:
            others.append(say("Not known: {number}", number=write.number(unknown)))
        active = write.number(numbers.active)
        counts.append(Count(say("Active"), active, "; ".join(others), origins.status))
    if numbers.citizens_known_for:
        remark = tongue.count(
            "Sum of the populations declared by {number} place",
            "Sum of the populations declared by {number} places",
            numbers.citizens_known_for,
            number=write.number(numbers.citizens_known_for),
        )
        citizens = write.rounded(numbers.citizens)
        counts.append(Count(say("Citizens covered"), citizens, remark, origins.citizens))
    if numbers.baselines:
        total = write.rounded(numbers.baseline_emissions_t)
        label = say("Emissions reported, tonnes")
        counts.append(Count(label, total, _baselines(numbers, tongue), origins.emissions))
    return tuple(counts)


def _baselines(numbers: Totals, tongue: Tongue) -> str:
    """Say how many baseline inventories a sum counts, and what it leaves out."""
    reports = numbers.baselines + numbers.doubted_baselines
    counted = tongue.count(
        "{counted} of {number} baseline inventory, added up",
        "{counted} of {number} baseline inventories of different years, added up",
        reports,
        counted=tongue.write.number(numbers.baselines),
        number=tongue.write.number(reports),
    )
    if not numbers.doubted_baselines:
        return counted
    amount = tongue.write.rounded(numbers.doubted_emissions_t)
    left_out = tongue.say("Left out: {amount}", amount=tongue.say("{amount} t", amount=amount))
    return f"{counted}. {left_out}"


def _rows(site: Site, names: Mapping[str, Name], tongue: Tongue) -> Mapping[str, Row]:
    ranked = sorted(
        site.entries,
        key=lambda entry: (
            collation_key(names[entry.signatory.id].full, tongue.code),
            entry.signatory.id,
        ),
    )
    return {
        entry.signatory.id: _row(entry, names[entry.signatory.id], rank, tongue)
        for rank, entry in enumerate(ranked)
    }


def _row(entry: Entry, name: Name, rank: int, tongue: Tongue) -> Row:
    signatory = entry.signatory
    population = signatory.believable_population
    shown = population or next(iter(signatory.population), None)
    status = signatory.status.value if signatory.status else None
    made = signatory.commitments.made if signatory.commitments else ()
    adhesion = signatory.adhesion
    return Row(
        key=f"{entry.country}/{entry.slug}",
        name=name,
        population=tongue.write.number(shown.value) if shown else "",
        population_doubt=tongue.say(vocabulary.DOUBT[shown.doubt]) if shown and shown.doubt else "",
        inhabitants=population.value if population else None,
        size=vocabulary.population_class(population.value) if population else "",
        adhesion=adhesion_date(adhesion, tongue) if adhesion else "",
        adhesion_key=adhesion.date if adhesion else "",
        commitments=", ".join(vocabulary.COMMITMENT_SHORT[key] for key in made),
        commitment_keys=" ".join(made),
        status=tongue.say(vocabulary.STATUS[status]),
        status_key=status or "unknown",
        rank=rank,
    )


def adhesion_date(adhesion: Adhesion, tongue: Tongue) -> str:
    """Say when a signatory joined, as exactly as it is known."""
    date = tongue.write.date(adhesion.date)
    if adhesion.precision == "on-or-before":
        return tongue.say("{date} or earlier", date=date)
    return date


def _country_list(
    code: str,
    entries: list[Entry],
    rows: Mapping[str, Row],
    bodies: Organisations,
    site: Site,
    tongue: Tongue,
) -> CountryList:
    own = sorted((rows[entry.signatory.id] for entry in entries), key=lambda row: row.rank)
    return CountryList(
        code=code,
        name=tongue.write.country(code),
        description=tongue.say(
            "{country}: signatories of the Covenant of Mayors, totals, coordinators "
            "and supporters.",
            country=tongue.write.country(code),
        ),
        coverage=site.countries[code].coverage,
        counts=cited_counts(entries, tongue, Citations(tongue, site.sources)),
        rows=tuple(own),
        coordinators=body_lines(code, bodies.bodies["coordinator"], tongue),
        supporters=body_lines(code, bodies.bodies["supporter"], tongue),
    )
