"""Licences by the names that machines know them under, and the credit that they ask for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from publishing.records.countries import Publication
from publishing.views.vocabulary import N_


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: its SPDX identifier, its text, and its name in the EU's authority table."""

    name: str
    url: str
    authority: str


# As data/sources.yml says it -> the licence.
LICENCES = {
    "CC BY 4.0": Licence("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/", "CC_BY_4_0"),
    "Apache 2.0": Licence(
        "Apache-2.0", "https://www.apache.org/licenses/LICENSE-2.0", "APACHE_2_0"
    ),
}
# Terms of use that are no licence with a name: the page shows them in these words.
WITHOUT_NAME = frozenset({"open by default (declared by the Covenant); the copy states no licence"})
# What every licence asks to be told: what was done to the data.
CHANGED = N_(
    "Changed: limited to eleven countries, put together from several sources and extended; many "
    "coordinates replaced; names of mayors left out."
)
# Nothing is known of a licence for what editors themselves wrote.
TERMS = N_(
    "Every value is a fact taken from the source that stands beside it, under the licence of that "
    "source. This site adds no conditions of its own."
)


def licences_of(keys: Iterable[str], sources: Mapping[str, Publication]) -> tuple[Licence, ...]:
    """Return the licences of some sources that machines know, each once."""
    stated = {sources[key].licence for key in keys if key in sources}
    return tuple(LICENCES[name] for name in sorted(stated & set(LICENCES)))


def one_licence(keys: Iterable[str], sources: Mapping[str, Publication]) -> Licence | None:
    """Return the licence that all publications among some sources share, None if they have none.

    Of pages, which state no licence, only facts are taken.
    """
    stated = {sources[key].licence for key in keys if key in sources}
    return LICENCES.get(stated.pop()) if len(stated) == 1 else None


def credit(sources: Iterable[Publication]) -> str:
    """Return the line that names the publishers and their licences or terms, in English.

    Names, years and licences are the same in every language.
    """
    named: dict[tuple[str, str], list[str]] = {}
    for source in sources:
        years = named.setdefault((source.publisher, source.licence), [])
        years.append(str(source.date.first_day.year))
    parts = (
        f"{publisher} ({', '.join(sorted(set(years)))}), {licence}"
        for (publisher, licence), years in sorted(named.items())
    )
    return "; ".join(parts)
