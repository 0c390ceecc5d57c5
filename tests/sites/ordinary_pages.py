"""A hook for tests: pages whose body stands finished in a file of `finished/`, taken as it is."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return the finished body of a page, if it has one."""
    body = Path(config.config_file_path).parent / "finished" / page.file.src_uri
    return body.read_text(encoding="utf-8") if body.is_file() else html
