"""Signatories on the map: GeoJSON as RFC 7946 has it."""

import json
from collections.abc import Iterable
from typing import Any

from publishing.outputs.signatory_json import as_line
from publishing.views.table import Row

FILE = "signatories.geojson"
# What a map says of a place; all else is in the other files, under the same identifier.
_PROPERTIES = (
    "id",
    "name",
    "country",
    "district",
    "page",
    "status",
    "status_as_of",
    "adhesion_date",
    "commitments",
    "population",
    "population_doubt",
    "population_as_of",
    "position_source",
    "position_doubt",
)


def geojson(rows: Iterable[Row], attribution: str) -> bytes:
    """Write a feature for every signatory, one a line.

    Positions are WGS 84, longitude first (section 3.1.1); there is no `crs` (section 4). A
    signatory whose place is not known, or doubtful, is not located (section 3.2).
    """
    features = [_feature(row) for row in rows]
    located = [feature["geometry"]["coordinates"] for feature in features if feature["geometry"]]
    head: dict[str, object] = {"type": "FeatureCollection", "attribution": attribution}
    if located:
        longitudes, latitudes = zip(*located, strict=True)
        # Section 5: the south-west corner, then the north-east one.
        head["bbox"] = [min(longitudes), min(latitudes), max(longitudes), max(latitudes)]
    opening = json.dumps(head, ensure_ascii=False)[:-1]
    lines = ",\n".join(map(as_line, features))
    return f'{opening}, "features": [\n{lines}\n]}}\n'.encode()


def _feature(row: Row) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": row["id"],
        "geometry": _point(row),
        "properties": {name: row[name] for name in _PROPERTIES if name in row},
    }


def _point(row: Row) -> dict[str, object] | None:
    if "latitude" not in row or "position_doubt" in row:
        return None
    return {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]}
