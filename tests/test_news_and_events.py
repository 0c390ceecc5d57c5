"""The sample site `news_and_events`, built: news, agenda, feeds and calendars as readers get them.

Readers of Kazakh get what is missing in Russian, then in English. Messages of the interface begin
with their language's code: `[kk] News`.
"""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree as ET

import icalendar
import pytest

from publishing.problems import report
from publishing.reading import read_ledger, read_site
from tests.conftest import MakeSample
from tests.sample_sites import EXPECTED, SITES, URL, Built, Sample, sample_in, words

PREFIXES = {"en": "", "ru": "ru/", "kk": "kk/"}
ATOM = "{http://www.w3.org/2005/Atom}"
ALTERNATES = ATOM + "link[@rel='alternate']"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MAIN = "body/main/article"

every_language = pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)


@pytest.fixture(scope="module")
def built(news_and_events: Built) -> Built:
    """The sample, built on the first day of 2026."""
    return news_and_events


def test_the_sample_is_what_it_claims(sample_site: MakeSample):
    site, problems = read_site(sample_site("news_and_events").root)
    assert site is not None, report(problems)
    assert [language.chain for language in site.languages][-1] == ("kk", "ru", "en")
    assert {news.item.id: " ".join(news.texts) for news in site.news} == {
        "tools-for-towns": "en ru",
        "club-founded": "en ru kk",
        "plan-adopted": "en ru",
        "tash-joins": "ru",
        "fund-opens": "en ru",
        "first-training": "en",
    }
    originals = {news.item.id: news.original.language for news in site.news}
    assert [key for key, language in originals.items() if language != "en"] == [
        "tools-for-towns",
        "tash-joins",
    ]
    outdated = [
        (n.item.id, t.language) for n in site.news for t in n.texts.values() if t.is_outdated
    ]
    assert outdated == [("fund-opens", "ru")]
    assert [news.item.id for news in site.news if news.picture] == ["plan-adopted"]
    assert [n.item.id for n in site.news if n.item.date.precision == "month"] == ["first-training"]
    assert [(str(one.event.start), one.event.status) for one in site.occasions] == [
        ("2025-11-18", "confirmed"),
        ("2026-01-20T10:00", "confirmed"),
        ("2026-02", "confirmed"),
        ("2026-03-10", "cancelled"),
        ("2040-06-01", "confirmed"),
    ]


def test_its_ledger_is_the_one_the_command_writes(sample_site: MakeSample):
    committed = (SITES / "news_and_events/data/ledger.yml").read_text(encoding="utf-8")
    sample = sample_site("news_and_events")
    empty = committed.partition("news:")[0]
    (sample.root / "data/ledger.yml").write_text(empty, encoding="utf-8")
    assert read_ledger(sample.root)[0] == committed


def test_exactly_these_files_are_built(built: Built):
    listed = (EXPECTED / "news_and_events.txt").read_text(encoding="utf-8").splitlines()
    assert list(built.files()) == listed


# Lists of news


def listed_on(built: Built, address: str) -> list[str]:
    """Return the news that a page lists: where each is, its title, and its language if foreign."""
    found = []
    for item in built.page(address).all(".//ul[@class='news']/li"):
        link = item.findall("*[@class='news__title']/a")[0]
        place = urljoin(URL + address, link.get("href", "")).removeprefix(URL)
        marks = [f"({words(mark)})" for mark in item.iter("small")]
        found.append(" ".join([place, words(link), *marks]))
    return found


@pytest.mark.parametrize(
    ("address", "news"),
    [
        (
            "news/",
            [
                "news/tools-for-towns/ Tools for towns",
                "news/club-founded/ Mayors found a club",
                "news/plan-adopted/ Almaly adopts a plan",
                "news/fund-opens/ A fund opens",
                "news/first-training/ First training for towns",
            ],
        ),
        (
            "ru/news/",
            [
                "ru/news/tools-for-towns/ Инструменты для городов",
                "ru/news/club-founded/ Мэры основали клуб",
                "ru/news/plan-adopted/ Алмалы принимает план",
                "ru/news/tash-joins/ Таш присоединился",
                "ru/news/fund-opens/ Открывается фонд",
                "news/first-training/ First training for towns (английский)",
            ],
        ),
        (
            "kk/news/",
            [
                "ru/news/tools-for-towns/ Инструменты для городов (орыс тілі)",
                "kk/news/club-founded/ Әкімдер клуб құрды",
                "ru/news/plan-adopted/ Алмалы принимает план (орыс тілі)",
                "ru/news/tash-joins/ Таш присоединился (орыс тілі)",
                "ru/news/fund-opens/ Открывается фонд (орыс тілі)",
                "news/first-training/ First training for towns (ағылшын тілі)",
            ],
        ),
        (
            "kk/news/2024/",
            [
                "ru/news/fund-opens/ Открывается фонд (орыс тілі)",
                "news/first-training/ First training for towns (ағылшын тілі)",
            ],
        ),
        (
            "news/2024/",
            ["news/fund-opens/ A fund opens", "news/first-training/ First training for towns"],
        ),
        (
            "kk/news/kz/",
            [
                "kk/news/club-founded/ Әкімдер клуб құрды",
                "ru/news/plan-adopted/ Алмалы принимает план (орыс тілі)",
            ],
        ),
        ("kk/news/topics/adhesion/", ["ru/news/tash-joins/ Таш присоединился (орыс тілі)"]),
        ("news/topics/adhesion/", []),  # told in Russian only, which English readers do not get
        ("agenda/forum-almaly-2025/", ["news/club-founded/ Mayors found a club"]),
        (
            "kk/agenda/meeting-tash-2026/",
            ["ru/news/tools-for-towns/ Инструменты для городов (орыс тілі)"],
        ),
    ],
)
def test_a_list_shows_each_item_in_the_best_language_and_links_to_where_it_is(
    built: Built, address, news
):
    assert listed_on(built, address) == news


@pytest.mark.parametrize(
    ("address", "news"),
    [
        (
            "kk/",  # the five newest
            [
                "ru/news/tools-for-towns/ Инструменты для городов (орыс тілі)",
                "kk/news/club-founded/ Әкімдер клуб құрды",
                "ru/news/plan-adopted/ Алмалы принимает план (орыс тілі)",
                "ru/news/tash-joins/ Таш присоединился (орыс тілі)",
                "ru/news/fund-opens/ Открывается фонд (орыс тілі)",
                "kk/newsletter/2025-2/ Алмалы жоспары және қалалар клубы",  # the latest issue
            ],
        ),
        (
            "ru/signatories/kg/",
            [
                "ru/news/tools-for-towns/ Инструменты для городов",
                "ru/news/club-founded/ Мэры основали клуб",
                "ru/news/tash-joins/ Таш присоединился",
            ],
        ),
        (
            "signatories/kg/",
            [
                "news/tools-for-towns/ Tools for towns",
                "news/club-founded/ Mayors found a club",
            ],
        ),
        (
            "kk/signatories/kz/almaly/",
            [
                "kk/news/club-founded/ Әкімдер клуб құрды",
                "ru/news/plan-adopted/ Алмалы принимает план (орыс тілі)",
            ],
        ),
        ("signatories/kg/tash/", []),
    ],
)
def test_home_country_and_signatory_show_their_latest_news(built: Built, address, news):
    assert listed_on(built, address) == news


def test_the_words_of_another_language_are_marked_for_machines_too(built: Built):
    for item in built.page("kk/news/").all(".//ul[@class='news']/li"):
        link = item.findall("h2/a")[0]
        place = urljoin(URL + "kk/news/", link.get("href", "")).removeprefix(URL)
        language = {"ru": "ru", "kk": None}.get(place[:2], "en")
        assert (link.get("lang"), link.get("hreflang")) == (language, language)
        assert item.findall("p")[1].get("lang") == language


def test_an_item_known_by_month_is_dated_by_month(built: Built):
    item = built.page("news/first-training/")
    time = item.one(f"{MAIN}/p[@class='news__date']/time")
    assert (words(time), time.get("datetime")) == ("March 2024", "2024-03")


CHOICES = {
    "By year": ["news/2025/ 2025", "news/2024/ 2024"],
    "By country": ["news/kz/ Kazakhstan", "news/kg/ Kyrgyzstan"],
    "By topic": [
        "news/topics/adhesion/ Joining the Covenant",
        "news/topics/action-plan/ Action plans",
        "news/topics/project/ The project",
        "news/topics/event/ Meetings",
        "news/topics/training/ Training",
        "news/topics/funding/ Funding",
        "news/topics/club/ Clubs of mayors",
    ],
}


@pytest.mark.parametrize("here", ["news/", "news/2024/", "news/kg/", "news/topics/club/"])
def test_every_list_offers_all_lists_and_marks_itself(built: Built, here):
    nav = built.page(here).one(".//nav[@class='choices']")
    offered = {
        words(heading): [
            f"{urljoin(URL + here, a.get('href', '')).removeprefix(URL)} {words(a)}"
            for a in entries.iter("a")
        ]
        for heading, entries in zip(nav.findall("h2"), nav.findall("ul"), strict=True)
    }
    assert offered == CHOICES
    current = [a.get("href", "") for a in nav.iter("a") if a.get("aria-current") == "page"]
    own = [here] if here != "news/" else []
    assert [urljoin(URL + here, href).removeprefix(URL) for href in current] == own


# The page of an item


@pytest.mark.parametrize(
    ("address", "languages", "instead"),
    [
        ("news/club-founded/", "en ru kk x-default", ""),
        ("news/plan-adopted/", "en ru x-default", "news/2025/#item-plan-adopted"),
        ("news/tools-for-towns/", "en ru x-default", "news/2025/#item-tools-for-towns"),
        ("news/tash-joins/", "ru", "news/2025/#item-tash-joins"),
        ("news/first-training/", "en x-default", "news/2024/#item-first-training"),
    ],
)
def test_an_item_names_its_languages_and_the_switcher_marks_those_it_lacks(
    built: Built, address, languages, instead
):
    """Where the item is missing, the switcher leads to it in the list of its year.

    No list in English has what is told in Russian only: that list has no place to lead to.
    """
    real = [code for code in PREFIXES if code in languages.split()]
    there = {code: URL + PREFIXES.get(code, "") + address for code in languages.split()}
    switcher = {
        code: URL + prefix + (address if code in real else instead)
        for code, prefix in PREFIXES.items()
    }
    if languages == "ru":
        switcher["en"] = switcher["en"].partition("#")[0]
    for here in (PREFIXES[code] + address for code in real):
        page = built.page(here)
        assert page.canonical == URL + here
        assert not page.is_noindex
        named = page.all("head/link[@hreflang]")
        assert {link.get("hreflang"): link.get("href") for link in named} == there
        choices = page.all(".//details[@class='languages']/ul/li")
        links = {link.get("hreflang"): link for choice in choices for link in choice.iter("a")}
        assert {
            code: urljoin(URL + here, link.get("href", "")) for code, link in links.items()
        } == switcher
        missing = [
            link.get("hreflang")
            for link, choice in zip(links.values(), choices, strict=True)
            if choice.findall("small")
        ]
        assert missing == [code for code in PREFIXES if code not in real]


@pytest.mark.parametrize(
    ("prefix", "items"),
    [
        ("", "club-founded first-training fund-opens plan-adopted tools-for-towns"),
        ("ru/", "club-founded fund-opens plan-adopted tash-joins tools-for-towns"),
        ("kk/", "club-founded"),
    ],
)
def test_an_item_has_a_page_only_in_the_languages_it_is_written_in(built: Built, prefix, items):
    pattern = re.compile(rf"{prefix}news/([a-z]+(?:-[a-z]+)+)/")
    found = [match.group(1) for a in built.addresses() if (match := pattern.fullmatch(a))]
    assert found == items.split()
    sitemap = built.files()[f"{prefix}sitemap.xml" if prefix else "sitemap-en.xml"].decode()
    inside = re.findall(rf"<loc>{URL}{prefix}news/([a-z]+(?:-[a-z]+)+)/</loc>", sitemap)
    assert sorted(inside) == items.split()


def test_an_outdated_translation_says_so_and_leads_to_the_original(built: Built):
    page = built.page("ru/news/fund-opens/")
    assert page.words(f"{MAIN}/p[@class='notice']") == (
        "[ru] The original has changed since this translation was made. [ru] Read the original"
    )
    link = page.one(f"{MAIN}/p[@class='notice']/a").get("href")
    assert link == "../../../news/fund-opens/"
    assert words(page.one(f"{MAIN}/p[@class='news__date']")) == (
        "2 октября 2024 г. · [ru] Updated: 5 ноября 2024 г."
    )


@pytest.mark.parametrize(
    "address",
    ["news/fund-opens/", "ru/news/plan-adopted/", "kk/news/club-founded/", "ru/news/tash-joins/"],
)
def test_an_item_that_is_up_to_date_carries_no_notice(built: Built, address):
    assert built.page(address).all(".//p[@class='notice']") == []


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        ("news/club-founded/", 0),  # an original
        ("ru/news/club-founded/", 0),  # reviewed: true
        ("kk/news/club-founded/", 1),
        ("ru/news/tash-joins/", 0),  # an original, in Russian
        ("ru/news/tools-for-towns/", 0),  # an original, in Russian
        ("news/tools-for-towns/", 1),  # translated into English
    ],
)
def test_only_a_translation_that_no_native_speaker_has_read_awaits_review(
    built: Built, address, lines
):
    assert len(built.page(address).all(".//p[@class='review']")) == lines


@pytest.mark.parametrize(
    ("address", "alt"),
    [
        ("news/plan-adopted/", "A blue square that stands for a plan"),
        ("ru/news/plan-adopted/", "Синий квадрат вместо плана"),
    ],
)
def test_a_picture_is_described_in_the_language_of_the_page_and_names_its_author(
    built: Built, address, alt
):
    page = built.page(address)
    image = page.one(f"{MAIN}/figure/img")
    assert (image.get("alt"), image.get("width"), image.get("height")) == (alt, "6", "4")
    assert page.words(f"{MAIN}/figure/figcaption") == "Someone, CC0"


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        (
            "ru/news/club-founded/",
            ["ru/news/plan-adopted/", "ru/contact/#report", "https://forum.example/minutes"],
        ),
        ("kk/news/club-founded/", ["kk/contact/#report"]),
        ("ru/news/tools-for-towns/", ["ru/news/tash-joins/"]),
    ],
)
def test_links_in_a_text_lead_to_pages_of_its_language(built: Built, address, leads_to):
    texts = [part for part in built.page(address).all(f"{MAIN}/p") if part.get("class") is None]
    links = [link.get("href", "") for part in texts for link in part.iter("a")]
    assert [urljoin(URL + address, link).removeprefix(URL) for link in links] == leads_to


def test_an_item_names_its_signatories_events_sources_and_related_items(built: Built):
    page = built.page("ru/news/club-founded/")
    lists = {
        words(heading): [words(entry) for entry in entries.findall("li")]
        for heading, entries in zip(page.all(f"{MAIN}/h2"), page.all(f"{MAIN}/ul"), strict=True)
        if entries.get("class") != "news"
    }
    assert lists == {
        "[ru] Signatories": ["Almaly"],
        "[ru] In the agenda": ["Форум городов"],
        "[ru] Sources": ["Forum of towns"],
    }
    assert listed_on(built, "ru/news/club-founded/") == [
        "ru/news/plan-adopted/ Алмалы принимает план",
        "ru/news/tools-for-towns/ Инструменты для городов",
        "ru/news/tash-joins/ Таш присоединился",
    ]


# The agenda


def events_on(built: Built, address: str, part: str) -> list[str]:
    """Return the events in a part of a page: when, title, status."""
    items = built.page(address).all(f".//div[@{part}]//ul[@class='events']/li")
    return [" | ".join(words(line) for line in item.findall("p")[:2]) for item in items]


def test_the_agenda_shows_what_is_ahead_and_what_is_over(built: Built):
    assert events_on(built, "kk/agenda/", "data-upcoming") == [
        "2026 ж. 20 қаңтар, 10:00–16:30 (UTC+6) орыс тілі | Встреча подписантов",
        "2026 ж. ақпан ағылшын тілі | Webinar on heating",
        "2026 ж. 10 наурыз | Жоспарлар семинары [kk] Cancelled",
        "2040 ж. 1–3 маусым орыс тілі | Саммит 2040 года",
    ]
    assert events_on(built, "kk/agenda/", "data-past") == ["2025 ж. 18–19 қараша | Қалалар форумы"]
    assert events_on(built, "kk/", "data-upcoming") == events_on(
        built, "kk/agenda/", "data-upcoming"
    )


def test_the_start_page_shows_the_next_five_events(sample_site: MakeSample):
    sample = sample_site("news_and_events")
    for year in (2027, 2028, 2029):
        written(
            f"data/events/winter-{year}.yml",
            f"id: winter-{year}",
            f"title: {{en: Winter of {year}}}",
            f"start: {year}-01-10",
            "announced: 2025-12-20",
        )(sample)
    built = sample.build()
    assert built.exit_code == 0, built.output
    ahead = events_on(built, "agenda/", "data-upcoming")
    assert len(ahead) == 7
    assert events_on(built, "", "data-upcoming") == ahead[:5]


def test_an_event_tells_machines_its_day_or_its_time_where_it_is(built: Built):
    times = built.page("ru/agenda/").all(".//ul[@class='events']/li/p/time")
    assert [time.get("datetime") for time in times] == [
        "2026-01-20T10:00+06:00",
        "2026-02",
        "2026-03-10",
        "2040-06-01",
        "2025-11-18",
    ]


def test_kyrgyzstan_has_its_own_name_in_russian(built: Built):
    """CLDR has an older one."""
    assert built.page("ru/news/kg/").words(f"{MAIN}/h1").endswith("Кыргызстан")


@every_language
def test_a_cancelled_event_stays_everywhere_and_says_so(built: Built, prefix):
    say = f"[{prefix[:2]}] " if prefix else ""
    here = f"{prefix}agenda/seminar-almaly-2026/"
    assert built.page(here).words(f"{MAIN}/p[@class='notice']") == (
        f"{say}Cancelled. {say}This event does not take place."
    )
    for calendar in (f"{prefix}agenda/agenda.ics", f"{prefix}agenda/kz.ics", here + "event.ics"):
        event = calendar_of(built, calendar)["seminar-almaly-2026@sample.example"]
        assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 1)
    entry = json_entries(built, f"{prefix}agenda/")["events/seminar-almaly-2026"]
    assert entry["title"].startswith(f"{say}Cancelled: ")


@every_language
def test_an_event_of_which_no_day_is_known_stands_in_no_calendar_and_says_so(built: Built, prefix):
    say = f"[{prefix[:2]}] " if prefix else ""
    page = built.page(f"{prefix}agenda/webinar-2026/")
    assert page.words(f"{MAIN}/p[@class='note']") == (
        f"{say}The day is not known, so this event stands in no calendar."
    )
    assert list(calendar_of(built, f"{prefix}agenda/kg.ics")) == [
        "meeting-tash-2026@sample.example"
    ]
    assert "events/webinar-2026" in json_entries(built, f"{prefix}agenda/")


def calendar_of(built: Built, name: str) -> dict[str, Any]:
    """Return the events of a calendar by their identity."""
    calendar = icalendar.Calendar.from_ical((built.site / name).read_bytes())
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


def test_a_calendar_has_the_same_events_in_every_language(built: Built):
    names = [
        "forum-almaly-2025@sample.example",
        "meeting-tash-2026@sample.example",
        "seminar-almaly-2026@sample.example",
        "summit-2040@sample.example",
    ]
    titles = {
        prefix: [str(event["SUMMARY"]) for event in events.values()]
        for prefix in PREFIXES.values()
        if list(events := calendar_of(built, f"{prefix}agenda/agenda.ics")) == names
    }
    assert titles == {
        "": ["Forum of towns", "Meeting of signatories", "Seminar on plans", "Summit of 2040"],
        "ru/": ["Форум городов", "Встреча подписантов", "Семинар о планах", "Саммит 2040 года"],
        "kk/": ["Қалалар форумы", "Встреча подписантов", "Жоспарлар семинары", "Саммит 2040 года"],
    }


def test_a_meeting_with_times_is_at_the_clock_of_its_place(built: Built):
    meeting = calendar_of(built, "agenda/meeting-tash-2026/event.ics")
    (event,) = meeting.values()
    assert event["DTSTART"].dt.isoformat() == "2026-01-20T10:00:00+06:00"
    assert event["DTEND"].dt.isoformat() == "2026-01-20T16:30:00+06:00"
    assert event["DTSTART"].params["TZID"] == "Asia/Bishkek"


def test_a_place_named_in_two_languages_claims_neither(built: Built):
    name = "agenda/meeting-tash-2026/event.ics"
    (english,), (russian,) = (calendar_of(built, code + name).values() for code in ("", "ru/"))
    assert (english["LOCATION"], russian["LOCATION"]) == (
        "Town hall of Tash, Kyrgyzstan",
        "Town hall of Tash, Кыргызстан",
    )
    assert english["LOCATION"].params["LANGUAGE"] == "en"
    assert "LANGUAGE" not in russian["LOCATION"].params


def test_a_calendar_is_no_invitation(built: Built):
    """With a METHOD programs ask whom to answer (RFC 5546)."""
    for name, content in built.files().items():
        assert not (name.endswith(".ics") and b"METHOD" in content), name


# From one day to the next


def built_at(sample: Sample, day: str) -> Built:
    """Build at noon of a day."""
    noon = datetime.fromisoformat(day + "T12:00").replace(tzinfo=UTC)
    done = sample.build(SOURCE_DATE_EPOCH=str(int(noon.timestamp())))
    assert done.exit_code == 0, done.output
    return done


@pytest.fixture(scope="module")
def around_the_meeting(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Built]:
    """Build on the day of the meeting in Tash, and on the day after."""
    folder = tmp_path_factory.mktemp("days")
    on, after = (sample_in(folder / name, "news_and_events") for name in ("on", "after"))
    return built_at(on, "2026-01-20"), built_at(after, "2026-01-21")


def test_an_event_is_ahead_on_its_last_day_and_over_on_the_next(
    around_the_meeting: tuple[Built, Built],
):
    on, after = around_the_meeting
    meeting = "20 January 2026, 10:00–16:30 (UTC+6) | Meeting of signatories"
    assert events_on(on, "agenda/", "data-upcoming")[0] == meeting
    assert meeting not in events_on(after, "agenda/", "data-upcoming")
    assert events_on(after, "agenda/", "data-past")[0] == meeting
    assert meeting not in events_on(on, "agenda/", "data-past")
    assert meeting in events_on(on, "", "data-upcoming")
    assert meeting not in events_on(after, "", "data-upcoming")


def test_a_day_later_feeds_and_calendars_are_the_same_bytes(
    around_the_meeting: tuple[Built, Built],
):
    on, after = around_the_meeting
    assert changes(on, after, "Meeting of signatories", "Встреча подписантов") == [
        "shows agenda/index.html",
        "shows index.html",
        "shows kk/agenda/index.html",
        "shows kk/index.html",
        "shows ru/agenda/index.html",
        "shows ru/index.html",
    ]


def test_until_an_event_is_over_nothing_at_all_changes(
    built: Built, around_the_meeting: tuple[Built, Built]
):
    on_the_day, _after = around_the_meeting
    assert changes(built, on_the_day) == []


def changes(before: Built, after: Built, *told: str) -> list[str]:
    """Compare two whole builds: `new`, `gone`, and the others that differ.

    `shows`: one of the words in `told` is in the file; `mentions`: none is.
    """
    old, new = before.files(), after.files()
    found = []
    for name in sorted({*old, *new}):
        if name not in old or name not in new:
            found.append(f"{'new' if name in new else 'gone'} {name}")
        elif old[name] != new[name]:
            both = (old[name] + new[name]).decode("utf-8")
            found.append(f"{'shows' if any(word in both for word in told) else 'mentions'} {name}")
    return found


# One item more, or other words in one


def written(file: str, *lines: str) -> Callable[[Sample], None]:
    def write(sample: Sample) -> None:
        target = sample.root / file
        assert not target.exists()
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("\n".join([*lines, ""]), encoding="utf-8")

    return write


def reworded(file: str, old: str, new: str) -> Callable[[Sample], None]:
    return lambda sample: sample.replace(file, old, new)


NEW_ITEM = [
    "date: 2025-12-24",
    "countries: [kg]",
    "topics: [training]",
    'sources: [{name: The school, url: "https://school.example/second"}]',
]
CHANGES = {
    "new item in English": (
        "Second training",
        written(
            "docs/en/news/2025-12-24-second-training.md",
            "---",
            "id: second-training",
            "title: Second training",
            "summary: Towns learned again.",
            *NEW_ITEM,
            "---",
            "It took a day.",
        ),
    ),
    "new item in Kazakh": (
        "Екінші оқыту",
        written(
            "docs/kk/news/2025-12-24-second-training.md",
            "---",
            "id: second-training",
            "title: Екінші оқыту",
            "summary: Қалалар тағы үйренді.",
            *NEW_ITEM,
            "---",
            "Бір күн болды.",
        ),
    ),
    "translation into Kazakh": (
        "Қор ашылды",
        written(
            "docs/kk/news/2024-10-02-fund-opens.md",
            "---",
            "id: fund-opens",
            "title: Қор ашылды",
            "summary: Қор жылытуға ақша береді.",
            "source_hash: 13de582be3f1",
            "---",
            "Қор жылытуға ақша береді.",
        ),
    ),
    "other words in Russian": (
        "Таш вступил",
        reworded(
            "docs/ru/news/2025-06-15-tash-joins.md",
            "title: Таш присоединился",
            "title: Таш вступил",
        ),
    ),
    "other text in English": (
        "eleven",
        reworded("docs/en/news/2025-09-05-plan-adopted.md", "**ten**", "**eleven**"),
    ),
}


@pytest.mark.parametrize(("told", "change"), CHANGES.values(), ids=CHANGES)
def test_one_item_changes_only_the_pages_and_feeds_that_show_it(
    built: Built, sample_site: MakeSample, request: pytest.FixtureRequest, told, change
):
    """The lists in `expected/news_and_events/` are meant to be read.

    `shows`: the file tells the item's new words. `mentions`: it only counts the item (the page
    about feeds says how many each has), or it names the languages or the address of the item.
    """
    sample = sample_site("news_and_events")
    change(sample)
    after = sample.build()
    assert after.exit_code == 0, after.output
    case = request.node.callspec.id.replace(" ", "_")
    listed = (EXPECTED / f"news_and_events/{case}.txt").read_text(encoding="utf-8")
    assert changes(built, after, told) == listed.splitlines()


# Feeds


def feeds_of(built: Built) -> list[str]:
    """Return the folders that hold a feed."""
    return [name.removesuffix("rss.xml") for name in built.files() if name.endswith("rss.xml")]


def json_feed(built: Built, folder: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((built.site / folder / "feed.json").read_bytes())
    return found


def json_entries(built: Built, folder: str) -> dict[str, dict[str, Any]]:
    """Return the entries of a feed by their works, such as `news/club-founded`."""
    start = "tag:sample.example,2026:"
    items = json_feed(built, folder)["items"]
    return {item["_work"]["id"].removeprefix(start): item for item in items}


def rss_items(built: Built, folder: str) -> list[ET.Element]:
    return list(ET.parse(built.site / folder / "rss.xml").iter("item"))


def atom_entries(built: Built, folder: str) -> list[ET.Element]:
    return list(ET.parse(built.site / folder / "atom.xml").iter(ATOM + "entry"))


def test_there_is_a_feed_for_all_news_countries_topics_events_and_signatories(built: Built):
    lists = (
        "agenda/ newsletter/ news/ news/kg/ news/kz/ news/topics/action-plan/ news/topics/adhesion/"
        " news/topics/club/ news/topics/event/ news/topics/funding/ news/topics/project/"
        " news/topics/training/ signatories/ signatories/kg/ signatories/kz/"
    )
    assert sorted(feeds_of(built)) == sorted(
        prefix + folder for prefix in PREFIXES.values() for folder in lists.split()
    )


def test_rss_atom_and_json_of_a_feed_list_the_same_entries(built: Built):
    for folder in feeds_of(built):
        listed = [
            (item["id"], item["title"], item["url"], item["language"])
            for item in json_feed(built, folder)["items"]
        ]
        rss = rss_items(built, folder)
        keys = ("guid", "title", "link", DUBLIN_CORE + "language")
        assert [tuple(item.findtext(key) for key in keys) for item in rss] == listed, folder
        assert [
            (
                entry.findtext(ATOM + "id"),
                entry.findtext(ATOM + "title"),
                " and ".join(link.get("href", "") for link in entry.findall(ALTERNATES)),
                entry.get(XML_LANG),
            )
            for entry in atom_entries(built, folder)
        ] == listed, folder


@pytest.mark.parametrize(
    ("folder", "entries"),
    [
        (
            "kk/news/",
            [
                ("tag:sample.example,2026:news/tools-for-towns/kk", "ru"),
                ("tag:sample.example,2026:news/club-founded/kk", "kk"),
                ("tag:sample.example,2026:news/plan-adopted/kk", "ru"),
                ("tag:sample.example,2026:news/tash-joins/kk", "ru"),
                ("tag:sample.example,2026:news/fund-opens/kk", "ru"),
                ("tag:sample.example,2026:news/first-training/kk", "en"),
            ],
        ),
        (
            "news/kg/",
            [
                ("tag:sample.example,2026:news/tools-for-towns/en", "en"),
                ("tag:sample.example,2026:news/club-founded/en", "en"),
            ],
        ),
        ("ru/news/topics/adhesion/", [("tag:sample.example,2026:news/tash-joins/ru", "ru")]),
        (
            "signatories/",
            [
                ("tag:sample.example,2026:adhesions/KZ0002-2025/en", "en"),
                ("tag:sample.example,2026:adhesions/KG0002-2025/en", "en"),
                ("tag:sample.example,2026:adhesions/KG0001-2025/en", "en"),
                ("tag:sample.example,2026:adhesions/KZ0001-2021/en", "en"),
            ],
        ),
        (
            "kk/signatories/kz/",
            [
                ("tag:sample.example,2026:adhesions/KZ0002-2025/kk", "kk"),
                ("tag:sample.example,2026:adhesions/KZ0001-2021/kk", "kk"),
            ],
        ),
        (
            "kk/newsletter/",
            [
                ("tag:sample.example,2026:newsletters/2025-2/kk", "kk"),
                ("tag:sample.example,2026:newsletters/2025-1/kk", "ru"),
                ("tag:sample.example,2026:newsletters/2024-2/kk", "en"),
            ],
        ),
    ],
)
def test_an_entry_keeps_its_identity_whatever_language_its_words_are_in(
    built: Built, folder, entries
):
    items = json_feed(built, folder)["items"]
    assert [(item["id"], item["language"]) for item in items] == entries


def test_an_identity_is_used_once_and_entries_of_one_item_name_the_same_work(built: Built):
    identities: dict[str, set[str]] = {}
    for folder in feeds_of(built):
        items = json_feed(built, folder)["items"]
        assert len({item["id"] for item in items}) == len(items)
        for item in items:
            identities.setdefault(item["_work"]["id"], set()).add(item["id"])
    assert len(identities) == 6 + 3 + 5 + 4
    for work, found in identities.items():
        codes = ("ru", "kk") if work.endswith("tash-joins") else PREFIXES
        assert found == {f"{work}/{code}" for code in codes}


def test_the_agenda_feed_is_dated_by_when_an_event_became_known(built: Built):
    entries = json_entries(built, "agenda/")
    assert {key: item["date_published"][:10] for key, item in entries.items()} == {
        "events/seminar-almaly-2026": "2025-12-05",
        "events/meeting-tash-2026": "2025-12-01",
        "events/webinar-2026": "2025-12-01",
        "events/summit-2040": "2025-10-10",
        "events/forum-almaly-2025": "2025-09-01",
    }
    assert entries["events/seminar-almaly-2026"]["date_modified"][:10] == "2025-12-15"


def test_an_event_is_in_the_language_of_its_feed_whatever_its_title(built: Built):
    """Its page exists in every language, and most of what it says is in that one."""
    for prefix, code in (("", "en"), ("ru/", "ru"), ("kk/", "kk")):
        items = json_feed(built, f"{prefix}agenda/")["items"]
        assert {item["language"] for item in items} == {code}
        here = f"{URL}{prefix}agenda/"
        assert all(item["url"].startswith(here) for item in items)


@pytest.mark.parametrize(
    ("prefix", "adhesion", "status"),
    [
        ("", "Latest adhesion: 20 April 2021", "Status: Not known"),
        ("kk/", "[kk] Latest adhesion: 2021 ж. 20 сәуір", "[kk] Status: [kk] Not known"),
    ],
)
def test_a_new_signatory_comes_with_its_adhesion_and_status(built: Built, prefix, adhesion, status):
    item = json_entries(built, f"{prefix}signatories/")["adhesions/KZ0001-2021"]
    summary, content = (item[key].replace("\u202f", " ") for key in ("summary", "content_html"))
    assert summary == f"{adhesion}; {status}"
    assert f"<p>{adhesion}<br>{status}</p>" in content


def test_the_languages_of_an_item_are_related_and_only_its_page_is_an_alternate(built: Built):
    entries = atom_entries(built, "kk/news/")
    related = {
        entry.findtext(ATOM + "title"): [
            link.get("hreflang") for link in entry.findall(ATOM + "link[@rel='related']")
        ]
        for entry in entries
    }
    assert related == {
        "Инструменты для городов": ["en"],
        "Әкімдер клуб құрды": ["en", "ru"],
        "Алмалы принимает план": ["en"],
        "Таш присоединился": [],
        "Открывается фонд": ["en"],
        "First training for towns": [],
    }
    assert [len(entry.findall(ALTERNATES)) for entry in entries] == [1] * 6


def test_a_picture_comes_with_its_true_length(built: Built):
    size = len((built.site / "assets/images/news/plan-adopted.png").read_bytes())
    for prefix in PREFIXES.values():
        folder = f"{prefix}news/topics/action-plan/"
        (item,) = json_feed(built, folder)["items"]
        url = URL + "assets/images/news/plan-adopted.png"
        assert item["attachments"] == [
            {"url": url, "mime_type": "image/png", "size_in_bytes": size}
        ]
        (rss,) = rss_items(built, folder)
        enclosure = {"url": url, "type": "image/png", "length": str(size)}
        assert [found.attrib for found in rss.findall("enclosure")] == [enclosure]
        (entry,) = atom_entries(built, folder)
        (link,) = entry.findall(ATOM + "link[@rel='enclosure']")
        assert (link.get("href"), link.get("length")) == (url, str(size))


@pytest.mark.parametrize(
    ("work", "content"),
    [
        (
            "news/club-founded",
            (
                '<div lang="kk">\n<p>Екі әкім клуб құрды.</p>\n<p>Кіргісі келетіндер '
                f'<a href="{URL}kk/contact/#report">бізге жазады</a>.</p>\n</div>\n'
                '<p lang="kk">[kk] Sources: <a href="https://forum.example/2025/club">Forum of '
                "towns</a></p>"
            ),
        ),
        (
            "news/tools-for-towns",
            (
                '<p lang="kk">[орыс тілі]</p>\n<div lang="ru">\n<p>Первым их получит Таш, который '
                f'<a href="{URL}ru/news/tash-joins/">присоединился летом</a>.</p>\n'
                '</div>\n<p lang="kk">[kk] Sources: <a href="https://project.example/tools">Проект'
                "</a></p>"
            ),
        ),
    ],
)
def test_a_feed_holds_the_whole_text_with_absolute_links(built: Built, work, content):
    assert json_entries(built, "kk/news/")[work]["content_html"] == content


# What is announced is there


def leads_somewhere(built: Built) -> Callable[[str], bool]:
    """Tell whether an absolute address of the site is a file of it."""
    files = set(built.files())

    def check(url: str) -> bool:
        path = urlsplit(url).path.lstrip("/")
        return (path + "index.html" if path.endswith("/") or not path else path) in files

    return check


def test_every_head_points_to_feeds_that_exist(built: Built):
    for address in built.addresses():
        links = built.page(address).all("head/link[@rel='alternate'][@type]")
        places = [urljoin(URL + address, link.get("href", "")) for link in links]
        assert all(map(leads_somewhere(built), places)), address


@pytest.mark.parametrize(
    ("address", "own", "others"),
    [
        ("", {"news/": "News"}, "newsletter/ agenda/ signatories/"),
        ("kk/", {"news/": "[kk] News"}, "newsletter/ agenda/ signatories/"),
        ("ru/news/fund-opens/", {"news/": "[ru] News"}, "newsletter/ agenda/ signatories/"),
        ("kk/news/", {"news/": "[kk] News"}, "newsletter/ agenda/ signatories/"),
        ("kk/agenda/", {"agenda/": "[kk] Agenda"}, "news/ newsletter/ signatories/"),
        (
            "kk/newsletter/",
            {"newsletter/": "[kk] Newsletter"},
            "news/ agenda/ signatories/",
        ),
        (
            "kk/newsletter/2025-2/",
            {"newsletter/": "[kk] Newsletter"},
            "news/ agenda/ signatories/",
        ),
        ("kk/newsletter/subscribe/", {"news/": "[kk] News"}, "newsletter/ agenda/ signatories/"),
        ("kk/agenda/summit-2040/", {"news/": "[kk] News"}, "newsletter/ agenda/ signatories/"),
        (
            "kk/news/kz/",
            {"news/kz/": "[kk] News: Қазақстан"},
            "news/ newsletter/ agenda/ signatories/",
        ),
        (
            "kk/news/topics/club/",
            {"news/topics/club/": "[kk] News: [kk] Clubs of mayors"},
            "news/ newsletter/ agenda/ signatories/",
        ),
        (
            "kk/signatories/kz/",
            {
                "news/kz/": "[kk] News: Қазақстан",
                "signatories/kz/": "[kk] New signatories: Қазақстан",
            },
            "news/ newsletter/ agenda/ signatories/",
        ),
    ],
)
def test_a_page_points_to_its_own_feeds_first_and_in_every_format(
    built: Built, address, own, others
):
    """Readers that find several take the first; a page without a feed of its own has the news."""
    code = address[:3] if address[:3] in PREFIXES.values() else ""
    links = built.page(address).all("head/link[@rel='alternate'][@type]")
    found = [
        (urljoin(URL + address, a.get("href", "")).removeprefix(URL + code), a.get("title"))
        for a in links
    ]
    formats = ("rss.xml", "atom.xml", "feed.json")
    first = [(folder + name, title) for folder, title in own.items() for name in formats]
    assert [(name, title) for name, title in found[: len(first)]] == first
    assert [name for name, _title in found[len(first) :]] == [
        f"{folder}rss.xml" for folder in others.split()
    ]


@every_language
def test_the_subscription_list_holds_every_feed_of_its_language(built: Built, prefix):
    outlines = ET.parse(built.site / prefix / "feeds/feeds.opml").iter("outline")
    listed = [outline.get("xmlUrl", "") for outline in outlines if outline.get("type") == "rss"]
    own = [f for f in feeds_of(built) if (f[:3] if f[:3] in PREFIXES.values() else "") == prefix]
    assert len(own) == 15
    assert sorted(listed) == sorted(f"{URL}{folder}rss.xml" for folder in own)


@every_language
def test_the_page_about_feeds_lists_every_feed_and_calendar_with_its_number(built: Built, prefix):
    here = prefix + "feeds/"
    entries = built.page(here).all(".//ul[@class='feedlist']/li")
    numbers = {}
    for entry in entries:
        links = [urljoin(URL + here, link.get("href", "")) for link in entry.iter("a")]
        file = next(
            link for link in links if link.endswith(("rss.xml", ".ics")) and "https" in link
        )
        numbers[file.removeprefix(URL)] = int(
            re.findall(r"\d+", words(entry.findall("small")[0]))[0]
        )
    folders = [
        f for f in feeds_of(built) if (f[:3] if f[:3] in PREFIXES.values() else "") == prefix
    ]
    counted = {f"{f}rss.xml": len(json_feed(built, f)["items"]) for f in folders}
    calendars = [f"{prefix}agenda/{name}.ics" for name in ("agenda", "kg", "kz")]
    assert numbers == counted | {name: len(calendar_of(built, name)) for name in calendars}


@every_language
def test_the_page_about_feeds_says_which_events_stand_in_no_calendar(built: Built, prefix):
    page = built.page(f"{prefix}feeds/")
    assert "These stand in no calendar." in page.words(f"{MAIN}//p[@class='note']")


def test_an_old_address_leads_on_only_in_the_languages_of_its_item(sample_site: MakeSample):
    sample = sample_site("news_and_events")
    news = "{old: /news/we-found-a-fund/, new: /news/fund-opens/}"
    list_of_news = "{old: /news/oldest/, new: /news/2024/}"
    sample.replace(
        "data/redirects.yml", "redirects: []", f"redirects:\n  - {news}\n  - {list_of_news}"
    )
    built = sample.build()
    assert built.exit_code == 0, built.output
    old = [a for a in built.addresses() if a.endswith(("/we-found-a-fund/", "/oldest/"))]
    assert old == [
        "kk/news/oldest/",
        "news/oldest/",
        "news/we-found-a-fund/",
        "ru/news/oldest/",
        "ru/news/we-found-a-fund/",
    ]
    assert built.page("ru/news/we-found-a-fund/").canonical == URL + "ru/news/fund-opens/"


def test_every_link_of_every_page_leads_to_a_place_that_is_there(built: Built):
    exists = leads_somewhere(built)
    places = {
        URL + address: {element.get("id") for element in built.page(address).tree.iter()}
        for address in built.addresses()
    }
    dead = []
    for address in built.addresses():
        elements = built.page(address).tree.iter()
        values = {element.get("href") or element.get("src") for element in elements}
        for url in sorted(urljoin(URL + address, value) for value in values if value):
            ours = url.replace("webcal:", "https:")
            page, _, place = re.sub(r"\?[^#]*", "", ours).partition("#")
            if not ours.startswith(URL):
                continue
            if not exists(ours) or (place and place not in places[page]):
                dead.append(f"{address}: {url}")
    assert dead == []


def test_every_address_in_feeds_calendars_and_sitemaps_leads_to_a_file(built: Built):
    exists = leads_somewhere(built)
    for name, content in built.files().items():
        if Path(name).suffix not in {".xml", ".json", ".opml", ".ics"}:
            continue
        text = content.decode("utf-8").replace("\r\n ", "")
        urls = set(re.findall(r"(?:https|webcal)://sample\.example/[^\s\"'<>&\\]*", text))
        assert [url for url in sorted(urls) if not exists(url)] == [], name
