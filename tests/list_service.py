"""A service for mailing lists behind a loopback server, speaking the contract of listmonk's form.

The contract (listmonk, cmd/public.go): POST of `application/x-www-form-urlencoded` with `email`,
at least one `l` (the public UUID of a list) and an optional `name`; `nonce` must be empty. What
else comes is ignored.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

PATH = "/subscription/form"


@dataclass
class ListService:
    """Where the form posts to, and what has arrived: the fields in their order."""

    address: str
    arrived: list[list[tuple[str, str]]] = field(default_factory=list)


def answer_to(fields: list[tuple[str, str]]) -> int:
    """Return the status that the service answers a form with."""
    values = dict(fields)
    if values.get("nonce"):
        return 502
    if not any(name == "l" for name, _value in fields) or "@" not in values.get("email", ""):
        return 400
    return 200


@contextmanager
def list_service() -> Iterator[ListService]:
    """Run the service on a free loopback port."""
    service = ListService("")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode("ascii")
            is_form = self.headers["Content-Type"] == "application/x-www-form-urlencoded"
            fields = parse_qsl(body, keep_blank_values=True, encoding="utf-8", errors="strict")
            status = answer_to(fields) if is_form and self.path == PATH else 404
            if status == 200:
                service.arrived.append(fields)
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(f"<title>{status}</title>".encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Stay quiet: pytest shows what fails."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service.address = f"http://127.0.0.1:{server.server_port}{PATH}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
