import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from publishing.languages.formats import formats_of
from publishing.records.values import PartialDate

CODES = ["en", "ru", "uk", "be", "ro", "ka", "hy", "az", "kk", "ky", "uz", "tg", "tk"]


def _seen(text: str) -> str:
    """Show the two kinds of unbreakable space as `_` and `~`."""
    return text.replace("\u00a0", "_").replace("\u202f", "~")


@pytest.mark.parametrize(
    ("code", "day", "month"),
    [
        ("en", "20 April 2021", "April 2021"),
        ("ru", "20 апреля 2021~г.", "апрель 2021~г."),
        ("uk", "20 квітня 2021~р.", "квітень 2021~р."),
        ("be", "20 красавіка 2021~г.", "красавік 2021"),
        ("ro", "20 aprilie 2021", "aprilie 2021"),
        ("ka", "20 აპრილი, 2021", "აპრილი, 2021"),
        ("hy", "20 ապրիլի, 2021 թ.", "2021 թ. ապրիլ"),
        ("az", "20 aprel 2021", "aprel 2021"),
        ("kk", "2021~ж. 20 сәуір", "2021~ж. сәуір"),
        ("ky", "2021-жылдын 20-апрели", "2021-жылдын апрели"),
        ("uz", "2021-yil 20-aprel", "2021-yil aprel"),
        ("tg", "20 апрели 2021", "апрели 2021"),
        ("tk", "20 aprel 2021", "aprel 2021"),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(code, day, month):
    write = formats_of(code)
    dates = [PartialDate(text) for text in ("2021-04-20", "2021-04", "2021")]
    assert [_seen(write.date(date)) for date in dates] == [day, month, "2021"]


@pytest.mark.parametrize(
    ("code", "number", "percent"),
    [
        ("en", "1,234,567.2", "37.7%"),
        ("ru", "1_234_567,2", "37,7_%"),
        ("uk", "1_234_567,2", "37,7%"),
        ("be", "1_234_567,2", "37,7_%"),
        ("ro", "1.234.567,2", "37,7_%"),
        ("ka", "1_234_567,2", "37,7%"),
        ("hy", "1_234_567,2", "37,7%"),
        ("az", "1.234.567,2", "37,7%"),
        ("kk", "1_234_567,2", "37,7%"),
        ("ky", "1_234_567,2", "37,7%"),
        ("uz", "1_234_567,2", "37,7%"),
        ("tg", "1_234_567,2", "37,7%"),
        ("tk", "1_234_567,2", "37,7_%"),
    ],
)
def test_numbers_and_percentages_have_the_signs_of_the_language(code, number, percent):
    write = formats_of(code)
    assert [_seen(write.number(1234567.2, 1)), _seen(write.percent(37.7))] == [number, percent]


@pytest.mark.parametrize(
    ("value", "digits", "written"),
    [
        (0, 0, "0"),
        (999, 0, "999"),
        (1000, 0, "1,000"),
        (59.5, 1, "59.5"),
        (60.0, 1, "60"),
        (100, 1, "100"),
        (0.04, 1, "0"),
        (-0.4, 0, "0"),
        (-0.04, 1, "0"),
        (-1234.5, 1, "−1,234.5"),
        (1e10, 0, "10,000,000,000"),
    ],
)
def test_a_number_has_no_needless_decimals(value, digits, written):
    assert formats_of("en").number(value, digits) == written


@pytest.mark.parametrize("code", CODES)
@given(number=st.integers(min_value=-(10**10), max_value=10**10))
def test_whole_numbers_are_written_as_babel_writes_them(code, number):
    by_babel = format_decimal(number, locale="en_GB" if code == "en" else code)
    assert formats_of(code).number(number) == by_babel.replace("-", "−")


@pytest.mark.parametrize(
    ("code", "ukraine", "moldova", "kazakh"),
    [
        ("en", "Ukraine", "Moldova", "Kazakh"),
        ("ru", "Украина", "Молдова", "казахский"),
        ("uk", "Україна", "Молдова", "казахська"),
        ("be", "Украіна", "Малдова", "казахская"),
        ("ro", "Ucraina", "Republica Moldova", "kazahă"),
        ("ka", "უკრაინა", "მოლდოვა", "ყაზახური"),
        ("hy", "Ուկրաինա", "Մոլդովա", "ղազախերեն"),
        ("az", "Ukrayna", "Moldova", "qazax"),
        ("kk", "Украина", "Молдова", "қазақ тілі"),
        ("ky", "Украина", "Молдова", "казакча"),
        ("uz", "Ukraina", "Moldova", "qozoqcha"),
        ("tg", "Украина", "Молдова", "қазоқӣ"),
        ("tk", "Ukraina", "Moldowa", "gazak dili"),
    ],
)
def test_countries_and_languages_have_their_names(code, ukraine, moldova, kazakh):
    write = formats_of(code)
    names = [write.country("ua"), write.country("md"), write.language_name("kk")]
    assert names == [ukraine, moldova, kazakh]


@pytest.mark.parametrize(
    ("code", "kyrgyzstan"),
    [("ru", "Кыргызстан"), ("ky", "Кыргызстан"), ("en", "Kyrgyzstan"), ("uk", "Киргизстан")],
)
def test_kyrgyzstan_has_the_russian_name_that_it_uses_itself(code, kyrgyzstan):
    assert formats_of(code).country("kg") == kyrgyzstan


@pytest.mark.parametrize("code", CODES)
def test_every_country_and_language_of_the_site_has_a_name(code):
    write = formats_of(code)
    countries = ["am", "az", "by", "ge", "kg", "kz", "md", "tj", "tm", "ua", "uz"]
    assert len({write.country(country) for country in countries}) == 11
    assert len({write.language_name(other) for other in CODES}) == 13
