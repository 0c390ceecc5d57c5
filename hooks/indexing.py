"""Pagefind: beside the build it indexes what was copied for it, language by language.

A preview does not wait for it: its index is made while its pages are read already.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable
from concurrent.futures import Future
from pathlib import Path
from queue import SimpleQueue
from typing import TypeAlias

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from pagefind_bin import get_executable

from edition import edition_of, is_outermost, root_of

log = get_plugin_logger("search")

_FOLDER = "pagefind"
_KEY = "indexing"
# Pagefind's own widgets: nothing here uses them.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")
# The build goes on meanwhile and needs the other processor itself.
_ONE_THREAD = {"RAYON_NUM_THREADS": "1", "TOKIO_WORKER_THREADS": "1"}
# The name of a copy, and what is in it.
Copy: TypeAlias = tuple[str, str]


class Indexing(threading.Thread):
    """Pagefind at work on one build: writes copies, lets them be indexed, and places the indexes.

    Files are written here and not by the build, which would wait for the disk ten thousand times.
    """

    def __init__(self, cache: Path, site_dir: Path) -> None:
        super().__init__(daemon=True)
        self._cache = cache
        self._site_dir = site_dir
        self._asked: SimpleQueue[tuple[str, Iterable[Copy]] | None] = SimpleQueue()
        self._running: subprocess.Popen[bytes] | None = None
        self._is_stopped = False
        self._lock = threading.Lock()
        self.done: Future[None] = Future()

    def ask(self, code: str, copies: Iterable[Copy]) -> None:
        """Let a language be indexed, after those that were asked before."""
        self._asked.put((code, copies))

    def close(self) -> None:
        """Say that no further language will be asked."""
        self._asked.put(None)

    def run(self) -> None:
        """Index all languages; `done` says when, or with which error."""
        try:
            self._cache.mkdir(exist_ok=True)
            # Beside the site, so that ten thousand files are moved and not copied.
            with tempfile.TemporaryDirectory(
                prefix="search-", dir=self._cache, ignore_cleanup_errors=True
            ) as folder:
                self._index_all(Path(folder))
        except OSError as error:
            hint = "Is all installed that requirements.txt lists?"
            self.done.set_exception(PluginError(f"The search could not be made: {error}. {hint}"))
        except PluginError as error:
            self.done.set_exception(error)
        else:
            self.done.set_result(None)

    def stop(self) -> None:
        """Give up, and wait until nothing is written any more."""
        with self._lock:
            self._is_stopped = True
            if self._running:
                self._running.kill()
        self.close()
        self.join()

    def _index_all(self, folder: Path) -> None:
        made = []
        while asked := self._asked.get():
            code, copies = asked
            if not self._index(code, _written(copies, folder / "copies" / code), folder / code):
                return
            made.append(code)
        for code in made:
            _place(folder / code, self._site_dir / _FOLDER, code)

    def _index(self, code: str, copies: Path, target: Path) -> bool:
        """Index a language; return whether to go on.

        Raises PluginError with Pagefind's own words if it failed.
        """
        with self._lock:
            if self._is_stopped:
                return False
            self._running = _pagefind(copies, target)
        said, _nothing = self._running.communicate()
        status = self._running.returncode
        if self._is_stopped:
            return False
        if status:
            reason = said.decode().strip()
            raise PluginError(
                f"Pagefind could not index {code} (it ended with {status}):\n{reason}"
            )
        return True


def _written(copies: Iterable[Copy], folder: Path) -> Path:
    folder.mkdir(parents=True)
    for name, content in copies:
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def _pagefind(copies: Path, target: Path) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        [get_executable(), "--quiet", "--site", copies, "--output-path", target],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=os.environ | _ONE_THREAD,
    )
    # It writes each file in a thread: on one processor they do not wait for each other's memory.
    if sys.platform == "linux":
        os.sched_setaffinity(process.pid, {max(os.sched_getaffinity(0))})
    return process


def _place(made: Path, target: Path, code: str) -> None:
    """Move what was made for a language into the site, in place of an older index."""
    for pattern in _UNUSED:
        for unused in made.glob(pattern):
            unused.unlink()
    target.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(target / code, ignore_errors=True)
    shutil.move(made, target / code)


def is_preview() -> bool:
    """Whether MkDocs was called to serve."""
    context = click.get_current_context(silent=True)
    return context is not None and context.info_name == "serve"


def index(config: MkDocsConfig, code: str, copies: Iterable[Copy]) -> None:
    """Let a language be indexed now, or with all others when the preview is shown."""
    config.extra[_KEY].ask(code, copies if is_preview() else list(copies))


def _say(done: Future[None]) -> None:
    """Whatever goes wrong with the search of a preview, its pages are shown."""
    if problem := done.exception():
        log.info("no search in this preview: %s", problem)


@event_priority(80)
def on_pre_build(config: MkDocsConfig) -> None:
    """Begin: what an older build of a preview is still doing is in vain."""
    if not is_outermost(config):
        return
    for thread in threading.enumerate():
        if isinstance(thread, Indexing):
            thread.stop()
    indexing = Indexing(root_of(config) / ".cache", Path(config.site_dir))
    config.extra[_KEY] = indexing
    if not is_preview():
        indexing.start()


@event_priority(-195)
def on_post_build(config: MkDocsConfig) -> None:
    """After the last language, wait for all; in a preview, only begin."""
    if not is_outermost(config):
        return
    indexing = config.extra[_KEY]
    indexing.close()
    if is_preview():
        indexing.done.add_done_callback(_say)
        indexing.start()
        return
    with edition_of(config).timed("search"):
        indexing.done.result()
