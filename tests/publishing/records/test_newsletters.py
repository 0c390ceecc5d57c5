"""The front matter of issues, the list of known issues, and how to subscribe: what may stand."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.records.news import TOPICS
from publishing.records.newsletters import (
    SEASONS,
    Issue,
    IssueItem,
    IssueTranslation,
    KnownIssueList,
    Subscription,
    half_year,
)
from publishing.records.values import Record, parse_record
from publishing.sources import parse_yaml

FACTS = {
    "number": "2019-1",
    "season": "spring",
    "date": "2019-06-30",
    "title": "Mayors meet",
    "summary": "Ten mayors met in spring.",
}
WORDS = {
    "number": "2019-1",
    "title": "Мэры встречаются",
    "summary": "Десять мэров встретились весной.",
}
KNOWN = {
    "series": "Covenant News",
    "title": "Issue 1",
    "date": "2013-05",
    "url": "https://news.example/1",
}
LIST = "7c4f1a52-0f5e-4b0e-9a3d-2f8f0c1d9e11"
PICTURE = "file: club.jpg, alt: Ten mayors at a table, licence: CC BY 4.0"
ONE_OF = "expected one of news:, event:, signatory:, page: and document:"
ITEM_HINT = "    hint: Such as '- {news: polotsk-joins-the-covenant}'."
DATE_HINT = "    hint: Write 2021-04-20, or 2021-04 or 2021 where no more is known."
UUID = "the public UUID of a list, such as 7c4f1a52-0f5e-4b0e-9a3d-2f8f0c1d9e11"


def _printed(model: type[Record], facts: Mapping[str, str]) -> str:
    """Say what is wrong with front matter of these lines."""
    text = "".join(f"{key}: {value}\n" for key, value in facts.items())
    source, problems = parse_yaml(text, "a.md")
    assert problems == []
    return "\n".join(str(mistake) for mistake in parse_record(model, source)[1])


@pytest.mark.parametrize(
    ("model", "least"),
    [(Issue, FACTS), (IssueTranslation, WORDS), (KnownIssueList, {}), (Subscription, {})],
)
def test_what_is_not_written_is_absent(model, least):
    record = model.model_validate(least)
    assert record.model_dump(mode="json", exclude_defaults=True) == least


def test_the_newsletter_appears_twice_a_year():
    assert SEASONS == ("spring", "autumn")


@pytest.mark.parametrize(
    ("number", "first", "last"),
    [
        ("2011-2", date(2011, 7, 1), date(2011, 12, 31)),
        ("2019-1", date(2019, 1, 1), date(2019, 6, 30)),
        ("2020-1", date(2020, 1, 1), date(2020, 6, 30)),
        ("2099-2", date(2099, 7, 1), date(2099, 12, 31)),
    ],
)
def test_an_issue_reports_on_half_a_year(number, first, last):
    assert half_year(number) == (first, last)


@given(day=st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_every_day_is_in_one_half_year_and_half_years_follow_each_other(day):
    number = f"{day.year}-{1 if day.month <= 6 else 2}"
    first, last = half_year(number)
    assert first <= day <= last
    after = f"{day.year}-2" if number.endswith("-1") else f"{day.year + 1}-1"
    assert half_year(after)[0] == last + timedelta(days=1)


@pytest.mark.parametrize(
    ("written", "kind", "key"),
    [
        ({"news": "club-founded"}, "news", "club-founded"),
        ({"event": "forum-2019"}, "event", "forum-2019"),
        ({"signatory": "BYX001"}, "signatory", "BYX001"),
        ({"page": "about/fact-sheet.md"}, "page", "about/fact-sheet.md"),
    ],
)
def test_an_item_refers_to_one_thing(written, kind, key):
    item = IssueItem.model_validate(written)
    assert (item.kind, item.id) == (kind, key)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", "x" * 120),
        ("title", "'Բացվել է ակումբ'"),
        ("summary", "x" * 300),
        ("number", "2019-2"),
        ("season", "autumn"),
        # Which dates are right for which number is said of the file, not of its front matter.
        ("date", "2019-01-01"),
        ("items", "[]"),
        ("items", "[{news: a}, {event: b}, {signatory: UA0322}, {page: index.md}]"),
        ("items", "[{page: about/fact-sheet.md}, {page: join/how/index.md}]"),
        ("image", f"{{{PICTURE}}}"),
        ("compiled", "2026-11-22"),
        ("updated", "2026-12"),
    ],
)
def test_an_issue_may_say(key, value):
    assert _printed(Issue, FACTS | {key: value}) == ""


@pytest.mark.parametrize(
    ("key", "value", "printed"),
    [
        *(
            (
                "number",
                number,
                "1: number: expected a year and its half, such as 2019-1, " + found,
            )
            for number, found in [
                ("2019", "found the number 2019"),
                ("2019-3", "found '2019-3'"),
                ("2019-0", "found '2019-0'"),
                ("2019-01", "found '2019-01'"),
                ("19-1", "found '19-1'"),
                ("spring 2019", "found 'spring 2019'"),
            ]
        ),
        (
            "season",
            "sprng",
            (
                "2: season: expected one of 'spring' or 'autumn', found 'sprng'\n"
                "    hint: Did you mean 'spring'?"
            ),
        ),
        (
            "season",
            "winter",
            "2: season: expected one of 'spring' or 'autumn', found 'winter'",
        ),
        (
            "date",
            "30.06.2019",
            f"3: date: expected a date such as 2021-04-20, found '30.06.2019'\n{DATE_HINT}",
        ),
        (
            "date",
            "2019-06-31",
            (
                "3: date: expected a date that exists in the calendar, found '2019-06-31'\n"
                f"{DATE_HINT}"
            ),
        ),
        (
            "title",
            "Mayors <b>meet</b>",
            (
                "4: title: expected plain text without HTML, found 'Mayors <b>meet</b>'\n"
                "    hint: Write the character itself; markup is ours."
            ),
        ),
        (
            "title",
            "x" * 121,
            f"4: title: expected at most 120 characters, found '{'x' * 59}…'",
        ),
        (
            "summary",
            "''",
            (
                "5: summary: expected text that is not empty, found ''\n"
                "    hint: Remove the line if nothing is known."
            ),
        ),
        (
            "items",
            "club-founded",
            (
                "6: items: expected a list, one '- ' line each, found 'club-founded'\n"
                "    hint: Begin each entry with '- '."
            ),
        ),
        (
            "items",
            "[{news: club-founded}, forum]",
            "6: items, item 2: expected keys with values, found 'forum'",
        ),
        ("items", "[{}]", f"6: items, item 1: {ONE_OF}, found none\n{ITEM_HINT}"),
        ("items", "[{news: null}]", f"6: items, item 1: {ONE_OF}, found none\n{ITEM_HINT}"),
        (
            "items",
            "[{news: a, event: b}]",
            f"6: items, item 1: {ONE_OF}, found news and event\n{ITEM_HINT}",
        ),
        (
            "items",
            "[{news: Club_founded}]",
            (
                "6: items, item 1, news: expected lower-case letters a–z, digits and single "
                "hyphens, found 'Club_founded'\n    hint: Such as 'bila-tserkva'."
            ),
        ),
        (
            "items",
            "[{signatory: lviv}]",
            "6: items, item 1, signatory: expected an id such as UA0322 or BYX001, found 'lviv'",
        ),
        *(
            (
                "items",
                f"[{{page: {path}}}]",
                (
                    "6: items, item 1, page: expected the path of a page, such as join/index.md, "
                    f"found '{path}'"
                ),
            )
            for path in [
                "join/",
                "/join/index.md",
                "../join/index.md",
                "Join.md",
                "_shell/index.md",
            ]
        ),
        (
            "items",
            "[{film: fact-sheet}]",
            (
                "6: items, item 1, film: expected a known key, found 'film'\n"
                "    hint: Known keys: news, event, signatory, page, document."
            ),
        ),
        (
            "image",
            "{file: club.jpg, licence: CC0}",
            "6: image, alt: expected this key, found none\n    hint: Add the line 'alt: …'.",
        ),
        (
            "reviewed",
            "true",
            (
                "6: reviewed: expected a known key, found 'reviewed'\n"
                "    hint: Known keys: number, season, date, title, summary, items, image, "
                "compiled, updated."
            ),
        ),
    ],
)
def test_a_wrong_value_of_an_issue_is_told_with_its_line_and_cure(key, value, printed):
    assert _printed(Issue, FACTS | {key: value}) == f"a.md:{printed}"


@pytest.mark.parametrize(
    ("model", "least", "key"),
    [
        *((Issue, FACTS, key) for key in FACTS),
        *((IssueTranslation, WORDS, key) for key in WORDS),
    ],
)
def test_front_matter_without_what_it_needs_is_refused(model, least, key):
    facts = {name: value for name, value in least.items() if name != key}
    assert _printed(model, facts) == (
        f"a.md:1: {key}: expected this key, found none\n    hint: Add the line '{key}: …'."
    )


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", "x" * 120),
        ("image_alt", "Десять мэров за столом"),
        ("source_hash", "0123456789ab"),
        ("reviewed", "true"),
        ("updated", "2026-12-02"),
    ],
)
def test_a_translation_may_say(key, value):
    assert _printed(IssueTranslation, WORDS | {key: value}) == ""


@pytest.mark.parametrize(
    ("key", "value", "printed"),
    [
        (
            "number",
            "2019-3",
            "1: number: expected a year and its half, such as 2019-1, found '2019-3'",
        ),
        (
            "image_alt",
            "''",
            (
                "4: image_alt: expected text that is not empty, found ''\n"
                "    hint: Remove the line if nothing is known."
            ),
        ),
        (
            "source_hash",
            "unknown",
            "4: source_hash: expected 12 of the signs 0–9 and a–f, found 'unknown'",
        ),
        (
            "season",
            "spring",
            (
                "4: season: expected a known key, found 'season'\n"
                "    hint: Known keys: source_hash, reviewed, number, title, summary, image_alt, "
                "updated."
            ),
        ),
    ],
)
def test_a_wrong_value_of_a_translation_is_told_with_its_line_and_cure(key, value, printed):
    assert _printed(IssueTranslation, WORDS | {key: value}) == f"a.md:{printed}"


def _printed_known(**facts: str) -> str:
    lines = [f"{key}: {value}" for key, value in (KNOWN | facts).items() if value]
    return _printed(KnownIssueList, {"newsletters": "\n  - " + "\n    ".join(lines)})


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("date", "2013"),
        ("date", "2013-05-17"),
        ("languages", "[]"),
        ("languages", "[en, ru, uk]"),
        ("topics", "Plans and funding"),
        ("url", "http://news.example/a?b=c"),
    ],
)
def test_of_a_known_issue_may_be_said(key, value):
    assert _printed_known(**{key: value}) == ""


@pytest.mark.parametrize(
    ("key", "value", "printed"),
    [
        (
            "languages",
            "[English]",
            (
                "6: newsletters, item 1, languages, item 1: expected a code of two small letters "
                "such as uk, found 'English'"
            ),
        ),
        (
            "url",
            "news.example/1",
            (
                "5: newsletters, item 1, url: expected an address that begins with https:// or "
                "http://, found 'news.example/1'\n"
                "    hint: Copy the whole address from the browser, with https://."
            ),
        ),
        (
            "url",
            "",
            (
                "2: newsletters, item 1, url: expected this key, found none\n"
                "    hint: Add the line 'url: …'."
            ),
        ),
        (
            "language",
            "en",
            (
                "6: newsletters, item 1, language: expected a known key, found 'language'\n"
                "    hint: Did you mean 'languages'?"
            ),
        ),
    ],
)
def test_a_wrong_value_of_a_known_issue_is_told_with_its_line_and_cure(key, value, printed):
    assert _printed_known(**{key: value}) == f"a.md:{printed}"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("service", "https://lists.example/subscription/form"),
        ("service", "https://lists.sample-site.example:9443/subscription/form"),
        ("service", "http://127.0.0.1:9000/subscription/form"),
        ("languages", f"{{en: {LIST}, kk: {LIST}}}"),
        ("topics", f"{{{', '.join(f'{topic}: {LIST}' for topic in TOPICS)}}}"),
        ("address", "newsletter@sample.example"),
        ("address", "news.letter+east@lists.sample-site.example"),
    ],
)
def test_a_subscription_may_say(key, value):
    assert _printed(Subscription, {key: value}) == ""


@pytest.mark.parametrize(
    ("key", "value", "printed"),
    [
        *(
            (
                "service",
                address,
                (
                    "service: expected an address such as "
                    f"https://lists.example.org/subscription/form, found '{address}'"
                ),
            )
            for address in [
                "lists.example",
                "https://lists.example",
                "http://lists.example/subscription/form",
                "//lists.example/subscription/form",
                "https://lists.example/form; script-src *",
                "https://lists.example/form?next=a",
            ]
        ),
        (
            "languages",
            "[en]",
            "languages: expected keys with values, found a list",
        ),
        ("languages", "{en: 12}", f"languages, en: expected {UUID}, found the number 12"),
        (
            "languages",
            f"{{en: {LIST.upper()}}}",
            f"languages, en: expected {UUID}, found '{LIST.upper()}'",
        ),
        (
            "languages",
            f"{{English: {LIST}}}",
            (
                "languages, English: expected a code of two small letters such as uk, "
                "found 'English'"
            ),
        ),
        (
            "topics",
            f"{{trainings: {LIST}}}",
            (
                "topics, trainings: expected one of 'adhesion', 'action-plan', 'project', "
                "'event', 'training', 'funding' or 'club', found 'trainings'\n"
                "    hint: Did you mean 'training'?"
            ),
        ),
        *(
            (
                "address",
                address,
                f"address: expected an e-mail address of the office, found '{address}'",
            )
            for address in [
                "newsletter",
                "newsletter@localhost",
                "Newsletter@sample.example",
                "a b@sample.example",
                "a@b@sample.example",
                "mailto:a@sample.example",
                "a?cc=b@sample.example",
            ]
        ),
        (
            "servce",
            "https://lists.example/",
            "servce: expected a known key, found 'servce'\n    hint: Did you mean 'service'?",
        ),
    ],
)
def test_a_wrong_value_of_a_subscription_is_told_with_its_line_and_cure(key, value, printed):
    assert _printed(Subscription, {key: f'"{value}"' if "@" in value else value}) == (
        f"a.md:1: {printed}"
    )


def test_every_mistake_is_told_in_one_run():
    facts = FACTS | {"number": "2019-3", "date": "never", "items": "[{}]", "tags": "[]"}
    told = [line for line in _printed(Issue, facts).split("\n") if "expected" in line]
    assert [line.split(":")[2] for line in told] == [" number", " date", " items, item 1", " tags"]
