"""Figures: the page of the region and that of each country, with a map and charts."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from edition import current_tongue, edition_of
from publishing.outputs.stamping import BODY, DESCRIPTION, TITLE, cut, markup
from publishing.views.figures import Figures, country_figures, region_figures
from publishing.views.links import relative
from shells import TOKENS, root_from, stamp, write_page

_COUNTRY = "_country"


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Stamp the pages of figures; of a shell itself nothing is kept."""
    stampers = {"figures": _stamp_region, "figures-country": _stamp_countries}
    return stamp(output, page, config, stampers)


def _stamp_region(output: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    view = region_figures(edition.site, edition.names_in(tongue.code), tongue)
    return cut(output, (BODY,)).stamp({BODY: markup(_body(view, page, config))})


def _stamp_countries(output: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    shell = cut(output, (*TOKENS, _COUNTRY))
    for code in edition.site.countries:
        view = country_figures(code, edition.site, edition.names_in(tongue.code), tongue)
        values = {
            TITLE: tongue.say("Figures: {name}", name=view.country),
            DESCRIPTION: view.description,
            BODY: markup(_body(view, page, config)),
            _COUNTRY: code,
        }
        write_page(f"figures/{code}/", shell, values, config)
    return ""


def _body(view: Figures, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    return edition.templates.render(
        "figures_page",
        tongue,
        view=view,
        root=root_from(page, config),
        base=relative("", page.url),
    )
