"""Everything the site is made of, read and checked once."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from publishing.languages.extraction import said_on_site
from publishing.languages.language import Languages, read_languages
from publishing.languages.strings import (
    Strings,
    catalogue_path,
    check_catalogue,
    read_catalogue,
    strings_of,
)
from publishing.languages.translations import State, Text, Texts, address_of, state_of
from publishing.problems import Problem, Severity
from publishing.records.countries import (
    Country,
    CountryList,
    Publication,
    PublicationList,
    Redirect,
    RedirectList,
)
from publishing.records.organisations import Coordinator, Supporter
from publishing.records.pages import Page
from publishing.records.signatories import Signatory
from publishing.records.values import Record, parse_record
from publishing.sources import Source, in_words, parse_page, parse_yaml, read_text, read_yaml, walk


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


@dataclass(frozen=True)
class Site:
    """All content of the site. Nothing in it changes after reading."""

    languages: Languages
    strings: Mapping[str, Strings]
    countries: Mapping[str, Country]
    sources: Mapping[str, Publication]
    entries: tuple[Entry, ...]
    coordinators: Mapping[str, Coordinator]
    supporters: Mapping[str, Supporter]
    texts: Texts
    redirects: tuple[Redirect, ...]
    notes: tuple[Problem, ...] = field(default=(), repr=False)


@lru_cache(maxsize=20_000)
def _signatory_source(path: str, text: str) -> tuple[Source, tuple[Problem, ...]]:
    """Remember parsed files by their text, so that a preview reads only what changed."""
    source, problems = parse_yaml(text, path)
    return source, tuple(problems)


@lru_cache(maxsize=20_000)
def _signatory(path: str, text: str) -> tuple[Signatory | None, tuple[Problem, ...]]:
    source, problems = _signatory_source(path, text)
    if problems:
        return None, problems
    record, wrong = parse_record(Signatory, source)
    return record, tuple(wrong)


class _Reader:
    """Reads the folders of a site and collects every mistake on the way."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []

    def languages(self) -> Languages | None:
        languages, problems = read_languages(self.root)
        self.problems += problems
        return languages

    def one(self, model: type[Record], path: str) -> Record | None:
        if not (self.root / path).is_file():
            self.problems.append(
                Problem(path, 0, "file", "this file", "none", "Restore it from the last commit.")
            )
            return None
        source, problems = read_yaml(self.root, self.root / path)
        self.problems += problems
        if problems:
            return None
        record, wrong = parse_record(model, source)
        self.problems += wrong
        return record

    def organisations(self, model: type[Record], folder: str) -> dict[str, Record]:
        found: dict[str, Record] = {}
        for file in sorted((self.root / "data" / folder).glob("*.yml")):
            source, problems = read_yaml(self.root, file)
            self.problems += problems
            record, wrong = parse_record(model, source) if not problems else (None, [])
            self.problems += wrong
            if record is not None:
                found[file.stem] = record
        return found

    def entries(self) -> list[tuple[Entry, Source]]:
        found = []
        for file in sorted((self.root / "data/signatories").glob("*/*.yml")):
            path = file.relative_to(self.root).as_posix()
            text, problems = read_text(file, path)
            self.problems += problems
            if problems:
                continue
            record, wrong = _signatory(path, text)
            self.problems += wrong
            if record is not None:
                source, _ = _signatory_source(path, text)
                found.append((Entry(file.parent.name, file.stem, path, record), source))
        return found

    def texts(self, languages: Languages) -> Texts:
        found: dict[str, dict[str, Text]] = defaultdict(dict)
        for code in languages.codes:
            folder = self.root / "docs" / code
            for file in sorted(folder.rglob("*.md")):
                text = self._text(code, folder, file)
                if text is not None:
                    found[text.path][code] = text
        return {path: dict(found[path]) for path in sorted(found)}

    def _text(self, code: str, folder: Path, file: Path) -> Text | None:
        path = file.relative_to(self.root).as_posix()
        content, problems = read_text(file, path)
        if problems:
            self.problems += problems
            return None
        source, body, wrong = parse_page(content, path)
        page, mistakes = parse_record(Page, source) if not wrong else (None, [])
        self.problems += [*wrong, *mistakes]
        if page is None:
            return None
        return Text(file.relative_to(folder).as_posix(), path, code, page, body)

    def strings(self, languages: Languages, texts: Texts) -> dict[str, Strings]:
        said = said_on_site(self.root, texts)
        wanted = [(item.message, item.plural) for item in said]
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


def read_texts(root: Path) -> tuple[Languages | None, Texts, list[Problem]]:
    """Read the languages and the Markdown pages only."""
    reader = _Reader(root)
    languages = reader.languages()
    texts = reader.texts(languages) if languages else {}
    return languages, texts, reader.problems


def read_site(root: Path) -> tuple[Site | None, list[Problem]]:
    """Read and check the whole site in `root`; None if anything in it stops a build.

    Every mistake is reported in one run; notes (such as outdated translations) do not stop it.
    """
    reader = _Reader(root)
    languages = reader.languages()
    if languages is None:
        return None, reader.problems
    country_list = reader.one(CountryList, "data/countries.yml")
    source_list = reader.one(PublicationList, "data/sources.yml")
    redirect_list = reader.one(RedirectList, "data/redirects.yml")
    coordinators = reader.organisations(Coordinator, "coordinators")
    supporters = reader.organisations(Supporter, "supporters")
    found = reader.entries()
    texts = reader.texts(languages)
    strings = reader.strings(languages, texts)
    countries = {item.code: item for item in getattr(country_list, "countries", ())}
    sources = {item.key: item for item in getattr(source_list, "sources", ())}
    redirects = tuple(getattr(redirect_list, "redirects", ()))

    problems = reader.problems
    problems += _check_addresses(found, countries)
    problems += _check_identity(found)
    problems += _check_references(found, languages, sources, coordinators, supporters)
    problems += _check_organisations(root, coordinators | supporters, countries)
    problems += _check_texts(texts, languages)
    problems += _check_redirects(redirects, texts, found)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None, problems
    return (
        Site(
            languages=languages,
            strings=strings,
            countries=countries,
            sources=sources,
            entries=tuple(entry for entry, _source in found),
            coordinators=coordinators,  # type: ignore[arg-type]
            supporters=supporters,  # type: ignore[arg-type]
            texts=texts,
            redirects=redirects,
            notes=tuple(problems),
        ),
        problems,
    )


Found = list[tuple[Entry, Source]]


def _check_addresses(found: Found, countries: Mapping[str, Country]) -> Iterator[Problem]:
    """A signatory lies in its country's folder under a plain name."""
    known = ", ".join(countries)
    for entry, source in found:
        if entry.country not in countries:
            hint = "Move the file into the folder of its country."
            yield source.problem((), f"a folder named by country ({known})", entry.country, hint)
        if not entry.slug.replace("-", "").isalnum() or entry.slug != entry.slug.lower() or (
            not entry.slug.isascii()
        ):
            hint = "Rename the file, such as bila-tserkva.yml."
            yield source.problem((), "a file name of a–z, 0–9 and hyphens", entry.slug, hint)
        if not entry.signatory.id.startswith(entry.country.upper()):
            hint = "The id begins with the country of the folder."
            yield source.problem(
                ("id",), f"an id of {entry.country.upper()}", entry.signatory.id, hint
            )


def _check_identity(found: Found) -> Iterator[Problem]:
    """An id belongs to one signatory."""
    owners: dict[str, str] = {}
    for entry, source in found:
        first = owners.setdefault(entry.signatory.id, entry.file)
        if first != entry.file:
            hint = "Ids never change and are never shared; give the newer file its own."
            yield source.problem(("id",), f"an id that {first} does not have",
                                 entry.signatory.id, hint)


def _check_references(
    found: Found,
    languages: Languages,
    sources: Mapping[str, Publication],
    coordinators: Mapping[str, Record],
    supporters: Mapping[str, Record],
) -> Iterator[Problem]:
    """What a signatory names exists: sources, languages, bodies and other signatories."""
    ids = {entry.signatory.id for entry, _source in found}
    vocabularies = {
        "source": (set(sources), "a key of data/sources.yml", "Add the source there first."),
        "language": (
            set(languages.codes), "a language of the site", "See the list in mkdocs.yml."
        ),
        "coordinator": (
            set(coordinators), "a file in data/coordinators/", "Its name without .yml."
        ),
        "supporter": (set(supporters), "a file in data/supporters/", "Its name without .yml."),
    }
    for entry, source in found:
        for location, value in walk(source.value):
            key = location[-1] if location else ""
            if key in vocabularies:
                known, words, hint = vocabularies[str(key)]
                if value not in known:
                    yield source.problem(location, words, value, hint)
            if len(location) == 3 and location[0] == "related" and key == "id" and value not in ids:
                yield source.problem(location, "the id of a signatory", value,
                                     "Look it up in the other file.")
        if entry.signatory.id in {related.id for related in entry.signatory.related}:
            yield source.problem(("related",), "another signatory", entry.signatory.id)


def _check_organisations(
    root: Path, bodies: Mapping[str, Record], countries: Mapping[str, Country]
) -> Iterator[Problem]:
    for slug, body in bodies.items():
        country = getattr(body, "country", "")
        if country not in countries:
            kind = "coordinators" if isinstance(body, Coordinator) else "supporters"
            source, _ = read_yaml(root, root / "data" / kind / f"{slug}.yml")
            yield source.problem(("country",), "one of " + ", ".join(countries), country)


def _check_texts(texts: Texts, languages: Languages) -> Iterator[Problem]:
    """A translation has a source, says which text it was made from, and is current."""
    for path, by_language in texts.items():
        source = by_language.get(languages.source.code)
        for code, text in by_language.items():
            if code == languages.source.code:
                if text.page.source_hash:
                    yield _text_problem(text, "source_hash", "no hash: this is the source",
                                        text.page.source_hash, "Remove the line.")
                continue
            if source is None:
                hint = f"Rename it like its source, or write docs/{languages.source.code}/{path}."
                yield _text_problem(text, "file", f"a page in docs/{languages.source.code}/",
                                    in_words("none of this name"), hint)
            elif source.page.generated:
                yield _text_problem(text, "file", "no translation: the catalogue has its words",
                                    in_words("a file"), "Remove the file.")
            elif text.page.source_hash is None:
                yield _text_problem(text, "source_hash", "the hash of the text translated",
                                    in_words("none"), _accept_hint(text))
            elif state_of(by_language, languages[code], languages) is State.OUTDATED:
                yield _outdated(text, source)


def _accept_hint(text: Text) -> str:
    return f"When it says what the source says: python -m publishing accept {text.file}"


def _text_problem(text: Text, name: str, expected: str, found: object, hint: str) -> Problem:
    return Source(text.file, None).problem((name,), expected, found, hint)


def _outdated(text: Text, source: Text) -> Problem:
    return Problem(
        text.file, 1, "source_hash", f"{source.hash}, the text of {source.file} today",
        f"'{text.page.source_hash}'", _accept_hint(text), Severity.NOTE,
    )


def _check_redirects(
    redirects: tuple[Redirect, ...], texts: Texts, found: Found
) -> Iterator[Problem]:
    pages = {"/" + address_of(path) for path in texts} | {
        "/" + entry.address for entry, _source in found
    }
    pages |= {f"/signatories/{entry.country}/" for entry, _source in found}
    for index, redirect in enumerate(redirects):
        place = Source("data/redirects.yml", None)
        if redirect.new not in pages:
            yield place.problem(("redirects", index, "new"), "the address of a page", redirect.new)
        if redirect.old in pages:
            yield place.problem(("redirects", index, "old"), "an address no page has any more",
                                redirect.old, "Remove the redirect, or the page.")
