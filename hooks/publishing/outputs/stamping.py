"""Stamped pages: one rendered page of the theme, cut at its tokens, filled for each record."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from publishing.views.links import quoted

# With a character that links do not bear: so the title in a link is a token of its own.
TITLE = "stamp:title:token"
QUOTED_TITLE = quoted(TITLE)
DESCRIPTION = "stamp-description-token"
BODY = "stamp-body-token"
ALTERNATES = "stamp-alternates-token"
SWITCHER = "stamp-switcher-token"
PREVIEW = "stamp-preview-token"


@dataclass(frozen=True, slots=True)
class Shell:
    """A page cut at its tokens: text and token names in turn, beginning with text."""

    parts: tuple[str, ...]

    def stamp(self, values: Mapping[str, str]) -> str:
        """Fill every token; plain values are escaped, Markup is taken as it is.

        The title is also filled in where it stands in links. Raises KeyError when a token has no
        value.
        """
        safe = {token: str(escape(value)) for token, value in values.items()}
        if TITLE in values:
            safe[QUOTED_TITLE] = quoted(values[TITLE])
        return "".join(safe[part] if index % 2 else part for index, part in enumerate(self.parts))


def cut(page: str, tokens: tuple[str, ...]) -> Shell:
    """Cut a rendered page at its tokens.

    Raises ValueError when a token does not occur: the theme no longer shows what it stands for.

    >>> shell = cut(f'<h1>{TITLE}</h1><a href="?text={QUOTED_TITLE}">', (TITLE,))
    >>> shell.stamp({TITLE: "Brick & Stone"})
    '<h1>Brick &amp; Stone</h1><a href="?text=Brick%20%26%20Stone">'
    """
    absent = [token for token in tokens if token not in page]
    if absent:
        raise ValueError("the shell lacks " + ", ".join(absent))
    known = (*tokens, QUOTED_TITLE) if TITLE in tokens else tokens
    return Shell(tuple(re.split("(" + "|".join(map(re.escape, known)) + ")", page)))


def markup(html: str) -> Markup:
    """Declare HTML that our own templates rendered as safe to put into a page."""
    return Markup(html)  # noqa: S704 - rendered by an autoescaping template
