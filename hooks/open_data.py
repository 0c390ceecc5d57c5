"""The open data: checked first, described in every language, written at the very end."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page

from edition import current_tongue, edition_of, is_outermost, root_of, site_url
from publishing.open_data import check_data, documents
from publishing.outputs.linked_data import dataset, linked
from publishing.outputs.stamping import BODY, cut, markup
from publishing.problems import errors, report
from publishing.sources import lines_in
from publishing.views.citations import cited_publication
from publishing.views.data_set import FOLDER, PAGE
from publishing.views.links import relative
from publishing.views.open_data import open_data
from shells import root_from, stamp, write_file


@event_priority(90)
def on_pre_build(config: MkDocsConfig) -> None:
    """Stop the build when the files would not be fit to be published."""
    if not is_outermost(config):
        return
    edition = edition_of(config)
    mistakes = errors(check_data(edition.data, lines_in(root_of(config))))
    if mistakes:
        raise PluginError("\n" + report(mistakes))


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Stamp the page about the data; others stay as they are."""
    return stamp(output, page, config, {"open-data": _stamp_open_data})


def _stamp_open_data(output: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    view = open_data(edition.data, config.site_name, tongue)
    body = edition.templates.render(
        "open_data",
        tongue,
        view=view,
        root=root_from(page, config),
        release=cited_publication(edition.site.release, tongue),
        folder=relative(FOLDER, page.url),
        linked_data=linked(
            dataset(edition.data, view, config.site_name, tongue, page.canonical_url or "")
        ),
    )
    return cut(output, (BODY,)).stamp({BODY: markup(body)})


@event_priority(-190)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the files: once, as they are the same in every language.

    A site without the page about them has none.
    """
    edition = edition_of(config)
    if not is_outermost(config) or PAGE not in edition.site.texts:
        return
    with edition.timed("open data"):
        files = {file.name: file.content for file in edition.data.files}
        contact = site_url(config) + "contact/"
        files |= documents(edition.data, config.site_name, edition.tongues, contact)
        for name, content in files.items():
            write_file(f"{config.site_dir}/{FOLDER}{name}", content)
