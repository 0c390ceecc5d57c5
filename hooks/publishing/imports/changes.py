"""What a new release changes, told value by value before anything is written."""

from collections.abc import Iterator
from typing import Any

from publishing.sources import Location, in_place, walk

Plain = dict[str, Any]
_LONGEST = 70


def _shown(value: Any) -> str:
    text = "nothing" if value is None else " ".join(str(value).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def value_changes(old: Plain, new: Plain) -> Iterator[tuple[Location, Any, Any]]:
    """Yield (place, old value, new value) for each single value that differs."""
    before, after = dict(walk(old)), dict(walk(new))
    for place in dict.fromkeys([*before, *after]):
        if before.get(place) != after.get(place):
            yield place, before.get(place), after.get(place)


def merged(old: Plain, new: Plain) -> Plain:
    """Return the new record with the fields that editors listed under `keep` left as they are."""
    keep = old.get("keep", [])
    if not keep:
        return new
    kept = {key: old[key] for key in keep if key in old}
    rest = {key: value for key, value in new.items() if key not in keep}
    return {**rest, **kept, "keep": keep}


def changes(path: str, old: Plain | None, new: Plain) -> Iterator[str]:
    """Yield a line for each thing that writing the file changes; none when it stays the same."""
    if old is None:
        yield f"new      {path}: {new.get('name')}"
        return
    for place, before, after in value_changes(old, merged(old, new)):
        yield f"changed  {path}: {in_place(place)}: {_shown(before)} -> {_shown(after)}"


def left_alone(path: str, old: Plain, new: Plain) -> Iterator[str]:
    """Yield a line for each field under `keep` of which the release says something else."""
    for key in old.get("keep", []):
        if old.get(key) != new.get(key):
            yield f"kept     {path}: {key}: the release says {_shown(new.get(key))}"
