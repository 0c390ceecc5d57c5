"""The directory as data: groups, totals and neighbours. In no language."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from publishing.records.signatories import Inventory
from publishing.site import Entry

_EARTH_RADIUS_KM = 6371.0
# Small cells, so that a dense country costs no more than its towns are many.
_CELL_DEGREES = 0.25
_WIDEST_SEARCH = 80


@dataclass(frozen=True, slots=True)
class Totals:
    """Counts over some signatories.

    `citizens` adds one believable population for each place, so that a town that stands twice,
    or inside a district that signed too, counts once. `baseline_emissions_t` adds the latest
    baseline inventory of each signatory that has one nobody doubts, as reported; `baselines` are
    those counted, `doubted_baselines` and `doubted_emissions_t` those left out.
    """

    signatories: int
    active: int
    on_hold: int
    citizens: int
    citizens_known_for: int
    baseline_emissions_t: float
    baselines: int
    doubted_emissions_t: float = 0
    doubted_baselines: int = 0


def totals(entries: Iterable[Entry]) -> Totals:
    """Count signatories, their citizens and their reported emissions."""
    entries = list(entries)
    statuses = [entry.signatory.status.value for entry in entries if entry.signatory.status]
    largest: dict[str, int] = {}
    place_of = _places(entries)
    for entry in entries:
        population = entry.signatory.believable_population
        if population is not None:
            place = place_of[entry.signatory.id]
            largest[place] = max(largest.get(place, 0), population.value)
    latest = [found for entry in entries if (found := latest_inventory(entry, "baseline"))]
    sound = [inventory.emissions_t for inventory in latest if not inventory.doubts]
    doubted = [inventory.emissions_t for inventory in latest if inventory.doubts]
    return Totals(
        signatories=len(entries),
        active=statuses.count("active"),
        on_hold=statuses.count("on-hold"),
        citizens=sum(largest.values()),
        citizens_known_for=len(largest),
        baseline_emissions_t=sum(sound),
        baselines=len(sound),
        doubted_emissions_t=sum(doubted),
        doubted_baselines=len(doubted),
    )


def latest_inventory(entry: Entry, kind: str) -> Inventory | None:
    """Return the newest inventory of a kind, None if none is known."""
    found = [inventory for inventory in entry.signatory.inventories if inventory.kind == kind]
    return max(found, key=lambda inventory: (inventory.year, inventory.id), default=None)


def _places(entries: Iterable[Entry]) -> dict[str, str]:
    """Map each id to the smallest id among the records related to it, over any steps."""
    related: dict[str, set[str]] = {}
    for entry in entries:
        key = entry.signatory.id
        related.setdefault(key, set())
        for link in entry.signatory.related:
            related[key].add(link.id)
            related.setdefault(link.id, set()).add(key)
    place: dict[str, str] = {}
    for start in sorted(related):
        waiting = [start]
        while waiting:
            key = waiting.pop()
            if key not in place:
                place[key] = place.get(start, start)
                waiting += sorted(related.get(key, ()))
    return place


def by_country(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Group entries by country, keeping their order."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[entry.country].append(entry)
    return dict(groups)


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another signatory and how far it is, in kilometres as the crow flies."""

    entry: Entry
    kilometres: float


def distance_km(one: Entry, other: Entry) -> float:
    """Return the great-circle distance between two entries with a position (haversine)."""
    here, there = one.signatory.position, other.signatory.position
    if here is None or there is None:
        return math.inf
    latitude, latitude_there = math.radians(here.latitude), math.radians(there.latitude)
    rise = math.sin((latitude_there - latitude) / 2) ** 2
    turn = math.sin(math.radians(there.longitude - here.longitude) / 2) ** 2
    arc = rise + math.cos(latitude) * math.cos(latitude_there) * turn
    return 2 * _EARTH_RADIUS_KM * math.asin(math.sqrt(arc))


def nearest(entries: Sequence[Entry], count: int) -> dict[str, tuple[Neighbour, ...]]:
    """Find the nearest signatories of each entry with a usable position, by id.

    Looks into ever wider rings of cells of a quarter degree until nothing nearer can lie outside
    (at most 20 degrees), so the work grows with the number of entries and not with its square.
    Records of the same place are no neighbours of each other.
    """
    cells: dict[_Cell, list[Entry]] = defaultdict(list)
    for entry in entries:
        cell = _cell(entry)
        if cell is not None:
            cells[cell].append(entry)
    return {
        entry.signatory.id: tuple(_around(entry, cell, cells, count))
        for cell, inside in sorted(cells.items())
        for entry in inside
    }


_Cell = tuple[int, int]


def _cell(entry: Entry) -> _Cell | None:
    position = entry.signatory.position
    if position is None or position.doubt is not None:
        return None
    return int(position.latitude // _CELL_DEGREES), int(position.longitude // _CELL_DEGREES)


def _around(
    entry: Entry, cell: _Cell, cells: Mapping[_Cell, list[Entry]], count: int
) -> list[Neighbour]:
    same = {entry.signatory.id} | {link.id for link in entry.signatory.related}
    found: list[Neighbour] = []
    for reach in range(_WIDEST_SEARCH + 1):
        found += [
            Neighbour(other, distance_km(entry, other))
            for place in _ring(cell, reach)
            for other in cells.get(place, ())
            if other.signatory.id not in same
        ]
        found.sort(key=lambda neighbour: (neighbour.kilometres, neighbour.entry.signatory.id))
        seen_km = _surely_seen_km(entry, reach)
        if len(found) >= count and found[count - 1].kilometres <= seen_km:
            break
    return found[:count]


def _ring(cell: _Cell, reach: int) -> Iterator[_Cell]:
    """Yield the cells `reach` steps away, counted as a king moves."""
    row, column = cell
    if reach == 0:
        yield cell
        return
    for step in range(-reach, reach + 1):
        yield row - reach, column + step
        yield row + reach, column + step
    for step in range(-reach + 1, reach):
        yield row + step, column - reach
        yield row + step, column + reach


def _surely_seen_km(entry: Entry, reach: int) -> float:
    """Return the radius within which no place can lie outside the cells searched."""
    position = entry.signatory.position
    degrees = reach * _CELL_DEGREES
    north = min(abs(position.latitude) + degrees + _CELL_DEGREES, 90) if position else 90
    degree_km = _EARTH_RADIUS_KM * math.pi / 180
    return degrees * degree_km * math.cos(math.radians(north))
