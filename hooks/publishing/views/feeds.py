"""Every feed in one language: what it holds, under which identity, and in which documents.

Identities are tag URIs (RFC 4151), independent of addresses. They begin with the ledger's
`identity`; an item then has `news/<id>`, `newsletters/<number>`, `events/<id>` or
`adhesions/<signatory>-<year>`, which name it in all languages (its *work*), and `/<language>` of
the feed for the entry. So the same item is one entry in each language, every entry names its work,
and an entry stays the same when its text falls back to another language today and is translated
tomorrow.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from publishing.ledger import adhesion_id
from publishing.newsroom import about_country, about_topic
from publishing.records.news import TOPICS
from publishing.records.values import PartialDate
from publishing.site import Entry, News, Newsletter, Occasion, Picture, Site, Version
from publishing.views import vocabulary
from publishing.views.agenda import event_line, heading
from publishing.views.signatory import adhesion_facts
from publishing.views.tongue import Name, Tongue

NEWEST = 50
RSS, ATOM, JSON = "rss.xml", "atom.xml", "feed.json"
TYPES = {RSS: "application/rss+xml", ATOM: "application/atom+xml", JSON: "application/feed+json"}
NEWS, NEWSLETTER, AGENDA, ADHESIONS = "news/", "newsletter/", "agenda/", "signatories/"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that comes with an entry; `size` in bytes."""

    url: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry. `translations` are (language, address) of the same item elsewhere.

    `content` is HTML with absolute links. `language` is that of an item's text; records, whose
    pages exist in every language, have that of the feed.
    """

    id: str
    work: str
    title: str
    language: str
    link: str
    published: datetime
    updated: datetime
    summary: str
    content: str
    categories: tuple[tuple[str, str], ...] = ()
    translations: tuple[tuple[str, str], ...] = ()
    enclosure: Enclosure | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its folder below the language, the page it belongs to, all its entries.

    `born` dates a feed without entries: the day from which the identities count.
    """

    id: str
    folder: str
    kind: str
    name: str
    title: str
    description: str
    publisher: str
    language: str
    page: str
    entries: tuple[FeedEntry, ...]
    born: datetime


@dataclass(frozen=True, slots=True)
class FeedDocument:
    """One file of a feed (RFC 5005): the newest entries, or the archive of a year.

    `folder` is where it lies; `previous` and `following` the folders of the archives before and
    after it, empty at the ends.
    """

    feed: Feed
    folder: str
    entries: tuple[FeedEntry, ...]
    previous: str
    following: str
    is_archive: bool

    @property
    def updated(self) -> datetime:
        """The date of the newest entry: never the day of the build."""
        return max((entry.updated for entry in self.entries), default=self.feed.born)


def documents(feed: Feed) -> list[FeedDocument]:
    """Split a feed into the newest entries and one archive for each year that has older ones.

    The archive of a year holds all its entries, so that it stays as it is once the year is over;
    only that of the running year, which there is after fifty entries, still grows.
    """
    years = sorted({entry.published.year for entry in feed.entries[NEWEST:]})
    folders = ["", *(f"{feed.folder}{year}/" for year in years), ""]
    newest = feed.entries[:NEWEST]
    found = [FeedDocument(feed, feed.folder, newest, folders[-2], "", is_archive=False)]
    for index, year in enumerate(years, start=1):
        entries = tuple(entry for entry in feed.entries if entry.published.year == year)
        before, folder, after = folders[index - 1 : index + 2]
        found.append(FeedDocument(feed, folder, entries, before, after, is_archive=True))
    return found


# Writes the HTML of an item in the language of a feed, with absolute links.
Content = Callable[[News | Newsletter | Occasion | Entry], str]


@dataclass(frozen=True, slots=True)
class Publisher:
    """Makes the feeds of one language; `names` holds all signatories' names in it, by id."""

    site: Site
    tongue: Tongue
    names: Mapping[str, Name]
    site_url: str
    content: Content

    def feeds(self) -> list[Feed]:
        """Make every feed of the language, in the order in which they are listed."""
        return [
            *self._news_feeds(),
            self._newsletter_feed(),
            self._agenda_feed(),
            *self._adhesion_feeds(),
        ]

    def _news_feeds(self) -> Iterator[Feed]:
        say, site = self.tongue.say, self.site
        entries = {
            news.item.id: self._news(news, text)
            for news in site.news
            if (text := news.text_for(self.tongue.language))
        }

        def feed(folder: str, name: str, news: Iterable[News]) -> Feed:
            chosen = [entries[one.item.id] for one in news if one.item.id in entries]
            title = say("News: {name}", name=name)
            description = say("News about the Covenant of Mayors: {name}.", name=name)
            return self._feed(folder, NEWS, name, title, description, chosen)

        about = say("News about the Covenant of Mayors in eleven countries.")
        yield self._feed(NEWS, NEWS, say("All news"), say("News"), about, entries.values())
        for code, name in self.tongue.countries(self.site.countries):
            yield feed(f"news/{code}/", name, about_country(site.news, code))
        for topic in TOPICS:
            name = say(vocabulary.TOPIC[topic])
            yield feed(f"news/topics/{topic}/", name, about_topic(site.news, topic))

    def _newsletter_feed(self) -> Feed:
        say = self.tongue.say
        told = ((one, one.text_for(self.tongue.language)) for one in self.site.newsletters)
        entries = [self._issue(one, text) for one, text in told if text]
        about = say("The newsletter on the Covenant of Mayors in eleven countries.")
        name, title = say("All issues"), say("Newsletter")
        return self._feed(NEWSLETTER, NEWSLETTER, name, title, about, entries)

    def _agenda_feed(self) -> Feed:
        say = self.tongue.say
        entries = sorted(map(self._event, self.site.occasions), key=_newest_first)
        description = say("Events about the Covenant of Mayors in eleven countries.")
        return self._feed(AGENDA, AGENDA, say("All events"), say("Agenda"), description, entries)

    def _adhesion_feeds(self) -> Iterator[Feed]:
        say = self.tongue.say
        by_country: dict[str, list[FeedEntry]] = {code: [] for code in self.site.countries}
        for signatory in self.site.entries:
            key, adhesion = adhesion_id(signatory), signatory.signatory.adhesion
            if key and adhesion:
                entry = self._adhesion(signatory, key, adhesion.date)
                by_country[signatory.country].append(entry)
        about = say("Signatories of the Covenant of Mayors by the date of their latest adhesion.")
        everyone = [entry for entries in by_country.values() for entry in entries]
        everyone.sort(key=_newest_first)
        title = say("New signatories")
        yield self._feed(ADHESIONS, ADHESIONS, say("All countries"), title, about, everyone)
        for code, name in self.tongue.countries(self.site.countries):
            title = say("New signatories: {name}", name=name)
            entries = sorted(by_country[code], key=_newest_first)
            yield self._feed(f"signatories/{code}/", ADHESIONS, name, title, about, entries)

    def _feed(
        self,
        folder: str,
        kind: str,
        name: str,
        title: str,
        description: str,
        entries: Iterable[FeedEntry],
    ) -> Feed:
        publisher = self.tongue.say("Covenant of Mayors East")
        return Feed(
            id=f"{self.site.identity}feeds/{folder}{self.tongue.code}",
            folder=folder,
            kind=kind,
            name=name,
            title=f"{title} – {publisher}",
            description=description,
            publisher=publisher,
            language=self.tongue.code,
            page=self._here(folder),
            entries=tuple(entries),
            born=_born(self.site.identity),
        )

    def _here(self, address: str) -> str:
        return self.site_url + self.tongue.language.address(address)

    def _work(self, kind: str, key: str) -> str:
        return f"{self.site.identity}{kind}/{key}"

    def _news(self, news: News, text: Version) -> FeedEntry:
        item = news.item
        entry = self._told(news, text, self._work("news", item.id), item.date)
        return replace(
            entry,
            categories=tuple(
                (topic, self.tongue.say(vocabulary.TOPIC[topic])) for topic in item.topics
            ),
        )

    def _issue(self, newsletter: Newsletter, text: Version) -> FeedEntry:
        issue = newsletter.issue
        entry = self._told(newsletter, text, self._work("newsletters", issue.number), issue.date)
        compiled = issue.compiled.midnight if issue.compiled else entry.updated
        return replace(entry, updated=max(entry.updated, compiled))

    def _told(
        self, told: News | Newsletter, text: Version, work: str, date: PartialDate
    ) -> FeedEntry:
        """Make the entry of something that is written in some languages only."""
        published = date.midnight
        elsewhere = {
            code: self.site_url + self.site.languages[code].address(told.address)
            for code in told.texts
        }
        link = elsewhere.pop(text.language)
        return FeedEntry(
            id=f"{work}/{self.tongue.code}",
            work=work,
            title=text.title,
            language=text.language,
            link=link,
            published=published,
            updated=max(published, text.updated.midnight) if text.updated else published,
            summary=text.summary,
            content=self.content(told),
            translations=tuple(elsewhere.items()),
            enclosure=_enclosure(told.picture, self.site_url),
        )

    def _event(self, occasion: Occasion) -> FeedEntry:
        event = occasion.event
        work = self._work("events", event.id)
        line = event_line(occasion, self.tongue)
        places = [words.text for words in line.where]
        published = event.published.midnight
        title = ": ".join(filter(None, [line.status, heading(line)]))
        return FeedEntry(
            id=f"{work}/{self.tongue.code}",
            work=work,
            title=title,
            language=self.tongue.code,
            link=self._here(occasion.address),
            published=published,
            updated=max(published, event.updated.midnight) if event.updated else published,
            summary=", ".join([line.when, *places]),
            content=self.content(occasion),
        )

    def _adhesion(self, entry: Entry, key: str, date: PartialDate) -> FeedEntry:
        work = self._work("adhesions", key)
        name = self.names[entry.signatory.id]
        country = self.tongue.write.country(entry.country)
        return FeedEntry(
            id=f"{work}/{self.tongue.code}",
            work=work,
            title=f"{name.full}, {country}",
            language=self.tongue.code,
            link=self._here(entry.address),
            published=date.midnight,
            updated=date.midnight,
            summary="; ".join(
                f"{label}: {value}" for label, value in adhesion_facts(entry, self.tongue)
            ),
            content=self.content(entry),
        )


def _newest_first(entry: FeedEntry) -> tuple[float, str]:
    return -entry.published.timestamp(), entry.id


def _born(identity: str) -> datetime:
    """Return the day from which an identity counts: `tag:example.org,2026:` is from 2026 on."""
    return PartialDate(identity.rstrip(":").rpartition(",")[2]).midnight


def _enclosure(picture: Picture | None, site_url: str) -> Enclosure | None:
    if picture is None:
        return None
    return Enclosure(site_url + picture.address, picture.media_type, picture.size)


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed in a list for readers: its name in its group and alone, folder, entries."""

    name: str
    title: str
    folder: str
    count: str


@dataclass(frozen=True, slots=True)
class FeedGroup:
    """Feeds of one kind, the one for everything first."""

    name: str
    feeds: tuple[FeedLink, ...]


def feed_groups(feeds: Iterable[Feed], tongue: Tongue) -> tuple[FeedGroup, ...]:
    """List all feeds by kind, for the page that explains them and for OPML."""
    names = {
        NEWS: tongue.say("News"),
        NEWSLETTER: tongue.say("Newsletter"),
        AGENDA: tongue.say("Agenda"),
        ADHESIONS: tongue.say("New signatories"),
    }
    feeds = list(feeds)
    return tuple(
        FeedGroup(
            name,
            tuple(
                FeedLink(
                    feed.name,
                    feed.title,
                    feed.folder,
                    tongue.count(
                        "{number} item",
                        "{number} items",
                        len(feed.entries),
                        number=tongue.write.number(len(feed.entries)),
                    ),
                )
                for feed in feeds
                if feed.kind == kind
            ),
        )
        for kind, name in names.items()
    )


@dataclass(frozen=True, slots=True)
class Announced:
    """A feed that a page points to (autodiscovery): its title, its file, its media type."""

    title: str
    file: str
    media_type: str


def announced(tongue: Tongue, own: Iterable[tuple[str, str]] = ()) -> tuple[Announced, ...]:
    """List the feeds a page points to: its `own` (title, folder) in all formats, then the rest.

    Readers that find several take the first.
    """
    say = tongue.say
    general = [
        (say("News"), NEWS),
        (say("Newsletter"), NEWSLETTER),
        (say("Agenda"), AGENDA),
        (say("New signatories"), ADHESIONS),
    ]
    first = list(own) or general[:1]
    folders = [folder for _title, folder in first]
    return (
        *(
            Announced(title, folder + file, media_type)
            for title, folder in first
            for file, media_type in TYPES.items()
        ),
        *(
            Announced(title, folder + RSS, TYPES[RSS])
            for title, folder in general
            if folder not in folders
        ),
    )
