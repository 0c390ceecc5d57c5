"""What people decided about the source data: kept in one file, so that an import repeats it."""

from typing import Annotated

from pydantic import Field

from publishing.records.signatories import Doubt, LocalName, Related
from publishing.records.values import KnownDate, Record, Slug, Text


class PopulationDoubt(Record):
    """A population that looks wrong, and why."""

    id: Text
    doubt: Doubt
    reason: Text


class Relationship(Record):
    """Two records of one place, or of a town and its district. `relation` is seen from `id`."""

    id: Text
    related: Related


class EditorsName(Record):
    """A name added by the editors because the source has none."""

    id: Text
    name: LocalName


class Correction(Record):
    """A name that the source misspells, such as one mixing two alphabets."""

    id: Text
    name: Text
    place: Text | None = None


class OwnId(Record):
    """The id given to a signatory that has none in the source, by its country and slug."""

    country: Slug
    slug: Slug
    id: Text


class Stamp(Record):
    """A publication (a key of `data/sources.yml`) and the day its figures speak of."""

    source: Slug
    as_of: KnownDate

    def plain(self) -> dict[str, str]:
        """Return the two as they stand in a record's file."""
        return {"as_of": str(self.as_of), "source": self.source}


class Provenance(Record):
    """Which publications the tables of a release come from, and when pages were read.

    `label` is what the tables call the release in their column `source`.
    """

    label: Text
    release: Stamp
    inventories: Stamp
    reductions: Stamp
    collected: KnownDate


class Decisions(Record):
    """The file `data/imports/decisions.yml`."""

    provenance: Provenance
    own_ids: Annotated[tuple[OwnId, ...], Field(strict=False)] = ()
    corrections: Annotated[tuple[Correction, ...], Field(strict=False)] = ()
    slugs: dict[str, Slug] = Field(default_factory=dict)
    population_doubts: Annotated[tuple[PopulationDoubt, ...], Field(strict=False)] = ()
    relationships: Annotated[tuple[Relationship, ...], Field(strict=False)] = ()
    names: Annotated[tuple[EditorsName, ...], Field(strict=False)] = ()
    dropped_supporters: Annotated[tuple[Text, ...], Field(strict=False)] = ()
