"""Rows of a release as the plain values of our records. Pure: nothing is read or written."""

from collections.abc import Iterator

from publishing.imports.decisions import Decisions, Provenance
from publishing.imports.figures import (
    Plain,
    action_plans,
    adhesion,
    first_adhesion,
    from_the_web,
    inventories,
    known_only,
    milestones,
    number,
    planned_reductions,
    populations,
    targets,
)
from publishing.imports.release import Release, ReleaseError, Row
from publishing.imports.slugs import free_slug, slug_of

RecordPath = tuple[str, str]

_ADHESION_PRECISION = {"ceremony-day": "ceremony", "on-or-before": "on-or-before"}


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
    return known_only(
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


def _body(bodies: dict[str, str], country: str, name: str) -> str | None:
    if not name:
        return None
    try:
        return bodies[f"{country}:{name}"]
    except KeyError:
        raise ReleaseError(
            f"'{name}' ({country}) stands in no table of coordinators or supporters: add it there, "
            "or to dropped_supporters in data/imports/decisions.yml"
        ) from None


def _signatory(release: Release, row: Row, decisions: Decisions, bodies: dict[str, str]) -> Plain:
    key = row["gcom_id"]
    facts = release.facts.get(key, [])
    origin = decisions.provenance
    corrected = {correction.id: correction for correction in decisions.corrections}
    name = corrected[key].name if key in corrected else row["name"]
    place = row["place_name"]
    if key in corrected:
        place = corrected[key].place or corrected[key].name
    supporter = row["supporter"]
    if supporter in decisions.dropped_supporters:
        supporter = ""
    country = row["country_code"].lower()
    return known_only(
        {
            "id": key,
            "name": name,
            "place": place if place != name and not place.endswith("ska") else None,
            "district": row["is_district"] == "true" or None,
            "geonameid": int(row["geonameid"]) if row["geonameid"] else None,
            "names": _names(release.names.get(key, []), key, decisions),
            "position": _position(row),
            "status": {"value": row["status"], **origin.release.plain()},
            "adhesion": adhesion(row, origin),
            "first_adhesion": first_adhesion(facts, origin),
            "commitments": {"made": row["commitments"].split(";"), **origin.release.plain()},
            "population": populations(row, facts, decisions),
            "action_plan": action_plans(row, facts, origin),
            "inventories": inventories(release, row, origin),
            "planned_reductions": planned_reductions(release.reductions.get(key, []), origin),
            "targets": targets(row, facts, origin),
            "milestones": milestones(facts, origin),
            "coordinator": _body(bodies, country, row["coordinator"]),
            "supporter": _body(bodies, country, supporter),
            "related": _related(key, decisions),
        }
    )


def _additional(release: Release, row: Row, key: str, decisions: Decisions) -> Plain:
    origin = decisions.provenance
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
        plain["adhesion"] = known_only(
            {"date": row["adhesion_date"], "precision": precision, **from_the_web(row, origin)}
        )
    else:
        plain["named_as_signatory"] = from_the_web(row, origin, as_of="2026-02")
    if row["co2_target_percent"]:
        plain["targets"] = [
            {
                "percent": number(row["co2_target_percent"]),
                "year": int(row["co2_target_year"]),
                "base_year": int(row["baseline_year"]),
                **from_the_web(row, origin),
            }
        ]
    return known_only(plain)


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
        for (country, slug), plain in organisation_records(release, kind, decisions.provenance)
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


def organisation_records(
    release: Release, kind: str, origin: Provenance
) -> Iterator[tuple[RecordPath, Plain]]:
    """Yield ((country, slug), plain record) for `coordinators` or `supporters`.

    The slug is unique over all countries: national bodies of one name are told apart by their
    country. An international body is one record, yielded once for each country that it works in.
    """
    rows = release.coordinators if kind == "coordinators" else release.supporters
    taken: set[str] = set()
    for group in _bodies(rows):
        row, countries = group[0], [one["country_code"].lower() for one in group]
        base = slug_of(_readable(row["name"]))[:60].strip("-")
        slug = free_slug([base, f"{base}-{countries[0]}"], taken)
        taken.add(slug)
        plain = _organisation(row, countries, origin)
        yield from (((country, slug), plain) for country in countries)


def _bodies(rows: list[Row]) -> Iterator[list[Row]]:
    """Yield the rows of each body: of an international one, those of all its countries."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        country = "" if row.get("scope") == "international" else row["country_code"]
        groups.setdefault((row["name"], country), []).append(row)
    yield from groups.values()


def _organisation(row: Row, countries: list[str], origin: Provenance) -> Plain:
    from_release = row["source"].startswith(origin.label)
    since = row.get("signing_year_web") or row.get("since_year_web")
    supported = row.get("signatories_supported_web")
    page = from_the_web(row, origin)
    is_named_twice = from_release and row["source"].endswith("web") and not since
    is_international = row.get("scope") == "international"
    return known_only(
        {
            "name": row["name"],
            "country": None if is_international else countries[0],
            "kind": row.get("type"),
            "scope": row.get("scope"),
            "countries": countries if is_international else None,
            "since": {"year": int(since), **page} if since else None,
            "supported": {"number": int(supported), **page} if supported else None,
            "named": [page] if is_named_twice else None,
            **(origin.release.plain() if from_release else page),
        }
    )


def _readable(name: str) -> str:
    return name.replace('"', "")
