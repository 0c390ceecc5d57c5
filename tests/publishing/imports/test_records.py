from pathlib import Path
from typing import Any

import pytest

from publishing.imports.decisions import Decisions
from publishing.imports.figures import number
from publishing.imports.records import organisation_records, signatory_records
from publishing.imports.release import ReleaseError, Row, read_release

PROVENANCE = {
    "label": "JRC 2024",
    "release": {"source": "jrc-2024", "as_of": "2024-01"},
    "inventories": {"source": "jrc-2019", "as_of": "2019"},
    "reductions": {"source": "com-2020", "as_of": "2020-10"},
    "collected": "2026-11-21",
}
OWN_IDS = [
    {"country": "by", "slug": "polotsk", "id": "BYX001"},
    {"country": "by", "slug": "pinsk-district", "id": "BYX031"},
    {"country": "az", "slug": "horadiz", "id": "AZX002"},
]


def _records(
    release: Path, *, known: dict[str, tuple[str, str]] | None = None, **decided: object
) -> dict[str, tuple[tuple[str, str], dict[str, Any]]]:
    decisions = Decisions.model_validate({"provenance": PROVENANCE, "own_ids": OWN_IDS, **decided})
    found = signatory_records(read_release(release), decisions, known or {})
    return {plain["id"]: (address, plain) for address, plain in found}


def _is_gori(row: Row) -> bool:
    return row["gcom_id"] == "GE0008"


def _is_cimislia(row: Row) -> bool:
    return row["gcom_id"] == "MD0003"


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", 0), ("1077600", 1077600), ("8640.0", 8640), ("255.4", 255.4), ("-5", -5)],
)
def test_a_number_is_whole_where_it_is_written_so(text, value):
    assert (number(text), type(number(text))) == (value, type(value))


@pytest.mark.parametrize(
    ("table", "change", "field", "value"),
    [
        ("signatories", {"commitments": "mayors-adapt"}, ("commitments", "made"), ["mayors-adapt"]),
        (
            "signatories",
            {"adhesion_type": "As a group of signatories", "group_name": "Shida Kartli"},
            ("adhesion",),
            {
                "date": "2020-03-13",
                "kind": "group",
                "group": "Shida Kartli",
                "as_of": "2024-01",
                "source": "jrc-2024",
            },
        ),
        (
            "signatories",
            {"adhesion_type": ""},
            ("adhesion",),
            {"date": "2020-03-13", "as_of": "2024-01", "source": "jrc-2024"},
        ),
        (
            "signatories",
            {"coordinates_source": "jrc", "coordinates_flag": "low-precision"},
            ("position",),
            {
                "latitude": 41.98532,
                "longitude": 44.1129,
                "source": "jrc-2024",
                "doubt": "low-precision",
            },
        ),
        ("signatories", {"latitude": ""}, ("position",), None),
        ("signatories", {"geonameid": ""}, ("geonameid",), None),
        (
            "signatories",
            {
                "co2_target_percent": "25",
                "co2_target_year": "2020",
                "co2_target_base_year": "",
                "co2_target_url": "https://example.org/",
            },
            ("targets",),
            [{"percent": 25, "year": 2020, "as_of": "2022", "url": "https://example.org/"}],
        ),
        (
            "signatories",
            {"action_plan_evidence": "monitored-by-2019"},
            ("action_plan",),
            [{"evidence": "monitored", "as_of": "2019", "source": "jrc-2019"}],
        ),
        ("signatories", {"action_plan_evidence": ""}, ("action_plan",), None),
        ("emission_inventories", {"population": ""}, ("inventories", 0, "population"), None),
        (
            "emission_inventories",
            {"inventory_type": "monitoring", "emissions_t": "50"},
            ("inventories", 0, "doubts"),
            ["low-per-capita", "population-differs-from-adhesion"],
        ),
        (
            "emission_inventories",
            {"inventory_type": "monitoring", "population": "100000"},
            ("inventories", 0, "doubts"),
            None,
        ),
        (
            "planned_reductions",
            {"target_year": "long-term"},
            ("planned_reductions", 0, "target_year"),
            None,
        ),
    ],
    ids=[
        "one commitment",
        "in a group",
        "way of joining unknown",
        "doubtful position",
        "no position",
        "no place",
        "target",
        "monitored",
        "no plan known",
        "no population",
        "monitoring is held against the rule",
        "flags of the baseline are no flags of the monitoring",
        "long term",
    ],
)
def test_what_the_release_says_is_what_the_record_says(
    release, edit_table, table, change, field, value
):
    edit_table(table, _is_gori, change)
    found = _records(release)["GE0008"][1]
    for step in field[:-1]:
        found = found[step]
    assert found.get(field[-1]) == value


@pytest.mark.parametrize(
    ("change", "decided", "slug"),
    [
        ({}, {}, "cimislia"),
        ({}, {"slugs": {"MD0003": "cimislia-district"}}, "cimislia-district"),
        ({"place_name": "Cimișlia (Rayon)"}, {}, "cimislia-rayon"),
        ({"place_name": "Merefyanska"}, {}, "cimislia-rayon"),
        ({"country_code": "KZ", "place_name": "Lisakovsk"}, {}, "cimislia-rayon"),
    ],
    ids=["place", "decided", "only a name", "an adjective is no place", "place of two"],
)
def test_the_address_is_the_place_unless_two_share_it(release, edit_table, change, decided, slug):
    edit_table("signatories", _is_cimislia, change)
    assert _records(release, **decided)["MD0003"][0][1] == slug


def test_a_published_address_stays(release):
    known = {"MD0003": ("md", "cimislia-raion")}
    assert _records(release, known=known)["MD0003"][0] == ("md", "cimislia-raion")


def test_a_body_is_linked_only_within_its_country(release, edit_table):
    linked = _records(release)["UA0303"][1]
    assert (linked["coordinator"], linked["supporter"]) == (
        "ministry-of-regional-development-construction-and-municipal",
        "all-ukrainian-association-of-local-governments-association-o",
    )


@pytest.mark.parametrize("table", ["coordinators", "supporters"])
def test_a_body_unknown_in_its_country_is_told(release, edit_table, table):
    edit_table(table, lambda _row: True, {"country_code": "MD"})
    with pytest.raises(ReleaseError, match=r"\(ua\) stands in no table of coordinators or support"):
        _records(release)


def test_a_supporter_given_by_mistake_is_dropped(release):
    name = 'ALL-UKRAINIAN ASSOCIATION OF LOCAL GOVERNMENTS "ASSOCIATION OF UKRAINIAN CITIES"'
    assert "supporter" not in _records(release, dropped_supporters=[name])["UA0303"][1]


@pytest.mark.parametrize(
    ("confidence", "names"),
    [
        ("medium", {"Корсунь-Шевченківський": "low", "Корсунь": "medium"}),
        ("low", {"Корсунь-Шевченківський": "high", "Корсунь": "low"}),
    ],
)
def test_a_name_of_the_editors_puts_that_of_the_source_out_of_sight(release, confidence, names):
    name = {"language": "uk", "name": "Корсунь", "confidence": confidence, "source": "editors"}
    found = _records(release, names=[{"id": "UA0303", "name": name}])["UA0303"][1]["names"]
    assert {row["name"]: row["confidence"] for row in found if row["language"] == "uk"} == names


def test_a_news_row_without_a_date_is_named_as_signatory(release):
    found = _records(release)["AZX002"][1]
    assert found["named_as_signatory"] == {
        "as_of": "2026-02",
        "url": "https://www.trend.az/business/4152963.html",
    }
    assert "adhesion" not in found


def test_two_bodies_of_one_name_have_two_addresses(release):
    tables = read_release(release)
    row = {**tables.supporters[0], "name": "Energy Cities"}
    tables.supporters[:] = [
        row,
        {**row, "country_code": "MD", "source": "web"},
    ]
    origin = Decisions.model_validate({"provenance": PROVENANCE}).provenance
    assert list(organisation_records(tables, "supporters", origin)) == [
        (
            ("ua", "energy-cities"),
            {
                "name": "Energy Cities",
                "country": "ua",
                "scope": "national",
                "as_of": "2024-01",
                "source": "jrc-2024",
            },
        ),
        (
            ("md", "energy-cities-md"),
            {
                "name": "Energy Cities",
                "country": "md",
                "scope": "national",
                "read": "2026-11-21",
                "url": row["source_url"],
            },
        ),
    ]


PAGE = {"read": "2026-11-21", "url": "https://list.example/"}


@pytest.mark.parametrize(
    ("cells", "facts"),
    [
        ({"source": "JRC 2024"}, {}),
        ({"source": "JRC 2024; web"}, {"named": [PAGE]}),
        (
            {"source": "JRC 2024; web", "signing_year_web": "2018"},
            {"since": {"year": 2018, **PAGE}},
        ),
        (
            {"source": "JRC 2024; web", "signatories_supported_web": "6"},
            {"supported": {"number": 6, **PAGE}, "named": [PAGE]},
        ),
    ],
    ids=["in the release only", "named on a page", "since when", "how many it supports"],
)
def test_what_a_page_says_of_a_body_is_cited_from_that_page(release, cells, facts):
    tables = read_release(release)
    tables.coordinators[:] = [{**tables.coordinators[0], "source_url": PAGE["url"], **cells}]
    origin = Decisions.model_validate({"provenance": PROVENANCE}).provenance
    [(_address, plain)] = organisation_records(tables, "coordinators", origin)
    assert {key: plain[key] for key in ("since", "supported", "named") if key in plain} == facts
    assert (plain["as_of"], plain["source"]) == ("2024-01", "jrc-2024")


def test_an_international_body_is_one_record_with_all_its_countries(release):
    tables = read_release(release)
    row = {**tables.supporters[0], "name": "Climate Alliance", "scope": "international"}
    tables.supporters[:] = [{**row, "country_code": "GE"}, row]
    origin = Decisions.model_validate({"provenance": PROVENANCE}).provenance
    plain = {
        "name": "Climate Alliance",
        "scope": "international",
        "countries": ["ge", "ua"],
        "as_of": "2024-01",
        "source": "jrc-2024",
    }
    assert list(organisation_records(tables, "supporters", origin)) == [
        (("ge", "climate-alliance"), plain),
        (("ua", "climate-alliance"), plain),
    ]
