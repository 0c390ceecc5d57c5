"""The state of translations, counted by language and listed for who works on them."""

import json

import pytest

from publishing.languages.translations import State, Text
from publishing.newsletter import IssueFile
from publishing.newsroom import NewsFile
from publishing.records.news import NewsItem, NewsTranslation
from publishing.records.newsletters import Issue, IssueTranslation
from publishing.records.pages import Page
from publishing.sources import Source
from publishing.translating import (
    Tally,
    as_json,
    by_language,
    by_section,
    states_of_pages,
    states_of_works,
    table,
    tally,
)


def a_text(code: str, path: str, body: str = "One two three.\n", **facts: object) -> Text:
    page = Page.model_validate({"title": "Join", "description": "How to join.", **facts})
    file = f"docs/{code}/{path}"
    return Text(path, file, code, page, body, Source(file, None))


SOURCE = a_text("en", "join/index.md")
NETWORK = a_text("en", "join/network.md", "Two words.\n")
TEXTS = {
    "join/index.md": {
        "en": SOURCE,
        "ru": a_text("ru", "join/index.md", source_hash=SOURCE.hash, reviewed=True),
        "kk": a_text("kk", "join/index.md", source_hash=SOURCE.hash),
        "ky": a_text("ky", "join/index.md", source_hash="0123456789ab"),
    },
    "index.md": {"en": a_text("en", "index.md", "Four words in all.\n")},
    "join/network.md": {
        "en": NETWORK,
        "kk": a_text("kk", "join/network.md", source_hash=NETWORK.hash, reviewed=True),
    },
    "news/index.md": {"en": a_text("en", "news/index.md", generated="news")},
    "news/_item/index.md": {"en": a_text("en", "news/_item/index.md")},
}


def test_each_page_has_a_state_in_each_language_but_the_source(languages):
    states = list(states_of_pages(TEXTS, languages))
    assert len(states) == 3 * (len(languages.codes) - 1)
    found = {(text.file, text.state, text.is_reviewed) for text in states if text.section == "join"}
    assert {
        ("docs/ru/join/index.md", State.CURRENT, True),
        ("docs/kk/join/index.md", State.CURRENT, False),
        ("docs/ky/join/index.md", State.OUTDATED, False),
        ("docs/uz/join/index.md", State.MISSING, False),
    } < found


def test_a_state_tells_where_the_text_stands_and_what_it_was_made_from(languages):
    found = {text.file: text for text in states_of_pages(TEXTS, languages)}
    outdated = found["docs/ky/join/index.md"]
    assert (outdated.source, outdated.address) == ("docs/en/join/index.md", "join/")
    assert (outdated.title, outdated.source_language, outdated.words) == ("Join", "en", 3)
    assert outdated.made_from == "0123456789ab"
    assert found["docs/uz/join/index.md"].made_from == ""


@pytest.mark.parametrize(
    ("path", "section"),
    [("index.md", "start"), ("faq.md", "start"), ("about/facts/list.md", "about")],
)
def test_a_page_belongs_to_the_folder_that_it_stands_in(languages, path, section):
    texts = {path: {"en": a_text("en", path)}}
    assert {text.section for text in states_of_pages(texts, languages)} == {section}


def a_news_file(code: str, record: NewsItem | NewsTranslation, body: str) -> NewsFile:
    source = Source(f"docs/{code}/news/2025-06-15-club.md", None)
    return NewsFile(code, record, body, source, 1, "2025-06-15", "club")


CLUB = a_news_file(
    "ru",
    NewsItem.model_validate(
        {
            "id": "club",
            "title": "Клуб",
            "date": "2025-06-15",
            "topics": ["club"],
            "summary": "Основан клуб.",
            "sources": [{"name": "Forum", "url": "https://forum.example/club"}],
        }
    ),
    "Мэры основали клуб.\n",
)


def the_club_in(code: str, source_hash: str) -> NewsFile:
    words = {"id": "club", "title": "Club", "summary": "A club.", "source_hash": source_hash}
    return a_news_file(code, NewsTranslation.model_validate(words), "Mayors founded a club.\n")


def test_a_translation_of_news_is_compared_with_its_original_in_any_language(languages):
    files = [the_club_in("kk", CLUB.hash), the_club_in("en", "0123456789ab"), CLUB]
    english, kazakh = states_of_works(files, languages)
    assert (english.language, english.state) == ("en", State.OUTDATED)
    assert (kazakh.language, kazakh.state) == ("kk", State.CURRENT)
    assert (kazakh.section, kazakh.address) == ("news", "news/club/")
    assert (kazakh.title, kazakh.source_language, kazakh.words) == ("Клуб", "ru", 3)
    assert kazakh.source == "docs/ru/news/2025-06-15-club.md"
    assert english.made_from == "0123456789ab"


def test_a_translation_of_an_issue_has_the_address_of_its_issue(languages):
    facts = {"number": "2019-1", "title": "One", "summary": "Words.", "season": "spring"}
    issue = Issue.model_validate({**facts, "date": "2019-05-20", "items": []})
    words = {"number": "2019-1", "title": "Бір", "summary": "Сөздер."}
    translation = IssueTranslation.model_validate({**words, "source_hash": "0123456789ab"})
    original, other = (
        IssueFile(
            code,
            record,
            "Words.\n",
            Source(f"docs/{code}/newsletter/2019-1.md", None),
            1,
            "2019-1",
        )
        for code, record in (("en", issue), ("kk", translation))
    )
    (found,) = states_of_works([other, original], languages)
    assert (found.section, found.address) == ("newsletter", "newsletter/2019-1/")
    assert (found.file, found.state) == ("docs/kk/newsletter/2019-1.md", State.OUTDATED)


def test_an_original_alone_and_translations_without_one_have_no_state(languages):
    assert list(states_of_works([CLUB], languages)) == []
    assert (
        list(states_of_works([the_club_in(code, "0" * 12) for code in ("kk", "en")], languages))
        == []
    )


def test_texts_are_tallied_with_the_words_that_wait(languages):
    groups = by_language(states_of_pages(TEXTS, languages), languages)
    assert {code: tally(groups[code]).numbers for code in ("ru", "kk", "ky", "uz")} == {
        "ru": (1, 0, 2, 0, 6),
        "kk": (2, 0, 1, 1, 4),
        "ky": (0, 1, 2, 1, 9),
        "uz": (0, 0, 3, 0, 9),
    }
    assert tally([]) == Tally(current=0, outdated=0, missing=0, unreviewed=0, words_to_do=0)


def test_the_numbers_stand_in_the_order_of_the_columns():
    assert Tally(current=1, outdated=2, missing=3, unreviewed=4, words_to_do=5).numbers == (
        1,
        2,
        3,
        4,
        5,
    )


def test_every_language_but_the_source_is_there_in_the_order_of_the_list(languages):
    kyrgyz = [text for text in states_of_pages(TEXTS, languages) if text.language == "ky"]
    groups = by_language(kyrgyz, languages)
    assert tuple(groups) == languages.codes[1:]
    assert groups["ky"] == kyrgyz
    assert groups["ru"] == []


def test_sections_stand_in_the_order_in_which_they_come(languages):
    states = [text for text in states_of_pages(TEXTS, languages) if text.language == "kk"]
    assert {name: [text.file for text in texts] for name, texts in by_section(states).items()} == {
        "join": ["docs/kk/join/index.md", "docs/kk/join/network.md"],
        "start": ["docs/kk/index.md"],
    }
    assert list(by_section(reversed(states))) == ["join", "start"]


def test_the_table_has_sections_below_each_language_and_names_what_waits(languages):
    groups = by_language(states_of_pages(TEXTS, languages), languages)
    assert table({code: groups[code] for code in ("kk", "ky")}) == (
        "language  current  outdated  missing  unreviewed  words to do\n"
        "kk              2         0        1           1            4\n"
        "  join          2         0        0           1            0\n"
        "  start         0         0        1           0            4\n"
        "ky              0         1        2           1            9\n"
        "  join          0         1        1           1            5\n"
        "  start         0         0        1           0            4\n"
        "\n"
        "missing: docs/kk/index.md (from docs/en/index.md, 4 words)\n"
        "outdated: docs/ky/join/index.md (from docs/en/join/index.md, 3 words)\n"
        "missing: docs/ky/index.md (from docs/en/index.md, 4 words)\n"
        "missing: docs/ky/join/network.md (from docs/en/join/network.md, 2 words)"
    )


def test_nothing_is_listed_below_the_table_when_all_is_current(languages):
    states = [text for text in states_of_pages(TEXTS, languages) if text.state is State.CURRENT]
    shown = table({"kk": [text for text in states if text.language == "kk"], "uz": []})
    assert [line.split() for line in shown.splitlines()[1:]] == [
        ["kk", "2", "0", "0", "1", "0"],
        ["join", "2", "0", "0", "1", "0"],
        ["uz", "0", "0", "0", "0", "0"],
    ]


def test_machines_get_every_text(languages):
    states = list(states_of_pages(TEXTS, languages))
    listed = json.loads(as_json(states, {}))
    assert [text["file"] for text in listed] == [text.file for text in states]
    assert listed[0] == {
        "language": "ru",
        "section": "join",
        "file": "docs/ru/join/index.md",
        "source": "docs/en/join/index.md",
        "state": "current",
        "reviewed": True,
        "words": 3,
        "address": "join/",
        "outdated_since": None,
    }


def test_machines_get_the_day_since_which_a_text_is_outdated(languages):
    since = {"docs/ky/join/index.md": "2026-03-05"}
    listed = json.loads(as_json(states_of_pages(TEXTS, languages), since))
    dated = {text["file"]: text["outdated_since"] for text in listed if text["outdated_since"]}
    assert dated == since


def test_a_text_translated_into_the_source_language_is_listed_there(languages):
    states = states_of_works([CLUB, the_club_in("en", CLUB.hash)], languages)
    groups = by_language(states, languages)
    assert tuple(groups) == languages.codes
    assert [text.file for text in groups["en"]] == ["docs/en/news/2025-06-15-club.md"]
