"""Identities that subscribers hold: compared with the committed ledger, and added to it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from publishing.agenda import event_state
from publishing.newsroom import NewsFile
from publishing.problems import Problem, Severity
from publishing.records.ledger import Ledger, Published
from publishing.records.news import NewsItem
from publishing.site import Entry, Occasion
from publishing.sources import Read, Source, in_words

PATH = "data/ledger.yml"
_FOLDERS = {"news": "news", "events": "agenda"}
# Where the date stands in an item's own file, by kind.
_DATE_KEYS = {
    "news": ("date",),
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
) -> list[Item]:
    """List everything that has an identity, by kind and id."""
    items = [
        Item("news", file.record.id, Published(date=file.record.date, slug=file.slug), file.source)
        for file in news
        if isinstance(file.record, NewsItem)
    ]
    for read in occasions:
        event = read.record.event
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
    ledger: Read[Ledger], items: Sequence[Item], moved: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield every identity that disappeared, changed or came back.

    `moved` holds the redirects: old address -> new one. What is new is a note: the ledger is
    written by the command that builds the site.
    """
    today = {(item.kind, item.id): item for item in items}
    by_slug = {(item.kind, item.published.slug): item for item in items if item.published.slug}
    for kind in ("news", "events", "adhesions"):
        for key, held in getattr(ledger.record, kind).items():
            item = today.get((kind, key))
            if item is not None:
                yield from _compare(item, held, moved)
            elif held.withdrawn is None:
                renamed = by_slug.get((kind, held.slug))
                yield from _lost(ledger.source, kind, key, renamed, today)
    for item in items:
        if item.id not in getattr(ledger.record, item.kind):
            hint = "'make site' writes it into the ledger; commit that file too."
            problem = item.source.problem(("id",), f"the id in {PATH}", item.id, hint)
            yield replace(problem, severity=Severity.NOTE)


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
    signatory, _, year = key.rpartition("-")
    return any(
        kind == "adhesions"
        and other.rpartition("-")[0] == signatory
        and other > f"{signatory}-{year}"
        for kind, other in today
    )


def _compare(item: Item, held: Published, moved: Mapping[str, str]) -> Iterator[Problem]:
    source, now = item.source, item.published
    if held.withdrawn is not None:
        hint = f"Give the item a new id, or remove 'withdrawn' from its line in {PATH}."
        yield source.problem(("id",), "an id that was not withdrawn", item.id, hint)
        return
    if item.kind == "events":
        yield from _compare_event(item, held)
    elif now.date != held.date:
        hint = (
            "A published date stays. If it was wrong, correct it here and in "
            f"{PATH} in one commit: readers' programs will then sort it anew."
        )
        yield source.problem(_DATE_KEYS[item.kind], f"{held.date}, as published", now.date, hint)
    if now.slug != held.slug:
        folder = _FOLDERS[item.kind]
        old, new = f"/{folder}/{held.slug}/", f"/{folder}/{now.slug}/"
        if moved.get(old) != new:
            hint = f"Add '- {{old: {old}, new: {new}}}' to data/redirects.yml."
            yield source.problem((), f"the name {held.slug}, or a redirect from it", now.slug, hint)


def _compare_event(item: Item, held: Published) -> Iterator[Problem]:
    now = item.published
    number, before = now.sequence or 0, held.sequence or 0
    if number < before:
        hint = "Calendars ignore a lower number (RFC 5545)."
        yield item.source.problem(("sequence",), f"at least {before}", str(number), hint)
    elif now.state != held.state and number == before:
        place = ("sequence",) if "sequence" in item.source.value else ("start",)
        wanted = f"sequence: {before + 1}, since what was published as '{held.state}' has changed"
        hint = "Without a higher number calendars keep the old time or status (RFC 5545)."
        yield item.source.problem(place, wanted, in_words(f"sequence {number}"), hint)


_HEAD = """\
# Identities that subscribers hold. Written by 'make site' and 'make ledger', which only add lines
# and bring an event's new sequence in; commit it with what it names. What each line means:
# CONTRIBUTING.md, "Identities".
"""


def ledger_text(ledger: Ledger, items: Sequence[Item]) -> str:
    """Return the ledger with what is new in it, ready to be written."""
    lines = [_HEAD + f'identity: "{ledger.identity}"']
    for kind in ("news", "events", "adhesions"):
        held: dict[str, Published] = dict(getattr(ledger, kind))
        for item in items:
            if item.kind == kind and (item.id not in held or kind == "events"):
                held[item.id] = item.published
        lines.append(f"{kind}:" if held else f"{kind}: {{}}")
        lines += [f"  {key}: {_line(held[key])}" for key in sorted(held)]
    return "\n".join(lines) + "\n"


def _line(published: Published) -> str:
    values = published.model_dump(exclude_none=True)
    return "{" + ", ".join(f"{key}: {_value(value)}" for key, value in values.items()) + "}"


def _value(value: object) -> str:
    text = str(value)
    return f'"{text}"' if " " in text or "T" in text else text
