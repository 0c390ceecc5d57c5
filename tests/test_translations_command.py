"""A sentence of an English page changes: twelve translations wait, until each is accepted."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sample_sites import PROJECT

SENTENCE = "Any local authority can join the Covenant of Mayors, whatever its size."
PAGE = "docs/en/join/local-authority.md"


def run(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "publishing", "--root", str(root), *arguments],
        env=os.environ | {"PYTHONPATH": str(PROJECT / "hooks")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def git(root: Path, *arguments: str) -> None:
    who = ["-c", "user.name=Editor", "-c", "user.email=editor@site.example"]
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The project's texts with a history of their own, in which the English page has changed."""
    shutil.copytree(PROJECT / "docs", tmp_path / "docs")
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "Texts")
    file = tmp_path / PAGE
    text = file.read_text(encoding="utf-8")
    assert SENTENCE in text
    file.write_text(text.replace(SENTENCE, "Every town can join."), encoding="utf-8")
    return tmp_path


def outdated_in(root: Path) -> list[str]:
    listed = json.loads(run(root, "translations", "--json"))
    return sorted(text["language"] for text in listed if text["state"] == "outdated")


def test_one_changed_sentence_makes_twelve_translations_wait(root: Path) -> None:
    assert len(outdated_in(root)) == 12
    shown = run(root, "translations")
    assert shown.count("outdated: docs/") == 12
    assert f"outdated: docs/kk/join/local-authority.md (from {PAGE}" in shown


def test_the_change_itself_is_shown(root: Path) -> None:
    shown = run(root, "translations", "--diff")
    assert shown.count(f"\n-{SENTENCE}") == 12
    assert shown.count("\n+Every town can join.") == 12


def test_accepting_one_leaves_eleven(root: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "publishing", "accept", "docs/kk/join/local-authority.md"],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(PROJECT / "hooks")},
        check=True,
        capture_output=True,
    )
    assert len(outdated_in(root)) == 11
    assert "kk" not in outdated_in(root)
