"""Reading in thirteen languages: switching, phones, keyboards, colours, no scripts, print."""

import re

import pytest

from tests.browser.conftest import OpenPage, barriers

_KINDS = ("", "about/fact-sheet/", "join/", "signatories/", "signatories/md/", "site-map/",
          "signatories/tm/", "signatories/md/soroca/", "signatories/by/polotsk/",
          "news/", "news/2019/", "news/{item}/", "agenda/", "agenda/cop24-2018/",
          "feeds/", "newsletter/", "newsletter/{issue}/", "newsletter/{issue}/preview/",
          "newsletter/subscribe/", "glossary/", "translations/", "coordinators/",
          "coordinators/kharkiv-regional-council/", "funding/", "library/",
          "join/local-authority/form/", "open-data/", "figures/", "figures/ge/")  # fmt: skip
# One for each kind of frame and body, where all would only take time: words differ, frames do not.
_SOME = ("", "signatories/md/soroca/", "news/{item}/", "agenda/", "feeds/",
         "newsletter/{issue}/", "newsletter/subscribe/", "glossary/", "figures/ge/")  # fmt: skip
_LANGUAGES = ("en", "ru", "uk", "be", "ro", "ka", "hy", "az", "kk", "ky", "uz", "tg", "tk")
# An item that is written in each language: news have no copies in others.
_ITEMS = {
    "az": "ten-azerbaijani-municipalities",
    **dict.fromkeys(("uk", "be", "ro", "ka", "hy"), "demonstration-projects-selected"),
}
# The languages of one issue of the newsletter; others have it in their archive.
_IN_ISSUE = ("en", "ru", "uk", "ro", "ka", "hy", "kk", "tk")
_ITEM = "eastern-branch-and-russian-website"


def _path(code: str, kind: str) -> str:
    if "{issue}" in kind and code not in _IN_ISSUE:
        kind = "newsletter/"
    path = kind.format(item=_ITEMS.get(code, _ITEM), issue="2017-2")
    return path if code == "en" else f"{code}/{path}"


@pytest.mark.parametrize(
    ("start", "code", "end"),
    [
        ("signatories/ua/lviv/", "tk", "tk/signatories/ua/lviv/"),
        ("hy/signatories/am/gyumri/", "ka", "ka/signatories/am/gyumri/"),
        ("ka/join/network/", "hy", "hy/join/network/"),
        ("ka/join/network/", "en", "join/network/"),
        ("", "kk", "kk/"),
        ("kk/", "en", ""),
        ("ky/", "tg", "tg/"),
    ],
)
def test_switching_the_language_keeps_the_page(
    visit: OpenPage, address: str, start: str, code: str, end: str
) -> None:
    page = visit(start)
    page.locator(".languages summary").click()
    page.locator(f".languages a[hreflang={code}]").click()
    assert page.url == address + end
    assert page.locator("html").get_attribute("lang") == code


def test_a_missing_translation_is_marked_in_the_switcher(visit: OpenPage) -> None:
    page = visit("news/first-national-meeting-kyrgyzstan/")
    page.locator(".languages summary").click()
    missing = page.locator(".languages li:has(small)")
    assert missing.locator("a[hreflang=ka]").count() == 1
    assert missing.locator("a[hreflang=ky]").count() == 0


@pytest.mark.parametrize("code", _LANGUAGES)
def test_nothing_is_wider_than_a_small_phone(visit: OpenPage, code: str) -> None:
    page = visit(_path(code, ""), width=320)
    for kind in _KINDS:
        page.goto(_path(code, kind))
        assert page.evaluate("document.documentElement.scrollWidth") == 320, kind


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [320, 700, 1280])
def test_the_list_of_languages_opens_inside_the_window(
    visit: OpenPage, width: int, *, scripts: bool
) -> None:
    page = visit("hy/", width=width, scripts=scripts)
    page.locator(".languages summary").click()
    box = page.locator(".languages ul").bounding_box()
    assert box is not None
    assert (box["x"] >= 0, box["x"] + box["width"] <= width) == (True, True)


@pytest.mark.parametrize(
    ("code", "width", "dark", "kinds"),
    [
        ("en", 320, False, _KINDS), ("en", 1280, True, _KINDS),
        ("kk", 320, False, _SOME), ("ka", 320, True, _SOME),
        ("hy", 1280, True, _SOME), ("tk", 1280, False, _SOME),
    ],
)  # fmt: skip
def test_no_barrier_that_axe_finds(
    visit: OpenPage, code: str, width: int, dark: bool, kinds: tuple[str, ...]
) -> None:
    page = visit(_path(code, ""), width=width, dark=dark)
    for kind in kinds:
        page.goto(_path(code, kind))
        assert barriers(page) == "", kind


@pytest.mark.parametrize("code", ["en", "ka", "hy", "uz"])
def test_no_figure_is_cut_on_a_small_phone(visit: OpenPage, code: str) -> None:
    page = visit(_path(code, "signatories/ge/tbilisi/"), width=320)
    cut = page.evaluate(
        """() => [...document.querySelectorAll(".scroll")].filter(frame =>
            [...frame.querySelectorAll("td.number")].some(cell =>
                cell.offsetParent && cell.textContent &&
                cell.getBoundingClientRect().right > frame.getBoundingClientRect().right + 1
            )).map(frame => frame.getAttribute("aria-label"))"""
    )
    assert cut == []


@pytest.mark.parametrize("code", ["en", "kk", "tk", "ka", "hy"])
def test_everything_can_be_read_without_scripts(visit: OpenPage, code: str) -> None:
    page = visit(_path(code, ""), width=360, scripts=False)
    for kind in _KINDS:
        page.goto(_path(code, kind))
        assert page.locator("h1").first.is_visible(), kind
        page.locator(".menu__toggle summary").click()
        assert page.locator(".menu__list a").first.is_visible(), kind
        page.locator(".languages summary").click()
        assert page.locator(".languages a").count() == 13, kind
        assert page.locator(".languages a").first.is_visible(), kind


def test_the_keyboard_reaches_content_and_languages(visit: OpenPage) -> None:
    page = visit("kk/join/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")
    page.locator(".languages summary").focus()
    page.keyboard.press("Enter")
    assert page.locator(".languages ul").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".languages ul").is_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_a_chosen_colour_scheme_stays(visit: OpenPage) -> None:
    page = visit("")
    page.locator("button[data-scheme]").click()
    assert page.locator("html").get_attribute("data-scheme") == "dark"
    page.goto("join/")
    assert page.locator("html").get_attribute("data-scheme") == "dark"


def test_an_unknown_address_gets_help(visit: OpenPage) -> None:
    page = visit("")
    page.goto("kk/no/such/page/")
    assert page.locator("section[lang=kk] a").count() == 3
    page.locator("section[lang=kk] a").first.click()
    assert page.url.endswith("/kk/")


@pytest.mark.parametrize("code", ["en", "ru", "kk", "tk", "ka", "hy"])
def test_the_fact_sheet_prints_on_one_sheet(visit: OpenPage, code: str) -> None:
    page = visit(_path(code, "about/fact-sheet/"))
    edge = "12mm"
    pdf = page.pdf(format="A4", margin={"top": edge, "bottom": edge, "left": edge, "right": edge})
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 2
