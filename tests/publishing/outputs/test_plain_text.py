from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publishing.outputs.plain_text import WIDTH, Footnotes, heading, linked, plain, wrapped
from publishing.prose import prose_of

ROOT = "https://sample.example/"
LONG = "Ten mayors of towns on the river met in spring to talk about heat, light and transport."
FIRST, SECOND = (
    "Ten mayors of towns on the river met in spring to talk about heat, light",
    ("and transport."),
)


def _seen(text: str) -> str:
    """Show the unbreakable space before a link's number as `_`."""
    return text.replace("\N{NO-BREAK SPACE}", "_")


def _plain(markdown: str) -> tuple[list[str], list[str]]:
    """Return the blocks of a text, and the addresses of its links."""
    notes = Footnotes()
    blocks = plain(prose_of(markdown, "newsletter").below(ROOT), notes)
    return [_seen(block) for block in blocks], notes.addresses


@pytest.mark.parametrize(
    ("markdown", "blocks"),
    [
        ("They met.", ["They met."]),
        ("They met.\n\nThey left.", ["They met.", "They left."]),
        ("They\nmet  \nin spring.", ["They met\nin spring."]),
        ("They *met* in **spring**, `quietly`.", ["They met in spring, quietly."]),
        ("CO₂ & heat: 3 < 4, AT&T", ["CO₂ & heat: 3 < 4, AT&T"]),
        ("Қала мен ქალაქი և քաղաք", ["Қала мен ქალაქი և քաղաք"]),
        ("## Dates {#dates}", ["Dates\n====="]),
        ("### Dates", ["Dates\n-----"]),
        ("#### Dates", ["Dates\n-----"]),
        ("- One\n- Two", ["- One\n- Two"]),
        ("1. One\n2. Two", ["1. One\n2. Two"]),
        ("9. One\n1. Two", ["9. One\n10. Two"]),
        (
            "- One\n    - Inner\n        - Innermost\n- Two",
            ["- One\n  - Inner\n    - Innermost\n- Two"],
        ),
        ("1. One\n    - Inner\n2. Two", ["1. One\n   - Inner\n2. Two"]),
        ("- One\n    1. First\n    2. Second", ["- One\n  1. First\n  2. Second"]),
        ("- One\n\n    More of it.\n\n- Two", ["- One More of it.\n- Two"]),
        ("> They met.\n>\n> - One", ["> They met.\n>\n> - One"]),
        ("They met.\n\n---\n\nThey left.", ["They met.", "* * *", "They left."]),
        ("    a\n      b  c", ["    a\n      b  c"]),
        ("| Town | Day |\n|---|---|\n| Taraz | May 2 |", ["Town; Day\nTaraz; May 2"]),
        ("", []),
        (" \n\n ", []),
    ],
    ids=[
        "paragraph",
        "paragraphs",
        "lines and breaks of a paragraph",
        "stressed words and code",
        "signs of HTML",
        "letters of many languages",
        "heading",
        "heading of the third level",
        "heading of the fourth level",
        "list",
        "numbered list",
        "list with a number to begin with",
        "list in a list in a list",
        "list in a numbered list",
        "numbered list in a list",
        "list of paragraphs",
        "quotation",
        "pause",
        "code",
        "table",
        "nothing",
        "nothing but space",
    ],
)
def test_every_block_reads_without_html(markdown, blocks):
    assert _plain(markdown) == (blocks, [])


@pytest.mark.parametrize(
    ("markdown", "block"),
    [
        (LONG, f"{FIRST}\n{SECOND}"),
        (f"- {LONG}", f"- {FIRST[:-6]}\n  {FIRST[-5:]} {SECOND}"),
        (f"1. {LONG}", f"1. {FIRST[:-6]}\n   {FIRST[-5:]} {SECOND}"),
        (f"- One\n    - {LONG}", f"- One\n  - {FIRST[:-6]}\n    {FIRST[-5:]} {SECOND}"),
        (f"## {LONG}", f"{FIRST}\n{SECOND}\n{'=' * len(FIRST)}"),
    ],
    ids=["paragraph", "list", "numbered list", "inner list", "heading"],
)
def test_lines_are_as_long_as_reading_wants_them(markdown, block):
    assert len(FIRST) == WIDTH
    assert _plain(markdown)[0] == [block]


def test_a_number_of_two_digits_moves_the_lines_below_it():
    (block,), _addresses = _plain("\n".join(f"1. {LONG}" for _ in range(10)))
    assert block.splitlines()[-2:] == [
        f"10. {FIRST[:-6]}",
        f"    {FIRST[-5:]} {SECOND}",
    ]


@pytest.mark.parametrize("word", ["https://sample.example/" + "a" * 80, "a-b" * 40])
def test_a_word_is_never_broken(word):
    assert wrapped(f"See {word} there") == f"See\n{word}\nthere"


@pytest.mark.parametrize("space", ["\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"])
def test_a_line_does_not_end_where_none_may(space):
    """Dates and numbers hold such spaces: `2019 ж.` stays together."""
    assert wrapped(f"{'x' * 66} 2019{space}ж.") == f"{'x' * 66}\n2019{space}ж."
    assert plain(f"<p>2019{space}ж.</p>", Footnotes()) == [f"2019{space}ж."]


def test_links_are_numbered_in_their_order_and_the_same_one_once():
    text = (
        "[One](https://a.example/), [*two* three](../join/index.md#how), [one](https://a.example/)"
    )
    assert _plain(text) == (
        ["One_[1], two three_[2], one_[1]"],
        ["https://a.example/", "https://sample.example/join/#how"],
    )


def test_links_are_numbered_through_all_blocks():
    text = (
        "## [A](https://a.example/)\n\n- [B](https://b.example/)\n    - [C](https://c.example/)\n\n"
        "| [D](https://d.example/) | e |\n|---|---|\n| f | g |"
    )
    assert _plain(text) == (
        ["A_[1]\n=====", "- B_[2]\n  - C_[3]", "D_[4]; e\nf; g"],
        [f"https://{letter}.example/" for letter in "abcd"],
    )


def test_numbers_go_on_from_text_to_text():
    notes = Footnotes()
    assert _seen(linked("Online", "https://a.example/", notes)) == "Online_[1]"
    assert plain('<p><a href="https://b.example/">B</a></p>', notes) == ["B\N{NO-BREAK SPACE}[2]"]
    assert _seen(linked("Again", "https://a.example/", notes)) == "Again_[1]"


def test_a_number_stays_with_the_last_word_of_its_link():
    blocks, _addresses = _plain(f"{'x' * 66} [of it](https://a.example/)")
    assert blocks == [f"{'x' * 66} of\nit_[1]"]


def test_addresses_stand_below_each_on_a_line_of_its_own():
    notes = Footnotes()
    assert str(notes) == ""
    for address in ("https://a.example/", "https://sample.example/" + "a" * 80):
        notes.number(address)
    assert str(notes) == f"[1] https://a.example/\n[2] https://sample.example/{'a' * 80}"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Dates", "Dates\n====="),
        ("Қала", "Қала\n===="),
        ("a " * 36 + "bc", "a " * 35 + "a\nbc\n" + "=" * 71),
    ],
)
def test_a_heading_is_underlined_in_its_whole_width(text, written):
    assert heading(text) == written


# Any text of the blocks above: words that begin with a letter tell themselves from marks.


@dataclass
class _Written:
    """A text being made: its Markdown, its words and its links, in their order."""

    lines: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def take(self, words: list[tuple[str, int]]) -> str:
        """Note words, some of which are links, and write them."""
        shown = []
        for word, link in words:
            address = f"https://a.example/{link}"
            self.words.append(word)
            if link:
                self.links.append(address)
            shown.append(f"[{word}]({address})" if link else word)
        return " ".join(shown)


_SIZES = (1, 2, 5, 9, 20, 40, 71, 72, 73, 120)
_WORD = st.sampled_from([sign * size for sign in ("a", "қ", "ქ", "b-c") for size in _SIZES])
# Zero stands for a word that is no link.
_WORDS = st.lists(st.tuples(_WORD, st.integers(-6, 6).map(lambda n: max(n, 0))), min_size=1)


def _write_list(draw: st.DrawFn, text: _Written, depth: int) -> None:
    mark = draw(st.sampled_from(["-", "1."]))
    for _ in range(draw(st.integers(1, 3))):
        text.lines.append(f"{'    ' * depth}{mark} {text.take(draw(_WORDS))}")
        if depth < 3 and draw(st.booleans()):
            _write_list(draw, text, depth + 1)


@st.composite
def _texts(draw: st.DrawFn) -> _Written:
    text = _Written()
    for kind in draw(st.lists(st.sampled_from("phlt"), max_size=5)):
        if kind == "l":
            # Without a block of its own before it, it would go on with a list above.
            text.lines += [text.take(draw(_WORDS)), ""]
            _write_list(draw, text, 0)
        elif kind == "t":
            rows = [[text.take(draw(_WORDS)) for _ in range(2)] for _ in range(2)]
            cells = [f"| {' | '.join(row)} |" for row in rows]
            text.lines += [cells[0], "|---|---|", cells[1]]
        else:
            text.lines.append({"p": "", "h": "### "}[kind] + text.take(draw(_WORDS)))
        text.lines.append("")
    return text


@settings(max_examples=50)
@given(text=_texts())
def test_no_word_and_no_link_of_a_text_is_lost_and_no_line_is_too_long(text):
    blocks, addresses = _plain("\n".join(text.lines))
    spaced = " ".join(blocks).replace("_", " ")
    found = [word.removesuffix(";") for word in spaced.split()]
    assert [word for word in found if word[0].isalpha()] == text.words
    numbers = [word.strip("[]") for word in found if word.startswith("[")]
    assert [addresses[int(number) - 1] for number in numbers] == text.links
    assert addresses == list(dict.fromkeys(text.links))
    for line in "\n".join(blocks).split("\n"):
        words = [word for word in line.split() if word not in {"-", "1.", "2.", "3."}]
        assert len(line) <= WIDTH or len(words) == 1
        assert line == line.rstrip()


@given(words=st.lists(_WORD, min_size=1), mark=st.sampled_from(["", "- ", "10. "]))
def test_wrapping_keeps_the_words_and_every_line_behind_its_mark(words, mark):
    first, *rest = wrapped(" ".join(words), mark, " " * len(mark)).split("\n")
    assert first.startswith(mark)
    assert all(line[: len(mark)].isspace() or not mark for line in rest)
    assert " ".join(line[len(mark) :] for line in [first, *rest]) == " ".join(words)
