"""Every feed, list of feeds and calendar of the real site keeps what it promises to subscribers."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin
from xml.etree import ElementTree as ET

import html5lib
import pytest
import yaml

from publishing.problems import errors
from publishing.reading import read_ledger
from tests.feed_rules import atom_mistakes, json_mistakes, opml_mistakes, rss_mistakes
from tests.real_site.pages import SITE_URL, BuiltPage

ROOT = Path(__file__).parents[2]
LANGUAGES = ("en", "ru", "uk", "be", "ro", "ka", "hy", "az", "kk", "ky", "uz", "tg", "tk")
COUNTRIES = ("am", "az", "by", "ge", "kg", "kz", "md", "tj", "tm", "ua", "uz")
TOPICS = ("adhesion", "action-plan", "project", "event", "training", "funding", "club")
FOLDERS = (
    "news/",
    *(f"news/{country}/" for country in COUNTRIES),
    *(f"news/topics/{topic}/" for topic in TOPICS),
    "newsletter/",
    "agenda/",
    "signatories/",
    *(f"signatories/{country}/" for country in COUNTRIES),
)
# What each language shows of an item that it does not have, as the readers were promised.
THROUGH_RUSSIAN = ("be", "kk", "ky", "uz", "tg", "tk")
# The language of each country in Central Asia.
CENTRAL_ASIA = {"kg": "ky", "kz": "kk", "tj": "tg", "tm": "tk", "uz": "uz"}
# Items that name no country because they tell how the Covenant came to all of them.
ABOUT_ALL_COUNTRIES = (
    "commission-plans-eastern-support-project",
    "como-east-office-announced",
    "eastern-branch-and-russian-website",
)
ELSEWHERE = {"am": "hy", "az": "az", "by": "be", "ge": "ka", "md": "ro", "ua": "uk"}

NAMES = {
    "atom": "{http://www.w3.org/2005/Atom}",
    "content": "{http://purl.org/rss/1.0/modules/content/}",
    "dc": "{http://purl.org/dc/elements/1.1/}",
    "fh": "{http://purl.org/syndication/history/1.0}",
    "xml": "{http://www.w3.org/XML/1998/namespace}",
}
FILES = {
    "rss.xml": "application/rss+xml",
    "atom.xml": "application/atom+xml",
    "feed.json": "application/feed+json",
}


# What a file says, by its keys.
Facts = dict[str, Any]


@dataclass(frozen=True)
class Item:
    """An item of a feed as its readers get it, in whatever format."""

    id: str
    language: str
    title: str
    link: str
    content: str


@dataclass(frozen=True)
class FeedFile:
    """One file of a feed. `previous` is the address of the archive before it, empty at the end."""

    address: str
    title: str
    description: str
    language: str
    page: str
    itself: str
    previous: str
    is_archive: bool
    items: tuple[Item, ...]

    @property
    def ids(self) -> list[str]:
        return [item.id for item in self.items]


def read_rss(address: str, text: str) -> FeedFile:
    channel = ET.fromstring(text)[0]
    links = {
        link.get("rel"): (link.get("href", ""), link.get("type"))
        for link in channel.iterfind(NAMES["atom"] + "link")
    }
    return FeedFile(
        address=address,
        title=channel.findtext("title", ""),
        description=channel.findtext("description", ""),
        language=channel.findtext("language", ""),
        page=channel.findtext("link", ""),
        itself=_of_type(links["self"], "rss.xml"),
        previous=_of_type(links.get("prev-archive"), "rss.xml"),
        is_archive=channel.find(NAMES["fh"] + "archive") is not None,
        items=tuple(
            Item(
                id=item.findtext("guid", ""),
                language=item.findtext(NAMES["dc"] + "language", ""),
                title=item.findtext("title", ""),
                link=item.findtext("link", ""),
                content=item.findtext(NAMES["content"] + "encoded", ""),
            )
            for item in channel.iterfind("item")
        ),
    )


def read_atom(address: str, text: str) -> FeedFile:
    atom = NAMES["atom"]
    feed = ET.fromstring(text)
    links = {
        link.get("rel"): (link.get("href", ""), link.get("type"))
        for link in feed.iterfind(atom + "link")
    }
    return FeedFile(
        address=address,
        title=feed.findtext(atom + "title", ""),
        description=feed.findtext(atom + "subtitle", ""),
        language=feed.get(NAMES["xml"] + "lang", ""),
        page=links["alternate"][0],
        itself=_of_type(links["self"], "atom.xml"),
        previous=_of_type(links.get("prev-archive"), "atom.xml"),
        is_archive=feed.find(NAMES["fh"] + "archive") is not None,
        items=tuple(_atom_item(entry) for entry in feed.iterfind(atom + "entry")),
    )


def _atom_item(entry: ET.Element) -> Item:
    atom = NAMES["atom"]
    links = [link.get("href", "") for link in entry.iterfind(atom + "link[@rel='alternate']")]
    return Item(
        id=entry.findtext(atom + "id", ""),
        language=entry.get(NAMES["xml"] + "lang", ""),
        title=entry.findtext(atom + "title", ""),
        # Of several, some readers show the first and others the last.
        link=" and ".join(links),
        content=entry.findtext(atom + "content", ""),
    )


def read_json(address: str, text: str) -> FeedFile:
    feed = json.loads(text)
    return FeedFile(
        address=address,
        title=feed["title"],
        description=feed["description"],
        language=feed["language"],
        page=feed["home_page_url"],
        itself=feed["feed_url"],
        previous=feed.get("next_url", ""),
        # JSON Feed has no word for archives.
        is_archive=bool(re.search(r"/\d{4}/feed\.json$", address)),
        items=tuple(
            Item(item["id"], item["language"], item["title"], item["url"], item["content_html"])
            for item in feed["items"]
        ),
    )


def _of_type(link: tuple[str, str | None] | None, name: str) -> str:
    """Return the address of a link, unless it claims to be another kind of file."""
    return link[0] if link and link[1] == FILES[name] else ""


RULES = {"rss.xml": rss_mistakes, "atom.xml": atom_mistakes, "feed.json": json_mistakes}
READERS = {"rss.xml": read_rss, "atom.xml": read_atom, "feed.json": read_json}


def prefix(code: str) -> str:
    return "" if code == "en" else f"{code}/"


@dataclass(frozen=True)
class Subscriptions:
    """All feeds of the site; `files` by their path below the site."""

    files: dict[str, FeedFile] = field(repr=False)

    def current(self, code: str, folder: str, name: str = "feed.json") -> FeedFile:
        return self.files[prefix(code) + folder + name]

    def chain(self, code: str, folder: str, name: str = "feed.json") -> Iterator[FeedFile]:
        """Follow a feed from its newest items through all its archives."""
        file = self.current(code, folder, name)
        yield file
        while file.previous:
            file = self.files[file.previous.removeprefix(SITE_URL)]
            yield file

    def works(self, code: str, folder: str) -> set[str]:
        """Return the ids of all items of a feed, as they are below the identity and language."""
        return {
            id_.removeprefix(self.identity).rpartition("/")[0]
            for file in self.chain(code, folder)
            for id_ in file.ids
        }

    @cached_property
    def ledger(self) -> Facts:
        found: Facts = yaml.safe_load((ROOT / "data/ledger.yml").read_text(encoding="utf-8"))
        return found

    @property
    def identity(self) -> str:
        return str(self.ledger["identity"])


@pytest.fixture(scope="session")
def subscriptions(site: Path) -> Subscriptions:
    """Return every feed of the built site, read."""
    found = {}
    for name, read in READERS.items():
        for file in sorted(site.rglob(name)):
            path = file.relative_to(site).as_posix()
            found[path] = read(SITE_URL + path, file.read_text(encoding="utf-8"))
    return Subscriptions(found)


@pytest.fixture(scope="session")
def news_files() -> dict[str, Facts]:
    """Return the facts of every news item by its file name, and its languages as `texts`."""
    facts: dict[str, Facts] = {}
    for file in sorted(ROOT.glob("docs/??/news/????-??-??-*.md")):
        front = yaml.safe_load(file.read_text(encoding="utf-8").split("---\n")[1])
        one = facts.setdefault(file.name, {"texts": set(), "countries": []})
        one["texts"].add(file.parts[-3])
        if "date" in front:
            one.update(front)
    return facts


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_feed_validator_would_find_nothing(subscriptions: Subscriptions, site: Path, code: str):
    today = datetime.now(tz=UTC).date()
    mistakes = {}
    for path, file in subscriptions.files.items():
        if file.language == code:
            text = (site / path).read_text(encoding="utf-8")
            mistakes[path] = list(RULES[path.rpartition("/")[2]](text, file.address, today))
    path = prefix(code) + "feeds/feeds.opml"
    mistakes[path] = list(opml_mistakes((site / path).read_text(encoding="utf-8")))
    assert {path: found for path, found in mistakes.items() if found} == {}


def test_every_language_has_every_feed_in_three_formats(subscriptions: Subscriptions):
    current = {path for path, file in subscriptions.files.items() if not file.is_archive}
    assert current == {
        prefix(code) + folder + name for code in LANGUAGES for folder in FOLDERS for name in FILES
    }


def test_the_three_formats_list_the_same_items(subscriptions: Subscriptions):
    def items(path: str, name: str) -> list[tuple[str, str, str, str]]:
        file = subscriptions.files[path.replace("feed.json", name)]
        return [(one.id, one.language, one.title, one.link) for one in file.items]

    different = [
        f"{path} and {name}"
        for path in subscriptions.files
        if path.endswith("feed.json")
        for name in ("rss.xml", "atom.xml")
        if items(path, "feed.json") != items(path, name)
    ]
    assert different == []


def test_the_committed_ledger_is_the_one_the_command_writes():
    """Nothing is published that it does not know, and nobody has written in it by hand."""
    text, problems = read_ledger(ROOT)
    assert errors(problems) == []
    assert text == (ROOT / "data/ledger.yml").read_text(encoding="utf-8")


def test_ids_are_those_of_the_ledger_in_the_language_of_the_feed(subscriptions: Subscriptions):
    ledger = subscriptions.ledger
    known = {
        f"{kind}/{key}"
        for kind in ("news", "newsletters", "events", "adhesions")
        for key in ledger[kind]
    }
    wrong = {
        f"{file.address}: {id_}"
        for file in subscriptions.files.values()
        for id_ in file.ids
        if not id_.startswith(subscriptions.identity)
        or not id_.endswith(f"/{file.language}")
        or id_.removeprefix(subscriptions.identity).rpartition("/")[0] not in known
    }
    assert wrong == set()


def test_no_file_lists_an_item_twice_or_more_than_fifty_new_ones(subscriptions: Subscriptions):
    wrong = [
        file.address
        for file in subscriptions.files.values()
        if len(set(file.ids)) != len(file.ids) or (len(file.ids) > 50 and not file.is_archive)
    ]
    assert wrong == []


def test_a_feed_leads_to_itself_and_to_a_page_of_its_language(
    subscriptions: Subscriptions, site: Path
):
    wrong = []
    for path, file in subscriptions.files.items():
        page = site / file.page.removeprefix(SITE_URL) / "index.html"
        if file.itself != SITE_URL + path or not file.page.startswith(SITE_URL):
            wrong.append(path)
        elif BuiltPage("", page).language != file.language:
            wrong.append(f"{path}: {file.page}")
    assert wrong == []


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_archives_of_a_feed_lead_to_its_oldest_item(
    subscriptions: Subscriptions, code: str, name: str
):
    """Together the chains hold every file and, in the general feeds, everything published."""
    ledger = subscriptions.ledger
    reached = {
        file.address for folder in FOLDERS for file in subscriptions.chain(code, folder, name)
    }
    assert reached == {
        file.address
        for file in subscriptions.files.values()
        if file.language == code and file.address.endswith("/" + name)
    }
    assert subscriptions.works(code, "news/") == {f"news/{key}" for key in _held(ledger["news"])}
    assert subscriptions.works(code, "agenda/") == {
        f"events/{key}" for key in _held(ledger["events"])
    }
    latest = {key.rpartition("-")[0]: key for key in sorted(_held(ledger["adhesions"]))}
    adhesions = {f"adhesions/{key}" for key in latest.values()}
    assert subscriptions.works(code, "signatories/") == adhesions
    by_country = [subscriptions.works(code, f"signatories/{country}/") for country in COUNTRIES]
    assert set().union(*by_country) == adhesions
    assert sum(map(len, by_country)) == len(adhesions)


def _held(kind: Facts) -> list[str]:
    return [key for key, published in kind.items() if "withdrawn" not in published]


@pytest.mark.parametrize("code", LANGUAGES)
def test_feeds_of_countries_and_topics_hold_what_the_items_say_of_themselves(
    subscriptions: Subscriptions, news_files: dict[str, Facts], code: str
):
    for key, chosen, folder in [
        *(("countries", country, f"news/{country}/") for country in COUNTRIES),
        *(("topics", topic, f"news/topics/{topic}/") for topic in TOPICS),
    ]:
        expected = {f"news/{one['id']}" for one in news_files.values() if chosen in one[key]}
        assert subscriptions.works(code, folder) == expected, folder


_LINK = re.compile(r'\s(?:href|src)="([^"]*)"')


def test_links_of_items_are_absolute_and_lead_somewhere(subscriptions: Subscriptions, site: Path):
    links = {
        link.replace("&amp;", "&")
        for file in subscriptions.files.values()
        for item in file.items
        for link in (item.link, *_LINK.findall(item.content))
    }
    assert [link for link in links if not re.match(r"https?://\w", link)] == []
    own = {urldefrag(link) for link in links if link.startswith(SITE_URL)}
    assert len(own) > 555 * 13
    assert [url for url, part in own if not _exists(site, url, part)] == []


def _exists(site: Path, url: str, part: str) -> bool:
    file = site / unquote(url.removeprefix(SITE_URL))
    if file.is_dir():
        file /= "index.html"
    return file.is_file() and (not part or f' id="{unquote(part)}"' in file.read_text("utf-8"))


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_feed_speaks_each_language_in_its_own_words(subscriptions: Subscriptions, folder: str):
    feeds = [subscriptions.current(code, folder) for code in LANGUAGES]
    assert [feed.language for feed in feeds] == list(LANGUAGES)
    assert len({feed.title for feed in feeds}) == 13
    assert len({feed.description for feed in feeds}) == 13


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_two_feeds_of_a_language_have_one_title(subscriptions: Subscriptions, code: str):
    titles = {subscriptions.current(code, folder).title for folder in FOLDERS}
    assert len(titles) == len(FOLDERS)


def test_all_formats_of_a_feed_have_the_same_words(subscriptions: Subscriptions):
    def words(file: FeedFile) -> FeedFile:
        return replace(file, address="", itself="", previous="", items=())

    different = [
        path
        for path, file in subscriptions.files.items()
        for name in FILES
        if words(file) != words(subscriptions.files[path.rpartition("/")[0] + "/" + name])
    ]
    assert different == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_item_comes_in_the_best_language_and_says_which(
    subscriptions: Subscriptions, news_files: dict[str, Facts], site: Path, code: str
):
    chain = [code, "ru", "en"] if code in THROUGH_RUSSIAN else [code, "en"]
    best = {
        one["id"]: next(other for other in chain if other in one["texts"])
        for one in news_files.values()
    }
    for file in subscriptions.chain(code, "news/"):
        for item in file.items:
            key = item.id.split("/")[1]
            assert item.language == best[key], item.id
            page = BuiltPage("", site / item.link.removeprefix(SITE_URL) / "index.html")
            assert page.language == item.language, item.link
            assert f"<h1>{item.title}</h1>" in unescape(page.html), item.link
            assert f'<div lang="{item.language}">' in item.content, item.id
            is_foreign = item.content.startswith(f'<p lang="{code}">[')
            assert is_foreign == (item.language != code), item.id
    assert (set(best.values()) == {"en"}) == (code == "en")


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_import_list_names_exactly_the_feeds_of_its_language(
    subscriptions: Subscriptions, site: Path, code: str
):
    tree = ET.parse(site / prefix(code) / "feeds/feeds.opml")
    outlines = tree.findall("body/outline/outline")
    listed = [(one.get("xmlUrl"), one.get("title"), one.get("htmlUrl")) for one in outlines]
    feeds = [subscriptions.current(code, folder, "rss.xml") for folder in FOLDERS]
    assert sorted(map(str, listed)) == sorted(
        str((feed.address, feed.title, feed.page)) for feed in feeds
    )


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_page_about_feeds_lists_each_with_its_number_of_items(
    subscriptions: Subscriptions, site: Path, code: str
):
    listed = _listed(site, prefix(code) + "feeds/")
    feeds = {
        SITE_URL + prefix(code) + folder: len(subscriptions.works(code, folder))
        for folder in FOLDERS
    }
    calendars = {
        SITE_URL + file.relative_to(site).as_posix(): file.read_bytes().count(b"BEGIN:VEVENT")
        for file in (site / prefix(code) / "agenda").glob("*.ics")
    }
    assert len(calendars) == 1 + len(COUNTRIES)
    assert {links[0]: count for links, count in listed if "webcal" not in links[0]} == feeds
    for links, _count in listed:
        if links[0] in feeds:
            assert links[1:] == [links[0] + name for name in FILES]
    assert {links[1]: (links[0], count) for links, count in listed if "webcal" in links[0]} == {
        url: (url.replace("https:", "webcal:"), count) for url, count in calendars.items()
    }


def _listed(site: Path, address: str) -> list[tuple[list[str], int]]:
    """Return the addresses of every line of the lists on a page, and its number."""
    html = (site / address / "index.html").read_text(encoding="utf-8")
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    return [
        (
            [urljoin(SITE_URL + address, link.get("href", "")) for link in line.iter("a")],
            int("".join(re.findall(r"\d", line.findtext("small", "")))),
        )
        for line in tree.iterfind(".//ul[@class='feedlist']/li")
    ]


_ANNOUNCED = re.compile(r'<link rel="alternate" type="([^"]+)" title="([^"]+)" href="([^"]+)">')


def _announced(site: Path, address: str) -> list[tuple[str, str]]:
    html = (site / address / "index.html").read_text(encoding="utf-8")
    return [
        (media_type, urljoin(SITE_URL + address, link))
        for media_type, _title, link in _ANNOUNCED.findall(html)
    ]


_GENERAL = ("news/", "newsletter/", "agenda/", "signatories/")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("page", "own"),
    [
        ("", ["news/"]),
        ("news/", ["news/"]),
        ("news/2019/", ["news/"]),
        ("newsletter/", ["newsletter/"]),
        ("newsletter/subscribe/", ["news/"]),
        ("agenda/", ["agenda/"]),
        ("agenda/cop24-2018/", ["news/"]),
        ("feeds/", ["news/"]),
        ("signatories/ua/lviv/", ["news/"]),
        ("news/ge/", ["news/ge/"]),
        ("news/topics/club/", ["news/topics/club/"]),
        ("signatories/md/", ["news/md/", "signatories/md/"]),
    ],
)
def test_pages_announce_the_feeds_of_their_language(
    site: Path, code: str, page: str, own: list[str]
):
    """Its own feeds first, in every format: readers that find several take the first."""
    here = SITE_URL + prefix(code)
    others = [folder for folder in _GENERAL if folder not in own]
    assert _announced(site, prefix(code) + page) == [
        *((kind, here + folder + name) for folder in own for name, kind in FILES.items()),
        *(("application/rss+xml", f"{here}{folder}rss.xml") for folder in others),
    ]


def test_lines_of_calendars_are_short_and_whole(site: Path):
    """RFC 5545, 3.1: 75 octets, CRLF at the end; and no character is cut in two."""
    files = sorted(site.rglob("*.ics"))
    in_all_languages = {file.relative_to(site).parts[0] for file in files}
    assert in_all_languages == {*LANGUAGES, "agenda"} - {"en"}
    wrong = []
    for file in files:
        *lines, end = file.read_bytes().split(b"\r\n")
        if end or any(len(line) > 75 or b"\n" in line or b"\r" in line for line in lines):
            wrong.append(file)
        for line in lines:
            line.decode("utf-8")
    assert wrong == []


def test_news_of_central_asia_can_be_read_there(news_files: dict[str, Facts]):
    """In Russian and the language of each country: the items about all of them, and of one."""
    needed = {
        one["id"]: {
            "ru",
            *(CENTRAL_ASIA[code] for code in one["countries"] if code in CENTRAL_ASIA),
        }
        for one in news_files.values()
        if set(one["countries"]) & set(CENTRAL_ASIA)
    } | {key: {"ru", *CENTRAL_ASIA.values()} for key in ABOUT_ALL_COUNTRIES}
    texts = {one["id"]: one["texts"] for one in news_files.values()}
    missing = {key: codes - texts[key] for key, codes in needed.items()}
    assert {key: codes for key, codes in missing.items() if codes} == {}
    assert "first-national-meeting-kyrgyzstan" in needed


def test_at_least_25_other_items_are_in_russian_and_the_language_of_their_country(
    news_files: dict[str, Facts],
):
    told = [
        name
        for name, one in news_files.items()
        if one["countries"]
        and not set(one["countries"]) & set(CENTRAL_ASIA)
        and {"ru", *(ELSEWHERE[code] for code in one["countries"])} <= one["texts"]
    ]
    assert len(told) >= 25
