"""Filling in an expression of interest as a new visitor does, with a service and without one.

With a service: a small sample whose form posts to loopback. With an address: the same sample, whose
form writes an e-mail. With neither: the real site, where visitors copy what they wrote.
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page

from publishing.languages.strings import catalogue_path
from tests.browser.conftest import OpenPage, barriers, serving_as_a_host
from tests.form_service import Fields, FormService, form_service
from tests.sample_sites import PROJECT, sample_in

NAME = """"Täze" & 'Köne' <şäher>"""
# Browsers count a sign such as the leaf twice: this is just below the limit of 2,000.
LONG = ("Жашыл шаар: ә, ғ, қ, ң, ө, ұ, ү, һ, і; 100% & 1+1=2? 🌿\n" * 50)[:1960].strip()
ANSWERS = {
    "organisation": NAME,
    "country": "kz",
    "area": "Жамбыл облысы",
    "population": "12 000",
    "adhesion": "group",
    "partners": "Бір, Екі",
    "decision": "planned",
    "decision-date": "2027-03-01",
    "commitment": "2030",
    "person": "O'Neil, Anna",
    "function": "Әкімнің орынбасары",
    "email": "o'neil+east@example.org",
    "telephone": "+7 727 000 00 00",
    "message": LONG,
    "consent": "yes",
}
LEAST = {
    key: ANSWERS[key]
    for key in (
        "organisation", "country", "population", "adhesion", "decision", "person", "function",
        "email", "consent",
    )
}  # fmt: skip
ROLE = "---\ntitle: Local authority\ndescription: How to join.\n---\n\n# Join\n\n## How {#apply}\n"
DESKS = """desks:
  - {name: East, url: 'https://e.example', as_of: 2026, countries: [kg, tm]}
  - name: Office of Kazakhstan
    url: https://kz.example
    as_of: 2026
    countries: [kz]
    email: {address: desk@kz.example, url: 'https://kz.example/contact'}
"""
ROLE_PAGE = "docs/en/join/local-authority.md"
FORM_PAGE = "docs/en/join/local-authority/form.md"


def _answer_to(fields: Fields) -> int:
    """Refuse what the contract calls empty."""
    values = dict(fields)
    wanted = ("role", "language", *LEAST)
    return 200 if not values.get("nonce") and all(values.get(key) for key in wanted) else 400


@pytest.fixture(scope="module")
def service() -> Iterator[FormService]:
    with form_service("/adhesion", _answer_to) as found:
        yield found


@contextmanager
def _serving(folder: Path, office: str) -> Iterator[str]:
    """Serve a sample whose form goes to an office, with its security headers."""
    sample = sample_in(folder / "sample", "two_languages")
    sample.replace("mkdocs.yml", "extra:\n", f"extra:\n  adhesion: {{{office}}}\n")
    (sample.root / "data/helpdesk.yml").write_text(DESKS)
    for path, text in {ROLE_PAGE: ROLE, FORM_PAGE: (PROJECT / FORM_PAGE).read_text()}.items():
        (sample.root / path).parent.mkdir(parents=True, exist_ok=True)
        (sample.root / path).write_text(text)
    menu = "nav:\n  - index.md\n"
    sample.replace("mkdocs.yml", menu, f"{menu}  - join/local-authority.md\n")
    # The sample's catalogues were made without these pages.
    titles = re.findall(
        r'(?:title|description): "?(.+?)"?\n', ROLE + (PROJECT / FORM_PAGE).read_text()
    )
    for code in ("ru", "kk"):
        with catalogue_path(sample.root, code).open("a", encoding="utf-8") as catalogue:
            catalogue.writelines(f'\nmsgid "{one}"\nmsgstr "[{code}] {one}"\n' for one in titles)
    for name in ("form.js", "form.css"):
        (sample.root / "docs/assets" / name).write_bytes(
            (PROJECT / "docs/assets" / name).read_bytes()
        )
    built = sample.build()
    assert built.exit_code == 0, built.output
    with serving_as_a_host(built.site) as found:
        yield found


@contextmanager
def _opening(chromium: Browser, address: str) -> Iterator[OpenPage]:
    """Open the form of a sample in a language, with or without scripts."""
    contexts = []

    def open_form(language: str = "", *, scripts: bool = True) -> Page:
        context = chromium.new_context(base_url=address, java_script_enabled=scripts)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{language}join/local-authority/form/")
        return page

    yield open_form
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def with_service(service: FormService, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with _serving(tmp_path_factory.mktemp("service"), f"service: '{service.address}'") as found:
        yield found


@pytest.fixture(scope="module")
def with_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with _serving(tmp_path_factory.mktemp("address"), "address: help@sample.example") as found:
        yield found


@pytest.fixture
def form(chromium: Browser, with_service: str, service: FormService) -> Iterator[OpenPage]:
    """Open the form that posts to the service."""
    service.arrived.clear()
    with _opening(chromium, with_service) as open_form:
        yield open_form


@pytest.fixture
def letter(chromium: Browser, with_address: str) -> Iterator[OpenPage]:
    """Open the form that writes an e-mail."""
    with _opening(chromium, with_address) as open_form:
        yield open_form


def fill_in(page: Page, answers: dict[str, str]) -> None:
    for key, value in answers.items():
        control = page.locator(f"[name={key}]").first
        if control.get_attribute("type") in ("radio", "checkbox"):
            page.locator(f"[name={key}][value='{value}']").check()
        elif control.locator("option").count():
            control.select_option(value)
        else:
            control.fill(value)


def send(page: Page) -> None:
    page.locator("form [type=submit]").click()


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("language", ["", "kk/"])
def test_what_a_visitor_fills_in_arrives_as_documented(
    form: OpenPage, service: FormService, language: str, scripts: bool
) -> None:
    page = form(language, scripts=scripts)
    fill_in(page, ANSWERS)
    with page.expect_navigation():
        send(page)
    head = [("role", "local-authority"), ("language", language.strip("/") or "en"), ("nonce", "")]
    told = ANSWERS | {"message": LONG.replace("\n", "\r\n")}
    assert service.arrived == [[*head, *told.items()]]


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(
    "answers",
    [
        {},
        LEAST | {"organisation": "   "},
        LEAST | {"population": "0"},
        LEAST | {"email": "nobody"},
        {key: value for key, value in LEAST.items() if key != "decision"},
        {key: value for key, value in LEAST.items() if key != "consent"},
    ],
)
def test_nothing_is_sent_that_lacks_something(
    form: OpenPage, service: FormService, answers: dict[str, str], scripts: bool
) -> None:
    page = form(scripts=scripts)
    fill_in(page, answers)
    send(page)
    page.wait_for_timeout(150)
    assert service.arrived == []
    assert page.url.endswith("/join/local-authority/form/")


def test_the_least_is_enough(form: OpenPage, service: FormService) -> None:
    page = form()
    fill_in(page, LEAST)
    with page.expect_navigation():
        send(page)
    arrived = dict(service.arrived[0])
    assert {key: value for key, value in arrived.items() if value and key in ANSWERS} == LEAST
    assert "commitment" not in arrived


def test_the_form_works_with_the_keyboard_alone(form: OpenPage, service: FormService) -> None:
    page = form()
    page.locator("#organisation").focus()
    # A group of radio buttons is one stop; an arrow chooses.
    keys = [
        *"Town", "Tab", "K", "Tab", "Tab", *"900", "Tab", "Space", "Tab", "Tab", "ArrowDown",
        # The date has stops of its own: month, day, year and the calendar.
        "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", *"Ann", "Tab", *"Mayor", "Tab",
        *"a@b.example", "Tab", "Tab", "Tab", "Space", "Tab", "Tab", "Tab",
    ]  # fmt: skip
    for key in keys:
        page.keyboard.press(key)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    wanted = {
        "organisation": "Town", "population": "900", "adhesion": "individual",
        "decision": "planned", "person": "Ann", "function": "Mayor", "email": "a@b.example",
    }  # fmt: skip
    arrived = dict(service.arrived[0])
    assert {key: arrived[key] for key in wanted} == wanted


def test_the_form_and_its_complaints_have_no_barrier_that_axe_finds(form: OpenPage) -> None:
    page = form("kk/")
    send(page)
    assert barriers(page) == ""


# From here on without a service: the sample writes an e-mail.
def letter_of(page: Page) -> tuple[str, str, str]:
    """Return the address, the subject and the body of the link to the e-mail."""
    link = page.locator("[data-open]").get_attribute("href") or ""
    found = re.fullmatch(r"mailto:([^?]+)\?subject=([^&]*)(?:&body=([^&]*))?", link)
    assert found, link
    assert link.isascii()
    return found[1], unquote(found[2]), unquote(found[3] or "")


@pytest.mark.parametrize("language", ["", "kk/"])
def test_a_short_letter_opens_as_a_whole(letter: OpenPage, language: str) -> None:
    page = letter(language)
    answers = LEAST | {
        "organisation": NAME + " 🌿 Қала",
        "country": "kg",
        "message": "Two\nlines; 100% & 1+1",
    }
    fill_in(page, answers)
    send(page)
    address, subject, body = letter_of(page)
    assert address == "help@sample.example"
    assert subject == page.locator("h1").inner_text()
    labels = dict(
        page.locator("[data-label]").evaluate_all(
            "all => all.map(e => [e.closest('[data-field]').dataset.field, e.dataset.label])"
        )
    )
    lines = body.split("\r\n")
    assert lines[0] == f"{labels['organisation']}: {answers['organisation']}"
    assert f"{labels['population']}: 12 000" in lines
    # The words of a choice, not its key.
    group = page.locator("label[for=adhesion-group]").inner_text()
    assert f"{labels['adhesion']}: {group}" in lines
    at = lines.index(f"{labels['message']}:")
    assert lines[at + 1 : at + 3] == ["Two", "lines; 100% & 1+1"]
    assert lines[-1] == labels["consent"]
    assert not any(line.startswith(labels["telephone"]) for line in lines)
    assert page.locator("#letter-text").input_value() == "\n".join([subject, "", *lines, ""])


def test_a_long_letter_is_copied_and_pasted(letter: OpenPage) -> None:
    page = letter("kk/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    fill_in(page, ANSWERS)
    send(page)
    assert page.locator("[data-letter]").evaluate("e => document.activeElement === e")
    assert page.locator("[data-long]").is_visible()
    assert page.locator("[data-short]").is_hidden()
    assert letter_of(page)[2] == ""
    page.locator("[data-letter] [data-copy]").click()
    said = page.locator("[data-letter] [role=status]")
    said.filter(has_text=re.compile(".")).wait_for()
    assert said.inner_text() == said.get_attribute("data-copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert LONG in copied.replace("\r\n", "\n")
    assert NAME in copied


def test_the_country_decides_who_gets_the_letter(letter: OpenPage) -> None:
    page = letter()
    fill_in(page, LEAST)
    send(page)
    assert letter_of(page)[0] == "desk@kz.example"
    assert "desk@kz.example" in page.locator("label[for=letter-text]").inner_text()


def test_without_scripts_an_e_mail_with_the_questions_opens(letter: OpenPage) -> None:
    page = letter("kk/", scripts=False)
    link = page.locator(".blank a.button").get_attribute("href") or ""
    assert link.startswith("mailto:help@sample.example?subject=")
    # Nothing is promised that only scripts can do.
    assert page.locator(".adhesion__before").inner_text() == ""


# From here on without an address: visitors of the real site copy what they wrote.
FORM = "{}join/local-authority/form/"


@pytest.mark.parametrize("language", ["tk/", "ka/"])
def test_without_an_address_the_text_is_copied(visit: OpenPage, language: str) -> None:
    page = visit(FORM.format(language))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    fill_in(page, ANSWERS)
    send(page)
    ready = page.locator("[data-letter]")
    assert ready.evaluate("e => document.activeElement === e")
    ready.locator("[data-copy]").click()
    said = ready.locator("[role=status]")
    said.filter(has_text=re.compile(".")).wait_for()
    assert said.inner_text() == said.get_attribute("data-copied")
    copied = page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n")
    assert copied.startswith(page.locator("h1").inner_text() + "\n\n")
    assert all(answer in copied for answer in (NAME, LONG, "12 000", ANSWERS["partners"]))
    # Nobody reads an address of this site, so none is named.
    assert ready.locator("[data-open]").is_hidden()
    assert page.locator("main a[href^='mailto:help']").count() == 0


@pytest.mark.parametrize(
    ("country", "url"),
    [("ge", "https://com-east.eu"), ("kz", "https://www.globalcovenantofmayors.org")],
)
def test_the_country_decides_which_office_is_named(visit: OpenPage, country: str, url: str) -> None:
    page = visit(FORM.format("ka/"))
    fill_in(page, LEAST | {"country": country})
    send(page)
    office = page.locator("[data-letter] [data-office]")
    assert office.get_attribute("href") == url
    # It is the one that the list below, and the contact page, name.
    named = office.inner_text()
    assert page.locator(f".where a[href='{url}']").inner_text() == named
    page.goto("ka/contact/")
    link = page.locator(f"#ask + dl div:has(a[href$='/{country}/']) a[rel=external]")
    assert (link.inner_text(), link.get_attribute("href")) == (named, url)


@pytest.mark.parametrize("language", ["", "tk/", "ka/"])
def test_complaints_are_said_beside_the_fields_in_the_language_of_the_page(
    visit: OpenPage, language: str
) -> None:
    page = visit(FORM.format(language))
    send(page)
    summary = page.locator("[data-errors]")
    assert summary.get_attribute("role") == "alert"
    assert summary.evaluate("e => document.activeElement === e")
    # What is needed, in the order of the form.
    links = summary.locator("a").evaluate_all("all => all.map(a => a.hash.slice(1))")
    assert [link.split("-")[0] for link in links] == list(LEAST)
    form = page.locator("[data-adhesion]")
    for key, kind in (("organisation", "text"), ("decision", "choice"), ("email", "text")):
        said = form.get_attribute(f"data-complaint-{kind}")
        assert page.locator(f"#complaint-{key}").inner_text() == said
    field = page.locator("#organisation")
    assert field.get_attribute("aria-invalid") == "true"
    described = (field.get_attribute("aria-describedby") or "").split()
    assert described == ["hint-organisation", "complaint-organisation"]
    assert all(page.locator(f"#{key}").is_visible() for key in described)
    summary.locator("a").first.click()
    assert field.evaluate("e => document.activeElement === e")
    field.fill("Town")
    assert page.locator("#complaint-organisation").count() == 0
    assert field.get_attribute("aria-invalid") is None


@pytest.mark.parametrize(
    ("key", "value", "complaint"),
    [
        ("organisation", "  ", "text"),
        ("population", "0", "number"),
        ("population", "1.5", "number"),
        ("population", "12,000", "number"),
        ("population", "1 000 000 000", "number"),
        ("email", "nobody", "email"),
    ],
)
def test_a_wrong_answer_is_named_by_what_would_be_right(
    visit: OpenPage, key: str, value: str, complaint: str
) -> None:
    page = visit(FORM.format(""))
    fill_in(page, LEAST | {key: value})
    send(page)
    said = page.locator("[data-adhesion]").get_attribute(f"data-complaint-{complaint}")
    assert page.locator(".complaint").all_inner_texts() == [said]
    assert page.locator("[data-letter]").is_hidden()


@pytest.mark.parametrize(
    "population", ["12000", " 12 000 ", "1 234 567", "12\N{NO-BREAK SPACE}000", "1"]
)
def test_a_number_may_be_written_with_spaces(visit: OpenPage, population: str) -> None:
    page = visit(FORM.format(""))
    fill_in(page, LEAST | {"population": population})
    send(page)
    assert page.locator(".complaint").count() == 0
    assert page.locator("[data-letter]").is_visible()


def test_a_changed_answer_takes_the_letter_back(visit: OpenPage) -> None:
    page = visit(FORM.format(""))
    fill_in(page, LEAST)
    send(page)
    assert page.locator("[data-letter]").is_visible()
    page.locator("#person").fill("Somebody else")
    assert page.locator("[data-letter]").is_hidden()


@pytest.mark.parametrize("language", ["tk/", "ka/"])
def test_without_scripts_the_questions_are_there_to_be_copied(
    visit: OpenPage, language: str
) -> None:
    page = visit(FORM.format(language), scripts=False)
    assert page.locator("[data-adhesion]").is_hidden()
    questions = page.locator("#blank").input_value().strip().split("\n")
    labels = page.locator("[data-label]").evaluate_all("all => all.map(e => e.dataset.label)")
    assert len(questions) == len(labels) == len(ANSWERS)
    assert all(map(str.startswith, questions, labels))
    assert page.locator(".blank a.button").count() == 0
    # What stands before the form promises nothing that only scripts can do.
    assert page.locator(".adhesion__before").inner_text() == page.locator("#where").inner_text()
    assert page.locator(".where a[rel=external]").count() == 2


def stored(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate("({...localStorage})")
    return found


def test_a_draft_is_kept_only_if_the_visitor_asks(visit: OpenPage) -> None:
    page = visit(FORM.format(""))
    fill_in(page, ANSWERS)
    assert stored(page) == {}
    page.locator("#draft").check()
    kept = dict(json.loads(stored(page)["draft:local-authority"]))
    # Consent is given anew each time.
    assert kept == {key: value for key, value in ANSWERS.items() if key != "consent"}
    page.locator("#person").fill("Somebody else")
    page.reload()
    assert page.locator("#person").input_value() == "Somebody else"
    assert page.locator("#message").input_value() == LONG
    assert page.locator("#adhesion-group").is_checked()
    assert page.locator("#commitment-2030").is_checked()
    assert not page.locator("#commitment-2050").is_checked()
    assert not page.locator("#consent").is_checked()
    status = page.locator("[data-drafted]")
    assert status.inner_text() == status.get_attribute("data-drafted")
    page.goto("join/network/form/")
    assert page.locator("#organisation").input_value() == ""


@pytest.mark.parametrize("way", ["button", "box"])
def test_a_draft_is_deleted_for_good(visit: OpenPage, way: str) -> None:
    page = visit(FORM.format(""))
    fill_in(page, LEAST)
    page.locator("#draft").check()
    if way == "button":
        page.locator("[data-forget]").click()
    else:
        page.locator("#draft").uncheck()
    assert stored(page) == {}
    assert page.locator("[data-forget]").is_hidden()
    page.locator("#person").fill("Somebody else")
    assert stored(page) == {}
    page.reload()
    assert page.locator("#person").input_value() == ""


def test_without_storage_the_box_does_not_stay_ticked(visit: OpenPage) -> None:
    page = visit(FORM.format(""))
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    page.locator("#draft").click()
    assert not page.locator("#draft").is_checked()


@pytest.mark.parametrize("language", ["tk/", "ka/"])
@pytest.mark.parametrize("role", ["local-authority", "province-or-region", "network"])
@pytest.mark.parametrize("scripts", [True, False])
def test_printed_it_is_two_sheets_to_fill_in_and_sign(
    visit: OpenPage, language: str, role: str, scripts: bool
) -> None:
    page = visit(f"{language}join/{role}/form/", scripts=scripts)
    sheets = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", sheets)) == 2
    [box] = set(re.findall(rb"/MediaBox \[([^\]]+)\]", sheets))
    assert [round(float(side)) for side in box.split()] == [0, 0, 595, 842]
    page.emulate_media(media="print")
    assert page.locator(".signing span").count() == 3
    assert page.locator(".signing").is_visible()
    for hidden in (".menu", "[data-print]", "[type=submit]", "#draft", "[data-letter]"):
        assert page.locator(hidden).first.is_hidden(), hidden
    assert page.locator(".where a[rel=external]").count() == 2
    # Lines to write on: neither a dash nor the browser's "dd/mm/yyyy".
    seen = page.locator("select, input[type=date]").evaluate_all(
        "all => all.map(e => getComputedStyle(e).color)"
    )
    assert set(seen) == {"rgba(0, 0, 0, 0)"}
    # Every answer has somewhere to be written, or a box to be ticked.
    small = page.locator("[data-field] :is(input, select, textarea)").evaluate_all(
        "all => all.filter(e => e.getBoundingClientRect().height < 12).map(e => e.id)"
    )
    assert small == []


def test_the_pages_about_joining_lead_to_the_forms(visit: OpenPage) -> None:
    page = visit("ka/join/")
    forms = page.locator("article .act a").evaluate_all("all => all.map(a => a.pathname)")
    assert forms == [
        f"/ka/join/{role}/form/" for role in ("local-authority", "province-or-region", "network")
    ]
    for path in forms:
        page.goto(path.removesuffix("form/"))
        page.locator("#apply + .act a").click()
        assert page.url.endswith(path)


def test_every_country_says_whom_to_ask(visit: OpenPage) -> None:
    page = visit("ka/contact/")
    countries = page.locator("#ask + dl dt a").evaluate_all("all => all.map(a => a.href)")
    assert len(set(countries)) == 11
    for address in countries:
        page.goto(address)
        assert page.locator("#ask + .desks a[rel=external]").count() == 1, address
