"""The open data of a site: its files, their version, what describes them, what is wrong in them."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from publishing.outputs import data_package, dcat, geojson, signatory_json
from publishing.outputs.csv_files import csv_file
from publishing.problems import Problem, quoted
from publishing.releases import PATH as RELEASES
from publishing.releases import Fingerprints, changes_since, check_released
from publishing.site import Site
from publishing.views.data_set import DataFile, DataSet, attribution
from publishing.views.licences import LICENCES, WITHOUT_NAME
from publishing.views.signatory_tables import SIGNATORY_TABLES
from publishing.views.table import Kind, Origin, Row, Table, filled, key_of
from publishing.views.tables import TABLE, TABLES
from publishing.views.tongue import Tongue

NAME = "covenant-of-mayors-east"
# A spreadsheet program takes a text that begins so for a formula, and runs it.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def data_set(site: Site) -> DataSet:
    """Make all files of data; the same records, in whatever order, give the same bytes."""
    tables = {table.name: filled(table, site) for table in TABLES}
    rows = {name: tuple(row for _origin, row in found) for name, found in tables.items()}
    credit = attribution(site)
    signatories = signatory_json.nested(rows)
    files = [
        *(_csv(table, rows[table.name]) for table in TABLES),
        DataFile(
            signatory_json.FILE,
            tuple(table.name for table in SIGNATORY_TABLES),
            "json",
            "application/json",
            "JSON",
            signatory_json.signatory_json(signatories, credit),
        ),
        DataFile(
            geojson.FILE,
            ("signatories",),
            "geojson",
            "application/geo+json",
            "GEOJSON",
            geojson.geojson(rows["signatories"], credit),
        ),
    ]
    today = _fingerprints(files, signatories)
    newest = site.releases.newest
    return DataSet(
        site=site,
        rows=rows,
        origins={name: tuple(origin for origin, _row in found) for name, found in tables.items()},
        files=tuple(files),
        fingerprints=today,
        changes=changes_since(site.releases, today),
        released=newest.date if newest and newest.version == today.version else None,
    )


def _csv(table: Table[Any], rows: Iterable[Row]) -> DataFile:
    content = csv_file(table, rows)
    return DataFile(table.file, (table.name,), "csv", "text/csv", "CSV", content)


def _fingerprints(files: list[DataFile], signatories: list[dict[str, object]]) -> Fingerprints:
    return Fingerprints(
        version=version_of({file.name: file.content for file in files}),
        files={file.name: _hash(file.content, 8) for file in files},
        signatories={
            str(one["id"]): _hash(signatory_json.as_line(one).encode(), 8) for one in signatories
        },
    )


def version_of(files: Mapping[str, bytes]) -> str:
    """Return the version of some files: a hash over their bytes, in the order of their names.

    `cat` of the CSV files and of signatories.geojson and .json, in the order of all names, then
    `sha256sum`, begins with it.
    """
    return _hash(b"".join(files[name] for name in sorted(files)), 12)


def _hash(content: bytes, digits: int) -> str:
    return hashlib.sha256(content).hexdigest()[:digits]


def documents(
    data: DataSet, publisher: str, tongues: Mapping[str, Tongue], contact: str
) -> dict[str, bytes]:
    """Make the files that describe the data; they name the version, so they are no part of it."""
    return {
        data_package.FILE: data_package.data_package(data, NAME, publisher),
        dcat.FILE: dcat.catalogue(data, publisher, tongues, contact),
        signatory_json.SCHEMA: signatory_json.signatory_schema(data.url),
    }


# Says at which line of a file a place stands, such as ("names", 0, "name"): that of its nearest
# part, 0 where the file has none.
LineOf: TypeAlias = Callable[[str, tuple[str | int, ...]], int]


def check_data(data: DataSet, line_of: LineOf) -> Iterator[Problem]:
    """Require rows with keys of their own, texts that are no formulas, licences that are known.

    What is new since the last release is noted.
    """
    for table in TABLES:
        yield from _check_keys(table.name, data, line_of)
        yield from _check_texts(table.name, data, line_of)
    yield from _check_licences(data, line_of)
    for note in check_released(data.site.releases, data.fingerprints):
        yield replace(note, line=line_of(RELEASES, ("releases", 0, "version")))


def _check_keys(name: str, data: DataSet, line_of: LineOf) -> Iterator[Problem]:
    seen: dict[tuple[str, ...], Origin] = {}
    for origin, row in zip(data.origins[name], data.rows[name], strict=True):
        key = key_of(TABLE[name], row)
        if key in seen:
            other = f"{seen[key].file}:{line_of(seen[key].file, seen[key].place)}"
            hint = f"The other one is in {other}; remove one of the two, or correct it."
            columns = ", ".join(TABLE[name].key)
            wanted = f"one row for each {columns} in the open data ({TABLE[name].file})"
            line = line_of(origin.file, origin.place)
            yield Problem(origin.file, line, columns, wanted, quoted(", ".join(key)), hint)
        seen.setdefault(key, origin)


def _check_texts(name: str, data: DataSet, line_of: LineOf) -> Iterator[Problem]:
    texts = [column.name for column in TABLE[name].columns if column.kind is Kind.TEXT]
    for origin, row in zip(data.origins[name], data.rows[name], strict=True):
        for column in texts:
            value = str(row.get(column, ""))
            if value.startswith(_FORMULA_SIGNS):
                wanted = "a text that does not begin with = + - or @"
                hint = "Spreadsheet programs would run it as a formula; begin with a letter."
                line = line_of(origin.file, _place_of(column, origin))
                yield Problem(origin.file, line, column, wanted, quoted(value), hint)


def _place_of(column: str, origin: Origin) -> tuple[str | int, ...]:
    """Return where the value of a column stands, as near as its name tells.

    `adhesion_group` is `group` in `adhesion`, if it is no key itself.
    """
    return (*origin.place, *column.split("_", 1))


def _check_licences(data: DataSet, line_of: LineOf) -> Iterator[Problem]:
    """Require licences that machines know by name, or words that are known to be none of these."""
    for index, source in enumerate(data.site.sources.values()):
        if source.licence in LICENCES or source.licence in WITHOUT_NAME:
            continue
        line = line_of("data/sources.yml", ("sources", index, "licence"))
        wanted = "one of " + ", ".join(f"'{name}'" for name in LICENCES)
        hint = (
            "Another one: add it to LICENCES in hooks/publishing/views/licences.py, or, if it has "
            "no name, to WITHOUT_NAME there."
        )
        yield Problem("data/sources.yml", line, "licence", wanted, quoted(source.licence), hint)
