"""The figures of the region and of each country in one language: tables that are charts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from publishing import figures
from publishing.directory import Totals, by_country, totals
from publishing.figures import Report, Sectors, Tally
from publishing.plausibility import APART, LEAST_TONNES, MOST_TONNES
from publishing.records.programme import Phase, Statistic
from publishing.records.values import Sourced
from publishing.site import Entry, Site
from publishing.views import vocabulary
from publishing.views.citations import Citation, Citations, Cited
from publishing.views.listing import Count, cited_counts
from publishing.views.map import Map, country_map, region_map
from publishing.views.tongue import Name, Tongue, Worded

# The commitments stand in the order of their years.
_COMMITMENTS = tuple(vocabulary.COMMITMENT)


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row of a chart: `width` is 0 to 100, of the longest bar; `cells` are further columns.

    `address` is where the label leads to, below the language; empty for a label without link.
    """

    label: str
    value: str
    width: float
    cells: tuple[str, ...] = ()
    address: str = ""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report to read with care: whose (`address` is below the language), how large, and why."""

    name: Name
    address: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A table that is a chart: a heading for labels, for values, and for further columns.

    `remarks` say what is counted; `cited` where it comes from; `files` are those of the open data
    that hold the numbers. `left_out` are reports that are not counted, `partial` those that are,
    though they lack something.
    """

    id: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[ChartRow, ...]
    remarks: tuple[str, ...]
    cited: tuple[Cited, ...]
    files: tuple[str, ...]
    total: ChartRow | None = None
    left_out: tuple[ReportLine, ...] = ()
    partial: tuple[ReportLine, ...] = ()


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """A phase of the project. Names of bodies are those of the source."""

    label: str
    dates: str
    countries: str
    bodies: Worded
    budget: str
    cited: Cited


@dataclass(frozen=True, slots=True)
class Published:
    """A number that somebody published, with its day and its page."""

    date: str
    where: str
    what: str
    number: str
    publisher: Worded
    url: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything a page of figures shows. `country` and `code` are empty for the region."""

    country: str
    code: str
    description: str
    coverage: str
    counts: tuple[Count, ...]
    map: Map | None
    sizes: tuple[tuple[str, str], ...]
    statuses: tuple[tuple[str, str], ...]
    charts: tuple[Chart, ...]
    emissions: tuple[Chart, ...]
    reductions: tuple[Chart, ...]
    phases: tuple[PhaseRow, ...]
    published: tuple[Published, ...]
    sources: tuple[Citation, ...]


def region_figures(site: Site, names: Mapping[str, Name], tongue: Tongue) -> Figures:
    """Put the figures of all countries into one language; `names` holds all names, by id."""
    drawing = region_map(site, names, tongue)
    return _figures("", site.entries, drawing, names, site, tongue)


def country_figures(country: str, site: Site, names: Mapping[str, Name], tongue: Tongue) -> Figures:
    """Put the figures of one country into one language."""
    entries = [entry for entry in site.entries if entry.country == country]
    drawing = country_map(country, site, names, tongue)
    return _figures(country, entries, drawing, names, site, tongue)


def _figures(
    country: str,
    entries: Sequence[Entry],
    drawing: Map | None,
    names: Mapping[str, Name],
    site: Site,
    tongue: Tongue,
) -> Figures:
    tell = _Teller(tongue, Citations(tongue, site.sources), names)
    say = tongue.say
    # Sources are numbered in the order of the page, so its parts are made in that order. Other
    # pages that show the counts lead to them here: the counts come first.
    counts = cited_counts(entries, tongue, tell.citations)
    charts = [] if country else [tell.countries(site)]
    if entries:
        charts += [tell.years(figures.by_year(entries))]
        charts += [tell.commitments(figures.by_commitment(entries))]
    emissions = [
        tell.inventories(kind, figures.inventories(entries, kind))
        for kind in ("baseline", "monitoring")
    ]
    planned = [
        tell.reductions(year, figures.reductions(entries, year))
        for year in (*figures.target_years(entries), None)
    ]
    phases = tuple(tell.phases(site.phases, country))
    return Figures(
        country=tongue.write.country(country) if country else "",
        code=country,
        description=_description(country, tongue),
        coverage=site.countries[country].coverage if country else "",
        counts=counts,
        map=drawing,
        sizes=tuple((key, say(label)) for key, _low, _high, label in vocabulary.POPULATION_CLASSES),
        statuses=_statuses(drawing, tongue),
        charts=tuple(chart for chart in charts if chart.rows),
        emissions=tuple(chart for chart in emissions if chart.rows),
        reductions=tuple(chart for chart in planned if chart.rows),
        phases=phases,
        published=tuple(_published(site, country, tongue)),
        sources=tell.citations.listed,
    )


def _description(country: str, tongue: Tongue) -> str:
    if not country:
        return ""
    return tongue.say(
        "{country}: signatories of the Covenant of Mayors in figures, on a map and in charts, "
        "each with its date and its source.",
        country=tongue.write.country(country),
    )


def _statuses(drawing: Map | None, tongue: Tongue) -> tuple[tuple[str, str], ...]:
    """List the statuses that a map shows: (key, words)."""
    lands = drawing.lands if drawing else ()
    shown = {dot.status for land in lands for dot in land.dots}
    labels = {key or "unknown": label for key, label in vocabulary.STATUS.items()}
    return tuple((key, tongue.say(label)) for key, label in labels.items() if key in shown)


@dataclass(frozen=True, slots=True)
class _Teller:
    """Makes tables of sums in one language and cites where they come from."""

    tongue: Tongue
    citations: Citations
    names: Mapping[str, Name]

    def cite(self, *facts: Sourced) -> tuple[Cited, ...]:
        """Cite facts, each source once."""
        return tuple(self.citations.cite(fact) for fact in figures.provenance(facts))

    def countries(self, site: Site) -> Chart:
        """Tabulate signatories, their status and their citizens by country: the map in words."""
        say, write = self.tongue.say, self.tongue.write
        groups = by_country(site.entries)
        counted = {code: totals(groups.get(code, [])) for code in site.countries}
        largest = max(numbers.signatories for numbers in counted.values()) or 1
        rows = []
        for code, name in self.tongue.countries(site.countries):
            numbers = counted[code]
            citizens = write.rounded(numbers.citizens) if numbers.citizens_known_for else ""
            rows.append(
                ChartRow(
                    label=name,
                    value=write.number(numbers.signatories),
                    width=_share(numbers.signatories, largest),
                    cells=(*self._statuses(numbers), citizens),
                    address=f"figures/{code}/",
                )
            )
        return Chart(
            id="countries",
            title=say("Signatories by country"),
            headings=(
                say("Country"),
                say("Signatories"),
                say("Active"),
                say("On hold"),
                say("Not known"),
                say("Citizens covered"),
            ),
            rows=tuple(rows),
            remarks=(
                say(
                    "Citizens covered: the populations that places declared when joining. A place "
                    "that stands twice counts once; figures that look wrong are left out."
                ),
            ),
            cited=self.cite(
                *figures.memberships(site.entries),
                *figures.statuses(site.entries),
                *figures.populations(site.entries),
            ),
            files=("signatories",),
        )

    def _statuses(self, numbers: Totals) -> tuple[str, str, str]:
        """Say how many are active, on hold, of unknown status; zeros only where one is known."""
        known = numbers.active + numbers.on_hold
        unknown = numbers.signatories - known
        of_known = [self.tongue.write.number(value) for value in (numbers.active, numbers.on_hold)]
        active, on_hold = of_known if known else ("", "")
        return active, on_hold, self.tongue.write.number(unknown) if known or unknown else ""

    def years(self, tally: Tally) -> Chart:
        """Tabulate signatories by the year of their latest adhesion."""
        say = self.tongue.say
        return Chart(
            id="years",
            title=say("Signatories by year of their latest adhesion"),
            headings=(say("Year"), say("Signatories")),
            rows=self._rows({year: year for year in tally.numbers}, tally.numbers),
            remarks=(
                say(
                    "By the date of the latest adhesion: a renewed commitment replaces the first "
                    "date."
                ),
                self._known(tally.known),
            ),
            cited=self.cite(*tally.facts),
            files=("signatories",),
        )

    def commitments(self, tally: Tally) -> Chart:
        """Tabulate what signatories promise."""
        say = self.tongue.say
        labels = {key: say(vocabulary.COMMITMENT[key]) for key in _COMMITMENTS}
        return Chart(
            id="commitments",
            title=say("Commitments"),
            headings=(say("Commitment"), say("Signatories")),
            rows=self._rows(labels, tally.numbers) if tally.known else (),
            remarks=(
                say("A signatory can have several commitments."),
                self._known(tally.known),
            ),
            cited=self.cite(*tally.facts),
            files=("signatories",),
        )

    def inventories(self, kind: str, sectors: Sectors) -> Chart:
        """Tabulate emissions and energy by sector, as reported in inventories of a kind."""
        say, write = self.tongue.say, self.tongue.write
        years = f"{sectors.first_year}–{sectors.last_year}"
        if sectors.first_year == sectors.last_year:
            years = str(sectors.first_year)
        title = say(vocabulary.INVENTORIES[kind], years=years)
        labels = vocabulary.INVENTORY_SECTOR
        energy = "" if sectors.energy_mwh is None else write.number(sectors.energy_mwh)
        return Chart(
            id=f"inventories-{kind}",
            title=title,
            headings=(
                say("Sector"),
                say("Emissions, tonnes"),
                say("Energy, MWh"),
                say("Signatories"),
            ),
            rows=self._sectors(sectors, labels, with_energy=True),
            remarks=(*self._reported(sectors), *([self._rule()] if sectors.left_out else [])),
            cited=self.cite(*sectors.facts),
            files=("inventories",),
            total=ChartRow(
                label=say("Total"),
                value=write.number(sectors.tonnes),
                width=0,
                cells=(energy, write.number(sectors.signatories)),
            ),
            left_out=tuple(map(self._report, sectors.left_out)),
            partial=tuple(map(self._report, sectors.partial)),
        )

    def reductions(self, target_year: int | None, sectors: Sectors) -> Chart:
        """Tabulate the reductions planned by a year, by sector."""
        say, write = self.tongue.say, self.tongue.write
        title = (
            say("Reduction planned by {year}", year=target_year)
            if target_year
            else say("Reduction planned for the long term")
        )
        return Chart(
            id=f"reductions-{target_year or 'long-term'}",
            title=title,
            headings=(
                say("Sector"),
                say("Reduction, tonnes"),
                say("Share"),
                say("Signatories"),
            ),
            rows=self._sectors(sectors, vocabulary.REDUCTION_SECTOR, with_energy=False),
            remarks=self._reported(sectors),
            cited=self.cite(*sectors.facts),
            files=("reductions",),
            total=ChartRow(
                label=say("Total"),
                value=write.number(sectors.tonnes),
                width=0,
                cells=(write.percent(100), write.number(sectors.signatories)),
            ),
            left_out=tuple(map(self._report, sectors.left_out)),
        )

    def phases(self, phases: Iterable[Phase], country: str) -> Iterator[PhaseRow]:
        """List the phases of the project, of a country those that it takes part in."""
        write = self.tongue.write
        for phase in phases:
            if country and country not in phase.countries:
                continue
            end = write.date(phase.end) if phase.end else ""
            named = ", ".join(name for _code, name in self.tongue.countries(phase.countries))
            bodies = ", ".join([*([phase.lead] if phase.lead else []), *phase.partners])
            budget = phase.budget_eur
            yield PhaseRow(
                label=self.tongue.say(vocabulary.PHASE_PART[phase.part], number=phase.number),
                dates=f"{write.date(phase.start)} – {end}".rstrip(),
                countries=named,
                bodies=Worded(bodies, "en"),
                budget="" if budget is None else write.money(budget, "EUR"),
                cited=self.citations.cite(phase),
            )

    def _rows(self, labels: Mapping[str, str], numbers: Mapping[str, int]) -> tuple[ChartRow, ...]:
        largest = max(numbers.values(), default=0) or 1
        return tuple(
            ChartRow(
                label,
                self.tongue.write.number(numbers.get(key, 0)),
                _share(numbers.get(key, 0), largest),
            )
            for key, label in labels.items()
        )

    def _sectors(
        self, sectors: Sectors, labels: Mapping[str, str], *, with_energy: bool
    ) -> tuple[ChartRow, ...]:
        write = self.tongue.write
        largest = max((part.tonnes for part in sectors.sums), default=0) or 1
        rows = []
        for part in sectors.sums:
            energy = "" if part.energy_mwh is None else write.number(part.energy_mwh)
            share = write.percent(part.tonnes / (sectors.tonnes or 1) * 100)
            rows.append(
                ChartRow(
                    label=self.tongue.say(labels[part.sector]),
                    value=write.number(part.tonnes),
                    width=_share(part.tonnes, largest),
                    cells=(energy if with_energy else share, write.number(part.reported)),
                )
            )
        return tuple(rows)

    def _known(self, number: int) -> str:
        return self.tongue.count(
            "Known for {number} signatory.",
            "Known for {number} signatories.",
            number,
            number=self.tongue.write.number(number),
        )

    def _reported(self, sectors: Sectors) -> tuple[str, ...]:
        """Say how many reports of how many are added up, and how much is left out."""
        count, write = self.tongue.count, self.tongue.write
        counted = count(
            "{counted} of {number} report is added up, as published.",
            "{counted} of {number} reports are added up, as published.",
            sectors.reports,
            counted=write.number(sectors.signatories),
            number=write.number(sectors.reports),
        )
        if not sectors.left_out:
            return (counted,)
        left_out = count(
            "{number} report of {tonnes} t is left out: a value looks wrong, or two sources do "
            "not agree.",
            "{number} reports of together {tonnes} t are left out: a value looks wrong, or two "
            "sources do not agree.",
            len(sectors.left_out),
            number=write.number(len(sectors.left_out)),
            tonnes=write.number(sectors.tonnes_left_out),
        )
        return counted, left_out

    def _rule(self) -> str:
        """Say when an inventory is left out."""
        write = self.tongue.write
        return self.tongue.say(
            "A value looks wrong below {least} and above {most} tonnes for an inhabitant; two "
            "sources do not agree if the population of one is more than {times} times that of the "
            "other.",
            least=write.number(LEAST_TONNES, digits=1),
            most=write.number(MOST_TONNES),
            times=write.number(APART, digits=1),
        )

    def _report(self, report: Report) -> ReportLine:
        say, write = self.tongue.say, self.tongue.write
        year = [] if report.year is None else [str(report.year)]
        lacking = ", ".join(say(vocabulary.INVENTORY_SECTOR[sector]) for sector in report.lacking)
        lacks = [say("Not in this report, but in the baseline: {sectors}.", sectors=lacking)]
        return ReportLine(
            name=self.names[report.entry.signatory.id],
            address=report.entry.address,
            facts=(
                *year,
                say("{amount} t", amount=write.number(report.tonnes)),
                *(say(vocabulary.DOUBT[doubt]) for doubt in report.doubts),
                *(lacks if lacking else []),
            ),
        )


def _share(value: float, largest: float) -> float:
    """Return a bar's length in percent of the longest; what is negative has none."""
    return round(max(value, 0) / largest * 100, 1)


def _published(site: Site, country: str, tongue: Tongue) -> Iterator[Published]:
    """List what others published, the newest first; of a country what is true of it."""
    chosen = [
        statistic for statistic in site.statistics if not country or country in statistic.countries
    ]
    for statistic in sorted(chosen, key=_newest_first):
        number = tongue.write.number(statistic.value)
        precision = vocabulary.PRECISION[statistic.precision]
        yield Published(
            date=tongue.write.date(statistic.as_of),
            where=_where(statistic, tongue),
            what=tongue.say(vocabulary.INDICATOR[statistic.indicator]),
            number=tongue.say(precision, number=number) if precision else number,
            publisher=Worded(statistic.publisher, "en"),
            url=statistic.url,
        )


def _newest_first(statistic: Statistic) -> tuple[int, str, str, str]:
    day = -statistic.as_of.first_day.toordinal()
    return day, ",".join(statistic.countries), statistic.indicator, statistic.url


def _where(statistic: Statistic, tongue: Tongue) -> str:
    if statistic.area:
        return tongue.say(vocabulary.AREA[statistic.area])
    return ", ".join(name for _code, name in tongue.countries(statistic.countries))
