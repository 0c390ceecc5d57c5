"""Which page is really written in which language, and whether its translation is up to date."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from publishing.languages.language import Language, Languages
from publishing.records.pages import Page
from publishing.sources import Source


class State(StrEnum):
    """State of a page in one language, computed by comparing hashes."""

    SOURCE = "source"
    CURRENT = "current"
    OUTDATED = "outdated"
    MISSING = "missing"


def source_hash(title: str, description: str, body: str) -> str:
    """Identify a source text: 12 hexadecimal digits of SHA-256 over its words.

    White space at line ends and blank lines do not count.
    """
    lines = [line.rstrip() for line in body.splitlines() if line.strip()]
    text = "\n".join([title, description, *lines])
    return hashlib.sha256(text.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Text:
    """One page in one language: where it stands, its front matter and its Markdown.

    `first_line` is the line of the file that the Markdown starts at.
    """

    path: str
    file: str
    language: str
    page: Page
    body: str
    source: Source = field(compare=False, repr=False)
    first_line: int = field(default=1, compare=False, repr=False)

    @property
    def hash(self) -> str:
        """The hash that translations of this text carry."""
        return source_hash(self.page.title, self.page.description, self.body)


@dataclass(frozen=True, slots=True)
class Translated:
    """One text in one language, and whether it says what its source says today.

    `title` and `words` are those of the source, for who has to translate it; `file` is where the
    translation stands or would stand, `address` that of its page below the language; `made_from`
    the hash of the source that it was made from, empty where it is missing.
    """

    language: str
    section: str
    file: str
    source: str
    state: State
    is_reviewed: bool
    words: int
    title: str
    source_language: str
    address: str
    made_from: str


# Page path without language ('join/index.md') -> language -> its text there.
Texts = Mapping[str, Mapping[str, Text]]


def address_of(path: str) -> str:
    """Return the address of a page below its language.

    >>> address_of("index.md"), address_of("join/index.md"), address_of("about/fact-sheet.md")
    ('', 'join/', 'about/fact-sheet/')
    """
    stem = path.removesuffix(".md")
    if stem == "index":
        return ""
    return stem.removesuffix("index") if stem.endswith("/index") else stem + "/"


def is_shell(path: str) -> bool:
    """Whether a page only lends its frame to records: a folder of its path begins with `_`.

    >>> is_shell("signatories/_country/index.md"), is_shell("signatories/index.md")
    (True, False)
    """
    return any(part.startswith("_") for part in path.split("/"))


def written_in(texts: Mapping[str, Text], languages: Languages) -> tuple[str, ...]:
    """Return the languages a page really exists in, in the order of the list.

    A generated page takes its words from the catalogues and so exists in all.
    """
    source = texts.get(languages.source.code)
    if source is not None and source.page.generated:
        return languages.codes
    return tuple(code for code in languages.codes if code in texts)


def text_language(texts: Mapping[str, Text], language: Language, languages: Languages) -> str:
    """Return the language that readers of `language` get this page in."""
    found = language.best_of(written_in(texts, languages))
    if found is None:
        raise KeyError(f"no text for {language.code} in {sorted(texts)}")
    return found


def best_text(texts: Mapping[str, Text], language: Language, languages: Languages) -> Text:
    """Return the text that readers of `language` get; of a generated page, its source."""
    code = text_language(texts, language, languages)
    return texts.get(code) or texts[languages.source.code]


def state_of(texts: Mapping[str, Text], language: Language, languages: Languages) -> State:
    """Compare a translation's `source_hash` with the source text as it is now."""
    source = texts.get(languages.source.code)
    if language.is_source:
        return State.SOURCE
    if source is not None and source.page.generated:
        return State.CURRENT
    text = texts.get(language.code)
    if text is None:
        return State.MISSING
    if source is None or text.page.source_hash == source.hash:
        return State.CURRENT
    return State.OUTDATED
