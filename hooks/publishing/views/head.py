"""What a page says about itself: language of its text, alternates, switcher, notices."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from publishing.languages.formats import locale_of
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

    @property
    def locale(self) -> str:
        """The language as previews elsewhere name it: `kk_KZ`; nothing for `x-default`."""
        return "" if self.code == "x-default" else locale_of(self.code)


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

    @property
    def locale(self) -> str:
        """The language of the text as previews elsewhere name it: `kk_KZ`."""
        return locale_of(self.text_language)


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
    real = written_in(texts, languages)
    found = text_language(texts, language, languages)
    own = found == language.code
    state = state_of(texts, language, languages)
    text = texts.get(found)
    original = languages[found].address(address)
    return Head(
        page_language=language.code,
        text_language=found,
        canonical=site_url + original,
        alternates=alternates_of(address, real, languages, built, site_url) if own else (),
        switcher=choices_of(address, real, language, languages, built),
        state=state,
        awaits_review=not languages[found].is_source
        and not (text is not None and text.page.reviewed),
        original=relative(original, here),
        source=relative(languages.source.address(address), here),
        root=relative(language.prefix, here),
        base=relative("", here),
    )


def alternates_of(
    address: str,
    real: Collection[str],
    languages: Languages,
    built: Collection[str],
    site_url: str,
) -> tuple[Alternate, ...]:
    """List where a page really exists (`real`), absolute, with the source as `x-default`."""
    codes = [code for code in languages.codes if code in real and code in built]
    there = [Alternate(code, site_url + languages[code].address(address)) for code in codes]
    if languages.source.code in codes:
        there.append(Alternate("x-default", site_url + languages.source.address(address)))
    return tuple(there)


def choices_of(
    address: str,
    real: Collection[str],
    language: Language,
    languages: Languages,
    built: Collection[str],
    instead: Callable[[Language], str] | None = None,
) -> tuple[Choice, ...]:
    """Offer a page in every language that is built, saying where it is missing (not in `real`).

    A missing one leads to the same address, where a text of the chain stands in; or, where there
    are no such copies, to the address that `instead` gives for that language.
    """
    here = language.address(address)
    return tuple(
        Choice(
            code=other.code,
            name=other.name,
            link=relative(
                other.address(instead(other) if instead and other.code not in real else address),
                here,
            ),
            is_current=other.code == language.code,
            missing=other.code not in real,
        )
        for other in languages
        if other.code in built
    )
