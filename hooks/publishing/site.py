"""All content of the site as one value, and a signatory's place in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from publishing.languages.language import Languages
from publishing.languages.strings import Strings
from publishing.languages.translations import Texts
from publishing.problems import Problem
from publishing.records.countries import Country, Publication, Redirect
from publishing.records.organisations import Coordinator, Supporter
from publishing.records.signatories import Signatory


@dataclass(frozen=True, slots=True)
class Entry:
    """A signatory in the directory: its country and slug make its address, `file` its source."""

    country: str
    slug: str
    file: str
    signatory: Signatory

    @property
    def address(self) -> str:
        """Its address below a language: `signatories/ua/lviv/`."""
        return f"signatories/{self.country}/{self.slug}/"


@dataclass(frozen=True)
class Site:
    """All content of the site. Nothing in it changes after reading."""

    languages: Languages
    strings: Mapping[str, Strings]
    release: Publication
    countries: Mapping[str, Country]
    sources: Mapping[str, Publication]
    entries: tuple[Entry, ...]
    coordinators: Mapping[str, Coordinator]
    supporters: Mapping[str, Supporter]
    texts: Texts
    redirects: tuple[Redirect, ...]
    notes: tuple[Problem, ...] = field(default=(), repr=False)
