"""Questions and answers of a page, as search engines want them: one by one."""

import re
from dataclasses import dataclass
from html import unescape

from markupsafe import Markup

from publishing.languages.translations import Text
from publishing.prose import prose_of

_HEADING = re.compile(r'<h2 id="([\w-]+)">(.*?)</h2>', re.DOTALL)
_NUMBER = re.compile(r"^\d+\.\s+")
# The last paragraph of a page names its sources; it is no answer.
_SOURCES = re.compile(r"\s*<p><em>(?:(?!</p>).)*</em></p>\s*$", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Question:
    """A question in plain text, its anchor, and its answer in HTML with absolute links."""

    id: str
    question: str
    answer: Markup


def questions_of(text: Text, root: str) -> tuple[Question, ...]:
    """Take a page of questions apart; each is a heading `## 1. …? {#id}` with its answer below.

    `root` is the absolute address of the start page of the text's language.
    """
    html = _SOURCES.sub("", prose_of(text.body, "").below(root))
    _before, *parts = _HEADING.split(html)
    by_three = zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    return tuple(_question(*part) for part in by_three)


def _question(anchor: str, heading: str, answer: str) -> Question:
    plain = unescape(_TAG.sub("", heading))
    return Question(anchor, _NUMBER.sub("", plain), Markup(answer.strip()))  # noqa: S704 - Markdown's
