"""The file of the glossary: what may stand in it, and how a wrong value is explained."""

import pytest

from publishing.records.glossary import TermList
from publishing.records.values import parse_record
from publishing.sources import parse_yaml

TERM = {"id": "signatory", "page": "about/commitments.md#signatory"}
WORDS = {
    "term": "signatory",
    "source": "public",
    "meaning": "Who has signed.",
    "stems": "[signator]",
    "avoid": "[signee]",
}
LINE = "data/glossary.yml:"


def printed(text: str) -> str:
    """Say what is wrong with a glossary."""
    source, problems = parse_yaml(text, "data/glossary.yml")
    assert problems == []
    return "\n".join(str(mistake) for mistake in parse_record(TermList, source)[1])


def a_term(code: str = "en", **changed: str | None) -> str:
    """Write a glossary of one term; keys that are None are left out.

    Its id stands in line 2, its page in 3, the words of its language from line 6 on.
    """
    term = {key: changed.get(key, value) for key, value in TERM.items()}
    words = {key: value for key, value in (WORDS | changed).items() if key not in TERM}
    lines = [f"    {key}: {value}" for key, value in term.items() if value is not None]
    lines += ["    languages:", f"      {code}:"]
    lines += [f"        {key}: {value}" for key, value in words.items() if value is not None]
    return "terms:\n  - " + "\n".join(lines).strip() + "\n"


@pytest.mark.parametrize("text", ["terms: []", "{}"])
def test_a_glossary_may_be_empty(text):
    assert printed(text) == ""


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("page", None),
        ("page", "faq.md"),
        ("page", "about/index.md#first-phase"),
        ("page", "about/2011/fact-sheet.md#first_phase"),
        ("id", "energy-day"),
        ("source", "seed"),
        ("source", "ours"),
        ("stems", "[signator, SIG, 'who signed – and', who signs]"),
        ("avoid", None),
        ("avoid", "[]"),
        ("term", "x" * 300),
        ("meaning", "'Хто підписав, об’єднання: CO₂.'"),
    ],
)
def test_what_may_stand_in_a_term(key, value):
    assert printed(a_term(**{key: value})) == ""


SOURCE = "one of 'seed', 'public' or 'ours'"
PAGE = "the path of a page, such as about/commitments.md#signatory"
LIST = "a list, one '- ' line each"
KNOWN = "a known key"
THIS = "this key"


@pytest.mark.parametrize(
    ("key", "value", "line", "wanted", "found"),
    [
        ("id", "Signatory", 2, "lower-case letters a–z, digits and single hyphens", "'Signatory'"),
        ("page", "/faq.md", 3, PAGE, "'/faq.md'"),
        ("page", "docs/en/faq", 3, PAGE, "'docs/en/faq'"),
        ("page", "faq.md#", 3, PAGE, "'faq.md#'"),
        ("page", "../faq.md", 3, PAGE, "'../faq.md'"),
        ("page", "https://a.example/", 3, PAGE, "'https://a.example/'"),
    ],
)
def test_a_wrong_value_of_a_term_is_told(key, value, line, wanted, found):
    told = printed(a_term(**{key: value})).split("\n")[0]
    assert told == f"{LINE}{line}: terms, item 1, {key}: expected {wanted}, found {found}"


@pytest.mark.parametrize(
    ("key", "value", "line", "wanted", "found"),
    [
        ("term", None, 5, THIS, "none"),
        ("term", "", 6, "text", "nothing"),
        ("term", "<b>plan</b>", 6, "plain text without HTML", "'<b>plan</b>'"),
        ("source", None, 5, THIS, "none"),
        ("source", "wikipedia", 7, SOURCE, "'wikipedia'"),
        ("meaning", None, 5, THIS, "none"),
        ("meaning", "x" * 301, 8, "at most 300 characters", f"'{'x' * 59}…'"),
        ("stems", None, 5, THIS, "none"),
        ("stems", "[]", 9, "at least 1 entry", "an empty list"),
        ("stems", "signator", 9, LIST, "'signator'"),
        ("avoid", "signee", 10, LIST, "'signee'"),
        ("avoided", "[signee]", 11, KNOWN, "'avoided'"),
        ("definition", "Who signs.", 11, KNOWN, "'definition'"),
    ],
)
def test_a_wrong_word_of_a_language_is_told(key, value, line, wanted, found):
    told = printed(a_term(**{key: value})).split("\n")[0]
    place = f"{LINE}{line}: terms, item 1, languages, en, {key}"
    assert told == f"{place}: expected {wanted}, found {found}"


@pytest.mark.parametrize(
    ("value", "item", "wanted", "found"),
    [
        ("['']", 1, "text that is not empty", "''"),
        ("[a, 2030]", 2, "text", "the number 2030"),
        ("[a, b, '<i>c']", 3, "plain text without HTML", "'<i>c'"),
    ],
)
@pytest.mark.parametrize(("key", "line"), [("stems", 9), ("avoid", 10)])
def test_a_wrong_form_is_told_by_its_place_in_the_list(key, line, value, item, wanted, found):
    told = printed(a_term(**{key: value})).split("\n")[0]
    place = f"{LINE}{line}: terms, item 1, languages, en, {key}, item {item}"
    assert told == f"{place}: expected {wanted}, found {found}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (a_term("eng"), "5: terms, item 1, languages, eng: expected a code of two small letters"),
        ("words: []", "1: words: expected a known key, found 'words'"),
        ("terms: signatory", "1: terms: expected a list, one '- ' line each, found 'signatory'"),
        ("terms:\n  - signatory", "2: terms, item 1: expected keys with values, found"),
        ("terms:\n  - id: plan", "2: terms, item 1, languages: expected this key, found none"),
        ("terms:\n  - {id: plan, languages: {}}", "2: terms, item 1, languages: expected at least"),
    ],
)
def test_a_file_of_another_form_is_told(text, message):
    told = printed(text)
    assert told.startswith(LINE + message)
    assert told.count("expected") == 1
