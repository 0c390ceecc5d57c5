"""The languages of the site and their fallback chains, as `mkdocs.yml` lists them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from publishing.languages.collation import has_alphabet, script_of
from publishing.problems import Problem
from publishing.sources import Location, Source, in_words


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the site: its code, its own name, and where missing texts are looked for.

    `chain` starts with the language itself and ends with the source language.
    """

    code: str
    name: str
    chain: tuple[str, ...]
    is_source: bool

    @property
    def prefix(self) -> str:
        """The first part of its addresses: nothing for the source language, else `kk/`."""
        return "" if self.is_source else f"{self.code}/"

    @property
    def script(self) -> str:
        """`Latin`, `Cyrillic`, `Georgian` or `Armenian`."""
        return script_of(self.code)

    def best_of(self, available: Collection[str]) -> str | None:
        """Return the first language of the chain that `available` holds."""
        return next((code for code in self.chain if code in available), None)

    def address(self, path: str) -> str:
        """Put a path without language under this language.

        >>> Language("kk", "Қазақша", ("kk", "ru", "en"), False).address("join/")
        'kk/join/'
        """
        return self.prefix + path


@dataclass(frozen=True, slots=True)
class Languages:
    """All languages in the order of the list."""

    all: tuple[Language, ...]

    def __iter__(self) -> Iterator[Language]:
        return iter(self.all)

    def __getitem__(self, code: str) -> Language:
        for language in self.all:
            if language.code == code:
                return language
        raise KeyError(code)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes in the order of the list."""
        return tuple(language.code for language in self.all)

    @property
    def source(self) -> Language:
        """The language that everything is written in first."""
        return next(language for language in self.all if language.is_source)


def languages_from(source: Source) -> tuple[Languages | None, list[Problem]]:
    """Read the list and the chains from a parsed `mkdocs.yml`; every mistake is a problem."""
    place, listed = _listed(source.value)
    if not listed:
        hint = "See plugins: - i18n: languages: in a fresh copy of the project."
        wanted, found = "the list of languages", in_words("none")
        return None, [source.problem(("plugins",), wanted, found, hint)]
    problems = list(_check_list(source, place, listed))
    if problems:
        return None, problems
    extra = source.value.get("extra") or {}
    chains = extra.get("fallback") or {}
    codes = [item["locale"] for item in listed]
    problems = list(_check_chains(source, chains, codes))
    if problems:
        return None, problems
    origin = next((item["locale"] for item in listed if item.get("default")), codes[0])
    return (
        Languages(
            tuple(
                Language(
                    code=item["locale"],
                    name=item["name"],
                    chain=tuple(
                        dict.fromkeys([item["locale"], *chains.get(item["locale"], []), origin])
                    ),
                    is_source=item["locale"] == origin,
                )
                for item in listed
            )
        ),
        [],
    )


def _listed(config: Any) -> tuple[Location, list[Any]]:
    plugins = config.get("plugins") if isinstance(config, dict) else None
    for index, plugin in enumerate(plugins or []):
        if isinstance(plugin, dict) and isinstance(plugin.get("i18n"), dict):
            place = ("plugins", index, "i18n", "languages")
            return place, list(plugin["i18n"].get("languages") or [])
    return (), []


def _check_list(source: Source, place: Location, listed: list[Any]) -> Iterator[Problem]:
    seen = set()
    for index, item in enumerate(listed):
        here = (*place, index)
        for key in ("locale", "name"):
            if not isinstance(item, dict) or not isinstance(item.get(key), str):
                hint = "Such as {locale: kk, name: Қазақша}."
                yield source.problem((*here, key), "text", in_words("none"), hint)
        code = item.get("locale") if isinstance(item, dict) else None
        if not isinstance(code, str):
            continue
        if not has_alphabet(code):
            wanted = "a language whose alphabet hooks/publishing/languages/collation.py knows"
            hint = "Add its alphabet there, and its words to overrides/partials/languages/."
            yield source.problem((*here, "locale"), wanted, code, hint)
        if code in seen:
            yield source.problem((*here, "locale"), "each language once", code, "Remove one.")
        seen.add(code)


def _check_chains(source: Source, chains: Any, codes: list[str]) -> Iterator[Problem]:
    place = ("extra", "fallback")
    if not isinstance(chains, dict):
        yield source.problem(place, "lines such as kk: [ru, en]", chains)
        return
    for code, chain in chains.items():
        if not isinstance(chain, list):
            yield source.problem((*place, code), "a list such as [ru, en]", chain)
            continue
        for name in [code, *chain]:
            if name not in codes:
                hint = "See the list of languages above in the same file."
                yield source.problem((*place, code), "one of " + ", ".join(codes), name, hint)
