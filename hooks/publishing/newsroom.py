"""News: the files of one item made into one, their rules, and which items go where."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from publishing.checks import check_markdown
from publishing.languages.language import Languages
from publishing.languages.translations import source_hash
from publishing.problems import Problem, Severity, quoted
from publishing.prose import news_address, prose_of
from publishing.records.news import NewsItem, NewsTranslation
from publishing.site import News, NewsText, Picture
from publishing.sources import Source, in_words

FOLDER = "news"
PICTURES = "docs/assets/images/news"
LARGEST_PICTURE_BYTES = 300_000
LONGEST_SIDE = 2000
_RESERVED = re.compile(r"[0-9]{4}|[a-z]{2}|topics")
_FACTS = {"date", "topics", "countries", "sources", "image", "signatories", "events"}


@dataclass(frozen=True, slots=True)
class NewsFile:
    """One file of `docs/<language>/news/`: the day and slug of its name, its front matter."""

    language: str
    day: str
    slug: str
    record: NewsItem | NewsTranslation
    body: str
    source: Source
    first_line: int

    @property
    def path(self) -> str:
        """Its path as editors see it."""
        return self.source.path

    @property
    def is_original(self) -> bool:
        """Whether it holds the facts, and not only the words of a translation."""
        return isinstance(self.record, NewsItem)

    @property
    def hash(self) -> str:
        """The hash that translations of this file carry."""
        return source_hash(self.record.title, self.record.summary, self.body)


def model_of(front_matter: object) -> type[NewsItem | NewsTranslation]:
    """Tell an original from a translation by its keys: a translation has words only."""
    keys = set(front_matter) if isinstance(front_matter, dict) else set()
    has_facts = "date" in keys or len(keys & _FACTS) > 1
    return NewsItem if has_facts and "source_hash" not in keys else NewsTranslation


@dataclass(frozen=True, slots=True)
class KnownToNews:
    """What a news item may refer to. `pages` holds the anchors of paths such as `join/index.md`."""

    countries: Collection[str]
    signatories: Collection[str]
    events: Collection[str]
    pages: Mapping[str, Collection[str]]
    pictures: Mapping[str, Picture]


def items_of(files: Sequence[NewsFile], languages: Languages) -> dict[str, list[NewsFile]]:
    """Group files by id, each item's original first, then in the order of the languages."""
    order = languages.codes.index
    groups: dict[str, list[NewsFile]] = defaultdict(list)
    for file in sorted(files, key=lambda file: (not file.is_original, order(file.language))):
        groups[file.record.id].append(file)
    return dict(groups)


def news_from(
    files: Sequence[NewsFile], pictures: Mapping[str, Picture], languages: Languages
) -> tuple[News, ...]:
    """Make one item of the checked files of each id; newest first."""
    news = []
    for original, *translations in items_of(files, languages).values():
        item = original.record
        if not isinstance(item, NewsItem):
            continue
        texts = {file.language: _text(file, original, item) for file in (original, *translations)}
        picture = pictures.get(item.image.file) if item.image else None
        ordered = {code: texts[code] for code in languages.codes if code in texts}
        news.append(News(original.slug, item, ordered, picture))
    return tuple(sorted(news, key=lambda one: one.newest_first))


def _text(file: NewsFile, original: NewsFile, facts: NewsItem) -> NewsText:
    record = file.record
    if isinstance(record, NewsItem):
        alt, reviewed, outdated = record.image.alt if record.image else "", True, False
    else:
        alt, reviewed = record.image_alt or "", record.reviewed
        outdated = record.source_hash != original.hash
    return NewsText(
        language=file.language,
        file=file.path,
        title=record.title,
        summary=record.summary,
        body=file.body,
        image_alt=alt,
        is_original=file is original,
        updated=max(filter(None, [record.updated, facts.updated]), default=None),
        reviewed=reviewed,
        is_outdated=outdated,
    )


def check_news(
    files: Sequence[NewsFile], known: KnownToNews, languages: Languages
) -> Iterator[Problem]:
    """Yield every mistake in and between news files."""
    slugs: dict[str, str] = {}
    for file in files:
        yield from _check_file(file, known)
        owner = slugs.setdefault(file.slug, file.record.id) if file.is_original else file.record.id
        if owner != file.record.id:
            hint = "Two items cannot have one address: rename one of the files."
            wanted = f"a name that the item '{owner}' does not have"
            yield file.source.problem((), wanted, file.slug, hint)
    for group in items_of(files, languages).values():
        yield from _check_group(group)
        yield from _check_reach(group, languages)
    by_path = {file.path for file in files}
    for file in files:
        yield from _check_links(file, known, by_path)


def _check_file(file: NewsFile, known: KnownToNews) -> Iterator[Problem]:
    yield from check_markdown(file.path, file.first_line, file.body)
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
    )
    for key, targets, wanted, hint in references:
        for index, value in enumerate(getattr(item, key)):
            if value not in targets:
                yield file.source.problem((key, index), wanted, value, hint)
    yield from _check_picture(file, item, known.pictures)


def _check_picture(
    file: NewsFile, item: NewsItem, pictures: Mapping[str, Picture]
) -> Iterator[Problem]:
    if item.image is None:
        return
    place = ("image", "file")
    picture = pictures.get(item.image.file)
    if picture is None:
        hint = "Put the picture there; the name is lower case."
        yield file.source.problem(place, f"a picture in {PICTURES}/", item.image.file, hint)
    elif picture.width <= 0:
        hint = "Open it in a picture program and save it anew."
        yield file.source.problem(place, "a picture that can be opened", item.image.file, hint)
    elif picture.size > LARGEST_PICTURE_BYTES or _side(picture) > LONGEST_SIDE:
        wanted = f"at most {LARGEST_PICTURE_BYTES // 1000} kB and {LONGEST_SIDE} pixels a side"
        found = in_words(f"{-(-picture.size // 1000)} kB and {_side(picture)} pixels")
        hint = "Make it smaller: 1200 pixels and quality 75 are plenty on a telephone."
        yield file.source.problem(place, wanted, found, hint)


def _side(picture: Picture) -> int:
    return max(picture.width, picture.height)


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
            yield from _check_translation(file, original)


def _check_reach(group: list[NewsFile], languages: Languages) -> Iterator[Problem]:
    """Note an item without a text in the source language: most readers never see it."""
    origin = languages.source.code
    if origin in {file.language for file in group} or not group[0].is_original:
        return
    written = [file.language for file in group]
    shown = [language.code for language in languages if language.best_of(written)]
    hint = f"It is only shown in: {', '.join(shown)}."
    first = group[0]
    yield first.source.problem((), f"also a text in '{origin}'", in_words("none"), hint).as_note


def _check_translation(file: NewsFile, original: NewsFile) -> Iterator[Problem]:
    record, item = file.record, original.record
    if not isinstance(record, NewsTranslation) or not isinstance(item, NewsItem):
        return
    accept = f"When it says what the original says: make accept FILES={file.path}"
    if record.source_hash is None:
        wanted = "the hash of the text it translates"
        yield Problem(file.path, 0, "source_hash", wanted, "none", accept)
    elif record.source_hash != original.hash:
        wanted = f"{original.hash}, the text of {original.path} today"
        line = file.source.line_of(("source_hash",))
        found = repr(record.source_hash)
        yield Problem(file.path, line, "source_hash", wanted, found, accept, Severity.NOTE)
    if (item.image is None) != (record.image_alt is None):
        wanted = "no line: the original has no picture"
        if item.image is not None:
            wanted = "what the picture shows, in this language"
        found = record.image_alt or in_words("none")
        hint = "The picture itself stands in the original."
        yield replace(file.source.problem(("image_alt",), wanted, found, hint), field="image_alt")


def _check_links(
    file: NewsFile, known: KnownToNews, news_paths: Collection[str]
) -> Iterator[Problem]:
    prose = prose_of(file.body, FOLDER)
    for written in prose.pictures:
        hint = "Name it by image: in the original, with what it shows and its licence."
        wanted = "a text without pictures"
        yield Problem(file.path, _line_of(file, written), "text", wanted, quoted(written), hint)
    for link in prose.links:
        line = _line_of(file, link.written)
        if news_address(link.path):
            anchors: Collection[str] = ()
            exists = f"docs/{file.language}/{link.path}" in news_paths
        else:
            anchors, exists = known.pages.get(link.path, ()), link.path in known.pages
        if not exists:
            hint = "Write ../join/index.md for a page, or the name of a news file in this language."
            yield Problem(file.path, line, "link", "a page of the site", quoted(link.written), hint)
        elif link.anchor and link.anchor not in anchors:
            wanted = "a heading of that page with this {#id}"
            hint = "Known there: " + (", ".join(sorted(anchors)) or "none") + "."
            yield Problem(file.path, line, "link", wanted, quoted(link.anchor), hint)


def _line_of(file: NewsFile, words: str) -> int:
    for number, line in enumerate(file.body.splitlines(), start=file.first_line):
        if words in line:
            return number
    return file.first_line


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
    """Group news by what they name under a key (`signatories` or `events`), keeping their order."""
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
