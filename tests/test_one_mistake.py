"""One change makes a right site wrong: the change is reported where it was made, and nothing else.

These are mistakes between files and in settings; those inside one file: `sites/every_mistake`.
What subscribers have been given is a file too, the ledger.
"""

from collections.abc import Callable

import pytest

from publishing.problems import errors
from publishing.reading import read_ledger, read_site
from tests.conftest import MakeSample
from tests.sample_sites import Sample

Change = Callable[[Sample], object]
ALMALY = "data/signatories/kz/almaly.yml"


def replaced(file: str, old: str, new: str) -> Change:
    return lambda sample: sample.replace(file, old, new)


def moved(old: str, new: str) -> Change:
    def move(sample: Sample) -> None:
        target = sample.root / new
        target.parent.mkdir(parents=True, exist_ok=True)
        (sample.root / old).rename(target)

    return move


def added(file: str, text: str) -> Change:
    def add(sample: Sample) -> None:
        target = sample.root / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    return add


REDIRECT = "old: /signatories/kz/old-almaly/, new: /signatories/kz/almaly/"
SOURCE = "{key: names, title: T, publisher: P, date: 2023, licence: L, url: https://a.example}"
RUSSIAN = "{locale: ru, name: Русский}"
PAGE = "---\ntitle: Extra\ndescription: One page more.\n---\n"

CHANGES = {
    "redirect to nowhere": (
        "data/redirects.yml:2: redirects, item 1, new: ",
        replaced("data/redirects.yml", "new: /signatories/kz/almaly/", "new: /nowhere/"),
    ),
    "redirect away from a page": (
        "data/redirects.yml:2: redirects, item 1, old: ",
        replaced("data/redirects.yml", "old: /signatories/kz/old-almaly/", "old: /contact/"),
    ),
    "redirect away from the page of a country without signatories": (
        "data/redirects.yml:2: redirects, item 1, old: ",
        replaced("data/redirects.yml", "old: /signatories/kz/old-almaly/", "old: /signatories/tm/"),
    ),
    "redirect to a shell that is no page": (
        "data/redirects.yml:2: redirects, item 1, new: ",
        replaced("data/redirects.yml", REDIRECT, "old: /list/, new: /signatories/_country/"),
    ),
    "redirect away from the signatories of a country that has some": (
        "data/redirects.yml:2: redirects, item 1, old: ",
        replaced("data/redirects.yml", "old: /signatories/kz/old-almaly/", "old: /signatories/kz/"),
    ),
    "two redirects of one address": (
        "data/redirects.yml:3: redirects, item 2, old: ",
        replaced(
            "data/redirects.yml",
            "  - {" + REDIRECT + "}",
            "  - {" + REDIRECT + "}\n  - {" + REDIRECT + "}",
        ),
    ),
    "supporter of an unknown source": (
        "data/supporters/friends-of-samples.yml:5: source: ",
        replaced(
            "data/supporters/friends-of-samples.yml",
            "url: https://friends.example/\nnames",
            "source: jrc-2042\nnames",
        ),
    ),
    "service of an unknown source": (
        "data/supporters/friends-of-samples.yml:9: services, item 1, source: ",
        replaced(
            "data/supporters/friends-of-samples.yml",
            "url: https://friends.example/training/",
            "source: jrc-2042",
        ),
    ),
    "signatory that a supporter names by a wrong id": (
        "data/supporters/friends-of-samples.yml:10: supported, signatories, item 1: ",
        replaced("data/supporters/friends-of-samples.yml", "[KG0001]", "[KG0009]"),
    ),
    "redirect away from the page of a coordinator": (
        "data/redirects.yml:2: redirects, item 1, old: ",
        replaced(
            "data/redirects.yml",
            "old: /signatories/kz/old-almaly/",
            "old: /coordinators/ministry-of-samples/",
        ),
    ),
    "redirect away from the list of supporters": (
        "data/redirects.yml:2: redirects, item 1, old: ",
        replaced("data/redirects.yml", "old: /signatories/kz/old-almaly/", "old: /supporters/"),
    ),
    "coordinator of an unknown source": (
        "data/coordinators/ministry-of-samples.yml:6: source: ",
        replaced("data/coordinators/ministry-of-samples.yml", "jrc-2024", "jrc-2042"),
    ),
    "coordinator of an unknown country": (
        "data/coordinators/ministry-of-samples.yml:2: country: ",
        replaced("data/coordinators/ministry-of-samples.yml", "country: kz", "country: uz"),
    ),
    "country listed twice": (
        "data/countries.yml:5: countries, item 3, code: ",
        replaced("data/countries.yml", "{code: tm,", "{code: kg,"),
    ),
    "country that does not exist": (
        "data/countries.yml:5: countries, item 3, code: ",
        replaced("data/countries.yml", "{code: tm,", "{code: xx,"),
    ),
    "source listed twice": (
        "data/sources.yml:9: sources, item 3, key: ",
        replaced("data/sources.yml", "sources:\n", "sources:\n  - " + SOURCE + "\n"),
    ),
    "signatory outside the folder of a country": (
        "data/signatories/tash.yml: ",
        moved("data/signatories/kg/tash.yml", "data/signatories/tash.yml"),
    ),
    "signatory a folder too deep": (
        "data/signatories/kg/north/tash.yml: ",
        moved("data/signatories/kg/tash.yml", "data/signatories/kg/north/tash.yml"),
    ),
    "signatory with another ending": (
        "data/signatories/kg/tash.yaml: ",
        moved("data/signatories/kg/tash.yml", "data/signatories/kg/tash.yaml"),
    ),
    "supporter with another ending": (
        "data/supporters/friends.yaml: ",
        added("data/supporters/friends.yaml", "name: Friends\n"),
    ),
    "page in a language the site does not have": (
        "docs/fr/legal.md",
        added("docs/fr/legal.md", PAGE),
    ),
    "page outside the folder of a language": ("docs/extra.md", added("docs/extra.md", PAGE)),
    "form where no form has its place": (
        (
            "docs/ru/index.md:5: generated: expected no such key in this file, found 'form'\n"
            "    hint: 'form' has its place in join/local-authority/form.md or "
            "join/province-or-region/form.md or join/network/form.md."
        ),
        replaced("docs/ru/index.md", "\n---\n", "\ngenerated: form\n---\n"),
    ),
    "page of a country where the list has its place": (
        (
            "docs/en/signatories/index.md:4: generated: expected 'signatories', found 'country'\n"
            "    hint: 'country' has its place in signatories/_country/index.md."
        ),
        replaced("docs/en/signatories/index.md", "generated: signatories", "generated: country"),
    ),
    "shell that nothing is made of": (
        (
            "docs/en/signatories/_country/index.md: generated: expected this key in a folder that "
            "begins with _, found none\n"
            "    hint: Add the line 'generated: country'."
        ),
        replaced("docs/en/signatories/_country/index.md", "generated: country\n", ""),
    ),
    "shell of nothing": (
        (
            "docs/en/_drafts/extra.md: generated: expected this key in a folder that begins with "
            "_, found none\n"
            "    hint: Rename the folder."
        ),
        added("docs/en/_drafts/extra.md", PAGE),
    ),
    "lost brace in the catalogue": (
        "data/locale/kk/LC_MESSAGES/site.po:",
        replaced("data/locale/kk/LC_MESSAGES/site.po", 'msgstr "[kk] Menu"', 'msgstr "[kk] {Menu"'),
    ),
    "menu entry that is no page": (
        "mkdocs.yml:7: nav, item 2: ",
        replaced("mkdocs.yml", "- about/commitments.md", "- about/comitments.md"),
    ),
    "footer link that is no page": (
        "mkdocs.yml:27: extra, footer, item 2: ",
        replaced("mkdocs.yml", "- legal.md", "- leagl.md"),
    ),
    "country whose language does not exist": (
        "data/countries.yml:3: countries, item 1, languages: ",
        replaced("data/countries.yml", "languages: [kk, ru]", "languages: [zz, ru]"),
    ),
    "format that only programmers know in the catalogue": (
        "data/locale/kk/LC_MESSAGES/site.po:",
        replaced(
            "data/locale/kk/LC_MESSAGES/site.po",
            'msgstr "[kk] {distance} km"',
            'msgstr "[kk] {distance:km}"',
        ),
    ),
    "coordinator in a file with capitals": (
        "data/coordinators/Ministry.yml: ",
        added(
            "data/coordinators/Ministry.yml",
            "name: M\ncountry: kz\nread: 2024-01\nurl: https://m.example/\n",
        ),
    ),
    "language without a name": (
        "mkdocs.yml:22: ",
        replaced("mkdocs.yml", "{locale: kk, name: Қазақша}", "{locale: kk}"),
    ),
    "language listed twice": (
        "mkdocs.yml:22: ",
        replaced("mkdocs.yml", RUSSIAN, RUSSIAN + "\n        - " + RUSSIAN),
    ),
    "fallback to an unknown language": (
        "mkdocs.yml:29: extra, fallback, kk: ",
        replaced("mkdocs.yml", "kk: [ru, en]", "kk: [fr, en]"),
    ),
    "fallback that is no list": (
        "mkdocs.yml:29: extra, fallback, kk: ",
        replaced("mkdocs.yml", "kk: [ru, en]", "kk: ru"),
    ),
}


def test_the_sample_is_right_as_it_is(sample_site: MakeSample):
    site, problems = read_site(sample_site("two_languages").root)
    assert site is not None
    assert errors(problems) == []


@pytest.mark.parametrize(("place", "change"), CHANGES.values(), ids=CHANGES)
def test_the_mistake_is_reported_where_it_was_made(sample_site: MakeSample, place, change):
    sample = sample_site("two_languages")
    change(sample)
    _site, problems = read_site(sample.root)
    found = [str(problem) for problem in errors(problems)]
    assert [problem[: len(place)] for problem in found] == [place], "\n".join(found)


def removed(file: str) -> Change:
    return lambda sample: (sample.root / file).unlink()


def both(*changes: Change) -> Change:
    def change(sample: Sample) -> None:
        for one in changes:
            one(sample)

    return change


def without_hash(file: str) -> Change:
    def change(sample: Sample) -> None:
        path = sample.root / file
        text = path.read_text(encoding="utf-8")
        kept = [line for line in text.splitlines() if not line.startswith("source_hash:")]
        path.write_text("\n".join([*kept, ""]), encoding="utf-8")

    return change


def with_bytes(file: str, size: int) -> Change:
    """Let a picture grow behind its end, where no program looks."""

    def change(sample: Sample) -> None:
        path = sample.root / file
        path.write_bytes(path.read_bytes().ljust(size, b"\0"))

    return change


def redrawn(height: int) -> Change:
    """Give a picture another height where its file tells it: bytes 20 to 23 of a PNG."""

    def change(sample: Sample) -> None:
        path = sample.root / "docs/assets/images/news/plan-adopted.png"
        content = path.read_bytes()
        path.write_bytes(content[:20] + height.to_bytes(4, "big") + content[24:])

    return change


def a_text(body: str) -> Change:
    """Write another text into a news item; it stands in line 11."""
    return replaced(TRAINING, "The training took two days.", body)


CLUB = "news/2025-11-20-club-founded.md"
PLAN = "news/2025-09-05-plan-adopted.md"
JOINS = "news/2025-06-15-tash-joins.md"
TRAINING = "docs/en/news/2024-03-01-first-training.md"
FORUM = "data/events/forum-almaly-2025.yml"
MEETING = "data/events/meeting-tash-2026.yml"
LEDGER = "data/ledger.yml"
AUTUMN = "docs/en/newsletter/2025-2.md"
SPRING = "docs/ru/newsletter/2025-1.md"
DIGEST = "docs/en/newsletter/2024-2.md"
ENGLISH_LIST = "en: 7c4f1a52-0f5e-4b0e-9a3d-2f8f0c1d9e11"
RUSSIAN_LIST = "ru: 7c4f1a52-0f5e-4b0e-9a3d-2f8f0c1d9e12"
TRAINING_LIST = "training: 7c4f1a52-0f5e-4b0e-9a3d-2f8f0c1d9e13"

NEWS_CHANGES = {
    "ledger that is missing": ("data/ledger.yml: file: expected this file, ", removed(LEDGER)),
    "ledger that is no YAML": (
        "data/ledger.yml:6: YAML: ",
        replaced(LEDGER, "club-founded: {date", "club-founded: date"),
    ),
    "ledger without the start of the ids": (
        "data/ledger.yml:1: identity: expected this key, ",
        replaced(LEDGER, 'identity: "tag:sample.example,2026:"\n', ""),
    ),
    "ledger with another start of the ids": (
        "data/ledger.yml:4: identity: ",
        replaced(LEDGER, "tag:sample.example,2026:", "https://sample.example/"),
    ),
    "ledger with a date that does not exist": (
        "data/ledger.yml:6: news, club-founded, date: ",
        replaced(LEDGER, "2025-11-20", "2025-11-31"),
    ),
    "ledger with an unknown key": (
        "data/ledger.yml:6: news, club-founded, slog: ",
        replaced(LEDGER, "slug: club-founded", "slog: club-founded"),
    ),
    "item that disappeared": (
        "data/ledger.yml:10: news, tash-joins: ",
        both(
            removed("docs/ru/news/2025-06-15-tash-joins.md"),
            replaced(
                "docs/ru/news/2025-12-10-tools-for-towns.md",
                "[присоединился летом](2025-06-15-tash-joins.md)",
                "присоединился летом",
            ),
            replaced(
                SPRING, "[присоединился Таш](../news/2025-06-15-tash-joins.md)", "присоединился Таш"
            ),
        ),
    ),
    "event that disappeared": (
        "data/ledger.yml:20: events, summit-2040: ",
        removed("data/events/summit-2040.yml"),
    ),
    "adhesion that disappeared": (
        "data/ledger.yml:25: adhesions, KZ0001-2021: ",
        replaced(
            ALMALY,
            "adhesion: {date: 2021-04-20, as_of: 2024-01, source: jrc-2024}",
            "named_as_signatory: {as_of: 2024-01, source: jrc-2024}",
        ),
    ),
    "published id changed in all its languages": (
        f"docs/en/{PLAN}:2: id: expected 'plan-adopted', under which this was published, ",
        both(
            replaced(f"docs/en/{PLAN}", "id: plan-adopted", "id: almaly-plan"),
            replaced(f"docs/ru/{PLAN}", "id: plan-adopted", "id: almaly-plan"),
            replaced(AUTUMN, "news: plan-adopted", "news: almaly-plan"),
        ),
    ),
    "published id changed in a translation only": (
        f"docs/kk/{CLUB}:2: id: ",
        replaced(f"docs/kk/{CLUB}", "id: club-founded", "id: clubs-founded"),
    ),
    "id of an event changed": (
        "data/events/summit-2040.yml:1: id: expected 'summit-2040', ",
        replaced("data/events/summit-2040.yml", "id: summit-2040", "id: summit"),
    ),
    "published date changed": (
        f"{TRAINING}:4: date: expected 2024-03, as published, ",
        replaced(TRAINING, "date: 2024-03", "date: 2024-03-01"),
    ),
    "adhesion with another day in the same year": (
        f"{ALMALY}:3: adhesion, date: expected 2021-04-20, as published, ",
        replaced(ALMALY, "date: 2021-04-20", "date: 2021-05-20"),
    ),
    "withdrawn item that is back": (
        f"{TRAINING}:2: id: expected an id that was not withdrawn, ",
        replaced(LEDGER, "slug: first-training}", "slug: first-training, withdrawn: 2025-01-01}"),
    ),
    "renamed item without redirect": (
        "docs/en/news/2024-03-01-training.md: file: ",
        moved(TRAINING, "docs/en/news/2024-03-01-training.md"),
    ),
    "renamed event without redirect": (
        "data/events/summit.yml: file: ",
        moved("data/events/summit-2040.yml", "data/events/summit.yml"),
    ),
    "event moved without a higher sequence": (
        f"{MEETING}:5: start: expected sequence: 1, since what was published as ",
        both(
            replaced(MEETING, "2026-01-20T10:00", "2026-01-21T10:00"),
            replaced(MEETING, "2026-01-20T16:30", "2026-01-21T16:30"),
        ),
    ),
    "event moved without the day of the change": (
        f"{MEETING}:7: updated: expected a date beside a sequence, found none",
        replaced(MEETING, "2026-01-20T16:30", "2026-01-20T17:00\nsequence: 1"),
    ),
    "published event announced on another day": (
        f"{FORUM}:11: announced: expected 2025-09-01, as published, ",
        replaced(FORUM, "announced: 2025-09-01", "announced: 2025-09-02"),
    ),
    "published event no longer announced": (
        f"{FORUM}:6: start: expected 2025-09-01, as published, ",
        replaced(FORUM, "announced: 2025-09-01\n", ""),
    ),
    "event moved with a higher sequence and announced anew": (
        "data/events/summit-2040.yml:7: announced: expected 2025-10-10, as published, ",
        both(
            replaced("data/events/summit-2040.yml", "end: 2040-06-03", "end: 2040-06-04"),
            replaced(
                "data/events/summit-2040.yml",
                "announced: 2025-10-10",
                "announced: 2025-12-20\nsequence: 1\nupdated: 2025-12-20",
            ),
        ),
    ),
    "new event that was never announced": (
        "data/events/winter.yml:1: announced: expected the day it was announced, found none",
        added("data/events/winter.yml", "id: winter\ntitle: {en: Winter}\nstart: 2027-01\n"),
    ),
    "event announced after the month it is in": (
        "data/events/winter.yml:4: announced: expected a day not after the start, 2027-01, ",
        added(
            "data/events/winter.yml",
            "id: winter\ntitle: {en: Winter}\nstart: 2027-01\nannounced: 2027-02-01\n",
        ),
    ),
    "event cancelled without a higher sequence": (
        f"{FORUM}:6: start: expected sequence: 1, ",
        replaced(FORUM, "country: kz", "country: kz\nstatus: cancelled"),
    ),
    "cancelled event back without a higher sequence": (
        "data/events/seminar-almaly-2026.yml:8: sequence: expected sequence: 2, ",
        replaced("data/events/seminar-almaly-2026.yml", "status: cancelled\n", ""),
    ),
    "lower sequence": (
        "data/events/seminar-almaly-2026.yml:9: sequence: expected at least 1, ",
        replaced("data/events/seminar-almaly-2026.yml", "sequence: 1", "sequence: 0"),
    ),
    "new item with the id of a published one": (
        "docs/en/news/2025-12-30-extra.md:2: id: expected an id that docs/en/news/2024-03-01-",
        added(
            "docs/en/news/2025-12-30-extra.md",
            "---\nid: first-training\ntitle: T\ndate: 2025-12-30\ntopics: [event]\nsummary: S\n"
            "sources: [{name: N, url: 'https://n.example/'}]\n---\nText.\n",
        ),
    ),
    "new event with the id of a published one": (
        "data/events/winter.yml:1: id: expected an id that data/events/summit-2040.yml ",
        added("data/events/winter.yml", "id: summit-2040\ntitle: {en: Winter}\nstart: 2027-01\n"),
    ),
    "two items with one name": (
        "docs/en/news/2025-12-30-first-training.md: file: expected a name that the item ",
        added(
            "docs/en/news/2025-12-30-first-training.md",
            "---\nid: extra\ntitle: T\ndate: 2025-12-30\ntopics: [event]\nsummary: S\n"
            "sources: [{name: N, url: 'https://n.example/'}]\n---\nText.\n",
        ),
    ),
    "two originals": (
        f"docs/kk/{CLUB}:4: date: expected words only: the facts stand in docs/en/{CLUB}, ",
        both(
            replaced(
                f"docs/kk/{CLUB}",
                "summary: ",
                "date: 2025-11-20\ntopics: [club]\n"
                "sources: [{name: N, url: 'https://n.example/'}]\nsummary: ",
            ),
            without_hash(f"docs/kk/{CLUB}"),
        ),
    ),
    "translation under another file name": (
        "docs/kk/news/2025-11-20-club.md: file: expected the name of its original, ",
        both(
            moved(f"docs/kk/{CLUB}", "docs/kk/news/2025-11-20-club.md"),
            replaced("docs/kk/newsletter/2025-2.md", "club-founded.md", "club.md"),
        ),
    ),
    "translation without its alt": (
        f"docs/ru/{PLAN}:2: image_alt: expected what the picture shows, ",
        replaced(f"docs/ru/{PLAN}", "image_alt: Синий квадрат вместо плана\n", ""),
    ),
    "picture that is gone": (
        f"docs/en/{PLAN}:11: image, file: ",
        removed("docs/assets/images/news/plan-adopted.png"),
    ),
    "picture that is too high": (
        f"docs/en/{PLAN}:11: image, file: expected at most 300 kB and 2000 pixels a side, ",
        redrawn(2001),
    ),
    "picture of too many bytes": (
        f"docs/en/{PLAN}:11: image, file: expected at most 300 kB ",
        with_bytes("docs/assets/images/news/plan-adopted.png", 300_001),
    ),
    "event that a news item names by a wrong id": (
        f"docs/en/{CLUB}:11: events, item 1: ",
        replaced(f"docs/en/{CLUB}", "events: [forum-almaly-2025]", "events: [forum-almaty-2025]"),
    ),
    "signatory that a news item names by a wrong id": (
        f"docs/en/{CLUB}:10: signatories, item 1: ",
        replaced(f"docs/en/{CLUB}", "signatories: [KZ0001]", "signatories: [KZ0009]"),
    ),
    "coordinator that a news item names by a wrong name": (
        f"docs/en/{CLUB}:11: coordinators, item 1: expected a file in data/coordinators/, found ",
        replaced(f"docs/en/{CLUB}", "events: [forum", "coordinators: [nobody]\nevents: [forum"),
    ),
    "link to a page that is gone": (f"{TRAINING}:12: link: ", a_text("\n[Gone](../gone.md)")),
    "link to news not written in this language": (
        f"docs/kk/{CLUB}:10: link: ",
        replaced(f"docs/kk/{CLUB}", "../contact.md#report", "2025-09-05-plan-adopted.md"),
    ),
    "link to a shell that is no page": (f"{TRAINING}:11: link: ", a_text("[A](_year/index.md)")),
    "link to a heading that is not there": (
        f"{TRAINING}:11: link: ",
        a_text("[A](../contact.md#nowhere)"),
    ),
    "link to a heading of no page": (f"{TRAINING}:11: link: ", a_text("[A](#nowhere)")),
    "link that is a question": (f"{TRAINING}:11: link: ", a_text("[A](?page=2)")),
    "web address without a host": (f"{TRAINING}:1", a_text("[A](https:forum.example)")),
    "picture in a text, where no alt, licence or size is asked for": (
        f"{TRAINING}:11: text: expected a text without pictures, ",
        a_text("![A](../../assets/images/news/plan-adopted.png)"),
    ),
    "script in a link": (f"{TRAINING}:11: text: ", a_text("[A](javascript:alert(1))")),
    "script in a link on the next line": (
        f"{TRAINING}:1",
        a_text("[A](\njavascript:alert(1))"),
    ),
    "script in a link told below": (
        f"{TRAINING}:1",
        a_text("[A][trap]\n\n[trap]: javascript:alert(1)"),
    ),
    "address in a text that is none": (f"{TRAINING}:1", a_text("[A](https://[)")),
    "HTML in a text": (f"{TRAINING}:11: text: ", a_text("Some <b>bold</b> words.")),
    "comment in a text": (
        f"{TRAINING}:13: text: expected a text without comments, ",
        a_text("Some words.\n\n<!-- not yet -->"),
    ),
    "attribute in a text": (
        f"{TRAINING}:11: text: expected no attributes but {{#id}}, found '{{lang=ru}}'",
        a_text("Some *words*{lang=ru}."),
    ),
    "attribute beside the id of a heading": (
        f"{TRAINING}:11: text: expected no attributes but {{#id}}, found '{{#then data-x=1}}'",
        a_text("## Then {#then data-x=1}"),
    ),
    "HTML over two lines": (
        f"{TRAINING}:1",
        a_text('Some <img src="x"\nonerror="alert(1)"> words.'),
    ),
    "original without a date": (
        f"{TRAINING}:2: date: expected this key, ",
        replaced(TRAINING, "date: 2024-03\n", ""),
    ),
    "original without topics": (
        f"{TRAINING}:2: topics: expected this key, ",
        replaced(TRAINING, "topics: [training]\n", ""),
    ),
    "empty list of topics": (
        f"{TRAINING}:5: topics: expected at least 1 entry, ",
        replaced(TRAINING, "topics: [training]", "topics: []"),
    ),
    "unknown topic and no other": (
        f"{TRAINING}:5: topics, item 1: ",
        replaced(TRAINING, "topics: [training]", "topics: [trainings]"),
    ),
    "unknown country": (
        f"docs/en/{PLAN}:5: countries, item 1: ",
        replaced(f"docs/en/{PLAN}", "countries: [kz]", "countries: [tm]"),
    ),
    "unknown key in a published item": (
        f"{TRAINING}:6: updatd: ",
        replaced(TRAINING, "summary: Towns", "updatd: 2024-04\nsummary: Towns"),
    ),
    "unknown key in a published event": (
        f"{FORUM}:9: contry: ",
        replaced(FORUM, "country: kz", "contry: kz"),
    ),
    "wrong name of a news file": (
        "docs/en/news/second-training.md: file: ",
        added("docs/en/news/second-training.md", "---\nid: second-training\n---\n"),
    ),
    "news in the folder of its year": (
        "docs/en/news/2025/2025-12-30-extra.md: file: expected news at docs/en/news/2025-12-30-",
        added(
            "docs/en/news/2025/2025-12-30-extra.md",
            "---\nid: extra\ntitle: T\ndate: 2025-12-30\ntopics: [event]\nsummary: S\n"
            "sources: [{name: N, url: 'https://n.example/'}]\n---\nText.\n",
        ),
    ),
    "news with another ending": (
        "docs/en/news/2025-12-30-extra.markdown: file: ",
        added("docs/en/news/2025-12-30-extra.markdown", "---\nid: extra\n---\nText.\n"),
    ),
    "event in a file with capitals": (
        "data/events/Winter.yml: file: ",
        added("data/events/Winter.yml", "id: winter\ntitle: {en: Winter}\nstart: 2027-01\n"),
    ),
    "event with another ending": (
        "data/events/winter.yaml: file: ",
        added("data/events/winter.yaml", "id: winter\ntitle: {en: Winter}\nstart: 2027-01\n"),
    ),
    "event without English title": (
        "data/events/webinar-2026.yml:2: title: ",
        replaced("data/events/webinar-2026.yml", "en: Webinar on heating", "ru: Вебинар"),
    ),
    "issue that disappeared": (
        "data/ledger.yml:13: newsletters, 2024-2: ",
        removed(DIGEST),
    ),
    "issue whose original disappeared": (
        "docs/en/newsletter/2025-1.md:2: number: expected an issue with its facts, ",
        both(removed(SPRING), replaced(LEDGER, '  "2025-1": {date: 2025-06-30}\n', "")),
    ),
    "mistake in an issue with translations, of which nothing is told": (
        f"{AUTUMN}:3: season: expected one of 'spring' or 'autumn', ",
        replaced(AUTUMN, "season: autumn", "season: winter"),
    ),
    "issue with another number, of which nothing else is told": (
        f"{AUTUMN}:2: number: expected the number of the file name, 2025-2, ",
        both(
            replaced(AUTUMN, "number: 2025-2", "number: 2026-2"),
            replaced(AUTUMN, "date: 2025-12-20", "date: 2025-01-01"),
            replaced(AUTUMN, "news: plan-adopted", "news: plan-adapted"),
        ),
    ),
    "issue with the number of the one before": (
        f"{AUTUMN}:2: number: expected a number that docs/en/newsletter/2025-1.md does not have, ",
        replaced(AUTUMN, "number: 2025-2", "number: 2025-1"),
    ),
    "issue dated in another half-year, of whose items nothing is told": (
        f"{SPRING}:4: date: expected a day from 2025-01-01 to 2025-06-30, found '2024-06-30'",
        both(
            # Before the fund opened that it presents.
            replaced(SPRING, "date: 2025-06-30", "date: 2024-06-30"),
            replaced(LEDGER, '"2025-1": {date: 2025-06-30}', '"2025-1": {date: 2024-06-30}'),
        ),
    ),
    "digest compiled before its half-year was over": (
        f"{DIGEST}:7: compiled: expected a day after the issue's date, 2024-12-31, ",
        replaced(DIGEST, "compiled: 2025-12-30", "compiled: 2024-12-31"),
    ),
    "issue published on another day": (
        f"{DIGEST}:4: date: expected 2024-12-31, as published, ",
        replaced(DIGEST, "date: 2024-12-31", "date: 2024-12-30"),
    ),
    "withdrawn issue that is back": (
        f"{DIGEST}:2: number: ",
        replaced(LEDGER, "{date: 2024-12-31}", "{date: 2024-12-31, withdrawn: 2025-12-31}"),
    ),
    "issue that presents what was told after it": (
        f"{SPRING}:8: items, item 1, news: expected something published by the date of the issue, ",
        replaced(SPRING, "{signatory: KG0001}", "{news: plan-adopted}"),
    ),
    "issue that presents what its English readers cannot read": (
        f"{SPRING}:8: items, item 1, news: expected an item with a text for en, ",
        replaced(SPRING, "{signatory: KG0001}", "{news: tash-joins}"),
    ),
    "issue that presents a shell": (
        f"{DIGEST}:8: items, item 1, page: ",
        replaced(DIGEST, "compiled:", "items:\n  - {page: agenda/_event/index.md}\ncompiled:"),
    ),
    "issue that presents a news item by nearly its id": (
        (
            f"{SPRING}:9: items, item 2, news: expected the id of a news item, found 'funds-open'\n"
            "    hint: Did you mean 'fund-opens'?"
        ),
        replaced(SPRING, "news: fund-opens", "news: funds-open"),
    ),
    "issue with a comment, which readers of e-mails would see": (
        f"{DIGEST}:11: text: expected a text without comments, ",
        replaced(DIGEST, "No news", "<!-- not yet -->\n\nNo news"),
    ),
    "issue with a link to a heading that is gone": (
        f"{AUTUMN}:22: link: expected a heading of that page with this {{#id}}, found 'reports'",
        replaced(AUTUMN, "../contact.md#report", "../contact.md#reports"),
    ),
    "picture of an issue that is gone": (
        f"{AUTUMN}:8: image, file: ",
        removed("docs/assets/images/newsletter/two-towns.png"),
    ),
    "translation of an issue without its alt": (
        "docs/ru/newsletter/2025-2.md:2: image_alt: ",
        replaced("docs/ru/newsletter/2025-2.md", "image_alt: Два города на одной реке\n", ""),
    ),
    "issue with another ending": (
        "docs/en/newsletter/2024-1.markdown: file: ",
        added("docs/en/newsletter/2024-1.markdown", "---\nnumber: 2024-1\n---\nText.\n"),
    ),
    "known issue with an address that runs something": (
        "data/newsletters.yml:7: newsletters, item 1, url: ",
        replaced("data/newsletters.yml", "https://archive.example/2013/2", "javascript:alert(1)"),
    ),
    "known issue with a number, which is for those of this site": (
        "data/newsletters.yml:4: newsletters, item 1, number: expected a known key, ",
        replaced("data/newsletters.yml", "title: Issue 2", "title: Issue 2\n    number: 2"),
    ),
    "list of subscribers in a language that the site does not have": (
        "mkdocs.yml:50: extra, newsletter, languages, fr: ",
        replaced("mkdocs.yml", RUSSIAN_LIST, RUSSIAN_LIST.replace("ru", "fr")),
    ),
    "service without a list of subscribers": (
        "mkdocs.yml:47: extra, newsletter, service: ",
        both(
            replaced("mkdocs.yml", f"    languages:\n      {ENGLISH_LIST}\n", ""),
            replaced("mkdocs.yml", f"      {RUSSIAN_LIST}\n", ""),
        ),
    ),
    "service without the beginning of its address": (
        "mkdocs.yml:47: extra, newsletter, service: ",
        replaced("mkdocs.yml", "https://lists.example", "lists.example"),
    ),
    "service that would get addresses unencrypted": (
        "mkdocs.yml:47: extra, newsletter, service: ",
        replaced("mkdocs.yml", "https://lists.example", "http://lists.example"),
    ),
    "unknown key of the newsletter": (
        "mkdocs.yml:53: extra, newsletter, adress: expected a known key, ",
        replaced("mkdocs.yml", "    address: newsletter@", "    adress: newsletter@"),
    ),
    "two languages with one list of subscribers": (
        "mkdocs.yml:50: extra, newsletter, languages, ru: expected each list once, ",
        replaced("mkdocs.yml", RUSSIAN_LIST, ENGLISH_LIST.replace("en", "ru")),
    ),
    "topic with the list of a language": (
        "mkdocs.yml:52: extra, newsletter, topics, training: expected each list once, ",
        replaced("mkdocs.yml", TRAINING_LIST, ENGLISH_LIST.replace("en", "training")),
    ),
}


def test_the_sample_with_news_is_right_as_it_is(sample_site: MakeSample):
    site, problems = read_site(sample_site("news_and_events").root)
    assert site is not None
    assert errors(problems) == []


@pytest.mark.parametrize(("place", "change"), NEWS_CHANGES.values(), ids=NEWS_CHANGES)
def test_the_mistake_in_news_or_events_is_reported_where_it_was_made(
    sample_site: MakeSample, place, change
):
    sample = sample_site("news_and_events")
    change(sample)
    _site, problems = read_site(sample.root)
    found = [str(problem) for problem in errors(problems)]
    assert [problem[: len(place)] for problem in found] == [place], "\n".join(found)


RENAMED = "  - {old: /news/first-training/, new: /news/training/}"
TO_ITS_YEAR = "  - {old: /news/first-training/, new: /news/2024/}"
ALLOWED = {
    "item renamed with a redirect": both(
        moved(TRAINING, "docs/en/news/2024-03-01-training.md"),
        replaced("data/redirects.yml", "redirects: []", f"redirects:\n{RENAMED}"),
    ),
    "item told in a list from now on": both(
        removed(TRAINING),
        replaced(LEDGER, "slug: first-training}", "slug: first-training, withdrawn: 2025-01-01}"),
        replaced("data/redirects.yml", "redirects: []", f"redirects:\n{TO_ITS_YEAR}"),
    ),
    "event moved with a higher sequence": replaced(
        MEETING, "2026-01-20T16:30", "2026-01-20T17:00\nsequence: 1\nupdated: 2025-12-20"
    ),
    "event announced in the month it is in": added(
        "data/events/winter.yml",
        "id: winter\ntitle: {en: Winter}\nstart: 2027-01\nannounced: 2027-01-15\n",
    ),
    "link to a heading of another page": a_text("[A](../contact.md#report)"),
    "item withdrawn on purpose": both(
        removed(TRAINING),
        replaced(LEDGER, "slug: first-training}", "slug: first-training, withdrawn: 2025-01-01}"),
    ),
    "date put right here and in the ledger": both(
        replaced(TRAINING, "date: 2024-03", "date: 2024-03-01"),
        replaced(LEDGER, "{date: 2024-03,", "{date: 2024-03-01,"),
    ),
    "commitment renewed in a later year": replaced(ALMALY, "date: 2021-04-20", "date: 2025-11-01"),
    "issue translated into one more language": added(
        "docs/kk/newsletter/2025-1.md",
        "---\nnumber: 2025-1\ntitle: Таш қосылды\nsummary: Көктем.\nsource_hash: c063ce800a35\n"
        "---\nКөктемде Таш қосылды.\n",
    ),
    "issue withdrawn on purpose": both(
        removed(DIGEST),
        replaced(LEDGER, "{date: 2024-12-31}", "{date: 2024-12-31, withdrawn: 2025-12-31}"),
    ),
    "issue that presents nothing any more": replaced(
        SPRING, "items:\n  - {signatory: KG0001}\n  - {news: fund-opens}\n", ""
    ),
    "digest compiled on the day after its half-year": replaced(
        DIGEST, "compiled: 2025-12-30", "compiled: 2025-01-01"
    ),
    "heading with an id": a_text("Some words.\n\n## Then {#then}"),
    "service on the machine of whoever tries it": replaced(
        "mkdocs.yml", "https://lists.example", "http://127.0.0.1:9000"
    ),
    "newsletter without a word on how to subscribe": replaced(
        "mkdocs.yml", "  newsletter:\n    service:", "  unused:\n    service:"
    ),
    "event with a better title": replaced(FORUM, "en: Forum of towns", "en: Forum of all towns"),
}


@pytest.mark.parametrize("change", ALLOWED.values(), ids=ALLOWED)
def test_what_subscribers_can_follow_is_no_mistake(sample_site: MakeSample, change):
    sample = sample_site("news_and_events")
    change(sample)
    _site, problems = read_site(sample.root)
    assert [str(problem) for problem in errors(problems)] == []


@pytest.mark.parametrize("name", ["second-training", "100", "true", "null", "off", "1e3"])
def test_a_new_item_is_noted_until_the_ledger_has_it(sample_site: MakeSample, name):
    """Whatever it is called: some names are no text for YAML."""
    sample = sample_site("news_and_events")
    file = f"docs/en/news/2025-12-30-{name}.md"
    added(
        file,
        f'---\nid: "{name}"\ntitle: T\ndate: 2025-12-30\ntopics: [event]\nsummary: S\n'
        "sources: [{name: N, url: 'https://n.example/'}]\n---\nText.\n",
    )(sample)
    note = f"{file}:2: note: id: expected an id that data/ledger.yml knows, "
    assert notes_on(sample, "id") == [note]
    written, problems = read_ledger(sample.root)
    assert errors(problems) == []
    (sample.root / LEDGER).write_text(written, encoding="utf-8")
    assert notes_on(sample, "id") == []


def test_a_new_issue_is_noted_until_the_ledger_has_it(sample_site: MakeSample):
    sample = sample_site("news_and_events")
    file = "docs/en/newsletter/2024-1.md"
    added(
        file,
        "---\nnumber: 2024-1\nseason: spring\ndate: 2024-06-30\ntitle: T\nsummary: S\n---\nText.\n",
    )(sample)
    note = f"{file}:2: note: number: expected a number that data/ledger.yml knows, "
    assert notes_on(sample, "number") == [note]
    written, _problems = read_ledger(sample.root)
    (sample.root / LEDGER).write_text(written, encoding="utf-8")
    assert notes_on(sample, "number") == []


def notes_on(sample: Sample, field: str) -> list[str]:
    _site, problems = read_site(sample.root)
    assert errors(problems) == []
    found = [str(problem) for problem in problems if problem.field == field]
    return [problem.partition("found")[0] for problem in found]


def test_a_new_sequence_is_noted_until_the_ledger_has_it(sample_site: MakeSample):
    sample = sample_site("news_and_events")
    sample.replace(FORUM, "country: kz", "country: kz\nsequence: 1\nupdated: 2025-12-20")
    note = f"{FORUM}:10: note: sequence: expected the sequence that data/ledger.yml knows, 0, "
    assert notes_on(sample, "sequence") == [note]
    written, _problems = read_ledger(sample.root)
    (sample.root / LEDGER).write_text(written, encoding="utf-8")
    assert notes_on(sample, "sequence") == []


def test_an_item_without_a_text_in_the_source_language_is_noted(sample_site: MakeSample):
    """Who reads Kazakh or Russian gets it, who reads English does not."""
    _site, problems = read_site(sample_site("news_and_events").root)
    (note,) = (str(problem) for problem in problems if "also a text" in problem.expected)
    assert note.splitlines() == [
        f"docs/ru/{JOINS}: note: file: expected also a text in 'en', found none",
        "    hint: It is only shown in: ru, kk.",
    ]
