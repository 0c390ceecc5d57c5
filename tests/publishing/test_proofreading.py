"""Words in another language than that of their file, named by file and line."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from babel.messages.catalog import Catalog

from publishing.languages.translations import Text
from publishing.problems import Problem
from publishing.proofreading import check_catalogues, check_pages, check_records
from publishing.records.events import Event
from publishing.records.pages import Page
from publishing.site import Occasion
from publishing.sources import Read, parse_yaml

KAZAKH = "Бұл қала келісімге қосылған алғашқы қала және ол үшін бұл маңызды болып отыр."
RUSSIAN = "Это первый город, который присоединился к Соглашению, и для него это было важно."
NO_KAZAKH = "expected words in 'kk', found Latin letters"
NO_GEORGIAN = "expected words in 'ka', found Latin letters"
ENGLISH = "This is the first town of the country that has signed, and it was not easy for it."


def a_page(body: str, title: str = "Қосылу", description: str = "Қосылу туралы бет.") -> Text:
    head = f'---\ntitle: "{title}"\ndescription: "{description}"\n---\n'
    source, problems = parse_yaml(head.strip("-\n"), "docs/kk/join.md", first_line=2)
    assert problems == []
    page = Page(title=title, description=description)
    return Text("join.md", "docs/kk/join.md", "kk", page, body, source, 5)


def first_lines(problems: Iterable[Problem]) -> list[str]:
    return [str(problem).splitlines()[0] for problem in problems]


@pytest.fixture
def told(languages):
    """Say what is told of a Kazakh page."""

    def tell(text: Text) -> list[str]:
        return [
            str(problem).splitlines()[0] for problem in check_pages({"x": {"kk": text}}, languages)
        ]

    return tell


def test_a_page_in_its_own_language_is_told_of_nothing(told):
    assert told(a_page(f"# Қосылу\n\n{KAZAKH}\n")) == []


def test_a_whole_page_in_another_language_is_told_once(told):
    found = told(a_page(f"# Присоединиться\n\n{RUSSIAN}\n\n{RUSSIAN}\n"))
    assert found == [
        "docs/kk/join.md:5: note: text: expected words in 'kk', found 'ru': это, который, к, и …"
    ]


def test_a_paragraph_in_another_language_is_told_at_its_line(told):
    found = told(a_page(f"# Қосылу\n\n{KAZAKH} {KAZAKH}\n\n{RUSSIAN}\n\n{KAZAKH}\n"))
    assert [line.split(": expected")[0] for line in found] == ["docs/kk/join.md:9: note: text"]


def test_a_paragraph_that_is_marked_as_foreign_may_be(told):
    marked = f'{KAZAKH} {KAZAKH}\n\n> {ENGLISH}\n{{: lang="en" }}\n'
    assert told(a_page(marked)) == []
    assert told(a_page(marked.replace('"en"', '"ru"'))) != []


def test_a_title_of_another_script_is_told_at_its_line(told):
    assert told(a_page(KAZAKH, title="Join us")) == [
        "docs/kk/join.md:2: note: title: expected words in 'kk', found Latin letters: 'Join us'"
    ]


@pytest.mark.parametrize(
    "body",
    [
        f"{KAZAKH} [RSS](https://this.is.the.town/of-the/and/it)",
        f"{KAZAKH} `this is the code of it and that`",
        f"{KAZAKH}\n\n<!-- part: news -->",
    ],
)
def test_what_no_language_speaks_is_left_out(told, body):
    assert told(a_page(body)) == []


def test_generated_pages_have_no_words_of_their_own(told):
    page = a_page(RUSSIAN)
    generated = replace(page, page=Page(title="News", description="All.", generated="news"))
    assert told(generated) == []


def test_a_message_in_another_language_is_told_at_its_line(languages):
    catalog = Catalog(locale="kk")
    catalog.add("News", "Жаңалықтар", lineno=3)
    catalog.add("What is this?", "What is this?", lineno=7)
    catalog.add("RSS", "RSS", lineno=9)
    catalog.add(("{n} item", "{n} items"), ("{n} жаңалық", "{n} items"), lineno=11)
    found = [
        str(one).splitlines()[0] for one in check_catalogues({"kk": ("kk.po", catalog)}, languages)
    ]
    assert found == [
        f"kk.po:7: note: 'What is this?': {NO_KAZAKH}: 'What is this?'",
        f"kk.po:11: note: '{{n}} item': {NO_KAZAKH}: 'items'",
    ]


def test_names_and_words_of_records_are_told_at_their_lines(languages, an_entry):
    words = {"title": {"en": "Forum", "ka": "Forum"}, "place": {"en": "Kant", "kk": "Кант"}}
    event = Event.model_validate({"id": "forum", "start": "2026-05-20", **words})
    lines = "title:\n  en: Forum\n  ka: Forum\nplace: {en: Kant, kk: Кант}\n"
    source, _problems = parse_yaml(lines, "data/events/forum.yml")
    occasion = Read(Occasion("forum", source.path, event), source)
    lines = "names:\n  - {language: ka, name: Kant}\n  - {language: ru, name: Кант}\n"
    named, _problems = parse_yaml(lines, "data/signatories/kg/kant.yml")
    names = [("ka", "Kant"), ("ru", "Кант")]
    facts = {"confidence": "high", "source": "wikidata"}
    entry = an_entry(
        "KG0001",
        names=[dict(language=code, name=name, **facts) for code, name in names],
    )
    assert first_lines(check_records([Read(entry, named)], [occasion], languages)) == [
        f"data/signatories/kg/kant.yml:2: note: name: {NO_GEORGIAN}: 'Kant'",
        f"data/events/forum.yml:3: note: title: {NO_GEORGIAN}: 'Forum'",
    ]
