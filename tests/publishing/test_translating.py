"""The state of translations, counted by language and listed for who works on them."""

import json

from publishing.languages.translations import State, Text
from publishing.records.pages import Page
from publishing.sources import Source
from publishing.translating import as_json, states_of_pages, table, tally


def a_text(code: str, path: str, body: str = "One two three.\n", **facts: object) -> Text:
    page = Page.model_validate({"title": "Join", "description": "How to join.", **facts})
    file = f"docs/{code}/{path}"
    return Text(path, file, code, page, body, Source(file, None))


SOURCE = a_text("en", "join/index.md")
TEXTS = {
    "join/index.md": {
        "en": SOURCE,
        "ru": a_text("ru", "join/index.md", source_hash=SOURCE.hash, reviewed=True),
        "kk": a_text("kk", "join/index.md", source_hash=SOURCE.hash),
        "ky": a_text("ky", "join/index.md", source_hash="0123456789ab"),
    },
    "index.md": {"en": a_text("en", "index.md", "Four words in all.\n")},
    "news/index.md": {"en": a_text("en", "news/index.md", generated="news")},
    "news/_item/index.md": {"en": a_text("en", "news/_item/index.md")},
}


def test_each_page_has_a_state_in_each_language_but_the_source(languages):
    states = list(states_of_pages(TEXTS, languages))
    assert len(states) == 2 * (len(languages.codes) - 1)
    found = {(text.file, text.state, text.is_reviewed) for text in states if text.section == "join"}
    assert {
        ("docs/ru/join/index.md", State.CURRENT, True),
        ("docs/kk/join/index.md", State.CURRENT, False),
        ("docs/ky/join/index.md", State.OUTDATED, False),
        ("docs/uz/join/index.md", State.MISSING, False),
    } < found


def test_a_language_is_tallied_with_the_words_that_wait(languages):
    tallies = {one.language: one for one in tally(states_of_pages(TEXTS, languages), languages)}
    shown = {
        code: (one.current, one.outdated, one.missing, one.unreviewed, one.words_to_do)
        for code, one in tallies.items()
        if code in ("ru", "kk", "ky", "uz")
    }
    assert shown == {
        "ru": (1, 0, 1, 0, 4),
        "kk": (1, 0, 1, 1, 4),
        "ky": (0, 1, 1, 1, 7),
        "uz": (0, 0, 2, 0, 7),
    }
    assert "en" not in tallies


def test_the_table_names_what_waits(languages):
    states = [text for text in states_of_pages(TEXTS, languages) if text.language == "ky"]
    tallies = [one for one in tally(states, languages) if one.language == "ky"]
    assert table(tallies, states) == (
        "language  current  outdated  missing  unreviewed  words to do\n"
        "ky              0         1        1           1            7\n"
        "\n"
        "outdated: docs/ky/join/index.md (from docs/en/join/index.md, 3 words)\n"
        "missing: docs/ky/index.md (from docs/en/index.md, 4 words)"
    )


def test_nothing_is_listed_below_the_table_when_all_is_current(languages):
    states = [text for text in states_of_pages(TEXTS, languages) if text.state is State.CURRENT]
    assert table([], states).count("\n") == 0


def test_machines_get_every_text(languages):
    states = list(states_of_pages(TEXTS, languages))
    listed = json.loads(as_json(states))
    assert len(listed) == len(states)
    assert listed[0] == {
        "language": "ru",
        "section": "join",
        "file": "docs/ru/join/index.md",
        "source": "docs/en/join/index.md",
        "state": "current",
        "reviewed": True,
        "words": 3,
    }
