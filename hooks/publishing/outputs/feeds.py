"""Feeds as files: RSS 2.0, Atom (RFC 4287), JSON Feed 1.1, and their list as OPML 2.0.

Older entries are archived feeds (RFC 5005). Every date is an entry's, none the clock's.
"""

import json
from collections.abc import Iterable
from html import escape
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from feedgen.entry import FeedEntry as Entry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from publishing.views.feeds import ATOM, JSON, RSS, TYPES, FeedDocument, FeedEntry, FeedGroup

_ATOM_NS = "http://www.w3.org/2005/Atom"
_DC_NS = "http://purl.org/dc/elements/1.1/"
_HISTORY_NS = "http://purl.org/syndication/history/1.0"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def feed_files(document: FeedDocument, root: str) -> dict[str, str]:
    """Write a document in its three formats; `root` is the absolute address of its language.

    Returns file names below the language -> text. All three list the same entries.
    """
    generator = _generator(document, root)
    files = {JSON: _json_feed(document, root)}
    for name, write in ((RSS, generator.rss_str), (ATOM, generator.atom_str)):
        _set_links(generator, document, root, name)
        files[name] = write().decode("utf-8")
    return {document.folder + name: text for name, text in files.items()}


class _FeedMarks(BaseExtension):  # type: ignore[misc]
    """What feedgen lacks for a feed: archives in RSS, and their mark in both (RFC 5005)."""

    def __init__(self) -> None:
        self.is_archive = False
        self.links: list[dict[str, str]] = []

    def extend_ns(self) -> dict[str, str]:
        """Name the vocabularies used below."""
        return {"fh": _HISTORY_NS, "dc": _DC_NS}

    def extend_atom(self, feed: etree._Element) -> etree._Element:
        """Mark an archive; Atom's links are feedgen's."""
        if self.is_archive:
            feed.append(etree.Element(f"{{{_HISTORY_NS}}}archive"))
        return feed

    def extend_rss(self, feed: etree._Element) -> etree._Element:
        """Mark an archive, and link the archives as Atom does."""
        self.extend_atom(feed[0])
        for link in self.links:
            feed[0].append(etree.Element(f"{{{_ATOM_NS}}}link", link))
        return feed


class _EntryMarks(BaseEntryExtension):  # type: ignore[misc]
    """What feedgen lacks for an entry: its language, and the work it is one version of."""

    def __init__(self) -> None:
        self.language = ""
        self.work = ""
        self.links: list[dict[str, str]] = []

    def extend_atom(self, entry: etree._Element) -> etree._Element:
        """Mark the language as XML does (RFC 4287, 2), and write the links anew.

        feedgen 1.0 drops every attribute of an entry's links but the address.
        """
        entry.set(_XML_LANG, self.language)
        for bare in entry.findall("link"):
            entry.remove(bare)
        for link in self.links:
            etree.SubElement(entry, "link", link)
        etree.SubElement(entry, f"{{{_DC_NS}}}relation").text = self.work
        return entry

    def extend_rss(self, entry: etree._Element) -> etree._Element:
        """Mark the language in the words of Dublin Core: RSS has none.

        The description of an RSS item is read as HTML, so plain words are escaped for it.
        """
        description = entry.find("description")
        if description is not None:
            description.text = escape(description.text or "", quote=False)
        etree.SubElement(entry, f"{{{_DC_NS}}}language").text = self.language
        etree.SubElement(entry, f"{{{_DC_NS}}}relation").text = self.work
        return entry


def _generator(document: FeedDocument, root: str) -> FeedGenerator:
    feed = document.feed
    generator = FeedGenerator()
    generator.register_extension("marks", _FeedMarks, _EntryMarks)
    # A single archive goes unmarked: the mark asks for a link to another one (RFC 5005, 4).
    has_others = bool(document.previous or document.following)
    generator.marks.is_archive = document.is_archive and has_others
    generator.id(feed.id)
    generator.title(feed.title)
    generator.description(feed.description)
    generator.language(feed.language)
    generator.author({"name": feed.publisher, "uri": root})
    generator.generator("feedgen")
    generator.updated(document.updated)
    generator.lastBuildDate(document.updated)
    for entry in document.entries:
        generator.add_entry(_entry(entry), order="append")
        marks = generator.entry()[-1].marks
        marks.language, marks.work, marks.links = entry.language, entry.work, _links(entry)
    return generator


def _set_links(generator: FeedGenerator, document: FeedDocument, root: str, name: str) -> None:
    """Set the links of one format: itself, its archives, and last the page, which RSS takes."""
    kind = TYPES[name]
    own = {"rel": "self", "href": root + document.folder + name, "type": kind}
    page = {"rel": "alternate", "href": document.feed.page, "type": "text/html"}
    others = []
    if document.is_archive:
        current = root + document.feed.folder + name
        others.append({"rel": "current", "href": current, "type": kind})
    if document.previous:
        previous = root + document.previous + name
        others.append({"rel": "prev-archive", "href": previous, "type": kind})
    if document.following:
        following = root + document.following + name
        others.append({"rel": "next-archive", "href": following, "type": kind})
    generator.link([own, *others, page], replace=True)
    generator.marks.links = others


def _entry(item: FeedEntry) -> Entry:
    entry = Entry()
    entry.id(item.id)
    entry.guid(item.id, permalink=False)
    entry.title(item.title)
    entry.published(item.published)
    entry.updated(item.updated)
    entry.summary(item.summary)
    entry.content(item.content, type="html")
    for term, label in item.categories:
        entry.category(term=term, label=label)
    entry.link(_links(item))
    return entry


def _links(item: FeedEntry) -> list[dict[str, str]]:
    """Link an entry's page, its translations and its file.

    Only its own page is an alternate: of several, readers show now the first and now the last.
    """
    rels = [("alternate", item.language, item.link)]
    rels += [("related", language, url) for language, url in item.translations]
    links = [
        {"rel": rel, "href": url, "hreflang": language, "type": "text/html"}
        for rel, language, url in rels
    ]
    if item.enclosure:
        file = item.enclosure
        about = {"type": file.media_type, "length": str(file.size)}
        links.append({"rel": "enclosure", "href": file.url} | about)
    return links


def _json_feed(document: FeedDocument, root: str) -> str:
    feed = document.feed
    value: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.description,
        "home_page_url": feed.page,
        "feed_url": root + document.folder + JSON,
        "language": feed.language,
        "authors": [{"name": feed.publisher, "url": root}],
    }
    if document.previous:
        value["next_url"] = root + document.previous + JSON
    value["items"] = [_json_item(entry) for entry in document.entries]
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _json_item(entry: FeedEntry) -> dict[str, object]:
    item: dict[str, object] = {
        "id": entry.id,
        "url": entry.link,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.content,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "language": entry.language,
        "_work": {
            "about": "https://www.rfc-editor.org/rfc/rfc4151",
            "id": entry.work,
            "translations": dict(entry.translations),
        },
    }
    if entry.categories:
        item["tags"] = [label for _term, label in entry.categories]
    if entry.enclosure:
        file = entry.enclosure
        item["attachments"] = [
            {"url": file.url, "mime_type": file.media_type, "size_in_bytes": file.size}
        ]
    return item


def opml(title: str, groups: Iterable[FeedGroup], root: str) -> str:
    """List the RSS feeds of a language for import into a reader (OPML 2.0)."""
    document = Element("opml", version="2.0")
    SubElement(SubElement(document, "head"), "title").text = title
    body = SubElement(document, "body")
    for group in groups:
        outline = SubElement(body, "outline", text=group.name)
        for feed in group.feeds:
            SubElement(
                outline,
                "outline",
                type="rss",
                text=feed.title,
                title=feed.title,
                xmlUrl=root + feed.folder + RSS,
                htmlUrl=root + feed.folder,
            )
    indent(document)
    text = tostring(document, encoding="unicode", xml_declaration=False)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'
