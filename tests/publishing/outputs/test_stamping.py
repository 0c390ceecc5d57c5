from html.parser import HTMLParser
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from publishing.outputs.stamping import BODY, DESCRIPTION, QUOTED_TITLE, TITLE, cut, markup
from publishing.views.links import quoted

TOKENS = (TITLE, DESCRIPTION, BODY)
PAGE = (
    f"<title>{TITLE}</title>"
    f'<meta name="description" content="{DESCRIPTION}">'
    f"<h1>{TITLE}</h1><main>{BODY}</main>"
)


def test_every_token_is_filled_wherever_it_stands():
    values = {TITLE: "Lviv", DESCRIPTION: "A city", BODY: markup("<p>Text</p>")}
    assert cut(PAGE, TOKENS).stamp(values) == (
        "<title>Lviv</title>"
        '<meta name="description" content="A city">'
        "<h1>Lviv</h1><main><p>Text</p></main>"
    )


def test_a_shell_that_lost_a_token_is_refused():
    with pytest.raises(
        ValueError, match="the shell lacks stamp-description-token, stamp-body-token"
    ):
        cut(f"<h1>{TITLE}</h1>", TOKENS)


def test_a_token_without_value_is_refused():
    with pytest.raises(KeyError, match=BODY):
        cut(PAGE, TOKENS).stamp({TITLE: "Lviv", DESCRIPTION: "A city"})


def test_a_value_that_holds_a_token_is_not_filled_again():
    shell = cut(f"<h1>{TITLE}</h1><p>{BODY}</p>", (TITLE, BODY))
    assert shell.stamp({TITLE: BODY, BODY: "x"}) == f"<h1>{BODY}</h1><p>x</p>"


@pytest.mark.parametrize(
    ("value", "stamped"),
    [
        ("Brick & Stone", "Brick &amp; Stone"),
        ("&amp;", "&amp;amp;"),
        ("</title><script>", "&lt;/title&gt;&lt;script&gt;"),
        ("\"' onload=", "&#34;&#39; onload="),
        ("Кам'янець", "Кам&#39;янець"),
        (Markup("<b>Lviv</b>"), "<b>Lviv</b>"),
        ("", ""),
    ],
)
def test_text_is_escaped_and_markup_is_not(value, stamped):
    assert cut(TITLE, (TITLE,)).stamp({TITLE: value}) == stamped


def test_the_title_is_also_filled_into_links_as_links_write_it():
    shell = cut(f'<h1>{TITLE}</h1><a href="?t={quoted(TITLE)}&amp;u=1">', (TITLE,))
    assert shell.stamp({TITLE: "A & <B>"}) == (
        '<h1>A &amp; &lt;B&gt;</h1><a href="?t=A%20%26%20%3CB%3E&amp;u=1">'
    )


def test_a_title_in_links_does_not_make_up_for_one_that_is_missing():
    with pytest.raises(ValueError, match="the shell lacks stamp:title:token"):
        cut(f'<a href="?t={QUOTED_TITLE}">', (TITLE,))


class _Read(HTMLParser):
    """What a browser makes of a page: its elements, the description, and the text of `h1`."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.description: str | None = None
        self.heading = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        if tag == "meta":
            self.description = dict(attrs)["content"]

    def handle_data(self, data: str) -> None:
        if self.elements[-1] == "h1":
            self.heading += data


_ANY = st.text(st.characters(exclude_categories=["Cs"])) | st.text(alphabet="<>&\"'/= ab;#3\n")


@given(title=_ANY)
def test_any_title_arrives_in_the_query_of_a_link(title):
    link = cut(f"{TITLE}|https://x.example/?t={QUOTED_TITLE}&u=1", (TITLE,))
    query = link.stamp({TITLE: title}).rpartition("?")[2]
    assert parse_qs(query, keep_blank_values=True) == {"t": [title], "u": ["1"]}


@given(title=_ANY, description=_ANY)
def test_any_text_arrives_and_brings_no_element_with_it(title, description):
    page = cut(PAGE, TOKENS).stamp({TITLE: title, DESCRIPTION: description, BODY: markup("<p>")})
    read = _Read(page)
    assert read.elements == ["title", "meta", "h1", "main", "p"]
    assert (read.heading, read.description) == (title, description)
