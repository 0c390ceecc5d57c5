"""Markdown of records as HTML, for pages and for feeds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.prose import PageLink, Prose, news_address, prose_of, risks_of

NEWS = "2018-10-17-club-founded.md"


@pytest.mark.parametrize(
    ("href", "address", "links"),
    [
        ("../join/index.md", "ROOT/join/", ("join/index.md",)),
        ("../join/index.md#how", "ROOT/join/#how", ("join/index.md",)),
        ("../about/fact-sheet.md", "ROOT/about/fact-sheet/", ("about/fact-sheet.md",)),
        ("../index.md", "ROOT/", ("index.md",)),
        ("index.md", "ROOT/news/", ("news/index.md",)),
        (NEWS, "ROOT/news/club-founded/", (f"news/{NEWS}",)),
        (f"{NEWS}#end", "ROOT/news/club-founded/#end", (f"news/{NEWS}",)),
        (f"../news/{NEWS}", "ROOT/news/club-founded/", (f"news/{NEWS}",)),
        (f"./{NEWS}", "ROOT/news/club-founded/", (f"news/{NEWS}",)),
        # The places of a text have no names: whoever checks finds no page called `news`.
        ("#end", "ROOT/news/#end", ("news",)),
        ("?page=2", "ROOT/news/", ("news",)),
        ("https://example.org/join/index.md", "https://example.org/join/index.md", ()),
        ("http://example.org", "http://example.org", ()),
        ("https://example.org/?a=1&b=2#c", "https://example.org/?a=1&amp;b=2#c", ()),
        ("//example.org/join/", "//example.org/join/", ()),
        ("mailto:info@example.org", "mailto:info@example.org", ()),
    ],
)
def test_a_link_to_a_page_is_completed_and_others_stay(href, address, links):
    prose = prose_of(f"How to [join]({href}).", "news")
    assert prose.below("ROOT/") == f'<p>How to <a href="{address}">join</a>.</p>'
    assert tuple(link.path for link in prose.links) == links


def test_a_page_and_a_feed_complete_the_same_text():
    prose = prose_of("[Join](../join/index.md), [write](../contact.md).", "news")
    assert prose.below("../../") == (
        '<p><a href="../../join/">Join</a>, <a href="../../contact/">write</a>.</p>'
    )
    assert prose.below("https://example.org/kk/") == (
        '<p><a href="https://example.org/kk/join/">Join</a>, '
        '<a href="https://example.org/kk/contact/">write</a>.</p>'
    )


def test_links_are_those_of_the_whole_text_in_their_order():
    markdown = (
        "# See [one](../one.md)\n\n- [two](../two.md)\n- **[three](../three.md)**\n\n"
        "| a |\n|---|\n| [four](../four.md) |\n\n[five][5], again [one](../one.md)\n\n"
        "[5]: ../five.md\n"
    )
    assert [link.path for link in prose_of(markdown, "news").links] == [
        "one.md",
        "two.md",
        "three.md",
        "four.md",
        "five.md",
        "one.md",
    ]


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("", ""),
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("*New* & **old** < all", "<p><em>New</em> &amp; <strong>old</strong> &lt; all</p>"),
        ("One  \ntwo", "<p>One<br />\ntwo</p>"),
        ("1. One\n2. Two", "<ol>\n<li>One</li>\n<li>Two</li>\n</ol>"),
        ("2018. A year\n\nText", '<ol start="2018">\n<li>A year</li>\n</ol>\n<p>Text</p>'),
        ("Հայաստան, საქართველო, Қазақстан", "<p>Հայաստան, საქართველო, Қазақстан</p>"),
        ("`[a](b.md)`", "<p><code>[a](b.md)</code></p>"),
        ("U+E000 \ue000/ is ours", "<p>U+E000 / is ours</p>"),
    ],
)
def test_markdown_becomes_html_that_is_also_xml(markdown, html):
    assert prose_of(markdown, "news").html == html


def test_a_table_has_its_head():
    html = prose_of("| a | b |\n|---|---|\n| 1 | 2 |", "news").html
    assert html.replace("\n", "") == (
        "<table><thead><tr><th>a</th><th>b</th></tr></thead>"
        "<tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
    )


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (f"news/{NEWS}", "news/club-founded/"),
        ("news/2018-10-17-a.md", "news/a/"),
        ("news/index.md", None),
        ("news/club-founded.md", None),
        (f"join/{NEWS}", None),
        (f"news/2018/{NEWS}", None),
        (NEWS, None),
    ],
)
def test_only_a_news_file_has_the_address_of_news(path, address):
    assert news_address(path) == address


# Letters of every script, and the signs that mean something in Markdown and in addresses.
_MARKS = st.sampled_from([*"[]()<>*_`#|!:&\\\n\ue000éჩ"]) | st.sampled_from(
    ["\n\n", "    ", "- ", "//", "](", "![", "](//[", "[1]: ", "](../join/index.md)", "https://"]
)
_START = st.sampled_from(["", "../", "//", "https://", "mailto:"])
_LINK = st.builds("[a]({}{})".format, _START, st.text("/:[]#?@.%\\<>ab1", max_size=9))
_ANY_TEXT = st.lists(_MARKS | _LINK | st.text(max_size=3)).map("".join)


@given(_ANY_TEXT)
def test_any_text_survives_and_no_link_stays_open(markdown):
    prose = prose_of(markdown, "news")
    assert "\ue000" not in prose.below("../../")
    assert prose.html.count("\ue000") == len(prose.links)


@given(st.text(alphabet=st.characters(categories=["L", "N"], max_codepoint=0x10FF), min_size=1))
def test_letters_and_digits_stay_as_they_are(words):
    assert prose_of(words, "news").html == f"<p>{words}</p>"


@pytest.mark.parametrize(
    "href",
    [
        "https://[::1",
        "//[minsk",
        "http://[x]y/",
        "https:example.org",
        "http:",
        "https:///join/",
        "javascript:alert(1)",
        "data:text/html,x",
    ],
)
def test_an_address_that_leads_nowhere_good_is_left_out(href):
    assert prose_of(f"How to [join]({href})", "news") == Prose(
        '<p>How to <a href="">join</a></p>', (), ()
    )
    assert risks_of(f"How to [join]({href})") == (href,)
    assert risks_of(f"How to [join][1]\n\n[1]: {href}") == (href,)


@pytest.mark.parametrize(
    "markdown",
    ["<b>One</b> two", "One <i>two</i>", "<script>one</script>", "<div\nonclick='a()'>\none</div>"],
)
def test_html_is_shown_and_not_obeyed(markdown):
    html = prose_of(markdown, "news").html
    assert html == f"<p>{markdown.replace('<', '&lt;').replace('>', '&gt;')}</p>"
    assert risks_of(markdown) != ()


def test_a_link_and_a_picture_are_remembered_as_they_are_written():
    prose = prose_of("[join](../join/index.md#how) ![mayors](club.jpg)", "news")
    assert PageLink("join/index.md", "how", "../join/index.md#how") in prose.links
    assert prose.pictures == ("club.jpg",)


@pytest.mark.parametrize(
    "markdown",
    [
        "# One {#one}",
        "[a](b.md)",
        "[a](https://a.org)",
        "<!-- part: news -->",
        "a &amp; b",
        "5 < 6",
    ],
)
def test_plain_markdown_holds_no_risk(markdown):
    assert risks_of(markdown) == ()


@pytest.mark.parametrize(
    ("markdown", "risks"),
    [
        ("*One*{: onclick=a() }", ("onclick",)),
        ("# One {: style=x }", ("style",)),
        ("![a](javascript:a)", ("javascript:a",)),
    ],
)
def test_an_attribute_or_a_picture_that_runs_something_is_a_risk(markdown, risks):
    assert risks_of(markdown) == risks
