"""Questions and answers, said once more in a form that search engines read."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from edition import current_tongue, edition_of, site_url
from publishing.languages.translations import address_of
from publishing.outputs.linked_data import linked, question_page
from publishing.outputs.stamping import markup
from publishing.views.questions import questions_of

_QUESTIONS = "faq.md"


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Add the linked data of the questions, where their text is in the page's own language.

    After the glossary, which would take the data for a text.
    """
    path = page.file.norm_src_uri  # type: ignore[attr-defined]
    edition, tongue = edition_of(config), current_tongue(config)
    if path != _QUESTIONS or page.meta["text_language"] != tongue.code:
        return html
    root = site_url(config) + tongue.language.prefix
    questions = questions_of(edition.site.texts[path][tongue.code], root)
    data = linked(question_page(questions, root + address_of(path), tongue.code))
    return markup(html) + markup(edition.templates.render("linked_data", tongue, data=data))
