from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from publishing.records.newsletters import Subscription
from publishing.views.subscribe import ListChoice, Subscribing, subscribing

OFFICE = Subscription(address="news+east@office.example")
FORM = "https://lists.example/subscription/form"
LISTS = {code: f"00000000-0000-0000-0000-0000000000{code}" for code in ("en", "ru", "uk")}
SERVED = Subscription.model_construct(
    service=FORM,
    languages={"uk": LISTS["uk"], "ru": LISTS["ru"], "en": LISTS["en"]},
    topics={"training": "t-1", "club": "t-3", "action-plan": "t-2"},
)


def test_a_service_offers_its_lists_in_the_order_of_the_site(a_site, speaking):
    tongue = speaking("uk", words={"Training": "Навчання"})
    found = subscribing(replace(a_site(), subscription=SERVED), tongue)
    assert found.service == FORM
    assert found.languages == (
        ListChoice(LISTS["en"], "English", "en"),
        ListChoice(LISTS["ru"], "Русский", "ru"),
        ListChoice(LISTS["uk"], "Українська", "uk", is_chosen=True),
    )
    assert found.topics == (
        ListChoice("t-2", "Action plans", "uk"),
        ListChoice("t-1", "Навчання", "uk"),
        ListChoice("t-3", "Clubs of mayors", "uk"),
    )


@pytest.mark.parametrize(
    ("reader", "chosen"),
    [("en", "en"), ("ru", "ru"), ("kk", "ru"), ("be", "ru"), ("uk", "uk"), ("ka", "en")],
)
def test_the_first_list_of_the_readers_chain_is_chosen(a_site, speaking, reader, chosen):
    site = replace(a_site(), subscription=SERVED)
    found = subscribing(site, speaking(reader))
    assert [choice.language for choice in found.languages if choice.is_chosen] == [chosen]


def test_no_list_is_chosen_for_readers_whom_none_is_for(a_site, speaking):
    only_ukrainian = SERVED.model_copy(update={"languages": {"uk": LISTS["uk"]}})
    found = subscribing(replace(a_site(), subscription=only_ukrainian), speaking("ka"))
    assert [choice.is_chosen for choice in found.languages] == [False]


def test_without_a_service_readers_write_an_e_mail(a_site, speaking):
    found = subscribing(replace(a_site(), subscription=OFFICE), speaking("en"))
    assert found == Subscribing(
        service="",
        languages=(),
        topics=(),
        letter=(
            "mailto:news+east@office.example?subject=Subscription%20to%20the%20newsletter"
            "&body=Please%20send%20me%20the%20newsletter%20of%20Covenant%20of%20Mayors%20East."
            "%20Language%3A%20English.%20Topics%2C%20if%20any%3A"
        ),
        address="news+east@office.example",
    )


def test_without_a_service_and_an_address_there_is_no_letter(a_site, speaking):
    assert subscribing(a_site(), speaking("en")) == Subscribing("", (), (), "", "")


@pytest.mark.parametrize("sign", ["&", "?", "=", "+", "%", "#", "/", '"', "<", "\n", "қ", "ա"])
def test_the_words_of_a_letter_arrive_as_they_were_written(a_site, speaking, sign):
    """RFC 6068 knows no `+` for a space: mail programs would show it."""
    subject, body = f"A {sign} b", f"C {sign}{sign} d: {{language}}"
    messages = {
        "Subscription to the newsletter": subject,
        (
            "Please send me the newsletter of Covenant of Mayors East. Language: {language}. "
            "Topics, if any:"
        ): body,
    }
    site = replace(a_site(), subscription=OFFICE)
    letter = subscribing(site, speaking("kk", words=messages)).letter
    assert letter.isascii()
    assert "+" not in letter.removeprefix("mailto:news+east@")
    assert not {'"', "<", "\n", " "} & set(letter)
    told = parse_qs(urlsplit(letter).query)
    assert told == {"subject": [subject], "body": [body.format(language="Қазақша")]}
