import pytest
from markupsafe import Markup

from publishing.languages.strings import Strings, placeholders, strings_of

SLAVIC = (
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
    "n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
)
ROMANIAN = "nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100>0 && n%100<20) ? 1 : 2);"
ONE_FORM = "nplurals=1; plural=0;"
PLACES = ("{number} place", "{number} places")


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
