"""What a page says about itself: language of its text, alternates, switcher, notices."""

from collections.abc import Mapping
from dataclasses import dataclass

from publishing.languages.language import Language, Languages
from publishing.languages.translations import (
    State,
    Text,
    address_of,
    state_of,
    text_language,
    written_in,
)
from publishing.views.links import relative


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in a language it is really written in; `code` may be `x-default`."""

    code: str
    url: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A language in the switcher. `missing`: the page would be shown in another language."""

    code: str
    name: str
    link: str
    is_current: bool
    missing: bool


@dataclass(frozen=True, slots=True)
class Head:
    """Everything the page template needs to know about languages.

    `page_language` is that of the page's place, `text_language` that of its text. `original` and
    `source` lead to the page in the language of its text and in the source language; `root` to the
    start page of the language, `base` to the site's root.
    """

    page_language: str
    text_language: str
    canonical: str
    alternates: tuple[Alternate, ...]
    switcher: tuple[Choice, ...]
    state: State
    awaits_review: bool
    original: str
    source: str
    root: str
    base: str

    @property
    def is_fallback(self) -> bool:
        """Whether readers get the text in another language than the page's."""
        return self.page_language != self.text_language


def head(
    path: str,
    texts: Mapping[str, Text],
    language: Language,
    languages: Languages,
    built: tuple[str, ...],
    site_url: str,
) -> Head:
    """Describe a page (`path` without language, such as `join/index.md`) in one language.

    `built` are the languages of this build: a preview may leave some out. A fallback page has no
    alternates, and its canonical address is that of the original.
    """
    address = address_of(path)
    here = language.address(address)
    real = [code for code in written_in(texts, languages) if code in built]
    found = text_language(texts, language, languages)
    own = found == language.code
    state = state_of(texts, language, languages)
    text = texts.get(found)
    original = languages[found].address(address)
    alternates = [Alternate(code, site_url + languages[code].address(address)) for code in real]
    if languages.source.code in real:
        alternates.append(Alternate("x-default", site_url + languages.source.address(address)))
    return Head(
        page_language=language.code,
        text_language=found,
        canonical=site_url + original,
        alternates=tuple(alternates) if own else (),
        switcher=tuple(
            Choice(
                code=other.code,
                name=other.name,
                link=relative(other.address(address), here),
                is_current=other.code == language.code,
                missing=other.code not in real,
            )
            for other in languages
            if other.code in built
        ),
        state=state,
        awaits_review=not languages[found].is_source
        and not (text is not None and text.page.reviewed),
        original=relative(original, here),
        source=relative(languages.source.address(address), here),
        root=relative(language.prefix, here),
        base=relative("", here),
    )
