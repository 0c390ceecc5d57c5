"""Shells: tokens in generated pages, and what the hooks that fill them share."""

import os
import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from edition import built_languages, current_tongue, edition_of, site_url
from publishing.languages.language import Language
from publishing.languages.translations import is_shell
from publishing.outputs.linked_data import Thing, breadcrumbs
from publishing.outputs.stamping import (
    ALTERNATES,
    BODY,
    DESCRIPTION,
    PREVIEW,
    SWITCHER,
    TITLE,
    Shell,
    markup,
)
from publishing.site import News, Newsletter
from publishing.views.findable import Told
from publishing.views.head import alternates_of, choices_of
from publishing.views.links import relative
from publishing.views.previews import article_preview, drawn

TOKENS = (TITLE, DESCRIPTION, BODY)
Stamper: TypeAlias = Callable[[str, Page, MkDocsConfig], str]
_PART = re.compile(r"<!-- part: ([a-z]+) -->")


def kind_of(page: Page, config: MkDocsConfig) -> str:
    """Return what a page is generated from, empty for a page with a text of its own."""
    site = edition_of(config).site
    path = page.file.norm_src_uri  # type: ignore[attr-defined]
    return site.texts[path][site.languages.source.code].page.generated or ""


def root_from(page: Page, config: MkDocsConfig) -> str:
    """Return the way from a page to the start page of its language."""
    return relative(current_tongue(config).language.prefix, page.url)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put tokens where the head of a shell has the words of a record."""
    if is_shell(page.file.norm_src_uri):  # type: ignore[attr-defined]
        page.meta.update(title=TITLE, description=DESCRIPTION)
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put a token where a generated page has its body."""
    return BODY if kind_of(page, config) else html


def fill_parts(
    html: str,
    page: Page,
    config: MkDocsConfig,
    parts: Mapping[str, Callable[[Page, MkDocsConfig], str]],
) -> str:
    """Fill those comments such as `<!-- part: figures -->` that `parts` knows.

    In a text of another language, a part says that it is in the page's own.
    """
    if "<!-- part:" not in html:
        return html

    def fill(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in parts:
            return match.group()
        return in_own_language(parts[name](page, config), page, config)

    return _PART.sub(fill, html)


def in_own_language(part: str, page: Page, config: MkDocsConfig) -> str:
    """Let a part of a page say which language it is in, where the text around it is in another."""
    code = current_tongue(config).code
    wrong_language = page.meta.get("text_language") != code
    return f'<div lang="{code}">{part}</div>' if wrong_language else part


def stamp(output: str, page: Page, config: MkDocsConfig, stampers: Mapping[str, Stamper]) -> str:
    """Hand a generated page to the stamper of its kind; others stay as they are."""
    kind = kind_of(page, config)
    if kind not in stampers:
        return output
    with edition_of(config).timed(f"stamping: {kind}"):
        return stampers[kind](output, page, config)


def in_its_languages(
    work: News | Newsletter,
    address: str,
    instead: Callable[[Language], str],
    config: MkDocsConfig,
) -> dict[str, str]:
    """Fill the tokens of a page that is not written in every language, where it tells of itself.

    `instead` gives where readers of a language find it that it is not written in.
    """
    edition, tongue = edition_of(config), current_tongue(config)
    languages, built = edition.site.languages, built_languages(config)
    there = alternates_of(address, work.texts, languages, built, site_url(config))
    offered = choices_of(address, work.texts, tongue.language, languages, built, instead)
    image = drawn(address, edition.site, tongue, site_url(config))
    preview = article_preview(work, tongue.code, image, site_url(config))
    return {
        ALTERNATES: markup(edition.templates.render("alternates", tongue, alternates=there)),
        SWITCHER: markup(edition.templates.render("switcher", tongue, switcher=offered)),
        PREVIEW: markup(edition.templates.render("preview", tongue, preview=preview)),
    }


def way_to(name: str, config: MkDocsConfig, *above: tuple[str, str]) -> Thing:
    """Describe the way to a page: (name, address below the language) of those above it."""
    prefix = site_url(config) + current_tongue(config).language.prefix
    return breadcrumbs([(step, prefix + address) for step, address in above], name)


def folder_of(config: MkDocsConfig) -> str:
    """Return the folder that the pages of the language being built are written to."""
    return f"{config.site_dir}/{current_tongue(config).language.prefix}"


def write_page(address: str, shell: Shell, values: Mapping[str, str], config: MkDocsConfig) -> None:
    """Write a page to its address below the language, and note what it says of itself.

    Plain strings and one write, as there are thousands of them.
    """
    told = Told(values[TITLE], values[DESCRIPTION])
    edition_of(config).tell(current_tongue(config).code, address, told)
    write_file(f"{folder_of(config)}{address}index.html", shell.stamp(values).encode())


def write_file(path: str, content: bytes) -> None:
    """Write a file, with the folders it lies in."""
    os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(content)
