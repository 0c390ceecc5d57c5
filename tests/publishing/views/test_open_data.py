"""The page about the open data, in one language, and what it tells search engines."""

import json
from dataclasses import replace

import pytest

from publishing.open_data import data_set
from publishing.outputs.linked_data import dataset, linked
from publishing.records.releases import ReleaseList
from publishing.site import Site
from publishing.views.open_data import Change, open_data
from publishing.views.tables import TABLES
from publishing.views.tongue import Name

PUBLISHER = "Covenant East"
NAMES = [{"language": "uk", "name": "Львів", "confidence": "high", "source": "geonames"}]


@pytest.fixture(scope="module")
def site(a_site, an_entry):
    return a_site(an_entry("UA0322", name="Lviv", names=NAMES))


def released(site: Site, **facts: object) -> Site:
    """Release the site as it is; `facts` say what the release had otherwise."""
    today = data_set(site).fingerprints
    release = {"date": "2026-11-22", "added": 1, "removed": 0, "changed": 0, "note": "First."}
    held = {
        "releases": [{"version": today.version, **release}],
        "files": dict(today.files),
        "signatories": dict(today.signatories),
    }
    return replace(site, releases=ReleaseList.model_validate(held | facts))


def test_every_table_is_listed_with_its_files_and_columns(site, speaking):
    view = open_data(data_set(site), PUBLISHER, speaking("kk"))
    assert [table.name for table in view.tables] == [table.name for table in TABLES]
    signatories = view.tables[0]
    assert [file.name for file in signatories.files] == [
        "signatories.csv",
        "signatories.json",
        "signatories.geojson",
    ]
    assert (signatories.rows, signatories.files[0].size) == ("1", "1 kB")
    status = next(column for column in signatories.columns if column.name == "status")
    assert status.codes[0] == ("active", "The signatory is published as active in the source.")
    source = next(column for column in signatories.columns if column.name == "status_source")
    assert (source.type, source.leads_to) == ("string", "sources")


def test_words_are_those_of_the_language(site, speaking):
    tongue = speaking("kk", words={"Signatories": "Қол қоюшылар", "Status": "Мәртебе"})
    table = open_data(data_set(site), PUBLISHER, tongue).tables[0]
    assert table.title == "Қол қоюшылар"
    assert "Мәртебе" in [column.meaning for column in table.columns]


def test_a_released_version_has_a_day_and_nothing_has_changed(site, speaking):
    view = open_data(data_set(released(site)), PUBLISHER, speaking("en"))
    assert view.released == "22 November 2026"
    assert (view.changes, view.changed_files) == ((), ())
    assert [(line.date, line.added, line.note) for line in view.releases] == [
        ("22 November 2026", "1", "First.")
    ]
    assert view.citation == (
        f"Covenant East (2026-11-22): Open data, {view.version}. "
        "https://covenant-east.example/open-data/"
    )


def test_changes_since_the_release_lead_to_the_signatories(site, speaking):
    before = {"UA0322": "00000000", "UA0001": "00000000"}
    release = {"version": "0" * 12, "date": "2026-11-22", "added": 2, "removed": 0, "changed": 0}
    changed = released(site, releases=[release], signatories=before, files={"old.csv": "0" * 8})
    view = open_data(data_set(changed), PUBLISHER, speaking("uk"))
    assert view.released == ""
    assert view.changes == (
        Change("Changed", ((Name("Львів", "uk"), "signatories/ua/ua0322/"),)),
        Change("Removed", (), ("UA0001",)),
    )
    assert {"old.csv", "names.csv"} < set(view.changed_files)


def test_before_the_first_release_nothing_is_called_new(site, speaking):
    view = open_data(data_set(site), PUBLISHER, speaking("en"))
    assert (view.releases, view.changes, view.changed_files) == ((), (), ())


def test_the_credit_names_every_publisher_with_its_licence_or_terms(site, speaking):
    other = site.sources["geonames"].model_copy(
        update={"publisher": "Nobody", "licence": "none stated"}
    )
    sources = {**site.sources, "geonames": other}
    view = open_data(data_set(replace(site, sources=sources)), PUBLISHER, speaking("en"))
    assert view.credit == "Nobody (2024), none stated; Publisher (2024), CC BY 4.0"
    assert [(line.cited.licence, line.licence_url) for line in view.sources] == [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("none stated", ""),
    ]


def test_countries_known_from_news_only_are_named(site, speaking):
    assert open_data(data_set(site), PUBLISHER, speaking("en")).partly_known == ("Belarus",)


def test_search_engines_are_told_what_there_is(site, speaking):
    tongue = speaking("kk")
    data = data_set(released(site))
    url = "https://covenant-east.example/kk/open-data/"
    view = open_data(data, PUBLISHER, tongue)
    found = json.loads(linked(dataset(data, view, PUBLISHER, tongue, url)))
    assert (found["@type"], found["url"], found["inLanguage"]) == ("Dataset", url, "kk")
    assert (found["version"], found["dateModified"]) == (data.version, "2026-11-22")
    assert found["temporalCoverage"] == "2021-04-20/2024-01-31"
    assert found["license"] == ["https://creativecommons.org/licenses/by/4.0/"]
    assert found["distribution"][0] == {
        "@type": "DataDownload",
        "name": "signatories.csv",
        "contentUrl": "https://covenant-east.example/open-data/signatories.csv",
        "encodingFormat": "text/csv",
        "contentSize": str(len(data.files[0].content)),
    }
    assert {"@type": "Country", "name": "Украина", "identifier": "UA"} in found["spatialCoverage"]
