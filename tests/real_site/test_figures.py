"""The published figures are those that a few lines of other code count in the records."""

import gzip
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import html5lib
import pytest
import yaml

from tests.real_site.build import ROOT

_Plain = dict[str, Any]
_KNOWN = ("active", "on-hold")
_SECTORS = {
    "Homes": ("residential-buildings", "residential"),
    "Transport": ("transport", "transport"),
    "Municipal buildings and facilities": ("municipal-buildings", ""),
    "Institutional and service buildings": ("tertiary-buildings", ""),
    "Industry and construction": ("industry", ""),
    "Waste and waste water": ("waste", ""),
    "Municipal buildings": ("", "municipal"),
    "Service buildings": ("", "tertiary"),
    "Public lighting": ("", "public-lighting"),
    "Industry": ("", "industry"),
    "Local electricity production": ("", "local-electricity"),
    "Local heat and cold production": ("", "local-heat"),
    "Other": ("", "other"),
}


@pytest.fixture(scope="module")
def records() -> list[_Plain]:
    """Read the signatories as plain values; `country` is their folder."""
    files = sorted((ROOT / "data/signatories").glob("*/*.yml"))
    loader = yaml.CSafeLoader
    return [{**yaml.load(file.read_bytes(), loader), "country": file.parent.name} for file in files]


@pytest.fixture(scope="module")
def tables(site: Path) -> dict[str, dict[str, list[str]]]:
    """Read every table of the page: its heading's id -> label of a row -> its cells, as digits."""
    html = (site / "figures/index.html").read_text(encoding="utf-8")
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    found = {}
    for table in tree.iter("table"):
        rows = {}
        for row in table.iter("tr"):
            label = "".join(next(row.iter("th")).itertext()).strip()
            rows[label] = [re.sub(r"[,%]", "", "".join(td.itertext())) for td in row.iter("td")]
        found[table.get("aria-labelledby", "")] = rows
    return found


def test_signatories_by_country_and_status(
    records: list[_Plain], tables: dict[str, dict[str, list[str]]]
) -> None:
    names = {
        "am": "Armenia", "az": "Azerbaijan", "by": "Belarus", "ge": "Georgia", "kg": "Kyrgyzstan",
        "kz": "Kazakhstan", "md": "Moldova", "tj": "Tajikistan", "tm": "Turkmenistan",
        "ua": "Ukraine", "uz": "Uzbekistan",
    }  # fmt: skip
    shown = tables["countries"]
    for code, name in names.items():
        own = [record for record in records if record["country"] == code]
        status = Counter(record.get("status", {}).get("value", "unknown") for record in own)
        known = [str(status[key]) if status.total() > status["unknown"] else "" for key in _KNOWN]
        unknown = str(status["unknown"]) if own else ""
        numbers = [shown[name][column] for column in (0, 2, 3, 4)]
        assert numbers == [str(len(own)), *known, unknown], name
    assert len(records) == sum(int(shown[name][0]) for name in names.values())


def test_adhesions_by_year(records: list[_Plain], tables: dict[str, dict[str, list[str]]]) -> None:
    years = Counter(
        str(record["adhesion"]["date"])[:4] for record in records if "adhesion" in record
    )
    shown = {year: int(cells[0]) for year, cells in tables["years"].items() if year.isdigit()}
    assert {year: number for year, number in shown.items() if number} == years


def test_commitments(records: list[_Plain], tables: dict[str, dict[str, list[str]]]) -> None:
    made = Counter(
        str(key) for record in records for key in record.get("commitments", {}).get("made", [])
    )
    shown = {
        label.split(":")[0].lower().replace(" ", "-"): int(cells[0])
        for label, cells in tables["commitments"].items()
        if cells[0].isdigit()
    }
    assert shown == made


@pytest.mark.parametrize("kind", ["baseline", "monitoring"])
def test_emissions_and_energy_by_sector(
    records: list[_Plain], tables: dict[str, dict[str, list[str]]], site: Path, kind: str
) -> None:
    tonnes: dict[str, float] = defaultdict(float)
    energy: dict[str, float] = defaultdict(float)
    reporting: Counter[str] = Counter()
    latest = [
        max(own, key=lambda one: one["year"])
        for record in records
        if (own := [one for one in record.get("inventories", []) if one["kind"] == kind])
    ]
    for inventory in (one for one in latest if not one.get("doubts")):
        reporting["Total"] += 1
        for line in inventory["sectors"]:
            tonnes[line["sector"]] += line["emissions_t"]
            energy[line["sector"]] += line.get("energy_mwh", 0)
            reporting[line["sector"]] += 1
    shown = tables[f"inventories-{kind}"]
    for label, (sector, _planned) in _SECTORS.items():
        if sector:
            wanted = [round(tonnes[sector]), round(energy[sector]), reporting[sector]]
            # Nobody reports energy of waste: its cell is empty.
            assert [int(shown[label][column] or 0) for column in (0, 2, 3)] == wanted, label
    wanted = [round(sum(tonnes.values())), round(sum(energy.values())), reporting["Total"]]
    assert [int(shown["Total"][column]) for column in (0, 2, 3)] == wanted
    left_out = [one["emissions_t"] for one in latest if one.get("doubts")]
    html = (site / "figures/index.html").read_text(encoding="utf-8")
    assert f"{reporting['Total']} of {len(latest)} reports are added up" in html
    assert f"{len(left_out)} reports of together {sum(left_out):,.0f} t are left out" in html


@pytest.mark.parametrize("year", [2020, 2030])
def test_planned_reductions_by_sector(
    records: list[_Plain], tables: dict[str, dict[str, list[str]]], year: int
) -> None:
    tonnes: dict[str, float] = defaultdict(float)
    planning = set()
    for record in records:
        for plan in record.get("planned_reductions", []):
            if plan.get("target_year") == year and "doubt" not in plan:
                planning.add(record["id"])
                for line in plan["sectors"]:
                    tonnes[line["sector"]] += line["reduction_t"]
    shown = tables[f"reductions-{year}"]
    for label, (_reported, sector) in _SECTORS.items():
        if sector in tonnes:
            assert int(shown[label][0]) == round(tonnes[sector]), label
    assert int(shown["Total"][0]) == round(sum(tonnes.values()))
    assert int(shown["Total"][3]) == len(planning)


def test_citizens_are_those_declared_each_place_once(records: list[_Plain], site: Path) -> None:
    by_id = {record["id"]: record for record in records}
    group = {key: key for key in by_id}

    def root(key: str) -> str:
        return key if group[key] == key else root(group[key])

    for record in records:
        for link in record.get("related", []):
            group[root(record["id"])] = root(link["id"])
    largest: dict[str, int] = defaultdict(int)
    for record in records:
        sound = [one for one in record.get("population", []) if "doubt" not in one]
        sound.sort(key=lambda one: one["kind"] != "declared")
        if sound:
            place = root(record["id"])
            largest[place] = max(largest[place], sound[0]["value"])
    html = (site / "figures/index.html").read_text(encoding="utf-8")
    assert f"{sum(largest.values()) / 1e6:.1f}\N{NO-BREAK SPACE}million" in html
    assert f"declared by {len(largest)} places" in html


@pytest.mark.parametrize("prefix", ["", "ka/"])
def test_the_map_has_every_known_place_and_is_light(
    records: list[_Plain], site: Path, prefix: str
) -> None:
    html = (site / prefix / "figures/index.html").read_text(encoding="utf-8")
    drawing = re.search(r'<svg class="map".*?</svg></div>\s*<p class="map__said"', html, re.DOTALL)
    assert drawing
    assert len(gzip.compress(drawing.group().encode(), mtime=0)) <= 60 * 1024
    placed = [one for one in records if "position" in one and "doubt" not in one["position"]]
    assert drawing.group().count('tabindex="-1"') == len(placed)
    assert 'style="' not in html


def test_every_figure_that_others_published_has_its_day_and_its_page(
    tables: dict[str, dict[str, list[str]]], site: Path
) -> None:
    stored = yaml.safe_load((ROOT / "data/statistics.yml").read_bytes())["statistics"]
    html = (site / "figures/index.html").read_text(encoding="utf-8")
    for statistic in stored:
        assert statistic["url"].replace("&", "&amp;") in html
        assert f"{statistic['value']:,}" in html
    assert all(re.search(r"\d{4}$", label) for label in tables["published"] if label != "Date")


@pytest.mark.parametrize(
    ("path", "figures"),
    [
        ("", "./figures/"),
        ("signatories/", "../figures/"),
        ("signatories/by/", "../../figures/by/"),
        ("signatories/ua/", "../../figures/ua/"),
    ],
)
def test_totals_lead_to_the_same_sources_as_on_the_page_of_figures(
    site: Path, path: str, figures: str
) -> None:
    def cited(html: str, at: str) -> list[str]:
        counts = html.split('<dl class="counts">')[1].partition("</dl>")[0]
        return re.findall(rf'href="{at}#(source-[0-9]+)"', counts)

    here = (site / path / "index.html").read_text(encoding="utf-8")
    there = (site / path / figures / "index.html").read_text(encoding="utf-8")
    assert cited(here, re.escape(figures)) == cited(there, "")
    assert set(cited(there, "")) <= set(re.findall('id="(source-[0-9]+)"', there))
    assert "source-1" in cited(there, "")


def test_every_table_of_sums_leads_to_its_file(site: Path) -> None:
    html = (site / "figures/index.html").read_text(encoding="utf-8")
    notes = re.findall(
        r'<table class="chart.*?</table></div>\n<p class="note">(.*?)</p>', html, re.DOTALL
    )
    assert len(notes) == html.count('<table class="chart')
    linked = [re.findall(r'href="\.\./open-data/([a-z]+\.csv)"', note) for note in notes]
    assert all(linked)
    for name in {name for names in linked for name in names}:
        assert (site / "open-data" / name).is_file(), name
