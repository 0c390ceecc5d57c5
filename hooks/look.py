"""Our look in Material's place: none of its scripts and styles, which weigh 58 KB, is copied."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

_THEIRS = ("assets/javascripts/", "assets/stylesheets/", "assets/images/favicon.png")


@event_priority(-150)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out the theme's own assets; ours are in `docs/assets/`."""
    for file in list(files):
        if file.src_uri.startswith(_THEIRS):
            files.remove(file)
    return files
