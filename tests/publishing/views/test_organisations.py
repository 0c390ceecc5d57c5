"""Coordinators and supporters as readers of a language see them."""

from dataclasses import replace

import pytest

from publishing.organisations import organisations
from publishing.records.organisations import Coordinator, Supporter
from publishing.views.citations import Cited
from publishing.views.facts import Fact
from publishing.views.listing import directory
from publishing.views.names import all_names, body_name
from publishing.views.organisations import BodyLine, body_lines, body_list, body_page
from publishing.views.signatory import Link
from publishing.views.tongue import Worded

RELEASE = {"as_of": "2024-01", "source": "jrc-2024"}
PAGE = {"read": "2026-11-21", "url": "https://page.example/"}
OTHER = {"as_of": "2019-04-16", "url": "https://news.example/"}


def _coordinator(name: str = "Ministry", **facts: object) -> Coordinator:
    return Coordinator.model_validate({"name": name, "country": "ua", **RELEASE, **facts})


def _supporter(name: str = "Network", **facts: object) -> Supporter:
    least = {"name": name, "country": "ua", "scope": "national", **RELEASE}
    return Supporter.model_validate({**least, **facts})


@pytest.fixture
def page_of(a_site, speaking):
    """A maker of pages: one coordinator, put into a language with the words given."""

    def make(body, *entries, code="en", **words):
        site, tongue = replace(a_site(*entries), coordinators={"m": body}), speaking(code, **words)
        [one] = organisations(site).bodies["coordinator"]
        return body_page(one, site, all_names(site, frozenset(), tongue), tongue)

    return make


def test_a_page_tells_each_fact_with_its_source(page_of, an_entry):
    status = {"value": "on-hold", **RELEASE}
    entry = an_entry("UA0001", name="Sumy", coordinator="m", status=status)
    page = page_of(
        _coordinator(
            kind="territorial",
            since={"year": 2018, **PAGE},
            services=[{"kind": "training", **OTHER}],
            supported={"number": 6, **PAGE},
            named=[OTHER],
            website="https://m.example/",
        ),
        entry,
    )
    assert page.facts == (
        Fact("Role", Worded("Territorial coordinator", "en"), (), Cited(1, "January 2024")),
        Fact("Year of joining", Worded("2018", "en"), (), Cited(2, "read on 21 November 2026")),
        Fact("Named as a coordinator", Worded("16 April 2019", "en"), (), Cited(3, "")),
        Fact(
            "Signatories supported",
            Worded("1", "en"),
            ("Counted here, whatever their status: the list is below.",),
            Cited(1, "January 2024"),
        ),
        Fact(
            "Signatories supported, as published elsewhere",
            Worded("6", "en"),
            (),
            Cited(2, "read on 21 November 2026"),
        ),
    )
    assert [given.value.text for given in page.services] == ["Training"]
    assert [given.cited for given in page.services] == [Cited(3, "16 April 2019")]
    assert page.signatories == (
        Link(page.signatories[0].name, "signatories/ua/ua0001/", "On hold", "on-hold"),
    )
    assert [source.url for source in page.sources] == [
        "https://example.org/jrc-2024",
        "https://page.example/",
        "https://news.example/",
    ]
    assert page.unknown == ()
    assert page.file == "data/coordinators/m.yml"


def test_what_nobody_published_is_absent_and_asked_for(page_of):
    page = page_of(_coordinator())
    assert [fact.label for fact in page.facts] == ["Role"]
    assert page.facts[0].value.text == "Coordinator"
    assert (page.services, page.signatories, page.website) == ((), (), "")
    assert page.unknown == ("Year of joining", "Services", "Website")


def test_signatories_stand_in_the_order_of_the_readers_alphabet(page_of, an_entry):
    names = {"UA0001": "Яготин", "UA0002": "Їжаківка", "UA0003": "Іршава"}
    entries = [
        an_entry(
            key,
            coordinator="m",
            names=[{"language": "uk", "name": name, "confidence": "high", "source": "geonames"}],
        )
        for key, name in names.items()
    ]
    page = page_of(_coordinator(), *entries, code="uk")
    assert [link.name.text for link in page.signatories] == ["Іршава", "Їжаківка", "Яготин"]
    assert {link.status_key for link in page.signatories} == {"unknown"}


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("en", Worded("Council", "en")),
        ("uk", Worded("Рада", "uk")),
        ("kk", Worded("Совет", "ru")),
        ("ka", Worded("Council", "en")),
    ],
)
def test_a_body_is_named_in_the_best_language_of_the_chain(speaking, code, shown):
    body = _coordinator("Council", names={"uk": "Рада", "ru": "Совет"})
    assert body_name(body, speaking(code)) == shown


def test_a_name_in_no_language_of_the_chain_is_the_one_of_the_source(speaking):
    body = _supporter("Alianța Pentru Natură", language="ro")
    assert body_name(body, speaking("en")) == Worded("Alianța Pentru Natură", "ro")


def test_a_translated_name_leaves_the_others_on_the_page(page_of):
    page = page_of(_coordinator("Council", names={"uk": "Рада", "ru": "Совет"}), code="uk")
    assert page.name == Worded("Рада", "uk")
    assert Fact("Name in the source", Worded("Council", "en")) in page.facts
    assert [name for _label, name in page.names] == [Worded("Council", "en"), Worded("Совет", "ru")]


def test_a_list_has_the_bodies_of_a_country_together_national_ones_first(
    a_site, an_entry, speaking
):
    helped = [an_entry(f"UA000{n}", coordinator="zeta") for n in (1, 2)]
    site = replace(
        a_site(*helped),
        coordinators={
            "alpha": _coordinator("Alpha", kind="territorial", since={"year": 2015, **PAGE}),
            "unknown": _coordinator("A body"),
            "zeta": _coordinator("Zeta", kind="national"),
            "tbilisi": _coordinator("Mtkvari", kind="national", country="ge"),
        },
    )
    view = body_list("coordinator", organisations(site).bodies["coordinator"], site, speaking("en"))
    assert [(group.code, [line.name.text for line in group.lines]) for group in view.groups] == [
        ("ge", ["Mtkvari"]),
        ("ua", ["Zeta", "Alpha", "A body"]),
    ]
    assert view.groups[1].lines[:2] == (
        BodyLine(
            Worded("Zeta", "en"),
            "coordinators/zeta/",
            ("National coordinator", "2 signatories"),
        ),
        BodyLine(
            Worded("Alpha", "en"),
            "coordinators/alpha/",
            ("Territorial coordinator", "since 2015"),
        ),
    )
    assert [code for code, _name in view.without] == ["am", "by", "kz", "md"]


def test_a_list_without_any_body_names_every_country(a_site, speaking):
    view = body_list("supporter", (), a_site(), speaking("en"))
    assert view.groups == ()
    assert len(view.without) == len(a_site().countries)
    assert body_lines("ua", (), speaking("en")) == ()


def test_a_country_lists_its_bodies(a_site, speaking):
    site = replace(a_site(), supporters={"network": _supporter()})
    found = directory(site, organisations(site), {}, speaking("en"))
    listed = {country.code: country.supporters for country in found.countries}
    line = BodyLine(Worded("Network", "en"), "supporters/network/", ("National supporter",))
    assert {code: lines for code, lines in listed.items() if lines} == {"ua": (line,)}


def test_an_international_body_is_one_and_stands_in_each_of_its_countries(a_site, speaking):
    reach = {"scope": "international", "country": None, "countries": ["ge", "ua"]}
    site = replace(a_site(), supporters={"alliance": _supporter("Alliance", **reach)})
    bodies, tongue = organisations(site), speaking("en")
    line = BodyLine(
        Worded("Alliance", "en"),
        "supporters/alliance/",
        ("International supporter", "Georgia, Ukraine"),
    )
    view = body_list("supporter", bodies.bodies["supporter"], site, tongue)
    assert (view.groups, view.international) == ((), (line,))
    assert [code for code, _name in view.without] == ["am", "by", "kz", "md"]
    listed = {one.code: one.supporters for one in directory(site, bodies, {}, tongue).countries}
    assert {code: lines for code, lines in listed.items() if lines} == {
        "ge": (line,),
        "ua": (line,),
    }
    page = body_page(bodies.bodies["supporter"][0], site, {}, tongue)
    assert page.countries == (("ge", "Georgia"), ("ua", "Ukraine"))
    assert page.facts[1] == Fact(
        "Countries", Worded("Georgia, Ukraine", "en"), (), Cited(1, "January 2024")
    )
