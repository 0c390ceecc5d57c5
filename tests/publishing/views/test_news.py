from collections.abc import Iterable
from dataclasses import replace

import pytest
from markupsafe import Markup

from publishing.records.news import TOPICS
from publishing.records.organisations import Supporter
from publishing.records.values import PartialDate
from publishing.site import Picture
from publishing.views.names import all_names
from publishing.views.news import (
    LATEST,
    Choices,
    Label,
    NewsImage,
    NewsLine,
    NewsList,
    NewsPage,
    all_news,
    best_wording,
    choices,
    country_lists,
    news_html,
    news_line,
    news_lines,
    news_page,
    topic_lists,
    year_lists,
)
from publishing.views.tongue import Worded

IMAGE = {
    "file": "club.jpg",
    "alt": "Ten mayors",
    "author": "A. Bek",
    "licence": "CC BY 4.0",
    "url": "https://photos.example/1",
}
PICTURE = Picture("assets/images/news/club.jpg", "image/jpeg", 80_000, 1200, 800)


def _addresses(lines: Iterable[NewsLine]) -> list[str]:
    return [line.address for line in lines]


@pytest.mark.parametrize(
    ("written", "language", "address", "language_name"),
    [
        ("en ru kk", "kk", "kk/news/club/", ""),
        ("en ru", "ru", "ru/news/club/", "орыс тілі"),
        ("en", "en", "news/club/", "ағылшын тілі"),
    ],
)
def test_a_line_shows_the_best_language_of_the_chain_and_leads_where_the_item_is(
    a_site, a_news, speaking, written, language, address, language_name
):
    news = a_news("club", written, countries=["kz"], topics=["club", "event"])
    tongue = speaking("kk", words={"Clubs of mayors": "Әкімдер клубтары"})
    assert news_line(news, tongue, a_site()) == NewsLine(
        id="item-club",
        title=Worded(f"Title of club [{language}]", language),
        summary=Worded(f"Summary of club [{language}]", language),
        date="2026\u202fж. 20 мамыр",
        day="2026-05-20",
        address=address,
        language_name=language_name,
        countries=(Label("Қазақстан", "news/kz/"),),
        topics=(
            Label("Әкімдер клубтары", "news/topics/club/"),
            Label("Meetings", "news/topics/event/"),
        ),
    )


@pytest.mark.parametrize(
    ("date", "shown"),
    [("2018-10-17", "17 October 2018"), ("2018-10", "October 2018"), ("2018", "2018")],
)
def test_a_date_is_shown_as_far_as_it_is_known(a_site, a_news, speaking, date, shown):
    line = news_line(a_news("club", date=date), speaking("en"), a_site())
    assert (line.date, line.day) == (shown, date)


def test_an_item_that_no_language_of_the_chain_tells_is_in_no_list(a_site, a_news, speaking):
    only_ukrainian = a_news("club", "uk", countries=["ua"])
    site = replace(a_site(), news=(only_ukrainian,))
    tongue = speaking("kk")
    assert news_lines(site.news, tongue, site) == ()
    assert (all_news(site, tongue).lines, all_news(site, tongue).remaining) == ((), 0)
    with pytest.raises(LookupError, match="no text of club for kk"):
        news_line(only_ukrainian, tongue, site)


@pytest.mark.parametrize(("count", "remaining"), [(LATEST, 0), (LATEST + 3, 3)])
def test_the_front_page_has_the_newest_and_counts_the_others(
    a_site, a_news, speaking, count, remaining
):
    site = replace(a_site(), news=tuple(a_news(f"n{number}") for number in range(count)))
    front = all_news(site, speaking("en"))
    assert _addresses(front.lines) == [f"news/n{number}/" for number in range(LATEST)]
    assert front.remaining == remaining


@pytest.fixture
def three_news(a_site, a_news):
    """A site with three items of two years, newest first."""
    return replace(
        a_site(),
        news=(
            a_news("c", "en kk", date="2026-05-20", topics=["club"], countries=["kz", "ua"]),
            a_news("b", "en ru", date="2026-01", topics=["club", "event"], countries=["kz"]),
            a_news("a", "en", date="2024-07-01", topics=["funding"]),
        ),
    )


def test_every_year_with_news_has_a_list_without_a_feed(three_news, speaking):
    newer, older = year_lists(three_news, speaking("en"))
    assert (newer.title, newer.address, newer.feed) == ("News of 2026", "news/2026/", "")
    assert _addresses(newer.lines) == ["news/c/", "news/b/"]
    assert (older.address, _addresses(older.lines)) == ("news/2024/", ["news/a/"])


def test_every_country_has_a_list_in_the_order_of_the_alphabet(three_news, speaking):
    lists = {found.address: found for found in country_lists(three_news, speaking("kk"))}
    # Армения, Беларусь, Грузия, Қазақстан, Молдова, Украина
    assert list(lists) == [f"news/{code}/" for code in ("am", "by", "ge", "kz", "md", "ua")]
    assert lists["news/kz/"] == NewsList(
        title="News: Қазақстан",
        description="News about the Covenant of Mayors: Қазақстан.",
        address="news/kz/",
        feed="news/kz/",
        lines=news_lines(three_news.news[:2], speaking("kk"), three_news),
    )
    assert _addresses(lists["news/kz/"].lines) == ["kk/news/c/", "ru/news/b/"]
    assert lists["news/am/"].lines == ()


def test_every_topic_has_a_list(three_news, speaking):
    lists = {found.address: found for found in topic_lists(three_news, speaking("en"))}
    assert len(lists) == 7
    club = lists["news/topics/club/"]
    assert (club.title, club.feed) == ("News: Clubs of mayors", "news/topics/club/")
    assert _addresses(club.lines) == ["news/c/", "news/b/"]
    assert lists["news/topics/training/"].lines == ()


def test_readers_choose_between_years_countries_and_topics(three_news, speaking):
    years, countries, topics = choices(three_news, speaking("en"))
    assert years == Choices("By year", (("2026", "news/2026/"), ("2024", "news/2024/")))
    assert countries == Choices(
        "By country",
        (
            ("Armenia", "news/am/"),
            ("Belarus", "news/by/"),
            ("Georgia", "news/ge/"),
            ("Kazakhstan", "news/kz/"),
            ("Moldova", "news/md/"),
            ("Ukraine", "news/ua/"),
        ),
    )
    assert topics.name == "By topic"
    assert [address.split("/")[-2] for _name, address in topics.lists] == list(TOPICS)


def test_there_is_no_choice_of_years_without_news(a_site, speaking):
    groups = choices(a_site(), speaking("en"))
    assert [group.name for group in groups] == ["By country", "By topic"]


def test_the_page_of_an_item(a_site, a_news, an_entry, an_event, speaking):
    entry, forum = an_entry("KZ0001", name="Taraz"), an_event("forum")
    other = a_news("other", "en")
    news = a_news(
        "club",
        "en kk",
        picture=PICTURE,
        texts={"image_alt": "Он әкім", "updated": PartialDate("2026-06-01")},
        date="2026-05",
        countries=["kz"],
        image=IMAGE,
        signatories=["KZ0001"],
        events=["forum"],
        supporters=["friends"],
    )
    friends = Supporter.model_validate(
        {"name": "Friends", "names": {"kk": "Достар"}, "country": "kz", "scope": "national"}
        | {"read": "2026-11-21", "url": "https://friends.example/"}
    )
    site = replace(
        a_site(entry), news=(news, other), occasions=(forum,), supporters={"friends": friends}
    )
    tongue = speaking("kk")
    names = all_names(site, frozenset(), tongue)
    assert news_page(news, site, {"KZ0001": entry}, [other], names, tongue) == NewsPage(
        title="Title of club [kk]",
        summary="Summary of club [kk]",
        date="2026\u202fж. мамыр",
        day="2026-05",
        updated="2026\u202fж. 1 маусым",
        updated_day="2026-06-01",
        html=Markup("<p>Body of club [kk]</p>"),
        image=NewsImage(
            address="../../../assets/images/news/club.jpg",
            width=1200,
            height=800,
            alt="Он әкім",
            credit="A. Bek, CC BY 4.0",
            url="https://photos.example/1",
        ),
        countries=(Label("Қазақстан", "news/kz/"),),
        topics=(Label("Meetings", "news/topics/event/"),),
        sources=((Worded("Paper", "en"), "https://paper.example/1"),),
        signatories=((names["KZ0001"], "signatories/kz/kz0001/"),),
        events=((Worded("Title of forum", "en"), "agenda/forum/"),),
        bodies=((Worded("Достар", "kk"), "supporters/friends/"),),
        related=(news_line(other, tongue, site),),
        outdated_since="",
        words=(),
        is_outdated=False,
        awaits_review=True,
        source="../../../news/club/",
        file="docs/kk/news/2026-05-01-club.md",
    )


@pytest.mark.parametrize(
    ("of_text", "shown"), [(None, ""), ("2026-06", "June 2026"), ("2026-07-01", "1 July 2026")]
)
def test_a_page_says_when_its_text_was_corrected(a_site, a_news, speaking, of_text, shown):
    texts = {"updated": PartialDate(of_text) if of_text else None}
    corrected = a_news("club", texts=texts)
    assert news_page(corrected, a_site(), {}, [], {}, speaking("en")).updated == shown


def test_the_links_of_an_item_lead_into_its_own_language(a_news):
    text = replace(
        a_news("club").texts["en"],
        body="[Join](../join/index.md#how), [news](2018-10-17-forum.md), [RSS](https://a.example/)",
    )
    assert news_html(text, "https://sample.example/kk/") == (
        '<p><a href="https://sample.example/kk/join/#how">Join</a>, '
        '<a href="https://sample.example/kk/news/forum/">news</a>, '
        '<a href="https://a.example/">RSS</a></p>'
    )


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ({"en": "A", "ru": "Б", "kk": "В"}, Worded("В", "kk")),
        ({"en": "A", "ru": "Б"}, Worded("Б", "ru")),
        ({"uk": "Г", "en": "A"}, Worded("A", "en")),
        ({"uk": "Г"}, Worded("Г", "uk")),
    ],
)
def test_words_of_a_record_are_chosen_by_the_chain(speaking, words, chosen):
    assert best_wording(words, speaking("kk")) == chosen
