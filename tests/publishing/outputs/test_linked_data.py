import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.organisations import organisations
from publishing.outputs.linked_data import embedded_json, organisation, place
from publishing.records.organisations import Supporter
from publishing.views.names import all_names
from publishing.views.organisations import body_page
from publishing.views.signatory import Surroundings, profile
from publishing.views.tongue import Name

_ANY = st.text() | st.text(alphabet="</script!->& \"'\\ab\u2028\u2029", max_size=20)


@pytest.fixture(scope="session")
def a_profile(an_entry, a_site, speaking):
    """The profile of a city with a position and names in two languages."""
    entry = an_entry(
        "KZ0002",
        name="Taraz",
        position={"latitude": 42.89799, "longitude": 71.37334, "source": "geonames"},
        names=[{"language": "kk", "name": "Тараз", "confidence": "high", "source": "geonames"}],
    )
    site, tongue = a_site(entry), speaking("kk")
    names = all_names(site, frozenset(), tongue)
    return profile(entry, site, Surroundings({}, {}), names, tongue)


URL = "https://example.org/kk/signatories/kz/taraz/"


def test_a_signatory_is_described_as_an_area_and_member_of_the_covenant(a_profile):
    assert json.loads(place(a_profile, URL)) == {
        "@context": "https://schema.org",
        "@type": ["AdministrativeArea", "GovernmentOrganization"],
        "@id": URL + "#place",
        "url": URL,
        "name": "Тараз",
        "identifier": "KZ0002",
        "alternateName": ["Taraz"],
        "containedInPlace": {"@type": "Country", "name": "Қазақстан", "identifier": "KZ"},
        "memberOf": {"@type": "Organization", "name": "Covenant of Mayors"},
        "geo": {"@type": "GeoCoordinates", "latitude": 42.89799, "longitude": 71.37334},
    }


def test_what_is_not_known_is_left_out(a_profile):
    bare = replace(a_profile, position=None, alternate_names=())
    assert {"geo", "alternateName"}.isdisjoint(json.loads(place(bare, URL)))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("</script>", '"\\u003c/script\\u003e"'),
        ("<!--", '"\\u003c!--"'),
        ("A & B", '"A \\u0026 B"'),
        ('say "yes"', '"say \\"yes\\""'),
        ("Тараз", '"Тараз"'),
        ("a\u2028b", '"a\\u2028b"'),
        ({"a": [1, 2.5, None]}, '{"a":[1,2.5,null]}'),
    ],
)
def test_json_is_written_so_that_html_takes_it_for_text(value, written):
    assert embedded_json(value) == written


@given(name=_ANY, other=_ANY)
def test_any_name_survives_and_cannot_close_the_script_element(a_profile, name, other):
    named = replace(a_profile, name=Name(name, "kk"), alternate_names=(other,))
    written = place(named, URL)
    assert not {"<", ">", "&"} & set(written)
    read = json.loads(written)
    assert (read.get("name", ""), read["alternateName"]) == (name, [other])


def test_a_body_is_described_with_its_names_and_where_it_works(a_site, speaking):
    facts = {"name": "Network", "country": "kz", "scope": "national", "names": {"kk": "Желі"}}
    page = {"read": "2026-11-21", "url": "https://page.example/"}
    supporter = Supporter.model_validate({**facts, **page, "website": "https://network.example/"})
    site, tongue = replace(a_site(), supporters={"network": supporter}), speaking("kk")
    [one] = organisations(site)["supporter"]
    url = "https://example.org/kk/supporters/network/"
    assert json.loads(organisation(body_page(one, site, {}, tongue), url)) == {
        "@context": "https://schema.org",
        "@type": "Organization",
        "@id": url + "#organisation",
        "url": "https://network.example/",
        "name": "Желі",
        "alternateName": ["Network"],
        "areaServed": {"@type": "Country", "name": "Қазақстан", "identifier": "KZ"},
        "mainEntityOfPage": url,
    }
