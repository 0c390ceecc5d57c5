"""Funding: the known kinds of finance and the calls, where a page asks for them."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from edition import current_tongue, edition_of
from publishing.views.funding import calls, finance_lines
from shells import fill_parts, root_from


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill `<!-- part: finance -->` and `<!-- part: calls -->`."""
    return fill_parts(html, page, config, {"finance": _finance, "calls": _calls})


def _finance(page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    return edition.templates.render(
        "finance",
        tongue,
        lines=finance_lines(edition.site, tongue),
        root=root_from(page, config),
    )


def _calls(page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    return edition.templates.render(
        "calls",
        tongue,
        view=calls(edition.site.occasions, tongue, edition.today),
        root=root_from(page, config),
    )
