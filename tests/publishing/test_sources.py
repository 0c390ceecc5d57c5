import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.problems import Problem
from publishing.records.signatories import Signatory
from publishing.records.values import parse_record
from publishing.sources import lines_in, parse_page, parse_yaml, read_text, read_yaml, walk

TARAZ = """\
id: KZ0002
name: Taraz
names:
  - {language: kk, name: Тараз, confidence: medium, source: editors}
position: {latitude: 42.89799, longitude: 71.37334, source: geonames}
status: {value: active, as_of: 2024-01, source: jrc-2024}
adhesion: {date: 2013-08-13, kind: individual, as_of: 2024-01, source: jrc-2024}
commitments:
  made: ['2020']
  as_of: 2024-01
  source: jrc-2024
population:
  - {value: 347486, kind: declared, as_of: 2024-01, source: jrc-2024}
inventories:
  - id: I1521
    kind: baseline
    year: 2012
    emissions_t: 1066323
    as_of: '2019'
    source: jrc-2019
    sectors:
      - {sector: transport, emissions_t: 317741, energy_mwh: 1172491}
"""


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("true", True),
        ("True", "True"),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("007", "007"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("1.5", 1.5),
        ("1.", 1.0),
        ("2.5e3", 2500.0),
        (".inf", ".inf"),
        ("2021-04-20", "2021-04-20"),
        ("'2019'", "2019"),
        ("<<", "<<"),
        ("[a, 1]", ["a", 1]),
        ("{b: [no]}", {"b": ["no"]}),
    ],
)
def test_words_and_dates_stay_as_they_are_written(written, value):
    source, problems = parse_yaml(f"a: {written}\n", "a.yml")
    assert (source.value, problems) == ({"a": value}, [])


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            "a: 1\nb: 'x\n",
            "a.yml:2: YAML: expected a closing quote, found none",
        ),
        ("a: 1\nb: c: d\n", "a.yml:2: YAML: expected one ': ' in a line, found a second one"),
        (
            "a:\n\tb: 1\n",
            (
                "a.yml:2: YAML: expected spaces at the start of a line, "
                "found a tab or a sign YAML keeps for itself"
            ),
        ),
        (
            "a: 1\nb: 2\na: 3\n",
            "a.yml:3: a: expected each key once, found it a second time",
        ),
        (
            "a:\n  b: 1\n  b: 1\n",
            "a.yml:3: b: expected each key once, found it a second time",
        ),
        (
            "x: 1\n? [a, b]\n: 1\n",
            "a.yml:2: key: expected a word before the colon, found a list or map",
        ),
        (
            "a: &a [*a]\n",
            "a.yml:1: YAML: expected every value written out, found a reference with * or &",
        ),
        ("[" * 2000 + "]" * 2000, "a.yml:1: YAML: expected a few levels, found endless nesting"),
    ],
    ids=[
        "open quote",
        "two colons",
        "tab",
        "doubled key",
        "doubled inner key",
        "list as key",
        "endless",
        "deep",
    ],
)
def test_malformed_yaml_is_one_problem_with_its_line(text, printed):
    _source, problems = parse_yaml(text, "a.yml")
    assert [str(problem).split("\n")[0] for problem in problems] == [printed]


@pytest.mark.parametrize("written", ["!!int many", "!!float much", "!!bool perhaps"])
def test_a_value_that_does_not_fit_its_tag_is_told(written):
    _source, problems = parse_yaml(f"id: UA0001\na: {written}\n", "a.yml")
    assert [problem.line for problem in problems] == [2]


@pytest.mark.parametrize(
    ("text", "kept"),
    [("a: 1\na: 2\n", {"a": 1}), ("? [a]\n: 1\nb: 2\n", {"b": 2}), ("", None), ("# only\n", None)],
)
def test_what_can_be_read_is_kept(text, kept):
    assert parse_yaml(text, "a.yml")[0].value == kept


@pytest.mark.parametrize(
    ("location", "line"),
    [
        ((), 1),
        (("id",), 1),
        (("names", 0, "name"), 4),
        (("commitments", "made", 0), 9),
        (("inventories", 0), 15),
        (("inventories", 0, "year"), 17),
        (("inventories", 0, "sectors", 0, "sector"), 22),
        (("inventories", 0, "unheard-of"), 15),
        (("inventories", 7), 14),
        (("nowhere", 3), 1),
    ],
)
def test_every_part_knows_its_line_or_that_of_its_parent(location, line):
    assert parse_yaml(TARAZ, "taraz.yml")[0].line_of(location) == line


def test_lines_of_front_matter_count_from_the_start_of_the_page():
    source, body, problems = parse_page("---\ntitle: A\ntitel: B\n---\nText\n", "index.md")
    assert (source.value, body, problems) == ({"title": "A", "titel": "B"}, "Text\n", [])
    assert source.line_of(("titel",)) == 3


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("", "'---' on the first line"),
        ("# Title\n", "'---' on the first line"),
        ("\n---\ntitle: A\n---\n", "'---' on the first line"),
        ("---\ntitle: A\n", "a second '---'"),
    ],
)
def test_a_page_without_front_matter_is_told_how_to_begin(page, wanted):
    source, body, problems = parse_page(page, "docs/en/a.md")
    assert (source.value, body) == (None, page)
    assert [str(problem) for problem in problems] == [
        (
            f"docs/en/a.md:1: front matter: expected {wanted}, found none\n"
            "    hint: Start the file with '---', then lines such as 'title: …', then '---'."
        )
    ]


def test_windows_line_ends_and_byte_order_marks_are_read(tmp_path):
    file = tmp_path / "a.yml"
    file.write_bytes(b"\xef\xbb\xbfid: UA0001\r\nname: Lviv\r\n")
    source, problems = read_yaml(tmp_path, file)
    assert (source.path, source.value, problems) == ("a.yml", {"id": "UA0001", "name": "Lviv"}, [])


def test_a_file_in_another_encoding_is_told_with_the_first_line_that_is_wrong(tmp_path):
    file = tmp_path / "a.yml"
    file.write_bytes("id: UA0001\nname: Львов\n".encode("cp1251"))
    text, problems = read_text(file, "data/a.yml")
    assert text == ""
    assert [str(problem) for problem in problems] == [
        (
            "data/a.yml:2: file: expected UTF-8 text, found another encoding\n"
            "    hint: Open it in your editor and save it with encoding UTF-8."
        )
    ]


def test_every_scalar_is_found_with_its_place():
    value = {"a": 1, "b": [{"c": None}, "d"], "e": {}}
    assert list(walk(value)) == [(("a",), 1), (("b", 0, "c"), None), (("b", 1), "d")]


SETTINGS = "site: A\nextra:\n  social: []\n  newsletter:\n    languages: {en: a}\n"


def test_a_part_of_a_file_knows_its_lines_in_the_whole_file():
    source, _problems = parse_yaml(SETTINGS, "mkdocs.yml")
    part = source.part(("extra", "newsletter"))
    assert (part.path, part.value) == ("mkdocs.yml", {"languages": {"en": "a"}})
    assert part.line_of(("languages", "en")) == 5
    assert source.part(()) == source


def test_a_part_of_a_list_names_its_mistakes_as_the_whole_file_does():
    lines = "# Calls\ncalls:\n  - id: a\n  - id: b\n    deadline: 2026\n"
    source, _problems = parse_yaml(lines, "a.yml")
    part = source.part(("calls", 1))
    assert part.value == {"id": "b", "deadline": 2026}
    told = [str(part.problem((key,), "x", "y")) for key in ("id", "deadline", "absent")]
    assert told == [
        "a.yml:4: calls, item 2, id: expected x, found 'y'",
        "a.yml:5: calls, item 2, deadline: expected x, found 'y'",
        "a.yml:4: calls, item 2, absent: expected x, found 'y'",
    ]
    assert source.part(("calls",)).part((1,)) == part


@pytest.mark.parametrize(
    "place",
    [
        ("calls", 2),
        ("extra", "social", 0),
        ("other",),
        ("extra", "other"),
        ("extra", "social", "other"),
        ("site", "a", "b"),
    ],
)
def test_a_part_that_is_not_there_has_no_value(place):
    source, _problems = parse_yaml(SETTINGS, "mkdocs.yml")
    assert source.part(place).value is None
    assert parse_yaml("", "mkdocs.yml")[0].part(place).value is None


def test_the_valid_file_is_valid():
    source, problems = parse_yaml(TARAZ, "taraz.yml")
    record, mistakes = parse_record(Signatory, source)
    assert (problems, mistakes) == ([], [])
    assert record is not None


def _is_told_in_one_line(problem: Problem) -> bool:
    first, *rest = str(problem).splitlines()
    hint = len(rest) == 0 or (len(rest) == 1 and rest[0].startswith("    hint: "))
    return hint and re.match(r"a\.yml(:[1-9]\d*)?: .*: expected .*, found .", first) is not None


def _is_read_or_told(text: str) -> bool:
    source, problems = parse_yaml(text, "a.yml")
    _record, mistakes = parse_record(Signatory, source)
    untold = [problem for problem in [*problems, *mistakes] if not _is_told_in_one_line(problem)]
    return untold == []


@given(st.text() | st.text(alphabet="ab01 \n:-[]{},'\"&*!?|>#~<%@\\\t\u2028\x85"))
def test_any_text_is_read_or_told_without_a_traceback(text):
    assert _is_read_or_told(text)


@given(st.binary())
def test_any_bytes_are_read_or_told_without_a_traceback(tmp_path_factory, content):
    file = tmp_path_factory.getbasetemp() / "a.yml"
    file.write_bytes(content)
    text, problems = read_text(file, "a.yml")
    assert problems or _is_read_or_told(text)


_TROUBLE = st.sampled_from(
    [*"\n \t:-[]{},'\"&*!?|>#", "- ", ": ", "\\n", "!!int ", "null", "1.0e999", "9" * 18, "<b>"]
) | st.text(max_size=3)


@st.composite
def _mutated(draw: st.DrawFn) -> str:
    """The valid file with one to four pieces of it taken out or replaced."""
    text = TARAZ
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(start + 12, len(text))))
        text = text[:start] + draw(_TROUBLE) + text[end:]
    return text


@given(_mutated())
def test_a_valid_file_with_slips_of_the_keyboard_is_read_or_told(text):
    assert _is_read_or_told(text)


@pytest.mark.parametrize("key", ['"a\\nb"', '"a\\u2028b"', '"\\x85"'])
def test_a_strange_key_does_not_break_the_line(key):
    assert _is_read_or_told(f"{key}: 1\n")


@pytest.mark.parametrize(
    ("path", "place", "line"),
    [
        ("a.yml", ("calls", 1, "id"), 3),
        ("a.yml", ("calls", 1, "nothing"), 3),
        ("a.yml", (), 1),
        ("b.yml", ("id",), 0),
    ],
    ids=["there", "its nearest part", "the file", "no such file"],
)
def test_the_line_of_a_place_is_looked_up_in_its_file(tmp_path, path, place, line):
    (tmp_path / "a.yml").write_text("calls:\n  - {id: one}\n  - {id: two}\n", encoding="utf-8")
    assert lines_in(tmp_path)(path, place) == line
