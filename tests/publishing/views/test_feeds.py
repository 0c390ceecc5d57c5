from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.records.values import PartialDate
from publishing.site import Entry, News, Newsletter, Occasion, Picture, Site
from publishing.views.feeds import (
    NEWEST,
    Announced,
    Enclosure,
    Feed,
    FeedDocument,
    FeedEntry,
    FeedGroup,
    FeedLink,
    Publisher,
    announced,
    documents,
    feed_groups,
)
from publishing.views.names import all_names
from publishing.views.tongue import Tongue

URL = "https://sample.example/"
PICTURE = Picture("assets/images/news/club.jpg", "image/jpeg", 80_000, 1200, 800)


def _content(item: object) -> str:
    if isinstance(item, News):
        return f"<p>{item.item.id}</p>"
    if isinstance(item, Newsletter):
        return f"<p>{item.issue.number}</p>"
    return "<p>event</p>" if isinstance(item, Occasion) else "<p>adhesion</p>"


def _feeds(site: Site, tongue: Tongue) -> dict[str, Feed]:
    """Make all feeds of a language, by their folder."""
    names = all_names(site, frozenset(), tongue)
    return {feed.folder: feed for feed in Publisher(site, tongue, names, URL, _content).feeds()}


def _ids(entries: Iterable[FeedEntry]) -> list[str]:
    """Shorten ids: `news/club/kk`."""
    return [entry.id.removeprefix("tag:sample.example,2026:") for entry in entries]


def test_every_language_has_feeds_of_everything_and_of_each_country_and_topic(a_site, speaking):
    countries = ["am/", "by/", "ge/", "kz/", "md/", "ua/"]
    topics = ["adhesion", "action-plan", "project", "event", "training", "funding", "club"]
    assert list(_feeds(a_site(), speaking("en"))) == [
        "news/",
        *(f"news/{country}" for country in countries),
        *(f"news/topics/{topic}/" for topic in topics),
        "newsletter/",
        "agenda/",
        "signatories/",
        *(f"signatories/{country}" for country in countries),
    ]


def test_countries_are_in_the_order_of_the_languages_alphabet(a_site, speaking):
    folders = [folder for folder in _feeds(a_site(), speaking("hy")) if "signatories/" in folder]
    # Բելառուս, Հայաստան, Ղազախստան, Մոլդովա, Ուկրաինա, Վրաստան
    assert [folder[12:-1] for folder in folders] == ["", "by", "am", "kz", "md", "ua", "ge"]


def test_a_feed_speaks_its_language_and_names_its_page(a_site, speaking):
    words = {
        "News: {name}": "Жаңалықтар: {name}",
        "News about the Covenant of Mayors: {name}.": "Келісім туралы жаңалықтар: {name}.",
        "Covenant of Mayors East": "Мэрлердің уағдаластығы",
    }
    assert _feeds(a_site(), speaking("kk", words=words))["news/kz/"] == Feed(
        id="tag:sample.example,2026:feeds/news/kz/kk",
        folder="news/kz/",
        kind="news/",
        name="Қазақстан",
        title="Жаңалықтар: Қазақстан – Мэрлердің уағдаластығы",
        description="Келісім туралы жаңалықтар: Қазақстан.",
        publisher="Мэрлердің уағдаластығы",
        language="kk",
        page="https://sample.example/kk/news/kz/",
        entries=(),
        born=datetime(2026, 1, 1, tzinfo=UTC),
    )


def test_a_feed_without_entries_is_as_old_as_the_identities(a_site, speaking):
    feeds = _feeds(replace(a_site(), identity="tag:sample.example,2025-03:"), speaking("en"))
    assert {documents(feed)[0].updated for feed in feeds.values()} == {
        datetime(2025, 3, 1, tzinfo=UTC)
    }


def test_no_two_feeds_of_all_languages_have_one_identity(a_site, languages, speaking):
    found = [
        feed.id for code in languages.codes for feed in _feeds(a_site(), speaking(code)).values()
    ]
    assert len(found) == len(set(found)) == 13 * 23


# Entries


def test_an_item_in_the_language_of_the_feed(a_site, a_news, speaking):
    news = a_news(
        "club",
        "en ru kk",
        picture=PICTURE,
        texts={"updated": PartialDate("2026-06-10")},
        date="2026-05",
        topics=["club", "event"],
    )
    tongue = speaking("kk", words={"Meetings": "Кездесулер"})
    feed = _feeds(replace(a_site(), news=(news,)), tongue)["news/"]
    assert feed.entries == (
        FeedEntry(
            id="tag:sample.example,2026:news/club/kk",
            work="tag:sample.example,2026:news/club",
            title="Title of club [kk]",
            language="kk",
            link="https://sample.example/kk/news/club/",
            published=datetime(2026, 5, 1, tzinfo=UTC),
            updated=datetime(2026, 6, 10, tzinfo=UTC),
            summary="Summary of club [kk]",
            content="<p>club</p>",
            categories=(("club", "Clubs of mayors"), ("event", "Кездесулер")),
            translations=(
                ("en", "https://sample.example/news/club/"),
                ("ru", "https://sample.example/ru/news/club/"),
            ),
            enclosure=Enclosure(
                "https://sample.example/assets/images/news/club.jpg", "image/jpeg", 80_000
            ),
        ),
    )


@pytest.mark.parametrize(
    ("written", "language", "link"),
    [
        ("en", "en", "https://sample.example/news/club/"),
        ("en ru", "ru", "https://sample.example/ru/news/club/"),
        ("en ru kk", "kk", "https://sample.example/kk/news/club/"),
    ],
)
def test_a_subscriber_keeps_the_entry_whatever_language_its_text_is_in(
    a_site, a_news, speaking, written, language, link
):
    site = replace(a_site(), news=(a_news("club", written),))
    (entry,) = _feeds(site, speaking("kk"))["news/"].entries
    assert entry.id == "tag:sample.example,2026:news/club/kk"
    assert (entry.language, entry.link) == (language, link)
    assert entry.title == f"Title of club [{language}]"
    assert language not in dict(entry.translations)


def test_an_item_is_one_entry_in_each_language_and_all_name_their_work(
    a_site, a_news, languages, speaking
):
    site = replace(a_site(), news=(a_news("club", "en ru kk"),))
    entries = [_feeds(site, speaking(code))["news/"].entries[0] for code in languages.codes]
    assert _ids(entries) == [f"news/club/{code}" for code in languages.codes]
    assert {entry.work for entry in entries} == {"tag:sample.example,2026:news/club"}


def test_identities_say_nothing_of_addresses(a_site, a_news, an_event, speaking):
    site = replace(a_site(), news=(a_news("club"),), occasions=(an_event("forum"),))
    renamed = replace(
        site,
        news=(replace(site.news[0], slug="new-club"),),
        occasions=(replace(site.occasions[0], slug="new-forum"),),
    )
    before, after = (_feeds(one, speaking("en")) for one in (site, renamed))
    for folder in ("news/", "agenda/"):
        assert _ids(before[folder].entries) == _ids(after[folder].entries)
        assert before[folder].entries[0].link != after[folder].entries[0].link


def test_an_item_that_no_language_of_the_chain_tells_is_in_no_feed(a_site, a_news, speaking):
    site = replace(a_site(), news=(a_news("club", "uk", countries=["ua"]),))
    feeds = _feeds(site, speaking("kk"))
    assert [folder for folder, feed in feeds.items() if feed.entries] == []
    assert _ids(_feeds(site, speaking("uk"))["news/ua/"].entries) == ["news/club/uk"]


@pytest.mark.parametrize(
    ("of_text", "updated"),
    [
        (None, date(2026, 5, 20)),
        ("2026-06-01", date(2026, 6, 1)),
        ("2026-05", date(2026, 5, 20)),
    ],
    ids=["never", "later", "not before it was published"],
)
def test_an_entry_is_dated_by_its_text(a_site, a_news, speaking, of_text, updated):
    texts = {"updated": PartialDate(of_text) if of_text else None}
    site = replace(a_site(), news=(a_news("club", texts=texts),))
    feed = _feeds(site, speaking("en"))["news/"]
    assert feed.entries[0].published == datetime(2026, 5, 20, tzinfo=UTC)
    assert feed.entries[0].updated.date() == documents(feed)[0].updated.date() == updated


def test_countries_and_topics_have_their_own_items_in_the_order_of_the_news(
    a_site, a_news, speaking
):
    news = (
        a_news("c", date="2026-05-03", countries=["kz", "ua"], topics=["club"]),
        a_news("b", date="2026-05-02", countries=["ua"], topics=["club", "event"]),
        a_news("a", date="2026-05-01"),
    )
    feeds = _feeds(replace(a_site(), news=news), speaking("en"))
    found = {folder: _ids(feed.entries) for folder, feed in feeds.items() if feed.entries}
    assert found == {
        "news/": ["news/c/en", "news/b/en", "news/a/en"],
        "news/kz/": ["news/c/en"],
        "news/ua/": ["news/c/en", "news/b/en"],
        "news/topics/club/": ["news/c/en", "news/b/en"],
        "news/topics/event/": ["news/b/en", "news/a/en"],
    }


def test_an_issue_in_the_language_of_the_feed(a_site, an_issue, speaking):
    texts = {"updated": PartialDate("2026-06-01")}
    issue = an_issue("2019-1", "en ru kk", picture=PICTURE, texts=texts)
    feed = _feeds(replace(a_site(), newsletters=(issue,)), speaking("kk"))["newsletter/"]
    assert (feed.name, feed.title) == ("All issues", "Newsletter – Covenant of Mayors East")
    assert feed.entries == (
        FeedEntry(
            id="tag:sample.example,2026:newsletters/2019-1/kk",
            work="tag:sample.example,2026:newsletters/2019-1",
            title="Title of 2019-1 [kk]",
            language="kk",
            link="https://sample.example/kk/newsletter/2019-1/",
            published=datetime(2019, 6, 30, tzinfo=UTC),
            updated=datetime(2026, 6, 1, tzinfo=UTC),
            summary="Summary of 2019-1 [kk]",
            content="<p>2019-1</p>",
            translations=(
                ("en", "https://sample.example/newsletter/2019-1/"),
                ("ru", "https://sample.example/ru/newsletter/2019-1/"),
            ),
            enclosure=Enclosure(
                "https://sample.example/assets/images/news/club.jpg", "image/jpeg", 80_000
            ),
        ),
    )


@pytest.mark.parametrize(
    ("compiled", "of_text", "updated"),
    [
        (None, None, date(2019, 6, 30)),
        ("2026-11-22", None, date(2026, 11, 22)),
        ("2026-11-22", "2026-12-01", date(2026, 12, 1)),
        ("2026-11-22", "2026-11-01", date(2026, 11, 22)),
    ],
    ids=["of its own time", "digest", "corrected digest", "digest of corrected words"],
)
def test_a_digest_is_as_old_as_its_time_and_as_new_as_the_day_it_was_made(
    a_site, an_issue, speaking, compiled, of_text, updated
):
    texts = {"updated": PartialDate(of_text) if of_text else None}
    issue = an_issue("2019-1", texts=texts, compiled=compiled)
    site = replace(a_site(), newsletters=(issue,))
    (entry,) = _feeds(site, speaking("en"))["newsletter/"].entries
    assert (entry.published.date(), entry.updated.date()) == (date(2019, 6, 30), updated)


def test_an_issue_comes_in_the_best_language_of_the_chain_or_not_at_all(a_site, an_issue, speaking):
    issues = (an_issue("2020-1", "ka"), an_issue("2019-2", "en ru"), an_issue("2019-1", "en"))
    site = replace(a_site(), newsletters=issues)
    entries = _feeds(site, speaking("kk"))["newsletter/"].entries
    assert [(entry.id.rpartition(":")[2], entry.link, entry.title) for entry in entries] == [
        (
            "newsletters/2019-2/kk",
            "https://sample.example/ru/newsletter/2019-2/",
            "Title of 2019-2 [ru]",
        ),
        (
            "newsletters/2019-1/kk",
            "https://sample.example/newsletter/2019-1/",
            "Title of 2019-1 [en]",
        ),
    ]


def test_an_event_is_dated_by_the_day_it_became_known(a_site, an_event, speaking):
    forum = an_event(
        "forum",
        "2026-09-10",
        "2026-09-11",
        title={"en": "Forum", "ru": "Форум"},
        place={"en": "Almaty"},
        country="kz",
        status="cancelled",
        announced="2026-05-20",
        updated="2026-06-01",
    )
    tongue = speaking("ru", words={"Cancelled": "Отменено"})
    assert _feeds(replace(a_site(), occasions=(forum,)), tongue)["agenda/"].entries == (
        FeedEntry(
            id="tag:sample.example,2026:events/forum/ru",
            work="tag:sample.example,2026:events/forum",
            title="Отменено: Форум, 10–11 сентября 2026\u202fг.",
            language="ru",
            link="https://sample.example/ru/agenda/forum/",
            published=datetime(2026, 5, 20, tzinfo=UTC),
            updated=datetime(2026, 6, 1, tzinfo=UTC),
            summary="10–11 сентября 2026\u202fг., Almaty, Казахстан",
            content="<p>event</p>",
        ),
    )


def test_an_event_has_the_language_of_the_feed_as_its_page_has(a_site, an_event, speaking):
    """Only the title is in English; the date, the country and the page are not."""
    site = replace(a_site(), occasions=(an_event("forum", country="kz"),))
    (entry,) = _feeds(site, speaking("ka"))["agenda/"].entries
    assert (entry.language, entry.link) == ("ka", "https://sample.example/ka/agenda/forum/")
    assert entry.title == "Title of forum, 20 მაისი, 2026"


def test_events_come_by_their_date_in_feeds_the_newest_first(a_site, an_event, speaking):
    occasions = (
        an_event("first", "2024-01-01"),
        an_event("a", "2026-05"),
        an_event("b", "2026-05-01"),
        an_event("announced-early", "2026-12-01", announced="2025-01-01"),
    )
    found = _feeds(replace(a_site(), occasions=occasions), speaking("en"))["agenda/"]
    assert _ids(found.entries) == [
        "events/a/en",
        "events/b/en",
        "events/announced-early/en",
        "events/first/en",
    ]


def test_an_adhesion_is_named_by_signatory_and_year(a_site, an_entry, speaking):
    entry = an_entry("KZ0001", name="Taraz")
    tongue = speaking("kk", words={"Latest adhesion": "Соңғы қосылуы"})
    feed = _feeds(a_site(entry), tongue)["signatories/kz/"]
    assert feed.entries == (
        FeedEntry(
            id="tag:sample.example,2026:adhesions/KZ0001-2021/kk",
            work="tag:sample.example,2026:adhesions/KZ0001-2021",
            title="Taraz, Қазақстан",
            language="kk",
            link="https://sample.example/kk/signatories/kz/kz0001/",
            published=datetime(2021, 4, 20, tzinfo=UTC),
            updated=datetime(2021, 4, 20, tzinfo=UTC),
            summary="Соңғы қосылуы: 2021\u202fж. 20 сәуір; Status: Not known",
            content="<p>adhesion</p>",
        ),
    )


def test_new_signatories_come_by_date_and_only_those_with_a_date(a_site, an_entry, speaking):
    def joined(key: str, day: str | None) -> Entry:
        if day is None:
            named = {"read": "2026-11-21", "url": "https://news.example/"}
            found: Entry = an_entry(key, adhesion=None, named_as_signatory=named)
        else:
            joining = {"date": day, "as_of": "2024-01", "source": "jrc-2024"}
            found = an_entry(key, adhesion=joining)
        return found

    site = a_site(
        joined("KZ0001", "2019-05-01"),
        joined("UA0001", "2021"),
        joined("UA0002", None),
        joined("UA0003", "2020-07-01"),
    )
    feeds = _feeds(site, speaking("en"))
    assert _ids(feeds["signatories/"].entries) == [
        "adhesions/UA0001-2021/en",
        "adhesions/UA0003-2020/en",
        "adhesions/KZ0001-2019/en",
    ]
    assert _ids(feeds["signatories/ua/"].entries) == [
        "adhesions/UA0001-2021/en",
        "adhesions/UA0003-2020/en",
    ]
    assert _ids(feeds["signatories/md/"].entries) == []


# Documents


@pytest.fixture(scope="session")
def a_feed(a_site, speaking):
    """A maker of feeds with an entry on each of some days, the newest first."""
    empty = _feeds(a_site(), speaking("en"))["news/"]

    def make(days):
        newest_first = sorted(enumerate(days), key=lambda pair: (-pair[1].toordinal(), pair[0]))
        entries = []
        for number, day in newest_first:
            moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
            key = f"tag:sample.example,2026:news/n{number}"
            entries.append(
                FeedEntry(f"{key}/en", key, "", "en", "", moment, moment, summary="", content="")
            )
        return replace(empty, entries=tuple(entries))

    return make


def _days(year: int, count: int) -> list[date]:
    return [date(year, 1, 1) + timedelta(days=number) for number in range(count)]


@pytest.mark.parametrize(
    ("years", "split"),
    [
        ({}, ["news/: 0 then -"]),
        ({2026: NEWEST}, ["news/: 50 then -"]),
        ({2024: 40, 2026: 9}, ["news/: 49 then -"]),
        (
            {2024: 1, 2025: 10, 2026: 41},
            # The years of older entries are there as a whole.
            ["news/: 50 then news/2025/", "news/2024/: 1 then -", "news/2025/: 10 then news/2024/"],
        ),
        ({2020: 3, 2026: NEWEST}, ["news/: 50 then news/2020/", "news/2020/: 3 then -"]),
    ],
    ids=["no entry", "as many as fit", "two years that fit", "three years", "a gap of years"],
)
def test_a_feed_has_the_newest_entries_and_an_archive_of_each_older_year(a_feed, years, split):
    feed = a_feed(day for year, count in years.items() for day in _days(year, count))
    found = documents(feed)
    assert split == [
        f"{document.folder}: {len(document.entries)} then {document.previous or '-'}"
        for document in found
    ]
    assert [document.is_archive for document in found] == [False] + [True] * (len(found) - 1)
    assert found[0].entries == feed.entries[:NEWEST]


_DAYS = st.dates(date(2009, 1, 1), date(2026, 12, 31))
_MANY_DAYS = st.lists(_DAYS, max_size=3 * NEWEST) | st.lists(
    st.dates(date(2023, 1, 1), date(2026, 12, 31)), min_size=NEWEST, max_size=3 * NEWEST
)


@given(days=_MANY_DAYS)
def test_every_entry_is_in_the_newest_document_or_reached_by_the_archives(a_feed, days):
    feed = a_feed(days)
    found = {document.folder: document for document in documents(feed)}
    reached, folder = set(), feed.folder
    while folder:
        document = found.pop(folder)
        reached |= set(document.entries)
        folder = document.previous
    assert reached == set(feed.entries)
    assert found == {}


def _archives(feed: Feed) -> list[tuple[str, tuple[FeedEntry, ...], str]]:
    return [
        (document.folder, document.entries, document.previous)
        for document in documents(feed)
        if document.is_archive
    ]


@given(days=_MANY_DAYS, newer=st.lists(st.dates(date(2027, 1, 1), date(2028, 12, 31))))
def test_an_archive_stays_as_it_is_when_entries_of_later_years_come(a_feed, days, newer):
    before, after = _archives(a_feed(days)), _archives(a_feed(days + newer))
    assert after[: len(before)] == before


def test_the_archive_of_a_year_that_lasts_holds_its_newest_entries_too(a_feed):
    """Only so does every entry stay within reach while a year brings more than fifty."""
    days = _days(2026, NEWEST + 1)
    feed = a_feed([*days, date(2026, 12, 31)])
    assert documents(feed)[-1].entries == feed.entries


def test_a_document_belongs_to_its_feed(a_feed):
    feed = a_feed(_days(2026, 2))
    assert documents(feed) == [
        FeedDocument(feed, "news/", feed.entries, previous="", following="", is_archive=False)
    ]


# Lists of feeds


def test_feeds_are_listed_by_kind_with_what_they_hold(a_site, a_news, an_event, speaking):
    site = replace(
        a_site(),
        news=(a_news("b", countries=["ua"]), a_news("a")),
        occasions=(an_event("forum"),),
    )
    tongue = speaking("en")
    news, issues, events, adhesions = feed_groups(_feeds(site, tongue).values(), tongue)
    assert (news.name, len(news.feeds)) == ("News", 14)
    assert news.feeds[0] == FeedLink(
        "All news", "News – Covenant of Mayors East", "news/", "2 items"
    )
    assert {link.folder: link.count for link in news.feeds if link.count != "0 items"} == {
        "news/": "2 items",
        "news/ua/": "1 item",
        "news/topics/event/": "2 items",
    }
    assert (issues.name, [link.folder for link in issues.feeds]) == ("Newsletter", ["newsletter/"])
    all_events = FeedLink("All events", "Agenda – Covenant of Mayors East", "agenda/", "1 item")
    assert events == FeedGroup("Agenda", (all_events,))
    assert (adhesions.name, len(adhesions.feeds)) == ("New signatories", 7)
    assert adhesions.feeds[0].name == "All countries"


def test_a_page_points_to_its_own_feed_before_the_general_ones(speaking):
    tongue = speaking("ru", words={"News": "Новости", "Agenda": "События"})
    rss, atom, json = "application/rss+xml", "application/atom+xml", "application/feed+json"
    assert announced(tongue, [("Новости: Украина", "news/ua/")]) == (
        Announced("Новости: Украина", "news/ua/rss.xml", rss),
        Announced("Новости: Украина", "news/ua/atom.xml", atom),
        Announced("Новости: Украина", "news/ua/feed.json", json),
        Announced("Новости", "news/rss.xml", rss),
        Announced("Newsletter", "newsletter/rss.xml", rss),
        Announced("События", "agenda/rss.xml", rss),
        Announced("New signatories", "signatories/rss.xml", rss),
    )


@pytest.mark.parametrize(
    ("own", "files"),
    [
        (
            [],
            (
                "news/rss.xml news/atom.xml news/feed.json "
                "newsletter/rss.xml agenda/rss.xml signatories/rss.xml"
            ),
        ),
        (
            [("Agenda", "agenda/")],
            (
                "agenda/rss.xml agenda/atom.xml agenda/feed.json "
                "news/rss.xml newsletter/rss.xml signatories/rss.xml"
            ),
        ),
        (
            [("A", "news/ua/"), ("B", "signatories/ua/")],
            (
                "news/ua/rss.xml news/ua/atom.xml news/ua/feed.json "
                "signatories/ua/rss.xml signatories/ua/atom.xml signatories/ua/feed.json "
                "news/rss.xml newsletter/rss.xml agenda/rss.xml signatories/rss.xml"
            ),
        ),
    ],
    ids=["any page", "agenda", "country"],
)
def test_a_page_names_every_format_of_its_own_feeds_and_no_feed_twice(speaking, own, files):
    assert [one.file for one in announced(speaking("en"), own)] == files.split()
