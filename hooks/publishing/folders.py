"""The folders of a site, read: every file a record that knows its lines, or a mistake."""

import json
import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import imagesize
from babel.messages.catalog import Catalog

from publishing import boundaries, funding, helpdesk, library, newsletter, newsroom
from publishing.languages.extraction import said_on_site
from publishing.languages.language import Languages, languages_from
from publishing.languages.strings import (
    Strings,
    catalogue_path,
    check_catalogue,
    read_catalogue,
    strings_of,
)
from publishing.languages.translations import Text, Texts
from publishing.menus import menu_pages
from publishing.newsletter import IssueFile
from publishing.newsroom import NewsFile
from publishing.problems import Problem
from publishing.records.documents import DocumentList
from publishing.records.events import Event
from publishing.records.funding import Funding
from publishing.records.helpdesk import AdhesionOffice, Helpdesk
from publishing.records.news import NewsItem, NewsTranslation
from publishing.records.newsletters import Issue, IssueTranslation, Subscription
from publishing.records.outlines import OutlineList
from publishing.records.pages import Page
from publishing.records.signatories import Signatory
from publishing.records.values import Record, parse_record
from publishing.site import Entry, Occasion, Picture
from publishing.sources import Read, Source, parse_page, parse_yaml, read_text, read_yaml

_R = TypeVar("_R", bound=Record)
_W = TypeVar("_W", NewsFile, IssueFile)


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


def _parse_json(text: str, path: str) -> tuple[Source | None, list[Problem]]:
    try:
        return Source(path, json.loads(text), first_line=0), []
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 0
        hint = "Export the file anew."
        return None, [Problem(path, line, "JSON", "well-formed JSON", "something else", hint)]


def _page_model(_front_matter: object) -> type[Record]:
    return Page


@dataclass
class Folders:
    """Reads the folders of the site in `root`, and collects every mistake on the way.

    `unread` holds the ids and names of files with mistakes: their items are wrong, but not lost;
    `lost` the paths of those that could not be taken apart, so that nobody knows what is in them;
    `catalogues` each language's path and catalogue.
    """

    root: Path
    problems: list[Problem] = field(default_factory=list)
    settings: Source = field(default_factory=lambda: Source("mkdocs.yml", None))
    unread: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    catalogues: dict[str, tuple[str, Catalog]] = field(default_factory=dict)

    def languages(self) -> Languages | None:
        """Read the list of languages from `mkdocs.yml`; None if it has mistakes."""
        self.settings, problems = read_yaml(self.root, self.root / "mkdocs.yml")
        languages, wrong = languages_from(self.settings) if not problems else (None, [])
        self.problems += [*problems, *wrong]
        return languages

    def record(self, model: type[_R], file: Path) -> Read[_R] | None:
        """Read a YAML file into a record; None if it is missing or has mistakes."""
        path = file.relative_to(self.root).as_posix()
        if not file.is_file():
            hint = "Restore it from the last commit."
            self.problems.append(Problem(path, 0, "file", "this file", "none", hint))
            return None
        text, problems = read_text(file, path)
        self.problems += problems
        if problems:
            self.lost.add(path)
            return None
        record, source, wrong = _parsed(model, path, text)
        self.problems += wrong
        if not isinstance(source.value, dict):
            self.lost.add(path)
        if record is None:
            self._remember_unread(source, file.stem)
        return Read(record, source) if isinstance(record, model) else None

    def record_if_any(self, model: type[_R], path: str) -> Read[_R] | None:
        """Read a YAML file that a site may do without."""
        file = self.root / path
        return self.record(model, file) if file.is_file() else None

    def outlines(self) -> Read[OutlineList] | None:
        """Read the outlines of the countries; None if there are none or they have mistakes.

        JSON is read as JSON: as YAML it would take seconds. It then knows no lines.
        """
        file = self.root / boundaries.PATH
        if not file.is_file():
            return None
        text, problems = read_text(file, boundaries.PATH)
        source, wrong = _parse_json(text, boundaries.PATH) if not problems else (None, [])
        self.problems += [*problems, *wrong]
        if source is None:
            return None
        record, mistakes = parse_record(OutlineList, source)
        self.problems += mistakes
        return Read(record, source) if record else None

    def records(self, model: type[_R], folder: str) -> dict[str, Read[_R]]:
        """Read the files of `data/<folder>/` by their names without `.yml`."""
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
        """Read the signatories of all countries."""
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
        """Read the Markdown pages of all languages, without news and issues."""
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
                if _is_work(file, folder):
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
        self.unread |= {name, _NEWS_DAY.sub("", name)}
        if isinstance(source.value, dict):
            self.unread.add(str(source.value.get("id")))
            for key in _LISTS_WITH_IDS:
                items = source.value.get(key)
                listed = items if isinstance(items, list) else ()
                self.unread |= {str(item.get("id")) for item in listed if isinstance(item, dict)}

    def news(self, languages: Languages) -> list[NewsFile]:
        """Read the news files of all languages."""
        wanted = "a file <day>-<name>.md"
        return list(self._works(languages, newsroom.FOLDER, wanted, self._news_file))

    def issues(self, languages: Languages) -> list[IssueFile]:
        """Read the newsletter's issues in all languages."""
        wanted = "a file <number>.md"
        return list(self._works(languages, newsletter.FOLDER, wanted, self._issue_file))

    def _works(
        self,
        languages: Languages,
        name: str,
        expected: str,
        read: Callable[[str, Path], _W | None],
    ) -> Iterator[_W]:
        """Read the files of a folder of works in every language, without the pages in it."""
        for code in languages.codes:
            home = self.root / "docs" / code / name
            files: list[Path] = sorted(home.glob("*.md"))
            inside: list[Path] = [
                file for file in home.rglob("*") if file.parent != home or file.is_dir()
            ]
            self._refuse_others(home, [*files, *inside], expected)
            read_files = (read(code, file) for file in files if file.name not in _PAGES_AMONG[name])
            yield from (file for file in read_files if file is not None)

    def _issue_file(self, code: str, file: Path) -> IssueFile | None:
        path = file.relative_to(self.root).as_posix()
        if not _ISSUE_NAME.fullmatch(file.name):
            hint = "The year, then 1 for spring or 2 for autumn; other pages lie elsewhere."
            wanted = "a name such as 2026-2.md"
            self.problems.append(Problem(path, 0, "file", wanted, repr(file.name), hint))
            self._remember_unread(Source(path, None), file.stem)
            return None
        found = self._markdown(file, newsletter.model_of)
        if found is None or not isinstance(found.record, Issue | IssueTranslation):
            return None
        if found.record.number != file.stem:
            self._remember_unread(found.source, file.stem)
        return IssueFile(
            language=code,
            name=file.stem,
            record=found.record,
            body=found.body,
            source=found.source,
            first_line=found.first_line,
        )

    def site_url(self) -> str:
        """Read the site's address; one that `!ENV` takes from the environment has a default."""
        found = self.settings.value.get("site_url") or "https://site.example/"
        if isinstance(found, list):
            name, default = found[0], found[-1]
            return os.environ.get(str(name)) or str(default)
        return str(found)

    def repository(self) -> str:
        """Read where the source files are published: `repo_url`, if there is one."""
        found = self.settings.value.get("repo_url")
        return found if isinstance(found, str) else ""

    def subscription(self) -> Subscription:
        """Read from `mkdocs.yml` how to subscribe; without a word, by e-mail."""
        return self._extra(Subscription, "newsletter") or Subscription()

    def adhesion(self) -> AdhesionOffice:
        """Read from `mkdocs.yml` where expressions of interest go."""
        return self._extra(AdhesionOffice, "adhesion") or AdhesionOffice()

    def helpdesk(self) -> Read[Helpdesk] | None:
        """Read whom to ask; a site may have no helpdesk."""
        return self.record_if_any(Helpdesk, helpdesk.PATH)

    def _extra(self, model: type[_R], name: str) -> _R | None:
        """Read a part of `extra:` in `mkdocs.yml`; None if it is missing or has mistakes."""
        part = self.settings.part(("extra", name))
        if part.value is None:
            return None
        record, problems = parse_record(model, part)
        self.problems += problems
        return record

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

    def pictures(self, folder: str) -> dict[str, Picture]:
        """Measure the pictures of a folder below `docs/`, by file name."""
        files = sorted((self.root / folder).glob("*"))
        return {file.name: _picture(file, folder) for file in files if file.is_file()}

    def occasions(self) -> list[Read[Occasion]]:
        """Read the events."""
        return [
            Read(Occasion(slug, read.source.path, read.record), read.source)
            for slug, read in self.records(Event, "events").items()
        ]

    def funding(self) -> Read[Funding]:
        """Read the kinds of finance and the calls; without the file there are none."""
        read = self.record_if_any(Funding, funding.PATH)
        return read or Read(Funding(), Source(funding.PATH, {}))

    def documents(self) -> Read[DocumentList]:
        """Read the documents of the library; without the file there are none."""
        read = self.record_if_any(DocumentList, library.PATH)
        return read or Read(DocumentList(), Source(library.PATH, {}))

    def strings(self, languages: Languages, texts: Texts) -> dict[str, Strings]:
        """Read the catalogues, and compare them with what the site says."""
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
                path = catalogue_path(self.root, code).relative_to(self.root).as_posix()
                self.catalogues[code] = (path, catalog)
                found[code] = strings_of(code, catalog)
        return found


# Files of many items, each with an id of its own, by the key of their list.
_LISTS_WITH_IDS = ("calls", "documents")
_NEWS_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}-")
_ISSUE_NAME = re.compile(r"[0-9]{4}-[12]\.md")
_NEWS_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)\.md")


# Folders of works, and the files in them that are ordinary pages.
_PAGES_AMONG = {newsroom.FOLDER: newsroom.PAGES, newsletter.FOLDER: newsletter.PAGES}


def _is_work(file: Path, folder: Path) -> bool:
    name = file.parent.name
    is_inside = file.parent.parent == folder and name in _PAGES_AMONG
    return is_inside and file.name not in _PAGES_AMONG[name]


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


_MEDIA_TYPES = {".jpg": "image/jpeg", ".png": "image/png", ".webp": "image/webp"}


def _picture(file: Path, folder: str) -> Picture:
    width, height = imagesize.get(str(file))
    address = f"{folder}/{file.name}".removeprefix("docs/")
    return Picture(
        address, _MEDIA_TYPES.get(file.suffix, ""), file.stat().st_size, int(width), int(height)
    )
