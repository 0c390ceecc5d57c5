"""Sums over signatories: what is counted, what is left out, and where it comes from."""

from typing import Any

import pytest

from publishing import figures
from publishing.figures import Report, SectorSum, provenance
from publishing.records.values import Sourced

Plain = dict[str, Any]

RELEASE = {"as_of": "2024-01", "source": "jrc-2024"}
NEWS = {"read": "2026-11-21", "url": "https://paper.example/1"}


def _joined(day: str, **source: str) -> Plain:
    return {"date": day, **(source or RELEASE)}


def _inventory(
    key: str, year: int, sectors: Plain, kind: str = "baseline", **more: object
) -> Plain:
    return {
        "id": key,
        "kind": kind,
        "year": year,
        "emissions_t": sum(tonnes for tonnes, _energy in sectors.values()),
        "sectors": [
            {"sector": sector, "emissions_t": tonnes, "energy_mwh": energy}
            for sector, (tonnes, energy) in sectors.items()
        ],
        **RELEASE,
        **more,
    }


def _plan(year: int | None, sectors: dict[str, float], **more: object) -> Plain:
    return {
        "target_year": year,
        "total_t": sum(sectors.values()),
        "sectors": [
            {"sector": sector, "reduction_t": tonnes} for sector, tonnes in sectors.items()
        ],
        **RELEASE,
        **more,
    }


def test_years_without_an_adhesion_stand_between_those_with_one(an_entry):
    entries = [
        an_entry("UA0001", adhesion=_joined("2019-05")),
        an_entry("UA0002", adhesion=_joined("2019")),
        an_entry("BYX001", adhesion=_joined("2021-04-20", **NEWS)),
        an_entry("AZX001", adhesion=None, named_as_signatory=RELEASE),
    ]
    found = figures.by_year(entries)
    assert found.numbers == {"2019": 2, "2020": 0, "2021": 1}
    assert found.known == 3
    assert [fact.source or fact.url for fact in found.facts] == ["jrc-2024", NEWS["url"]]


def test_nobody_has_no_years():
    assert figures.by_year([]) == figures.Tally({}, 0, ())


def test_a_signatory_counts_for_each_of_its_commitments(an_entry):
    entries = [
        an_entry("UA0001", commitments={"made": ["2020", "2030"], **RELEASE}),
        an_entry("UA0002", commitments={"made": ["2030"], **RELEASE}),
        an_entry("UA0003"),
    ]
    found = figures.by_commitment(entries)
    assert (found.numbers, found.known) == ({"2020": 1, "2030": 2}, 2)


def test_the_latest_inventory_of_each_signatory_counts_and_no_doubtful_one(an_entry):
    entries = [
        an_entry(
            "UA0001",
            inventories=[
                _inventory("a", 2008, {"transport": (999, 999)}),
                _inventory("b", 2010, {"transport": (10, 40), "waste": (5, None)}),
                _inventory("c", 2016, {"transport": (8, 30)}, "monitoring"),
            ],
        ),
        an_entry("UA0002", inventories=[_inventory("d", 2014, {"transport": (20, 60)})]),
        an_entry(
            "UA0003",
            inventories=[_inventory("e", 2012, {"waste": (1, 1)}, doubts=["low-per-capita"])],
        ),
        an_entry("UA0004"),
    ]
    found = figures.inventories(entries, "baseline")
    assert found.sums == (
        SectorSum("transport", 2, 30, 100),
        SectorSum("waste", 1, 5, None),
    )
    assert (found.signatories, found.reports, found.tonnes_left_out) == (2, 3, 1)
    assert found.left_out == (Report(entries[2], 1, 2012, ("low-per-capita",)),)
    assert (found.first_year, found.last_year) == (2010, 2014)
    assert (found.tonnes, found.energy_mwh) == (35, 100)
    assert figures.inventories(entries, "monitoring").tonnes == 8


def test_a_monitoring_inventory_that_lacks_a_sector_of_the_baseline_is_partial(an_entry):
    def reporting(key: str, doubts: Plain, *sectors: str) -> Any:
        baseline = _inventory(f"{key}b", 2010, {"transport": (90, None), "waste": (10, None)})
        found = dict.fromkeys(sectors, (5, None))
        monitoring = _inventory(f"{key}m", 2016, found, "monitoring", **doubts)
        return an_entry(key, inventories=[baseline, monitoring])

    entries = [
        reporting("UA0001", {}, "waste"),
        reporting("UA0002", {}, "transport", "waste", "industry"),
        reporting("UA0003", {"doubts": ["low-per-capita"]}, "transport"),
        reporting("UA0004", {}, "transport"),
    ]
    found = figures.inventories(entries, "monitoring")
    assert found.partial == (
        Report(entries[0], 5, 2016, (), ("transport",)),
        Report(entries[3], 5, 2016, (), ("waste",)),
    )
    assert found.left_out == (Report(entries[2], 5, 2016, ("low-per-capita",), ("waste",)),)
    assert (found.signatories, found.tonnes) == (3, 25)
    assert figures.inventories(entries, "baseline").partial == ()


def test_reductions_are_added_up_by_the_year_they_are_planned_for(an_entry):
    entries = [
        an_entry(
            "UA0001",
            planned_reductions=[
                _plan(2020, {"transport": 10, "other": 30}),
                _plan(2030, {"transport": 50}),
                _plan(None, {"transport": 70}),
            ],
        ),
        an_entry(
            "UA0002",
            planned_reductions=[_plan(2020, {"transport": 1}, doubt="implausibly-small")],
        ),
    ]
    assert figures.target_years(entries) == [2020, 2030]
    found = figures.reductions(entries, 2020)
    assert found.sums == (SectorSum("other", 1, 30), SectorSum("transport", 1, 10))
    assert (found.signatories, found.reports, found.tonnes_left_out) == (1, 2, 1)
    assert found.left_out == (Report(entries[1], 1, None, ("implausibly-small",)),)
    assert figures.reductions(entries, None).tonnes == 70


def test_each_source_is_told_once_with_its_newest_day_publications_first():
    facts = [
        Sourced.model_validate(fact)
        for fact in (
            {"url": "https://b.example/", "as_of": "2026-02"},
            {"source": "jrc-2024", "as_of": "2023"},
            {"url": "https://a.example/", "read": "2026-11-21"},
            {"source": "jrc-2024", "as_of": "2024-01"},
        )
    ]
    told = [(fact.source or fact.url, fact.as_of or fact.read) for fact in provenance(facts)]
    assert told == [
        ("jrc-2024", "2024-01"),
        ("https://a.example/", "2026-11-21"),
        ("https://b.example/", "2026-02"),
    ]
    assert provenance(reversed(facts)) == provenance(facts)


@pytest.mark.parametrize("doubt", ["implausible-population", None])
def test_a_doubtful_population_is_no_source(an_entry, doubt):
    population = [{"value": 9, "kind": "declared", "doubt": doubt, **RELEASE}]
    found = figures.populations([an_entry("UA0001", population=population)])
    assert len(found) == (doubt is None)
