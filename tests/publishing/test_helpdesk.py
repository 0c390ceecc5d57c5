"""The helpdesk between files: its countries, languages and pages, and somewhere for forms to go."""

import pytest

from publishing.helpdesk import check_adhesion, check_helpdesk
from publishing.languages.translations import Text, Texts
from publishing.problems import report
from publishing.records.helpdesk import AdhesionOffice, Helpdesk
from publishing.records.pages import Page
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
                "helpdesk.yml:2: desks, item 1, countries, item 2: expected one of ge, kz, "
                "ua, found 'uz'\n"
                "    hint: See data/countries.yml."
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
                    f"    hint: {hint}"
                ),
            )
            for page, hint in (
                ("about/sheet.md", "Such as about/commitments.md#signatory."),
                ("about/fact-sheet.md#seats", "Known there: office."),
            )
        ),
        (
            "country: kz",
            "country: uz",
            (
                "helpdesk.yml:9: former, seats, item 1, country: expected one of ge, kz, "
                "ua, found 'uz'\n"
                "    hint: See data/countries.yml."
            ),
        ),
        (
            "kk: ",
            "fr: ",
            (
                "helpdesk.yml:9: former, seats, item 1, city, fr: expected a language of the "
                "site, found 'fr'\n"
                "    hint: See the list in mkdocs.yml."
            ),
        ),
        (
            "en: Almaty, ",
            "",
            (
                "helpdesk.yml:9: former, seats, item 1, city: expected words in 'en', "
                "found none\n"
                "    hint: Add the line 'en: …'; readers of every language can fall back to it."
            ),
        ),
    ],
)
def test_what_does_not_fit_is_told_with_its_line_and_cure(told, old, new, printed):
    assert RIGHT.count(old) == 1
    assert told(RIGHT.replace(old, new)) == printed


def _texts(path: str) -> Texts:
    page = Page(title="Form", description="A form.")
    source = Source(f"docs/en/{path}", None)
    return {path: {"en": Text(path, source.path, "en", page, "", source)}}


FORM = "join/network/form.md"


@pytest.mark.parametrize(
    ("office", "path", "has_helpdesk", "is_right"),
    [
        (AdhesionOffice(service="https://forms.example/"), FORM, False, True),
        (AdhesionOffice(address="help@sample.example"), FORM, False, True),
        (AdhesionOffice(), "site-map.md", False, True),
        (AdhesionOffice(), FORM, True, True),
        (AdhesionOffice(), FORM, False, False),
    ],
)
def test_forms_need_somewhere_to_go(office, path, has_helpdesk, is_right):
    settings, _problems = parse_yaml("extra:\n  adhesion: {}\n", "mkdocs.yml")
    texts = _texts(path)
    problems = check_adhesion(office, settings, texts, has_helpdesk=has_helpdesk)
    found = "\n".join(map(str, problems))
    expected = (
        "mkdocs.yml:2: extra, adhesion: expected service: or address:, as there is "
        "join/network/form.md, found neither\n"
        "    hint: Or write data/helpdesk.yml: then visitors see whom to send it to."
    )
    assert found == ("" if is_right else expected)
