"""Documents of the library: what was published where, in which languages, under which licence."""

from typing import Annotated, Literal, get_args

from pydantic import Field

from publishing.records.events import Wording
from publishing.records.values import (
    CountryCode,
    LanguageCode,
    Record,
    Slug,
    Text,
    WebAddress,
    Year,
)

DocumentType = Literal[
    "fact-sheet", "guide", "report", "dataset", "article", "form", "presentation"
]
DOCUMENT_TYPES: tuple[str, ...] = get_args(DocumentType)


class Document(Record):
    """A document. `title` stands by language: in its own, and in others where it is known.

    One that is a key of `data/sources.yml` names it in `source`, and takes title, publisher, year,
    link and licence from there. Without `countries` it is about the whole region; without
    `licence` none is stated.
    """

    id: Slug
    type: DocumentType
    languages: Annotated[tuple[LanguageCode, ...], Field(strict=False, min_length=1)]
    source: Slug | None = None
    title: Wording | None = None
    publisher: Text | None = None
    year: Year | None = None
    link: WebAddress | None = None
    licence: Text | None = None
    countries: Annotated[tuple[CountryCode, ...], Field(strict=False)] = ()


class DocumentList(Record):
    """The file `data/documents.yml`."""

    documents: Annotated[tuple[Document, ...], Field(strict=False)] = ()
