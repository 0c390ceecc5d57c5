"""The glossary as readers of a language get it, and the meanings below a text."""

from dataclasses import replace

import pytest
from markupsafe import Markup

from publishing.languages.translations import Text
from publishing.records.glossary import Term
from publishing.records.pages import Page
from publishing.sources import Source
from publishing.views.glossary import GlossaryEntry, Meaning, explained, glossary_entries
from publishing.views.pages import page_title
from publishing.views.tongue import Worded


def a_term(key: str, *, page: str | None = None, source: str = "public", **terms: str) -> Term:
    """Write a term; its meaning in each language says which it is: `Plan [kk]`."""
    languages = {
        code: {
            "term": term,
            "source": source,
            "meaning": f"{key.capitalize()} [{code}]",
            "stems": [term],
        }
        for code, term in terms.items()
    }
    return Term.model_validate({"id": key, "page": page, "languages": languages})


def a_text(path: str, code: str, generated: str | None = None) -> Text:
    page = Page.model_validate(
        {"title": f"{path} [{code}]", "description": path, "generated": generated}
    )
    file = f"docs/{code}/{path}"
    return Text(path, file, code, page, "", Source(file, {}))


@pytest.fixture
def site(a_site):
    """A site whose questions are answered in two languages, whose plans in English only."""
    return replace(
        a_site(),
        texts={
            "faq.md": {code: a_text("faq.md", code) for code in ("en", "ru")},
            "plans.md": {"en": a_text("plans.md", "en")},
            "news/index.md": {"en": a_text("news/index.md", "en", generated="news")},
        },
    )


def test_a_term_tells_what_it_means_where_to_read_more_and_its_other_names(site, speaking):
    plan = a_term("plan", page="faq.md#plan", en="plan", ru="план", kk="жоспар", tk="meýilnama")
    assert glossary_entries(replace(site, terms=(plan,)), speaking("kk")) == (
        GlossaryEntry(
            meaning=Meaning("plan", "жоспар", "Plan [kk]", "kk"),
            is_ours=False,
            more=(Worded("faq.md [ru]", "ru"), "faq/#plan"),
            elsewhere=(
                ("English", Worded("plan", "en")),
                ("Русский", Worded("план", "ru")),
                ("Türkmençe", Worded("meýilnama", "tk")),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("en", ["adhesion", "coordinator", "SEAP", "signatory"]),
        ("uk", ["Галузь", "Ґрунт", "Дім", "енергія", "Єдність"]),
        ("kk", ["адам", "әкім", "бағдар", "кеңес", "қала"]),
        ("az", ["Cədvəl", "çay", "enerji", "ərazi", "ılıq", "İqlim", "qala", "yer"]),
        ("tk", ["adam", "ähli", "nusga", "ňokat", "ýyl", "zähmet"]),
        ("uz", ["reja", "tuman", "yil", "oʻlka", "gʻoya", "shahar", "chora"]),
    ],
)
def test_terms_stand_in_the_order_of_the_alphabet(site, speaking, code, names):
    """Given in the reverse order of the English alphabet, as far as there is any."""
    given = sorted(names, reverse=True)
    terms = tuple(a_term(f"x{index}", **{code: name}) for index, name in enumerate(given))
    entries = glossary_entries(replace(site, terms=terms), speaking(code))
    assert [entry.meaning.term for entry in entries] == names


def test_terms_in_other_languages_stand_in_the_same_order(site, speaking):
    """A Russian word among Kazakh ones; Latin letters come after all others."""
    words = [("en", "adhesion"), ("ru", "план"), ("kk", "қала"), ("kk", "әкім"), ("en", "SEAP")]
    terms = tuple(a_term(f"x{i}", **{code: word}) for i, (code, word) in enumerate(words))
    entries = glossary_entries(replace(site, terms=terms), speaking("kk"))
    found = [entry.meaning.term for entry in entries]
    assert found == ["әкім", "қала", "план", "adhesion", "SEAP"]


@pytest.mark.parametrize(
    ("there", "term", "language"),
    [
        ("kk ru en", "[kk]", "kk"),
        ("en ru", "[ru]", "ru"),
        ("en uk", "[en]", "en"),
        # `make check` asks for English; until it is there, readers get what there is.
        ("uk hy", "[uk]", "uk"),
    ],
)
def test_a_term_without_words_in_a_language_is_explained_in_the_next_of_its_chain(
    site, speaking, there, term, language
):
    plan = a_term("plan", **{code: f"[{code}]" for code in there.split()})
    (entry,) = glossary_entries(replace(site, terms=(plan,)), speaking("kk"))
    assert entry.meaning == Meaning("plan", term, f"Plan {term}", language)
    assert entry.elsewhere == tuple(
        (site.languages[code].name, Worded(f"[{code}]", code))
        for code in site.languages.codes
        if code in there.split() and code != language
    )


@pytest.mark.parametrize(
    ("source", "is_ours"), [("ours", True), ("public", False), ("seed", False)]
)
def test_words_of_our_own_are_marked(site, speaking, source, is_ours):
    plan = a_term("plan", source=source, en="plan")
    (entry,) = glossary_entries(replace(site, terms=(plan,)), speaking("en"))
    assert entry.is_ours is is_ours


def test_words_are_marked_by_the_source_of_those_that_are_shown(site, speaking):
    words = {"meaning": "A plan.", "stems": ["plan"]}
    languages = {
        "en": words | {"term": "plan", "source": "public"},
        "ru": words | {"term": "план", "source": "ours"},
        "hy": words | {"term": "պլան", "source": "public"},
    }
    site = replace(site, terms=(Term.model_validate({"id": "plan", "languages": languages}),))
    marked = {
        code: glossary_entries(site, speaking(code))[0].is_ours for code in ("en", "ru", "kk", "hy")
    }
    assert marked == {"en": False, "ru": True, "kk": True, "hy": False}


@pytest.mark.parametrize(
    ("page", "more"),
    [
        (None, None),
        ("plans.md", (Worded("plans.md [en]", "en"), "plans/")),
        ("faq.md#plan", (Worded("faq.md [ru]", "ru"), "faq/#plan")),
        ("news/index.md", (Worded("Жаңалықтар", "kk"), "news/")),
    ],
)
def test_the_page_to_read_more_on_is_named_in_the_best_language(site, speaking, page, more):
    tongue = speaking("kk", words={"news/index.md [en]": "Жаңалықтар"})
    site = replace(site, terms=(a_term("plan", page=page, kk="жоспар"),))
    assert glossary_entries(site, tongue)[0].more == more
    if page:
        assert page_title(page.partition("#")[0], site, tongue) == more[0]


def test_the_meanings_of_a_text_stand_below_it_in_the_order_of_use(speaking):
    terms = [a_term("plan", kk="жоспар"), a_term("town", kk="қала"), a_term("club", kk="клуб")]
    html = Markup("<p>Қала &amp; жоспар, қала</p>")
    linked, meanings = explained(html, terms, speaking("kk"))
    assert isinstance(linked, Markup)
    assert linked == (
        '<p><a class="term" id="use-town" href="#word-town" aria-describedby="meaning-town">'
        "Қала</a> &amp; "
        '<a class="term" id="use-plan" href="#word-plan" aria-describedby="meaning-plan">'
        "жоспар</a>, қала</p>"
    )
    assert meanings == (
        Meaning("town", "қала", "Town [kk]", "kk"),
        Meaning("plan", "жоспар", "Plan [kk]", "kk"),
    )


def test_a_text_without_terms_has_no_meanings_below_it(speaking):
    html = Markup("<p>plan</p>")
    assert explained(html, [a_term("plan", en="plan")], speaking("kk")) == (html, ())
