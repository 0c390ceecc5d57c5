"""What a table of the open data is: columns that say what they hold, and rows filled by them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeAlias, TypeVar

from publishing.records.values import PartialDate, Sourced
from publishing.site import Site
from publishing.views.vocabulary import N_

_R = TypeVar("_R")

# What a cell holds; what nobody published is None.
Value: TypeAlias = str | int | float | bool | tuple[str, ...] | None
# A row: column -> value, in the order of the columns, without those that nobody published.
Row: TypeAlias = Mapping[str, Value]
# Table -> its rows.
Rows: TypeAlias = Mapping[str, tuple[Row, ...]]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row comes from: its file, and its place in it as keys and numbers from 0."""

    file: str
    place: tuple[str | int, ...] = ()


class Kind(StrEnum):
    """What values a column has. The values are Table Schema's names for them where it has one."""

    TEXT = "string"
    ADDRESS = "uri"
    DATE = "date"
    YEAR = "year"
    WHOLE = "integer"
    NUMBER = "number"
    YES_NO = "boolean"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Column(Generic[_R]):
    """A column: its name, its values, what it means, and how a row has it.

    `meaning` is a message of the catalogue, and so are those of `codes`: every value that may
    stand here -> what it means, None where the word says it. `leads_to` names the table whose key
    stands here.
    """

    name: str
    kind: Kind
    meaning: str
    value: Callable[[_R], Value]
    required: bool = False
    codes: Mapping[str, str | None] | None = None
    leads_to: str = ""
    pattern: str = ""
    smallest: float | None = None
    largest: float | None = None


@dataclass(frozen=True, slots=True)
class Table(Generic[_R]):
    """A table, in a file of its own: `holds` says of what, `key` tells rows apart.

    `rows` yields what the columns are filled from, each with the place it stands in. `part_of`: the
    table to each of whose rows several of this one may belong.
    """

    name: str
    title: str
    holds: str
    key: tuple[str, ...]
    columns: tuple[Column[_R], ...]
    rows: Callable[[Site], Iterator[tuple[Origin, _R]]]
    part_of: str = ""

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.csv"

    @property
    def cites(self) -> tuple[str, ...]:
        """The columns that name a source."""
        return tuple(column.name for column in self.columns if column.leads_to == "sources")


AS_OF = N_("Day, month or year that the value speaks of")
SOURCE = N_("Where the value comes from")
DOUBT = N_("Why the value is doubtful; empty where nothing speaks against it")
IDENTIFIER = N_("Identifier; it never changes")
COUNTRY = N_("Country, as ISO 3166-1 alpha-2 writes it")
COUNTRIES = N_("Countries, as ISO 3166-1 alpha-2 writes them")
PAGE = N_("Its page on this site, below the address of a language")

COUNTRY_CODE = "[A-Z]{2}"
LANGUAGE_CODE = "[a-z]{2}"
SIGNATORY_ID = "[A-Z]{2}[A-Z]?[0-9]{3,4}"
OUR_PAGE = "[a-z0-9-]+(/[a-z0-9-]+)*/"


def _as_of(fact: Sourced | None) -> Value:
    return fact.as_of if fact else None


def _source(fact: Sourced | None) -> Value:
    return (fact.source or fact.url) if fact else None


def cited(
    name: str, fact: Callable[[_R], Sourced | None], meaning: str = SOURCE
) -> tuple[Column[_R], ...]:
    """Return the two columns that say of what day a fact speaks, and where it was published."""
    before = f"{name}_" if name else ""
    return (
        Column(f"{before}as_of", Kind.DATE, AS_OF, lambda row: _as_of(fact(row))),
        Column(
            f"{before}source",
            Kind.TEXT,
            meaning,
            lambda row: _source(fact(row)),
            leads_to="sources",
            required=not name,
        ),
    )


def filled(table: Table[_R], site: Site) -> list[tuple[Origin, Row]]:
    """Fill a table: (origin, row), in the order of the rows' keys, whatever that of the records."""
    found = [(origin, _row(table, record)) for origin, record in table.rows(site)]
    return sorted(found, key=lambda pair: key_of(table, pair[1]))


def _row(table: Table[_R], record: _R) -> Row:
    values = ((column.name, column.value(record)) for column in table.columns)
    return {name: _plain(value) for name, value in values if value is not None}


def _plain(value: Value) -> Value:
    """Write a whole number as one, and a date as the text that it is."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return str(value) if isinstance(value, PartialDate) else value


def key_of(table: Table[Any], row: Row) -> tuple[str, ...]:
    """Return what tells a row of a table from the others."""
    return tuple(str(row.get(name, "")) for name in table.key)


def sources_of(table: Table[Any], rows: Iterable[Row]) -> tuple[str, ...]:
    """Return the keys of the sources that a table names, in order."""
    if table.name == "sources":
        return ()
    return tuple(sorted({str(row[name]) for row in rows for name in table.cites if name in row}))
