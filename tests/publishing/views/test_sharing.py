from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.views.sharing import sharing

_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
URL = "https://example.org/ka/signatories/ge/tbilisi/"


def told(link: str) -> dict[str, str]:
    """Return what a link tells the service it leads to."""
    query = parse_qs(urlsplit(link).query, keep_blank_values=True)
    return {key: value for key, (value,) in query.items()}


def test_every_service_is_told_the_address_and_where_it_wants_one_the_title():
    found = sharing(URL, "თბილისი")
    assert [(name, link.partition("?")[0], told(link)) for name, link in found.services] == [
        ("X", "https://x.com/intent/tweet", {"url": URL, "text": "თბილისი"}),
        ("Facebook", "https://www.facebook.com/sharer/sharer.php", {"u": URL}),
        ("Telegram", "https://t.me/share/url", {"url": URL, "text": "თბილისი"}),
    ]
    assert found.mail.startswith("mailto:?")
    assert told(found.mail) == {"subject": "თბილისი", "body": URL}


@pytest.mark.parametrize(
    "title",
    [
        "A & B",
        "50 % less?",
        "a#b",
        "a+b",
        "a=b;c",
        "line\r\nBcc: x@example.org",
        "\"'<>",
        "/?&",
        "",
    ],
)
def test_no_title_can_add_anything_to_a_link(title):
    found = sharing(URL, title)
    links = [link for _name, link in found.services]
    assert [told(link).get("text", title) for link in links] == [title] * 3
    assert told(found.mail) == {"subject": title, "body": URL}
    assert not set("\r\n\"'<> ") & set("".join([*links, found.mail]))


@given(url=_TEXT, title=_TEXT)
def test_any_address_and_title_arrive(url, title):
    found = sharing(url, title)
    assert told(found.mail) == {"subject": title, "body": url}
    assert told(found.services[0][1]) == {"url": url, "text": title}
