"""Addresses as a page writes them: relative to itself, so that a copy works in any folder."""

from urllib.parse import quote


def relative(address: str, page: str) -> str:
    """Return how a page links to another; both are addresses below the site's root.

    >>> relative("kk/signatories/kz/", "kk/signatories/kz/taraz/")
    '../'
    >>> relative("", "join/")
    '../'
    >>> relative("assets/site.css", "")
    'assets/site.css'
    >>> relative("join/", "join/")
    './'
    """
    here = page.split("/")[:-1]
    there = address.split("/")
    shared = 0
    while shared < len(here) and shared < len(there) - 1 and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:]) or "./"


def quoted(text: str) -> str:
    """Write any text as a value in the query of a link (RFC 3986, 2.1).

    >>> quoted("Тараз & Lviv/2")
    '%D0%A2%D0%B0%D1%80%D0%B0%D0%B7%20%26%20Lviv%2F2'
    """
    return quote(text, safe="")
