"""The library in one language: its documents, newest first, and the choices of its filter."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from publishing.languages.collation import collation_key, in_order
from publishing.records.documents import DOCUMENT_TYPES, Document
from publishing.site import Site
from publishing.views import vocabulary
from publishing.views.news import best_wording
from publishing.views.tongue import Tongue, Worded


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document in a list. The keys are for the filter, separated by spaces.

    `countries` is empty for the whole region, of which `country_keys` then has all.
    """

    id: str
    title: Worded
    type: str
    type_key: str
    year: int
    publisher: Worded
    languages: str
    language_keys: str
    countries: str
    country_keys: str
    licence: Worded
    link: str
    host: str


@dataclass(frozen=True, slots=True)
class Library:
    """All documents, and what they can be chosen by: (key, label)."""

    lines: tuple[DocumentLine, ...]
    countries: tuple[tuple[str, str], ...]
    types: tuple[tuple[str, str], ...]
    languages: tuple[tuple[str, str], ...]
    years: tuple[int, ...]


def library(site: Site, tongue: Tongue) -> Library:
    """List all documents, the newest first; the title decides between those of one year."""
    lines = [document_line(document, site, tongue) for document in site.documents]
    lines.sort(key=lambda line: (-line.year, collation_key(line.title.text, tongue.code), line.id))
    return Library(
        lines=tuple(lines),
        countries=tuple(tongue.countries(_keys(lines, lambda line: line.country_keys))),
        types=_types(lines, tongue),
        languages=_languages(lines, tongue),
        years=tuple(dict.fromkeys(line.year for line in lines)),
    )


def document_line(document: Document, site: Site, tongue: Tongue) -> DocumentLine:
    """Describe a document to readers; what it is a source of figures for says the same."""
    source = site.sources.get(document.source or "")
    origin = site.languages.source.code
    link = source.url if source else document.link or ""
    return DocumentLine(
        id=document.id,
        title=Worded(source.title, origin)
        if source
        else best_wording(document.title or {"": ""}, tongue),
        type=tongue.say(vocabulary.DOCUMENT_TYPE[document.type]),
        type_key=document.type,
        year=source.date.first_day.year if source else document.year or 0,
        publisher=Worded(source.publisher, origin)
        if source
        else Worded(document.publisher or "", document.languages[0]),
        languages=", ".join(map(tongue.write.language_name, document.languages)),
        language_keys=" ".join(document.languages),
        countries=", ".join(name for _code, name in tongue.countries(document.countries)),
        country_keys=" ".join(document.countries or site.countries),
        licence=Worded(source.licence if source else document.licence or "", origin),
        link=link,
        host=urlsplit(link).hostname or "",
    )


def _keys(lines: Iterable[DocumentLine], keys: Callable[[DocumentLine], str]) -> list[str]:
    """Return every key that some document has, once."""
    return sorted({key for line in lines for key in keys(line).split()})


def _types(lines: Iterable[DocumentLine], tongue: Tongue) -> tuple[tuple[str, str], ...]:
    used = _keys(lines, lambda line: line.type_key)
    known = [(key, tongue.say(vocabulary.DOCUMENT_TYPE[key])) for key in DOCUMENT_TYPES]
    return tuple((key, label) for key, label in known if key in used)


def _languages(lines: Iterable[DocumentLine], tongue: Tongue) -> tuple[tuple[str, str], ...]:
    used = _keys(lines, lambda line: line.language_keys)
    named = [(code, tongue.write.language_name(code)) for code in used]
    return tuple(in_order(named, lambda pair: pair[1], tongue.code))
