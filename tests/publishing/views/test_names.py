from typing import Any

import pytest

from publishing.views.names import (
    clashing,
    full_name,
    place_name,
    search_form,
    search_names,
    shown_names,
)
from publishing.views.tongue import Name, Worded


def _names(*rows: tuple[str, str, str]) -> list[dict[str, str]]:
    return [
        {"language": code, "name": name, "confidence": confidence, "source": "geonames"}
        for code, name, confidence in rows
    ]


LVIV = {
    "name": "Lviv city territorial community",
    "place": "Lviv",
    "names": _names(("en", "Lviv", "high"), ("uk", "Львів", "high"), ("ru", "Львов", "low")),
}
ASTANA = {
    "name": "Astana",
    "names": _names(
        ("kk", "Астана", "high"),
        ("ru", "Астана", "medium"),
        ("tg", "Остона", "medium"),
        ("uz", "Ostona", "medium"),
    ),
}
BYCHAU = {
    "name": "Bychaŭ",
    "names": _names(("be", "Быхаў", "high"), ("en", "Bykhov", "high"), ("ru", "Быхов", "medium")),
}
CIMISLIA = {
    "name": "Cimișlia",
    "names": _names(("ro", "Cimișlia", "high"), ("ru", "Чимишлия", "high")),
}
GORI = {"name": "Gori", "names": _names(("ka", "გორი", "high"))}


@pytest.mark.parametrize(
    ("key", "facts", "seen"),
    [
        (
            "UA0322",
            LVIV,
            {
                "en": ("Lviv", "en"),
                "uk": ("Львів", "uk"),
                "ru": ("Львів", "uk"),
                "be": ("Львів", "uk"),
                "kk": ("Львів", "uk"),
                "uz": ("Lviv", "en"),
                "ka": ("Lviv", "en"),
                "ro": ("Lviv", "en"),
            },
        ),
        (
            "KZ0006",
            ASTANA,
            {
                "kk": ("Астана", "kk"),
                "ru": ("Астана", "ru"),
                "be": ("Астана", "ru"),
                "uk": ("Астана", "kk"),
                "tg": ("Остона", "tg"),
                "uz": ("Ostona", "uz"),
                "tk": ("Astana", "en"),
                "en": ("Astana", "en"),
                "hy": ("Astana", "en"),
            },
        ),
        (
            "BYX012",
            BYCHAU,
            {
                "be": ("Быхаў", "be"),
                "ru": ("Быхов", "ru"),
                "uk": ("Быхаў", "be"),
                "kk": ("Быхов", "ru"),
                "en": ("Bykhov", "en"),
                "az": ("Bykhov", "en"),
            },
        ),
        (
            "MD0102",
            CIMISLIA,
            {
                "ro": ("Cimișlia", "ro"),
                "az": ("Cimișlia", "ro"),
                "en": ("Cimișlia", "ro"),
                "ru": ("Чимишлия", "ru"),
                "kk": ("Чимишлия", "ru"),
                "uk": ("Cimișlia", "en"),
                "ka": ("Cimișlia", "en"),
            },
        ),
        (
            "GE0009",
            GORI,
            {
                "ka": ("გორი", "ka"),
                "hy": ("Gori", "en"),
                "ru": ("Gori", "en"),
                "az": ("Gori", "en"),
            },
        ),
        ("AM0001", {"name": "Yerevan"}, {"hy": ("Yerevan", "en"), "ru": ("Yerevan", "en")}),
    ],
    ids=["Lviv", "Astana", "Bychaŭ", "Cimișlia", "Gori", "no names"],
)
def test_readers_of_each_language_see_the_name_they_can_read(
    an_entry, countries, languages, key, facts, seen
):
    entry = an_entry(key, **facts)
    country = countries[entry.country]
    shown = {
        code: place_name(entry.signatory, country, languages[code], languages) for code in seen
    }
    assert {code: (name.text, name.language) for code, name in shown.items()} == seen


def test_a_name_of_low_confidence_is_never_shown_to_anybody(an_entry, countries, languages):
    doubtful = _names(*((code, f"Doubtful {code}", "low") for code in languages.codes))
    entry = an_entry("UA0322", name="Lviv", names=doubtful)
    shown = {
        place_name(entry.signatory, countries["ua"], language, languages).text
        for language in languages
    }
    assert shown == {"Lviv"}
    assert shown_names(entry.signatory) == {}


def test_the_surest_name_of_a_language_is_shown(an_entry):
    names = _names(
        ("ru", "Петропавл", "low"),
        ("ru", "Петропавловск", "medium"),
        ("kk", "Петропавл", "medium"),
        ("kk", "Қызылжар", "high"),
        ("kk", "Кызылжар", "high"),
    )
    assert shown_names(an_entry("KZ0008", names=names).signatory) == {
        "kk": "Қызылжар",
        "ru": "Петропавловск",
    }


def _full_names(entries: Any, countries: Any, languages: Any, tongue: Any) -> list[Name]:
    clashes = clashing(entries)
    return [
        full_name(entry, countries[entry.country], tongue, languages, clashes) for entry in entries
    ]


def test_a_district_is_called_so_in_the_readers_language(an_entry, countries, languages, speaking):
    district = an_entry("MD0003", name="Cimișlia (Rayon)", place="Cimișlia", district=True)
    russian = speaking("ru", words={"district": "район"})
    named = an_entry("MD0003", **{**CIMISLIA, "district": True})
    assert _full_names([district], countries, languages, speaking("ro")) == [
        Name("Cimișlia", "en", Worded("district", "ro"))
    ]
    assert _full_names([named], countries, languages, russian) == [
        Name("Чимишлия", "ru", Worded("район", "ru"))
    ]


@pytest.mark.parametrize(
    ("code", "one", "other", "read"),
    [
        (
            "en",
            {"name": "Soroca"},
            {"name": "Primăria Soroca", "place": "Soroca"},
            ["Soroca", "Soroca (Primăria Soroca)"],
        ),
        (
            "en",
            {"name": "Pokrovsk AC", "place": "Pokrovsk", "geonameid": 704_022},
            {"name": "Krasnoarmiisk", "geonameid": 704_022},
            ["Pokrovsk", "Krasnoarmiisk"],
        ),
        (
            "en",
            {"name": "Cimislia (Rayon)", "place": "Cimişlia", "district": True},
            {"name": "Cimișlia city", "place": "Cimișlia"},
            ["Cimişlia (district)", "Cimișlia city"],
        ),
        (
            "uk",
            {"name": "Mykolaiv", "names": _names(("uk", "Миколаїв", "high"))},
            {"name": "Mykolayiv", "names": _names(("uk", "Миколаїв", "high"))},
            ["Миколаїв (Mykolaiv)", "Миколаїв (Mykolayiv)"],
        ),
    ],
    ids=[
        "same place name",
        "same place, other names",
        "district and town",
        "same only in Ukrainian",
    ],
)
def test_no_two_of_a_country_read_alike(
    an_entry, countries, languages, speaking, code, one, other, read
):
    entries = [an_entry("UA0001", **one), an_entry("UA0002", **other)]
    named = _full_names(entries, countries, languages, speaking(code))
    assert [name.full for name in named] == read


@pytest.mark.parametrize(
    ("other", "ids"),
    [
        (("UA0002", {"name": "Soroca"}), {"UA0001", "UA0002"}),
        (("UA0002", {"name": "X", "place": "SOROCA"}), {"UA0001", "UA0002"}),
        (("UA0002", {"name": "Șoroca"}), {"UA0001", "UA0002"}),
        (
            ("UA0002", {"name": "X", "names": _names(("ro", "Soroca", "high"))}),
            {"UA0001", "UA0002"},
        ),
        (("UA0002", {"name": "X", "names": _names(("ro", "Soroca", "low"))}), set()),
        (("UA0002", {"name": "Soroca city"}), set()),
        (("MD0002", {"name": "Soroca"}), set()),
    ],
    ids=["name", "place", "letters", "shown", "not shown", "another name", "another country"],
)
def test_names_clash_within_a_country_whatever_their_letters(an_entry, other, ids):
    key, facts = other
    entries = [an_entry("UA0001", name="Soroca"), an_entry(key, **facts)]
    assert clashing(entries) == ids


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("LVIV", "lviv"),
        ("Кам'янець-Подільський", "камянець подільськии"),
        ("Kam’yanets–Podilskyi", "kamyanets podilskyi"),
        ("Șoldănești", "soldanesti"),
        ("Şoldăneşti", "soldanesti"),
        ("Ґалаґани", "галагани"),
        ("Ёлка", "елка"),
        ("Gəncə", "gence"),
        ("İsmayıllı", "ismayilli"),
        ("Gʻijduvon", "gijduvon"),
        ("Cimișlia (Rayon)", "cimislia rayon"),
        (" St. Petersburg ", "st petersburg"),
        ("Երևան", "երեւան"),
        ("თბილისი", "თბილისი"),
        ("'’", ""),
    ],
)
def test_a_name_is_folded_to_what_people_type(name, typed):
    assert search_form(name) == typed


def test_a_search_finds_every_name_also_those_not_shown(an_entry):
    entry = an_entry("UA0322", **LVIV)
    assert search_names([entry, an_entry("AM0001", name="Yerevan")]) == {
        "ua/ua0322": "lviv city territorial community|lviv|львів|львов".replace("й", "и").replace(
            "ї", "і"
        ),
        "am/am0001": "yerevan",
    }
