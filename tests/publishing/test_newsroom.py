"""News files made into items, their rules, and which items belong together."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.manuscripts import LinkTargets, works_of
from publishing.newsroom import (
    KnownToNews,
    NewsFile,
    about_country,
    about_topic,
    by_reference,
    by_year,
    check_news,
    model_of,
    news_from,
    related,
)
from publishing.problems import report
from publishing.records.news import NewsItem, NewsTranslation
from publishing.records.values import parse_record
from publishing.site import News, Picture
from publishing.sources import parse_page

FACTS = {
    "id": "club-founded",
    "title": "Mayors found a club",
    "date": "2018-10-17",
    "topics": "[club]",
    "summary": "Ten mayors founded a club.",
    "sources": "[{name: CoM East, url: 'https://com-east.eu/'}]",
}
WORDS = {
    "id": "club-founded",
    "title": "Мэры основали клуб",
    "summary": "Десять мэров основали клуб.",
}
NAME = "2018-10-17-club-founded.md"
# The hash of FACTS with the text below.
HASH = "a01d4c7d46b4"
TEXT = "They met in Minsk.\n"
IMAGE = "{file: club.jpg, alt: Ten mayors, licence: CC0}"
CLUB = Picture("assets/images/news/club.jpg", "image/jpeg", 80_000, 1200, 800)
PAGES = {
    "index.md": (),
    "join/index.md": ["who", "how"],
    "about/fact-sheet.md": (),
    "news/index.md": (),
}
KNOWN = KnownToNews(
    countries={"by", "ua"},
    signatories={"BYX001", "UA0322"},
    events={"club-meeting"},
    links=LinkTargets({}, ()),
    pictures={"club.jpg": CLUB},
)


def _file(path: str, facts: Mapping[str, str | None], body: str = TEXT) -> NewsFile:
    """Read a file such as `en/2018-10-17-club-founded.md`; facts that are None are left out."""
    lines = [f"{key}: {value}\n" for key, value in facts.items() if value is not None]
    head = f"---\n{''.join(lines)}---\n"
    language, name = path.split("/")
    source, text, problems = parse_page(head + body, f"docs/{language}/news/{name}")
    record, mistakes = parse_record(model_of(source.value), source)
    assert (problems, mistakes) == ([], [])
    assert record is not None
    day, slug = name[:10], name[11:].removesuffix(".md")
    return NewsFile(language, record, text, source, head.count("\n") + 1, day, slug)


def _original(body: str = TEXT, **facts: str) -> NewsFile:
    return _file(f"en/{NAME}", FACTS | facts, body)


def _russian(
    name: str = NAME, body: str = "Они встретились в Минске.\n", **words: str | None
) -> NewsFile:
    return _file(f"ru/{name}", WORDS | {"source_hash": HASH} | words, body)


@pytest.fixture
def printed(languages):
    """What is said about files, as an editor reads it, without the last line's count."""

    def check(*files, known=KNOWN):
        known = replace(known, links=LinkTargets(PAGES, {file.path for file in files}))
        return report(check_news(files, known, languages)).rpartition("\n")[0]

    return check


@pytest.mark.parametrize(
    ("front_matter", "model"),
    [
        (["id", "title", "date", "topics", "summary", "sources"], NewsItem),
        (["date", "topics"], NewsItem),
        (["id", "title", "summary", "sources", "image"], NewsItem),
        (["id", "title", "summary", "source_hash", "reviewed"], NewsTranslation),
        (["id", "title", "summary", "updated", "image_alt"], NewsTranslation),
        (["id", "title", "summary", "date"], NewsItem),
        (["id", "title", "summary", "topics"], NewsTranslation),
        (["id", "title", "summary", "image"], NewsTranslation),
        (["date", "source_hash"], NewsTranslation),
        (["id", "title", "summary", "source_hash", "date", "topics"], NewsTranslation),
        ([], NewsTranslation),
    ],
)
def test_a_date_or_two_facts_and_no_hash_make_an_original(front_matter, model):
    assert model_of(dict.fromkeys(front_matter, "x")) is model


@pytest.mark.parametrize("front_matter", [None, "text", ["date", "topics"]])
def test_a_file_without_keys_is_no_original(front_matter):
    assert model_of(front_matter) is NewsTranslation


def test_an_item_has_its_original_first_and_then_the_languages_in_their_order(languages):
    kazakh, russian = _file("kk/" + NAME, WORDS), _russian()
    georgian = _file("ka/" + NAME, FACTS)
    groups = works_of([kazakh, russian, georgian], languages)
    assert {key: [file.language for file in files] for key, files in groups.items()} == {
        "club-founded": ["ka", "ru", "kk"]
    }


def test_the_files_of_an_item_become_one(languages):
    original = _original(image=IMAGE, updated="2018-11")
    russian = _russian(image_alt="Десять мэров", reviewed="true", updated="2018-12-01")
    (news,) = news_from([russian, original], {"club.jpg": CLUB}, languages)
    assert (news.address, news.item, news.picture) == (
        "news/club-founded/",
        original.record,
        CLUB,
    )
    assert [
        (one.language, one.title, one.body, one.image_alt, one.updated, one.is_original)
        for one in news.texts.values()
    ] == [
        ("en", "Mayors found a club", TEXT, "Ten mayors", "2018-11", True),
        (
            "ru",
            "Мэры основали клуб",
            "Они встретились в Минске.\n",
            "Десять мэров",
            "2018-12-01",
            False,
        ),
    ]
    assert news.original.file == f"docs/en/news/{NAME}"


@pytest.mark.parametrize(
    ("of_item", "of_words", "updated"),
    [
        (None, None, None),
        ("2018-11", None, "2018-11"),
        (None, "2018-12-01", "2018-12-01"),
        ("2018-11", "2018-12-01", "2018-12-01"),
        ("2018-12-02", "2018-12-01", "2018-12-02"),
    ],
)
def test_a_translation_is_as_new_as_its_words_and_its_facts(languages, of_item, of_words, updated):
    facts = {"updated": of_item} if of_item else {}
    (news,) = news_from([_original(**facts), _russian(updated=of_words)], {}, languages)
    assert (news.texts["en"].updated, news.texts["ru"].updated) == (of_item, updated)


def test_an_item_without_picture_has_none_whatever_pictures_there_are(languages):
    (news,) = news_from([_original(), _russian()], {"club.jpg": CLUB}, languages)
    assert news.picture is None
    assert [text.image_alt for text in news.texts.values()] == ["", ""]


def test_an_item_need_not_be_written_in_english_first(languages):
    translations = [_file(f"kk/{NAME}", WORDS), _file(f"en/{NAME}", WORDS)]
    (news,) = news_from([_file(f"ka/{NAME}", FACTS), *translations], {}, languages)
    assert news.original.language == "ka"
    assert list(news.texts) == ["en", "ka", "kk"]


@pytest.mark.parametrize(
    ("words", "is_outdated", "reviewed"),
    [
        ({"source_hash": HASH}, False, False),
        ({"source_hash": HASH, "reviewed": "true"}, False, True),
        ({"source_hash": "0123456789ab", "reviewed": "true"}, True, True),
        ({"source_hash": None}, True, False),
    ],
    ids=["current", "read by a native speaker", "outdated", "without hash"],
)
def test_a_translation_knows_whether_it_is_up_to_date(languages, words, is_outdated, reviewed):
    (news,) = news_from([_original(), _russian(**words)], {}, languages)
    russian, english = news.texts["ru"], news.texts["en"]
    assert (russian.is_outdated, russian.reviewed) == (is_outdated, reviewed)
    assert (english.is_outdated, english.reviewed) == (False, True)


@pytest.mark.parametrize(
    ("changed", "is_another"),
    [
        ({"title": "Mayors found a society"}, True),
        ({"summary": "Eleven mayors founded a club."}, True),
        ({"body": "They met in Kyiv.\n"}, True),
        ({"topics": "[event]"}, False),
        ({"date": "2018-10"}, False),
        ({"image": IMAGE}, False),
        ({"body": "They met in Minsk. \n\n"}, False),
    ],
)
def test_words_make_a_translation_outdated_and_facts_do_not(changed, is_another):
    assert (_original(**changed).hash != HASH) is is_another


@pytest.mark.parametrize(
    ("reader", "gets"),
    [("en", "en"), ("ru", "ru"), ("kk", "ru"), ("ka", "en"), ("be", "be")],
)
def test_readers_get_an_item_in_the_best_language_of_their_chain(languages, reader, gets):
    belarusian = _file(f"be/{NAME}", WORDS)
    (news,) = news_from([_original(), _russian(), belarusian], {}, languages)
    text = news.text_for(languages[reader])
    assert text is not None
    assert text.language == gets


def test_an_item_outside_the_chain_of_a_reader_is_not_shown(languages):
    (news,) = news_from([_file(f"ka/{NAME}", FACTS)], {}, languages)
    assert news.text_for(languages["kk"]) is None


def test_right_files_are_no_problem(printed):
    facts = {
        "countries": "[by, ua]",
        "signatories": "[UA0322]",
        "events": "[club-meeting]",
        "image": IMAGE,
    }
    assert printed(_original(**facts), _russian(image_alt="Мэры")) == ""


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("2018-10-17-club-founded.md", "2018-10-17"),
        ("2018-10-01-club-founded.md", "2018-10"),
        ("2018-10-01-club-founded.md", "2018-10-01"),
        ("2018-01-01-club-founded.md", "2018"),
    ],
)
def test_a_file_is_named_by_the_first_day_its_date_can_mean(printed, name, date):
    assert printed(_file(f"en/{name}", FACTS | {"date": date})) == ""


PAGE_HINT = "Write ../join/index.md for a page, ../news/<file>.md for news in this language."
IN_ONE_FILE = {
    "another day": (
        {"date": "2018-10-18"},
        TEXT,
        (
            ":4: date: expected the date of the file name, 2018-10-17, found '2018-10-18'\n"
            "    hint: Correct one of the two; the file would be 2018-10-18-club-founded.md."
        ),
    ),
    "a month in a file of another day": (
        {"date": "2018-10"},
        TEXT,
        (
            ":4: date: expected the date of the file name, 2018-10-17, found '2018-10'\n"
            "    hint: Correct one of the two; the file would be 2018-10-01-club-founded.md."
        ),
    ),
    "no text": (
        {},
        "\n \n",
        (
            ": file: expected a text, found none\n"
            "    hint: Write at least one paragraph below the second '---'."
        ),
    ),
    "unknown country": (
        {"countries": "[by, pl]"},
        TEXT,
        (
            ":8: countries, item 2: expected a country of the site, found 'pl'\n"
            "    hint: See data/countries.yml."
        ),
    ),
    "unknown signatory": (
        {"signatories": "\n  - UA0322\n  - UA9999"},
        TEXT,
        (
            ":10: signatories, item 2: expected the id of a signatory, found 'UA9999'\n"
            "    hint: See id: in its file."
        ),
    ),
    "unknown event": (
        {"events": "[club-meetings]"},
        TEXT,
        (
            ":8: events, item 1: expected the id of an event, found 'club-meetings'\n"
            "    hint: See id: in data/events/."
        ),
    ),
    "unknown picture": (
        {"image": "{file: clubs.jpg, alt: Ten mayors, licence: CC0}"},
        TEXT,
        (
            ":8: image, file: expected a picture in docs/assets/images/news/, found 'clubs.jpg'\n"
            "    hint: Put the picture there; the name is lower case."
        ),
    ),
    "HTML": (
        {},
        "They met.\n\n<b>In Minsk</b>\n",
        (
            ":11: text: expected Markdown without HTML, found '<b>'\n"
            "    hint: Write it in Markdown; templates make the HTML."
        ),
    ),
    "link that runs a script": (
        {},
        "They [met](javascript:alert(1)).\n",
        (
            ":9: text: expected an address that begins with https://, or a path, "
            "found '](javascript:'\n    hint: Link to a page or a web address."
        ),
    ),
    "link to no page": (
        {},
        "They met.\n\nHow to [join](../jion/index.md).\n",
        (
            ":11: link: expected a page of the site, found '../jion/index.md'\n"
            f"    hint: {PAGE_HINT}"
        ),
    ),
    "link to an address instead of a file": (
        {},
        "How to [join](../join/).\n",
        (f":9: link: expected a page of the site, found '../join/'\n    hint: {PAGE_HINT}"),
    ),
    "link to a page of another language": (
        {},
        "How to [join](../../ru/join/index.md).\n",
        (
            ":9: link: expected a page of the site, found '../../ru/join/index.md'\n"
            f"    hint: {PAGE_HINT}"
        ),
    ),
    "link to no heading": (
        {},
        "How to [join](../join/index.md#hwo).\n",
        (
            ":9: link: expected a heading of that page with this {#id}, found 'hwo'\n"
            "    hint: Known there: how, who."
        ),
    ),
    "link to a heading of news": (
        {},
        f"See [this]({NAME}#end).\n",
        (
            ":9: link: expected a heading of that page with this {#id}, found 'end'\n"
            "    hint: Known there: none."
        ),
    ),
    "link to no news": (
        {},
        "See the [forum](2018-09-01-forum.md).\n",
        (
            ":9: link: expected a page of the site, found '2018-09-01-forum.md'\n"
            f"    hint: {PAGE_HINT}"
        ),
    ),
}


@pytest.mark.parametrize(("facts", "body", "told"), IN_ONE_FILE.values(), ids=IN_ONE_FILE)
def test_a_mistake_in_one_file_is_told(printed, facts, body, told):
    assert printed(_original(body, **facts)) == f"docs/en/news/{NAME}{told}"


@pytest.mark.parametrize("slug", ["2018", "ua", "zz", "topics"])
def test_a_name_that_is_the_address_of_a_list_is_refused(printed, slug):
    file = f"en/2018-10-17-{slug}.md"
    assert printed(_file(file, FACTS)) == (
        f"docs/en/news/2018-10-17-{slug}.md: file: expected a name that is no list of news, "
        f"found '{slug}'\n    hint: Years, countries and 'topics' have pages of their own; "
        "add a word."
    )


@pytest.mark.parametrize("slug", ["20181", "c40", "ukr", "topic", "ua-2018"])
def test_a_name_like_that_of_a_list_is_allowed(printed, slug):
    assert printed(_file(f"en/2018-10-17-{slug}.md", FACTS)) == ""


@pytest.mark.parametrize(
    ("size", "sides", "expected", "found"),
    [
        (
            300_001,
            (1200, 800),
            "at most 300 kB and 2000 pixels a side",
            (
                "301 kB and 1200 pixels\n"
                "    hint: Make it smaller: 1200 pixels and quality 75 are plenty on a telephone."
            ),
        ),
        (
            80_000,
            (2001, 800),
            "at most 300 kB and 2000 pixels a side",
            (
                "80 kB and 2001 pixels\n"
                "    hint: Make it smaller: 1200 pixels and quality 75 are plenty on a telephone."
            ),
        ),
        (
            80_000,
            (1200, 2001),
            "at most 300 kB and 2000 pixels a side",
            (
                "80 kB and 2001 pixels\n"
                "    hint: Make it smaller: 1200 pixels and quality 75 are plenty on a telephone."
            ),
        ),
        (
            80_000,
            (-1, -1),
            "a picture that can be opened",
            "'club.jpg'\n    hint: Open it in a picture program and save it anew.",
        ),
    ],
    ids=["too heavy", "too wide", "too high", "broken"],
)
def test_a_picture_that_no_telephone_wants_is_refused(printed, size, sides, expected, found):
    width, height = sides
    pictures = {"club.jpg": replace(CLUB, size=size, width=width, height=height)}
    told = printed(_original(image=IMAGE), known=replace(KNOWN, pictures=pictures))
    assert told == f"docs/en/news/{NAME}:8: image, file: expected {expected}, found {found}"


def test_the_largest_picture_is_allowed(printed):
    pictures = {"club.jpg": replace(CLUB, size=300_000, width=2000, height=2000)}
    assert printed(_original(image=IMAGE), known=replace(KNOWN, pictures=pictures)) == ""


@pytest.mark.parametrize(
    "body",
    [
        "How to [join](../join/index.md).",
        "How to [join](../join/index.md#how).",
        "See the [home page](../index.md), the [facts](../about/fact-sheet.md), [news](index.md).",
        f"See [this]({NAME}).",
        "See [there](https://example.org/a.md), or [write](mailto:a@example.org).",
        "How to [join][1].\n\n[1]: ../join/index.md",
    ],
)
def test_a_text_may_link_to_pages_news_and_the_web(printed, body):
    assert printed(_original(body)) == ""


def test_a_text_links_to_news_of_its_own_language_only(printed):
    linking = _original(f"See [the club]({NAME}).")
    forum = _file("en/2018-09-01-forum.md", FACTS | {"id": "forum", "date": "2018-09-01"})
    russian = _file(
        "ru/2018-09-01-forum.md",
        WORDS | {"id": "forum", "source_hash": forum.hash},
        f"См. [клуб]({NAME}).",
    )
    assert printed(linking, forum, russian) == (
        f"docs/ru/news/2018-09-01-forum.md:7: link: expected a page of the site, "
        f"found '{NAME}'\n    hint: {PAGE_HINT}"
    )


def test_a_wrong_link_is_told_in_its_own_line_below_a_right_one(printed):
    body = "How to [join](../join/index.md).\n\nWho we [are](../abuot/index.md).\n"
    assert printed(_original(body)).split(": expected")[0] == f"docs/en/news/{NAME}:11: link"


@pytest.mark.parametrize(
    "body",
    [
        "They [met](https://[minsk).\n",
        "They [met][1].\n\n[1]: javascript:alert(1)\n",
        "They [met](java&#115;cript:alert(1)).\n",
        "They [met](https:example.org).\n",
        "They [met](#below).\n",
        "They [met](?page=2).\n",
    ],
    ids=[
        "no address",
        "script behind a reference",
        "script behind an entity",
        "web address without slashes",
        "place in the text, which has no {#id}",
        "question without page",
    ],
)
def test_an_address_that_leads_nowhere_good_is_told(printed, body):
    assert printed(_original(body)) != ""


@pytest.mark.parametrize("address", ["club.jpg", "https://example.org/club.jpg"])
def test_a_picture_in_the_text_is_told_once(printed, address):
    assert printed(_original(f"They met.\n\n![Ten mayors]({address})\n")) == (
        f"docs/en/news/{NAME}:11: text: expected a text without pictures, found '{address}'\n"
        "    hint: Name it by image: in the original, with what it shows and its licence."
    )


BETWEEN_FILES = {
    "translation without original": (
        [_russian()],
        (
            f"docs/ru/news/{NAME}:2: id: expected an item with its facts, found translations only\n"
            "    hint: One file of every item holds date:, topics: and sources:; is the id right?"
        ),
    ),
    "id of another item": (
        [
            _original(),
            _file("en/2019-01-05-forum.md", FACTS | {"date": "2019-01-05"}),
        ],
        (
            "docs/en/news/2019-01-05-forum.md:2: id: expected an id that "
            f"docs/en/news/{NAME} does not have, found 'club-founded'\n"
            "    hint: Ids never change and are never shared; give the newer item its own."
        ),
    ),
    "two translations of one language": (
        [_original(), _russian(), _russian(name="2018-10-18-club.md")],
        (
            "docs/ru/news/2018-10-18-club.md:2: id: expected an id that "
            f"docs/ru/news/{NAME} does not have, found 'club-founded'\n"
            "    hint: Ids never change and are never shared; give the newer item its own."
        ),
    ),
    "facts told twice": (
        [_original(), _file(f"ru/{NAME}", FACTS)],
        (
            f"docs/ru/news/{NAME}:4: date: expected words only: the facts stand in "
            f"docs/en/news/{NAME}, found facts\n"
            "    hint: Keep id, title and summary here; the facts are told once."
        ),
    ),
    "translation under another name": (
        [_original(), _russian(name="2018-10-17-klub.md")],
        (
            f"docs/ru/news/2018-10-17-klub.md: file: expected the name of its original, {NAME}, "
            "found '2018-10-17-klub.md'\n"
            "    hint: All languages of an item have one file name, and so one address."
        ),
    ),
    "translation of another day": (
        [_original(), _russian(name="2018-10-18-club-founded.md")],
        (
            "docs/ru/news/2018-10-18-club-founded.md: file: expected the name of its original, "
            f"{NAME}, found '2018-10-18-club-founded.md'\n"
            "    hint: All languages of an item have one file name, and so one address."
        ),
    ),
    "address of another item": (
        [
            _original(),
            _file(
                "en/2019-01-05-club-founded.md",
                FACTS | {"id": "second-club", "date": "2019-01-05"},
            ),
        ],
        (
            "docs/en/news/2019-01-05-club-founded.md: file: expected a name that the item "
            "'club-founded' does not have, found 'club-founded'\n"
            "    hint: Two items cannot have one address: rename one of the files."
        ),
    ),
    "translation without hash": (
        [_original(), _russian(source_hash=None)],
        (
            f"docs/ru/news/{NAME}: source_hash: expected the hash of the text it translates, "
            "found none\n"
            f"    hint: When it says what the original says: make accept FILES=docs/ru/news/{NAME}"
        ),
    ),
    "outdated translation": (
        [_original(), _russian(source_hash="0123456789ab")],
        (
            f"docs/ru/news/{NAME}:5: note: source_hash: expected {HASH}, the text of "
            f"docs/en/news/{NAME} today, found '0123456789ab'\n"
            f"    hint: When it says what the original says: make accept FILES=docs/ru/news/{NAME}"
        ),
    ),
    "picture that a translation says nothing about": (
        [_original(image=IMAGE), _russian()],
        (
            f"docs/ru/news/{NAME}:2: image_alt: expected what the picture shows, in this "
            "language, found none\n    hint: The picture itself stands in the original."
        ),
    ),
    "words about a picture that is not there": (
        [_original(), _russian(image_alt="Десять мэров")],
        (
            f"docs/ru/news/{NAME}:6: image_alt: expected no line: the original has no picture, "
            "found 'Десять мэров'\n    hint: The picture itself stands in the original."
        ),
    ),
}


@pytest.mark.parametrize(("files", "told"), BETWEEN_FILES.values(), ids=BETWEEN_FILES)
def test_a_mistake_between_files_is_told(printed, files, told):
    assert printed(*files) == told


@pytest.mark.parametrize(
    ("written", "shown"),
    [("ka", "ka"), ("ru kk", "ru, be, kk, ky, uz, tg, tk"), ("uk", "uk")],
)
def test_an_item_without_english_names_the_languages_that_show_it(printed, written, shown):
    original, *others = written.split()
    files = [_file(f"{original}/{NAME}", FACTS)]
    files += [_file(f"{code}/{NAME}", WORDS | {"source_hash": files[0].hash}) for code in others]
    assert printed(*files) == (
        f"docs/{original}/news/{NAME}: note: file: expected also a text in 'en', found none\n"
        f"    hint: It is only shown in: {shown}."
    )


def test_every_mistake_is_told_in_one_run(printed):
    original = _original("<b>They</b>\n[met](../met.md)\n", date="2018-10-18", countries="[pl]")
    told = printed(original, _russian(name="2018-10-17-klub.md", body=""))
    assert [line.split(": expected")[0] for line in told.split("\n") if "expected" in line] == [
        f"docs/en/news/{NAME}:4: date",
        f"docs/en/news/{NAME}:8: countries, item 1",
        f"docs/en/news/{NAME}:10: text",
        f"docs/en/news/{NAME}:11: link",
        "docs/ru/news/2018-10-17-klub.md: file",
        "docs/ru/news/2018-10-17-klub.md: file",
    ]


def _news(key: str, date: str = "2020-01-01", **facts: object) -> News:
    """Make an item that links to nothing but what `facts` say."""
    item = NewsItem.model_validate(
        {
            "id": key,
            "title": key,
            "date": date,
            "topics": ["project"],
            "summary": key,
            "sources": [{"name": "A", "url": "https://a.org"}],
            **facts,
        }
    )
    return News(key, item, {})


def _ids(news: Iterable[News]) -> list[str]:
    return [one.item.id for one in news]


def test_news_are_grouped_by_year_country_topic_and_what_they_name():
    club = _news("club", "2020-05", topics=["club"], countries=["by", "ua"], signatories=["UA0322"])
    forum = _news("forum", "2020", topics=["event", "club"], countries=["ua"], events=["forum"])
    training = _news("training", "2019-12-31", signatories=["UA0322", "BYX001"])
    news = [club, forum, training]
    assert {year: _ids(group) for year, group in by_year(news).items()} == {
        2020: ["club", "forum"],
        2019: ["training"],
    }
    assert {key: _ids(group) for key, group in by_reference(news, "signatories").items()} == {
        "UA0322": ["club", "training"],
        "BYX001": ["training"],
    }
    assert {key: _ids(group) for key, group in by_reference(news, "events").items()} == {
        "forum": ["forum"]
    }
    assert _ids(about_country(news, "ua")) == ["club", "forum"]
    assert _ids(about_country(news, "kz")) == []
    assert _ids(about_topic(news, "club")) == ["club", "forum"]
    assert _ids(about_topic(news, "funding")) == []


def test_an_item_that_names_a_signatory_twice_stands_once_in_its_list():
    news = [_news("club", signatories=["UA0322", "UA0322"])]
    assert _ids(by_reference(news, "signatories")["UA0322"]) == ["club"]


ONE: dict[str, object] = {
    "topics": ["club", "event"],
    "countries": ["by", "ua"],
    "signatories": ["UA0322"],
    "events": ["club-meeting"],
}


@pytest.mark.parametrize(
    ("facts", "is_related"),
    [
        ({"topics": ["funding"]}, False),
        ({"topics": ["club"]}, False),
        ({"topics": ["club", "event"]}, True),
        ({"topics": ["funding"], "countries": ["ua"]}, True),
        ({"topics": ["funding"], "countries": ["kz"]}, False),
        ({"topics": ["funding"], "signatories": ["UA0322"]}, True),
        ({"topics": ["funding"], "events": ["club-meeting"]}, True),
        ({"topics": ["funding"], "events": ["forum"], "signatories": ["BYX001"]}, False),
    ],
)
def test_items_are_related_by_more_than_one_topic(facts, is_related):
    one, other = _news("one", "2020", **ONE), _news("other", "2020", **facts)
    assert _ids(related([one, other], 5)["one"]) == (["other"] if is_related else [])


def test_what_shares_most_comes_first_and_of_equals_the_nearest_in_time():
    one = _news("one", "2020-01-10", **ONE)
    others = [
        _news("topics-only", topics=["club", "event"]),
        _news("far", "2021-01-10", countries=["by"]),
        _news("later", "2020-01-12", countries=["by"]),
        _news("earlier", "2020-01-08", countries=["by"]),
        _news("country-and-topic", "1999", topics=["club"], countries=["ua"]),
        _news("both-countries", "1999", countries=["ua", "by"]),
        _news("signatory", "1999", signatories=["UA0322"]),
        _news("event", "1998", events=["club-meeting"]),
        _news("event-and-topic", "1999", topics=["club"], events=["club-meeting"]),
    ]
    assert _ids(related([*others, one], 20)["one"]) == [
        "event-and-topic",
        "both-countries",
        "event",
        "country-and-topic",
        "signatory",
        "earlier",
        "later",
        "topics-only",
        "far",
    ]
    assert _ids(related([one, *others], 2)["one"]) == ["event-and-topic", "both-countries"]


@st.composite
def _any_news(draw: st.DrawFn) -> list[News]:
    """Up to eight items with dates of every precision, some equal."""
    dates = st.sampled_from(["2020", "2020-01", "2020-01-01", "2020-01-02", "2019-12-31"])
    return [
        _news(
            f"n{number}",
            draw(dates),
            countries=draw(st.lists(st.sampled_from(["by", "ua"]), unique=True)),
            topics=draw(st.lists(st.sampled_from(["club", "event"]), min_size=1, unique=True)),
        )
        for number in range(draw(st.integers(1, 8)))
    ]


@given(news=_any_news(), data=st.data())
def test_what_is_related_does_not_depend_on_the_order_of_the_news(news, data):
    shuffled = data.draw(st.permutations(news))
    found = related(shuffled, 3)
    assert found == related(news, 3)
    assert all(key not in _ids(others) for key, others in found.items())


DATES = ["2020", "2020-01", "2020-01-01", "2020-01-02", "2019-12-31"]


@given(data=st.data())
def test_the_order_of_news_does_not_depend_on_the_order_of_files(languages, data):
    dates = data.draw(st.lists(st.sampled_from(DATES), max_size=6))
    files = []
    for number, date in enumerate(dates):
        name = f"{(date + '-01-01')[:10]}-n{number}.md"
        files.append(_file(f"en/{name}", FACTS | {"id": f"n{number}", "date": date}))
        files.append(_file(f"kk/{name}", WORDS | {"id": f"n{number}"}))
        files.append(_file(f"ru/{name}", WORDS | {"id": f"n{number}"}))
    news = news_from(data.draw(st.permutations(files)), {}, languages)
    assert news == news_from(files, {}, languages)
    order = [(one.item.date.first_day, one.item.id) for one in news]
    by_id = sorted(order, key=lambda one: one[1])
    assert order == sorted(by_id, key=lambda one: one[0], reverse=True)
    assert [list(one.texts) for one in news] == [["en", "ru", "kk"]] * len(news)
