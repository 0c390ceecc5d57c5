"""Thirteen languages told apart by letters and frequent words: the site's own pages as examples."""

import pytest

from publishing.languages.recognition import OtherLanguage, other_language, other_script
from tests.test_core_pages import CORE, DOCS, LANGUAGES, body_of

ALL = ("en", *LANGUAGES)


def pages_in(code: str) -> dict[str, str]:
    return {path: body_of(DOCS / code / path) for path in CORE}


@pytest.mark.parametrize("code", ALL)
def test_no_page_of_ours_is_taken_for_another_language(code: str) -> None:
    found = {path: other_language(text, code, ALL) for path, text in pages_in(code).items()}
    assert {path: other for path, other in found.items() if other} == {}


@pytest.mark.parametrize("code", ALL)
def test_every_page_is_recognised_under_every_other_language(code: str) -> None:
    missed = {
        (path, other, found.code if (found := other_language(text, other, ALL)) else None)
        for path, text in pages_in(code).items()
        for other in ALL
        if other != code
    }
    assert {found for _path, _other, found in missed} == {code}, missed


@pytest.mark.parametrize(
    ("text", "code", "other"),
    [
        ("The council of the town has signed, and this is the first.", "kk", "en"),
        ("Совет города подписал Соглашение, и это было в мае этого года.", "kk", "ru"),
        ("Это первый город, который присоединился к Соглашению в этой стране.", "uk", "ru"),
        ("Гэта першы горад, які далучыўся да Пагаднення ў гэтай краіне.", "ru", "be"),
        ("Це перше місто, яке приєдналося до Угоди в цій країні.", "ru", "uk"),
        ("Бұл – келісімге қосылған алғашқы қала және ол үшін маңызды.", "ky", "kk"),
        ("Бул келишимге кошулган биринчи шаар жана ал үчүн маанилүү болгон.", "kk", "ky"),
        ("Bu shahar kelishuvga qoʻshilgan birinchi shahar va u uchun muhim edi.", "tk", "uz"),
        ("Bu şäher bileleşige goşulan ilkinji şäher we ol üçin bu ähmiýetli.", "az", "tk"),
        ("Bu şəhər sazişə qoşulan ilk şəhərdir və onun üçün bu mühümdür.", "tk", "az"),
        ("Este primul oraș care a aderat la convenție și pentru el este un pas.", "en", "ro"),
    ],
)
def test_a_sentence_in_another_language_is_recognised(text: str, code: str, other: str) -> None:
    found = other_language(text, code, ALL)
    assert isinstance(found, OtherLanguage)
    assert found.code == other
    assert len(found.clues) >= 2


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "kk"),
        ("RSS, Atom", "ka"),
        ("Energy Cities, Climate Alliance", "ru"),
        ("Lviv, Kyiv and Odesa", "tk"),
        ("CC BY 4.0 BY", "hy"),
        ("Город Кант", "kk"),
    ],
)
def test_names_and_a_few_words_accuse_nobody(text: str, code: str) -> None:
    assert other_language(text, code, ALL) is None


def test_a_language_that_is_not_known_is_not_judged() -> None:
    assert other_language("The council of the town has signed, and this is it.", "xx", ALL) is None


@pytest.mark.parametrize(
    ("text", "code", "script"),
    [
        ("Newsletter", "ka", "Latin"),
        ("Newsletter", "ro", ""),
        ("Лист", "uz", "Cyrillic"),
        ("RSS", "hy", ""),
        ("RSS-арналар", "kk", ""),
        ("2019", "ka", ""),
        ("CoM-DeP", "ru", "Latin"),
        ("Լուր", "ka", "Armenian"),
    ],
)
def test_a_text_without_a_letter_of_its_own_script_is_seen(
    text: str, code: str, script: str
) -> None:
    assert other_script(text, code) == script
