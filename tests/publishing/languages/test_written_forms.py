"""What readers see: `written_forms.yml` shows every form in thirteen languages, side by side."""

from pathlib import Path

import pytest
import yaml

from publishing.languages.formats import formats_of
from publishing.languages.strings import read_catalogue, strings_of
from publishing.records.values import PartialDate
from tests.sample_sites import PROJECT

CODES = ["en", "ru", "uk", "be", "ro", "ka", "hy", "az", "kk", "ky", "uz", "tg", "tk"]
FILE = Path(__file__).with_name("written_forms.yml")
# The base loader takes dates and numbers for text, which is what is compared here.
FORMS = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
KINDS = ["date", "dates", "number", "rounded", "percent"]


def _seen(text: str) -> str:
    """Show the two kinds of unbreakable space as `_` and `~`."""
    return text.replace("\u00a0", "_").replace("\u202f", "~")


def _written(code: str, kind: str, value: str) -> str:
    write = formats_of(code)
    match kind:
        case "date":
            return write.date(PartialDate(value))
        case "dates":
            first, last = value.split("/")
            return write.dates(PartialDate(first), PartialDate(last))
        case "number":
            return write.number(float(value), 1)
        case "rounded":
            return write.rounded(float(value))
    return write.percent(float(value))


def test_every_language_shows_the_same_values():
    assert list(FORMS) == CODES
    values = {
        code: {kind: list(shown) for kind, shown in kinds.items() if kind != "tonnes"}
        for code, kinds in FORMS.items()
    }
    assert list(values["en"]) == KINDS
    assert {code for code in CODES if values[code] != values["en"]} == set()


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("kind", KINDS)
def test_values_are_written_as_the_table_shows(code, kind):
    shown = FORMS[code][kind]
    assert {value: _seen(_written(code, kind, value)) for value in shown} == shown


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "message", ["Emissions, tonnes", "Emissions reported, tonnes", "Reduction, tonnes"]
)
def test_tonnes_have_one_name_behind_every_amount(code, message):
    """The name stands alone above a column: it is not inflected by the numbers below it."""
    catalog, _problems = read_catalogue(PROJECT, code)
    assert catalog is not None
    assert strings_of(code, catalog).text(message).rpartition(", ")[2] == FORMS[code]["tonnes"]
