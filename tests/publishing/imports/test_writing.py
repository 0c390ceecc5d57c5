import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publishing.imports.writing import to_yaml
from publishing.sources import parse_yaml


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ({"name": "Lviv"}, "name: Lviv\n"),
        ({"name": "Львів"}, "name: Львів\n"),
        ({"name": "no"}, "name: no\n"),
        ({"name": "true"}, "name: 'true'\n"),
        ({"name": "null"}, "name: 'null'\n"),
        ({"date": "2021-04-20"}, "date: 2021-04-20\n"),
        ({"date": "2021-04"}, "date: 2021-04\n"),
        ({"date": "2021"}, "date: '2021'\n"),
        ({"year": 2021}, "year: 2021\n"),
        ({"name": "A: B"}, "name: 'A: B'\n"),
        ({"name": '"A" #1'}, "name: '\"A\" #1'\n"),
        ({"district": True}, "district: true\n"),
        ({"status": {"value": "active", "source": "x"}}, "status: {value: active, source: x}\n"),
        ({"status": {"value": "active"}}, "status:\n  value: active\n"),
        ({"made": ["2020", "mayors-adapt"]}, "made: ['2020', mayors-adapt]\n"),
        ({"names": [{"a": 1, "b": 2}]}, "names:\n  - {a: 1, b: 2}\n"),
        (
            {"names": [{"a": "x" * 50, "b": "y" * 50}]},
            f"names:\n  - a: {'x' * 50}\n    b: {'y' * 50}\n",
        ),
        ({"plan": {"year": 2020, "sectors": ["a"]}}, "plan:\n  year: 2020\n  sectors: [a]\n"),
    ],
)
def test_records_are_written_as_people_like_to_edit_them(value, written):
    assert to_yaml(value) == written


_KEYS = st.from_regex("[a-z_]{1,8}", fullmatch=True)
_SCALARS = (
    st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]))
    | st.text(alphabet="019-+.eE: #'\"{}[],&*!|>%@`~")
    | st.sampled_from(["true", "False", "null", "~", "yes", "2021", "2021-04-20", "0x1F", "1e3"])
    | st.integers(-(10**18) + 1, 10**18 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
)
_VALUES = st.recursive(
    _SCALARS, lambda inner: st.lists(inner) | st.dictionaries(_KEYS, inner), max_leaves=12
)


# A tree of values is many cases at once.
@settings(max_examples=40)
@given(st.dictionaries(_KEYS, _VALUES, min_size=1))
def test_reading_back_gives_the_same_value(value):
    source, problems = parse_yaml(to_yaml(value), "a.yml")
    assert (source.value, problems) == (value, [])
