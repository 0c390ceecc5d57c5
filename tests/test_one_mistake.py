"""One change makes a right site wrong: the change is reported where it was made, and nothing else.

These are mistakes between files and in settings; those inside one file: `sites/every_mistake`.
"""

from collections.abc import Callable

import pytest

from publishing.problems import errors
from publishing.reading import read_site
from tests.conftest import MakeSample
from tests.sample_sites import Sample

Change = Callable[[Sample], object]
ALMALY = "data/signatories/kz/almaly.yml"


def replaced(file: str, old: str, new: str) -> Change:
    return lambda sample: sample.replace(file, old, new)


def moved(old: str, new: str) -> Change:
    def move(sample: Sample) -> None:
        target = sample.root / new
        target.parent.mkdir(parents=True, exist_ok=True)
        (sample.root / old).rename(target)

    return move


def added(file: str, text: str) -> Change:
    def add(sample: Sample) -> None:
        target = sample.root / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    return add


REDIRECT = "old: /signatories/kz/old-almaly/, new: /signatories/kz/almaly/"
SOURCE = "{key: names, title: T, publisher: P, date: 2023, licence: L, url: https://a.example}"
RUSSIAN = "{locale: ru, name: Русский}"
PAGE = "---\ntitle: Extra\ndescription: One page more.\n---\n"

CHANGES = {
    "redirect to nowhere": (
        "data/redirects.yml:2: redirects, item 1, new: ",
        replaced("data/redirects.yml", "new: /signatories/kz/almaly/", "new: /nowhere/"),
    ),
    "redirect away from a page": (
        "data/redirects.yml:2: redirects, item 1, old: ",
        replaced("data/redirects.yml", "old: /signatories/kz/old-almaly/", "old: /contact/"),
    ),
    "redirect away from the page of a country without signatories": (
        "data/redirects.yml:2: redirects, item 1, old: ",
        replaced("data/redirects.yml", "old: /signatories/kz/old-almaly/", "old: /signatories/tm/"),
    ),
    "redirect to a shell that is no page": (
        "data/redirects.yml:2: redirects, item 1, new: ",
        replaced("data/redirects.yml", REDIRECT, "old: /list/, new: /signatories/_country/"),
    ),
    "two redirects of one address": (
        "data/redirects.yml:3: redirects, item 2, old: ",
        replaced(
            "data/redirects.yml",
            "  - {" + REDIRECT + "}",
            "  - {" + REDIRECT + "}\n  - {" + REDIRECT + "}",
        ),
    ),
    "supporter of an unknown source": (
        "data/supporters/friends-of-samples.yml:5: source: ",
        replaced(
            "data/supporters/friends-of-samples.yml",
            "url: https://friends.example/",
            "source: jrc-2042",
        ),
    ),
    "coordinator of an unknown source": (
        "data/coordinators/ministry-of-samples.yml:6: source: ",
        replaced("data/coordinators/ministry-of-samples.yml", "jrc-2024", "jrc-2042"),
    ),
    "coordinator of an unknown country": (
        "data/coordinators/ministry-of-samples.yml:2: country: ",
        replaced("data/coordinators/ministry-of-samples.yml", "country: kz", "country: uz"),
    ),
    "country listed twice": (
        "data/countries.yml:5: countries, item 3, code: ",
        replaced("data/countries.yml", "{code: tm,", "{code: kg,"),
    ),
    "country that does not exist": (
        "data/countries.yml:5: countries, item 3, code: ",
        replaced("data/countries.yml", "{code: tm,", "{code: xx,"),
    ),
    "source listed twice": (
        "data/sources.yml:9: sources, item 3, key: ",
        replaced("data/sources.yml", "sources:\n", "sources:\n  - " + SOURCE + "\n"),
    ),
    "signatory outside the folder of a country": (
        "data/signatories/tash.yml: ",
        moved("data/signatories/kg/tash.yml", "data/signatories/tash.yml"),
    ),
    "signatory a folder too deep": (
        "data/signatories/kg/north/tash.yml: ",
        moved("data/signatories/kg/tash.yml", "data/signatories/kg/north/tash.yml"),
    ),
    "signatory with another ending": (
        "data/signatories/kg/tash.yaml: ",
        moved("data/signatories/kg/tash.yml", "data/signatories/kg/tash.yaml"),
    ),
    "supporter with another ending": (
        "data/supporters/friends.yaml: ",
        added("data/supporters/friends.yaml", "name: Friends\n"),
    ),
    "page in a language the site does not have": (
        "docs/fr/legal.md",
        added("docs/fr/legal.md", PAGE),
    ),
    "page outside the folder of a language": ("docs/extra.md", added("docs/extra.md", PAGE)),
    "lost brace in the catalogue": (
        "data/locale/kk/LC_MESSAGES/site.po:",
        replaced("data/locale/kk/LC_MESSAGES/site.po", 'msgstr "[kk] Menu"', 'msgstr "[kk] {Menu"'),
    ),
    "menu entry that is no page": (
        "mkdocs.yml:7: nav, item 2: ",
        replaced("mkdocs.yml", "- about/commitments.md", "- about/comitments.md"),
    ),
    "footer link that is no page": (
        "mkdocs.yml:24: extra, footer, item 2: ",
        replaced("mkdocs.yml", "- legal.md", "- leagl.md"),
    ),
    "country whose language does not exist": (
        "data/countries.yml:3: countries, item 1, languages: ",
        replaced("data/countries.yml", "languages: [kk, ru]", "languages: [zz, ru]"),
    ),
    "format that only programmers know in the catalogue": (
        "data/locale/kk/LC_MESSAGES/site.po:",
        replaced(
            "data/locale/kk/LC_MESSAGES/site.po",
            'msgstr "[kk] {distance} km"',
            'msgstr "[kk] {distance:km}"',
        ),
    ),
    "coordinator in a file with capitals": (
        "data/coordinators/Ministry.yml: ",
        added(
            "data/coordinators/Ministry.yml",
            "name: M\ncountry: kz\nread: 2024-01\nurl: https://m.example/\n",
        ),
    ),
    "language without a name": (
        "mkdocs.yml:19: ",
        replaced("mkdocs.yml", "{locale: kk, name: Қазақша}", "{locale: kk}"),
    ),
    "language listed twice": (
        "mkdocs.yml:19: ",
        replaced("mkdocs.yml", RUSSIAN, RUSSIAN + "\n        - " + RUSSIAN),
    ),
    "fallback to an unknown language": (
        "mkdocs.yml:26: extra, fallback, kk: ",
        replaced("mkdocs.yml", "kk: [ru, en]", "kk: [fr, en]"),
    ),
    "fallback that is no list": (
        "mkdocs.yml:26: extra, fallback, kk: ",
        replaced("mkdocs.yml", "kk: [ru, en]", "kk: ru"),
    ),
}


def test_the_sample_is_right_as_it_is(sample_site: MakeSample):
    site, problems = read_site(sample_site("two_languages").root)
    assert site is not None
    assert errors(problems) == []


@pytest.mark.parametrize(("place", "change"), CHANGES.values(), ids=CHANGES)
def test_the_mistake_is_reported_where_it_was_made(sample_site: MakeSample, place, change):
    sample = sample_site("two_languages")
    change(sample)
    _site, problems = read_site(sample.root)
    found = [str(problem) for problem in errors(problems)]
    assert [problem[: len(place)] for problem in found] == [place], "\n".join(found)
