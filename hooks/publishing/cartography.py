"""From degrees to a drawing: an equal-area projection, a frame, and simpler lines.

Nothing here knows a file, a language or SVG; a drawing is measured in whole units of a frame.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from publishing.records.outlines import Outline

Degrees = tuple[float, float]
Spot = tuple[int, int]
Line = tuple[Spot, ...]

_EARTH_RADIUS_KM = 6371.0
# Two parallels that are true to scale, and the meridian that stands upright: they suit 20 to 90
# degrees east, 35 to 57 degrees north.
_PARALLELS = math.radians(40), math.radians(52)
_MERIDIAN = 55.0
_CONE = (math.sin(_PARALLELS[0]) + math.sin(_PARALLELS[1])) / 2
_CONSTANT = math.cos(_PARALLELS[0]) ** 2 + 2 * _CONE * math.sin(_PARALLELS[0])


def projected(longitude: float, latitude: float) -> tuple[float, float]:
    """Project degrees to kilometres east and south of the north pole's image, true to area.

    Albers' conic projection of the sphere: J. P. Snyder, Map Projections: A Working Manual, U.S.
    Geological Survey Professional Paper 1395 (1987), page 100, formulas 14-1 to 14-6.
    """
    radius = _EARTH_RADIUS_KM / _CONE
    radius *= math.sqrt(_CONSTANT - 2 * _CONE * math.sin(math.radians(latitude)))
    angle = _CONE * math.radians(longitude - _MERIDIAN)
    return radius * math.sin(angle), radius * math.cos(angle)


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the earth that a drawing shows, `width` by `height` units large.

    `left` and `top` are kilometres of the projection, `scale` is units for each kilometre.
    """

    left: float
    top: float
    scale: float
    width: int
    height: int

    def place(self, longitude: float, latitude: float) -> Spot:
        """Return where a place is in the drawing."""
        east, south = projected(longitude, latitude)
        return round((east - self.left) * self.scale), round((south - self.top) * self.scale)

    def shows(self, line: Iterable[Spot]) -> bool:
        """Whether a line may run through the drawing: the boxes around the two meet."""
        across, down = [x for x, _y in line], [y for _x, y in line]
        return (
            min(across) <= self.width
            and max(across) >= 0
            and min(down) <= self.height
            and max(down) >= 0
        )


def frame_around(places: Iterable[Degrees], size: Spot, margin: int) -> Frame:
    """Fit places (longitude, latitude) into a drawing of at most `size`, with a margin around."""
    across, down = zip(*(projected(*place) for place in places), strict=True)
    left, top = min(across), min(down)
    run, rise = max(max(across) - left, 1.0), max(max(down) - top, 1.0)
    scale = min((size[0] - 2 * margin) / run, (size[1] - 2 * margin) / rise)
    return Frame(
        left=left - margin / scale,
        top=top - margin / scale,
        scale=scale,
        width=round(run * scale) + 2 * margin,
        height=round(rise * scale) + 2 * margin,
    )


def points_of(outline: Outline) -> list[Degrees]:
    """Return all points of a country's outline."""
    return [point for polygon in outline.polygons for ring in polygon for point in ring]


def drawn(outline: Outline, frame: Frame, tolerance: float) -> tuple[Line, ...]:
    """Draw a country: its closed lines, simplified to a tolerance in units.

    Islands that are smaller than the tolerance are left out, but never the whole country.
    """
    rings = [ring for polygon in outline.polygons for ring in polygon]
    lines = [simplified([frame.place(*point) for point in ring], tolerance) for ring in rings]
    large = [line for line in lines if len(line) > 3]  # noqa: PLR2004 - three points are no area
    kept = large or [max(lines, key=len)]
    return tuple(line for line in kept if frame.shows(line))


def simplified(line: Sequence[Spot], tolerance: float) -> Line:
    """Leave out points that are nearer than `tolerance` to the line between those kept.

    D. H. Douglas and T. K. Peucker, Cartographica 10 (1973), without recursion. The first and the
    last point stay.

    >>> simplified([(0, 0), (50, 1), (100, 0), (100, 90)], tolerance=5)
    ((0, 0), (100, 0), (100, 90))
    """
    kept = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        away, farthest = max(
            (
                (_away(line[index], line[first], line[last]), index)
                for index in range(first + 1, last)
            ),
            default=(0.0, first),
        )
        if away > tolerance:
            kept.add(farthest)
            waiting += [(first, farthest), (farthest, last)]
    return tuple(line[index] for index in sorted(kept))


def _away(spot: Spot, start: Spot, end: Spot) -> float:
    """Return the distance of a spot from a line; from the start, where the line is closed."""
    run, rise = end[0] - start[0], end[1] - start[1]
    length = math.hypot(run, rise)
    across, down = spot[0] - start[0], spot[1] - start[1]
    if length == 0:
        return math.hypot(across, down)
    along = (across * run + down * rise) / length
    if along < 0:
        return math.hypot(across, down)
    if along > length:
        return math.hypot(spot[0] - end[0], spot[1] - end[1])
    return abs(across * rise - down * run) / length
