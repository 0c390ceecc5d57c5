"""Signatories as JSON, each with everything known of it, and the JSON Schema of that file."""

import json
from collections.abc import Mapping
from typing import Any

from publishing.views.table import Column, Kind, Rows, Table
from publishing.views.tables import TABLE, parts_of

FILE, SCHEMA = "signatories.json", "signatories.schema.json"
_SIGNATORIES = TABLE["signatories"]
_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_TYPES: Mapping[Kind, Mapping[str, object]] = {
    Kind.TEXT: {"type": "string", "minLength": 1},
    Kind.ADDRESS: {"type": "string", "format": "uri"},
    Kind.DATE: {"type": "string", "pattern": _DATE},
    Kind.YEAR: {"type": "integer", "minimum": 1990, "maximum": 2100},
    Kind.WHOLE: {"type": "integer"},
    Kind.NUMBER: {"type": "number"},
    Kind.YES_NO: {"type": "boolean"},
    Kind.LIST: {"type": "array", "minItems": 1, "uniqueItems": True},
}


def nested(rows: Rows) -> list[dict[str, Any]]:
    """Put the rows of all tables about signatories into their signatory; empty ones are absent."""
    found: dict[str, dict[str, Any]] = {str(row["id"]): dict(row) for row in rows["signatories"]}
    for table in parts_of(_SIGNATORIES):
        for row in rows[table.name]:
            part = {name: value for name, value in row.items() if name != "signatory"}
            found[str(row["signatory"])].setdefault(table.name, []).append(part)
    return list(found.values())


def signatory_json(signatories: list[dict[str, Any]], attribution: str) -> bytes:
    """Write `signatories.json`, one signatory a line, so that changes can be compared by line."""
    head = {"$schema": SCHEMA, "attribution": attribution}
    lines = ",\n".join(map(as_line, signatories))
    opening = json.dumps(head, ensure_ascii=False)[:-1]
    return f'{opening}, "signatories": [\n{lines}\n]}}\n'.encode()


def as_line(value: object) -> str:
    """Write JSON on one line, always in the same way."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def signatory_schema(url: str) -> bytes:
    """Write the JSON Schema (2020-12) of the file; `url` is the folder it is published in."""
    signatory = _object(_SIGNATORIES)
    for table in parts_of(_SIGNATORIES):
        signatory["properties"][table.name] = {
            "description": table.holds,
            "type": "array",
            "minItems": 1,
            "items": _object(table, without="signatory"),
        }
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": url + SCHEMA,
        "title": _SIGNATORIES.title,
        "description": _SIGNATORIES.holds,
        "type": "object",
        "required": ["attribution", "signatories"],
        "additionalProperties": False,
        "properties": {
            "$schema": {"const": SCHEMA},
            "attribution": {"type": "string"},
            "signatories": {"type": "array", "items": signatory},
        },
    }
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()


def _object(table: Table[Any], without: str = "") -> dict[str, Any]:
    columns = [column for column in table.columns if column.name != without]
    return {
        "type": "object",
        "required": [column.name for column in columns if column.required],
        "additionalProperties": False,
        "properties": {column.name: _property(column) for column in columns},
    }


def _property(column: Column[Any]) -> dict[str, object]:
    found: dict[str, object] = {"description": column.meaning, **_TYPES[column.kind]}
    inside: dict[str, object] = {"type": "string"} if column.kind is Kind.LIST else found
    if column.codes:
        inside["enum"] = list(column.codes)
    if column.pattern:
        inside["pattern"] = f"^({column.pattern})$"
    if column.smallest is not None:
        inside["minimum"] = column.smallest
    if column.largest is not None:
        inside["maximum"] = column.largest
    if inside is not found:
        found["items"] = inside
    return found
