"""The newsletter's whole archive: pages, both parts of every e-mail, delivery by a real server."""

import re
import smtplib
import socket
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any

import html5lib
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message

from publishing.reading import read_site
from publishing.records.newsletters import half_year
from publishing.site import Site
from tests.real_site.build import ROOT
from tests.real_site.pages import SITE_URL
from tests.sample_sites import words

UNSUBSCRIBE = "https://placeholder.invalid/unsubscribe"
RECIPIENT = "subscriber@placeholder.invalid"
# Which languages every issue is in, and which those of these four half-years are in besides.
EVERYWHERE = {"en", "ru"}
IN_EIGHT = {"2012-2", "2017-2", "2019-1", "2023-1"}
EIGHT = EVERYWHERE | {"uk", "ro", "ka", "hy", "kk", "tk"}
HALF_YEARS = [
    f"{year}-{half}"
    for year in range(2011, 2024)
    for half in (1, 2)
    if (2011, 2) <= (year, half) <= (2023, 1)
]


@pytest.fixture(scope="module")
def content() -> Site:
    site, problems = read_site(ROOT)
    assert site is not None, problems
    return site


@pytest.fixture(scope="module")
def folders(site: Path) -> dict[str, Path]:
    """The folder of every issue in every language, by its address."""
    files = sorted(site.glob("**/newsletter/*/newsletter.eml"))
    return {file.parent.relative_to(site).as_posix(): file.parent for file in files}


def language_of(address: str) -> str:
    first = address.split("/", maxsplit=1)[0]
    return "en" if first == "newsletter" else first


def message_in(folder: Path) -> EmailMessage:
    message = message_from_bytes((folder / "newsletter.eml").read_bytes(), policy=SMTP)
    assert isinstance(message, EmailMessage)
    return message


def parts_of(message: EmailMessage) -> dict[str, str]:
    return {part.get_content_type(): part.get_content() for part in message.iter_parts()}


def markup_in(folder: Path) -> Any:
    """The HTML part as a browser reads it."""
    text = (folder / "email.html").read_text(encoding="utf-8")
    return html5lib.parse(text, namespaceHTMLElements=False)


def urls_of_html(folder: Path) -> set[str]:
    return {link.get("href", "") for link in markup_in(folder).iter("a")}


def urls_of_text(folder: Path) -> list[str]:
    text = (folder / "email.txt").read_text(encoding="utf-8")
    return re.findall(r"^\[\d+\] (\S+)$", text, re.MULTILINE)


def test_there_is_an_issue_for_every_half_year_in_the_languages_promised(
    folders: dict[str, Path],
) -> None:
    found: dict[str, set[str]] = {}
    for address in folders:
        found.setdefault(address.rpartition("/")[2], set()).add(language_of(address))
    assert found == {number: EIGHT if number in IN_EIGHT else EVERYWHERE for number in HALF_YEARS}


def test_every_issue_of_the_past_says_that_it_is_a_digest(content: Site) -> None:
    assert [one.issue.number for one in content.newsletters if not one.issue.compiled] == []


def test_every_message_is_read_by_the_mail_package(folders: dict[str, Path]) -> None:
    for address, folder in folders.items():
        message, code = message_in(folder), language_of(address)
        assert message.defects == [], address
        assert message.get_content_type() == "multipart/alternative"
        parts = parts_of(message)
        assert list(parts) == ["text/plain", "text/html"]
        # Both parts are the files beside the message; mail ends its lines with CRLF.
        assert parts["text/plain"].replace("\r\n", "\n") == (folder / "email.txt").read_text()
        assert parts["text/html"].replace("\r\n", "\n") == (folder / "email.html").read_text()
        languages = [part["Content-Language"] for part in message.walk()]
        assert languages == [code] * 3, address


def test_every_message_can_be_left_with_one_click(folders: dict[str, Path]) -> None:
    for folder in folders.values():
        message = message_in(folder)
        assert message["List-Unsubscribe"] == f"<{UNSUBSCRIBE}>"
        assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert UNSUBSCRIBE in urls_of_html(folder)
        assert UNSUBSCRIBE in urls_of_text(folder)


def test_messages_and_lists_have_names_of_their_own(folders: dict[str, Path]) -> None:
    messages = {address: message_in(folder) for address, folder in folders.items()}
    assert len({message["Message-ID"] for message in messages.values()}) == len(messages)
    assert {message["List-Id"] for message in messages.values()} == {
        f"<newsletter.{code}.covenant-east.example>" for code in EIGHT
    }


def test_a_subject_arrives_as_it_was_written(content: Site, folders: dict[str, Path]) -> None:
    """The mail package can lose spaces where a long subject is folded."""
    for newsletter in content.newsletters:
        for code, text in newsletter.texts.items():
            folder = folders[content.languages[code].address(newsletter.address).rstrip("/")]
            raw = message_from_bytes((folder / "newsletter.eml").read_bytes())
            subject = str(make_header(decode_header(raw["Subject"])))
            assert subject.startswith(f"{text.title} – "), folder


def test_every_link_is_absolute_and_leads_to_a_page(site: Path, folders: dict[str, Path]) -> None:
    dead = []
    for address, folder in folders.items():
        for url in urls_of_html(folder) | set(urls_of_text(folder)):
            path = url.removeprefix(SITE_URL).partition("#")[0]
            is_ours = url.startswith(SITE_URL) and (site / path / "index.html").is_file()
            if not is_ours and url != UNSUBSCRIBE:
                dead.append(f"{address}: {url}")
    assert dead == []


def test_both_parts_lead_to_the_same_places(folders: dict[str, Path]) -> None:
    for address, folder in folders.items():
        assert set(urls_of_text(folder)) == urls_of_html(folder), address


def test_both_parts_have_the_same_items_and_headings(folders: dict[str, Path]) -> None:
    for address, folder in folders.items():
        text = " ".join((folder / "email.txt").read_text(encoding="utf-8").split())
        markup = markup_in(folder)
        for tag in ("h1", "h2"):
            for heading in markup.iter(tag):
                assert words(heading) in text, (address, words(heading))
        for item in markup.findall(".//h3/a"):
            assert f"* {words(item)} [" in text, (address, words(item))


def test_the_text_part_is_made_for_reading(folders: dict[str, Path]) -> None:
    for address, folder in folders.items():
        lines = (folder / "email.txt").read_text(encoding="utf-8").splitlines()
        long = [line for line in lines if len(line) > 72 and not line.startswith("[")]
        assert long == [], address
        assert not any("<" in line for line in lines), address


def test_the_html_part_brings_everything_and_runs_nothing(folders: dict[str, Path]) -> None:
    for address, folder in folders.items():
        markup, raw = markup_in(folder), (folder / "email.html").read_bytes()
        assert len(raw) < 100_000, address
        assert markup.get("lang") == language_of(address)
        tags = {element.tag for element in markup.iter() if isinstance(element.tag, str)}
        assert tags & {"script", "link", "iframe", "object", "form", "base"} == set(), address
        for mark in (b"@import", b"url(", b" onload", b" onclick", b"fonts.googleapis"):
            assert mark not in raw, (address, mark)
        for picture in markup.iter("img"):
            assert picture.get("src", "").startswith(SITE_URL), address
            assert picture.get("alt"), address
        tables = {table.get("role") for table in markup.iter("table")}
        assert tables == {"presentation"}, address
        assert len(list(markup.iter("h1"))) == 1, address


def test_an_issue_lists_who_joined_in_its_half_year(
    content: Site, folders: dict[str, Path]
) -> None:
    """Counted here from the records anew."""
    for newsletter in content.newsletters:
        first, last = half_year(newsletter.issue.number)
        wanted = {
            SITE_URL + entry.address
            for entry in content.entries
            if (adhesion := entry.signatory.adhesion)
            and adhesion.date.precision != "year"
            and first <= adhesion.date.first_day <= last
        }
        urls = urls_of_html(folders[newsletter.address.rstrip("/")])
        assert {url for url in urls if "/signatories/" in url} == wanted


class _Inbox(Message):
    """Keeps what arrives."""

    def __init__(self) -> None:
        super().__init__()
        self.arrived: list[Any] = []

    def handle_message(self, message: Any) -> None:
        self.arrived.append(message)


@pytest.fixture
def inbox() -> Iterator[tuple[_Inbox, Callable[[], smtplib.SMTP]]]:
    """A real SMTP server on a free loopback port."""
    handler = _Inbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    yield handler, lambda: smtplib.SMTP("127.0.0.1", port)
    controller.stop()


def test_every_message_is_delivered_as_it_was_written(
    inbox: tuple[_Inbox, Callable[[], smtplib.SMTP]], folders: dict[str, Path]
) -> None:
    handler, connect = inbox
    with connect() as server:
        for folder in folders.values():
            sent = (folder / "newsletter.eml").read_bytes()
            filled = sent.replace(RECIPIENT.encode(), b"reader@example.org")
            server.sendmail("newsletter@covenant-east.example", ["reader@example.org"], filled)
    assert len(handler.arrived) == len(folders)
    for message, folder in zip(handler.arrived, folders.values(), strict=True):
        assert message["To"] == "reader@example.org"
        part = message.get_payload()[1]
        html = part.get_payload(decode=True).decode().replace("\r\n", "\n")
        assert html == (folder / "email.html").read_text(encoding="utf-8")
