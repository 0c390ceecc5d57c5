"""News: the files of one item made into one, their rules, and which items go where."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from publishing.languages.language import Languages
from publishing.manuscripts import (
    LinkTargets,
    Manuscript,
    check_body,
    check_links,
    check_picture,
    check_reach,
    check_translation,
    has_facts,
    versions_of,
    works_of,
)
from publishing.problems import Problem
from publishing.records.news import NewsItem, NewsTranslation
from publishing.site import News, Picture
from publishing.sources import in_words

FOLDER = "news"
# What lies beside the items and is an ordinary page.
PAGES = ("index.md",)
PICTURES = "docs/assets/images/news"
_RESERVED = re.compile(r"[0-9]{4}|[a-z]{2}|topics")
_FACTS = (
    "date",
    "topics",
    "countries",
    "sources",
    "image",
    "signatories",
    "events",
    "coordinators",
    "supporters",
)


@dataclass(frozen=True, slots=True)
class NewsFile(Manuscript[NewsItem | NewsTranslation]):
    """One file of `docs/<language>/news/`, with the day and the slug of its name."""

    day: str
    slug: str

    @property
    def key(self) -> str:
        """The id of its item."""
        return self.record.id

    @property
    def address(self) -> str:
        """Its address below a language: `news/first-national-meeting-kyrgyzstan/`."""
        return f"{FOLDER}/{self.slug}/"


def model_of(front_matter: object) -> type[NewsItem | NewsTranslation]:
    """Tell an original from a translation."""
    return NewsItem if has_facts(front_matter, _FACTS) else NewsTranslation


@dataclass(frozen=True, slots=True)
class KnownToNews:
    """What a news item may refer to."""

    countries: Collection[str]
    signatories: Collection[str]
    events: Collection[str]
    links: LinkTargets
    pictures: Mapping[str, Picture]
    coordinators: Collection[str] = ()
    supporters: Collection[str] = ()


def news_from(
    files: Sequence[NewsFile], pictures: Mapping[str, Picture], languages: Languages
) -> tuple[News, ...]:
    """Make one item of the checked files of each id; newest first."""
    news = []
    for group in works_of(files, languages).values():
        original, item = group[0], group[0].record
        if isinstance(item, NewsItem):
            picture = pictures.get(item.image.file) if item.image else None
            news.append(News(original.slug, item, versions_of(group, languages), picture))
    return tuple(sorted(news, key=lambda one: one.newest_first))


def check_news(
    files: Sequence[NewsFile], known: KnownToNews, languages: Languages
) -> Iterator[Problem]:
    """Yield every mistake in and between news files."""
    slugs: dict[str, str] = {}
    for file in files:
        yield from _check_file(file, known)
        owner = slugs.setdefault(file.slug, file.key) if file.is_original else file.key
        if owner != file.key:
            hint = "Two items cannot have one address: rename one of the files."
            wanted = f"a name that the item '{owner}' does not have"
            yield file.source.problem((), wanted, file.slug, hint)
    for key, group in works_of(files, languages).items():
        if not group[0].is_original and {key, group[0].slug} & set(known.links.unread):
            continue
        yield from _check_group(group)
        yield from check_reach(group, languages)
    for file in files:
        yield from check_links(file, FOLDER, known.links)


def _check_file(file: NewsFile, known: KnownToNews) -> Iterator[Problem]:
    yield from check_body(file)
    if not file.body.strip():
        hint = "Write at least one paragraph below the second '---'."
        yield file.source.problem((), "a text", in_words("none"), hint)
    if _RESERVED.fullmatch(file.slug):
        hint = "Years, countries and 'topics' have pages of their own; add a word."
        yield file.source.problem((), "a name that is no list of news", file.slug, hint)
    item = file.record
    if not isinstance(item, NewsItem):
        return
    if item.date.first_day.isoformat() != file.day:
        hint = f"Correct one of the two; the file would be {item.date.first_day}-{file.slug}.md."
        wanted = f"the date of the file name, {file.day}"
        yield file.source.problem(("date",), wanted, item.date, hint)
    references = (
        ("countries", known.countries, "a country of the site", "See data/countries.yml."),
        ("signatories", known.signatories, "the id of a signatory", "See id: in its file."),
        ("events", known.events, "the id of an event", "See id: in data/events/."),
        ("coordinators", known.coordinators, *_BODY["coordinators"]),
        ("supporters", known.supporters, *_BODY["supporters"]),
    )
    for key, targets, wanted, hint in references:
        for index, value in enumerate(getattr(item, key)):
            if value not in targets:
                yield file.source.problem((key, index), wanted, value, hint)
    yield from check_picture(file, known.pictures, PICTURES)


_BODY = {
    role: (f"a file in data/{role}/", "Its name without .yml.")
    for role in ("coordinators", "supporters")
}


def _check_group(group: list[NewsFile]) -> Iterator[Problem]:
    original, *others = group
    if not original.is_original:
        hint = "One file of every item holds date:, topics: and sources:; is the id right?"
        found = in_words("translations only")
        yield original.source.problem(("id",), "an item with its facts", found, hint)
        return
    seen = {original.language: original.path}
    for file in others:
        first = seen.setdefault(file.language, file.path)
        if first != file.path:
            hint = "Ids never change and are never shared; give the newer item its own."
            wanted = f"an id that {first} does not have"
            yield file.source.problem(("id",), wanted, file.record.id, hint)
        elif file.is_original:
            hint = "Keep id, title and summary here; the facts are told once."
            wanted = f"words only: the facts stand in {original.path}"
            yield file.source.problem(("date",), wanted, in_words("facts"), hint)
        elif (file.day, file.slug) != (original.day, original.slug):
            name = original.path.rpartition("/")[2]
            hint = "All languages of an item have one file name, and so one address."
            found = file.path.rpartition("/")[2]
            yield file.source.problem((), f"the name of its original, {name}", found, hint)
        else:
            yield from check_translation(file, original)


def by_year(news: Iterable[News]) -> dict[int, list[News]]:
    """Group news by the year of their date, keeping their order."""
    groups: dict[int, list[News]] = defaultdict(list)
    for one in news:
        groups[one.item.date.first_day.year].append(one)
    return dict(groups)


def about_country(news: Iterable[News], country: str) -> list[News]:
    """Return the news of a country."""
    return [one for one in news if country in one.item.countries]


def about_topic(news: Iterable[News], topic: str) -> list[News]:
    """Return the news of a topic."""
    return [one for one in news if topic in one.item.topics]


def by_reference(news: Iterable[News], key: str) -> dict[str, list[News]]:
    """Group news by what they name under a key such as `signatories`, keeping their order."""
    groups: dict[str, list[News]] = defaultdict(list)
    for one in news:
        for name in dict.fromkeys(getattr(one.item, key)):
            groups[name].append(one)
    return dict(groups)


# How much two items have to do with each other, by what they share.
_WEIGHTS = {"events": 4, "signatories": 3, "countries": 2, "topics": 1}
_LEAST_IN_COMMON = 2


def related(news: Sequence[News], count: int) -> dict[str, list[News]]:
    """Find, by id, the items that share most with each; of equals the nearest in time."""
    sharing: dict[tuple[str, str], list[News]] = defaultdict(list)
    for one in news:
        for mark in _marks(one):
            sharing[mark].append(one)

    def nearest(one: News) -> list[News]:
        common: Counter[str] = Counter()
        found = {}
        for mark in _marks(one):
            for other in sharing[mark]:
                common[other.item.id] += _WEIGHTS[mark[0]]
                found[other.item.id] = other
        day = one.item.date.first_day
        ordered = sorted(
            (-shared, abs((found[key].item.date.first_day - day).days), key)
            for key, shared in common.items()
            if key != one.item.id and shared >= _LEAST_IN_COMMON
        )
        return [found[key] for *_order, key in ordered[:count]]

    return {one.item.id: nearest(one) for one in news}


def _marks(one: News) -> set[tuple[str, str]]:
    """Collect what items can share: (key, value)."""
    return {(key, value) for key in _WEIGHTS for value in getattr(one.item, key)}
