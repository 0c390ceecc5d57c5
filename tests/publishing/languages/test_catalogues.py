from pathlib import Path

import pytest

from publishing.languages.strings import (
    Said,
    catalogue_path,
    check_catalogue,
    read_catalogue,
    strings_of,
)

PLACES = ("{number} place", "{number} places")
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

msgid "{number} place"
msgid_plural "{number} places"
msgstr[0] "одно место"
msgstr[1] "{number} места"
msgstr[2] "{number} мест"
"""


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
