"""The real open data: valid for others' programs, equal to what the records say."""

import csv
import hashlib
import io
import json
from pathlib import Path
from typing import Any

import frictionless
import geojson
import jsonschema
import pytest
import yaml
from bs4 import BeautifulSoup
from pyld import jsonld

from tests.real_site.build import ROOT

# Every file that the version is made from: what the address of this site is says none of them.
DATA = ("*.csv", "signatories.geojson", "signatories.json")


@pytest.fixture(scope="module")
def folder(site: Path) -> Path:
    return site / "open-data"


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with io.StringIO((folder / name).read_bytes().decode(), newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="module")
def known() -> dict[str, Any]:
    """Read the signatories' files as anyone can, without the site's own code."""
    home = ROOT / "data/signatories"
    return {
        file.relative_to(home).as_posix(): yaml.load(file.read_bytes(), Loader=yaml.CBaseLoader)
        for file in sorted(home.rglob("*.yml"))
    }


def test_frictionless_accepts_the_package(folder):
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.flatten(["type", "fieldName", "note"]) == []
    assert report.stats["tasks"] >= 13


def test_there_is_a_row_for_every_record_and_line(folder, known):
    rows = {row["id"]: row for row in table(folder, "signatories.csv")}
    assert sorted(rows) == sorted(one["id"] for one in known.values())
    for file, one in known.items():
        row = rows[one["id"]]
        assert row["page"] == f"signatories/{file.removesuffix('.yml')}/"
        assert row["name"] == one["name"]
        assert row["status"] == one.get("status", {}).get("value", "")
        assert row["adhesion_date"] == one.get("adhesion", {}).get("date", "")
        declared = [p["value"] for p in one.get("population", ()) if p["kind"] == "declared"]
        assert row["population"] == "".join(declared)
    names = {(row["signatory"], row["language"], row["name"]) for row in table(folder, "names.csv")}
    assert names == {
        (one["id"], name["language"], name["name"])
        for one in known.values()
        for name in one.get("names", ())
    }


def test_emissions_add_up_to_those_of_the_records(folder, known):
    lines = [
        float(line["emissions_t"])
        for one in known.values()
        for inventory in one.get("inventories", ())
        for line in inventory["sectors"]
    ]
    found = [float(row["emissions_t"]) for row in table(folder, "inventory-sectors.csv")]
    assert len(found) == len(lines) > 0
    assert sum(found) == pytest.approx(sum(lines))
    totals = [
        float(inventory["emissions_t"])
        for one in known.values()
        for inventory in one.get("inventories", ())
    ]
    found = [float(row["emissions_t"]) for row in table(folder, "inventories.csv")]
    assert sorted(found) == sorted(totals)


def test_the_version_is_the_hash_of_the_files(folder):
    files = {file.name: file.read_bytes() for pattern in DATA for file in folder.glob(pattern)}
    version = hashlib.sha256(b"".join(files[name] for name in sorted(files))).hexdigest()[:12]
    assert json.loads((folder / "datapackage.json").read_text())["version"] == version
    assert version in (folder / "index.html").read_text(encoding="utf-8")
    assert {"index.html", "datapackage.json", "catalog.jsonld", "signatories.schema.json"} == {
        file.name for file in folder.iterdir()
    } - set(files)


def test_no_file_of_data_says_where_it_is_published(folder):
    named = [
        file.name
        for pattern in DATA
        for file in folder.glob(pattern)
        if b"covenant-east.example" in file.read_bytes()
    ]
    assert named == []


def test_the_json_fits_its_schema(folder):
    schema = json.loads((folder / "signatories.schema.json").read_text(encoding="utf-8"))
    read = json.loads((folder / "signatories.json").read_text(encoding="utf-8"))
    assert list(jsonschema.Draft202012Validator(schema).iter_errors(read)) == []


def test_the_map_opens_in_a_library_and_lies_in_the_region(folder):
    read = geojson.loads((folder / "signatories.geojson").read_text(encoding="utf-8"))
    assert read.is_valid
    assert len(read.features) == len(table(folder, "signatories.csv"))
    west, south, east, north = read.bbox
    assert 21 < west < east < 88
    assert 34 < south < north < 57


def no_network(url: str, _options: Any) -> Any:
    raise AssertionError(f"asks for {url}")


def test_a_processor_reads_the_catalogue_without_loss(folder):
    catalogue = json.loads((folder / "catalog.jsonld").read_text(encoding="utf-8"))
    options = {"documentLoader": no_network}
    expanded = jsonld.expand(catalogue, options)
    assert jsonld.compact(expanded, catalogue["@context"], options) == catalogue
    sizes = {
        distribution["dcat:downloadURL"].rpartition("/")[2]: int(distribution["dcat:byteSize"])
        for dataset in catalogue["dcat:dataset"]
        for distribution in dataset["dcat:distribution"]
    }
    assert sizes == {name: (folder / name).stat().st_size for name in sizes}
    assert len(sizes) >= 13


def test_the_page_leads_to_every_file_and_describes_the_data_set(site, pages):
    found = [page for page in pages if page.address.endswith("open-data/")]
    assert found
    for page in found:
        html = BeautifulSoup((site / page.address / "index.html").read_text(), "html.parser")
        links = {
            (site / page.address / str(link["href"])).resolve()
            for link in html.select(".data a[download], #machines a")
        }
        files = {file.resolve() for file in (site / "open-data").iterdir()}
        assert links == files - {(site / "open-data/index.html").resolve()}
        script = html.find("script", type="application/ld+json")
        assert script is not None
        described = json.loads(script.get_text())
        assert described["@type"] == "Dataset"
        assert len(described["distribution"]) == len(links) - 3
