"""Searching as people type: in thirteen languages, by keyboard, in a window and on its own page.

`queries.yml` holds, by language, what was asked, why, and what has to be among the first three
answers; several addresses must all be among them, and none at all means that nothing is found.
A query that does not hold says so with its reason (`but`).
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from publishing.languages.searching import key_of, words_of
from tests.browser.conftest import OpenPage, barriers

QUERIES: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent / "queries.yml").read_text(encoding="utf-8")
)
LANGUAGES = ("en", "ru", "uk", "be", "ro", "ka", "hy", "az", "kk", "ky", "uz", "tg", "tk")


def search_page(code: str) -> str:
    return "search/" if code == "en" else f"{code}/search/"


def ask(page: Page, question: str) -> list[str]:
    """Type a question, and return the addresses of the answers below the site."""
    page.locator("[name=q]").fill(question)
    expect(page.locator("[data-found]")).to_have_attribute("aria-busy", "false")
    links = page.locator("[data-found] a").evaluate_all("all => all.map(a => a.href)")
    return [link.split("/", 3)[3] for link in links]


def address_in(code: str, address: str) -> str:
    return address if code == "en" else f"{code}/{address}"


def test_the_table_asks_at_least_twelve_questions_in_each_language() -> None:
    assert set(QUERIES) == set(LANGUAGES)
    assert min(map(len, QUERIES.values())) >= 12


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_people_type_finds_what_they_mean(visit: OpenPage, code: str) -> None:
    page = visit(search_page(code))
    wrong, known = [], []
    for query in QUERIES[code]:
        found = ask(page, query["ask"])[:3]
        finds = query["finds"] or []
        wanted = [finds] if isinstance(finds, str) else finds
        language = query.get("language", code)
        holds = all(address_in(language, one) in found for one in wanted)
        if not wanted:
            holds = found == []
        if holds == ("but" in query):
            wrong.append(f"{query['ask']}: {query['because']}: {found}")
        if "but" in query:
            known.append(query["ask"])
    assert wrong == []
    assert len(known) <= len(QUERIES[code]) * 0.05


@pytest.fixture(scope="module")
def script(chromium: Browser, address: str) -> Iterator[Page]:
    """A page in which the search's script is at hand as a module."""
    context = chromium.new_context(base_url=address)
    page = context.new_page()
    page.goto("search/")
    yield page
    context.close()


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_script_makes_the_same_keys_as_the_index(script: Page, site: Path, code: str) -> None:
    pages = ("", "join/local-authority/", "about/fact-sheet/", "faq/", "signatories/ua/lviv/")
    files = (site / address_in(code, page) / "index.html" for page in pages)
    text = " ".join(file.read_text("utf-8") for file in files)
    words = sorted({*words_of(re.sub(r"<[^>]+>", " ", text)), "Ёлка", "İZMİR", "Oʻzbekiston"})
    script.goto(search_page(code))
    keys = script.evaluate(
        """async (words) => {
          const { keyOf } = await import("/assets/search.js");
          const { treatment } = document.querySelector("[data-searching]").dataset;
          return words.map((word) => keyOf(word, JSON.parse(treatment)));
        }""",
        words,
    )
    assert len(words) > 500
    assert dict(zip(words, keys, strict=True)) == {word: key_of(word, code) for word in words}


def test_of_two_spellings_the_typed_one_comes_first(script: Page) -> None:
    """Both have one key; an index of our own tells which pages hold which form."""
    script.goto("kk/search/")
    ranked = script.evaluate(
        """async (asked) => {
          const { find } = await import("/assets/search.js");
          const { dataset } = document.querySelector("[data-searching]");
          const texts = { marked: "қала kala", unmarked: "кала kala" };
          const has = (id, form) => texts[id].split(" ").includes(form);
          const found = (form) => Object.keys(texts).filter((id) => has(id, form));
          const data = (id) => async () => ({
            raw_url: `/~${id}.html`, meta: { title: id, text: texts[id] },
            content: "zzkpagezz ¦ ¦ kala",
          });
          const index = { search: async (form) => ({
            results: found(form).map((id) => ({ id, score: 1, data: data(id) })),
          }) };
          const ids = [];
          for (const word of asked) {
            const { results } = await find(index, [word], JSON.parse(dataset.treatment), []);
            ids.push(results.map((one) => one.id));
          }
          return ids;
        }""",
        ["қала", "кала", "қалалар"],
    )
    assert ranked[:2] == [["marked", "unmarked"], ["unmarked", "marked"]]
    # Another form of the word finds both all the same.
    assert sorted(ranked[2]) == ["marked", "unmarked"]


def opened(page: Page) -> Page:
    """Open the window of the search with its key."""
    page.keyboard.press("/")
    page.locator("dialog[open] [name=q]").wait_for()
    return page


@pytest.mark.parametrize("language", ["", "kk/", "ka/"])
def test_the_keyboard_alone_opens_asks_walks_and_closes(visit: OpenPage, language: str) -> None:
    page = opened(visit(f"{language}join/"))
    question = page.locator("dialog [name=q]")
    expect(question).to_be_focused()
    page.keyboard.type("RSS")
    answers = page.locator("[data-found] a")
    answers.first.wait_for()
    page.keyboard.press("ArrowDown")
    expect(answers.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(answers.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(question).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    # What was asked is still there, ready to be typed over.
    opened(page)
    expect(question).to_have_value("RSS")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "join" not in url)


def test_the_key_is_a_letter_where_people_write(visit: OpenPage) -> None:
    page = visit("signatories/")
    field = page.locator("[data-filter] [type=search]").first
    field.focus()
    page.keyboard.press("/")
    expect(field).to_have_value("/")
    assert page.locator("dialog").count() == 0


def test_the_button_gives_the_focus_back(visit: OpenPage) -> None:
    page = visit("tk/join/")
    button = page.locator("[data-search]")
    button.click()
    page.locator("dialog[open] [name=q]").wait_for()
    page.locator("dialog .search__close").click()
    expect(button).to_be_focused()


def test_how_many_were_found_is_said(visit: OpenPage) -> None:
    page = opened(visit("ka/"))
    status = page.locator("dialog [role=status]")
    panel = page.locator("dialog [data-searching]")
    for question, told in (("RSS", "count"), ("xqzw", "none"), ("RSS xqzw", "some")):
        ask(page, question)
        said = (panel.get_attribute(f"data-{told}") or "").partition("{number}")
        assert re.fullmatch(re.escape(said[0]) + r"\d*" + re.escape(said[2]), status.inner_text())


def test_the_words_are_marked_in_the_excerpt(visit: OpenPage) -> None:
    page = visit("kk/search/")
    ask(page, "облысы")
    marked = page.locator("[data-found] p mark").all_inner_texts()
    assert {key_of(word, "kk") for word in marked} == {key_of("облыс", "kk")}


def test_small_words_of_the_question_mark_nothing(visit: OpenPage) -> None:
    page = visit("search/")
    ask(page, "join as a region")
    marked = page.locator("[data-found] mark").all_inner_texts()
    assert marked
    assert [word for word in marked if not word.lower().startswith(("join", "region"))] == []


def test_answers_can_be_narrowed_by_kind_and_country(visit: OpenPage) -> None:
    page = visit("search/")
    ask(page, "energy")
    page.locator("[name=kind]").select_option("news")
    found = ask(page, "energy")
    assert found
    assert all(address.startswith("news/") for address in found)
    page.locator("[name=kind]").select_option("signatory")
    page.locator("[name=country]").select_option("ge")
    found = ask(page, "Batumi")
    assert found == ["signatories/ge/batumi/"]


@pytest.mark.parametrize(
    ("asked", "never"),
    [
        # A country's code is also that of a language: terms and pages have no country.
        ("az/search/?q=enerji&country=az", "/(glossary|about|faq)/"),
        ("uz/search/?q=energiya&country=uz", "/(glossary|about|faq)/"),
        # One kind begins like another, and a language may lack a kind.
        ("search/?q=climate&kind=news", "/newsletter/"),
        ("uz/search/?q=shahar&kind=newsletter", "/(news|agenda|glossary)/"),
    ],
)
def test_a_choice_is_kept_to_exactly(visit: OpenPage, asked: str, never: str) -> None:
    page = visit(asked)
    expect(page.locator("[data-found]")).to_have_attribute("aria-busy", "false")
    links = page.locator("[data-found] a").evaluate_all("all => all.map(a => a.pathname)")
    assert [link for link in links if re.search(never, link)] == []


def test_after_a_failure_the_next_question_is_answered(script: Page) -> None:
    script.goto("search/")
    assert ask(script, "newsletter")
    script.route("**/pagefind/**", lambda route: route.abort())
    failed = script.locator("[data-searching]").get_attribute("data-failed")
    script.locator("[name=q]").fill("tbilisi")
    expect(script.locator("[data-status]")).to_have_text(failed or "?")
    script.unroute("**/pagefind/**")
    assert "signatories/ge/tbilisi/" in ask(script, "tbilisi ")


def test_an_answer_on_the_same_page_closes_the_window(visit: OpenPage) -> None:
    page = opened(visit("glossary/"))
    ask(page, "coordinator")
    page.locator("[data-found] a[href$='glossary/#coordinator']").click()
    expect(page.locator("dialog")).to_be_hidden()
    assert page.url.endswith("/glossary/#coordinator")


def test_a_question_is_an_address(visit: OpenPage, address: str) -> None:
    page = visit(f"uz/search/?q={quote('Харьков')}&kind=signatory")
    page.locator("[data-found] a").first.wait_for()
    assert page.locator("[data-found] a").first.get_attribute("href") == (
        f"{address}uz/signatories/ua/kharkiv/"
    )
    expect(page.locator("[name=kind]")).to_have_value("signatory")
    ask(page, "Lviv")
    assert urlsplit(page.url).query == "q=Lviv&kind=signatory"
    # The other languages are asked the same.
    georgian = page.locator(".languages a[hreflang=ka]").get_attribute("href") or ""
    assert georgian.endswith("?q=Lviv&kind=signatory")


def test_what_the_language_lacks_is_offered_in_another_and_marked(visit: OpenPage) -> None:
    page = visit("tk/search/")
    # An item that is written in English and Russian only.
    found = ask(page, "инвентаризация")
    assert found
    assert {address.split("/")[0] for address in found} == {"ru"}
    first = page.locator("[data-found] li").first
    assert first.locator("a").get_attribute("lang") == "ru"
    assert first.locator("p").get_attribute("lang") == "ru"
    assert (page.locator("[data-other=ru]").text_content() or "?") in first.inner_text()


def test_more_answers_come_when_they_are_asked_for(visit: OpenPage) -> None:
    page = visit("search/")
    assert len(ask(page, "signatory")) == 10
    page.locator("[data-more] button").click()
    expect(page.locator("[data-found] a")).to_have_count(20)
    expect(page.locator("[data-found] a").nth(10)).to_be_focused()


def test_without_scripts_the_link_leads_to_the_site_map(visit: OpenPage, address: str) -> None:
    page = visit("hy/join/", scripts=False)
    page.locator("[data-search]").click()
    assert page.url == f"{address}hy/site-map/"
    page = visit("hy/search/", scripts=False)
    expect(page.locator("main").get_by_role("link").first).to_be_visible()
    expect(page.locator("[data-searching]")).to_be_hidden()


@pytest.mark.parametrize(
    ("language", "width", "dark"), [("", 1280, False), ("kk/", 320, True), ("ka/", 320, False)]
)
def test_open_and_closed_there_is_no_barrier_that_axe_finds(
    visit: OpenPage, language: str, width: int, dark: bool
) -> None:
    page = visit(f"{language}search/", width=width, dark=dark)
    ask(page, "RSS")
    assert barriers(page) == ""
    page = opened(visit(f"{language}join/", width=width, dark=dark))
    ask(page, "RSS")
    assert barriers(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("text", ["<b>&'\"", "((", "🌿", "a" * 200, "é" * 50, "  ", "-"])
def test_strange_questions_do_no_harm(visit: OpenPage, text: str) -> None:
    page = visit("kk/search/")
    ask(page, text)
    status = page.locator("[data-status]").inner_text()
    assert status != page.locator("[data-searching]").get_attribute("data-failed")
