"""Our look in Material's place: none of its scripts and styles, which weigh 58 KB, is copied."""

import os
from pathlib import PurePath

from jinja2 import Environment, FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.theme import Theme

_THEIRS = ("assets/javascripts/", "assets/stylesheets/", "assets/images/favicon.png")


class _Visible(FileSystemLoader):
    """Finds templates as ever, but lists none in hidden folders.

    MkDocs lists the theme's files once for each language, and drops the hidden ones afterwards:
    14,000 icons, of which this site shows none.
    """

    def list_templates(self) -> list[str]:
        return sorted({name for folder in self.searchpath for name in _visible_below(folder)})


def _visible_below(folder: str) -> list[str]:
    found = []
    for path, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [PurePath(path, name).relative_to(folder).as_posix() for name in names]
    return found


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let the theme look for its files faster."""

    def environment() -> Environment:
        found = Theme.get_env(config.theme)
        found.loader = _Visible(config.theme.dirs)
        return found

    config.theme.get_env = environment  # type: ignore[method-assign]
    return config


@event_priority(-150)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out the theme's own assets; ours are in `docs/assets/`."""
    for file in list(files):
        if file.src_uri.startswith(_THEIRS):
            files.remove(file)
    return files
