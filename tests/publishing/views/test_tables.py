"""The tables of the open data: what their columns say is true of the records."""

import re
from dataclasses import replace
from typing import Any, Literal, get_args

import pytest

from publishing.funding import occasion_of
from publishing.organisations import Role
from publishing.records.events import Status as EventStatus
from publishing.records.funding import Call
from publishing.records.organisations import Coordinator, Supporter
from publishing.records.programme import Phase, Statistic
from publishing.records.signatories import (
    ActionPlan,
    Adhesion,
    Commitment,
    Confidence,
    Doubt,
    Inventory,
    InventorySector,
    Milestone,
    Position,
    ReductionSector,
    Status,
)
from publishing.site import Site
from publishing.views.signatory_tables import UNIT_OF_MILESTONE
from publishing.views.table import Row, filled
from publishing.views.tables import TABLE, TABLES, parts_of


def words_of(annotation: Any) -> set[str]:
    """Return the words that a type allows, wherever in it they stand."""
    parts = get_args(annotation)
    if parts and all(isinstance(part, str) for part in parts):
        return set(parts)
    return {word for part in parts for word in words_of(part)}


def of(model: Any, field: str) -> Any:
    return model.model_fields[field].annotation


@pytest.mark.parametrize(
    ("table", "column", "annotation"),
    [
        ("signatories", "status", of(Status, "value")),
        ("signatories", "adhesion_precision", of(Adhesion, "precision")),
        ("signatories", "adhesion_kind", of(Adhesion, "kind")),
        ("signatories", "commitments", Commitment),
        ("signatories", "population_doubt", Doubt),
        ("signatories", "census_population_doubt", Doubt),
        ("signatories", "position_doubt", of(Position, "doubt")),
        ("names", "confidence", Confidence),
        ("plans", "evidence", of(ActionPlan, "evidence")),
        ("milestones", "kind", of(Milestone, "kind")),
        ("milestones", "unit", Literal["year", "percent", "t"]),
        ("support", "role", Role),
        ("inventories", "kind", of(Inventory, "kind")),
        ("inventories", "doubts", Doubt),
        ("inventory-sectors", "sector", InventorySector),
        ("reductions", "doubt", Doubt),
        ("reduction-sectors", "sector", ReductionSector),
        ("coordinators", "kind", of(Coordinator, "kind")),
        ("supporters", "scope", of(Supporter, "scope")),
        ("events", "kind", Literal["event", "deadline"]),
        ("events", "status", EventStatus),
        ("programme", "part", of(Phase, "part")),
        ("statistics", "indicator", of(Statistic, "indicator")),
        ("statistics", "precision", of(Statistic, "precision")),
    ],
)
def test_the_codes_of_a_column_are_those_of_the_record(table, column, annotation):
    (found,) = (one for one in TABLE[table].columns if one.name == column)
    assert set(found.codes or {}) == words_of(annotation) != set()


def test_every_column_with_codes_is_compared_with_its_record():
    with_codes = {(table.name, one.name) for table in TABLES for one in table.columns if one.codes}
    (compared,) = (
        mark.args[1] for mark in test_the_codes_of_a_column_are_those_of_the_record.pytestmark
    )
    assert {(table, column) for table, column, _annotation in compared} == with_codes


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_is_sound(table):
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch("[a-z_]+", name) for name in names)
    assert set(table.key) <= {column.name for column in table.columns if column.required}
    for column in table.columns:
        assert column.leads_to == "" or len(TABLE[column.leads_to].key) == 1


def rows_in(site: Site, table: str) -> list[Row]:
    return [row for _origin, row in filled(TABLE[table], site)]


SOURCE = {"as_of": "2024-01", "source": "jrc-2024"}
PAGE = {"read": "2026-11-21", "url": "https://city.example/seap"}


def test_a_row_holds_what_is_known_and_nothing_else(a_site, an_entry):
    entry = an_entry(
        "UA0322",
        name="Lviv",
        status={"value": "active", **SOURCE},
        population=[{"value": 780801, "kind": "census", "doubt": "differs-from-town", **SOURCE}],
        commitments={"made": ["mayors-adapt", "2030"], **SOURCE},
        related=[
            {"id": "UA0002", "relation": "same-place"},
            {"id": "UA0001", "relation": "district-of"},
        ],
    )
    (row,) = rows_in(a_site(entry), "signatories")
    assert row == {
        "id": "UA0322",
        "name": "Lviv",
        "country": "UA",
        "district": False,
        "page": "signatories/ua/ua0322/",
        "status": "active",
        "status_as_of": "2024-01",
        "status_source": "jrc-2024",
        "adhesion_date": "2021-04-20",
        "adhesion_precision": "exact",
        "adhesion_as_of": "2024-01",
        "adhesion_source": "jrc-2024",
        "commitments": ("2030", "mayors-adapt"),
        "commitments_as_of": "2024-01",
        "commitments_source": "jrc-2024",
        "census_population": 780801,
        "census_population_doubt": "differs-from-town",
        "census_population_as_of": "2024-01",
        "census_population_source": "jrc-2024",
        "related": ("UA0001", "UA0002"),
    }


def test_a_page_that_was_read_is_a_source_with_its_latest_reading(a_site, an_entry):
    target = {"percent": 30.0, "year": 2030}
    entry = an_entry(
        "UA0001",
        targets=[
            {**target, **PAGE},
            {**target, **PAGE, "year": 2050, "read": "2026-01-01"},
            {**target, **PAGE, "year": 2040, "read": None, "as_of": "2022"},
        ],
    )
    rows = {name: rows_in(a_site(entry), name) for name in ("targets", "sources")}
    page = PAGE["url"]
    assert [row["source"] for row in rows["targets"]] == [page] * 3
    assert [row["key"] for row in rows["sources"]] == ["geonames", page, "jrc-2019", "jrc-2024"]
    assert rows["sources"][1:4:2] == [
        {"key": page, "title": "city.example", "url": page, "read": "2026-11-21"},
        {
            "key": "jrc-2024",
            "title": "Title of jrc-2024",
            "publisher": "Publisher",
            "date": "2024-01",
            "licence": "CC BY 4.0",
            "url": "https://example.org/jrc-2024",
        },
    ]


def test_whole_numbers_are_written_as_such(a_site, an_entry):
    entry = an_entry("UA0001", targets=[{"percent": 30.0, "year": 2030, "base_year": 2010, **PAGE}])
    (row,) = rows_in(a_site(entry), "targets")
    assert (row["percent"], type(row["percent"])) == (30, int)


def test_tables_about_signatories_name_them():
    parts = parts_of(TABLE["signatories"])
    assert {"names", "inventories", "reductions"} < {table.name for table in parts}
    assert {table.columns[0].leads_to for table in parts} == {"signatories"}


def test_every_kind_of_single_fact_has_its_unit():
    assert set(UNIT_OF_MILESTONE) == words_of(of(Milestone, "kind"))


def test_who_supports_whom_is_told_whichever_names_the_other(a_site, an_entry):
    account = {"supported": {"signatories": ["KZ0001", "KZ0002"], **PAGE}}
    body = Coordinator.model_validate({"name": "M", "country": "kz", **SOURCE, **account})
    own = an_entry("KZ0001", coordinator="ministry", status={"value": "active", **SOURCE})
    site = replace(a_site(own, an_entry("KZ0002")), coordinators={"ministry": body})
    support = {"role": "coordinator", "body": "ministry"}
    assert rows_in(site, "support") == [
        {
            "signatory": "KZ0001",
            **support,
            "account_as_of": "2024-01",
            "account_source": "jrc-2024",
        },
        {"signatory": "KZ0002", **support, "account_source": PAGE["url"]},
    ]
    assert [origin.place for origin, _row in filled(TABLE["support"], site)] == [
        ("coordinator",),
        ("supported",),
    ]


def test_a_deadline_keeps_all_countries_of_its_call(a_site):
    call = Call.model_validate(
        {
            "id": "efficiency-2027",
            "title": {"en": "Efficiency"},
            "deadline": "2027-03-01",
            "countries": ["ua", "md"],
            "applicants": {"en": "Towns"},
            "link": "https://donor.example/",
            "announced": "2026-11-01",
        }
    )
    (row,) = rows_in(replace(a_site(), occasions=(occasion_of(call),)), "events")
    assert (row["kind"], row["countries"]) == ("deadline", ("MD", "UA"))
    assert row["source"] == "https://donor.example/"


def test_published_numbers_and_phases_stand_with_their_sources(a_site):
    page = {"publisher": "Paper", "url": "https://paper.example/", "as_of": "2018"}
    published = [
        {"indicator": "signatories", "value": 269, "area": "eastern-partnership", **page},
        {"indicator": "signatories", "value": 2, "countries": ["kz", "kg"], **page},
    ]
    phase = {"number": 1, "part": "central-asia", "start": "2011-11", "countries": ["kz"], **PAGE}
    site = replace(
        a_site(),
        statistics=tuple(Statistic.model_validate(one) for one in published),
        phases=(Phase.model_validate(phase),),
    )
    assert [row["where"] for row in rows_in(site, "statistics")] == [
        ("KG", "KZ"),
        ("eastern-partnership",),
    ]
    (row,) = rows_in(site, "programme")
    assert (row["id"], row["source"]) == ("1-central-asia", PAGE["url"])
    known = {row["key"] for row in rows_in(site, "sources")}
    assert {"https://paper.example/", PAGE["url"]} < known
