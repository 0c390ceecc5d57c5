from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.views.links import relative

_SEGMENT = st.sampled_from(["kk", "join", "signatories", "kz", "a"]) | st.from_regex(
    r"[a-z0-9_][a-z0-9_-]*", fullmatch=True
)
_FOLDERS = st.lists(_SEGMENT, max_size=4).map(lambda parts: "".join(part + "/" for part in parts))
_FILES = st.sampled_from(["", "site.css", "404.html", "feed.json"])
_ADDRESSES = st.builds(str.__add__, _FOLDERS, _FILES)


@given(address=_ADDRESSES, page=_ADDRESSES)
def test_following_the_link_from_the_page_leads_to_the_address(address, page):
    site = "https://example.org/below/"
    assert urljoin(site + page, relative(address, page)) == site + address


@given(address=_ADDRESSES, page=_ADDRESSES)
def test_a_link_works_in_a_copy_of_the_site_in_any_folder(address, page):
    link = relative(address, page)
    assert not link.startswith("/")
    assert link != ""


@pytest.mark.parametrize(
    ("address", "page", "link"),
    [
        ("", "", "./"),
        ("", "kk/", "../"),
        ("kk/", "kk/", "./"),
        ("kk/", "", "kk/"),
        ("ru/join/", "kk/join/", "../../ru/join/"),
        ("kk/join/network/", "kk/join/", "network/"),
        ("assets/site.css", "kk/join/", "../../assets/site.css"),
        ("", "404.html", "./"),
    ],
)
def test_a_link_is_as_short_as_it_can_be(address, page, link):
    assert relative(address, page) == link
