"""The page that shows what is translated: numbers, parts of the site, and what waits."""

from dataclasses import replace

import pytest

from publishing.languages.translations import State, Text, Translated, address_of
from publishing.records.pages import Page
from publishing.records.values import PartialDate
from publishing.sources import Source
from publishing.views.tongue import Worded
from publishing.views.translations import Row, Waiting, translations

HERE = "translations/"
TITLES = {
    ("en", "index.md"): "Home",
    ("ru", "index.md"): "Главная",
    ("en", "join/index.md"): "How to join",
    ("kk", "join/index.md"): "Қосылу",
}


def a_text(code: str, path: str, state: State, words: int = 100, **facts: object) -> Translated:
    text = Translated(
        language=code,
        section=path.split("/", maxsplit=1)[0] if "/" in path else "start",
        file=f"docs/{code}/{path}",
        source=f"docs/en/{path}",
        state=state,
        is_reviewed=False,
        words=words,
        title=f"Title of {path}",
        source_language="en",
        address=address_of(path),
        made_from="" if state is State.MISSING else "0123456789ab",
    )
    return replace(text, **facts)  # type: ignore[arg-type]


@pytest.fixture
def the_page(a_site, speaking):
    """Show a site with these states to readers of a language."""

    def make(code, *translated, since=None):
        texts: dict[str, dict[str, Text]] = {"index.md": {}, "join/index.md": {}}
        for (language, path), title in TITLES.items():
            page = Page(title=title, description="About it.")
            file = f"docs/{language}/{path}"
            texts[path][language] = Text(path, file, language, page, "Words.", Source(file, None))
        site = replace(
            a_site(),
            texts=texts,
            translated=translated,
            outdated_since={file: PartialDate(day) for file, day in (since or {}).items()},
        )
        return translations(site, speaking(code), HERE)

    return make


def test_every_translated_language_has_a_line_that_leads_to_its_own_page(the_page, languages):
    rows = the_page("ka").languages
    assert [row.name.language for row in rows] == list(languages.codes[1:])
    assert rows[0] == Row(Worded("Русский", "ru"), "ru/translations/", ("0",) * 5)


def test_the_numbers_of_a_line_are_those_of_its_language(the_page):
    rows = the_page(
        "en",
        a_text("kk", "index.md", State.CURRENT, is_reviewed=True),
        a_text("kk", "faq.md", State.CURRENT),
        a_text("kk", "join/index.md", State.OUTDATED, 30),
        a_text("kk", "join/network.md", State.OUTDATED, 4, is_reviewed=True),
        a_text("kk", "legal.md", State.MISSING, 200),
        a_text("ky", "legal.md", State.MISSING, 200),
    ).languages
    numbers = {row.name.language: row.numbers for row in rows}
    assert numbers["kk"] == ("2", "2", "1", "2", "234")
    assert numbers["ky"] == ("0", "0", "1", "0", "200")
    assert numbers["ru"] == ("0", "0", "0", "0", "0")


@pytest.mark.parametrize(
    ("code", "written"),
    [("en", "12,345"), ("ro", "12.345"), ("az", "12.345"), ("kk", "12\N{NO-BREAK SPACE}345")],
)
def test_numbers_are_written_as_the_readers_language_does(the_page, code, written):
    page = the_page(code, a_text("kk", "join/index.md", State.MISSING, 12_345))
    (kazakh,) = [row for row in page.languages if row.name.language == "kk"]
    assert kazakh.numbers == ("0", "0", "1", "0", written)


def test_the_parts_of_the_site_are_counted_in_the_readers_own_language(the_page):
    page = the_page(
        "kk",
        a_text("kk", "index.md", State.CURRENT),
        a_text("kk", "join/index.md", State.OUTDATED, 30),
        a_text("kk", "faq.md", State.MISSING, 4),
        a_text("ru", "join/index.md", State.MISSING, 30),
    )
    assert page.sections == (
        Row(Worded("Главная", "ru"), "", ("1", "0", "1", "1", "4")),
        Row(Worded("Қосылу", "kk"), "", ("0", "1", "0", "1", "30")),
    )


@pytest.mark.parametrize(
    ("code", "names"),
    [("kk", [Worded("Қосылу", "kk")]), ("uz", [Worded("How to join", "en")])],
)
def test_a_part_is_called_as_its_first_page_is_in_the_best_language(the_page, code, names):
    page = the_page(code, a_text(code, "join/network.md", State.MISSING))
    assert [row.name for row in page.sections] == names


def test_a_part_with_a_generated_first_page_is_called_by_the_catalogue(a_site, speaking):
    page = Page(title="News", description="All news.", generated="news")
    text = Text("news/index.md", "docs/en/news/index.md", "en", page, "", Source("", None))
    item = a_text("kk", "news/2026-01-02-club.md", State.CURRENT)
    site = replace(a_site(), texts={"news/index.md": {"en": text}}, translated=(item,))
    shown = translations(site, speaking("kk", words={"News": "Жаңалықтар"}), HERE)
    assert [row.name for row in shown.sections] == [Worded("Жаңалықтар", "kk")]


def test_readers_of_the_source_language_see_no_parts(the_page):
    assert the_page("en", a_text("kk", "index.md", State.CURRENT)).sections == ()


OUTDATED = a_text("kk", "join/index.md", State.OUTDATED, 1_030, title="How to join")


@pytest.mark.parametrize(
    ("since", "shown"),
    [
        ({}, ""),
        ({"docs/kk/join/index.md": "2026-03-05"}, "2026\N{NARROW NO-BREAK SPACE}ж. 5 наурыз"),
        ({"docs/ru/join/index.md": "2026-03-05"}, ""),
    ],
    ids=["no day known", "a day known", "that of another language known"],
)
def test_an_outdated_text_waits_with_its_day_its_page_and_its_original(the_page, since, shown):
    assert the_page("kk", OUTDATED, since=since).waiting == (
        (
            "Қазақша",
            (
                Waiting(
                    title=Worded("How to join", "en"),
                    address="kk/join/",
                    source="join/",
                    is_missing=False,
                    since=shown,
                    words="1\N{NO-BREAK SPACE}030",
                ),
            ),
        ),
    )


def test_a_missing_text_waits_with_its_original(the_page):
    missing = a_text("kk", "faq.md", State.MISSING, 7, title="Questions")
    ((_name, (waiting,)),) = the_page("kk", missing).waiting
    assert (waiting.is_missing, waiting.source, waiting.since) == (True, "faq/", "")
    assert waiting.title == Worded("Questions", "en")


def test_the_original_may_be_in_another_language_than_english(the_page):
    news = a_text(
        "kk",
        "news/2026-01-02-club.md",
        State.OUTDATED,
        title="Клуб",
        source_language="ru",
        address="news/club/",
    )
    ((_name, (waiting,)),) = the_page("kk", news).waiting
    assert waiting.title == Worded("Клуб", "ru")
    assert (waiting.address, waiting.source) == ("kk/news/club/", "ru/news/club/")


EVERYTHING = (
    a_text("ky", "faq.md", State.MISSING),
    a_text("ru", "index.md", State.CURRENT),
    a_text("kk", "index.md", State.CURRENT),
    a_text("kk", "faq.md", State.OUTDATED),
    a_text("kk", "join/index.md", State.MISSING),
)


@pytest.mark.parametrize(
    ("code", "waiting"),
    [
        ("en", {"Қазақша": ["kk/faq/", "kk/join/"], "Кыргызча": ["ky/faq/"]}),
        ("kk", {"Қазақша": ["kk/faq/", "kk/join/"]}),
        ("ky", {"Кыргызча": ["ky/faq/"]}),
        ("ru", {}),  # all is current
        ("uz", {}),  # nothing is said of it
    ],
)
def test_readers_see_what_waits_in_their_language_those_of_the_source_in_all(
    the_page, code, waiting
):
    shown = the_page(code, *EVERYTHING).waiting
    assert {name: [text.address for text in texts] for name, texts in shown} == waiting
    assert [name for name, _texts in shown] == list(waiting)
