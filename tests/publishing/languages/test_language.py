import pytest

from publishing.languages.language import Language, Languages, languages_from
from publishing.problems import Problem
from publishing.sources import parse_yaml

CONFIG = """\
plugins:
  - search
  - i18n:
      languages:
        - {locale: en, name: English, default: true}
        - {locale: ru, name: Русский}
        - {locale: kk, name: Қазақша}
extra:
  fallback:
    kk: [ru, en]
"""


def _read(text: str) -> tuple[Languages | None, list[Problem]]:
    source, problems = parse_yaml(text, "mkdocs.yml")
    assert problems == []
    return languages_from(source)


@pytest.mark.parametrize(
    ("code", "chain", "prefix", "script"),
    [
        ("en", "en", "", "Latin"),
        ("ru", "ru en", "ru/", "Cyrillic"),
        ("uk", "uk en", "uk/", "Cyrillic"),
        ("be", "be ru en", "be/", "Cyrillic"),
        ("ro", "ro en", "ro/", "Latin"),
        ("ka", "ka en", "ka/", "Georgian"),
        ("hy", "hy en", "hy/", "Armenian"),
        ("az", "az en", "az/", "Latin"),
        ("kk", "kk ru en", "kk/", "Cyrillic"),
        ("ky", "ky ru en", "ky/", "Cyrillic"),
        ("uz", "uz ru en", "uz/", "Latin"),
        ("tg", "tg ru en", "tg/", "Cyrillic"),
        ("tk", "tk ru en", "tk/", "Latin"),
    ],
)
def test_where_each_language_looks_for_a_missing_text(languages, code, chain, prefix, script):
    language = languages[code]
    assert (" ".join(language.chain), language.prefix, language.script) == (chain, prefix, script)


def test_the_list_is_in_the_order_of_the_configuration(languages):
    assert " ".join(languages.codes) == "en ru uk be ro ka hy az kk ky uz tg tk"
    assert languages.source.code == "en"
    assert [language.code for language in languages] == [*languages.codes]


@pytest.mark.parametrize(
    ("code", "available", "best"),
    [
        ("kk", ["en", "ru", "kk"], "kk"),
        ("kk", ["en", "ru"], "ru"),
        ("kk", ["en"], "en"),
        ("kk", ["uk"], None),
        ("uk", ["en", "ru"], "en"),
        ("en", ["ru", "kk"], None),
        ("ru", [], None),
    ],
)
def test_the_best_text_is_the_first_of_the_chain_that_exists(languages, code, available, best):
    assert languages[code].best_of(available) == best


@pytest.mark.parametrize(
    ("code", "path", "address"),
    [("en", "join/", "join/"), ("en", "", ""), ("kk", "join/", "kk/join/"), ("kk", "", "kk/")],
)
def test_an_address_stands_under_its_language(languages, code, path, address):
    assert languages[code].address(path) == address


def test_the_list_and_the_chains_are_read_from_the_configuration():
    languages, problems = _read(CONFIG)
    assert problems == []
    assert languages is not None
    assert languages.all == (
        Language("en", "English", ("en",), is_source=True),
        Language("ru", "Русский", ("ru", "en"), is_source=False),
        Language("kk", "Қазақша", ("kk", "ru", "en"), is_source=False),
    )


@pytest.mark.parametrize(
    ("chain", "whole"),
    [("[ru]", "kk ru en"), ("[]", "kk en"), ("[kk, ru, ru]", "kk ru en"), ("[en, ru]", "kk en ru")],
)
def test_a_chain_begins_with_the_language_and_leads_to_the_source(chain, whole):
    languages, _problems = _read(CONFIG.replace("[ru, en]", chain))
    assert languages is not None
    assert " ".join(languages["kk"].chain) == whole


def test_without_a_default_the_first_language_is_the_source():
    languages, _problems = _read(CONFIG.replace(", default: true", ""))
    assert languages is not None
    assert languages.source.code == "en"


NO_LIST = "mkdocs.yml:1: plugins: expected the list of languages, found none"
THIRD = "mkdocs.yml:7: plugins, item 2, i18n, languages, item 3, locale: expected "


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("site_name: A\n", NO_LIST),
        ("plugins:\n  - search\n", NO_LIST),
        ("plugins:\n  - i18n: {languages: []}\n", NO_LIST),
        ("plugins:\n  - i18n:\n", NO_LIST),
        (
            CONFIG.replace("[ru, en]", "[de, en]"),
            "mkdocs.yml:10: extra, fallback, kk: expected one of en, ru, kk, found 'de'",
        ),
        (
            CONFIG.replace("kk: [ru, en]", "fr: [ru]"),
            "mkdocs.yml:10: extra, fallback, fr: expected one of en, ru, kk, found 'fr'",
        ),
        (
            CONFIG.replace("locale: kk", "locale: fr"),
            THIRD + "a language whose alphabet hooks/publishing/languages/collation.py knows, "
            "found 'fr'",
        ),
        (
            CONFIG.replace("locale: kk", "locale: ru"),
            THIRD + "each language once, found 'ru'",
        ),
    ],
    ids=[
        "no plugins",
        "no i18n",
        "empty list",
        "empty plugin",
        "unknown in chain",
        "unknown key",
        "unknown alphabet",
        "twice",
    ],
)
def test_a_mistake_in_the_configuration_is_told_with_its_line(text, printed):
    languages, problems = _read(text)
    assert languages is None
    assert [str(problem).split("\n")[0] for problem in problems] == [printed]


@pytest.mark.parametrize(
    "item", ["{name: Français}", "{locale: fr}", "fr", "{locale: [fr], name: Français}"]
)
def test_an_incomplete_language_is_told_and_is_no_traceback(item):
    languages, problems = _read(CONFIG.replace("{locale: kk, name: Қазақша}", item))
    assert languages is None
    assert {problem.path for problem in problems} == {"mkdocs.yml"}
