"""How a word is written for the search: a key that is the same however people type the word.

The index holds nothing but keys, and the script makes the same keys of what is typed. Pagefind
knows the endings of four of our languages (English, Russian, Romanian, Armenian) and no letters of
a neighbour's; with keys, all languages are treated alike, names of places need no spelling of their
own in each script, and the index is less than half as large.

A key is found in five steps, each of them data that the page hands to the script:

1. small letters; letters that are to lose their mark in another way than step 2 (`before`);
2. no marks, by Unicode's decomposition (NFKD), and no apostrophes;
3. one Latin skeleton for all scripts (`letters`, in their order): whoever types
   `shahar`, `шаҳар` or `шахар` means the same; no `i` stands twice;
4. the longest ending goes, up to `rounds` times, while at least `least` letters stay; those of
   `after_vowel` only behind one. These are endings of declension and of number, as the grammars of
   the languages list them, and the few that make adjectives; it is no morphology: sounds that
   change inside a word stay apart;
5. a last letter that hardens where no ending follows is written hard (`finals`), and no letter
   stands twice.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’‘ʼʻ`´ˮ][^\W_]+)*['’‘ʼʻ`´ˮ]?")
# What people type for an apostrophe, in whatever letters they write.
APOSTROPHES = re.compile("['’‘ʼʻ`´ˮ]")
_TWICE = re.compile(r"(.)\1+")
_VOWELS = "aeiou"
_I_TWICE = re.compile("ii+")


@dataclass(frozen=True, slots=True)
class Treatment:
    """What is done to the words of a language; see the steps above."""

    endings: tuple[str, ...]
    after_vowel: tuple[str, ...] = ()
    before: tuple[tuple[str, str], ...] = ()
    letters: tuple[tuple[str, str], ...] = ()
    finals: tuple[tuple[str, str], ...] = ()
    rounds: int = 1
    least: int = 3

    def as_json(self) -> Mapping[str, object]:
        """Return what the script needs, under the same names."""
        return {name: getattr(self, name) for name in self.__slots__}


def treatment_of(code: str) -> Treatment:
    """Return how a language's words are treated: its letters alone where we know no endings."""
    return _TREATMENTS.get(code, _LETTERS_ALONE)


def words_of(text: str) -> list[str]:
    """Take a text apart into words; an apostrophe does not end one.

    >>> words_of("Kamʼyanets-Podilskyi, 2030")
    ['Kamʼyanets', 'Podilskyi', '2030']
    """
    return _WORD.findall(text)


@lru_cache(maxsize=200_000)
def key_of(word: str, code: str) -> str:
    """Return the key of a word in a language; a word of marks alone has none.

    >>> key_of("қалалардың", "kk") == key_of("qala", "kk") == key_of("ҚАЛА", "kk")
    True
    >>> key_of("Oʻzbekistonda", "uz") == key_of("Ўзбекистон", "uz")
    True
    """
    treatment = treatment_of(code)
    key = _replaced(word.lower(), treatment.before)
    decomposed = unicodedata.normalize("NFKD", APOSTROPHES.sub("", key))
    key = "".join(letter for letter in decomposed if unicodedata.category(letter)[0] != "M")
    key = _I_TWICE.sub("i", _replaced(key, treatment.letters))
    if key.isdecimal():
        return key
    for _round in range(treatment.rounds):
        shorter = _without_ending(key, treatment)
        if shorter == key:
            break
        key = shorter
    for soft, hard in treatment.finals:
        if key.endswith(soft) and len(key) >= treatment.least:
            key = key.removesuffix(soft) + hard
    return _TWICE.sub(r"\1", key)


def _replaced(word: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for old, new in pairs:
        word = word.replace(old, new)
    return word


def _without_ending(word: str, treatment: Treatment) -> str:
    if not word.endswith(treatment.endings):
        return word
    for ending in treatment.endings:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < treatment.least:
            continue
        if ending not in treatment.after_vowel or stem[-1] in _VOWELS:
            return stem
    return word


def _longest_first(*lists: str) -> tuple[str, ...]:
    endings = {ending for words in lists for ending in words.split()}
    return tuple(sorted(endings, key=lambda ending: (-len(ending), ending)))


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Read pairs of letters.

    >>> _pairs("ა a,ჩ c")
    (('ა', 'a'), ('ჩ', 'c'))
    """
    return tuple((old, new) for old, new in (pair.split() for pair in text.split(",")))


# After NFKD: й is и, ї is і, ё is е, ў and ӯ are у.
_CYRILLIC = tuple(
    (cyrillic, latin)
    for letters, latin in {
        "а": "a", "ә": "a", "б": "b", "в": "v", "гґғ": "g", "д": "d", "еєэ": "e", "жҗҷ": "j",
        "з": "z", "иіы": "i", "кқ": "k", "л": "l", "м": "m", "нң": "n", "оө": "o", "п": "p",
        "р": "r", "с": "s", "т": "t", "уүұ": "u", "ф": "f", "хһҳ": "h", "ц": "ts", "ч": "c",
        "ш": "s", "щ": "sc", "ъь": "", "ю": "iu", "я": "ia",
    }.items()
    for cyrillic in letters
)  # fmt: skip
# How people write the same sounds in Latin letters: by the alphabet of the language or without it.
_LATIN = (
    ("sh", "s"), ("ch", "c"), ("kh", "h"), ("zh", "j"), ("gh", "g"), ("ts", "s"),
    ("ng", "n"), ("dj", "j"), ("q", "k"), ("x", "h"), ("w", "v"), ("y", "i"), ("ə", "e"),
    ("ı", "i"), ("ii", "i"), ("io", "e"), ("ie", "e"),
)  # fmt: skip
_SKELETON = _CYRILLIC + _LATIN
_GEORGIAN_LETTERS = _pairs(
    "ა a,ბ b,გ g,დ d,ე e,ვ v,ზ z,თ t,ი i,კ k,ლ l,მ m,ნ n,ო o,პ p,ჟ j,რ r,ს s,ტ t,უ u,ფ p,ქ k,ღ g,"
    "ყ k,შ s,ჩ c,ც s,ძ dz,წ s,ჭ c,ხ h,ჯ j,ჰ h"
)
# ու is one sound; և is եւ after NFKD.
_ARMENIAN_LETTERS = _pairs(
    "ու u,ա a,բ b,գ g,դ d,ե e,զ z,է e,ը e,թ t,ժ j,ի i,լ l,խ h,ծ s,կ k,հ h,ձ dz,ղ g,ճ c,մ m,յ i,ն n,"
    "շ s,ո o,չ c,պ p,ջ j,ռ r,ս s,վ v,տ t,ր r,ց s,ւ v,փ p,ք k,օ o,ֆ f"
)
_HARDENED = (("g", "k"), ("b", "p"), ("d", "t"))

# Of the Turkic languages: plural, cases, the third person's possessive, what makes adjectives.
_TURKIC = """
    lar ler a e i u ga ge ka ke da de ta te dan den tan ten
    dagi degi tagi tegi daki deki taki teki imiz umuz iniz unuz ia
"""
# A last n, s or l may belong to the word or to an ending (облыс-ы, қала-сы): it goes in both.
_TURKIC_AFTER_VOWEL = """
    n s l
    si su ni nu na ne nin nun nan nen nda nde ndan nden ndagi ndegi ndaki ndeki
    lik luk lig lug li lu liki
"""
_KAZAKH = "dar der tar ter di ti din tin men ben pen dik tik diki tiki"
_KYRGYZ = (
    "lor dar der dor tar ter tor di ti du tu din tin dun tun go ko do to don ton dik tik duk tuk "
    "dogu togu"
)
_KYRGYZ_AFTER_VOWEL = "no nun ndo ndon"
_OGHUZ = "in un iu dir dur tir tur la le ila ile li lu lik luk lig lug"
_UZBEK = "ni nin niki gaca kaca ca li lik"
# Plurals, the forms of verbs, and what `y` becomes before an ending (city, cities).
_ENGLISH = "s es e i ing ed"
# Plurals, articles behind the noun, cases; `ie` is written e already.
_ROMANIAN = "a e i u ea ei ia iu le ul ului ele ile elor ilor lor uri urile urilor ii ai"
_RUSSIAN = """
    a e i o u ia iu oi ei om em am iam ah iah ih im imi ami iami ov ev aia iaia oe ee ogo ego omu
    emu uiu iuiu oiu eiu ost osti ostiu ova ovu ovi ove ovom eva evu evi eve evom
"""
_SLAVIC = """
    a e i o u ia iu ii oi ei om em am iam ah iah ih im imi ami iami ov ev iv oiu eiu ogo omu
    iogo iomu ova ovu ovi evi ist osti istiu
"""
_BELARUSIAN = """
    a e i o u ia iu ii oi ei ai iai om em am iam ah iah ih im imi ami iami ou eu au iau oiu eiu aiu
    aga iaga oga amu iamu aia iaia uiu asc asci
"""
_TAJIK = "ho hoi hoe ro i e on gon goni ion am at as amon aton ason oni iu"
_GEORGIAN = "tvis gan idan dan si ze tan mde ken eb is it ad ma s i a o ta"
_ARMENIAN = """
    ner nere nern neri nerin neris neros neriss nerov nerum er ere eri erin eris erov erum
    e n i in is ov um u an ian ien iun iune ian iani ianis iamb
"""


def _turkic(
    own: str,
    after_vowel: str = "",
    before: tuple[tuple[str, str], ...] = (),
    letters: tuple[tuple[str, str], ...] = (),
) -> Treatment:
    behind_vowels = set((_TURKIC_AFTER_VOWEL + after_vowel).split()) - set(own.split())
    return Treatment(
        endings=_longest_first(_TURKIC, own, " ".join(behind_vowels)),
        after_vowel=tuple(sorted(behind_vowels)),
        before=before,
        letters=_SKELETON + letters,
        finals=_HARDENED,
        rounds=6,
        least=4,
    )


_LETTERS_ALONE = Treatment(endings=(), letters=_SKELETON)
_TREATMENTS: Mapping[str, Treatment] = {
    "en": Treatment(
        _longest_first(_ENGLISH),
        # News are nothing new, plants no plans; and `ing` is an ending.
        before=(("news", "newz"),),
        letters=tuple(pair for pair in _SKELETON if pair[0] not in {"ts", "ng"}),
        rounds=4,
    ),
    "ru": Treatment(_longest_first(_RUSSIAN), letters=_SKELETON),
    "ro": Treatment(_longest_first(_ROMANIAN), letters=_SKELETON),
    "uk": Treatment(_longest_first(_SLAVIC), letters=_SKELETON),
    # Belarusian in Latin letters has c for ц: Polack.
    "be": Treatment(_longest_first(_BELARUSIAN), letters=(*_SKELETON, ("c", "s"))),
    "ka": Treatment(_longest_first(_GEORGIAN), letters=_GEORGIAN_LETTERS + _SKELETON, rounds=4),
    "hy": Treatment(_longest_first(_ARMENIAN), letters=_ARMENIAN_LETTERS + _SKELETON, rounds=2),
    "az": _turkic(_OGHUZ),
    "kk": _turkic(_KAZAKH),
    "ky": _turkic(
        _KYRGYZ,
        _KYRGYZ_AFTER_VOWEL,
        # The village would be too short to lose an ending.
        letters=(("ail", "aijil"),),
    ),
    "uz": _turkic(_UZBEK, before=(("ў", "o"),)),
    "tg": Treatment(_longest_first(_TAJIK), letters=_SKELETON, rounds=2),
    "tk": _turkic(_OGHUZ),
}
