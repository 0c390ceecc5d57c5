"""The slim copy of a page that Pagefind reads: the words to be found, and nothing of the page.

Pagefind's attributes say what a part is: https://pagefind.app/docs/indexing/. A copy lies at the
address of its page. Metadata but the title are none: Pagefind would look for words in them.
"""

from collections.abc import Iterable
from html import escape

from publishing.languages.language import Language
from publishing.languages.searching import key_of, treatment_of, words_of
from publishing.views.findable import Findable

# The script cuts the content here into what is shown, names, the keys of the text, and marks.
HIDDEN = "¦"
# In the address of a copy, this stands for the mark before an anchor.
ANCHOR = "~"


def search_copy(found: Findable, language: Language) -> str:
    """Return a thing to be found as HTML, in a language of the site."""
    code = language.code
    marks = [
        _mark("k", found.kind),
        _mark("l", found.title_language or code),
        *(_mark("c", country) for country in found.countries),
    ]
    # Keys alone lead to hidden names: their spellings would only make the index larger.
    also = found.also if treatment_of(code) is None else _keys((found.title, *found.also), code)
    return "".join(
        [
            f'<!doctype html><html lang="{code}"><body data-pagefind-body>',
            f'<h1 data-pagefind-weight="{found.weight}">{_shown(found.title)}</h1>',
            f"<p>{_shown(found.text)}</p>",
            f"<p>{HIDDEN}</p>",
            f'<p data-pagefind-weight="{found.weight}">{escape(" ".join(also))}</p>',
            f"<p>{HIDDEN} {escape(' '.join(_keys((found.text,), code)))}</p>",
            f"<p>{HIDDEN} {' '.join(marks)}</p>",
        ]
    )


def _shown(text: str) -> str:
    return escape(text.replace(HIDDEN, " "))


def _mark(field: str, value: str) -> str:
    """Return a word that nobody types and that begins no other: `zzcgezz` for Georgia.

    Fields: `k` the kind, `l` the language of the title, `c` a country. Pagefind's own filters would
    do, but it writes them in another order with every build.
    """
    return f"zz{field}{value}zz"


def copy_path(address: str) -> str:
    """Return where the copy of an address lies below its language.

    >>> copy_path("glossary/#seap"), copy_path("")
    ('glossary/~seap/index.html', 'index.html')
    """
    part, mark, anchor = address.partition("#")
    return f"{part}{ANCHOR}{anchor}/index.html" if mark else f"{part}index.html"


def _keys(texts: Iterable[str], code: str) -> list[str]:
    """Return the keys of all words, each once; none where Pagefind needs none."""
    if treatment_of(code) is None:
        return []
    keys = dict.fromkeys(key_of(word, code) for text in texts for word in words_of(text))
    return list(filter(None, keys))
