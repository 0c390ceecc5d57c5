"""A stamped page is the page MkDocs renders for an ordinary Markdown file at the same address.

In a second copy of the sample there are no signatories, and its countries are others. In the place
of each record stands an ordinary page, with the record's title, description and body.
"""

import json
import re
import shutil

import html5lib
import pytest

from publishing.languages.translations import source_hash
from publishing.sources import parse_page, read_yaml
from tests.sample_sites import SITES, Built, ReadPage, Sample, sample_in

RECORDS = [
    "coordinators/ministry-of-samples/",
    "signatories/kg/",
    "signatories/kg/suu-and-kol/",
    "signatories/kg/tash/",
    "signatories/kz/",
    "signatories/kz/almaly/",
    "signatories/kz/bulak/",
    "signatories/kz/bulak-district/",
    "signatories/tm/",
    "supporters/friends-of-samples/",
]
SOME_RECORD = r"(signatories|coordinators|supporters)/\w"
PREFIXES = {"en": "", "ru": "ru/", "kk": "kk/"}
WIDE = '<main id="content" class="wide is-list">'


def without_records(sample: Sample) -> None:
    shutil.rmtree(sample.root / "data/signatories")
    for folder in ("coordinators", "supporters"):
        shutil.rmtree(sample.root / "data" / folder)
    other = "countries:\n  - {code: uz, languages: [ru], coverage: none}\nrelease: jrc-2024\n"
    (sample.root / "data/countries.yml").write_text(other, encoding="utf-8")
    (sample.root / "data/redirects.yml").write_text("redirects: []\n", encoding="utf-8")


def with_one_more_hook(sample: Sample) -> str:
    """Write a configuration that differs in the hook for finished pages; return its name."""
    settings, _problems = read_yaml(sample.root, sample.root / "project.yml")
    changed = {
        "INHERIT": "mkdocs.yml",
        "hooks": [*settings.value["hooks"], "ordinary_pages.py"],
        "not_in_nav": settings.value["not_in_nav"] + "signatories/\ncoordinators/\nsupporters/\n",
    }
    shutil.copy(SITES / "ordinary_pages.py", sample.root)
    (sample.root / "ordinary.yml").write_text(json.dumps(changed), encoding="utf-8")
    return "ordinary.yml"


def body_of(stamped: str) -> str:
    return re.split(r'<article class="md-typeset">\n|\n</article>', stamped)[1]


def as_markdown_file(stamped: str, source_text: str | None) -> str:
    """Write the front matter of a stamped page, and a word where its body will stand."""
    page = ReadPage(html5lib.parse(stamped, namespaceHTMLElements=False))
    front = {
        "title": page.one("head/meta[@property='og:title']").get("content"),
        "description": page.one("head/meta[@name='description']").get("content"),
    }
    if source_text is not None:
        source, words, _problems = parse_page(source_text, "")
        front["source_hash"] = source_hash(**source.value, body=words)
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()]
    return "\n".join(["---", *lines, "---", "finished", ""])


def without_own_feeds(page: str) -> str:
    """Leave out the feeds in the head: those of a country are told by the kind of its page."""
    return re.sub(r'<link rel="alternate" type=.*\n', "", page)


@pytest.fixture(scope="module")
def ordinary(two_languages: Built, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the sample with ordinary pages in the place of its records."""
    sample = sample_in(tmp_path_factory.mktemp("ordinary") / "sample", "two_languages")
    without_records(sample)
    for address in RECORDS:
        source_text = None
        for code, prefix in PREFIXES.items():
            file = sample.root / "docs" / code / address / "index.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            stamped = two_languages.html(prefix + address)
            text = as_markdown_file(stamped, source_text)
            file.write_text(text, encoding="utf-8")
            body = sample.root / "finished" / code / address / "index.md"
            body.parent.mkdir(parents=True)
            body.write_text(body_of(stamped), encoding="utf-8")
            source_text = source_text or text
    built = sample.build(config=with_one_more_hook(sample))
    assert built.exit_code == 0, built.output
    return built


def test_the_second_copy_has_no_records_but_a_page_for_each(two_languages: Built, ordinary: Built):
    stamped = [prefix + address for prefix in PREFIXES.values() for address in RECORDS]
    listed = [a for a in two_languages.addresses() if re.search(SOME_RECORD, a)]
    assert sorted(stamped) == sorted(a for a in listed if "old-almaly" not in a)
    assert ordinary.output.count("0 signatories, 24 pages") == 1
    assert (ordinary.site / "signatories/names.json").read_text(encoding="utf-8") == "{}"


@pytest.mark.parametrize("address", RECORDS)
@pytest.mark.parametrize("prefix", PREFIXES.values(), ids=PREFIXES)
def test_a_stamped_page_is_the_page_mkdocs_renders(
    two_languages: Built, ordinary: Built, prefix, address
):
    stamped = two_languages.html(prefix + address)
    rendered = ordinary.html(prefix + address)
    # The one difference: lists and profiles may use more of the width than running text.
    rendered = rendered.replace('<main id="content" class="wide">', WIDE)
    assert stamped.count(WIDE) == 1
    assert without_own_feeds(stamped) == without_own_feeds(rendered)
