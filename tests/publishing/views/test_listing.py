import pytest

from publishing.directory import Totals
from publishing.organisations import Organisations
from publishing.views.citations import Citations, Cited
from publishing.views.listing import Count, Origins, Row, cited_counts, counts_of, directory
from publishing.views.names import all_names
from publishing.views.tongue import Name

RELEASE = {"as_of": "2024-01", "source": "jrc-2024"}
DOUBT = "implausible-population"


@pytest.fixture
def the_row(an_entry, a_site, speaking):
    """A maker of rows: lists one signatory of Moldova in English."""

    def make(**facts):
        site, tongue = a_site(an_entry("MD0001", name="Alba", **facts)), speaking("en")
        found = directory(site, Organisations(), all_names(site, frozenset(), tongue), tongue)
        return next(country.rows[0] for country in found.countries if country.code == "md")

    return make


def _population(value: int, doubt: str | None = None) -> list[dict[str, object]]:
    return [{"value": value, "kind": "declared", "doubt": doubt, **RELEASE}]


def test_a_row_shows_a_signatory_and_what_the_filter_needs(the_row):
    assert the_row(
        population=_population(12_345),
        status={"value": "active", **RELEASE},
        commitments={"made": ["2030", "mayors-adapt"], **RELEASE},
    ) == Row(
        key="md/md0001",
        name=Name("Alba", "en"),
        population="12,345",
        population_doubt="",
        inhabitants=12_345,
        size="m",
        adhesion="20 April 2021",
        adhesion_key="2021-04-20",
        commitments="2030, Mayors Adapt",
        commitment_keys="2030 mayors-adapt",
        status="Active",
        status_key="active",
        rank=0,
    )


@pytest.mark.parametrize(
    ("inhabitants", "size"),
    [
        (1, "s"),
        (9_999, "s"),
        (10_000, "m"),
        (49_999, "m"),
        (50_000, "l"),
        (249_999, "l"),
        (250_000, "xl"),
        (3_000_000, "xl"),
    ],
)
def test_a_population_is_in_one_class(the_row, inhabitants, size):
    assert the_row(population=_population(inhabitants)).size == size


def test_a_doubtful_population_is_shown_with_its_doubt_and_is_in_no_class(the_row):
    row = the_row(population=_population(9, DOUBT))
    assert (row.population, row.inhabitants, row.size) == ("9", None, "")
    assert row.population_doubt == (
        "This number looks wrong for the place. It is left out of all totals."
    )


@pytest.mark.parametrize(
    ("precision", "shown"),
    [
        ("exact", "20 April 2021"),
        ("ceremony", "20 April 2021"),
        ("on-or-before", "20 April 2021 or earlier"),
    ],
)
def test_an_adhesion_is_dated_as_surely_as_it_is_known(the_row, precision, shown):
    adhesion = {"date": "2021-04-20", "precision": precision, **RELEASE}
    row = the_row(adhesion=adhesion)
    assert (row.adhesion, row.adhesion_key) == (shown, "2021-04-20")


@pytest.mark.parametrize(
    ("active", "on_hold", "counts"),
    [
        (0, 0, ()),
        (7, 3, (Count("Active", "7", "On hold: 3"),)),
        (0, 4, (Count("Active", "0", "On hold: 4; Not known: 6"),)),
        (9, 0, (Count("Active", "9", "On hold: 0; Not known: 1"),)),
    ],
    ids=["no status known", "all known", "none active", "one not known"],
)
def test_no_signatory_is_missing_from_the_counts(speaking, active, on_hold, counts):
    numbers = Totals(10, active, on_hold, 0, 0, 0.0, 0)
    assert counts_of(numbers, speaking("en"), Origins()) == (Count("Signatories", "10"), *counts)


@pytest.mark.parametrize(
    ("citizens", "emissions", "counts"),
    [
        (813_506, 950_000.4, ("813,506", "950,000")),
        (24_712_345, 101_350_000.7, ("24.7\u00a0million", "101.4\u00a0million")),
    ],
    ids=["of a small country", "of all countries"],
)
def test_sums_are_told_in_millions_from_a_million_on(speaking, citizens, emissions, counts):
    """A sum of numbers of different years has no meaning to the last citizen."""
    numbers = Totals(10, 0, 0, citizens, 9, emissions, 8)
    told = {count.label: count.value for count in counts_of(numbers, speaking("en"), Origins())}
    assert (told["Citizens covered"], told["Emissions reported, tonnes"]) == counts


@pytest.mark.parametrize(
    ("counted", "doubted", "remark"),
    [
        (1, 0, "1 of 1 baseline inventory, added up"),
        (8, 0, "8 of 8 baseline inventories of different years, added up"),
        (0, 3, ""),
        (7, 1, "7 of 8 baseline inventories of different years, added up. Left out: 5,000 t"),
    ],
)
def test_emissions_say_how_many_reports_of_how_many_count(speaking, counted, doubted, remark):
    numbers = Totals(200, 0, 0, 0, 0, 38_500_000, counted, 5_000 * bool(doubted), doubted)
    assert counts_of(numbers, speaking("en"), Origins())[-1].remark == remark


def test_each_total_has_its_own_date_and_source(a_site, an_entry, speaking):
    inventory = {
        "id": "I1",
        "kind": "baseline",
        "year": 2010,
        "emissions_t": 500,
        "sectors": [{"sector": "transport", "emissions_t": 500}],
        "as_of": "2019",
        "source": "jrc-2019",
    }
    page = {"read": "2026-11-21", "url": "https://a.by/1"}
    site = a_site(
        an_entry("UA0001", population=_population(5), inventories=[inventory]),
        an_entry("BYX001", adhesion={"date": "2015", **page}),
    )
    tongue = speaking("en")
    found = cited_counts(site.entries, tongue, Citations(tongue, site.sources))
    release = Cited(1, "January 2024")
    assert [(count.label, count.cited) for count in found] == [
        ("Signatories", (release, Cited(2, "read on 21 November 2026"))),
        ("Citizens covered", (release,)),
        ("Emissions reported, tonnes", (Cited(3, "2019"),)),
    ]
    assert cited_counts((), tongue, Citations(tongue, site.sources)) == ()
