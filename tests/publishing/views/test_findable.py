"""What is found in a language, and by which words."""

from dataclasses import replace

from publishing.records.documents import Document
from publishing.records.glossary import Term
from publishing.records.organisations import Supporter
from publishing.views.findable import Findable, Told, findables, text_of, told_of
from publishing.views.names import all_names


def _found(site, tongue, **told: Told) -> dict[str, Findable]:
    """Find everything of a site whose pages said this; `_` stands for `/` in an address."""
    said = {address.replace("_", "/") + "/": words for address, words in told.items()}
    names = all_names(site, frozenset(), tongue)
    return {one.address: one for one in findables(said, site, names, tongue)}


def _with_shell(site, *paths: str):
    return replace(site, texts={**site.texts, **{path: {} for path in paths}})


SIGNATORY = "signatories/_country/_signatory/index.md"


def test_a_place_is_found_by_every_spelling_that_is_known(a_site, an_entry, speaking):
    names = [
        {"language": "uk", "name": "Харків", "confidence": "high", "source": "geonames"},
        # Too unsure to be shown.
        {"language": "ru", "name": "Харьков", "confidence": "low", "source": "geonames"},
    ]
    entry = an_entry("UA0001", name="Kharkiv", names=names)
    site = _with_shell(a_site(entry), SIGNATORY)
    for code in ("en", "ka", "kk"):
        found = _found(site, speaking(code), signatories_ua_ua0001=Told("Title", "About it."))
        one = found["signatories/ua/ua0001/"]
        assert (one.kind, one.countries) == ("signatory", ("ua",))
        assert one.also == ("Kharkiv", "Харків", "Харьков")


def test_words_that_all_profiles_share_lead_to_none(a_site, an_entry, speaking):
    site = _with_shell(a_site(an_entry("UA0001")), SIGNATORY)
    [one] = _found(site, speaking("en"), signatories_ua_ua0001=Told("Title", "About.")).values()
    assert (one.text, one.facts) == ("", "Latest adhesion: 20 April 2021. Status: Not known")


def test_only_pages_that_said_something_are_found(a_site, an_entry, speaking):
    site = _with_shell(a_site(an_entry("UA0001"), an_entry("UA0002")), SIGNATORY)
    found = _found(site, speaking("en"), signatories_ua_ua0002=Told("Two", ""))
    assert list(found) == ["signatories/ua/ua0002/"]


def test_a_name_in_another_language_says_so(a_site, an_entry, speaking):
    site = _with_shell(a_site(an_entry("UA0001", name="Lviv")), SIGNATORY)
    told = {"signatories_ua_ua0001": Told("Lviv", "")}
    assert _found(site, speaking("en"), **told)["signatories/ua/ua0001/"].title_language == ""
    assert _found(site, speaking("ka"), **told)["signatories/ua/ua0001/"].title_language == "en"


def test_terms_and_documents_lead_to_their_place_on_a_page(a_site, speaking):
    words = {"term": "SEAP", "source": "ours", "meaning": "A plan.", "stems": ["SEAP"]}
    term = Term.model_validate(
        {"id": "seap", "languages": {"en": words, "kk": {**words, "avoid": ["жоспарша"]}}}
    )
    facts = {"id": "guide", "type": "guide", "languages": ["en"], "title": {"en": "Guide"}}
    document = Document.model_validate(
        {**facts, "publisher": "The centre", "year": 2014, "link": "https://library.example/g"}
    )
    site = replace(a_site(), terms=(term,), documents=(document,))
    assert _found(site, speaking("kk")) == {}
    found = _found(_with_shell(site, "glossary.md", "library.md"), speaking("kk"))
    assert found["glossary/#seap"].also == ("жоспарша",)
    assert found["library/#guide"].kind == "document"
    assert found["library/#guide"].title_language == "en"


def test_a_body_of_several_countries_is_found_in_each(a_site, speaking):
    body = Supporter.model_validate(
        {
            "name": "Alliance", "language": "en", "scope": "international",
            "countries": ["ge", "ua"], "as_of": "2024", "source": "jrc-2024",
        }
    )  # fmt: skip
    site = _with_shell(
        replace(a_site(), supporters={"alliance": body}), "supporters/_supporter/index.md"
    )
    found = _found(site, speaking("en"), supporters_alliance=Told("Alliance", "A network."))
    assert found["supporters/alliance/"].countries == ("ge", "ua")


def test_an_ordinary_page_tells_its_heading_apart_from_its_text():
    html = "<h1 id='join'>Join <em>now</em></h1>\n<p>Three steps.</p><!-- part: news -->"
    assert told_of("Join", "How.", html) == Told("Join", "How.", "Three steps.", "Join now")
    assert told_of("Join", "How.", "") == Told("Join", "How.", "", "")


def test_text_has_no_marks_of_html():
    assert text_of("<ul><li>A&nbsp;&amp; B</li><li>C</li></ul>") == "A & B C"
