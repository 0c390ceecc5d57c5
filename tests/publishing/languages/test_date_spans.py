"""What holds for every span of dates, and for the clock; the forms are in `written_forms.yml`."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.languages.formats import formats_of
from publishing.records.values import PartialDate

CODES = ["en", "ru", "uk", "be", "ro", "ka", "hy", "az", "kk", "ky", "uz", "tg", "tk"]


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
    ends = PartialDate(first.isoformat()), PartialDate(last.isoformat())
    written = formats_of(code).dates(*ends)
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
