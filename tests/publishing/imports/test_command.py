from pathlib import Path
from typing import Any

import pytest

from publishing.imports.command import import_release
from publishing.imports.release import Row
from publishing.records.organisations import Coordinator, Supporter
from publishing.records.signatories import Signatory
from publishing.records.values import parse_record
from publishing.sources import read_yaml

WRITTEN = Path(__file__).parent / "written"
LISAKOVSK = "data/signatories/kz/lisakovsk.yml"


def _files(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for kind in ("signatories", "coordinators", "supporters")
        for file in sorted((folder / kind).rglob("*.yml"))
    }


def _run(root: Path, release: Path, *, write: bool = False) -> list[str]:
    return import_release(root, release, write=write)[0]


def _value(root: Path, path: str) -> Any:
    return read_yaml(root, root / path)[0].value


def _is_korsun(row: Row) -> bool:
    return row["gcom_id"] == "UA0303"


def _is_lisakovsk(row: Row) -> bool:
    return row["gcom_id"] == "KZ0007"


def test_a_first_import_tells_every_record_and_writes_nothing(site_root, release):
    assert _run(site_root, release) == [
        (
            "new      data/coordinators/"
            "ministry-of-regional-development-construction-and-municipal.yml: "
            "Ministry of regional development, construction and municipal economy of Ukraine"
        ),
        "new      data/signatories/az/horadiz.yml: Horadiz",
        "new      data/signatories/by/pinsk-district.yml: Pinsk District",
        "new      data/signatories/by/polotsk.yml: Polotsk",
        "new      data/signatories/ge/gori.yml: Gori",
        "new      data/signatories/kz/lisakovsk.yml: Lisakovsk",
        "new      data/signatories/md/cimislia.yml: Cimișlia (Rayon)",
        "new      data/signatories/ua/korsun-shevchenkivskyi.yml: Korsun-Shevchenkivskyi AC",
        (
            "new      data/supporters/"
            "all-ukrainian-association-of-local-governments-association-o.yml: "
            'ALL-UKRAINIAN ASSOCIATION OF LOCAL GOVERNMENTS "ASSOCIATION OF UKRAINIAN CITIES"'
        ),
        "9 records read, 9 changes",
    ]
    assert _files(site_root / "data") == {}


def test_the_written_files_are_those_that_are_stored(site_root, release):
    _run(site_root, release, write=True)
    assert _files(site_root / "data") == _files(WRITTEN)


@pytest.mark.parametrize(
    ("folder", "model"),
    [("signatories", Signatory), ("coordinators", Coordinator), ("supporters", Supporter)],
)
def test_the_written_files_pass_the_checks_of_editors(folder, model):
    for file in sorted((WRITTEN / folder).rglob("*.yml")):
        source, problems = read_yaml(WRITTEN, file)
        record, mistakes = parse_record(model, source)
        assert (problems, mistakes) == ([], [])
        assert record is not None


def test_a_second_import_changes_nothing(site_root, release):
    _run(site_root, release, write=True)
    before = _files(site_root / "data")
    assert _run(site_root, release, write=True) == ["9 records read, 0 changes"]
    assert _files(site_root / "data") == before


def test_a_changed_figure_is_told_in_one_line_and_written_on_demand(site_root, release, edit_table):
    _run(site_root, release, write=True)
    edit_table("signatories", _is_korsun, {"population_at_adhesion": "21000"})
    path = "data/signatories/ua/korsun-shevchenkivskyi.yml"
    assert _run(site_root, release) == [
        f"changed  {path}: population, item 1, value: 20733 -> 21000",
        "9 records read, 1 change",
    ]
    assert _value(site_root, path)["population"][0]["value"] == 20733
    _run(site_root, release, write=True)
    assert _value(site_root, path)["population"][0]["value"] == 21000


def test_a_change_deep_inside_a_record_shows_the_old_and_the_new_figure(
    site_root, release, edit_table
):
    _run(site_root, release, write=True)
    edit_table(
        "emission_inventories_by_sector",
        lambda row: row["sector"] == "Transportation",
        {"emissions_t": "10600"},
    )
    told = [line for line in _run(site_root, release) if line.startswith("changed")]
    assert ["10519" in line and "10600" in line for line in told] == [True]


def test_a_name_written_in_two_alphabets_stays_corrected(site_root, release):
    _run(site_root, release, write=True)
    record = _value(site_root, "data/signatories/ua/korsun-shevchenkivskyi.yml")
    assert (record["name"], record["name"].isascii()) == ("Korsun-Shevchenkivskyi AC", True)
    assert record["place"] == "Korsun-Shevchenkivskyi"


@pytest.fixture
def with_an_editors_population(site_root, release):
    """A site whose editors put in another population, and said that it shall be kept."""
    _run(site_root, release, write=True)
    file = site_root / LISAKOVSK
    text = file.read_text(encoding="utf-8").replace("value: 408565", "value: 36000")
    file.write_text(text + "keep: [population]\n", encoding="utf-8")
    return site_root


def test_a_field_that_editors_keep_is_not_overwritten(
    with_an_editors_population, release, edit_table
):
    edit_table("signatories", _is_lisakovsk, {"status": "active"})
    changed, kept, _count = _run(with_an_editors_population, release, write=True)
    assert changed == f"changed  {LISAKOVSK}: status, value: on-hold -> active"
    assert kept.startswith(f"kept     {LISAKOVSK}: population: the release says ")
    assert "408565" in kept
    record = _value(with_an_editors_population, LISAKOVSK)
    assert (record["status"]["value"], record["population"][0]["value"], record["keep"]) == (
        "active",
        36000,
        ["population"],
    )


def test_what_is_kept_is_no_change(with_an_editors_population, release):
    assert _run(with_an_editors_population, release)[-1] == "9 records read, 0 changes"


def test_a_record_that_the_release_lost_is_told_and_stays(site_root, release, edit_table):
    _run(site_root, release, write=True)
    edit_table("signatories", _is_lisakovsk, None)
    lines = _run(site_root, release, write=True)
    assert lines[0] == f"gone     {LISAKOVSK}: not in this release"
    assert len(lines) == 2
    assert _value(site_root, LISAKOVSK)["id"] == "KZ0007"


def test_an_address_never_changes_even_if_the_name_does(site_root, release, edit_table):
    _run(site_root, release, write=True)
    edit_table("signatories", _is_lisakovsk, {"name": "Lisakov", "place_name": "Lisakov"})
    lines = _run(site_root, release, write=True)
    assert lines[0] == f"changed  {LISAKOVSK}: name: Lisakovsk -> Lisakov"
    assert _value(site_root, LISAKOVSK)["name"] == "Lisakov"
    assert list((site_root / "data/signatories/kz").iterdir()) == [site_root / LISAKOVSK]


def test_a_new_signatory_does_not_take_the_address_of_another(site_root, release, edit_table):
    _run(site_root, release, write=True)
    edit_table("signatories", _is_lisakovsk, {"gcom_id": "KZ0099"})
    lines = _run(site_root, release)
    assert lines == [
        "new      data/signatories/kz/lisakovsk-2.yml: Lisakovsk",
        f"gone     {LISAKOVSK}: not in this release",
        "9 records read, 2 changes",
    ]


def test_a_mistake_in_the_decisions_is_told_and_nothing_is_written(site_root, release):
    file = site_root / "data/imports/decisions.yml"
    text = file.read_text(encoding="utf-8")
    wrong = "slugs: {MD0003: Not a slug}\nslug: {}\n"
    file.write_text(wrong + text[text.index("provenance:") :], encoding="utf-8")
    assert "\n".join(_run(site_root, release, write=True)).splitlines() == [
        (
            "data/imports/decisions.yml:1: slugs, MD0003: "
            "expected lower-case letters a–z, digits and single hyphens, found 'Not a slug'"
        ),
        "    hint: Such as 'bila-tserkva'.",
        "data/imports/decisions.yml:2: slug: expected a known key, found 'slug'",
        "    hint: Did you mean 'slugs'?",
        "2 mistakes, 0 notes",
    ]
    assert _files(site_root / "data") == {}


def test_a_signatory_without_an_id_is_told_and_is_no_traceback(site_root, release):
    file = site_root / "data/imports/decisions.yml"
    text = file.read_text(encoding="utf-8").replace("slug: polotsk", "slug: polock")
    file.write_text(text, encoding="utf-8")
    lines = _run(site_root, release, write=True)
    assert "own_ids" in lines[0]
    assert "by/polotsk" in lines[0]
    assert _files(site_root / "data") == {}


def test_a_folder_without_the_tables_is_told_and_is_no_traceback(site_root, tmp_path):
    lines = _run(site_root, tmp_path / "nowhere")
    assert "signatories.csv" in lines[0]


def test_a_file_without_an_id_does_not_stop_the_import(site_root, release):
    _run(site_root, release, write=True)
    file = site_root / LISAKOVSK
    text = file.read_text(encoding="utf-8").replace("id: KZ0007\n", "", 1)
    file.write_text(text, encoding="utf-8")
    lines = _run(site_root, release)
    assert lines[-1].startswith("9 records read")
