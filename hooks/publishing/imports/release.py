"""A release of the source data: the CSV tables of one folder, read as they are."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path


class ReleaseError(ValueError):
    """A release that cannot be imported as it is; the message says what to do."""


Row = dict[str, str]
Grouped = dict[str, list[Row]]


@dataclass(frozen=True, slots=True)
class Release:
    """The tables an import reads; those about a signatory are grouped by its id.

    `names` holds a place's names under the ids of its signatories and under its geonameid.
    """

    signatories: list[Row]
    additional: list[Row]
    names: Grouped
    inventories: Grouped
    inventory_sectors: Grouped
    reductions: Grouped
    facts: Grouped
    coordinators: list[Row]
    supporters: list[Row]


def _rows(folder: Path, name: str) -> list[Row]:
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as table:
        return list(csv.DictReader(table))


def _by(rows: list[Row], key: str) -> Grouped:
    grouped: Grouped = defaultdict(list)
    for row in rows:
        grouped[row[key]].append(row)
    return grouped


def _names_by_signatory(rows: list[Row]) -> Grouped:
    """Group by each signatory id, and by `geonameid` for signatories that have no id."""
    grouped: Grouped = defaultdict(list)
    for row in rows:
        for key in [*filter(None, row["gcom_ids"].split(";")), row["geonameid"]]:
            if key:
                grouped[key].append(row)
    return grouped


def read_release(folder: Path) -> Release:
    """Read the tables of `folder`; a missing table raises FileNotFoundError."""
    return Release(
        signatories=_rows(folder, "signatories"),
        additional=_rows(folder, "signatories_additional"),
        names=_names_by_signatory(_rows(folder, "names")),
        inventories=_by(_rows(folder, "emission_inventories"), "gcom_id"),
        inventory_sectors=_by(
            _rows(folder, "emission_inventories_by_sector"), "emission_inventory_id"
        ),
        reductions=_by(_rows(folder, "planned_reductions"), "gcom_id"),
        facts=_by(_rows(folder, "signatory_facts"), "gcom_id"),
        coordinators=_rows(folder, "coordinators"),
        supporters=_rows(folder, "supporters"),
    )
