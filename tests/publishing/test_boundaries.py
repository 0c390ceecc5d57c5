"""Places and outlines: a signatory is in its country, or the mistake is named."""

from pathlib import Path

import pytest

from publishing.boundaries import check_outlines, check_positions, kilometres_outside
from publishing.folders import Folders
from publishing.problems import report
from publishing.records.outlines import OutlineList
from publishing.records.values import parse_record
from publishing.sources import Read, Source, parse_yaml

ROOT = Path(__file__).parents[2]
# A country from 40 to 50 degrees east, 40 to 50 north, with a lake in its middle.
SQUARE = [[40, 40], [50, 40], [50, 50], [40, 50], [40, 40]]
LAKE = [[44, 44], [46, 44], [46, 46], [44, 46], [44, 44]]


def _outlines(*features: str, first: list[list[int]] = SQUARE) -> Read[OutlineList]:
    found = [
        {
            "type": "Feature",
            "properties": {"country_code": code, "name": code},
            "geometry": {"type": "Polygon", "coordinates": [first, LAKE]},
        }
        for code in features
    ]
    source = Source(
        "data/region.geojson", {"type": "FeatureCollection", "features": found}, None, 0
    )
    record, problems = parse_record(OutlineList, source)
    assert problems == []
    assert record is not None
    return Read(record, source)


@pytest.mark.parametrize(
    ("longitude", "latitude", "kilometres"),
    [
        (41, 41, 0),
        (50, 45, 0),
        (51, 45, 78.6),  # a degree at 45 degrees north
        (45, 39, 111.2),
        (51, 51, 131.5),  # over the corner
        (45, 45, 78.6),  # in the lake
    ],
)
def test_how_far_a_place_is_from_its_country(longitude, latitude, kilometres):
    (outline,) = _outlines("ua").record.features
    assert kilometres_outside(longitude, latitude, outline) == pytest.approx(kilometres, abs=0.5)


@pytest.mark.parametrize(
    ("position", "told"),
    [
        ("{latitude: 45, longitude: 42, source: geonames}", ""),
        ("{latitude: 45, longitude: 50.6, source: geonames}", ""),
        (
            "{latitude: 42, longitude: 55, source: geonames}",
            (
                "ua0001.yml:2: position: expected a place in ua, or at most 50 km outside, "
                "found one 413 km outside\n"
                "    hint: Are the two swapped? If the source is wrong, "
                "add 'doubt: out-of-country'.\n"
            ),
        ),
        ("{latitude: 42, longitude: 55, source: geonames, doubt: out-of-country}", ""),
        (
            "{latitude: 42, longitude: 55, source: geonames, doubt: low-precision}",
            (
                "ua0001.yml:2: position: expected a place in ua, or at most 50 km outside, "
                "found one 413 km outside\n"
                "    hint: Are the two swapped? If the source is wrong, "
                "add 'doubt: out-of-country'.\n"
            ),
        ),
    ],
)
def test_a_place_outside_its_country_is_named_with_its_line(an_entry, position, told):
    source, _problems = parse_yaml(f"id: UA0001\nposition: {position}\n", "ua0001.yml")
    entry = an_entry("UA0001", position=source.value["position"])
    outlines = {outline.country: outline for outline in _outlines("ua").record.features}
    found = report(check_positions([Read(entry, source)], outlines))
    assert found.rpartition("\n")[0] == told.rstrip("\n")


def test_a_country_without_outline_has_no_outside(an_entry):
    entry = an_entry("UA0001", position={"latitude": 42, "longitude": 55, "source": "geonames"})
    assert list(check_positions([Read(entry, Source("a.yml", {}))], {})) == []


@pytest.mark.parametrize(
    ("outlines", "told"),
    [
        (_outlines("ua", "ge"), []),
        (
            _outlines("ua"),
            ["data/region.geojson: features: expected one outline of ge, found 0"],
        ),
        (
            _outlines("ua", "ge", "GE"),
            ["data/region.geojson: features: expected one outline of ge, found 2"],
        ),
        (
            _outlines("ua", "ge", first=[[40, 40], [50, 40], [50, 50], [40, 50]]),
            [
                f"data/region.geojson: features, item {number}, geometry: "
                "expected lines that end where they begin, found an open line"
                for number in (1, 2)
            ],
        ),
    ],
    ids=["right", "one missing", "one twice", "open lines"],
)
def test_each_country_has_one_outline_of_closed_lines(outlines, told):
    found = [str(problem).split("\n")[0] for problem in check_outlines(outlines, ("ua", "ge"))]
    # A file that is read as JSON knows no lines.
    assert found == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "data/region.geojson:1: JSON: expected well-formed JSON, found something else"),
        (
            '{"type": "FeatureCollection",\n"features": [,]}',
            "data/region.geojson:2: JSON: expected well-formed JSON, found something else",
        ),
        (
            "[" * 100_000,
            "data/region.geojson: JSON: expected well-formed JSON, found something else",
        ),
        (
            '{"type": "FeatureCollection", "features": []}',
            "data/region.geojson: features: expected at least 1 entry, found an empty list",
        ),
        (
            '{"type": "Feature", "features": []}',
            "data/region.geojson: type: expected one of 'FeatureCollection', found 'Feature'",
        ),
    ],
    ids=["cut off", "second line", "endless", "empty", "another type"],
)
def test_a_broken_file_of_outlines_is_named(tmp_path, text, told):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/region.geojson").write_text(text, encoding="utf-8")
    folders = Folders(tmp_path)
    assert folders.outlines() is None
    assert told in [str(problem).split("\n")[0] for problem in folders.problems]


def test_crimea_is_part_of_ukraine():
    folders = Folders(ROOT)
    outlines = folders.outlines()
    assert folders.problems == []
    assert outlines is not None
    ukraine = next(one for one in outlines.record.features if one.country == "ua")
    assert kilometres_outside(34.10, 44.95, ukraine) == 0  # Simferopol
