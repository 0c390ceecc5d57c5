"""The sample site `news_and_events`, built: how pages are handed on, and what they tell programs.

Readers of Kazakh get what is missing in Russian, then in English.
"""

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.sample_sites import URL, Built, ReadPage, words

SHARE = "body/main/div[@class='share']"


def told(page: ReadPage) -> dict[str, dict[str, str]]:
    """Return what a page's links to share it say, by their names."""
    return {
        words(link): {
            key: value for key, (value,) in parse_qs(urlsplit(link.get("href", "")).query).items()
        }
        for link in page.all(SHARE + "/a")
    }


def preview(page: ReadPage, name: str) -> list[str | None]:
    """Return the values of one property that previews elsewhere read."""
    return [meta.get("content") for meta in page.all(f"head/meta[@property='{name}']")]


def things(page: ReadPage) -> dict[str, Any]:
    """Return what a page tells programs, by type."""
    found: dict[str, Any] = {}
    for script in page.all(".//script[@type='application/ld+json']"):
        said = json.loads(script.text or "")
        assert said["@context"] == "https://schema.org"
        found |= {str(thing["@type"]): thing for thing in said.get("@graph", [said])}
    return found


def is_shared(address: str) -> bool:
    return not address.endswith("/preview/")


def test_every_page_hands_on_its_own_address_and_title(news_and_events: Built):
    for address in filter(is_shared, news_and_events.addresses()):
        page = news_and_events.page(address)
        (title,) = preview(page, "og:title")
        assert list(told(page).values()) == [
            {"url": page.canonical, "text": title},
            {"u": page.canonical},
            {"url": page.canonical, "text": title},
            {"subject": title, "body": page.canonical},
        ], address


@pytest.mark.parametrize(
    ("address", "handed_on"),
    [
        ("kk/news/club-founded/", "kk/news/club-founded/"),
        ("ru/newsletter/2025-2/", "ru/newsletter/2025-2/"),
        ("kk/agenda/summit-2040/", "kk/agenda/summit-2040/"),
        # There are no such pages in Kazakh: what readers see is handed on.
        ("kk/", "ru/"),
        ("kk/contact/", "contact/"),
    ],
)
def test_a_page_that_is_not_in_the_language_hands_on_the_original(
    news_and_events: Built, address, handed_on
):
    assert told(news_and_events.page(address))["Telegram"]["url"] == URL + handed_on


def test_links_say_whom_they_lead_to_and_buttons_wait_for_scripts(news_and_events: Built):
    page = news_and_events.page("kk/")
    links = page.all(SHARE + "/a")
    assert [link.get("aria-label") for link in links] == [
        "[kk] Share this page: X",
        "[kk] Share this page: Facebook",
        "[kk] Share this page: Telegram",
        "[kk] Share this page: [kk] E-mail",
    ]
    assert [link.get("rel") for link in links] == ["external nofollow noopener"] * 3 + [None]
    assert [button.get("hidden") for button in page.all(SHARE + "/button")] == ["", ""]


def test_e_mail_previews_and_the_error_page_are_not_shared(news_and_events: Built):
    previews = [a for a in news_and_events.addresses() if not is_shared(a)]
    assert previews
    for address in previews:
        assert news_and_events.page(address).all(SHARE) == []
    assert "share" not in (news_and_events.site / "404.html").read_text(encoding="utf-8")


# Previews


def test_every_page_names_a_picture_that_is_there(news_and_events: Built):
    files = news_and_events.files()
    for address in news_and_events.addresses():
        page = news_and_events.page(address)
        (picture,) = preview(page, "og:image")
        assert picture is not None
        assert picture.removeprefix(URL) in files, address
        (alt,) = preview(page, "og:image:alt")
        assert alt, address


def test_an_item_is_previewed_with_its_picture_its_day_and_its_other_languages(
    news_and_events: Built,
):
    page = news_and_events.page("ru/news/plan-adopted/")
    names = ["og:type", "og:locale", "og:locale:alternate", "article:published_time", "og:image"]
    assert {name: preview(page, name) for name in names} == {
        "og:type": ["article"],
        "og:locale": ["ru_RU"],
        "og:locale:alternate": ["en_GB"],
        "article:published_time": ["2025-09-05"],
        "og:image": [URL + "assets/images/news/plan-adopted.png"],
    }


def test_an_ordinary_page_has_the_drawing_of_its_section(news_and_events: Built):
    page = news_and_events.page("kk/agenda/")
    assert preview(page, "og:type") == ["website"]
    assert preview(page, "og:image") == [URL + "assets/previews/agenda.png"]
    assert preview(page, "og:image:alt") == ["[kk] Covenant of Mayors East: [kk] Agenda"]
    assert preview(page, "og:locale:alternate") == ["en_GB", "ru_RU"]
    assert preview(page, "article:published_time") == []


def test_a_text_of_another_language_is_previewed_in_that_language(news_and_events: Built):
    page = news_and_events.page("kk/")
    assert preview(page, "og:locale") == ["ru_RU"]
    assert preview(page, "og:locale:alternate") == []


# What programs are told


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("", ["Organization", "WebSite"]),
        ("ru/", ["Organization", "WebSite"]),
        ("kk/", []),
        ("news/", []),
        ("ru/news/2025/", ["BreadcrumbList"]),
        ("news/club-founded/", ["BreadcrumbList", "NewsArticle"]),
        ("agenda/", []),
        ("kk/agenda/summit-2040/", ["BreadcrumbList", "Event"]),
        ("newsletter/2025-2/", ["BreadcrumbList"]),
        ("signatories/kz/", ["BreadcrumbList"]),
        ("contact/", []),
    ],
)
def test_a_page_tells_programs_what_it_is_about(news_and_events: Built, address, told):
    assert sorted(things(news_and_events.page(address))) == told


def test_the_steps_to_a_page_lead_to_pages(news_and_events: Built):
    known = {URL + address for address in news_and_events.addresses()}
    ways = 0
    for address in news_and_events.addresses():
        way = things(news_and_events.page(address)).get("BreadcrumbList")
        if way:
            ways += 1
            steps = [step.get("item") for step in way["itemListElement"]]
            assert steps.pop() is None
            assert steps
            assert set(steps) <= known, address
    assert ways


def test_an_item_and_its_translations_know_each_other(news_and_events: Built):
    addresses = ["news/club-founded/", "ru/news/club-founded/", "kk/news/club-founded/"]
    original, *others = (
        things(news_and_events.page(address))["NewsArticle"] for address in addresses
    )
    assert [one["@id"] for one in original["workTranslation"]] == [one["@id"] for one in others]
    for translation, code in zip(others, ("ru", "kk"), strict=True):
        assert translation["translationOfWork"] == {"@id": original["@id"]}
        assert translation["inLanguage"] == code
        assert "workTranslation" not in translation
    assert "translationOfWork" not in original


def test_an_item_with_a_picture_names_it(news_and_events: Built):
    article = things(news_and_events.page("news/plan-adopted/"))["NewsArticle"]
    assert article["image"] == URL + "assets/images/news/plan-adopted.png"
    assert article["mainEntityOfPage"] == URL + "news/plan-adopted/"


def test_all_languages_name_one_publisher(news_and_events: Built):
    homes = [things(news_and_events.page(home)) for home in ("", "ru/")]
    assert {home["Organization"]["@id"] for home in homes} == {URL + "#publisher"}
    assert [home["WebSite"]["inLanguage"] for home in homes] == ["en", "ru"]
