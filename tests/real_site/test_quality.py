"""Weight, validity and identity of the real site's bytes."""

import gzip
import json
import re
from pathlib import Path

import html5lib
import pytest

from tests.real_site.build import build_real_site
from tests.real_site.pages import BuiltPage

_LIMIT = 24 * 1024


def _weight(*files: Path) -> int:
    return sum(len(gzip.compress(file.read_bytes(), mtime=0)) for file in files)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ka/",
        "kk/join/province-or-region/",
        "signatories/ua/lviv/",
        "hy/signatories/am/yerevan/",
        "kk/news/",
        "ka/news/2019/",
        "hy/agenda/",
        "tk/feeds/",
        "kk/newsletter/",
        "ru/newsletter/2017-2/",
        "library/",
        "ka/faq/",
    ],
)
def test_first_view_is_light(site: Path, address: str) -> None:
    assets = [site / "assets" / name for name in ("site.css", "site.js", "look.js")]
    assert _weight(site / address / "index.html", *assets) <= _LIMIT


@pytest.mark.parametrize(
    "address",
    [
        f"{prefix}{path}"
        for prefix in ("", "ru/", "ka/", "hy/", "tk/", "kk/")
        for path in (
            "", "join/", "about/fact-sheet/", "signatories/tj/", "signatories/uz/", "site-map/",
            "signatories/ua/lviv/", "signatories/md/soroca/", "signatories/by/polotsk/",
            "news/", "news/2019/", "news/by/", "news/tm/", "news/topics/club/",
            "agenda/", "agenda/cop24-2018/", "agenda/webinars-secap-2020/", "feeds/",
            "newsletter/", "newsletter/subscribe/", "newsletter/2019-1/",
            "newsletter/2017-2/preview/", "glossary/", "translations/",
            "coordinators/", "supporters/", "coordinators/kharkiv-regional-council/",
            "funding/", "library/", "faq/",
            "join/local-authority/form/", "join/province-or-region/form/", "join/network/form/",
            "open-data/",
            "figures/", "figures/ua/", "figures/tm/",
        )
    ]
    + [
        "news/lviv-renews-its-commitment/", "ru/news/lviv-renews-its-commitment/",
        "kk/news/eastern-branch-and-russian-website/", "tk/news/como-east-office-announced/",
        "ka/news/covenant-conference-tbilisi/", "hy/news/yerevan-joins-the-covenant/",
    ],
)  # fmt: skip
def test_html_is_well_formed(site: Path, address: str) -> None:
    html = (site / address / "index.html").read_text(encoding="utf-8")
    html5lib.HTMLParser(strict=True).parse(html)


def test_the_error_page_is_well_formed_and_speaks_13_languages(site: Path) -> None:
    html = (site / "404.html").read_text(encoding="utf-8")
    html5lib.HTMLParser(strict=True).parse(html)
    assert len(set(re.findall(r'<section lang="(\w\w)"', html))) == 13


def test_linked_data_is_json(pages: list[BuiltPage]) -> None:
    found = 0
    for page in pages:
        for text in re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', page.html, re.DOTALL
        ):
            told = json.loads(text)
            things = told.get("@graph", [told])
            found += any("AdministrativeArea" in thing["@type"] for thing in things)
    assert found == 555 * 13


def test_the_questions_are_linked_data_in_every_language(pages: list[BuiltPage]) -> None:
    asked = {}
    for page in pages:
        for text in re.findall(r'"@type":"FAQPage".*?(?=</script>)', page.html, re.DOTALL):
            asked[page.address] = text.count('"@type":"Question"')
    own = [page.address for page in pages if page.address.endswith("faq/") and not page.is_noindex]
    assert asked == dict.fromkeys(own, 12)
    assert len(own) == 13


def test_every_page_has_its_own_title_and_description_in_its_language(
    pages: list[BuiltPage],
) -> None:
    seen: dict[tuple[str, str], str] = {}
    doubled = []
    for page in pages:
        title = re.search(r"<title>(.*?)</title>", page.html, re.DOTALL)
        assert title, page.address
        assert re.search(r'<meta name="description" content=".{20,}">', page.html), page.address
        other = seen.setdefault((page.language, title.group(1)), page.address)
        if other != page.address:
            doubled.append(f"{page.address} and {other}: {title.group(1)}")
    assert doubled == []


def test_two_builds_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    other = build_real_site(tmp_path / "again", TZ="Asia/Almaty", LANG="C", PYTHONHASHSEED="7")
    files = {file.relative_to(site) for file in site.rglob("*") if file.is_file()}
    assert {file.relative_to(other) for file in other.rglob("*") if file.is_file()} == files
    different = [
        name.as_posix()
        for name in sorted(files)
        if (site / name).read_bytes() != (other / name).read_bytes()
    ]
    assert different == []
