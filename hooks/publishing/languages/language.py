"""The languages of the site and their fallback chains, as `mkdocs.yml` lists them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from publishing.problems import Problem
from publishing.sources import Source, in_words, read_yaml

_CYRILLIC = frozenset({"ru", "uk", "be", "kk", "ky", "tg"})
_OTHER_SCRIPTS = {"ka": "Georgian", "hy": "Armenian"}
_LIST_HINT = "See plugins: - i18n: languages: in mkdocs.yml."


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
        return "Cyrillic" if self.code in _CYRILLIC else _OTHER_SCRIPTS.get(self.code, "Latin")

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

    def __len__(self) -> int:
        return len(self.all)

    def __getitem__(self, code: str) -> Language:
        return next(language for language in self.all if language.code == code)

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
    config = source.value if isinstance(source.value, dict) else {}
    listed = _listed(config)
    if not listed:
        problem = source.problem(
            ("plugins",), "the list of languages", in_words("none"), _LIST_HINT
        )
        return None, [problem]
    chains = (config.get("extra") or {}).get("fallback") or {}
    origin = next((item["locale"] for item in listed if item.get("default")), listed[0]["locale"])
    codes = [item["locale"] for item in listed]
    problems = list(_unknown_codes(source, chains, codes))
    found = tuple(
        Language(
            code=item["locale"],
            name=item["name"],
            chain=_chain(item["locale"], chains, origin),
            is_source=item["locale"] == origin,
        )
        for item in listed
    )
    return (None if problems else Languages(found)), problems


def read_languages(root: Path) -> tuple[Languages | None, list[Problem]]:
    """Read `mkdocs.yml` in `root`."""
    source, problems = read_yaml(root, root / "mkdocs.yml")
    if problems:
        return None, problems
    return languages_from(source)


def _listed(config: Mapping[str, Any]) -> list[dict[str, Any]]:
    for plugin in config.get("plugins") or []:
        if isinstance(plugin, dict) and "i18n" in plugin:
            return list(plugin["i18n"].get("languages") or [])
    return []


def _chain(code: str, chains: Mapping[str, list[str]], origin: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([code, *chains.get(code, []), origin]))


def _unknown_codes(
    source: Source, chains: Mapping[str, list[str]], codes: list[str]
) -> Iterator[Problem]:
    for code, chain in chains.items():
        for name in [code, *chain]:
            if name not in codes:
                yield source.problem(
                    ("extra", "fallback", code), "one of " + ", ".join(codes), name, _LIST_HINT
                )
