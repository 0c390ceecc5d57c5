"""The glossary: its page, and an explanation at the first use of its terms on ordinary pages."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from edition import current_tongue, edition_of
from publishing.outputs.stamping import BODY, cut, markup
from publishing.views.glossary import explained, glossary_entries
from shells import kind_of, root_from, stamp


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Explain, below a text, the terms that it uses; in the language of the text."""
    if kind_of(page, config):
        return html
    edition = edition_of(config)
    tongue = edition.tongues[page.meta["text_language"]]
    linked, words = explained(markup(html), edition.site.terms, tongue)
    root = root_from(page, config)
    return linked + markup(edition.templates.render("words.html", tongue, words=words, root=root))


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Stamp the page of the glossary."""
    return stamp(output, page, config, {"glossary": _stamp_glossary})


def _stamp_glossary(output: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    body = edition.templates.render(
        "glossary",
        tongue,
        entries=glossary_entries(edition.site, tongue),
        root=root_from(page, config),
    )
    return cut(output, (BODY,)).stamp({BODY: markup(body)})
