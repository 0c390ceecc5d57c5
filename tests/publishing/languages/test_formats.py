"""Numbers and names in each language; their forms are shown in `written_forms.yml`."""

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from publishing.languages.formats import formats_of

CODES = ["en", "ru", "uk", "be", "ro", "ka", "hy", "az", "kk", "ky", "uz", "tg", "tk"]


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


@pytest.mark.parametrize("code", ["ru", "uk", "be", "ro"])
@given(tenths=st.integers(min_value=10, max_value=9999), rest=st.integers(-49_000, 49_000))
def test_all_amounts_that_round_to_the_same_are_written_the_same(code, tenths, rest):
    """The plural form follows from what is shown, not from what was rounded."""
    write = formats_of(code)
    exact = tenths * 100_000
    if exact + rest >= 1_000_000:
        assert write.rounded(float(exact + rest)) == write.rounded(exact)
