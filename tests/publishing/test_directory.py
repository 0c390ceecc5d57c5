from collections.abc import Iterable, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publishing.directory import (
    Neighbour,
    Totals,
    by_country,
    distance_km,
    latest_inventory,
    nearest,
    totals,
)

Plain = dict[str, Any]

NOTHING = Totals(
    signatories=0,
    active=0,
    on_hold=0,
    citizens=0,
    citizens_known_for=0,
    baseline_emissions_t=0,
    baselines=0,
)


def _people(value: int, **more: str) -> list[Plain]:
    return [{"value": value, "kind": "declared", "as_of": "2024-01", "source": "jrc-2024", **more}]


def _linked(*keys: str) -> list[Plain]:
    return [{"id": key, "relation": "same-place"} for key in keys]


def _inventory(key: str, year: int, emissions: float, **more: object) -> Plain:
    return {
        "id": key,
        "kind": "baseline",
        "year": year,
        "emissions_t": emissions,
        "sectors": [{"sector": "transport", "emissions_t": emissions}],
        "as_of": "2019",
        "source": "jrc-2019",
        **more,
    }


def _at(latitude: float, longitude: float, **more: object) -> Plain:
    return {"latitude": latitude, "longitude": longitude, "source": "geonames", **more}


def _status(value: str) -> Plain:
    return {"value": value, "as_of": "2024-01", "source": "jrc-2024"}


def test_totals_count_what_is_known(an_entry):
    entries = [
        an_entry("UA0001", status=_status("active"), population=_people(1000)),
        an_entry("UA0002", status=_status("active"), population=_people(200)),
        an_entry(
            "UA0003",
            status=_status("on-hold"),
            inventories=[_inventory("I1", 2010, 500), _inventory("I2", 2012, 450.5)],
        ),
        an_entry("BYX001"),
    ]
    assert totals(entries) == Totals(
        signatories=4,
        active=2,
        on_hold=1,
        citizens=1200,
        citizens_known_for=2,
        baseline_emissions_t=450.5,
        baselines=1,
    )


def test_totals_of_nothing():
    assert totals([]) == NOTHING


@pytest.mark.parametrize(
    ("links", "citizens", "places"),
    [
        ({}, 63_000, 3),
        ({"MD0001": ["MD0002"], "MD0002": ["MD0001"]}, 53_000, 2),
        ({"MD0001": ["MD0002"]}, 53_000, 2),
        ({"MD0002": ["MD0001"]}, 53_000, 2),
        ({"MD0003": ["MD0001"]}, 60_000, 2),
        ({"MD0001": ["MD0002"], "MD0002": ["MD0003"]}, 50_000, 1),
        ({"MD0002": ["MD0003"], "MD0001": ["MD0003"]}, 50_000, 1),
    ],
    ids=[
        "three places",
        "said on both sides",
        "said by the first",
        "said by the second",
        "said by the last",
        "over two steps",
        "through a third",
    ],
)
def test_a_place_that_stands_twice_counts_once(an_entry, links, citizens, places):
    people = {"MD0001": 50_000, "MD0002": 10_000, "MD0003": 3_000}
    entries = [
        an_entry(key, population=_people(value), related=_linked(*links.get(key, [])))
        for key, value in people.items()
    ]
    found = totals(entries)
    assert (found.signatories, found.citizens, found.citizens_known_for) == (3, citizens, places)


@pytest.mark.parametrize(
    ("population", "citizens", "places"),
    [
        (_people(408_565, doubt="implausible-population"), 0, 0),
        ([*_people(408_565, doubt="implausible-population"), *_people(36_000)], 36_000, 1),
        ([], 0, 0),
        (_people(0), 0, 1),
    ],
    ids=["doubtful", "another figure", "unknown", "nobody lives there"],
)
def test_a_doubtful_population_is_left_out(an_entry, population, citizens, places):
    found = totals([an_entry("KZ0007", population=population)])
    assert (found.citizens, found.citizens_known_for) == (citizens, places)


def test_a_doubtful_baseline_is_left_out_and_no_older_one_takes_its_place(an_entry):
    inventories = [
        _inventory("I1", 2010, 500),
        _inventory("I2", 2012, 9, doubts=["low-per-capita"]),
    ]
    found = totals([an_entry("UA0001", inventories=inventories)])
    assert (found.baselines, found.baseline_emissions_t) == (0, 0)
    assert (found.doubted_baselines, found.doubted_emissions_t) == (1, 9)


def test_the_latest_inventory_is_that_of_its_kind(an_entry):
    entry = an_entry(
        "UA0001",
        inventories=[
            _inventory("I2", 2012, 1),
            _inventory("I9", 2010, 2),
            _inventory("I3", 2012, 3),
            _inventory("I7", 2018, 4, kind="monitoring"),
        ],
    )
    found = [latest_inventory(entry, kind) for kind in ("baseline", "monitoring")]
    assert [inventory and inventory.id for inventory in found] == ["I3", "I7"]
    assert latest_inventory(an_entry("UA0001"), "baseline") is None


def test_entries_are_grouped_by_country_in_their_order(an_entry):
    keys = ["UA0002", "AM0001", "UA0001"]
    groups = by_country([an_entry(key) for key in keys])
    assert {code: [entry.signatory.id for entry in group] for code, group in groups.items()} == {
        "ua": ["UA0002", "UA0001"],
        "am": ["AM0001"],
    }


@pytest.mark.parametrize(
    ("there", "kilometres"),
    [
        ((49.83826, 24.02324), 0.0),
        ((50.45466, 30.5238), 468.1),
        ((42.89799, 71.37334), 3650.2),
    ],
    ids=["Lviv", "Kyiv", "Taraz"],
)
def test_distances_from_lviv(an_entry, there, kilometres):
    lviv = an_entry("UA0322", position=_at(49.83826, 24.02324))
    other = an_entry("UA0001", position=_at(*there))
    assert round(distance_km(lviv, other), 1) == kilometres
    assert distance_km(lviv, other) == distance_km(other, lviv)


def test_an_entry_without_position_is_infinitely_far(an_entry):
    lviv = an_entry("UA0322", position=_at(49.83826, 24.02324))
    assert distance_km(lviv, an_entry("UA0001")) == float("inf")


def _ids(found: Mapping[str, Iterable[Neighbour]]) -> dict[str, list[str]]:
    return {
        key: [neighbour.entry.signatory.id for neighbour in neighbours]
        for key, neighbours in found.items()
    }


def test_the_nearest_are_listed_by_distance_but_neither_itself_nor_the_same_place(an_entry):
    entries = [
        an_entry("UA0001", position=_at(50.0, 30.0), related=_linked("UA0002")),
        an_entry("UA0002", position=_at(50.0, 30.0), related=_linked("UA0001")),
        an_entry("UA0003", position=_at(50.0, 30.2)),
        an_entry("UA0004", position=_at(50.1, 30.0)),
        an_entry("UA0005", position=_at(50.0, 30.01, doubt="low-precision")),
        an_entry("UA0006"),
    ]
    assert _ids(nearest(entries, 2)) == {
        "UA0001": ["UA0004", "UA0003"],
        "UA0002": ["UA0004", "UA0003"],
        "UA0003": ["UA0001", "UA0002"],
        "UA0004": ["UA0001", "UA0002"],
    }


def test_a_near_place_beyond_the_next_cell_comes_before_a_far_one_inside_it(an_entry):
    entries = [
        an_entry("UA0001", position=_at(50.5, 30.95)),
        an_entry("UA0002", position=_at(51.9, 30.95)),  # 156 km to the north, in the next cell
        an_entry("UA0003", position=_at(50.5, 32.05)),  # 78 km to the east, two cells away
    ]
    assert _ids(nearest(entries, 1))["UA0001"] == ["UA0003"]


def _by_brute_force(entries: list[Any], count: int) -> dict[str, list[str]]:
    """Measure every distance."""
    usable = [entry for entry in entries if entry.signatory.position.doubt is None]
    found = {}
    for entry in usable:
        same = {entry.signatory.id, *(link.id for link in entry.signatory.related)}
        measured = sorted(
            (distance_km(entry, other), other.signatory.id)
            for other in usable
            if other.signatory.id not in same
        )
        found[entry.signatory.id] = [key for _distance, key in measured[:count]]
    return found


@st.composite
def _places(draw: st.DrawFn, span: float) -> list[Plain]:
    """Up to 15 places around 50° N 30° E; each may be related to the next, or be doubtful."""
    side = st.floats(-span, span).map(lambda degrees: round(degrees, 2))
    return [
        {
            "position": _at(
                50 + draw(side),
                30 + draw(side),
                doubt=draw(st.sampled_from([None, None, None, "low-precision"])),
            ),
            "related": _linked(f"UA{number + 1:04}") if draw(st.booleans()) else [],
        }
        for number in range(draw(st.integers(0, 15)))
    ]


# Up to fifteen places are many cases at once. That no place is its own neighbour, nor that of its
# relations, is part of the measuring.
@settings(max_examples=60)
@given(places=_places(span=3), count=st.integers(1, 5))
def test_the_nearest_are_those_that_measuring_every_distance_finds(an_entry, places, count):
    entries = [an_entry(f"UA{number:04}", **place) for number, place in enumerate(places)]
    assert _ids(nearest(entries, count)) == _by_brute_force(entries, count)


@settings(max_examples=40)
@given(places=_places(span=6), data=st.data())
def test_totals_and_neighbours_do_not_depend_on_the_order_of_records(an_entry, places, data):
    entries = [
        an_entry(f"UA{number:04}", population=_people(number), **place)
        for number, place in enumerate(places)
    ]
    shuffled = data.draw(st.permutations(entries))
    assert totals(shuffled) == totals(entries)
    assert _ids(nearest(shuffled, 3)) == _ids(nearest(entries, 3))


def test_the_search_ends_where_nobody_is_near(an_entry):
    entries = [
        an_entry("UA0001", position=_at(48.0, 24.0)),
        an_entry("KZ0001", position=_at(48.0, 70.0)),
    ]
    assert _ids(nearest(entries, 5)) == {"UA0001": [], "KZ0001": []}
