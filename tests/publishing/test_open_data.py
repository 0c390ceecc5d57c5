"""The open data of a small site, given to the programs that others read it with."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import frictionless
import geojson
import jsonschema
import pytest
from pyld import jsonld

from publishing.open_data import check_data, data_set, documents, version_of
from publishing.records.organisations import Coordinator
from publishing.records.releases import Release, ReleaseList
from publishing.views.data_set import DataSet
from publishing.views.tables import TABLE, TABLES
from publishing.views.tongue import tongues_of

SOURCE = {"as_of": "2024-01", "source": "jrc-2024"}
CONTACT = "https://covenant-east.example/contact/"
TARAZ = {
    "name": 'Taraz "city"; Тараз, қала',
    "position": {"latitude": 42.89799, "longitude": 71.37334, "source": "geonames"},
    "names": [{"language": "kk", "name": "Тараз", "confidence": "high", "source": "geonames"}],
    "commitments": {"made": ["2020", "2030"], **SOURCE},
    "population": [{"value": 5, "kind": "declared", **SOURCE}],
    "coordinator": "ministry",
    "inventories": [
        {
            "id": "I1",
            "kind": "baseline",
            "year": 2010,
            "emissions_t": 7.5,
            **SOURCE,
            "sectors": [
                {"sector": "transport", "emissions_t": 8.0},
                {"sector": "waste", "emissions_t": -0.5, "energy_mwh": 0.0},
            ],
        }
    ],
    "targets": [{"percent": 30.5, "year": 2030, "read": "2026-11-21", "url": "https://a.example/"}],
}


@pytest.fixture(scope="module")
def entries(an_entry):
    doubtful = {"latitude": 50.0, "longitude": 30.0, "source": "jrc-2024"}
    return (
        an_entry("UA0002", position={**doubtful, "doubt": "low-precision"}),
        an_entry("KZ0002", **TARAZ),
        an_entry("UA0001", position={"latitude": 48.5, "longitude": 24.25, "source": "geonames"}),
    )


@pytest.fixture(scope="module")
def site(a_site, entries):
    record = Coordinator.model_validate({"name": "Ministry", "country": "kz", **SOURCE})
    return replace(a_site(*entries), coordinators={"ministry": record, "agency": record})


@pytest.fixture(scope="module")
def data(site) -> DataSet:
    return data_set(site)


def files_of(data: DataSet) -> dict[str, bytes]:
    tongues = tongues_of(data.site.languages, data.site.strings)
    return {file.name: file.content for file in data.files} | documents(
        data, "Covenant of Mayors East", tongues, CONTACT
    )


@pytest.fixture(scope="module")
def files(data) -> dict[str, bytes]:
    return files_of(data)


def written(files: dict[str, bytes], folder: Path) -> Path:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def flaws(folder: Path) -> list[list[str]]:
    report = frictionless.validate(str(folder / "datapackage.json"))
    return [list(flaw) for flaw in report.flatten(["type", "fieldName"])]


def test_the_records_in_any_order_give_the_same_bytes(site, data):
    shuffled = replace(
        site,
        entries=tuple(reversed(site.entries)),
        coordinators=dict(reversed(site.coordinators.items())),
    )
    assert [entry.signatory.id for entry in site.entries] == ["UA0002", "KZ0002", "UA0001"]
    assert data_set(shuffled).files == data.files


def test_the_version_is_of_the_data_and_not_of_where_they_are_published(site, data):
    assert data_set(replace(site, url="https://elsewhere.example/")).version == data.version
    assert version_of({"b": b"2", "a": b"1"}) == version_of({"a": b"12"}) == "6b51d431df5d"


def test_any_change_of_a_record_gives_another_version(site, data, an_entry):
    changed = (*site.entries[:2], an_entry("UA0001", name="Other"))
    assert data_set(replace(site, entries=changed)).version != data.version


def test_frictionless_finds_nothing_wrong_in_the_package(files, tmp_path):
    assert flaws(written(files, tmp_path)) == []


# File, what is broken in it -> what the program must find: all at once, as one run takes seconds.
BROKEN = [
    ("signatories.csv", b",KZ,", b",Kz,", ("constraint-error", "country")),
    ("signatories.csv", b",5,", b",5.5,", ("type-error", "population")),
    ("signatories.csv", b"ministry", b"nobody", ("foreign-key", None)),
    ("signatories.csv", b"2020;2030", b"2020;2031", ("constraint-error", "commitments")),
    ("names.csv", b",high,", b",sure,", ("constraint-error", "confidence")),
    ("inventory-sectors.csv", b"waste", b"transport", ("primary-key", None)),
    ("targets.csv", b",30.5,", b",300,", ("constraint-error", "percent")),
    # The package says how many bytes there are, and of what hash.
    ("events.csv", b"id,", b"ID,", ("hash-count", None)),
]


def test_frictionless_would_find_what_is_wrong(files, tmp_path):
    broken = dict(files)
    for file, old, new, _flaw in BROKEN:
        assert old in broken[file]
        broken[file] = broken[file].replace(old, new)
    found = flaws(written(broken, tmp_path))
    assert {flaw for *_, flaw in BROKEN} <= {(kind, field) for kind, field in found}


def test_the_package_says_of_each_file_what_it_is(files, data):
    package = json.loads(files["datapackage.json"])
    assert package["version"] == data.version
    assert [resource["path"] for resource in package["resources"]] == [
        file.name for file in data.files
    ]
    by_name = {resource["name"]: resource for resource in package["resources"]}
    assert by_name["names"]["sources"] == [
        {"title": "Publisher: Title of geonames", "path": "https://example.org/geonames"}
    ]
    assert by_name["targets"]["sources"] == [
        {"title": "https://a.example/", "path": "https://a.example/"}
    ]
    (terms,) = by_name["targets"]["licenses"]
    assert terms["path"] == "https://covenant-east.example/open-data/#licence"
    assert all(resource["licenses"] for resource in package["resources"])
    assert by_name["names"]["licenses"] == [
        {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}
    ]


def test_the_header_is_that_of_the_schema(files):
    package = json.loads(files["datapackage.json"])
    for resource in package["resources"][: len(TABLES)]:
        names = [field["name"] for field in resource["schema"]["fields"]]
        assert files[resource["path"]].decode().split("\r\n")[0] == ",".join(names)
        assert all(field["description"] for field in resource["schema"]["fields"])


def test_the_json_has_each_signatory_with_all_that_is_known_of_it(files):
    read = json.loads(files["signatories.json"])
    assert [one["id"] for one in read["signatories"]] == ["KZ0002", "UA0001", "UA0002"]
    taraz, without_names, _ = read["signatories"]
    assert taraz["name"] == TARAZ["name"]
    assert taraz["commitments"] == ["2020", "2030"]
    assert taraz["names"] == [
        {"language": "kk", "name": "Тараз", "confidence": "high", "source": "geonames"}
    ]
    assert [one["emissions_t"] for one in taraz["inventories"]] == [7.5]
    transport, waste = taraz["inventory-sectors"]
    assert [transport["emissions_t"], waste["emissions_t"]] == [8, -0.5]
    assert "energy_mwh" not in transport
    assert waste["energy_mwh"] == 0
    assert "names" not in without_names


def test_the_json_fits_its_schema_and_the_schema_its_standard(files):
    schema = json.loads(files["signatories.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert list(validator.iter_errors(json.loads(files["signatories.json"]))) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"population": -5},
        {"population": "5"},
        {"commitments": ["2031"]},
        {"status": "actve"},
        {"adhesion_date": "20 April"},
        {"name": ""},
        {"surname": "Taraz"},
        {"inventories": [{"inventory": "I1"}]},
        {"latitude": 91},
    ],
)
def test_the_schema_refuses_what_is_wrong(files, wrong):
    schema = json.loads(files["signatories.schema.json"])
    read = json.loads(files["signatories.json"])
    read["signatories"][0] |= wrong
    assert not jsonschema.Draft202012Validator(schema).is_valid(read)


def test_the_map_opens_in_a_library(files):
    read = geojson.loads(files["signatories.geojson"].decode())
    assert read.is_valid, read.errors()
    assert list(read) == ["type", "attribution", "bbox", "features"]
    # Longitude first; the box goes from south-west to north-east.
    assert read.bbox == [24.25, 42.89799, 71.37334, 48.5]
    taraz, unnamed, doubtful = read.features
    assert taraz.geometry == {"type": "Point", "coordinates": [71.37334, 42.89799]}
    assert (taraz.id, unnamed.id, doubtful.id) == ("KZ0002", "UA0001", "UA0002")
    assert doubtful.geometry is None
    assert doubtful.properties["position_doubt"] == "low-precision"
    assert "population" not in unnamed.properties


def test_a_map_without_places_has_no_box(a_site, an_entry):
    content = files_of(data_set(a_site(an_entry("UA0001"))))["signatories.geojson"]
    read = geojson.loads(content.decode())
    assert (list(read), read.features[0].geometry) == (["type", "attribution", "features"], None)


def no_network(url: str, _options: Any) -> Any:
    raise AssertionError(f"asks for {url}")


def test_a_processor_expands_the_catalogue_without_loss_and_without_network(files):
    catalogue = json.loads(files["catalog.jsonld"])
    options = {"documentLoader": no_network}
    expanded = jsonld.expand(catalogue, options)
    compacted = jsonld.compact(expanded, catalogue["@context"], options)
    assert compacted == catalogue
    # What a processor does not know it leaves out: so nothing was unknown.
    assert "dcat:" not in json.dumps(expanded)


DCAT = "http://www.w3.org/ns/dcat#"
TERMS = "http://purl.org/dc/terms/"


def test_the_catalogue_has_what_dcat_ap_demands(files, data):
    (catalogue,) = jsonld.expand(
        json.loads(files["catalog.jsonld"]), {"documentLoader": no_network}
    )
    for needed in ("title", "description", "publisher"):
        assert catalogue[TERMS + needed]
    assert {one["@language"] for one in catalogue[TERMS + "title"]} == set(
        data.site.languages.codes
    )
    described = {one[TERMS + "identifier"][0]["@value"]: one for one in catalogue[DCAT + "dataset"]}
    assert set(described) == {name for name, rows in data.rows.items() if rows}
    for dataset in described.values():
        assert dataset[TERMS + "title"]
        assert dataset[TERMS + "description"]
        for distribution in dataset[DCAT + "distribution"]:
            assert distribution[DCAT + "accessURL"] == [{"@id": data.url}]
    names = described["names"]
    assert names[TERMS + "spatial"] == [
        {"@id": "http://publications.europa.eu/resource/authority/country/KAZ"}
    ]
    assert names[DCAT + "distribution"][0][TERMS + "license"] == [
        {"@id": "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0"}
    ]
    # Only facts were taken from the page behind the target: it states no licence.
    assert TERMS + "license" not in described["targets"][DCAT + "distribution"][0]
    temporal = described["inventories"][TERMS + "temporal"][0]
    assert temporal[DCAT + "startDate"][0]["@value"] == "2010-01-01"
    assert temporal[DCAT + "endDate"][0]["@value"] == "2024-01-31"


def a_release(version: str, day: str) -> Release:
    return Release.model_validate(
        {"version": version, "date": day, "added": 3, "removed": 0, "changed": 0}
    )


def test_a_released_version_has_its_day_and_an_unreleased_one_has_none(site, data):
    first = a_release("0" * 12, "2026-01-01")
    newest = a_release(data.version, "2026-11-22")
    released = files_of(data_set(replace(site, releases=ReleaseList(releases=(newest, first)))))
    assert json.loads(released["datapackage.json"])["created"] == "2026-11-22T00:00:00Z"
    catalogue = json.loads(released["catalog.jsonld"])
    assert (catalogue["dct:issued"], catalogue["dct:modified"]) == ("2026-01-01", "2026-11-22")

    changed = files_of(data_set(replace(site, releases=ReleaseList(releases=(first,)))))
    assert "created" not in json.loads(changed["datapackage.json"])
    catalogue = json.loads(changed["catalog.jsonld"])
    assert "dct:modified" not in catalogue


# Where the parts of a file would stand.
LINES = {("name",): 3, ("targets", 0): 8, ("targets", 1): 9, ("sources", 2, "licence"): 12}


def line_of(_path: str, place: tuple[str | int, ...]) -> int:
    return LINES[place]


def test_a_licence_that_nobody_knows_is_named(site):
    other = site.sources["geonames"].model_copy(update={"licence": "CC-BY 4.0"})
    (problem,) = check_data(
        data_set(replace(site, sources={**site.sources, "geonames": other})), line_of
    )
    assert str(problem) == (
        "data/sources.yml:12: licence: expected one of 'CC BY 4.0', 'Apache 2.0', "
        "found 'CC-BY 4.0'\n"
        "    hint: Another one: add it to LICENCES in hooks/publishing/views/licences.py, or, if "
        "it has no name, to WITHOUT_NAME there."
    )


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_a_text_that_spreadsheets_would_run_is_refused(a_site, an_entry, sign):
    found = list(check_data(data_set(a_site(an_entry("UA0001", name=f"{sign}1+1"))), line_of))
    assert [str(problem) for problem in found] == [
        (
            "data/signatories/ua/ua0001.yml:3: name: expected a text that does not begin with "
            f"= + - or @, found '{sign}1+1'\n"
            "    hint: Spreadsheet programs would run it as a formula; begin with a letter."
        )
    ]


def test_a_second_row_of_the_same_key_is_refused(a_site, an_entry):
    target = {"percent": 30.0, "year": 2030, **SOURCE}
    twice = an_entry("UA0001", targets=[target, {**target, "percent": 35.0}])
    (problem,) = check_data(data_set(a_site(twice)), line_of)
    assert str(problem) == (
        "data/signatories/ua/ua0001.yml:9: signatory, year, source: expected one row for each "
        "signatory, year, source in the open data (targets.csv), "
        "found 'UA0001, 2030, jrc-2024'\n"
        "    hint: The other one is in data/signatories/ua/ua0001.yml:8; "
        "remove one of the two, or correct it."
    )


def test_a_site_without_mistakes_has_none(data):
    assert list(check_data(data, line_of)) == []
    assert set(data.rows) == set(TABLE)
