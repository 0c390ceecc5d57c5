"""One language ready to speak: its strings, its formats and its place in the site."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from publishing.languages.collation import in_order
from publishing.languages.formats import Formats, formats_of
from publishing.languages.language import Language, Languages
from publishing.languages.strings import Strings


@dataclass(frozen=True, slots=True)
class Tongue:
    """What a view needs to say anything: `say` a message, `count` a plural, `write` a value."""

    language: Language
    strings: Strings
    write: Formats

    @property
    def code(self) -> str:
        """The language's code."""
        return self.language.code

    @property
    def say(self) -> Callable[..., str]:
        """Say a message of the catalogue, as plain text."""
        return self.strings.text

    @property
    def count(self) -> Callable[..., str]:
        """Say a message with a number, as plain text."""
        return self.strings.counted

    def countries(self, codes: Iterable[str]) -> list[tuple[str, str]]:
        """Return (code, name) of countries in the order of the language's alphabet."""
        named = [(code, self.write.country(code)) for code in codes]
        return in_order(named, lambda pair: pair[1], self.code)

    def name_of_other(self, code: str) -> str:
        """Name the language of a text, or nothing if it is the readers' own."""
        return "" if code == self.code else self.write.language_name(code)


def tongue(language: Language, strings: Strings) -> Tongue:
    """Put a language together."""
    return Tongue(language, strings, formats_of(language.code))


def tongues_of(languages: Languages, strings: Mapping[str, Strings]) -> dict[str, Tongue]:
    """Put every language together, by code."""
    return {language.code: tongue(language, strings[language.code]) for language in languages}


@dataclass(frozen=True, slots=True)
class Worded:
    """Words and the language they are in."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Name(Worded):
    """A place's name, and where needed what tells it apart, each in its own language."""

    qualifier: Worded | None = None

    @property
    def full(self) -> str:
        """The name as plain text, for titles and for sorting."""
        return f"{self.text} ({self.qualifier.text})" if self.qualifier else self.text
