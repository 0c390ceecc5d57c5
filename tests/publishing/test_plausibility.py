"""What speaks against an inventory, and that every stored one is held against it."""

from pathlib import Path

import pytest
import yaml

from publishing.plausibility import inventory_doubts

RECORDS = sorted((Path(__file__).parents[2] / "data/signatories").glob("*/*.yml"))


@pytest.mark.parametrize(
    ("emissions", "population", "declared", "doubts"),
    [
        (5_000, 1_000, 1_000, ()),
        (500, 1_000, 1_000, ()),
        (499, 1_000, 1_000, ("low-per-capita",)),
        (12_000, 1_000, 1_000, ()),
        (12_001, 1_000, 1_000, ("high-per-capita",)),
        (5_000, 1_000, 1_500, ()),
        (5_000, 1_000, 1_501, ("population-differs-from-adhesion",)),
        (5_000, 1_501, 1_000, ("population-differs-from-adhesion",)),
        (100, 1_000, 9_000, ("low-per-capita", "population-differs-from-adhesion")),
        (100, None, 1_000, ("low-per-capita",)),
        (100, 1_000, None, ("low-per-capita",)),
        (100, None, None, ()),
        (0, 0, 0, ()),
    ],
)
def test_emissions_for_an_inhabitant_and_two_populations(emissions, population, declared, doubts):
    assert inventory_doubts(emissions, population, declared) == doubts


def test_every_inventory_carries_the_doubts_of_the_rule():
    """A monitoring inventory no less than a baseline inventory, which the release flags itself."""
    wrong = []
    for file in RECORDS:
        record = yaml.load(file.read_bytes(), yaml.CSafeLoader)
        declared = [
            one["value"] for one in record.get("population", []) if one["kind"] == "declared"
        ]
        for inventory in record.get("inventories", []):
            found = inventory_doubts(
                inventory["emissions_t"], inventory.get("population"), next(iter(declared), None)
            )
            if list(found) != inventory.get("doubts", []):
                wrong.append((file.stem, inventory["kind"], inventory["year"], found))
    assert wrong == []
