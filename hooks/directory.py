"""The signatory directory: generated parts of pages, stamped pages of countries and profiles."""

import os
import re
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from edition import Edition, current_tongue, edition_of, site_url
from publishing.outputs.linked_data import place
from publishing.outputs.stamping import BODY, DESCRIPTION, TITLE, Shell, cut, markup
from publishing.views.citations import Citation, cited_publication
from publishing.views.links import relative
from publishing.views.listing import Directory
from publishing.views.report import report_link
from publishing.views.signatory import profile
from publishing.views.site_map import site_map
from publishing.views.tongue import Tongue

if TYPE_CHECKING:
    from collections.abc import Callable

_PART = re.compile(r"<!-- part: ([a-z]+) -->")
_COUNTRY_TOKEN, _SIGNATORY_TOKEN = "_country", "_signatory"
_TOKENS = (TITLE, DESCRIPTION, BODY)


def _release(edition: Edition, tongue: Tongue) -> Citation:
    return cited_publication(edition.site.release, tongue)


def _listing(config: MkDocsConfig) -> Directory:
    return edition_of(config).listing_in(current_tongue(config).code)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give the shells tokens for the words of a record in their head."""
    kind = _kind(page, config)
    if kind in ("country", "signatory"):
        page.meta.update(title=TITLE, description=DESCRIPTION)
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill the parts that pages ask for with a comment such as `<!-- part: figures -->`."""
    if _kind(page, config):
        return BODY
    if "<!-- part:" not in html:
        return html
    tongue = current_tongue(config)
    wrong_language = page.meta.get("text_language") != tongue.code

    def fill(match: re.Match[str]) -> str:
        part = _part(match.group(1), page, config)
        return f'<div lang="{tongue.code}">{part}</div>' if wrong_language else part

    return _PART.sub(fill, html)


def _part(name: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    root = relative(tongue.language.prefix, page.url)
    return edition.templates.render(
        name,
        tongue,
        root=root,
        view=_listing(config),
        release=_release(edition, tongue),
        address=report_link(config.extra.get("report_address", ""), root, ""),
    )


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Stamp generated pages; of a shell itself nothing is kept."""
    kind = _kind(page, config)
    if not kind:
        return output
    stampers: dict[str, Callable[[str, Page, MkDocsConfig], str]] = {
        "signatories": _stamp_directory,
        "country": _stamp_countries,
        "signatory": _stamp_profiles,
        "site-map": _stamp_site_map,
    }
    with edition_of(config).timed(f"stamping: {kind}"):
        return stampers[kind](output, page, config)


def _kind(page: Page, config: MkDocsConfig) -> str | None:
    site = edition_of(config).site
    path = page.file.norm_src_uri  # type: ignore[attr-defined]
    return site.texts[path][site.languages.source.code].page.generated


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
    view = site_map(
        edition.site, tongue, config.nav or [], relative(tongue.language.prefix, page.url)
    )
    body = edition.templates.render("site_map", tongue, view=view)
    return cut(output, (BODY,)).stamp({BODY: markup(body)})


def _stamp_countries(output: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    shell = cut(output, (*_TOKENS, _COUNTRY_TOKEN))
    release = _release(edition, tongue)
    root = relative(tongue.language.prefix, page.url)
    folder = f"{config.site_dir}/{tongue.language.prefix}"
    for country in _listing(config).countries:
        body = edition.templates.render("country", tongue, view=country, root=root, release=release)
        values = {
            TITLE: country.name,
            DESCRIPTION: country.description,
            BODY: markup(body),
            _COUNTRY_TOKEN: country.code,
        }
        _write(f"{folder}signatories/{country.code}/", shell, values)
    return ""


def _stamp_profiles(output: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    shell = cut(output, (*_TOKENS, _COUNTRY_TOKEN, _SIGNATORY_TOKEN))
    root = relative(tongue.language.prefix, page.url)
    names = edition.names_in(tongue.code)
    report = config.extra.get("report_address", "")
    prefix = site_url(config) + tongue.language.prefix
    folder = f"{config.site_dir}/{tongue.language.prefix}"
    for entry in edition.site.entries:
        view = profile(entry, edition.site, edition.around, names, tongue)
        body = edition.templates.render(
            "profile",
            tongue,
            view=view,
            root=root,
            report=report_link(report, root, entry.file),
            linked_data=place(view, prefix + entry.address),
        )
        values = {
            TITLE: f"{view.name.full}, {view.country}",
            DESCRIPTION: view.description,
            BODY: markup(body),
            _COUNTRY_TOKEN: entry.country,
            _SIGNATORY_TOKEN: entry.slug,
        }
        _write(folder + entry.address, shell, values)
    return ""


def _write(folder: str, shell: Shell, values: dict[str, str]) -> None:
    """Write a page; plain strings and one write, as there are thousands of them."""
    os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    with open(folder + "index.html", "wb") as file:  # noqa: PTH123
        file.write(shell.stamp(values).encode())
