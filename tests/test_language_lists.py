"""The languages of the site: one list, which folders, catalogues and the theme's words follow."""

import re
from importlib.resources import files
from types import SimpleNamespace

import pytest
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader

from publishing.languages.collation import collation_key
from publishing.languages.formats import formats_of
from publishing.languages.language import Languages, languages_from
from publishing.sources import read_yaml
from tests.sample_sites import PROJECT

MATERIAL = FileSystemLoader(str(files("material").joinpath("templates")))
OURS = FileSystemLoader(PROJECT / "overrides")


def languages_of_the_site() -> Languages:
    languages, problems = languages_from(read_yaml(PROJECT, PROJECT / "mkdocs.yml")[0])
    assert languages is not None, problems
    return languages


LANGUAGES = languages_of_the_site()
CODES = LANGUAGES.codes


def test_the_site_speaks_thirteen_languages():
    assert " ".join(CODES) == "en ru uk be ro ka hy az kk ky uz tg tk"


def test_every_chain_ends_with_english_and_passes_russian_where_it_is_read():
    chains = {language.code: language.chain[1:] for language in LANGUAGES}
    through_russian = dict.fromkeys(("be", "kk", "ky", "uz", "tg", "tk"), ("ru", "en"))
    straight = dict.fromkeys(("ru", "uk", "ro", "ka", "hy", "az"), ("en",))
    assert chains == {"en": ()} | through_russian | straight


def test_every_language_has_its_catalogue_and_no_other_has_one():
    folders = {folder.name for folder in (PROJECT / "data/locale").iterdir() if folder.is_dir()}
    assert folders == set(CODES)
    for code in CODES:
        assert (PROJECT / "data/locale" / code / "LC_MESSAGES/site.po").is_file()


def test_pages_stand_in_folders_of_languages_beside_the_shared_assets():
    folders = {entry.name for entry in (PROJECT / "docs").iterdir()}
    assert folders - set(CODES) == {"assets"}
    assert LANGUAGES.source.code in folders


@pytest.mark.parametrize("code", CODES)
def test_every_language_can_sort_and_write(code):
    assert collation_key("a", code) < collation_key("z", code)
    write = formats_of(code)
    assert write.country("ua")
    assert len({write.language_name(other) for other in CODES}) == len(CODES)


def keys_of_the_theme() -> list[str]:
    """Return the keys of Material's words; `search.config.…` are settings of its search."""
    source, _file, _is_current = MATERIAL.get_source(Environment(), "partials/languages/en.html")
    return re.findall(r'^ +"(?!search\.config)([a-z.]+)":', source, re.MULTILINE)


def theme_words(code: str, *, english: str | None = None) -> dict[str, str]:
    """Say every key of the theme as a page of a language says it; `english` replaces that file."""
    stubs = {"partials/languages/en.html": english} if english is not None else {}
    environment = Environment(loader=ChoiceLoader([DictLoader(stubs), OURS, MATERIAL]))
    template = environment.from_string(
        '{% import "partials/language.html" as lang with context %}{{ lang.t(key) }}'
    )
    config = SimpleNamespace(theme=SimpleNamespace(language=code))
    return {key: template.render(config=config, key=key) for key in keys_of_the_theme()}


def test_the_theme_has_words_to_translate():
    english = theme_words("en")
    assert len(english) > 50
    assert english["select.language"] == "Select language"
    assert theme_words("en", english="{% macro t(key) %}?{% endmacro %}")["nav"] == "?"


@pytest.mark.parametrize("code", [code for code in CODES if code != "en"])
def test_every_word_of_the_theme_is_in_the_language_of_the_page(code):
    words = theme_words(code, english="{% macro t(key) %}English{% endmacro %}")
    assert [key for key, word in words.items() if word in ("English", key, "")] == []


@pytest.mark.parametrize("code", CODES)
def test_the_theme_names_the_language_as_the_site_does(code):
    words = theme_words(code)
    assert words["language"] == code
    assert words["direction"] == "ltr"
    counted = [key for key, word in theme_words("en").items() if "#" in word]
    assert [key for key in counted if "#" not in words[key]] == []
