import pytest

from publishing.problems import Problem, Severity, errors, quoted, report

WRONG_TYPE = Problem("data/b.yml", 3, "population", "a whole number", "'many'", "Use digits.")
WRONG_YEAR = Problem("data/b.yml", 12, "year", "at most 2100", "'2300'")
NO_FILE = Problem("data/a.yml", 0, "file", "this file", "none")
OUTDATED = Problem("docs/kk/index.md", 1, "source_hash", "'b1'", "'a0'", severity=Severity.NOTE)


@pytest.mark.parametrize(
    ("problem", "printed"),
    [
        (
            WRONG_TYPE,
            (
                "data/b.yml:3: population: expected a whole number, found 'many'\n"
                "    hint: Use digits."
            ),
        ),
        (WRONG_YEAR, "data/b.yml:12: year: expected at most 2100, found '2300'"),
        (NO_FILE, "data/a.yml: file: expected this file, found none"),
        (OUTDATED, "docs/kk/index.md:1: note: source_hash: expected 'b1', found 'a0'"),
    ],
    ids=["with hint", "without hint", "whole file", "note"],
)
def test_a_problem_names_place_field_expectation_and_finding(problem, printed):
    assert str(problem) == printed


def test_problems_are_reported_in_the_order_of_files_and_lines_with_a_count():
    assert report([OUTDATED, WRONG_YEAR, WRONG_TYPE, NO_FILE]) == (
        "data/a.yml: file: expected this file, found none\n"
        "data/b.yml:3: population: expected a whole number, found 'many'\n"
        "    hint: Use digits.\n"
        "data/b.yml:12: year: expected at most 2100, found '2300'\n"
        "docs/kk/index.md:1: note: source_hash: expected 'b1', found 'a0'\n"
        "3 mistakes, 1 note"
    )


@pytest.mark.parametrize(
    ("problems", "count"),
    [
        ([], "0 mistakes, 0 notes"),
        ([WRONG_YEAR], "1 mistake, 0 notes"),
        ([OUTDATED, WRONG_TYPE, WRONG_YEAR], "2 mistakes, 1 note"),
    ],
)
def test_the_report_ends_with_a_count(problems, count):
    assert report(problems).splitlines()[-1] == count


def test_only_errors_stop_a_build():
    assert errors([WRONG_YEAR, OUTDATED, NO_FILE]) == [NO_FILE, WRONG_YEAR]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, "nothing"),
        ("", "''"),
        (1990, "'1990'"),
        (True, "'True'"),
        ("two\n  lines", "'two lines'"),
        ("bell\x07", r"'bell\x07'"),
        ("x" * 60, repr("x" * 60)),
        ("x" * 61, repr("x" * 59 + "…")),
    ],
)
def test_a_value_is_quoted_on_one_line_and_shortened(value, shown):
    assert quoted(value) == shown
