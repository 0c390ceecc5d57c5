"""Numbers, dates and names as each language writes them: CLDR through Babel, few overrides."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from babel import Locale
from babel.core import get_global
from babel.dates import format_date, format_interval, format_skeleton, format_time
from babel.numbers import format_compact_decimal, format_percent

from publishing.records.values import PartialDate

# The country's English is British here, as in the texts of the European institutions.
_LOCALES = {"en": "en_GB"}

# Months as they stand in a date, where CLDR's form reads oddly.
_KY_MONTHS = "январы февралы марты апрели майы июну июлу августу сентябры октябры ноябры декабры"
_TG_MONTHS = "январи феврали марти апрели майи июни июли августи сентябри октябри ноябри декабри"
_UZ_MONTHS = "yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr"

_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class _DateForm:
    """A language's own date: twelve months, and the patterns of a day and of a month."""

    months: tuple[str, ...]
    day: str
    month: str


# The few overrides of CLDR dates, each with its reason.
_DATE_OVERRIDES = {
    "ky": _DateForm(
        tuple(_KY_MONTHS.split()),
        "{year}-жылдын {day}-{month}",
        "{year}-жылдын {month}",
    ),  # CLDR writes 2021-ж., 20-апрель: an abbreviated year in front of a bare nominative
    "tg": _DateForm(
        tuple(_TG_MONTHS.split()),
        "{day} {month} {year}",
        "{month} {year}",
    ),  # CLDR writes months with a capital letter and without the izafet
    "uz": _DateForm(
        tuple(_UZ_MONTHS.split()),
        "{year}-yil {day}-{month}",
        "{year}-yil {month}",
    ),  # CLDR writes 20-aprel, 2021; public texts write 2021-yil 20-aprel
}


# CLDR puts a zero before Armenian days of one digit, as tables do and texts do not.
_DAY_PATTERNS = {"hy": "d MMMM, y թ."}

# The few overrides of CLDR's names of countries, each with its reason.
_TERRITORY_OVERRIDES = {
    "ru": {"kg": "Кыргызстан"},  # the country's own Russian name; CLDR has the older one
}


def _locale(language: str) -> Locale:
    return Locale.parse(_LOCALES.get(language, language))


@lru_cache(maxsize=8192)
def _date(language: str, date: PartialDate) -> str:
    if date.precision == "year":
        return str(date)
    override = _DATE_OVERRIDES.get(language)
    day = date.first_day
    if override:
        pattern = override.day if date.precision == "day" else override.month
        return pattern.format(day=day.day, month=override.months[day.month - 1], year=day.year)
    if date.precision == "day":
        pattern = _DAY_PATTERNS.get(language, "long")
        return format_date(day, pattern, locale=_locale(language))
    # CLDR's Armenian month form has U+2024 (one dot leader) where its day form has a full stop.
    return format_skeleton("yMMMM", day, locale=_locale(language)).replace(
        "\N{ONE DOT LEADER}", "."
    )


@dataclass(frozen=True, slots=True)
class Formats:
    """How one language writes values. All methods return plain text.

    Grouping and signs are read from CLDR once; formatting is then plain string work, as a page
    holds dozens of numbers and there are thousands of pages.
    """

    language: str
    group: str
    decimal: str
    percent_sign: str
    territories: dict[str, str] = field(repr=False)
    language_names: dict[str, str] = field(repr=False)

    def number(self, value: float, digits: int = 0) -> str:
        """Write a number with at most `digits` decimals.

        >>> formats_of("ru").number(1234567.25, digits=1).replace(chr(160), "_")
        '1_234_567,2'
        """
        text = f"{value:,.{digits}f}"
        if digits:
            text = text.rstrip("0").rstrip(".")
        text = text.replace(",", "\0").replace(".", self.decimal).replace("\0", self.group)
        return "0" if text == "-0" else text.replace("-", "\N{MINUS SIGN}")

    def rounded(self, value: float) -> str:
        """Write a large sum as people say it: from a million on in millions, with one decimal.

        >>> formats_of("uk").rounded(24_712_345).replace(chr(160), "_")
        '24,7_мільйона'
        """
        if round(abs(value)) < _MILLION:
            return self.number(value)
        # Babel takes the plural form of the exact value ("5,000345 миллиона"), a reader that of
        # the rounded one; and 999.96 million are rounded to a billion.
        tenth = 1000 ** ((len(str(round(abs(value)))) - 1) // 3) // 10
        written = format_compact_decimal(
            round(value / tenth) * tenth,
            format_type="long",
            locale=_locale(self.language),
            fraction_digits=1,
        )
        # No line breaks between a number and its unit.
        unbroken = str(written).replace(" ", "\N{NO-BREAK SPACE}")
        return unbroken.replace("-", "\N{MINUS SIGN}")

    def percent(self, value: float, digits: int = 1) -> str:
        """Write a value already in percent.

        >>> formats_of("kk").percent(37.7)
        '37,7%'
        """
        return self.number(value, digits) + self.percent_sign

    def money(self, value: int, currency: str) -> str:
        """Write a sum with the code of its currency, which no sign could tell apart.

        >>> formats_of("uk").money(500_000, "EUR").replace(chr(160), "_")
        '500_000_EUR'
        """
        return f"{self.number(value)}\N{NO-BREAK SPACE}{currency}"

    def date(self, date: PartialDate) -> str:
        """Write a date as far as it is known.

        >>> [formats_of(code).date(PartialDate("2021-04-20")) for code in ("en", "ky")]
        ['20 April 2021', '2021-жылдын 20-апрели']
        """
        return _date(self.language, date)

    def dates(self, first: PartialDate, last: PartialDate) -> str:
        """Write a span of days, months or years, as far as they are known.

        CLDR has no spans with the month in full, so two days of one month share the form of one.

        >>> formats_of("az").dates(PartialDate("2019-03-18"), PartialDate("2019-03-22"))
        '18–22 mart 2019'
        """
        if first == last:
            return self.date(first)
        begin, end = first.first_day, last.first_day
        if first.precision == "year":
            return f"{first}–{last}"
        if first.precision == last.precision == "month" and begin.year == end.year:
            return self._months(first, last)
        of_days = first.precision == last.precision == "day"
        if of_days and (begin.year, begin.month) == (end.year, end.month):
            one_day = rf"(?<!\d)0?{begin.day}(?!\d)"
            return re.sub(one_day, f"{begin.day}–{end.day}", self.date(first), count=1)
        return f"{self.date(first)} – {self.date(last)}"

    def _months(self, first: PartialDate, last: PartialDate) -> str:
        """Write a span of months of one year, with the year once."""
        begin, end = first.first_day, last.first_day
        override = _DATE_OVERRIDES.get(self.language)
        if override:
            months = f"{override.months[begin.month - 1]}–{override.months[end.month - 1]}"
            return override.month.format(month=months, year=begin.year)
        span = format_interval(begin, end, "yMMMM", locale=_locale(self.language))
        return str(span).replace("\N{THIN SPACE}", "").replace("\N{ONE DOT LEADER}", ".")

    def time(self, moment: datetime) -> str:
        """Write a time of day as the clock at the place shows it.

        >>> formats_of("en").time(datetime(2026, 5, 20, 9, 30))
        '09:30'
        """
        return str(format_time(moment.time(), "short", locale=_locale(self.language)))

    def country(self, code: str) -> str:
        """Name a country by its lower-case ISO 3166-1 code, as CLDR does."""
        override = _TERRITORY_OVERRIDES.get(self.language, {})
        return override.get(code) or self.territories[code.upper()]

    def language_name(self, code: str) -> str:
        """Name a language, as CLDR does; in English where it knows no name in this language."""
        return self.language_names.get(code) or Locale("en").languages[code]


# What CLDR has among its countries for other ends: unions, and codes for tests.
_NO_TERRITORIES = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}


def is_territory(code: str) -> bool:
    """Whether CLDR knows a country by this lower-case ISO 3166-1 code."""
    # CLDR's English names more than the others do, and all of them name continents by digits.
    names = Locale("ru").territories
    return code.isalpha() and code.upper() in names and code.upper() not in _NO_TERRITORIES


def is_language(code: str) -> bool:
    """Whether CLDR knows a language by this ISO 639-1 code."""
    return code in Locale("en").languages


@lru_cache(maxsize=1)
def _currencies() -> frozenset[str]:
    """Collect the codes of currencies that are legal tender somewhere today."""
    by_territory = get_global("territory_currencies").values()
    return frozenset(
        str(code)
        for currencies in by_territory
        for code, _since, until, is_tender in currencies
        if is_tender and until is None
    )


def is_currency(code: str) -> bool:
    """Whether CLDR knows a currency in use by this ISO 4217 code.

    >>> is_currency("UAH"), is_currency("SUR")
    (True, False)
    """
    return code in _currencies()


def locale_of(language: str) -> str:
    """Name a language with a country, as previews elsewhere want it: the likely one of CLDR.

    >>> locale_of("en"), locale_of("kk")
    ('en_GB', 'kk_KZ')
    """
    likely = get_global("likely_subtags").get(language, language)
    return _LOCALES.get(language) or f"{language}_{likely.split('_')[-1]}"


@lru_cache(maxsize=64)
def formats_of(language: str) -> Formats:
    """Return the formats of a language of the site."""
    locale = _locale(language)
    symbols = locale.number_symbols["latn"]
    sign = format_percent(0.5, locale=locale).replace("50", "")
    return Formats(
        language=language,
        group=symbols["group"],
        decimal=symbols["decimal"],
        percent_sign=sign,
        territories=dict(locale.territories),
        language_names=dict(locale.languages),
    )
