"""The sample site `funding_and_library`, built: calls, documents and questions as readers get them.

Built on the first day of 2026. Messages of the interface begin with their language's code:
`[ru] Deadline`.
"""

import json
import re
from typing import Any
from xml.etree import ElementTree as ET

import icalendar
import pytest

from publishing.problems import errors
from publishing.reading import read_ledger, read_site
from tests.conftest import MakeSample
from tests.sample_sites import URL, Built, sample_in, words

MAIN = "body/main/article"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the sample once."""
    sample = sample_in(tmp_path_factory.mktemp("funding") / "sample", "funding_and_library")
    found = sample.build()
    assert found.exit_code == 0, found.output
    return found


def test_the_sample_is_right_and_its_ledger_is_complete(sample_site: MakeSample):
    root = sample_site("funding_and_library").root
    site, problems = read_site(root)
    assert site is not None, problems
    assert [problem for problem in problems if problem.path == "data/funding.yml"] == []
    held = (root / "data/ledger.yml").read_text(encoding="utf-8")
    assert read_ledger(root)[0].endswith(held)
    assert [one.event.id for one in site.occasions] == ["old-fund", "fund-for-towns"]
    assert len(site.documents) == 3


def test_calls_of_a_file_with_a_mistake_are_wrong_but_not_lost(sample_site: MakeSample):
    sample = sample_site("funding_and_library")
    sample.replace("data/funding.yml", "value: 1500000", "value: 0")
    site, problems = read_site(sample.root)
    assert site is None
    assert [problem.field for problem in errors(problems)] == ["calls, item 2, amount, value"]


# Calls


def test_the_page_lists_what_is_open_first_and_what_is_closed_apart(built: Built):
    page = built.page("funding")
    titles = [words(link) for link in page.all(f".//{_class('events__title')}/a")]
    assert titles == ['Fund for "small" towns & villages', "Old fund"]
    closed = page.one(".//details[summary='Closed calls']")
    assert [words(link) for link in closed.findall(f".//{_class('events__title')}/a")] == [
        "Old fund"
    ]
    told = [words(line) for line in page.all(".//div[@data-upcoming]//p")]
    assert told == [
        "Deadline: 31 March 2040",
        'Fund for "small" towns & villages',
        "1,500,000 EUR · Who can apply: Local authorities",
        "Kazakhstan, Kyrgyzstan",
    ]


def _class(name: str) -> str:
    return f"p[@class='{name}']"


def test_kinds_of_finance_name_their_years_countries_and_source(built: Built):
    lines = built.page("funding").all(".//ul[@class='finance']/li")
    assert [words(line) for line in lines] == [
        "Investment Facility for Central Asia (IFCA) Kazakhstan, Kyrgyzstan 2011–2015 · Funding",
        "Donors 2020 · donors.example",
    ]
    links = [line.find(".//a").get("href") for line in lines]  # type: ignore[union-attr]
    assert links == ["../funding/#kinds", "https://donors.example/list?a=1&b=2"]


def test_in_a_page_that_falls_back_the_parts_are_in_the_page_s_own_language(built: Built):
    page = built.page("ru/funding")
    part = page.one(".//div[@lang='ru']/ul[@class='finance']/..")
    assert "[ru] Donors" in words(part)
    call = page.one(".//div[@data-upcoming]/..")
    assert "[ru] Deadline: 31 марта 2040" in words(call)
    assert "Местные органы власти" in words(call)
    # Its title is in English only, and says so.
    assert words(call.find(".//a/span[@lang='en']")).startswith("Fund for")  # type: ignore[arg-type]


SHOWN = {
    "": (
        "31 March 2040",
        "Kazakhstan, Kyrgyzstan",
        "February 2026",
        "1,500,000 EUR",
        "Local authorities",
    ),
    "ru/": (
        "31 марта 2040 г.",
        "Казахстан, Кыргызстан",
        "февраль 2026 г.",
        "1 500 000 EUR",
        "Местные органы власти",
    ),
}


@pytest.mark.parametrize(("prefix", "shown"), SHOWN.items(), ids=["en", "ru"])
def test_a_deadline_stands_in_the_agenda_and_has_a_page(
    built: Built, prefix: str, shown: tuple[str, ...]
):
    agenda = built.page(prefix + "agenda")
    ahead = [words(line) for line in agenda.all(".//div[@data-upcoming]//li")]
    assert len(ahead) == 1
    assert f"Deadline: {shown[0]}" in ahead[0]
    assert len(agenda.all(".//div[@data-past]//li")) == 1
    page = built.page(prefix + "agenda/fund-for-towns")
    facts = [words(line) for line in page.all(f"{MAIN}/dl[@class='facts']/div/dd")]
    assert [fact.replace("\N{NO-BREAK SPACE}", " ") for fact in facts] == [*shown]
    link = page.one(f"{MAIN}/p/a[@rel='external']")
    assert link.get("href") == "https://fund.example/towns"


def test_calendars_hold_a_deadline_for_each_of_its_countries(built: Built):
    files = built.files()

    def deadlines(file: str) -> dict[str, str]:
        events = icalendar.Calendar.from_ical(files[file]).walk("VEVENT")
        return {str(event["UID"]): str(event["SUMMARY"]) for event in events}

    fund = {"fund-for-towns@sample.example": 'Deadline: Fund for "small" towns & villages'}
    old = {"old-fund@sample.example": "Deadline: Old fund"}
    assert deadlines("agenda/agenda.ics") == fund | old
    assert deadlines("agenda/kz.ics") == fund
    assert deadlines("agenda/kg.ics") == fund | old
    assert deadlines("agenda/fund-for-towns/event.ics") == fund
    # One event in two calendars of two languages, not two.
    assert list(deadlines("ru/agenda/agenda.ics")) == list(deadlines("agenda/agenda.ics"))
    event = icalendar.Calendar.from_ical(files["agenda/fund-for-towns/event.ics"]).walk("VEVENT")[0]
    assert (event.decoded("DTSTART").isoformat(), event["SEQUENCE"]) == ("2040-03-31", 0)


def test_feeds_have_a_deadline_under_the_day_it_was_announced(built: Built):
    feed = json.loads(built.files()["agenda/feed.json"])
    entries = [(one["id"], one["title"], one["date_published"]) for one in feed["items"]]
    assert entries == [
        (
            "tag:sample.example,2026:events/fund-for-towns/en",
            'Deadline: Fund for "small" towns & villages, 31 March 2040',
            "2025-11-03T00:00:00+00:00",
        ),
        (
            "tag:sample.example,2026:events/old-fund/en",
            "Deadline: Old fund, 1 May 2024",
            "2024-01-15T00:00:00+00:00",
        ),
    ]
    assert "Who can apply: Local authorities" in feed["items"][0]["content_html"]
    ET.fromstring(built.files()["ru/agenda/rss.xml"])


# Library


def test_the_library_lists_the_newest_first_with_licence_and_link(built: Built):
    page = built.page("library")
    lines = page.all(".//ul[@data-list]/li")
    assert [line.get("id") for line in lines] == ["release", "guide-2014", "plan-2014"]
    assert [words(line) for line in lines] == [
        (
            "2024 · Dataset English A release of figures The centre of figures (figures.example) "
            "Kazakhstan · Licence: CC BY 4.0"
        ),
        (
            "2014 · Guide English, Russian Guide <1> & plans The centre (library.example) "
            "All countries · No licence is stated"
        ),
        "2014 · Report Kazakh Жоспар Орталық (library.example) Kyrgyzstan · Licence: CC BY 4.0",
    ]
    links = [line.find("h2/a").get("href") for line in lines]  # type: ignore[union-attr]
    assert links[1] == "https://library.example/guide?a=1&b=2"


def test_a_title_in_another_language_says_which(built: Built):
    lines = built.page("ru/library").all(".//ul[@data-list]/li/h2/a")
    assert [words(line) for line in lines] == ["A release of figures", "Жоспар", "Руководство"]
    marked = [line.find("span") for line in lines]
    assert [span.get("lang") if span is not None else None for span in marked] == ["en", "kk", None]


def test_the_filter_offers_what_some_document_has(built: Built):
    page = built.page("library")
    assert page.one(".//form").get("hidden") is not None, "without scripts there is no filter"
    offered = {
        select.get("name"): [option.get("value") for option in select.findall("option")]
        for select in page.all(".//form//select")
    }
    assert offered == {
        "country": ["", "kz", "kg"],
        "type": ["", "guide", "report", "dataset"],
        "language": ["", "en", "kk", "ru"],
        "year": ["", "2024", "2014"],
    }


# Questions


def _questions(built: Built, address: str) -> list[dict[str, Any]]:
    found = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', built.html(address), re.DOTALL
    )
    things = [json.loads(text) for text in found]
    return [thing for thing in things if thing.get("@type") == "FAQPage"]


def test_questions_are_said_to_search_engines_in_the_language_of_the_text(built: Built):
    assert _questions(built, "faq") == [
        {
            "@context": "https://schema.org",
            "@type": "FAQPage",
            "@id": URL + "faq/",
            "url": URL + "faq/",
            "inLanguage": "en",
            "mainEntity": [
                {
                    "@type": "Question",
                    "@id": URL + "faq/#first",
                    "name": 'Is "R&D" < "A"?',
                    "acceptedAnswer": {
                        "@type": "Answer",
                        "text": (
                            f'<p>No, <em>never</em>. See <a href="{URL}funding/#calls">Funding'
                            "</a>.</p>\n<ul>\n<li>One</li>\n</ul>"
                        ),
                    },
                },
                {
                    "@type": "Question",
                    "@id": URL + "faq/#second",
                    "name": "What now?",
                    "acceptedAnswer": {"@type": "Answer", "text": "<p>Wait until 2030.</p>"},
                },
            ],
        }
    ]
    (russian,) = _questions(built, "ru/faq")
    assert (russian["@id"], russian["inLanguage"]) == (URL + "ru/faq/", "ru")
    names = [question["name"] for question in russian["mainEntity"]]
    assert names == ["Что больше?", "Что теперь?"]
    assert URL + "ru/funding/#calls" in russian["mainEntity"][0]["acceptedAnswer"]["text"]


def test_other_pages_ask_no_questions(built: Built):
    assert _questions(built, "funding") == _questions(built, "") == []


def test_a_page_that_falls_back_asks_no_questions(built: Built):
    assert built.page("kk/faq").is_noindex
    assert _questions(built, "kk/faq") == []
