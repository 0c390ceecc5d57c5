"""The Data Package (Frictionless, version 1): every file with its columns, source and licence."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from publishing.outputs.csv_files import SEPARATOR
from publishing.views.data_set import ABOUT, TITLE, DataFile, DataSet, attribution
from publishing.views.licences import CHANGED, LICENCES, TERMS, licences_of
from publishing.views.table import Column, Kind, Table
from publishing.views.tables import TABLE

FILE = "datapackage.json"
_DATE = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
# What Table Schema has no type for is text of a pattern: dates may be a month or a year only.
_TYPES: Mapping[Kind, Mapping[str, str]] = {
    Kind.ADDRESS: {"type": "string", "format": "uri"},
    Kind.DATE: {"type": "string"},
    Kind.LIST: {"type": "string"},
}


def data_package(data: DataSet, name: str, publisher: str) -> bytes:
    """Describe all files for programs that read tables.

    `name` is the package's, `publisher` that of the site; words are English, as the format has
    one language only.
    """
    cited = tuple(data.site.sources)
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": name,
        "id": data.url + FILE,
        "title": f"{publisher}: {TITLE}",
        "description": f"{ABOUT}\n\n{TERMS}\n\n{CHANGED}\n\nCredit: {attribution(data.site)}.",
        "version": data.version,
        "homepage": data.url,
        "keywords": ["Covenant of Mayors", "cities", "climate", "energy", "CO2"],
        "licenses": _licences(cited, data),
        "sources": _sources(cited, data),
        "contributors": [{"title": publisher, "path": data.site.url, "role": "publisher"}],
        "resources": [_resource(file, data) for file in data.files],
    }
    if data.released:
        package["created"] = f"{data.released}T00:00:00Z"
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _licences(cited: Collection[str], data: DataSet) -> list[dict[str, str]]:
    """Name the licences of sources; for those without one, our page says what holds."""
    known = data.site.sources
    named = [{"name": licence.name, "path": licence.url} for licence in licences_of(cited, known)]
    is_all = cited and all(key in known and known[key].licence in LICENCES for key in cited)
    return named if is_all else [*named, {"path": data.url + "#licence", "title": TERMS}]


def _sources(cited: Iterable[str], data: DataSet) -> list[dict[str, str]]:
    known = data.site.sources
    return [
        {
            "title": f"{known[key].publisher}: {known[key].title}" if key in known else key,
            "path": data.address_of(key),
        }
        for key in cited
    ]


def _resource(file: DataFile, data: DataSet) -> dict[str, Any]:
    table = TABLE[file.tables[0]]
    is_table = file.format == "csv"
    cited = data.sources_of(*file.tables)
    found: dict[str, Any] = {
        "profile": "tabular-data-resource" if is_table else "data-resource",
        "name": table.name if is_table else f"{table.name}-{file.format}",
        "path": file.name,
        "title": table.title,
        "description": table.holds,
        "format": file.format,
        "mediatype": file.media_type,
        "encoding": "utf-8",
        "bytes": len(file.content),
        "hash": f"sha256:{hashlib.sha256(file.content).hexdigest()}",
        "licenses": _licences(cited, data),
        "sources": _sources(cited, data),
    }
    if is_table:
        found["dialect"] = {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True}
        found["schema"] = table_schema(table)
    # An empty list is no valid one of sources.
    return {key: value for key, value in found.items() if value}


def table_schema(table: Table[Any]) -> dict[str, Any]:
    """Describe the columns of a table, its key, and the tables that its rows refer to."""
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    leading = [column for column in table.columns if column.leads_to]
    if leading:
        schema["foreignKeys"] = [
            {
                "fields": [column.name],
                "reference": {
                    "resource": column.leads_to,
                    "fields": list(TABLE[column.leads_to].key),
                },
            }
            for column in leading
        ]
    return schema


def _field(column: Column[Any]) -> dict[str, Any]:
    kind = _TYPES.get(column.kind, {"type": column.kind.value})
    field: dict[str, Any] = {"name": column.name, **kind, "description": column.meaning}
    constraints = dict(_constraints(column))
    return field | {"constraints": constraints} if constraints else field


def _constraints(column: Column[Any]) -> Iterable[tuple[str, object]]:
    if column.required:
        yield "required", True
    if column.kind is Kind.LIST:
        one = column.pattern or "|".join(column.codes or ())
        yield "pattern", f"({one})({SEPARATOR}({one}))*"
    elif column.codes:
        yield "enum", list(column.codes)
    elif column.pattern or column.kind is Kind.DATE:
        yield "pattern", column.pattern or _DATE
    if column.smallest is not None:
        yield "minimum", column.smallest
    if column.largest is not None:
        yield "maximum", column.largest
