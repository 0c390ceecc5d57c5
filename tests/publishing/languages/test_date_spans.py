"""How each language writes from when to when: `Formats.dates`, and the clock: `Formats.time`."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.languages.formats import formats_of
from publishing.records.values import PartialDate

CODES = ["en", "ru", "uk", "be", "ro", "ka", "hy", "az", "kk", "ky", "uz", "tg", "tk"]


def _span(code: str, first: str, last: str) -> str:
    """Write a span; the two kinds of unbreakable space are shown as `_` and `~`."""
    text = formats_of(code).dates(PartialDate(first), PartialDate(last))
    return text.replace("\u00a0", "_").replace("\u202f", "~")


@pytest.mark.parametrize(
    ("code", "two_digits", "one_digit"),
    [
        ("en", "20–22 April 2021", "3–12 May 2021"),
        ("ru", "20–22 апреля 2021~г.", "3–12 мая 2021~г."),
        ("uk", "20–22 квітня 2021~р.", "3–12 травня 2021~р."),
        ("be", "20–22 красавіка 2021~г.", "3–12 мая 2021~г."),
        ("ro", "20–22 aprilie 2021", "3–12 mai 2021"),
        ("ka", "20–22 აპრილი, 2021", "3–12 მაისი, 2021"),
        ("hy", "20–22 ապրիլի, 2021 թ.", "3–12 մայիսի, 2021 թ."),
        ("az", "20–22 aprel 2021", "3–12 may 2021"),
        ("kk", "2021~ж. 20–22 сәуір", "2021~ж. 3–12 мамыр"),
        ("ky", "2021-жылдын 20–22-апрели", "2021-жылдын 3–12-майы"),
        ("uz", "2021-yil 20–22-aprel", "2021-yil 3–12-may"),
        ("tg", "20–22 апрели 2021", "3–12 майи 2021"),
        ("tk", "20–22 aprel 2021", "3–12 maý 2021"),
    ],
)
def test_days_of_one_month_share_its_name(code, two_digits, one_digit):
    assert _span(code, "2021-04-20", "2021-04-22") == two_digits
    assert _span(code, "2021-05-03", "2021-05-12") == one_digit


@pytest.mark.parametrize(
    ("code", "two_months", "two_years"),
    [
        ("en", "30 April 2021 – 2 May 2021", "30 December 2021 – 10 January 2022"),
        ("ru", "30 апреля 2021~г. – 2 мая 2021~г.", "30 декабря 2021~г. – 10 января 2022~г."),
        ("uk", "30 квітня 2021~р. – 2 травня 2021~р.", "30 грудня 2021~р. – 10 січня 2022~р."),
        ("be", "30 красавіка 2021~г. – 2 мая 2021~г.", "30 снежня 2021~г. – 10 студзеня 2022~г."),
        ("ro", "30 aprilie 2021 – 2 mai 2021", "30 decembrie 2021 – 10 ianuarie 2022"),
        ("ka", "30 აპრილი, 2021 – 2 მაისი, 2021", "30 დეკემბერი, 2021 – 10 იანვარი, 2022"),
        (
            "hy",  # CLDR writes a single day of Armenian with two digits
            "30 ապրիլի, 2021 թ. – 02 մայիսի, 2021 թ.",
            "30 դեկտեմբերի, 2021 թ. – 10 հունվարի, 2022 թ.",
        ),
        ("az", "30 aprel 2021 – 2 may 2021", "30 dekabr 2021 – 10 yanvar 2022"),
        ("kk", "2021~ж. 30 сәуір – 2021~ж. 2 мамыр", "2021~ж. 30 желтоқсан – 2022~ж. 10 қаңтар"),
        (
            "ky",
            "2021-жылдын 30-апрели – 2021-жылдын 2-майы",
            "2021-жылдын 30-декабры – 2022-жылдын 10-январы",
        ),
        (
            "uz",
            "2021-yil 30-aprel – 2021-yil 2-may",
            "2021-yil 30-dekabr – 2022-yil 10-yanvar",
        ),
        ("tg", "30 апрели 2021 – 2 майи 2021", "30 декабри 2021 – 10 январи 2022"),
        ("tk", "30 aprel 2021 – 2 maý 2021", "30 dekabr 2021 – 10 ýanwar 2022"),
    ],
)
def test_days_of_two_months_or_years_are_both_written_in_full(code, two_months, two_years):
    assert _span(code, "2021-04-30", "2021-05-02") == two_months
    assert _span(code, "2021-12-30", "2022-01-10") == two_years


@pytest.mark.parametrize(
    ("code", "of_one_year", "of_two_years"),
    [
        ("en", "April–May 2021", "December 2021 – January 2022"),
        ("ru", "апрель – май 2021~г.", "декабрь 2021~г. – январь 2022~г."),
        ("uk", "квітень – травень 2021~р.", "грудень 2021~р. – січень 2022~р."),
        ("be", "красавік–май 2021", "снежань 2021 – студзень 2022"),
        ("ro", "aprilie–mai 2021", "decembrie 2021 – ianuarie 2022"),
        ("ka", "აპრილი – მაისი, 2021", "დეკემბერი, 2021 – იანვარი, 2022"),
        ("hy", "2021 թ. ապրիլ – մայիս", "2021 թ. դեկտեմբեր – 2022 թ. հունվար"),
        ("az", "aprel–may 2021", "dekabr 2021 – yanvar 2022"),
        ("kk", "2021~ж. сәуір – мамыр", "2021~ж. желтоқсан – 2022~ж. қаңтар"),
        ("ky", "2021-жылдын апрели–майы", "2021-жылдын декабры – 2022-жылдын январы"),
        ("uz", "2021-yil aprel–may", "2021-yil dekabr – 2022-yil yanvar"),
        ("tg", "апрели–майи 2021", "декабри 2021 – январи 2022"),
        ("tk", "aprel–maý 2021", "dekabr 2021 – ýanwar 2022"),
    ],
)
def test_months_of_one_year_share_it_and_others_are_both_written_in_full(
    code, of_one_year, of_two_years
):
    assert _span(code, "2021-04", "2021-05") == of_one_year
    assert _span(code, "2021-12", "2022-01") == of_two_years


@pytest.mark.parametrize("code", CODES)
def test_years_are_digits_everywhere(code):
    assert _span(code, "2021", "2022") == "2021–2022"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("known", ["2021-04-20", "2021-04-02", "2021-04", "2021"])
def test_a_span_of_one_date_is_that_date(code, known):
    moment = PartialDate(known)
    assert formats_of(code).dates(moment, moment) == formats_of(code).date(moment)


@pytest.mark.parametrize("code", CODES)
@given(first=st.dates(date(1990, 1, 1), date(2100, 12, 1)), days=st.integers(1, 30))
def test_both_days_of_a_span_can_be_read(code, first, days):
    last = first.replace(day=min(first.day + days, 28))
    if last <= first:
        last = first.replace(year=first.year + 1, day=1)
    written = _span(code, first.isoformat(), last.isoformat())
    numbers = "".join(sign if sign.isdigit() else " " for sign in written).split()
    months = [(first.year, first.month), (last.year, last.month)]
    wanted = [number for day in (first, last) for number in (day.day, day.year)]
    if months[0] == months[1]:
        wanted.remove(first.year)
    assert sorted(int(number) for number in numbers) == sorted(wanted)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("hour", "minute", "written"),
    [(0, 0, "00:00"), (9, 5, "09:05"), (12, 0, "12:00"), (15, 30, "15:30"), (23, 59, "23:59")],
)
def test_the_clock_has_twenty_four_hours_in_every_language(code, hour, minute, written):
    assert formats_of(code).time(datetime(2026, 5, 20, hour, minute, tzinfo=UTC)) == written
