"""The helpdesk between files: its countries, languages and pages, and somewhere for forms to go."""

import pytest

from publishing.helpdesk import check_adhesion, check_helpdesk
from publishing.languages.translations import Text, Texts
from publishing.problems import report
from publishing.records.helpdesk import AdhesionOffice, Helpdesk
from publishing.records.pages import Generated, Page
from publishing.records.values import parse_record
from publishing.sources import Read, Source, parse_yaml

RIGHT = """\
desks:
  - {name: East, url: 'https://east.example', countries: [ge, ua], as_of: 2026-11, languages: [ka]}
  - {name: World, url: 'https://world.example', countries: [kz], as_of: 2026-11}
former:
  first_year: 2011
  last_year: 2015
  page: about/fact-sheet.md#office
  seats:
    - {country: kz, city: {en: Almaty, kk: Алматы}}
"""
PAGES = {"about/fact-sheet.md": frozenset({"office"})}


@pytest.fixture
def told(languages):
    """What is said about a file, without the last line's count."""

    def check(text):
        source, problems = parse_yaml(text, "helpdesk.yml")
        record, mistakes = parse_record(Helpdesk, source)
        assert (problems, mistakes) == ([], [])
        assert record is not None
        found = check_helpdesk(Read(record, source), ("ge", "kz", "ua"), PAGES, languages)
        return report(found).rpartition("\n")[0]

    return check


def test_a_right_helpdesk_fits(told):
    assert told(RIGHT) == ""


@pytest.mark.parametrize(
    ("old", "new", "printed"),
    [
        (
            "[ge, ua]",
            "[ge, uz]",
            (
                "helpdesk.yml:1: desks: expected a desk for every country, found none for ua\n"
                "    hint: Add it to the countries of the desk that answers there.\n"
                "helpdesk.yml:2: desks, item 1, countries, item 2: expected a country of "
                "data/countries.yml, found 'uz'\n"
                "    hint: Known there: ge, kz, ua."
            ),
        ),
        (
            "[kz]",
            "[kz, ge]",
            (
                "helpdesk.yml:3: desks, item 2, countries, item 2: expected each country once, "
                "found 'ge'\n"
                "    hint: Readers are told one place to ask; remove the other."
            ),
        ),
        (
            "[ka]",
            "[ka, xx]",
            (
                "helpdesk.yml:2: desks, item 1, languages, item 2: expected the code of a "
                "language, found 'xx'\n"
                "    hint: ISO 639-1, such as uk."
            ),
        ),
        (
            "last_year: 2015",
            "last_year: 2010",
            (
                "helpdesk.yml:6: former, last_year: expected a year not before 2011, "
                "found the number 2010\n"
                "    hint: Are the two swapped?"
            ),
        ),
        *(
            (
                "about/fact-sheet.md#office",
                page,
                (
                    "helpdesk.yml:7: former, page: expected a page of the site, and an {#id} on "
                    f"it, found '{page}'\n"
                    "    hint: Such as about/fact-sheet.md#office."
                ),
            )
            for page in ("about/sheet.md", "about/fact-sheet.md#seats")
        ),
        (
            "country: kz",
            "country: uz",
            (
                "helpdesk.yml:9: former, seats, item 1, country: expected a country of "
                "data/countries.yml, found 'uz'\n"
                "    hint: Known there: ge, kz, ua."
            ),
        ),
        (
            "kk: ",
            "fr: ",
            (
                "helpdesk.yml:9: former, seats, item 1, city, fr: expected a language of the "
                "site, found 'fr'\n"
                "    hint: See the list of languages in mkdocs.yml."
            ),
        ),
        (
            "en: Almaty, ",
            "",
            (
                "helpdesk.yml:9: former, seats, item 1, city: expected the name in 'en', "
                "found none\n"
                "    hint: Readers of languages without a name get this one."
            ),
        ),
    ],
)
def test_what_does_not_fit_is_told_with_its_line_and_cure(told, old, new, printed):
    assert RIGHT.count(old) == 1
    assert told(RIGHT.replace(old, new)) == printed


def _form(generated: Generated) -> Texts:
    page = Page(title="Form", description="A form.", generated=generated)
    source = Source("docs/en/join/network/form.md", None)
    path = "join/network/form.md"
    return {path: {"en": Text(path, source.path, "en", page, "", source)}}


@pytest.mark.parametrize(
    ("office", "generated", "is_right"),
    [
        (AdhesionOffice(service="https://forms.example/"), "form", True),
        (AdhesionOffice(address="help@sample.example"), "form", True),
        (AdhesionOffice(), "site-map", True),
        (AdhesionOffice(), "form", False),
    ],
)
def test_forms_need_somewhere_to_go(office, generated, is_right):
    settings, _problems = parse_yaml("extra:\n  adhesion: {}\n", "mkdocs.yml")
    found = "\n".join(map(str, check_adhesion(office, settings, _form(generated))))
    expected = (
        "mkdocs.yml:2: extra, adhesion: expected service: or address:, as there is "
        "join/network/form.md, found neither\n"
        "    hint: Write 'adhesion: {address: helpdesk@example.org}', at least."
    )
    assert found == ("" if is_right else expected)
