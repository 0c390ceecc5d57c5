"""Files of the newsletter made into issues, their rules, and who joined in their time."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.languages.language import Languages
from publishing.manuscripts import LinkTargets
from publishing.newsletter import (
    IssueFile,
    KnownToIssues,
    Presentable,
    check_issues,
    check_known_issues,
    check_subscription,
    joined_in,
    material_of,
    model_of,
    newsletters_from,
    parts_of,
)
from publishing.problems import report
from publishing.records.newsletters import (
    Issue,
    IssueTranslation,
    KnownIssueList,
    Subscription,
    half_year,
)
from publishing.records.values import PartialDate, parse_record
from publishing.site import Picture
from publishing.sources import Read, parse_page, parse_yaml

FACTS = {
    "number": "2019-1",
    "season": "spring",
    "date": "2019-06-30",
    "title": "Mayors meet",
    "summary": "Ten mayors met in spring.",
    "items": "\n  - {news: club-founded}",
}
WORDS = {
    "number": "2019-1",
    "title": "Мэры встречаются",
    "summary": "Десять мэров встретились весной.",
}
AUTUMN = {"number": "2019-2", "season": "autumn", "date": "2019-12-31"}
TEXT = "A quiet half-year.\n"
# The hash of FACTS with the text above.
HASH = "e868f9f3464d"
IMAGE = "{file: club.jpg, alt: Ten mayors, licence: CC0}"
CLUB = Picture("assets/images/newsletter/club.jpg", "image/jpeg", 80_000, 1200, 800)
PAGES = {
    "index.md": (),
    "join/index.md": ["who", "how"],
    "newsletter/index.md": (),
    "newsletter/subscribe.md": (),
}


def _published(day: str | None, written: str) -> Presentable:
    return Presentable(PartialDate(day).first_day if day else None, written.split())


KNOWN = KnownToIssues(
    presentable={
        ("news", "club-founded"): _published("2019-05-20", "en ru"),
        ("news", "forum"): _published("2019-06-30", "en"),
        ("news", "assembly"): _published("2019-07-01", "en"),
        ("news", "in-georgian"): _published("2019-05-20", "ka"),
        ("event", "club-meeting"): _published("2019-04-01", "en"),
        ("signatory", "UA0322"): _published(None, "en ru ka"),
        ("page", "about/fact-sheet.md"): _published(None, "en"),
    },
    unread=frozenset({"unread-item"}),
    links=LinkTargets({}, ()),
    pictures={"club.jpg": CLUB},
)


def _file(path: str, facts: Mapping[str, str | None], body: str = TEXT) -> IssueFile:
    """Read a file such as `en/2019-1.md`; facts that are None are left out."""
    lines = [f"{key}: {value}\n" for key, value in facts.items() if value is not None]
    head = f"---\n{''.join(lines)}---\n"
    language, name = path.split("/")
    source, text, problems = parse_page(head + body, f"docs/{language}/newsletter/{name}")
    record, mistakes = parse_record(model_of(source.value), source)
    assert (problems, mistakes) == ([], [])
    assert record is not None
    first_line = head.count("\n") + 1
    return IssueFile(language, record, text, source, first_line, name.removesuffix(".md"))


def _original(body: str = TEXT, **facts: str | None) -> IssueFile:
    return _file("en/2019-1.md", FACTS | facts, body)


def _russian(body: str = "Тихое полугодие.\n", **words: str | None) -> IssueFile:
    return _file("ru/2019-1.md", WORDS | {"source_hash": HASH} | words, body)


@pytest.fixture
def printed(languages):
    """What is said about files, as an editor reads it, without the last line's count."""

    def check(*files, known=KNOWN):
        targets = replace(known.links, pages=PAGES, files={file.path for file in files})
        known = replace(known, links=targets)
        return report(check_issues(files, known, languages)).rpartition("\n")[0]

    return check


@pytest.mark.parametrize(
    ("front_matter", "model"),
    [
        (["number", "season", "date", "title", "summary", "items"], Issue),
        (["number", "title", "summary", "date"], Issue),
        (["number", "title", "summary", "season", "items"], Issue),
        (["number", "title", "summary", "items"], Issue),
        (["number", "title", "summary", "source_hash", "reviewed"], IssueTranslation),
        (["number", "title", "summary", "updated", "image_alt"], IssueTranslation),
        (["number", "title", "summary", "image", "compiled"], IssueTranslation),
        (["number", "title", "summary", "source_hash", "date", "season"], IssueTranslation),
        ([], IssueTranslation),
    ],
)
def test_a_date_a_season_or_items_and_no_hash_make_an_original(front_matter, model):
    assert model_of(dict.fromkeys(front_matter, "x")) is model


@pytest.mark.parametrize("front_matter", [None, "text", ["date", "season"]])
def test_a_file_without_keys_is_no_original(front_matter):
    assert model_of(front_matter) is IssueTranslation


@pytest.mark.parametrize(
    ("html", "editorial", "sections"),
    [
        ("<p>A.</p>", "<p>A.</p>", ""),
        (
            "<p>A.</p>\n<h2>B</h2>\n<p>C.</p>\n<h2>D</h2>",
            "<p>A.</p>\n",
            "<h2>B</h2>\n<p>C.</p>\n<h2>D</h2>",
        ),
        ('<h2 id="b">B</h2>\n<p>C.</p>', "", '<h2 id="b">B</h2>\n<p>C.</p>'),
        ("<p>A: &lt;h2&gt;</p>\n<h3>B</h3>", "<p>A: &lt;h2&gt;</p>\n<h3>B</h3>", ""),
        ("", "", ""),
    ],
    ids=["editorial only", "both", "sections only", "other headings", "nothing"],
)
def test_the_editorial_ends_at_the_first_heading_of_the_second_level(html, editorial, sections):
    assert parts_of(html) == (editorial, sections)


def test_the_files_of_an_issue_become_one(languages):
    original = _original(image=IMAGE, updated="2019-07")
    russian = _russian(image_alt="Десять мэров", reviewed="true", updated="2019-08-01")
    (issue,) = newsletters_from([russian, original], {"club.jpg": CLUB}, languages)
    assert (issue.address, issue.issue, issue.picture) == (
        "newsletter/2019-1/",
        original.record,
        CLUB,
    )
    assert [
        (one.language, one.title, one.body, one.image_alt, one.updated, one.is_original)
        for one in issue.texts.values()
    ] == [
        ("en", "Mayors meet", TEXT, "Ten mayors", "2019-07", True),
        ("ru", "Мэры встречаются", "Тихое полугодие.\n", "Десять мэров", "2019-08-01", False),
    ]


def test_a_text_knows_its_file_and_the_line_that_it_starts_at(languages):
    (issue,) = newsletters_from([_original(), _russian()], {}, languages)
    assert [(text.file, text.first_line) for text in issue.texts.values()] == [
        ("docs/en/newsletter/2019-1.md", 10),
        ("docs/ru/newsletter/2019-1.md", 7),
    ]


def test_an_issue_without_picture_has_none_whatever_pictures_there_are(languages):
    (issue,) = newsletters_from([_original(), _russian()], {"club.jpg": CLUB}, languages)
    assert issue.picture is None
    assert [text.image_alt for text in issue.texts.values()] == ["", ""]


@pytest.mark.parametrize(
    ("words", "is_outdated", "reviewed"),
    [
        ({"source_hash": HASH}, False, False),
        ({"source_hash": HASH, "reviewed": "true"}, False, True),
        ({"source_hash": "0123456789ab", "reviewed": "true"}, True, True),
        ({"source_hash": None}, True, False),
    ],
    ids=["current", "read by a native speaker", "outdated", "without hash"],
)
def test_a_translation_knows_whether_it_is_up_to_date(languages, words, is_outdated, reviewed):
    (issue,) = newsletters_from([_original(), _russian(**words)], {}, languages)
    russian, english = issue.texts["ru"], issue.texts["en"]
    assert (russian.is_outdated, russian.reviewed) == (is_outdated, reviewed)
    assert (english.is_outdated, english.reviewed) == (False, True)


@pytest.mark.parametrize(
    ("changed", "is_another"),
    [
        ({"title": "Mayors met"}, True),
        ({"summary": "Eleven mayors met."}, True),
        ({"body": "A loud half-year.\n"}, True),
        ({"items": "[]"}, False),
        ({"date": "2019-06-29"}, False),
        ({"image": IMAGE}, False),
    ],
)
def test_words_make_a_translation_outdated_and_facts_do_not(changed, is_another):
    assert (_original(**changed).hash != HASH) is is_another


@given(
    numbers=st.lists(
        st.builds("{}-{}".format, st.integers(2008, 2026), st.integers(1, 2)), unique=True
    ),
    data=st.data(),
)
def test_issues_are_sorted_the_newest_first_whatever_the_order_of_files(languages, numbers, data):
    files = [
        _file(f"en/{number}.md", FACTS | {"number": number, "date": str(half_year(number)[1])})
        for number in numbers
    ]
    shuffled = data.draw(st.permutations(files))
    found = newsletters_from(shuffled, {}, languages)
    days = [one.issue.date.first_day for one in found]
    assert len(days) == len(numbers)
    assert days == sorted(days, reverse=True)


# Who joined


@pytest.fixture
def joined(an_entry):
    """Who joined in a half-year, by country, of signatories such as `UA0001="2019-05-20"`."""

    def found(number, **dates):
        entries = []
        for key, day in dates.items():
            adhesion = {"date": day, "as_of": "2024-01", "source": "jrc-2024"}
            named = {"read": "2026-11-21", "url": "https://news.example/"}
            facts = {"adhesion": adhesion if day else None}
            entries.append(an_entry(key, **facts, named_as_signatory=None if day else named))
        return {
            country: [entry.signatory.id for entry in group]
            for country, group in joined_in(entries, number).items()
        }

    return found


@pytest.mark.parametrize(
    ("day", "number"),
    [
        ("2018-12-31", "2018-2"),
        ("2019-01-01", "2019-1"),
        ("2019-06-30", "2019-1"),
        ("2019-07-01", "2019-2"),
        ("2019-12-31", "2019-2"),
        ("2020-01-01", "2020-1"),
        ("2020-02-29", "2020-1"),
        ("2019-01", "2019-1"),
        ("2019-06", "2019-1"),
        ("2019-07", "2019-2"),
        ("2019-12", "2019-2"),
    ],
)
def test_an_adhesion_is_in_the_half_year_of_its_day_or_month(joined, day, number):
    others = {"2018-2", "2019-1", "2019-2", "2020-1"} - {number}
    assert joined(number, UA0001=day) == {"ua": ["UA0001"]}
    assert [joined(other, UA0001=day) for other in others] == [{}, {}, {}]


@pytest.mark.parametrize("number", ["2019-1", "2019-2"])
@pytest.mark.parametrize("day", ["2019", None], ids=["known by its year only", "not known"])
def test_an_adhesion_without_a_month_is_in_no_issue(joined, number, day):
    assert joined(number, UA0001=day) == {}


def test_who_joined_is_listed_by_country_the_earliest_first(joined):
    assert joined(
        "2019-1",
        UA0003="2019-03-02",
        KZ0001="2019-02",
        UA0001="2019-03",
        UA0002="2019-01-31",
        KZ0002="2019-01-01",
        UA0004="2019-03-01",
    ) == {"ua": ["UA0002", "UA0001", "UA0004", "UA0003"], "kz": ["KZ0002", "KZ0001"]}


def test_what_issues_are_made_of_is_found_by_id(a_site, an_entry, an_issue):
    entry = an_entry("UA0001")
    issues = (an_issue("2021-2"), an_issue("2021-1"))
    material = material_of(replace(a_site(entry), newsletters=issues))
    assert material.entries == {"UA0001": entry}
    assert material.joined == {"2021-2": {}, "2021-1": {"ua": [entry]}}


# Rules


def test_right_files_are_no_problem(printed):
    items = """
  - {news: club-founded}
  - {news: forum}
  - {event: club-meeting}
  - {signatory: UA0322}
  - {page: about/fact-sheet.md}"""
    body = "A quiet half-year.\n\n## Achievements {#achievements}\n\nNone.\n"
    original = _original(body, items=items, image=IMAGE, compiled="2026-11-22")
    russian = _russian(source_hash=original.hash, image_alt="Десять мэров")
    autumn = _file("en/2019-2.md", FACTS | AUTUMN)
    assert printed(original, russian, autumn) == ""


def test_an_issue_may_present_nothing(printed):
    assert printed(_original(items=None)) == ""


@pytest.mark.parametrize("date", ["2019-01-01", "2019-06-30"])
def test_an_issue_is_dated_on_any_day_of_its_half_year(printed, date):
    assert printed(_original(date=date, items="[]")) == ""


ORDER = "An issue is dated in its half-year, so that issues stay in their order."
SEASON = "Issues …-1 are spring, January to June; …-2 autumn, July to December."
IN_FACTS = {
    "season of the other half": (
        {"season": "autumn"},
        f":3: season: expected spring, found 'autumn'\n    hint: {SEASON}",
    ),
    "day before the half-year": (
        {"date": "2018-12-31", "items": "[]"},
        (
            ":4: date: expected a day from 2019-01-01 to 2019-06-30, found '2018-12-31'\n"
            f"    hint: {ORDER}"
        ),
    ),
    "day after the half-year": (
        {"date": "2019-07-01"},
        (
            ":4: date: expected a day from 2019-01-01 to 2019-06-30, found '2019-07-01'\n"
            f"    hint: {ORDER}"
        ),
    ),
    "month instead of a day": (
        {"date": "2019-06"},
        (
            ":4: date: expected a day from 2019-01-01 to 2019-06-30, found '2019-06'\n"
            "    hint: Write the whole day, such as 2019-06-30."
        ),
    ),
    "digest made before its time was over": (
        {"compiled": "2019-06-30"},
        (
            ":9: compiled: expected a day after the issue's date, 2019-06-30, found '2019-06-30'\n"
            "    hint: Only a digest made after its half-year has this line; remove it from others."
        ),
    ),
    # Of such a file nothing else is certain.
    "number unlike the file's name": (
        {"number": "2018-1", "season": "autumn", "items": "\n  - {news: unknown}"},
        (
            ":2: number: expected the number of the file name, 2019-1, found '2018-1'\n"
            "    hint: Correct one of the two; the file would be 2018-1.md."
        ),
    ),
    "unknown news": (
        {"items": "\n  - {event: club-meeting}\n  - {news: harvest}"},
        (
            ":9: items, item 2, news: expected the id of a news item, found 'harvest'\n"
            "    hint: See id: in docs/<language>/news/."
        ),
    ),
    "news with a slip in the id": (
        {"items": "\n  - {news: club-foundet}"},
        (
            ":8: items, item 1, news: expected the id of a news item, found 'club-foundet'\n"
            "    hint: Did you mean 'club-founded'?"
        ),
    ),
    "unknown event": (
        {"items": "\n  - {event: club-founded}"},
        (
            ":8: items, item 1, event: expected the id of an event, found 'club-founded'\n"
            "    hint: See id: in data/events/."
        ),
    ),
    "unknown signatory": (
        {"items": "\n  - signatory: KZ9999"},
        (
            ":8: items, item 1, signatory: expected the id of a signatory, found 'KZ9999'\n"
            "    hint: See id: in data/signatories/."
        ),
    ),
    "unknown page": (
        {"items": "\n  - {page: join/index.md}"},
        (
            ":8: items, item 1, page: expected the path of a page below docs/en/, "
            "found 'join/index.md'\n    hint: Such as about/fact-sheet.md."
        ),
    ),
    "item published later": (
        {"items": "\n  - {news: assembly}"},
        (
            ":8: items, item 1, news: expected something published by the date of the issue, "
            "2019-06-30, found 'assembly', of 2019-07-01\n"
            "    hint: Keep it for the next issue, or correct one of the two dates."
        ),
    ),
    "item that readers cannot read": (
        {"items": "\n  - {news: in-georgian}"},
        (
            ":8: items, item 1, news: expected an item with a text for en, found 'in-georgian'\n"
            "    hint: Translate the item, or present another one: these readers could not read it."
        ),
    ),
    "doubled item": (
        {"items": "\n  - {news: club-founded}\n  - {news: forum}\n  - {news: club-founded}"},
        (
            ":10: items, item 3, news: expected each item once, found 'club-founded'\n"
            "    hint: Remove one of the two."
        ),
    ),
    "unknown picture": (
        {"image": "{file: clubs.jpg, alt: Ten mayors, licence: CC0}"},
        (
            ":9: image, file: expected a picture in docs/assets/images/newsletter/, "
            "found 'clubs.jpg'\n    hint: Put the picture there; the name is lower case."
        ),
    ),
}


@pytest.mark.parametrize(("facts", "told"), IN_FACTS.values(), ids=IN_FACTS)
def test_a_mistake_in_the_facts_is_told(printed, facts, told):
    assert printed(_original(**facts)) == f"docs/en/newsletter/2019-1.md{told}"


PAGE_HINT = "Write ../join/index.md for a page, ../news/<file>.md for news in this language."
NO_EDITORIAL = "editorial: expected some sentences before the first heading, found"
EDITORIAL_HINT = "    hint: Say in a few sentences what this half-year was."
IN_TEXT = {
    "no text": (" \n", f":10: {NO_EDITORIAL} none\n{EDITORIAL_HINT}"),
    "no editorial": (
        "\n## Achievements\n\nNone.\n",
        f":10: {NO_EDITORIAL} a heading\n{EDITORIAL_HINT}",
    ),
    "heading before the editorial": (
        "### Editorial\n\nA quiet half-year.\n",
        f":10: {NO_EDITORIAL} a heading\n{EDITORIAL_HINT}",
    ),
    "heading of the first level": (
        "Quiet.\n\n# Achievements\n",
        (
            ":12: text: expected headings of the second level, found one of the first\n"
            "    hint: Begin a section with '## '; the title stands in title:."
        ),
    ),
    "comment": (
        "Quiet.\n\n<!-- later -->\n",
        (
            ":12: text: expected a text without comments, found '<!--'\n"
            "    hint: Readers of e-mails would see it; remove it."
        ),
    ),
    "HTML": (
        "Quiet.\n\n<b>Very</b>\n",
        (
            ":12: text: expected Markdown without HTML, found '<b>'\n"
            "    hint: Write it in Markdown; templates make the HTML."
        ),
    ),
    "attributes": (
        "Quiet.\n\nHow to [join](../join/index.md){target=_blank}.\n",
        (
            ":12: text: expected no attributes but {#id}, found '{target=_blank}'\n"
            "    hint: The look of the site is in docs/assets/site.css."
        ),
    ),
    "link to no page": (
        "Quiet.\n\nHow to [join](../jion/index.md).\n",
        (
            ":12: link: expected a page of the site, found '../jion/index.md'\n"
            f"    hint: {PAGE_HINT}"
        ),
    ),
    "link to no heading, in a free section": (
        "Quiet.\n\n## Dates\n\nHow to [join](../join/index.md#hwo).\n",
        (
            ":14: link: expected a heading of that page with this {#id}, found 'hwo'\n"
            "    hint: Known there: how, who."
        ),
    ),
    "link to no issue": (
        "See [the other](2018-2.md).\n",
        f":10: link: expected a page of the site, found '2018-2.md'\n    hint: {PAGE_HINT}",
    ),
    "picture in the text": (
        "Quiet.\n\n![Ten mayors](club.jpg)\n",
        (
            ":12: text: expected a text without pictures, found 'club.jpg'\n"
            "    hint: Name it by image: in the original, with what it shows and its licence."
        ),
    ),
}


@pytest.mark.parametrize(("body", "told"), IN_TEXT.values(), ids=IN_TEXT)
def test_a_mistake_in_the_text_is_told(printed, body, told):
    assert printed(_original(body)) == f"docs/en/newsletter/2019-1.md{told}"


@pytest.mark.parametrize(
    "body",
    [
        "See [this issue](2019-1.md) and [all](index.md).",
        "[Subscribe](subscribe.md) or [join](../join/index.md#how).",
        "See [there](https://example.org/a.md).",
    ],
)
def test_a_text_may_link_to_issues_pages_and_the_web(printed, body):
    assert printed(_original(body)) == ""


def test_a_translation_needs_an_editorial_too(printed):
    assert printed(_original(), _russian("## Достижения\n\nНет.\n")) == (
        f"docs/ru/newsletter/2019-1.md:7: {NO_EDITORIAL} a heading\n{EDITORIAL_HINT}"
    )


def test_a_link_to_a_file_with_mistakes_of_its_own_is_not_told_dead(printed):
    known = replace(KNOWN, links=LinkTargets({}, (), unread={"2018-2"}))
    assert printed(_original("See [the other](2018-2.md)."), known=known) == ""
    assert printed(_original("See [the other](2018-1.md)."), known=known) != ""


def test_an_item_with_mistakes_of_its_own_is_not_told_missing(printed):
    items = "\n  - {news: unread-item}\n  - {event: unread-item}"
    assert printed(_original(items=items)) == ""


def test_a_translation_of_an_original_with_mistakes_of_its_own_is_no_orphan(printed):
    assert printed(_russian(), known=replace(KNOWN, unread={"2019-1"})) == ""


@pytest.mark.parametrize(
    ("item", "unread"),
    [
        ("{news: club-founded}", ""),
        ("{news: forum}", ""),
        ("{news: in-georgian}", "en, ru"),
        ("{event: club-meeting}", ""),
    ],
    ids=["in both", "by the chain", "in neither", "of an event by the chain"],
)
def test_what_an_issue_presents_is_readable_in_all_its_languages(printed, item, unread):
    told = printed(_original(items=f"\n  - {item}"), _russian())
    expected = f"expected an item with a text for {unread}," if unread else ""
    assert expected in told
    assert bool(told) is bool(unread)


def test_an_item_may_be_unknown_to_languages_that_the_issue_is_not_in(printed):
    georgian = _file("ka/2019-1.md", FACTS | {"items": "\n  - {news: in-georgian}"})
    assert printed(georgian) == (
        "docs/ka/newsletter/2019-1.md: note: file: expected also a text in 'en', found none\n"
        "    hint: It is only shown in: ka."
    )


BETWEEN_FILES = {
    "translation without original": (
        [_russian()],
        (
            "docs/ru/newsletter/2019-1.md:2: number: expected an issue with its facts, "
            "found translations only\n"
            "    hint: One file of every issue holds date:, season: and items:; is the number "
            "right?"
        ),
    ),
    "number of the issue before": (
        [_original(), _file("en/2019-2.md", FACTS)],
        (
            "docs/en/newsletter/2019-2.md:2: number: expected a number that "
            "docs/en/newsletter/2019-1.md does not have, found '2019-1'\n"
            "    hint: Is it 2019-2, as the file is named?"
        ),
    ),
    "number of the issue after": (
        [_file("en/2018-2.md", FACTS), _original(), _russian()],
        (
            "docs/en/newsletter/2018-2.md:2: number: expected a number that "
            "docs/en/newsletter/2019-1.md does not have, found '2019-1'\n"
            "    hint: Is it 2018-2, as the file is named?"
        ),
    ),
    "translation with the number of another issue": (
        [_original(), _russian(), _file("ru/2019-2.md", WORDS | {"source_hash": HASH})],
        (
            "docs/ru/newsletter/2019-2.md:2: number: expected a number that "
            "docs/ru/newsletter/2019-1.md does not have, found '2019-1'\n"
            "    hint: Is it 2019-2, as the file is named?"
        ),
    ),
    "facts told twice": (
        [_original(), _file("ru/2019-1.md", FACTS)],
        (
            "docs/ru/newsletter/2019-1.md:4: date: expected words only: the facts stand in "
            "docs/en/newsletter/2019-1.md, found facts\n"
            "    hint: Keep number, title and summary here; the facts are told once."
        ),
    ),
    "translation without hash": (
        [_original(), _russian(source_hash=None)],
        (
            "docs/ru/newsletter/2019-1.md: source_hash: expected the hash of the text it "
            "translates, found none\n    hint: When it says what the original says: "
            "make accept FILES=docs/ru/newsletter/2019-1.md"
        ),
    ),
    "outdated translation": (
        [_original(), _russian(source_hash="0123456789ab")],
        (
            f"docs/ru/newsletter/2019-1.md:5: note: source_hash: expected {HASH}, the text of "
            "docs/en/newsletter/2019-1.md today, found '0123456789ab'\n"
            "    hint: When it says what the original says: "
            "make accept FILES=docs/ru/newsletter/2019-1.md"
        ),
    ),
    "picture that a translation says nothing about": (
        [_original(image=IMAGE), _russian()],
        (
            "docs/ru/newsletter/2019-1.md:2: image_alt: expected what the picture shows, in this "
            "language, found none\n    hint: The picture itself stands in the original."
        ),
    ),
    "words about a picture that is not there": (
        [_original(), _russian(image_alt="Десять мэров")],
        (
            "docs/ru/newsletter/2019-1.md:6: image_alt: expected no line: the original has no "
            "picture, found 'Десять мэров'\n    hint: The picture itself stands in the original."
        ),
    ),
}


@pytest.mark.parametrize(("files", "told"), BETWEEN_FILES.values(), ids=BETWEEN_FILES)
def test_a_mistake_between_files_is_told(printed, files, told):
    assert printed(*files) == told


SMALLER = "Make it smaller: 1200 pixels and quality 75 are plenty on a telephone."


@pytest.mark.parametrize(
    ("measures", "told"),
    [
        ({"size": 300_001}, f"found 301 kB and 1200 pixels\n    hint: {SMALLER}"),
        ({"width": 2001}, f"found 80 kB and 2001 pixels\n    hint: {SMALLER}"),
        ({"height": 2001}, f"found 80 kB and 2001 pixels\n    hint: {SMALLER}"),
    ],
    ids=["too heavy", "too wide", "too high"],
)
def test_a_picture_that_no_telephone_wants_is_refused(printed, measures, told):
    known = replace(KNOWN, pictures={"club.jpg": replace(CLUB, **measures)})
    assert printed(_original(image=IMAGE), known=known) == (
        "docs/en/newsletter/2019-1.md:9: image, file: expected at most 300 kB and 2000 pixels a "
        f"side, {told}"
    )


def test_a_picture_that_cannot_be_opened_is_refused(printed):
    known = replace(KNOWN, pictures={"club.jpg": replace(CLUB, width=-1, height=-1)})
    assert printed(_original(image=IMAGE), known=known) == (
        "docs/en/newsletter/2019-1.md:9: image, file: expected a picture that can be opened, "
        "found 'club.jpg'\n    hint: Open it in a picture program and save it anew."
    )


def test_every_mistake_is_told_in_one_run(printed):
    items = "\n  - {news: assembly}\n  - {event: forum}"
    body = "## <b>Dates</b>\n\n[They met](../met.md)\n"
    original = _original(body, season="autumn", items=items)
    told = printed(original, _russian("", source_hash=None))
    assert [line.split(": expected")[0] for line in told.split("\n") if "expected" in line] == [
        "docs/en/newsletter/2019-1.md:3: season",
        "docs/en/newsletter/2019-1.md:8: items, item 1, news",
        "docs/en/newsletter/2019-1.md:9: items, item 2, event",
        "docs/en/newsletter/2019-1.md:11: editorial",
        "docs/en/newsletter/2019-1.md:11: text",
        "docs/en/newsletter/2019-1.md:13: link",
        "docs/ru/newsletter/2019-1.md: source_hash",
        "docs/ru/newsletter/2019-1.md:6: editorial",
    ]


# The original newsletters

KNOWN_ISSUE = """\
  - series: Covenant News
    title: Issue 1
    date: 2013-05
    languages: [en, ru]
    url: https://news.example/1
"""


def _known_issues(text: str) -> Read[KnownIssueList]:
    source, problems = parse_yaml("newsletters:\n" + text, "data/newsletters.yml")
    record, mistakes = parse_record(KnownIssueList, source)
    assert (problems, mistakes) == ([], [])
    assert record is not None
    return Read(record, source)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Covenant News", "Other News"),
        ("Issue 1", "Issue 2"),
        ("2013-05", "2013-06"),
        ("[en, ru]", "[uk]"),
    ],
    ids=["series", "title", "date", "languages"],
)
def test_issues_that_differ_in_anything_but_their_address_are_two(old, new):
    found = _known_issues(KNOWN_ISSUE + KNOWN_ISSUE.replace(old, new))
    assert list(check_known_issues(found)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            KNOWN_ISSUE + KNOWN_ISSUE.replace("example/1", "example/2"),
            (
                "8: newsletters, item 2, title: expected each issue once, found 'Issue 1'\n"
                "    hint: Remove one."
            ),
        ),
        (
            KNOWN_ISSUE.replace("[en, ru]", "[en, xx]"),
            (
                "5: newsletters, item 1, languages, item 2: expected the code of a language, "
                "found 'xx'\n    hint: ISO 639-1, such as uk."
            ),
        ),
    ],
    ids=["doubled", "no language"],
)
def test_a_mistake_in_the_list_of_known_issues_is_told(text, told):
    mistakes = check_known_issues(_known_issues(text))
    assert [str(problem) for problem in mistakes] == [f"data/newsletters.yml:{told}"]


# Subscribing

SERVICE = "    service: https://lists.example/subscription/form\n"
ENGLISH = "    languages:\n      en: 7c4f1a52-0f5e-4b0e-9a3d-2f8f0c1d9e11\n"


def _subscription_mistakes(lines: str, languages: Languages) -> list[str]:
    settings, problems = parse_yaml(f"extra:\n  newsletter:\n{lines}", "mkdocs.yml")
    part = settings.part(("extra", "newsletter"))
    subscription, mistakes = parse_record(Subscription, part)
    assert (problems, mistakes) == ([], [])
    assert subscription is not None
    return [str(problem) for problem in check_subscription(subscription, settings, languages)]


@pytest.mark.parametrize(
    "lines",
    [
        "    address: newsletter@sample.example\n",
        SERVICE + ENGLISH,
        # The lists can be there before the service is.
        ENGLISH,
    ],
)
def test_a_right_subscription_is_no_problem(languages, lines):
    assert _subscription_mistakes(lines, languages) == []


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            SERVICE,
            (
                "3: extra, newsletter, service: expected a list for each language the newsletter "
                "is sent in, found none\n"
                "    hint: Write 'languages: {en: <UUID of its list>}', at least."
            ),
        ),
        (
            SERVICE + ENGLISH + "      de: 7c4f1a52-0f5e-4b0e-9a3d-2f8f0c1d9e12\n",
            (
                "6: extra, newsletter, languages, de: expected a language of the site, found 'de'\n"
                "    hint: See the list of languages above it."
            ),
        ),
    ],
    ids=["service without lists", "language that the site has not"],
)
def test_a_subscription_that_cannot_work_is_told(languages, lines, told):
    assert _subscription_mistakes(lines, languages) == [f"mkdocs.yml:{told}"]
