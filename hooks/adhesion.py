"""From reading to joining: the forms, the ways to them, and whom to ask."""

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from edition import current_tongue, edition_of
from publishing.outputs.placing import above_heading, below_heading
from publishing.outputs.stamping import BODY, cut, markup
from publishing.views.adhesion import adhesion_form, form_links, role_of
from publishing.views.adhesion_fields import Role
from publishing.views.helpdesk import help_in, helpdesk
from shells import in_own_language, kind_of, root_from, stamp

# Pages that something is put into. Their Markdown does not ask for it, so that the twelve
# translations of each need no change: what is put in speaks from the catalogue.
_JOIN, _CONTACT = "join/index.md", "contact.md"


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Lead from the pages about joining to the forms, and say on the contact page whom to ask."""
    path = page.file.norm_src_uri  # type: ignore[attr-defined]
    role = role_of(path)
    if kind_of(page, config):
        return html
    if path == _JOIN:
        return above_heading(html, "before", _piece("form_links", page, config))
    if path == _CONTACT:
        return above_heading(html, "report", _piece("helpdesk", page, config))
    if role:
        return below_heading(html, "apply", _piece("form_link", page, config, role))
    return html


def _piece(template: str, page: Page, config: MkDocsConfig, role: Role | None = None) -> str:
    """Render what is put into a page, nothing where there is neither a form nor a desk."""
    edition, tongue = edition_of(config), current_tongue(config)
    piece = edition.templates.render(
        template,
        tongue,
        forms=form_links(edition.site, tongue, role),
        desks=helpdesk(edition.site, tongue),
        root=root_from(page, config),
    )
    return in_own_language(piece, page, config) if piece.strip() else ""


def ask_in(country: str, page: Page, config: MkDocsConfig) -> Markup:
    """Say for the page of a country whom to ask there; nothing where nobody is known."""
    edition, tongue = edition_of(config), current_tongue(config)
    piece = edition.templates.render(
        "helpdesk_country",
        tongue,
        view=help_in(country, edition.site, tongue),
        root=root_from(page, config),
    )
    return markup(piece)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Stamp the forms."""
    return stamp(output, page, config, {"form": _stamp_form})


def _stamp_form(output: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    role = role_of(page.file.norm_src_uri)  # type: ignore[attr-defined]
    if role is None:
        raise PluginError(f"{page.file.src_uri}: a form lies at join/<role>/form.md")
    body = edition.templates.render(
        "adhesion",
        tongue,
        view=adhesion_form(role, edition.site, tongue),
        root=root_from(page, config),
    )
    return cut(output, (BODY,)).stamp({BODY: markup(body)})
