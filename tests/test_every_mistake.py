"""The sample site `every_mistake`: each mistake an editor can make, once, in a file named after it.

`expected/every_mistake.txt` is the catalogue of our messages: change it only by reading the diff.
"""

import re
import subprocess
import sys
from collections import Counter

import pytest

from tests.sample_sites import EXPECTED, PROJECT, SITES

SITE = SITES / "every_mistake"
WITHOUT_MISTAKE = {
    "overrides/records/words.html",
    "data/countries.yml",
    "data/sources.yml",
    "data/events/all-right.yml",
    "data/signatories/kz/all-right.yml",
    "docs/assets/images/news/right.png",
    "docs/assets/images/news/too-tall.png",
    "docs/assets/images/news/too-wide.png",
    "docs/assets/images/news/unreadable.png",
    "docs/assets/images/newsletter/right.png",
    "docs/en/index.md",
    "docs/en/site-map.md",
    "docs/en/without-hash.md",
    "docs/en/news/2025-01-01-all-right.md",
    # Originals of news whose translation has the mistake.
    "docs/en/news/2025-02-01-translation-with-facts.md",
    "docs/en/news/2025-02-02-translation-with-one-fact.md",
    "docs/en/news/2025-02-03-translation-without-hash.md",
    "docs/en/news/2025-02-04-translation-under-another-name.md",
    "docs/en/news/2025-02-05-alt-not-translated.md",
    "docs/en/news/2025-02-06-alt-without-image.md",
    "docs/en/news/2025-02-07-translation-outdated.md",
    "docs/en/news/2025-02-09-translation-on-another-day.md",
    # The title of an issue names its mistake: its file is named by its number.
    "docs/en/newsletter/2001-1.md",
    # Originals of issues whose translation has the mistake.
    "docs/en/newsletter/2021-1.md",
    "docs/en/newsletter/2021-2.md",
    "docs/en/newsletter/2022-1.md",
    "docs/en/newsletter/2022-2.md",
    "docs/en/newsletter/2023-1.md",
}
SEVERAL_MISTAKES = {
    "data/locale/ru/LC_MESSAGES/site.po": 7,
    # A lost news item, a lost issue, a lost event, a lost adhesion.
    "data/ledger.yml": 4,
    # The lists of known issues, of the service and of the glossary are one file each.
    "data/newsletters.yml": 2,
    "data/glossary.yml": 7,
    "mkdocs.yml": 5,
    # All calls and kinds of finance are one file, and so are all documents.
    "data/funding.yml": 6,
    "data/documents.yml": 5,
    # Of a new event it is noted, too, that the ledger does not know it yet.
    "data/events/new-without-announced.yml": 2,
    # It is told of each fact that an original cannot do without.
    "docs/en/news/2025-03-08-facts-missing.md": 2,
}


@pytest.fixture(scope="module")
def checked() -> subprocess.CompletedProcess[str]:
    """Run the command that editors run."""
    return subprocess.run(
        [sys.executable, "-m", "publishing", "--root", str(SITE), "check"],
        env={"PYTHONPATH": str(PROJECT / "hooks"), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_each_file_of_the_sample_has_its_one_mistake(checked: subprocess.CompletedProcess[str]):
    found = Counter(re.findall(r"^(\S+?)(?::\d+)?: ", checked.stdout, re.MULTILINE))
    files = {file.relative_to(SITE).as_posix() for file in SITE.rglob("*.*") if file.is_file()}
    assert found == dict.fromkeys(files - WITHOUT_MISTAKE, 1) | SEVERAL_MISTAKES


def test_every_mistake_is_reported_in_one_run(checked: subprocess.CompletedProcess[str]):
    assert checked.stdout == (EXPECTED / "every_mistake.txt").read_text(encoding="utf-8")
    assert checked.stderr == ""
    assert checked.returncode == 1
