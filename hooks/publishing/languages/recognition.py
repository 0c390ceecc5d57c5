"""Which language a text is in, told by its letters and its most frequent words.

No library covers all thirteen: lingua and langid lack some of Kyrgyz, Uzbek, Tajik and Turkmen, and
their models weigh more than the site. Letters and function words tell these thirteen apart, and an
editor can be told by which.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from publishing.languages.collation import alphabet, script_of

# Words that a text of some length cannot do without. What two of these languages share is left in:
# it speaks for both, and their letters decide.
_FREQUENT = {
    "en": "the of and to in is that it as with by are was which have has from this be an or not",
    "ru": "и в на с по для не что как от из к о за или это его их который которые при также были",
    "uk": "і й та в у на з із до для не що як від за або це його їх який які при також про щодо",
    "be": "і й у ў на з да для не што як ад за або гэта яго іх які якія таксама пра аб было пры",
    "ro": "și în de la cu pe din pentru nu care este sunt al ale au un că sau prin mai să se fi ca",
    "ka": "და არის რომ ან ამ ეს მისი თუ უნდა იყო რომელიც რომლებიც არ ასევე შესახებ მიერ მათ",
    "hy": "և է են որ կամ այս այդ համար մեջ մասին նաև որը որոնք եւ էր էին իր չի ու",
    "az": "və bir bu ilə üçün olan ki ən öz isə hər kimi üzrə onun sonra görə edir də olub",
    "kk": "және мен бен пен бұл үшін бойынша бір осы болып олар оның туралы немесе жылы емес",
    "ky": "жана менен бул үчүн боюнча бир ошол болуп алар анын жөнүндө же жылы эмес аркылуу болгон",
    "uz": "va bu bilan uchun boʻyicha bir ham yoki shu ular haqida emas boʻlgan yilda orqali hamda",
    "tg": "ва дар аз ба барои бо ки ин он аст мебошад ё худ соли шуд шуда оид ҳам то буд",
    "tk": "we bu bilen üçin boýunça bir hem ýa-da şu onuň olar hakda däl bolan ýylda arkaly ýa",
}
# Fewer words than these say too little to accuse anybody.
_ENOUGH_WORDS = 6
# How far another language must be ahead, as a share of the words.
_LEAD = 0.07
_FEWEST_CLUES = 2
_SHOWN_CLUES = 4
_WORD = re.compile(r"[^\W\d_]+(?:[’ʼʻ'-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """What a text looks like instead, and the words that say so."""

    code: str
    clues: tuple[str, ...]


@lru_cache(maxsize=32)
def _frequent(code: str) -> frozenset[str]:
    return frozenset(_FREQUENT[code].split())


def _words(text: str) -> list[str]:
    """Return the words in small letters, without abbreviations, which belong to no language."""
    found = _WORD.findall(unicodedata.normalize("NFC", text))
    return [
        word.lower().replace("ʼ", "ʻ") for word in found if len(word) == 1 or not word.isupper()
    ]


@lru_cache(maxsize=50_000)
def _is_foreign(word: str, code: str) -> bool:
    """Whether a word has letters that the language's alphabet lacks."""
    known = alphabet(code)
    return any(letter.isalpha() and letter not in known for letter in word)


def _score(words: Mapping[str, int], code: str) -> int:
    frequent = _frequent(code)
    return sum(
        count * ((word in frequent) - _is_foreign(word, code)) for word, count in words.items()
    )


def _scripts(words: Iterable[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for letter, count in Counter("".join(words)).items():
        found[unicodedata.name(letter, "?").split(" ")[0].capitalize()] += count
    return found


def other_language(text: str, code: str, among: Iterable[str]) -> OtherLanguage | None:
    """Tell whether a text that should be in `code` is in another language; None if it is not.

    None, too, where there are too few words to tell.
    """
    words = Counter(_words(text))
    total = words.total()
    if total < _ENOUGH_WORDS or code not in _FREQUENT:
        return None
    [(script, _count)] = _scripts(words).most_common(1)
    written_so = [other for other in among if other in _FREQUENT and script_of(other) == script]
    scores = {other: _score(words, other) for other in {code, *written_so}}
    best = max(sorted(scores), key=lambda other: (scores[other], other == code))
    lead = max(_FEWEST_CLUES, _LEAD * total)
    clues = [word for word in words if word in _frequent(best) - _frequent(code)]
    if best == code or scores[best] - scores[code] < lead or len(clues) < _FEWEST_CLUES:
        return None
    return OtherLanguage(best, tuple(clues[:_SHOWN_CLUES]))


def other_script(text: str, code: str) -> str:
    """Name the script of a text that has no letter of its language's own; empty if it has one.

    Abbreviations are left out: they are written alike everywhere.
    """
    words = [word for word in _WORD.findall(text) if not word.isupper()]
    scripts = _scripts(re.findall(r"[^\W\d_]", "".join(words)))
    return "" if script_of(code) in scripts else " and ".join(sorted(scripts))
