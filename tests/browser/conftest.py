"""The real site behind a loopback server that sends its own security headers; real Chromium."""

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


# An address with `*` or `:name` in it, and the lines below it.
_Rule = tuple[re.Pattern[str], list[str]]


def _rules(text: str) -> list[_Rule]:
    """Read `_headers` as static hosts do."""
    rules: list[_Rule] = []
    for line in text.splitlines():
        if line.startswith("/"):
            pattern = re.sub(r":[a-z]+", "[^/]+", line.replace(".", r"\.").replace("*", ".*"))
            rules.append((re.compile(pattern), []))
        else:
            rules[-1][1].append(line.strip())
    return rules


def _headers_for(path: str, rules: list[_Rule]) -> dict[str, str]:
    """Apply the rules of an address in their order; `!` takes a header back."""
    headers: dict[str, str] = {}
    for pattern, lines in rules:
        for line in lines if pattern.fullmatch(path.partition("?")[0]) else ():
            if line.startswith("!"):
                headers.pop(line[1:].strip(), None)
            else:
                name, _, value = line.partition(":")
                headers[name] = ", ".join(filter(None, [headers.get(name), value.strip()]))
    return headers


class _Site(SimpleHTTPRequestHandler):
    """Serves a folder as a static host does: `_headers` on every answer, 404.html for the rest."""

    rules: list[_Rule]

    def end_headers(self) -> None:
        for name, value in _headers_for(self.path, self.rules).items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Stay quiet: pytest shows what fails."""


@contextmanager
def serving_as_a_host(site: Path) -> Iterator[str]:
    """Serve a built site with its own headers on a free loopback port."""
    handler = type("Handler", (_Site,), {"rules": _rules((site / "_headers").read_text())})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Serve the built site; the address ends with a slash."""
    with serving_as_a_host(site) as found:
        yield found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start Debian's Chromium once."""
    path = shutil.which("chromium") or "/usr/bin/chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        yield browser
        browser.close()


OpenPage = Callable[..., Page]

# All rows of a table come from one template: twelve show every state, hundreds only take time.
_FEWER_ROWS = """() => document.querySelectorAll("tbody").forEach(
    (body) => [...body.rows].slice(12).forEach((row) => row.remove()))"""


def barriers(page: Page, **options: Any) -> str:
    """Report the barriers that axe finds on an open page, which loses all but twelve rows a table.

    Details of what is right are not asked for: on long pages they take most of the time.
    """
    page.evaluate(_FEWER_ROWS)
    found = Axe().run(page, options={"resultTypes": ["violations"], **options})
    return str(found.generate_report()) if found.violations_count else ""


@pytest.fixture
def visit(chromium: Browser, address: str) -> Iterator[OpenPage]:
    """Open a page with a given screen, colours and scripts; any complaint fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(
        path: str, *, width: int = 1280, dark: bool = False, scripts: bool = True
    ) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            base_url=address,
            reduced_motion="reduce",
        )
        contexts.append(context)
        page = context.new_page()
        page.on(
            "console",
            # That an unknown address answers 404 is no complaint, nor is the icon that the browser
            # looks for by itself.
            lambda message: (
                complaints.append(f"{path}: {message.text}")
                if message.location["url"] not in (page.url, address + "favicon.ico")
                or "404" not in message.text
                else None
            ),
        )
        page.on("pageerror", lambda error: complaints.append(f"{path}: {error}"))
        page.on(
            "request",
            lambda request: (
                complaints.append(f"{path}: asks {request.url}")
                if not request.url.startswith((address, "data:"))
                else None
            ),
        )
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
