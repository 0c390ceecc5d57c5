"""The newsletter: the files of one issue made into one, their rules, and who joined in its time."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from publishing.languages.formats import is_language
from publishing.languages.language import Languages
from publishing.manuscripts import (
    LinkTargets,
    Manuscript,
    check_body,
    check_links,
    check_picture,
    check_reach,
    check_translation,
    versions_of,
    works_of,
)
from publishing.problems import Problem
from publishing.prose import prose_of
from publishing.records.documents import Document
from publishing.records.newsletters import (
    SEASONS,
    Issue,
    IssueItem,
    IssueTranslation,
    KnownIssueList,
    Subscription,
    half_year,
)
from publishing.site import Entry, News, Newsletter, Occasion, Picture, Site
from publishing.sources import Read, Source, in_words

FOLDER = "newsletter"
# What lies beside the issues and is an ordinary page.
PAGES = ("index.md", "subscribe.md")
PICTURES = "docs/assets/images/newsletter"
_FACTS = {"date", "season", "items"}


@dataclass(frozen=True, slots=True)
class IssueFile(Manuscript[Issue | IssueTranslation]):
    """One file of `docs/<language>/newsletter/`; `name` is its name without `.md`."""

    name: str

    @property
    def key(self) -> str:
        """The number of its issue."""
        return self.record.number

    @property
    def address(self) -> str:
        """Its address below a language: `newsletter/2019-1/`."""
        return f"{FOLDER}/{self.name}/"


def model_of(front_matter: object) -> type[Issue | IssueTranslation]:
    """Tell an original from a translation: any of the facts that each needs makes one."""
    keys = set(front_matter) if isinstance(front_matter, dict) else set()
    is_original = keys & _FACTS and "source_hash" not in keys
    return Issue if is_original else IssueTranslation


def parts_of(html: str) -> tuple[str, str]:
    """Split an issue's converted text into its editorial and its free sections.

    >>> parts_of("<p>A quiet half-year.</p><h2>Achievements</h2><p>None.</p>")
    ('<p>A quiet half-year.</p>', '<h2>Achievements</h2><p>None.</p>')
    """
    editorial, mark, sections = html.partition("<h2")
    return editorial, mark + sections


def newsletters_from(
    files: Sequence[IssueFile], pictures: Mapping[str, Picture], languages: Languages
) -> tuple[Newsletter, ...]:
    """Make one issue of the checked files of each number; newest first."""
    found = []
    for group in works_of(files, languages).values():
        issue = group[0].record
        if isinstance(issue, Issue):
            picture = pictures.get(issue.image.file) if issue.image else None
            found.append(Newsletter(issue, versions_of(group, languages), picture))
    return tuple(sorted(found, key=lambda one: one.issue.number, reverse=True))


def joined_in(entries: Iterable[Entry], number: str) -> dict[str, list[Entry]]:
    """Return, by country, who joined or renewed in an issue's half-year, the earliest first.

    By the latest adhesion, which is all that the data hold; one known by its year only is in none.
    """
    first, last = half_year(number)
    found: dict[str, list[tuple[date, Entry]]] = defaultdict(list)
    for entry in entries:
        adhesion = entry.signatory.adhesion
        if adhesion is None or adhesion.date.precision == "year":
            continue
        if first <= adhesion.date.first_day <= last:
            found[entry.country].append((adhesion.date.first_day, entry))
    return {
        country: [entry for _day, entry in sorted(pairs, key=lambda pair: pair[0])]
        for country, pairs in found.items()
    }


@dataclass(frozen=True, slots=True)
class Material:
    """What issues are made of, by id; `joined` is who joined in the time of each, by number."""

    news: Mapping[str, News]
    occasions: Mapping[str, Occasion]
    entries: Mapping[str, Entry]
    documents: Mapping[str, Document]
    joined: Mapping[str, Mapping[str, Sequence[Entry]]]


def material_of(site: Site) -> Material:
    """Look up once what issues refer to."""
    return Material(
        news={news.item.id: news for news in site.news},
        occasions={occasion.event.id: occasion for occasion in site.occasions},
        entries={entry.signatory.id: entry for entry in site.entries},
        documents={document.id: document for document in site.documents},
        joined={
            one.issue.number: joined_in(site.entries, one.issue.number) for one in site.newsletters
        },
    )


@dataclass(frozen=True, slots=True)
class Presentable:
    """Something an issue can present: the day it was published, the languages it is told in."""

    published: date | None
    languages: Collection[str]


@dataclass(frozen=True, slots=True)
class KnownToIssues:
    """What an issue may present, by kind and id, and what its text may link to."""

    presentable: Mapping[tuple[str, str], Presentable]
    unread: Collection[str]
    links: LinkTargets
    pictures: Mapping[str, Picture]


def check_issues(
    files: Sequence[IssueFile], known: KnownToIssues, languages: Languages
) -> Iterator[Problem]:
    """Yield every mistake in and between issues."""
    names = {(file.language, file.name): file.path for file in files}
    for file in files:
        yield from _check_number(file, names)
    # Of a file with a wrong number nothing else is certain.
    files = [file for file in files if file.key == file.name]
    works = works_of(files, languages)
    for file in files:
        yield from _check_file(file, known)
    for key, group in works.items():
        if not group[0].is_original and key in known.unread:
            continue
        yield from _check_group(group)
        yield from check_reach(group, languages)
        yield from _check_items(group, known, languages)
    for file in files:
        yield from check_links(file, FOLDER, known.links)


def _check_number(file: IssueFile, names: Mapping[tuple[str, str], str]) -> Iterator[Problem]:
    if file.key == file.name:
        return
    owner = names.get((file.language, file.key))
    hint = f"Is it {file.name}, as the file is named?"
    wanted = f"a number that {owner} does not have"
    if owner is None:
        wanted = f"the number of the file name, {file.name}"
        hint = f"Correct one of the two; the file would be {file.key}.md."
    yield file.source.problem(("number",), wanted, file.key, hint)


def _check_file(file: IssueFile, known: KnownToIssues) -> Iterator[Problem]:
    yield from check_body(file)
    yield from _check_editorial(file)
    issue = file.record
    if not isinstance(issue, Issue):
        return
    first, last = half_year(issue.number)
    half = SEASONS.index(issue.season) + 1
    if not issue.number.endswith(f"-{half}"):
        hint = "Issues …-1 are spring, January to June; …-2 autumn, July to December."
        wanted = SEASONS[int(issue.number[-1]) - 1]
        yield file.source.problem(("season",), wanted, issue.season, hint)
    if not _is_in_its_half(issue):
        hint = "An issue is dated in its half-year, so that issues stay in their order."
        if issue.date.precision != "day":
            hint = f"Write the whole day, such as {last}."
        wanted = f"a day from {first} to {last}"
        yield file.source.problem(("date",), wanted, issue.date, hint)
    if issue.compiled and issue.compiled <= issue.date:
        hint = "Only a digest made after its half-year has this line; remove it from others."
        wanted = f"a day after the issue's date, {issue.date}"
        yield file.source.problem(("compiled",), wanted, issue.compiled, hint)
    yield from check_picture(file, known.pictures, PICTURES)


def _is_in_its_half(issue: Issue) -> bool:
    first, last = half_year(issue.number)
    return issue.date.precision == "day" and first <= issue.date.first_day <= last


def _check_editorial(file: IssueFile) -> Iterator[Problem]:
    html = prose_of(file.body, FOLDER).html
    if "<h1" in html:
        hint = "Begin a section with '## '; the title stands in title:."
        wanted = "headings of the second level"
        line = file.line_of("# ", begins=True)
        yield Problem(file.path, line, "text", wanted, "one of the first", hint)
    elif not parts_of(html)[0].startswith("<p>"):
        hint = "Say in a few sentences what this half-year was."
        wanted = "some sentences before the first heading"
        found = "none"
        if html:
            found = "a heading" if html.startswith("<h") else "a list or a quotation"
        yield Problem(file.path, file.first_line, "editorial", wanted, found, hint)


def _check_group(group: list[IssueFile]) -> Iterator[Problem]:
    original, *others = group
    if not original.is_original:
        hint = "One file of every issue holds date:, season: and items:; is the number right?"
        found = in_words("translations only")
        yield original.source.problem(("number",), "an issue with its facts", found, hint)
        return
    for file in others:
        if file.is_original:
            hint = "Keep number, title and summary here; the facts are told once."
            wanted = f"words only: the facts stand in {original.path}"
            yield file.source.problem(("date",), wanted, in_words("facts"), hint)
        else:
            yield from check_translation(file, original)


# Kind of item -> (what its reference must be, where to look).
_REFERENCES = {
    "news": ("the id of a news item", "See id: in docs/<language>/news/."),
    "event": ("the id of an event", "See id: in data/events/."),
    "signatory": ("the id of a signatory", "See id: in data/signatories/."),
    "page": ("the path of a page below docs/en/", "Such as about/fact-sheet.md."),
    "document": ("the id of a document", "See id: in data/documents.yml."),
}


def _check_items(
    group: Sequence[IssueFile], known: KnownToIssues, languages: Languages
) -> Iterator[Problem]:
    file = group[0]
    if not isinstance(file.record, Issue) or not _is_in_its_half(file.record):
        return
    seen: set[IssueItem] = set()
    for index, item in enumerate(file.record.items):
        place = ("items", index, item.kind)
        if item in seen:
            yield file.source.problem(place, "each item once", item.id, "Remove one of the two.")
        seen.add(item)
        if item.id not in known.unread:
            yield from _check_item(file.source, place, item, file.record, group, known, languages)


def _check_item(
    source: Source,
    place: tuple[str | int, ...],
    item: IssueItem,
    issue: Issue,
    group: Sequence[IssueFile],
    known: KnownToIssues,
    languages: Languages,
) -> Iterator[Problem]:
    wanted, hint = _REFERENCES[item.kind]
    found = known.presentable.get((item.kind, item.id))
    if found is None:
        # Numbers of signatories are all near each other.
        same_kind = [key for kind, key in known.presentable if kind == item.kind != "signatory"]
        near = get_close_matches(item.id, same_kind, n=1, cutoff=0.75)
        yield source.problem(place, wanted, item.id, f"Did you mean '{near[0]}'?" if near else hint)
        return
    if found.published is not None and found.published > issue.date.first_day:
        hint = "Keep it for the next issue, or correct one of the two dates."
        if item.kind == "event":
            hint = "If it was announced before, say so in its file: 'announced: <day>'."
        wanted = f"something published by the date of the issue, {issue.date}"
        told = in_words(f"'{item.id}', of {found.published}")
        yield source.problem(place, wanted, told, hint)
    unread = [
        file.language for file in group if not languages[file.language].best_of(found.languages)
    ]
    if unread:
        hint = "Translate the item, or present another one: these readers could not read it."
        wanted = f"an item with a text for {', '.join(unread)}"
        yield source.problem(place, wanted, item.id, hint)


def check_known_issues(known: Read[KnownIssueList]) -> Iterator[Problem]:
    """Require real languages, and each issue once."""
    seen = set()
    for index, issue in enumerate(known.record.newsletters):
        place = ("newsletters", index)
        for number, code in enumerate(issue.languages):
            if not is_language(code):
                wanted, hint = "the code of a language", "ISO 639-1, such as uk."
                yield known.source.problem((*place, "languages", number), wanted, code, hint)
        key = (issue.series, issue.title, issue.date, issue.languages)
        if key in seen:
            wanted = "each issue once"
            yield known.source.problem((*place, "title"), wanted, issue.title, "Remove one.")
        seen.add(key)


def check_subscription(
    subscription: Subscription, settings: Source, languages: Languages
) -> Iterator[Problem]:
    """Require that a service has lists, and that these are of languages of the site."""
    place = ("extra", "newsletter")
    for code in subscription.languages:
        if code not in languages.codes:
            hint = "See the list of languages above it."
            yield settings.problem(
                (*place, "languages", code), "a language of the site", code, hint
            )
    seen: set[str] = set()
    for kind in ("languages", "topics"):
        for name, list_id in getattr(subscription, kind).items():
            if list_id in seen:
                hint = "A list for two things would send its readers everything twice."
                yield settings.problem((*place, kind, name), "each list once", list_id, hint)
            seen.add(list_id)
    if subscription.service and not subscription.languages:
        hint = "Write 'languages: {en: <UUID of its list>}', at least."
        wanted = "a list for each language the newsletter is sent in"
        yield settings.problem((*place, "service"), wanted, in_words("none"), hint)
