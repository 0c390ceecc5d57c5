"""What a search costs its readers: the files that a browser fetches, as they travel."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from statistics import mean, median

import pytest

LANGUAGES = ("en", "ru", "uk", "be", "ro", "ka", "hy", "az", "kk", "ky", "uz", "tg", "tk")
FIRST, FURTHER = 150 * 1024, 30 * 1024
# Answers compared and shown at once; of each the browser fetches the text.
SHOWN = 10


def packed(*files: Path) -> int:
    """Weigh files as a server sends them, in bytes."""
    return sum(len(gzip.compress(file.read_bytes(), mtime=0)) for file in files)


def sizes(folder: Path) -> list[int]:
    """Return the sizes of files that Pagefind has packed itself, in bytes."""
    return sorted(file.stat().st_size for file in folder.iterdir())


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_first_answer_and_a_further_one_are_small(
    site: Path, code: str, record_property: Callable[[str, object], None]
) -> None:
    index = site / "pagefind" / code
    page = site / ("" if code == "en" else code) / "search/index.html"
    entry = json.loads((index / "pagefind-entry.json").read_text())
    [about] = entry["languages"].values()
    program = index / f"wasm.{about['wasm'] or 'unknown'}.pagefind"
    start = (
        packed(page, index / "pagefind.js", index / "pagefind-entry.json")
        + packed(*(site / "assets" / name for name in ("search.js", "search.css")))
        + program.stat().st_size
        + (index / f"pagefind.{about['hash']}.pf_meta").stat().st_size
    )
    parts, texts = sizes(index / "index"), sizes(index / "fragment")
    # Whatever is asked: at worst each word lies in another part of the index, and all that is found
    # are pages of much text.
    first = start + sum(parts) + SHOWN * mean(texts[-len(texts) // 10 :])
    # What is typical is a part that is not there yet, and answers of all kinds.
    further = mean(parts) + SHOWN * median(texts)
    record_property("first", first)
    record_property("further", further)
    assert first <= FIRST
    assert further <= FURTHER
