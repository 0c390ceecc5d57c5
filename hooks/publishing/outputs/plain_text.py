"""Text for reading without HTML: wrapped lines, headings underlined, links numbered below."""

import re
import textwrap
from collections.abc import Iterator

from lxml import etree

# Lines of e-mails are best read, and quoted, at this length (RFC 3676, 4.2).
WIDTH = 72
_HEADINGS = {"h1": "=", "h2": "=", "h3": "-", "h4": "-"}


class Footnotes:
    """Numbers links in the order in which they are first named."""

    def __init__(self) -> None:
        self.addresses: list[str] = []

    def number(self, address: str) -> int:
        """Return the number of a link; the same address has the same."""
        if address not in self.addresses:
            self.addresses.append(address)
        return self.addresses.index(address) + 1

    def __str__(self) -> str:
        """List the links: never broken, whatever their length."""
        return "\n".join(f"[{number}] {url}" for number, url in enumerate(self.addresses, start=1))


def wrapped(text: str, first: str = "", rest: str = "", width: int = WIDTH) -> str:
    """Wrap a paragraph; `first` and `rest` begin its lines.

    >>> wrapped("one two", "- ", "  ")
    '- one two'
    """
    return textwrap.fill(
        text,
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def heading(text: str, line: str = "=", width: int = WIDTH) -> str:
    """Underline a heading."""
    lines = wrapped(text, width=width)
    return f"{lines}\n{line * max(map(len, lines.splitlines()), default=0)}"


def linked(text: str, address: str, notes: Footnotes) -> str:
    """Put a link's number behind its words."""
    return f"{text}\N{NO-BREAK SPACE}[{notes.number(address)}]"


def plain(markup: str, notes: Footnotes) -> list[str]:
    r"""Turn the HTML of a text into paragraphs of plain text.

    >>> plain('<p>See <a href="https://example.org/">us</a>.</p><ul><li>A</li></ul>', Footnotes())
    ['See us\xa0[1].', '- A']
    """
    if not markup.strip():
        return []
    tree = etree.fromstring(f"<div>{markup}</div>", etree.HTMLParser())
    return list(_blocks(tree[0][0], notes))


def _blocks(parent: etree._Element, notes: Footnotes, width: int = WIDTH) -> Iterator[str]:
    for element in parent:
        if element.tag in _HEADINGS:
            yield heading(_inline(element, notes), _HEADINGS[element.tag], width)
        elif element.tag in ("ul", "ol"):
            yield "\n".join(_items(element, notes, "", width))
        elif element.tag == "blockquote":
            quoted = "\n\n".join(_blocks(element, notes, width - 2))
            yield "\n".join(f"> {line}".rstrip() for line in quoted.splitlines())
        elif element.tag == "div":
            yield from _blocks(element, notes, width)
        elif element.tag == "table":
            rows = element.iter("tr")
            lines = ("; ".join(_inline(cell, notes) for cell in row) for row in rows)
            yield "\n".join(wrapped(line, width=width) for line in lines)
        elif element.tag == "pre":
            yield textwrap.indent("".join(element.itertext()).rstrip(), "    ")
        elif element.tag == "hr":
            yield "* * *"
        else:
            words = _inline(element, notes)
            yield "\n".join(wrapped(line, width=width) for line in words.split("\n"))


def _items(parent: etree._Element, notes: Footnotes, indent: str, width: int) -> Iterator[str]:
    first = int(parent.get("start", "1"))
    for number, item in enumerate(parent.iterchildren("li"), start=first):
        mark = f"{number}. " if parent.tag == "ol" else "- "
        yield wrapped(_inline(item, notes), indent + mark, indent + " " * len(mark), width)
        for inner in item.iterchildren("ul", "ol"):
            yield from _items(inner, notes, indent + " " * len(mark), width)


def _inline(element: etree._Element, notes: Footnotes) -> str:
    """Return the words of an element, one line but for breaks; lists in it are told apart."""
    parts = [_on_one_line(element.text)]
    for child in element:
        if child.tag == "br":
            parts.append("\n")
        elif child.tag not in ("ul", "ol"):
            words = _inline(child, notes)
            address = child.get("href") if child.tag == "a" else None
            parts.append(linked(words, address, notes) if address else words)
        parts.append(_on_one_line(child.tail))
    return re.sub(" *\n *", "\n", re.sub(" +", " ", "".join(parts))).strip(" ")


def _on_one_line(text: str | None) -> str:
    return re.sub(r"[ \t\r\n]+", " ", text or "")
