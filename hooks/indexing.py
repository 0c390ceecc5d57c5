"""Pagefind: beside the build it indexes what was copied for it, each language as it is finished.

A preview does not wait for it: its index is made while its pages are read already.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger

from edition import edition_of, is_outermost, root_of

log = get_plugin_logger("search")

_FOLDER = "pagefind"
_KEY = "indexing"
# Pagefind's own widgets, and what it would do in a second thread: nothing here uses them.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "pagefind-worker.js")
# The build goes on meanwhile and needs the other processor itself.
_ONE_THREAD = {"RAYON_NUM_THREADS": "1", "TOKIO_WORKER_THREADS": "1"}
# Writes the copies of a language into a folder.
Copy: TypeAlias = Callable[[Path], None]


class Indexing:
    """Pagefind at work on one build, on each language in a process and a folder of its own."""

    def __init__(self, cache: Path) -> None:
        cache.mkdir(exist_ok=True)
        # Beside the site, so that ten thousand files are moved and not copied.
        self._folder = tempfile.TemporaryDirectory(
            prefix="search-", dir=cache, ignore_cleanup_errors=True
        )
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._is_stopped = False
        self._lock = threading.Lock()

    def start(self, code: str, copy: Copy) -> None:
        """Copy what is found in a language, and let Pagefind index it."""
        if self._is_stopped:
            return
        folder = Path(self._folder.name)
        copy(folder / "copies" / code)
        with self._lock:
            if not self._is_stopped:
                self._running[code] = _pagefind(folder / "copies" / code, folder / code)

    def finish(self, site_dir: Path) -> None:
        """Wait for all, and move the indexes into the site.

        Raises PluginError with Pagefind's own words if it failed.
        """
        try:
            for code, process in self._running.items():
                said, _nothing = process.communicate()
                if self._is_stopped:
                    return
                if process.returncode:
                    raise PluginError(_failure(code, process.returncode, said.decode().strip()))
                _place(code, Path(self._folder.name) / code, site_dir / _FOLDER)
        finally:
            self.stop()
            self._folder.cleanup()

    def stop(self) -> None:
        """Give up what is still going on."""
        with self._lock:
            self._is_stopped = True
            for process in self._running.values():
                if process.poll() is None:
                    process.kill()
                    process.wait()


def _pagefind(copies: Path, target: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [
            *(sys.executable, "-m", "pagefind", "--quiet"),
            *("--site", str(copies), "--output-path", str(target)),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=os.environ | _ONE_THREAD,
    )


def _failure(code: str, status: int, said: str) -> str:
    hint = "Install what requirements.txt lists." if "No module named" in said else ""
    lines = [f"Pagefind could not index {code} (it ended with {status}):", said, hint]
    return "\n".join(filter(None, lines))


def _place(code: str, made: Path, target: Path) -> None:
    """Move what was made for a language into the site, in place of an older index."""
    for pattern in _UNUSED:
        for unused in made.glob(pattern):
            unused.unlink()
    target.mkdir(parents=True, exist_ok=True)
    # One program serves all languages.
    shutil.move(made / "pagefind.js", target / "pagefind.js")
    shutil.rmtree(target / code, ignore_errors=True)
    shutil.move(made, target / code)


class Background(threading.Thread):
    """Indexes a finished build of a preview; whatever goes wrong, its pages are shown."""

    def __init__(self, copies: dict[str, Copy], cache: Path, site_dir: Path) -> None:
        super().__init__(daemon=True)
        self._copies = copies
        self._site_dir = site_dir
        self._indexing = Indexing(cache)

    def run(self) -> None:
        """Index all languages."""
        try:
            for code, copy in self._copies.items():
                self._indexing.start(code, copy)
            self._indexing.finish(self._site_dir)
        except (OSError, PluginError) as error:
            log.info("no search in this preview: %s", error)

    def stop(self) -> None:
        """Give up, and wait until nothing is written any more."""
        self._indexing.stop()
        self.join()


def is_preview() -> bool:
    """Whether MkDocs was called to serve."""
    context = click.get_current_context(silent=True)
    return context is not None and context.info_name == "serve"


def _cache(config: MkDocsConfig) -> Path:
    return root_of(config) / ".cache"


def index(config: MkDocsConfig, code: str, copy: Copy) -> None:
    """Let a language be indexed now, or with all others when the preview is shown."""
    if is_preview():
        config.extra[_KEY][code] = copy
        return
    config.extra[_KEY].start(code, copy)


@event_priority(80)
def on_pre_build(config: MkDocsConfig) -> None:
    """Begin: what an older build of a preview is still doing is in vain."""
    if not is_outermost(config):
        return
    for thread in threading.enumerate():
        if isinstance(thread, Background):
            thread.stop()
    config.extra[_KEY] = {} if is_preview() else Indexing(_cache(config))


@event_priority(-195)
def on_post_build(config: MkDocsConfig) -> None:
    """After the last language, wait for all; in a preview, only begin."""
    if not is_outermost(config):
        return
    site_dir = Path(config.site_dir)
    if is_preview():
        Background(config.extra[_KEY], _cache(config), site_dir).start()
        return
    with edition_of(config).timed("search"):
        config.extra[_KEY].finish(site_dir)
