"""Whom to ask, and where expressions of interest go: what may stand there."""

import pytest

from publishing.records.helpdesk import AdhesionOffice, Helpdesk
from publishing.records.values import Record, parse_record
from publishing.sources import parse_yaml

DESK = "{name: Office, url: https://office.example, countries: [ge], as_of: 2026-11-21}"
FORMER = (
    "{first_year: 2011, last_year: 2015, page: about.md, seats: [{country: ge, city: {en: X}}]}"
)
MAIL = "{address: help@office.example, url: https://office.example/contact}"


def _printed(model: type[Record], text: str) -> str:
    """Say what is wrong with a file of these lines."""
    source, problems = parse_yaml(text, "a.yml")
    assert problems == []
    return "\n".join(str(mistake) for mistake in parse_record(model, source)[1])


@pytest.mark.parametrize(
    "text",
    [
        "desks: []",
        f"desks: [{DESK}]",
        f"desks: [{DESK}]\nformer: {FORMER}",
        f"desks: [{DESK[:-1]}, languages: [en, ka], email: {MAIL}}}]",
    ],
)
def test_a_right_helpdesk_is_read(text):
    assert _printed(Helpdesk, text) == ""


@pytest.mark.parametrize(
    ("old", "new", "printed"),
    [
        ("name: Office, ", "", "desks, item 1, name: expected this key, found none"),
        (
            "https://office.example",
            "office.example",
            (
                "desks, item 1, url: expected an address that begins with https:// or http://, "
                "found 'office.example'"
            ),
        ),
        (
            "countries: [ge]",
            "countries: []",
            "desks, item 1, countries: expected at least 1 entry, found an empty list",
        ),
        (
            "countries: [ge]",
            "countries: ge",
            "desks, item 1, countries: expected a list, one '- ' line each, found 'ge'",
        ),
        (
            "countries: [ge]",
            "countries: [GE]",
            (
                "desks, item 1, countries, item 1: expected a code of two small letters such as "
                "ua, found 'GE'"
            ),
        ),
        (
            "as_of: 2026-11-21",
            "as_of: today",
            "desks, item 1, as_of: expected a date such as 2021-04-20, found 'today'",
        ),
        (", as_of: 2026-11-21", "", "desks, item 1, as_of: expected this key, found none"),
        (
            "as_of",
            "email: help@office.example, as_of",
            "desks, item 1, email: expected keys with values, found 'help@office.example'",
        ),
        (
            "as_of",
            "email: {address: help@office.example}, as_of",
            "desks, item 1, email, url: expected this key, found none",
        ),
        (
            "as_of",
            "email: {address: help, url: https://a.example}, as_of",
            "desks, item 1, email, address: expected an e-mail address of the office, found 'help'",
        ),
        (
            "as_of",
            "telephone: 1, as_of",
            "desks, item 1, telephone: expected a known key, found 'telephone'",
        ),
        (
            "2011",
            "1899",
            "former, first_year: expected at least 1990, found the number 1899",
        ),
        (
            "about.md",
            "/about/",
            (
                "former, page: expected the path of a page, such as "
                "about/commitments.md#signatory, found '/about/'"
            ),
        ),
        (
            "city: {en: X}",
            "city: X",
            "former, seats, item 1, city: expected keys with values, found 'X'",
        ),
        (
            "seats: [{country: ge, city: {en: X}}]",
            "seats: []",
            "former, seats: expected at least 1 entry, found an empty list",
        ),
    ],
)
def test_a_wrong_value_of_the_helpdesk_is_told_with_its_line(old, new, printed):
    text = f"desks:\n  - {DESK}\nformer: {FORMER}\n"
    assert text.count(old) == 1
    line = 3 if printed.startswith("former") else 2
    assert _printed(Helpdesk, text.replace(old, new)).split("\n")[0] == f"a.yml:{line}: {printed}"


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "{service: 'https://forms.example/adhesion'}",
        "{service: 'https://forms.example:8443/a/b.php', address: help@sample.example}",
        "{service: 'http://127.0.0.1:9000/adhesion'}",
    ],
)
def test_a_right_office_is_read(text):
    assert _printed(AdhesionOffice, text) == ""


SERVICE = "service: expected an address such as https://lists.example.org/subscription/form, found"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        *(
            (f"service: {address}", f"{SERVICE} '{address}'")
            for address in [
                "forms.example/adhesion",
                "http://forms.example/adhesion",
                "https://forms.example/?form=1",
                "https://forms.example/a b",
                "mailto:help@sample.example",
                "https://user@forms.example/",
            ]
        ),
        ("service: 12", f"{SERVICE} the number 12"),
        *(
            (f'address: "{address}"', f"address: expected an e-mail address of the office, {found}")
            for address, found in [
                ("help", "found 'help'"),
                ("help@localhost", "found 'help@localhost'"),
                (
                    "help@sample.example?cc=x@y.example",
                    "found 'help@sample.example?cc=x@y.example'",
                ),
                ("mailto:help@sample.example", "found 'mailto:help@sample.example'"),
            ]
        ),
        (
            "adress: help@sample.example",
            "adress: expected a known key, found 'adress'\n    hint: Did you mean 'address'?",
        ),
    ],
)
def test_a_wrong_value_of_the_office_is_told_with_its_line(text, printed):
    assert _printed(AdhesionOffice, text) == f"a.yml:1: {printed}"
