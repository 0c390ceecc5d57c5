import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from publishing.outputs.mail import HTML, MESSAGE, TEXT, MailFiles, mail_files
from publishing.outputs.plain_text import WIDTH
from publishing.outputs.rendering import Templates
from publishing.views.mail import Mail, Words
from publishing.views.news import NewsImage
from publishing.views.newsletter import IssuePage, IssueWords, Joined, Presented
from publishing.views.tongue import Name, Worded
from tests.sample_sites import EXPECTED, PROJECT, ReadPage, words

URL = "https://sample.example/"
KAZAKH = URL + "kk/"
CLUB = NewsImage(
    address=URL + "assets/images/newsletter/club.jpg",
    width=1200,
    height=800,
    alt="Он әкім үстел басында",
    credit="A. Bek, CC BY 4.0",
    url="https://photos.example/1",
)
ISSUE = IssuePage(
    number="2019-1",
    title="Он әкім клуб құрды",
    summary="Көктемде он әкім клуб құрды.",
    season="2019 жылғы көктем",
    period="2019\u202fж. қаңтар – маусым",
    date="",
    updated="",
    words=IssueWords(
        newsletter="Хабаршы",
        digest="Бұл шолуды осы сайт құрастырды.",
        items="Осы санда",
        joined="Осы жартыжылдықта қосылғандар",
        joined_note="Соңғы қосылу күні бойынша.",
    ),
    image=CLUB,
    editorial=Markup(
        "<p>Көктемде он әкім Таразда кездесіп, жылу, жарық және көлік туралы сөйлесті. "
        f'Олар <a href="{KAZAKH}join/">қосылу</a> жолын көрсетті.</p>'
    ),
    sections=Markup(
        '<h2 id="dates">Күндер</h2>\n<ul>\n<li>10 қыркүйек, '
        '<a href="https://forum.example/">форум</a></li>\n<li>1 қазан, жиын</li>\n</ul>'
    ),
    items=(
        Presented(
            title=Name("Клуб құрылды", "kk"),
            about="2019\u202fж. 20 мамыр",
            summary=Worded("Он әкім клуб құрды.", "kk"),
            language_name="",
            link=KAZAKH + "news/club/",
            link_language="kk",
            image=replace(CLUB, alt="Тараз", width=400, credit="CC0"),
        ),
        Presented(
            title=Name("Форум в Алматы", "ru"),
            about="2019\u202fж. 10 қыркүйек",
            summary=Worded("Города обсудят планы.", "ru"),
            language_name="орыс тілі",
            link=URL + "ru/news/forum/",
            link_language="ru",
        ),
        Presented(
            title=Name("Тараз", "kk", Worded("district", "en")),
            about="",
            summary=None,
            language_name="",
            link=KAZAKH + "signatories/kz/taraz/",
            link_language="kk",
        ),
    ),
    joined=(
        Joined(
            "Қазақстан",
            (
                (
                    Name("Тараз", "kk", Worded("district", "en")),
                    KAZAKH + "signatories/kz/taraz/",
                    "2019\u202fж. 20 мамыр",
                ),
                (Name("Suu", "en"), KAZAKH + "signatories/kz/suu/", "2019\u202fж. мамыр"),
            ),
        ),
        Joined("Украина", ((Name("Lviv", "en"), KAZAKH + "signatories/ua/lviv/", "2019"),)),
    ),
    outdated_since="",
    is_outdated=False,
    awaits_review=True,
    file="docs/kk/newsletter/2019-1.md",
)
MAIL = Mail(
    language="kk",
    issue=ISSUE,
    words=Words(
        publisher="Әкімдер келісімі – Шығыс",
        online="Осы санды сайтта оқу",
        reason="Сіз хабаршыға жазылғансыз.",
        unsubscribe="Жазылудан бас тарту",
        archive="Барлық сандар",
        privacy="Құпиялық",
        about="Бұл Еуропалық Одақтың ресми басылымы емес.",
        support="Жобаны Еуропалық Одақ қолдады.",
        disclaimer="Мазмұнына кеңсе ғана жауапты.",
        links="Сілтемелер",
    ),
    online=KAZAKH + "newsletter/2019-1/",
    archive=KAZAKH + "newsletter/",
    privacy=KAZAKH + "privacy/",
    unsubscribe="https://placeholder.invalid/unsubscribe",
    remarks=("Бұл аударманы тілдің иесі әлі оқыған жоқ.",),
    headers=(
        ("From", "Әкімдер келісімі – Шығыс <newsletter@sample.example>"),
        ("To", "subscriber@placeholder.invalid"),
        ("Subject", "Он әкім клуб құрды – 2019 жылғы көктем"),
        ("Date", "Sun, 30 Jun 2019 00:00:00 +0000"),
        ("Message-ID", "<newsletter.2019-1.kk@sample.example>"),
        ("List-Id", "<newsletter.kk.sample.example>"),
        ("List-Archive", "<https://sample.example/kk/newsletter/>"),
        ("List-Subscribe", "<https://sample.example/kk/newsletter/subscribe/>"),
        ("List-Unsubscribe", "<https://placeholder.invalid/unsubscribe>"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
    ),
    boundary="=_newsletter_2019-1_kk",
)
BARE = replace(
    MAIL,
    remarks=(),
    issue=replace(
        ISSUE,
        image=None,
        items=(),
        joined=(),
        sections=Markup(),
        words=replace(ISSUE.words, digest="", joined_note="Ешкім қосылмады."),
    ),
)


@pytest.fixture(scope="session")
def written(speaking):
    """Write e-mails with the site's own template."""
    templates = Templates([PROJECT / "overrides/mail"])

    def write(mail: Mail) -> MailFiles:
        return mail_files(mail, templates, speaking(mail.language))

    return write


def _tree(files: MailFiles) -> Element:
    """Read the HTML as all programs do but the one that its comments are for."""
    shown = re.sub("<!--.*?-->", "", files.html, flags=re.DOTALL)
    tree: Element = html5lib.parse(shown, namespaceHTMLElements=False)
    return tree


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _read(files: MailFiles) -> EmailMessage:
    """Read the message with the library's newer classes, which did not write it."""
    return message_from_bytes(files.message, _class=EmailMessage, policy=policy.default)


def _addresses(files: MailFiles) -> list[str]:
    """Return the links below the text, in the order of their numbers."""
    return re.findall(r"^\[\d+\] (\S+)$", files.text, re.MULTILINE)


# Text


@pytest.mark.parametrize(("name", "mail"), [("full", MAIL), ("bare", BARE)])
def test_the_text_is_written_like_this(written, name, mail):
    assert written(mail).text == (EXPECTED / f"mail/{name}.txt").read_text(encoding="utf-8")


def test_lines_of_the_text_are_short_but_for_addresses(written):
    lines = written(replace(MAIL, online=KAZAKH + "a" * 80)).text.split("\n")
    assert {line for line in lines if len(line) > WIDTH} == {f"[1] {KAZAKH}{'a' * 80}"}


# HTML


def test_the_html_says_its_language_and_its_title(written):
    tree = _tree(written(MAIL))
    assert (tree.get("lang"), tree.get("dir")) == ("kk", "ltr")
    assert ReadPage(tree).words("head/title") == "Он әкім клуб құрды"


def test_the_html_has_headings_in_their_order(written):
    tree = _tree(written(MAIL))
    assert [
        (element.tag, words(element))
        for element in tree.iter()
        if element.tag in {"h1", "h2", "h3", "h4"}
    ] == [
        ("h1", "Он әкім клуб құрды"),
        ("h2", "Осы санда"),
        ("h3", "Клуб құрылды"),
        ("h3", "Форум в Алматы"),
        ("h3", "Тараз (district)"),
        ("h2", "Күндер"),
        ("h2", "Осы жартыжылдықта қосылғандар"),
        ("h3", "Қазақстан (2)"),
        ("h3", "Украина (1)"),
    ]


def test_words_in_another_language_say_so(written):
    tree = _tree(written(MAIL))
    other = [(element.get("lang"), words(element)) for element in tree.iterfind("body//*[@lang]")]
    assert [one for one in other if one[0] != "kk"] == [
        ("ru", "Форум в Алматы"),
        ("ru", "Города обсудят планы."),
        ("en", "district"),
        ("en", "district"),
        ("en", "Suu"),
        ("en", "Lviv"),
    ]
    pages = [(link.get("href"), link.get("hreflang")) for link in tree.iterfind(".//a[@hreflang]")]
    assert pages == [(URL + "ru/news/forum/", "ru")]


def test_pictures_are_the_sites_own_and_say_what_they_show(written):
    pictures = _tree(written(MAIL)).findall(".//img")
    assert [(one.get("src"), one.get("alt"), one.get("width")) for one in pictures] == [
        (URL + "assets/images/newsletter/club.jpg", "Он әкім үстел басында", "550"),
        (URL + "assets/images/newsletter/club.jpg", "Тараз", "400"),
    ]


@pytest.mark.parametrize("mail", [MAIL, BARE], ids=["full", "bare"])
def test_the_html_runs_nothing_and_loads_nothing_but_its_pictures(written, mail):
    files = written(mail)
    tree = _tree(files)
    tags = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    assert not tags & {"script", "link", "iframe", "form", "object", "embed", "base", "video"}
    attributes = {name for element in tree.iter() for name in element.attrib}
    assert [name for name in attributes if name.startswith("on")] == []
    assert not attributes & {"srcset", "background", "poster", "action"}
    assert not re.search(r"@import|@font-face|url\(|javascript:", files.html)
    # Those of the comments for one program, too.
    loaded = re.findall(r'\bsrc="([^"]*)"', files.html)
    assert [address for address in loaded if not address.startswith(URL)] == []


def test_the_html_is_readable_in_the_dark_and_on_a_telephone(written):
    tree = _tree(written(MAIL))
    meta = {one.get("name"): one.get("content") for one in tree.iterfind("head/meta[@name]")}
    assert meta["color-scheme"] == meta["supported-color-schemes"] == "light dark"
    assert meta["viewport"] == "width=device-width, initial-scale=1"
    assert "@media (prefers-color-scheme: dark)" in written(MAIL).html


SIGNS = "Мэры \"Востока\" & города: 3 < 4, 'CO₂' > 5 {{ x }} &amp;"


def test_any_signs_are_shown_as_they_are_written(written):
    issue = replace(
        ISSUE,
        title=SIGNS,
        summary=SIGNS,
        image=replace(CLUB, alt=SIGNS, credit=SIGNS),
        items=(replace(ISSUE.items[0], title=Name(SIGNS, "kk"), summary=Worded(SIGNS, "ru")),),
    )
    files = written(replace(MAIL, issue=issue, words=replace(MAIL.words, publisher=SIGNS)))
    tree = _tree(files)
    assert ReadPage(tree).words("head/title") == SIGNS
    assert [words(element) for element in tree.iter("h1")] == [SIGNS]
    assert words(next(tree.iter("h3"))) == SIGNS
    assert next(tree.iter("img")).get("alt") == SIGNS
    assert words(next(tree.iter("strong"))) == SIGNS
    # The summary that mail programs show beside the subject, before anything else.
    assert ReadPage(tree).words("body").startswith(SIGNS)
    assert " ".join(files.text.split()).count(SIGNS) == 4


@pytest.mark.parametrize("mail", [MAIL, BARE], ids=["full", "bare"])
def test_both_parts_hold_the_same_links_and_all_are_absolute(written, mail):
    files = written(mail)
    in_html = [element.get("href") for element in _tree(files).iter("a")]
    assert set(in_html) == set(_addresses(files))
    assert all(str(address).startswith("https://") for address in in_html)
    assert len(_addresses(files)) == len(set(_addresses(files)))


def test_both_parts_present_the_same_items_in_the_same_order(written):
    files = written(MAIL)
    text, html = _one_line(files.text), ReadPage(_tree(files)).words("body")
    for item in ISSUE.items:
        for said in filter(None, [item.title.full, item.about, item.language_name]):
            assert _one_line(said) in text
            assert _one_line(said) in html
    starts = [text.index("* " + item.title.full) for item in ISSUE.items]
    assert starts == sorted(starts)


def test_what_is_not_there_has_no_heading_in_either_part(written):
    files = written(BARE)
    for part in (files.text, files.html):
        assert "Ешкім қосылмады." in part
        assert ISSUE.words.items not in part
        assert ISSUE.words.digest not in part
        assert MAIL.remarks[0] not in part


def test_both_parts_end_with_the_same_words(written):
    files = written(MAIL)
    end = (*MAIL.remarks, MAIL.words.about, MAIL.words.support, MAIL.words.disclaimer)
    for part in (files.text, ReadPage(_tree(files)).words("body")):
        places = [part.index(said) for said in (MAIL.words.reason, *end)]
        assert places == sorted(places)


# Message


def test_the_message_offers_text_and_html_the_best_last(written):
    files = written(MAIL)
    message = _read(files)
    assert message.get_content_type() == "multipart/alternative"
    text, html = message.iter_parts()
    assert (text.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    assert (text.get_content_charset(), html.get_content_charset()) == ("utf-8", "utf-8")
    # Lines end with CR LF on their way (RFC 2046, 4.1.1).
    assert text.get_content() == files.text.replace("\n", "\r\n")
    assert html.get_content() == files.html.replace("\n", "\r\n")
    assert [part.defects for part in message.walk()] == [[], [], []]


def test_every_part_says_its_language(written):
    assert [part["Content-Language"] for part in _read(written(MAIL)).walk()] == ["kk"] * 3


def _said(files: MailFiles, name: str) -> str:
    """Read the words of a header (RFC 2047).

    Python's newer classes put a space between two encoded words of a sender's name.
    """
    return str(make_header(decode_header(message_from_bytes(files.message)[name])))


def test_the_headers_are_read_as_they_were_meant(written):
    files = written(MAIL)
    assert [(name, _said(files, name)) for name, _value in MAIL.headers] == list(MAIL.headers)
    message = _read(files)
    assert [sender.addr_spec for sender in message["From"].addresses] == [
        "newsletter@sample.example"
    ]
    assert [one.addr_spec for one in message["To"].addresses] == ["subscriber@placeholder.invalid"]
    assert message["Date"].datetime.isoformat() == "2019-06-30T00:00:00+00:00"
    assert message["Subject"] == "Он әкім клуб құрды – 2019 жылғы көктем"


@pytest.mark.parametrize(
    "publisher",
    [
        "Covenant of Mayors East",
        "Mayors, East",
        'The "East"',
        "East (Office): EU",
        "Угода мерів, Схід",
        "«Схід»: офіс (EU)",
        'Офіс "Схід"',
    ],
)
def test_a_publisher_is_one_sender_whatever_signs_its_name_has(written, publisher):
    sender = ("From", f"{publisher} <newsletter@sample.example>")
    message = _read(written(replace(MAIL, headers=(sender, *MAIL.headers[1:]))))
    (address,) = message["From"].addresses
    assert (address.display_name, address.addr_spec) == (publisher, "newsletter@sample.example")


def test_addresses_in_headers_are_never_encoded(written):
    """A program that looks for them reads them as they stand (RFC 2047, 5)."""
    message = message_from_bytes(written(MAIL).message)
    for name in ("List-Id", "List-Unsubscribe", "List-Unsubscribe-Post", "Message-ID", "To"):
        assert message[name] == dict(MAIL.headers)[name]
    assert str(message["From"]).endswith(" <newsletter@sample.example>")


# Subjects are titles: on one line, without spaces around them.
_WORD = st.text("аქbc–-=?_,:", min_size=1, max_size=90)


@given(subject=st.lists(_WORD, min_size=1, max_size=9).map(" ".join))
def test_any_subject_arrives_as_it_was_written(written, subject):
    headers = tuple((name, subject if name == "Subject" else text) for name, text in MAIL.headers)
    files = written(replace(BARE, headers=headers))
    assert _said(files, "Subject") == _read(files)["Subject"] == subject


@pytest.mark.parametrize("length", [60, 300])
def test_the_message_can_travel_through_any_server(written, length):
    """RFC 5322 allows 998 bytes a line, RFC 5321 ASCII only; lines end with CR LF."""
    long_editorial = Markup(f"<p>{'Көктем ' * length}{'ж' * 1000}</p>")
    title = "Он әкім клуб құрды " * (length // 10)
    headers = tuple((name, title if name == "Subject" else text) for name, text in MAIL.headers)
    issue = replace(ISSUE, editorial=long_editorial)
    message = written(replace(MAIL, issue=issue, headers=headers)).message
    assert message.isascii()
    assert max(map(len, message.split(b"\r\n"))) <= 998
    assert message.count(b"\n") == message.count(b"\r\n") == message.count(b"\r")
    assert message.endswith(b"\r\n")


def test_the_same_issue_is_the_same_bytes(written):
    first, second = written(MAIL), written(replace(MAIL))
    assert first == second
    assert b'boundary="=_newsletter_2019-1_kk"' in first.message
    assert first.message.count(b"\r\n--=_newsletter_2019-1_kk") == 3


def test_the_files_are_named_for_the_sender(written):
    files = written(MAIL)
    assert files.by_name() == {
        HTML: files.html.encode(),
        TEXT: files.text.encode(),
        MESSAGE: files.message,
    }
    assert files.size == len(files.html.encode()) > len(files.html)
