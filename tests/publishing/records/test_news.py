"""The front matter of a news item and of its translation: what may stand in it."""

from collections.abc import Mapping

import pytest

from publishing.records.news import TOPICS, NewsItem, NewsTranslation
from publishing.records.values import parse_record
from publishing.sources import parse_yaml

FACTS = {
    "id": "club-founded",
    "title": "Mayors found a club",
    "date": "2018-10-17",
    "topics": "[club]",
    "summary": "Ten mayors founded a club in Minsk.",
    "sources": "[{name: CoM East, url: 'https://com-east.eu/'}]",
}
WORDS = {
    "id": "club-founded",
    "title": "Мэры основали клуб",
    "summary": "Десять мэров основали клуб в Минске.",
}
PICTURE = "file: club.jpg, alt: Ten mayors at a table, licence: CC BY 4.0"
TOPIC_LIST = "'adhesion', 'action-plan', 'project', 'event', 'training', 'funding' or 'club'"


def _printed(model: type[NewsItem | NewsTranslation], facts: Mapping[str, str]) -> list[str]:
    """Say what is wrong with front matter of these lines."""
    text = "".join(f"{key}: {value}\n" for key, value in facts.items())
    source, problems = parse_yaml(text, "a.md")
    assert problems == []
    return [str(mistake) for mistake in parse_record(model, source)[1]]


@pytest.mark.parametrize(("model", "least"), [(NewsItem, FACTS), (NewsTranslation, WORDS)])
def test_what_is_not_written_is_absent(model, least):
    text = "".join(f"{key}: {value}\n" for key, value in least.items())
    source, _problems = parse_yaml(text, "a.md")
    record, mistakes = parse_record(model, source)
    assert mistakes == []
    assert record is not None
    assert record.model_dump(mode="json", exclude_defaults=True) == source.value


def test_the_topics_are_seven():
    assert TOPICS == (
        "adhesion",
        "action-plan",
        "project",
        "event",
        "training",
        "funding",
        "club",
    )


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "c40"),
        ("title", "x" * 120),
        ("title", "'Բացվել է ակումբ'"),
        ("date", "2018-10"),
        ("date", "2018"),
        ("topics", f"[{', '.join(TOPICS)}]"),
        ("countries", "[]"),
        ("countries", "[by, ua]"),
        ("summary", "x" * 300),
        ("sources", "[{name: A, url: 'https://a.org'}, {name: B, url: 'http://b.org/'}]"),
        ("image", f"{{{PICTURE}}}"),
        ("image", f"{{{PICTURE}, author: A. Mayor, url: 'https://a.org/1.jpg'}}"),
        ("image", "{file: club-2018.webp, alt: A, licence: CC0}"),
        ("image", "{file: 7.png, alt: A, licence: CC0}"),
        ("signatories", "[BYX001, UA0322]"),
        ("events", "[club-meeting-2018]"),
        ("updated", "2018-11"),
    ],
)
def test_an_item_may_say(key, value):
    assert _printed(NewsItem, FACTS | {key: value}) == []


@pytest.mark.parametrize(
    ("key", "value", "printed"),
    [
        (
            "id",
            "Club_founded",
            (
                "a.md:1: id: expected lower-case letters a–z, digits and single hyphens, "
                "found 'Club_founded'\n    hint: Such as 'bila-tserkva'."
            ),
        ),
        (
            "title",
            "x" * 121,
            f"a.md:2: title: expected at most 120 characters, found '{'x' * 59}…'",
        ),
        (
            "title",
            "A <b>club</b>",
            (
                "a.md:2: title: expected plain text without HTML, found 'A <b>club</b>'\n"
                "    hint: Write the character itself; markup is ours."
            ),
        ),
        (
            "title",
            "2018",
            (
                "a.md:2: title: expected text, found the number 2018\n"
                "    hint: Put quotes around it if it looks like a number."
            ),
        ),
        (
            "date",
            "17.10.2018",
            (
                "a.md:3: date: expected a date such as 2021-04-20, found '17.10.2018'\n"
                "    hint: Write 2021-04-20, or 2021-04 or 2021 where no more is known."
            ),
        ),
        (
            "date",
            "2018-10-17T10:00",
            (
                "a.md:3: date: expected a date such as 2021-04-20, found '2018-10-17T10:00'\n"
                "    hint: Write 2021-04-20, or 2021-04 or 2021 where no more is known."
            ),
        ),
        (
            "date",
            "2018-02-30",
            (
                "a.md:3: date: expected a date that exists in the calendar, found '2018-02-30'\n"
                "    hint: Write 2021-04-20, or 2021-04 or 2021 where no more is known."
            ),
        ),
        (
            "date",
            "",
            (
                "a.md:3: date: expected a date such as 2021-04-20, found nothing\n"
                "    hint: Write 2021-04-20, or 2021-04 or 2021 where no more is known."
            ),
        ),
        ("topics", "[]", "a.md:4: topics: expected at least 1 entry, found an empty list"),
        (
            "topics",
            "club",
            (
                "a.md:4: topics: expected a list, one '- ' line each, found 'club'\n"
                "    hint: Begin each entry with '- '."
            ),
        ),
        (
            "topics",
            "[club, party]",
            f"a.md:4: topics, item 2: expected one of {TOPIC_LIST}, found 'party'",
        ),
        (
            "summary",
            "x" * 301,
            f"a.md:5: summary: expected at most 300 characters, found '{'x' * 59}…'",
        ),
        ("sources", "[]", "a.md:6: sources: expected at least 1 entry, found an empty list"),
        (
            "sources",
            "[{name: A, url: 'https://a.org'}, {name: CoM East}]",
            (
                "a.md:6: sources, item 2, url: expected this key, found none\n"
                "    hint: Add the line 'url: …'."
            ),
        ),
        (
            "sources",
            "[{name: A, url: 'https://a.org'}, {name: CoM East, url: com-east.eu}]",
            (
                "a.md:6: sources, item 2, url: expected an address that begins with https:// or "
                "http://, found 'com-east.eu'\n"
                "    hint: Copy the whole address from the browser, with https://."
            ),
        ),
        (
            "sources",
            "[{name: A, url: 'https://a.org'}, {title: B, name: B, url: 'https://b.org'}]",
            (
                "a.md:6: sources, item 2, title: expected a known key, found 'title'\n"
                "    hint: Known keys: name, url."
            ),
        ),
        (
            "countries",
            "[BY]",
            (
                "a.md:7: countries, item 1: expected a code of two small letters such as ua, "
                "found 'BY'"
            ),
        ),
        (
            "countries",
            "by",
            (
                "a.md:7: countries: expected a list, one '- ' line each, found 'by'\n"
                "    hint: Begin each entry with '- '."
            ),
        ),
        (
            "image",
            "club.jpg",
            "a.md:7: image: expected keys with values, found 'club.jpg'",
        ),
        (
            "image",
            "{file: club.jpg, licence: CC0}",
            "a.md:7: image, alt: expected this key, found none\n    hint: Add the line 'alt: …'.",
        ),
        (
            "image",
            "{file: club.jpg, alt: Ten mayors}",
            (
                "a.md:7: image, licence: expected this key, found none\n"
                "    hint: Add the line 'licence: …'."
            ),
        ),
        (
            "image",
            "{file: club.jpg, alt: '', licence: CC0}",
            (
                "a.md:7: image, alt: expected text that is not empty, found ''\n"
                "    hint: Remove the line if nothing is known."
            ),
        ),
        (
            "image",
            "{file: Club.JPG, alt: Ten mayors, licence: CC0}",
            (
                "a.md:7: image, file: expected the name of a .jpg, .png or .webp file, "
                "found 'Club.JPG'"
            ),
        ),
        (
            "image",
            "{file: ../club.jpg, alt: Ten mayors, licence: CC0}",
            (
                "a.md:7: image, file: expected the name of a .jpg, .png or .webp file, "
                "found '../club.jpg'"
            ),
        ),
        (
            "image",
            "{file: club.svg, alt: Ten mayors, licence: CC0}",
            (
                "a.md:7: image, file: expected the name of a .jpg, .png or .webp file, "
                "found 'club.svg'"
            ),
        ),
        (
            "image",
            "{file: club.jpg, alt: Ten mayors, license: CC0}",
            (
                "a.md:7: image, licence: expected this key, found none\n"
                "    hint: Add the line 'licence: …'.\n"
                "a.md:7: image, license: expected a known key, found 'license'\n"
                "    hint: Did you mean 'licence'?"
            ),
        ),
        (
            "signatories",
            "[lviv]",
            "a.md:7: signatories, item 1: expected an id such as UA0322 or BYX001, found 'lviv'",
        ),
        (
            "events",
            "[club meeting]",
            (
                "a.md:7: events, item 1: expected lower-case letters a–z, digits and single "
                "hyphens, found 'club meeting'\n    hint: Such as 'bila-tserkva'."
            ),
        ),
        (
            "updated",
            "yesterday",
            (
                "a.md:7: updated: expected a date such as 2021-04-20, found 'yesterday'\n"
                "    hint: Write 2021-04-20, or 2021-04 or 2021 where no more is known."
            ),
        ),
        (
            "country",
            "by",
            (
                "a.md:7: country: expected a known key, found 'country'\n"
                "    hint: Did you mean 'countries'?"
            ),
        ),
        (
            "published",
            "true",
            (
                "a.md:7: published: expected a known key, found 'published'\n"
                "    hint: Known keys: id, title, date, topics, countries, summary, sources, "
                "image, signatories, events, coordinators, supporters, updated."
            ),
        ),
        (
            "reviewed",
            "true",
            (
                "a.md:7: reviewed: expected a known key, found 'reviewed'\n"
                "    hint: Known keys: id, title, date, topics, countries, summary, sources, "
                "image, signatories, events, coordinators, supporters, updated."
            ),
        ),
    ],
)
def test_a_wrong_value_of_an_item_is_told_with_its_line_and_cure(key, value, printed):
    assert "\n".join(_printed(NewsItem, FACTS | {key: value})) == printed


@pytest.mark.parametrize(
    ("key", "value", "printed"),
    [
        (
            "topics",
            "[party]",
            [f"a.md:4: topics, item 1: expected one of {TOPIC_LIST}, found 'party'"],
        ),
        (
            "sources",
            "[{name: CoM East}]",
            [
                (
                    "a.md:6: sources, item 1, url: expected this key, found none\n"
                    "    hint: Add the line 'url: …'."
                )
            ],
        ),
    ],
)
def test_a_wrong_entry_does_not_make_its_list_too_short(key, value, printed):
    assert _printed(NewsItem, FACTS | {key: value}) == printed


@pytest.mark.parametrize("key", FACTS)
def test_an_item_without_a_fact_is_refused(key):
    facts = {name: value for name, value in FACTS.items() if name != key}
    assert _printed(NewsItem, facts) == [
        f"a.md:1: {key}: expected this key, found none\n    hint: Add the line '{key}: …'."
    ]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", "x" * 120),
        ("image_alt", "Десять мэров за столом"),
        ("source_hash", "0123456789ab"),
        ("source_hash", "'012345678901'"),
        ("reviewed", "true"),
        ("updated", "2018-11-02"),
    ],
)
def test_a_translation_may_say(key, value):
    assert _printed(NewsTranslation, WORDS | {key: value}) == []


@pytest.mark.parametrize(
    ("key", "value", "printed"),
    [
        (
            "title",
            "x" * 121,
            f"a.md:2: title: expected at most 120 characters, found '{'x' * 59}…'",
        ),
        (
            "image_alt",
            "''",
            (
                "a.md:4: image_alt: expected text that is not empty, found ''\n"
                "    hint: Remove the line if nothing is known."
            ),
        ),
        (
            "source_hash",
            "0123456789AB",
            "a.md:4: source_hash: expected 12 of the signs 0–9 and a–f, found '0123456789AB'",
        ),
        (
            "reviewed",
            "yes",
            "a.md:4: reviewed: expected true or false, found 'yes'",
        ),
        (
            "image",
            "club.jpg",
            (
                "a.md:4: image: expected a known key, found 'image'\n"
                "    hint: Did you mean 'image_alt'?"
            ),
        ),
        (
            "topics",
            "[club]",
            (
                "a.md:4: topics: expected a known key, found 'topics'\n"
                "    hint: Known keys: source_hash, reviewed, id, title, summary, image_alt, "
                "updated."
            ),
        ),
    ],
)
def test_a_wrong_value_of_a_translation_is_told_with_its_line_and_cure(key, value, printed):
    assert "\n".join(_printed(NewsTranslation, WORDS | {key: value})) == printed


@pytest.mark.parametrize("key", WORDS)
def test_a_translation_without_its_words_is_refused(key):
    words = {name: value for name, value in WORDS.items() if name != key}
    assert _printed(NewsTranslation, words) == [
        f"a.md:1: {key}: expected this key, found none\n    hint: Add the line '{key}: …'."
    ]


def test_every_mistake_is_told_in_one_run():
    facts = FACTS | {"title": "2018", "date": "never", "topics": "[]", "tags": "[]"}
    assert [line.split(":")[2] for line in _printed(NewsItem, facts)] == [
        " title",
        " date",
        " topics",
        " tags",
    ]
