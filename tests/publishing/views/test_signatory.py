import pytest

from publishing.directory import nearest
from publishing.site import Entry, Site
from publishing.views.citations import Citation, Cited
from publishing.views.facts import Fact
from publishing.views.names import all_names, clashing
from publishing.views.sector_tables import Bar, SectorTable
from publishing.views.signatory import Link, Profile, Surroundings, adhesion_facts, profile
from publishing.views.tongue import Name, Tongue, Worded

RELEASE = {"as_of": "2024-01", "source": "jrc-2024"}
NEWS = {"read": "2026-11-21", "url": "https://news.example.org/a?b=1"}

POSITION = {"latitude": 49.83826, "longitude": 24.02324, "source": "geonames"}
LVIV = {
    "name": "Lviv city territorial community",
    "place": "Lviv",
    "names": [
        {"language": "uk", "name": "Львів", "confidence": "high", "source": "geonames"},
        {"language": "ru", "name": "Львов", "confidence": "low", "source": "geonames"},
    ],
    "position": POSITION,
    "status": {"value": "on-hold", **RELEASE},
    "adhesion": {"date": "2022-07-22", "kind": "individual", **RELEASE},
    "commitments": {"made": ["2020", "2030"], **RELEASE},
    "population": [
        {"value": 780801, "kind": "declared", **RELEASE},
        {"value": 9, "kind": "census", "doubt": "implausible-population", **NEWS},
    ],
    "targets": [{"percent": 37.7, "year": 2030, "base_year": 2008, **NEWS}],
    "milestones": [{"kind": "reduction-planned-2030", "value": 941000, **NEWS}],
    "inventories": [
        {
            "id": "I1",
            "kind": "baseline",
            "year": 2010,
            "emissions_t": 3000,
            "sectors": [
                {"sector": "waste", "emissions_t": -10},
                {"sector": "industry", "emissions_t": 1005, "energy_mwh": 0},
                {"sector": "transport", "emissions_t": 2005, "energy_mwh": 1234.4},
            ],
            "as_of": "2019",
            "source": "jrc-2019",
        }
    ],
    "related": [{"id": "UA0002", "relation": "same-place"}],
}


def words_of(entry: Entry, site: Site, around: Surroundings, tongue: Tongue) -> Profile:
    """Make the profile of an entry of a site."""
    names = all_names(site, clashing(site.entries), tongue)
    return profile(entry, site, around, names, tongue)


@pytest.fixture
def lviv_and_others(an_entry, a_site):
    """Lviv, another record of it, a town 20 km away, and what surrounds them."""
    entries = (
        an_entry("UA0001", **LVIV),
        an_entry(
            "UA0002", name="Lviv region", related=[{"id": "UA0001", "relation": "same-place"}]
        ),
        an_entry("UA0003", name="Horodok", position={**POSITION, "latitude": 49.65}),
    )
    around = Surroundings(
        by_id={entry.signatory.id: entry for entry in entries},
        neighbours=nearest(entries, 5),
    )
    return a_site(*entries), around


def test_a_profile_shows_every_figure_with_its_source(lviv_and_others, speaking):
    site, around = lviv_and_others
    release, news = Cited(1, "January 2024"), Cited(2, "read on 21 November 2026")
    assert words_of(site.entries[0], site, around, speaking("en")) == Profile(
        name=Name("Lviv", "en"),
        local_name=Worded("Львів", "uk"),
        description="Lviv (Ukraine): signatory of the Covenant of Mayors, latest adhesion "
        "22 July 2022. Figures, commitments, emissions and sources.",
        status="On hold",
        status_key="on-hold",
        status_meaning="A signatory is put on hold when it misses a deadline for its plan or its "
        "report, until it submits.",
        country="Ukraine",
        country_code="ua",
        is_from_news=False,
        facts=(
            Fact("Name in the source", Worded("Lviv city territorial community", "en")),
            Fact("Population", Worded("780,801", "en"), ("declared when joining",), release),
            Fact(
                "Population",
                Worded("9", "en"),
                (
                    "census",
                    "This number looks wrong for the place. It is left out of all totals.",
                ),
                news,
            ),
            Fact("Latest adhesion", Worded("22 July 2022", "en"), (), release),
            Fact("Way of joining", Worded("On its own", "en")),
            Fact(
                "CO₂ reduction target",
                Worded("−37.7% by 2030", "en"),
                ("compared with 2008",),
                news,
            ),
            Fact("CO₂ reduction planned by 2030", Worded("941,000 t", "en"), (), news),
        ),
        commitments=(
            "2020: cut CO₂ by at least 20% by 2020",
            "2030: cut CO₂ further by 2030 and adapt to climate change",
        ),
        commitments_cited=release,
        inventories=(
            SectorTable(
                title="Baseline emission inventory, 2010",
                total="3,000",
                remarks=(),
                bars=(
                    Bar("Transport", "2,005", "1,234", 100.0),
                    Bar("Industry and construction", "1,005", "0", 50.1),
                    Bar("Waste and waste water", "−10", "", 0.0),
                ),
                extra_heading="Energy, MWh",
                cited=Cited(3, "2019"),
            ),
        ),
        reductions=(),
        names=(("Ukrainian", Worded("Львів", "uk")),),
        related=(
            Link(
                Name("Lviv region", "en"),
                "signatories/ua/ua0002/",
                "Another record of the same place",
            ),
        ),
        neighbours=(Link(Name("Horodok", "en"), "signatories/ua/ua0003/", "21 km"),),
        sources=(
            _published(1, "jrc-2024"),
            Citation(2, "news.example.org", "", "", "", "https://news.example.org/a?b=1"),
            _published(3, "jrc-2019"),
            _published(4, "geonames"),
        ),
        file="data/signatories/ua/ua0001.yml",
        position=(49.83826, 24.02324),
        alternate_names=("Lviv city territorial community", "Львів"),
        identifier="UA0001",
        initiative="Covenant of Mayors",
    )


def _published(number: int, key: str) -> Citation:
    return Citation(
        number,
        f"Title of {key}",
        "Publisher",
        "January 2024",
        "CC BY 4.0",
        f"https://example.org/{key}",
    )


def test_a_profile_says_nothing_that_no_source_gives(an_entry, a_site, speaking):
    entry = an_entry(
        "BYX031",
        name="Pinsk",
        adhesion=None,
        named_as_signatory={"as_of": "2026-02", "url": "https://example.by/"},
    )
    site = a_site(entry)
    found = words_of(entry, site, Surroundings({}, {}), speaking("en"))
    assert found == Profile(
        name=Name("Pinsk", "en"),
        local_name=None,
        description="Pinsk (Belarus): signatory of the Covenant of Mayors. Figures and sources.",
        status="Not known",
        status_key="unknown",
        status_meaning="No source says whether the commitment is active today.",
        country="Belarus",
        country_code="by",
        is_from_news=True,
        facts=(
            Fact(
                "Named as a signatory",
                Worded("February 2026", "en"),
                ("The date of adhesion is not known.",),
                Cited(1, ""),
            ),
        ),
        commitments=(),
        commitments_cited=None,
        inventories=(),
        reductions=(),
        names=(),
        related=(),
        neighbours=(),
        sources=(Citation(1, "example.by", "", "", "", "https://example.by/"),),
        file="data/signatories/by/byx031.yml",
        position=None,
        alternate_names=(),
        identifier="BYX031",
        initiative="Covenant of Mayors",
    )


def test_a_profile_speaks_the_language_of_its_readers(lviv_and_others, speaking):
    site, around = lviv_and_others
    words = {"Population": "Население", "{percent} by {year}": "{percent} к {year} году"}
    found = words_of(site.entries[0], site, around, speaking("ru", words=words))
    assert found.name == Name("Львів", "uk")
    assert [(fact.label, fact.value.text.replace("\u00a0", "_")) for fact in found.facts][
        1:6:4
    ] == [
        ("Население", "780_801"),
        ("CO₂ reduction target", "−37,7_% к 2030 году"),
    ]
    assert found.names == (("украинский", Worded("Львів", "uk")),)
    assert found.country == "Украина"


@pytest.mark.parametrize(
    ("words", "group", "remark"),
    [
        ({}, "Alba & Co", "Group: Alba & Co"),
        ({}, 'Association "Cities"', 'Group: Association "Cities"'),
        ({"Group: {name}": "Об'єднання: {name}"}, "Alba", "Об'єднання: Alba"),
    ],
    ids=["ampersand", "quotes", "apostrophe of the translator"],
)
def test_a_view_is_plain_text_that_is_escaped_once_by_the_template(
    an_entry, a_site, speaking, words, group, remark
):
    adhesion = {"date": "2021-04-20", "kind": "group", "group": group, **RELEASE}
    entry = an_entry("MD0001", name="Alba", adhesion=adhesion)
    around = Surroundings({}, {})
    found = words_of(entry, a_site(entry), around, speaking("uk", words=words))
    assert [fact.remarks for fact in found.facts][-1] == (remark,)


def test_a_doubtful_position_is_not_published(an_entry, a_site, speaking):
    position = {"latitude": 49.8, "longitude": 24.0, "source": "geonames", "doubt": "low-precision"}
    entry = an_entry("UA0001", position=position)
    found = words_of(entry, a_site(entry), Surroundings({}, {}), speaking("en"))
    assert found.position is None


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "Соңғы қосылуы: 2021\u202fж. 20 сәуір|Status: Not known"),
        (
            {"adhesion": LVIV["adhesion"], "status": LVIV["status"]},
            "Соңғы қосылуы: 2022\u202fж. 22 шілде|Status: On hold",
        ),
        ({"adhesion": None, "named_as_signatory": NEWS}, "Status: Not known"),
    ],
    ids=["adhesion only", "adhesion and status", "only named as a signatory"],
)
def test_feeds_say_when_a_signatory_joined_and_how_it_stands(an_entry, speaking, facts, said):
    tongue = speaking("kk", words={"Latest adhesion": "Соңғы қосылуы"})
    found = adhesion_facts(an_entry("UA0322", **facts), tongue)
    assert "|".join(f"{label}: {value}" for label, value in found) == said
