"""The glossary's words in texts: where a term is first used, and where another is used for it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache

from publishing.checks import check_page_reference
from publishing.languages.language import Languages
from publishing.problems import Problem
from publishing.records.glossary import Term, TermList, Wording
from publishing.sources import Read, in_words

PATH = "data/glossary.yml"
_END = r"(?:[-’'ʼʻ]?[^\W\d_])*"
_SPACE = r"\s+"


@dataclass(frozen=True, slots=True)
class _Finder:
    """One pattern for many stems, the longest first; `owners` are the ids they belong to."""

    pattern: re.Pattern[str]
    owners: tuple[str, ...]

    def in_text(self, text: str) -> Iterator[tuple[str, re.Match[str]]]:
        """Yield the id of each form found, and where."""
        for match in self.pattern.finditer(text):
            yield self.owner(match), match

    def owner(self, match: re.Match[str]) -> str:
        """Return the id that a match belongs to."""
        return self.owners[(match.lastindex or 1) - 1]


def _word(stem: str) -> str:
    """Let a stem begin a word; what is all in capital letters is followed by an ending only."""
    if not any(letter.isalpha() for letter in stem):
        return re.escape(stem)
    if len(stem) > 1 and stem.isupper():
        return rf"\b{re.escape(stem)}(?:[-’'ʼʻ]?[^A-ZА-Я\W\d_])*(?!\w)"
    return rf"(?i:\b{re.escape(stem)}{_END})"


@lru_cache(maxsize=64)
def _finder(stems: tuple[tuple[str, str], ...]) -> _Finder | None:
    """Find stems, given with the ids they belong to; None where there are none."""
    if not stems:
        return None
    longest_first = sorted(stems, key=lambda pair: -len(pair[0]))
    patterns = (_SPACE.join(map(_word, stem.split())) for stem, _owner in longest_first)
    pattern = re.compile("|".join(f"({pattern})" for pattern in patterns))
    return _Finder(pattern, tuple(owner for _stem, owner in longest_first))


def _wordings(terms: Sequence[Term], code: str) -> Iterator[tuple[str, Wording]]:
    for term in terms:
        if code in term.languages:
            yield term.id, term.languages[code]


def _used(terms: Sequence[Term], code: str) -> _Finder | None:
    return _finder(
        tuple((stem, key) for key, words in _wordings(terms, code) for stem in words.stems)
    )


def _avoided(terms: Sequence[Term], code: str) -> _Finder | None:
    return _finder(
        tuple((stem, key) for key, words in _wordings(terms, code) for stem in words.avoid)
    )


@dataclass(frozen=True, slots=True)
class Avoided:
    """A word that a text uses for a term, the term's own, and how far into the text it stands."""

    found: str
    term: str
    position: int


def avoided_in(text: str, code: str, terms: Sequence[Term]) -> Iterator[Avoided]:
    """Yield the words of a text in a language that the glossary has another word for."""
    finder = _avoided(terms, code)
    words = dict(_wordings(terms, code))
    for key, match in finder.in_text(text) if finder else ():
        yield Avoided(match.group(), words[key].term, match.start())


# Where a term is not explained: links and headings have a purpose of their own, code no language,
# and what is marked as another language is not looked through.
_CLOSED = {"a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "pre", "th", "dt", "caption", "title"}
_VOID = {"br", "hr", "img", "input", "wbr", "meta", "link"}
_NO_TEXT = re.compile(r"(<!--.*?-->|<[^>]*>|&#?\w+;)", re.DOTALL)
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")


@dataclass
class _Reader:
    """Goes through HTML and makes the first use of each term a link to its explanation."""

    finder: _Finder
    used: dict[str, None] = field(default_factory=dict)
    closed: list[str] = field(default_factory=list)
    depth: int = 0

    def piece(self, piece: str) -> str:
        """Return a tag or an entity as it is, and a text with its first uses marked."""
        if not _NO_TEXT.fullmatch(piece):
            return piece if self.depth else self.finder.pattern.sub(self._mark, piece)
        name = _NAME.match(piece)
        if name and name.group(1).lower() not in _VOID and not piece.endswith("/>"):
            self._step(piece, name.group(1).lower())
        return piece

    def _step(self, tag: str, name: str) -> None:
        if tag.startswith("</"):
            self.depth -= bool(self.depth)
        elif self.depth or name in _CLOSED or " lang=" in tag:
            self.depth += 1

    def _mark(self, match: re.Match[str]) -> str:
        key = self.finder.owner(match)
        if key in self.used:
            return match.group()
        self.used[key] = None
        return (
            f'<a class="term" id="use-{key}" href="#word-{key}" aria-describedby="meaning-{key}">'
            f"{match.group()}</a>"
        )


def with_terms(html: str, code: str, terms: Sequence[Term]) -> tuple[str, tuple[str, ...]]:
    """Make the first use of each term in well-formed HTML a link to `#word-<id>`.

    Returns the HTML and the ids of the terms used, in the order of their use.
    """
    finder = _used(terms, code)
    if finder is None:
        return html, ()
    reader = _Reader(finder)
    return "".join(map(reader.piece, _NO_TEXT.split(html))), tuple(reader.used)


def check_glossary(
    glossary: Read[TermList], pages: Mapping[str, AbstractSet[str]], languages: Languages
) -> Iterator[Problem]:
    """Require ids used once, languages and pages that exist, and words at peace with each other.

    `pages` holds the anchors of each page.
    """
    seen = set()
    for index, term in enumerate(glossary.record.terms):
        place = ("terms", index)
        if term.id in seen:
            hint = "Remove one of the two."
            yield glossary.source.problem((*place, "id"), "each term once", term.id, hint)
        seen.add(term.id)
        if term.page:
            yield from check_page_reference(glossary.source, (*place, "page"), term.page, pages)
        yield from _check_languages(glossary, index, languages)
    yield from _check_peace(glossary, languages)


def _check_languages(
    glossary: Read[TermList], index: int, languages: Languages
) -> Iterator[Problem]:
    term, place = glossary.record.terms[index], ("terms", index, "languages")
    for code in term.languages:
        if code not in languages.codes:
            hint = "See the list of languages in mkdocs.yml."
            yield glossary.source.problem((*place, code), "a language of the site", code, hint)
    origin = languages.source.code
    missing = [code for code in languages.codes if code not in term.languages]
    if origin in missing:
        wanted, hint = f"the term in '{origin}'", "Every term is explained in the source language."
        yield glossary.source.problem(place, wanted, in_words("none"), hint)
    elif missing:
        wanted, hint = "the term in every language", "Readers of those get it in another language."
        found = in_words("none in " + ", ".join(missing))
        yield glossary.source.problem(place, wanted, found, hint).as_note


def _check_peace(glossary: Read[TermList], languages: Languages) -> Iterator[Problem]:
    """Require that no term or stem is itself a word to be avoided."""
    terms = glossary.record.terms
    for index, term in enumerate(terms):
        for code, words in term.languages.items():
            if code not in languages.codes:
                continue
            said = " · ".join([words.term, *words.stems])
            for found in dict.fromkeys(one.found for one in avoided_in(said, code, terms)):
                hint = "Take it out of the list of one of them."
                wanted = "a word that no 'avoid:' of this language holds"
                place = ("terms", index, "languages", code)
                yield glossary.source.problem(place, wanted, found, hint)
