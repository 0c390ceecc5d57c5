from dataclasses import replace

import pytest

from publishing.newsletter import material_of
from publishing.records.newsletters import Subscription
from publishing.site import Newsletter, Site
from publishing.views import vocabulary
from publishing.views.mail import FILLED_IN, Mail, Words, mail, preview_title, sender_of
from publishing.views.names import all_names
from publishing.views.newsletter import Desk
from publishing.views.tongue import Tongue

URL = "https://sample.example/"
OFFICE = Subscription(address="office@sample.example")


def _mail(newsletter: Newsletter, site: Site, tongue: Tongue, url: str = URL) -> Mail:
    site = replace(site, newsletters=(newsletter,))
    names = all_names(site, frozenset(), tongue)
    return mail(newsletter, Desk(site, tongue, names, material_of(site)), url)


def test_the_headers_are_those_of_a_list(a_site, an_issue, speaking):
    site = replace(a_site(), subscription=OFFICE)
    found = _mail(an_issue("2019-1", "en"), site, speaking("en"))
    assert found.headers == (
        ("From", "Covenant of Mayors East <office@sample.example>"),
        ("To", "subscriber@placeholder.invalid"),
        ("Subject", "Title of 2019-1 [en] – Spring 2019"),
        ("Date", "Sun, 30 Jun 2019 00:00:00 +0000"),
        ("Message-ID", "<newsletter.2019-1.en@sample.example>"),
        ("List-Id", "<newsletter.en.sample.example>"),
        ("List-Archive", "<https://sample.example/newsletter/>"),
        ("List-Subscribe", "<https://sample.example/newsletter/subscribe/>"),
        ("List-Unsubscribe", "<https://placeholder.invalid/unsubscribe>"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
    )


def test_the_headers_speak_the_language_of_the_issue(a_site, an_issue, speaking):
    words = {"Covenant of Mayors East": "Мэрлердің уағдаластығы", "Spring {year}": "{year} көктем"}
    found = dict(_mail(an_issue("2019-1", "en kk"), a_site(), speaking("kk", words=words)).headers)
    assert found["From"] == "Мэрлердің уағдаластығы <newsletter@sample.example>"
    assert found["Subject"] == "Title of 2019-1 [kk] – 2019 көктем"
    assert found["Message-ID"] == "<newsletter.2019-1.kk@sample.example>"
    assert found["List-Id"] == "<newsletter.kk.sample.example>"
    assert found["List-Archive"] == "<https://sample.example/kk/newsletter/>"
    assert found["List-Subscribe"] == "<https://sample.example/kk/newsletter/subscribe/>"


@pytest.mark.parametrize(
    ("url", "sender"),
    [
        (URL, "newsletter@sample.example"),
        ("https://www.sample.example:8443/east/", "newsletter@www.sample.example"),
        ("http://127.0.0.1:8000/", "newsletter@127.0.0.1"),
        ("", "newsletter@localhost"),
    ],
)
def test_without_an_address_of_the_office_the_site_is_the_sender(a_site, url, sender):
    assert sender_of(a_site(), url) == sender
    assert sender_of(replace(a_site(), subscription=OFFICE), url) == "office@sample.example"


def test_an_e_mail_can_be_made_while_the_site_has_no_address(a_site, an_issue, speaking):
    found = dict(_mail(an_issue("2019-1"), a_site(), speaking("en"), "").headers)
    assert found["From"] == "Covenant of Mayors East <newsletter@localhost>"
    assert found["Message-ID"] == "<newsletter.2019-1.en@localhost>"


def test_a_site_in_a_folder_has_links_into_it(a_site, an_issue, speaking):
    found = _mail(an_issue("2019-1", "kk"), a_site(), speaking("kk"), URL + "east/")
    assert (found.online, found.archive, found.privacy) == (
        "https://sample.example/east/kk/newsletter/2019-1/",
        "https://sample.example/east/kk/newsletter/",
        "https://sample.example/east/kk/privacy/",
    )
    assert dict(found.headers)["List-Id"] == "<newsletter.kk.sample.example>"


@pytest.mark.parametrize(("code", "prefix"), [("en", ""), ("kk", "kk/")])
def test_every_link_of_an_e_mail_is_absolute(
    a_site, a_news, an_entry, an_issue, speaking, code, prefix
):
    adhesion = {"date": "2019-05-20", "as_of": "2024-01", "source": "jrc-2024"}
    site = replace(a_site(an_entry("UA0001", adhesion=adhesion)), news=(a_news("club"),))
    issue = an_issue("2019-1", "en kk", body="[Join](../join/index.md)", items=[{"news": "club"}])
    found = _mail(issue, site, speaking(code))
    assert found.online == f"{URL}{prefix}newsletter/2019-1/"
    assert found.archive == f"{URL}{prefix}newsletter/"
    assert found.privacy == f"{URL}{prefix}privacy/"
    assert found.unsubscribe == "https://placeholder.invalid/unsubscribe"
    assert found.issue.editorial == f'<p><a href="{URL}{prefix}join/">Join</a></p>'
    assert found.issue.items[0].link == f"{URL}news/club/"
    assert found.issue.joined[0].signatories[0][1] == f"{URL}{prefix}signatories/ua/ua0001/"


def test_what_the_sender_fills_in_can_be_nobodys_address(a_site, an_issue, speaking):
    """`.invalid` is reserved (RFC 2606): a message sent as it is reaches no one."""
    headers = dict(_mail(an_issue("2019-1"), a_site(), speaking("en")).headers)
    assert set(FILLED_IN) < set(headers)
    assert headers["To"].endswith("@placeholder.invalid")
    assert headers["List-Unsubscribe"].startswith("<https://placeholder.invalid/")


def test_no_two_e_mails_have_one_id_or_one_boundary(a_site, an_issue, speaking):
    found = [
        _mail(an_issue(number, "en ru kk"), a_site(), speaking(code))
        for number in ("2018-2", "2019-1")
        for code in ("en", "ru", "kk")
    ]
    assert len({one.boundary for one in found}) == 6
    assert len({dict(one.headers)["Message-ID"] for one in found}) == 6
    assert found[0].boundary == "=_newsletter_2018-2_en"


@pytest.mark.parametrize(
    ("state", "remarks"),
    [
        ({"reviewed": True}, ()),
        ({}, ("This translation awaits review by a native speaker.",)),
        (
            {"reviewed": True, "is_outdated": True},
            ("The original has changed since this translation was made.",),
        ),
        (
            {"is_outdated": True},
            (
                "The original has changed since this translation was made.",
                "This translation awaits review by a native speaker.",
            ),
        ),
    ],
    ids=["read", "not read", "outdated", "outdated and not read"],
)
def test_an_e_mail_says_of_its_translation_what_its_page_says(
    a_site, an_issue, speaking, state, remarks
):
    issue = an_issue("2019-1", "en kk", texts=state)
    assert _mail(issue, a_site(), speaking("kk")).remarks == remarks


def test_the_host_stands_in_headers_as_mail_servers_know_it(a_site, an_issue, speaking):
    found = _mail(an_issue("2019-1"), a_site(), speaking("en"), "https://приклад.example/")
    headers = dict(found.headers)
    assert headers["Message-ID"] == "<newsletter.2019-1.en@xn--80aikifvh.example>"
    assert headers["List-Id"] == "<newsletter.en.xn--80aikifvh.example>"
    assert headers["From"].endswith(" <newsletter@xn--80aikifvh.example>")


def test_the_preview_names_the_issue_with_its_season(a_site, an_issue, speaking):
    tongue = speaking("kk", words={"Preview of the e-mail": "Хатты алдын ала қарау"})
    found = _mail(an_issue("2019-1", "kk"), a_site(), tongue)
    assert preview_title(found, tongue) == (
        "Хатты алдын ала қарау: Title of 2019-1 [kk] – Spring 2019"
    )


def test_every_e_mail_says_who_sends_it_why_and_how_to_leave(a_site, an_issue, speaking):
    tongue = speaking("ru", words={"Unsubscribe": "Отписаться", "All issues": "Все выпуски"})
    found = _mail(an_issue("2019-1", "ru"), a_site(), tongue)
    assert found.language == "ru"
    assert found.words == Words(
        publisher="Covenant of Mayors East",
        online="Read this issue on the site",
        reason="You receive this e-mail because you subscribed to the newsletter.",
        unsubscribe="Отписаться",
        archive="Все выпуски",
        privacy="Privacy",
        about=vocabulary.ABOUT,
        support=vocabulary.SUPPORT,
        disclaimer=vocabulary.DISCLAIMER,
        links="Links",
    )
