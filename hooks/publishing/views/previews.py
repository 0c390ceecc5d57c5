"""What other sites and messengers show of a page: its kind, its dates, its picture."""

from dataclasses import dataclass

from publishing.records.values import PartialDate
from publishing.site import News, Newsletter, Site
from publishing.views.tongue import Tongue

# First part of an address -> the drawing that stands for such pages; others have `other`.
_DRAWINGS = {
    "": "home",
    "about": "about",
    "join": "join",
    "faq": "join",
    "signatories": "signatories",
    "coordinators": "signatories",
    "supporters": "signatories",
    "news": "news",
    "agenda": "agenda",
    "newsletter": "newsletter",
    "figures": "figures",
    "open-data": "figures",
}
DRAWINGS = (*dict.fromkeys(_DRAWINGS.values()), "other")
# The size that all services show uncut, in pixels.
WIDTH, HEIGHT = 1200, 630
FOLDER = "assets/previews/"


@dataclass(frozen=True, slots=True)
class PreviewImage:
    """A picture by its absolute address, its size in pixels, and what stands for it in words."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What a page says of itself to other sites (ogp.me). Days are ISO 8601, or not known."""

    image: PreviewImage
    is_article: bool = False
    published: str = ""
    updated: str = ""


def drawing_of(address: str) -> str:
    """Name the drawing of a page, by its address below its language.

    >>> drawing_of("signatories/ge/tbilisi/"), drawing_of(""), drawing_of("legal/")
    ('signatories', 'home', 'other')
    """
    return _DRAWINGS.get(_section(address), "other")


def _section(address: str) -> str:
    return address.split("/", maxsplit=1)[0]


def drawn(address: str, site: Site, tongue: Tongue, site_url: str) -> PreviewImage:
    """Return the drawing of a page, by its address below its language.

    In words: the names of the site and of the section that it stands for.
    """
    url = f"{site_url}{FOLDER}{drawing_of(address)}.png"
    names = [tongue.say("Covenant of Mayors East"), _section_title(address, site, tongue)]
    return PreviewImage(url, WIDTH, HEIGHT, ": ".join(filter(None, names)))


def _section_title(address: str, site: Site, tongue: Tongue) -> str:
    section = _section(address)
    for path in (f"{section}/index.md", f"{section}.md"):
        if path in site.texts:
            return tongue.say(site.texts[path][site.languages.source.code].page.title)
    return ""


def article_preview(
    work: News | Newsletter, code: str, otherwise: PreviewImage, site_url: str
) -> Preview:
    """Describe an item or an issue in one of its languages: with its own picture, if it has one."""
    text, picture = work.texts[code], work.picture
    own = picture and PreviewImage(
        site_url + picture.address, picture.width, picture.height, text.image_alt
    )
    return Preview(
        image=own or otherwise,
        is_article=True,
        published=_day(work.date),
        updated=_day(text.updated),
    )


def _day(date: PartialDate | None) -> str:
    """Write a day; a month or a year is none (ogp.me knows only whole dates)."""
    return str(date) if date and date.precision == "day" else ""
