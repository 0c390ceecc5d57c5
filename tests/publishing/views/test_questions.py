"""Questions and answers, taken from a page as it is written."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.languages.translations import Text
from publishing.outputs.linked_data import linked, question_page
from publishing.records.pages import Page
from publishing.sources import Source
from publishing.views.questions import Question, questions_of

ROOT = "https://sample.example/ka/"


def _questions(body: str) -> list[tuple[str, str, str]]:
    page = Page(title="Questions", description="What is asked.")
    text = Text("faq.md", "docs/ka/faq.md", "ka", page, body, Source("docs/ka/faq.md", {}), 1)
    found = questions_of(text, ROOT)
    return [(one.id, one.question, str(one.answer)) for one in found]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("# Only a heading\n\nAnd a text.", []),
        ("# Q\n\nBefore.\n\n## 1. Why? {#why}\n\nSo.", [("why", "Why?", "<p>So.</p>")]),
        # The number goes, other numbers stay.
        ("## 12. 2020 or 2030? {#a}\n\n2030.", [("a", "2020 or 2030?", "<p>2030.</p>")]),
        ("## What? {#a}\n\nThis.", [("a", "What?", "<p>This.</p>")]),
        # Words only in the question, and the tags that schema.org allows in the answer.
        ("## 1. *A* & B? {#a}\n\n**Yes** & no.",
         [("a", "A & B?", "<p><strong>Yes</strong> &amp; no.</p>")]),
        ("## 1. A? {#a}\n\n[B](join/index.md#b)",
         [("a", "A?", f'<p><a href="{ROOT}join/#b">B</a></p>')]),
        # The sources of the page are no answer; an answer in italics within is.
        ("## 1. A? {#a}\n\nOne.\n\n## 2. B? {#b}\n\nTwo.\n\n*Source: a page, 2020*",
         [("a", "A?", "<p>One.</p>"), ("b", "B?", "<p>Two.</p>")]),
        ("## 1. A? {#a}\n\n*One.*\n\n## 2. B? {#b}\n\nTwo.",
         [("a", "A?", "<p><em>One.</em></p>"), ("b", "B?", "<p>Two.</p>")]),
    ],
)  # fmt: skip
def test_a_page_is_taken_apart(body, found):
    assert _questions(body) == found


@given(st.lists(st.tuples(st.text(), st.text())))
def test_any_words_survive_and_cannot_close_the_script_element(pairs):
    questions = [Question(f"q{i}", asked, told) for i, (asked, told) in enumerate(pairs)]
    written = linked(question_page(questions, ROOT + "faq/", "ka"))
    assert not {"<", ">", "&"} & set(written)
    read = json.loads(written)
    assert [
        (one["name"], one["acceptedAnswer"]["text"]) for one in read.get("mainEntity", [])
    ] == pairs
