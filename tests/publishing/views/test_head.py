import pytest

from publishing.languages.translations import State, Text
from publishing.records.pages import Page
from publishing.sources import Source
from publishing.views.head import Alternate, Choice, Head, head

URL = "https://example.org/"


def _text(path: str, code: str, **front_matter: object) -> Text:
    file = f"docs/{code}/{path}"
    page = Page.model_validate({"title": "Join", "description": "How.", **front_matter})
    return Text(path, file, code, page, "# Join\n", Source(file, None))


def _texts(*codes: str, **front_matter: object) -> dict[str, Text]:
    """The page `join/index.md` written in some languages."""
    made_from = _text("join/index.md", "en").hash
    return {
        code: _text(
            "join/index.md",
            code,
            **({} if code == "en" else {"source_hash": made_from}),
            **front_matter,
        )
        for code in codes
    }


@pytest.fixture
def the_head(languages):
    """A maker of heads of the page `join/index.md`."""

    def make(code, texts, built=("en", "ru", "kk")):
        return head("join/index.md", texts, languages[code], languages, built, URL)

    return make


ALL_THREE = (
    Alternate("en", "https://example.org/join/"),
    Alternate("ru", "https://example.org/ru/join/"),
    Alternate("kk", "https://example.org/kk/join/"),
    Alternate("x-default", "https://example.org/join/"),
)


def _choice(code: str, link: str, *, is_current: bool = False, missing: bool = False) -> Choice:
    names = {"en": "English", "ru": "Русский", "kk": "Қазақша"}
    return Choice(code, names[code], link, is_current, missing)


def test_a_page_really_written_in_the_language(the_head):
    assert the_head("kk", _texts("en", "ru", "kk", reviewed=True)) == Head(
        page_language="kk",
        text_language="kk",
        canonical="https://example.org/kk/join/",
        alternates=ALL_THREE,
        switcher=(
            _choice("en", "../../join/"),
            _choice("ru", "../../ru/join/"),
            _choice("kk", "./", is_current=True),
        ),
        state=State.CURRENT,
        awaits_review=False,
        original="./",
        source="../../join/",
        root="../",
        base="../../",
    )


def test_previews_elsewhere_name_a_language_with_its_country():
    locales = [alternate.locale for alternate in ALL_THREE]
    assert locales == ["en_GB", "ru_RU", "kk_KZ", ""]


def test_a_fallback_page_shows_the_next_of_the_chain_and_claims_nothing(the_head):
    found = the_head("kk", _texts("en", "ru"))
    assert found == Head(
        page_language="kk",
        text_language="ru",
        canonical="https://example.org/ru/join/",
        alternates=(),
        switcher=(
            _choice("en", "../../join/"),
            _choice("ru", "../../ru/join/"),
            _choice("kk", "./", is_current=True, missing=True),
        ),
        state=State.MISSING,
        awaits_review=True,
        original="../../ru/join/",
        source="../../join/",
        root="../",
        base="../../",
    )
    assert found.is_fallback


def test_the_source_page(the_head):
    found = the_head("en", _texts("en"))
    assert found == Head(
        page_language="en",
        text_language="en",
        canonical="https://example.org/join/",
        alternates=(
            Alternate("en", "https://example.org/join/"),
            Alternate("x-default", "https://example.org/join/"),
        ),
        switcher=(
            _choice("en", "./", is_current=True),
            _choice("ru", "../ru/join/", missing=True),
            _choice("kk", "../kk/join/", missing=True),
        ),
        state=State.SOURCE,
        awaits_review=False,
        original="./",
        source="./",
        root="../",
        base="../",
    )
    assert not found.is_fallback


def test_a_preview_of_some_languages_names_no_others(the_head):
    found = the_head("kk", _texts("en", "ru", "kk"), built=("en", "kk"))
    assert [alternate.code for alternate in found.alternates] == ["en", "kk", "x-default"]
    assert [(choice.code, choice.missing) for choice in found.switcher] == [
        ("en", False),
        ("kk", False),
    ]


def test_a_preview_without_the_source_language_has_no_default(the_head):
    found = the_head("kk", _texts("en", "kk"), built=("kk",))
    assert found.alternates == (Alternate("kk", "https://example.org/kk/join/"),)


def test_a_generated_page_is_written_in_every_language_of_the_build(the_head):
    texts = _texts("en", generated="signatories")
    assert [the_head(code, texts).alternates for code in ("en", "ru", "kk")] == [ALL_THREE] * 3


@pytest.mark.parametrize(
    ("code", "written", "front_matter", "awaits"),
    [
        ("en", ["en"], {}, False),
        ("ru", ["en", "ru"], {}, True),
        ("ru", ["en", "ru"], {"reviewed": True}, False),
        ("ru", ["en"], {}, False),
        ("kk", ["en", "ru"], {}, True),
        ("kk", ["en"], {"generated": "site-map"}, True),
        ("en", ["en"], {"generated": "site-map"}, False),
    ],
    ids=["source", "not read", "read", "English shown", "Russian shown", "generated", "its source"],
)
def test_readers_are_told_that_a_translation_awaits_review(
    the_head, code, written, front_matter, awaits
):
    assert the_head(code, _texts(*written, **front_matter)).awaits_review is awaits


@pytest.mark.parametrize(
    "written",
    [["en"], ["en", "ru"], ["en", "kk"], ["en", "ru", "kk", "uk", "tk"], ["en", "uk", "be"]],
    ids=" ".join,
)
def test_alternates_are_symmetric_and_name_the_page_itself(languages, written):
    texts = _texts(*written)
    heads = {
        language.code: head("join/index.md", texts, language, languages, languages.codes, URL)
        for language in languages
    }
    claiming = {code: found.alternates for code, found in heads.items() if found.alternates}
    assert sorted(claiming) == sorted(written)
    assert len(set(claiming.values())) == 1
    for code in written:
        itself = Alternate(code, heads[code].canonical)
        assert itself in claiming[code]


def test_the_start_page_has_the_shortest_links(languages):
    text = _text("index.md", "en")
    found = head("index.md", {"en": text}, languages["ru"], languages, ("en", "ru"), URL)
    assert (found.canonical, found.original, found.source, found.root, found.base) == (
        "https://example.org/",
        "../",
        "../",
        "./",
        "../",
    )
    assert [choice.link for choice in found.switcher] == ["../", "./"]
