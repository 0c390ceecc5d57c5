"""The front matter of a Markdown page: a closed contract with editors and translators."""

from typing import Annotated, Literal

from pydantic import Field

from publishing.records.values import Reviewable, Text

Generated = Literal[
    "signatories",
    "country",
    "signatory",
    "site-map",
    "glossary",
    "translations",
    "news",
    "news-year",
    "news-country",
    "news-topic",
    "news-item",
    "newsletter",
    "newsletter-issue",
    "newsletter-preview",
    "agenda",
    "event",
    "coordinators",
    "coordinator",
    "supporters",
    "supporter",
    "library",
    "form",
    "open-data",
    "search",
    "figures",
    "figures-country",
]


# Parts of a page that code fills in, asked for by a comment such as `<!-- part: figures -->`.
PARTS = (
    "countries",
    "figures",
    "report",
    "news",
    "newsletter",
    "subscribe",
    "agenda",
    "feeds",
    "finance",
    "calls",
)


class Page(Reviewable):
    """`title` names the page in menus; `description` is for search engines and previews.

    A page that is `generated` takes its words from the catalogue and so exists in every
    language.
    """

    title: Annotated[Text, Field(max_length=70)]
    description: Annotated[Text, Field(max_length=300)]
    generated: Generated | None = None
