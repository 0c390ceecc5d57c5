"""The glossary in one language: its page, and the explanations below a text."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from publishing.glossary import with_terms
from publishing.languages.collation import in_order
from publishing.languages.language import Languages
from publishing.languages.translations import address_of
from publishing.records.glossary import Term, Wording
from publishing.site import Site
from publishing.views.pages import page_title
from publishing.views.tongue import Tongue, Worded


@dataclass(frozen=True, slots=True)
class Meaning:
    """A term and what it means, in the best language of the readers' chain; `id` is its anchor."""

    id: str
    term: str
    meaning: str
    language: str


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A term of the glossary: its meaning, where to read more, and its name in other languages.

    `is_ours`: no public text of the Covenant gives the word; `more` is a page's title and address
    below the language.
    """

    meaning: Meaning
    is_ours: bool
    more: tuple[Worded, str] | None
    elsewhere: tuple[tuple[str, Worded], ...]


def glossary_entries(site: Site, tongue: Tongue) -> tuple[GlossaryEntry, ...]:
    """List all terms in the order of the language's alphabet."""
    entries = (_entry(term, site, tongue) for term in site.terms)
    return tuple(in_order(list(entries), lambda entry: entry.meaning.term, tongue.code))


def _best(term: Term, tongue: Tongue) -> tuple[str, Wording]:
    code = tongue.language.best_of(term.languages) or next(iter(term.languages))
    return code, term.languages[code]


def _meaning(term: Term, tongue: Tongue) -> Meaning:
    code, words = _best(term, tongue)
    return Meaning(term.id, words.term, words.meaning, code)


def _entry(term: Term, site: Site, tongue: Tongue) -> GlossaryEntry:
    code, words = _best(term, tongue)
    return GlossaryEntry(
        meaning=_meaning(term, tongue),
        is_ours=words.source == "ours",
        more=_more(term, site, tongue),
        elsewhere=_elsewhere(term, site.languages, code),
    )


def _more(term: Term, site: Site, tongue: Tongue) -> tuple[Worded, str] | None:
    if not term.page:
        return None
    path, mark, anchor = term.page.partition("#")
    return page_title(path, site, tongue), address_of(path) + mark + anchor


def _elsewhere(term: Term, languages: Languages, shown: str) -> tuple[tuple[str, Worded], ...]:
    return tuple(
        (language.name, Worded(term.languages[language.code].term, language.code))
        for language in languages
        if language.code in term.languages and language.code != shown
    )


def explained(
    html: Markup, terms: Sequence[Term], tongue: Tongue
) -> tuple[Markup, tuple[Meaning, ...]]:
    """Link the first use of each term in a text to its meaning; both are in `tongue`'s language.

    `html` is well formed; the meanings come in the order of use.
    """
    linked, used = with_terms(html, tongue.code, terms)
    by_id = {term.id: term for term in terms}
    meanings = tuple(_meaning(by_id[key], tongue) for key in used)
    return Markup(linked), meanings  # noqa: S704 - it was markup, and links were added
