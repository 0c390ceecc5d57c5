from pathlib import Path

import pytest
from markupsafe import Markup

from publishing.languages.strings import (
    Said,
    Strings,
    catalogue_path,
    check_catalogue,
    placeholders,
    read_catalogue,
    strings_of,
)

HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {plural}\\n"

"""
SLAVIC = (
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
    "n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
)
ROMANIAN = "nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100>0 && n%100<20) ? 1 : 2);"
ONE_FORM = "nplurals=1; plural=0;"
PLACES = ("{number} place", "{number} places")


@pytest.fixture
def catalogue(tmp_path):
    """A maker of catalogues: writes messages behind a header, and reads the file."""

    def read(language, messages, plural=SLAVIC):
        file = catalogue_path(tmp_path, language)
        file.parent.mkdir(parents=True)
        text = HEADER.format(language=language, plural=plural) + messages
        file.write_text(text, encoding="utf-8")
        found, problems = read_catalogue(tmp_path, language)
        assert problems == []
        return found

    return read


def _plural(*forms: str) -> str:
    lines = [f'msgid "{PLACES[0]}"', f'msgid_plural "{PLACES[1]}"']
    lines += [f'msgstr[{index}] "{form}"' for index, form in enumerate(forms)]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("language", "header", "forms", "said"),
    [
        (
            "ru",
            SLAVIC,
            ["{number} место", "{number} места", "{number} мест"],
            {
                0: "0 мест",
                1: "1 место",
                2: "2 места",
                5: "5 мест",
                11: "11 мест",
                21: "21 место",
                111: "111 мест",
                1000: "1000 мест",
            },
        ),
        (
            "uk",
            SLAVIC,
            ["{number} місце", "{number} місця", "{number} місць"],
            {1: "1 місце", 4: "4 місця", 14: "14 місць", 25: "25 місць", 31: "31 місце"},
        ),
        (
            "ro",
            ROMANIAN,
            ["un loc", "{number} locuri", "{number} de locuri"],
            {
                0: "0 locuri",
                1: "un loc",
                2: "2 locuri",
                19: "19 locuri",
                20: "20 de locuri",
                100: "100 de locuri",
                101: "101 locuri",
                120: "120 de locuri",
            },
        ),
        ("tg", ONE_FORM, ["{number} ҷой"], {0: "0 ҷой", 1: "1 ҷой", 2: "2 ҷой", 21: "21 ҷой"}),
    ],
)
def test_numbers_take_the_plural_form_of_the_language(catalogue, language, header, forms, said):
    strings = strings_of(language, catalogue(language, _plural(*forms), header))
    assert {number: strings.count(*PLACES, number) for number in said} == said


def test_the_number_may_be_written_in_the_languages_own_way():
    assert Strings("en").count(*PLACES, 1234, number="1,234") == "1,234 places"


def test_a_message_without_translation_is_said_as_it_is_written():
    strings = Strings("kk", singular={"News": "Жаңалықтар"})
    assert [strings.text("News"), strings.text("Agenda")] == ["Жаңалықтар", "Agenda"]
    assert [strings.count(*PLACES, number) for number in (1, 2)] == ["1 place", "2 places"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("Brick & Stone", "At Brick &amp; Stone"),
        (Markup("<b>Lviv</b>"), "At <b>Lviv</b>"),
        ("{place}", "At {place}"),
    ],
)
def test_values_are_escaped_unless_they_are_markup(value, said):
    assert Strings("en").say("At {place}", place=value) == Markup(said)


def test_a_translation_cannot_bring_in_markup():
    strings = Strings("kk", singular={"News": "<script>"}, plural={PLACES[0]: ("<b>{number}</b>",)})
    assert strings.say("News") == "&lt;script&gt;"
    assert strings.count(*PLACES, 3) == "&lt;b&gt;3&lt;/b&gt;"


def test_a_fuzzy_or_empty_message_is_not_said(catalogue):
    messages = """\
#, fuzzy
msgid "News"
msgstr "Навины"

msgid "Agenda"
msgstr ""

msgid "Contact"
msgstr "Контакт"
"""
    assert strings_of("ru", catalogue("ru", messages)).singular == {"Contact": "Контакт"}


WANTED = [
    Said("Joined on {date}", None, "a.html"),
    Said(*PLACES, "a.html"),
    Said("100% sure", None, "b.html"),
]
COMPLETE = """\
msgid "Joined on {date}"
msgstr "Присоединился {date}"

msgid "100% sure"
msgstr "100 % верно"

""" + _plural("одно место", "{number} места", "{number} мест")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("", "", []),
        (
            'msgid "100% sure"\nmsgstr "100 % верно"',
            "",
            [": '100% sure': expected a translation, found no such message"],
        ),
        ("100 % верно", "", [":10: '100% sure': expected a translation, found none"]),
        (
            'msgid "100% sure"',
            '#, fuzzy\nmsgid "100% sure"',
            [":11: '100% sure': expected a checked translation, found a fuzzy one"],
        ),
        (
            "Присоединился {date}",
            "Присоединился {дата}",
            [":7: 'Joined on {date}': expected {date}, found 'Присоединился {дата}'"],
        ),
        (
            "Присоединился {date}",
            "Присоединился",
            [":7: 'Joined on {date}': expected {date}, found 'Присоединился'"],
        ),
        (
            "100 % верно",
            "{number} верно",
            [":10: '100% sure': expected no placeholder, found '{number} верно'"],
        ),
        (
            "{number} места",
            "{num} места",
            [":13: '{number} place': expected {number}, found '{num} места'"],
        ),
        (
            "100 % верно",
            "100 % {верно",
            [":10: '100% sure': expected no placeholder, found '100 % {верно'"],
        ),
        (
            "Присоединился {date}",
            "Присоединился {date}}",
            [":7: 'Joined on {date}': expected {date}, found 'Присоединился {date}}'"],
        ),
        (
            "Присоединился {date}",
            "Присоединился {date!r}",
            [":7: 'Joined on {date}': expected {date}, found 'Присоединился {date!r}'"],
        ),
        (
            'msgstr[2] "{number} мест"',
            'msgstr[2] ""',
            [":13: '{number} place': expected all 3 plural forms, found 2"],
        ),
        (
            'msgstr[2] "{number} мест"',
            "",
            [":13: '{number} place': expected all 3 plural forms, found 2"],
        ),
        (
            'msgid "100% sure"',
            'msgid "Old words"\nmsgstr "Старые"\n\nmsgid "100% sure"',
            [":10: note: 'Old words': expected a message in use, found one nothing says any more"],
        ),
    ],
    ids=[
        "complete",
        "missing",
        "empty",
        "fuzzy",
        "renamed placeholder",
        "lost placeholder",
        "placeholder too many",
        "wrong in one form",
        "open brace",
        "brace too many",
        "converted",
        "empty form",
        "lacking form",
        "unused",
    ],
)
def test_a_mistake_in_a_catalogue_is_told_with_its_line(catalogue, tmp_path, old, new, told):
    assert old in COMPLETE
    found = catalogue("ru", COMPLETE.replace(old, new, 1) if old else COMPLETE)
    problems = check_catalogue(tmp_path, "ru", found, WANTED)
    path = "data/locale/ru/LC_MESSAGES/site.po"
    assert [str(problem).split("\n")[0] for problem in problems] == [path + line for line in told]


def test_the_command_that_adds_and_drops_messages_is_named(catalogue, tmp_path):
    found = catalogue("ru", 'msgid "Old words"\nmsgstr "Старые"\n')
    problems = check_catalogue(tmp_path, "ru", found, [Said("New words", None, "a.html")])
    assert [problem.hint for problem in problems] == [
        "Said in a.html. Run 'make strings', then translate the new line.",
        "Run 'make strings' to drop it.",
    ]


def test_plural_forms_must_be_those_of_the_site(catalogue, tmp_path):
    found = catalogue("ru", 'msgid "{number} place"\nmsgstr "{number} место"\n')
    problems = check_catalogue(tmp_path, "ru", found, [Said(*PLACES, "a.html")])
    assert [problem.expected for problem in problems] == ["the plural forms the site asks for"]


def test_a_missing_catalogue_is_told_with_the_command_that_makes_it(tmp_path):
    found, problems = read_catalogue(tmp_path, "tg")
    assert found is None
    assert [str(problem) for problem in problems] == [
        (
            "data/locale/tg/LC_MESSAGES/site.po: catalogue: "
            "expected a catalogue of strings, found no file\n"
            "    hint: Run 'make strings' to make it."
        )
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Joined", set()),
        ("{number} of {total}, {number}", {"number", "total"}),
        ("{{number}}", set()),
        ("{дата}", {"дата"}),
        ("{}", None),
        ("{0}", None),
        ("{first name}", None),
        ("{date.year}", None),
        ("{dates[0]}", None),
        ("{number:>9}", None),
        ("{number!r}", None),
        ("{number", None),
        ("number}", None),
    ],
)
def test_a_placeholder_is_a_plain_name(text, names):
    assert placeholders(text) == names


@pytest.mark.parametrize(
    ("content", "expected", "line"),
    [
        (b'msgid "News"\nmsgstr ""\n\nprose\n', "a well-formed catalogue", 4),
        (
            b'msgid "A"\nmsgstr "B"\n\nmsgid "C"\n\nmsgid "D"\nmsgstr "E"\n',
            "a well-formed catalogue",
            4,
        ),
        (b'msgid "News"\nmsgstr "Novosti\n', "a closing quote", 2),
    ],
    ids=["prose", "no msgstr", "open quote"],
)
def test_a_malformed_catalogue_is_told_with_its_line(tmp_path, content, expected, line):
    assert _told_of(tmp_path, content) == [(expected, line)]


@pytest.mark.parametrize(
    "content",
    [
        b'"Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "News"\nmsgstr "\xcd\xee"\n',
        b'"Content-Type: text/plain; charset=klingon\\n"\n\nmsgid "News"\nmsgstr "A"\n',
        b'"Plural-Forms: nplurals=many; plural=0;\\n"\n\nmsgid "News"\nmsgstr "A"\n',
        b'"Plural-Forms: nplurals=2; plural=n%10==;\\n"\n\nmsgid "News"\nmsgstr "A"\n',
    ],
    ids=["another encoding", "no such encoding", "no number of forms", "no plural rule"],
)
def test_a_malformed_header_is_told_and_is_no_traceback(tmp_path, content):
    told = _told_of(tmp_path, b'msgid ""\nmsgstr ""\n' + content)
    assert [expected for expected, _line in told] == ["a well-formed catalogue"]


def _told_of(root: Path, content: bytes) -> list[tuple[str, int]]:
    file = catalogue_path(root, "ru")
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    found, problems = read_catalogue(root, "ru")
    if found is not None:
        strings_of("ru", found)
    return [(problem.expected, problem.line) for problem in problems]
