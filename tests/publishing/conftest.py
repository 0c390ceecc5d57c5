"""What the tests of the domain share: the site's languages, and small records of it."""

from pathlib import Path

import pytest
from hypothesis import settings

from publishing.languages.language import languages_from
from publishing.languages.strings import Strings
from publishing.records.countries import Country, Publication
from publishing.records.newsletters import Issue, Subscription, half_year
from publishing.records.signatories import Signatory
from publishing.site import Entry, Newsletter, Site, Version
from publishing.sources import read_yaml
from publishing.views.tongue import tongue

ROOT = Path(__file__).parents[2]

settings.register_profile("publishing", deadline=None)
settings.load_profile("publishing")

_COUNTRIES = {
    "am": ["hy"],
    "by": ["be", "ru"],
    "ge": ["ka"],
    "kz": ["kk", "ru"],
    "md": ["ro"],
    "ua": ["uk"],
}


@pytest.fixture(scope="session")
def languages():
    """The thirteen languages as `mkdocs.yml` lists them."""
    found, problems = languages_from(read_yaml(ROOT, ROOT / "mkdocs.yml")[0])
    assert problems == []
    return found


@pytest.fixture(scope="session")
def countries():
    """Countries with the languages that their places are called by."""
    return {
        code: Country(
            code=code, languages=tuple(spoken), coverage="news" if code == "by" else "dataset"
        )
        for code, spoken in _COUNTRIES.items()
    }


@pytest.fixture(scope="session")
def an_entry():
    """A maker of signatories in the directory: only what a test speaks of is filled in."""

    def make(key, **facts):
        country = key[:2].lower()
        slug = key.lower()
        least = {
            "name": key,
            "adhesion": {"date": "2021-04-20", "as_of": "2024-01", "source": "jrc-2024"},
        }
        signatory = Signatory.model_validate({"id": key, **least, **facts})
        return Entry(country, slug, f"data/signatories/{country}/{slug}.yml", signatory)

    return make


@pytest.fixture(scope="session")
def a_site(languages, countries):
    """A maker of sites with some signatories, no pages, and English words in every language."""

    def make(*entries):
        sources = {
            key: Publication.model_validate(
                {
                    "key": key,
                    "title": f"Title of {key}",
                    "publisher": "Publisher",
                    "date": "2024-01",
                    "licence": "CC BY 4.0",
                    "url": f"https://example.org/{key}",
                }
            )
            for key in ("jrc-2024", "jrc-2019", "geonames")
        }
        return Site(
            release=sources["jrc-2024"],
            languages=languages,
            strings={code: Strings(code) for code in languages.codes},
            countries=countries,
            sources=sources,
            entries=entries,
            coordinators={},
            supporters={},
            texts={},
            redirects=(),
            news=(),
            occasions=(),
            newsletters=(),
            known_issues=(),
            terms=(),
            translated=(),
            subscription=Subscription(),
            url="https://covenant-east.example/",
            identity="tag:sample.example,2026:",
        )

    return make


@pytest.fixture(scope="session")
def an_issue(languages):
    """A maker of issues: written in some languages, the first of them is the original."""

    def make(number, written="en", *, picture=None, body=None, texts=None, **facts):
        least = {
            "title": number,
            "season": "spring" if number.endswith("-1") else "autumn",
            "date": str(half_year(number)[1]),
            "summary": f"Summary of {number}",
        }
        issue = Issue.model_validate({"number": number, **least, **facts})
        original, *_ = codes = written.split()
        found = {
            code: Version(
                language=code,
                file=f"docs/{code}/newsletter/{number}.md",
                title=f"Title of {number} [{code}]",
                summary=f"Summary of {number} [{code}]",
                body=body or f"Editorial of {number} [{code}]",
                is_original=code == original,
                **(texts or {}),
            )
            for code in languages.codes
            if code in codes
        }
        return Newsletter(issue, found, picture)

    return make


@pytest.fixture(scope="session")
def speaking(languages):
    """A maker of tongues: `speaking("kk")` has Kazakh formats and the words given to it."""

    def make(code, **words):
        return tongue(languages[code], Strings(code, singular=words.get("words", {})))

    return make
