"""News items and events for the tests of their views."""

import pytest

from publishing.records.events import Event
from publishing.records.news import NewsItem
from publishing.site import News, Occasion, Version


@pytest.fixture(scope="session")
def a_news(languages):
    """A maker of news items: written in some languages, the first of them is the original."""

    def make(key, written="en", *, picture=None, texts=None, **facts):
        least = {
            "title": key,
            "date": "2026-05-20",
            "topics": ["event"],
            "summary": f"Summary of {key}",
            "sources": [{"name": "Paper", "url": "https://paper.example/1"}],
        }
        item = NewsItem.model_validate({"id": key, **least, **facts})
        original, *_ = codes = written.split()
        found = {
            code: Version(
                language=code,
                file=f"docs/{code}/news/{item.date.first_day}-{key}.md",
                title=f"Title of {key} [{code}]",
                summary=f"Summary of {key} [{code}]",
                body=f"Body of {key} [{code}]",
                is_original=code == original,
                **(texts or {}),
            )
            for code in languages.codes
            if code in codes
        }
        return News(key, item, found, picture)

    return make


@pytest.fixture(scope="session")
def an_event():
    """A maker of events: only what a test speaks of is filled in."""

    def make(key, start="2026-05-20", end=None, **facts):
        title = {"en": f"Title of {key}"}
        record = {"id": key, "title": title, "start": start, "end": end, **facts}
        return Occasion(key, f"data/events/{key}.yml", Event.model_validate(record))

    return make
