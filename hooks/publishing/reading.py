"""Reads everything the site is made of, once, and collects every mistake."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from publishing import boundaries, checks, newsletter, newsroom, programme, proofreading
from publishing.addresses import bodies, lists
from publishing.agenda import check_events
from publishing.folders import Folders
from publishing.funding import PATH as FUNDING
from publishing.funding import check_funding, deadlines
from publishing.glossary import PATH as GLOSSARY
from publishing.glossary import check_glossary
from publishing.helpdesk import PATH as HELPDESK
from publishing.helpdesk import check_adhesion, check_helpdesk
from publishing.languages.extraction import said_on_site
from publishing.languages.language import Languages
from publishing.languages.strings import (
    Said,
    Strings,
)
from publishing.languages.translations import (
    Text,
    Texts,
    Translated,
    is_shell,
    written_in,
)
from publishing.ledger import PATH as LEDGER
from publishing.ledger import Item, check_ledger, items_today, ledger_text
from publishing.library import check_documents
from publishing.manuscripts import LinkTargets, Manuscript, works_of
from publishing.menus import menu_pages
from publishing.newsletter import IssueFile
from publishing.newsroom import NewsFile
from publishing.problems import Problem, errors
from publishing.records.countries import (
    Country,
    CountryList,
    Publication,
    PublicationList,
    Redirect,
    RedirectList,
)
from publishing.records.documents import DocumentList
from publishing.records.funding import Funding
from publishing.records.glossary import Term, TermList
from publishing.records.helpdesk import AdhesionOffice, Helpdesk
from publishing.records.ledger import Ledger
from publishing.records.news import NewsItem
from publishing.records.newsletters import KnownIssueList, Subscription
from publishing.records.organisations import Coordinator, Supporter
from publishing.records.outlines import Outline, OutlineList
from publishing.records.programme import Programme, StatisticList
from publishing.records.releases import ReleaseList
from publishing.releases import PATH as RELEASES
from publishing.releases import check_releases
from publishing.site import Entry, Occasion, Picture, Site
from publishing.sources import Read
from publishing.translating import states_of_pages, states_of_works


def _anchors(group: Mapping[str, Text]) -> frozenset[str]:
    """Collect the ids that headings of a page have in any language: they are the same in all."""
    return frozenset(
        anchor for text in group.values() for anchor in re.findall(r"\{#([\w-]+)\}", text.body)
    )


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text that a translation is made from: its file, and the hash of its words."""

    file: str
    hash: str


def read_translations(root: Path) -> tuple[dict[str, SourceText] | None, list[Problem]]:
    """Map each translation's file to its source; None if the languages cannot be read."""
    folders = Folders(root)
    languages = folders.languages()
    if languages is None:
        return None, folders.problems
    origin = languages.source.code
    found = {
        text.file: SourceText(group[origin].file, group[origin].hash)
        for group in folders.texts(languages).values()
        for code, text in group.items()
        if origin in group and code != origin
    }
    kinds: list[Sequence[Manuscript[Any]]] = [folders.news(languages), folders.issues(languages)]
    works = (group for files in kinds for group in works_of(files, languages).values())
    for original, *others in works:
        source = SourceText(original.path, original.hash)
        found |= {file.path: source for file in others if not file.is_original}
    return found, folders.problems


def read_texts(root: Path) -> tuple[Languages | None, Texts, list[Problem]]:
    """Read the languages and the Markdown pages only."""
    folders = Folders(root)
    languages = folders.languages()
    texts = folders.texts(languages) if languages else {}
    return languages, texts, folders.problems


def read_said(root: Path, texts: Texts) -> list[Said]:
    """Collect every message the site says."""
    folders = Folders(root)
    folders.languages()
    return said_on_site(root, texts, menu_pages(folders.settings))


@dataclass(frozen=True)
class _Contents:
    """Everything that was read, right or wrong; a file that could not be read is absent."""

    languages: Languages
    country_list: Read[CountryList] | None
    source_list: Read[PublicationList] | None
    redirect_list: Read[RedirectList] | None
    ledger: Read[Ledger] | None
    glossary: Read[TermList] | None
    coordinators: Mapping[str, Read[Coordinator]]
    supporters: Mapping[str, Read[Supporter]]
    entries: list[Read[Entry]]
    texts: Texts
    news: list[NewsFile]
    pictures: Mapping[str, Picture]
    issues: list[IssueFile]
    issue_pictures: Mapping[str, Picture]
    known_issues: Read[KnownIssueList] | None
    subscription: Subscription
    events: list[Read[Occasion]]
    helpdesk: Read[Helpdesk] | None
    adhesion: AdhesionOffice
    strings: Mapping[str, Strings]
    funding: Read[Funding]
    documents: Read[DocumentList]
    releases: Read[ReleaseList] | None
    outline_list: Read[OutlineList] | None
    programme: Read[Programme] | None
    statistics: Read[StatisticList] | None

    @property
    def occasions(self) -> list[Read[Occasion]]:
        """Everything in the agenda: events, and deadlines of calls."""
        return [*self.events, *deadlines(self.funding)]

    @property
    def outlines(self) -> dict[str, Outline]:
        found = self.outline_list.record.features if self.outline_list else ()
        return {outline.country: outline for outline in found}

    @property
    def countries(self) -> dict[str, Country]:
        found = self.country_list.record.countries if self.country_list else ()
        return {country.code: country for country in found}

    @property
    def sources(self) -> dict[str, Publication]:
        found = self.source_list.record.sources if self.source_list else ()
        return {source.key: source for source in found}

    @property
    def redirects(self) -> tuple[Redirect, ...]:
        return self.redirect_list.record.redirects if self.redirect_list else ()

    @property
    def terms(self) -> tuple[Term, ...]:
        return self.glossary.record.terms if self.glossary else ()

    @property
    def anchors(self) -> dict[str, frozenset[str]]:
        """The ids on each page that a reader can go to."""
        return {path: _anchors(group) for path, group in self.texts.items() if not is_shell(path)}

    @property
    def items(self) -> list[Item]:
        return items_today(self.news, self.occasions, self.entries, self.issues)


def _read(folders: Folders) -> _Contents | None:
    languages = folders.languages()
    if languages is None:
        return None
    data = folders.root / "data"
    texts = folders.texts(languages)
    return _Contents(
        languages=languages,
        country_list=folders.record(CountryList, data / "countries.yml"),
        source_list=folders.record(PublicationList, data / "sources.yml"),
        redirect_list=folders.record(RedirectList, data / "redirects.yml"),
        ledger=folders.record(Ledger, folders.root / LEDGER),
        glossary=folders.record(TermList, folders.root / GLOSSARY),
        coordinators=folders.records(Coordinator, "coordinators"),
        supporters=folders.records(Supporter, "supporters"),
        entries=folders.entries(),
        texts=texts,
        news=folders.news(languages),
        pictures=folders.pictures(newsroom.PICTURES),
        issues=folders.issues(languages),
        issue_pictures=folders.pictures(newsletter.PICTURES),
        known_issues=folders.record(KnownIssueList, data / "newsletters.yml"),
        subscription=folders.subscription(),
        events=folders.occasions(),
        helpdesk=folders.helpdesk(),
        adhesion=folders.adhesion(),
        strings=folders.strings(languages, texts),
        funding=folders.funding(),
        documents=folders.documents(),
        releases=folders.record_if_any(ReleaseList, RELEASES),
        outline_list=folders.outlines(),
        programme=folders.record_if_any(Programme, programme.PROGRAMME),
        statistics=folders.record_if_any(StatisticList, programme.STATISTICS),
    )


def _check(found: _Contents, folders: Folders) -> Iterator[Problem]:
    """Yield every mistake between files; those inside one `folders` has noted."""
    if found.country_list:
        yield from checks.check_countries(found.country_list, frozenset(found.sources))
    if found.source_list:
        yield from checks.check_sources(found.source_list)
    yield from _check_signatories(found, folders.root / "data")
    yield from checks.check_texts(found.texts, found.languages)
    yield from checks.check_generated(found.texts)
    yield from checks.check_bodies(found.texts)
    yield from checks.check_menus(folders.settings, found.texts)
    yield from check_events(found.events, found.languages)
    yield from check_funding(
        found.funding, found.events, found.anchors, found.countries, found.languages
    )
    yield from check_documents(found.documents, found.sources, found.countries)
    yield from newsroom.check_news(
        found.news, _known_to_news(found, folders.unread), found.languages
    )
    yield from newsletter.check_issues(
        found.issues, _known_to_issues(found, folders.unread), found.languages
    )
    yield from newsletter.check_subscription(found.subscription, folders.settings, found.languages)
    if found.known_issues:
        yield from newsletter.check_known_issues(found.known_issues)
    if found.glossary:
        yield from check_glossary(found.glossary, found.anchors, found.languages)
    if found.helpdesk:
        yield from check_helpdesk(found.helpdesk, found.countries, found.anchors, found.languages)
    yield from check_adhesion(
        found.adhesion,
        folders.settings,
        found.texts,
        has_helpdesk=(folders.root / HELPDESK).is_file(),
    )
    yield from _check_figures(found)
    if found.redirect_list:
        yield from checks.check_redirects(found.redirect_list, _addresses(found))
    if found.ledger:
        moved = {redirect.old: redirect.new for redirect in found.redirects}
        # Which calls a file has that cannot be read, nobody knows: none of them is lost.
        events = found.ledger.record.events if FUNDING in folders.lost else ()
        unread = folders.unread | set(events)
        yield from check_ledger(found.ledger, found.items, moved, unread)
    if found.releases:
        yield from check_releases(found.releases)


def _check_figures(found: _Contents) -> Iterator[Problem]:
    if found.outline_list:
        yield from boundaries.check_outlines(found.outline_list, found.countries)
        yield from boundaries.check_positions(found.entries, found.outlines)
    if found.programme:
        yield from programme.check_programme(found.programme, found.countries, found.sources)
    if found.statistics:
        yield from programme.check_statistics(found.statistics, found.countries)


def _check_signatories(found: _Contents, data: Path) -> Iterator[Problem]:
    known = checks.Known(
        ids=frozenset(read.record.signatory.id for read in found.entries),
        languages=frozenset(found.languages.codes),
        sources=frozenset(found.sources),
        coordinators=frozenset(file.stem for file in (data / "coordinators").glob("*.yml")),
        supporters=frozenset(file.stem for file in (data / "supporters").glob("*.yml")),
    )
    organisations: list[Read[Coordinator] | Read[Supporter]] = [
        *found.coordinators.values(),
        *found.supporters.values(),
    ]
    yield from checks.check_addresses(found.entries, found.countries)
    yield from checks.check_identity(found.entries)
    yield from checks.check_references(found.entries, known)
    yield from checks.check_organisations(organisations, found.countries, known)


def _known_to_news(found: _Contents, unread: set[str]) -> newsroom.KnownToNews:
    """Collect what news may name; a file with mistakes of its own is there all the same."""
    return newsroom.KnownToNews(
        countries=found.countries,
        signatories={read.record.signatory.id for read in found.entries} | unread,
        events={read.record.event.id for read in found.occasions} | unread,
        links=_link_targets(found, unread),
        pictures=found.pictures,
        coordinators={*found.coordinators} | unread,
        supporters={*found.supporters} | unread,
    )


def _link_targets(found: _Contents, unread: set[str]) -> LinkTargets:
    return LinkTargets(
        pages=found.anchors,
        files={file.path for file in found.news} | {file.path for file in found.issues},
        unread=unread,
    )


def _known_to_issues(found: _Contents, unread: set[str]) -> newsletter.KnownToIssues:
    """Collect what issues may present, with the day it became known and its languages."""
    everywhere = found.languages.codes
    presentable = {}
    for key, files in works_of(found.news, found.languages).items():
        item = files[0].record
        if isinstance(item, NewsItem):
            told = {file.language for file in files}
            presentable["news", key] = newsletter.Presentable(item.date.first_day, told)
    for occasion in found.occasions:
        event = occasion.record.event
        known = newsletter.Presentable(event.published.first_day, event.title)
        presentable["event", event.id] = known
    for read in found.entries:
        known = newsletter.Presentable(None, everywhere)
        presentable["signatory", read.record.signatory.id] = known
    for document in found.documents.record.documents:
        presentable["document", document.id] = newsletter.Presentable(None, everywhere)
    for path, group in found.texts.items():
        if not is_shell(path):
            known = newsletter.Presentable(None, written_in(group, found.languages))
            presentable["page", path] = known
    return newsletter.KnownToIssues(
        presentable, unread, _link_targets(found, unread), found.issue_pictures
    )


def _addresses(found: _Contents) -> set[str]:
    """Collect the addresses that a redirect can lead to."""
    years = {int(file.day[:4]) for file in found.news}
    stamped = [
        *lists(found.countries, years),
        *bodies("coordinator", found.coordinators),
        *bodies("supporter", found.supporters),
    ]
    listed = (page for page in stamped if page.shell in found.texts)
    return {
        *checks.addresses_of(found.texts, found.entries),
        *("/" + page.address for page in listed),
        *("/" + file.address for file in found.news),
        *("/" + file.address for file in found.issues),
        *("/" + read.record.address for read in found.occasions),
    }


def read_site(root: Path) -> tuple[Site | None, list[Problem]]:
    """Read and check the whole site in `root`; None if anything in it stops a build.

    Every mistake is reported in one run; notes (such as outdated translations) do not stop it.
    """
    folders = Folders(root)
    found = _read(folders)
    return _site_of(found, folders) if found else (None, folders.problems)


def _site_of(found: _Contents, folders: Folders) -> tuple[Site | None, list[Problem]]:
    problems = [*folders.problems, *_check(found, folders)]
    if errors(problems) or not (found.country_list and found.ledger and found.known_issues):
        return None, problems
    occasions = (read.record for read in found.occasions)
    site = Site(
        languages=found.languages,
        strings=found.strings,
        release=found.sources[found.country_list.record.release],
        countries=found.countries,
        sources=found.sources,
        entries=tuple(read.record for read in found.entries),
        coordinators={slug: read.record for slug, read in found.coordinators.items()},
        supporters={slug: read.record for slug, read in found.supporters.items()},
        texts=found.texts,
        redirects=found.redirects,
        news=newsroom.news_from(found.news, found.pictures, found.languages),
        occasions=tuple(sorted(occasions, key=lambda one: one.oldest_first)),
        newsletters=newsletter.newsletters_from(
            found.issues, found.issue_pictures, found.languages
        ),
        known_issues=found.known_issues.record.newsletters,
        terms=found.terms,
        translated=tuple(_states(found.texts, found.news, found.issues, found.languages)),
        subscription=found.subscription,
        helpdesk=found.helpdesk.record if found.helpdesk else Helpdesk(),
        adhesion=found.adhesion,
        url=folders.site_url(),
        repository=folders.repository(),
        identity=found.ledger.record.identity,
        notes=tuple(problems),
        finance=found.funding.record.kinds,
        documents=found.documents.record.documents,
        releases=found.releases.record if found.releases else ReleaseList(),
        outlines=found.outlines,
        phases=found.programme.record.phases if found.programme else (),
        statistics=found.statistics.record.statistics if found.statistics else (),
    )
    return site, problems


def read_states(root: Path) -> tuple[Languages | None, list[Translated], list[Problem]]:
    """Read the state of every translation; no languages if their list has mistakes."""
    folders = Folders(root)
    languages = folders.languages()
    if languages is None:
        return None, [], folders.problems
    texts, news, issues = (
        folders.texts(languages),
        folders.news(languages),
        folders.issues(languages),
    )
    return languages, list(_states(texts, news, issues, languages)), folders.problems


def _states(
    texts: Texts, news: Sequence[NewsFile], issues: Sequence[IssueFile], languages: Languages
) -> Iterator[Translated]:
    yield from states_of_pages(texts, languages)
    yield from states_of_works(news, languages)
    yield from states_of_works(issues, languages)


def proofread_site(root: Path) -> tuple[Site | None, list[Problem]]:
    """Read and check a site, and note words that seem not to be in their file's language.

    Proofreading stands apart from `read_site`, so that a preview does not wait for it. A site with
    mistakes is not proofread.
    """
    folders = Folders(root)
    found = _read(folders)
    if found is None:
        return None, folders.problems
    site, problems = _site_of(found, folders)
    return site, problems + (_proofread(found, folders) if site else [])


def _proofread(found: _Contents, folders: Folders) -> list[Problem]:
    return [
        *proofreading.check_pages(found.texts, found.languages),
        *proofreading.check_works([*found.news, *found.issues], found.languages),
        *proofreading.check_records(found.entries, found.occasions, found.languages),
        *proofreading.check_catalogues(folders.catalogues, found.languages),
        *proofreading.check_terms(
            found.texts, [*found.news, *found.issues], folders.catalogues, found.terms
        ),
    ]


def read_ledger(root: Path) -> tuple[str, list[Problem]]:
    """Return the text of the ledger with everything in it that is published today.

    Empty if the content has mistakes, which come back with it.
    """
    folders = Folders(root)
    found = _read(folders)
    problems = [*folders.problems, *(_check(found, folders) if found else ())]
    if errors(problems) or found is None or found.ledger is None:
        return "", problems
    return ledger_text(found.ledger.record, found.items), problems
