"""The slim copies that the index is made of."""

import pytest

from publishing.languages.language import Language
from publishing.outputs.search_copies import copy_path, search_copy
from publishing.views.findable import Findable

ENGLISH = Language("en", "English", ("en",), is_source=True)
KAZAKH = Language("kk", "Қазақша", ("kk", "ru", "en"), is_source=False)


def test_a_copy_is_written_like_this():
    found = Findable(
        "signatories/ua/lviv/", "signatory", "Lviv, Ukraine", "Lviv: <signatory>.",
        also=("Львів", "Lvov"), countries=("ua",), title_language="uk",
    )  # fmt: skip
    assert search_copy(found, ENGLISH) == (
        '<!doctype html><html lang="en"><body data-pagefind-body>'
        '<h1 data-pagefind-weight="8">Lviv, Ukraine</h1>'
        "<p>Lviv: &lt;signatory&gt;.</p>"
        "<p>¦</p>"
        '<p data-pagefind-weight="8">Львів Lvov</p>'
        "<p>¦ </p>"
        "<p>¦ zzksignatoryzz zzlukzz zzcuazz</p>"
    )


def test_each_key_of_a_language_is_added_once_in_place_of_hidden_spellings():
    found = Findable("join/", "page", "Қалалар", "Қала, қалаға ауыл.", also=("Қалаға", "Lviv"))
    copy = search_copy(found, KAZAKH)
    assert '<p data-pagefind-weight="8">kala lviv</p>' in copy
    assert "<p>¦ kala auil</p>" in copy


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("", "index.html"),
        ("join/", "join/index.html"),
        ("glossary/#seap", "glossary/~seap/index.html"),
    ],
)
def test_a_copy_lies_at_the_address_of_what_it_copies(address, path):
    assert copy_path(address) == path
