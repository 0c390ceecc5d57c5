"""A service that forms are sent to, behind a loopback server: it keeps what has arrived."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

Fields = list[tuple[str, str]]


@dataclass
class FormService:
    """Where a form posts to, and what has arrived: the fields in their order."""

    address: str
    arrived: list[Fields] = field(default_factory=list)


@contextmanager
def form_service(path: str, answer_to: Callable[[Fields], int]) -> Iterator[FormService]:
    """Run the service on a free loopback port; `answer_to` gives the status for some fields."""
    service = FormService("")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode("ascii")
            is_form = self.headers["Content-Type"] == "application/x-www-form-urlencoded"
            fields = parse_qsl(body, keep_blank_values=True, encoding="utf-8", errors="strict")
            status = answer_to(fields) if is_form and self.path == path else 404
            if status == 200:
                service.arrived.append(fields)
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(f"<title>{status}</title>".encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Stay quiet: pytest shows what fails."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service.address = f"http://127.0.0.1:{server.server_port}{path}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
