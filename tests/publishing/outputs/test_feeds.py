import html
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import feedparser  # type: ignore[import-untyped]
import html5lib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from publishing.outputs.feeds import feed_files, opml
from publishing.records.values import Text
from publishing.views.feeds import (
    ATOM,
    JSON,
    RSS,
    Enclosure,
    Feed,
    FeedDocument,
    FeedEntry,
    FeedGroup,
    FeedLink,
)
from tests.feed_rules import atom_mistakes, json_mistakes, opml_mistakes, rss_mistakes
from tests.sample_sites import EXPECTED

ROOT = "https://sample.example/kk/"
TODAY = date(2026, 12, 31)
MISTAKES = {RSS: rss_mistakes, ATOM: atom_mistakes, JSON: json_mistakes}

# In Kazakh, which has this item: corrected after publication.
OWN = FeedEntry(
    id="tag:sample.example,2026:news/club/kk",
    work="tag:sample.example,2026:news/club",
    title="Алматыда клуб құрылды",
    language="kk",
    link="https://sample.example/kk/news/club/",
    published=datetime(2026, 5, 20, tzinfo=UTC),
    updated=datetime(2026, 6, 1, tzinfo=UTC),
    summary="Он қала «Әкімдер клубын» құрды.",
    content="<p>Он қала клуб құрды.</p>",
    categories=(("club", "Әкімдер клубтары"),),
)
# Only in Russian and English; with a picture.
IN_RUSSIAN = FeedEntry(
    id="tag:sample.example,2026:news/forum/kk",
    work="tag:sample.example,2026:news/forum",
    title="Форум «Климат & город»",
    language="ru",
    link="https://sample.example/ru/news/forum/",
    published=datetime(2026, 3, 1, tzinfo=UTC),
    updated=datetime(2026, 3, 1, tzinfo=UTC),
    summary="Города обсудили планы.",
    content='<p lang="ru">Города <a href="https://sample.example/ru/join/">обсудили</a> планы.</p>',
    categories=(("event", "Кездесулер"), ("training", "Оқыту")),
    translations=(("en", "https://sample.example/news/forum/"),),
    enclosure=Enclosure("https://sample.example/assets/images/news/forum.jpg", "image/jpeg", 4321),
)
FEED = Feed(
    id="tag:sample.example,2026:feeds/news/kk",
    folder="news/",
    kind="news/",
    name="Барлық жаңалықтар",
    title="Жаңалықтар – Мэрлердің уағдаластығы",
    description="Он бір елдегі жаңалықтар.",
    publisher="Мэрлердің уағдаластығы",
    language="kk",
    page="https://sample.example/kk/news/",
    entries=(OWN, IN_RUSSIAN),
    born=datetime(2026, 1, 1, tzinfo=UTC),
)
DOCUMENTS = {
    "newest": FeedDocument(FEED, "news/", FEED.entries, "news/2026/", "", is_archive=False),
    "archive": FeedDocument(FEED, "news/2026/", (IN_RUSSIAN,), "news/2025/", "", is_archive=True),
    "oldest": FeedDocument(FEED, "news/2025/", (IN_RUSSIAN,), "", "news/2026/", is_archive=True),
    "only": FeedDocument(FEED, "news/2025/", (IN_RUSSIAN,), "", "", is_archive=True),
    "empty": FeedDocument(replace(FEED, entries=()), "news/", (), "", "", is_archive=False),
}


@pytest.mark.parametrize("file", [RSS, ATOM, JSON])
@pytest.mark.parametrize("name", ["newest", "archive", "empty"])
def test_a_feed_is_written_like_this(name, file):
    document = DOCUMENTS[name]
    stored = EXPECTED / "feeds" / name / file
    assert feed_files(document, ROOT)[document.folder + file] == stored.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", [RSS, ATOM, JSON])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_feed_validator_has_nothing_to_say(name, file):
    document = DOCUMENTS[name]
    text = feed_files(document, ROOT)[document.folder + file]
    assert list(MISTAKES[file](text, ROOT + document.folder + file, TODAY)) == []


def test_a_summary_that_html_would_read_otherwise_is_valid():
    entry = replace(OWN, summary="CO₂: 3 < 4 & 5 > 4")
    text = feed_files(_document(entry), ROOT)["news/" + RSS]
    assert list(rss_mistakes(text, ROOT + "news/" + RSS, TODAY)) == []


def test_the_list_of_feeds_is_written_like_this():
    groups = [
        FeedGroup("News", (FeedLink("All", "News – East & more", "news/", "2 items"),)),
        FeedGroup("Agenda", (FeedLink("All", "Agenda – East", "agenda/", "1 item"),)),
    ]
    text = opml("Covenant East", groups, "https://sample.example/")
    assert text == (EXPECTED / "feeds/feeds.opml").read_text(encoding="utf-8")
    assert list(opml_mistakes(text)) == []


# Read back by feedparser, which shares no code with the writer.


def _document(*entries: FeedEntry) -> FeedDocument:
    return FeedDocument(replace(FEED, entries=entries), "news/", entries, "", "", is_archive=False)


def _read_back(document: FeedDocument, file: str) -> Any:
    text = feed_files(document, ROOT)[document.folder + file]
    found = feedparser.parse(text.encode("utf-8"))
    assert not found.bozo, found.get("bozo_exception")
    return found


def _read_json(document: FeedDocument) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(feed_files(document, ROOT)[document.folder + JSON])
    return found


def _words(markup: str) -> str:
    """Return what a reader's screen shows of HTML."""
    return "".join(html5lib.parseFragment(markup, namespaceHTMLElements=False).itertext())


def test_a_reader_of_atom_gets_everything_of_an_entry():
    found = _read_back(DOCUMENTS["newest"], ATOM)
    assert (found.feed.title, found.feed.subtitle) == (FEED.title, FEED.description)
    assert (found.feed.id, found.feed.link) == (FEED.id, FEED.page)
    assert (found.feed.author, found.feed.updated) == (FEED.publisher, "2026-06-01T00:00:00+00:00")
    own, in_russian = found.entries
    assert (own.title_detail.language, in_russian.title_detail.language) == ("kk", "ru")
    assert (own.published, own.updated) == (
        "2026-05-20T00:00:00+00:00",
        "2026-06-01T00:00:00+00:00",
    )
    assert in_russian.link == IN_RUSSIAN.link
    assert in_russian.content[0].value == IN_RUSSIAN.content
    assert in_russian.dc_relation == IN_RUSSIAN.work
    assert [(tag.term, tag.label) for tag in in_russian.tags] == list(IN_RUSSIAN.categories)
    assert [(link.rel, link.get("hreflang"), link.href) for link in in_russian.links] == [
        ("alternate", "ru", "https://sample.example/ru/news/forum/"),
        ("related", "en", "https://sample.example/news/forum/"),
        ("enclosure", None, "https://sample.example/assets/images/news/forum.jpg"),
    ]


def test_a_reader_of_rss_gets_everything_of_an_entry():
    found = _read_back(DOCUMENTS["newest"], RSS)
    assert (found.feed.title, found.feed.subtitle) == (FEED.title, FEED.description)
    assert (found.feed.link, found.feed.language) == (FEED.page, "kk")
    assert found.feed.updated_parsed[:3] == (2026, 6, 1)
    own, in_russian = found.entries
    assert (own.language, in_russian.language) == ("kk", "ru")
    assert own.published_parsed[:3] == (2026, 5, 20)
    assert (in_russian.link, in_russian.guidislink) == (IN_RUSSIAN.link, False)
    assert in_russian.content[0].value == IN_RUSSIAN.content
    assert in_russian.dc_relation == IN_RUSSIAN.work
    assert [tag.term for tag in in_russian.tags] == ["Кездесулер", "Оқыту"]
    (enclosure,) = in_russian.enclosures
    assert (enclosure.href, enclosure.type, enclosure.length) == (
        "https://sample.example/assets/images/news/forum.jpg",
        "image/jpeg",
        "4321",
    )


@pytest.mark.parametrize("file", [RSS, ATOM])
@pytest.mark.parametrize(
    ("name", "links"),
    [
        ("newest", {"self": "news/", "prev-archive": "news/2026/"}),
        ("archive", {"self": "news/2026/", "prev-archive": "news/2025/", "current": "news/"}),
        ("oldest", {"self": "news/2025/", "next-archive": "news/2026/", "current": "news/"}),
        ("only", {"self": "news/2025/", "current": "news/"}),
        ("empty", {"self": "news/"}),
    ],
)
def test_a_feed_leads_to_its_archives_and_they_lead_back(name, links, file):
    found = _read_back(DOCUMENTS[name], file)
    assert {link.rel: link.href for link in found.feed.links if link.rel != "alternate"} == {
        relation: ROOT + folder + file for relation, folder in links.items()
    }
    assert ("fh_archive" in found.feed) == (name in ("archive", "oldest"))


def test_an_empty_feed_is_dated_by_the_day_its_identity_counts_from():
    assert _read_back(DOCUMENTS["empty"], ATOM).feed.updated == "2026-01-01T00:00:00+00:00"


# What must always hold.

_TEXT: TypeAdapter[str] = TypeAdapter(Text)


def _is_allowed(value: str) -> bool:
    try:
        _TEXT.validate_python(value)
    except ValidationError:
        return False
    return True


def _is_mended(value: str) -> bool:
    """Whether feedparser takes a text for UTF-8 read as Latin-1, such as `Ã©`, and mends it."""
    try:
        return value.encode("latin-1").decode("utf-8") != value
    except UnicodeError:
        return False


# Letters of our scripts and signs that formats give a meaning to, beside any character at all;
# U+FFFE and U+FFFF have a test of their own below.
_TEXTS = (
    st.text(alphabet="abЖжღᲦՖֆƏəґў &<>;:'\"#/\\]}{%-–—«»№\u00a0😀é\u0301", min_size=1, max_size=60)
    | st.text(alphabet=st.characters(exclude_characters="\ufffe\uffff", codec="utf-8"), max_size=60)
).filter(lambda text: _is_allowed(text) and not _is_mended(text))


@given(title=_TEXTS, body=_TEXTS)
@example(title="]]> & 3 < 4 – Ґ", body="]]>")
def test_any_title_and_content_survive_every_format(title, body):
    markup = f"<p>{html.escape(body)}</p>"
    document = _document(replace(OWN, title=title, content=markup))
    for file in (RSS, ATOM):
        (entry,) = _read_back(document, file).entries
        assert (entry.title, _words(entry.content[0].value)) == (title, body)
    (item,) = _read_json(document)["items"]
    assert (item["title"], item["content_html"]) == (title, markup)


@given(summary=_TEXTS)
@example(summary="CO₂: 3 < 4 & 5 > 4")
@example(summary="Q&copy")
def test_any_summary_survives_every_format(summary):
    document = _document(replace(OWN, summary=summary))
    (in_atom,) = _read_back(document, ATOM).entries
    assert in_atom.summary == summary
    assert _read_json(document)["items"][0]["summary"] == summary
    # Readers of RSS take a description for HTML.
    (in_rss,) = _read_back(document, RSS).entries
    assert in_rss.summary_detail.type == "text/html"
    assert _words(in_rss.summary) == summary


@pytest.mark.parametrize("character", ["\ufffe", "\uffff"], ids=ascii)
def test_records_refuse_characters_that_no_feed_can_hold(character):
    assert not _is_allowed(f"a{character}b")


@st.composite
def _entries(draw: st.DrawFn) -> Iterator[FeedEntry]:
    """Up to five entries, some of one day."""
    names = draw(st.lists(st.from_regex(r"[a-z0-9]{1,5}", fullmatch=True), unique=True, max_size=5))
    days = st.integers(0, 3).map(lambda day: OWN.published + timedelta(days=day))
    return (replace(OWN, id=f"{OWN.id}{name}", published=draw(days)) for name in names)


@given(_entries())
def test_all_formats_list_the_same_ids_in_the_same_order(found):
    entries = tuple(found)
    document = _document(*entries)
    ids = [entry.id for entry in entries]
    assert [entry.id for entry in _read_back(document, RSS).entries] == ids
    assert [entry.id for entry in _read_back(document, ATOM).entries] == ids
    assert [item["id"] for item in _read_json(document)["items"]] == ids
