"""The projection, the frame and the simpler lines: what must hold for any place and any line."""

import itertools
import math

from hypothesis import given
from hypothesis import strategies as st

from publishing.cartography import drawn, frame_around, projected, simplified
from publishing.records.outlines import Outline

LONGITUDES = st.floats(20, 90)
LATITUDES = st.floats(34, 57)
SPOTS = st.tuples(st.integers(0, 1000), st.integers(0, 1000))


@given(latitude=LATITUDES, west=LONGITUDES, east=LONGITUDES)
def test_what_lies_further_east_is_drawn_further_to_the_right(latitude, west, east):
    if east - west > 1e-6:
        assert projected(west, latitude)[0] < projected(east, latitude)[0]


@given(longitude=LONGITUDES, south=LATITUDES, north=LATITUDES)
def test_what_lies_further_north_is_drawn_higher(longitude, south, north):
    if north - south > 1e-6:
        assert projected(longitude, north)[1] < projected(longitude, south)[1]


@given(longitude=LONGITUDES, latitude=LATITUDES)
def test_areas_are_those_on_the_earth(longitude, latitude):
    """A small field has the area that geometry on the sphere gives it, wherever it lies."""
    size = 0.01
    (x, y), (east_x, east_y), (south_x, south_y) = (
        projected(longitude, latitude),
        projected(longitude + size, latitude),
        projected(longitude, latitude - size),
    )
    found = abs((east_x - x) * (south_y - y) - (east_y - y) * (south_x - x))
    side = 6371.0 * math.radians(size)
    assert math.isclose(found, side * side * math.cos(math.radians(latitude)), rel_tol=1e-3)


def test_the_middle_meridian_stands_upright_and_its_parallels_are_true_to_scale():
    assert projected(55, 45)[0] == 0
    for parallel in (40, 52):
        degree = projected(55.5, parallel)[0] - projected(54.5, parallel)[0]
        assert math.isclose(degree, 111.195 * math.cos(math.radians(parallel)), rel_tol=1e-4)


@given(st.lists(st.tuples(LONGITUDES, LATITUDES), min_size=1, max_size=20))
def test_everything_that_a_frame_is_around_lies_in_it(places):
    frame = frame_around(places, (11_200, 6_200), 150)
    assert frame.width <= 11_201
    assert frame.height <= 6_201
    for place in places:
        x, y = frame.place(*place)
        assert 149 <= x <= frame.width - 149
        assert 149 <= y <= frame.height - 149


@given(st.lists(SPOTS, min_size=2, max_size=40), st.floats(0, 50))
def test_a_simpler_line_keeps_its_ends_and_invents_no_spot(line, tolerance):
    found = simplified(line, tolerance)
    assert (found[0], found[-1]) == (line[0], line[-1])
    rest = iter(line)
    assert all(spot in rest for spot in found)


@given(st.lists(SPOTS, min_size=2, max_size=40), st.floats(1, 50))
def test_nothing_left_out_is_further_away_than_the_tolerance(line, tolerance):
    found = simplified(line, tolerance)
    legs = list(itertools.pairwise(found))
    for spot in line:
        assert min(_distance(spot, *leg) for leg in legs) <= tolerance + 1e-6


def _distance(spot: tuple[int, int], start: tuple[int, int], end: tuple[int, int]) -> float:
    """Try a thousand places on the line: slow, but nobody doubts it."""
    return (
        min(
            math.dist(
                spot, (start[0] + (end[0] - start[0]) * k, start[1] + (end[1] - start[1]) * k)
            )
            for k in (number / 1000 for number in range(1001))
        )
        - math.dist(start, end) / 1000
    )


def test_a_country_keeps_its_mainland_and_loses_specks():
    square = [[50, 45], [60, 45], [60, 50], [50, 50], [50, 45]]
    speck = [[61, 45], [61.001, 45], [61.001, 45.001], [61, 45]]
    outline = Outline.model_validate(
        {
            "type": "Feature",
            "properties": {"country_code": "KZ", "name": "Kazakhstan"},
            "geometry": {"type": "MultiPolygon", "coordinates": [[square], [speck]]},
        }
    )
    frame = frame_around([(50, 45), (60, 50)], (1000, 600), 10)
    (line,) = drawn(outline, frame, 6)
    assert line[0] == line[-1]
    assert len(line) == 5


def test_a_country_outside_the_frame_is_not_drawn():
    square = [[20, 35], [21, 35], [21, 36], [20, 36], [20, 35]]
    outline = Outline.model_validate(
        {
            "type": "Feature",
            "properties": {"country_code": "md", "name": "Moldova"},
            "geometry": {"type": "Polygon", "coordinates": [square]},
        }
    )
    assert drawn(outline, frame_around([(70, 45), (80, 50)], (1000, 600), 10), 6) == ()
