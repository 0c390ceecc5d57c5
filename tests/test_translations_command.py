"""A sentence of an English page changes: twelve translations wait, until each is accepted.

The report, the page and the JSON say it of a copy of the project, with a history of its own.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from tests.sample_sites import PROJECT, Built, Sample, words

SENTENCE = "Any local authority can join the Covenant of Mayors, whatever its size."
PATH = "join/local-authority"
PAGE = f"docs/en/{PATH}.md"
BEFORE, CHANGE = "2026-03-01T12:00:00Z", "2026-03-05T12:00:00Z"
SITE = "https://covenant-east.example/"


def run(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "publishing", *arguments],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(PROJECT / "hooks")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def git(root: Path, *arguments: str, moment: str = BEFORE) -> None:
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_COMMITTER_DATE": moment}
    who = ["-c", "user.name=Editor", "-c", "user.email=editor@site.example"]
    subprocess.run(
        ["git", *who, *arguments],
        cwd=root,
        env=os.environ | settings,
        check=True,
        capture_output=True,
    )


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with a history of its texts, in which the English page has changed."""
    copy = tmp_path_factory.mktemp("translations")
    shutil.copytree(PROJECT / "docs", copy / "docs")
    shutil.copy(PROJECT / "mkdocs.yml", copy)
    for name in ("data", "hooks", "overrides"):
        (copy / name).symlink_to(PROJECT / name)
    git(copy, "init", "--quiet")
    git(copy, "add", "docs")
    git(copy, "commit", "--quiet", "--message", "Texts")
    Sample(copy).replace(PAGE, SENTENCE, "Every town can join.")
    git(copy, "commit", "--quiet", "--all", "--message", "Change", moment=CHANGE)
    return copy


@pytest.fixture(scope="module")
def listed(root: Path) -> str:
    """What the command tells machines."""
    return run(root, "translations", "--json")


@pytest.fixture(scope="module")
def built(root: Path) -> Built:
    """The copy in English and Kazakh, built once; the state is that of all languages."""
    found = Sample(root).build(LANGUAGES="kk", SITE_URL=SITE)
    assert found.exit_code == 0, found.output
    return found


def outdated_in(listed: str) -> dict[str, Any]:
    """Return the outdated translations of the page by language, out of the JSON."""
    texts = json.loads(listed)
    return {
        text["language"]: text
        for text in texts
        if text["source"] == PAGE and text["state"] == "outdated"
    }


def test_one_changed_sentence_makes_twelve_translations_wait(root: Path, listed: str) -> None:
    assert len(outdated_in(listed)) == 12
    shown = run(root, "translations").splitlines()
    waiting = [line for line in shown if line.startswith("outdated: ") and f"(from {PAGE}" in line]
    assert len(waiting) == 12
    assert waiting[0].startswith(f"outdated: docs/ru/{PATH}.md (from {PAGE}, ")


def test_the_change_itself_is_shown(root: Path) -> None:
    shown = run(root, "translations", "--diff")
    assert shown.count(f"\n-{SENTENCE}") == 12
    assert shown.count("\n+Every town can join.") == 12


def test_accepting_one_leaves_eleven(root: Path, listed: str, tmp_path: Path) -> None:
    shutil.copytree(root / "docs", tmp_path / "docs")
    shutil.copy(root / "mkdocs.yml", tmp_path)
    run(tmp_path, "accept", f"docs/kk/{PATH}.md")
    left = outdated_in(run(tmp_path, "translations", "--json"))
    assert len(left) == 11
    assert outdated_in(listed).keys() - left.keys() == {"kk"}


def test_the_site_holds_the_json_of_the_command_with_the_day(listed: str, built: Built) -> None:
    published = (built.site / "translations.json").read_text(encoding="utf-8")
    assert published == listed
    assert len(outdated_in(published)) == 12
    assert {text["outdated_since"] for text in outdated_in(published).values()} == {"2026-03-05"}


def test_readers_of_the_page_are_told_since_when(built: Built) -> None:
    address = f"kk/{PATH}/"
    (notice,) = built.page(address).all("body/main/p[@class='notice']")
    assert "2026 ж. 5 наурыз" in words(notice)
    (link,) = notice.iter("a")
    assert urljoin(SITE + address, link.get("href", "")) == f"{SITE}{PATH}/"
    assert built.page(f"{PATH}/").all("body/main/p[@class='notice']") == []
    assert built.page("kk/join/network/").all("body/main/p[@class='notice']") == []


def lines_about_the_page(built: Built, address: str) -> list[str]:
    """Return what a page of translations says of the changed page."""
    lines = built.page(address).all("body/main/article/ul/li")
    return [
        words(line)
        for line in lines
        if f"{SITE}{PATH}/"
        in {urljoin(SITE + address, link.get("href", "")) for link in line.iter("a")}
    ]


def test_translators_of_one_language_see_what_waits_in_theirs(built: Built) -> None:
    (line,) = lines_about_the_page(built, "kk/translations/")
    assert "2026 ж. 5 наурыз" in line


def test_who_reads_english_sees_all_that_waits(built: Built) -> None:
    lines = lines_about_the_page(built, "translations/")
    assert len(lines) == 12
    assert all(", since 5 March 2026, words: " in line for line in lines)
