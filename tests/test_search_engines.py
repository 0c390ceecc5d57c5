"""The sample site `two_languages`, built: what search engines are told about its languages."""

from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest

from tests.sample_sites import URL, Built

SITEMAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def places(built: Built, name: str) -> list[str]:
    """Return the addresses in a sitemap, or in the index of sitemaps."""
    tree = ET.parse(built.site / name)
    return [place.text or "" for place in tree.iter(SITEMAPS + "loc")]


def test_a_page_shown_in_another_language_is_kept_from_search_engines(two_languages: Built):
    page = two_languages.page("kk/contact/")
    assert page.is_noindex
    assert page.canonical == URL + "ru/contact/"
    assert page.alternates == {}
    assert not [place for place in places(two_languages, "kk/sitemap.xml") if "contact" in place]


@pytest.mark.parametrize(
    ("address", "alternates"),
    [
        ("", {"en": "", "ru": "ru/", "kk": "kk/", "x-default": ""}),
        ("contact/", {"en": "contact/", "ru": "ru/contact/", "x-default": "contact/"}),
        ("legal/", {"en": "legal/", "x-default": "legal/"}),
        (
            "signatories/kz/almaly/",
            {
                "en": "signatories/kz/almaly/",
                "ru": "ru/signatories/kz/almaly/",
                "kk": "kk/signatories/kz/almaly/",
                "x-default": "signatories/kz/almaly/",
            },
        ),
    ],
)
def test_a_page_names_the_languages_it_is_really_written_in(
    two_languages: Built, address, alternates
):
    found = two_languages.page(address).alternates
    assert found == {code: URL + place for code, place in alternates.items()}


def test_all_pages_that_name_each_other_name_the_same(two_languages: Built):
    alternates = {
        URL + address: (page.language, page.alternates)
        for address in two_languages.addresses()
        if not (page := two_languages.page(address)).is_noindex
    }
    assert len(alternates) == 3 * (4 + 3 + 5 + 4) + 3 + 3 + 2 + 1  # generated pages, then Markdown
    for url, (language, named) in alternates.items():
        assert named[language or ""] == url
        assert {other: alternates[other][1] for other in named.values()} == dict.fromkeys(
            named.values(), named
        )


def test_the_address_of_an_open_page_is_its_own(two_languages: Built):
    for address in two_languages.addresses():
        page = two_languages.page(address)
        assert page.is_noindex != (page.canonical == URL + address), address


def test_the_sitemaps_list_every_page_that_may_be_found_and_no_other(two_languages: Built):
    sitemaps = [urlsplit(place).path.lstrip("/") for place in places(two_languages, "sitemap.xml")]
    assert sitemaps == ["sitemap-en.xml", "ru/sitemap.xml", "kk/sitemap.xml"]
    listed = [place for name in sitemaps for place in places(two_languages, name)]
    findable = [
        URL + address
        for address in two_languages.addresses()
        if not two_languages.page(address).is_noindex
    ]
    assert sorted(listed) == sorted(findable)
