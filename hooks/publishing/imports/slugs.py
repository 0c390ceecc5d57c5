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
    folded = unicodedata.normalize("NFKC", name).casefold().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def free_slug(wishes: list[str], taken: set[str]) -> str:
    """Return the first wish that is free, else the last with the first free number."""
    for wish in wishes:
        if wish and wish not in taken:
            return wish
    last = next((wish for wish in reversed(wishes) if wish), "record")
    number = 2
    while f"{last}-{number}" in taken:
        number += 1
    return f"{last}-{number}"
