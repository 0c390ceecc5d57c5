"""Every message the site says, found in templates, code and generated pages."""

import io
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from publishing.languages.strings import Said, catalogue_path
from publishing.languages.translations import Texts

_KEYWORDS = {
    "_": None,
    "say": None,
    "text": None,
    "N_": None,
    "ngettext": (1, 2),
    "count": (1, 2),
}
_OPTIONS = {"extensions": "", "silent": "false"}


def said_on_site(root: Path, texts: Texts, menu: Collection[str]) -> list[Said]:
    """Collect all messages, each once, in the order of their places.

    `menu` holds the paths of the pages whose titles stand in menus.
    """
    found: dict[str, Said] = {}
    for said in [*_in_templates(root), *_in_code(root), *_in_pages(texts, menu)]:
        if said.message not in found or (said.plural and not found[said.message].plural):
            found[said.message] = said
    return list(found.values())


def _extracted(root: Path, file: Path, method: Any) -> tuple[Said, ...]:
    return _said_in(file.relative_to(root).as_posix(), file.read_bytes(), method)


# Remembered by what is in the file, so that a preview reads only what changed.
@lru_cache(maxsize=500)
def _said_in(place: str, content: bytes, method: Any) -> tuple[Said, ...]:
    found = []
    with io.BytesIO(content) as stream:
        for _line, message, _notes, _context in extract(
            method, stream, keywords=_KEYWORDS, options=_OPTIONS
        ):
            if isinstance(message, tuple):
                found.append(Said(str(message[0]), str(message[1]), place))
            else:
                found.append(Said(str(message), None, place))
    return tuple(found)


def _in_templates(root: Path) -> Iterator[Said]:
    for file in sorted((root / "overrides").rglob("*.html")):
        if "languages" not in file.parts:
            yield from _extracted(root, file, babel_extract)


def _in_code(root: Path) -> Iterator[Said]:
    for file in sorted((root / "hooks/publishing/views").glob("*.py")):
        yield from _extracted(root, file, "python")


def _in_pages(texts: Texts, menu: Collection[str]) -> Iterator[Said]:
    """Titles stand in menus of every language; generated pages have all words from here."""
    for path, by_language in texts.items():
        text = by_language.get("en")
        if text is None:
            continue
        if text.page.generated or path in menu:
            yield Said(text.page.title, None, text.file)
        if text.page.generated:
            yield Said(text.page.description, None, text.file)


def update_catalogue(root: Path, language: str, said: Iterable[Said]) -> tuple[int, int]:
    """Bring a catalogue up to date: new messages empty, unused ones dropped.

    Returns (how many messages, how many of them still lack a translation).
    """
    template = Catalog(locale=language)
    for item in said:
        name = (item.message, item.plural) if item.plural else item.message
        template.add(name, locations=[(item.place, 0)])
    file = catalogue_path(root, language)
    catalog = Catalog(locale=language, project="Covenant East", fuzzy=False)
    if file.is_file():
        with file.open("rb") as stream:
            catalog = read_po(stream, locale=language)
    catalog.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    if language == "en":
        _say_as_written(catalog)
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as stream:
        write_po(
            stream, catalog, width=100, omit_header=False, sort_by_file=False, include_lineno=False
        )
    empty = sum(1 for message in catalog if message.id and not _is_filled(message.string))
    return len(catalog), empty


def _say_as_written(catalog: Catalog) -> None:
    for message in catalog:
        if message.id:
            message.string = message.id


def _is_filled(string: object) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)
