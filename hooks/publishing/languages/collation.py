"""The order of lists: each language's own alphabet.

The alphabets are those of the languages' own orthographies, as CLDR's collation rules order them;
Babel has no collation, and PyICU needs a compiled library that a fresh machine lacks.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeVar

_T = TypeVar("_T")

_ALPHABETS = {
    "en": "a b c d e f g h i j k l m n o p q r s t u v w x y z",
    "ru": "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я",
    "uk": "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я",
    "be": "а б в г д е ё ж з і й к л м н о п р с т у ў ф х ц ч ш ы ь э ю я",
    "ro": "a ă â b c d e f g h i î j k l m n o p q r s ș t ț u v w x y z",
    "ka": "ა ბ გ დ ე ვ ზ თ ი კ ლ მ ნ ო პ ჟ რ ს ტ უ ფ ქ ღ ყ შ ჩ ც ძ წ ჭ ხ ჯ ჰ",
    "hy": "ա բ գ դ ե զ է ը թ ժ ի լ խ ծ կ հ ձ ղ ճ մ յ ն շ ո չ պ ջ ռ ս վ տ ր ց ւ փ ք և օ ֆ",
    "az": "a b c ç d e ə f g ğ h x ı i j k q l m n o ö p r s ş t u ü v w y z",
    "kk": "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я",
    "ky": "а б в г д е ё ж з и й к л м н ң о ө п р с т у ү ф х ц ч ш щ ъ ы ь э ю я",
    "uz": "a b c d e f g h i j k l m n o p q r s t u v w x y z oʻ gʻ sh ch",
    "tg": "а б в г ғ д е ё ж з и ӣ й к қ л м н о п р с т у ӯ ф х ҳ ч ҷ ш ъ э ю я",
    "tk": "a b c ç d e ä f g h i j ž k l m n ň o ö p q r s ş t u ü v w x y ý z",
}
_SCRIPTS = ("LATIN", "CYRILLIC", "GEORGIAN", "ARMENIAN")
# Letters that differ only in their second weight: they sort with the letter beside them.
_SAME_LETTER = {"ru": {"ё": "е"}}
# Cyrillic letters of other languages sort with the letter they are nearest to.
_NEAREST = {
    "ґ": "г", "ғ": "г", "є": "е", "ё": "е", "э": "е", "і": "и", "ї": "иі", "ӣ": "иі", "ы": "иі",
    "и": "і", "ў": "у", "ұ": "у", "ү": "у", "ӯ": "у", "ә": "а", "қ": "к", "ң": "н", "ө": "о",
    "ҳ": "х", "һ": "х", "ҷ": "ч", "ъ": "ь", "щ": "ш",
    "ь": "ъ",
    "ц": "с",
}  # fmt: skip
_IGNORED = "'’ʼ`´\"«»„“”"
_CEDILLA = str.maketrans("şţ", "șț")

Key = tuple[tuple[tuple[int, int], ...], str]


def has_alphabet(code: str) -> bool:
    """Whether lists can be sorted in a language."""
    return code in _ALPHABETS


@lru_cache(maxsize=32)
def alphabet(code: str) -> frozenset[str]:
    """Return the small letters that words of a language are written with."""
    return frozenset("".join(_ALPHABETS[code].split()))


@lru_cache(maxsize=32)
def script_of(code: str) -> str:
    """Return the script of a language's alphabet: `Latin`, `Cyrillic`, `Georgian` or `Armenian`."""
    return unicodedata.name(_ALPHABETS[code][0]).split(" ")[0].capitalize()


def _lower(text: str, language: str) -> str:
    text = unicodedata.normalize("NFC", text)
    if language == "az":
        text = text.replace("I", "ı").replace("İ", "i")
    text = unicodedata.normalize("NFC", text.lower().replace("i̇", "i"))
    if language == "ro":
        text = text.translate(_CEDILLA)
    return re.sub("(?<=[og])[‘’ʼ'`]", "ʻ", text) if language == "uz" else text


@lru_cache(maxsize=32)
def _letters(language: str) -> tuple[re.Pattern[str], dict[str, int]]:
    letters = _ALPHABETS[language].split()
    longest_first = sorted(letters, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest_first)) + "|.", re.DOTALL)
    return pattern, {letter: index for index, letter in enumerate(letters)}


def _nearest(letter: str, order: dict[str, int]) -> str:
    return next((near for near in _NEAREST.get(letter, "") if near in order), letter)


@lru_cache(maxsize=4096)
def _other_weight(letter: str) -> tuple[int, int]:
    """Weigh a sign outside the alphabet: spaces, signs, digits, then letters of other scripts."""
    if letter.isspace():
        return (0, 0)
    if letter.isdigit():
        return (0, 2 + unicodedata.digit(letter, 0))
    if not letter.isalpha():
        return (0, 1)
    base = unicodedata.normalize("NFD", letter)[0]
    script = unicodedata.name(base, "").split(" ")[0]
    rank = _SCRIPTS.index(script) + 2 if script in _SCRIPTS else len(_SCRIPTS) + 2
    return (rank, ord(base))


@lru_cache(maxsize=200_000)
def collation_key(text: str, language: str) -> Key:
    """Return what to sort `text` by in `language`: spaces first, then its letters, then others.

    >>> sorted(["Ґ", "Д", "Г"], key=lambda text: collation_key(text, "uk"))
    ['Г', 'Ґ', 'Д']
    """
    pattern, order = _letters(language)
    same = _SAME_LETTER.get(language, {})
    weights = []
    for letter in pattern.findall(_lower(text, language)):
        known = same.get(letter, letter)
        if known not in order and known in _IGNORED:
            continue
        if known not in order:
            plain = unicodedata.normalize("NFD", known)[0]
            known = plain if plain in order else _nearest(known, order)
        weights.append((1, order[known]) if known in order else _other_weight(known))
    return tuple(weights), text


def in_order(items: Iterable[_T], name: Callable[[_T], str], language: str) -> list[_T]:
    """Sort items by their names in the alphabet of `language`.

    >>> in_order(["Șoldănești", "Soroca", "Țarigrad"], str, "ro")
    ['Soroca', 'Șoldănești', 'Țarigrad']
    """
    return sorted(items, key=lambda item: collation_key(name(item), language))
