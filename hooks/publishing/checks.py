"""Rules that hold between records: references, identities, translations, redirects."""

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from publishing.languages.formats import is_language, is_territory
from publishing.languages.language import Languages
from publishing.languages.translations import State, Text, Texts, address_of, is_shell, state_of
from publishing.menus import menu_entries
from publishing.problems import Problem, quoted
from publishing.prose import risks_of
from publishing.records.countries import Country, CountryList, PublicationList, RedirectList
from publishing.records.organisations import Coordinator, Supporter
from publishing.records.pages import GENERATED_AT, PARTS
from publishing.records.values import is_slug
from publishing.site import Entry
from publishing.sources import Location, Read, Source, in_words, walk

Entries = Sequence[Read[Entry]]


@dataclass(frozen=True, slots=True)
class Known:
    """What a signatory's file may refer to."""

    ids: frozenset[str]
    languages: frozenset[str]
    sources: frozenset[str]
    coordinators: frozenset[str]
    supporters: frozenset[str]


def check_countries(countries: Read[CountryList], sources: frozenset[str]) -> Iterator[Problem]:
    """Require real countries, each once, and a release that data/sources.yml knows."""
    if countries.record.release not in sources:
        hint = "Add the source there first."
        wanted = "a key of data/sources.yml"
        yield countries.source.problem(("release",), wanted, countries.record.release, hint)
    listed = countries.record.countries
    places = [("countries", index, "code") for index in range(len(listed))]
    codes = [country.code for country in listed]
    yield from check_each_once(countries.source, places, codes, "each country once")
    for place, country in zip(places, listed, strict=True):
        for language in country.languages:
            if not is_language(language):
                wanted, hint = "the code of a language", "ISO 639-1, such as uk."
                yield countries.source.problem((*place[:2], "languages"), wanted, language, hint)
        if not is_territory(country.code):
            hint = "ISO 3166-1 alpha-2, in small letters."
            yield countries.source.problem(place, "the code of a country", country.code, hint)


def check_sources(sources: Read[PublicationList]) -> Iterator[Problem]:
    """Require that a key belongs to one source."""
    keys = [source.key for source in sources.record.sources]
    places = [("sources", index, "key") for index in range(len(keys))]
    yield from check_each_once(sources.source, places, keys, "each key once")


def check_each_once(
    source: Source, places: Iterable[Location], values: Iterable[str], expected: str
) -> Iterator[Problem]:
    """Require that no value stands twice."""
    seen = set()
    for place, value in zip(places, values, strict=True):
        if value in seen:
            yield source.problem(place, expected, value, "Remove one of the two.")
        seen.add(value)


def check_addresses(entries: Entries, countries: Mapping[str, Country]) -> Iterator[Problem]:
    """Require each signatory in its country's folder, under a plain name."""
    known = ", ".join(countries)
    for read in entries:
        entry, source = read.record, read.source
        if entry.country not in countries:
            hint = "Move the file, or add the country to data/countries.yml."
            yield source.problem((), f"a folder named by country ({known})", entry.country, hint)
        yield from check_file_name(source, "bila-tserkva.yml")
        if not entry.signatory.id.startswith(entry.country.upper()):
            hint = "The id begins with the country of the folder."
            wanted = f"an id of {entry.country.upper()}"
            yield source.problem(("id",), wanted, entry.signatory.id, hint)


def check_file_name(source: Source, example: str) -> Iterator[Problem]:
    """Require a YAML file to be named as an address can be."""
    name = source.path.rpartition("/")[2].removesuffix(".yml")
    if not is_slug(name):
        hint = f"Rename the file, such as {example}."
        yield source.problem((), "a file name of a–z, 0–9 and hyphens", name, hint)


def check_wording(
    source: Source, place: Location, words: Mapping[str, str], languages: Languages
) -> Iterator[Problem]:
    """Require words by language in languages of the site, the source language among them."""
    for code in words:
        if code not in languages.codes:
            hint = "See the list in mkdocs.yml."
            yield source.problem((*place, code), "a language of the site", code, hint)
    origin = languages.source.code
    if origin not in words:
        hint = f"Add the line '{origin}: …'; readers of every language can fall back to it."
        yield source.problem(place, f"words in '{origin}'", in_words("none"), hint)


def check_page_reference(
    source: Source, place: Location, reference: str, pages: Mapping[str, AbstractSet[str]]
) -> Iterator[Problem]:
    """Require a page and, where one is named, an anchor on it; `pages` holds those of each."""
    path, _mark, anchor = reference.partition("#")
    if path in pages and (not anchor or anchor in pages[path]):
        return
    known = "Known there: " + (", ".join(sorted(pages.get(path, ()))) or "none") + "."
    hint = known if path in pages else "Such as about/commitments.md#signatory."
    yield source.problem(place, "a page of the site, and an {#id} on it", reference, hint)


def check_country_codes(
    source: Source, place: Location, codes: Sequence[str], countries: Collection[str]
) -> Iterator[Problem]:
    """Require countries of the site in a list."""
    for index, code in enumerate(codes):
        yield from check_country_code(source, (*place, index), code, countries)


def check_country_code(
    source: Source, place: Location, code: str, countries: Collection[str]
) -> Iterator[Problem]:
    """Require a country of the site."""
    if code not in countries:
        wanted = "one of " + ", ".join(countries)
        yield source.problem(place, wanted, code, "See data/countries.yml.")


def check_identity(entries: Entries) -> Iterator[Problem]:
    """Require that an id belongs to one signatory."""
    owners: dict[str, str] = {}
    for read in entries:
        key = read.record.signatory.id
        first = owners.setdefault(key, read.record.file)
        if first != read.record.file:
            hint = "Ids never change and are never shared; give the newer file its own."
            yield read.source.problem(("id",), f"an id that {first} does not have", key, hint)


# Key in a signatory's file -> (which names are known, what is expected, the cure).
_REFERENCES = {
    "source": ("sources", "a key of data/sources.yml", "Add the source there first."),
    "language": ("languages", "a language of the site", "See the list in mkdocs.yml."),
    "coordinator": ("coordinators", "a file in data/coordinators/", "Its name without .yml."),
    "supporter": ("supporters", "a file in data/supporters/", "Its name without .yml."),
}


def check_references(entries: Entries, known: Known) -> Iterator[Problem]:
    """Require that sources, languages, bodies and other signatories that are named exist."""
    for read in entries:
        yield from _check_named(read.source, known)
        yield from _check_related(read, known)


def _check_named(source: Source, known: Known) -> Iterator[Problem]:
    for location, value in walk(source.value):
        attribute, expected, hint = _REFERENCES.get(str(location[-1]), ("", "", ""))
        if attribute and value not in getattr(known, attribute):
            yield source.problem(location, expected, value, hint)


def _check_related(read: Read[Entry], known: Known) -> Iterator[Problem]:
    signatory = read.record.signatory
    for index, link in enumerate(signatory.related):
        location = ("related", index, "id")
        if link.id == signatory.id:
            hint = "Name the other record, or remove the line."
            yield read.source.problem(location, "another signatory", link.id, hint)
        elif link.id not in known.ids:
            hint = "Look it up in the other file, and mend that file if it is named above."
            yield read.source.problem(location, "the id of a signatory", link.id, hint)


def check_organisations(
    bodies: Iterable[Read[Coordinator] | Read[Supporter]],
    countries: Mapping[str, Country],
    known: Known,
) -> Iterator[Problem]:
    """Require that coordinators and supporters name only what exists, each name once."""
    for read in bodies:
        body, source = read.record, read.source
        yield from _check_named(source, known)
        yield from check_file_name(source, "union-of-communities.yml")
        yield from _check_countries(read, countries)
        if not is_language(body.language):
            wanted, hint = "the code of a language", "ISO 639-1, such as uk."
            yield source.problem(("language",), wanted, body.language, hint)
        for code in body.names:
            if code not in known.languages or code == body.language:
                wanted, hint = _ANOTHER_LANGUAGE
                yield source.problem(("names", code), wanted, code, hint)
        for index, key in enumerate(body.supported.signatories if body.supported else ()):
            if key not in known.ids:
                hint = "See id: in the signatory's file, and mend that file if it is named above."
                place = ("supported", "signatories", index)
                yield source.problem(place, "the id of a signatory", key, hint)


def _check_countries(
    read: Read[Coordinator] | Read[Supporter], countries: Mapping[str, Country]
) -> Iterator[Problem]:
    body, source = read.record, read.source
    if body.country:
        yield from check_country_code(source, ("country",), body.country, countries)
    if not isinstance(body, Supporter):
        return
    yield from check_country_codes(source, ("countries",), body.countries, countries)
    is_international = body.scope == "international"
    needed, other = ("countries", "country") if is_international else ("country", "countries")
    hint = "A national body has country:, an international one countries:, a list."
    if not getattr(body, needed):
        yield source.problem(("scope",), f"{needed}: beside it", in_words("none"), hint)
    if getattr(body, other):
        found = in_words(f"{other}: beside it")
        yield source.problem((other,), f"no {other}: in {_A[body.scope]} body", found, hint)


_A = {"national": "a national", "international": "an international"}
_ANOTHER_LANGUAGE = (
    "a language of the site, other than that of name:",
    "name: is in language:, or in English; see the list in mkdocs.yml.",
)


def check_texts(texts: Texts, languages: Languages) -> Iterator[Problem]:
    """Require a source for every translation, and the hash of the text it was made from."""
    for path, by_language in texts.items():
        source = by_language.get(languages.source.code)
        for code, text in by_language.items():
            if code == languages.source.code:
                yield from _check_source_text(text)
            elif source is None:
                wanted = f"a page docs/{languages.source.code}/{path}"
                hint = "Give it the name of its source, or write the source first."
                yield _about(text, "file", wanted, in_words("none"), hint)
            elif source.page.generated:
                wanted = "no translation: the catalogue has its words"
                yield _about(text, "file", wanted, in_words("a file"), "Remove the file.")
            elif text.page.source_hash is None:
                wanted = "the hash of the text it translates"
                yield _about(text, "source_hash", wanted, in_words("none"), _accept_hint(text))
            elif state_of(by_language, languages[code], languages) is State.OUTDATED:
                yield _outdated(text, source)


def check_generated(texts: Texts) -> Iterator[Problem]:
    """Require that a page is made of a kind only where that kind has its place, shells of some.

    A shell that nothing is made of would be published as it is, with nothing in it.
    """
    kinds = {path: kind for kind, paths in GENERATED_AT.items() for path in paths}
    for path, by_language in texts.items():
        for text in by_language.values():
            kind, known = text.page.generated, kinds.get(path)
            if kind and kind != known:
                wanted = f"'{known}'" if known else "no such key in this file"
                hint = f"'{kind}' has its place in {' or '.join(GENERATED_AT[kind])}."
                yield _about(text, "generated", wanted, kind, hint)
        if is_shell(path) and not any(text.page.generated for text in by_language.values()):
            text = next(iter(by_language.values()))
            known = kinds.get(path)
            hint = f"Add the line 'generated: {known}'." if known else "Rename the folder."
            wanted = "this key in a folder that begins with _"
            yield _about(text, "generated", wanted, in_words("none"), hint)


# What must not stand in Markdown -> (what is expected instead, the cure).
_FORBIDDEN = {
    r"\]\(\s*(?:javascript|data|vbscript):": (
        "an address that begins with https://, or a path",
        "Link to a page or a web address.",
    ),
    r"<(?!!--)/?[A-Za-z][^>]*>": (
        "Markdown without HTML",
        "Write it in Markdown; templates make the HTML.",
    ),
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]": (
        "text without control characters",
        "Type the text anew; do not paste it.",
    ),
    r"\{[^}]*\bstyle\s*=": (
        "Markdown without styles",
        "The look of the site is in docs/assets/site.css.",
    ),
}
_PART = re.compile(r"<!--\s*part:\s*(.*?)\s*-->")


def check_bodies(texts: Texts) -> Iterator[Problem]:
    """Require safe links, no HTML and known parts in every page's Markdown."""
    for by_language in texts.values():
        for text in by_language.values():
            yield from check_markdown(text.file, text.first_line, text.body)


def check_markdown(file: str, first_line: int, markdown: str) -> Iterator[Problem]:
    """Require safe links, no HTML and known parts in Markdown that starts at `first_line`."""
    found = [
        problem
        for number, line in enumerate(markdown.splitlines(), start=first_line)
        for problem in _check_line(file, number, line)
    ]
    yield from found
    if found:
        return
    # What stands over several lines, or behind a reference, only the converted text shows.
    for risk in risks_of(markdown):
        hint = "Link to a page or a web address, in Markdown."
        wanted = "Markdown without HTML, and addresses that begin with https://"
        yield Problem(file, first_line, "text", wanted, quoted(risk), hint)


def _check_line(file: str, number: int, line: str) -> Iterator[Problem]:
    for pattern, (wanted, hint) in _FORBIDDEN.items():
        found = re.search(pattern, line, re.IGNORECASE)
        if found:
            yield Problem(file, number, "text", wanted, quoted(found.group()), hint)
    for name in _PART.findall(line):
        if name not in PARTS:
            hint = "Known parts: " + ", ".join(PARTS) + "."
            yield Problem(file, number, "part", "the name of a part", quoted(name), hint)


def check_menus(settings: Source, texts: Texts) -> Iterator[Problem]:
    """Require that the menu and the footer name pages that exist."""
    for location, path in menu_entries(settings):
        if path not in texts:
            near = difflib.get_close_matches(str(path), texts, n=1)
            hint = f"Did you mean '{near[0]}'?" if near else "A path below docs/en/."
            yield settings.problem(location, "the path of a page", path, hint)


def _check_source_text(text: Text) -> Iterator[Problem]:
    if text.page.source_hash:
        wanted = "no hash: this page is the source"
        yield _about(text, "source_hash", wanted, text.page.source_hash, "Remove the line.")


def _accept_hint(text: Text) -> str:
    return f"When it says what the source says: make accept FILES={text.file}"


def _about(text: Text, name: str, expected: str, found: object, hint: str) -> Problem:
    location = (name,) if name in (text.source.value or {}) else ()
    problem = text.source.problem(location, expected, found, hint)
    return replace(problem, field=name)


def _outdated(text: Text, source: Text) -> Problem:
    wanted = f"{source.hash}, the text of {source.file} today"
    return _about(text, "source_hash", wanted, text.page.source_hash, _accept_hint(text)).as_note


def addresses_of(texts: Texts, entries: Entries) -> set[str]:
    """Return the addresses of pages and signatories, such as `/signatories/ua/lviv/`."""
    pages = {"/" + address_of(path) for path in texts if not is_shell(path)}
    return pages | {"/" + read.record.address for read in entries}


def check_redirects(redirects: Read[RedirectList], pages: Collection[str]) -> Iterator[Problem]:
    """Require that a redirect leads from an address without a page to one of `pages`."""
    listed = redirects.record.redirects
    places = [("redirects", index, "old") for index in range(len(listed))]
    olds = [redirect.old for redirect in listed]
    yield from check_each_once(redirects.source, places, olds, "each address once")
    for index, redirect in enumerate(listed):
        place = ("redirects", index)
        if redirect.new not in pages:
            hint = "Look the address up in the site map."
            yield redirects.source.problem(
                (*place, "new"), "the address of a page", redirect.new, hint
            )
        if redirect.old in pages:
            hint = "Remove the redirect, or the page."
            yield redirects.source.problem(
                (*place, "old"), "an address no page has any more", redirect.old, hint
            )
