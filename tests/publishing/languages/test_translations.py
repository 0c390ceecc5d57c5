import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.languages.translations import (
    State,
    Text,
    source_hash,
    state_of,
    text_language,
    written_in,
)
from publishing.records.pages import Page
from publishing.sources import Source

BODY = "# Join\n\nThree ways to join.\n"


def _text(code: str, body: str = BODY, **front_matter: object) -> Text:
    page = Page.model_validate({"title": "Join", "description": "How to join.", **front_matter})
    file = f"docs/{code}/join/index.md"
    return Text("join/index.md", file, code, page, body, Source(file, None))


SOURCE = _text("en")
TRANSLATED = _text("ru", "# Вступить\n", source_hash=SOURCE.hash)
OUTDATED = _text("uk", "# Приєднатися\n", source_hash="0123456789ab")
UNMARKED = _text("az", "# Qoşulun\n")
GENERATED = _text("en", generated="signatories")


def test_the_hash_of_a_text_never_changes():
    assert source_hash("Join", "How to join.", "# Join\n") == "5a03e2e35f7f"


@pytest.mark.parametrize(
    "body",
    [
        "# Join\n\nThree ways to join.",
        "# Join  \n\nThree ways to join.\t\n\n\n",
        "\n\n# Join\nThree ways to join.\n",
        "# Join\r\n\r\nThree ways to join.\r\n",
    ],
    ids=["no last line end", "blanks", "other blank lines", "Windows line ends"],
)
def test_blanks_at_line_ends_and_blank_lines_do_not_make_a_text_another(body):
    assert _text("en", body).hash == SOURCE.hash


@pytest.mark.parametrize(
    "text",
    [
        _text("en", "# Join\n\nFour ways to join.\n"),
        _text("en", "# Join\n\n  Three ways to join.\n"),
        _text("en", "# Join\n\nThree ways\nto join.\n"),
        _text("en", title="Join us"),
        _text("en", description="How to join us."),
    ],
    ids=["word", "indent", "line broken", "title", "description"],
)
def test_every_word_and_indent_counts(text):
    assert text.hash != SOURCE.hash


@given(
    lines=st.lists(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]))),
    blanks=st.lists(st.sampled_from(["", " ", "  ", "\t", "\n", " \n\n"])),
)
def test_trailing_blanks_never_count(lines, blanks):
    ends = blanks + [""] * len(lines)
    padded = [line + end for line, end in zip(lines, ends, strict=False)]
    assert source_hash("t", "d", "\n".join(padded)) == source_hash("t", "d", "\n".join(lines))


@pytest.mark.parametrize(
    ("texts", "code", "state", "shown_in"),
    [
        ([SOURCE], "en", State.SOURCE, "en"),
        ([SOURCE, TRANSLATED], "ru", State.CURRENT, "ru"),
        ([SOURCE, OUTDATED], "uk", State.OUTDATED, "uk"),
        ([SOURCE, UNMARKED], "az", State.OUTDATED, "az"),
        ([SOURCE], "ru", State.MISSING, "en"),
        ([SOURCE], "kk", State.MISSING, "en"),
        ([SOURCE, TRANSLATED], "kk", State.MISSING, "ru"),
        ([SOURCE, TRANSLATED], "ka", State.MISSING, "en"),
        ([GENERATED], "en", State.SOURCE, "en"),
        ([GENERATED], "tg", State.CURRENT, "tg"),
    ],
    ids=[
        "source",
        "current",
        "outdated",
        "without hash",
        "missing",
        "missing in the whole chain",
        "missing, shown in the next of the chain",
        "missing, Russian not in the chain",
        "generated source",
        "generated",
    ],
)
def test_the_state_of_a_page_and_the_language_readers_get_it_in(
    languages, texts, code, state, shown_in
):
    by_language = {text.language: text for text in texts}
    assert state_of(by_language, languages[code], languages) is state
    assert text_language(by_language, languages[code], languages) == shown_in


def test_a_page_exists_where_it_is_written_in_the_order_of_the_list(languages):
    texts = {text.language: text for text in (UNMARKED, TRANSLATED, SOURCE)}
    assert written_in(texts, languages) == ("en", "ru", "az")


def test_a_generated_page_exists_in_every_language(languages):
    assert written_in({"en": GENERATED}, languages) == languages.codes


def test_a_page_without_any_text_of_the_chain_is_an_error(languages):
    with pytest.raises(KeyError, match="no text for ka in \\['ru'\\]"):
        text_language({"ru": TRANSLATED}, languages["ka"], languages)
