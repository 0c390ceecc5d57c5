"""The project's own glossary: every word in every language, and found by its own forms."""

import pytest

from publishing.glossary import with_terms
from publishing.languages.language import languages_from
from publishing.records.glossary import Term, TermList
from publishing.records.values import parse_record
from publishing.sources import read_yaml
from tests.sample_sites import PROJECT


def terms_of_the_site() -> tuple[Term, ...]:
    source, _problems = read_yaml(PROJECT, PROJECT / "data/glossary.yml")
    record, mistakes = parse_record(TermList, source)
    assert record is not None, mistakes
    return record.terms


def codes_of_the_site() -> tuple[str, ...]:
    languages, problems = languages_from(read_yaml(PROJECT, PROJECT / "mkdocs.yml")[0])
    assert languages is not None, problems
    return languages.codes


TERMS = terms_of_the_site()
CODES = codes_of_the_site()


def test_the_words_that_readers_ask_about_are_explained() -> None:
    asked = {"covenant", "signatory", "coordinator", "supporter", "adhesion", "seap", "secap"}
    assert asked - {term.id for term in TERMS} == set()


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.id)
def test_a_term_has_words_in_every_language(term: Term) -> None:
    assert set(term.languages) == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_term_is_found_as_itself_where_it_stands_alone(code: str) -> None:
    """Its stems belong together with its name: the longest of all forms is its own."""
    found = {
        term.id: with_terms(term.languages[code].term, code, TERMS)[1]
        for term in TERMS
        if code in term.languages
    }
    assert found == {key: (key,) for key in found}


@pytest.mark.parametrize("code", CODES)
def test_no_two_terms_share_a_name_or_a_form(code: str) -> None:
    words = [term.languages[code] for term in TERMS if code in term.languages]
    names = [one.term.casefold() for one in words]
    forms = [stem.casefold() for one in words for stem in one.stems]
    assert len(names) == len(set(names))
    assert len(forms) == len(set(forms))
