"""Handing a page on: plain links without scripts, the device's own ways with them."""

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage

PLACE = "ka/signatories/ge/tbilisi/"
# What Chromium offers on phones.
_DEVICE = "navigator.share = async (what) => { window.shared = what; };"


def test_without_scripts_there_are_links_and_no_buttons(visit: OpenPage) -> None:
    page = visit(PLACE, width=320, scripts=False)
    assert page.locator(".share a:visible").count() == 4
    assert page.locator(".share button:visible").count() == 0


def test_none_of_it_is_printed(visit: OpenPage) -> None:
    page = visit(PLACE)
    page.emulate_media(media="print")
    assert not page.locator(".share").is_visible()


def test_the_link_is_copied_with_the_state_of_the_filter(visit: OpenPage) -> None:
    page = visit("signatories/?country=ge")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("[data-copy]").click()
    expect(page.locator(".share [role=status]")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "https://covenant-east.example/signatories/?country=ge"


def test_the_device_is_given_the_title_and_the_pages_own_address(visit: OpenPage) -> None:
    page = visit("")
    page.context.add_init_script(_DEVICE)
    page.goto(PLACE + "?from=elsewhere")
    page.locator("[data-send]").click()
    shared = page.evaluate("window.shared")
    assert shared["url"] == "https://covenant-east.example/" + PLACE
    assert page.title().startswith(shared["title"])


def test_a_device_without_sharing_is_not_offered_any(visit: OpenPage) -> None:
    page = visit("")
    page.context.add_init_script("delete Navigator.prototype.share;")
    page.goto(PLACE)
    assert not page.locator("[data-send]").is_visible()
