"""A service for mailing lists behind a loopback server, speaking the contract of listmonk's form.

The contract (listmonk, cmd/public.go): POST of `application/x-www-form-urlencoded` with `email`,
at least one `l` (the public UUID of a list) and an optional `name`; `nonce` must be empty. What
else comes is ignored.
"""

from contextlib import AbstractContextManager

from tests.form_service import FormService as ListService
from tests.form_service import form_service

PATH = "/subscription/form"
__all__ = ["ListService", "answer_to", "list_service"]


def answer_to(fields: list[tuple[str, str]]) -> int:
    """Return the status that the service answers a form with."""
    values = dict(fields)
    if values.get("nonce"):
        return 502
    if not any(name == "l" for name, _value in fields) or "@" not in values.get("email", ""):
        return 400
    return 200


def list_service() -> AbstractContextManager[ListService]:
    """Run the service on a free loopback port."""
    return form_service(PATH, answer_to)
