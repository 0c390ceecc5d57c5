"""The sample site `two_languages`, built: what its readers get in each language.

Messages of the interface begin with their language's code: `[kk] Contact`.
"""

from urllib.parse import urljoin

import html5lib
import pytest

from publishing.languages.translations import State, state_of
from publishing.reading import read_site
from tests.conftest import MakeSample
from tests.sample_sites import EXPECTED, URL, Built, words


@pytest.mark.parametrize(
    ("page", "states"),
    [
        ("index.md", "source current current"),
        ("about/commitments.md", "source current outdated"),
        ("contact.md", "source current missing"),
        ("legal.md", "source missing missing"),
        ("signatories/index.md", "source current current"),
    ],
)
def test_the_sample_holds_a_page_in_every_state(sample_site: MakeSample, page, states):
    site, problems = read_site(sample_site("two_languages").root)
    assert site is not None, problems
    chains = [language.chain for language in site.languages]
    assert chains == [("en",), ("ru", "en"), ("kk", "ru", "en")]
    found = [state_of(site.texts[page], language, site.languages) for language in site.languages]
    assert found == [State(state) for state in states.split()]


def test_exactly_these_files_are_built(two_languages: Built):
    listed = (EXPECTED / "two_languages.txt").read_text(encoding="utf-8").splitlines()
    assert list(two_languages.files()) == listed


def test_every_page_is_well_formed(two_languages: Built):
    mistakes = {}
    for address in two_languages.addresses():
        parser = html5lib.HTMLParser()
        parser.parse(two_languages.html(address))
        if parser.errors:
            mistakes[address] = [code for _place, code, _values in parser.errors]
    assert mistakes == {}


def test_a_missing_text_is_shown_in_the_next_language_and_readers_are_told(two_languages: Built):
    page = two_languages.page("kk/contact/")
    assert page.language == "kk"
    assert page.one("body/main/article").get("lang") == "ru"
    assert page.words("body/main/article/h1") == "Контакты"
    assert page.words("body/main/p[@class='notice']") == (
        "[kk] This page is not yet translated. "
        "You are reading it in another language: орыс тілі. [kk] Go to the original page"
    )
    original = page.one("body/main/p[@class='notice']/a")
    assert original.attrib == {"href": "../../ru/contact/", "hreflang": "ru"}


def test_the_chain_ends_with_the_source_language(two_languages: Built):
    page = two_languages.page("kk/legal/")
    assert page.language == "kk"
    assert page.one("body/main/article").get("lang") == "en"
    assert page.words("body/main/article/h1") == "Legal"


def test_a_generated_part_of_a_foreign_text_is_in_the_language_of_the_page(two_languages: Built):
    part = two_languages.page("kk/contact/").one("body/main/article/div")
    assert part.get("lang") == "kk"
    assert "[kk] This site has no address" in words(part)


def test_an_outdated_translation_says_that_the_english_text_has_changed(two_languages: Built):
    page = two_languages.page("kk/about/commitments/")
    assert page.words("body/main/article/h1") == "Міндеттемелер"
    assert page.words("body/main/p[@class='notice']") == (
        "[kk] The English text has changed since this translation was made. "
        "[kk] Read the English page"
    )
    assert page.one("body/main/p[@class='notice']/a").get("href") == "../../../about/commitments/"


@pytest.mark.parametrize("address", ["", "ru/", "kk/", "ru/contact/", "kk/signatories/kz/almaly/"])
def test_a_text_in_the_language_of_its_page_carries_no_notice(two_languages: Built, address):
    page = two_languages.page(address)
    assert page.all("body/main/p[@class='notice']") == []
    assert page.one("body/main/article").get("lang") is None


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        ("contact/", []),  # the source
        ("ru/contact/", []),  # reviewed: true
        ("ru/", ["[ru] This translation awaits review by a native speaker."]),
        ("kk/", ["[kk] This translation awaits review by a native speaker."]),
        ("kk/contact/", []),  # shows the Russian text, which is reviewed
        ("kk/legal/", []),  # shows the source
    ],
)
def test_a_translation_that_no_native_speaker_has_read_says_so(
    two_languages: Built, address, lines
):
    found = two_languages.page(address).all("body/main/p[@class='review']")
    assert [words(line) for line in found] == lines


@pytest.mark.parametrize(
    ("address", "missing"),
    [("", ""), ("contact/", "kk"), ("legal/", "ru kk"), ("signatories/kz/almaly/", "")],
    ids=["home", "not in Kazakh", "English only", "profile"],
)
@pytest.mark.parametrize("prefix", ["", "ru/", "kk/"])
def test_the_switcher_leads_to_the_same_page_and_marks_where_it_is_missing(
    two_languages: Built, prefix, address, missing
):
    here = prefix + address
    code = prefix.rstrip("/") or "en"
    choices = two_languages.page(here).all(".//details[@class='languages']/ul/li")
    links = [choice.findall("a")[0] for choice in choices]
    assert {link.get("hreflang"): urljoin(URL + here, link.get("href", "")) for link in links} == {
        "en": URL + address,
        "ru": URL + "ru/" + address,
        "kk": URL + "kk/" + address,
    }
    assert [link.get("hreflang") for link in links if link.get("aria-current")] == [code]
    marked = {
        link.get("hreflang"): words(mark)
        for link, choice in zip(links, choices, strict=True)
        for mark in choice.findall("small")
    }
    say = "" if code == "en" else f"[{code}] "
    assert marked == dict.fromkeys(missing.split(), say + "not yet translated")


def test_the_menu_speaks_the_language_of_the_page(two_languages: Built):
    entries = two_languages.page("kk/").all(".//nav[@class='menu']/ul/li/a")
    assert [(words(entry), entry.get("lang")) for entry in entries] == [
        ("Басты бет", None),
        ("Міндеттемелер", None),
        ("[kk] Signatories", None),
        ("[kk] Contact", None),
    ]


@pytest.mark.parametrize(
    ("address", "terms"),
    [
        ("glossary/", [("emissions", None), ("sample", None), ("signatory", None)]),
        ("ru/glossary/", [("emissions", None), ("signatory", None), ("sample", "en")]),
        ("kk/glossary/", [("emissions", "ru"), ("signatory", None), ("sample", "en")]),
    ],
)
def test_the_glossary_explains_every_term_in_the_best_language(
    two_languages: Built, address, terms
):
    entries = two_languages.page(address).all("body/main/article/dl/div")
    assert [(entry.get("id"), entry.get("lang")) for entry in entries] == terms


@pytest.mark.parametrize(
    ("term", "lines", "links"),
    [
        (
            # Kazakh words of our own: their mark leads to the note below the list.
            "signatory",
            [
                (None, "қол қоюшы *"),
                (None, "Үлгіге арналған келісімге қол қойған «қала» & ауыл."),
                ("kk", "[kk] Read more: Міндеттемелер"),
                ("kk", "[kk] In other languages English: signatory Русский: подписант"),
            ],
            ["#ours", "../about/commitments/"],
        ),
        (
            # An English term, explained in English; more about it stands on a Russian page.
            "sample",
            [
                (None, "sample"),
                (None, "A small site that stands for a large one."),
                ("kk", "[kk] Read more: Контакты"),
            ],
            ["../contact/#report"],
        ),
    ],
)
def test_a_term_of_the_glossary(two_languages: Built, term, lines, links):
    page = two_languages.page("kk/glossary/")
    entry = page.one(f"body/main/article/dl/div[@id='{term}']")
    assert [(line.get("lang"), words(line)) for line in entry] == lines
    assert [link.get("href") for link in entry.iter("a")] == links
    assert page.words("body/main/article/p[@id='ours']").startswith("[kk] * Our own wording")


def test_a_glossary_without_words_of_our_own_has_no_note_about_them(two_languages: Built):
    page = two_languages.page("glossary/")
    assert page.all(".//*[@id='ours']") == page.all(".//a[@class='mark']") == []


@pytest.mark.parametrize(
    ("address", "linked", "heading", "meanings"),
    [
        (
            "about/commitments/",
            ["signatory", "emissions"],
            "Words on this page",
            [
                "signatory: A town that has signed the Covenant of the sample.",
                "emissions: What comes out of chimneys.",
            ],
        ),
        (
            "ru/about/commitments/",
            ["Подписант", "выбросы"],
            "[ru] Words on this page",
            [
                "подписант: Город, который подписал Соглашение для примера.",
                "выбросы: То, что выходит из труб.",
            ],
        ),
        (
            # The glossary does not have the other word in Kazakh.
            "kk/about/commitments/",
            ["Қол қоюшы"],
            "[kk] Words on this page",
            ["қол қоюшы: Үлгіге арналған келісімге қол қойған «қала» & ауыл."],
        ),
        (
            # An English text, shown to readers of Kazakh, is explained in English.
            "kk/legal/",
            ["sample"],
            "Words on this page",
            ["sample: A small site that stands for a large one."],
        ),
    ],
)
def test_words_of_a_text_are_explained_below_it_in_its_language(
    two_languages: Built, address, linked, heading, meanings
):
    article = two_languages.page(address).one("body/main/article")
    assert [words(link) for link in article.iterfind(".//a[@class='term']")] == linked
    section = article.find("section[@class='words']")
    assert section is not None
    assert [words(one) for one in section.iterfind("h2")] == [heading]
    shown = zip(section.iterfind("dl/div/dt"), section.iterfind("dl/div/dd/span"), strict=True)
    assert [f"{words(term)}: {words(meaning)}" for term, meaning in shown] == meanings


@pytest.mark.parametrize("address", ["about/commitments/", "kk/about/commitments/", "kk/legal/"])
def test_an_explained_word_leads_to_its_meaning_and_from_there_back_and_to_the_glossary(
    two_languages: Built, address
):
    page = two_languages.page(address)
    by_id = {one.get("id"): one for one in page.tree.iter() if one.get("id")}
    links = page.all(".//a[@class='term']")
    assert links != []
    for link in links:
        entry = by_id[link.get("href", "").removeprefix("#")]
        more, back = entry.iter("a")
        assert by_id[link.get("aria-describedby")] is entry.find("dd/span")
        assert by_id[back.get("href", "").removeprefix("#")] is link
        # The glossary in the language of the page, also from a text in another one.
        glossary, _, term = urljoin(URL + address, more.get("href", "")).partition("#")
        prefix = "kk/" if address.startswith("kk/") else ""
        assert glossary == f"{URL}{prefix}glossary/"
        assert two_languages.page(f"{prefix}glossary/").one(f".//div[@id='{term}']") is not None


@pytest.mark.parametrize(
    "address", ["", "kk/", "kk/contact/", "site-map/", "signatories/kz/almaly/"]
)
def test_a_page_whose_text_has_no_such_word_explains_none(two_languages: Built, address):
    """On the start page they stand in links, headings and generated parts only."""
    assert two_languages.page(address).all(".//section[@class='words']") == []


def test_a_name_from_the_data_cannot_become_markup(two_languages: Built):
    page = two_languages.page("signatories/kg/suu-and-kol/")
    name = 'Suu & Kol\'s "Oasis" < 3'
    assert page.words("body/main/article/h1") == name
    assert page.words("head/title").startswith(name + ", Kyrgyzstan")
    assert page.one("head/meta[@property='og:title']").get("content") == name + ", Kyrgyzstan"
    assert words(page.one("body/main/article/script")).count("<") == 0


@pytest.mark.parametrize("prefix", ["", "ru/", "kk/"])
def test_a_redirect_leads_to_the_page_in_the_same_language(two_languages: Built, prefix):
    page = two_languages.page(prefix + "signatories/kz/old-almaly/")
    new = prefix + "signatories/kz/almaly/"
    assert page.one("head/meta[@http-equiv='refresh']").get("content") == f"0; url=/{new}"
    assert page.one("body//a").get("href") == f"/{new}"
    assert page.canonical == URL + new
    assert page.is_noindex
    assert two_languages.page(new).canonical == URL + new


def test_the_page_for_wrong_addresses_speaks_every_language(two_languages: Built):
    text = (two_languages.site / "404.html").read_text(encoding="utf-8")
    sections = html5lib.parse(text, namespaceHTMLElements=False).findall("body/main/section")
    assert {
        section.get("lang"): [link.get("href") for link in section.iter("a")]
        for section in sections
    } == {
        "en": ["/", "/signatories/", "/site-map/"],
        "ru": ["/ru/", "/ru/signatories/", "/ru/site-map/"],
        "kk": ["/kk/", "/kk/signatories/", "/kk/site-map/"],
    }


@pytest.mark.parametrize(
    ("prefix", "name"),
    [("", "Friends of Samples"), ("ru/", "Друзья примеров"), ("kk/", "Үлгілердің достары")],
)
def test_a_supporter_and_its_signatories_lead_to_each_other(two_languages: Built, prefix, name):
    body = two_languages.page(prefix + "supporters/friends-of-samples/")
    assert body.words("body/main/article/h1") == name
    listed = body.all(".//ul[@class='supported']/li/a")
    here = f"{URL}{prefix}supporters/friends-of-samples/"
    # One names the supporter, the other is named by it.
    signatories = {"signatories/kz/almaly/", "signatories/kg/suu-and-kol/"}
    found = {urljoin(here, link.get("href", "")).removeprefix(URL + prefix) for link in listed}
    assert found == signatories
    for address in signatories:
        facts = two_languages.page(prefix + address).all(".//dl[@class='facts']//a")
        links = {urljoin(URL + prefix + address, one.get("href", "")): words(one) for one in facts}
        assert links[here] == name
