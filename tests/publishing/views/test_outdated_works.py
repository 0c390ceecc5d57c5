"""What an outdated translation of a news item or an issue says on its page, and since when."""

from dataclasses import replace

import html5lib
import pytest

from publishing.newsletter import material_of
from publishing.outputs.rendering import Templates
from publishing.records.values import PartialDate
from publishing.views.names import all_names
from publishing.views.news import news_page
from publishing.views.newsletter import Desk, Neighbours
from tests.sample_sites import PROJECT

ORIGINAL = "../../../"
SINCE = "The original changed after this translation was made: {date}."
WORDS = {
    SINCE: "Түпнұсқа аудармадан кейін өзгерді: {date}.",
    "The original has changed since this translation was made.": "Түпнұсқа өзгерді.",
    "Read the original": "Түпнұсқаны оқу",
}


@pytest.fixture(scope="module")
def templates():
    return Templates([PROJECT / "overrides/records"])


@pytest.fixture
def notices_of(a_site, a_news, an_issue, speaking, templates):
    """Read the notices on the Kazakh page of a work: their words, and where they lead."""
    tongue = speaking("kk", words=WORDS)

    def of_news(site, texts) -> str:
        news = a_news("club", "en kk", texts=texts)
        view = news_page(news, site, {}, [], {}, tongue)
        values = {"view": view, "root": "../../", "base": ORIGINAL, "report": "", "linked_data": ""}
        return str(templates.render("news_item", tongue, **values))

    def of_issue(site, texts) -> str:
        issue = an_issue("2019-1", "en kk", texts=texts)
        site = replace(site, newsletters=(issue,))
        desk = Desk(site, tongue, all_names(site, frozenset(), tongue), material_of(site))
        values = {
            "view": desk.page(issue, issue.texts["kk"], "../../", ORIGINAL),
            "words": (),
            "neighbours": Neighbours(None, None),
            "root": "../../",
            "base": ORIGINAL,
            "source": ORIGINAL + "newsletter/2019-1/",
            "report": "",
            "linked_data": "",
        }
        return str(templates.render("issue", tongue, **values))

    def make(kind, since, *, is_outdated):
        days = {file: PartialDate(day) for file, day in since.items()}
        site = replace(a_site(), outdated_since=days)
        page_of = of_news if kind == "news" else of_issue
        html = page_of(site, {"is_outdated": is_outdated})
        page = html5lib.parse(html, namespaceHTMLElements=False)
        return [
            ("".join(notice.itertext()), [link.get("href") for link in notice.iter("a")])
            for notice in page.findall(".//p[@class='notice']")
        ]

    return make


FILES = {
    "news": "docs/kk/news/2026-05-20-club.md",
    "issue": "docs/kk/newsletter/2019-1.md",
}
ADDRESSES = {"news": ORIGINAL + "news/club/", "issue": ORIGINAL + "newsletter/2019-1/"}


@pytest.mark.parametrize("kind", FILES)
def test_the_day_is_told_on_which_the_original_changed(notices_of, kind):
    day = "2026\N{NARROW NO-BREAK SPACE}ж. 5 маусым"
    assert notices_of(kind, {FILES[kind]: "2026-06-05"}, is_outdated=True) == [
        (f"Түпнұсқа аудармадан кейін өзгерді: {day}. Түпнұсқаны оқу", [ADDRESSES[kind]])
    ]


@pytest.mark.parametrize("kind", FILES)
def test_where_the_day_is_not_known_the_change_is_told_without_it(notices_of, kind):
    others = {FILES[kind].replace("/kk/", "/ru/"): "2026-06-05"}
    assert notices_of(kind, others, is_outdated=True) == [
        ("Түпнұсқа өзгерді. Түпнұсқаны оқу", [ADDRESSES[kind]])
    ]


@pytest.mark.parametrize("kind", FILES)
def test_a_current_translation_says_nothing(notices_of, kind):
    assert notices_of(kind, {}, is_outdated=False) == []
