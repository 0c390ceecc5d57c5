"""The glossary: the words of the field, in every language of the site."""

from typing import Annotated, Literal

from pydantic import Field

from publishing.records.values import LanguageCode, Record, Slug, Text, shaped

PageReference = Annotated[
    str,
    shaped(
        r"[a-z0-9-]+(?:/[a-z0-9-]+)*\.md(?:#[\w-]+)?",
        "the path of a page, such as about/commitments.md#signatory",
    ),
]


class Wording(Record):
    """A term in one language, as it stands in a list, and its meaning in a sentence or two.

    `source`: `seed` (the project's own papers), `public` (public texts of the Covenant) or `ours`.
    `stems` are the beginnings of words by which texts name it, `avoid` those of words that mean the
    same and that the site does not use; words of one stem are separated by spaces, and a form in
    capital letters is taken as it is.
    """

    term: Text
    source: Literal["seed", "public", "ours"]
    meaning: Text
    stems: Annotated[tuple[Text, ...], Field(strict=False, min_length=1)]
    avoid: Annotated[tuple[Text, ...], Field(strict=False)] = ()


class Term(Record):
    """A word of the field; `page` is where readers learn more."""

    id: Slug
    page: PageReference | None = None
    languages: Annotated[dict[LanguageCode, Wording], Field(min_length=1)]


class TermList(Record):
    """The file `data/glossary.yml`."""

    terms: Annotated[tuple[Term, ...], Field(strict=False)] = ()
