"""Words of the glossary in texts: which are found, which become links, and what contradicts."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.glossary import Avoided, avoided_in, check_glossary, with_terms
from publishing.languages.language import Languages
from publishing.problems import report
from publishing.records.glossary import Term, TermList
from publishing.records.values import parse_record
from publishing.sources import Read, parse_yaml


def a_term(key: str, *stems: str, code: str = "en", avoid: tuple[str, ...] = ()) -> Term:
    wording = {
        "term": stems[0],
        "source": "ours",
        "meaning": f"Meaning of {key}.",
        "stems": stems,
        "avoid": avoid,
    }
    return Term.model_validate({"id": key, "languages": {code: wording}})


SIGNATORY = a_term("signatory", "signator")
SEAP = a_term("seap", "SEAP", "energy plan")


def link(key: str, words: str) -> str:
    opening = f'<a class="term" id="use-{key}" href="#word-{key}" aria-describedby="meaning-{key}">'
    return f"{opening}{words}</a>"


@pytest.mark.parametrize(
    ("code", "stems", "text", "found"),
    [
        # A stem begins a word, and what follows is its ending.
        ("en", "signator", "Signatories sign. A SIGNATORY's plan.", "Signatories|SIGNATORY's"),
        ("en", "signator", "signator, signatories-to-be", "signator|signatories-to-be"),
        ("en", "plan", "explanations, replanned", ""),
        ("en", "plan", "airplane plan", "plan"),
        ("ru", "подписант", "Подписанты, подписантам", "Подписанты|подписантам"),
        ("hy", "ծրագ", "ԾՐԱԳԻՐ, ծրագրի", "ԾՐԱԳԻՐ|ծրագրի"),
        ("ka", "გეგმ", "გეგმა და გეგმების", "გეგმა|გეგმების"),
        # Every word of a stem has an ending of its own.
        ("ru", "местн план", "о местных планах, местный отдельный план", "местных планах"),
        # Between its words may be a line's end, or a space that keeps them together.
        (
            "en",
            "energy plan",
            "An energy\nplan, energy\u00a0plans",
            "energy\nplan|energy\u00a0plans",
        ),
        # An abbreviation is taken as it is; only small letters can be its ending.
        ("en", "SEAP", "SEAP, SEAPs, seap, Seap", "SEAP|SEAPs"),
        ("en", "SEAP", "(SEAP)/SEAP.", "SEAP|SEAP"),
        ("en", "SEAP", "SECAP, SEAPS, SEAPA, XSEAP, SEAP2", ""),
        ("ro", "SEAP", "SEAP-ul și SEAP’uri", "SEAP-ul|SEAP’uri"),
        ("ru", "ПДУЭР", "ПДУЭР, ПДУЭРа, ПДУЭРК, ПДУЭРКа", "ПДУЭР|ПДУЭРа"),
        ("kk", "ТЭДІЖ", "ТЭДІЖ-ді, ТЭДІЖдің, ТЭДКІЖ", "ТЭДІЖ-ді|ТЭДІЖдің"),
        ("ka", "SEAP", "SEAP-ის", "SEAP-ის"),
        ("en", "V plan", "V plans, v plan", "V plans|v plan"),
        # A part in capital letters stays so beside others, which do not.
        ("kk", "біріккен ТЭДІЖ", "Біріккен ТЭДІЖ-ді, біріккен тэдіж", "Біріккен ТЭДІЖ-ді"),
        # A dash of a stem stands in the text, too, or the next word would be an ending of "est".
        ("ro", "primar – est", "Primarilor este, Primarilor – Est", "Primarilor – Est"),
        ("ro", "primar – est", "Primarilor –\u00a0Est", "Primarilor –\u00a0Est"),
        ("ro", "primar – est", "Primarilor est", ""),
        # Azerbaijani has an i with a dot and one without, each of them small and large.
        ("az", "imza", "İmzalayan, İMZA, imza", "İmzalayan|İMZA|imza"),
        ("az", "qatıl", "QATIL, Qatılan", "QATIL|Qatılan"),
        # Letters of Uzbek and signs of Ukrainian that look like apostrophes are parts of words.
        ("uz", "qoʻshil", "Qoʻshilish", "Qoʻshilish"),
        ("uz", "reja", "rejaʼsi", "rejaʼsi"),
        ("uz", "maʼlumot", "Maʼlumotlar", "Maʼlumotlar"),
        ("uz", "qo", "qoʻshilish", "qoʻshilish"),
        ("uk", "об’єднан", "Об’єднаний план", "Об’єднаний"),
        ("uk", "під", "під’їзд", "під’їзд"),
        # What ends a text or a quotation is no ending of a word.
        ("en", "plan", "'plan', ‘plan’ and plan-", "plan|plan|plan"),
    ],
)
def test_the_forms_of_a_word_are_found_by_how_it_begins(
    code: str, stems: str, text: str, found: str
) -> None:
    term = a_term("x", "another", code=code, avoid=(stems,))
    assert "|".join(one.found for one in avoided_in(text, code, [term])) == found


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("Covenant of Mayors East", ["east"]),
        ("Covenant of Mayors", ["covenant"]),
        ("Covenant of Mayors – East", ["covenant"]),
        ("Covenant of Mayors East and the Covenant of Mayors", ["east", "covenant"]),
        ("Mayors of the East", []),
    ],
)
def test_the_longest_form_wins(text: str, used: list[str]) -> None:
    short, long = (
        a_term("covenant", "covenant of mayors"),
        a_term("east", "covenant of mayors east"),
    )
    for terms in ([short, long], [long, short]):
        assert list(with_terms(text, "en", terms)[1]) == used


def test_an_avoided_word_is_told_with_the_right_one_and_its_place() -> None:
    terms = [
        a_term("plan", "energy plan", avoid=("power scheme", "SEP")),
        a_term("club", "club", avoid=("circle",)),
    ]
    text = "The circle wrote\na power scheme. The club reads every SEP and energy plan."
    assert list(avoided_in(text, "en", terms)) == [
        Avoided("circle", "club", 4),
        Avoided("power scheme", "energy plan", 19),
        Avoided("SEP", "energy plan", 54),
    ]
    assert list(avoided_in(text, "ru", terms)) == []


def test_the_first_use_becomes_a_link_to_its_meaning() -> None:
    html = "<p>A signatory has a SEAP.</p>\n<p>Other signatories have energy plans.</p>"
    assert with_terms(html, "en", [SEAP, SIGNATORY]) == (
        (
            f"<p>A {link('signatory', 'signatory')} has a {link('seap', 'SEAP')}.</p>\n"
            "<p>Other signatories have energy plans.</p>"
        ),
        ("signatory", "seap"),
    )


@pytest.mark.parametrize("terms", [[], [a_term("plan", "план", code="ru")]])
def test_a_text_without_terms_of_its_language_stays_as_it_is(terms: list[Term]) -> None:
    assert with_terms("<p>A план</p>", "en", terms) == ("<p>A план</p>", ())


@pytest.mark.parametrize(
    "closed",
    [
        '<a href="join/">signatory</a>',
        '<a href="join/"><em>signatory</em></a>',
        '<a href="join/"><img src="x.png" alt="signatory"> signatory</a>',
        "<h1>signatory</h1>",
        '<h2 id="who">A signatory<br>speaks</h2>',
        "<h6>signatory</h6>",
        "<code>signatory</code>",
        "<pre>signatory</pre>",
        "<pre><code>signatory</code></pre>",
        '<h2><svg><path d="M0 0h9"/></svg>signatory</h2>',
        "<table><thead><tr><th>signatory</th></tr></thead></table>",
        "<table><caption>signatory</caption></table>",
        "<dl><dt>signatory</dt></dl>",
        '<p lang="fr">signatory</p>',
        '<blockquote class="x" lang="ro"><p>the signatory</p><p>signatory</p></blockquote>',
        # Neither is a sentence or a tag that nobody reads.
        "<!-- signatory -->",
        "<!-- part: signatory -->",
        "<!-- a > b\nsignatory -->",
        '<img src="signatory.png" alt="signatory">',
        '<p title="signatory" class="signatory"></p>',
    ],
)
def test_the_first_use_is_looked_for_where_readers_can_use_a_link(closed: str) -> None:
    assert with_terms(closed, "en", [SIGNATORY]) == (closed, ())
    assert with_terms(f"{closed}\n<p>Signatories</p>", "en", [SIGNATORY]) == (
        f"{closed}\n<p>{link('signatory', 'Signatories')}</p>",
        ("signatory",),
    )


@pytest.mark.parametrize(
    "around",
    [
        "<p>{}</p>",
        "<p>before<br>{}</p>",
        "<p>before<br />{}</p>",
        '<p><img src="a.png" alt="A mayor"> {}</p>',
        "<ul><li><strong>{}</strong></li></ul>",
        "<table><tbody><tr><td>{}</td></tr></tbody></table>",
        "<dl><dd>{}</dd></dl>",
        '<p><a href="x" hreflang="ru">there</a> {}</p>',
        "<!-- part: news -->\n<p>{}</p>\n<!-- part: figures -->",
        "<p>towns &amp; {} &lt;&#160;3</p>",
        "<p>&quot;{}&quot;</p>",
        '<p data-lang="ru">{}</p>',
    ],
)
def test_what_stands_around_a_use_stays_as_it_is(around: str) -> None:
    assert with_terms(around.format("signatories"), "en", [SIGNATORY]) == (
        around.format(link("signatory", "signatories")),
        ("signatory",),
    )


CLOSED = ("a", "h2", "code", "th", "dt")
WORDS = ("towns", "signatory", "SEAP", "signatories", "SEAPs", "SECAP", "energy")
KEYS = {"signatory": "signatory", "signatories": "signatory", "SEAP": "seap", "SEAPs": "seap"}

texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(
    lambda words: f" {' '.join(words)} "
)
leaves = texts | st.sampled_from(
    ["<br/>", '<img src="SEAP.png" alt="SEAP"/>', "<!-- part: news -->", "&amp;", "\n", " &lt; "]
)


def element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    names = st.sampled_from(["p", "em", "li", "td", "div", *CLOSED])
    attributes = st.sampled_from(["", "", ' class="SEAP"', ' lang="ru"', ' id="x" lang="en"'])
    inside = st.lists(children, max_size=4).map("".join)
    return st.builds("<{0}{1}>{2}</{0}>".format, names, attributes, inside)


nestings = st.lists(st.recursive(leaves, element, max_leaves=12), max_size=5).map("".join)


def open_texts(html: ET.Element) -> Iterator[str]:
    """Yield what is said to readers of English outside of links, headings and the like."""
    yield html.text or ""
    for child in html:
        if child.tag not in CLOSED and child.get("lang") is None:
            yield from open_texts(child)
        yield child.tail or ""


def read(html: str) -> ET.Element:
    """Read generated HTML; a comment ends a word, as a tag does."""
    parts = re.sub("<!--.*?-->", "<br/>", html)
    return ET.fromstring(f"<body>{parts}</body>")


@given(html=nestings)
def test_in_any_text_each_term_is_linked_once_in_the_order_of_use_and_nothing_else_changes(
    html: str,
) -> None:
    said = [word for text in open_texts(read(html)) for word in re.findall(r"\w+", text)]
    linked, used = with_terms(html, "en", [SIGNATORY, SEAP])
    assert list(used) == list(dict.fromkeys(KEYS[word] for word in said if word in KEYS))
    added = re.compile('<a class="term" id="use-([a-z]+)"[^>]*>([^<]*)</a>')
    assert [key for key, _words in added.findall(linked)] == list(used)
    assert added.sub(r"\2", linked) == html


PAGES = {"faq.md": {"plan", "cost"}, "index.md": set()}


def a_wording(term: str, *more: str) -> str:
    lines = [f"term: {term}", "source: ours", "meaning: It is meant.", *more]
    if not any(line.startswith("stems:") for line in more):
        lines.append(f"stems: [{term}]")
    return "{" + ", ".join(lines) + "}"


def a_list(*terms: str) -> str:
    return "terms:\n" + "".join(terms)


def an_item(*lines: str, key: str = "plan", en: str = a_wording("plan")) -> str:
    """Write a term: its id and English words stand in its first and third line."""
    first = [f"id: {key}", "languages:", f"  en: {en}", *lines]
    return "  - " + "\n    ".join(first) + "\n"


RUSSIAN = f"  ru: {a_wording('план')}"
PEACE = "    hint: Take it out of the list of one of them."


@pytest.fixture
def printed(languages):
    """What is said about a glossary of a site in English and Russian, as an editor reads it."""
    two = Languages(tuple(languages[code] for code in ("en", "ru")))

    def check(text: str) -> str:
        source, problems = parse_yaml(text, "data/glossary.yml")
        record, mistakes = parse_record(TermList, source)
        assert (problems, mistakes) == ([], [])
        assert record is not None
        found = report(check_glossary(Read(record, source), PAGES, two))
        return found.rpartition("\n")[0]

    return check


@pytest.mark.parametrize(
    "text",
    [
        "terms: []",
        a_list(an_item(RUSSIAN)),
        a_list(an_item(RUSSIAN, "page: faq.md#plan")),
        a_list(an_item(RUSSIAN, "page: index.md")),
        a_list(an_item(RUSSIAN), an_item(RUSSIAN, key="other")),
        # What another language avoids is nothing to this one.
        a_list(an_item(f"  ru: {a_wording('план', 'avoid: [plan]')}")),
        # A word may be part of one that is avoided.
        a_list(an_item(RUSSIAN, en=a_wording("plan", "avoid: [plan of all]"))),
    ],
)
def test_a_glossary_without_mistakes_is_told_of_nothing(printed, text):
    assert printed(text) == ""


MISTAKES = {
    "id twice": (
        a_list(an_item(RUSSIAN), an_item(RUSSIAN)),
        (
            "data/glossary.yml:6: terms, item 2, id: expected each term once, found 'plan'\n"
            "    hint: Remove one of the two."
        ),
    ),
    "unknown language": (
        a_list(an_item(RUSSIAN, f"  kk: {a_wording('жоспар', 'avoid: [жоспар]')}")),
        (
            "data/glossary.yml:6: terms, item 1, languages, kk: "
            "expected a language of the site, found 'kk'\n"
            "    hint: See the list of languages in mkdocs.yml."
        ),
    ),
    "no English": (
        a_list(f"  - {{id: plan, languages: {{{RUSSIAN}}}}}\n"),
        (
            "data/glossary.yml:2: terms, item 1, languages: "
            "expected the term in 'en', found none\n"
            "    hint: Every term is explained in the source language."
        ),
    ),
    "no Russian": (
        a_list(an_item()),
        (
            "data/glossary.yml:3: note: terms, item 1, languages: "
            "expected the term in every language, found none in ru\n"
            "    hint: Readers of those get it in another language."
        ),
    ),
    "unknown page": (
        a_list(an_item(RUSSIAN, "page: join.md#plan")),
        (
            "data/glossary.yml:6: terms, item 1, page: "
            "expected a page of the site, and an {#id} on it, found 'join.md#plan'\n"
            "    hint: Such as about/commitments.md#signatory."
        ),
    ),
    "unknown place on a page": (
        a_list(an_item(RUSSIAN, "page: faq.md#price")),
        (
            "data/glossary.yml:6: terms, item 1, page: "
            "expected a page of the site, and an {#id} on it, found 'faq.md#price'\n"
            "    hint: Known there: cost, plan."
        ),
    ),
    "a page without places": (
        a_list(an_item(RUSSIAN, "page: index.md#plan")),
        (
            "data/glossary.yml:6: terms, item 1, page: "
            "expected a page of the site, and an {#id} on it, found 'index.md#plan'\n"
            "    hint: Known there: none."
        ),
    ),
    "word avoided by another": (
        a_list(
            an_item(RUSSIAN, en=a_wording("plan", "stems: [SEAP]")),
            an_item(RUSSIAN, key="scheme", en=a_wording("scheme", "avoid: [plan]")),
        ),
        (
            "data/glossary.yml:4: terms, item 1, languages, en: "
            "expected a word that no 'avoid:' of this language holds, found 'plan'\n"
            f"{PEACE}"
        ),
    ),
    "form avoided by another": (
        a_list(
            an_item(RUSSIAN, en=a_wording("plan", "stems: [plan, big scheme]")),
            an_item(RUSSIAN, key="scheme", en=a_wording("draft", "avoid: [scheme]")),
        ),
        (
            "data/glossary.yml:4: terms, item 1, languages, en: "
            "expected a word that no 'avoid:' of this language holds, found 'scheme'\n"
            f"{PEACE}"
        ),
    ),
    "word avoided by itself": (
        a_list(an_item(f"  ru: {a_wording('план', 'stems: [ПДУЭР]', 'avoid: [план]')}")),
        (
            "data/glossary.yml:5: terms, item 1, languages, ru: "
            "expected a word that no 'avoid:' of this language holds, found 'план'\n"
            f"{PEACE}"
        ),
    ),
}


@pytest.mark.parametrize(("text", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_of_the_glossary_is_told_at_its_line(printed, text, message):
    assert printed(text) == message
