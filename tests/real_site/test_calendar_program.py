"""A real calendar program, khal, takes the calendars in: every event once, with its own words."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.conftest import MakeSample

ROOT = Path(__file__).parents[2]
SETTINGS = """\
[calendars]
[[agenda]]
path = {home}/agenda
[sqlite]
path = {home}/khal.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Asia/Tashkent
default_timezone = Asia/Tashkent
"""


@dataclass(frozen=True)
class Khal:
    """A calendar program with a home of its own; its owner lives in Tashkent."""

    home: Path

    def take_in(self, calendar: Path) -> None:
        """Import a calendar without asking anything."""
        self._run("import", "--batch", "--include-calendar", "agenda", str(calendar))

    def events(self, form: str) -> list[str]:
        """List all events, each once, in a form such as `{title}`."""
        options = ["--once", "--day-format", "", "--format", form]
        return sorted(self._run("list", *options, "2009-01-01", "2041-01-01").splitlines())

    def _run(self, command: str, *options: str) -> str:
        program = shutil.which("khal")
        assert program, "khal is missing: 'make test' installs it"
        done = subprocess.run(
            [program, "--config", str(self.home / "khal.conf"), command, *options],
            # Without our PYTHONPATH: khal is a program of Debian's Python.
            env={"HOME": str(self.home), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


@pytest.fixture
def khal(tmp_path: Path) -> Khal:
    home = tmp_path / "home"
    (home / "agenda").mkdir(parents=True)
    (home / "khal.conf").write_text(SETTINGS.format(home=home), encoding="utf-8")
    return Khal(home)


def announced(code: str, country: str = "") -> list[str]:
    """Return the events whose days are known as their files have them: days and title."""
    records = [yaml.safe_load(file.read_bytes()) for file in ROOT.glob("data/events/*.yml")]
    return sorted(
        f"{one['start']} {one.get('end', one['start'])} {one['title'][code]}"
        for one in records
        if len(str(one["start"])) == len("2019-10-15") and country in ("", one.get("country"))
    )


@pytest.mark.parametrize("code", ["en", "ru", "ka", "hy", "uk", "kk", "az", "tg"])
def test_every_event_of_the_agenda_is_taken_in_with_its_days_and_title(
    khal: Khal, site: Path, code: str
):
    khal.take_in(site / (code if code != "en" else "") / "agenda/agenda.ics")
    assert khal.events("{start-date} {end-date} {title}") == announced(code)


@pytest.mark.parametrize(
    ("code", "country"), [("en", "ua"), ("ka", "ge"), ("hy", "am"), ("be", "by"), ("ky", "kg")]
)
def test_the_calendar_of_a_country_holds_its_events(
    khal: Khal, site: Path, code: str, country: str
):
    khal.take_in(site / (code if code != "en" else "") / f"agenda/{country}.ics")
    expected = announced(code, country)
    assert expected
    assert khal.events("{start-date} {end-date} {title}") == expected


def test_a_country_without_events_has_an_empty_calendar(khal: Khal, site: Path):
    khal.take_in(site / "agenda/tm.ics")
    assert khal.events("{title}") == announced("en", "tm") == []


def test_the_same_event_is_there_once_whatever_it_was_taken_from(khal: Khal, site: Path):
    """All languages, calendars and downloads of one event are one event; the last words count."""
    for file in ("agenda/agenda.ics", "agenda/ge.ics", "ka/agenda/agenda.ics"):
        khal.take_in(site / file)
    khal.take_in(site / "ka/agenda/covenant-conference-tbilisi-2010/event.ics")
    assert khal.events("{start-date} {end-date} {title}") == announced("ka")


def test_hours_are_those_of_the_reader_and_a_cancelled_event_says_so(
    khal: Khal, sample_site: MakeSample
):
    """The meeting is from 10:00 to 16:30 in Bishkek."""
    built = sample_site("news_and_events").build()
    assert built.exit_code == 0, built.output
    khal.take_in(built.site / "ru/agenda/agenda.ics")
    assert khal.events("{start-long} – {end-long}: {title}, {status}") == [
        "2025-11-18 – 2025-11-19: Форум городов, CONFIRMED ",
        "2026-01-20 09:00 – 2026-01-20 15:30: Встреча подписантов, CONFIRMED ",
        "2026-03-10 – 2026-03-10: Семинар о планах, CANCELLED ",
        "2040-06-01 – 2040-06-03: Саммит 2040 года, CONFIRMED ",
    ]
