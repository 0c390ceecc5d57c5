"""The signatory directory: generated parts of pages, stamped pages of countries and profiles."""

from collections.abc import Callable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from adhesion import ask_in
from edition import Edition, current_tongue, edition_of, site_url
from publishing.newsroom import about_country
from publishing.outputs.linked_data import linked, place
from publishing.outputs.stamping import BODY, DESCRIPTION, TITLE, cut, markup
from publishing.views.citations import Citation, cited_publication
from publishing.views.links import relative
from publishing.views.listing import Directory
from publishing.views.news import news_lines
from publishing.views.report import report_link
from publishing.views.signatory import profile
from publishing.views.site_map import site_map
from publishing.views.tongue import Tongue
from shells import (
    TOKENS,
    Stamper,
    fill_parts,
    root_from,
    stamp,
    way_to,
    write_page,
)

_COUNTRY, _SIGNATORY = "_country", "_signatory"
_NEWS_OF_A_COUNTRY = 5


def _release(edition: Edition, tongue: Tongue) -> Citation:
    return cited_publication(edition.site.release, tongue)


def _listing(config: MkDocsConfig) -> Directory:
    return edition_of(config).listing_in(current_tongue(config).code)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill the parts that pages ask for with a comment such as `<!-- part: figures -->`."""
    parts = {name: _part(name) for name in ("figures", "countries", "report")}
    return fill_parts(html, page, config, parts)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Stamp generated pages; of a shell itself nothing is kept."""
    return stamp(output, page, config, _stampers())


def _stampers() -> dict[str, Stamper]:
    return {
        "signatories": _stamp_directory,
        "country": _stamp_countries,
        "signatory": _stamp_profiles,
        "site-map": _stamp_site_map,
    }


def _part(name: str) -> Callable[[Page, MkDocsConfig], str]:
    def render(page: Page, config: MkDocsConfig) -> str:
        edition, tongue = edition_of(config), current_tongue(config)
        root = root_from(page, config)
        return edition.templates.render(
            name,
            tongue,
            root=root,
            view=_listing(config),
            release=_release(edition, tongue),
            address=report_link(config.extra.get("report_address", ""), root, ""),
        )

    return render


def _stamp_directory(output: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    body = edition.templates.render(
        "directory",
        tongue,
        view=_listing(config),
        base=relative("", page.url),
        release=_release(edition, tongue),
    )
    return cut(output, (BODY,)).stamp({BODY: markup(body)})


def _stamp_site_map(output: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    view = site_map(edition.site, tongue, config.nav or [], root_from(page, config))
    body = edition.templates.render("site_map", tongue, view=view)
    return cut(output, (BODY,)).stamp({BODY: markup(body)})


def _stamp_countries(output: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    site = edition.site
    shell = cut(output, (*TOKENS, _COUNTRY))
    release = _release(edition, tongue)
    root, base = root_from(page, config), relative("", page.url)
    above = (tongue.say("Signatories"), "signatories/")
    for country in _listing(config).countries:
        about = about_country(site.news, country.code)[:_NEWS_OF_A_COUNTRY]
        body = edition.templates.render(
            "country",
            tongue,
            view=country,
            root=root,
            base=base,
            news=news_lines(about, tongue, site),
            release=release,
            ask=ask_in(country.code, page, config),
            linked_data=linked(way_to(country.name, config, above)),
        )
        values = {
            TITLE: country.name,
            DESCRIPTION: country.description,
            BODY: markup(body),
            _COUNTRY: country.code,
        }
        write_page(f"signatories/{country.code}/", shell, values, config)
    return ""


def _stamp_profiles(output: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    site = edition.site
    shell = cut(output, (*TOKENS, _COUNTRY, _SIGNATORY))
    root, base = root_from(page, config), relative("", page.url)
    names = edition.names_in(tongue.code)
    report = config.extra.get("report_address", "")
    prefix = site_url(config) + tongue.language.prefix
    above = (tongue.say("Signatories"), "signatories/")
    for entry in site.entries:
        view = profile(entry, site, edition.around, names, tongue)
        news = edition.news_of.get(entry.signatory.id, [])
        body = edition.templates.render(
            "profile",
            tongue,
            view=view,
            root=root,
            base=base,
            news=news_lines(news, tongue, site),
            report=report_link(report, root, entry.file),
            linked_data=linked(
                place(view, prefix + entry.address),
                way_to(
                    view.name.text,
                    config,
                    above,
                    (view.country, f"signatories/{entry.country}/"),
                ),
            ),
        )
        values = {
            TITLE: f"{view.name.full}, {view.country}",
            DESCRIPTION: view.description,
            BODY: markup(body),
            _COUNTRY: entry.country,
            _SIGNATORY: entry.slug,
        }
        write_page(entry.address, shell, values, config)
    return ""
