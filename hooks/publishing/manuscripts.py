"""Manuscripts: the Markdown files of one work, its original and its translations, and their rules.

News items and issues of the newsletter are such works: one file holds the facts, those in other
languages hold words only.
"""

import re
from abc import abstractmethod
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any, Generic, Protocol, TypeVar

from publishing.checks import check_markdown
from publishing.languages.language import Languages
from publishing.languages.translations import source_hash
from publishing.problems import Problem, quoted
from publishing.prose import prose_of
from publishing.records.news import Image
from publishing.records.values import KnownDate, Reviewable
from publishing.site import Picture, Version
from publishing.sources import Source, in_words

LARGEST_PICTURE_BYTES = 300_000
LONGEST_SIDE = 2000


class _Words(Protocol):
    """What every front matter of a work has."""

    @property
    def title(self) -> str: ...
    @property
    def summary(self) -> str: ...
    @property
    def updated(self) -> KnownDate | None: ...


_R = TypeVar("_R", bound=_Words)


@dataclass(frozen=True, slots=True)
class Manuscript(Generic[_R]):
    """One file of a work; `first_line` is the line that its body starts at."""

    language: str
    record: _R
    body: str
    source: Source
    first_line: int

    @property
    @abstractmethod
    def key(self) -> str:
        """What the files of one work have in common."""

    @property
    @abstractmethod
    def address(self) -> str:
        """The address of its page below a language."""

    @property
    def path(self) -> str:
        """Its path as editors see it."""
        return self.source.path

    @property
    def is_original(self) -> bool:
        """Whether it holds the facts, and not only the words of a translation."""
        return not isinstance(self.record, Reviewable)

    @property
    def image(self) -> Image | None:
        """The picture that the facts name."""
        return getattr(self.record, "image", None)

    @property
    def hash(self) -> str:
        """The hash that translations of this file carry."""
        return source_hash(self.record.title, self.record.summary, self.body)

    def is_outdated_by(self, original: "Manuscript[Any]") -> bool:
        """Whether a translation was made from another text than its original's of today."""
        return bool(getattr(self.record, "source_hash", None) != original.hash)

    def line_of(self, words: str, *, begins: bool = False) -> int:
        """Return the line of the file where words of its body stand, or that begins with them."""
        for number, line in enumerate(self.body.splitlines(), start=self.first_line):
            if line.startswith(words) if begins else words in line:
                return number
        return self.first_line


_M = TypeVar("_M", bound=Manuscript[Any])


def has_facts(front_matter: object, facts: Collection[str]) -> bool:
    """Tell an original from a translation by its keys: a translation has words only."""
    keys = set(front_matter) if isinstance(front_matter, dict) else set()
    return ("date" in keys or len(keys & set(facts)) > 1) and "source_hash" not in keys


def works_of(files: Sequence[_M], languages: Languages) -> dict[str, list[_M]]:
    """Group files by work, each work's original first, then in the order of the languages."""
    order = languages.codes.index
    groups: dict[str, list[_M]] = defaultdict(list)
    for file in sorted(files, key=lambda file: (not file.is_original, order(file.language))):
        groups[file.key].append(file)
    return dict(groups)


def versions_of(group: Sequence[_M], languages: Languages) -> dict[str, Version]:
    """Return the words of a work by language; `group` begins with the original."""
    original = group[0]
    found = {file.language: _version(file, original) for file in group}
    return {code: found[code] for code in languages.codes if code in found}


def _version(file: Manuscript[Any], original: Manuscript[Any]) -> Version:
    record, facts = file.record, original.record
    if file.is_original:
        alt, reviewed, outdated = file.image.alt if file.image else "", True, False
    else:
        alt, reviewed = record.image_alt or "", record.reviewed
        outdated = file.is_outdated_by(original)
    return Version(
        language=file.language,
        file=file.path,
        title=record.title,
        summary=record.summary,
        body=file.body,
        image_alt=alt,
        is_original=file is original,
        updated=max(filter(None, [record.updated, facts.updated]), default=None),
        reviewed=reviewed,
        is_outdated=outdated,
        first_line=file.first_line,
    )


# What a page may have and a work may not: what it says is also read in feeds and e-mails.
_PAGES_ONLY = {
    r"<!--": ("a text without comments", "Readers of e-mails would see it; remove it."),
    r"\{:?\s*[^}]*\w=\S[^}]*\}": (
        "no attributes but {#id}",
        "The look of the site is in docs/assets/site.css.",
    ),
}


def check_body(file: Manuscript[Any]) -> Iterator[Problem]:
    """Require Markdown that is safe and says everything by itself."""
    found = list(check_markdown(file.path, file.first_line, file.body))
    yield from found
    if found:
        return
    for number, line in enumerate(file.body.splitlines(), start=file.first_line):
        for pattern, (wanted, hint) in _PAGES_ONLY.items():
            match = re.search(pattern, re.sub("`[^`]*`", "", line))
            if match:
                yield Problem(file.path, number, "text", wanted, quoted(match.group()), hint)


def check_picture(
    file: Manuscript[Any], pictures: Mapping[str, Picture], folder: str
) -> Iterator[Problem]:
    """Require that a work's picture is in `folder`, can be opened and is not too large."""
    image = file.image
    if image is None:
        return
    place = ("image", "file")
    picture = pictures.get(image.file)
    if picture is None:
        hint = "Put the picture there; the name is lower case."
        yield file.source.problem(place, f"a picture in {folder}/", image.file, hint)
    elif picture.width <= 0:
        hint = "Open it in a picture program and save it anew."
        yield file.source.problem(place, "a picture that can be opened", image.file, hint)
    elif picture.size > LARGEST_PICTURE_BYTES or _side(picture) > LONGEST_SIDE:
        wanted = f"at most {LARGEST_PICTURE_BYTES // 1000} kB and {LONGEST_SIDE} pixels a side"
        found = in_words(f"{-(-picture.size // 1000)} kB and {_side(picture)} pixels")
        hint = "Make it smaller: 1200 pixels and quality 75 are plenty on a telephone."
        yield file.source.problem(place, wanted, found, hint)


def _side(picture: Picture) -> int:
    return max(picture.width, picture.height)


def check_translation(file: Manuscript[Any], original: Manuscript[Any]) -> Iterator[Problem]:
    """Require the hash of the text that a translation was made from, and words for its picture."""
    record = file.record
    accept = f"When it says what the original says: make accept FILES={file.path}"
    if record.source_hash is None:
        wanted = "the hash of the text it translates"
        yield Problem(file.path, 0, "source_hash", wanted, "none", accept)
    elif file.is_outdated_by(original):
        wanted = f"{original.hash}, the text of {original.path} today"
        place = ("source_hash",)
        yield file.source.problem(place, wanted, record.source_hash, accept).as_note
    if (original.image is None) != (record.image_alt is None):
        wanted = "no line: the original has no picture"
        if original.image is not None:
            wanted = "what the picture shows, in this language"
        found = record.image_alt or in_words("none")
        hint = "The picture itself stands in the original."
        yield replace(file.source.problem(("image_alt",), wanted, found, hint), field="image_alt")


def check_reach(group: Sequence[Manuscript[Any]], languages: Languages) -> Iterator[Problem]:
    """Note a work without a text in the source language: most readers never see it."""
    origin = languages.source.code
    if origin in {file.language for file in group} or not group[0].is_original:
        return
    written = [file.language for file in group]
    shown = [language.code for language in languages if language.best_of(written)]
    hint = f"It is only shown in: {', '.join(shown)}."
    first = group[0]
    yield first.source.problem((), f"also a text in '{origin}'", in_words("none"), hint).as_note


@dataclass(frozen=True, slots=True)
class LinkTargets:
    """What a body may link to.

    `pages` holds the anchors of paths such as `join/index.md`; `files` the paths of all files of
    works, such as `docs/kk/news/2018-10-17-club-founded.md`; `unread` the names of files with
    mistakes, which are there all the same.
    """

    pages: Mapping[str, Collection[str]]
    files: Collection[str]
    unread: AbstractSet[str] = frozenset()


def check_links(file: Manuscript[Any], folder: str, targets: LinkTargets) -> Iterator[Problem]:
    """Require that links of a body lead to pages, and that it has no pictures of its own."""
    prose = prose_of(file.body, folder)
    for written in prose.pictures:
        hint = "Name it by image: in the original, with what it shows and its licence."
        wanted = "a text without pictures"
        yield Problem(file.path, file.line_of(written), "text", wanted, quoted(written), hint)
    for link in prose.links:
        line = file.line_of(f"]({link.written}")
        is_work = f"docs/{file.language}/{link.path}" in targets.files
        if PurePosixPath(link.path).stem in targets.unread - {"index"}:
            continue
        if not is_work and link.path not in targets.pages:
            hint = "Write ../join/index.md for a page, ../news/<file>.md for news in this language."
            yield Problem(file.path, line, "link", "a page of the site", quoted(link.written), hint)
        elif link.anchor and link.anchor not in (anchors := targets.pages.get(link.path, ())):
            wanted = "a heading of that page with this {#id}"
            hint = "Known there: " + (", ".join(sorted(anchors)) or "none") + "."
            yield Problem(file.path, line, "link", wanted, quoted(link.anchor), hint)
