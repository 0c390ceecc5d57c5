"""All content of the site as one value, and a signatory's place in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from publishing.languages.language import Language, Languages
from publishing.languages.strings import Strings
from publishing.languages.translations import Texts, Translated
from publishing.problems import Problem
from publishing.records.countries import Country, Publication, Redirect
from publishing.records.documents import Document
from publishing.records.events import Event
from publishing.records.funding import Call, Finance
from publishing.records.glossary import Term
from publishing.records.helpdesk import AdhesionOffice, Helpdesk
from publishing.records.news import NewsItem
from publishing.records.newsletters import Issue, KnownIssue, Subscription
from publishing.records.organisations import Coordinator, Supporter
from publishing.records.outlines import Outline
from publishing.records.programme import Phase, Statistic
from publishing.records.releases import ReleaseList
from publishing.records.signatories import Signatory
from publishing.records.values import PartialDate


@dataclass(frozen=True, slots=True)
class Entry:
    """A signatory in the directory: its country and slug make its address, `file` its source."""

    country: str
    slug: str
    file: str
    signatory: Signatory

    @property
    def address(self) -> str:
        """Its address below a language: `signatories/ua/lviv/`."""
        return f"signatories/{self.country}/{self.slug}/"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it lies in `docs/`: its address, its kind, its size in bytes and in pixels."""

    address: str
    media_type: str
    size: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Version:
    """The words of a news item or an issue in one language; `body` is Markdown.

    `updated` is the later one of the words' own and of the facts'; `first_line` that of the body in
    its file.
    """

    language: str
    file: str
    title: str
    summary: str
    body: str
    image_alt: str = ""
    is_original: bool = False
    updated: PartialDate | None = None
    reviewed: bool = False
    is_outdated: bool = False
    first_line: int = 1


class Work:
    """Something written in some of the languages: `texts` are its words by language."""

    __slots__ = ()
    texts: Mapping[str, Version]

    @property
    def original(self) -> Version:
        """The words that the others are made from."""
        return next(text for text in self.texts.values() if text.is_original)

    def text_for(self, language: Language) -> Version | None:
        """Return the words that readers of a language get, None if their chain has none."""
        code = language.best_of(self.texts)
        return self.texts[code] if code else None


@dataclass(frozen=True, slots=True)
class News(Work):
    """A news item: its facts, and its words in every language that it is written in."""

    slug: str
    item: NewsItem
    texts: Mapping[str, Version]
    picture: Picture | None = None

    @property
    def date(self) -> PartialDate:
        """When it appeared."""
        return self.item.date

    @property
    def address(self) -> str:
        """Its address below a language: `news/first-national-meeting-kyrgyzstan/`."""
        return f"news/{self.slug}/"

    @property
    def newest_first(self) -> tuple[int, str]:
        """Sorts news by date, newest first; the id decides between equal dates."""
        return -self.item.date.first_day.toordinal(), self.item.id


@dataclass(frozen=True, slots=True)
class Newsletter(Work):
    """An issue of the newsletter: its facts, and its words in the languages it is written in."""

    issue: Issue
    texts: Mapping[str, Version]
    picture: Picture | None = None

    @property
    def date(self) -> PartialDate:
        """When it appeared."""
        return self.issue.date

    @property
    def address(self) -> str:
        """Its address below a language: `newsletter/2019-1/`."""
        return f"newsletter/{self.issue.number}/"


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event in the agenda: its slug makes its address, `file` is its source.

    The deadline of a call for funding is one, too; it has its `call`, and a `place` in the file of
    all calls.
    """

    slug: str
    file: str
    event: Event
    call: Call | None = None
    place: tuple[str | int, ...] = ()

    @property
    def countries(self) -> tuple[str, ...]:
        """Where it is held, or for whom: the codes of countries."""
        if self.call:
            return self.call.countries
        return (self.event.country,) if self.event.country else ()

    @property
    def address(self) -> str:
        """Its address below a language: `agenda/covenant-conference-tbilisi-2010/`."""
        return f"agenda/{self.slug}/"

    @property
    def oldest_first(self) -> tuple[int, str, str]:
        """Sorts events by their start; the id decides between equal ones."""
        return self.event.first_day.toordinal(), str(self.event.start), self.event.id


@dataclass(frozen=True)
class Site:
    """All content of the site. Nothing in it changes after reading.

    `news` and `newsletters` are sorted newest first, `occasions` by their start; the ids of all
    begin with `identity`. `url` is the configured address, `repository`
    that of the source files, if one is configured; `known_issues` are those of the original
    newsletters, `terms` those of the glossary. `translated` is the
    state of every translation; `outdated_since` holds, by file, the day its source changed, where
    it is known. `finance` are the known kinds of it, `documents` those of the library. `helpdesk`
    says whom to ask, `adhesion` where expressions of interest go, `releases` what of the open data
    is released. `outlines` are those of the countries, by code; `phases` are those of the
    project, `statistics` what others published.
    """

    languages: Languages
    strings: Mapping[str, Strings]
    release: Publication
    countries: Mapping[str, Country]
    sources: Mapping[str, Publication]
    entries: tuple[Entry, ...]
    coordinators: Mapping[str, Coordinator]
    supporters: Mapping[str, Supporter]
    texts: Texts
    redirects: tuple[Redirect, ...]
    news: tuple[News, ...]
    occasions: tuple[Occasion, ...]
    newsletters: tuple[Newsletter, ...]
    known_issues: tuple[KnownIssue, ...]
    terms: tuple[Term, ...]
    translated: tuple[Translated, ...]
    subscription: Subscription
    url: str
    identity: str
    repository: str = ""
    notes: tuple[Problem, ...] = field(default=(), repr=False)
    releases: ReleaseList = field(default_factory=ReleaseList)
    outdated_since: Mapping[str, PartialDate] = field(default_factory=dict, repr=False)
    finance: tuple[Finance, ...] = ()
    documents: tuple[Document, ...] = ()
    helpdesk: Helpdesk = field(default_factory=Helpdesk)
    adhesion: AdhesionOffice = field(default_factory=AdhesionOffice)
    outlines: Mapping[str, Outline] = field(default_factory=dict, repr=False)
    phases: tuple[Phase, ...] = ()
    statistics: tuple[Statistic, ...] = ()
