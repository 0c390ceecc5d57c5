"""The small whole sites of `tests/sites/`: copied, built, and read as a browser reads them."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree.ElementTree import Element

import html5lib
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from publishing.languages.strings import catalogue_path
from publishing.reading import read_said, read_texts

PROJECT = Path(__file__).parent.parent
SITES = PROJECT / "tests/sites"
EXPECTED = PROJECT / "tests/expected"
URL = "https://sample.example/"
# Some day of 2026; MkDocs takes it for "today" wherever it needs one.
_BUILD_DAY = "1767225600"


@dataclass(frozen=True)
class ReadPage:
    """A page as a browser reads it."""

    tree: Element

    @property
    def language(self) -> str | None:
        return self.tree.get("lang")

    @property
    def canonical(self) -> str | None:
        return self.one("head/link[@rel='canonical']").get("href")

    @property
    def is_noindex(self) -> bool:
        robots = self.tree.find("head/meta[@name='robots']")
        return robots is not None and robots.get("content") == "noindex"

    @property
    def alternates(self) -> dict[str, str]:
        links = self.all("head/link[@rel='alternate'][@hreflang]")
        return {link.get("hreflang", ""): link.get("href", "") for link in links}

    def all(self, path: str) -> list[Element]:
        return self.tree.findall(path)

    def one(self, path: str) -> Element:
        found = self.tree.findall(path)
        assert len(found) == 1, f"{len(found)} elements at {path}"
        return found[0]

    def words(self, path: str) -> str:
        return words(self.one(path))


def words(element: Element) -> str:
    """Return the text of an element, on one line."""
    return " ".join("".join(element.itertext()).split())


@dataclass(frozen=True)
class Built:
    """What a build left behind."""

    exit_code: int
    output: str
    site: Path

    def html(self, address: str) -> str:
        """Return the page at an address such as `kk/contact/`."""
        return (self.site / address / "index.html").read_text(encoding="utf-8")

    def page(self, address: str) -> ReadPage:
        """Return the page at an address, read."""
        return ReadPage(html5lib.parse(self.html(address), namespaceHTMLElements=False))

    def addresses(self) -> list[str]:
        """Return the addresses of all pages, such as `kk/contact/`."""
        return [
            name.removesuffix("index.html") for name in self.files() if name.endswith("index.html")
        ]

    def files(self) -> dict[str, bytes]:
        """Return every file of the site by its path, in the order of the paths."""
        files = (file for file in self.site.rglob("*") if file.is_file())
        found = {file.relative_to(self.site).as_posix(): file.read_bytes() for file in files}
        return dict(sorted(found.items()))


@dataclass(frozen=True)
class Sample:
    """A sample site in a folder of its own, ready to be changed and built."""

    root: Path

    def build(self, config: str = "mkdocs.yml", **environment: str) -> Built:
        """Build in a process of its own: a build that fails leaves MkDocs changed."""
        settings = {
            "NO_MKDOCS_2_WARNING": "1",
            "PYTHONPATH": str(self.root / "hooks"),
            "SOURCE_DATE_EPOCH": _BUILD_DAY,
        }
        inherited = {name: value for name, value in os.environ.items() if name != "LANGUAGES"}
        done = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", config],
            cwd=self.root,
            env=inherited | settings | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return Built(done.returncode, done.stdout, self.root / "site")

    def replace(self, file: str, old: str, new: str) -> None:
        """Change one place of a file."""
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{text.count(old)} times {old!r} in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")


def sample_in(folder: Path, name: str) -> Sample:
    """Copy a sample into an empty place; hooks, templates and settings are the project's."""
    _copy(folder, name)
    for code, content in _catalogues(name).items():
        file = catalogue_path(folder, code)
        file.parent.mkdir(parents=True)
        file.write_bytes(content)
    return Sample(folder)


def _copy(folder: Path, name: str) -> None:
    shutil.copytree(SITES / name, folder)
    for linked in ("hooks", "overrides"):
        (folder / linked).symlink_to(PROJECT / linked)
    (folder / "project.yml").symlink_to(PROJECT / "mkdocs.yml")


@cache
def _catalogues(name: str) -> dict[str, bytes]:
    """Translate every message by putting its language in front of it: `[kk] Contact`.

    So samples do not wait for translators, and a page shows which language it speaks. Done once
    for all copies: looking for the messages takes longer than all the rest.
    """
    with TemporaryDirectory() as empty:
        root = Path(empty) / "sample"
        _copy(root, name)
        languages, texts, problems = read_texts(root)
        assert languages is not None, problems
        messages = read_said(root, texts)
    found = {}
    for code in languages.codes:
        if code == languages.source.code:
            continue
        catalog = Catalog(locale=code, fuzzy=False)
        for said in messages:
            if said.plural is None:
                catalog.add(said.message, f"[{code}] {said.message}")
            else:
                forms = [said.message, *[said.plural] * (catalog.num_plurals - 1)]
                singular_and_plural = (said.message, said.plural)
                catalog.add(singular_and_plural, tuple(f"[{code}] {form}" for form in forms))
        stream = BytesIO()
        write_po(stream, catalog)
        found[code] = stream.getvalue()
    return found
