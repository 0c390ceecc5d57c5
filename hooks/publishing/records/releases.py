"""Releases of the open data: what was published when, and what it said of each signatory."""

from typing import Annotated

from pydantic import Field

from publishing.records.values import Count, KnownDate, Record, SignatoryId, Text, shaped

DataVersion = Annotated[str, shaped("[0-9a-f]{12}", "12 of the signs 0–9 and a–f")]
Fingerprint = Annotated[str, shaped("[0-9a-f]{8}", "8 of the signs 0–9 and a–f")]
FileName = Annotated[str, shaped(r"[a-z-]+\.[a-z]+", "the name of a file, such as signatories.csv")]


class Release(Record):
    """A release: its version, its day, and how many signatories differ from the one before."""

    version: DataVersion
    date: KnownDate
    added: Count
    removed: Count
    changed: Count
    note: Text | None = None


class ReleaseList(Record):
    """The file `data/releases.yml`, newest release first.

    `files` and `signatories` hold a fingerprint of what the newest release said: they tell what
    has changed since.
    """

    releases: Annotated[tuple[Release, ...], Field(strict=False)] = ()
    files: dict[FileName, Fingerprint] = Field(default_factory=dict)
    signatories: dict[SignatoryId, Fingerprint] = Field(default_factory=dict)

    @property
    def newest(self) -> Release | None:
        """The newest release, None before the first."""
        return self.releases[0] if self.releases else None
