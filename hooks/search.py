"""The search: what is found in a language is copied for Pagefind, which indexes it meanwhile.

Pagefind works beside the build, on each language as it is finished; a preview does not wait for it.
"""

import shutil
import subprocess
import sys
import tempfile
import threading
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from edition import Edition, built_languages, current_tongue, edition_of, is_outermost
from publishing.outputs.search_copies import copy_path, search_copy
from publishing.outputs.stamping import BODY, cut, markup
from publishing.views.findable import findables, told_of
from publishing.views.links import relative
from publishing.views.search import search_page
from shells import kind_of, root_from, stamp, write_file

log = get_plugin_logger("search")

_PAGE = "search.md"
_FOLDER = "pagefind"
_INDEXING = "indexing"
# Pagefind's own widgets, and what it would do in a second thread: nothing here uses them.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "pagefind-worker.js")


class Indexing:
    """Pagefind at work on one build, on each language in a process and a folder of its own."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="search-"))
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._is_stopped = False

    def start(self, edition: Edition, code: str) -> None:
        """Copy what is found in a language, and let Pagefind index it."""
        copies = self._folder / "copies" / code
        site, names, tongue = edition.site, edition.names_in(code), edition.tongues[code]
        for found in findables(edition.told.get(code, {}), site, names, tongue):
            path = copies / tongue.language.address(copy_path(found.address))
            write_file(str(path), search_copy(found, tongue.language).encode())
        if self._is_stopped:
            return
        self._running[code] = subprocess.Popen(
            [
                *(sys.executable, "-m", "pagefind", "--quiet", "--site", str(copies)),
                *("--output-path", str(self._folder / code)),
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def finish(self, site_dir: Path) -> None:
        """Wait for all, and move the indexes into the site.

        Raises PluginError with Pagefind's own words if it failed.
        """
        for code, process in self._running.items():
            said, _nothing = process.communicate()
            if self._is_stopped:
                break
            if process.returncode:
                raise PluginError(f"Pagefind could not index {code}:\n{said.decode().strip()}")
            self._place(code, site_dir / _FOLDER)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _place(self, code: str, target: Path) -> None:
        made = self._folder / code
        for pattern in _UNUSED:
            for unused in made.glob(pattern):
                unused.unlink()
        target.mkdir(parents=True, exist_ok=True)
        # One program serves all languages.
        shutil.move(made / "pagefind.js", target / "pagefind.js")
        shutil.move(made, target / code)

    def stop(self) -> None:
        """Give up: another build has begun."""
        self._is_stopped = True
        for process in self._running.values():
            process.kill()


class Preview:
    """What outlives the builds of a preview: the index of the last one, made while it is shown."""

    is_on = False
    _work: tuple[Indexing, threading.Thread] | None = None

    def begin(self, edition: Edition, languages: tuple[str, ...], site_dir: Path) -> None:
        """Index a finished build in the background."""
        indexing = Indexing()
        work = partial(_index_quietly, indexing, edition, languages, site_dir)
        self._work = indexing, threading.Thread(target=work, daemon=True)
        self._work[1].start()

    def stop(self) -> None:
        """Give up what is still going on."""
        if self._work:
            indexing, thread = self._work
            indexing.stop()
            thread.join()


_preview = Preview()


def _index_quietly(
    indexing: Indexing, edition: Edition, languages: tuple[str, ...], site_dir: Path
) -> None:
    """Index all languages of a preview; whatever goes wrong, its pages are shown."""
    try:
        for code in languages:
            indexing.start(edition, code)
        indexing.finish(site_dir)
    except (OSError, PluginError) as error:
        log.info("no search in this preview: %s", error)


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is a preview."""
    _preview.is_on = command == "serve"


@event_priority(80)
def on_pre_build(config: MkDocsConfig) -> None:
    """Begin: what an older build of a preview is still doing is in vain."""
    if is_outermost(config):
        _preview.stop()
        config.extra[_INDEXING] = None if _preview.is_on else Indexing()


@event_priority(100)
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Note what an ordinary page says, before its parts are filled in; of a fallback, nothing."""
    tongue = current_tongue(config)
    if page.meta.get("text_language") == tongue.code:
        text = "" if kind_of(page, config) else html
        told = told_of(str(page.meta["title"]), str(page.meta["description"]), text)
        address = page.url.removeprefix(tongue.language.prefix)
        edition_of(config).tell(tongue.code, address, told)
    return html


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Tell the header whether there is a search to open."""
    context["has_search"] = _has_search(config)
    return context


def _has_search(config: MkDocsConfig) -> bool:
    return _PAGE in edition_of(config).site.texts


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Stamp the page of the search."""
    return stamp(output, page, config, {"search": _stamp_search})


def _stamp_search(output: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    body = edition.templates.render(
        "search",
        tongue,
        view=search_page(edition.site, tongue, built_languages(config)),
        base=relative("", page.url),
        root=root_from(page, config),
    )
    return cut(output, (BODY,)).stamp({BODY: markup(body)})


@event_priority(100)
def _start_indexing(config: MkDocsConfig) -> None:
    """Start indexing the language that is finished; the first one before the others are built."""
    edition = edition_of(config)
    indexing: Indexing | None = config.extra[_INDEXING]
    if indexing and _has_search(config):
        with edition.timed("search"):
            indexing.start(edition, current_tongue(config).code)


@event_priority(-195)
def _finish_indexing(config: MkDocsConfig) -> None:
    """After the last language, wait for all; in a preview, only begin."""
    edition, site_dir = edition_of(config), Path(config.site_dir)
    if not _has_search(config) or not is_outermost(config):
        return
    if _preview.is_on:
        _preview.begin(edition, built_languages(config), site_dir)
        return
    with edition.timed("search"):
        config.extra[_INDEXING].finish(site_dir)


on_post_build = CombinedEvent(_start_indexing, _finish_indexing)
