"""Which reported emissions are read with care: one rule for every inventory, of any kind.

The release flags baseline inventories only, by this very rule; a monitoring inventory is held
against it when it is imported.
"""

from publishing.records.signatories import Doubt

# Tonnes for an inhabitant in a year: less or more than this looks wrong.
LEAST_TONNES, MOST_TONNES = 0.5, 12
# How many times one source's population may be that of another.
APART = 1.5


def inventory_doubts(
    emissions_t: float, population: int | None, declared: int | None
) -> tuple[Doubt, ...]:
    """Say what speaks against an inventory: its emissions for an inhabitant, and its population.

    `population` is the inventory's own, `declared` the one declared when joining; without the
    first, emissions are divided by the second. What is not known cannot be doubted.

    >>> inventory_doubts(155_212, 372_000, 370_100), inventory_doubts(58_348, 50_400, 125_692)
    (('low-per-capita',), ('population-differs-from-adhesion',))
    """
    doubts: list[Doubt] = []
    inhabitants = population or declared
    if inhabitants and emissions_t / inhabitants < LEAST_TONNES:
        doubts.append("low-per-capita")
    if inhabitants and emissions_t / inhabitants > MOST_TONNES:
        doubts.append("high-per-capita")
    if population and declared and _apart(population, declared):
        doubts.append("population-differs-from-adhesion")
    return tuple(doubts)


def _apart(one: int, other: int) -> bool:
    return max(one, other) > APART * min(one, other)
