"""Words that people type in several ways have one key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.languages.searching import key_of, words_of

LANGUAGES = ("en", "ru", "uk", "be", "ro", "ka", "hy", "az", "kk", "ky", "uz", "tg", "tk")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        # The forms of a word, in its own letters and in those of a neighbour's keyboard.
        ("en", "city cities city's CITIES"),
        ("en", "signatory signatories"),
        ("en", "plan plans planned planning"),
        ("en", "join joins joined joining"),
        ("en", "survey surveys surveyed surveying"),
        ("en", "source sources sourced sourcing"),
        ("en", "Kyiv Київ"),
        ("en", "Kiev Киев"),
        ("en", "Kharkov Харьков"),
        ("en", "Chişinău Chișinău Chisinau"),
        ("en", "Yerevan Ереван"),
        ("en", "Tbilisi Тбилиси"),
        ("ru", "подписант подписанты подписанта подписантов подписантами"),
        ("ru", "энергия энергии энергией энергию"),
        ("ru", "новый новая новое новые нового новым новых"),
        ("ru", "отчёт отчет отчёты отчетов"),
        ("ru", "библиотека библиотеки biblioteka"),
        ("ru", "Кишинёв Кишинев Кишинёва Kishinev"),
        ("ro", "semnatar semnatari semnatarul semnatarului semnatarilor"),
        ("ro", "oraș oraşe orașele orașului orase"),
        ("ro", "autoritate autorități autorităților autoritatile"),
        ("ro", "beneficiu beneficii beneficiile beneficiilor"),
        ("ro", "susținător susţinători sustinatorii"),
        ("uk", "громада громади громадою громад громадам"),
        ("uk", "енергія енергії енергією"),
        ("uk", "Харків Харкова Харкові"),
        ("uk", "підписант підписанти підписантів пидписант"),
        ("uk", "ґанок ганок"),
        ("uk", "об'єднання обʼєднання обєднання об’єднання"),
        ("be", "вобласць вобласці"),
        ("be", "падпісант падпісанты падпісантаў падписант"),
        ("be", "раён раен"),
        ("ka", "ქალაქი ქალაქები ქალაქების ქალაქებისთვის ქალაქში"),
        ("ka", "საქართველო საქართველოს საქართველოში sakartvelo"),
        ("ka", "ხარკოვი Харьков Kharkov"),
        ("hy", "քաղաք քաղաքներ քաղաքների քաղաքում"),
        ("hy", "ստորագրող ստորագրողներ ստորագրողների"),
        ("hy", "Երևան երեւան Երևանում Yerevan"),
        ("az", "şəhər şəhərlər şəhərin şəhərlərdə seher ŞƏHƏR"),
        ("az", "bələdiyyə bələdiyyələr bələdiyyəsi belediyye"),
        ("az", "uşaq uşağı"),
        ("az", "İmza imza imzası"),
        ("kk", "қала қалалар қаланың қаласында қалалық qala кала"),
        ("kk", "ауыл ауылы ауылдар ауылдық auyl"),
        ("kk", "облыс облысы облыстар облыстық oblys"),
        ("kk", "өңір оңир онир өңірлер"),
        ("ky", "шаар шаарлар шаарлардын shaar"),
        ("ky", "айыл айылдар aiyl ayil"),
        ("ky", "жаңылык жаңылыктар janylyk"),
        ("uz", "shahar shaharlar shaharlarning шаҳар шаҳарлар шахар"),
        ("uz", "Kiyev Киев Kiev"),
        ("uz", "Oʻzbekiston O'zbekiston O‘zbekistonda Ozbekiston Ўзбекистон"),
        ("tg", "шаҳр шаҳрҳо шаҳрҳои шахр shahr"),
        ("tg", "Хуҷанд Худжанд Khujand"),
        ("tg", "имзокунанда имзокунандагон imzokunanda"),
        ("tk", "şäher şäherler şäheriň saher"),
        ("tk", "Aşgabat Ashgabat Aşgabatda"),
        ("tk", "welaýat welayat welaýatlar велаят"),
    ],
)  # fmt: skip
def test_forms_and_spellings_of_a_word_have_one_key(code: str, words: str) -> None:
    keys = {word: key_of(word, code) for word in words.split()}
    assert len(set(keys.values())) == 1, keys


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("en", "news", "new"),
        ("en", "plants", "plans"),
        ("en", "region", "register"),
        ("ru", "план", "плата"),
        ("ru", "регион", "регистр"),
        ("ro", "oraș", "oră"),
        ("ro", "plan", "plante"),
        ("uk", "план", "плата"),
        ("be", "горад", "гара"),
        ("ka", "ქალაქი", "ქვეყანა"),
        ("hy", "քաղաք", "քարտեզ"),
        ("az", "şəhər", "səhra"),
        ("kk", "қала", "қалам"),
        ("ky", "план", "платина"),
        ("uz", "shahar", "shamol"),
        ("tg", "шаҳр", "шарҳ"),
        ("tk", "şäher", "şaha"),
    ],
)
def test_different_words_have_different_keys(code: str, one: str, other: str) -> None:
    assert key_of(one, code) != key_of(other, code)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("number", ["2030", "40", "1000"])
def test_numbers_lose_nothing(code: str, number: str) -> None:
    assert key_of(number, code) == number


def test_of_a_language_without_a_treatment_letters_alone_are_alike() -> None:
    assert key_of("Rīga", "lv") == key_of("Рига", "lv") == "riga"
    assert key_of("Rīgas", "lv") == "rigas"


@given(st.text(max_size=40), st.sampled_from(LANGUAGES))
def test_every_word_of_any_text_has_a_key_in_small_letters(text: str, code: str) -> None:
    for word in words_of(text):
        key = key_of(word, code)
        assert key == key.lower()
        assert not set(key) & set("'’‘ʼʻ`´ˮ")


@given(st.sampled_from(LANGUAGES), st.sampled_from(["қала", "шаҳар", "ქალაქი", "şəhər", "громада"]))
def test_case_makes_no_difference(code: str, word: str) -> None:
    assert key_of(word.upper(), code) == key_of(word, code)
