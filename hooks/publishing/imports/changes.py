"""What a new release changes, told field by field before anything is written."""

from collections.abc import Iterator
from typing import Any

Plain = dict[str, Any]
_LONGEST = 70


def _shown(value: Any) -> str:
    text = "nothing" if value is None else str(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def field_changes(old: Plain, new: Plain) -> Iterator[tuple[str, Any, Any]]:
    """Yield (field, old, new) for each top-level field that differs."""
    for key in dict.fromkeys([*old, *new]):
        if old.get(key) != new.get(key):
            yield key, old.get(key), new.get(key)


def merged(old: Plain, new: Plain) -> Plain:
    """Return the new record with the fields that editors listed under `keep` left as they are."""
    keep = old.get("keep", [])
    if not keep:
        return new
    kept = {key: old[key] for key in keep if key in old}
    rest = {key: value for key, value in new.items() if key not in keep}
    return {**rest, **kept, "keep": keep}


def describe(path: str, old: Plain | None, new: Plain) -> Iterator[str]:
    """Yield the lines that tell what happens to one file; nothing when it stays the same."""
    if old is None:
        yield f"new      {path}: {new.get('name')}"
        return
    for key, before, after in field_changes(old, merged(old, new)):
        yield f"changed  {path}: {key}: {_shown(before)} -> {_shown(after)}"
    for key in old.get("keep", []):
        if old.get(key) != new.get(key):
            yield f"kept     {path}: {key}: the release says {_shown(new.get(key))}"
