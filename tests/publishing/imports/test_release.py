import shutil
from pathlib import Path

import pytest

from publishing.imports.release import read_release

RELEASE = Path(__file__).parent / "release"


def test_tables_about_a_signatory_are_grouped_by_its_id():
    release = read_release(RELEASE)
    assert [row["gcom_id"] for row in release.signatories] == [
        "GE0008",
        "KZ0007",
        "MD0003",
        "UA0303",
    ]
    assert {key: len(rows) for key, rows in release.inventories.items()} == {"GE0008": 1}
    assert {key: len(rows) for key, rows in release.inventory_sectors.items()} == {"30515": 5}
    assert {key: len(rows) for key, rows in release.reductions.items()} == {"GE0008": 5}
    assert {key: len(rows) for key, rows in release.facts.items()} == {"GE0008": 2}


def test_names_are_found_by_signatory_and_by_place():
    names = read_release(RELEASE).names
    assert [row["name"] for row in names["MD0102"]] == ["Cimişlia", "Cimișlia", "Чимишлия"]
    assert names["MD0003"] == names["MD0102"] == names["618406"]
    assert [row["lang"] for row in names["623317"]] == ["be", "en", "ru"]
    assert "" not in names


def test_a_byte_order_mark_is_no_part_of_the_first_column(tmp_path):
    folder = shutil.copytree(RELEASE, tmp_path / "release")
    table = folder / "signatories.csv"
    table.write_bytes(b"\xef\xbb\xbf" + table.read_bytes())
    assert read_release(folder).signatories[0]["gcom_id"] == "GE0008"


@pytest.mark.parametrize("table", ["signatories", "names", "supporters"])
def test_a_missing_table_is_an_error_that_names_it(tmp_path, table):
    folder = shutil.copytree(RELEASE, tmp_path / "release")
    (folder / f"{table}.csv").unlink()
    with pytest.raises(FileNotFoundError, match=f"{table}.csv"):
        read_release(folder)
