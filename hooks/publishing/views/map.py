"""The map of the region and of each country: outlines, a dot for each signatory, names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from publishing.cartography import Frame, Line, drawn, frame_around, points_of
from publishing.directory import by_country
from publishing.records.outlines import Outline
from publishing.records.signatories import Signatory
from publishing.site import Entry, Site
from publishing.views import vocabulary
from publishing.views.tongue import Name, Tongue, Worded

# A unit is a tenth of a pixel on a wide screen, so that the file holds whole numbers.
UNITS = 10
_SIZE = 11_200, 6_200
_MARGIN = 150
_TOLERANCE = 6
# How much room a name needs beside its dot, in units: taller letters are about as wide.
_LETTER, _LINE, _BESIDE = 115, 190, 110
_NAMES = 12
# Where the names of countries stand on the map of the region, in degrees (longitude, latitude):
# where they cover few dots, beside the country where it is small.
_NAMED_AT = {
    "am": (44.0, 39.1),
    "az": (50.2, 39.2),
    "by": (28.0, 53.6),
    "ge": (40.9, 43.4),
    "kg": (74.6, 41.4),
    "kz": (59.5, 48.8),
    "md": (27.3, 45.4),
    "tj": (71.2, 37.3),
    "tm": (59.3, 39.3),
    "ua": (32.0, 47.3),
    "uz": (63.2, 42.2),
}


@dataclass(frozen=True, slots=True)
class Dot:
    """A signatory on the map; `size` is its class of population, `status` how it is drawn."""

    name: Name
    address: str
    x: int
    y: int
    size: str
    status: str


@dataclass(frozen=True, slots=True)
class Land:
    """A country on the map: its outline as the path of an SVG, and the dots in it.

    `address` is empty for the country that the page is about.
    """

    code: str
    name: str
    address: str
    path: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Lettering:
    """A name on the map: of a country in its middle, of a place beside its dot."""

    words: Worded
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Map:
    """A map in one language, measured in units; `shown` of `total` signatories are on it."""

    width: int
    height: int
    lands: tuple[Land, ...]
    countries: tuple[Lettering, ...]
    places: tuple[Lettering, ...]
    shown: int
    total: int

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height on a wide screen."""
        return self.width // UNITS, self.height // UNITS


def region_map(site: Site, names: Mapping[str, Name], tongue: Tongue) -> Map | None:
    """Draw all countries with all signatories; None without outlines."""
    if not site.outlines:
        return None
    frame = _frame_of(tuple(site.outlines.values()))
    lands = tuple(_lands(site, frame, names, tongue, tuple(site.outlines), ""))
    lettering = tuple(
        Lettering(Worded(tongue.write.country(code), tongue.code), *frame.place(*_NAMED_AT[code]))
        for code in site.outlines
        if code in _NAMED_AT
    )
    return _map(frame, lands, lettering, (), len(site.entries))


def country_map(country: str, site: Site, names: Mapping[str, Name], tongue: Tongue) -> Map | None:
    """Draw one country with its signatories, its neighbours in outline; None without outline."""
    if country not in site.outlines:
        return None
    frame = _frame_of((site.outlines[country],))
    lands = tuple(_lands(site, frame, names, tongue, (country,), country))
    dots = [dot for land in lands for dot in land.dots]
    total = sum(entry.country == country for entry in site.entries)
    return _map(frame, lands, (), tuple(_place_names(dots, frame)), total)


def _map(
    frame: Frame,
    lands: tuple[Land, ...],
    countries: tuple[Lettering, ...],
    places: tuple[Lettering, ...],
    total: int,
) -> Map:
    shown = sum(len(land.dots) for land in lands)
    return Map(frame.width, frame.height, lands, countries, places, shown, total)


def _lands(
    site: Site,
    frame: Frame,
    names: Mapping[str, Name],
    tongue: Tongue,
    dotted: Sequence[str],
    here: str,
) -> Iterator[Land]:
    """Draw the countries that the frame shows, those with dots after the others."""
    groups = by_country(site.entries)
    for code, name in sorted(tongue.countries(site.outlines), key=lambda pair: pair[0] in dotted):
        path = _path_of(site.outlines[code], frame)
        if path:
            entries = groups.get(code, []) if code in dotted else []
            yield Land(
                code=code,
                name=name,
                address="" if code == here else f"figures/{code}/",
                path=path,
                dots=tuple(_dots(entries, frame, names)),
            )


# Drawings are the same in every language, so they are made once.
@lru_cache(maxsize=100)
def _frame_of(outlines: tuple[Outline, ...]) -> Frame:
    points = [point for outline in outlines for point in points_of(outline)]
    return frame_around(points, _SIZE, _MARGIN)


@lru_cache(maxsize=1_000)
def _path_of(outline: Outline, frame: Frame) -> str:
    return "".join(_path(line) for line in drawn(outline, frame, _TOLERANCE))


def _path(line: Line) -> str:
    """Write a closed line as steps from point to point, which is short.

    >>> _path(((10, 10), (20, 10), (20, 5), (10, 10)))
    'M10 10l10 0 0-5z'
    """
    (x, y), *others = line[:-1]
    steps, here = [], (x, y)
    for spot in others:
        across, down = spot[0] - here[0], spot[1] - here[1]
        steps.append(f"{across}{'' if down < 0 else ' '}{down}")
        here = spot
    joined = "".join(
        step if not index or step.startswith("-") else " " + step
        for index, step in enumerate(steps)
    )
    return f"M{x} {y}l{joined}z"


def _dots(entries: Iterable[Entry], frame: Frame, names: Mapping[str, Name]) -> Iterator[Dot]:
    """Place signatories, the largest first, so that small ones lie on top."""
    placed = [entry for entry in entries if _is_placed(entry.signatory)]
    for entry in sorted(placed, key=lambda one: (-_inhabitants(one.signatory), one.signatory.id)):
        signatory = entry.signatory
        position, population = signatory.position, signatory.believable_population
        if position is None:
            continue
        x, y = frame.place(position.longitude, position.latitude)
        yield Dot(
            name=names[signatory.id],
            address=entry.address,
            x=x,
            y=y,
            size=vocabulary.population_class(population.value) if population else "",
            status=signatory.status.value if signatory.status else "unknown",
        )


def _is_placed(signatory: Signatory) -> bool:
    return signatory.position is not None and signatory.position.doubt is None


def _inhabitants(signatory: Signatory) -> int:
    population = signatory.believable_population
    return population.value if population else 0


_Box = tuple[int, int, int, int]


def _place_names(dots: Sequence[Dot], frame: Frame) -> Iterator[Lettering]:
    """Name the largest places, as far as names find room beside their dots and inside the frame."""
    taken: list[_Box] = []
    for dot in dots:
        end = dot.x + _BESIDE + _LETTER * len(dot.name.text)
        box = dot.x, dot.y - _LINE // 2, end, dot.y + _LINE // 2
        is_inside = box[2] < frame.width and box[1] > 0 and box[3] < frame.height
        if not is_inside or any(_meet(box, other) for other in taken):
            continue
        taken.append(box)
        yield Lettering(Worded(dot.name.text, dot.name.language), dot.x + _BESIDE, dot.y)
        if len(taken) == _NAMES:
            return


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
