"""A real feed reader, newsboat, shows each item once: also after a build that changes something."""

import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import MakeSample
from tests.loopback import serving
from tests.sample_sites import Sample

FORMATS = ("rss.xml", "atom.xml")


@dataclass(frozen=True)
class Shown:
    """An item as the reader lists it, of the feed it came with."""

    feed: str
    id: str
    title: str
    link: str
    content: str


@dataclass(frozen=True)
class Newsboat:
    """A reader with a home of its own."""

    home: Path

    def read(self, *feeds: str) -> list[Shown]:
        """Fetch the feeds at these addresses, and list everything the reader has."""
        program = shutil.which("newsboat")
        assert program, "newsboat is missing: 'make test' installs it"
        urls, cache = self.home / "urls", self.home / "cache.db"
        urls.write_text("\n".join(feeds), encoding="utf-8")
        done = subprocess.run(
            [program, "-C", os.devnull, "-u", urls, "-c", cache, "-x", "reload"],
            env={"HOME": str(self.home), "LANG": "C.UTF-8"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        with closing(sqlite3.connect(cache)) as database:
            columns = "feedurl, guid, title, url, content"
            rows = database.execute(f"SELECT {columns} FROM rss_item ORDER BY id").fetchall()
        return [Shown(*row) for row in rows]

    def titles(self) -> dict[str, str]:
        """Return the titles of the feeds it has fetched, by their addresses."""
        with closing(sqlite3.connect(self.home / "cache.db")) as database:
            return dict(database.execute("SELECT rssurl, title FROM rss_feed").fetchall())


@pytest.fixture
def newsboat(tmp_path: Path) -> Newsboat:
    home = tmp_path / "home"
    home.mkdir()
    return Newsboat(home)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serving(site) as found:
        yield found


def published(site: Path, folder: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / folder / "feed.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "folder",
    [
        "news/", "news/am/", "agenda/", "signatories/", "signatories/2013/",
        "ru/news/", "uk/news/ua/", "ro/signatories/md/", "be/agenda/", "tk/news/topics/project/",
        "ka/news/", "ka/news/ge/", "ka/agenda/", "hy/news/", "hy/news/am/", "hy/agenda/2010/",
        "kk/news/", "kk/agenda/", "kk/signatories/kz/", "ky/news/kg/", "az/news/az/",
        "tg/signatories/tj/", "uz/news/",
    ],
)  # fmt: skip
def test_the_reader_shows_each_item_of_a_feed_once(
    newsboat: Newsboat, address: str, site: Path, folder: str, name: str
):
    url = address + folder + name
    feed = published(site, folder)
    listed = sorted(
        (url, item["id"], item["title"], item["url"], item["content_html"])
        for item in feed["items"]
    )
    assert listed
    shown = newsboat.read(url)
    found = sorted((one.feed, one.id, one.title, one.link, one.content) for one in shown)
    assert found == listed
    assert newsboat.titles() == {url: feed["title"]}


@pytest.mark.parametrize("folder", ["news/tm/", "ka/news/uz/", "hy/signatories/tm/"])
def test_the_reader_accepts_a_feed_that_waits_for_its_first_item(
    newsboat: Newsboat, address: str, site: Path, folder: str
):
    url = f"{address}{folder}rss.xml"
    assert newsboat.read(url) == []
    assert newsboat.titles() == {url: published(site, folder)["title"]}


def test_an_item_that_is_in_several_feeds_comes_once(newsboat: Newsboat, address: str, site: Path):
    """Who takes two formats, or all news and those of a country, does not get them twice."""
    folders = ["ka/news/", "ka/news/ge/", "ka/news/topics/club/"]
    shown = newsboat.read(*(address + folder + name for folder in folders for name in FORMATS))
    expected = {item["id"] for folder in folders for item in published(site, folder)["items"]}
    assert sorted(one.id for one in shown) == sorted(expected)


def test_two_languages_of_a_feed_are_two_subscriptions(
    newsboat: Newsboat, address: str, site: Path
):
    folders = ["ru/news/ua/", "uk/news/ua/"]
    shown = newsboat.read(*(f"{address}{folder}rss.xml" for folder in folders))
    expected = [item["id"] for folder in folders for item in published(site, folder)["items"]]
    assert sorted(one.id for one in shown) == sorted(expected)


@pytest.mark.parametrize("code", ["", "ka/"])
def test_reading_again_changes_nothing(newsboat: Newsboat, address: str, code: str):
    feeds = [f"{address}{code}{folder}atom.xml" for folder in ("news/", "agenda/")]
    assert newsboat.read(*feeds) == newsboat.read(*feeds)


# A second build, with one item added and one edited.

ADDED = """\
---
id: market-of-ideas
title: A market of ideas
date: 2025-12-20
countries: [kz]
topics: [event]
summary: Towns showed their ideas.
sources:
  - {name: Almaly, url: "https://almaly.example/market"}
---

Five towns showed their ideas.
"""


def change(sample: Sample) -> None:
    """Add an item in English, and correct another one."""
    news = sample.root / "docs/en/news"
    (news / "2025-12-20-market-of-ideas.md").write_text(ADDED, encoding="utf-8")
    edited = "docs/en/news/2025-11-20-club-founded.md"
    sample.replace(edited, "title: Mayors found a club", "title: Two mayors found a club")
    sample.replace(edited, "Two mayors founded a club.", "Two mayors founded a club for all.")


@pytest.mark.parametrize("name", FORMATS)
def test_after_a_second_build_the_reader_has_the_new_item_and_the_edited_one_once(
    newsboat: Newsboat, sample_site: MakeSample, name: str
):
    sample = sample_site("news_and_events")
    built = sample.build()
    assert built.exit_code == 0, built.output
    with serving(built.site) as address:
        feeds = [f"{address}{folder}{name}" for folder in ("news/", "news/kz/", "agenda/")]
        before = {one.id: one for one in newsboat.read(*feeds)}
        change(sample)
        rebuilt = sample.build()
        assert rebuilt.exit_code == 0, rebuilt.output
        shown = newsboat.read(*feeds)

    after = {one.id: one for one in shown}
    assert len(shown) == len(after) == len(before) + 1
    start = "tag:sample.example,2026:news/"
    assert after.keys() - before.keys() == {f"{start}market-of-ideas/en"}
    changed = {key for key, one in before.items() if after[key].content != one.content}
    assert changed == {f"{start}club-founded/en"}
    edited = after[f"{start}club-founded/en"]
    assert edited.title == "Two mayors found a club"
    assert "Two mayors founded a club for all." in edited.content
    assert edited.link == before[f"{start}club-founded/en"].link
