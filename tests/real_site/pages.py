"""The built site as the tests read it: every page with its links and what it says of itself."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

SITE_URL = "https://covenant-east.example/"

_LINK = re.compile(r'<(?:a|link|script|img)\b[^>]*?\s(?:href|src)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]+)"')
_WITH_LANGUAGE = re.compile(r'<(\w+)[^>]* lang="(?P<language>[^"]+)"[^>]*>.*?</\1>', re.DOTALL)
_ALTERNATE = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">')


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file; `address` is its place below the site's root, such as `kk/join/`."""

    address: str
    file: Path

    @cached_property
    def html(self) -> str:
        return self.file.read_text(encoding="utf-8")

    @property
    def links(self) -> set[str]:
        return {link.replace("&amp;", "&") for link in _LINK.findall(self.html)}

    @property
    def ids(self) -> set[str]:
        return set(_ID.findall(self.html))

    @property
    def alternates(self) -> dict[str, str]:
        return dict(_ALTERNATE.findall(self.html))

    @property
    def language(self) -> str:
        return _first(r'<html lang="([^"]+)"', self.html)

    @property
    def text_language(self) -> str:
        return _first(r'<article class="md-typeset" lang="([^"]+)"', self.html) or self.language

    @property
    def canonical(self) -> str:
        return _first(r'<link rel="canonical" href="([^"]+)"', self.html)

    @property
    def is_noindex(self) -> bool:
        return '<meta name="robots" content="noindex">' in self.html

    @property
    def article(self) -> str:
        """The text of the page, without what says of itself that it is in another language.

        What only programs read is no text.
        """
        found = re.search(r"<article[^>]*>(.*?)</article>", self.html, re.DOTALL)
        own = _WITH_LANGUAGE.sub(self._own_words, found.group(1)) if found else ""
        return re.sub(r"<script.*?</script>|<[^>]+>", " ", own, flags=re.DOTALL)

    def _own_words(self, marked: re.Match[str]) -> str:
        if marked.group("language") != self.text_language:
            return " "
        opening, _, inside = marked.group().partition(">")
        return f"{opening}>{_WITH_LANGUAGE.sub(self._own_words, inside)}"


def _first(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    return found.group(1) if found else ""


def built_pages(folder: Path) -> list[BuiltPage]:
    """Return every page of a built site in the order of addresses.

    Not the error page, and not what only leads on to another address.
    """
    files = sorted(folder.rglob("index.html"))
    found = [
        BuiltPage(file.parent.relative_to(folder).as_posix().removeprefix(".") + "/", file)
        if file.parent != folder
        else BuiltPage("", file)
        for file in files
    ]
    return [page for page in found if '<meta http-equiv="refresh"' not in page.html[:600]]
