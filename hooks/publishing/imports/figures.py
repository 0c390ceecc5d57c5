"""Figures of a signatory from the rows of a release, each with its date and source."""

from typing import Any

from publishing.imports.decisions import Decisions, Provenance
from publishing.imports.release import Release, Row
from publishing.plausibility import inventory_doubts

Plain = dict[str, Any]

_INVENTORY_SECTORS = {
    "Municipal buildings and facilities": "municipal-buildings",
    "Institutional/tertiary buildings and facilities": "tertiary-buildings",
    "Residential buildings and facilities": "residential-buildings",
    "Manufacturing and construction industries": "industry",
    "Transportation": "transport",
    "Waste/wastewater": "waste",
}
_REDUCTION_SECTORS = {
    "Municipal": "municipal",
    "Tertiary": "tertiary",
    "Residential": "residential",
    "Public lighting": "public-lighting",
    "Industry": "industry",
    "Transport": "transport",
    "Local electricity production": "local-electricity",
    "Local heat/cold production": "local-heat",
    "Other": "other",
}
# Evidence in the source -> (what it shows, which of the publications shows it).
_PLAN_EVIDENCE = {
    "submitted-by-2019": ("submitted", "inventories"),
    "monitored-by-2019": ("monitored", "inventories"),
    "submitted-by-2020": ("submitted", "reductions"),
}
_MILESTONES = {
    "climate_neutrality_year": "climate-neutrality-year",
    "co2_reduction_reached_2020_percent": "reduction-reached-2020",
    "co2_reduction_2030_t": "reduction-planned-2030",
}


def number(text: str) -> int | float:
    """Read a number as it is written: whole where it is whole.

    >>> number("1077600"), number("59.50")
    (1077600, 59.5)
    """
    value = float(text)
    return int(value) if value.is_integer() else value


def known_only(plain: Plain) -> Plain:
    """Drop what no source gives: an empty cell is unknown."""
    return {key: value for key, value in plain.items() if value not in (None, "", [], {})}


def from_the_web(row: Row, origin: Provenance, as_of: str = "") -> Plain:
    """Name the page a row was read on, and the day it speaks of or was read."""
    date = {"as_of": as_of} if as_of else {"read": str(origin.collected)}
    return {**date, "url": row["source_url"]}


def populations(row: Row, facts: list[Row], decisions: Decisions) -> list[Plain]:
    """Return the declared population, with the doubt people noted, and a census."""
    origin = decisions.provenance
    doubts = {doubt.id: doubt.doubt for doubt in decisions.population_doubts}
    declared = {
        "value": number(row["population_at_adhesion"]),
        "kind": "declared",
        **origin.release.plain(),
    }
    if row["gcom_id"] in doubts:
        declared["doubt"] = doubts[row["gcom_id"]]
    census = [
        {
            "value": number(fact["value"]),
            "kind": "census",
            **from_the_web(fact, origin, as_of="2014"),
        }
        for fact in facts
        if fact["field"] == "population_census_2014"
    ]
    return [declared, *census]


def adhesion(row: Row, origin: Provenance) -> Plain:
    """Return the latest adhesion."""
    kind = "group" if row["adhesion_type"].startswith("As a group") else "individual"
    return known_only(
        {
            "date": row["adhesion_date"],
            "kind": kind if row["adhesion_type"] else None,
            "group": row["group_name"],
            **origin.release.plain(),
        }
    )


def first_adhesion(facts: list[Row], origin: Provenance) -> Plain | None:
    """Return the first adhesion, where a page names it."""
    for fact in facts:
        if fact["field"] in ("first_adhesion_year", "first_adhesion_date"):
            return {"date": fact["value"], **from_the_web(fact, origin)}
    return None


def action_plans(row: Row, facts: list[Row], origin: Provenance) -> list[Plain]:
    """Return what shows that an action plan exists."""
    plans = []
    evidence = row["action_plan_evidence"]
    if evidence in _PLAN_EVIDENCE:
        kind, where = _PLAN_EVIDENCE[evidence]
        plans.append({"evidence": kind, **getattr(origin, where).plain()})
    if evidence == "target-published":
        plans.append(
            {"evidence": "target-published", "as_of": "2022", "url": row["co2_target_url"]}
        )
    plans += [
        {"evidence": "approved", **from_the_web(fact, origin, fact["as_of"])}
        for fact in facts
        if fact["field"] == "secap_approved"
    ]
    return plans


def _energy(line: Row) -> float | None:
    """Return the energy of a sector in MWh.

    Waste has none to report: the source writes 0 in each of its rows, and in no other.
    """
    is_reported = line["energy_mwh"] and _INVENTORY_SECTORS[line["sector"]] != "waste"
    return number(line["energy_mwh"]) if is_reported else None


def inventories(release: Release, signatory: Row, origin: Provenance) -> list[Plain]:
    """Return the emission inventories with their sectors, in a fixed order."""
    found = []
    for row in release.inventories.get(signatory["gcom_id"], []):
        sectors = [
            known_only(
                {
                    "sector": _INVENTORY_SECTORS[line["sector"]],
                    "emissions_t": number(line["emissions_t"]),
                    "energy_mwh": _energy(line),
                }
            )
            for line in release.inventory_sectors.get(row["emission_inventory_id"], [])
            if line["emissions_t"]
        ]
        found.append(
            known_only(
                {
                    "id": f"I{row['emission_inventory_id']}",
                    "kind": row["inventory_type"],
                    "year": number(row["inventory_year"]),
                    "emissions_t": number(row["emissions_t"]),
                    "population": number(row["population"]) if row["population"] else None,
                    "doubts": _doubts(row, signatory),
                    **origin.inventories.plain(),
                    "sectors": sectors,
                }
            )
        )
    return sorted(found, key=lambda plain: (plain["kind"], plain["year"], plain["id"]))


def _doubts(row: Row, signatory: Row) -> list[str]:
    """Return what speaks against an inventory: of a baseline what the release itself says."""
    if row["inventory_type"] == "baseline":
        return list(filter(None, signatory["baseline_flags"].split(";")))
    population = int(number(row["population"])) if row["population"] else None
    declared = int(number(signatory["population_at_adhesion"]))
    return list(inventory_doubts(number(row["emissions_t"]), population, declared))


def planned_reductions(rows: list[Row], origin: Provenance) -> list[Plain]:
    """Return the planned reductions, one a target year."""
    plans: dict[str, Plain] = {}
    for row in rows:
        year = row["target_year"]
        plan = plans.setdefault(
            year,
            known_only(
                {
                    "target_year": int(year) if year.isdigit() else None,
                    "total_t": number(row["total_reduction_t"]),
                    "doubt": row["flag"],
                    **origin.reductions.plain(),
                }
            )
            | {"sectors": []},
        )
        share = number(row["share_percent"]) if row["share_percent"] else None
        line = {
            "sector": _REDUCTION_SECTORS[row["sector"]],
            "reduction_t": number(row["reduction_t"]),
        }
        plan["sectors"].append(line if share is None else {**line, "share_percent": share})
    return [plans[year] for year in sorted(plans)]


def targets(row: Row, facts: list[Row], origin: Provenance) -> list[Plain]:
    """Return the published targets."""
    targets = []
    if row["co2_target_percent"]:
        targets.append(
            known_only(
                {
                    "percent": number(row["co2_target_percent"]),
                    "year": int(row["co2_target_year"]),
                    "base_year": int(row["co2_target_base_year"])
                    if row["co2_target_base_year"]
                    else None,
                    "as_of": "2022",
                    "url": row["co2_target_url"],
                }
            )
        )
    targets += [
        {
            "percent": number(fact["value"]),
            "year": 2030,
            **from_the_web(fact, origin, fact["as_of"]),
        }
        for fact in facts
        if fact["field"] == "co2_commitment_2030_percent"
    ]
    return targets


def milestones(facts: list[Row], origin: Provenance) -> list[Plain]:
    """Return single published facts of other kinds."""
    return [
        {
            "kind": _MILESTONES[fact["field"]],
            "value": number(fact["value"]),
            **from_the_web(fact, origin, fact["as_of"]),
        }
        for fact in facts
        if fact["field"] in _MILESTONES
    ]
