"""The front matter of a Markdown page: a closed contract with editors and translators."""

from collections.abc import Mapping
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

# Kind -> the pages that are made of it: their addresses are promised, and code links to them.
GENERATED_AT: Mapping[Generated, tuple[str, ...]] = {
    "signatories": ("signatories/index.md",),
    "country": ("signatories/_country/index.md",),
    "signatory": ("signatories/_country/_signatory/index.md",),
    "site-map": ("site-map.md",),
    "glossary": ("glossary.md",),
    "translations": ("translations.md",),
    "news": ("news/index.md",),
    "news-year": ("news/_year/index.md",),
    "news-country": ("news/_country/index.md",),
    "news-topic": ("news/topics/_topic/index.md",),
    "news-item": ("news/_item/index.md",),
    "newsletter": ("newsletter/index.md",),
    "newsletter-issue": ("newsletter/_issue/index.md",),
    "newsletter-preview": ("newsletter/_issue/preview.md",),
    "agenda": ("agenda/index.md",),
    "event": ("agenda/_event/index.md",),
    "coordinators": ("coordinators/index.md",),
    "coordinator": ("coordinators/_coordinator/index.md",),
    "supporters": ("supporters/index.md",),
    "supporter": ("supporters/_supporter/index.md",),
    "library": ("library.md",),
    "form": (
        "join/local-authority/form.md",
        "join/province-or-region/form.md",
        "join/network/form.md",
    ),
    "open-data": ("open-data.md",),
    "search": ("search.md",),
    "figures": ("figures/index.md",),
    "figures-country": ("figures/_country/index.md",),
}

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
