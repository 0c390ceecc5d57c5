"""Documents in one language: their order, and what the filter can choose."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.records.documents import DOCUMENT_TYPES, Document
from publishing.site import Site
from publishing.views import vocabulary
from publishing.views.library import document_line, library
from publishing.views.tongue import Worded


def _document(key: str, year: int = 2014, **facts: object) -> Document:
    least = {
        "id": key, "type": "guide", "languages": ["en"], "title": {"en": key},
        "publisher": "The centre", "year": year, "link": f"https://library.example/{key}",
    }  # fmt: skip
    return Document.model_validate({**least, **facts})


def _of_source(key: str, source: str) -> Document:
    facts = {"id": key, "type": "dataset", "languages": ["en"], "source": source}
    return Document.model_validate(facts)


def _with(site: Site, *documents: Document) -> Site:
    return replace(site, documents=documents)


def test_what_figures_come_from_is_described_as_it_is_cited(a_site, speaking):
    line = document_line(_of_source("release", "jrc-2024"), a_site(), speaking("kk"))
    assert (line.title, line.publisher, line.year) == (
        Worded("Title of jrc-2024", "en"), Worded("Publisher", "en"), 2024
    )  # fmt: skip
    assert (line.licence.text, line.link, line.host) == (
        "CC BY 4.0", "https://example.org/jrc-2024", "example.org"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("ru", Worded("Руководство", "ru")),
        ("kk", Worded("Руководство", "ru")),
        ("ka", Worded("Guide", "en")),
    ],
)
def test_a_title_is_shown_in_the_best_language_of_the_chain(a_site, speaking, code, shown):
    document = _document("guide", title={"en": "Guide", "ru": "Руководство"})
    assert document_line(document, a_site(), speaking(code)).title == shown


def test_a_title_that_readers_cannot_read_is_still_shown_and_says_its_language(a_site, speaking):
    document = _document("guide", title={"hy": "Ուղեցույց"})
    assert document_line(document, a_site(), speaking("en")).title == Worded("Ուղեցույց", "hy")


def test_without_countries_it_is_found_under_each_of_them(a_site, speaking):
    site = a_site()
    everywhere = document_line(_document("a"), site, speaking("en"))
    assert (everywhere.countries, everywhere.country_keys.split()) == ("", list(site.countries))
    some = document_line(_document("a", countries=["ua", "am"]), site, speaking("en"))
    assert (some.countries, some.country_keys) == ("Armenia, Ukraine", "ua am")


def test_every_type_has_a_name():
    assert tuple(vocabulary.DOCUMENT_TYPE) == DOCUMENT_TYPES


def test_the_newest_comes_first_then_the_alphabet(a_site, speaking):
    documents = [_document("b"), _document("c", 2020), _document("a"), _document("d", 1999)]
    found = library(_with(a_site(), *documents), speaking("en"))
    assert [line.id for line in found.lines] == ["c", "a", "b", "d"]
    assert found.years == (2020, 2014, 1999)


@given(data=st.data())
def test_every_choice_of_the_filter_finds_something(a_site, speaking, data):
    kinds, codes = st.sampled_from(DOCUMENT_TYPES), st.sampled_from(["en", "hy", "kk", "fr"])
    countries = st.lists(st.sampled_from(["am", "kz", "ua"]), unique=True)
    documents = [
        _document(
            key,
            data.draw(st.integers(1990, 2100)),
            type=data.draw(kinds),
            languages=data.draw(st.lists(codes, min_size=1, unique=True)),
            countries=data.draw(countries),
        )
        for key in data.draw(st.lists(st.sampled_from("abcdef"), unique=True))
    ]
    tongue = speaking("en")
    found = library(_with(a_site(), *documents), tongue)
    shuffled = library(_with(a_site(), *data.draw(st.permutations(documents))), tongue)
    assert found == shuffled
    kept = [
        {key for line in found.lines for key in keys(line)}
        for keys in (
            lambda line: line.country_keys.split(),
            lambda line: [line.type_key],
            lambda line: line.language_keys.split(),
        )
    ]
    offered = (found.countries, found.types, found.languages)
    assert [{key for key, _label in choices} for choices in offered] == kept
