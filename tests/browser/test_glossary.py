"""What a word means: beside it with scripts, below the text without; by mouse and by keyboard."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage, barriers

ENGLISH, GEORGIAN = PAGES = ("join/local-authority/", "ka/join/local-authority/")


def meaning_below(page: Page, word: Locator) -> str:
    """Return what the list below the text says a word means."""
    described = word.get_attribute("aria-describedby")
    return page.locator(f"#{described}").inner_text()


def at_rest(page: Page, word: Locator) -> Locator:
    """Scroll to a word as readers do before they click, and wait until the page rests."""
    word.scroll_into_view_if_needed()
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    return word


def note(page: Page) -> Locator:
    """Find what opens beside a word."""
    return page.get_by_role("dialog")


@pytest.mark.parametrize("path", PAGES)
def test_a_click_on_a_word_shows_its_meaning_beside_it(
    visit: OpenPage, address: str, path: str
) -> None:
    page = visit(path)
    expect(note(page)).to_have_count(0)
    words = page.locator("a.term")
    assert words.count() > 2
    for word in (words.first, words.nth(2)):
        at_rest(page, word).click()
        term, meaning = note(page).locator("p").all_inner_texts()
        assert meaning == meaning_below(page, word)
        expect(note(page)).to_have_accessible_name(term)
        expect(note(page)).to_be_focused()
        # The reader stays where the word is.
        assert page.url == address + path
        page.keyboard.press("Escape")


@pytest.mark.parametrize("path", PAGES)
def test_the_keyboard_opens_and_closes_a_meaning_and_comes_back_to_the_word(
    visit: OpenPage, path: str
) -> None:
    page = visit(path)
    word = at_rest(page, page.locator("a.term").nth(1))
    word.focus()
    page.keyboard.press("Enter")
    expect(note(page)).to_contain_text(meaning_below(page, word))
    page.keyboard.press("Escape")
    expect(note(page)).to_be_hidden()
    expect(word).to_be_focused()
    # Again, and on to the glossary.
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(note(page).get_by_role("link")).to_be_focused()


def test_a_meaning_leads_to_the_glossary_of_the_same_language(
    visit: OpenPage, address: str
) -> None:
    page = visit(GEORGIAN)
    at_rest(page, page.locator("a.term").first).click()
    term, meaning = note(page).locator("p").all_inner_texts()
    note(page).get_by_role("link").click()
    start, _, key = page.url.partition("#")
    assert start == address + "ka/glossary/"
    entry = page.locator(f"#{key}")
    expect(entry).to_be_in_viewport()
    expect(entry.locator("dt")).to_contain_text(term)
    expect(entry.locator("dd").first).to_have_text(meaning)


def test_a_meaning_closes_when_the_reader_goes_on(visit: OpenPage) -> None:
    page = visit(ENGLISH)
    word = at_rest(page, page.locator("a.term").first)
    word.click()
    expect(note(page)).to_be_visible()
    page.locator("h1").click()
    expect(note(page)).to_be_hidden()


@pytest.mark.parametrize(("path", "width"), [(ENGLISH, 1280), (GEORGIAN, 320)])
def test_a_meaning_is_on_the_screen_and_leaves_its_word_free(
    visit: OpenPage, path: str, width: int
) -> None:
    page = visit(path, width=width)
    for word in page.locator("a.term").all():
        at_rest(page, word).click()
        # A word may be broken over two lines: the note stands at the first of them.
        place = word.evaluate("word => word.getClientRects()[0].toJSON()")
        box = note(page).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert 0 <= box["y"] <= box["y"] + box["height"] <= 900
        below, above = box["y"] >= place["bottom"], box["y"] + box["height"] <= place["top"]
        assert below or above
        page.keyboard.press("Escape")


def test_a_meaning_stays_beside_its_word_while_the_page_scrolls(visit: OpenPage) -> None:
    page = visit(ENGLISH)
    word = at_rest(page, page.locator("a.term").nth(2))
    word.click()

    def distance() -> float:
        box, place = note(page).bounding_box(), word.bounding_box()
        assert box is not None
        assert place is not None
        return round(box["y"] - place["y"])

    before = distance()
    page.evaluate("scrollBy({ top: 200, behavior: 'instant' })")
    assert page.evaluate("scrollY") > 0
    assert distance() == before


def test_an_open_meaning_has_no_barrier_that_axe_finds(visit: OpenPage) -> None:
    page = visit(GEORGIAN, width=320)
    at_rest(page, page.locator("a.term").first).click()
    expect(note(page)).to_be_visible()
    assert barriers(page) == ""


@pytest.mark.parametrize("path", PAGES)
def test_without_scripts_a_word_leads_to_the_list_below_and_back(
    visit: OpenPage, address: str, path: str
) -> None:
    page = visit(path, scripts=False)
    word = page.locator("a.term").nth(1)
    word.click()
    target = word.get_attribute("href")
    assert page.url == address + path + str(target)
    entry = page.locator(str(target))
    expect(entry).to_be_in_viewport()
    expect(note(page)).to_have_count(0)
    entry.locator("a.back").click()
    assert page.url == f"{address}{path}#{word.get_attribute('id')}"
    expect(word).to_be_in_viewport()
