"""Emissions and planned reductions by sector, as tables with bars."""

from dataclasses import dataclass

from publishing.records.signatories import Inventory, PlannedReduction
from publishing.views import vocabulary
from publishing.views.citations import Citations, Cited
from publishing.views.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a table with a bar. `width` is 0 to 100, of the largest row."""

    label: str
    amount: str
    extra: str
    width: float


@dataclass(frozen=True, slots=True)
class SectorTable:
    """Emissions or reductions by sector."""

    title: str
    total: str
    remarks: tuple[str, ...]
    bars: tuple[Bar, ...]
    extra_heading: str
    cited: Cited


def inventory_table(inventory: Inventory, tongue: Tongue, citations: Citations) -> SectorTable:
    """Tabulate an inventory; the bars compare emissions, negative ones have none."""
    say, write = tongue.say, tongue.write
    largest = max((line.emissions_t for line in inventory.sectors), default=0) or 1
    remarks = []
    if inventory.population:
        remarks.append(
            say("Population in this inventory: {number}", number=write.number(inventory.population))
        )
    remarks += [say(vocabulary.DOUBT[doubt]) for doubt in inventory.doubts]
    return SectorTable(
        title=say(vocabulary.INVENTORY_KIND[inventory.kind], year=inventory.year),
        total=write.number(inventory.emissions_t),
        remarks=tuple(remarks),
        bars=tuple(
            Bar(
                label=say(vocabulary.INVENTORY_SECTOR[line.sector]),
                amount=write.number(line.emissions_t),
                extra="" if line.energy_mwh is None else write.number(line.energy_mwh),
                width=round(max(line.emissions_t, 0) / largest * 100, 1),
            )
            for line in sorted(inventory.sectors, key=lambda line: (-line.emissions_t, line.sector))
        ),
        extra_heading=say("Energy, MWh"),
        cited=citations.cite(inventory),
    )


def reduction_table(plan: PlannedReduction, tongue: Tongue, citations: Citations) -> SectorTable:
    """Tabulate the reduction planned by a year, or for the long term."""
    say, write = tongue.say, tongue.write
    largest = max((line.reduction_t for line in plan.sectors), default=0) or 1
    title = (
        say("Reduction planned by {year}", year=plan.target_year)
        if plan.target_year
        else say("Reduction planned for the long term")
    )
    return SectorTable(
        title=title,
        total=write.number(plan.total_t),
        remarks=(say(vocabulary.DOUBT[plan.doubt]),) if plan.doubt else (),
        bars=tuple(
            Bar(
                label=say(vocabulary.REDUCTION_SECTOR[line.sector]),
                amount=write.number(line.reduction_t),
                extra="" if line.share_percent is None else write.percent(line.share_percent),
                width=round(line.reduction_t / largest * 100, 1),
            )
            for line in sorted(plan.sectors, key=lambda line: (-line.reduction_t, line.sector))
        ),
        extra_heading=say("Share"),
        cited=citations.cite(plan),
    )
