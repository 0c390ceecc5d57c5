"""The identity ledger: what subscribers hold, compared with what is published today."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing import newsletter
from publishing.ledger import Item, adhesion_id, check_ledger, items_today, ledger_text
from publishing.newsletter import IssueFile
from publishing.newsroom import NewsFile, model_of
from publishing.problems import errors, report
from publishing.records.events import Event
from publishing.records.ledger import Ledger
from publishing.records.signatories import Signatory
from publishing.records.values import parse_record
from publishing.site import Entry, Occasion
from publishing.sources import Read, parse_page, parse_yaml

HEAD = """\
# Identities that subscribers hold. Written by 'make site' and 'make ledger', which only add lines
# and bring an event's new sequence in; commit it with what it names. What each line means:
# CONTRIBUTING.md, "Identities".
identity: "tag:sample.example,2026:"
"""
IDENTITY = 'identity: "tag:sample.example,2026:"\n'
FACTS = {
    "id": "club",
    "title": "Club",
    "date": "2018-10-17",
    "topics": "[club]",
    "summary": "Club.",
    "sources": "[{name: A, url: 'https://a.org'}]",
}
ISSUE = {
    "number": "2019-1",
    "season": "spring",
    "date": "2019-06-30",
    "title": "Issue",
    "summary": "Issue.",
}
FORUM = {"id": "forum", "title": "{en: Forum}", "start": "2026-05-20"}
ADHESION = "{date: 2021-04-20, as_of: 2024-01, source: jrc-2024}"
LVIV = {"id": "UA0322", "name": "Lviv", "adhesion": ADHESION}


def _lines(facts: Mapping[str, object]) -> str:
    return "".join(f"{key}: {value}\n" for key, value in facts.items())


def _news(name: str = "2018-10-17-club", language: str = "en", **facts: str) -> NewsFile:
    path = f"docs/{language}/news/{name}.md"
    words = FACTS | facts if language == "en" else {"id": "club", "title": "К", "summary": "К"}
    source, body, _problems = parse_page(f"---\n{_lines(words)}---\nText.\n", path)
    record, mistakes = parse_record(model_of(source.value), source)
    assert mistakes == []
    assert record is not None
    return NewsFile(language, record, body, source, 9, name[:10], name[11:])


def _issue(name: str = "2019-1", language: str = "en", **facts: str) -> IssueFile:
    path = f"docs/{language}/newsletter/{name}.md"
    words = {"number": name, "title": "В", "summary": "В"}
    told = ISSUE | {"number": name} | facts if language == "en" else words
    source, body, _problems = parse_page(f"---\n{_lines(told)}---\nText.\n", path)
    record, mistakes = parse_record(newsletter.model_of(source.value), source)
    assert mistakes == []
    assert record is not None
    return IssueFile(language, record, body, source, 8, name)


def _issues(*files: IssueFile) -> list[Item]:
    return items_today([], [], [], files)


def _event(name: str = "forum", **facts: object) -> Read[Occasion]:
    path = f"data/events/{name}.yml"
    source, _problems = parse_yaml(_lines(FORUM | facts), path)
    event, mistakes = parse_record(Event, source)
    assert mistakes == []
    assert event is not None
    return Read(Occasion(name, path, event), source)


def _signatory(name: str = "lviv", **facts: str) -> Read[Entry]:
    path = f"data/signatories/ua/{name}.yml"
    source, _problems = parse_yaml(_lines(LVIV | facts), path)
    signatory, mistakes = parse_record(Signatory, source)
    assert mistakes == []
    assert signatory is not None
    return Read(Entry("ua", name, path, signatory), source)


def _ledger(lines: str = "") -> Read[Ledger]:
    source, problems = parse_yaml(IDENTITY + lines, "data/ledger.yml")
    ledger, mistakes = parse_record(Ledger, source)
    assert (problems, mistakes) == ([], [])
    assert ledger is not None
    return Read(ledger, source)


def _printed(lines: str, items: Sequence[Item], moved: Mapping[str, str] | None = None) -> str:
    """Say what has become of the ledger's identities, without the last line's count."""
    return report(check_ledger(_ledger(lines), items, moved or {})).rpartition("\n")[0]


NEWS_HELD = "news:\n  club: {date: 2018-10-17, slug: club}\n"
ISSUE_HELD = "newsletters:\n  2019-1: {date: 2019-06-30}\n"
EVENT_HELD = (
    "events:\n"
    '  forum: {date: 2026-05-20, slug: forum, sequence: 1, state: "2026-05-20 confirmed"}\n'
)
ADHESION_HELD = "adhesions:\n  UA0322-2021: {date: 2021-04-20}\n"


@pytest.mark.parametrize(
    "lines",
    [
        "",
        "news: {}\nnewsletters: {}\nevents: {}\nadhesions: {}\n",
        "news: {}\nevents: {}\nadhesions: {}\n",
        ISSUE_HELD,
        "news:\n  club: {date: 2018-10, slug: club, withdrawn: 2026-11-22}\n",
        "events:\n  forum: {date: 2026, slug: forum, sequence: 0, state: 2026 confirmed}\n",
        ADHESION_HELD,
        NEWS_HELD + EVENT_HELD + ADHESION_HELD,
    ],
)
def test_a_ledger_may_hold(lines):
    assert _ledger(lines).record.identity == "tag:sample.example,2026:"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "news: {}\n",
            "1: identity: expected this key, found none\n    hint: Add the line 'identity: …'.",
        ),
        (
            IDENTITY + "news:\n  club: {slug: club}\n",
            "3: news, club, date: expected this key, found none\n    hint: Add the line 'date: …'.",
        ),
        (
            IDENTITY + "news:\n  club: {date: 2018, slug: Club}\n",
            (
                "3: news, club, slug: expected lower-case letters a–z, digits and single hyphens, "
                "found 'Club'\n    hint: Such as 'bila-tserkva'."
            ),
        ),
        (
            IDENTITY + "news:\n  club: {date: 2018, slug: club, withdrawn: yes}\n",
            (
                "3: news, club, withdrawn: expected a date such as 2021-04-20, found 'yes'\n"
                "    hint: Write 2021-04-20, or 2021-04 or 2021 where no more is known."
            ),
        ),
        (
            IDENTITY + "events:\n  forum: {date: 2026, sequence: first}\n",
            (
                "3: events, forum, sequence: expected a whole number, found 'first'\n"
                "    hint: Digits only: no quotes, no spaces, no unit."
            ),
        ),
        (
            IDENTITY + "adhesion:\n  UA0322-2021: {date: 2021}\n",
            (
                "2: adhesion: expected a known key, found 'adhesion'\n"
                "    hint: Did you mean 'adhesions'?"
            ),
        ),
    ],
)
def test_a_ledger_written_by_hand_is_told_its_mistakes(text, told):
    source, _problems = parse_yaml(text, "data/ledger.yml")
    _record, mistakes = parse_record(Ledger, source)
    assert [str(mistake) for mistake in mistakes] == [f"data/ledger.yml:{told}"]


@pytest.mark.parametrize(
    "identity",
    [
        "tag:sample.example,2026:",
        "tag:sample.example,2026-11:",
        "tag:www.sample-site.example,2026-11-22:",
    ],
)
def test_an_identity_is_the_start_of_a_tag_address(identity):
    assert Ledger(identity=identity).identity == identity


@pytest.mark.parametrize(
    "identity",
    [
        "",
        "https://sample.example/",
        "tag:sample.example:",
        "tag:sample.example,26:",
        "tag:sample.example,2026",
        "tag:sample.example,2026:news",
        "tag:Sample.example,2026:",
        "tag:a@sample.example,2026:",
        "tag:приклад.укр,2026:",
    ],
)
def test_another_identity_is_refused(identity):
    with pytest.raises(ValueError, match="the start of a tag URI such as tag:"):
        Ledger(identity=identity)


@pytest.mark.parametrize(
    ("date", "key"),
    [("2021-04-20", "UA0322-2021"), ("2009-02", "UA0322-2009"), ("2015", "UA0322-2015")],
)
def test_an_adhesion_is_known_by_the_signatory_and_the_year(date, key):
    adhesion = f"{{date: {date}, as_of: 2024-01, source: jrc-2024}}"
    assert adhesion_id(_signatory(adhesion=adhesion).record) == key


def test_who_is_only_named_as_a_signatory_has_no_adhesion():
    named = {"as_of": "2026-02", "url": "https://a.by"}
    signatory = Signatory.model_validate(
        {"id": "BYX031", "name": "Pinsk", "named_as_signatory": named}
    )
    entry = Entry("by", "pinsk", "data/signatories/by/pinsk.yml", signatory)
    assert adhesion_id(entry) is None
    assert items_today([], [], [Read(entry, _signatory().source)]) == []


def test_what_is_published_has_an_identity_and_translations_have_none():
    items = items_today(
        [_news(), _news(language="ru"), _news("2017-01-01-before", id="before", date="2017")],
        [_event(sequence=2, end="2026-05-22", announced="2026-02")],
        [_signatory()],
        [_issue(language="ru"), _issue("2019-2", date="2019-12-31"), _issue()],
    )
    assert [
        (item.kind, item.id, item.published.model_dump(exclude_none=True)) for item in items
    ] == [
        ("adhesions", "UA0322-2021", {"date": "2021-04-20"}),
        (
            "events",
            "forum",
            {
                "date": "2026-02",
                "slug": "forum",
                "sequence": 2,
                "state": "2026-05-20 2026-05-22 confirmed",
            },
        ),
        ("news", "before", {"date": "2017", "slug": "before"}),
        ("news", "club", {"date": "2018-10-17", "slug": "club"}),
        ("newsletters", "2019-1", {"date": "2019-06-30"}),
        ("newsletters", "2019-2", {"date": "2019-12-31"}),
    ]


def test_what_is_published_as_it_was_is_no_problem():
    items = items_today([_news()], [_event(sequence=1)], [_signatory()], [_issue()])
    assert _printed(NEWS_HELD + ISSUE_HELD + EVENT_HELD + ADHESION_HELD, items) == ""


def test_what_is_new_is_a_note():
    items = items_today([_news()], [_event(announced="2026-02-03")], [_signatory()], [_issue()])
    cure = "    hint: 'make site' writes it into the ledger; commit that file too."
    assert errors(check_ledger(_ledger(), items, {})) == []
    assert _printed("", items) == (
        "data/events/forum.yml:1: note: id: expected an id that data/ledger.yml knows, "
        f"found 'forum'\n{cure}\n"
        "data/signatories/ua/lviv.yml:1: note: id: expected an id that data/ledger.yml knows, "
        f"found 'UA0322-2021'\n{cure}\n"
        f"docs/en/news/2018-10-17-club.md:2: note: id: expected an id that data/ledger.yml knows, "
        f"found 'club'\n{cure}\n"
        "docs/en/newsletter/2019-1.md:2: note: number: expected a number that data/ledger.yml "
        f"knows, found '2019-1'\n{cure}"
    )


def test_a_new_event_says_when_it_was_announced():
    """Feeds would date it by its start, and so for months above everything that is newer."""
    known = _printed(EVENT_HELD, items_today([], [_event(sequence=1)], []))
    assert known == ""
    assert _printed("", items_today([], [_event()], [])) == (
        "data/events/forum.yml:1: announced: expected the day it was announced, found none\n"
        "    hint: The day it became known; readers of feeds get the event under this date.\n"
        "data/events/forum.yml:1: note: id: expected an id that data/ledger.yml knows, "
        "found 'forum'\n"
        "    hint: 'make site' writes it into the ledger; commit that file too."
    )


GONE = (
    "Subscribers have this item: restore its file. To take it back on purpose, add "
    "'withdrawn: <day>' to this line."
)


@pytest.mark.parametrize(
    ("held", "place"),
    [
        (NEWS_HELD, "news, club"),
        (ISSUE_HELD, "newsletters, 2019-1"),
        (EVENT_HELD, "events, forum"),
        (ADHESION_HELD, "adhesions, UA0322-2021"),
    ],
)
def test_what_disappeared_is_told_in_the_ledger(held, place):
    assert _printed(held, []) == (
        f"data/ledger.yml:3: {place}: expected an item with this id, found none\n    hint: {GONE}"
    )


@pytest.mark.parametrize(
    ("held", "unread"),
    [
        (NEWS_HELD.replace("slug: club", "slug: mayors"), "club"),
        (NEWS_HELD.replace("slug: club", "slug: mayors"), "mayors"),
        (ISSUE_HELD, "2019-1"),
        (EVENT_HELD, "forum"),
        (ADHESION_HELD, "UA0322"),
    ],
    ids=["id of an item", "name of an item", "issue", "event", "signatory"],
)
def test_what_is_only_unreadable_has_not_disappeared(held, unread):
    assert list(check_ledger(_ledger(held), [], {}, [unread])) == []
    assert len(list(check_ledger(_ledger(held), [], {}, [f"{unread}0"]))) == 1


@pytest.mark.parametrize("date", ["2017-01-01", "2019-01-01"])
def test_of_two_items_with_one_id_the_published_one_is_compared(date):
    second = _news(f"{date}-second-club", date=date)
    for files in ([_news(), second], [second, _news()]):
        assert _printed(NEWS_HELD, items_today(files, [], [])) == ""


def test_an_event_whose_file_name_is_no_address_has_no_identity_yet():
    assert items_today([], [_event("Forum")], []) == []


@pytest.mark.parametrize("held", [NEWS_HELD, ISSUE_HELD, EVENT_HELD, ADHESION_HELD])
def test_what_was_taken_back_on_purpose_is_no_problem(held):
    assert _printed(held.replace("}", ", withdrawn: 2026-11-22}"), []) == ""


@pytest.mark.parametrize(
    ("held", "items", "place", "key"),
    [
        (
            NEWS_HELD,
            items_today([_news()], [], []),
            "docs/en/news/2018-10-17-club.md:2",
            "club",
        ),
        (EVENT_HELD, items_today([], [_event()], []), "data/events/forum.yml:1", "forum"),
        (
            ADHESION_HELD,
            items_today([], [], [_signatory()]),
            "data/signatories/ua/lviv.yml:1",
            "UA0322-2021",
        ),
    ],
)
def test_what_was_taken_back_does_not_come_again(held, items, place, key):
    withdrawn = held.replace("}", ", withdrawn: 2026-11-22}")
    assert _printed(withdrawn, items) == (
        f"{place}: id: expected an id that was not withdrawn, found '{key}'\n"
        "    hint: Give the item a new id, or remove 'withdrawn' from its line in "
        "data/ledger.yml."
    )


def test_an_issue_that_was_taken_back_has_no_other_number_to_come_again_under():
    withdrawn = ISSUE_HELD.replace("}", ", withdrawn: 2026-11-22}")
    assert _printed(withdrawn, _issues(_issue())) == (
        "docs/en/newsletter/2019-1.md:2: number: expected a number that was not withdrawn, "
        "found '2019-1'\n    hint: Remove 'withdrawn' from its line in data/ledger.yml."
    )


FOR_EVER = "An id is for ever: put the old one back, or all subscribers get the item twice."


@pytest.mark.parametrize(
    ("held", "items", "place", "old", "new"),
    [
        (
            NEWS_HELD,
            items_today([_news(id="mayors-club")], [], []),
            "docs/en/news/2018-10-17-club.md:2",
            "club",
            "mayors-club",
        ),
        (
            EVENT_HELD,
            items_today([], [_event(id="forum-2026")], []),
            "data/events/forum.yml:1",
            "forum",
            "forum-2026",
        ),
    ],
)
def test_an_id_that_changed_is_told_where_it_was_changed(held, items, place, old, new):
    assert _printed(held, items) == (
        f"{place}: id: expected '{old}', under which this was published, found '{new}'\n"
        f"    hint: {FOR_EVER}"
    )


def test_an_item_that_takes_the_name_of_a_lost_one_keeps_its_own_id():
    held = NEWS_HELD + "  forum: {date: 2018-11-01, slug: forum}\n"
    forum = _news("2018-11-01-club", id="forum", date="2018-11-01")
    told = _printed(held, items_today([forum], [], []), {"/news/forum/": "/news/club/"})
    assert told == (
        f"data/ledger.yml:3: news, club: expected an item with this id, found none\n"
        f"    hint: {GONE}"
    )


STAYS = (
    "A published date stays. If it was wrong, correct it here and in data/ledger.yml in one "
    "commit: readers' programs will then sort it anew."
)


@pytest.mark.parametrize(
    ("held", "items", "told"),
    [
        (
            NEWS_HELD,
            items_today([_news(date="2018-10")], [], []),
            (
                "docs/en/news/2018-10-17-club.md:4: date: expected 2018-10-17, as published, "
                f"found '2018-10'\n    hint: {STAYS}"
            ),
        ),
        (
            ISSUE_HELD,
            _issues(_issue(date="2019-06-29")),
            (
                "docs/en/newsletter/2019-1.md:4: date: expected 2019-06-30, as published, "
                f"found '2019-06-29'\n    hint: {STAYS}"
            ),
        ),
        (
            ADHESION_HELD,
            items_today([], [], [_signatory(adhesion=ADHESION.replace("04-20", "04-21"))]),
            (
                "data/signatories/ua/lviv.yml:3: adhesion, date: expected 2021-04-20, as "
                f"published, found '2021-04-21'\n    hint: {STAYS}"
            ),
        ),
    ],
)
def test_a_published_date_stays(held, items, told):
    assert _printed(held, items) == told


AS_BEFORE = "Write 'announced: 2026-05-20': feeds keep the date an event was published under."
FURTHER = (
    "data/events/forum.yml:4: note: sequence: expected the sequence that data/ledger.yml knows, 1, "
    "found '2'\n    hint: 'make site' writes it into the ledger; commit that file too."
)


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (
            {"sequence": 1, "announced": "2026-02-03"},
            (
                "data/events/forum.yml:5: announced: expected 2026-05-20, as published, "
                f"found '2026-02-03'\n    hint: {AS_BEFORE}"
            ),
        ),
        (
            {"sequence": 2, "start": "2026-05-21"},
            (
                "data/events/forum.yml:3: start: expected 2026-05-20, as published, "
                f"found '2026-05-21'\n    hint: {AS_BEFORE}\n{FURTHER}"
            ),
        ),
        ({"sequence": 2, "start": "2026-05-21", "announced": "2026-05-20"}, FURTHER),
    ],
    ids=["its announcement is looked up", "it moves", "it moves and keeps its date"],
)
def test_feeds_keep_the_date_that_an_event_was_published_under(facts, told):
    assert _printed(EVENT_HELD, items_today([], [_event(**facts)], [])) == told


RENAMED = {
    "news": (
        NEWS_HELD,
        items_today([_news("2018-10-17-clubs")], [], []),
        (
            "docs/en/news/2018-10-17-clubs.md: file: expected the name club, or a redirect from "
            "it, found 'clubs'\n"
            "    hint: Add '- {old: /news/club/, new: /news/clubs/}' below redirects: in "
            "data/redirects.yml, in the place of any []."
        ),
        {"/news/club/": "/news/clubs/"},
    ),
    "events": (
        EVENT_HELD,
        items_today([], [_event("forum-2026", sequence=1)], []),
        (
            "data/events/forum-2026.yml: file: expected the name forum, or a redirect from it, "
            "found 'forum-2026'\n"
            "    hint: Add '- {old: /agenda/forum/, new: /agenda/forum-2026/}' below redirects: in "
            "data/redirects.yml, in the place of any []."
        ),
        {"/agenda/forum/": "/agenda/forum-2026/"},
    ),
}


@pytest.mark.parametrize(("held", "items", "told", "moved"), RENAMED.values(), ids=RENAMED)
def test_a_renamed_item_leaves_a_redirect(held, items, told, moved):
    elsewhere = dict.fromkeys(moved, "/news/")
    assert _printed(held, items) == told
    assert _printed(held, items, elsewhere) == told
    assert _printed(held, items, moved) == ""


def test_a_signatory_may_be_renamed_without_a_word():
    assert _printed(ADHESION_HELD, items_today([], [], [_signatory("lemberg")])) == ""


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2026-03", ["note: id: expected an id that data/ledger.yml knows, found 'UA0322-2026'"]),
        (
            "2015-03",
            [
                "adhesions, UA0322-2021: expected an item with this id, found none",
                "note: id: expected an id that data/ledger.yml knows, found 'UA0322-2015'",
            ],
        ),
    ],
    ids=["later", "earlier"],
)
def test_a_commitment_that_is_renewed_later_is_a_new_adhesion_and_the_old_may_go(date, told):
    renewed = _signatory(adhesion=ADHESION.replace("2021-04-20", date))
    printed = _printed(ADHESION_HELD, items_today([], [], [renewed]))
    mistakes = [line for line in printed.split("\n") if "expected" in line]
    assert [line.split(": ", maxsplit=1)[1] for line in mistakes] == told


def test_the_renewal_of_one_signatory_is_none_of_another():
    other = _signatory("kyiv", id="UA0323", adhesion=ADHESION.replace("2021", "2026"))
    assert "UA0322-2021: expected an item with this id" in _printed(
        ADHESION_HELD, items_today([], [], [other])
    )


HIGHER = "Without a higher number calendars keep the old time or status (RFC 5545)."


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"sequence": 1}, ""),
        ({"sequence": 1, "title": "{en: Great Forum}", "place": "{en: Almaty}"}, ""),
        ({"sequence": 2, "end": "2026-05-21"}, FURTHER),
        ({"sequence": 2, "status": "cancelled"}, FURTHER),
        ({"sequence": 7}, FURTHER.replace("'2'", "'7'")),
        (
            {"sequence": 0},
            (
                "data/events/forum.yml:4: sequence: expected at least 1, found '0'\n"
                "    hint: Calendars ignore a lower number (RFC 5545)."
            ),
        ),
        (
            {"sequence": 0, "status": "cancelled"},
            (
                "data/events/forum.yml:4: sequence: expected at least 1, found '0'\n"
                "    hint: Calendars ignore a lower number (RFC 5545)."
            ),
        ),
        (
            {"status": "cancelled", "sequence": 1},
            (
                "data/events/forum.yml:5: sequence: expected sequence: 2, since what was published "
                f"as '2026-05-20 confirmed' has changed, found sequence 1\n    hint: {HIGHER}"
            ),
        ),
        (
            {"sequence": 1, "end": "2026-05-21"},
            (
                "data/events/forum.yml:4: sequence: expected sequence: 2, since what was published "
                f"as '2026-05-20 confirmed' has changed, found sequence 1\n    hint: {HIGHER}"
            ),
        ),
    ],
)
def test_an_event_that_changes_has_a_higher_sequence(facts, told):
    assert _printed(EVENT_HELD, items_today([], [_event(**facts)], [])) == told


def test_an_event_without_sequence_is_told_at_its_start():
    held = EVENT_HELD.replace("sequence: 1", "sequence: 0")
    assert _printed(held, items_today([], [_event(status="cancelled")], [])) == (
        "data/events/forum.yml:3: start: expected sequence: 1, since what was published as "
        f"'2026-05-20 confirmed' has changed, found sequence 0\n    hint: {HIGHER}"
    )


def test_everything_that_changed_is_told_in_one_run():
    items = items_today(
        [_news("2018-10-17-clubs", date="2018-10-18")],
        [_event("forum-2026", start="2026-06-01", sequence=1)],
        [],
    )
    told = _printed(NEWS_HELD + EVENT_HELD + ADHESION_HELD, items)
    assert [line.split(": expected")[0] for line in told.split("\n") if "expected" in line] == [
        "data/events/forum-2026.yml: file",
        "data/events/forum-2026.yml:3: start",
        "data/events/forum-2026.yml:4: sequence",
        "data/ledger.yml:7: adhesions, UA0322-2021",
        "docs/en/news/2018-10-17-clubs.md: file",
        "docs/en/news/2018-10-17-clubs.md:4: date",
    ]


def test_an_empty_ledger_is_written():
    kinds = "news: {}\nnewsletters: {}\nevents: {}\nadhesions: {}\n"
    assert ledger_text(_ledger().record, []) == HEAD + kinds


def test_a_ledger_is_written_in_the_order_of_ids_with_what_is_new():
    held = (
        "news:\n  old: {date: 2017, slug: old, withdrawn: 2026-11}\n"
        "newsletters:\n  2019-1: {date: 2019-06-30, withdrawn: 2026-11}\n"
        "adhesions:\n  UA0322-2015: {date: 2015}\n"
    )
    items = items_today(
        [_news(), _news("2019-01-01-assembly", id="assembly", date="2019-01")],
        [_event(start="2026-05-20T10:00", zone="Asia/Almaty", sequence=3, announced="2026-02")],
        [_signatory(), _signatory("cherkasy", id="UA0009")],
        [_issue("2019-2", date="2019-12-31"), _issue("2018-2", date="2018-12-31")],
    )
    assert ledger_text(_ledger(held).record, items) == HEAD + (
        "news:\n"
        "  assembly: {date: 2019-01, slug: assembly}\n"
        "  club: {date: 2018-10-17, slug: club}\n"
        "  old: {date: 2017, slug: old, withdrawn: 2026-11}\n"
        "newsletters:\n"
        '  "2018-2": {date: 2018-12-31}\n'
        '  "2019-1": {date: 2019-06-30, withdrawn: 2026-11}\n'
        '  "2019-2": {date: 2019-12-31}\n'
        "events:\n"
        "  forum: {date: 2026-02, slug: forum, sequence: 3, "
        'state: "2026-05-20T10:00 Asia/Almaty confirmed"}\n'
        "adhesions:\n"
        "  UA0009-2021: {date: 2021-04-20}\n"
        "  UA0322-2015: {date: 2015}\n"
        "  UA0322-2021: {date: 2021-04-20}\n"
    )


# Words that one reader of YAML or another takes for a truth value, nothing or a number.
@pytest.mark.parametrize("word", ["true", "null", "yes", "no", "on", "off", "y", "n", "2026"])
def test_a_word_that_yaml_would_misread_stands_in_quotes(word):
    item = _news(f"2018-10-17-{word}", id=f"'{word}'")
    text = ledger_text(_ledger().record, items_today([item], [], []))
    assert f'  "{word}": {{date: 2018-10-17, slug: "{word}"}}\n' in text


@pytest.mark.parametrize("word", ["nor", "yes-men", "c40", "forum-2026"])
def test_a_word_that_is_clearly_one_needs_no_quotes(word):
    item = _news(f"2018-10-17-{word}", id=f"'{word}'")
    text = ledger_text(_ledger().record, items_today([item], [], []))
    assert f"  {word}: {{date: 2018-10-17, slug: {word}}}\n" in text


def _written(held: str) -> str:
    """Put an issue's number in quotes: some readers of YAML would take it for a date."""
    return held.replace("2019-1:", '"2019-1":')


def test_of_all_but_events_only_a_new_name_is_brought_in():
    held = NEWS_HELD + _written(ISSUE_HELD) + "events: {}\n" + ADHESION_HELD
    items = items_today(
        [_news("2018-10-17-clubs", date="2018-10-18")],
        [],
        [_signatory(adhesion=ADHESION.replace("04-20", "05"))],
        [_issue(date="2019-06-01")],
    )
    text = ledger_text(_ledger(held).record, items)
    assert text.removeprefix(HEAD) == held.replace("slug: club}", "slug: clubs}")


def test_the_new_sequence_of_an_event_is_brought_in():
    items = items_today([], [_event(sequence=2, status="cancelled")], [])
    text = ledger_text(_ledger(EVENT_HELD).record, items)
    assert text.removeprefix(HEAD) == (
        "news: {}\nnewsletters: {}\nevents:\n"
        "  forum: {date: 2026-05-20, slug: forum, sequence: 2, "
        'state: "2026-05-20 cancelled"}\nadhesions: {}\n'
    )


def test_what_has_no_file_any_more_keeps_its_line():
    held = NEWS_HELD + _written(ISSUE_HELD) + EVENT_HELD + ADHESION_HELD
    assert ledger_text(_ledger(held).record, []).removeprefix(HEAD) == held


SLUGS = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,3})?", fullmatch=True) | st.sampled_from(
    ["null", "true", "false", "on", "no", "0", "100", "1e5", "c40"]
)
DATES = st.sampled_from(["2026", "2026-05", "2026-05-20"])


@st.composite
def _items(draw: st.DrawFn) -> list[Item]:
    """Some news, issues, events and adhesions, under any names."""
    dates = {key: draw(DATES) for key in draw(st.lists(SLUGS, max_size=3, unique=True))}
    starts = draw(st.lists(SLUGS, max_size=3, unique=True))
    signatories = draw(st.lists(st.integers(1, 9999), max_size=3, unique=True))
    numbers = draw(st.lists(st.sampled_from(["2011-2", "2019-1", "2019-2"]), unique=True))
    return items_today(
        [_news(f"2026-01-01-{key}", id=f"'{key}'", date=date) for key, date in dates.items()],
        [
            _event(key, id=f"'{key}'", start=draw(DATES), sequence=draw(st.integers(0, 9)))
            for key in starts
        ],
        [_signatory(f"place-{number}", id=f"UA{number:04}") for number in signatories],
        [_issue(number) for number in numbers],
    )


@given(first=_items(), second=_items(), data=st.data())
def test_a_ledger_that_was_written_is_read_without_problem_and_written_the_same(
    first, second, data
):
    written = ledger_text(_ledger().record, data.draw(st.permutations(first)))
    source, problems = parse_yaml(written, "data/ledger.yml")
    ledger, mistakes = parse_record(Ledger, source)
    assert [*problems, *mistakes] == []
    assert ledger is not None
    assert list(check_ledger(Read(ledger, source), first, {})) == []
    assert ledger_text(ledger, first) == written
    later = _ledger(ledger_text(ledger, second).removeprefix(HEAD)).record
    assert later.news | ledger.news == later.news
    assert later.newsletters | ledger.newsletters == later.newsletters
    assert later.adhesions | ledger.adhesions == later.adhesions
    assert later.events.keys() >= ledger.events.keys()
