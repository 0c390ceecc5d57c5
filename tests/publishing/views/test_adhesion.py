"""The expressions of interest: what is asked of whom, and where it goes."""

import re
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.languages.translations import Text
from publishing.records.helpdesk import AdhesionOffice, Helpdesk
from publishing.records.pages import GENERATED_AT, Generated, Page
from publishing.sources import Source
from publishing.views.adhesion import (
    LONGEST_LINK,
    FormLink,
    adhesion_form,
    form_links,
    form_path,
    letter_link,
    role_path,
)
from publishing.views.adhesion_fields import ROLES, Field, Role, sections_of
from tests.sample_sites import PROJECT

OFFICE = AdhesionOffice(address="help@sample.example")
# HTML, autofill detail tokens; `off` asks browsers for nothing.
TOKENS = {
    "off", "organization", "country", "address-level1", "name", "organization-title", "email",
    "tel",
}  # fmt: skip


def _fields(role: Role) -> list[Field]:
    return [field for section in sections_of(role) for field in section.fields]


def _contract() -> list[tuple[str, bool, str]]:
    """The table of CONTRIBUTING.md as (name, whether never empty, of whom), without its head."""
    text = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    part = text.split("## Expressions of interest\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `([\w-]+)`(\*?) \| ([^|]+?) \|", part, re.MULTILINE)
    return [(name, bool(star), of) for name, star, of in rows]


@pytest.mark.parametrize("role", ROLES)
def test_the_documented_contract_is_what_is_asked(role):
    documented = [
        (name, always) for name, always, of in _contract() if of in ("all", role.replace("-", " "))
    ]
    asked = [(field.key, field.required) for field in _fields(role)]
    assert documented == [("role", True), ("language", True), ("nonce", False), *asked]


@pytest.mark.parametrize("role", ROLES)
def test_every_question_has_a_name_of_its_own_and_an_explanation(role):
    fields = _fields(role)
    assert len({field.key for field in fields}) == len(fields)
    assert all(field.label and field.hint.endswith(".") for field in fields)
    assert {field.autocomplete for field in fields} <= TOKENS


@pytest.mark.parametrize("role", ROLES)
def test_choices_stand_where_something_is_chosen(role):
    for field in _fields(role):
        assert bool(field.choices) == (field.kind in ("one", "several")), field.key
        assert len({value for value, _label in field.choices}) == len(field.choices)
        # Browsers cannot require one of several boxes.
        assert not (field.kind == "several" and field.required)


def test_every_role_has_the_place_of_its_form():
    assert GENERATED_AT["form"] == tuple(map(form_path, ROLES))


@pytest.fixture
def site(a_site):
    """A site with the pages and the forms of all roles but networks."""
    texts = {}
    for role in ROLES[:2]:
        for path in (role_path(role), form_path(role)):
            generated: Generated | None = "form" if path == form_path(role) else None
            page = Page(title=f"Title of {path}", description="Lead.", generated=generated)
            source = Source(f"docs/en/{path}", None)
            texts[path] = {"en": Text(path, source.path, "en", page, "", source)}
    return replace(a_site(), texts=texts, adhesion=OFFICE)


def test_only_forms_that_exist_are_linked(site, speaking):
    local, region = form_links(site, speaking("en"))
    assert local == FormLink("Title of join/local-authority/form.md", "join/local-authority/form/")
    assert form_links(site, speaking("en"), "province-or-region") == (region,)
    assert form_links(site, speaking("en"), "network") == ()


def test_a_form_speaks_the_readers_language(site, speaking):
    words = {"Country": "Ел", "The reply goes there.": "Жауап сонда келеді."}
    form = adhesion_form("local-authority", site, speaking("kk", words=words))
    questions = {one.field.key: one for part in form.sections for one in part.questions}
    assert questions["country"].label == "Ел"
    assert questions["email"].hint == "Жауап сонда келеді."
    assert [choice.label for choice in questions["country"].choices] == [
        "Армения", "Беларусь", "Грузия", "Қазақстан", "Молдова", "Украина",
    ]  # fmt: skip
    assert (form.service, form.address) == ("", "help@sample.example")


def test_a_country_whose_desk_has_an_address_gets_the_e_mail(site, speaking):
    mail = {"address": "ge@desk.example", "url": "https://desk.example/contact"}
    desk = {"name": "D", "url": "https://desk.example", "as_of": "2026", "countries": ["ge"]}
    helpdesk = Helpdesk.model_validate({"desks": [desk | {"email": mail}]})
    form = adhesion_form("local-authority", replace(site, helpdesk=helpdesk), speaking("en"))
    [country] = [
        one for part in form.sections for one in part.questions if one.field.key == "country"
    ]
    addresses = {choice.value: choice.address for choice in country.choices}
    assert addresses == dict.fromkeys(site.countries, "") | {"ge": "ge@desk.example"}
    assert form.desks == ()


def test_without_an_address_the_desk_of_each_country_is_named(site, speaking):
    east = {"name": "E", "url": "https://e.example", "as_of": "2026", "countries": ["ge", "ua"]}
    world = {"name": "W", "url": "https://w.example", "as_of": "2026", "countries": ["kz"]}
    helpdesk = Helpdesk.model_validate({"desks": [east, world]})
    nowhere = replace(site, helpdesk=helpdesk, adhesion=AdhesionOffice())
    form = adhesion_form("local-authority", nowhere, speaking("en"))
    assert (form.service, form.address, form.letter) == ("", "", "")
    assert [desk.name.text for desk in form.desks] == ["E", "W"]
    [country] = [
        one for part in form.sections for one in part.questions if one.field.key == "country"
    ]
    desks = {choice.value: (choice.office, choice.url) for choice in country.choices}
    assert desks == dict.fromkeys(site.countries, ("", "")) | {
        "ge": ("E", "https://e.example"),
        "kz": ("W", "https://w.example"),
        "ua": ("E", "https://e.example"),
    }


def test_the_blank_e_mail_asks_every_question_with_its_choices(site, speaking):
    blank = adhesion_form("local-authority", site, speaking("en")).blank.split("\n")
    assert blank[0] == "Official name of the organisation: "
    assert "Decision of the municipal council (Taken / Planned / Not yet planned): " in blank
    assert blank[-1].startswith("I agree")
    assert len(blank) == 15


def test_a_service_takes_the_place_of_the_e_mail(site, speaking):
    office = AdhesionOffice(service="https://forms.example/adhesion")
    form = adhesion_form("local-authority", replace(site, adhesion=office), speaking("en"))
    assert (form.service, form.address, form.letter) == ("https://forms.example/adhesion", "", "")


@given(subject=st.text(max_size=40), body=st.text(max_size=100))
def test_the_words_of_a_letter_arrive_as_they_were_written(subject, body):
    link = letter_link("a@b.example", subject, body)
    assert link.isascii()
    assert not {'"', "<", "\n", " ", "+"} & set(link)
    told = parse_qs(urlsplit(link).query, keep_blank_values=True)
    assert told["subject"] == [subject]
    if "body" in told:
        assert told["body"] == [body.replace("\n", "\r\n")]


@pytest.mark.parametrize(("length", "is_whole"), [(1900, True), (LONGEST_LINK, False)])
def test_a_letter_too_long_for_a_link_is_left_to_be_pasted(length, is_whole):
    link = letter_link("a@b.example", "S", "x" * length)
    assert len(link) <= LONGEST_LINK
    assert ("&body=" in link) == is_whole


def test_the_script_has_the_same_limit():
    script = (PROJECT / "docs/assets/form.js").read_text(encoding="utf-8")
    assert f"const LONGEST_LINK = {LONGEST_LINK};" in script
