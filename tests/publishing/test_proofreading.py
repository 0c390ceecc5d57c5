"""Words in another language than that of their file, named by file and line."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from babel.messages.catalog import Catalog

from publishing.languages.translations import Text
from publishing.newsroom import NewsFile
from publishing.problems import Problem
from publishing.proofreading import check_catalogues, check_pages, check_records, check_terms
from publishing.records.events import Event
from publishing.records.glossary import Term
from publishing.records.news import NewsTranslation
from publishing.records.pages import Page
from publishing.site import Occasion
from publishing.sources import Read, parse_page, parse_yaml

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


# This glossary has "жоспар" for "бағдар", "SECAP" for "SEKAP", and in English "plan" for "scheme".
PLAN = Term.model_validate(
    {
        "id": "plan",
        "languages": {
            code: {
                "term": stems[0],
                "source": "ours",
                "meaning": "It is meant.",
                "stems": stems,
                "avoid": avoided,
            }
            for code, stems, avoided in [
                ("kk", ["жоспар", "SECAP"], ["бағдар", "SEKAP"]),
                ("en", ["plan"], ["scheme", "business plan"]),
            ]
        },
    }
)
HINT = "    hint: If it means something else here, narrow 'avoid:' in data/glossary.yml."


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (a_page("Жоспар, SECAP, scheme, SEKAPTAN"), []),
        (a_page("Бағдардан кейін"), ["5: note: text: found 'Бағдардан'"]),
        (
            a_page("# Жоспар\n\nБірінші\nбағдар мен\nSEKAP.\n\nЕкінші бағдар\n"),
            [
                "8: note: text: found 'бағдар'",
                "9: note: text: found 'SEKAP'",
                "11: note: text: found 'бағдар'",
            ],
        ),
        (a_page("", title="Бағдар"), ["2: note: title: found 'Бағдар'"]),
        (a_page("", description="SEKAP пен жоспар"), ["3: note: description: found 'SEKAP'"]),
        # What nobody reads as words of the page: it keeps its lines all the same.
        (a_page("[жоспар](бағдар.md) `бағдар`\n{#бағдар}"), []),
        (a_page("<!-- бағдар\n-->\nбағдар"), ["7: note: text: found 'бағдар'"]),
        # What is marked as another language is read as that, and only that.
        (
            a_page('> A scheme, бағдар.\n{: lang="en" }\n\nБағдар, scheme'),
            ["5: note: text: found 'scheme'", "8: note: text: found 'Бағдар'"],
        ),
        (a_page('> A scheme, бағдар.\n{: lang="ru" }'), []),
    ],
)
def test_a_word_that_the_glossary_has_another_for_is_told_at_its_line(page, told):
    found = [str(one) for one in check_terms({"x": {"kk": page}}, [], {}, [PLAN])]
    right = {"scheme": "plan"}
    assert found == [
        f"docs/kk/join.md:{place}: "
        f"expected '{right.get(word, 'жоспар')}', as the glossary says, found '{word}'\n{HINT}"
        for place, word in (line.removesuffix("'").split(": found '") for line in told)
    ]


def test_such_words_of_generated_pages_are_told_of_in_the_catalogue():
    page = a_page("", title="Бағдар")
    generated = replace(page, page=Page(title="Бағдар", description="Бағдар", generated="news"))
    assert list(check_terms({"x": {"kk": generated}}, [], {}, [PLAN])) == []


def test_such_words_of_news_are_told_at_their_lines():
    words = {"id": "club", "title": "Бағдар бекітілді", "summary": "Қала бағдарды бекітті."}
    head = "".join(f"{key}: {value}\n" for key, value in words.items())
    path = "docs/kk/news/2026-05-20-club.md"
    source, body, problems = parse_page(f"---\n{head}---\nҚала\nSEKAP бекітті.\n", path)
    assert problems == []
    record = NewsTranslation.model_validate(words)
    item = NewsFile("kk", record, body, source, 6, "2026-05-20", "club")
    assert first_lines(check_terms({}, [item], {}, [PLAN])) == [
        f"{path}:{place}: expected 'жоспар', as the glossary says, found '{word}'"
        for place, word in [
            ("3: note: title", "Бағдар"),
            ("4: note: summary", "бағдарды"),
            ("7: note: text", "SEKAP"),
        ]
    ]


def test_such_words_of_messages_are_told_at_their_lines():
    kazakh, english = Catalog(locale="kk"), Catalog(locale="en")
    kazakh.add("Scheme", "Бағдар", lineno=3)
    kazakh.add("Plan", "Жоспар", lineno=6)
    kazakh.add("Not yet", "", lineno=8)
    kazakh.add(("{n} plan", "{n} plans"), ("{n} жоспар", "{n} бағдар"), lineno=11)
    english.add(("{n} scheme", "{n} plans"), ("{n} scheme", "{n} plans"), lineno=4)
    catalogues = {"kk": ("kk.po", kazakh), "en": ("en.po", english)}
    assert first_lines(check_terms({}, [], catalogues, [PLAN])) == [
        "kk.po:3: note: 'Scheme': expected 'жоспар', as the glossary says, found 'Бағдар'",
        "kk.po:11: note: '{n} plan': expected 'жоспар', as the glossary says, found 'бағдар'",
        "en.po:4: note: '{n} scheme': expected 'plan', as the glossary says, found 'scheme'",
    ]
