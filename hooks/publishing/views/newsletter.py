"""The newsletter in one language: lines of the archive, and an issue for page, feed and e-mail."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from publishing.languages.collation import in_order
from publishing.languages.language import Language
from publishing.languages.translations import address_of, best_text, text_language
from publishing.newsletter import FOLDER, Material, parts_of
from publishing.prose import prose_of
from publishing.records.newsletters import Issue, IssueItem, KnownIssue, half_year
from publishing.records.values import PartialDate
from publishing.site import Newsletter, Site, Version
from publishing.views.agenda import event_line
from publishing.views.library import document_line
from publishing.views.links import relative
from publishing.views.listing import adhesion_date
from publishing.views.news import NewsImage, news_image, outdated_since
from publishing.views.signatory import adhesion_facts
from publishing.views.tongue import Name, Tongue, Worded


@dataclass(frozen=True, slots=True)
class IssueLine:
    """An issue in a list, in the best language of the readers' chain.

    `address` is that of the page where it really is, below the site's root.
    """

    id: str
    title: Worded
    summary: Worded
    season: str
    day: str
    address: str
    language_name: str
    is_digest: bool


@dataclass(frozen=True, slots=True)
class KnownLine:
    """An issue of an original newsletter; its words are in `language`."""

    series: str
    title: str
    topics: str
    languages: str
    url: str
    language: str


@dataclass(frozen=True, slots=True)
class Archive:
    """All issues, newest first, and the known ones of the original newsletters by year."""

    issues: tuple[IssueLine, ...]
    known: tuple[tuple[str, tuple[KnownLine, ...]], ...]


@dataclass(frozen=True, slots=True)
class Presented:
    """Something an issue presents; `about` is its date, its place or its state.

    `link_language` is that of the page it leads to: a record's is in the readers' language even
    where its title is not.
    """

    title: Name
    about: str
    summary: Worded | None
    language_name: str
    link: str
    link_language: str
    image: NewsImage | None = None


@dataclass(frozen=True, slots=True)
class Joined:
    """A country's signatories that joined or renewed, by name: (name, link, date)."""

    country: str
    signatories: tuple[tuple[Name, str, str], ...]


@dataclass(frozen=True, slots=True)
class IssueWords:
    """What every issue says around its contents; `digest` is empty for one of its own time."""

    newsletter: str
    digest: str
    items: str
    joined: str
    joined_note: str


@dataclass(frozen=True, slots=True)
class IssuePage:
    """Everything an issue shows; its links lead from wherever it is shown.

    `editorial` and `sections` are HTML. A digest has no `date`: nobody read it that day.
    """

    number: str
    title: str
    summary: str
    season: str
    period: str
    date: str
    updated: str
    words: IssueWords
    image: NewsImage | None
    editorial: Markup
    sections: Markup
    items: tuple[Presented, ...]
    joined: tuple[Joined, ...]
    is_outdated: bool
    outdated_since: str
    awaits_review: bool
    file: str


def season(issue: Issue, tongue: Tongue) -> str:
    """Name an issue by its season and year."""
    year = issue.number.split("-")[0]
    if issue.season == "spring":
        return tongue.say("Spring {year}", year=year)
    return tongue.say("Autumn {year}", year=year)


def full_title(issue: IssuePage) -> str:
    """Name an issue so that no page and no other issue is called like it."""
    return f"{issue.title} – {issue.season}"


def _anchor(newsletter: Newsletter) -> str:
    return f"issue-{newsletter.issue.number}"


def place_in_archive(newsletter: Newsletter, language: Language) -> str:
    """Return where readers of a language find an issue that is not written in it."""
    anchor = f"#{_anchor(newsletter)}" if newsletter.text_for(language) else ""
    return f"newsletter/{anchor}"


def issue_lines(site: Site, tongue: Tongue) -> tuple[IssueLine, ...]:
    """List the issues, newest first, but for those that no text of the chain tells."""
    told = ((one, one.text_for(tongue.language)) for one in site.newsletters)
    return tuple(_line(one, text, site, tongue) for one, text in told if text)


def _line(newsletter: Newsletter, text: Version, site: Site, tongue: Tongue) -> IssueLine:
    issue = newsletter.issue
    return IssueLine(
        id=_anchor(newsletter),
        title=Worded(text.title, text.language),
        summary=Worded(text.summary, text.language),
        season=season(issue, tongue),
        day=str(issue.date),
        address=site.languages[text.language].address(newsletter.address),
        language_name=tongue.name_of_other(text.language),
        is_digest=issue.compiled is not None,
    )


def archive(site: Site, tongue: Tongue) -> Archive:
    """List all issues, and those of the original newsletters."""
    newest_first = sorted(site.known_issues, key=_newest_first)
    by_year = groupby(newest_first, key=lambda known: known.date.first_day.year)
    origin = site.languages.source.code
    return Archive(
        issues=issue_lines(site, tongue),
        known=tuple(
            (str(year), tuple(_known_line(known, tongue, origin) for known in group))
            for year, group in by_year
        ),
    )


def _newest_first(known: KnownIssue) -> tuple[int, str, str, tuple[str, ...]]:
    return -known.date.first_day.toordinal(), known.series, known.title, known.languages


def _known_line(known: KnownIssue, tongue: Tongue, origin: str) -> KnownLine:
    return KnownLine(
        series=known.series,
        title=known.title,
        topics=known.topics or "",
        languages=", ".join(tongue.write.language_name(code) for code in known.languages),
        url=known.url,
        language=origin,
    )


@dataclass(frozen=True, slots=True)
class Desk:
    """Puts issues into one language; `names` holds all signatories' names in it, by id."""

    site: Site
    tongue: Tongue
    names: Mapping[str, Name]
    material: Material

    def page(self, newsletter: Newsletter, text: Version, root: str, base: str) -> IssuePage:
        """Put an issue into words.

        `root` leads to the start page of the text's language, `base` to the site's root.
        """
        issue, write = newsletter.issue, self.tongue.write
        first, last = half_year(issue.number)
        html = prose_of(text.body, FOLDER).below(root)
        editorial, sections = map(_markup, parts_of(html))
        joined = tuple(self._joined(issue.number, base))
        return IssuePage(
            number=issue.number,
            title=text.title,
            summary=text.summary,
            season=season(issue, self.tongue),
            period=write.dates(PartialDate(f"{first:%Y-%m}"), PartialDate(f"{last:%Y-%m}")),
            date="" if issue.compiled else write.date(issue.date),
            updated=write.date(text.updated) if text.updated else "",
            words=_words(issue, self.tongue, anybody=bool(joined)),
            image=news_image(issue.image, newsletter.picture, text, base),
            editorial=editorial,
            sections=sections,
            items=tuple(self._presented(item, base) for item in issue.items),
            joined=joined,
            is_outdated=text.is_outdated,
            outdated_since=outdated_since(text, self.site, self.tongue),
            awaits_review=not text.reviewed,
            file=text.file,
        )

    def _presented(self, item: IssueItem, base: str) -> Presented:
        make = {
            "news": self._news,
            "event": self._event,
            "signatory": self._signatory,
            "page": self._page,
            "document": self._document,
        }
        return make[item.kind](item.id, base)

    def _here(self, base: str, address: str) -> str:
        return base + self.tongue.language.address(address)

    def _news(self, key: str, base: str) -> Presented:
        news = self.material.news[key]
        text = news.text_for(self.tongue.language) or news.original
        language = self.site.languages[text.language]
        return Presented(
            title=Name(text.title, text.language),
            about=self.tongue.write.date(news.item.date),
            summary=Worded(text.summary, text.language),
            language_name=self.tongue.name_of_other(text.language),
            link=base + language.address(news.address),
            link_language=text.language,
            image=news_image(news.item.image, news.picture, text, base),
        )

    def _event(self, key: str, base: str) -> Presented:
        line = event_line(self.material.occasions[key], self.tongue)
        places = ", ".join(words.text for words in line.where)
        when = f"{line.kind}: {line.when}" if line.kind else line.when
        return Presented(
            title=Name(line.title.text, line.title.language),
            about=", ".join(filter(None, [line.status, when, places])),
            summary=None,
            language_name=line.language_name,
            link=self._here(base, line.address),
            link_language=self.tongue.code,
        )

    def _signatory(self, key: str, base: str) -> Presented:
        entry = self.material.entries[key]
        facts = (f"{label}: {value}" for label, value in adhesion_facts(entry, self.tongue))
        return Presented(
            title=self.names[key],
            about="; ".join([self.tongue.write.country(entry.country), *facts]),
            summary=None,
            language_name="",
            link=self._here(base, entry.address),
            link_language=self.tongue.code,
        )

    def _page(self, path: str, base: str) -> Presented:
        texts, languages = self.site.texts[path], self.site.languages
        code = text_language(texts, self.tongue.language, languages)
        page = best_text(texts, self.tongue.language, languages).page
        say = self.tongue.say if page.generated else str
        return Presented(
            title=Name(say(page.title), code),
            about="",
            summary=Worded(say(page.description), code),
            language_name=self.tongue.name_of_other(code),
            link=base + languages[code].address(address_of(path)),
            link_language=code,
        )

    def _document(self, key: str, _base: str) -> Presented:
        document = self.material.documents[key]
        line = document_line(document, self.site, self.tongue)
        facts = [line.type, str(line.year), line.publisher.text, line.countries]
        return Presented(
            title=Name(line.title.text, line.title.language),
            about=", ".join(filter(None, facts)),
            summary=None,
            language_name=", ".join(
                filter(None, map(self.tongue.name_of_other, document.languages))
            ),
            link=line.link,
            link_language=document.languages[0],
        )

    def _joined(self, number: str, base: str) -> Iterator[Joined]:
        joined = self.material.joined[number]
        for code, country in self.tongue.countries(joined):
            named = [
                (
                    self.names[entry.signatory.id],
                    self._here(base, entry.address),
                    adhesion_date(entry.signatory.adhesion, self.tongue),
                )
                for entry in joined[code]
                if entry.signatory.adhesion
            ]
            ordered = in_order(named, lambda line: line[0].full, self.tongue.code)
            yield Joined(country, tuple(ordered))


def _words(issue: Issue, tongue: Tongue, *, anybody: bool) -> IssueWords:
    say = tongue.say
    digest = ""
    if issue.compiled:
        digest = say(
            "This issue is a digest: this site compiled it afterwards, on {date}, from dated "
            "facts. It was not sent at that time.",
            date=tongue.write.date(issue.compiled),
        )
    note = say("By the date of the latest adhesion: a renewed commitment replaces the first date.")
    if not anybody:
        note = say(
            "No signatory has its latest adhesion in this half-year. One that renewed its "
            "commitment later stands under its later date."
        )
    return IssueWords(
        newsletter=say("Newsletter"),
        digest=digest,
        items=say("In this issue"),
        joined=say("Joined or renewed in this half-year"),
        joined_note=note,
    )


def _markup(html: str) -> Markup:
    return Markup(html)  # noqa: S704 - checked to hold no HTML of its own, converted by Markdown


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The issues before and after one, as readers of a language get them."""

    previous: IssueLine | None
    following: IssueLine | None


def neighbours_of(newsletter: Newsletter, lines: Sequence[IssueLine]) -> Neighbours:
    """Find the issues before and after one among all `lines`, newest first."""
    index = next(i for i, line in enumerate(lines) if line.id == _anchor(newsletter))
    return Neighbours(
        previous=lines[index + 1] if index + 1 < len(lines) else None,
        following=lines[index - 1] if index else None,
    )


def issue_roots(newsletter: Newsletter, tongue: Tongue) -> tuple[str, str]:
    """Return the ways from an issue's page to its language's start page and to the site's root."""
    here = tongue.language.address(newsletter.address)
    return relative(tongue.language.prefix, here), relative("", here)
