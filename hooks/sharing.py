"""How pages are handed on: links to share them, what previews show, what programs are told."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from edition import current_tongue, edition_of, is_outermost, site_url
from publishing.languages.translations import address_of
from publishing.outputs.linked_data import linked, publisher, website
from publishing.outputs.preview_images import preview_images
from publishing.views.head import Head
from publishing.views.previews import FOLDER, Preview, drawn
from publishing.views.sharing import sharing
from shells import write_file


@event_priority(-130)
def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Hand the template the page's links to share it, its preview and what programs are told."""
    path = page.file.norm_src_uri  # type: ignore[attr-defined]
    head: Head = context["head"]
    image = drawn(
        address_of(path), edition_of(config).site, current_tongue(config), site_url(config)
    )
    context["sharing"] = sharing(head.canonical, str(page.meta.get("title") or page.title))
    context["preview"] = Preview(image)
    context["linked_data"] = _of_the_site(head, page, config) if path == "index.md" else ""
    return context


def _of_the_site(head: Head, page: Page, config: MkDocsConfig) -> str:
    """Say on a start page whose site this is; a text of another language says so elsewhere."""
    if head.is_fallback:
        return ""
    name = current_tongue(config).say("Covenant of Mayors East")
    url, description = site_url(config), str(page.meta["description"])
    return linked(
        publisher(name, url),
        website(name, description, head.text_language, head.canonical, url),
    )


@event_priority(-150)
def on_post_build(config: MkDocsConfig) -> None:
    """Draw the pictures of previews, once for all languages."""
    if not is_outermost(config):
        return
    with edition_of(config).timed("pictures of previews"):
        for name, content in preview_images().items():
            write_file(str(Path(config.site_dir) / FOLDER / name), content)
