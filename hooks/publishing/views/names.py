"""Which name of a place readers of a language see, and what a search finds it by."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping

from publishing.languages.language import Language, Languages
from publishing.languages.searching import APOSTROPHES
from publishing.records.countries import Country
from publishing.records.organisations import Body
from publishing.records.signatories import Signatory
from publishing.site import Entry, Site
from publishing.views.tongue import Name, Tongue, Worded

_SAYS_DISTRICT = re.compile("district|raion|rayon", re.IGNORECASE)
_FOLDED = str.maketrans({"ґ": "г", "ı": "i", "ə": "e", "ł": "l", "ё": "е", "đ": "d"})


def shown_names(signatory: Signatory) -> dict[str, str]:
    """Return the names that may be shown, by language; the surest one of each."""
    names: dict[str, str] = {}
    for wanted in ("high", "medium"):
        for name in signatory.names:
            if name.confidence == wanted:
                names.setdefault(name.language, name.name)
    return names


def place_name(
    signatory: Signatory, country: Country, language: Language, languages: Languages
) -> Worded:
    """Choose the name for readers of `language`.

    Their own language's; else that of the next language of their chain, or of the country, if it
    is in the readers' script; else the Latin one.
    """
    names = shown_names(signatory)
    for code in (*language.chain, *country.languages):
        is_readable = code in languages.codes and languages[code].script == language.script
        if code in names and code != languages.source.code and is_readable:
            return Worded(names[code], code)
    return Worded(_latin_name(signatory, names, languages), languages.source.code)


def _latin_name(signatory: Signatory, names: Mapping[str, str], languages: Languages) -> str:
    """Return the place's present name in the source language, else the name in the source.

    Where the two differ in marks only, the source's spelling is taken.
    """
    in_source = signatory.place or signatory.name
    present = names.get(languages.source.code, in_source)
    if signatory.district or search_form(present) == search_form(in_source):
        return in_source
    return present


def clashing(entries: Iterable[Entry]) -> frozenset[str]:
    """Return the ids of entries that share a name, in any language, with a compatriot."""
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entry in entries:
        signatory = entry.signatory
        shown = shown_names(signatory)
        names = [signatory.place or signatory.name, signatory.name, *shown.values()]
        for name in names:
            seen[entry.country, search_form(name)].add(signatory.id)
    return frozenset(key for ids in seen.values() if len(ids) > 1 for key in ids)


def full_name(
    entry: Entry,
    country: Country,
    tongue: Tongue,
    languages: Languages,
    clashes: frozenset[str],
) -> Name:
    """Name an entry so that no two of a country read alike."""
    signatory = entry.signatory
    name = place_name(signatory, country, tongue.language, languages)
    source_name = Worded(signatory.name, languages.source.code)
    if signatory.district and not _SAYS_DISTRICT.search(name.text):
        return Name(name.text, name.language, Worded(tongue.say("district"), tongue.code))
    if signatory.id not in clashes or signatory.name == name.text:
        return Name(name.text, name.language)
    if signatory.name.startswith(name.text):
        return Name(source_name.text, source_name.language)
    return Name(name.text, name.language, source_name)


def all_names(site: Site, clashes: frozenset[str], tongue: Tongue) -> dict[str, Name]:
    """Name every entry in one language, by id."""
    return {
        entry.signatory.id: full_name(
            entry, site.countries[entry.country], tongue, site.languages, clashes
        )
        for entry in site.entries
    }


def body_name(body: Body, tongue: Tongue) -> Worded:
    """Name a coordinator or supporter in the best language of the readers' chain.

    Where it has no name in any of them, the one in its source is shown.
    """
    names = {body.language: body.name, **body.names}
    code = tongue.language.best_of(names) or body.language
    return Worded(names[code], code)


def search_form(text: str) -> str:
    """Fold a name to what people type: lower case, no marks, no apostrophes.

    The filter's script folds what is typed in the same way.

    >>> search_form("Kam’yanets-Podilskyi"), search_form("Șoldănești"), search_form("Ґалаґани")
    ('kamyanets podilskyi', 'soldanesti', 'галагани')
    """
    text = APOSTROPHES.sub("", text.casefold())
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(re.split(r"[\s\-‐–—.,()]+", bare.translate(_FOLDED))).strip()


def known_names(signatory: Signatory) -> tuple[str, ...]:
    """Return every name of a place that its record has, however sure."""
    names = (signatory.name, signatory.place or "", *(name.name for name in signatory.names))
    return tuple(filter(None, names))


def search_names(entries: Iterable[Entry]) -> Mapping[str, str]:
    """Map each address (`ua/lviv`) to every name it is known by, folded, each once."""
    found = {}
    for entry in entries:
        folded = dict.fromkeys(filter(None, map(search_form, known_names(entry.signatory))))
        found[f"{entry.country}/{entry.slug}"] = "|".join(folded)
    return found
