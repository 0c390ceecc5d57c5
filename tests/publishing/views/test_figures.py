"""Figures in one language: charts, phases and published numbers."""

from dataclasses import replace
from typing import Any

import pytest

from publishing.records.programme import Phase, Statistic
from publishing.views.citations import Cited
from publishing.views.figures import (
    Chart,
    ChartRow,
    Figures,
    PhaseRow,
    Published,
    country_figures,
    region_figures,
)
from publishing.views.tongue import Worded

RELEASE = {"as_of": "2024-01", "source": "jrc-2024"}


def _status(value: str) -> dict[str, Any]:
    return {"value": value, **RELEASE}


def _people(value: int) -> list[dict[str, Any]]:
    return [{"value": value, "kind": "declared", **RELEASE}]


@pytest.fixture
def some_entries(an_entry):
    return (
        an_entry("UA0001", status=_status("active"), population=_people(1_200_000)),
        an_entry("UA0002", status=_status("on-hold"), population=_people(3_000)),
        an_entry("GE0001", status=_status("active"), commitments={"made": ["2030"], **RELEASE}),
        an_entry(
            "BYX001", adhesion={"date": "2015", "read": "2026-11-21", "url": "https://a.by/1"}
        ),
    )


def _chart(view: Figures, key: str) -> Chart:
    return next(chart for chart in (*view.charts, *view.emissions) if chart.id == key)


def test_the_table_of_countries_says_what_the_map_shows(a_site, some_entries, speaking):
    view = region_figures(a_site(*some_entries), {}, speaking("en"))
    table = _chart(view, "countries")
    assert table.rows[-1] == ChartRow(
        label="Ukraine",
        value="2",
        width=100.0,
        cells=("1", "1", "0", "1.2\N{NO-BREAK SPACE}million"),
        address="figures/ua/",
    )
    by_name = {row.label: (row.value, row.width, row.cells) for row in table.rows}
    assert by_name["Belarus"] == ("1", 50.0, ("", "", "1", ""))
    assert by_name["Kazakhstan"] == ("0", 0.0, ("", "", "", ""))
    assert table.cited == (Cited(1, "January 2024"), Cited(2, "read on 21 November 2026"))


def test_years_and_commitments_say_for_how_many_they_are_known(a_site, some_entries, speaking):
    view = region_figures(a_site(*some_entries), {}, speaking("en"))
    years = _chart(view, "years")
    assert [(row.label, row.value) for row in years.rows if row.value != "0"] == [
        ("2015", "1"),
        ("2021", "3"),
    ]
    assert years.remarks[-1] == "Known for 4 signatories."
    commitments = _chart(view, "commitments")
    assert [row.value for row in commitments.rows] == ["0", "1", "0", "0"]
    assert commitments.remarks[-1] == "Known for 1 signatory."


def test_a_country_without_signatories_has_no_charts(a_site, some_entries, speaking):
    view = country_figures("kz", a_site(*some_entries), {}, speaking("en"))
    assert (view.counts, view.charts, view.emissions, view.reductions) == ((), (), (), ())


def test_a_country_shows_its_phases_and_its_published_numbers(a_site, speaking):
    facts = {"read": "2026-11-21", "url": "https://project.example/1"}
    first = Phase.model_validate(
        {
            "number": 1,
            "part": "central-asia",
            "start": "2011-11",
            "end": "2015-06",
            "countries": ["kz", "kg"],
            "lead": "Lead",
            "partners": ["Partner"],
            "budget_eur": 413_500,
            **facts,
        }
    )
    third = Phase.model_validate({"number": 3, "start": "2021", "countries": ["ua"], **facts})
    numbers = [
        Statistic.model_validate(
            {
                "indicator": "signatories",
                "value": 1250,
                "as_of": day,
                "publisher": "Paper",
                "url": "https://paper.example/",
                **more,
            }
        )
        for day, more in (
            ("2009-02", {"countries": ["ua"]}),
            ("2016-10-31", {"countries": ["ua", "ge"], "precision": "over"}),
            ("2018", {"area": "world"}),
        )
    ]
    site = replace(a_site(), phases=(first, third), statistics=tuple(numbers))
    tongue = speaking("en")
    view = country_figures("ua", site, {}, tongue)
    assert [(row.label, row.dates, row.budget) for row in view.phases] == [
        ("Phase 3", "2021 –", "")
    ]
    assert [line.date for line in view.published] == ["31 October 2016", "February 2009"]
    assert view.published[0] == Published(
        date="31 October 2016",
        where="Georgia, Ukraine",
        what="Signatories",
        number="over 1,250",
        publisher=Worded("Paper", "en"),
        url="https://paper.example/",
    )
    everywhere = region_figures(site, {}, tongue)
    assert everywhere.phases[0] == PhaseRow(
        label="Phase 1, Central Asia only",
        dates="November 2011 – June 2015",
        countries="Kazakhstan, Kyrgyzstan",
        bodies=Worded("Lead, Partner", "en"),
        budget="413,500\N{NO-BREAK SPACE}EUR",
        cited=Cited(1, "read on 21 November 2026"),
    )
    assert [line.where for line in everywhere.published] == [
        "Worldwide",
        "Georgia, Ukraine",
        "Ukraine",
    ]
