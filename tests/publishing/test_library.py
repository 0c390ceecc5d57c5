"""The rules of the library's documents: what an editor is told."""

from collections.abc import Callable

import pytest

from publishing.library import check_documents
from publishing.problems import report
from publishing.records.documents import DocumentList
from publishing.records.values import parse_record
from publishing.sources import Read, parse_yaml

LEAST = {
    "id": "guide-2014",
    "type": "guide",
    "languages": "[en, ru]",
    "title": "{en: Guide}",
    "publisher": "The centre",
    "year": "2014",
    "link": "https://library.example/guide",
}
OF_A_SOURCE = {"id": "release", "type": "dataset", "languages": "[en]", "source": "jrc-2024"}
Printed = Callable[..., str]


@pytest.fixture
def printed(countries) -> Printed:
    """What is said about a list, as an editor reads it, without the last line's count."""

    def check(*documents: dict[str, str]) -> str:
        lines = ["documents:"]
        for document in documents:
            pairs = [f"{key}: {value}" for key, value in document.items() if value]
            lines += [f"  - {pairs[0]}", *(f"    {pair}" for pair in pairs[1:])]
        source, problems = parse_yaml("\n".join(lines) + "\n", "data/documents.yml")
        assert problems == []
        record, mistakes = parse_record(DocumentList, source)
        between = check_documents(Read(record, source), {"jrc-2024"}, countries) if record else ()
        return report([*mistakes, *between]).rpartition("\n")[0]

    return check


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"licence": "CC BY 4.0", "countries": "[kz, ua]"},
        {"title": "{fr: Guide, kk: Нұсқаулық}", "languages": "[fr]"},
    ],
)
def test_a_right_document_is_no_problem(printed, facts):
    assert printed(LEAST | facts, OF_A_SOURCE) == ""


MISTAKES = {
    "unknown type": (
        {"type": "guides"},
        (
            ":3: documents, item 1, type: expected one of 'fact-sheet', 'guide', 'report', "
            "'dataset', 'article', 'form' or 'presentation', found 'guides'\n"
            "    hint: Did you mean 'guide'?"
        ),
    ),
    "no link": (
        {"link": ""},
        (
            ":2: documents, item 1, link: expected this key, found none\n"
            "    hint: Add the line 'link: …', or source: if data/sources.yml has the document."
        ),
    ),
    "no year": (
        {"year": ""},
        (
            ":2: documents, item 1, year: expected this key, found none\n"
            "    hint: Add the line 'year: …', or source: if data/sources.yml has the document."
        ),
    ),
    "year in quotes": (
        {"year": "'2014'"},
        (
            ":7: documents, item 1, year: expected a whole number, found '2014'\n"
            "    hint: Digits only: no quotes, no spaces, no unit."
        ),
    ),
    "no language": (
        {"languages": "[]"},
        ":4: documents, item 1, languages: expected at least 1 entry, found an empty list",
    ),
    "unknown language": (
        {"languages": "[en, xq]"},
        (
            ":4: documents, item 1, languages, item 2: expected the code of a language, "
            "found 'xq'\n    hint: ISO 639-1, such as uk."
        ),
    ),
    "title in no language": (
        {"title": "{xq: Guide}"},
        (
            ":5: documents, item 1, title, xq: expected the code of a language, found 'xq'\n"
            "    hint: ISO 639-1, such as uk."
        ),
    ),
    "unknown country": (
        {"countries": "[kz, xx]"},
        (
            ":9: documents, item 1, countries, item 2: expected one of am, by, ge, kz, md, ua, "
            "found 'xx'\n    hint: See data/countries.yml."
        ),
    ),
    "link that is none": (
        {"link": "library.example"},
        (
            ":8: documents, item 1, link: expected an address that begins with https:// or "
            "http://, found 'library.example'\n"
            "    hint: Copy the whole address from the browser, with https://."
        ),
    ),
}


@pytest.mark.parametrize(("facts", "told"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_in_a_document_is_told(printed, facts, told):
    assert printed(LEAST | facts) == f"data/documents.yml{told}"


def test_the_facts_of_a_source_are_not_told_twice(printed):
    assert printed(OF_A_SOURCE | {"year": "2024", "licence": "CC BY 4.0"}) == (
        "data/documents.yml:6: documents, item 1, year: expected no such key: data/sources.yml "
        "says it, found a value\n    hint: Remove the line.\n"
        "data/documents.yml:7: documents, item 1, licence: expected no such key: "
        "data/sources.yml says it, found a value\n    hint: Remove the line."
    )


def test_a_source_that_is_not_there_is_told(printed):
    assert printed(OF_A_SOURCE | {"source": "jrc-2042"}) == (
        "data/documents.yml:5: documents, item 1, source: expected a key of data/sources.yml, "
        "found 'jrc-2042'\n    hint: Add the source there first."
    )


def test_two_documents_cannot_have_one_id(printed):
    assert printed(LEAST, OF_A_SOURCE | {"id": "guide-2014"}) == (
        "data/documents.yml:9: documents, item 2, id: expected each id once, found 'guide-2014'\n"
        "    hint: Remove one of the two."
    )


def test_every_mistake_is_told_in_one_run(printed):
    bare = {key: value for key, value in LEAST.items() if key in ("id", "type", "languages")}
    told = printed(bare, OF_A_SOURCE | {"countries": "[xx]", "languages": "[xq]"})
    assert [line.split(": expected")[0] for line in told.split("\n") if "expected" in line] == [
        *(f"data/documents.yml:2: documents, item 1, {key}"
          for key in ("link", "publisher", "title", "year")),
        "data/documents.yml:7: documents, item 2, languages, item 1",
        "data/documents.yml:9: documents, item 2, countries, item 1",
    ]  # fmt: skip
