import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.organisations import organisations
from publishing.outputs.linked_data import (
    Thing,
    breadcrumbs,
    embedded_json,
    event,
    linked,
    news_article,
    organisation,
    place,
    publisher,
    website,
)
from publishing.records.organisations import Supporter
from publishing.records.values import PartialDate
from publishing.views.agenda import event_facts, event_page
from publishing.views.names import all_names
from publishing.views.news import news_page
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
    assert json.loads(linked(place(a_profile, URL))) == {
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
    assert {"geo", "alternateName"}.isdisjoint(json.loads(linked(place(bare, URL))))


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
    written = linked(place(named, URL), breadcrumbs([(other, URL)], name))
    assert not {"<", ">", "&"} & set(written)
    read, way = json.loads(written)["@graph"]
    assert (read.get("name", ""), read["alternateName"]) == (name, [other])
    assert [step["name"] for step in way["itemListElement"]] == [other, name]


def test_things_share_one_context_and_one_thing_needs_no_list():
    one: Thing = {"@type": "Thing", "name": "A"}
    two: Thing = {"@type": "Thing", "name": "B", "url": ""}
    assert json.loads(linked(one)) == {"@context": "https://schema.org", **one}
    assert json.loads(linked(one, two)) == {
        "@context": "https://schema.org",
        "@graph": [one, {"@type": "Thing", "name": "B"}],
    }


SITE = "https://example.org/"
ITEM = SITE + "kk/news/club/"


@pytest.fixture
def an_article(a_site, a_news, speaking):
    """A maker of what is said about an item, in one of the languages it is written in."""

    def make(code, written, original="", translations=(), **facts):
        news = a_news("club", written, **facts)
        page = news_page(news, a_site(), {}, [], {}, speaking(code))
        image, whose = SITE + "assets/previews/news.png", publisher("Covenant", SITE)
        thing = news_article(page, code, ITEM, image, whose, original, translations)
        return json.loads(linked(thing))

    return make


def test_a_translated_item_names_its_original(an_article):
    whose = {
        "@type": "Organization",
        "@id": SITE + "#publisher",
        "name": "Covenant",
        "url": SITE,
        "logo": SITE + "assets/images/favicon.svg",
    }
    assert an_article(
        "kk", "en kk", original=SITE + "news/club/", texts={"updated": PartialDate("2026-06-01")}
    ) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": ITEM + "#article",
        "mainEntityOfPage": ITEM,
        "headline": "Title of club [kk]",
        "description": "Summary of club [kk]",
        "inLanguage": "kk",
        "datePublished": "2026-05-20",
        "dateModified": "2026-06-01",
        "author": whose,
        "publisher": whose,
        "image": SITE + "assets/previews/news.png",
        "isBasedOn": ["https://paper.example/1"],
        "translationOfWork": {"@id": SITE + "news/club/#article"},
    }


def test_an_original_names_its_translations_and_no_day_that_nobody_knows(an_article):
    found = an_article("kk", "kk en", translations=[SITE + "news/club/"], date="2026-05")
    assert found["workTranslation"] == [{"@id": SITE + "news/club/#article"}]
    assert found["datePublished"] == "2026-05"
    assert {"translationOfWork", "dateModified"}.isdisjoint(found)


@pytest.fixture
def said_of_an_event(a_site, an_event, speaking):
    """A maker of what is said about an event."""

    def make(*times, **facts):
        occasion, tongue = an_event("forum", *times, **facts), speaking("ru")
        page = event_page(occasion, [], a_site(), tongue)
        return json.loads(linked(event(page, event_facts(occasion, tongue), SITE + "ru/agenda/f/")))

    return make


def test_an_event_is_described_with_all_that_is_known(said_of_an_event):
    found = said_of_an_event(
        "2026-05-20T10:00",
        "2026-05-21T17:30",
        zone="Asia/Almaty",
        title={"en": "Forum", "ru": "Форум"},
        place={"en": "Almaty", "ru": "Алматы"},
        country="kz",
        organisers=[{"en": "CAREC", "ru": "РЭЦЦА"}, {"en": "Office"}],
    )
    assert found.pop("description").startswith("Форум: ")
    assert found == {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": SITE + "ru/agenda/f/#event",
        "url": SITE + "ru/agenda/f/",
        "name": "Форум",
        "inLanguage": "ru",
        "startDate": "2026-05-20T10:00+05:00",
        "endDate": "2026-05-21T17:30+05:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "location": {
            "@type": "Place",
            "name": "Алматы",
            "address": {"@type": "PostalAddress", "addressCountry": "KZ"},
        },
        "organizer": [
            {"@type": "Organization", "name": "РЭЦЦА"},
            {"@type": "Organization", "name": "Office"},
        ],
    }


ONLINE = {"en": "Online", "ru": "Онлайн"}


@pytest.mark.parametrize(
    ("facts", "location", "mode"),
    [
        ({}, None, None),
        ({"country": "lv"}, {"@type": "Country", "name": "Латвия"}, None),
        ({"place": {"en": "Riga"}}, {"@type": "Place", "name": "Riga"}, None),
        (
            {"place": ONLINE, "online": True, "country": "md"},
            {"@type": "VirtualLocation", "name": "Онлайн"},
            "https://schema.org/OnlineEventAttendanceMode",
        ),
        (
            {"online": True},
            {"@type": "VirtualLocation"},
            "https://schema.org/OnlineEventAttendanceMode",
        ),
    ],
)
def test_where_an_event_is_is_said_as_far_as_it_is_known(said_of_an_event, facts, location, mode):
    found = said_of_an_event(**facts)
    assert (found.get("location"), found.get("eventAttendanceMode")) == (location, mode)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("confirmed", "https://schema.org/EventScheduled"),
        ("cancelled", "https://schema.org/EventCancelled"),
        ("tentative", None),
    ],
)
def test_an_event_that_is_not_certain_has_no_status(said_of_an_event, status, said):
    assert said_of_an_event(status=status).get("eventStatus") == said


@pytest.mark.parametrize("start", ["2026", "2026-05", "2026-05-20"])
def test_a_start_is_as_precise_as_it_is_known_and_an_unknown_end_is_none(said_of_an_event, start):
    found = said_of_an_event(start)
    assert (found["startDate"], found.get("endDate")) == (start, None)


def test_the_way_to_a_page_ends_with_its_name():
    above = [("Signatories", SITE + "signatories/"), ("Georgia", SITE + "signatories/ge/")]
    assert json.loads(linked(breadcrumbs(above, "Tbilisi"))) == {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": 1,
                "name": "Signatories",
                "item": SITE + "signatories/",
            },
            {
                "@type": "ListItem",
                "position": 2,
                "name": "Georgia",
                "item": SITE + "signatories/ge/",
            },
            {"@type": "ListItem", "position": 3, "name": "Tbilisi"},
        ],
    }


def test_the_site_is_one_publishers_in_all_languages():
    site = website("Келісім", "Қалалар туралы", "kk", SITE + "kk/", SITE)
    assert site["publisher"] == {"@id": publisher("Келісім", SITE)["@id"]}
    assert (site["@id"], site["inLanguage"]) == (SITE + "kk/#website", "kk")


@given(title=_ANY, source=_ANY)
def test_any_words_of_news_and_events_stay_inside_the_script_element(title, source):
    written = linked(
        {"@type": "NewsArticle", "headline": title, "isBasedOn": [source]},
        {"@type": "Event", "organizer": [{"name": title}]},
    )
    assert not {"<", ">", "&"} & set(written)
    article, meeting = json.loads(written)["@graph"]
    assert (article.get("headline", ""), article["isBasedOn"]) == (title, [source])
    assert meeting["organizer"] == [{"name": title}]


def test_a_body_is_described_with_its_names_and_where_it_works(a_site, speaking):
    facts = {"name": "Network", "country": "kz", "scope": "national", "names": {"kk": "Желі"}}
    page = {"read": "2026-11-21", "url": "https://page.example/"}
    supporter = Supporter.model_validate({**facts, **page, "website": "https://network.example/"})
    site, tongue = replace(a_site(), supporters={"network": supporter}), speaking("kk")
    [one] = organisations(site).bodies["supporter"]
    url = "https://example.org/kk/supporters/network/"
    assert json.loads(linked(organisation(body_page(one, site, {}, tongue), url))) == {
        "@context": "https://schema.org",
        "@type": "Organization",
        "@id": url + "#organisation",
        "url": "https://network.example/",
        "name": "Желі",
        "alternateName": ["Network"],
        "areaServed": [{"@type": "Country", "name": "Қазақстан", "identifier": "KZ"}],
        "mainEntityOfPage": url,
    }
