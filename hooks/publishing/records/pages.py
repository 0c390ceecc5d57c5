"""The front matter of a Markdown page: a closed contract with editors and translators."""

from typing import Annotated, Literal

from pydantic import Field

from publishing.records.values import Record, Text, shaped

Generated = Literal["signatories", "country", "signatory", "site-map"]


# Parts of a page that code fills in, asked for by a comment such as `<!-- part: figures -->`.
PARTS = ("countries", "figures", "report")


class Page(Record):
    """`title` names the page in menus; `description` is for search engines and previews.

    A page that is `generated` takes its words from the catalogue and so exists in every
    language. A translation carries the `source_hash` of the text it was made from, and
    `reviewed: true` once a native speaker has read it.
    """

    title: Annotated[Text, Field(max_length=70)]
    description: Annotated[Text, Field(max_length=300)]
    generated: Generated | None = None
    source_hash: Annotated[str, shaped("[0-9a-f]{12}", "12 of the signs 0–9 and a–f")] | None = None
    reviewed: bool = False
