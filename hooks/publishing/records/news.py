"""News items: the facts of an item, told once, and its words in each language."""

from typing import Annotated, Literal, get_args

from pydantic import Field

from publishing.records.values import (
    CountryCode,
    KnownDate,
    Record,
    Reviewable,
    SignatoryId,
    Slug,
    Text,
    WebAddress,
    shaped,
)

Topic = Literal["adhesion", "action-plan", "project", "event", "training", "funding", "club"]
TOPICS: tuple[str, ...] = get_args(Topic)

Title = Annotated[Text, Field(max_length=120)]
PictureFile = Annotated[
    str, shaped(r"[a-z0-9-]+\.(?:jpg|png|webp)", "the name of a .jpg, .png or .webp file")
]


class Reference(Record):
    """A page elsewhere that says what the item says; `name` is the publisher's."""

    name: Text
    url: WebAddress


class Image(Record):
    """A picture of a news item or an issue, in `docs/assets/images/`.

    `alt` says what it shows to those who do not see it.
    `licence` is what its author allows, such as `CC BY 4.0`; `url` where it was found.
    """

    file: PictureFile
    alt: Text
    licence: Text
    author: Text | None = None
    url: WebAddress | None = None


class NewsItem(Record):
    """The original of an item: `docs/<language>/news/<yyyy-mm-dd>-<slug>.md`.

    `id` is for ever and says nothing about address or language. `date` is as precise as it is
    known: `2018-10-17`, or `2018-10` (the file is then named `2018-10-01-…`).
    """

    id: Slug
    title: Title
    date: KnownDate
    topics: Annotated[tuple[Topic, ...], Field(strict=False, min_length=1)]
    countries: Annotated[tuple[CountryCode, ...], Field(strict=False)] = ()
    summary: Text
    sources: Annotated[tuple[Reference, ...], Field(strict=False, min_length=1)]
    image: Image | None = None
    signatories: Annotated[tuple[SignatoryId, ...], Field(strict=False)] = ()
    events: Annotated[tuple[Slug, ...], Field(strict=False)] = ()
    coordinators: Annotated[tuple[Slug, ...], Field(strict=False)] = ()
    supporters: Annotated[tuple[Slug, ...], Field(strict=False)] = ()
    updated: KnownDate | None = None


class NewsTranslation(Reviewable):
    """An item in another language: its words only; the facts stand in the original."""

    id: Slug
    title: Title
    summary: Text
    image_alt: Text | None = None
    updated: KnownDate | None = None
