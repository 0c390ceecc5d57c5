"""The pages that `mkdocs.yml` puts into the menu and the footer."""

from collections.abc import Iterator

from publishing.sources import Location, Source, walk


def menu_entries(settings: Source) -> Iterator[tuple[Location, object]]:
    """Yield (place in the file, page path) for `nav:` and `extra: footer:`, in their order."""
    config = settings.value if isinstance(settings.value, dict) else {}
    extra = config.get("extra") or {}
    for location, path in walk(config.get("nav") or []):
        yield ("nav", *location), path
    for location, path in walk(extra.get("footer") or []):
        yield ("extra", "footer", *location), path


def menu_pages(settings: Source) -> frozenset[str]:
    """Return the paths of the pages whose titles stand in menus."""
    return frozenset(str(path) for _location, path in menu_entries(settings))
