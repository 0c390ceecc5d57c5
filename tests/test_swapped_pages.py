"""Pages filed under another language by mistake: all are named, and nothing else is."""

import shutil
from pathlib import Path

from publishing.reading import proofread_site
from tests.sample_sites import PROJECT

SWAPPED = [
    ("about/index.md", "ru", "kk"),
    ("about/benefits.md", "uk", "be"),
    ("join/network.md", "ka", "hy"),
    ("faq.md", "uz", "tk"),
    ("privacy.md", "ky", "tg"),
]


def test_ten_pages_in_each_others_place_are_all_named(tmp_path: Path) -> None:
    for name in ("docs", "data"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    for name in ("hooks", "overrides", "mkdocs.yml"):
        (tmp_path / name).symlink_to(PROJECT / name)
    for path, one, other in SWAPPED:
        files = [tmp_path / "docs" / code / path for code in (one, other)]
        texts = [file.read_text(encoding="utf-8") for file in files]
        for file, text in zip(files, reversed(texts), strict=True):
            file.write_text(text, encoding="utf-8")
    _site, problems = proofread_site(tmp_path)
    named = {problem.path for problem in problems}
    assert named == {f"docs/{code}/{path}" for path, *codes in SWAPPED for code in codes}
    # Some of their words are also those that the glossary of the other language avoids.
    of_bodies = [
        problem
        for problem in problems
        if problem.field == "text" and problem.expected.startswith("words in")
    ]
    assert len(of_bodies) == 2 * len(SWAPPED)
    assert all(problem.line > 1 for problem in of_bodies)


def test_nothing_on_our_own_pages_is_taken_for_another_language() -> None:
    _site, problems = proofread_site(PROJECT)
    assert problems == []
