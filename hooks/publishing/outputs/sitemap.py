"""Sitemaps for search engines: one a language, and an index (sitemaps.org protocol 0.9).

Language alternates stand in every page's head; repeating them here would grow with the square of
the languages.
"""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from publishing.languages.language import Language

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
LIMIT = 50_000


def _document(root: str, items: Iterable[str]) -> str:
    lines = "\n".join(items)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<{root} xmlns="{_NAMESPACE}">\n{lines}\n</{root}>\n'
    )


def sitemap(pages: Iterable[tuple[str, str]]) -> str:
    """Write (absolute address, last change as ISO date or empty) as a sitemap.

    Raises ValueError over the protocol's limit of 50,000 addresses.
    """
    pages = list(pages)
    if len(pages) > LIMIT:
        raise ValueError(f"a sitemap holds at most {LIMIT} addresses, not {len(pages)}")
    return _document("urlset", (_entry("url", address, changed) for address, changed in pages))


def sitemap_name(language: Language) -> str:
    """Return where the sitemap of a language is; the index has the plain name."""
    return f"sitemap-{language.code}.xml" if language.is_source else language.address("sitemap.xml")


def sitemap_index(addresses: Iterable[str]) -> str:
    """Write the index of sitemaps."""
    return _document("sitemapindex", (_entry("sitemap", address, "") for address in addresses))


def _entry(tag: str, address: str, changed: str) -> str:
    lastmod = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<{tag}><loc>{escape(address)}</loc>{lastmod}</{tag}>"
