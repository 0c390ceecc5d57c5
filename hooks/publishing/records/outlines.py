"""Outlines of countries, as GeoJSON (RFC 7946) has them: WGS 84 degrees, longitude first."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from publishing.records.values import CountryCode, Record, Text

Point = Annotated[
    tuple[
        Annotated[float, Field(ge=-180, le=180)],
        Annotated[float, Field(ge=-90, le=90)],
    ],
    Field(strict=False),
]
# A closed line: the last point is the first one (RFC 7946, 3.1.6).
Ring = Annotated[tuple[Point, ...], Field(strict=False, min_length=4)]
# The first ring is the outline, others are holes in it.
Polygon = Annotated[tuple[Ring, ...], Field(strict=False, min_length=1)]


class _Simple(Record):
    type: Literal["Polygon"]
    coordinates: Polygon


class _Multiple(Record):
    type: Literal["MultiPolygon"]
    coordinates: Annotated[tuple[Polygon, ...], Field(strict=False, min_length=1)]


class Named(Record):
    """What an outline is of; `name` is for people who open the file elsewhere."""

    country_code: Annotated[
        CountryCode, BeforeValidator(lambda code: code.lower() if type(code) is str else code)
    ]
    name: Text


class Outline(Record):
    """The outline of one country: one polygon, or several where it has islands."""

    type: Literal["Feature"]
    id: str | None = None
    properties: Named
    geometry: Annotated[_Simple | _Multiple, Field(discriminator="type")]

    @property
    def country(self) -> str:
        """The code of the country, in small letters."""
        return self.properties.country_code

    @property
    def polygons(self) -> tuple[Polygon, ...]:
        """All polygons of the country."""
        shape = self.geometry
        return (shape.coordinates,) if isinstance(shape, _Simple) else shape.coordinates


class OutlineList(Record):
    """The file `data/region.geojson`."""

    type: Literal["FeatureCollection"]
    features: Annotated[tuple[Outline, ...], Field(strict=False, min_length=1)]
