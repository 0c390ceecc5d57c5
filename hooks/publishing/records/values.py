"""Kinds of value that every record is made of, and how a wrong one is explained."""

import difflib
import re
import unicodedata
from datetime import UTC, date, datetime, time
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    ValidationError,
)
from pydantic_core import PydanticCustomError

from publishing.problems import Problem
from publishing.sources import Source, in_words


class Record(BaseModel):
    """A closed, frozen value: unknown keys are refused, numbers are not guessed from text."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, allow_inf_nan=False, populate_by_name=False
    )


def expected(words: str, hint: str = "", found: str = "") -> PydanticCustomError:
    """Build the error a validator raises: what the value should have been, and the cure.

    `found` says in words what is there instead; without it the value itself is shown.
    """
    context = {"expected": words, "hint": hint, "found": found}
    return PydanticCustomError("expected", "{expected}", context)


def shaped(pattern: str, words: str) -> BeforeValidator:
    """Require text of a pattern; `words` say it to an editor, with an example."""

    def check(value: Any) -> str:
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            raise expected(words)
        return value

    return BeforeValidator(check, json_schema_input_type=str)


_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_DATE_HINT = "Write 2021-04-20, or 2021-04 or 2021 where no more is known."


class PartialDate(str):
    """A date as far as it is known: `2021`, `2021-04` or `2021-04-20`. Sorts as text."""

    __slots__ = ()

    @property
    def first_day(self) -> date:
        """The first day the date can mean.

        >>> PartialDate("2021-04").first_day
        datetime.date(2021, 4, 1)
        """
        year, month, day = (*self.split("-"), "01", "01")[:3]
        return date(int(year), int(month), int(day))

    @property
    def midnight(self) -> datetime:
        """The start of that day in UTC, for formats that want a time."""
        return datetime.combine(self.first_day, time.min, UTC)

    @property
    def precision(self) -> str:
        """`year`, `month` or `day`."""
        return ("year", "month", "day")[self.count("-")]


def partial_date(value: Any, hint: str) -> PartialDate:
    """Check a date as far as it is known; raises what `expected` builds, with `hint`."""
    match = _DATE.fullmatch(str(value)) if isinstance(value, str | int) else None
    if not match or isinstance(value, bool):
        raise expected("a date such as 2021-04-20", hint)
    found = PartialDate(value)
    try:
        if not _FIRST_YEAR <= found.first_day.year <= _LAST_YEAR:
            raise expected(f"a year from {_FIRST_YEAR} to {_LAST_YEAR}", hint)
    except ValueError as error:
        if isinstance(error, PydanticCustomError):
            raise
        raise expected("a date that exists in the calendar", hint) from None
    return found


def _known_date(value: Any) -> PartialDate:
    return partial_date(value, _DATE_HINT)


# Control and format characters, line separators, and what XML cannot hold at all.
_UNSEEN = ("Cc", "Cf", "Zl", "Zp", "Cs", "Cn")


def _plain_text(value: Any) -> str:
    if not isinstance(value, str):
        raise expected("text", "Put quotes around it if it looks like a number.")
    if not value.strip():
        raise expected("text that is not empty", "Remove the line if nothing is known.")
    if value != value.strip() or "\n" in value:
        raise expected("text on one line without spaces around it")
    if re.search(r"<\s*/?\s*[A-Za-z!]|&[a-zA-Z]+;|&#", value):
        raise expected("plain text without HTML", "Write the character itself; markup is ours.")
    if any(unicodedata.category(character) in _UNSEEN for character in value):
        raise expected("text without control characters", "Type the text anew; do not paste it.")
    return value


def _web_address(value: Any) -> str:
    hint = "Copy the whole address from the browser, with https://."
    if not isinstance(value, str):
        raise expected("a web address", hint)
    try:
        parts = urlsplit(value)
        host = parts.hostname or ""
    except ValueError:
        raise expected("a well-formed web address", hint) from None
    if parts.scheme not in ("http", "https") or "." not in host or parts.username:
        raise expected("an address that begins with https:// or http://", hint)
    if re.search(r"[\s<>\"'`\\\x00-\x1f\x7f]", value):
        raise expected("an address without spaces, quotes or angle brackets", hint)
    return value


def is_slug(value: str) -> bool:
    """Whether a text can be part of an address as it is.

    >>> is_slug("bila-tserkva"), is_slug("Bila_Tserkva")
    (True, False)
    """
    return re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", value) is not None


def _slug(value: Any) -> str:
    if not isinstance(value, str) or not is_slug(value):
        raise expected(
            "lower-case letters a–z, digits and single hyphens", "Such as 'bila-tserkva'."
        )
    return value


KnownDate = Annotated[
    PartialDate,
    PlainValidator(_known_date, json_schema_input_type=str),
    PlainSerializer(str, return_type=str),
]
Text = Annotated[
    str, BeforeValidator(_plain_text, json_schema_input_type=str), Field(max_length=300)
]
WebAddress = Annotated[str, BeforeValidator(_web_address, json_schema_input_type=str)]
Slug = Annotated[str, BeforeValidator(_slug, json_schema_input_type=str)]
LanguageCode = Annotated[str, shaped("[a-z]{2}", "a code of two small letters such as uk")]
CountryCode = Annotated[str, shaped("[a-z]{2}", "a code of two small letters such as ua")]
SignatoryId = Annotated[str, shaped(r"[A-Z]{2}[A-Z]?[0-9]{3,4}", "an id such as UA0322 or BYX001")]
Year = Annotated[int, Field(ge=_FIRST_YEAR, le=_LAST_YEAR)]
Percent = Annotated[float, Field(ge=0, le=100)]
Tonnes = Annotated[float, Field(ge=0, le=1e10)]
MegawattHours = Annotated[float, Field(ge=-1e10, le=1e10)]
Count = Annotated[int, Field(ge=0, le=100_000_000)]


class Reviewable(Record):
    """A text that may be a translation.

    It then carries the `source_hash` of the text it was made from, and `reviewed: true` once a
    native speaker has read it.
    """

    source_hash: Annotated[str, shaped("[0-9a-f]{12}", "12 of the signs 0–9 and a–f")] | None = None
    reviewed: bool = False


class Sourced(Record):
    """A fact with its provenance: a key of `data/sources.yml`, or the page it was read on.

    `as_of` is the date the fact speaks of; `read` the day the page was read, for pages without
    a date of their own.
    """

    as_of: KnownDate | None = None
    source: Slug | None = None
    url: WebAddress | None = None
    read: KnownDate | None = None

    def model_post_init(self, _context: Any, /) -> None:
        """Refuse a fact without provenance or date."""
        if (self.source is None) == (self.url is None):
            found = "neither" if self.source is None else "both"
            hint = "Name where the figure was published."
            raise expected("either source: or url:", hint, found=found)
        if self.as_of is None and self.read is None:
            hint = "Say what day the figure speaks of."
            raise expected("a date in as_of: or read:", hint, found="neither")


_R = TypeVar("_R", bound=Record)


def parse_record(model: type[_R], source: Source) -> tuple[_R | None, list[Problem]]:
    """Check a source against a record; every mistake in it comes back as a problem."""
    if not isinstance(source.value, dict):
        hint = "Each line is 'key: value'; see the other files in this folder."
        return None, [source.problem((), "keys with values", source.value, hint)]
    try:
        return model.model_validate(source.value), []
    except ValidationError as error:
        details: list[dict[str, Any]] = [dict(detail) for detail in error.errors()]
        # A list is called too short where its entries are wrong: that is said of the entries.
        wrong_inside = {
            detail["loc"][:length] for detail in details for length in range(len(detail["loc"]))
        }
        return None, [
            _explain(model, source, detail)
            for detail in details
            if detail["type"] != "too_short" or detail["loc"] not in wrong_inside
        ]


# Cures for mistakes that say little by themselves, by pydantic's name for them.
_HINTS = {
    "list_type": "Begin each entry with '- '.",
    "tuple_type": "Begin each entry with '- '.",
    "greater_than_equal": "Look the value up in its source.",
    "less_than_equal": "Look the value up in its source.",
    "int_type": "Digits only: no quotes, no spaces, no unit.",
    "float_type": "Digits and a point only: no quotes, no spaces, no unit.",
}
_EXPECTED = {
    "missing": "this key",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "finite_number": "a finite number",
    "string_type": "text",
    "bool_type": "true or false",
    "list_type": "a list, one '- ' line each",
    "tuple_type": "a list, one '- ' line each",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
    "dict_type": "keys with values",
    "greater_than_equal": "at least {ge}",
    "less_than_equal": "at most {le}",
    "string_too_long": "at most {max_length} characters",
    "too_long": "at most {max_length} characters",
    "too_short": "at least {min_length} entry",
    "literal_error": "one of {expected}",
    "enum": "one of {expected}",
    "expected": "{expected}",
}


def _explain(model: type[Record], source: Source, detail: dict[str, Any]) -> Problem:
    # Where a key itself is wrong, pydantic names it and adds this word.
    location = tuple(step for step in detail["loc"] if step != "[key]")
    context = detail.get("ctx", {})
    kind = detail["type"]
    if kind == "extra_forbidden":
        return _unknown_key(model, source, location)
    words = _EXPECTED.get(kind, detail["msg"]).format(**context)
    if kind == "missing":
        hint = f"Add the line '{location[-1]}: …'."
        return source.problem(location, words, in_words("none"), hint)
    hint = context.get("hint") or _HINTS.get(kind, "") or _nearest(kind, detail)
    return source.problem(location, words, _shown(detail["input"], context), hint)


def _nearest(kind: str, detail: dict[str, Any]) -> str:
    """Name the allowed word that a wrong one is nearest to."""
    if kind != "literal_error":
        return ""
    known = re.findall("'([^']+)'", detail["ctx"]["expected"])
    near = difflib.get_close_matches(str(detail["input"]), known, n=1)
    return f"Did you mean '{near[0]}'?" if near else ""


def _shown(found: Any, context: dict[str, Any]) -> object:
    if context.get("found"):
        return in_words(context["found"])
    if isinstance(found, dict):
        return in_words("keys with values" if found else "nothing")
    if isinstance(found, list):
        return in_words("a list" if found else "an empty list")
    if isinstance(found, bool):
        return in_words("the word " + str(found).lower())
    return in_words(f"the number {found}") if isinstance(found, int | float) else found


def _unknown_key(model: type[Record], source: Source, location: tuple[Any, ...]) -> Problem:
    known = _keys_at(model, location[:-1])
    near = difflib.get_close_matches(str(location[-1]), known, n=1)
    hint = f"Did you mean '{near[0]}'?" if near else "Known keys: " + ", ".join(known) + "."
    return source.problem(location, "a known key", location[-1], hint)


def _keys_at(model: type[Record], location: tuple[Any, ...]) -> list[str]:
    current: type[Record] = model
    for step in location:
        if isinstance(step, int):
            continue
        annotation = current.model_fields[step].annotation if step in current.model_fields else None
        inner = _record_in(annotation)
        if inner is None:
            return []
        current = inner
    return list(current.model_fields)


def _record_in(annotation: Any) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = _record_in(part)
        if found is not None:
            return found
    return None
