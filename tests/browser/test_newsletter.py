"""Subscribing as readers do, and the e-mails as their programs show them; all in real Chromium.

The small site `news_and_events` is built with the form posting to a service on loopback.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import OpenPage, barriers, serving_as_a_host
from tests.list_service import ListService, answer_to, list_service
from tests.sample_sites import sample_in

ENGLISH = "7c4f1a52-0f5e-4b0e-9a3d-2f8f0c1d9e11"
RUSSIAN = "7c4f1a52-0f5e-4b0e-9a3d-2f8f0c1d9e12"
TRAINING = "7c4f1a52-0f5e-4b0e-9a3d-2f8f0c1d9e13"


@pytest.fixture(scope="module")
def service() -> Iterator[ListService]:
    with list_service() as found:
        yield found


@pytest.fixture(scope="module")
def form_site(service: ListService, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the sample, whose form posts to the service, with its security headers."""
    sample = sample_in(tmp_path_factory.mktemp("form") / "sample", "news_and_events")
    sample.replace("mkdocs.yml", "https://lists.example/subscription/form", service.address)
    built = sample.build()
    assert built.exit_code == 0, built.output
    with serving_as_a_host(built.site) as found:
        yield found


@pytest.fixture
def form(chromium: Browser, form_site: str, service: ListService) -> Iterator[OpenPage]:
    """Open the form of a language, with or without scripts."""
    service.arrived.clear()
    contexts = []

    def open_form(language: str, *, scripts: bool = True) -> Page:
        context = chromium.new_context(base_url=form_site, java_script_enabled=scripts)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{language}newsletter/subscribe/")
        return page

    yield open_form
    for context in contexts:
        context.close()


def send(page: Page) -> None:
    with page.expect_navigation():
        page.locator("form.form button").click()


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(
    ("language", "own_list"),
    # There is no list in Kazakh: the chain of its readers leads to the Russian one.
    [("", ENGLISH), ("ru/", RUSSIAN), ("kk/", RUSSIAN)],
)
def test_what_a_reader_fills_in_arrives_as_the_service_wants_it(
    form: OpenPage, service: ListService, language: str, own_list: str, scripts: bool
) -> None:
    page = form(language, scripts=scripts)
    page.locator("[name=email]").fill("o'neil+covenant@example.org")
    page.locator("[type=checkbox][name=l]").check()
    page.locator("[name=consent]").check()
    send(page)
    assert service.arrived == [
        [
            ("email", "o'neil+covenant@example.org"),
            ("nonce", ""),
            ("l", own_list),
            ("l", TRAINING),
            ("consent", "yes"),
        ]
    ]


def test_another_language_can_be_chosen(form: OpenPage, service: ListService) -> None:
    page = form("kk/")
    page.locator("[name=email]").fill("reader@example.org")
    page.locator("select[name=l]").select_option(label="English")
    page.locator("[name=consent]").check()
    send(page)
    assert [value for name, value in service.arrived[0] if name == "l"] == [ENGLISH]


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize(
    ("email", "consents"),
    [("", True), ("reader", True), ("reader@", True), ("reader@example.org", False)],
)
def test_nothing_is_sent_without_an_address_and_consent(
    form: OpenPage, service: ListService, email: str, consents: bool, scripts: bool
) -> None:
    page = form("", scripts=scripts)
    page.locator("[name=email]").fill(email)
    if consents:
        page.locator("[name=consent]").check()
    page.locator("form.form button").click()
    page.wait_for_timeout(200)
    assert service.arrived == []
    assert page.url.endswith("/newsletter/subscribe/")


def test_nothing_is_ticked_beforehand(form: OpenPage) -> None:
    assert form("").locator("[type=checkbox]:checked").count() == 0


def test_the_form_works_with_the_keyboard_alone(form: OpenPage, service: ListService) -> None:
    page = form("")
    page.locator("[name=email]").focus()
    page.keyboard.type("reader@example.org")
    for keys in ("Tab", "ArrowDown", "Tab", "Space", "Tab", "Space", "Tab"):
        page.keyboard.press(keys)
    # The link to the privacy page stands between the consent and the button.
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert service.arrived[0][-1] == ("consent", "yes")
    assert [value for name, value in service.arrived[0] if name == "l"] == [RUSSIAN, TRAINING]


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ([("email", "a@example.org"), ("l", ENGLISH), ("nonce", "")], 200),
        ([("email", "a@example.org"), ("l", ENGLISH), ("nonce", "I am a robot")], 502),
        ([("email", "a@example.org"), ("nonce", "")], 400),
        ([("email", "nobody"), ("l", ENGLISH), ("nonce", "")], 400),
    ],
)
def test_the_service_refuses_what_listmonk_refuses(
    fields: list[tuple[str, str]], status: int
) -> None:
    assert answer_to(fields) == status


def test_the_form_has_no_barrier_that_axe_finds(form: OpenPage) -> None:
    for language in ("", "kk/"):
        assert barriers(form(language)) == "", language


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [360, 600])
@pytest.mark.parametrize(
    "path", ["newsletter/2018-2/", "ka/newsletter/2019-1/", "hy/newsletter/2017-2/"]
)
def test_an_e_mail_is_read_on_every_screen(
    visit: OpenPage, path: str, width: int, dark: bool
) -> None:
    page = visit(path + "email.html", width=width, dark=dark)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    # A page would be at fault without landmarks; what mail programs show stands inside theirs.
    rules = {"region": {"enabled": False}, "landmark-one-main": {"enabled": False}}
    assert barriers(page, rules=rules) == ""


def test_a_preview_shows_both_widths_text_and_headers(visit: OpenPage) -> None:
    page = visit("kk/newsletter/2019-1/preview/")
    widths = [frame.evaluate("innerWidth") for frame in page.frames[1:]]
    assert widths == [600, 360]
    for frame in page.frames[1:]:
        assert frame.locator("h1").inner_text() == page.locator(".crumbs").inner_text()
        # The policy lets the e-mail's own styles through, which make the head white on green.
        colour = frame.locator(".top div div").first.evaluate("e => getComputedStyle(e).color")
        assert colour == "rgb(255, 255, 255)"
    assert re.search(r"^\[1\] https://", page.locator("pre").inner_text(), re.MULTILINE)
    assert page.locator("mark").count() == 4
