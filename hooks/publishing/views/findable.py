"""What the search finds in one language: pages, records, terms and documents, each in its words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from publishing.addresses import stamped_pages
from publishing.languages.translations import address_of, is_shell
from publishing.organisations import address_of as body_address
from publishing.organisations import known_bodies
from publishing.prose import prose_of
from publishing.records.organisations import Body
from publishing.site import Entry, Site, Work
from publishing.views.agenda import event_line, full_title
from publishing.views.glossary import glossary_entries
from publishing.views.library import library
from publishing.views.names import body_name, known_names
from publishing.views.signatory import adhesion_facts
from publishing.views.tongue import Name, Tongue, Worded

_HEADING = re.compile(r"<h1[^>]*>.*?</h1>", re.DOTALL)
_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
# What readers choose from, in this order.
KINDS = ("page", "signatory", "body", "news", "newsletter", "event", "document", "term")


@dataclass(frozen=True, slots=True)
class Told:
    """What a page says of itself when it is written; of an ordinary one, heading and text too."""

    title: str
    description: str
    text: str = ""
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Findable:
    """Something to be found. `also` are other words that lead to it, which nobody is shown.

    `facts` are shown after the text, but their words lead to nothing: 555 profiles share them.
    `address` is below the language, with an anchor where only a part of the page is meant;
    `title_language` is empty where the title is in the language of the page. `weight` is that of
    the words of the title among others, from 1 to 10.
    """

    address: str
    kind: str
    title: str
    text: str
    facts: str = ""
    also: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    title_language: str = ""
    weight: int = 8


@dataclass(frozen=True, slots=True)
class _Record:
    """What a record adds to what its page says, or has as `facts` in place of its description."""

    kind: str
    countries: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    text: str = ""
    facts: str = ""
    title: str = ""
    title_language: str = ""
    weight: int = 8


# A page that editors made comes before lists of its name (News; News: Georgia), and before what
# repeats its words, such as its form.
_PAGE, _FORM, _LIST = (_Record("page", weight=weight) for weight in (10, 5, 7))


def told_of(title: str, description: str, html: str) -> Told:
    """Return what an ordinary page says, from its converted Markdown."""
    heading = _HEADING.search(html)
    text = text_of(_HEADING.sub(" ", html, count=1))
    return Told(title, description, text, text_of(heading.group()) if heading else "")


def text_of(html: str) -> str:
    r"""Return the words of HTML on one line.

    >>> text_of("<h2>Join</h2>\n<p>Three <b>steps</b> &amp; a form.</p><!-- part: news -->")
    'Join Three steps & a form.'
    """
    return " ".join(unescape(_TAG.sub(" ", html)).split())


def findables(
    told: Mapping[str, Told], site: Site, names: Mapping[str, Name], tongue: Tongue
) -> Iterator[Findable]:
    """Yield everything that readers of a language can look for.

    `told` holds, by address, what the pages said that are really in the language.
    """
    records = dict(_records(site, names, tongue))
    addresses = dict.fromkeys((page.address for page in stamped_pages(site, tongue.code)), _LIST)
    addresses |= {
        address_of(path): _FORM if path.endswith("/form.md") else _PAGE
        for path in site.texts
        if not is_shell(path)
    }
    for address, plain in addresses.items():
        if address in told:
            yield _found(address, told[address], records.get(address, plain), site)
    yield from _terms(site, tongue)
    yield from _documents(site, tongue)


def _found(address: str, own: Told, record: _Record, site: Site) -> Findable:
    of_country = tuple(part for part in address.split("/") if part in site.countries)
    return Findable(
        address=address,
        kind=record.kind,
        title=record.title or own.title,
        text="" if record.facts else own.text or f"{own.description} {record.text}".strip(),
        facts=record.facts,
        also=(*filter(None, [own.heading]), *record.also),
        countries=record.countries or of_country,
        title_language=record.title_language,
        weight=record.weight,
    )


def _records(
    site: Site, names: Mapping[str, Name], tongue: Tongue
) -> Iterator[tuple[str, _Record]]:
    for code, name in tongue.countries(site.countries):
        title = tongue.say("Signatories: {name}", name=name)
        yield f"signatories/{code}/", _Record("page", (code,), title=title)
    yield "figures/", _Record("page", also=(tongue.say("All figures, map and charts"),), weight=10)
    for entry in site.entries:
        yield entry.address, _signatory(entry, names[entry.signatory.id], tongue)
    for role, bodies in known_bodies(site).items():
        for slug, body in bodies.items():
            yield body_address(role, slug), _body(body, tongue)
    for news in site.news:
        if tongue.code in news.texts:
            text = _prose(news, tongue, "news")
            yield news.address, _Record("news", news.item.countries, text=text)
    for issue in site.newsletters:
        if tongue.code in issue.texts:
            yield issue.address, _Record("newsletter", text=_prose(issue, tongue, "newsletter"))
    for occasion in site.occasions:
        line = event_line(occasion, tongue)
        where = tuple(place.text for place in line.where)
        language = _foreign(full_title(line), tongue)
        yield (
            occasion.address,
            _Record("event", occasion.countries, where, title_language=language, weight=4),
        )


def _foreign(words: Worded, tongue: Tongue) -> str:
    """Return the language of words, or nothing if it is the readers'."""
    return "" if words.language == tongue.code else words.language


def _signatory(entry: Entry, name: Name, tongue: Tongue) -> _Record:
    signatory = entry.signatory
    country = tongue.write.country(entry.country)
    return _Record(
        "signatory",
        (entry.country,),
        known_names(signatory),
        facts=". ".join(f"{label}: {value}" for label, value in adhesion_facts(entry, tongue)),
        title=f"{name.full}, {country}",
        title_language=_foreign(name, tongue),
    )


def _body(body: Body, tongue: Tongue) -> _Record:
    name = body_name(body, tongue)
    return _Record(
        "body",
        body.works_in,
        (body.name, *body.names.values()),
        title_language=_foreign(name, tongue),
    )


def _prose(work: Work, tongue: Tongue, folder: str) -> str:
    return text_of(prose_of(work.texts[tongue.code].body, folder).html)


def _terms(site: Site, tongue: Tongue) -> Iterator[Findable]:
    """Yield the terms of the glossary; words that are not to be used lead to the right ones."""
    if "glossary.md" not in site.texts:
        return
    avoided = {
        term.id: term.languages[tongue.code].avoid
        for term in site.terms
        if tongue.code in term.languages
    }
    for entry in glossary_entries(site, tongue):
        meaning = entry.meaning
        yield Findable(
            address=f"glossary/#{meaning.id}",
            kind="term",
            title=meaning.term,
            text=meaning.meaning,
            also=tuple(avoided.get(meaning.id, ())),
            title_language="" if meaning.language == tongue.code else meaning.language,
        )


def _documents(site: Site, tongue: Tongue) -> Iterator[Findable]:
    if "library.md" not in site.texts:
        return
    for line in library(site, tongue).lines:
        facts = (line.type, str(line.year), line.publisher.text, line.languages, line.countries)
        yield Findable(
            address=f"library/#{line.id}",
            kind="document",
            title=line.title.text,
            text=". ".join(filter(None, facts)),
            countries=tuple(line.country_keys.split()) if line.countries else (),
            title_language=_foreign(line.title, tongue),
            weight=5,
        )
