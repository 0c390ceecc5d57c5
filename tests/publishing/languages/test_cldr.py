"""What we write is what CLDR has, but for the overrides named here, each with its reason."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest
from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton, format_time
from babel.numbers import format_compact_decimal, format_decimal, format_percent

from publishing.languages.formats import Formats, formats_of
from publishing.records.values import PartialDate

CODES = ["en", "ru", "uk", "be", "ro", "ka", "hy", "az", "kk", "ky", "uz", "tg", "tk"]
EVERY = " ".join(CODES)

# Some forms differ in a few months only, or for days of one digit.
DAYS = [date(2021, month, day) for month in range(1, 13) for day in (2, 20)]
MONTHS = DAYS[::2]
LAST = date(2021, 12, 31)
NUMBERS = [0.5, 9.5, 1234.0, 413_500.0, 1_234_567.2]
PERCENTAGES = [0.5, 4.5, 37.7, 60.0, 100.0]
# Sark is among the countries of English alone.
COUNTRIES = [code for code in map(str, Locale("ru").territories) if re.fullmatch("[A-Z]{2}", code)]
AMOUNTS = [1_500_000, 2_300_000, 24_712_345, 7_340_000_000, 2_100_000_000_000]


@dataclass(frozen=True)
class Form:
    """Something written in many places: samples of it, as we write them and as CLDR would."""

    samples: Sequence[Any]
    ours: Callable[[Formats, Any], str]
    cldr: Callable[[Locale, Any], str]


def known(day: date, precision: str = "%Y-%m-%d") -> PartialDate:
    return PartialDate(day.strftime(precision))


def of_days(cldr: Locale, first: date, last: date) -> str:
    """Write two days with the month in full should CLDR ever have such a span, else shortened."""
    skeleton = "yMMMMd" if "yMMMMd" in cldr.interval_formats else "yMMMd"
    return str(format_interval(first, last, skeleton, locale=cldr))


def percentage(cldr: Locale, value: float) -> str:
    return format_percent(value / 100, locale=cldr, decimal_quantization=False)


FORMS = {
    "day": Form(
        DAYS,
        lambda write, day: write.date(known(day)),
        lambda cldr, day: format_date(day, "long", locale=cldr),
    ),
    "month": Form(
        MONTHS,
        lambda write, day: write.date(known(day, "%Y-%m")),
        lambda cldr, day: format_skeleton("yMMMM", day, locale=cldr),
    ),
    "year": Form(
        MONTHS,
        lambda write, day: write.date(known(day, "%Y")),
        lambda cldr, day: format_skeleton("y", day, locale=cldr),
    ),
    "days of one month": Form(
        DAYS,
        lambda write, day: write.dates(known(day), known(day.replace(day=25))),
        lambda cldr, day: of_days(cldr, day, day.replace(day=25)),
    ),
    "days of two months": Form(
        DAYS[:-2],
        lambda write, day: write.dates(known(day), known(LAST)),
        lambda cldr, day: of_days(cldr, day, LAST),
    ),
    "months": Form(
        MONTHS[:-1],
        lambda write, day: write.dates(known(day, "%Y-%m"), known(LAST, "%Y-%m")),
        lambda cldr, day: str(format_interval(day, LAST, "yMMMM", locale=cldr)),
    ),
    "years": Form(
        [date(2011, 1, 1), date(1999, 1, 1)],
        lambda write, day: write.dates(known(day, "%Y"), known(LAST, "%Y")),
        lambda cldr, day: str(format_interval(day, LAST, "y", locale=cldr)),
    ),
    "number": Form(
        NUMBERS,
        lambda write, value: write.number(value, 1),
        lambda cldr, value: format_decimal(value, locale=cldr),
    ),
    "negative number": Form(
        NUMBERS,
        lambda write, value: write.number(-value, 1),
        lambda cldr, value: format_decimal(-value, locale=cldr),
    ),
    "percentage": Form(PERCENTAGES, lambda write, value: write.percent(value), percentage),
    "negative percentage": Form(
        PERCENTAGES,
        lambda write, value: write.percent(-value),
        lambda cldr, value: percentage(cldr, -value),
    ),
    "millions": Form(
        AMOUNTS,
        lambda write, value: write.rounded(value),
        lambda cldr, value: format_compact_decimal(
            value, format_type="long", locale=cldr, fraction_digits=1
        ),
    ),
    "time": Form(
        [datetime(2026, 5, 20, hour, 5, tzinfo=UTC) for hour in range(24)],
        lambda write, moment: write.time(moment),
        lambda cldr, moment: format_time(moment.time(), "short", locale=cldr),
    ),
    "country": Form(
        COUNTRIES,
        lambda write, code: write.country(code.lower()),
        lambda cldr, code: cldr.territories[code],
    ),
    "language": Form(
        CODES,
        lambda write, code: write.language_name(code),
        lambda cldr, code: cldr.languages[code],
    ),
}

BRITISH = "British English, as in the texts of the European institutions; plain `en` is American"
FULL_MONTH = "CLDR has spans of days only with the month shortened; we write it as in one day"
GENITIVE_YEAR = "CLDR shortens the year to `2021-ж.` and leaves the month in the nominative"
IZAFET = "CLDR has a capital letter, no izafet between month and year, and zeros before days"
MINUS = "CLDR has the hyphen of the keyboard; a minus sign is as wide as a digit"
NO_ZERO = "CLDR puts a zero before days of one digit, as tables do; spans have none either"
NO_BREAK = "CLDR lets a line break between the number and its word"
ONE_DOT_LEADER = "CLDR has U+2024 for the full stop of `թ.`, unlike in its own days; fonts lack it"
THIN_SPACES = "CLDR sets the dash in thin spaces; it stands alone between days and years of others"
YEAR_FIRST = "CLDR has `aprel, 2021`; public texts of the country write `2021-yil aprel`"

# Form, languages, reason.
OVERRIDES = [
    ("day", "en", BRITISH),
    ("day", "hy", NO_ZERO),
    ("day", "ky", GENITIVE_YEAR),
    ("day", "uz", YEAR_FIRST),
    ("day", "tg", IZAFET),
    ("month", "hy", ONE_DOT_LEADER),
    ("month", "ky", GENITIVE_YEAR),
    ("month", "uz", YEAR_FIRST),
    ("month", "tg", IZAFET),
    ("days of one month", EVERY, FULL_MONTH),
    ("days of two months", EVERY, FULL_MONTH),
    ("months", "en ro", THIN_SPACES),
    ("months", "hy", ONE_DOT_LEADER),
    ("months", "ky", GENITIVE_YEAR),
    ("months", "uz", YEAR_FIRST),
    ("months", "tg", IZAFET),
    ("years", "en tg", THIN_SPACES),
    ("negative number", EVERY, MINUS),
    ("negative percentage", EVERY, MINUS),
    ("millions", EVERY, NO_BREAK),
    ("time", "en", BRITISH),
    ("country", "en", BRITISH),
    ("country", "ru", "Кыргызстан is the country's own Russian name; CLDR has the older one"),
]


def overridden(form: str) -> list[str]:
    """List the languages whose form is not CLDR's by intention."""
    return [code for name, codes, _reason in OVERRIDES if name == form for code in codes.split()]


@pytest.mark.parametrize("form", FORMS)
def test_only_the_overrides_with_a_reason_differ_from_cldr(form):
    samples, ours, cldr = FORMS[form].samples, FORMS[form].ours, FORMS[form].cldr
    differing = {
        code: (ours(formats_of(code), sample), cldr(Locale.parse(code), sample))
        for code in CODES
        for sample in samples
        if ours(formats_of(code), sample) != cldr(Locale.parse(code), sample)
    }
    unexplained = {code: pair for code, pair in differing.items() if code not in overridden(form)}
    needless = set(overridden(form)) - differing.keys()
    assert (unexplained, needless) == ({}, set())


def test_every_override_is_of_a_known_form_and_named_once():
    named = [(name, code) for name, codes, _reason in OVERRIDES for code in codes.split()]
    assert len(named) == len(set(named))
    assert {name for name, _code in named} <= FORMS.keys()
    assert all(reason for _name, _codes, reason in OVERRIDES)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("form", ["negative number", "negative percentage"])
def test_a_negative_number_differs_by_its_sign_alone(code, form):
    ours, cldr = FORMS[form].ours, FORMS[form].cldr
    for sample in FORMS[form].samples:
        by_cldr = cldr(Locale.parse(code), sample)
        assert ours(formats_of(code), sample) == by_cldr.replace("-", "\N{MINUS SIGN}")


def izafet(month: str) -> str:
    return month.lower() + "и"


def possessive(month: str) -> str:
    """Add the Kyrgyz ending, whose vowel follows from the last one of the month."""
    stem = month.lower().removesuffix("ь")
    last = re.findall("[аеуюя]", stem)[-1]
    return stem + {"а": "ы", "я": "ы", "е": "и", "у": "у", "ю": "у"}[last]


@pytest.mark.parametrize(
    ("code", "inflected"), [("ky", possessive), ("tg", izafet), ("uz", str.lower)]
)
def test_the_months_of_our_own_are_those_of_cldr_inflected(code, inflected):
    months = Locale.parse(code).months["stand-alone"]["wide"]
    for day in MONTHS:
        assert inflected(months[day.month]) in formats_of(code).date(known(day, "%Y-%m")).split()
