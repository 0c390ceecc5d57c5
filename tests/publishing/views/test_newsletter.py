from dataclasses import replace

import pytest
from markupsafe import Markup

from publishing.languages.translations import Text
from publishing.newsletter import material_of
from publishing.records.documents import Document
from publishing.records.newsletters import KnownIssue
from publishing.records.pages import Page
from publishing.records.values import PartialDate
from publishing.site import Picture
from publishing.sources import Source
from publishing.views.names import all_names
from publishing.views.news import NewsImage
from publishing.views.newsletter import (
    Archive,
    Desk,
    IssueLine,
    IssuePage,
    IssueWords,
    Joined,
    KnownLine,
    Neighbours,
    Presented,
    archive,
    issue_lines,
    issue_roots,
    neighbours_of,
    place_in_archive,
    season,
)
from publishing.views.tongue import Name, Worded

URL = "https://sample.example/"
KAZAKH = URL + "kk/"
IMAGE = {"file": "club.jpg", "alt": "Ten mayors", "author": "A. Bek", "licence": "CC BY 4.0"}
PICTURE = Picture("assets/images/newsletter/club.jpg", "image/jpeg", 80_000, 1200, 800)


@pytest.fixture(scope="session")
def a_desk():
    """A maker of desks in one language."""

    def make(site, tongue):
        return Desk(site, tongue, all_names(site, frozenset(), tongue), material_of(site))

    return make


def _text(path: str, code: str, **front_matter: object) -> Text:
    file = f"docs/{code}/{path}"
    words = {"title": f"Join [{code}]", "description": f"How to join [{code}]."}
    page = Page.model_validate(words | front_matter)
    return Text(path, file, code, page, "# Join\n", Source(file, None))


def _known(title: str, date: str, **facts: object) -> KnownIssue:
    least = {"series": "Covenant News", "url": f"https://news.example/{title}"}
    return KnownIssue.model_validate({"title": title, "date": date, **least, **facts})


# The archive


@pytest.mark.parametrize(("number", "said"), [("2019-1", "Көктем 2019"), ("2019-2", "Autumn 2019")])
def test_an_issue_is_named_by_its_season(an_issue, speaking, number, said):
    tongue = speaking("kk", words={"Spring {year}": "Көктем {year}"})
    assert season(an_issue(number).issue, tongue) == said


@pytest.mark.parametrize(
    ("written", "language", "address", "language_name"),
    [
        ("en ru kk", "kk", "kk/newsletter/2019-1/", ""),
        ("en ru", "ru", "ru/newsletter/2019-1/", "орыс тілі"),
        ("en", "en", "newsletter/2019-1/", "ағылшын тілі"),
    ],
)
def test_a_line_shows_the_best_language_of_the_chain_and_leads_where_the_issue_is(
    a_site, an_issue, speaking, written, language, address, language_name
):
    site = replace(a_site(), newsletters=(an_issue("2019-1", written),))
    assert issue_lines(site, speaking("kk")) == (
        IssueLine(
            id="issue-2019-1",
            title=Worded(f"Title of 2019-1 [{language}]", language),
            summary=Worded(f"Summary of 2019-1 [{language}]", language),
            season="Spring 2019",
            day="2019-06-30",
            address=address,
            language_name=language_name,
            is_digest=False,
        ),
    )


def test_a_line_says_whether_an_issue_is_a_digest(a_site, an_issue, speaking):
    site = replace(a_site(), newsletters=(an_issue("2019-1", compiled="2026-11-22"),))
    assert [line.is_digest for line in issue_lines(site, speaking("en"))] == [True]


def test_an_issue_that_no_language_of_the_chain_tells_is_in_no_list(a_site, an_issue, speaking):
    site = replace(a_site(), newsletters=(an_issue("2019-2", "uk"), an_issue("2019-1")))
    assert [line.id for line in issue_lines(site, speaking("kk"))] == ["issue-2019-1"]
    assert [line.id for line in issue_lines(site, speaking("uk"))] == [
        "issue-2019-2",
        "issue-2019-1",
    ]


def test_who_changes_the_language_finds_an_issue_in_the_archive(an_issue, languages):
    issue = an_issue("2019-1", "uk ru")
    assert place_in_archive(issue, languages["kk"]) == "newsletter/#issue-2019-1"
    assert place_in_archive(issue, languages["ka"]) == "newsletter/"


def test_the_known_issues_are_listed_by_year_the_newest_first(a_site, an_issue, speaking):
    known = (
        _known("C", "2013-05", series="Other News"),
        _known("B", "2013-05", languages=["uk", "en"], topics="Plans"),
        _known("A", "2015"),
        _known("D", "2013-06-01"),
        _known("A", "2013-05"),
    )
    site = replace(a_site(), newsletters=(an_issue("2019-1"),), known_issues=known)
    found = archive(site, speaking("kk"))
    assert found.issues == issue_lines(site, speaking("kk"))
    assert [
        (year, [(line.series, line.title) for line in lines]) for year, lines in found.known
    ] == [
        ("2015", [("Covenant News", "A")]),
        (
            "2013",
            [
                ("Covenant News", "D"),
                ("Covenant News", "A"),
                ("Covenant News", "B"),
                ("Other News", "C"),
            ],
        ),
    ]
    assert found.known[1][1][2] == KnownLine(
        series="Covenant News",
        title="B",
        topics="Plans",
        languages="украин тілі, ағылшын тілі",
        url="https://news.example/B",
        language="en",
    )
    assert (found.known[0][1][0].topics, found.known[0][1][0].languages) == ("", "")


def test_an_archive_may_be_empty(a_site, speaking):
    assert archive(a_site(), speaking("en")) == Archive(issues=(), known=())


def test_every_issue_leads_to_the_one_before_and_the_one_after(a_site, an_issue, speaking):
    issues = (
        an_issue("2020-1", "en ru"),
        an_issue("2019-2", "ka"),
        an_issue("2019-1", "en"),
        an_issue("2018-2", "en kk"),
    )
    site, tongue = replace(a_site(), newsletters=issues), speaking("ru")
    newest, middle, oldest = issue_lines(site, tongue)
    assert neighbours_of(issues[0], issue_lines(site, tongue)) == Neighbours(middle, None)
    assert neighbours_of(issues[2], issue_lines(site, tongue)) == Neighbours(oldest, newest)
    assert neighbours_of(issues[3], issue_lines(site, tongue)) == Neighbours(None, middle)
    assert newest.address == "ru/newsletter/2020-1/"


@pytest.mark.parametrize(
    ("code", "roots"), [("en", ("../../", "../../")), ("kk", ("../../", "../../../"))]
)
def test_an_issue_knows_the_way_to_its_language_and_to_the_site(an_issue, speaking, code, roots):
    assert issue_roots(an_issue("2019-1", code), speaking(code)) == roots


# An issue


BODY = (
    "Read [more](../join/index.md#how) and [this](2018-2.md).\n\n"
    "## Achievements {#achievements}\n\n- One\n- [Two](https://a.example/)\n"
)


def test_the_page_of_an_issue(a_site, an_issue, an_entry, a_desk, speaking):
    entry = an_entry("UA0001", name="Lviv", adhesion=_adhesion("2019-05-20"))
    issue = an_issue(
        "2019-1",
        "en kk",
        picture=PICTURE,
        body=BODY,
        texts={"image_alt": "Он әкім", "updated": PartialDate("2026-12-01")},
        date="2019-06-29",
        image=IMAGE,
        compiled="2026-11-22",
        items=[{"signatory": "UA0001"}],
    )
    digest = (
        "This issue is a digest: this site compiled it afterwards, on {date}, from dated facts. "
        "It was not sent at that time."
    )
    tongue = speaking("kk", words={digest: "{date} құрастырылды."})
    desk = a_desk(replace(a_site(entry), newsletters=(issue,)), tongue)
    assert desk.page(issue, issue.texts["kk"], "../../", "../../../") == IssuePage(
        number="2019-1",
        title="Title of 2019-1 [kk]",
        summary="Summary of 2019-1 [kk]",
        season="Spring 2019",
        period="2019\u202fж. қаңтар – маусым",
        date="",
        updated="2026\u202fж. 1 желтоқсан",
        words=IssueWords(
            newsletter="Newsletter",
            digest="2026\u202fж. 22 қараша құрастырылды.",
            items="In this issue",
            joined="Joined or renewed in this half-year",
            joined_note=(
                "By the date of the latest adhesion: a renewed commitment replaces the first date."
            ),
        ),
        image=NewsImage(
            address="../../../assets/images/newsletter/club.jpg",
            width=1200,
            height=800,
            alt="Он әкім",
            credit="A. Bek, CC BY 4.0",
            url="",
        ),
        editorial=Markup(
            '<p>Read <a href="../../join/#how">more</a> and '
            '<a href="../../newsletter/2018-2/">this</a>.</p>\n'
        ),
        sections=Markup(
            '<h2 id="achievements">Achievements</h2>\n<ul>\n<li>One</li>\n'
            '<li><a href="https://a.example/">Two</a></li>\n</ul>'
        ),
        items=(
            Presented(
                title=Name("Lviv", "en"),
                about="Украина; Latest adhesion: 2019\u202fж. 20 мамыр; Status: Not known",
                summary=None,
                language_name="",
                link="../../../kk/signatories/ua/ua0001/",
                link_language="kk",
            ),
        ),
        joined=(
            Joined(
                "Украина",
                (
                    (
                        Name("Lviv", "en"),
                        "../../../kk/signatories/ua/ua0001/",
                        "2019\u202fж. 20 мамыр",
                    ),
                ),
            ),
        ),
        outdated_since="",
        is_outdated=False,
        awaits_review=True,
        file="docs/kk/newsletter/2019-1.md",
    )


def _adhesion(day: str) -> dict[str, str]:
    return {"date": day, "as_of": "2024-01", "source": "jrc-2024"}


def test_an_issue_of_its_own_time_is_no_digest_and_may_have_no_picture(
    a_site, an_issue, a_desk, speaking
):
    issue = an_issue("2026-2")
    desk = a_desk(replace(a_site(), newsletters=(issue,)), speaking("en"))
    page = desk.page(issue, issue.texts["en"], URL, URL)
    assert (page.words.digest, page.image, page.updated) == ("", None, "")
    assert (page.period, page.date) == ("July–December 2026", "31 December 2026")
    assert (page.items, page.joined, page.sections) == ((), (), Markup())


def test_a_page_says_what_is_known_of_a_translation(a_site, an_issue, a_desk, speaking):
    issue = an_issue("2019-1", "en ru", texts={"is_outdated": True, "reviewed": True})
    desk = a_desk(replace(a_site(), newsletters=(issue,)), speaking("ru"))
    page = desk.page(issue, issue.texts["ru"], URL, URL)
    assert (page.is_outdated, page.awaits_review) == (True, False)


@pytest.mark.parametrize(
    ("written", "language", "link", "language_name"),
    [
        ("en ru kk", "kk", KAZAKH + "news/club/", ""),
        ("en ru", "ru", URL + "ru/news/club/", "орыс тілі"),
        ("en", "en", URL + "news/club/", "ағылшын тілі"),
    ],
)
def test_news_are_presented_in_the_best_language_of_the_chain(
    a_site, a_news, an_issue, a_desk, speaking, written, language, link, language_name
):
    club = a_news("club", written, date="2019-05", image=IMAGE, picture=PICTURE)
    issue = an_issue("2019-1", "en kk", items=[{"news": "club"}])
    desk = a_desk(replace(a_site(), news=(club,), newsletters=(issue,)), speaking("kk"))
    page = desk.page(issue, issue.texts["kk"], KAZAKH, URL)
    assert page.items == (
        Presented(
            title=Name(f"Title of club [{language}]", language),
            about="2019\u202fж. мамыр",
            summary=Worded(f"Summary of club [{language}]", language),
            language_name=language_name,
            link=link,
            link_language=language,
            image=NewsImage(
                address=URL + PICTURE.address,
                width=1200,
                height=800,
                alt="",
                credit="A. Bek, CC BY 4.0",
                url="",
            ),
        ),
    )


def test_an_event_is_presented_with_its_state_its_days_and_its_place(
    a_site, an_event, an_issue, a_desk, speaking
):
    forum = an_event(
        "forum",
        "2019-09-10",
        "2019-09-11",
        title={"en": "Forum", "ru": "Форум"},
        place={"en": "Almaty", "kk": "Алматы"},
        country="kz",
        status="cancelled",
    )
    issue = an_issue("2019-1", "en kk", items=[{"event": "forum"}])
    tongue = speaking("kk", words={"Cancelled": "Болмайды"})
    desk = a_desk(replace(a_site(), occasions=(forum,), newsletters=(issue,)), tongue)
    page = desk.page(issue, issue.texts["kk"], KAZAKH, URL)
    assert page.items == (
        Presented(
            title=Name("Форум", "ru"),
            about="Болмайды, 2019\u202fж. 10–11 қыркүйек, Алматы, Қазақстан",
            summary=None,
            language_name="орыс тілі",
            link=KAZAKH + "agenda/forum/",
            link_language="kk",
        ),
    )


def test_a_document_is_presented_with_what_it_is_and_a_link_to_it(
    a_site, an_issue, a_desk, speaking
):
    guide = Document.model_validate(
        {
            "id": "guide",
            "type": "guide",
            "languages": ["ru", "kk"],
            "title": {"ru": "Руководство"},
            "publisher": "The centre",
            "year": 2014,
            "link": "https://library.example/guide",
            "countries": ["kz"],
        }
    )
    issue = an_issue("2019-1", "en kk", items=[{"document": "guide"}])
    tongue = speaking("kk", words={"Guide": "Нұсқаулық"})
    desk = a_desk(replace(a_site(), documents=(guide,), newsletters=(issue,)), tongue)
    assert desk.page(issue, issue.texts["kk"], KAZAKH, URL).items == (
        Presented(
            title=Name("Руководство", "ru"),
            about="Нұсқаулық, 2014, The centre, Қазақстан",
            summary=None,
            language_name="орыс тілі",
            link="https://library.example/guide",
            link_language="ru",
        ),
    )


@pytest.mark.parametrize(
    ("texts", "presented"),
    [
        (
            {"en": {}, "ru": {}, "kk": {}},
            ("Join [kk]", "kk", "How to join [kk].", "", KAZAKH + "join/"),
        ),
        (
            {"en": {}, "ru": {}},
            ("Join [ru]", "ru", "How to join [ru].", "орыс тілі", URL + "ru/join/"),
        ),
        # A generated page says its English words through the catalogue, and so is in Kazakh.
        (
            {"en": {"title": "Agenda", "generated": "agenda"}},
            ("Күнтізбе", "kk", "How to join [en].", "", KAZAKH + "join/"),
        ),
    ],
    ids=["in the language", "by the chain", "generated"],
)
def test_a_page_is_presented_in_the_best_language_of_the_chain(
    a_site, an_issue, a_desk, speaking, texts, presented
):
    path = "join/index.md"
    issue = an_issue("2019-1", "en kk", items=[{"page": path}])
    site = replace(
        a_site(),
        newsletters=(issue,),
        texts={path: {code: _text(path, code, **words) for code, words in texts.items()}},
    )
    desk = a_desk(site, speaking("kk", words={"Agenda": "Күнтізбе"}))
    title, language, description, language_name, link = presented
    assert desk.page(issue, issue.texts["kk"], KAZAKH, URL).items == (
        Presented(
            title=Name(title, language),
            about="",
            summary=Worded(description, language),
            language_name=language_name,
            link=link,
            link_language=language,
        ),
    )


def test_items_stay_in_the_order_that_the_editor_chose(
    a_site, a_news, an_event, an_issue, a_desk, speaking
):
    site = replace(
        a_site(), news=(a_news("b"), a_news("a")), occasions=(an_event("c"), an_event("d"))
    )
    items = [{"event": "d"}, {"news": "a"}, {"event": "c"}, {"news": "b"}]
    issue = an_issue("2026-1", items=items)
    desk = a_desk(replace(site, newsletters=(issue,)), speaking("en"))
    shown = [item.link for item in desk.page(issue, issue.texts["en"], URL, URL).items]
    assert shown == [URL + path for path in ("agenda/d/", "news/a/", "agenda/c/", "news/b/")]


def test_who_joined_is_listed_by_country_and_name_in_the_order_of_the_alphabet(
    a_site, an_entry, an_issue, a_desk, speaking
):
    by_the_end = _adhesion("2019-06-30") | {"precision": "on-or-before"}
    entries = [
        an_entry("UA0001", name="Yalta", adhesion=_adhesion("2019-01-31")),
        an_entry("AM0001", name="Gyumri", adhesion=by_the_end),
        an_entry("UA0002", name="Izium", adhesion=_adhesion("2019-02")),
        an_entry("GE0001", name="Gori", adhesion=_adhesion("2019-07-01")),
    ]
    issue = an_issue("2019-1", "en hy")
    desk = a_desk(replace(a_site(*entries), newsletters=(issue,)), speaking("en"))
    armenia, ukraine = desk.page(issue, issue.texts["en"], URL, URL).joined
    assert armenia == Joined(
        "Armenia",
        ((Name("Gyumri", "en"), URL + "signatories/am/am0001/", "30 June 2019 or earlier"),),
    )
    assert ukraine == Joined(
        "Ukraine",
        (
            (Name("Izium", "en"), URL + "signatories/ua/ua0002/", "February 2019"),
            (Name("Yalta", "en"), URL + "signatories/ua/ua0001/", "31 January 2019"),
        ),
    )
    in_armenian = replace(desk, tongue=speaking("hy"))
    # Հայաստան, Ուկրաինա: and Georgia, Վրաստան, is of the next issue.
    found = in_armenian.page(issue, issue.texts["hy"], URL, URL).joined
    assert [group.country for group in found] == ["Հայաստան", "Ուկրաինա"]


def test_an_issue_that_nobody_joined_in_says_what_that_means(a_site, an_issue, a_desk, speaking):
    issue = an_issue("2019-1")
    desk = a_desk(replace(a_site(), newsletters=(issue,)), speaking("en"))
    assert desk.page(issue, issue.texts["en"], URL, URL).words.joined_note == (
        "No signatory has its latest adhesion in this half-year. One that renewed its commitment "
        "later stands under its later date."
    )
