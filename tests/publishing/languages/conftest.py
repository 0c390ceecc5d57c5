"""Catalogues as translators leave them."""

import pytest

from publishing.languages.strings import catalogue_path, read_catalogue

HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {plural}\\n"

"""
SLAVIC = (
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
    "n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
)


@pytest.fixture
def catalogue(tmp_path):
    """A maker of catalogues: writes messages behind a header, and reads the file."""

    def read(language, messages, plural=SLAVIC):
        file = catalogue_path(tmp_path, language)
        file.parent.mkdir(parents=True)
        text = HEADER.format(language=language, plural=plural) + messages
        file.write_text(text, encoding="utf-8")
        found, problems = read_catalogue(tmp_path, language)
        assert problems == []
        return found

    return read
