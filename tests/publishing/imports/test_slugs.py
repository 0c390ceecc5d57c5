import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.imports.slugs import free_slug, slug_of
from publishing.records.values import is_slug


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Lviv", "lviv"),
        ("Bila Tserkva", "bila-tserkva"),
        ("Kamianets-Podilskyi", "kamianets-podilskyi"),
        ("Mar’ina Gorka", "marina-gorka"),
        ("Kam'yanka", "kamyanka"),
        ("Vadul lui Vodă", "vadul-lui-voda"),
        ("Șoldănești", "soldanesti"),
        ("Şoldăneşti", "soldanesti"),
        ("Bychaŭ", "bychau"),
        ("Gəncə", "gence"),
        ("İsmayıllı", "ismayilli"),
        ("Cimișlia (Rayon)", "cimislia-rayon"),
        (" Soroca  city ", "soroca-city"),
        ("A & B / C", "a-b-c"),
        ("Orhei №2", "orhei-no2"),
        ("Straße", "strasse"),
        ("Львів", ""),
        ("", ""),
    ],
)
def test_an_address_is_the_name_in_plain_letters(name, slug):
    assert slug_of(name) == slug


@given(st.text())
def test_any_name_gives_a_slug_or_nothing(name):
    slug = slug_of(name)
    assert slug == "" or is_slug(slug)
    assert slug_of(slug) == slug


@pytest.mark.parametrize(
    ("wishes", "taken", "slug"),
    [
        (["soroca"], set(), "soroca"),
        (["soroca", "soroca-city"], {"soroca"}, "soroca-city"),
        (["soroca", "soroca-city"], {"soroca", "soroca-city"}, "soroca-city-2"),
        (["soroca"], {"soroca", "soroca-2", "soroca-3"}, "soroca-4"),
        (["", "soroca"], set(), "soroca"),
        (["soroca", ""], {"soroca"}, "soroca-2"),
    ],
    ids=["free", "second wish", "first number", "next number", "no letters", "no second wish"],
)
def test_a_taken_address_gives_way_to_the_next_wish_and_then_to_a_number(wishes, taken, slug):
    assert free_slug(wishes, taken) == slug


@given(
    wishes=st.lists(st.sampled_from(["a", "b", "a-2", "b-2"]), min_size=1),
    taken=st.sets(st.sampled_from(["a", "b", "a-2", "b-2", "a-3", "b-2-2"])),
)
def test_a_given_address_is_always_free_and_an_address(wishes, taken):
    slug = free_slug(wishes, taken)
    assert slug not in taken
    assert is_slug(slug)
