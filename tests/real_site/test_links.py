"""Every link and anchor of the real site leads somewhere."""

import posixpath
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.real_site.pages import BuiltPage


def _target(page: BuiltPage, link: str) -> str:
    path = posixpath.normpath(posixpath.join("/", page.address, urlsplit(link).path))
    return path.lstrip("/")


def test_there_are_555_profiles_in_13_languages(pages: list[BuiltPage]) -> None:
    profiles = [page for page in pages if page.address.count("/") - _depth(page) == 3]
    assert len([page for page in profiles if "signatories/" in page.address]) == 555 * 13


def _depth(page: BuiltPage) -> int:
    return 0 if page.language == "en" else 1


def test_no_link_is_broken(pages: list[BuiltPage], site: Path) -> None:
    @cache
    def exists(path: str) -> bool:
        file = site / unquote(path)
        return (file / "index.html").is_file() if file.is_dir() else file.is_file()

    broken = {
        f"{page.address} -> {link}"
        for page in pages
        for link in page.links
        if not urlsplit(link).scheme and urlsplit(link).path and not exists(_target(page, link))
    }
    assert broken == set()


def test_no_anchor_is_broken(pages: list[BuiltPage]) -> None:
    by_path = {page.address.rstrip("/"): page for page in pages}
    ids = {page.address: page.ids for page in pages}
    broken = set()
    for page in pages:
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or not parts.fragment:
                continue
            other = by_path[_target(page, link)] if parts.path else page
            if unquote(parts.fragment) not in ids[other.address]:
                broken.add(f"{page.address} -> {link}")
    assert broken == set()


def test_nothing_is_loaded_from_elsewhere(pages: list[BuiltPage]) -> None:
    foreign = {
        page.address
        for page in pages
        if any(mark in page.html for mark in ('src="http', 'src="//', "@import", "url(http"))
    }
    assert foreign == set()


def test_no_inline_code(pages: list[BuiltPage]) -> None:
    """A Content-Security-Policy without unsafe-inline refuses styles, handlers and scripts."""
    inline = {
        page.address
        for page in pages
        if " style=" in page.html
        or "<style" in page.html
        or " onclick=" in page.html
        or "<script>" in page.html
    }
    assert inline == set()
