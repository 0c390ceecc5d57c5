"""The library: the page of its documents."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from edition import current_tongue, edition_of
from publishing.outputs.stamping import BODY, cut, markup
from publishing.views.library import library
from shells import root_from, stamp


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Stamp the page of the library."""
    return stamp(output, page, config, {"library": _stamp_library})


def _stamp_library(output: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    body = edition.templates.render(
        "library",
        tongue,
        view=library(edition.site, tongue),
        has_newsletters=bool(edition.site.known_issues),
        root=root_from(page, config),
    )
    return cut(output, (BODY,)).stamp({BODY: markup(body)})
