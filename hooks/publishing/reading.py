"""Reads everything the site is made of, once, and collects every mistake."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from mimetypes import guess_type
from pathlib import Path
from typing import TypeVar

import imagesize

from publishing import checks, newsroom
from publishing.agenda import check_events
from publishing.languages.extraction import said_on_site
from publishing.languages.language import Languages, languages_from
from publishing.languages.strings import (
    Said,
    Strings,
    catalogue_path,
    check_catalogue,
    read_catalogue,
    strings_of,
)
from publishing.languages.translations import Text, Texts, is_shell
from publishing.ledger import PATH as LEDGER
from publishing.ledger import check_ledger, items_today, ledger_text
from publishing.menus import menu_pages
from publishing.newsroom import NewsFile
from publishing.problems import Problem, errors
from publishing.records.countries import CountryList, PublicationList, RedirectList
from publishing.records.events import Event
from publishing.records.ledger import Ledger
from publishing.records.news import NewsItem, NewsTranslation
from publishing.records.organisations import Coordinator, Supporter
from publishing.records.pages import Page
from publishing.records.signatories import Signatory
from publishing.records.values import Record, parse_record
from publishing.site import Entry, Occasion, Picture, Site
from publishing.sources import Read, Source, parse_page, parse_yaml, read_text, read_yaml

_R = TypeVar("_R", bound=Record)


# Parsed files are remembered by their text, so that a preview reads only what changed.
@lru_cache(maxsize=20_000)
def _parsed(
    model: type[Record], path: str, text: str
) -> tuple[Record | None, Source, tuple[Problem, ...]]:
    source, problems = parse_yaml(text, path)
    record, wrong = parse_record(model, source) if not problems else (None, [])
    return record, source, (*problems, *wrong)


@dataclass(frozen=True, slots=True)
class _Markdown:
    """A Markdown file taken apart; `first_line` is the line that its body starts at."""

    record: Record | None
    source: Source
    body: str
    first_line: int
    problems: tuple[Problem, ...]


@lru_cache(maxsize=20_000)
def _taken_apart(model_of: Callable[[object], type[Record]], path: str, text: str) -> _Markdown:
    source, body, problems = parse_page(text, path)
    record, wrong = parse_record(model_of(source.value), source) if not problems else (None, [])
    first_line = text[: -len(body) or None].count("\n") + 1
    return _Markdown(record, source, body, first_line, (*problems, *wrong))


def _page_model(_front_matter: object) -> type[Record]:
    return Page


@dataclass
class _Reader:
    """Reads the folders of a site and collects every mistake on the way."""

    root: Path
    problems: list[Problem] = field(default_factory=list)
    settings: Source = field(default_factory=lambda: Source("mkdocs.yml", None))
    unread: set[str] = field(default_factory=set)

    def languages(self) -> Languages | None:
        self.settings, problems = read_yaml(self.root, self.root / "mkdocs.yml")
        languages, wrong = languages_from(self.settings) if not problems else (None, [])
        self.problems += [*problems, *wrong]
        return languages

    def record(self, model: type[_R], file: Path) -> Read[_R] | None:
        path = file.relative_to(self.root).as_posix()
        if not file.is_file():
            hint = "Restore it from the last commit."
            self.problems.append(Problem(path, 0, "file", "this file", "none", hint))
            return None
        text, problems = read_text(file, path)
        self.problems += problems
        if problems:
            return None
        record, source, wrong = _parsed(model, path, text)
        self.problems += wrong
        if record is None:
            self._remember_unread(source, file.stem)
        return Read(record, source) if isinstance(record, model) else None

    def records(self, model: type[_R], folder: str) -> dict[str, Read[_R]]:
        home = self.root / "data" / folder
        files = sorted(home.glob("*.yml"))
        self._refuse_others(home, files, f"a file data/{folder}/<name>.yml")
        read = ((file.stem, self.record(model, file)) for file in files)
        return {slug: found for slug, found in read if found is not None}

    def _refuse_others(self, home: Path, files: Iterable[Path], expected: str) -> None:
        """Name every file that would otherwise be left out in silence."""
        known = set(files)
        for file in sorted(home.rglob("*")):
            if file.is_file() and file not in known and not file.name.startswith("."):
                path = file.relative_to(self.root).as_posix()
                hint = "Move or rename it; as it is, the site would not show it."
                self.problems.append(Problem(path, 0, "file", expected, "another place", hint))

    def entries(self) -> list[Read[Entry]]:
        found = []
        home = self.root / "data/signatories"
        files = sorted(home.glob("*/*.yml"))
        self._refuse_others(home, files, "a file data/signatories/<country>/<name>.yml")
        for file in files:
            read = self.record(Signatory, file)
            if read is not None:
                entry = Entry(file.parent.name, file.stem, read.source.path, read.record)
                found.append(Read(entry, read.source))
        return found

    def texts(self, languages: Languages) -> Texts:
        found: dict[str, dict[str, Text]] = defaultdict(dict)
        docs = self.root / "docs"
        own = [file for code in languages.codes for file in (docs / code).rglob("*.md")]
        for file in sorted(set(docs.rglob("*.md")) - set(own)):
            path = file.relative_to(self.root).as_posix()
            wanted = "a folder docs/<language>/ out of " + ", ".join(languages.codes)
            hint = "Move the page, or add its language to the list in mkdocs.yml."
            self.problems.append(Problem(path, 0, "file", wanted, "another folder", hint))
        for code in languages.codes:
            folder = docs / code
            for file in sorted(folder.rglob("*.md")):
                if _is_news(file, folder):
                    continue
                if _NEWS_NAME.fullmatch(file.name):
                    path = file.relative_to(self.root).as_posix()
                    wanted = f"news at docs/{code}/{newsroom.FOLDER}/{file.name}"
                    hint = "Move the file; a folder of its own is no part of the address."
                    self._remember_unread(Source(path, None), file.stem)
                    self.problems.append(Problem(path, 0, "file", wanted, "another folder", hint))
                    continue
                text = self._text(code, folder, file)
                if text is not None:
                    found[text.path][code] = text
        return {path: dict(found[path]) for path in sorted(found)}

    def _text(self, code: str, folder: Path, file: Path) -> Text | None:
        found = self._markdown(file, _page_model)
        if found is None or not isinstance(found.record, Page):
            return None
        return Text(
            file.relative_to(folder).as_posix(),
            found.source.path,
            code,
            found.record,
            found.body,
            found.source,
            found.first_line,
        )

    def _markdown(self, file: Path, model_of: Callable[[object], type[Record]]) -> _Markdown | None:
        path = file.relative_to(self.root).as_posix()
        text, problems = read_text(file, path)
        self.problems += problems
        if problems:
            return None
        found = _taken_apart(model_of, path, text)
        self.problems += found.problems
        if found.record is None:
            self._remember_unread(found.source, file.stem)
        return found

    def _remember_unread(self, source: Source, name: str) -> None:
        """Keep the id and the name of a file with mistakes: its item is wrong, but not lost."""
        self.unread.add(_NEWS_DAY.sub("", name))
        if isinstance(source.value, dict):
            self.unread.add(str(source.value.get("id")))

    def news(self, languages: Languages) -> list[NewsFile]:
        found = []
        for code in languages.codes:
            folder = self.root / "docs" / code
            home = folder / newsroom.FOLDER
            files = sorted(home.glob("*.md"))
            inside = [file for file in home.rglob("*") if file.parent != home or file.is_dir()]
            self._refuse_others(home, [*files, *inside], "a file <day>-<name>.md")
            read = (self._news_file(code, file) for file in files if _is_news(file, folder))
            found += [file for file in read if file is not None]
        return found

    def _news_file(self, code: str, file: Path) -> NewsFile | None:
        path = file.relative_to(self.root).as_posix()
        match = _NEWS_NAME.fullmatch(file.name)
        if not match or not _is_day(match.group(1)):
            hint = "The day, then words in a–z, 0–9 and hyphens; the words make the address."
            wanted = "a name such as 2026-11-22-new-signatories.md"
            self.problems.append(Problem(path, 0, "file", wanted, repr(file.name), hint))
            self._remember_unread(Source(path, None), file.stem)
            return None
        found = self._markdown(file, newsroom.model_of)
        if found is None or not isinstance(found.record, NewsItem | NewsTranslation):
            return None
        return NewsFile(
            language=code,
            day=match.group(1),
            slug=match.group(2),
            record=found.record,
            body=found.body,
            source=found.source,
            first_line=found.first_line,
        )

    def pictures(self) -> dict[str, Picture]:
        folder = self.root / newsroom.PICTURES
        return {file.name: _picture(file) for file in sorted(folder.glob("*")) if file.is_file()}

    def occasions(self) -> list[Read[Occasion]]:
        return [
            Read(Occasion(slug, read.source.path, read.record), read.source)
            for slug, read in self.records(Event, "events").items()
        ]

    def strings(self, languages: Languages, texts: Texts) -> dict[str, Strings]:
        wanted = said_on_site(self.root, texts, menu_pages(self.settings))
        found = {}
        for code in languages.codes:
            if code == languages.source.code and not catalogue_path(self.root, code).is_file():
                found[code] = Strings(code)
                continue
            catalog, problems = read_catalogue(self.root, code)
            self.problems += problems
            if catalog is not None:
                self.problems += check_catalogue(self.root, code, catalog, wanted)
                found[code] = strings_of(code, catalog)
        return found


_NEWS_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}-")
_NEWS_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)\.md")


def _is_news(file: Path, folder: Path) -> bool:
    return file.parent == folder / newsroom.FOLDER and file.name != "index.md"


def _anchors(group: Mapping[str, Text]) -> frozenset[str]:
    """Collect the ids that headings of a page have in any language: they are the same in all."""
    return frozenset(
        anchor for text in group.values() for anchor in re.findall(r"\{#([\w-]+)\}", text.body)
    )


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _picture(file: Path) -> Picture:
    width, height = imagesize.get(str(file))
    address = f"{newsroom.PICTURES}/{file.name}".removeprefix("docs/")
    kind = guess_type(file.name)[0] or ""
    return Picture(address, kind, file.stat().st_size, int(width), int(height))


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text that a translation is made from: its file, and the hash of its words."""

    file: str
    hash: str


def read_translations(root: Path) -> tuple[dict[str, SourceText] | None, list[Problem]]:
    """Map each translation's file to its source; None if the languages cannot be read."""
    reader = _Reader(root)
    languages = reader.languages()
    if languages is None:
        return None, reader.problems
    origin = languages.source.code
    found = {
        text.file: SourceText(group[origin].file, group[origin].hash)
        for group in reader.texts(languages).values()
        for code, text in group.items()
        if origin in group and code != origin
    }
    for original, *others in newsroom.items_of(reader.news(languages), languages).values():
        source = SourceText(original.path, original.hash)
        found |= {file.path: source for file in others if not file.is_original}
    return found, reader.problems


def read_ledger(root: Path) -> tuple[str, list[Problem]]:
    """Return the text of the ledger with everything in it that is published today.

    Empty if the content has mistakes, which come back with it.
    """
    reader = _Reader(root)
    site, problems = read_site(root)
    languages = site.languages if site else None
    ledger = reader.record(Ledger, root / LEDGER)
    if languages is None or ledger is None:
        return "", problems
    items = items_today(reader.news(languages), reader.occasions(), reader.entries())
    return ledger_text(ledger.record, items), problems


def read_texts(root: Path) -> tuple[Languages | None, Texts, list[Problem]]:
    """Read the languages and the Markdown pages only."""
    reader = _Reader(root)
    languages = reader.languages()
    texts = reader.texts(languages) if languages else {}
    return languages, texts, reader.problems


def read_said(root: Path, texts: Texts) -> list[Said]:
    """Collect every message the site says."""
    reader = _Reader(root)
    reader.languages()
    return said_on_site(root, texts, menu_pages(reader.settings))


def read_site(root: Path) -> tuple[Site | None, list[Problem]]:
    """Read and check the whole site in `root`; None if anything in it stops a build.

    Every mistake is reported in one run; notes (such as outdated translations) do not stop it.
    """
    reader = _Reader(root)
    languages = reader.languages()
    if languages is None:
        return None, reader.problems
    data = root / "data"
    country_list = reader.record(CountryList, data / "countries.yml")
    source_list = reader.record(PublicationList, data / "sources.yml")
    redirect_list = reader.record(RedirectList, data / "redirects.yml")
    coordinators = reader.records(Coordinator, "coordinators")
    supporters = reader.records(Supporter, "supporters")
    entries = reader.entries()
    texts = reader.texts(languages)
    news = reader.news(languages)
    pictures = reader.pictures()
    occasions = reader.occasions()
    ledger = reader.record(Ledger, root / LEDGER)
    strings = reader.strings(languages, texts)
    countries = {item.code: item for item in country_list.record.countries} if country_list else {}
    sources = {item.key: item for item in source_list.record.sources} if source_list else {}

    problems = reader.problems
    if country_list:
        problems += checks.check_countries(country_list, frozenset(sources))
    if source_list:
        problems += checks.check_sources(source_list)
    problems += checks.check_addresses(entries, countries)
    problems += checks.check_identity(entries)
    known = checks.Known(
        ids=frozenset(read.record.signatory.id for read in entries),
        languages=frozenset(languages.codes),
        sources=frozenset(sources),
        coordinators=frozenset(file.stem for file in (data / "coordinators").glob("*.yml")),
        supporters=frozenset(file.stem for file in (data / "supporters").glob("*.yml")),
    )
    problems += checks.check_references(entries, known)
    problems += checks.check_organisations(
        [*coordinators.values(), *supporters.values()], countries, known
    )
    problems += checks.check_texts(texts, languages)
    problems += checks.check_bodies(texts)
    problems += checks.check_menus(reader.settings, texts)
    problems += check_events(occasions, languages)
    to_news = newsroom.KnownToNews(
        countries=countries,
        signatories=known.ids | reader.unread,
        events={read.record.event.id for read in occasions} | reader.unread,
        pages={path: _anchors(group) for path, group in texts.items() if not is_shell(path)},
        pictures=pictures,
    )
    problems += newsroom.check_news(news, to_news, languages)
    redirects = redirect_list.record.redirects if redirect_list else ()
    if redirect_list:
        pages = checks.addresses_of(texts, entries, countries)
        pages |= {f"/news/{file.slug}/" for file in news}
        pages |= {"/" + read.record.address for read in occasions}
        problems += checks.check_redirects(redirect_list, pages)
    if ledger:
        moved = {redirect.old: redirect.new for redirect in redirects}
        problems += check_ledger(
            ledger, items_today(news, occasions, entries), moved, reader.unread
        )
    if errors(problems) or country_list is None or ledger is None:
        return None, problems
    return (
        Site(
            languages=languages,
            strings=strings,
            release=sources[country_list.record.release],
            countries=countries,
            sources=sources,
            entries=tuple(read.record for read in entries),
            coordinators={slug: read.record for slug, read in coordinators.items()},
            supporters={slug: read.record for slug, read in supporters.items()},
            texts=texts,
            redirects=redirects,
            news=newsroom.news_from(news, pictures, languages),
            occasions=tuple(
                sorted((read.record for read in occasions), key=lambda one: one.oldest_first)
            ),
            identity=ledger.record.identity,
            notes=tuple(problems),
        ),
        problems,
    )
