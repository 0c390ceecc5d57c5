"""The slim copy of a page that Pagefind reads: the words to be found, and nothing of the page.

Pagefind's attributes say what a part is: https://pagefind.app/docs/indexing/. A copy lies at the
address of its page. Metadata but the title are none: Pagefind would look for words in them.
"""

from collections.abc import Iterable
from html import escape

from publishing.languages.language import Language
from publishing.languages.searching import key_of, treatment_of, words_of
from publishing.views.findable import Findable

# The script cuts the content here into what is shown, names, and the keys of the text.
HIDDEN = "¦"
# In the address of a copy, this stands for the mark before an anchor.
ANCHOR = "~"


def search_copy(found: Findable, language: Language) -> str:
    """Return a thing to be found as HTML, in a language of the site."""
    code = language.code
    filters = [f"kind:{found.kind}", *(f"country:{country}" for country in found.countries)]
    if found.title_language:
        filters.append(f"language:{found.title_language}")
    names = (*found.also, *_keys((found.title, *found.also), code))
    return "".join(
        [
            f'<!doctype html><html lang="{code}"><body data-pagefind-body>',
            *(f'<i data-pagefind-filter="{escape(one)}"></i>' for one in filters),
            f'<h1 data-pagefind-weight="{found.weight}">{escape(found.title)}</h1>',
            f"<p>{escape(found.text)}</p>",
            f"<p>{HIDDEN}</p>",
            f'<p data-pagefind-weight="{found.weight}">{escape(" ".join(names))}</p>',
            f"<p>{HIDDEN} {escape(' '.join(_keys((found.text,), code)))}</p>",
        ]
    )


def copy_path(address: str) -> str:
    """Return where the copy of an address lies below its language.

    >>> copy_path("glossary/#seap"), copy_path("")
    ('glossary/~seap/index.html', 'index.html')
    """
    part, mark, anchor = address.partition("#")
    return f"{part}{ANCHOR}{anchor}/index.html" if mark else f"{part}index.html"


def _keys(texts: Iterable[str], code: str) -> list[str]:
    """Return the keys that are not found by the words themselves, each once."""
    if treatment_of(code) is None:
        return []
    words = [word for text in texts for word in words_of(text)]
    written = {word.lower() for word in words}
    keys = dict.fromkeys(key_of(word, code) for word in words)
    return [key for key in keys if key and key not in written]
