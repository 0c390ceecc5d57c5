"""Rows of a release as the plain values of our records. Pure: nothing is read or written."""

from collections.abc import Iterator
from typing import Any

from publishing.imports.decisions import Decisions
from publishing.imports.release import Release, ReleaseError, Row
from publishing.imports.slugs import free_slug, slug_of

Plain = dict[str, Any]
RecordPath = tuple[str, str]

_RELEASE = {"as_of": "2024-01", "source": "jrc-2024"}
_INVENTORIES = {"as_of": "2019", "source": "jrc-2019"}
_REDUCTIONS = {"as_of": "2020-10", "source": "com-2020"}
_COLLECTED = "2026-11-21"

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
_PLAN_EVIDENCE = {
    "submitted-by-2019": {"evidence": "submitted", **_INVENTORIES},
    "monitored-by-2019": {"evidence": "monitored", **_INVENTORIES},
    "submitted-by-2020": {"evidence": "submitted", **_REDUCTIONS},
}
_ADHESION_PRECISION = {"ceremony-day": "ceremony", "on-or-before": "on-or-before"}
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


def _known(plain: Plain) -> Plain:
    return {key: value for key, value in plain.items() if value not in (None, "", [], {})}


def _web(row: Row, as_of: str = "") -> Plain:
    date = {"as_of": as_of} if as_of else {"read": _COLLECTED}
    return {**date, "url": row["source_url"]}


def _population(row: Row, facts: list[Row], decisions: Decisions) -> list[Plain]:
    doubts = {doubt.id: doubt.doubt for doubt in decisions.population_doubts}
    declared = {"value": number(row["population_at_adhesion"]), "kind": "declared", **_RELEASE}
    if row["gcom_id"] in doubts:
        declared["doubt"] = doubts[row["gcom_id"]]
    census = [
        {"value": number(fact["value"]), "kind": "census", **_web(fact, as_of="2014")}
        for fact in facts
        if fact["field"] == "population_census_2014"
    ]
    return [declared, *census]


def _adhesion(row: Row) -> Plain:
    kind = "group" if row["adhesion_type"].startswith("As a group") else "individual"
    return _known(
        {
            "date": row["adhesion_date"],
            "kind": kind if row["adhesion_type"] else None,
            "group": row["group_name"],
            **_RELEASE,
        }
    )


def _first_adhesion(facts: list[Row]) -> Plain | None:
    for fact in facts:
        if fact["field"] in ("first_adhesion_year", "first_adhesion_date"):
            return {"date": fact["value"], **_web(fact)}
    return None


def _action_plan(row: Row, facts: list[Row]) -> list[Plain]:
    plans = []
    evidence = row["action_plan_evidence"]
    if evidence in _PLAN_EVIDENCE:
        plans.append(dict(_PLAN_EVIDENCE[evidence]))
    if evidence == "target-published":
        plans.append(
            {"evidence": "target-published", "as_of": "2022", "url": row["co2_target_url"]}
        )
    plans += [
        {"evidence": "approved", **_web(fact, fact["as_of"])}
        for fact in facts
        if fact["field"] == "secap_approved"
    ]
    return plans


def _inventories(release: Release, key: str, baseline_flags: str) -> list[Plain]:
    found = []
    for row in release.inventories.get(key, []):
        sectors = [
            _known(
                {
                    "sector": _INVENTORY_SECTORS[line["sector"]],
                    "emissions_t": number(line["emissions_t"]) if line["emissions_t"] else 0,
                    "energy_mwh": number(line["energy_mwh"]) if line["energy_mwh"] else None,
                }
            )
            | {"emissions_t": number(line["emissions_t"])}
            for line in release.inventory_sectors.get(row["emission_inventory_id"], [])
            if line["emissions_t"]
        ]
        is_baseline = row["inventory_type"] == "baseline"
        found.append(
            _known(
                {
                    "id": f"I{row['emission_inventory_id']}",
                    "kind": row["inventory_type"],
                    "year": number(row["inventory_year"]),
                    "emissions_t": number(row["emissions_t"]),
                    "population": number(row["population"]) if row["population"] else None,
                    "doubts": baseline_flags.split(";") if is_baseline and baseline_flags else [],
                    **_INVENTORIES,
                    "sectors": sectors,
                }
            )
        )
    return sorted(found, key=lambda plain: (plain["kind"], plain["year"], plain["id"]))


def _planned_reductions(rows: list[Row]) -> list[Plain]:
    plans: dict[str, Plain] = {}
    for row in rows:
        year = row["target_year"]
        plan = plans.setdefault(
            year,
            _known(
                {
                    "target_year": int(year) if year.isdigit() else None,
                    "total_t": number(row["total_reduction_t"]),
                    "doubt": row["flag"],
                    **_REDUCTIONS,
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


def _targets(row: Row, facts: list[Row]) -> list[Plain]:
    targets = []
    if row["co2_target_percent"]:
        targets.append(
            _known(
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
        {"percent": number(fact["value"]), "year": 2030, **_web(fact, fact["as_of"])}
        for fact in facts
        if fact["field"] == "co2_commitment_2030_percent"
    ]
    return targets


def _milestones(facts: list[Row]) -> list[Plain]:
    return [
        {
            "kind": _MILESTONES[fact["field"]],
            "value": number(fact["value"]),
            **_web(fact, fact["as_of"]),
        }
        for fact in facts
        if fact["field"] in _MILESTONES
    ]


def _names(rows: list[Row], key: str, decisions: Decisions) -> list[Plain]:
    """Names from the source and from the editors, who put others of that language out of sight."""
    added = [item.name.model_dump(mode="json") for item in decisions.names if item.id == key]
    decided = {name["language"]: name["name"] for name in added if name["confidence"] != "low"}
    unique: dict[tuple[str, str], Plain] = {}
    for row in rows:
        surpassed = decided.get(row["lang"], row["name"].strip()) != row["name"].strip()
        unique[row["lang"], row["name"].strip()] = {
            "language": row["lang"],
            "name": row["name"].strip(),
            "confidence": "low" if surpassed else row["confidence"],
            "source": "geonames",
        }
    for name in added:
        unique.setdefault((name["language"], name["name"]), name)
    return [unique[pair] for pair in sorted(unique)]


def _position(row: Row) -> Plain | None:
    if not row.get("latitude"):
        return None
    source = row.get("coordinates_source") or "geonames"
    return _known(
        {
            "latitude": round(float(row["latitude"]), 5),
            "longitude": round(float(row["longitude"]), 5),
            "source": "jrc-2024" if source == "jrc" else source,
            "doubt": row.get("coordinates_flag"),
        }
    )


def _related(key: str, decisions: Decisions) -> list[Plain]:
    return [
        link.related.model_dump(mode="json") for link in decisions.relationships if link.id == key
    ]


def _signatory(release: Release, row: Row, decisions: Decisions, bodies: dict[str, str]) -> Plain:
    key = row["gcom_id"]
    facts = release.facts.get(key, [])
    corrected = {correction.id: correction for correction in decisions.corrections}
    name = corrected[key].name if key in corrected else row["name"]
    place = row["place_name"]
    if key in corrected:
        place = corrected[key].place or corrected[key].name
    supporter = row["supporter"]
    if supporter in decisions.dropped_supporters:
        supporter = ""
    country = row["country_code"].lower()
    return _known(
        {
            "id": key,
            "name": name,
            "place": place if place != name and not place.endswith("ska") else None,
            "district": row["is_district"] == "true" or None,
            "geonameid": int(row["geonameid"]) if row["geonameid"] else None,
            "names": _names(release.names.get(key, []), key, decisions),
            "position": _position(row),
            "status": {"value": row["status"], **_RELEASE},
            "adhesion": _adhesion(row),
            "first_adhesion": _first_adhesion(facts),
            "commitments": {"made": row["commitments"].split(";"), **_RELEASE},
            "population": _population(row, facts, decisions),
            "action_plan": _action_plan(row, facts),
            "inventories": _inventories(release, key, row["baseline_flags"]),
            "planned_reductions": _planned_reductions(release.reductions.get(key, [])),
            "targets": _targets(row, facts),
            "milestones": _milestones(facts),
            "coordinator": bodies.get(f"{country}:{row['coordinator']}"),
            "supporter": bodies.get(f"{country}:{supporter}"),
            "related": _related(key, decisions),
        }
    )


def _additional(release: Release, row: Row, key: str, decisions: Decisions) -> Plain:
    plain: Plain = {
        "id": key,
        "name": row["name"],
        "district": "District" in row["name"] or None,
        "geonameid": int(row["geonameid"]) if row["geonameid"] else None,
        "names": _names(release.names.get(row["geonameid"], []), key, decisions),
        "position": _position(row),
    }
    if row["adhesion_date"]:
        precision = _ADHESION_PRECISION.get(row["adhesion_date_precision"])
        plain["adhesion"] = _known(
            {"date": row["adhesion_date"], "precision": precision, **_web(row)}
        )
    else:
        plain["named_as_signatory"] = _web(row, as_of="2026-02")
    if row["co2_target_percent"]:
        plain["targets"] = [
            {
                "percent": number(row["co2_target_percent"]),
                "year": int(row["co2_target_year"]),
                "base_year": int(row["baseline_year"]),
                **_web(row),
            }
        ]
    return _known(plain)


def _place_of(plain: Plain) -> str:
    return str(plain.get("place", plain["name"]))


def _address(plain: Plain, taken: set[str], decisions: Decisions, place_is_shared: bool) -> str:
    decided = decisions.slugs.get(plain["id"])
    if decided:
        return decided
    short = slug_of(_place_of(plain))
    long = slug_of(plain["name"])
    prefer_long = place_is_shared and plain.get("place") is not None
    return free_slug([long] if prefer_long else [short, long], taken)


def signatory_records(
    release: Release, decisions: Decisions, known: dict[str, RecordPath]
) -> Iterator[tuple[RecordPath, Plain]]:
    """Yield ((country, slug), plain record) for each signatory of a release.

    `known` maps the ids published before to their address, which never changes.
    """
    bodies = {
        f"{country}:{plain['name']}": slug
        for kind in ("coordinators", "supporters")
        for (country, slug), plain in organisation_records(release, kind)
    }
    plains = [
        (row["country_code"].lower(), _signatory(release, row, decisions, bodies))
        for row in release.signatories
    ]
    own = {(item.country, item.slug): item.id for item in decisions.own_ids}
    for row in release.additional:
        country = row["country_code"].lower()
        key = own.get((country, slug_of(row["name"])))
        if key is None:
            raise ReleaseError(
                f"{country}/{slug_of(row['name'])} has no id: give it one of our own, "
                "in own_ids of data/imports/decisions.yml"
            )
        plains.append((country, _additional(release, row, key, decisions)))

    shares: dict[tuple[str, str], int] = {}
    for country, plain in plains:
        place = (country, slug_of(_place_of(plain)))
        shares[place] = shares.get(place, 0) + 1
    taken: dict[str, set[str]] = {}
    for country, slug in known.values():
        taken.setdefault(country, set()).add(slug)
    for country, plain in sorted(plains, key=lambda pair: ("place" in pair[1], pair[1]["id"])):
        if plain["id"] in known:
            yield known[plain["id"]], plain
            continue
        used = taken.setdefault(country, set())
        shared = shares[country, slug_of(_place_of(plain))] > 1
        slug = _address(plain, used, decisions, shared)
        used.add(slug)
        yield (country, slug), plain


def organisation_records(release: Release, kind: str) -> Iterator[tuple[RecordPath, Plain]]:
    """Yield ((country, slug), plain record) for `coordinators` or `supporters`.

    The slug is unique over all countries: a body active in two is told apart by its country.
    """
    rows = release.coordinators if kind == "coordinators" else release.supporters
    taken: set[str] = set()
    for row in rows:
        country = row["country_code"].lower()
        name = _readable(row["name"])
        base = slug_of(name)[:60].strip("-")
        slug = free_slug([base, f"{base}-{country}"], taken)
        taken.add(slug)
        from_release = row["source"].startswith("JRC 2024")
        since = row.get("signing_year_web") or row.get("since_year_web")
        provenance = _RELEASE if from_release else _web(row)
        plain = {
            "name": row["name"],
            "country": country,
            "kind": row.get("type"),
            "scope": row.get("scope"),
            "since": int(since) if since else None,
            **provenance,
        }
        yield (country, slug), _known(plain)


def _readable(name: str) -> str:
    return name.replace('"', "")
