"""What the W3C feed validator asks of a feed, its warnings included, and what formats ask beyond.

RSS 2.0 with the profile of the RSS Board, Atom (RFC 4287), archives in both (RFC 5005), JSON Feed
1.1, and OPML 2.0. Each function yields a sentence for every mistake it finds. Elements that this
site has no use for count as unknown.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache
from html.entities import name2codepoint
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

import html5lib
from babel import Locale

PREFIXES = {
    "http://www.w3.org/2005/Atom": "atom",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/syndication/history/1.0": "fh",
    "http://www.w3.org/XML/1998/namespace": "xml",
}

# Looks at a value and says what is wrong with it.
Check = Callable[[str], Iterator[str]]


# Values


def anything(_value: str) -> Iterator[str]:
    """Accept every text; other functions look at the element."""
    yield from ()


_TAG = re.compile(r"</?[A-Za-z!]")
_REFERENCE = re.compile(r"&(#?\w+)")


def plain(value: str) -> Iterator[str]:
    """Plain text, which no reader may take for HTML."""
    if not value.strip():
        yield "should not be blank"
    if _TAG.search(value):
        yield "should not contain HTML"
    for name in _REFERENCE.findall(value):
        if name in name2codepoint or name == "apos" or not name.isalpha():
            yield f"should not contain HTML such as &{name}"


_MARKUP = (
    "a abbr b blockquote br caption cite code dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 "
    "h6 hr i img ins li ol p pre q s small span strong sub sup table tbody td tfoot th thead tr u "
    "ul"
)
_ATTRIBUTES = (
    "alt cite class colspan datetime dir height href hreflang id lang rel rowspan scope src start "
    "title type width"
)
_ALIGNED = re.compile(r"text-align: (?:left|right|center);")


def html(value: str) -> Iterator[str]:
    """HTML that any reader can show anywhere: well-formed, harmless, with absolute addresses."""
    yield from _mistakes_of_html(value)


# The same content stands in three formats and in many feeds, and reading it takes long.
@cache
def _mistakes_of_html(value: str) -> tuple[str, ...]:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    fragment = parser.parseFragment(value)
    found = [f"is not well-formed HTML: {code}" for _place, code, _values in parser.errors]
    for element in fragment.iter():
        if isinstance(element.tag, str) and element is not fragment:
            found += _html_element(element)
    return tuple(found)


def _html_element(element: Element) -> Iterator[str]:
    if element.tag not in _MARKUP.split():
        yield f"should not contain the element {element.tag}"
    for name, value in element.attrib.items():
        aligned = name == "style" and _ALIGNED.fullmatch(value)
        if name not in _ATTRIBUTES.split() and not aligned:
            yield f"should not contain the attribute {name}"
        if name in ("href", "src", "cite"):
            yield from _address_in_html(value)
        if name in ("lang", "hreflang"):
            yield from language(value)


def _address_in_html(value: str) -> Iterator[str]:
    scheme = urlsplit(value.strip()).scheme.lower()
    if not scheme:
        yield f"should not contain the relative address {value!r}"
    elif scheme not in ("http", "https", "mailto"):
        yield f"should not contain an address of {scheme}:"


def words_in_html(value: str) -> Iterator[str]:
    """Text that readers take for HTML, without tags: `<` and `&` must be written as references."""
    yield from html(value)
    if _TAG.search(value):
        yield "should not contain HTML: the full content has it"


_URI_CHARACTERS = re.compile(r"[0-9A-Za-z;/?:@&=+$.\-_!~*'()%,#\[\]]+")
_TAG_URI = re.compile(r"tag:(?:[a-z0-9._-]+@)?[a-z0-9.-]+,\d{4}(?:-\d\d(?:-\d\d)?)?:\S*")


def address(value: str) -> Iterator[str]:
    """Require an absolute web address."""
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        yield f"must be a full web address, not {value!r}"
    elif not _URI_CHARACTERS.fullmatch(value):
        yield f"must not contain characters that no address has: {value!r}"


def identity(value: str) -> Iterator[str]:
    """Require an absolute identifier, in its one canonical form."""
    if value.startswith("tag:"):
        if not (_TAG_URI.fullmatch(value) and _URI_CHARACTERS.fullmatch(value)):
            yield f"is not a valid tag URI: {value!r}"
    elif value != value.strip():
        yield "must have no space around it"
    else:
        yield from address(value)


_LANGUAGE = re.compile(r"[a-z]{2}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?")


def language(value: str) -> Iterator[str]:
    """Require a language code as BCP 47 has them."""
    if not _LANGUAGE.fullmatch(value) or value[:2] not in Locale("en").languages:
        yield f"must be a language code, not {value!r}"


_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+")


def media_type(value: str) -> Iterator[str]:
    """Require a media type."""
    if not _MEDIA_TYPE.fullmatch(value):
        yield f"must be a media type, not {value!r}"


def whole_number(value: str) -> Iterator[str]:
    """Require a number of bytes."""
    if not re.fullmatch(r"\d+", value):
        yield f"must be a whole number, not {value!r}"


_RFC_822 = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d? "
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d(?::\d\d)? "
    r"(?:[+-]\d{4}|GMT|UT|Z)"
)
_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")


def rfc_822(value: str, today: date) -> Iterator[str]:
    """Require a date of RSS: English names, the year in full, the right day of the week."""
    if not _RFC_822.fullmatch(value):
        yield f"must be a date as RFC 822 has them, not {value!r}"
        return
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        yield f"must be a date that exists, not {value!r}"
        return
    if moment.strftime("%a") != value[:3]:
        yield f"names a wrong day of the week: {value!r}"
    yield from _plausible(moment, today)


def rfc_3339(value: str, today: date) -> Iterator[str]:
    """Require a date of Atom and JSON Feed, with its zone."""
    if not _RFC_3339.fullmatch(value):
        yield f"must be a date as RFC 3339 has them, not {value!r}"
        return
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        yield f"must be a date that exists, not {value!r}"
        return
    yield from _plausible(moment, today)


def _plausible(moment: datetime, today: date) -> Iterator[str]:
    if not date(1990, 1, 1) <= moment.date() <= today + timedelta(days=1):
        yield f"is not a plausible date: {moment.date()}"


def _at(place: str, reasons: Iterable[str]) -> Iterator[str]:
    for reason in reasons:
        yield f"{place} {reason}"


# XML


def _parsed(text: str) -> tuple[Element | None, list[str]]:
    """Parse a document; what is wrong with it as XML comes along."""
    found: list[str] = []
    encoded = text.encode("utf-8")
    try:
        root = ET.fromstring(encoded)
    except ET.ParseError as error:
        return None, [f"the document is not well-formed: {error}"]
    for _event, (prefix, uri) in ET.iterparse(BytesIO(encoded), events=["start-ns"]):
        found += _prefix(prefix, uri)
    if re.search("[\x7f-\x9f�]", text):
        found.append("the document contains bad characters")
    for element in root.iter():
        code = element.get("{http://www.w3.org/XML/1998/namespace}lang")
        if code is not None:
            found += _at(f"xml:lang of {_name(element.tag)}", language(code))
    return root, found


def _prefix(prefix: str, uri: str) -> Iterator[str]:
    if uri not in PREFIXES:
        yield f"the namespace {uri} is not known"
    elif prefix and PREFIXES[uri] != prefix:
        yield f"the prefix of {uri} should be {PREFIXES[uri]}, not {prefix}"


def _name(tag: str) -> str:
    uri, _, local = tag.rpartition("}")
    return f"{PREFIXES.get(uri[1:], uri)}:{local}" if uri else local


def _children(
    element: Element, checks: Mapping[str, Check], required: str, many: str
) -> Iterator[str]:
    """Compare the children of an element with those it can have, and look at their texts."""
    place = _name(element.tag)
    names = [_name(child.tag) for child in element]
    for name, count in Counter(names).items():
        if name not in checks:
            yield f"{place} has an unknown element {name}"
        if count > 1 and name not in many.split():
            yield f"{place} has more than one {name}"
    for name in required.split():
        if name not in names:
            yield f"{place} must have the element {name}"
    for child, name in zip(element, names, strict=True):
        yield from _at(f"{name} of {place}", checks.get(name, anything)(child.text or ""))
    if any(text and text.strip() for text in [element.text, *(child.tail for child in element)]):
        yield f"{place} must not have text between its elements"


_KNOWN_ATTRIBUTES = {
    "rss": "version",
    "guid": "isPermaLink",
    "enclosure": "url length type",
    "category": "domain",
    "atom:link": "rel href type hreflang title length",
    "atom:category": "term scheme label",
    "atom:title": "type",
    "atom:subtitle": "type",
    "atom:summary": "type",
    "atom:content": "type src",
    "atom:generator": "uri version",
}


def _attributes(root: Element) -> Iterator[str]:
    for element in root.iter():
        name = _name(element.tag)
        known = {*_KNOWN_ATTRIBUTES.get(name, "").split(), "xml:lang"}
        for attribute in element.keys():  # noqa: SIM118 - an element is no mapping
            if _name(attribute) not in known:
                yield f"{name} has an unknown attribute {_name(attribute)}"


def _after_entries(parent: Element, entry: str) -> Iterator[str]:
    """Name what stands behind the first entry: readers may stop there."""
    names = [_name(child.tag) for child in parent]
    late = names[names.index(entry) :] if entry in names else []
    for name in sorted(set(late) - {entry}):
        yield f"{name} must stand before all entries"


def _twice(values: Iterable[str], place: str) -> Iterator[str]:
    for value, count in Counter(values).items():
        if count > 1:
            yield f"two entries have the same {place} {value}"


def _all(parent: Element, name: str) -> list[Element]:
    return [child for child in parent if _name(child.tag) == name]


def _text(parent: Element, name: str) -> str:
    return next((child.text or "" for child in _all(parent, name)), "")


# Links, which RSS borrows from Atom

_HISTORY = ("current", "prev-archive", "next-archive")
_RELATIONS = ("alternate", "enclosure", "related", "self", "via", "license", *_HISTORY)


def _links(parent: Element) -> Iterator[str]:
    links = _all(parent, "atom:link")
    place = f"atom:link of {_name(parent.tag)}"
    for link in links:
        yield from _at(place, _link(link, parent))
    alternates = Counter(
        (link.get("type"), link.get("hreflang"))
        for link in links
        if link.get("rel", "alternate") == "alternate"
    )
    if any(count > 1 for count in alternates.values()):
        yield f"{place}: two alternates have the same type and hreflang"


def _link(link: Element, parent: Element) -> Iterator[str]:
    relation = link.get("rel", "alternate")
    if relation not in _RELATIONS:
        yield f"has an unregistered relation {relation!r}"
    if relation in _HISTORY and _name(parent.tag) == "atom:entry":
        yield f"must not lead from an entry to {relation}"
    checks = {"href": address, "type": media_type}
    for name, check in checks.items():
        value = link.get(name)
        yield from check(value) if value else [f"must have {name}"]
    for name, check in {"hreflang": language, "length": whole_number, "title": plain}.items():
        if name in link.attrib:
            yield from check(link.attrib[name])
    if relation == "enclosure" and "length" not in link.attrib:
        yield "must have length, being an enclosure"
    if len(link) or (link.text or "").strip():
        yield "must be empty"


def _self(parent: Element, where: str, kind: str) -> Iterator[str]:
    """Require that a feed says where it is, and of which type."""
    links = [link for link in _all(parent, "atom:link") if link.get("rel") == "self"]
    if len(links) != 1:
        yield f"{_name(parent.tag)} must have one atom:link with rel=self, not {len(links)}"
    for link in links:
        if link.get("href") != where:
            yield f"the self link does not match the address {where}: {link.get('href')}"
        if link.get("type") != kind:
            yield f"the self link must have the type {kind}"


def _archive(parent: Element) -> Iterator[str]:
    """Require what RFC 5005 wants of an archive, and that no other feed looks like one."""
    relations = [link.get("rel") for link in _all(parent, "atom:link")]
    for relation in _HISTORY:
        if relations.count(relation) > 1:
            yield f"{_name(parent.tag)} has more than one link to {relation}"
    if _all(parent, "fh:archive"):
        if "current" not in relations:
            yield "an archive must have a link to the current feed"
        # The validator asks this of Atom only.
        if _name(parent.tag) == "atom:feed" and not set(relations) & set(_HISTORY[1:]):
            yield "an archive should have a link to another archive, or be marked complete"
        if any(len(mark) or mark.text or mark.attrib for mark in _all(parent, "fh:archive")):
            yield "fh:archive must be empty"
    elif "next-archive" in relations:
        yield "only an archive has a next archive"


# RSS 2.0

_CHANNEL = {
    "title": plain,
    "link": address,
    "description": plain,
    "language": language,
    "copyright": plain,
    "lastBuildDate": anything,
    "pubDate": anything,
    "docs": address,
    "generator": anything,
    "atom:link": anything,
    "fh:archive": anything,
    "item": anything,
}
_ITEM = {
    "title": plain,
    "link": address,
    "description": words_in_html,
    "content:encoded": html,
    "guid": anything,
    "category": plain,
    "pubDate": anything,
    "enclosure": anything,
    "dc:language": language,
    "dc:relation": identity,
}


def rss_mistakes(text: str, where: str, today: date) -> Iterator[str]:
    """Yield the mistakes of an RSS feed that is read at an address on a day."""
    root, found = _parsed(text)
    yield from found
    if root is None:
        return
    if root.tag != "rss" or root.get("version") != "2.0" or [c.tag for c in root] != ["channel"]:
        yield "the document must be rss, version 2.0, with one channel"
        return
    channel = root[0]
    yield from _attributes(root)
    yield from _children(channel, _CHANNEL, "title link description language", "item atom:link")
    yield from _after_entries(channel, "item")
    yield from _links(channel)
    yield from _self(channel, where, "application/rss+xml")
    yield from _archive(channel)
    for name in ("pubDate", "lastBuildDate"):
        for element in channel.iter(name):
            yield from _at(name, rfc_822(element.text or "", today))
    items = _all(channel, "item")
    yield from _twice((_text(item, "guid") for item in items), "guid")
    for item in items:
        yield from _item(item)


def _item(item: Element) -> Iterator[str]:
    yield from _children(item, _ITEM, "title link guid pubDate", "category dc:relation")
    names = [_name(child.tag) for child in item]
    if "content:encoded" in names and "description" not in names[: names.index("content:encoded")]:
        yield "item must have a description before content:encoded"
    for guid in _all(item, "guid"):
        yield from _at("guid", _guid(guid))
    for enclosure in _all(item, "enclosure"):
        for name, check in {"url": address, "length": whole_number, "type": media_type}.items():
            value = enclosure.get(name)
            place = f"{name} of enclosure"
            yield from _at(place, check(value)) if value is not None else [f"{place} is missing"]


def _guid(guid: Element) -> Iterator[str]:
    value, permanent = guid.text or "", guid.get("isPermaLink", "true")
    if permanent not in ("true", "false"):
        yield "must have isPermaLink true or false"
    elif permanent == "true":
        yield from address(value)
    else:
        yield from identity(value)


# Atom 1.0

_FEED = {
    "atom:id": identity,
    "atom:title": anything,
    "atom:subtitle": anything,
    "atom:updated": anything,
    "atom:author": anything,
    "atom:generator": plain,
    "atom:link": anything,
    "fh:archive": anything,
    "atom:entry": anything,
}
_ENTRY = {
    "atom:id": identity,
    "atom:title": anything,
    "atom:summary": anything,
    "atom:content": anything,
    "atom:published": anything,
    "atom:updated": anything,
    "atom:author": anything,
    "atom:category": anything,
    "atom:link": anything,
    "dc:relation": identity,
}
_PERSON = {"atom:name": plain, "atom:uri": address}


def atom_mistakes(text: str, where: str, today: date) -> Iterator[str]:
    """Yield the mistakes of an Atom feed that is read at an address on a day."""
    root, found = _parsed(text)
    yield from found
    if root is None:
        return
    if _name(root.tag) != "atom:feed":
        yield "the document must be a feed in the namespace of Atom"
        return
    yield from _attributes(root)
    yield from _children(root, _FEED, "atom:id atom:title atom:updated", "atom:link atom:entry")
    yield from _after_entries(root, "atom:entry")
    yield from _links(root)
    yield from _self(root, where, "application/atom+xml")
    yield from _archive(root)
    if "{http://www.w3.org/XML/1998/namespace}lang" not in root.attrib:
        yield "atom:feed should have xml:lang"
    for element in root.iter():
        yield from _of_atom(element, today)
    entries = _all(root, "atom:entry")
    yield from _twice((_text(entry, "atom:id") for entry in entries), "atom:id")
    for entry in entries:
        yield from _entry(entry, feed=root)
    if not entries and not _all(root, "atom:author"):
        yield "atom:feed must have the element atom:author"


def _of_atom(element: Element, today: date) -> Iterator[str]:
    """Look at the elements that are alike in a feed and in an entry."""
    name, value = _name(element.tag), element.text or ""
    if name in ("atom:updated", "atom:published"):
        yield from _at(name, rfc_3339(value, today))
    elif name in ("atom:title", "atom:subtitle", "atom:summary", "atom:content"):
        yield from _at(name, _construct(element))
    elif name == "atom:author":
        yield from _children(element, _PERSON, "atom:name", "")
    elif name == "atom:category" and not element.get("term"):
        yield "atom:category must have term"


def _construct(element: Element) -> Iterator[str]:
    kind, value = element.get("type", "text"), element.text or ""
    if kind not in ("text", "html"):
        yield f"must have the type text or html, not {kind!r}"
    if "src" in element.attrib:
        yield "should be in the feed, not elsewhere"
    if len(element):
        yield f"must not have elements, being {kind}"
    yield from html(value) if kind == "html" else plain(value)


def _entry(entry: Element, feed: Element) -> Iterator[str]:
    yield from _children(
        entry, _ENTRY, "atom:id atom:title atom:updated", "atom:link atom:category dc:relation"
    )
    yield from _links(entry)
    if not (_all(entry, "atom:author") or _all(feed, "atom:author")):
        yield "atom:entry must have the element atom:author, or its feed"
    relations = [link.get("rel", "alternate") for link in _all(entry, "atom:link")]
    if not _all(entry, "atom:content"):
        if "alternate" not in relations:
            yield "atom:entry must have content or an alternate link"
        if not _all(entry, "atom:summary"):
            yield "atom:entry should have words: content or a summary"


# JSON Feed 1.1

_JSON_FEED = (
    "version title home_page_url feed_url description user_comment next_url icon favicon authors "
    "language expired hubs items"
)
_JSON_ITEM = (
    "id url external_url title content_html content_text summary image banner_image date_published "
    "date_modified authors tags language attachments"
)


def json_mistakes(text: str, where: str, today: date) -> Iterator[str]:
    """Yield the mistakes of a JSON feed that is read at an address on a day."""
    try:
        feed = json.loads(text)
    except ValueError as error:
        yield f"the document is not well-formed: {error}"
        return
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        yield "the document must be an object with items"
        return
    yield from _keys(feed, _JSON_FEED, "the feed")
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield "version must be https://jsonfeed.org/version/1.1"
    yield from _values(feed, {"title": plain, "home_page_url": address, "language": language})
    if feed.get("feed_url") != where:
        yield f"feed_url does not match the address {where}: {feed.get('feed_url')}"
    if "next_url" in feed:
        yield from _at("next_url", address(feed["next_url"]))
        if feed["next_url"] == where:
            yield "next_url must lead elsewhere"
    for author in feed.get("authors", []):
        if not {"name", "url", "avatar"} & set(author):
            yield "an author must have a name, url or avatar"
    ids = [str(item.get("id")) for item in feed["items"]]
    yield from _twice(ids, "id")
    for item in feed["items"]:
        yield from _at("item:", _json_item(item, today))


def _keys(value: dict[str, Any], known: str, place: str) -> Iterator[str]:
    for key, inner in value.items():
        if key.startswith("_"):
            if not isinstance(inner, dict) or not re.fullmatch("_[a-z][a-z_]*", key):
                yield f"the extension {key} must be an object with a plain name"
        elif key not in known.split():
            yield f"{place} has an unknown key {key}"


def _values(value: dict[str, Any], checks: Mapping[str, Check]) -> Iterator[str]:
    """Look at values that must be there."""
    for key, check in checks.items():
        found = value.get(key)
        yield from _at(key, check(found)) if isinstance(found, str) else [f"{key} must be a text"]


def _json_item(item: dict[str, Any], today: date) -> Iterator[str]:
    yield from _keys(item, _JSON_ITEM, "it")
    checks = {"id": identity, "url": address, "title": plain, "language": language}
    yield from _values(item, checks)
    if "content_html" not in item and "content_text" not in item:
        yield "must have content_html or content_text"
    yield from _at("content_html", html(item.get("content_html", "")))
    for key in ("date_published", "date_modified"):
        if key in item:
            yield from _at(key, rfc_3339(str(item[key]), today))
    tags = item.get("tags", [])
    if not (isinstance(tags, list) and all(isinstance(tag, str) and tag for tag in tags)):
        yield "tags must be a list of texts"
    for file in item.get("attachments", []):
        yield from _values(file, {"url": address, "mime_type": media_type})
        if type(file.get("size_in_bytes")) is not int:
            yield "size_in_bytes must be a whole number"


# OPML 2.0

_OUTLINE = {"text", "title", "type", "xmlUrl", "htmlUrl", "description", "language", "version"}


def opml_mistakes(text: str) -> Iterator[str]:
    """Yield the mistakes of a list of feeds."""
    root, found = _parsed(text)
    yield from found
    if root is None:
        return
    if root.tag != "opml" or root.get("version") != "2.0" or set(root.keys()) != {"version"}:
        yield "the document must be opml, version 2.0"
    if [child.tag for child in root] != ["head", "body"]:
        yield "opml must have a head and a body"
        return
    head, body = root
    yield from _children(head, {"title": words_in_html}, "title", "")
    yield from _children(body, {"outline": anything}, "outline", "outline")
    addresses = [outline.get("xmlUrl", "") for outline in body.iter("outline")]
    for where, count in Counter(filter(None, addresses)).items():
        if count > 1:
            yield f"two outlines have the same xmlUrl {where}"
    for outline in body.iter("outline"):
        yield from _outline(outline)


def _outline(outline: Element) -> Iterator[str]:
    for name in sorted(set(outline.keys()) - _OUTLINE):
        yield f"outline has an unknown attribute {name}"
    if not outline.get("text", "").strip():
        yield "outline must have text"
    for name, check in {"text": words_in_html, "title": words_in_html, "htmlUrl": address}.items():
        if name in outline.attrib:
            yield from _at(f"{name} of outline", check(outline.attrib[name]))
    if outline.get("type") == "rss":
        for name in ("xmlUrl", "title"):
            if name not in outline.attrib:
                yield f"an outline of the type rss must have {name}"
        yield from _at("xmlUrl of outline", address(outline.get("xmlUrl", "https://a.example/")))
    elif set(outline.keys()) - {"text"}:
        yield "an outline with more than text must have the type rss"
    if outline.get("version", "RSS2") not in ("RSS", "RSS1", "RSS2", "scriptingNews"):
        yield "version of outline must be RSS, RSS1, RSS2 or scriptingNews"
    if any(text and text.strip() for text in (outline.text, outline.tail)):
        yield "outline must not have text between its elements"
