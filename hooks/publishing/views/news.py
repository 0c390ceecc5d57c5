"""News in one language: lines of lists, the lists, and the page of an item."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from publishing import newsroom
from publishing.agenda import by_ids
from publishing.languages.language import Language
from publishing.prose import prose_of
from publishing.records.news import TOPICS, Image
from publishing.site import Entry, News, Occasion, Picture, Site, Version
from publishing.views import vocabulary
from publishing.views.glossary import Meaning, explained
from publishing.views.links import relative
from publishing.views.organisations import body_links
from publishing.views.tongue import Name, Tongue, Worded

LATEST = 20


@dataclass(frozen=True, slots=True)
class Label:
    """A country or a topic of an item: its name and the address of its list."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class NewsLine:
    """An item in a list, in the best language of the readers' chain.

    `address` is that of the page where the item really is, below the site's root;
    `language_name` is empty where the words are in the readers' own language.
    """

    id: str
    title: Worded
    summary: Worded
    date: str
    day: str
    address: str
    language_name: str
    countries: tuple[Label, ...]
    topics: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """A group of lists to go to: (name, address below the language)."""

    name: str
    lists: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NewsList:
    """A list of news: all, of a year, a country or a topic. `feed` is its folder, if it has one."""

    title: str
    description: str
    address: str
    feed: str
    lines: tuple[NewsLine, ...]
    remaining: int = 0


@dataclass(frozen=True, slots=True)
class NewsImage:
    """A picture with what it shows, and whose it is."""

    address: str
    width: int
    height: int
    alt: str
    credit: str
    url: str


@dataclass(frozen=True, slots=True)
class NewsPage:
    """Everything the page of an item shows, in a language it is really written in."""

    title: str
    summary: str
    date: str
    day: str
    updated: str
    updated_day: str
    html: Markup
    image: NewsImage | None
    countries: tuple[Label, ...]
    topics: tuple[Label, ...]
    sources: tuple[tuple[Worded, str], ...]
    signatories: tuple[tuple[Name, str], ...]
    events: tuple[tuple[Worded, str], ...]
    bodies: tuple[tuple[Worded, str], ...]
    related: tuple[NewsLine, ...]
    is_outdated: bool
    outdated_since: str
    words: tuple[Meaning, ...]
    awaits_review: bool
    source: str
    file: str


def news_line(news: News, tongue: Tongue, site: Site) -> NewsLine:
    """Put an item into a list. Raises LookupError if no language of the chain tells it."""
    text = _text(news, tongue)
    return NewsLine(
        id=_anchor(news),
        title=Worded(text.title, text.language),
        summary=Worded(text.summary, text.language),
        date=tongue.write.date(news.item.date),
        day=str(news.item.date),
        address=site.languages[text.language].address(news.address),
        language_name=tongue.name_of_other(text.language),
        countries=_countries(news, tongue),
        topics=_topics(news, tongue),
    )


def _anchor(news: News) -> str:
    return f"item-{news.item.id}"


def place_in_list(news: News, language: Language) -> str:
    """Return where readers of a language find an item that is not written in it.

    In the list of its year it stands in the best language of their chain, if there is one.
    """
    anchor = f"#{_anchor(news)}" if news.text_for(language) else ""
    return f"news/{news.item.date.first_day.year}/{anchor}"


def _text(news: News, tongue: Tongue) -> Version:
    text = news.text_for(tongue.language)
    if text is None:
        raise LookupError(f"no text of {news.item.id} for {tongue.code}")
    return text


def _countries(news: News, tongue: Tongue) -> tuple[Label, ...]:
    return tuple(Label(tongue.write.country(code), f"news/{code}/") for code in news.item.countries)


def _topics(news: News, tongue: Tongue) -> tuple[Label, ...]:
    return tuple(
        Label(tongue.say(vocabulary.TOPIC[topic]), f"news/topics/{topic}/")
        for topic in news.item.topics
    )


def news_lines(news: Iterable[News], tongue: Tongue, site: Site) -> tuple[NewsLine, ...]:
    """Put items into a list, in their order, but for those that no text of the chain tells."""
    return tuple(news_line(one, tongue, site) for one in news if one.text_for(tongue.language))


def all_news(site: Site, tongue: Tongue) -> NewsList:
    """Make the front page of the news: the newest items."""
    readable = [one for one in site.news if one.text_for(tongue.language)]
    return NewsList(
        title=tongue.say("News"),
        description=tongue.say("News about the Covenant of Mayors in eleven countries."),
        address="news/",
        feed="news/",
        lines=news_lines(readable[:LATEST], tongue, site),
        remaining=len(readable[LATEST:]),
    )


def year_lists(site: Site, tongue: Tongue) -> list[NewsList]:
    """One list for every year that has news, the latest first."""
    return [
        NewsList(
            title=tongue.say("News of {year}", year=year),
            description=tongue.say(
                "News of {year} about the Covenant of Mayors in eleven countries.", year=year
            ),
            address=f"news/{year}/",
            feed="",
            lines=news_lines(news, tongue, site),
        )
        for year, news in newsroom.by_year(site.news).items()
    ]


def country_lists(site: Site, tongue: Tongue) -> list[NewsList]:
    """One list for every country, in the order of the language's alphabet."""
    return [
        NewsList(
            title=tongue.say("News: {name}", name=name),
            description=tongue.say("News about the Covenant of Mayors: {name}.", name=name),
            address=f"news/{code}/",
            feed=f"news/{code}/",
            lines=news_lines(newsroom.about_country(site.news, code), tongue, site),
        )
        for code, name in tongue.countries(site.countries)
    ]


def topic_lists(site: Site, tongue: Tongue) -> list[NewsList]:
    """One list for every topic."""
    names = {topic: tongue.say(vocabulary.TOPIC[topic]) for topic in TOPICS}
    return [
        NewsList(
            title=tongue.say("News: {name}", name=name),
            description=tongue.say("News about the Covenant of Mayors: {name}.", name=name),
            address=f"news/topics/{topic}/",
            feed=f"news/topics/{topic}/",
            lines=news_lines(newsroom.about_topic(site.news, topic), tongue, site),
        )
        for topic, name in names.items()
    ]


def choices(site: Site, tongue: Tongue) -> tuple[Choices, ...]:
    """Offer all lists of news: years, countries, topics.

    Without numbers of items: otherwise every list would change with every item.
    """
    say = tongue.say
    years = newsroom.by_year(site.news)
    countries = tongue.countries(site.countries)
    groups = (
        Choices(say("By year"), tuple((str(year), f"news/{year}/") for year in years)),
        Choices(say("By country"), tuple((name, f"news/{code}/") for code, name in countries)),
        Choices(
            say("By topic"),
            tuple((say(vocabulary.TOPIC[topic]), f"news/topics/{topic}/") for topic in TOPICS),
        ),
    )
    return tuple(group for group in groups if group.lists)


def news_page(
    news: News,
    site: Site,
    entries: Mapping[str, Entry],
    related: Iterable[News],
    names: Mapping[str, Name],
    tongue: Tongue,
) -> NewsPage:
    """Put an item into words, in a language that it is written in; links lead from its page.

    `entries` are all signatories by id, `related` the items that have to do with this one.
    """
    text = news.texts[tongue.code]
    item = news.item
    here = tongue.language.address(news.address)
    html = news_html(text, relative(tongue.language.prefix, here))
    linked, words = explained(html, site.terms, tongue)
    return NewsPage(
        title=text.title,
        summary=text.summary,
        date=tongue.write.date(item.date),
        day=str(item.date),
        updated=tongue.write.date(text.updated) if text.updated else "",
        updated_day=str(text.updated or ""),
        html=linked,
        words=words,
        image=news_image(item.image, news.picture, text, relative("", here)),
        countries=_countries(news, tongue),
        topics=_topics(news, tongue),
        sources=tuple(
            (Worded(source.name, news.original.language), source.url) for source in item.sources
        ),
        signatories=tuple((names[key], entries[key].address) for key in item.signatories),
        events=event_links(by_ids(site.occasions, item.events), tongue),
        bodies=(
            *body_links("coordinator", item.coordinators, site.coordinators, tongue),
            *body_links("supporter", item.supporters, site.supporters, tongue),
        ),
        related=news_lines(related, tongue, site),
        is_outdated=text.is_outdated,
        outdated_since=outdated_since(text, site, tongue),
        awaits_review=not text.reviewed,
        source=relative(site.languages[news.original.language].address(news.address), here),
        file=text.file,
    )


def outdated_since(text: Version, site: Site, tongue: Tongue) -> str:
    """Say since when a translation is outdated; nothing where it is not, or that is not known."""
    since = site.outdated_since.get(text.file)
    return tongue.write.date(since) if since else ""


def news_html(text: Version, root: str) -> Markup:
    """Convert the words of an item; `root` leads to the start page of their language."""
    html = prose_of(text.body, newsroom.FOLDER).below(root)
    return Markup(html)  # noqa: S704 - checked to hold no HTML of its own, converted by Markdown


def news_image(
    image: Image | None, picture: Picture | None, text: Version, base: str
) -> NewsImage | None:
    """Describe the picture of an item; `base` leads to the site's root."""
    if image is None or picture is None:
        return None
    credit = ", ".join(filter(None, [image.author, image.licence]))
    return NewsImage(
        address=base + picture.address,
        width=picture.width,
        height=picture.height,
        alt=text.image_alt,
        credit=credit,
        url=image.url or "",
    )


def event_links(occasions: Iterable[Occasion], tongue: Tongue) -> tuple[tuple[Worded, str], ...]:
    """Name events and their addresses below the language."""
    return tuple((best_wording(one.event.title, tongue), one.address) for one in occasions)


def best_wording(words: Mapping[str, str], tongue: Tongue) -> Worded:
    """Choose the words that readers of a language get of a record's, by their chain."""
    code = tongue.language.best_of(words) or next(iter(words))
    return Worded(words[code], code)
