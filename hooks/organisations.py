"""Coordinators and supporters: their lists, and the page of each."""

from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from edition import current_tongue, edition_of, site_url
from publishing.newsroom import by_reference
from publishing.organisations import ROLES, Role
from publishing.outputs.linked_data import linked, organisation
from publishing.outputs.stamping import BODY, DESCRIPTION, TITLE, cut, markup
from publishing.views.citations import cited_publication
from publishing.views.links import relative
from publishing.views.news import news_lines
from publishing.views.organisations import body_list, body_page
from publishing.views.report import report_link
from shells import TOKENS, Stamper, root_from, stamp, write_page


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Stamp the lists and the pages of bodies; of a shell itself nothing is kept."""
    return stamp(output, page, config, _stampers())


def _stampers() -> dict[str, Stamper]:
    lists: dict[str, Stamper] = {f"{role}s": partial(_stamp_list, role) for role in ROLES}
    pages: dict[str, Stamper] = {role: partial(_stamp_pages, role) for role in ROLES}
    return lists | pages


def _stamp_list(role: Role, output: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    site = edition.site
    body = edition.templates.render(
        "bodies",
        tongue,
        view=body_list(role, edition.organisations.bodies[role], site, tongue),
        root=root_from(page, config),
        release=cited_publication(site.release, tongue),
    )
    return cut(output, (BODY,)).stamp({BODY: markup(body)})


def _stamp_pages(role: Role, output: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    site = edition.site
    token = f"_{role}"
    shell = cut(output, (*TOKENS, token))
    root, base = root_from(page, config), relative("", page.url)
    news_of = by_reference(site.news, f"{role}s")
    report = config.extra.get("report_address", "")
    prefix = site_url(config) + tongue.language.prefix
    for one in edition.organisations.bodies[role]:
        view = body_page(one, site, edition.names_in(tongue.code), tongue)
        body = edition.templates.render(
            "body",
            tongue,
            view=view,
            root=root,
            base=base,
            news=news_lines(news_of.get(one.slug, []), tongue, site),
            report=report_link(report, root, one.file),
            linked_data=linked(organisation(view, prefix + one.address)),
        )
        values = {
            TITLE: ", ".join([view.name.text, *(name for _code, name in view.countries)]),
            DESCRIPTION: view.description,
            BODY: markup(body),
            token: one.slug,
        }
        write_page(one.address, shell, values, config)
    return ""
