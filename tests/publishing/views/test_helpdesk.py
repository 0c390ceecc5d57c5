from dataclasses import replace

import pytest

from publishing.languages.translations import Text
from publishing.records.helpdesk import Helpdesk
from publishing.records.pages import Page
from publishing.sources import Source
from publishing.views.helpdesk import CountryHelp, DeskView, History, help_in, helpdesk
from publishing.views.tongue import Worded

HELPDESK = Helpdesk.model_validate(
    {
        "desks": [
            {
                "name": "East",
                "url": "https://east.example",
                "countries": ["ua", "am"],
                "languages": ["uk", "hy", "en"],
                "email": {"address": "a@east.example", "url": "https://east.example/contact"},
                "as_of": "2026-11-21",
            },
            {
                "name": "World",
                "url": "https://world.example",
                "countries": ["kz"],
                "as_of": "2026-11",
            },
        ],
        "former": {
            "first_year": 2011,
            "last_year": 2015,
            "page": "about/fact-sheet.md#office",
            "seats": [{"country": "kz", "city": {"en": "Almaty", "ru": "Алматы"}}],
        },
    }
)


@pytest.fixture
def site(a_site):
    page = Page(title="Fact sheet", description="About.")
    path = "about/fact-sheet.md"
    text = Text(path, f"docs/en/{path}", "en", page, "", Source(f"docs/en/{path}", None))
    return replace(a_site(), helpdesk=HELPDESK, texts={path: {"en": text}})


EAST = DeskView(
    name=Worded("East", "en"),
    url="https://east.example",
    countries=(("Armenia", "signatories/am/"), ("Ukraine", "signatories/ua/")),
    languages=("Armenian", "English", "Ukrainian"),
    email="a@east.example",
    source="https://east.example/contact",
    date="21 November 2026",
)


def test_every_desk_is_shown_with_its_countries_and_languages_in_order(site, speaking):
    first, second = helpdesk(site, speaking("en"))
    assert first == EAST
    assert (second.languages, second.email, second.source) == ((), "", "")


def test_countries_and_languages_follow_the_readers_alphabet(site, speaking):
    east, _world = helpdesk(site, speaking("uk"))
    assert [name for name, _address in east.countries] == ["Вірменія", "Україна"]
    assert east.languages == ("англійська", "вірменська", "українська")
    assert east.name == Worded("East", "en")


def test_a_country_is_told_its_desk_and_no_history_of_others(site, speaking):
    assert help_in("am", site, speaking("en")) == CountryHelp(EAST, None)


@pytest.mark.parametrize(
    ("code", "city"),
    [
        ("en", Worded("Almaty", "en")),
        ("kk", Worded("Алматы", "ru")),
        ("ka", Worded("Almaty", "en")),
    ],
)
def test_a_country_with_a_former_seat_is_told_its_city_in_the_best_language(
    site, speaking, code, city
):
    history = help_in("kz", site, speaking(code)).history
    more = Worded("Fact sheet", "en")
    assert history == History(2011, 2015, (city,), more, "about/fact-sheet/#office")


def test_without_a_file_nobody_is_named(a_site, speaking):
    assert helpdesk(a_site(), speaking("en")) == ()
    assert help_in("ge", a_site(), speaking("en")) == CountryHelp(None, None)
