from dataclasses import replace
from datetime import date

import pytest

from publishing.views.agenda import (
    EventLine,
    EventPage,
    agenda,
    event_line,
    event_page,
    heading,
    when,
)
from publishing.views.tongue import Worded

TODAY = date(2026, 5, 20)


def _seen(text: str) -> str:
    """Show the unbreakable space of dates as `~`."""
    return text.replace("\u202f", "~")


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2026-05-20", None, "20 May 2026"),
        ("2026-05-20", "2026-05-20", "20 May 2026"),
        ("2026-05-20", "2026-05-22", "20–22 May 2026"),
        ("2026-02-20", "2026-02-26", "20–26 February 2026"),
        ("2026-05-02", "2026-05-12", "2–12 May 2026"),
        ("2026-05-30", "2026-06-02", "30 May 2026 – 2 June 2026"),
        ("2026-12-30", "2027-01-02", "30 December 2026 – 2 January 2027"),
        ("2025-05-20", "2026-05-22", "20 May 2025 – 22 May 2026"),
        ("2026-05", None, "May 2026"),
        ("2026-05", "2026-06", "May–June 2026"),
        ("2026", None, "2026"),
    ],
)
def test_days_are_said_as_far_as_they_are_known(an_event, speaking, start, end, said):
    assert when(an_event("forum", start, end).event, speaking("en")) == said


@pytest.mark.parametrize(
    ("start", "end", "zone", "said"),
    [
        ("20T09:30", None, "Asia/Tbilisi", "20 May 2026, 09:30 (UTC+4)"),
        ("20T09:30", "20T17:00", "Asia/Tbilisi", "20 May 2026, 09:30–17:00 (UTC+4)"),
        ("20T09:30", "20T17:00", "Europe/Kyiv", "20 May 2026, 09:30–17:00 (UTC+3)"),
        ("20T09:30", "21T17:00", "Asia/Almaty", "20 May 2026, 09:30 – 21 May 2026, 17:00 (UTC+5)"),
        ("20T22:00", "21T00:30", "Europe/Riga", "20 May 2026, 22:00 – 21 May 2026, 00:30 (UTC+3)"),
        ("20T09:30", None, "Asia/Kolkata", "20 May 2026, 09:30 (UTC+5:30)"),
        ("20T09:30", None, "America/St_Johns", "20 May 2026, 09:30 (UTC−2:30)"),
    ],
)
def test_times_are_those_of_the_place_with_their_distance_from_utc(
    an_event, speaking, start, end, zone, said
):
    last = f"2026-05-{end}" if end else None
    occasion = an_event("forum", f"2026-05-{start}", last, zone=zone)
    assert when(occasion.event, speaking("en")) == said


def test_the_same_clock_is_nearer_to_utc_in_winter(an_event, speaking):
    occasion = an_event("forum", "2026-01-20T09:30", zone="Europe/Kyiv")
    assert when(occasion.event, speaking("en")) == "20 January 2026, 09:30 (UTC+2)"


def test_over_a_change_of_the_clock_both_distances_are_said(an_event, speaking):
    occasion = an_event("forum", "2026-03-28T22:00", "2026-03-29T05:00", zone="Europe/Kyiv")
    said = when(occasion.event, speaking("en"))
    assert ("UTC+2" in said, "UTC+3" in said) == (True, True)


@pytest.mark.parametrize(
    ("code", "days", "hours"),
    [
        ("en", "20–22 May 2026", "20 May 2026, 09:30–17:00 (UTC+4)"),
        ("ru", "20–22 мая 2026~г.", "20 мая 2026~г., 09:30–17:00 (UTC+4)"),
        ("uk", "20–22 травня 2026~р.", "20 травня 2026~р., 09:30–17:00 (UTC+4)"),
        ("be", "20–22 мая 2026~г.", "20 мая 2026~г., 09:30–17:00 (UTC+4)"),
        ("ro", "20–22 mai 2026", "20 mai 2026, 09:30–17:00 (UTC+4)"),
        ("ka", "20–22 მაისი, 2026", "20 მაისი, 2026, 09:30–17:00 (UTC+4)"),
        ("hy", "20–22 մայիսի, 2026 թ.", "20 մայիսի, 2026 թ., 09:30–17:00 (UTC+4)"),
        ("az", "20–22 may 2026", "20 may 2026, 09:30–17:00 (UTC+4)"),
        ("kk", "2026~ж. 20–22 мамыр", "2026~ж. 20 мамыр, 09:30–17:00 (UTC+4)"),
        ("ky", "2026-жылдын 20–22-майы", "2026-жылдын 20-майы, 09:30–17:00 (UTC+4)"),
        ("uz", "2026-yil 20–22-may", "2026-yil 20-may, 09:30–17:00 (UTC+4)"),
        ("tg", "20–22 майи 2026", "20 майи 2026, 09:30–17:00 (UTC+4)"),
        ("tk", "20–22 maý 2026", "20 maý 2026, 09:30–17:00 (UTC+4)"),
    ],
)
def test_every_language_says_days_and_hours_its_own_way(an_event, speaking, code, days, hours):
    whole_days = an_event("forum", "2026-05-20", "2026-05-22")
    timed = an_event("forum", "2026-05-20T09:30", "2026-05-20T17:00", zone="Asia/Tbilisi")
    tongue = speaking(code)
    assert [_seen(when(one.event, tongue)) for one in (whole_days, timed)] == [days, hours]


@pytest.mark.parametrize(
    ("start", "end", "zone", "until"),
    [
        ("2026-05-20", None, None, "2026-05-20"),
        ("2026-05-20", "2026-05-22", None, "2026-05-22"),
        ("2024-02", None, None, "2024-02-29"),
        ("2026", None, None, "2026-12-31"),
        ("2026-05-20T09:30", None, "Asia/Tbilisi", "2026-05-20T09:30+04:00"),
        ("2026-03-28T22:00", "2026-03-29T05:00", "Europe/Kyiv", "2026-03-29T05:00+03:00"),
    ],
)
def test_a_script_is_told_until_when_an_event_is_not_over(
    an_event, speaking, start, end, zone, until
):
    occasion = an_event("forum", start, end, zone=zone)
    assert event_line(occasion, speaking("en")).until == until


@pytest.mark.parametrize(
    ("status", "said", "is_cancelled"),
    [
        ("confirmed", "", False),
        ("tentative", "Ещё не точно", False),
        ("cancelled", "Отменено", True),
    ],
)
def test_an_event_that_is_not_certain_says_so(an_event, speaking, status, said, is_cancelled):
    words = {"Not yet certain": "Ещё не точно", "Cancelled": "Отменено"}
    line = event_line(an_event("forum", status=status), speaking("ru", words=words))
    assert (line.status, line.is_cancelled) == (said, is_cancelled)


FORUM = {
    "title": {"en": "Forum", "ru": "Форум"},
    "place": {"en": "Almaty", "kk": "Алматы"},
    "country": "kz",
    "organisers": [{"en": "CAREC", "ru": "РЭЦЦА"}, {"en": "Office"}],
    "link": "https://forum.example/2026?day=1",
}


def test_an_event_in_a_list(an_event, speaking):
    assert event_line(an_event("forum", **FORUM), speaking("kk")) == EventLine(
        title=Worded("Форум", "ru"),
        language_name="орыс тілі",
        when="2026\u202fж. 20 мамыр",
        day="2026-05-20",
        until="2026-05-20",
        where=(Worded("Алматы", "kk"), Worded("Қазақстан", "kk")),
        status="",
        is_cancelled=False,
        address="agenda/forum/",
    )


@pytest.mark.parametrize(
    ("code", "name"), [("ru", ""), ("en", ""), ("kk", "орыс тілі"), ("ka", "ინგლისური")]
)
def test_an_event_in_another_language_names_it(an_event, speaking, code, name):
    assert event_line(an_event("forum", **FORUM), speaking(code)).language_name == name


@pytest.mark.parametrize(
    ("start", "zone", "day"),
    [
        ("2026", None, "2026"),
        ("2026-05", None, "2026-05"),
        ("2026-05-20", None, "2026-05-20"),
        ("2026-05-20T10:00", "Asia/Tbilisi", "2026-05-20T10:00+04:00"),
        ("2026-01-20T00:00", "Europe/Kyiv", "2026-01-20T00:00+02:00"),
        ("2026-07-20T00:00", "Europe/Kyiv", "2026-07-20T00:00+03:00"),
    ],
)
def test_machines_read_the_start_with_its_offset(an_event, speaking, start, zone, day):
    assert event_line(an_event("forum", start, zone=zone), speaking("en")).day == day


@pytest.mark.parametrize(
    ("facts", "where"),
    [
        ({}, ()),
        ({"country": "lv"}, (Worded("Latvia", "en"),)),
        ({"place": {"en": "Online"}}, (Worded("Online", "en"),)),
    ],
)
def test_a_place_is_said_as_far_as_it_is_known(an_event, speaking, facts, where):
    assert event_line(an_event("forum", **facts), speaking("en")).where == where


def test_the_page_of_an_event(a_site, a_news, an_event, speaking):
    occasion, tongue = an_event("forum", **FORUM), speaking("ru")
    about = a_news("forum-opened", "en ru")
    page = event_page(occasion, [about], a_site(), tongue)
    assert [line.address for line in page.news] == ["ru/news/forum-opened/"]
    assert replace(page, news=()) == EventPage(
        title=Worded("Форум", "ru"),
        heading=heading(page.line),
        description=page.description,
        line=event_line(occasion, tongue),
        country="Казахстан",
        country_code="kz",
        organisers=(Worded("РЭЦЦА", "ru"), Worded("Office", "en")),
        link="https://forum.example/2026?day=1",
        link_host="forum.example",
        calendar="event.ics",
        call=None,
        news=(),
        file="data/events/forum.yml",
    )


@pytest.mark.parametrize(
    ("code", "description"),
    [
        ("en", "Forum: 20 May 2026, Almaty, Kazakhstan"),
        ("ru", "Форум: 20 мая 2026~г., Almaty, Казахстан"),
        ("hy", "Forum: 20 մայիսի, 2026 թ., Almaty, Ղազախստան"),
        ("kk", "Форум: 2026~ж. 20 мамыр, Алматы, Қазақстан"),
    ],
)
def test_an_event_is_described_in_one_line(a_site, an_event, speaking, code, description):
    page = event_page(an_event("forum", **FORUM), [], a_site(), speaking(code))
    assert _seen(page.description) == description


def test_a_page_says_nothing_that_the_record_does_not(a_site, an_event, speaking):
    page = event_page(an_event("forum", "2026-05", country="lv"), [], a_site(), speaking("en"))
    assert page.description == "Title of forum: May 2026, Latvia"
    # Latvia has no pages of its own, and a month cannot stand in a calendar.
    assert (page.country, page.country_code, page.calendar) == ("Latvia", "", "")
    assert (page.organisers, page.link, page.link_host, page.news) == ((), "", "", ())


def test_the_agenda_is_split_by_a_day(a_site, an_event, speaking):
    occasions = (
        an_event("old", "2024-03-01"),
        an_event("over-new-year", "2025-12-30", "2026-01-02"),
        an_event("yesterday", "2026-05-19"),
        an_event("lasting", "2026-05-18", "2026-05-20"),
        an_event("today", "2026-05-20"),
        an_event("this-month", "2026-05"),
        an_event("tomorrow", "2026-05-21", status="cancelled"),
    )
    found = agenda(replace(a_site(), occasions=occasions), speaking("en"), TODAY)
    ahead = [line.address for line in found.upcoming]
    assert ahead == [
        "agenda/this-month/",
        "agenda/lasting/",
        "agenda/today/",
        "agenda/tomorrow/",
    ]
    assert [(year.year, [line.address for line in year.lines]) for year in found.past] == [
        (2026, ["agenda/yesterday/"]),
        (2025, ["agenda/over-new-year/"]),
        (2024, ["agenda/old/"]),
    ]
