"""What the records add up to, and the facts behind each sum. In no language.

A record that does not say something is not counted; a figure that its record doubts is left out,
and told.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from publishing.directory import latest_inventory
from publishing.records.signatories import Doubt, Inventory, InventorySector, PlannedReduction
from publishing.records.values import Sourced
from publishing.site import Entry


@dataclass(frozen=True, slots=True)
class Tally:
    """How many signatories there are by key, how many say anything, and the facts they say."""

    numbers: Mapping[str, int]
    known: int
    facts: tuple[Sourced, ...]


@dataclass(frozen=True, slots=True)
class SectorSum:
    """One sector over some signatories: tonnes as reported or planned, MWh where it is energy.

    `reported` is how many signatories name the sector.
    """

    sector: str
    reported: int
    tonnes: float
    energy_mwh: float | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What readers should know of one signatory's report: what speaks against it, what it lacks.

    `year` is that of an inventory; `lacking` are sectors that the signatory's baseline has.
    """

    entry: Entry
    tonnes: float
    year: int | None = None
    doubts: tuple[Doubt, ...] = ()
    lacking: tuple[InventorySector, ...] = ()


@dataclass(frozen=True, slots=True)
class Sectors:
    """Sums by sector, the largest first.

    `signatories` are those counted; `left_out` are reports that are not, because they are
    doubted, `partial` those that are, though they lack something, both the largest first. The
    years are those of the first and the last report, None where nothing was counted.
    """

    sums: tuple[SectorSum, ...]
    signatories: int
    left_out: tuple[Report, ...]
    partial: tuple[Report, ...]
    first_year: int | None
    last_year: int | None
    facts: tuple[Sourced, ...]

    @property
    def reports(self) -> int:
        """How many signatories report, whether they are counted or not."""
        return self.signatories + len(self.left_out)

    @property
    def tonnes_left_out(self) -> float:
        """Tonnes of the reports that are not counted."""
        return sum(report.tonnes for report in self.left_out)

    @property
    def tonnes(self) -> float:
        """Tonnes over all sectors."""
        return sum(part.tonnes for part in self.sums)

    @property
    def energy_mwh(self) -> float | None:
        """MWh over all sectors; None if none of them has any."""
        known = [part.energy_mwh for part in self.sums if part.energy_mwh is not None]
        return sum(known) if known else None


def by_year(entries: Iterable[Entry]) -> Tally:
    """Count signatories by the year of their latest adhesion; years between have a zero."""
    adhesions = [entry.signatory.adhesion for entry in entries if entry.signatory.adhesion]
    found = Counter(adhesion.date.first_day.year for adhesion in adhesions)
    years = range(min(found), max(found) + 1) if found else ()
    numbers = {str(year): found[year] for year in years}
    return Tally(numbers, len(adhesions), provenance(adhesions))


def by_commitment(entries: Iterable[Entry]) -> Tally:
    """Count signatories by what they promise; one can have made several promises."""
    listed = [entry.signatory.commitments for entry in entries if entry.signatory.commitments]
    numbers: Counter[str] = Counter(made for commitments in listed for made in commitments.made)
    return Tally(numbers, len(listed), provenance(listed))


def inventories(entries: Iterable[Entry], kind: str) -> Sectors:
    """Add up the latest inventory of a kind of each signatory, by sector."""
    found = [
        (entry, inventory) for entry in entries if (inventory := latest_inventory(entry, kind))
    ]
    reports = [
        Report(
            entry,
            inventory.emissions_t,
            inventory.year,
            inventory.doubts,
            _lacking(inventory, latest_inventory(entry, "baseline")),
        )
        for entry, inventory in found
    ]
    sound = [inventory for _entry, inventory in found if not inventory.doubts]
    lines = [
        (line.sector, line.emissions_t, line.energy_mwh)
        for inventory in sound
        for line in inventory.sectors
    ]
    return _sectors(lines, sound, reports)


def _lacking(inventory: Inventory, baseline: Inventory | None) -> tuple[InventorySector, ...]:
    """Name the sectors of a baseline that another inventory does not report."""
    reported = {line.sector for line in inventory.sectors}
    lines = baseline.sectors if baseline else ()
    return tuple(line.sector for line in lines if line.sector not in reported)


def reductions(entries: Iterable[Entry], target_year: int | None) -> Sectors:
    """Add up the reductions planned by a year (None: in the long term), by sector."""
    found = [
        (entry, plan)
        for entry in entries
        for plan in entry.signatory.planned_reductions
        if plan.target_year == target_year
    ]
    reports = [
        Report(entry, plan.total_t, doubts=(plan.doubt,) if plan.doubt else ())
        for entry, plan in found
    ]
    sound = [plan for _entry, plan in found if plan.doubt is None]
    lines = [(line.sector, line.reduction_t, None) for plan in sound for line in plan.sectors]
    return _sectors(lines, sound, reports)


def target_years(entries: Iterable[Entry]) -> list[int]:
    """List the years that reductions are planned by."""
    plans = (plan for entry in entries for plan in entry.signatory.planned_reductions)
    return sorted({plan.target_year for plan in plans if plan.target_year is not None})


def _sectors(
    lines: Iterable[tuple[str, float, float | None]],
    sound: list[Inventory] | list[PlannedReduction],
    reports: Iterable[Report],
) -> Sectors:
    largest_first = sorted(reports, key=lambda report: (-report.tonnes, report.entry.signatory.id))
    counted = [report for report in largest_first if not report.doubts]
    years = [report.year for report in counted if report.year is not None]
    reported: Counter[str] = Counter()
    tonnes: dict[str, float] = {}
    energy: dict[str, float] = {}
    for sector, amount, energy_mwh in lines:
        reported[sector] += 1
        tonnes[sector] = tonnes.get(sector, 0) + amount
        if energy_mwh is not None:
            energy[sector] = energy.get(sector, 0) + energy_mwh
    return Sectors(
        sums=tuple(
            SectorSum(sector, reported[sector], tonnes[sector], energy.get(sector))
            for sector in sorted(tonnes, key=lambda sector: (-tonnes[sector], sector))
        ),
        signatories=len(sound),
        left_out=tuple(report for report in largest_first if report.doubts),
        partial=tuple(report for report in counted if report.lacking),
        first_year=min(years, default=None),
        last_year=max(years, default=None),
        facts=provenance(sound),
    )


def provenance(facts: Iterable[Sourced]) -> tuple[Sourced, ...]:
    """Return one fact for each source: its newest; publications first, then pages.

    Two facts of one source and day are alike here: only the source is told.
    """
    newest: dict[tuple[bool, str], Sourced] = {}
    for fact in facts:
        key = fact.source is None, fact.source or fact.url or ""
        if key not in newest or _day(fact) > _day(newest[key]):
            newest[key] = fact
    return tuple(newest[key] for key in sorted(newest))


def _day(fact: Sourced) -> str:
    return fact.as_of or fact.read or ""


def populations(entries: Iterable[Entry]) -> tuple[Sourced, ...]:
    """Return where the populations come from that `directory.totals` adds up."""
    found = (entry.signatory.believable_population for entry in entries)
    return provenance(population for population in found if population is not None)


def memberships(entries: Iterable[Entry]) -> tuple[Sourced, ...]:
    """Return who names the signatories as such."""
    found = (entry.signatory.adhesion or entry.signatory.named_as_signatory for entry in entries)
    return provenance(fact for fact in found if fact is not None)


def statuses(entries: Iterable[Entry]) -> tuple[Sourced, ...]:
    """Return where the status of the signatories comes from."""
    return provenance(entry.signatory.status for entry in entries if entry.signatory.status)


def baselines(entries: Iterable[Entry]) -> tuple[Sourced, ...]:
    """Return where the baseline inventories come from that `directory.totals` adds up."""
    return inventories(entries, "baseline").facts
