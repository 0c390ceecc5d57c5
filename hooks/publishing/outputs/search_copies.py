"""The slim copy of a page that Pagefind reads: keys of its words, and what readers are shown.

Pagefind's attributes say what a part is: https://pagefind.app/docs/indexing/. What readers are
shown is metadata, which it keeps and does not index.
"""

from collections.abc import Iterable
from html import escape

from publishing.languages.language import Language
from publishing.languages.searching import key_of, words_of
from publishing.views.findable import Findable

# The script cuts the content here into marks, keys of names, and keys of the text.
BORDER = "¦"
# BCP 47: no linguistic content. Pagefind is not to look for endings in keys.
_NO_LANGUAGE = "zxx"
# Of the shortest words only abbreviations and numbers are sought: EU and 48, not of.
_LEAST = 3


def search_copy(found: Findable, language: Language) -> str:
    """Return a thing to be found as HTML, in a language of the site."""
    code = language.code
    countries = (("c", country) for country in found.countries)
    marks = [("k", found.kind), ("l", found.title_language), *countries]
    names = _keys((found.title, *found.also), code)
    text = _keys((found.text,), code, least=_LEAST)
    return "".join(
        [
            f'<!doctype html><html lang="{_NO_LANGUAGE}"><body data-pagefind-body>',
            _shown("title", found.title),
            _shown("text", f"{found.text} {found.facts}".strip()),
            f"<p>{' '.join(_mark(field, value) for field, value in marks if value)} {BORDER}</p>",
            f'<p data-pagefind-weight="{found.weight}">{" ".join(names)}</p>',
            f"<p>{BORDER} {' '.join(key for key in text if key not in names)}</p>",
        ]
    )


def _shown(field: str, text: str) -> str:
    return f'<p data-pagefind-ignore data-pagefind-meta="{field}">{escape(text)}</p>'


def _mark(field: str, value: str) -> str:
    """Return a word that nobody types and that begins no other: `zzcgezz` for Georgia.

    Fields: `k` the kind, `l` the language of the title, `c` a country. Pagefind's own filters would
    do, but it writes them in another order with every build.
    """
    return f"zz{field}{value}zz"


def copy_name(address: str) -> str:
    """Return the name of the copy of an address below the site; all copies lie in one folder.

    >>> copy_name("kk/glossary/#seap"), copy_name("")
    ('~kk~glossary~=seap.html', '~.html')
    """
    return f"~{address.replace('/', '~').replace('#', '=')}.html"


def _is_telling(word: str) -> bool:
    return len(word) > 1 and (word.isupper() or word.isdecimal())


def _keys(texts: Iterable[str], code: str, least: int = 1) -> list[str]:
    """Return the keys of all words, each once, without words that are too short."""
    words = (word for text in texts for word in words_of(text))
    keys = (key_of(word, code) for word in words if len(word) >= least or _is_telling(word))
    return list(filter(None, dict.fromkeys(keys)))
