"""Builds of the sample site `two_languages`: the same again, some languages, with a mistake."""

import shutil

import pytest

from tests.conftest import MakeSample
from tests.sample_sites import Built

ALMALY = "data/signatories/kz/almaly.yml"


def test_two_builds_anywhere_give_the_same_bytes(sample_site: MakeSample, two_languages: Built):
    there = sample_site("two_languages").build(
        TZ="Asia/Almaty", LANG="kk_KZ", LC_ALL="POSIX", PYTHONHASHSEED="2", PYTHONUTF8="0"
    )
    assert there.exit_code == 0, there.output
    one, other = two_languages.files(), there.files()
    assert list(one) == list(other)
    assert [name for name in one if one[name] != other[name]] == []


def test_a_second_build_in_the_same_folder_gives_the_same_bytes(sample_site: MakeSample):
    sample = sample_site("two_languages")
    first = sample.build().files()
    assert sample.build().files() == first


@pytest.mark.parametrize("wanted", ["en,kk", "kk", "kk en"])
def test_a_preview_builds_only_the_wanted_languages_and_the_source(
    sample_site: MakeSample, two_languages: Built, wanted
):
    built = sample_site("two_languages").build(LANGUAGES=wanted)
    assert built.exit_code == 0, built.output
    whole = two_languages.files()
    assert list(built.files()) == [name for name in whole if not name.startswith("ru/")]
    assert list(built.page("").alternates) == ["en", "kk", "x-default"]
    links = built.page("kk/").all(".//details[@class='languages']/ul/li/a")
    assert [link.get("hreflang") for link in links] == ["en", "kk"]


def test_a_preview_of_a_language_the_site_does_not_have_fails(sample_site: MakeSample):
    built = sample_site("two_languages").build(LANGUAGES="en,fr")
    assert built.exit_code == 1
    assert "LANGUAGES: expected codes out of en ru kk, found fr" in built.output
    assert "Traceback" not in built.output


BROKEN = [
    pytest.param(ALMALY, "value: 120500", "value: many", f"{ALMALY}:12: ", id="wrong value"),
    pytest.param(ALMALY, "id: KZ0001", "id: [KZ0001", f"{ALMALY}:2: YAML: ", id="YAML"),
    pytest.param(
        "docs/en/legal.md", "title: Legal", "titel: Legal", "docs/en/legal.md:2: ", id="page"
    ),
    pytest.param("mkdocs.yml", "kk: [ru, en]", "kk: [fr]", "mkdocs.yml:29: ", id="fallback"),
]


@pytest.mark.parametrize(("file", "old", "new", "place"), BROKEN)
def test_a_mistake_stops_the_build_and_leaves_the_previous_site_alone(
    sample_site: MakeSample, two_languages: Built, file, old, new, place
):
    sample = sample_site("two_languages")
    shutil.copytree(two_languages.site, sample.root / "site")
    sample.replace(file, old, new)
    failed = sample.build()
    assert failed.exit_code == 1
    assert place in failed.output
    assert "Traceback" not in failed.output
    assert failed.files() == two_languages.files()


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_link_to_nowhere_stops_the_build_in_every_language(sample_site: MakeSample, language):
    sample = sample_site("two_languages")
    sample.replace(f"docs/{language}/index.md", "contact.md#report", "no-such-page.md")
    failed = sample.build()
    assert failed.exit_code == 1
    assert f"{language}/index.md" in failed.output
    assert "no-such-page.md" in failed.output
    assert "Traceback" not in failed.output


def test_a_site_without_its_main_publication_is_told_so(sample_site: MakeSample):
    """The directory says "State of the data: …" with the date of one source of `sources.yml`."""
    sample = sample_site("two_languages")
    for file in (sample.root / "data").glob("[!l]*/**/*.yml"):
        file.write_text(file.read_text(encoding="utf-8").replace("jrc-2024", "names"), "utf-8")
    sample.replace("data/sources.yml", "key: jrc-2024", "key: jrc-2025")
    failed = sample.build()
    assert failed.exit_code == 1
    assert "data/sources.yml" in failed.output
    assert "Traceback" not in failed.output


def test_a_country_whose_language_the_site_lacks_is_shown_by_its_name_in_the_source(
    sample_site: MakeSample,
):
    sample = sample_site("two_languages")
    sample.replace("data/countries.yml", "{code: kg, languages: [ru]", "{code: kg, languages: [ky]")
    built = sample.build()
    assert built.exit_code == 0, built.output
    assert built.page("signatories/kg/tash/").words("body/main/article/h1") == "Tash"
