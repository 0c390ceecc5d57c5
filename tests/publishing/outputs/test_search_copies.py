"""The slim copies that the index is made of."""

import pytest

from publishing.languages.language import Language
from publishing.outputs.search_copies import copy_name, search_copy
from publishing.views.findable import Findable

ENGLISH = Language("en", "English", ("en",), is_source=True)
KAZAKH = Language("kk", "Қазақша", ("kk", "ru", "en"), is_source=False)


def test_a_copy_is_written_like_this():
    found = Findable(
        "signatories/ua/lviv/", "signatory", "Lviv, Ukraine", "A city <and> more.",
        facts="Status: Active", also=("Львів", "Lvov"), countries=("ua",), title_language="uk",
    )  # fmt: skip
    assert search_copy(found, ENGLISH) == (
        '<!doctype html><html lang="zxx"><body data-pagefind-body>'
        '<p data-pagefind-ignore data-pagefind-meta="title">Lviv, Ukraine</p>'
        '<p data-pagefind-ignore data-pagefind-meta="text">'
        "A city &lt;and&gt; more. Status: Active</p>"
        "<p>zzksignatoryzz zzlukzz zzcuazz ¦</p>"
        '<p data-pagefind-weight="8">lviv ukrain lvov</p>'
        "<p>¦ cit and mor</p>"
    )


def test_each_key_stands_once_and_that_of_a_name_not_in_the_text_again():
    found = Findable("join/", "page", "Қалалар", "Қала, қалаға ауыл. БҰ", also=("Қалаға", "Lviv"))
    copy = search_copy(found, KAZAKH)
    assert '<p data-pagefind-weight="8">kala lviv</p>' in copy
    assert "<p>¦ auil bu</p>" in copy


def test_the_shortest_words_of_a_text_are_left_out_but_not_abbreviations_and_numbers():
    found = Findable("eu/", "page", "To be", "It is of the EU: 48 in 5.")
    copy = search_copy(found, ENGLISH)
    assert '<p data-pagefind-weight="8">to be</p>' in copy
    assert "<p>¦ the eu 48</p>" in copy


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("", "~.html"),
        ("kk/join/", "~kk~join~.html"),
        ("glossary/#seap", "~glossary~=seap.html"),
    ],
)
def test_a_copy_is_named_for_the_address_of_what_it_copies(address, name):
    assert copy_name(address) == name
