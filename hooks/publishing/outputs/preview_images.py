"""The pictures of previews: one for each kind of page, drawn in the site's colours, without words.

Every picture has the houses of the site's mark on a hill, and beside them what the pages are about.
"""

from collections.abc import Callable
from io import BytesIO
from itertools import product
from typing import TypeAlias

from PIL import Image, ImageDraw

from publishing.views.previews import HEIGHT, WIDTH

# The accent colour of `site.css` and its neighbours, and warm ones against them.
_SKY, _HILL, _GROUND = "#0b5c52", "#0e6f63", "#084840"
_PAPER, _PALE, _MIST = "#ffffff", "#7fd6c6", "#d5ebe7"
_SUN, _SAND = "#f0c987", "#f7dfb5"
# Everything is drawn larger and reduced at the end, so that edges are smooth.
_SCALE = 2
_COLOURS = 32

# The houses of `favicon.svg`, in its units: left, right, height of the roof at both ends.
_HOUSES = ((6, 11, 15, 12), (13, 19, 9, 6), (21, 26, 13, 16))

# Left, top, right, bottom.
Box: TypeAlias = tuple[float, float, float, float]


class Sheet:
    """A picture to draw on, in pixels of the finished one."""

    def __init__(self) -> None:
        self._image = Image.new("RGB", (WIDTH * _SCALE, HEIGHT * _SCALE), _SKY)
        self._draw = ImageDraw.Draw(self._image)

    def shape(self, colour: str, *points: tuple[float, float]) -> None:
        """Fill a polygon."""
        self._draw.polygon([(x * _SCALE, y * _SCALE) for x, y in points], colour)

    def disc(self, colour: str, x: float, y: float, radius: float) -> None:
        """Fill a circle around a point."""
        self.oval(colour, (x - radius, y - radius, x + radius, y + radius))

    def oval(self, colour: str, box: Box) -> None:
        """Fill the ellipse in a box."""
        self._draw.ellipse([edge * _SCALE for edge in box], colour)

    def ring(self, colour: str, box: Box, width: float = 8) -> None:
        """Draw the edge of the ellipse in a box."""
        self._draw.ellipse([edge * _SCALE for edge in box], None, colour, round(width * _SCALE))

    def plate(self, colour: str, box: Box, radius: float = 0) -> None:
        """Fill a rectangle with round corners."""
        self._draw.rounded_rectangle([edge * _SCALE for edge in box], radius * _SCALE, colour)

    def line(self, colour: str, width: float, *points: tuple[float, float]) -> None:
        """Draw a line with round ends and joints."""
        scaled = [(x * _SCALE, y * _SCALE) for x, y in points]
        self._draw.line(scaled, colour, round(width * _SCALE))
        for x, y in points:
            self.disc(colour, x, y, width / 2)

    def png(self) -> bytes:
        """Return the finished picture: few colours, the same bytes every time."""
        reduced = self._image.reduce(_SCALE)
        few = reduced.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        stream = BytesIO()
        few.save(stream, "PNG")
        return stream.getvalue()


def preview_images() -> dict[str, bytes]:
    """Draw all pictures: file name -> PNG."""
    return {f"{name}.png": _drawn(draw) for name, draw in DRAWINGS.items()}


def _drawn(draw: Callable[[Sheet], None]) -> bytes:
    sheet = Sheet()
    _country(sheet)
    draw(sheet)
    return sheet.png()


def _country(sheet: Sheet) -> None:
    """Draw the hills, and the houses of the mark on them."""
    sheet.oval(_HILL, (-420, 400, 900, 1300))
    sheet.oval(_GROUND, (260, 470, 2000, 1500))
    for left, right, left_roof, right_roof in _HOUSES:
        bottom = 26
        corners = ((left, bottom), (left, left_roof), (right, right_roof), (right, bottom))
        sheet.shape(_PAPER, *((20 + 15 * x, 130 + 15 * y) for x, y in corners))


def _home(sheet: Sheet) -> None:
    """Draw the sun over a wind turbine and a roof of solar cells."""
    sheet.disc(_SUN, 1010, 170, 80)
    _turbine(sheet, 640, 240, 300)
    _turbine(sheet, 830, 320, 210)
    for row, column in product(range(3), range(4)):
        left, top = 900 + 62 * column - 18 * row, 440 + 40 * row
        sheet.shape(
            _PALE, (left, top), (left + 54, top), (left + 38, top + 34), (left - 16, top + 34)
        )


def _turbine(sheet: Sheet, x: float, y: float, height: float) -> None:
    sheet.shape(_PAPER, (x - 5, y), (x + 5, y), (x + 9, y + height), (x - 9, y + height))
    reach = height * 0.5
    for across, up in ((0.0, -1.0), (0.87, 0.5), (-0.87, 0.5)):
        tip = (x + across * reach, y + up * reach)
        side = (x - up * 14 + across * 30, y + across * 14 + up * 30)
        sheet.shape(_PAPER, (x, y), side, tip)
    sheet.disc(_PAPER, x, y, 11)


def _about(sheet: Sheet) -> None:
    """Draw a globe with its grid."""
    sheet.disc(_PALE, 860, 290, 190)
    for half in (190, 95):
        sheet.ring(_SKY, (860 - half, 100, 860 + half, 480))
    sheet.line(_SKY, 8, (860, 100), (860, 480))
    for y, half in ((195, 165), (290, 190), (385, 165)):
        sheet.line(_SKY, 8, (860 - half, y), (860 + half, y))
    sheet.disc(_SUN, 1030, 150, 46)


def _join(sheet: Sheet) -> None:
    """Draw a signed paper."""
    _paper(sheet)
    for y in (170, 220, 270):
        sheet.line(_PALE, 14, (740, y), (980, y))
    sheet.line(_SKY, 12, (740, 400), (772, 350), (792, 405), (826, 360), (846, 400), (900, 380))
    sheet.line(_PALE, 6, (740, 430), (920, 430))
    sheet.shape(_SUN, (930, 372), (1096, 206), (1138, 248), (972, 414))
    sheet.shape(_SAND, (930, 372), (972, 414), (906, 438))
    sheet.shape(_GROUND, (906, 438), (916, 413), (931, 428))


def _paper(sheet: Sheet) -> None:
    sheet.plate(_PAPER, (680, 90, 1040, 490), 16)


def _signatories(sheet: Sheet) -> None:
    """Draw pins on a map."""
    for colour, hole, x, y, size in (
        (_PALE, _SKY, 690, 250, 62),
        (_PALE, _SKY, 1060, 270, 70),
        (_SUN, _SKY, 880, 190, 104),
        (_PAPER, _GROUND, 790, 430, 44),
        (_PAPER, _GROUND, 980, 450, 50),
    ):
        wide, level = size * 0.93, y + size * 0.36
        sheet.shape(colour, (x - wide, level), (x + wide, level), (x, y + size * 2.1))
        sheet.disc(colour, x, y, size)
        sheet.disc(hole, x, y, size * 0.42)


def _news(sheet: Sheet) -> None:
    """Draw a newspaper."""
    sheet.plate(_PALE, (700, 120, 1090, 490), 12)
    sheet.plate(_PAPER, (660, 90, 1050, 490), 12)
    sheet.plate(_SKY, (700, 130, 1010, 176), 6)
    sheet.plate(_SUN, (700, 214, 840, 340), 6)
    for y in (222, 262, 302):
        sheet.line(_PALE, 14, (878, y + 8), (1003, y + 8))
    for y in (378, 416, 454):
        sheet.line(_PALE, 14, (707, y), (1003, y))


def _agenda(sheet: Sheet) -> None:
    """Draw a month with a day marked."""
    sheet.plate(_PAPER, (670, 120, 1070, 490), 16)
    sheet.plate(_PALE, (670, 120, 1070, 210), 16)
    sheet.plate(_PALE, (670, 180, 1070, 210))
    for x in (770, 970):
        sheet.line(_PAPER, 22, (x, 90), (x, 150))
    for row, column in product(range(3), range(5)):
        marked = (row, column) == (1, 3)
        left, top = 704 + 70 * column, 244 + 78 * row
        sheet.plate(_SUN if marked else _MIST, (left, top, left + 52, top + 52), 8)


def _newsletter(sheet: Sheet) -> None:
    """Draw a letter that comes out of its envelope."""
    sheet.shape(_PALE, (640, 260), (870, 130), (1100, 260), (1100, 490), (640, 490))
    sheet.plate(_PAPER, (690, 110, 1050, 460), 10)
    for y, end in ((165, 1000), (210, 1000), (255, 900)):
        sheet.line(_PALE, 14, (740, y), (end, y))
    sheet.shape(_SUN, (640, 260), (870, 410), (640, 490))
    sheet.shape(_SUN, (1100, 260), (870, 410), (1100, 490))
    sheet.shape(_SAND, (640, 490), (870, 350), (1100, 490))


def _figures(sheet: Sheet) -> None:
    """Draw a lens over a table: looking at figures. No bars or lines, which would claim some."""
    sheet.plate(_PAPER, (640, 110, 1060, 490), 16)
    sheet.plate(_PALE, (640, 110, 1060, 180), 16)
    sheet.plate(_PALE, (640, 150, 1060, 180))
    for row, column in product(range(4), range(3)):
        left, top = 676 + 122 * column, 212 + 68 * row
        sheet.plate(_MIST, (left, top, left + 100, top + 40), 8)
    sheet.line(_SAND, 34, (1030, 400), (1100, 476))
    sheet.disc(_SUN, 950, 310, 120)
    sheet.disc(_PAPER, 950, 310, 96)
    sheet.plate(_MIST, (882, 280, 1018, 340), 12)


def _other(sheet: Sheet) -> None:
    """Draw trees."""
    for x, top, height in ((640, 300, 220), (760, 220, 300), (900, 320, 200), (1040, 250, 270)):
        wide = height * 0.3
        sheet.shape(_PALE, (x, top), (x + wide, top + height * 0.8), (x - wide, top + height * 0.8))
        sheet.line(_PAPER, 12, (x, top + height * 0.8), (x, top + height))
    sheet.disc(_SUN, 960, 150, 70)


DRAWINGS: dict[str, Callable[[Sheet], None]] = {
    "home": _home,
    "about": _about,
    "join": _join,
    "signatories": _signatories,
    "news": _news,
    "agenda": _agenda,
    "newsletter": _newsletter,
    "figures": _figures,
    "other": _other,
}
