"""The identity ledger: what was once published, and under which identity."""

from typing import Annotated

from pydantic import Field

from publishing.records.values import KnownDate, Record, Slug, Text, shaped

Identity = Annotated[
    str,
    shaped(
        r"tag:[a-z0-9.-]+,[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?:",
        "the start of a tag URI such as tag:example.org,2026:",
    ),
]


class Published(Record):
    """What subscribers hold of an item: its date and, by the slug, where it was.

    `sequence` and `state` are an event's: with a new state goes a higher sequence. An item that
    was taken back on purpose keeps its line, with the day of that in `withdrawn`.
    """

    date: KnownDate
    slug: Slug | None = None
    sequence: int | None = None
    state: Text | None = None
    withdrawn: KnownDate | None = None


class Ledger(Record):
    """The file `data/ledger.yml`; every id of the site begins with `identity` (RFC 4151)."""

    identity: Identity
    news: dict[str, Published] = Field(default_factory=dict)
    newsletters: dict[str, Published] = Field(default_factory=dict)
    events: dict[str, Published] = Field(default_factory=dict)
    adhesions: dict[str, Published] = Field(default_factory=dict)
