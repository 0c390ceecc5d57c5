"""The rules of funding: what an editor is told, and calls as deadlines."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.funding import check_funding, deadlines, occasion_of
from publishing.ledger import check_ledger, items_today
from publishing.problems import report
from publishing.records.events import Event
from publishing.records.funding import Call, Funding
from publishing.records.ledger import Ledger
from publishing.records.values import parse_record
from publishing.site import Occasion
from publishing.sources import Read, Source, parse_yaml

PAGES = {"about/fact-sheet.md": frozenset({"results"}), "index.md": frozenset[str]()}
LEAST = {
    "id": "green-fund",
    "title": "{en: Green fund}",
    "deadline": "2027-03-31",
    "countries": "[kz]",
    "applicants": "{en: Towns}",
    "link": "https://fund.example/",
    "announced": "2026-12-01",
}
KIND = {"kind": "nif", "since": "2011", "until": "2015", "page": "about/fact-sheet.md#results"}
Printed = Callable[..., str]


def _items(key: str, items: tuple[dict[str, str], ...]) -> str:
    lines = [f"{key}:" if items else f"{key}: []"]
    for item in items:
        pairs = [f"{name}: {value}" for name, value in item.items() if value]
        lines += [f"  {'-' if first else ' '} {pair}" for first, pair in _first(pairs)]
    return "\n".join(lines) + "\n"


def _first(pairs: list[str]) -> list[tuple[bool, str]]:
    return [(index == 0, pair) for index, pair in enumerate(pairs)]


def _source(*calls: dict[str, str], kinds: tuple[dict[str, str], ...] = ()) -> Source:
    text = _items("kinds", kinds) + _items("calls", calls)
    source, problems = parse_yaml(text, "data/funding.yml")
    assert problems == []
    return source


def _read(source: Source) -> Read[Funding]:
    record, mistakes = parse_record(Funding, source)
    assert mistakes == []
    assert record is not None
    return Read(record, source)


@pytest.fixture
def printed(languages, countries) -> Printed:
    """What is said about a file, as an editor reads it, without the last line's count."""

    def check(
        *calls: dict[str, str],
        kinds: tuple[dict[str, str], ...] = (),
        events: tuple[Read[Occasion], ...] = (),
    ) -> str:
        source = _source(*calls, kinds=kinds)
        record, mistakes = parse_record(Funding, source)
        between = (
            check_funding(Read(record, source), events, PAGES, countries, languages)
            if record
            else ()
        )
        return report([*mistakes, *between]).rpartition("\n")[0]

    return check


def test_right_calls_and_kinds_are_no_problem(printed):
    whole = {
        "opens": "2027-01",
        "amount": "{value: 500000, currency: UAH}",
        "status": "cancelled",
        "sequence": "1",
        "updated": "2027-02-01",
    }
    other = LEAST | {"id": "other", "opens": "2027-03-31", "announced": "2027-03-31"}
    web = {key: value for key, value in KIND.items() if key != "page"} | {
        "url": "https://fund.example/", "until": "2011", "countries": "[kz, am]"
    }  # fmt: skip
    assert printed(LEAST | whole, other, kinds=(KIND, web)) == ""


CALL_MISTAKES = {
    "currency that no country uses": (
        {"amount": "{value: 500000, currency: EUX}"},
        (
            ":9: calls, item 1, amount, currency: expected the code of a currency in use, "
            "found 'EUX'\n    hint: ISO 4217, such as EUR, UAH or KZT."
        ),
    ),
    "currency of the past": (
        {"amount": "{value: 500000, currency: DEM}"},
        (
            ":9: calls, item 1, amount, currency: expected the code of a currency in use, "
            "found 'DEM'\n    hint: ISO 4217, such as EUR, UAH or KZT."
        ),
    ),
    "currency as a sign": (
        {"amount": "{value: 500000, currency: €}"},
        (
            ":9: calls, item 1, amount, currency: expected a code of three capital letters such "
            "as EUR, found '€'"
        ),
    ),
    "amount of nothing": (
        {"amount": "{value: 0, currency: EUR}"},
        (
            ":9: calls, item 1, amount, value: expected at least 1, found the number 0\n"
            "    hint: Look the value up in its source."
        ),
    ),
    "amount in words": (
        {"amount": "{value: 5 million, currency: EUR}"},
        (
            ":9: calls, item 1, amount, value: expected a whole number, found '5 million'\n"
            "    hint: Digits only: no quotes, no spaces, no unit."
        ),
    ),
    "deadline before opening": (
        {"opens": "2027-04-01"},
        (
            ":4: calls, item 1, deadline: expected a deadline not before the opening, 2027-04-01, "
            "found '2027-03-31'\n    hint: Are the two swapped?"
        ),
    ),
    "deadline that is no day": (
        {"deadline": "2027-02-30"},
        (
            ":4: calls, item 1, deadline: expected a date that exists in the calendar, "
            "found '2027-02-30'\n"
            "    hint: Write 2021-04-20, or 2021-04 or 2021 where no more is known."
        ),
    ),
    "no deadline": (
        {"deadline": ""},
        (
            ":2: calls, item 1, deadline: expected this key, found none\n"
            "    hint: Add the line 'deadline: …'."
        ),
    ),
    "announced after the deadline": (
        {"announced": "2027-04-01"},
        (
            ":8: calls, item 1, announced: expected a day not after the deadline, 2027-03-31, "
            "found '2027-04-01'\n    hint: The day it became known."
        ),
    ),
    "no announcement": (
        {"announced": ""},
        (
            ":2: calls, item 1, announced: expected this key, found none\n"
            "    hint: Add the line 'announced: …'."
        ),
    ),
    "sequence without the day of the change": (
        {"sequence": "2"},
        (
            ":9: calls, item 1, sequence: expected a date in updated: beside it, found none\n"
            "    hint: Say the day of the change in updated:, so that calendars notice it."
        ),
    ),
    "unknown country": (
        {"countries": "[kz, fr]"},
        (
            ":5: calls, item 1, countries, item 2: expected one of am, by, ge, kz, md, ua, "
            "found 'fr'\n    hint: See data/countries.yml."
        ),
    ),
    "no country": (
        {"countries": "[]"},
        ":5: calls, item 1, countries: expected at least 1 entry, found an empty list",
    ),
    "title in a language the site does not have": (
        {"title": "{en: Fund, fr: Fonds}"},
        (
            ":3: calls, item 1, title, fr: expected a language of the site, found 'fr'\n"
            "    hint: See the list in mkdocs.yml."
        ),
    ),
    "title without English": (
        {"title": "{ru: Фонд}"},
        (
            ":3: calls, item 1, title: expected words in 'en', found none\n"
            "    hint: Add the line 'en: …'; readers of every language can fall back to it."
        ),
    ),
    "applicants without English": (
        {"applicants": "{ru: Города}"},
        (
            ":6: calls, item 1, applicants: expected words in 'en', found none\n"
            "    hint: Add the line 'en: …'; readers of every language can fall back to it."
        ),
    ),
    "link that runs something": (
        {"link": "javascript:alert(1)"},
        (
            ":7: calls, item 1, link: expected an address that begins with https:// or http://, "
            "found 'javascript:alert(1)'\n"
            "    hint: Copy the whole address from the browser, with https://."
        ),
    ),
    "id that cannot be an address": (
        {"id": "Green_Fund"},
        (
            ":2: calls, item 1, id: expected lower-case letters a–z, digits and single hyphens, "
            "found 'Green_Fund'\n    hint: Such as 'bila-tserkva'."
        ),
    ),
    "unknown key": (
        {"amonut": "5"},
        (
            ":9: calls, item 1, amonut: expected a known key, found 'amonut'\n"
            "    hint: Did you mean 'amount'?"
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("facts", "told"), CALL_MISTAKES.values(), ids=CALL_MISTAKES)
def test_a_mistake_in_a_call_is_told(printed, facts, told):
    # An empty list of kinds is the first line of the file.
    expected = told.split(":", maxsplit=2)
    line = int(expected[1]) + 1
    assert printed(LEAST | facts) == f"data/funding.yml:{line}:{expected[2]}"


KIND_MISTAKES = {
    "unknown kind": (
        {"kind": "ifc"},
        (
            ":2: kinds, item 1, kind: expected one of 'local-instruments', "
            "'international-institutions', 'nif', 'ifca' or 'donors', found 'ifc'\n"
            "    hint: Did you mean 'ifca'?"
        ),
    ),
    "years swapped": (
        {"until": "2010"},
        (
            ":4: kinds, item 1, until: expected a year not before 2011, found the number 2010\n"
            "    hint: Are the two swapped?"
        ),
    ),
    "no source": (
        {"page": ""},
        (
            ":2: kinds, item 1: expected either page: or url:, found neither\n"
            "    hint: Say where this kind of finance is named."
        ),
    ),
    "two sources": (
        {"url": "https://fund.example/"},
        (
            ":2: kinds, item 1: expected either page: or url:, found both\n"
            "    hint: Say where this kind of finance is named."
        ),
    ),
    "page that is not there": (
        {"page": "about/sheet.md"},
        (
            ":5: kinds, item 1, page: expected a page of the site, and an {#id} on it, "
            "found 'about/sheet.md'\n    hint: Such as about/commitments.md#signatory."
        ),
    ),
    "anchor that is not there": (
        {"page": "about/fact-sheet.md#result"},
        (
            ":5: kinds, item 1, page: expected a page of the site, and an {#id} on it, "
            "found 'about/fact-sheet.md#result'\n    hint: Known there: results."
        ),
    ),
    "unknown country": (
        {"countries": "[xx]"},
        (
            ":6: kinds, item 1, countries, item 1: expected one of am, by, ge, kz, md, ua, "
            "found 'xx'\n    hint: See data/countries.yml."
        ),
    ),
}


@pytest.mark.parametrize(("facts", "told"), KIND_MISTAKES.values(), ids=KIND_MISTAKES)
def test_a_mistake_in_a_kind_of_finance_is_told(printed, facts, told):
    assert printed(kinds=(KIND | facts,)) == f"data/funding.yml{told}"


def test_two_calls_cannot_have_one_id(printed):
    assert printed(LEAST, LEAST) == (
        "data/funding.yml:10: calls, item 2, id: expected each id once, found 'green-fund'\n"
        "    hint: Remove one of the two."
    )


@pytest.mark.parametrize(("slug", "key"), [("green-fund", "fair"), ("fair", "green-fund")])
def test_a_call_shares_neither_id_nor_address_with_an_event(printed, slug, key):
    path = f"data/events/{slug}.yml"
    event = Event.model_validate({"id": key, "title": {"en": "Fair"}, "start": "2026"})
    assert printed(LEAST, events=(Read(Occasion(slug, path, event), Source(path, {})),)) == (
        f"data/funding.yml:3: calls, item 1, id: expected an id that {path} does not have, "
        "found 'green-fund'\n"
        "    hint: Deadlines stand among the events: ids and addresses are never shared."
    )


def test_every_mistake_is_told_in_one_run(printed):
    one = LEAST | {"amount": "{value: 1, currency: XXX}", "opens": "2028"}
    told = printed(one, LEAST | {"countries": "[xx]"}, kinds=(KIND | {"until": "2001"},))
    assert [line.split(": expected")[0] for line in told.split("\n") if "expected" in line] == [
        "data/funding.yml:4: kinds, item 1, until",
        "data/funding.yml:9: calls, item 1, deadline",
        "data/funding.yml:14: calls, item 1, amount, currency",
        "data/funding.yml:16: calls, item 2, id",
        "data/funding.yml:19: calls, item 2, countries, item 1",
    ]


# Deadlines


@pytest.mark.parametrize(
    ("countries", "country"), [("[kz]", "kz"), ("[kz, am]", None)], ids=["one", "two"]
)
def test_a_deadline_is_an_event_of_its_day(countries, country):
    (read,) = deadlines(_read(_source(LEAST | {"countries": countries})))
    event = read.record.event
    assert (event.id, str(event.start), event.end, event.published) == (
        "green-fund", "2027-03-31", None, "2026-12-01"
    )  # fmt: skip
    assert (read.record.address, read.record.file) == ("agenda/green-fund/", "data/funding.yml")
    assert event.country == country
    assert list(read.record.countries) == countries.strip("[]").split(", ")
    assert read.source.value["id"] == "green-fund"


@given(
    deadline=st.dates().filter(lambda day: 1990 <= day.year <= 2100),
    sequence=st.integers(0, 10_000),
    status=st.sampled_from(["confirmed", "cancelled"]),
)
def test_what_calendars_compare_is_in_the_event_of_every_call(deadline, sequence, status):
    facts = {
        "id": "fund", "title": {"en": "Fund"}, "applicants": {"en": "Towns"}, "countries": ["kz"],
        "link": "https://fund.example/", "announced": "1990", "deadline": deadline.isoformat(),
        "sequence": sequence, "status": status, "updated": "2026-01-01",
    }  # fmt: skip
    event = occasion_of(Call.model_validate(facts)).event
    assert (event.last_day, event.sequence, event.status) == (deadline, sequence, status)
    assert event.is_dated


def _told_by_ledger(held: str, **facts: str) -> list[str]:
    funding = _read(_source(LEAST | facts))
    text = f'identity: "tag:sample.example,2026:"\nevents:\n  {held}\n'
    source, _problems = parse_yaml(text, "data/ledger.yml")
    ledger, mistakes = parse_record(Ledger, source)
    assert mistakes == []
    assert ledger is not None
    items = items_today([], deadlines(funding), [])
    return [str(problem) for problem in check_ledger(Read(ledger, source), items, {})]


HELD = (
    'green-fund: {date: 2026-12-01, slug: green-fund, sequence: 0, state: "2027-03-31 confirmed"}'
)


def test_a_published_deadline_is_no_problem():
    assert _told_by_ledger(HELD) == []


LEDGER_MISTAKES = {
    "moved without a higher sequence": (
        {"deadline": "2027-04-30"},
        (
            ":5: calls, item 1, deadline: expected sequence: 1, since what was published as "
            "'2027-03-31 confirmed' has changed, found sequence 0\n"
            "    hint: Without a higher number calendars keep the old time or status (RFC 5545)."
        ),
    ),
    "announced on another day": (
        {"announced": "2026-12-02"},
        (
            ":9: calls, item 1, announced: expected 2026-12-01, as published, found '2026-12-02'\n"
            "    hint: Write 'announced: 2026-12-01': feeds keep the date an event was published "
            "under."
        ),
    ),
}


@pytest.mark.parametrize(("facts", "told"), LEDGER_MISTAKES.values(), ids=LEDGER_MISTAKES)
def test_the_ledger_watches_deadlines_as_it_watches_events(facts, told):
    assert _told_by_ledger(HELD, **facts) == [f"data/funding.yml{told}"]


def test_a_lost_call_is_told():
    (told,) = _told_by_ledger(
        HELD.replace("green-fund", "old-fund", 1).replace("slug: green", "slug: old")
    )[:1]
    assert told.startswith("data/ledger.yml:3: events, old-fund: expected an item with this id")
