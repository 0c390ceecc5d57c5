import pytest

from publishing.imports.changes import changes, left_alone, merged, value_changes

OLD = {"id": "UA0001", "name": "Lviv", "place": "Lviv", "geonameid": 1}


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (OLD, []),
        ({**OLD, "geonameid": 2}, [("geonameid", 1, 2)]),
        ({**OLD, "district": True}, [("district", None, True)]),
        ({"id": "UA0001", "name": "Lviv", "place": "Lviv"}, [("geonameid", 1, None)]),
        (
            {"district": True, "name": "Lvov", "id": "UA0001", "geonameid": 1},
            [("name", "Lviv", "Lvov"), ("place", "Lviv", None), ("district", None, True)],
        ),
        (dict(reversed(OLD.items())), []),
    ],
    ids=["nothing", "changed", "added", "lost", "three", "only the order"],
)
def test_changes_are_found_value_by_value(new, expected):
    assert list(value_changes(OLD, new)) == [((field,), *values) for field, *values in expected]


@pytest.mark.parametrize(
    ("keep", "new", "kept"),
    [
        ([], {"name": "Lvov"}, {"name": "Lvov"}),
        (["name"], {"name": "Lvov", "place": "L"}, {"name": "Lviv", "place": "L"}),
        (["name"], {"place": "L"}, {"name": "Lviv", "place": "L"}),
        (["position"], {"position": {}, "place": "L"}, {"place": "L"}),
        (
            ["name", "place"],
            {"name": "A", "place": "B", "district": True},
            {"name": "Lviv", "place": "Lviv", "district": True},
        ),
    ],
    ids=["nothing", "a field", "one the release lost", "one the editors removed", "two"],
)
def test_what_editors_keep_stays_as_it_is(keep, new, kept):
    old = {"name": "Lviv", "place": "Lviv", **({"keep": keep} if keep else {})}
    assert merged(old, new) == {**kept, **({"keep": keep} if keep else {})}


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        (None, OLD, ["new      data/a.yml: Lviv"]),
        (OLD, OLD, []),
        (OLD, {**OLD, "geonameid": 2}, ["changed  data/a.yml: geonameid: 1 -> 2"]),
        (OLD, {**OLD, "district": True}, ["changed  data/a.yml: district: nothing -> True"]),
        ({**OLD, "keep": ["name"]}, {**OLD, "name": "Lvov"}, []),
    ],
    ids=["new", "same", "changed", "added", "kept"],
)
def test_each_change_is_told_in_one_line(old, new, lines):
    assert list(changes("data/a.yml", old, new)) == lines


@pytest.mark.parametrize(
    ("new", "lines"),
    [
        ({**OLD, "name": "Lvov"}, ["kept     data/a.yml: name: the release says Lvov"]),
        (OLD, []),
    ],
    ids=["another name", "the same name"],
)
def test_what_editors_keep_is_told_where_the_release_differs(new, lines):
    assert list(left_alone("data/a.yml", {**OLD, "keep": ["name"]}, new)) == lines
