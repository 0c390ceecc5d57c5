"""The search: what is found in a language is copied for the index; the page that asks."""

from collections.abc import Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from edition import Edition, built_languages, current_tongue, edition_of
from indexing import Copy, index
from publishing.outputs.search_copies import copy_name, search_copy
from publishing.outputs.stamping import BODY, cut, markup
from publishing.views.findable import findables, told_of
from publishing.views.links import relative
from publishing.views.search import search_page
from shells import kind_of, root_from, stamp

_PAGE = "search.md"


@event_priority(100)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Note what an ordinary page says, before its parts are filled in; of a fallback, nothing."""
    tongue = current_tongue(config)
    if page.meta.get("text_language") == tongue.code:
        text = "" if kind_of(page, config) else html
        told = told_of(str(page.meta["title"]), str(page.meta["description"]), text)
        address = page.url.removeprefix(tongue.language.prefix)
        edition_of(config).tell(tongue.code, address, told)
    return html


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Tell the header whether there is a search to open."""
    context["has_search"] = _has_search(config)
    return context


def _has_search(config: MkDocsConfig) -> bool:
    return _PAGE in edition_of(config).site.texts


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Stamp the page of the search."""
    return stamp(output, page, config, {"search": _stamp_search})


def _stamp_search(output: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    body = edition.templates.render(
        "search",
        tongue,
        view=search_page(edition.site, tongue, built_languages(config)),
        base=relative("", page.url),
        root=root_from(page, config),
    )
    return cut(output, (BODY,)).stamp({BODY: markup(body)})


@event_priority(100)
def on_post_build(config: MkDocsConfig) -> None:
    """Let the language that is finished be indexed; the first one before the others are built."""
    edition = edition_of(config)
    if not _has_search(config):
        return
    code = current_tongue(config).code
    with edition.timed("search"):
        index(config, code, _copies(edition, code))


def _copies(edition: Edition, code: str) -> Iterator[Copy]:
    """Copy everything that is found in a language."""
    tongue = edition.tongues[code]
    told = edition.told.get(code, {})
    for found in findables(told, edition.site, edition.names_in(code), tongue):
        name = copy_name(tongue.language.address(found.address))
        yield name, search_copy(found, tongue.language)
