"""Identities that subscribers hold: compared with the committed ledger, and added to it."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from publishing.agenda import event_state
from publishing.newsletter import IssueFile
from publishing.newsroom import NewsFile
from publishing.problems import Problem
from publishing.records.ledger import Ledger, Published
from publishing.records.news import NewsItem
from publishing.records.newsletters import Issue
from publishing.records.values import PartialDate, is_slug
from publishing.site import Entry, Occasion
from publishing.sources import Location, Read, Source, in_words

PATH = "data/ledger.yml"
KINDS = ("news", "newsletters", "events", "adhesions")
# Where an item's id stands in its own file, by kind.
_ID_KEYS = {"newsletters": "number"}
_FOLDERS = {"news": "news", "events": "agenda"}
# Where the date stands in an item's own file, by kind.
_DATE_KEYS = {
    "news": ("date",),
    "newsletters": ("date",),
    "adhesions": ("adhesion", "date"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """Something that feeds or calendars publish, as its file has it today."""

    kind: str
    id: str
    published: Published
    source: Source


def adhesion_id(entry: Entry) -> str | None:
    """Name an adhesion: a signatory that renews its commitment in another year has a new one."""
    adhesion = entry.signatory.adhesion
    return f"{entry.signatory.id}-{adhesion.date.first_day.year}" if adhesion else None


def items_today(
    news: Iterable[NewsFile],
    occasions: Iterable[Read[Occasion]],
    entries: Iterable[Read[Entry]],
    issues: Iterable[IssueFile] = (),
) -> list[Item]:
    """List everything that has an identity, by kind and id."""
    items = [
        Item("news", file.record.id, Published(date=file.record.date, slug=file.slug), file.source)
        for file in news
        if isinstance(file.record, NewsItem)
    ]
    items += [
        Item("newsletters", file.name, Published(date=file.record.date), file.source)
        for file in issues
        if isinstance(file.record, Issue) and file.key == file.name
    ]
    for read in occasions:
        event = read.record.event
        if not is_slug(read.record.slug):
            continue
        state = Published(
            date=event.published,
            slug=read.record.slug,
            sequence=event.sequence,
            state=event_state(event),
        )
        items.append(Item("events", event.id, state, read.source))
    for signatory in entries:
        key, adhesion = adhesion_id(signatory.record), signatory.record.signatory.adhesion
        if key and adhesion:
            found = Published(date=adhesion.date)
            items.append(Item("adhesions", key, found, signatory.source))
    return sorted(items, key=lambda item: (item.kind, item.id, item.source.path))


def check_ledger(
    ledger: Read[Ledger],
    items: Sequence[Item],
    moved: Mapping[str, str],
    unread: Collection[str] = (),
) -> Iterator[Problem]:
    """Yield every identity that disappeared, changed or came back.

    `moved` holds the redirects: old address -> new one; `unread` the ids and names of files with
    mistakes, whose items are not lost. What is new is a note: the ledger is written by the command
    that builds the site.
    """
    today = _items_by_id(items, ledger.record)
    # An item with an identity of its own is no renamed one, whatever its name.
    by_slug = {
        (item.kind, item.published.slug): item
        for item in items
        if item.published.slug and item.id not in getattr(ledger.record, item.kind)
    }
    renamed: set[tuple[str, str]] = set()
    for kind in KINDS:
        for key, held in getattr(ledger.record, kind).items():
            item = today.get((kind, key))
            if item is not None:
                yield from _compare(item, held, moved)
            elif held.withdrawn is None and not {key, held.slug, _signatory_of(key)} & set(unread):
                other = by_slug.get((kind, held.slug))
                if other is not None:
                    renamed.add((kind, other.id))
                yield from _lost(ledger.source, kind, key, other, today)
    for item in items:
        if item.id not in getattr(ledger.record, item.kind) and (item.kind, item.id) not in renamed:
            key = _ID_KEYS.get(item.kind, "id")
            wanted = f"{'an id' if key == 'id' else f'a {key}'} that {PATH} knows"
            yield _unwritten(item, (key,), wanted, item.id)
            yield from _check_new(item)


def _check_new(item: Item) -> Iterator[Problem]:
    """Require a date from a new event: its start, which may lie ahead, would be one in feeds."""
    if item.kind == "events" and not item.source.value.get("announced"):
        hint = "The day it became known; readers of feeds get the event under this date."
        problem = item.source.problem(("id",), "the day it was announced", in_words("none"), hint)
        yield replace(problem, field="announced")


def _unwritten(item: Item, place: Location, expected: str, found: str) -> Problem:
    hint = "'make site' writes it into the ledger; commit that file too."
    return item.source.problem(place, expected, found, hint).as_note


def _items_by_id(items: Iterable[Item], ledger: Ledger) -> dict[tuple[str, str], Item]:
    """Find the one item of each id: of two, which is a mistake of its own, the published one."""
    found: dict[tuple[str, str], Item] = {}
    for item in items:
        held = getattr(ledger, item.kind).get(item.id)
        is_published = held is not None and held.slug == item.published.slug
        if is_published or (item.kind, item.id) not in found:
            found[item.kind, item.id] = item
    return found


def _signatory_of(key: str) -> str:
    """Return the signatory of an adhesion's id."""
    return key.rpartition("-")[0]


def _lost(
    source: Source,
    kind: str,
    key: str,
    renamed: Item | None,
    today: Mapping[tuple[str, str], Item],
) -> Iterator[Problem]:
    if renamed is not None:
        hint = "An id is for ever: put the old one back, or all subscribers get the item twice."
        wanted = f"'{key}', under which this was published"
        yield renamed.source.problem(("id",), wanted, renamed.id, hint)
        return
    if kind == "adhesions" and _is_renewed(key, today):
        return
    hint = (
        "Subscribers have this item: restore its file. To take it back on purpose, add "
        "'withdrawn: <day>' to this line."
    )
    wanted = "an item with this id"
    yield source.problem((kind, key), wanted, in_words("none"), hint)


def _is_renewed(key: str, today: Mapping[tuple[str, str], Item]) -> bool:
    """Whether a signatory whose adhesion is gone has a later one: the data hold the latest."""
    return any(
        kind == "adhesions" and _signatory_of(other) == _signatory_of(key) and other > key
        for kind, other in today
    )


def _compare(item: Item, held: Published, moved: Mapping[str, str]) -> Iterator[Problem]:
    source, now = item.source, item.published
    if held.withdrawn is not None:
        key = _ID_KEYS.get(item.kind, "id")
        hint = f"Remove 'withdrawn' from its line in {PATH}."
        if key == "id":
            hint = f"Give the item a new id, or remove 'withdrawn' from its line in {PATH}."
        wanted = f"{'an id' if key == 'id' else f'a {key}'} that was not withdrawn"
        yield source.problem((key,), wanted, item.id, hint)
        return
    if item.kind == "events":
        yield from _compare_event(item, held)
    elif now.date != held.date:
        yield _redated(item, held, _DATE_KEYS[item.kind])
    if now.slug != held.slug:
        folder = _FOLDERS[item.kind]
        old, new = f"/{folder}/{held.slug}/", f"/{folder}/{now.slug}/"
        if moved.get(old) != new:
            line = f"- {{old: {old}, new: {new}}}"
            hint = f"Add '{line}' below redirects: in data/redirects.yml, in the place of any []."
            yield source.problem((), f"the name {held.slug}, or a redirect from it", now.slug, hint)


def _redated(item: Item, held: Published, place: Location) -> Problem:
    hint = (
        "A published date stays. If it was wrong, correct it here and in "
        f"{PATH} in one commit: readers' programs will then sort it anew."
    )
    wanted = f"{held.date}, as published"
    return item.source.problem(place, wanted, item.published.date, hint)


def _day_key(item: Item) -> str:
    """Return where the day stands: an event has a start, a call for funding a deadline."""
    return "deadline" if "deadline" in item.source.value else "start"


def _compare_event(item: Item, held: Published) -> Iterator[Problem]:
    now = item.published
    number, before = now.sequence or 0, held.sequence or 0
    if number < before:
        hint = "Calendars ignore a lower number (RFC 5545)."
        yield item.source.problem(("sequence",), f"at least {before}", str(number), hint)
    elif now.state != held.state and number == before:
        place = ("sequence",) if "sequence" in item.source.value else (_day_key(item),)
        wanted = f"sequence: {before + 1}, since what was published as '{held.state}' has changed"
        hint = "Without a higher number calendars keep the old time or status (RFC 5545)."
        yield item.source.problem(place, wanted, in_words(f"sequence {number}"), hint)
    elif number > before:
        wanted = f"the sequence that {PATH} knows, {before}"
        yield _unwritten(item, ("sequence",), wanted, str(number))
    if now.date == held.date:
        return
    if now.date.first_day < held.date.first_day and not item.source.value.get("announced"):
        # It became known at its former start, by what was published: no date can say that now.
        yield _redated(item, held, (_day_key(item),))
        return
    hint = f"Write 'announced: {held.date}': feeds keep the date an event was published under."
    place = ("announced",) if "announced" in item.source.value else (_day_key(item),)
    yield item.source.problem(place, f"{held.date}, as published", now.date, hint)


_HEAD = """\
# Identities that subscribers hold. Written by 'make site' and 'make ledger', which only add lines
# and bring an event's new sequence in; commit it with what it names. What each line means:
# CONTRIBUTING.md, "Identities".
"""


def ledger_text(ledger: Ledger, items: Sequence[Item]) -> str:
    """Return the ledger with what is new in it, ready to be written.

    An event's line is renewed, and so is that of an item which moved to another address.
    """
    lines = [_HEAD + f'identity: "{ledger.identity}"']
    for kind in KINDS:
        held: dict[str, Published] = dict(getattr(ledger, kind))
        for item in items:
            if item.kind == kind:
                held[item.id] = _renewed(held.get(item.id), item)
        lines.append(f"{kind}:" if held else f"{kind}: {{}}")
        lines += [f"  {_word(key)}: {_line(held[key])}" for key in sorted(held)]
    return "\n".join(lines) + "\n"


def _renewed(before: Published | None, item: Item) -> Published:
    if before is None or item.kind == "events":
        return item.published
    return before.model_copy(update={"slug": item.published.slug})


# What YAML readers of one version or another take for something else than a word.
_NO_WORDS = ("true", "false", "null", "yes", "no", "on", "off", "y", "n")


def _word(text: str) -> str:
    """Write a word so that every YAML reader finds one."""
    is_word = is_slug(text.lower()) and text[0].isalpha() and text.lower() not in _NO_WORDS
    return text if is_word else json.dumps(text, ensure_ascii=False)


def _line(published: Published) -> str:
    values = ((key, getattr(published, key)) for key in Published.model_fields)
    shown = [f"{key}: {_value(value)}" for key, value in values if value is not None]
    return "{" + ", ".join(shown) + "}"


def _value(value: object) -> str:
    return str(value) if isinstance(value, int | PartialDate) else _word(str(value))
