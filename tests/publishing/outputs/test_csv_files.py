"""CSV as RFC 4180 has it: what is written is read back."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.outputs.csv_files import csv_file
from publishing.views.table import Column, Kind, Row, Table

TABLE: Table[None] = Table(
    name="towns",
    title="Towns",
    holds="",
    key=("id",),
    columns=tuple(
        Column(name, kind, "", lambda _row: None)
        for name, kind in {
            "id": Kind.TEXT,
            "inhabitants": Kind.WHOLE,
            "share": Kind.NUMBER,
            "district": Kind.YES_NO,
            "years": Kind.LIST,
        }.items()
    ),
    rows=lambda _site: iter(()),
)


def read(content: bytes) -> list[dict[str, str]]:
    with io.StringIO(content.decode(), newline="") as stream:
        return list(csv.DictReader(stream))


def test_a_file_is_written_like_this():
    rows: list[Row] = [
        {"id": 'Say "Lviv", Львів', "inhabitants": 5, "share": 0.25, "district": False},
        {"id": "a\r\nb", "years": ("2020", "2030")},
    ]
    assert (
        csv_file(TABLE, rows)
        == (
            "id,inhabitants,share,district,years\r\n"
            '"Say ""Lviv"", Львів",5,0.25,false,\r\n'
            '"a\r\nb",,,,2020;2030\r\n'
        ).encode()
    )


def test_a_table_without_rows_has_its_header():
    assert csv_file(TABLE, []) == b"id,inhabitants,share,district,years\r\n"


_TRICKY = st.sampled_from(["=1+1", "+1", "-1", "@x", '"', "a,b", "a\nb", "a\r\nb", " a ", "Тараз"])
_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1) | _TRICKY


@given(texts=st.lists(_TEXT))
def test_any_text_is_read_back_as_it_is(texts):
    found = read(csv_file(TABLE, [{"id": text} for text in texts]))
    assert [row["id"] for row in found] == texts
    assert {row["inhabitants"] for row in found} <= {""}


@given(number=st.floats(min_value=-1e10, max_value=1e10))
def test_any_number_is_read_back_exactly_and_without_an_exponent(number):
    (row,) = read(csv_file(TABLE, [{"id": "a", "share": number}]))
    assert float(row["share"]) == number
    assert "e" not in row["share"].lower()


@pytest.mark.parametrize(("value", "text"), [(True, "true"), (False, "false"), (None, "")])
def test_yes_no_and_nothing_are_three_things(value, text):
    (row,) = read(csv_file(TABLE, [{"id": "a", "district": value}]))
    assert row["district"] == text
