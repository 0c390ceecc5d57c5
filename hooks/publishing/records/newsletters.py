"""The newsletter: its issues, the known issues of the original newsletters, how to subscribe."""

from datetime import date, timedelta
from typing import Annotated, Any, Literal, get_args

from pydantic import Field

from publishing.records.news import Image, Title, Topic
from publishing.records.values import (
    KnownDate,
    LanguageCode,
    Record,
    Reviewable,
    SignatoryId,
    Slug,
    Text,
    WebAddress,
    expected,
    shaped,
)

# The newsletter appears twice a year.
Season = Literal["spring", "autumn"]
SEASONS: tuple[str, ...] = get_args(Season)
Number = Annotated[str, shaped("(?:19|20)[0-9]{2}-[12]", "a year and its half, such as 2019-1")]
PagePath = Annotated[
    str, shaped(r"[a-z0-9-]+(?:/[a-z0-9-]+)*\.md", "the path of a page, such as join/index.md")
]
# What an issue can present -> such a line.
_KINDS = ("news", "event", "signatory", "page", "document")


class IssueItem(Record):
    """Something an issue presents, by reference: its words are taken from there."""

    news: Slug | None = None
    event: Slug | None = None
    signatory: SignatoryId | None = None
    page: PagePath | None = None
    document: Slug | None = None

    @property
    def kind(self) -> str:
        """`news`, `event`, `signatory`, `page` or `document`."""
        return next(kind for kind in _KINDS if getattr(self, kind))

    @property
    def id(self) -> str:
        """The id, or the path, of what it refers to."""
        return str(getattr(self, self.kind))

    def model_post_init(self, _context: Any, /) -> None:
        """Refuse an item that refers to nothing, or to two things."""
        named = [kind for kind in _KINDS if getattr(self, kind)]
        if len(named) != 1:
            hint = "Such as '- {news: polotsk-joins-the-covenant}'."
            found = " and ".join(named) or "none"
            raise expected(
                "one of news:, event:, signatory:, page: and document:", hint, found=found
            )


def half_year(number: str) -> tuple[date, date]:
    """Return the first and the last day that an issue reports on.

    >>> half_year("2011-2")
    (datetime.date(2011, 7, 1), datetime.date(2011, 12, 31))
    """
    year, half = map(int, number.split("-"))
    first = date(year, 6 * half - 5, 1)
    after = date(year, 7, 1) if half == 1 else date(year + 1, 1, 1)
    return first, after - timedelta(days=1)


class Issue(Record):
    """The original of an issue: `docs/<language>/newsletter/<number>.md`.

    The text before the first `## ` heading is the editorial; what follows are free sections. `date`
    lies in the half-year of `number`. `compiled` is the day on which this site made a digest of a
    half-year long past.
    """

    number: Number
    season: Season
    date: KnownDate
    title: Title
    summary: Text
    items: Annotated[tuple[IssueItem, ...], Field(strict=False)] = ()
    image: Image | None = None
    compiled: KnownDate | None = None
    updated: KnownDate | None = None


class IssueTranslation(Reviewable):
    """An issue in another language: its words only; the facts stand in the original."""

    number: Number
    title: Title
    summary: Text
    image_alt: Text | None = None
    updated: KnownDate | None = None


class KnownIssue(Record):
    """An issue of an original newsletter, as far as it is known; `url` is where it was found.

    Its words are in English; `languages` are those it appeared in.
    """

    series: Text
    title: Text
    date: KnownDate
    languages: Annotated[tuple[LanguageCode, ...], Field(strict=False)] = ()
    topics: Text | None = None
    url: WebAddress


class KnownIssueList(Record):
    """The file `data/newsletters.yml`."""

    newsletters: Annotated[tuple[KnownIssue, ...], Field(strict=False)] = ()


ListId = Annotated[
    str,
    shaped(
        "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        "the public UUID of a list, such as 7c4f1a52-0f5e-4b0e-9a3d-2f8f0c1d9e11",
    ),
]
ServiceAddress = Annotated[
    str,
    shaped(
        r"(?:https://[a-z0-9.-]+|http://127\.0\.0\.1)(?::[0-9]+)?/[\w./-]*",
        "an address such as https://lists.example.org/subscription/form",
    ),
]
MailAddress = Annotated[
    str, shaped(r"[a-z0-9._+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+", "an e-mail address of the office")
]


class Subscription(Record):
    """How to subscribe: `extra: newsletter:` in `mkdocs.yml`.

    `service` is the address of listmonk's public form; `languages` and `topics` hold the public
    UUIDs of its lists. Without a service readers write to `address`, which the newsletter also
    comes from.
    """

    service: ServiceAddress | None = None
    languages: dict[LanguageCode, ListId] = Field(default_factory=dict)
    topics: dict[Topic, ListId] = Field(default_factory=dict)
    address: MailAddress | None = None
