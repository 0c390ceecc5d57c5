"""A small release, and a site into which it is imported."""

import csv
import shutil
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture
def site_root(tmp_path):
    """A site without records, with what people decided about the source data."""
    folder = tmp_path / "site/data/imports"
    folder.mkdir(parents=True)
    shutil.copy(HERE / "decisions.yml", folder)
    return tmp_path / "site"


@pytest.fixture
def release(tmp_path):
    """A copy of the small release, to be changed by a test."""
    return shutil.copytree(HERE / "release", tmp_path / "release")


@pytest.fixture
def edit_table(release):
    """A maker of changes: sets columns of the rows that a test picks, or drops them (None)."""

    def edit(table, picked, change):
        file = release / f"{table}.csv"
        with file.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        columns = list(rows[0])
        edited = [{**row, **(change or {})} if picked(row) else row for row in rows]
        kept = [
            row
            for row, before in zip(edited, rows, strict=True)
            if change is not None or not picked(before)
        ]
        with file.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, columns)
            writer.writeheader()
            writer.writerows(kept)

    return edit
