"""Markdown of records as HTML, converted once, for pages and for feeds alike.

Links to pages of the site stay open: a page completes them with the way to its language's root,
a feed with the site's absolute address.
"""

import posixpath
import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from urllib.parse import SplitResult, urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from publishing.languages.translations import address_of

# No address begins like this, and no text can: U+E000 is for private use.
_ROOT = "\ue000/"
_SCHEMES = ("", "https", "http", "mailto")
_COMMENT = re.compile(r"\s*<!--.*?-->\s*|&[#\w]+;|\s*", re.DOTALL)
_NEWS_FILE = re.compile(r"news/\d{4}-\d{2}-\d{2}-([^/]+)\.md")


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to a page of the site: its path below the language's folder, and as written."""

    path: str
    anchor: str
    written: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Converted text, the pages it links to, and the addresses of pictures in it."""

    html: str
    links: tuple[PageLink, ...]
    pictures: tuple[str, ...]

    def below(self, root: str) -> str:
        """Complete the links with `root`, which leads to the start page of the text's language.

        >>> prose_of("[Join](../join/index.md)", "news").below("../../")
        '<p><a href="../../join/">Join</a></p>'
        """
        return self.html.replace(_ROOT, root)


@lru_cache(maxsize=8192)
def prose_of(markdown: str, folder: str) -> Prose:
    """Convert Markdown that stands in `folder` below its language; HTML in it stays plain text.

    >>> prose_of("*New*: [RSS](https://example.org/)", "news").html
    '<p><em>New</em>: <a href="https://example.org/">RSS</a></p>'
    """
    opening = _OpenLinks(folder, keeps_only_known=True)
    converter = Markdown(
        extensions=["attr_list", "sane_lists", "tables", opening], output_format="xhtml"
    )
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    html = converter.convert(markdown.replace(_ROOT[0], ""))
    return Prose(html, tuple(opening.links), tuple(opening.pictures))


@lru_cache(maxsize=8192)
def risks_of(markdown: str) -> tuple[str, ...]:
    r"""Return what a page's Markdown must not hold, however it is written.

    HTML but comments, addresses that run something, attributes that do.

    >>> risks_of("[A][1]\n\n[1]: javascript:alert(1)"), risks_of("[A](b.md) <!-- part: news -->")
    (('javascript:alert(1)',), ())
    """
    finding = _OpenLinks("", keeps_only_known=False)
    converter = Markdown(extensions=["attr_list", "sane_lists", "tables", finding])
    converter.convert(markdown)
    html = [str(block) for block in converter.htmlStash.rawHtmlBlocks]
    return (
        *(block.strip() for block in html if not _COMMENT.fullmatch(block)),
        *finding.unsafe,
    )


def news_address(path: str) -> str | None:
    """Return the address of a news file below its language, None for another page.

    >>> news_address("news/2018-10-17-club-founded.md"), news_address("news/index.md")
    ('news/club-founded/', None)
    """
    match = _NEWS_FILE.fullmatch(path)
    return f"news/{match.group(1)}/" if match else None


# What the text of a record may say of an element; what attribute lists add goes.
_KNOWN = {"href", "title", "src", "alt", "start", "id"}


def _drop_unknown(root: Element) -> None:
    for element in root.iter():
        is_alignment = element.get("style", "").startswith("text-align")
        for name in list(element.attrib):
            if name not in _KNOWN and not (name == "style" and is_alignment):
                del element.attrib[name]


class _OpenLinks(Extension):
    """Replaces links to Markdown files by open addresses, and remembers them."""

    def __init__(self, folder: str, *, keeps_only_known: bool) -> None:
        super().__init__()
        self.folder = folder
        self.keeps_only_known = keeps_only_known
        self.links: list[PageLink] = []
        self.pictures: list[str] = []
        self.unsafe: list[str] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Work on the tree after all inline patterns."""
        md.treeprocessors.register(_OpeningLinks(md, self), "open-links", 0)


class _OpeningLinks(Treeprocessor):
    def __init__(self, md: Markdown, extension: _OpenLinks) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        if self._extension.keeps_only_known:
            _drop_unknown(root)
        for element in root.iter():
            acting = [name for name in element.attrib if name == "style" or name.startswith("on")]
            self._extension.unsafe += acting
        for image in root.iter("img"):
            self._extension.pictures.append(image.get("src", ""))
            self._parts(image.get("src", ""))
        for link in root.iter("a"):
            link.set("href", self._opened(link.get("href", "")))

    def _parts(self, address: str) -> SplitResult | None:
        """Take an address apart; one that is malformed or runs something is unsafe."""
        try:
            parts = urlsplit(unescape(address))
        except ValueError:
            parts = None
        is_web = parts is not None and parts.scheme.startswith("http")
        if parts is None or parts.scheme not in _SCHEMES or (is_web and not parts.netloc):
            self._extension.unsafe.append(address)
            return None
        return parts

    def _opened(self, href: str) -> str:
        parts = self._parts(href)
        if parts is None:
            return ""
        if parts.scheme or parts.netloc:
            return href
        path = posixpath.normpath(posixpath.join(self._extension.folder, parts.path))
        self._extension.links.append(PageLink(path, parts.fragment, href))
        anchor = f"#{parts.fragment}" if parts.fragment else ""
        return _ROOT + (news_address(path) or address_of(path)) + anchor
