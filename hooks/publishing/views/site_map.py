"""All pages of the site in one language, in the order of the menu."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from publishing.languages.translations import address_of, is_shell
from publishing.site import Site
from publishing.views.news import choices
from publishing.views.pages import page_title
from publishing.views.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Place:
    """A page in the site map, with those below it; `language` is that of its title and text."""

    title: str
    language: str
    link: str
    children: tuple["Place", ...] = ()


def site_map(site: Site, tongue: Tongue, menu: Iterable[Any], root: str) -> tuple[Place, ...]:
    """List the menu's pages, then those that stand in no menu; countries under the directory.

    `root` leads from the page to the start page of its language.
    """
    in_menu = list(_places(site, tongue, menu, root))
    listed = set(_paths(menu))
    rest = [path for path in site.texts if path not in listed and not is_shell(path)]
    return (*in_menu, *(_place(site, tongue, path, root) for path in sorted(rest)))


def _paths(menu: Iterable[Any]) -> Iterator[str]:
    for item in menu:
        value = next(iter(item.values())) if isinstance(item, dict) else item
        if isinstance(value, list):
            yield from _paths(value)
        else:
            yield value


def _places(site: Site, tongue: Tongue, menu: Iterable[Any], root: str) -> Iterator[Place]:
    for item in menu:
        value = next(iter(item.values())) if isinstance(item, dict) else item
        if isinstance(value, list):
            first, *others = _paths(value)
            children = tuple(
                _place(site, tongue, path, root, _below(site, tongue, path, root))
                for path in others
            )
            yield _place(site, tongue, first, root, children + _below(site, tongue, first, root))
        else:
            yield _place(site, tongue, value, root, _below(site, tongue, value, root))


def _below(site: Site, tongue: Tongue, path: str, root: str) -> tuple[Place, ...]:
    return _BELOW[path](site, tongue, root) if path in _BELOW else ()


def _place(
    site: Site, tongue: Tongue, path: str, root: str, children: tuple[Place, ...] = ()
) -> Place:
    title = page_title(path, site, tongue)
    return Place(title.text, title.language, root + address_of(path), children)


def _news_lists(site: Site, tongue: Tongue, root: str) -> tuple[Place, ...]:
    """List the news by year, country and topic."""
    return tuple(
        Place(name, tongue.code, root + address)
        for group in choices(site, tongue)
        for name, address in group.lists
    )


def _countries(site: Site, tongue: Tongue, root: str) -> tuple[Place, ...]:
    return _by_country("signatories", site, tongue, root)


def _figures(site: Site, tongue: Tongue, root: str) -> tuple[Place, ...]:
    return _by_country("figures", site, tongue, root)


def _by_country(folder: str, site: Site, tongue: Tongue, root: str) -> tuple[Place, ...]:
    return tuple(
        Place(name, tongue.code, f"{root}{folder}/{code}/")
        for code, name in tongue.countries(site.countries)
    )


# Pages that have stamped lists below them.
_BELOW = {
    "signatories/index.md": _countries,
    "figures/index.md": _figures,
    "news/index.md": _news_lists,
}
