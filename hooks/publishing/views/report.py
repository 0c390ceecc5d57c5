"""Where a reader says that something is wrong."""

from urllib.parse import quote


def report_link(address: str, root: str, file: str) -> str:
    """Return the link that reports a mistake in `file`.

    `address` is the configured one, with `{file}` in it, or empty: then it is the contact page,
    and without a file nothing.

    >>> report_link("https://example.org/new?title={file}", "../", "data/a b.yml")
    'https://example.org/new?title=data%2Fa%20b.yml'
    >>> report_link("", "../../", "data/x.yml")
    '../../contact/?file=data%2Fx.yml#report'
    """
    quoted = quote(file, safe="")
    if address:
        return address.replace("{file}", quoted)
    if not file:
        return ""
    return f"{root}contact/?file={quoted}#report"
