"""The map: where countries and dots stand, how they are drawn, and what is named."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from publishing.records.outlines import Outline
from publishing.site import Site
from publishing.views.map import country_map, region_map
from publishing.views.names import all_names
from publishing.views.tongue import Tongue

RELEASE = {"as_of": "2024-01", "source": "jrc-2024"}
BOXES = {"ua": (22, 44, 40, 52), "md": (26.6, 45.5, 30.1, 48.5), "kz": (46, 40, 87, 55)}


def _outline(code: str, west: float, south: float, east: float, north: float) -> Outline:
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return Outline.model_validate(
        {
            "type": "Feature",
            "properties": {"country_code": code, "name": code},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
    )


@pytest.fixture
def a_mapped_site(a_site):
    """A maker of sites of three countries with outlines of four corners."""

    def make(*entries):
        outlines = {code: _outline(code, *box) for code, box in BOXES.items()}
        return replace(a_site(*entries), outlines=outlines)

    return make


def _at(latitude: float, longitude: float, **more: str) -> dict[str, Any]:
    return {"latitude": latitude, "longitude": longitude, "source": "geonames", **more}


def _people(value: int) -> list[dict[str, Any]]:
    return [{"value": value, "kind": "declared", **RELEASE}]


def _drawn(site: Site, speaking: Callable[[str], Tongue], country: str = "") -> Any:
    tongue = speaking("en")
    names = all_names(site, frozenset(), tongue)
    if country:
        return country_map(country, site, names, tongue)
    return region_map(site, names, tongue)


def test_a_dot_tells_population_and_status_and_leads_to_its_profile(
    a_mapped_site, an_entry, speaking
):
    site = a_mapped_site(
        an_entry("UA0001", position=_at(50, 30), population=_people(300_000)),
        an_entry(
            "UA0002",
            position=_at(49, 24),
            population=_people(20_000),
            status={"value": "on-hold", **RELEASE},
        ),
        an_entry("UA0003", position=_at(49, 25), status={"value": "active", **RELEASE}),
    )
    found = _drawn(site, speaking)
    (ukraine,) = [land for land in found.lands if land.code == "ua"]
    assert [(dot.name.text, dot.address, dot.size, dot.status) for dot in ukraine.dots] == [
        ("UA0001", "signatories/ua/ua0001/", "xl", "unknown"),
        ("UA0002", "signatories/ua/ua0002/", "m", "on-hold"),
        ("UA0003", "signatories/ua/ua0003/", "", "active"),
    ]
    assert found.shown == found.total == 3


def test_places_that_nobody_knows_exactly_are_counted_but_not_drawn(
    a_mapped_site, an_entry, speaking
):
    site = a_mapped_site(
        an_entry("UA0001", position=_at(50, 30)),
        an_entry("UA0002", position=_at(50, 31, doubt="low-precision")),
        an_entry("UA0003"),
    )
    found = _drawn(site, speaking)
    assert (found.shown, found.total) == (1, 3)


def test_the_map_of_the_region_names_its_countries_and_leads_to_their_figures(
    a_mapped_site, speaking
):
    found = _drawn(a_mapped_site(), speaking)
    assert {(land.name, land.address) for land in found.lands} == {
        ("Kazakhstan", "figures/kz/"),
        ("Moldova", "figures/md/"),
        ("Ukraine", "figures/ua/"),
    }
    assert {name.words.text for name in found.countries} == {"Kazakhstan", "Moldova", "Ukraine"}
    assert found.places == ()


def test_the_map_of_a_country_shows_its_own_dots_and_its_neighbours_in_outline(
    a_mapped_site, an_entry, speaking
):
    site = a_mapped_site(
        an_entry("UA0001", position=_at(50, 30)), an_entry("MD0001", position=_at(47, 28))
    )
    found = _drawn(site, speaking, "md")
    assert [(land.code, land.address, len(land.dots)) for land in found.lands] == [
        ("ua", "figures/ua/", 0),
        ("md", "", 1),
    ]
    assert (found.shown, found.total) == (1, 1)
    assert found.countries == ()


def test_names_of_places_never_lie_on_each_other_and_the_largest_comes_first(
    a_mapped_site, an_entry, speaking
):
    site = a_mapped_site(
        an_entry("UA0001", name="Small", position=_at(50, 30), population=_people(5)),
        an_entry("UA0002", name="Large", position=_at(50.05, 30), population=_people(500_000)),
        an_entry("UA0003", name="Far", position=_at(46, 30), population=_people(50)),
        an_entry("UA0004", name="On the edge", position=_at(48, 39.9), population=_people(70)),
    )
    found = _drawn(site, speaking, "ua")
    assert [name.words.text for name in found.places] == ["Large", "Far"]


def test_without_outlines_there_is_no_map(a_site, speaking):
    assert _drawn(a_site(), speaking) is None
    assert _drawn(a_site(), speaking, "ua") is None


def test_the_stylesheet_has_a_size_for_every_class_of_population():
    style = (Path(__file__).parents[3] / "docs/assets/figures.css").read_text(encoding="utf-8")
    for size in ("s", "m", "l", "xl"):
        assert f".{size} {{ --d: var(--{size}); }}" in style
