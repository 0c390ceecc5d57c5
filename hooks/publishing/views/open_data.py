"""The page about the open data, in one language: files, columns, sources, releases."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from publishing.records.releases import Release
from publishing.views.citations import Citation, cited_publication
from publishing.views.data_set import ABOUT, TITLE, DataSet, attribution
from publishing.views.licences import CHANGED, LICENCES, TERMS
from publishing.views.names import all_names, clashing
from publishing.views.table import Column, Kind, Table
from publishing.views.tables import TABLES
from publishing.views.tongue import Name, Tongue


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file in a list: its name, its kind, and its size in words."""

    name: str
    media_type: str
    size: str


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """A column: what it means, Table Schema's word for its values, the values that may stand in it.

    `leads_to` is the name of the table whose key it holds.
    """

    name: str
    type: str
    meaning: str
    leads_to: str
    codes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TableLine:
    """A table: what it holds, how many rows it has, its files and its columns."""

    name: str
    title: str
    holds: str
    rows: str
    files: tuple[FileLine, ...]
    columns: tuple[ColumnLine, ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A publication that values come from; `licence_url` is the text of its licence, or nothing."""

    cited: Citation
    licence_url: str


@dataclass(frozen=True, slots=True)
class ReleaseLine:
    """A release; its numbers are those of signatories."""

    version: str
    date: str
    added: str
    removed: str
    changed: str
    note: str


@dataclass(frozen=True, slots=True)
class Change:
    """Signatories that are new, gone or different: links to those that are there, ids of others."""

    label: str
    links: tuple[tuple[Name, str], ...]
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenData:
    """Everything the page shows. `released` is empty while this version is not released.

    `partly_known` names countries whose signatories are known from news only.
    """

    about: str
    version: str
    released: str
    size: str
    tables: tuple[TableLine, ...]
    sources: tuple[SourceLine, ...]
    terms: str
    changed: str
    credit: str
    citation: str
    partly_known: tuple[str, ...]
    releases: tuple[ReleaseLine, ...]
    changes: tuple[Change, ...]
    changed_files: tuple[str, ...]


def open_data(data: DataSet, publisher: str, tongue: Tongue) -> OpenData:
    """Put the open data into one language; `publisher` is the name of the site."""
    site = data.site
    return OpenData(
        about=tongue.say(ABOUT),
        version=data.version,
        released=tongue.write.date(data.released) if data.released else "",
        size=_size(sum(len(file.content) for file in data.files), tongue),
        tables=tuple(_table(table, data, tongue) for table in TABLES),
        sources=tuple(
            SourceLine(cited_publication(source, tongue), _text_of(source.licence))
            for source in site.sources.values()
        ),
        terms=tongue.say(TERMS),
        changed=tongue.say(CHANGED),
        credit=attribution(site),
        citation=_citation(data, publisher, tongue),
        partly_known=tuple(
            tongue.write.country(code)
            for code, country in site.countries.items()
            if country.coverage == "news"
        ),
        releases=tuple(_release(release, tongue) for release in site.releases.releases),
        changes=tuple(_changes(data, tongue)) if site.releases.newest else (),
        changed_files=data.changes.files if site.releases.newest else (),
    )


def _citation(data: DataSet, publisher: str, tongue: Tongue) -> str:
    """Say how to cite this version: who, what, which version, when, where."""
    day = f" ({data.released})" if data.released else ""
    return f"{publisher}{day}: {tongue.say(TITLE)}, {data.version}. {data.url}"


def _text_of(licence: str) -> str:
    return LICENCES[licence].url if licence in LICENCES else ""


def _size(size: int, tongue: Tongue) -> str:
    return tongue.say("{size} kB", size=tongue.write.number(max(1, round(size / 1000))))


def _table(table: Table[Any], data: DataSet, tongue: Tongue) -> TableLine:
    return TableLine(
        name=table.name,
        title=tongue.say(table.title),
        holds=tongue.say(table.holds),
        rows=tongue.write.number(len(data.rows[table.name])),
        files=tuple(
            FileLine(file.name, file.media_type, _size(len(file.content), tongue))
            for file in data.files_of(table.name)
        ),
        columns=tuple(_column(column, tongue) for column in table.columns),
    )


def _column(column: Column[Any], tongue: Tongue) -> ColumnLine:
    # A list is text with a sign between its entries, an address text of its own form.
    is_text = column.kind in (Kind.LIST, Kind.ADDRESS, Kind.DATE)
    return ColumnLine(
        name=column.name,
        type=Kind.TEXT.value if is_text else column.kind.value,
        meaning=tongue.say(column.meaning),
        leads_to=column.leads_to,
        codes=tuple(
            (code, tongue.say(meaning) if meaning else "")
            for code, meaning in (column.codes or {}).items()
        ),
    )


def _release(release: Release, tongue: Tongue) -> ReleaseLine:
    number = tongue.write.number
    return ReleaseLine(
        version=release.version,
        date=tongue.write.date(release.date),
        added=number(release.added),
        removed=number(release.removed),
        changed=number(release.changed),
        note=release.note or "",
    )


def _changes(data: DataSet, tongue: Tongue) -> Iterator[Change]:
    changes = data.changes
    if changes.added:
        yield Change(tongue.say("Added"), _links(changes.added, data, tongue))
    if changes.changed:
        yield Change(tongue.say("Changed"), _links(changes.changed, data, tongue))
    if changes.removed:
        yield Change(tongue.say("Removed"), (), changes.removed)


def _links(ids: Iterable[str], data: DataSet, tongue: Tongue) -> tuple[tuple[Name, str], ...]:
    names = all_names(data.site, clashing(data.site.entries), tongue)
    places = {entry.signatory.id: entry.address for entry in data.site.entries}
    return tuple((names[key], places[key]) for key in ids)
