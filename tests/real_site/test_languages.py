"""What pages say about languages is true, and agrees from every side."""

import re
import unicodedata
from pathlib import Path

import pytest

from tests.real_site.pages import SITE_URL, BuiltPage

_SCRIPT_OF = {
    "en": "LATIN", "ro": "LATIN", "az": "LATIN", "uz": "LATIN", "tk": "LATIN",
    "ru": "CYRILLIC", "uk": "CYRILLIC", "be": "CYRILLIC", "kk": "CYRILLIC", "ky": "CYRILLIC",
    "tg": "CYRILLIC", "ka": "GEORGIAN", "hy": "ARMENIAN",
}  # fmt: skip


def _folder_language(page: BuiltPage) -> str:
    first = page.address.split("/")[0]
    return first if first in _SCRIPT_OF else "en"


def test_a_page_has_the_language_of_its_folder(pages: list[BuiltPage]) -> None:
    wrong = {page.address for page in pages if page.language != _folder_language(page)}
    assert wrong == set()


def test_hreflang_is_absolute_self_referencing_and_symmetric(pages: list[BuiltPage]) -> None:
    by_url = {SITE_URL + page.address: page.alternates for page in pages}
    problems = []
    for url, alternates in by_url.items():
        if not alternates:
            continue
        if url not in alternates.values():
            problems.append(f"{url}: does not name itself")
        if "x-default" not in alternates:
            problems.append(f"{url}: no x-default")
        problems += [
            f"{url}: {other} does not answer"
            for other in alternates.values()
            if by_url.get(other) != alternates
        ]
    assert problems == []


def test_every_page_is_in_the_language_of_its_place(pages: list[BuiltPage]) -> None:
    """All core pages are translated; what a fallback looks like, the sample site shows."""
    assert [page.address for page in pages if page.text_language != page.language] == []


def test_every_page_is_in_the_sitemap_of_its_language(pages: list[BuiltPage], site: Path) -> None:
    listed = set()
    for file in [site / "sitemap-en.xml", *site.glob("??/sitemap.xml")]:
        listed |= set(re.findall(r"<loc>([^<]+)</loc>", file.read_text()))
    previews = {page.address for page in pages if page.address.endswith("/preview/")}
    assert [page.address for page in pages if page.is_noindex < (page.address in previews)] == []
    own = {
        SITE_URL + page.address
        for page in pages
        if page.text_language == page.language and page.address not in previews
    }
    assert listed == own


@pytest.mark.parametrize("code", sorted(_SCRIPT_OF))
def test_text_is_in_the_script_of_its_language(pages: list[BuiltPage], code: str) -> None:
    """Two thirds of the letters of an ordinary page's own text are of the language's script."""
    wrong = []
    for page in pages:
        if (
            page.language != code
            or page.text_language != code
            # Names, and the addresses of an e-mail.
            or re.search("signatories|site-map|preview", page.address)
        ):
            continue
        letters = [
            unicodedata.name(letter, "?").split()[0] for letter in page.article if letter.isalpha()
        ]
        if letters.count(_SCRIPT_OF[code]) < len(letters) * 2 / 3:
            wrong.append(page.address)
    assert wrong == []


def test_records_exist_in_every_language_with_their_alternates(pages: list[BuiltPage]) -> None:
    kharkiv = {page.language: page for page in pages if page.address.endswith("ua/kharkiv/")}
    assert set(kharkiv) == set(_SCRIPT_OF)
    assert "Харьков" in kharkiv["ru"].html
    assert "Харків" in kharkiv["uk"].html
    assert set(kharkiv["ka"].alternates) == {*_SCRIPT_OF, "x-default"}
