"""What the history of a file tells of its translations, in small repositories made for it."""

import os
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from email.utils import format_datetime
from pathlib import Path

import pytest

from publishing.history import last_changes, outdated_since, text_made_from, versions_of
from publishing.languages.translations import State, Translated, source_hash

PAGE = "docs/en/join.md"
NEWS = "docs/en/news/2026-01-02-club.md"


def a_page(words: str) -> str:
    return f"---\ntitle: Join\ndescription: How to join.\n---\n\n# Join\n\n{words}\n"


def hash_of(words: str) -> str:
    return source_hash("Join", "How to join.", f"# Join\n\n{words}")


def a_translation(
    made_from: str, source: str = PAGE, code: str = "kk", state: State = State.OUTDATED
) -> Translated:
    return Translated(
        language=code,
        section="start",
        file=source.replace("/en/", f"/{code}/"),
        source=source,
        state=state,
        is_reviewed=False,
        words=3,
        title="Join",
        source_language="en",
        address="join/",
        made_from=made_from,
    )


def git(root: Path, *arguments: str, told: str = "") -> None:
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(
        ["git", *arguments],
        cwd=root,
        env=os.environ | settings,
        input=told.encode(),
        check=True,
        capture_output=True,
    )


# The moment of a commit, the file it wrote and the text, None where it took the file away.
Commit = tuple[str, str, str | None]


def in_words_of_git(commits: Iterable[Commit]) -> Iterator[str]:
    """Yield commits as `git fast-import` reads them: one process instead of two for each."""
    yield "feature done\nfeature date-format=rfc2822\n"
    for moment, path, text in commits:
        when = format_datetime(datetime.fromisoformat(moment))
        yield "commit refs/heads/main\n"
        # The day on which somebody wrote it does not matter, only when it came into the history.
        yield "author Editor <editor@site.example> Mon, 01 Jan 2001 12:00:00 +0000\n"
        yield f"committer Editor <editor@site.example> {when}\ndata 0\n"
        if text is None:
            yield f"D {path}\n"
        else:
            yield f"M 644 inline {path}\ndata {len(text.encode())}\n{text}\n"
    yield "done\n"


@pytest.fixture
def history(tmp_path: Path) -> Callable[..., Path]:
    """A maker of folders with a history, and nothing else in them."""

    def make(*commits: Commit) -> Path:
        root = tmp_path / "site"
        root.mkdir()
        git(root, "init", "--quiet", "--initial-branch=main")
        git(root, "fast-import", "--quiet", told="".join(in_words_of_git(commits)))
        return root

    return make


def edits(*versions: str) -> list[Commit]:
    """Return commits of the page: `1 March: words`."""
    return [
        (f"2026-03-{int(day):02}T12:00:00+00:00", PAGE, a_page(words))
        for day, words in (version.split(" March: ") for version in versions)
    ]


def since(root: Path, made_from: str) -> str | None:
    """Return the day since which a translation of the page is outdated, None if not known."""
    text = a_translation(hash_of(made_from))
    return outdated_since(root, [text]).get(text.file)


OTHER = ("2026-03-05T12:00:00+00:00", "docs/en/other.md", "Another file.\n")


def test_the_versions_of_a_file_come_newest_first_each_with_its_day(history):
    root = history(*edits("1 March: One.", "4 March: Two."), OTHER, *edits("9 March: Three."))
    assert list(versions_of(root, PAGE)) == [
        ("2026-03-09", a_page("Three.")),
        ("2026-03-04", a_page("Two.")),
        ("2026-03-01", a_page("One.")),
    ]
    assert list(versions_of(root, "docs/en/none.md")) == []
    assert last_changes(root) == {PAGE: "2026-03-09", "docs/en/other.md": "2026-03-05"}


@pytest.fixture
def far_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine whose clock is nine hours ahead of UTC."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "JST-9")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("far_east")
@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-03-04T23:59:59+00:00", "2026-03-04"),
        ("2026-03-05T02:00:00+05:00", "2026-03-04"),
        ("2026-03-04T23:00:00-03:00", "2026-03-05"),
    ],
)
def test_a_day_is_that_of_the_commit_in_utc_wherever_the_clocks_are(history, moment, day):
    root = history((moment, PAGE, a_page("One.")))
    assert [found for found, _text in versions_of(root, PAGE)] == [day]
    assert last_changes(root) == {PAGE: day}


def test_words_of_any_script_and_names_of_files_come_through(history):
    path, text = "docs/kk/қосылу.md", a_page("Қала қосылды — 20 %.")
    root = history(("2026-03-01T12:00:00+00:00", path, text))
    assert list(versions_of(root, path)) == [("2026-03-01", text)]
    assert last_changes(root) == {path: "2026-03-01"}


@pytest.mark.parametrize(
    ("made_from", "day"),
    [
        ("One.", "2026-03-04"),
        ("Two.", "2026-03-09"),
        ("Three.", "2026-03-12"),
        ("Four.", None),  # it is outdated all the same: by a change that is not committed
        ("Five.", None),
        ("", None),
    ],
)
def test_the_first_change_after_a_translation_was_made_counts(history, made_from, day):
    root = history(*edits("1 March: One.", "4 March: Two.", "9 March: Three.", "12 March: Four."))
    assert since(root, made_from) == day


@pytest.mark.parametrize(
    ("versions", "day"),
    [
        (["1 March: One.", "4 March: Two.", "6 March: One.", "9 March: Three."], "2026-03-09"),
        (["1 March: One.", "4 March: One.  ", "9 March: Two."], "2026-03-09"),
        (["1 March: One.", "4 March: Two.", "9 March: Two.  "], "2026-03-04"),
    ],
    ids=["taken back and changed anew", "white space first", "white space afterwards"],
)
def test_what_left_the_words_as_they_were_is_no_change(history, versions, day):
    assert since(history(*edits(*versions)), "One.") == day


@pytest.mark.parametrize(
    "in_between",
    [None, "", "Words without a front matter.\n", "---\n- title\n---\nOne.\n", "---\n[\n---\n"],
    ids=["away", "empty", "no front matter", "a list", "no YAML"],
)
def test_a_file_that_was_no_page_for_a_while_has_a_history_all_the_same(history, in_between):
    broken = ("2026-03-04T12:00:00+00:00", PAGE, in_between)
    root = history(*edits("1 March: One."), broken, *edits("9 March: Two."))
    assert since(root, "One.") == "2026-03-04"
    assert since(root, "Two.") is None


def test_only_outdated_translations_have_a_day(history):
    root = history(*edits("1 March: One.", "4 March: Two."))
    made_from = hash_of("One.")
    texts = [
        a_translation(made_from),
        a_translation(made_from, code="uz"),
        a_translation(made_from, code="ru", state=State.CURRENT),
        a_translation("", code="ky", state=State.MISSING),
    ]
    assert outdated_since(root, texts) == {
        "docs/kk/join.md": "2026-03-04",
        "docs/uz/join.md": "2026-03-04",
    }


def test_translations_of_one_page_made_at_different_times_have_their_own_days(history):
    root = history(*edits("1 March: One.", "4 March: Two.", "9 March: Three."))
    texts = [a_translation(hash_of("One.")), a_translation(hash_of("Two."), code="uz")]
    assert outdated_since(root, texts) == {
        "docs/kk/join.md": "2026-03-04",
        "docs/uz/join.md": "2026-03-09",
    }


def test_of_news_the_summary_counts(history):
    def news(summary: str) -> str:
        return f"---\nid: club\ntitle: Club\nsummary: {summary}\n---\n\nA club.\n"

    root = history(
        ("2026-03-01T12:00:00+00:00", NEWS, news("Old words.")),
        ("2026-03-04T12:00:00+00:00", NEWS, news("New words.")),
    )
    text = a_translation(source_hash("Club", "Old words.", "A club."), NEWS)
    assert outdated_since(root, [text]) == {text.file: "2026-03-04"}


def test_the_text_that_a_translation_was_made_from_is_found(history):
    root = history(*edits("1 March: One.", "4 March: Two.", "9 March: Three."))
    assert text_made_from(root, a_translation(hash_of("Two."))) == a_page("Two.")
    assert text_made_from(root, a_translation(hash_of("Three."))) == a_page("Three.")
    assert text_made_from(root, a_translation(hash_of("Four."))) is None
    assert text_made_from(root, a_translation("")) is None


def test_a_site_in_a_folder_of_a_larger_project_has_the_same_history(history):
    commits = edits("1 March: One.", "4 March: Two.")
    root = history(*((moment, f"web/{path}", text) for moment, path, text in commits)) / "web"
    root.mkdir()
    text = a_translation(hash_of("One."))
    assert outdated_since(root, [text]) == {text.file: "2026-03-04"}
    assert text_made_from(root, text) == a_page("One.")
    assert last_changes(root) == {PAGE: "2026-03-04"}


@pytest.mark.parametrize("is_missing", ["history", "git"])
def test_without_a_history_or_git_nothing_is_said(history, tmp_path, monkeypatch, is_missing):
    root = history(*edits("1 March: One.", "4 March: Two."))
    text = a_translation(hash_of("One."))
    assert outdated_since(root, [text]) != {}
    if is_missing == "history":
        monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
        (root / ".git").rename(tmp_path / "history")
    else:
        monkeypatch.setenv("PATH", str(tmp_path))
    assert list(versions_of(root, PAGE)) == []
    assert outdated_since(root, [text]) == {}
    assert text_made_from(root, text) is None
    assert last_changes(root) == {}


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_a_shallow_clone_says_nothing_wrong(history, tmp_path, depth):
    root = history(*edits("1 March: One.", "4 March: Two."), OTHER, *edits("9 March: Three."))
    clone = tmp_path / "clone"
    git(root, "clone", "--quiet", f"--depth={depth}", root.as_uri(), str(clone))
    # The first commit of a clone seems to have made every file: 4 March is lost in all three.
    assert since(clone, "One.") is None
    assert since(clone, "Two.") == (None if depth == 1 else "2026-03-09")
    assert last_changes(clone) == {}


@pytest.mark.parametrize(
    "broken",
    [
        "---\ntitle: 2030\ndescription: x\n---\nx\n",
        "---\ntitle:\n---\nx\n",
        "---\ntitle: [a]\n---\nx\n",
        "---\ntitle: A\ndescription: 20\n---\nx\n",
    ],
)
def test_an_old_version_with_mistakes_stops_nothing(history, broken):
    root = history(
        *edits("1 March: One."),
        ("2026-03-04T12:00:00+00:00", PAGE, broken),
        *edits("9 March: Two."),
    )
    assert since(root, "One.") == "2026-03-04"


def test_a_byte_order_mark_changes_no_words(history):
    root = history(
        ("2026-03-04T12:00:00+00:00", PAGE, "\ufeff" + a_page("One.")), *edits("9 March: Two.")
    )
    assert since(root, "One.") == "2026-03-09"
