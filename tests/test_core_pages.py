"""The core pages exist in all thirteen languages, and say the same facts in each."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.sample_sites import PROJECT

DOCS = PROJECT / "docs"
LANGUAGES = ("ru", "uk", "be", "ro", "ka", "hy", "az", "kk", "ky", "uz", "tg", "tk")
CORE = (
    "index.md",
    "about/index.md",
    "about/fact-sheet.md",
    "about/commitments.md",
    "about/benefits.md",
    "join/index.md",
    "join/local-authority.md",
    "join/province-or-region.md",
    "join/network.md",
    "faq.md",
    "funding.md",
    "feeds/index.md",
    "newsletter/subscribe.md",
    "legal.md",
    "privacy.md",
    "accessibility.md",
    "credits.md",
    "contact.md",
)


def body_of(file: Path) -> str:
    """Return a page's Markdown without its front matter."""
    return file.read_text(encoding="utf-8").split("\n---\n", maxsplit=1)[1]


def numbers_in(text: str) -> Counter[str]:
    """Count the numbers and years of a text, however its language writes thousands.

    Numbers of list items and what stands in links are no facts.
    """
    text = re.sub(r"\{#[^}]*\}|\]\([^)]*\)|^#* ?\d+\. ", "", text, flags=re.MULTILINE)
    text = re.sub(r"(?<=\d)[\u00a0\u202f .,](?=\d{3}\b)", "", text)
    return Counter(re.findall(r"\d+", text))


def addresses_in(text: str) -> list[str]:
    """List the targets of links, and addresses that stand in the text."""
    return sorted(re.findall(r"\]\(([^)]+)\)|((?:https?://|www\.)[\w./-]+)", text))


@pytest.mark.parametrize(
    ("english", "other"),
    [
        ("413,500 € in 2011–2015", "413 500 € за 2011–2015 годы"),
        ("about 15 signatories, 20%", "15-ге жуық, 20 %"),
        ("1. First: 2020", "1. Первое: 2020"),
    ],
)
def test_numbers_are_the_same_however_they_are_written(english: str, other: str) -> None:
    assert numbers_in(english) == numbers_in(other)


def test_a_lost_number_is_seen() -> None:
    assert numbers_in("at least 30% by 2030") != numbers_in("до 2030 года")


def test_nothing_but_generated_pages_is_missing_from_this_list() -> None:
    """A new English page is a core page, too, until somebody says otherwise."""
    written = {
        file.relative_to(DOCS / "en").as_posix()
        for file in (DOCS / "en").rglob("*.md")
        if "\ngenerated:" not in file.read_text(encoding="utf-8")
    }
    records = {path for path in written if re.match(r"news/|newsletter/\d", path)}
    assert written - records == set(CORE)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("path", CORE)
def test_a_page_has_the_facts_of_its_source(path: str, code: str) -> None:
    source, text = body_of(DOCS / "en" / path), body_of(DOCS / code / path)
    assert numbers_in(text) == numbers_in(source)
    assert addresses_in(text) == addresses_in(source)
    assert re.findall(r"\{#[\w-]+\}", text) == re.findall(r"\{#[\w-]+\}", source)
    assert re.findall(r"<!-- .*? -->", text) == re.findall(r"<!-- .*? -->", source)
