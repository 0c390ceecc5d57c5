"""The map of the figures: by keyboard, by pointer, and without scripts."""

import pytest

from tests.browser.conftest import OpenPage

_FOCUSED = "document.activeElement.getAttribute('href')"
_IN_DOTS = "document.activeElement.closest('.map__dots') !== null"
_STOPS = "[...document.querySelectorAll('.map a')].filter(link => link.tabIndex === 0).length"


def test_all_dots_together_are_one_stop_of_the_tab_key(visit: OpenPage) -> None:
    page = visit("figures/")
    assert page.locator(".map__dots a").count() == 553
    assert page.evaluate(_STOPS) == 11 + 1
    page.locator(".map__lands a").last.focus()
    page.keyboard.press("Tab")
    assert page.evaluate(_IN_DOTS)
    page.keyboard.press("Tab")
    assert not page.evaluate(_IN_DOTS)
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(_IN_DOTS)


def test_the_skip_link_leads_past_the_map(visit: OpenPage) -> None:
    page = visit("figures/")
    skip = page.get_by_role("link", name="Skip the map")
    skip.focus()
    place = skip.bounding_box()
    assert place is not None
    assert place["x"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(_FOCUSED) == "../signatories/"


def test_arrow_keys_lead_from_dot_to_dot_and_enter_to_the_profile(visit: OpenPage) -> None:
    page = visit("ka/figures/tj/")
    page.goto("figures/kz/")
    page.locator(".map__dots a[tabindex='0']").focus()
    seen = {page.evaluate(_FOCUSED)}
    for key in ("ArrowUp", "ArrowUp", "ArrowLeft", "ArrowDown", "ArrowRight", "PageDown", "Home"):
        page.keyboard.press(key)
        assert page.evaluate(_IN_DOTS), key
        seen.add(page.evaluate(_FOCUSED))
    assert len(seen) > 3
    page.keyboard.press("End")
    for _step in range(20):
        page.keyboard.press("PageUp")
        seen.add(page.evaluate(_FOCUSED))
    assert len(seen) == page.locator(".map__dots a").count() == 9
    name = page.evaluate("document.activeElement.querySelector('title').textContent")
    assert page.locator("[data-said]").inner_text().startswith(name + " · ")
    page.keyboard.press("Enter")
    page.wait_for_url("**/signatories/kz/*/")
    assert page.locator("h1").inner_text().startswith(name)


def test_a_dot_says_its_name_population_and_status(visit: OpenPage) -> None:
    page = visit("figures/am/")
    page.locator(".map__dots a[href$='/am/yerevan/']").hover(force=True)
    assert page.locator("[data-said]").inner_text() == "Yerevan · 250,000 and more · Active"


@pytest.mark.parametrize("width", [320, 1280])
def test_a_dot_is_drawn_as_large_as_its_class_at_any_scale(visit: OpenPage, width: int) -> None:
    page = visit("figures/ua/", width=width)
    sizes = page.evaluate(
        """() => ["s", "m", "l", "xl"].map(size => {
            const dot = document.querySelector(`.map__dots .${size} path`);
            return parseFloat(getComputedStyle(dot).strokeWidth);
        })"""
    )
    assert sizes == ([5, 8, 12, 18] if width == 1280 else [3.5, 5, 8, 12])


def test_a_name_in_another_language_says_which(visit: OpenPage) -> None:
    page = visit("ka/figures/am/")
    page.locator(".map__dots a[href$='/am/yerevan/']").hover(force=True)
    assert page.locator("[data-said] span").get_attribute("lang") == "en"
    page.goto("ka/figures/ge/")
    page.locator(".map__dots a[href$='/ge/tbilisi/']").hover(force=True)
    assert page.locator("[data-said] span").get_attribute("lang") is None


@pytest.mark.parametrize(("path", "wide"), [("figures/", 768), ("figures/ua/", 390)])
def test_on_a_phone_the_map_has_the_whole_width_or_slides_in_it(
    visit: OpenPage, path: str, wide: int
) -> None:
    page = visit(path, width=390)
    frame, drawing = (page.locator(place).bounding_box() for place in (".map__frame", ".map"))
    assert frame is not None
    assert drawing is not None
    assert (frame["x"], frame["width"], drawing["width"]) == (0, 390, wide)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_without_scripts_countries_are_reached_by_keyboard_and_dots_by_pointer(
    visit: OpenPage,
) -> None:
    page = visit("figures/", scripts=False)
    assert not page.locator("[data-said]").is_visible()
    page.locator(".map__lands a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/figures/*/")
    page.goto("figures/tj/")
    page.locator(".map__dots a").click(force=True)
    page.wait_for_url("**/signatories/tj/*/")
