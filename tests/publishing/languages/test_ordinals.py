"""Ordinals are avoided: the ending of a number depends on how the number is read aloud.

What puts numbers into a sentence cannot know the ending ("20-го", "20th", "20-njy"), so no message
has one at a placeholder; and pages write dates without one, as the lists of the site do.
"""

import re

import pytest

from publishing.languages.strings import read_catalogue, strings_of
from tests.sample_sites import PROJECT

# What stands at a placeholder without a space: an ending, or the beginning of a Georgian ordinal.
AT_A_PLACEHOLDER = re.compile(r"\w+[-‑](?=\{)|(?<=\})[-‑’ʼ']?[^\W\d_]+")
COMPOUND = "`source 1` is a compound in which the hyphen stands for the ordinal: nothing to inflect"
FROM = "the ending that means `from` is the same behind every number"
YEAR = "a word of its own behind a hyphen: it is inflected, the number in front of it is not"
HARMLESS = {
    ("hy", "-ից"): FROM,
    ("ka", "-დან"): FROM,
    ("kk", "-дереккөз"): COMPOUND,
    ("kk", "-кезең"): COMPOUND,
    ("ky", "-булак"): COMPOUND,
    ("ky", "-этап"): COMPOUND,
    ("ky", "-жыл"): YEAR,
    ("ky", "-жылга"): YEAR,
    ("ky", "-жылдан"): YEAR,
    ("ky", "-жылдары"): YEAR,
    ("ky", "-жылдын"): YEAR,
    ("uz", "-bosqich"): COMPOUND,
    ("uz", "-manba"): COMPOUND,
    ("uz", "-yil"): YEAR,
    ("uz", "-yilga"): YEAR,
    ("uz", "-yildan"): YEAR,
    ("uz", "-yillarda"): YEAR,
    ("uz", "-yilgacha"): YEAR,
}

_TK_MONTHS = "ýanwar|fewral|mart|aprel|maý|iýun|iýul|awgust|sentýabr|oktýabr|noýabr|dekabr"
# What makes an ordinal of digits. Not in the table, as it is how these languages write dates:
# - Armenian -ին behind a day is a case, the same behind every number: ապրիլի 20-ին;
# - Azerbaijani and Turkmen years are ordinals: 2020-ci il, 2011–2015-nji ýyllar;
# - so are Turkmen days in a sentence: 21-nji noýabrda;
# - the hyphen of Kazakh, Kyrgyz and Uzbek is the ordinal, without an ending: 20-апрели.
ORDINAL = {
    "en": r"\d(?:st|nd|rd|th)\b",
    "ru": r"\d[-‑](?:[йяею]|[ео]й|[ыо]?м|ым|ую|о?го|о?му|ы?х|ы?ми|ые|ое|ая)\b",
    "uk": r"\d[-‑](?:[йаяеєуюї]|и?й|ої|[оі]й|[ио]?м|о?го|о?му|о?ю|ті|и?х|и?ми)\b",
    "be": r"\d[-‑](?:[ыійяеюм]|[оа]й|[ыі]м|ая|ае|ую|[оа]?га|[оа]?му|[ыі]?х|[ыі]?мі)\b",
    "ro": r"\d[-‑](?:l?ea|a)\b",
    "ka": r"\bმე[-‑]\d|\d[-‑](?:ე|ლი|ელი)\b",
    "hy": r"\d[-‑]?(?:եր)?(?:որ|ր)դ",
    "az": r"(?<!\d)\d{1,3}[-‑]?(?:ci|cı|cu|cü)\b",
    "kk": r"\d[-‑]?[іы]?н?ш[іы]\b",
    "ky": r"\d[-‑]?[иыуү]?н?ч[иыуү]\b",
    "uz": r"\d[-‑]?i?n?chi\b",
    "tg": r"\d[-‑]?[ую]ми?\b",
    "tk": rf"(?<!\d)\d{{1,3}}[-‑]?nj[iy]\b(?! (?:{_TK_MONTHS}))",
}
CODES = list(ORDINAL)
EDITION = "the number of an edition stands on its title page and never changes"
LONE_YEAR = "a year alone is a noun of its own: the base year is 2012"
FIXED = {
    ("en", "5th release"): EDITION,
    ("ru", "5-й выпуск"): EDITION,
    ("ru", r"\b20\d\d-й\b"): LONE_YEAR,
    ("uk", "5-й випуск"): EDITION,
    ("be", "5-ы выпуск"): EDITION,
    ("be", r"\b20\d\d-ы\b"): LONE_YEAR,
    ("ro", "ediția a 5-a"): EDITION,
    ("ka", "მე-5 გამოცემა"): EDITION,
    ("hy", "5-րդ թողարկում"): EDITION,
    ("az", "5-ci buraxılış"): EDITION,
    ("tg", "нашри 5-ум"): EDITION,
    ("tk", "5-nji neşir"): EDITION,
}

# The last word of a number as it is read decides: of 2019 the nine, of 2020 the twenty.
ENDINGS = {
    "az": {
        "ci": "1 2 5 7 8 20 50 70 80 1000",
        "cı": "6 40 60 90",
        "cu": "9 10 30",
        "cü": "3 4 100",
    },
    "tk": {"nji": "1 2 3 4 5 7 8 20 50 70 80 100 1000", "njy": "6 9 10 30 40 60 90"},
}


def inflected_placeholders(code: str, message: str) -> list[str]:
    """List what stands at the placeholders of a message and would have to agree with them."""
    found = AT_A_PLACEHOLDER.findall(message)
    return [ending for ending in found if (code, ending) not in HARMLESS]


def ordinals(code: str, text: str) -> list[str]:
    """List the ordinals of a text that its language could do without."""
    for language, phrase in FIXED:
        if language == code:
            text = re.sub(phrase, "", text)
    return [match[0] for match in re.finditer(ORDINAL[code], text)]


def last_word(number: int) -> int:
    """Return what the last word of a number means.

    Hundreds and thousands are counted: that of 2000 is `thousand`.
    """
    ten = number % 10 or number % 100
    return ten or (100 if number % 1000 else 1000)


def wrong_endings(code: str, text: str) -> list[str]:
    """List the ordinals of a text whose ending is another number's."""
    right = {
        (int(number), ending)
        for ending, numbers in ENDINGS[code].items()
        for number in numbers.split()
    }
    found = re.finditer(rf"(\d+)[-‑]?({'|'.join(ENDINGS[code])})\b", text)
    return [match[0] for match in found if (last_word(int(match[1])), match[2]) not in right]


def messages_of(code: str) -> list[str]:
    catalog, _problems = read_catalogue(PROJECT, code)
    assert catalog is not None
    strings = strings_of(code, catalog)
    return [
        *strings.singular.values(),
        *(form for forms in strings.plural.values() for form in forms),
    ]


def pages_of(code: str) -> dict[str, str]:
    """Return the texts of the pages in a language, without addresses and code."""
    files = sorted((PROJECT / "docs" / code).rglob("*.md"))
    aside = r"https?://[^\s)\"]+|\]\([^)]*\)|`[^`]*`|^source_hash:.*$"
    return {
        file.relative_to(PROJECT).as_posix(): re.sub(
            aside, "", file.read_text(encoding="utf-8"), flags=re.MULTILINE
        )
        for file in files
    }


@pytest.mark.parametrize(
    ("code", "message", "inflected"),
    [
        ("en", "Published on {date}", []),
        ("en", "The {number}th signatory", ["th"]),
        ("en", "{place}'s plan", ["'s"]),
        ("ru", "Подписант № {number}", []),
        ("ru", "{number}-й подписант", ["-й"]),
        ("uk", "до {date}-го", ["-го"]),
        ("ro", "al {number}-lea semnatar", ["-lea"]),
        ("ka", "{total}-დან {number}", []),
        ("ka", "მე-{number} ნომერი", ["მე-"]),
        ("hy", "{total}-ից {number}", []),
        ("hy", "{number}-րդ համար", ["-րդ"]),
        ("az", "{year}-ci il", ["-ci"]),
        ("az", "{year}-cı ildə {place}da", ["-cı", "da"]),
        ("kk", "{number}-дереккөз", []),
        ("kk", "{year}-дан бері", ["-дан"]),
        ("ky", "{year}-жылга чейин, {number}-булак", []),
        ("ky", "{number}-чи", ["-чи"]),
        ("uz", "{year}-yilgacha", []),
        ("uz", "{number}-chi", ["-chi"]),
        ("tg", "соли {year}", []),
        ("tg", "соли {year}-ум", ["-ум"]),
        ("tk", "{year} ý.", []),
        ("tk", "{year}-njy ýyl", ["-njy"]),
    ],
)
def test_an_ending_at_a_placeholder_is_found(code, message, inflected):
    assert inflected_placeholders(code, message) == inflected


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("en", "On 20 April 2021 in the 5th release", []),
        ("en", "On 20th April and 1st May", ["0th", "1st"]),
        ("ru", "20 апреля 2021 г., 20-летний план; базовый год — 2012-й", []),
        ("ru", "до 20-го апреля, в 90-е годы", ["0-го", "0-е"]),
        ("uk", "20 квітня 2021 р., 20-річний план", []),
        ("uk", "20-го квітня, 2-ї черги", ["0-го", "2-ї"]),
        ("be", "20 красавіка; базавы год — 2012-ы; 20-гадовы", []),
        ("be", "20-га красавіка", ["0-га"]),
        ("ro", "20 aprilie 2021, ediția a 5-a", []),
        ("ro", "al 20-lea, a 3-a", ["0-lea", "3-a"]),
        ("ka", "20 აპრილს, 48-ს, 30-ზე მეტი", []),
        ("ka", "მე-20 ქალაქი, 20-ე ქალაქი", ["მე-2", "0-ე"]),
        ("hy", "ապրիլի 20-ին, 46-ն", []),
        ("hy", "20-րդ քաղաքը, 20-երորդ", ["0-րդ", "0-երորդ"]),
        ("az", "2020-ci il, 2011–2015-ci illər, ayın 21-də", []),
        ("az", "20-ci aprel, 3-cü şəhər", ["20-ci", "3-cü"]),
        ("kk", "2020 жылы, 20 сәуір, 46-сы", []),
        ("kk", "20-шы сәуір, 2-ші", ["0-шы", "2-ші"]),
        ("ky", "2021-жылдын 20-апрели", []),
        ("ky", "20-чы апрель, 2-чи, 3-үнчү", ["0-чы", "2-чи", "3-үнчү"]),
        ("uz", "2021-yil 20-aprel", []),
        ("uz", "20-chi aprel, 2-inchi", ["0-chi", "2-inchi"]),
        ("tg", "20 апрели соли 2021, нашри 5-ум", []),
        ("tg", "соли 2020-ум, рӯзи 20-уми апрел, 3-юм", ["0-ум", "0-уми", "3-юм"]),
        ("tk", "2011–2015-nji ýyllar, 21-nji noýabrda", []),
        ("tk", "20-nji şäher", ["20-nji"]),
    ],
)
def test_an_ordinal_is_told_from_how_a_language_writes_dates(code, text, found):
    assert ordinals(code, text) == found


@pytest.mark.parametrize(
    ("code", "text", "wrong"),
    [
        ("az", "2015-ci, 2026-cı, 2010-cu, 2030-cu, 2050-ci, 2024-cü, 2000-ci, 300-cü", []),
        ("az", "2024-ci, 2030-ci, 2020-cu", ["2024-ci", "2030-ci", "2020-cu"]),
        ("tk", "2015-nji, 2019-njy, 2030-njy, 2020-nji, 2010-njy, 26-njy", []),
        ("tk", "2019-nji, 20-njy", ["2019-nji", "20-njy"]),
    ],
)
def test_an_ending_of_another_number_is_found(code, text, wrong):
    assert wrong_endings(code, text) == wrong


@pytest.mark.parametrize("code", CODES)
def test_no_message_inflects_a_placeholder(code):
    messages = messages_of(code)
    assert len(messages) > 100
    found = {message: inflected_placeholders(code, message) for message in messages}
    assert {message: endings for message, endings in found.items() if endings} == {}


@pytest.mark.parametrize("code", CODES)
def test_no_message_and_no_page_has_a_needless_ordinal(code):
    texts = {**pages_of(code), "messages": "\n".join(messages_of(code))}
    assert f"docs/{code}/index.md" in texts
    found = {place: ordinals(code, text) for place, text in texts.items()}
    assert {place: words for place, words in found.items() if words} == {}


@pytest.mark.parametrize("code", ENDINGS)
def test_ordinals_that_a_language_needs_have_the_ending_of_their_number(code):
    texts = {**pages_of(code), "messages": "\n".join(messages_of(code))}
    found = {place: wrong_endings(code, text) for place, text in texts.items()}
    assert {place: words for place, words in found.items() if words} == {}
