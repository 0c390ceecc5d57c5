"""What every description of the open data says of it: the page, the package, the catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from publishing.records.events import Moment, last_day_of
from publishing.records.values import PartialDate
from publishing.releases import Changes, Fingerprints
from publishing.site import Site
from publishing.views.licences import credit
from publishing.views.table import COUNTRY_CODE, Kind, Origin, Row, Rows, Table, sources_of
from publishing.views.tables import TABLE
from publishing.views.vocabulary import N_

# Folder of the files, at the root of the site and not of a language.
FOLDER = "open-data/"
PAGE = "open-data.md"
# The key of what the editors of the site wrote themselves.
EDITORS = "editors"
TITLE = N_("Open data")
ABOUT = N_(
    "Who has joined the Covenant of Mayors in eleven countries, with commitments, emission "
    "inventories and planned reductions. Every figure names its source, and the day it speaks of "
    "where the source tells it."
)


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of data as it is published: its name, the tables it holds, its format.

    The first table is what it is about.

    `media_type` is the name of IANA, `authority` is the EU's for the format.
    """

    name: str
    tables: tuple[str, ...]
    format: str
    media_type: str
    authority: str
    content: bytes


@dataclass(frozen=True, slots=True)
class DataSet:
    """The open data of a site: its tables and files, and what of them is released.

    `released` is the day of this version's release, None while it is not released;
    `changes` is what differs from the newest release; `origins` says, by table, where each
    row comes from.
    """

    site: Site
    rows: Rows
    origins: Mapping[str, tuple[Origin, ...]]
    files: tuple[DataFile, ...]
    fingerprints: Fingerprints
    changes: Changes
    released: PartialDate | None

    @property
    def version(self) -> str:
        """The version: a hash of the bytes of all files."""
        return self.fingerprints.version

    @property
    def url(self) -> str:
        """The address of the folder."""
        return self.site.url + FOLDER

    def files_of(self, table: str) -> tuple[DataFile, ...]:
        """Return the files that are about a table."""
        return tuple(file for file in self.files if file.tables[0] == table)

    def sources_of(self, *tables: str) -> tuple[str, ...]:
        """Return the keys of the sources behind some tables, in order."""
        cited = {key for name in tables for key in sources_of(TABLE[name], self.rows[name])}
        return tuple(sorted(cited))

    def address_of(self, source: str) -> str:
        """Return the address of a source: of what the editors wrote, that of their files."""
        if source == EDITORS and self.site.repository:
            return self.site.repository
        return self.site.sources[source].url if source in self.site.sources else source


def attribution(site: Site) -> str:
    """Return the credit for whoever uses the data."""
    return credit(site.sources.values())


def period_of(table: Table[object], rows: Rows) -> tuple[date, date] | None:
    """Return the first and the last day that a table's dates and years can mean."""
    times = [
        PartialDate(Moment(row[column.name]).date)
        for column in table.columns
        if column.kind in (Kind.DATE, Kind.YEAR)
        for row in rows[table.name]
        if column.name in row
    ]
    if not times:
        return None
    return min(time.first_day for time in times), max(last_day_of(time) for time in times)


def countries_of(table: Table[object], site: Site, rows: Rows) -> tuple[str, ...]:
    """Return the countries that a table speaks of, as ISO 3166-1 alpha-2 in small letters."""
    named = [column.name for column in table.columns if column.pattern.startswith(COUNTRY_CODE)]
    found = {code for row in rows[table.name] for name in named for code in _codes_in(row, name)}
    if table.part_of:
        ids = {str(row["signatory"]) for row in rows[table.name]}
        found = {entry.country for entry in site.entries if entry.signatory.id in ids}
    return tuple(code for code in site.countries if code in found)


def _codes_in(row: Row, column: str) -> tuple[str, ...]:
    """Return the codes of the countries that a cell names, one or several, in small letters."""
    held = row.get(column, ())
    return tuple(code.lower() for code in (held if isinstance(held, tuple) else (str(held),)))
