from dataclasses import replace

import pytest

from publishing.languages.translations import Text
from publishing.records.pages import Page
from publishing.records.values import PartialDate
from publishing.site import Picture
from publishing.sources import Source
from publishing.views.previews import Preview, PreviewImage, article_preview, drawing_of, drawn

URL = "https://example.org/"
DRAWN = PreviewImage(URL + "assets/previews/news.png", 1200, 630, "Covenant: News")
PICTURE = Picture("assets/images/news/club.jpg", "image/jpeg", 1000, 800, 600)


@pytest.mark.parametrize(
    ("address", "drawing"),
    [
        ("", "home"),
        ("about/fact-sheet/", "about"),
        ("join/", "join"),
        ("faq/", "join"),
        ("signatories/ge/tbilisi/", "signatories"),
        ("coordinators/", "signatories"),
        ("supporters/energy-cities/", "signatories"),
        ("news/2019/", "news"),
        ("agenda/cop24-2018/", "agenda"),
        ("newsletter/2019-1/", "newsletter"),
        ("figures/", "figures"),
        ("open-data/", "figures"),
        ("legal/", "other"),
        ("newspapers/", "other"),
    ],
)
def test_a_page_has_the_drawing_of_its_section(address, drawing):
    assert drawing_of(address) == drawing


def _page(path: str, title: str) -> dict[str, Text]:
    page = Page.model_validate({"title": title, "description": "D."})
    return {"en": Text(path, f"docs/en/{path}", "en", page, "", Source(path, None))}


@pytest.mark.parametrize(
    ("address", "alt"),
    [
        ("", "Келісім"),
        ("agenda/forum/", "Келісім: Күнтізбе"),
        ("legal/", "Келісім: Legal"),
        ("unknown/", "Келісім"),
    ],
)
def test_a_drawing_is_named_by_the_site_and_the_section(a_site, speaking, address, alt):
    site = replace(
        a_site(),
        texts={
            "index.md": _page("index.md", "Home"),
            "agenda/index.md": _page("agenda/index.md", "Agenda"),
            "legal.md": _page("legal.md", "Legal"),
        },
    )
    words = {"Covenant of Mayors East": "Келісім", "Agenda": "Күнтізбе"}
    assert drawn(address, site, speaking("kk", words=words), URL) == PreviewImage(
        f"{URL}assets/previews/{drawing_of(address)}.png", 1200, 630, alt
    )


def test_an_item_is_shown_with_its_own_picture(a_news):
    texts = {"image_alt": "Ten mayors", "updated": PartialDate("2026-06-01")}
    news = a_news("club", "en kk", picture=PICTURE, texts=texts)
    assert article_preview(news, "kk", DRAWN, URL) == Preview(
        image=PreviewImage(URL + "assets/images/news/club.jpg", 800, 600, "Ten mayors"),
        is_article=True,
        published="2026-05-20",
        updated="2026-06-01",
    )


@pytest.mark.parametrize("known", ["2019", "2019-06"])
def test_what_is_not_known_to_the_day_is_left_out(an_item_or_issue, known):
    assert article_preview(an_item_or_issue(known), "en", DRAWN, URL) == Preview(DRAWN, True)


@pytest.fixture(params=["item", "issue"])
def an_item_or_issue(request, a_news, an_issue):
    """A maker of works that appeared, and were corrected, some time in 2019."""

    def make(known):
        texts = {"updated": PartialDate(known)}
        if request.param == "item":
            return a_news("club", texts=texts, date=known)
        return an_issue("2019-1", texts=texts, date=known)

    return make
