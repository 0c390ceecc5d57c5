"""Pieces of HTML put into a page's text at its headings: translators need not ask for them."""

import re


def below_heading(html: str, anchor: str, piece: str) -> str:
    """Put a piece right after the heading with an id; at the end where there is none.

    >>> below_heading('<h2 id="apply">How?</h2><p>So.</p>', "apply", "<p>Now!</p>")
    '<h2 id="apply">How?</h2><p>Now!</p><p>So.</p>'
    """
    heading = _heading(html, anchor)
    place = heading.end() if heading else len(html)
    return f"{html[:place]}{piece}{html[place:]}"


def above_heading(html: str, anchor: str, piece: str) -> str:
    """Put a piece right before the heading with an id; at the end where there is none.

    >>> above_heading('<p>So.</p><h2 id="report">Mistakes</h2>', "report", "<p>Ask!</p>")
    '<p>So.</p><p>Ask!</p><h2 id="report">Mistakes</h2>'
    """
    heading = _heading(html, anchor)
    place = heading.start() if heading else len(html)
    return f"{html[:place]}{piece}{html[place:]}"


def _heading(html: str, anchor: str) -> re.Match[str] | None:
    pattern = rf'<h([2-6]) id="{re.escape(anchor)}"[^>]*>.*?</h\1>'
    return re.search(pattern, html, re.DOTALL)
