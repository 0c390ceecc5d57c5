"""Whether a place lies in its country: outlines against positions."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from publishing.problems import Problem
from publishing.records.outlines import Outline, OutlineList, Polygon, Ring
from publishing.site import Entry
from publishing.sources import Read, in_words

PATH = "data/region.geojson"
# Outlines are drawn to about 2 km, and coasts and rivers more roughly.
TOLERANCE_KM = 50
_DEGREE_KM = 111.2


def check_outlines(outlines: Read[OutlineList], countries: Iterable[str]) -> Iterator[Problem]:
    """Require one outline of closed lines for each country of the site."""
    listed = [outline.country for outline in outlines.record.features]
    for code in countries:
        if listed.count(code) != 1:
            hint = "One feature for each country of data/countries.yml."
            found = in_words(str(listed.count(code)))
            yield outlines.source.problem(("features",), f"one outline of {code}", found, hint)
    for index, outline in enumerate(outlines.record.features):
        rings = (ring for polygon in outline.polygons for ring in polygon)
        if any(ring[0] != ring[-1] for ring in rings):
            place = ("features", index, "geometry")
            hint = "Export the file anew (RFC 7946, 3.1.6)."
            wanted = "lines that end where they begin"
            yield outlines.source.problem(place, wanted, in_words("an open line"), hint)


def check_positions(
    entries: Sequence[Read[Entry]], outlines: Mapping[str, Outline]
) -> Iterator[Problem]:
    """Require that a signatory's place is in its country; those marked as doubtful may be not."""
    for read in entries:
        position, outline = read.record.signatory.position, outlines.get(read.record.country)
        if position is None or outline is None or position.doubt == "out-of-country":
            continue
        away = kilometres_outside(position.longitude, position.latitude, outline)
        if away > TOLERANCE_KM:
            wanted = f"a place in {read.record.country}, or at most {TOLERANCE_KM} km outside"
            found = in_words(f"one {away:.0f} km outside")
            hint = "Are the two swapped? If the source is wrong, add 'doubt: out-of-country'."
            yield read.source.problem(("position",), wanted, found, hint)


def kilometres_outside(longitude: float, latitude: float, outline: Outline) -> float:
    """Return how far a place is from the country's outline, 0 inside.

    Degrees are taken as flat around the place, which is true to a percent over some 100 km.
    """
    if any(_is_inside(longitude, latitude, polygon) for polygon in outline.polygons):
        return 0.0
    rings = (ring for polygon in outline.polygons for ring in polygon)
    return min(_distance_km(longitude, latitude, ring) for ring in rings)


def _is_inside(longitude: float, latitude: float, polygon: Polygon) -> bool:
    """Count the lines that a ray to the east crosses: odd inside, holes included."""
    crossed = sum(
        1
        for ring in polygon
        for (x, y), (next_x, next_y) in pairwise(ring)
        if (y > latitude) != (next_y > latitude)
        and longitude < x + (latitude - y) * (next_x - x) / (next_y - y)
    )
    return crossed % 2 == 1


def _distance_km(longitude: float, latitude: float, ring: Ring) -> float:
    narrow = math.cos(math.radians(latitude))
    flat = [((x - longitude) * narrow, y - latitude) for x, y in ring]
    return _DEGREE_KM * min(_from_origin(start, end) for start, end in pairwise(flat))


def _from_origin(start: tuple[float, float], end: tuple[float, float]) -> float:
    """Return the distance of (0, 0) from a line between two points."""
    run, rise = end[0] - start[0], end[1] - start[1]
    length = run * run + rise * rise
    along = 0.0 if length == 0 else -(start[0] * run + start[1] * rise) / length
    part = min(max(along, 0.0), 1.0)
    return math.hypot(start[0] + part * run, start[1] + part * rise)
