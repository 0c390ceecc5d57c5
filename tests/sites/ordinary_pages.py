"""A hook for tests: pages whose Markdown file holds finished HTML, which is taken as it stands."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

MARK = "<!-- finished -->\n"


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return what stands in the file."""
    text = page.markdown or ""
    return text.removeprefix(MARK) if text.startswith(MARK) else html
