"""The newsletter of the sample site `news_and_events`, as readers and subscribers get it.

Three issues: 2025-2 is written in every language, 2025-1 in Russian and English, and the digest
2024-2, which has nothing to present, only in English. The whole e-mail of one of them is stored in
`expected/newsletter/`, to be read like a letter.
"""

import json
import re
import smtplib
import socket
import subprocess
import sys
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

import html5lib
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope, Session

from publishing.problems import report
from publishing.reading import read_site
from tests.conftest import MakeSample
from tests.sample_sites import EXPECTED, PROJECT, URL, Built, ReadPage, Sample, words

PREFIXES = {"en": "", "ru": "ru/", "kk": "kk/"}
# Every issue in every language that it is written in.
ISSUES = [
    "newsletter/2025-2/",
    "ru/newsletter/2025-2/",
    "kk/newsletter/2025-2/",
    "newsletter/2025-1/",
    "ru/newsletter/2025-1/",
    "newsletter/2024-2/",
]
MAIN = "body/main/article"
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
RECIPIENT = "subscriber@placeholder.invalid"
UNSUBSCRIBE = "https://placeholder.invalid/unsubscribe"

every_issue = pytest.mark.parametrize("address", ISSUES)


@pytest.fixture(scope="module")
def built(news_and_events: Built) -> Built:
    """The sample, built on the first day of 2026."""
    return news_and_events


def place(here: str, link: Element) -> str:
    """Return where a link leads, below the site's root if it is there."""
    return urljoin(URL + here, link.get("href", "")).removeprefix(URL)


def test_the_sample_is_what_it_claims(sample_site: MakeSample):
    site, problems = read_site(sample_site("news_and_events").root)
    assert site is not None, report(problems)
    assert {one.issue.number: " ".join(one.texts) for one in site.newsletters} == {
        "2025-2": "en ru kk",
        "2025-1": "en ru",
        "2024-2": "en",
    }
    assert {one.issue.number: one.original.language for one in site.newsletters} == {
        "2025-2": "en",
        "2025-1": "ru",
        "2024-2": "en",
    }
    newest, before, digest = site.newsletters
    assert [item.kind for item in newest.issue.items] == [
        *["news"] * 3,
        "event",
        "signatory",
        "page",
    ]
    assert newest.picture is not None
    assert before.issue.items
    assert (digest.issue.items, str(digest.issue.compiled)) == ((), "2025-12-30")
    assert [one.issue.number for one in site.newsletters if one.texts["en"].reviewed] == [
        "2025-2",
        "2024-2",
    ]
    outdated = [
        (one.issue.number, text.language)
        for one in site.newsletters
        for text in one.texts.values()
        if text.is_outdated
    ]
    assert outdated == [("2025-2", "kk")]


# The page of an issue


def test_an_issue_has_pages_and_files_only_in_the_languages_it_is_written_in(built: Built):
    found = [name for name in built.files() if re.search(r"newsletter/\d", name)]
    files = ["email.html", "email.txt", "index.html", "newsletter.eml", "preview/index.html"]
    assert found == sorted(address + name for address in ISSUES for name in files)


@pytest.mark.parametrize(
    ("address", "title", "line"),
    [
        (
            "newsletter/2025-2/",
            'A plan for Almaly & a club "of towns"',
            "Autumn 2025 · July–December 2025 · 20 December 2025",
        ),
        (
            "kk/newsletter/2025-2/",
            "Алмалы жоспары және қалалар клубы",
            "[kk] Autumn 2025 · 2025 ж. шілде – желтоқсан · 2025 ж. 20 желтоқсан",
        ),
        (
            "ru/newsletter/2025-1/",
            "Таш присоединился, фонд открыт",
            "[ru] Spring 2025 · январь – июнь 2025 г. · 30 июня 2025 г.",
        ),
        (
            "newsletter/2024-2/",
            "A quiet half-year",
            "Autumn 2024 · July–December 2024 · Updated: 31 December 2025",
        ),
    ],
)
def test_an_issue_has_its_title_its_season_its_months_and_its_day(
    built: Built, address, title, line
):
    page = built.page(address)
    assert page.words(f"{MAIN}/h1") == title
    assert page.words("head/title").startswith(title)
    # A digest has no day: nobody read it then.
    assert page.words(f"{MAIN}/p[@class='news__date']").replace("\u202f", " ") == line


def choices_on(built: Built, address: str) -> dict[str, tuple[str, str]]:
    """Return where the switcher of a page leads by language, and what it says beside it."""
    entries = built.page(address).all(".//details[@class='languages']/ul/li")
    found = {}
    for entry in entries:
        (link,) = entry.iter("a")
        beside = " ".join(words(mark) for mark in entry.findall("small"))
        found[link.get("hreflang", "")] = (place(address, link), beside)
    return found


@pytest.mark.parametrize(
    ("number", "languages"),
    [("2025-2", "en ru kk x-default"), ("2025-1", "en ru x-default"), ("2024-2", "en x-default")],
)
def test_an_issue_names_its_languages_and_the_switcher_leads_to_the_archive_instead(
    built: Built, number, languages
):
    address = f"newsletter/{number}/"
    written = [code for code in PREFIXES if code in languages.split()]
    there = {code: URL + PREFIXES.get(code, "") + address for code in languages.split()}
    for here in (PREFIXES[code] + address for code in written):
        page = built.page(here)
        assert page.alternates == there
        assert page.canonical == URL + here
        assert not page.is_noindex
        say = f"[{page.language}] " if page.language != "en" else ""
        assert choices_on(built, here) == {
            code: (prefix + address, "")
            if code in written
            else (f"{prefix}newsletter/#issue-{number}", say + "not yet translated")
            for code, prefix in PREFIXES.items()
        }


def presented_on(built: Built, address: str) -> list[str]:
    """Return what an issue presents: where it is, its title, its language if foreign; about it."""
    found = []
    for item in built.page(address).all(f"{MAIN}/ul[@class='news']/li"):
        (link,) = item.findall("h3/a")
        about = "".join(words(line) for line in item.findall("p[@class='news__date']"))
        found.append(f"{place(address, link)} {words(link)} | {about}".replace("\u202f", " "))
    return found


@pytest.mark.parametrize(
    ("address", "presented"),
    [
        (
            "newsletter/2025-2/",
            [
                "news/tools-for-towns/ Tools for towns | 10 December 2025",
                "news/plan-adopted/ Almaly adopts a plan | 5 September 2025",
                "news/club-founded/ Mayors found a club | 20 November 2025",
                (
                    "agenda/meeting-tash-2026/ Meeting of signatories"
                    " | 20 January 2026, 10:00–16:30 (UTC+6), Town hall of Tash, Kyrgyzstan"
                ),
                (
                    "signatories/kz/almaly/ Almaly"
                    " | Kazakhstan; Latest adhesion: 20 April 2021; Status: Not known"
                ),
                "contact/ Contact | ",
            ],
        ),
        (
            "kk/newsletter/2025-2/",
            [
                "ru/news/tools-for-towns/ Инструменты для городов | 2025 ж. 10 желтоқсан орыс тілі",
                "ru/news/plan-adopted/ Алмалы принимает план | 2025 ж. 5 қыркүйек орыс тілі",
                "kk/news/club-founded/ Әкімдер клуб құрды | 2025 ж. 20 қараша",
                (
                    "kk/agenda/meeting-tash-2026/ Встреча подписантов | 2026 ж. 20 қаңтар,"
                    " 10:00–16:30 (UTC+6), Town hall of Tash, Қырғызстан орыс тілі"
                ),
                (
                    "kk/signatories/kz/almaly/ Almaly | Қазақстан; [kk] Latest adhesion: 2021 ж."
                    " 20 сәуір; [kk] Status: [kk] Not known"
                ),
                "contact/ Contact | ағылшын тілі",
            ],
        ),
        (
            "newsletter/2025-1/",
            [
                (
                    "signatories/kg/tash/ Tash"
                    " | Kyrgyzstan; Latest adhesion: 12 June 2025; Status: Not known"
                ),
                "news/fund-opens/ A fund opens | 2 October 2024",
            ],
        ),
        ("newsletter/2024-2/", []),
    ],
)
def test_an_issue_presents_each_item_in_the_best_language_and_leads_to_where_it_is(
    built: Built, address, presented
):
    assert presented_on(built, address) == presented


# In Kazakh: (language of the page it leads to, language of its title), where it is another one.
LANGUAGES = [
    ("ru", "ru"),  # news in Russian
    ("ru", "ru"),
    (None, None),  # news in Kazakh
    (None, "ru"),  # an event: its page speaks Kazakh, its title is Russian
    (None, "en"),  # a signatory
    ("en", "en"),  # a page in English
]


def test_each_item_says_which_language_its_words_and_its_page_are_in(built: Built):
    address = "kk/newsletter/2025-2/"
    on_page = built.page(address).all(f"{MAIN}/ul[@class='news']/li/h3/a")
    in_mail = html_of(built, address).all(".//h3/a")
    for links in (on_page, in_mail):
        assert [link.get("lang") for link in links] == [None] * len(LANGUAGES)
        assert [
            (link.get("hreflang"), next((span.get("lang") for span in link.iter("span")), None))
            for link in links
        ] == LANGUAGES


@pytest.mark.parametrize(
    ("address", "joined"),
    [
        (
            "newsletter/2025-2/",
            {
                "Kazakhstan (1)": ["signatories/kz/bulak/ Bulak 31 December 2025"],
                "Kyrgyzstan (1)": ["signatories/kg/suu/ Suu July 2025"],
            },
        ),
        (
            "kk/newsletter/2025-2/",
            {
                "Қазақстан (1)": ["kk/signatories/kz/bulak/ Бұлақ 2025 ж. 31 желтоқсан"],
                "Қырғызстан (1)": ["kk/signatories/kg/suu/ Suu 2025 ж. шілде"],
            },
        ),
        (
            "ru/newsletter/2025-1/",
            {"Кыргызстан (1)": ["ru/signatories/kg/tash/ Tash 12 июня 2025 г."]},
        ),
        ("newsletter/2024-2/", {}),
    ],
)
def test_an_issue_names_who_joined_or_renewed_in_its_half_year(built: Built, address, joined):
    page = built.page(address)
    lists = page.all(f"{MAIN}/ul[@class='joined']")
    countries = page.all(f"{MAIN}/h3")[-len(lists) or len(page.all(f"{MAIN}/h3")) :]
    assert {
        words(country): [
            f"{place(address, next(line.iter('a')))} {words(line)}".replace("\u202f", " ")
            for line in entries
        ]
        for country, entries in zip(countries, lists, strict=True)
    } == joined
    said = "No signatory has its latest adhesion in this half-year." in page.words(MAIN)
    assert said == (not joined)


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        (
            "newsletter/2025-2/",
            [
                "news/plan-adopted/",
                "https://tash.example/?a=1&b=2",
                "contact/#report",
                "newsletter/2025-1/",
            ],
        ),
        ("ru/newsletter/2025-2/", ["ru/news/plan-adopted/", "ru/contact/#report"]),
        ("kk/newsletter/2025-2/", ["kk/news/club-founded/"]),
        ("ru/newsletter/2025-1/", ["ru/news/tash-joins/"]),
    ],
)
def test_links_in_a_text_lead_to_pages_and_news_of_its_language(built: Built, address, leads_to):
    texts = [part for part in built.page(address).all(f"{MAIN}/p") if part.get("class") is None]
    assert [place(address, link) for part in texts for link in part.iter("a")] == leads_to


@pytest.mark.parametrize(
    ("address", "alt"),
    [
        ("newsletter/2025-2/", "Two towns on one river"),
        ("ru/newsletter/2025-2/", "Два города на одной реке"),
        ("kk/newsletter/2025-2/", "Бір өзендегі екі қала"),
    ],
)
def test_the_picture_of_an_issue_is_described_in_each_language(built: Built, address, alt):
    page = built.page(address)
    image = page.one(f"{MAIN}/figure/img")
    assert (image.get("alt"), image.get("width"), image.get("height")) == (alt, "1200", "3")
    assert place(address, page.one(f"{MAIN}/figure/figcaption/a")) == (
        "https://pictures.example/two-towns"
    )


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("newsletter/2025-2/", ""),  # an original
        ("ru/newsletter/2025-2/", ""),  # reviewed: true
        ("kk/newsletter/2025-2/", "notice review"),  # its original has changed since
        ("newsletter/2025-1/", "review"),  # translated into English
        ("ru/newsletter/2025-1/", ""),  # an original, in Russian
        ("newsletter/2024-2/", "note"),  # a digest
    ],
)
def test_an_issue_says_whether_it_is_outdated_a_digest_or_awaits_review(
    built: Built, address, said
):
    page = built.page(address)
    kinds = ("notice", "note", "review")
    assert [kind for kind in kinds if page.all(f"{MAIN}/p[@class='{kind}']")] == said.split()


def test_a_digest_says_when_it_was_compiled(built: Built):
    assert built.page("newsletter/2024-2/").words(f"{MAIN}/p[@class='note']") == (
        "This issue is a digest: this site compiled it afterwards, on 30 December 2025, from dated"
        " facts. It was not sent at that time."
    )


def test_an_outdated_translation_leads_to_its_original(built: Built):
    here = "kk/newsletter/2025-2/"
    assert place(here, built.page(here).one(f"{MAIN}/p[@class='notice']/a")) == "newsletter/2025-2/"


@every_issue
def test_an_issue_leads_editors_to_the_preview_of_its_e_mail_and_nobody_to_its_files(
    built: Built, address
):
    links = built.page(address).all(f"{MAIN}//a")
    inside = [place(address, link) for link in links if place(address, link).startswith(address)]
    assert inside == [f"{address}preview/"]
    report, _mistake = built.page(address).all(f"{MAIN}/p[@class='report']")
    assert words(report).endswith("For editors: preview of the e-mail")


@pytest.mark.parametrize(
    ("address", "turns"),
    [
        ("newsletter/2025-2/", ["Earlier issue: newsletter/2025-1/ Spring 2025"]),
        (
            "newsletter/2025-1/",
            [
                "Earlier issue: newsletter/2024-2/ Autumn 2024",
                "Later issue: newsletter/2025-2/ Autumn 2025",
            ],
        ),
        # Where it is not written in Kazakh, the issue before is the Russian one.
        (
            "kk/newsletter/2025-2/",
            ["[kk] Earlier issue: ru/newsletter/2025-1/ [kk] Spring 2025 орыс тілі"],
        ),
        (
            "ru/newsletter/2025-1/",
            [
                "[ru] Earlier issue: newsletter/2024-2/ [ru] Autumn 2024 английский",
                "[ru] Later issue: ru/newsletter/2025-2/ [ru] Autumn 2025",
            ],
        ),
    ],
)
def test_an_issue_leads_to_those_before_and_after_it(built: Built, address, turns):
    *lines, _subscribe = built.page(address).all(f"{MAIN}/nav[@class='turn']/p")
    found = []
    for line in lines:
        (link,) = line.iter("a")
        found.append(words(line).replace(words(link), place(address, link)))
    assert found == turns


# The archive, and the form


def lines_of(built: Built, address: str) -> list[str]:
    """Return the issues that a page lists: season, language if foreign, where, title."""
    found = []
    for line in built.page(address).all(f"{MAIN}//ul[@class='news']/li[@id]"):
        (link,) = line.findall("h3/a")
        if "newsletter/" in place(address, link):
            found.append(f"{words(line.findall('p')[0])} | {place(address, link)} {words(link)}")
    return found


ARCHIVES = {
    "newsletter/": [
        'Autumn 2025 | newsletter/2025-2/ A plan for Almaly & a club "of towns"',
        "Spring 2025 | newsletter/2025-1/ Tash joins, a fund is open",
        "Autumn 2024 digest | newsletter/2024-2/ A quiet half-year",
    ],
    "ru/newsletter/": [
        "[ru] Autumn 2025 | ru/newsletter/2025-2/ План Алмалы и клуб городов",
        "[ru] Spring 2025 | ru/newsletter/2025-1/ Таш присоединился, фонд открыт",
        "[ru] Autumn 2024 [ru] digest английский | newsletter/2024-2/ A quiet half-year",
    ],
    "kk/newsletter/": [
        "[kk] Autumn 2025 | kk/newsletter/2025-2/ Алмалы жоспары және қалалар клубы",
        "[kk] Spring 2025 орыс тілі | ru/newsletter/2025-1/ Таш присоединился, фонд открыт",
        "[kk] Autumn 2024 [kk] digest ағылшын тілі | newsletter/2024-2/ A quiet half-year",
    ],
}


@pytest.mark.parametrize(("address", "lines"), ARCHIVES.items(), ids=ARCHIVES)
def test_the_archive_lists_all_issues_newest_first_in_the_best_language(
    built: Built, address, lines
):
    assert lines_of(built, address) == lines


@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_the_start_page_shows_the_latest_issue(built: Built, prefix):
    assert lines_of(built, prefix) == ARCHIVES[prefix + "newsletter/"][:1]


def test_the_known_issues_of_the_old_newsletters_stand_by_year(built: Built):
    page = built.page("kk/newsletter/")
    years = [words(year) for year in page.all(f"{MAIN}/h3")]
    lists = page.all(f"{MAIN}/ul[@class='sources']")
    lines = {
        year: [words(line) for line in entries] for year, entries in zip(years, lists, strict=True)
    }
    assert lines == {
        "2013": ["The old newsletter: Issue 2 ағылшын тілі, орыс тілі Plans & their costs"],
        "2012": ["The old newsletter: Issue 1"],
    }
    links = page.all(f"{MAIN}/ul[@class='sources']/li/a")
    assert [(link.get("href"), link.get("lang")) for link in links] == [
        ("https://archive.example/2013/2", "en"),
        ("https://archive.example/2012/1", "en"),
    ]


@pytest.mark.parametrize(
    ("prefix", "chosen"),
    [("", "English"), ("ru/", "Русский"), ("kk/", "Русский")],  # there is no list in Kazakh
)
def test_the_form_offers_every_list_and_chooses_the_one_for_the_reader(
    built: Built, prefix, chosen
):
    form = built.page(f"{prefix}newsletter/subscribe/").one(f"{MAIN}//form")
    say = f"[{prefix[:2]}] " if prefix else ""
    assert form.get("action") == "https://lists.example/subscription/form"
    options = form.findall(".//option")
    assert {words(option): option.get("value") for option in options} == {
        "English": "7c4f1a52-0f5e-4b0e-9a3d-2f8f0c1d9e11",
        "Русский": "7c4f1a52-0f5e-4b0e-9a3d-2f8f0c1d9e12",
    }
    selected = [words(option) for option in options if option.get("selected") is not None]
    assert selected == [chosen]
    assert {words(label): label.get("for") for label in form.findall("fieldset//label")} == {
        f"{say}Training": "subscribe-topic-1"
    }


def test_only_forms_may_be_sent_elsewhere_and_only_to_the_service(built: Built):
    assert _policy(built)["form-action"] == "'self' https://lists.example"
    elsewhere = [kind for kind, allowed in _policy(built).items() if "http" in allowed]
    assert elsewhere == ["form-action"]


def _policy(built: Built) -> dict[str, str]:
    """Return what the whole site allows, by kind."""
    lines = (built.site / "_headers").read_text(encoding="utf-8").splitlines()
    policy = lines[1].strip().removeprefix("Content-Security-Policy: ")
    return dict(rule.split(" ", maxsplit=1) for rule in policy.split("; "))


def test_without_a_service_a_reader_subscribes_by_a_written_letter(sample_site: MakeSample):
    sample = sample_site("news_and_events")
    settings = sample.root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    own, _, _service = text.partition("  newsletter:\n    service:")
    assert own != text
    address = "  newsletter:\n    address: office@sample.example\n"
    settings.write_text(own + address, encoding="utf-8")
    built = sample.build()
    assert built.exit_code == 0, built.output
    page = built.page("kk/newsletter/subscribe/")
    assert page.all(".//form") == []
    letter = urlsplit(page.one(f"{MAIN}//a[@class='button']").get("href", ""))
    assert (letter.scheme, letter.path) == ("mailto", "office@sample.example")
    assert parse_qs(letter.query) == {
        "subject": ["[kk] Subscription to the newsletter"],
        "body": [
            (
                "[kk] Please send me the newsletter of Covenant of Mayors East."
                " Language: Қазақша. Topics, if any:"
            )
        ],
    }
    assert _policy(built)["form-action"] == "'self'"
    assert message_in(built, "newsletter/2025-2/")["From"].endswith(" <office@sample.example>")


def test_before_the_first_issue_every_page_says_so(sample_site: MakeSample):
    sample = sample_site("news_and_events")
    for file in sample.root.glob("docs/*/newsletter/20*.md"):
        file.unlink()
    ledger = sample.root / "data/ledger.yml"
    text = ledger.read_text(encoding="utf-8")
    without = re.sub(r"^newsletters:\n(?:  .*\n)+", "", text, flags=re.MULTILINE)
    assert without != text
    ledger.write_text(without, encoding="utf-8")
    built = sample.build()
    assert built.exit_code == 0, built.output
    for address in ("", "ru/", "newsletter/", "kk/newsletter/"):
        assert "No issue has appeared yet." in built.page(address).words(MAIN)
    assert json.loads((built.site / "newsletter/feed.json").read_bytes())["items"] == []
    assert [name for name in built.files() if "email" in name] == []


# The feed


def test_rss_atom_and_json_hold_the_same_issues_with_their_whole_text(built: Built):
    for prefix in PREFIXES.values():
        folder = built.site / prefix / "newsletter"
        items = json.loads((folder / "feed.json").read_bytes())["items"]
        listed = [(item["title"], item["url"], item["content_html"]) for item in items]
        rss = ET.parse(folder / "rss.xml").iter("item")
        keys = ("title", "link", CONTENT)
        assert [tuple(item.findtext(key) for key in keys) for item in rss] == listed
        assert [
            (
                entry.findtext(ATOM + "title"),
                entry.findall(ATOM + "link[@rel='alternate']")[0].get("href"),
                entry.findtext(ATOM + "content"),
            )
            for entry in ET.parse(folder / "atom.xml").iter(ATOM + "entry")
        ] == listed


def feed_items(built: Built, prefix: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(
        (built.site / prefix / "newsletter/feed.json").read_bytes()
    )["items"]
    return found


def test_the_feed_gives_the_title_as_it_is_and_leads_to_where_the_issue_is(built: Built):
    items = feed_items(built, "kk/")
    assert [(item["title"], item["url"].removeprefix(URL)) for item in items] == [
        ("Алмалы жоспары және қалалар клубы", "kk/newsletter/2025-2/"),
        ("Таш присоединился, фонд открыт", "ru/newsletter/2025-1/"),
        ("A quiet half-year", "newsletter/2024-2/"),
    ]


@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_an_issue_in_the_feed_says_what_its_page_says_with_absolute_links(built: Built, prefix):
    for item in feed_items(built, prefix):
        here = item["url"].removeprefix(URL)
        content = html5lib.parse(item["content_html"], namespaceHTMLElements=False)
        parts = content.findall("body/div/*")
        page = built.page(here)
        on_page = [
            part
            for part in page.one(MAIN)
            if part.get("class") not in AROUND and part.tag != "script"
        ]
        assert [words(part) for part in parts] == [words(part) for part in on_page[1:]]
        links = [a.get("href", "") for part in parts for a in part.iter("a")]
        assert links == [
            urljoin(URL + here, a.get("href", "")) for p in on_page for a in p.iter("a")
        ]
        assert all(img.get("src", "").startswith(URL) for img in content.iter("img"))


# What a page says around the issue, in classes of its parts.
AROUND = {"notice", "crumbs", "news__date", "turn", "review", "report"}


# The e-mail


@pytest.mark.parametrize("name", ["email.txt", "email.html", "newsletter.eml"])
def test_a_whole_e_mail_is_this_one(built: Built, name):
    stored = (EXPECTED / "newsletter" / name).read_bytes()
    assert (built.site / "newsletter/2025-2" / name).read_bytes() == stored


def message_in(built: Built, address: str) -> EmailMessage:
    message = message_from_bytes(
        (built.site / address / "newsletter.eml").read_bytes(), _class=EmailMessage, policy=SMTP
    )
    assert not message.defects
    return message


def html_of(built: Built, address: str) -> ReadPage:
    """Return the HTML part of an issue, as a mail program reads it."""
    text = (built.site / address / "email.html").read_text(encoding="utf-8")
    return ReadPage(html5lib.parse(text, namespaceHTMLElements=False))


def text_of(built: Built, address: str) -> str:
    return (built.site / address / "email.txt").read_text(encoding="utf-8")


def notes_of(text: str) -> list[str]:
    """Return the links of a text part in their order: their numbers begin with 1."""
    notes = re.findall(r"^\[(\d+)\] (\S+)$", text, re.MULTILINE)
    assert [int(number) for number, _url in notes] == list(range(1, len(notes) + 1))
    return [url for _number, url in notes]


def flat(text: str) -> str:
    return " ".join(text.split())


@every_issue
def test_both_parts_of_a_message_are_the_two_files(built: Built, address):
    message = message_in(built, address)
    parts = [(part.get_content_type(), part.get_content()) for part in message.iter_parts()]
    # Lines of text end with CRLF in a message (RFC 2046, 4.1.1), in files as everywhere here.
    text, markup = (
        (built.site / address / name).read_bytes().decode().replace("\n", "\r\n")
        for name in ("email.txt", "email.html")
    )
    assert parts == [("text/plain", text), ("text/html", markup)]
    language = message["Content-Language"]
    assert PREFIXES[language] + f"newsletter/{address[-7:]}" == address
    assert {part["Content-Language"] for part in message.walk()} == {language}


@every_issue
def test_a_message_names_its_list_and_how_to_leave_it(built: Built, address):
    message = message_in(built, address)
    prefix = PREFIXES[message["Content-Language"]]
    assert message["To"] == RECIPIENT
    assert message["Date"].datetime.isoformat()[:4] == address[-7:-3]
    assert message["List-Archive"] == f"<{URL}{prefix}newsletter/>"
    assert message["List-Subscribe"] == f"<{URL}{prefix}newsletter/subscribe/>"
    assert message["List-Unsubscribe"] == f"<{UNSUBSCRIBE}>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    title = built.page(address).words(f"{MAIN}/h1")
    assert message["Subject"].startswith(f"{title} – ")
    assert message["Subject"].endswith(address[-7:-3])


def test_no_two_messages_have_the_same_id_and_each_language_is_a_list(built: Built):
    messages = [message_in(built, address) for address in ISSUES]
    assert len({message["Message-ID"] for message in messages}) == len(ISSUES)
    assert {message["List-Id"] for message in messages} == {
        f"<newsletter.{code}.sample.example>" for code in PREFIXES
    }


@every_issue
def test_html_and_text_have_the_same_links_with_the_same_words(built: Built, address):
    text = text_of(built, address)
    notes, told = notes_of(text), flat(text)
    links = html_of(built, address).all(".//a")
    assert {link.get("href") for link in links} == set(notes)
    assert len(notes) == len(set(notes))
    missing = [
        words(link)
        for link in links
        if f"{words(link)} [{notes.index(link.get('href', '')) + 1}]" not in told
    ]
    assert missing == []


@every_issue
def test_html_and_text_have_the_same_titles_in_the_same_order(built: Built, address):
    """In the text headings are underlined; items begin with `*`, countries with their name."""
    text = text_of(built, address)
    *titles, _links = re.findall(r"^(.+(?:\n.+)*)\n=+$", text, re.MULTILINE)
    part = html_of(built, address)
    headings = [element for element in part.tree.iter() if element.tag in {"h1", "h2"}]
    assert [flat(title) for title in titles] == [words(heading) for heading in headings]
    items = re.findall(r"^\* (.+?)\u00a0\[\d+\]$", text, re.MULTILINE)
    assert items == [words(heading) for heading in part.all(".//h3") if heading.findall("a")]


@every_issue
def test_every_address_in_an_e_mail_is_absolute_and_is_there(built: Built, address):
    files = set(built.files())
    part = html_of(built, address)
    found = [value for element in part.tree.iter() for value in _addresses(element)]
    dead = []
    for url in [*found, *notes_of(text_of(built, address))]:
        parts = urlsplit(url)
        assert (parts.scheme, bool(parts.netloc)) == ("https", True), url
        if not url.startswith(URL):
            continue
        path = parts.path.lstrip("/")
        file = path + "index.html" if path.endswith("/") or not path else path
        ids = (built.page(path).tree.iter() if parts.fragment else ()) if file in files else ()
        if file not in files or (
            parts.fragment and parts.fragment not in {element.get("id") for element in ids}
        ):
            dead.append(url)
    assert dead == []
    others = {urlsplit(url).hostname for url in found if not url.startswith(URL)}
    assert others <= {"placeholder.invalid", "tash.example"}


def _addresses(element: Element) -> Iterator[str]:
    for name in ("href", "src", "background", "action"):
        value = element.get(name)
        if value is not None:
            yield value


@every_issue
def test_an_e_mail_says_of_a_translation_what_its_page_says(built: Built, address):
    page = built.page(address)
    said = {
        "The original has changed since this translation was made.": "notice",
        "This translation awaits review by a native speaker.": "review",
    }
    on_page = [told for told, kind in said.items() if page.all(f"{MAIN}/p[@class='{kind}']")]
    part = html_of(built, address).words("body")
    assert [told for told in said if told in part] == on_page
    assert [told for told in said if told in flat(text_of(built, address))] == on_page


@every_issue
def test_an_e_mail_says_who_publishes_it_and_is_not_for_search_engines(built: Built, address):
    publisher = (
        "This newsletter comes from an information site on the Covenant of Mayors. It is not an"
        " official publication of the European Union."
    )
    assert publisher in html_of(built, address).words("body")
    assert publisher in flat(text_of(built, address))
    assert html_of(built, address).is_noindex


@every_issue
def test_an_e_mail_asks_its_reader_for_nothing_but_pictures_of_the_site(built: Built, address):
    """No pixel that counts readers, no script, no form, no style from elsewhere."""
    part = html_of(built, address)
    assert [e.tag for e in part.tree.iter() if e.tag in {"script", "form", "iframe", "link"}] == []
    sources = [image.get("src", "") for image in part.all(".//img")]
    assert all(source.startswith(f"{URL}assets/images/") for source in sources)
    assert "url(" not in (built.site / address / "email.html").read_text(encoding="utf-8")


def test_the_pictures_of_an_e_mail_are_described_and_fit_its_column(built: Built):
    images = html_of(built, "ru/newsletter/2025-2/").all(".//img")
    assert [(image.get("alt"), image.get("width")) for image in images] == [
        ("Два города на одной реке", "550"),
        ("Синий квадрат вместо плана", "6"),
    ]


@every_issue
def test_no_line_of_the_text_is_too_long_for_a_mail_program(built: Built, address):
    """But a word longer than a line, such as an address, is never broken."""
    lines = text_of(built, address).splitlines()
    assert [line for line in lines if len(line) > 72 and " " in line.strip("-* ")[:72]] == []


# Delivery


class Inbox:
    """Receives what a real SMTP server is given."""

    def __init__(self) -> None:
        self.letters: list[tuple[list[str], bytes]] = []

    async def handle_DATA(  # noqa: N802 - the server's name for it
        self, server: object, session: Session, envelope: Envelope
    ) -> str:
        assert isinstance(envelope.content, bytes)
        self.letters.append((envelope.rcpt_tos, envelope.content))
        return "250 received"


@pytest.fixture
def inbox() -> Iterator[tuple[Inbox, int]]:
    """Listen on a free loopback port."""
    received = Inbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(received, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield received, port
    finally:
        controller.stop()


def for_subscriber(message: EmailMessage, address: str, leave: str) -> EmailMessage:
    """Fill in what no file can know, as CONTRIBUTING.md tells senders to: by plain text."""
    message.replace_header("To", address)
    message.replace_header("List-Unsubscribe", f"<{leave}>")
    for part in message.iter_parts():
        language = part["Content-Language"]
        told = part.get_content().replace(UNSUBSCRIBE, leave)
        part.set_content(told, subtype=part.get_content_subtype())
        part["Content-Language"] = language
    return message


def test_every_message_arrives_as_it_was_written(built: Built, inbox: tuple[Inbox, int]):
    received, port = inbox
    sent = [(built.site / address / "newsletter.eml").read_bytes() for address in ISSUES]
    with smtplib.SMTP("127.0.0.1", port) as server:
        for content in sent:
            server.sendmail("newsletter@sample.example", ["somebody@reader.example"], content)
    assert received.letters == [(["somebody@reader.example"], content) for content in sent]


@every_issue
def test_a_subscriber_gets_the_message_with_nothing_left_to_fill_in(
    built: Built, inbox: tuple[Inbox, int], address
):
    received, port = inbox
    leave = "https://lists.example/leave/7c4f1a52"
    with smtplib.SMTP("127.0.0.1", port) as server:
        server.send_message(
            for_subscriber(message_in(built, address), "somebody@reader.example", leave)
        )
    ((recipients, content),) = received.letters
    assert recipients == ["somebody@reader.example"]
    arrived = message_from_bytes(content, _class=EmailMessage, policy=SMTP)
    written = message_in(built, address)
    replaced = {RECIPIENT: "somebody@reader.example", f"<{UNSUBSCRIBE}>": f"<{leave}>"}
    for name in [name for name in written if name != "Content-Type"]:
        assert arrived[name] == replaced.get(written[name], written[name])
    for before, after in zip(written.iter_parts(), arrived.iter_parts(), strict=True):
        told = before.get_content()
        assert told.count(UNSUBSCRIBE) == 1
        wanted = told.replace(UNSUBSCRIBE, leave)
        assert after.get_content().splitlines() == wanted.splitlines()
    assert b"placeholder" not in content


# The preview


@every_issue
def test_a_preview_is_for_editors_and_not_for_search_engines(built: Built, address):
    preview = f"{address}preview/"
    page = built.page(preview)
    assert page.is_noindex
    assert page.alternates == {}
    sitemaps = [file for name, file in built.files().items() if name.endswith("sitemap.xml")]
    sitemaps.append(built.files()["sitemap-en.xml"])
    listed = b"\n".join(sitemaps).decode("utf-8")
    assert f"<loc>{URL}{address}</loc>" in listed
    assert "preview" not in listed
    assert "email" not in listed


def test_a_preview_leads_to_the_previews_in_other_languages_and_else_to_the_archive(built: Built):
    choices = choices_on(built, "ru/newsletter/2025-1/preview/")
    assert choices == {
        "en": ("newsletter/2025-1/preview/", ""),
        "ru": ("ru/newsletter/2025-1/preview/", ""),
        "kk": ("kk/newsletter/#issue-2025-1", "[ru] not yet translated"),
    }


@every_issue
def test_a_preview_shows_both_parts_and_the_headers(built: Built, address):
    here = f"{address}preview/"
    page = built.page(here)
    frames = page.all(f"{MAIN}//iframe")
    shown = [urljoin(URL + here, frame.get("src", "")).removeprefix(URL) for frame in frames]
    assert shown == [f"{address}email.html"] * 2
    assert [frame.get("width") for frame in frames] == ["600", "360"]
    assert "".join(page.one(f"{MAIN}//pre").itertext()).strip() == text_of(built, address).strip()
    headers = {
        words(entry.findall("dt")[0]): words(entry.findall("dd")[0])
        for entry in page.all(f"{MAIN}//dl/div")
    }
    # The name before an address may need quotes in the message, which readers need not see.
    assert headers.pop("From").endswith(" <newsletter@sample.example>")
    message = message_in(built, address)
    others = ("From", "Content-Type", "Content-Language", "MIME-Version")
    assert headers == {name: flat(message[name]) for name in message if name not in others}
    filled_in = [e for e in page.all(f"{MAIN}//dl/div") if e.findall("dd/mark")]
    marked = [words(entry.findall("dt")[0]) for entry in filled_in]
    assert marked == ["To", "Date", "Message-ID", "List-Unsubscribe"]
    assert all(words(e.findall("dd/mark")[0]) == words(e.findall("dd")[0]) for e in filled_in)


def test_every_page_and_every_html_part_is_well_formed(built: Built):
    mistakes = {}
    for name, content in built.files().items():
        if "newsletter/" in name and name.endswith(".html"):
            parser = html5lib.HTMLParser()
            parser.parse(content.decode("utf-8"))
            if parser.errors:
                mistakes[name] = [code for _place, code, _values in parser.errors]
    assert mistakes == {}


# From one build to the next


def test_two_builds_anywhere_give_the_same_bytes(built: Built, sample_site: MakeSample):
    there = sample_site("news_and_events").build(
        TZ="Asia/Almaty", LANG="kk_KZ", LC_ALL="POSIX", PYTHONHASHSEED="2", PYTHONUTF8="0"
    )
    assert there.exit_code == 0, there.output
    one, other = built.files(), there.files()
    assert list(one) == list(other)
    assert [name for name in one if one[name] != other[name]] == []


IN_ONE_LANGUAGE = [
    f"newsletter/{name}"
    for name in (
        "2025-2/email.html",
        "2025-2/email.txt",
        "2025-2/index.html",
        "2025-2/newsletter.eml",
        "2025-2/preview/index.html",
        "atom.xml",
        "feed.json",
        "rss.xml",
    )
]


@pytest.mark.parametrize(
    ("file", "old", "new", "changed"),
    [
        pytest.param(
            "docs/en/news/2025-09-05-plan-adopted.md",
            "title: Almaly adopts a plan",
            "title: Almaly has adopted a plan",
            IN_ONE_LANGUAGE,
            id="in English",
        ),
        pytest.param(
            "docs/ru/news/2025-12-10-tools-for-towns.md",
            "title: Инструменты для городов",
            "title: Новые инструменты для городов",
            # Readers of Kazakh are told of it in Russian.
            [prefix + name for prefix in ("kk/", "ru/") for name in IN_ONE_LANGUAGE],
            id="in Russian",
        ),
        pytest.param(
            "docs/en/news/2024-03-01-first-training.md",
            "title: First training for towns",
            "title: The first training for towns",
            [],
            id="of an item in no issue",
        ),
    ],
)
def test_another_title_of_a_news_item_changes_just_the_issue_that_presents_it(
    built: Built, sample_site: MakeSample, file, old, new, changed
):
    sample = sample_site("news_and_events")
    sample.replace(file, old, new)
    after = sample.build()
    assert after.exit_code == 0, after.output
    before, now = built.files(), after.files()
    assert list(before) == list(now)
    differing = [name for name in now if "newsletter/" in name and now[name] != before[name]]
    assert differing == changed


# Too much for one e-mail


@pytest.fixture
def too_large(sample_site: MakeSample) -> Path:
    """Write an issue whose HTML part has more than 100 kB."""
    sample = sample_site("news_and_events")
    known = "No news of this half-year is known to this site."
    sample.replace("docs/en/newsletter/2024-2.md", known, "\n\n".join([known] * 1900))
    return sample.root


TOLD = (
    r"docs/en/newsletter/2024-2\.md:10: e-mail: expected at most 100 kB, found 1\d\d kB\n"
    r"    hint: Present fewer items, or shorten the text: some mail programs cut the rest off\.\n"
)


def test_an_e_mail_that_would_be_cut_off_stops_the_build(too_large: Path):
    built = Sample(too_large).build()
    assert built.exit_code == 1
    assert re.search(TOLD, built.output)
    assert "Traceback" not in built.output
    assert not built.site.exists()


def test_an_e_mail_that_would_be_cut_off_is_told_by_the_check(too_large: Path):
    checked = subprocess.run(
        [sys.executable, "-m", "publishing", "--root", str(too_large), "check"],
        env={"PYTHONPATH": str(PROJECT / "hooks"), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert checked.returncode == 1, checked.stderr
    assert re.search(TOLD, checked.stdout)
    assert re.findall(r"^\d+ mistakes?", checked.stdout, re.MULTILINE) == ["1 mistake"]
