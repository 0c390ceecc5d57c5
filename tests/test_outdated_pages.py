"""An English page changes: readers of its translations are told, until these follow it.

A copy of the sample `two_languages` with a history, built once. Of the two translations of its
start page the Russian one was accepted after the change, the Kazakh one still waits. The Kazakh
page on commitments is outdated from the first, made from a text that the history does not hold.
"""

import json
import os
import subprocess
import sys
from urllib.parse import urljoin

import pytest

from publishing.history import outdated_since
from publishing.reading import read_states
from tests.sample_sites import URL, Built, Sample, sample_in, words

HEADING = "# Covenant of the sample\n"
BEFORE, CHANGE = "2026-03-01T12:00:00Z", "2026-03-05T12:00:00Z"
NOTICE = "body/main/p[@class='notice']"


def git(sample: Sample, *arguments: str, moment: str = BEFORE) -> str:
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_COMMITTER_DATE": moment}
    who = ["-c", "user.name=Editor", "-c", "user.email=editor@site.example"]
    done = subprocess.run(
        ["git", *who, *arguments],
        cwd=sample.root,
        env=os.environ | settings,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout


def publishing(sample: Sample, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "publishing", *arguments],
        cwd=sample.root,
        env=os.environ | {"PYTHONPATH": str(sample.root / "hooks")},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """The sample after its English start page has changed."""
    sample = sample_in(tmp_path_factory.mktemp("outdated") / "sample", "two_languages")
    git(sample, "init", "--quiet")
    git(sample, "add", "docs")
    git(sample, "commit", "--quiet", "--message", "Texts")
    sample.replace("docs/en/index.md", HEADING, HEADING + "\nThis sentence is new.\n")
    git(sample, "commit", "--quiet", "--all", "--message", "Change", moment=CHANGE)
    return sample


@pytest.fixture(scope="module")
def waiting(changed: Sample) -> dict[str, str | None]:
    """What is outdated after the change, and since when."""
    _languages, texts, problems = read_states(changed.root)
    assert problems == []
    since = outdated_since(changed.root, texts)
    return {text.file: since.get(text.file) for text in texts if text.state.value == "outdated"}


@pytest.fixture(scope="module")
def built(changed: Sample, waiting: dict[str, str | None]) -> Built:
    """The sample, built after the Russian translation was accepted, the Kazakh one was not."""
    publishing(changed, "accept", "docs/ru/index.md")
    found = changed.build()
    assert found.exit_code == 0, found.output
    return found


def test_the_change_makes_both_translations_wait_since_its_day(waiting: dict[str, str | None]):
    assert waiting == {
        "docs/ru/index.md": "2026-03-05",
        "docs/kk/index.md": "2026-03-05",
        "docs/kk/about/commitments.md": None,
    }


def test_accepting_writes_the_new_hash_and_nothing_else(changed: Sample, built: Built):
    shown = git(changed, "diff", "--unified=0", "--", "docs")
    lines = [line for line in shown.splitlines() if line[0] in "+-"]
    assert [line.split(": ")[0] for line in lines] == [
        "--- a/docs/ru/index.md",
        "+++ b/docs/ru/index.md",
        "-source_hash",
        "+source_hash",
    ]
    assert lines[2] == "-source_hash: 905156b51289"


@pytest.mark.parametrize(
    ("address", "notice", "original"),
    [
        (
            "kk/",
            (
                "[kk] The English text changed after this translation was made: 2026 ж. 5 наурыз. "
                "[kk] Read the English page"
            ),
            "",
        ),
        (
            "kk/about/commitments/",
            (
                "[kk] The English text has changed since this translation was made. "
                "[kk] Read the English page"
            ),
            "about/commitments/",
        ),
    ],
    ids=["changed on a day that is known", "on a day that nobody knows"],
)
def test_readers_of_an_outdated_page_are_told_since_when(built: Built, address, notice, original):
    page = built.page(address)
    assert page.words(NOTICE) == notice
    assert urljoin(URL + address, page.one(NOTICE + "/a").get("href")) == URL + original


@pytest.mark.parametrize("address", ["", "ru/"], ids=["the source", "accepted"])
def test_other_readers_are_told_nothing(built: Built, address):
    assert built.page(address).all(NOTICE) == []


def lists_on(built: Built, address: str) -> dict[str, list[str]]:
    """Return what a page lists as waiting, with the addresses it leads to, by language."""
    article = built.page(address).one("body/main/article")
    found: dict[str, list[str]] = {}
    name = ""
    for part in article:
        if part.tag in ("h2", "h3"):
            name = words(part) if part.tag == "h3" else ""
        elif name:
            for line in part.findall("li"):
                links = (urljoin(URL + address, link.get("href", "")) for link in line.iter("a"))
                places = [link.removeprefix(URL) or "/" for link in links]
                found.setdefault(name, []).append(f"{words(line)} -> {' '.join(places)}")
    return found


IN_KAZAKH = [
    (
        "[kk] Outdated: Commitments ([kk] original), [kk] words: 11"
        " -> kk/about/commitments/ about/commitments/"
    ),
    "[kk] Missing: Contact, [kk] words: 15 -> contact/",
    "[kk] Outdated: Home ([kk] original), [kk] since 2026 ж. 5 наурыз, [kk] words: 30 -> kk/ /",
    "[kk] Missing: Legal, [kk] words: 6 -> legal/",
]


@pytest.mark.parametrize(
    ("address", "lists"),
    [
        ("kk/translations/", {"Қазақша": IN_KAZAKH}),
        ("ru/translations/", {"Русский": ["[ru] Missing: Legal, [ru] words: 6 -> legal/"]}),
        (
            "translations/",
            {
                "Русский": ["Missing: Legal, words: 6 -> legal/"],
                "Қазақша": [
                    (
                        "Outdated: Commitments (original), words: 11"
                        " -> kk/about/commitments/ about/commitments/"
                    ),
                    "Missing: Contact, words: 15 -> contact/",
                    "Outdated: Home (original), since 5 March 2026, words: 30 -> kk/ /",
                    "Missing: Legal, words: 6 -> legal/",
                ],
            },
        ),
    ],
)
def test_translators_see_what_waits_since_when_and_the_original(built: Built, address, lists):
    assert lists_on(built, address) == lists


def test_the_table_counts_the_texts_of_each_language_and_leads_to_its_page(built: Built):
    table, *_sections = built.page("kk/translations/").all(".//article//table")
    rows = table.findall("tbody/tr")
    assert [[words(cell) for cell in row] for row in rows] == [
        ["Русский", "3", "0", "1", "2", "6"],
        ["Қазақша", "0", "2", "2", "2", "62"],
    ]
    links = [link.get("href", "") for row in rows for link in row.iter("a")]
    assert [urljoin(URL + "kk/translations/", link) for link in links] == [
        URL + "ru/translations/",
        URL + "kk/translations/",
    ]


@pytest.mark.parametrize("address", ["translations/", "ru/translations/", "kk/translations/"])
def test_titles_in_another_language_than_the_page_are_marked(built: Built, address):
    page = built.page(address)
    marked = {words(part): part.get("lang") for part in page.all("body/main/article//span[@lang]")}
    own = page.language
    titles = {"Legal": "en", "Русский": "ru", "Қазақша": "kk"}
    if own != "en":
        # A part of the site without a front page has the name of its first text.
        titles["Commitments"] = "en"
    if own == "kk":
        titles |= {"Contact": "en", "Home": "en"}
    assert marked == {title: code for title, code in titles.items() if code != own}


def test_machines_read_the_same_at_the_root_of_the_site(built: Built):
    listed = json.loads((built.site / "translations.json").read_text(encoding="utf-8"))
    found = {text["file"]: (text["state"], text["outdated_since"]) for text in listed}
    assert found == {
        "docs/ru/about/commitments.md": ("current", None),
        "docs/kk/about/commitments.md": ("outdated", None),
        "docs/ru/contact.md": ("current", None),
        "docs/kk/contact.md": ("missing", None),
        "docs/ru/index.md": ("current", None),
        "docs/kk/index.md": ("outdated", "2026-03-05"),
        "docs/ru/legal.md": ("missing", None),
        "docs/kk/legal.md": ("missing", None),
    }
    page = built.page("kk/translations/")
    (link,) = page.all("body/main/article//a[@type='application/json']")
    address = urljoin(URL + "kk/translations/", link.get("href", ""))
    assert address == URL + "translations.json"
