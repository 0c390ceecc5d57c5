"""Addresses of records: a place's name in plain letters."""

import re
import unicodedata

_LETTERS = str.maketrans(
    {"ı": "i", "ə": "e", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "’": "", "'": "", "ʼ": ""}
)


def slug_of(name: str) -> str:
    """Turn a name in Latin letters into an address; other letters are left out.

    >>> slug_of("Vadul lui Vodă"), slug_of("Kam'yanopotokivsk village council")
    ('vadul-lui-voda', 'kamyanopotokivsk-village-council')
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    plain = decomposed.encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def free_slug(wishes: list[str], taken: set[str]) -> str:
    """Return the first wish that is free, else the last with the first free number."""
    for wish in wishes:
        if wish and wish not in taken:
            return wish
    number = 2
    while f"{wishes[-1]}-{number}" in taken:
        number += 1
    return f"{wishes[-1]}-{number}"
