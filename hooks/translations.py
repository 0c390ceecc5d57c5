"""The page that shows what is translated, and what waits for a translator."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from edition import current_tongue, edition_of
from publishing.languages.translations import address_of
from publishing.outputs.stamping import BODY, cut, markup
from publishing.views.links import relative
from publishing.views.translations import translations
from shells import root_from, stamp


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Stamp the page; others stay as they are."""
    return stamp(output, page, config, {"translations": _stamp_translations})


def _stamp_translations(output: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    address = address_of(page.file.norm_src_uri)  # type: ignore[attr-defined]
    body = edition.templates.render(
        "translations",
        tongue,
        view=translations(edition.site, tongue, address),
        root=root_from(page, config),
        base=relative("", page.url),
    )
    return cut(output, (BODY,)).stamp({BODY: markup(body)})
