"""Every issue as an e-mail in every language it is written in, and what is too large to send."""

from dataclasses import replace

import pytest

from publishing.dispatch import Dispatch, check_sizes, dispatch
from publishing.newsletter import material_of
from publishing.outputs.mail import LARGEST_HTML_BYTES
from publishing.outputs.rendering import Templates
from publishing.problems import report
from publishing.site import Newsletter
from publishing.views.newsletter import Desk
from tests.sample_sites import PROJECT

URL = "https://sample.example/"


@pytest.fixture(scope="session")
def sent(a_site, speaking):
    """A maker of the e-mails of some issues, with the site's own template."""
    templates = Templates([PROJECT / "overrides/mail"])

    def make(*issues: Newsletter, codes: str = "en ru kk") -> Dispatch:
        site = replace(a_site(), newsletters=issues)
        material = material_of(site)

        def desk_in(code: str) -> Desk:
            return Desk(site, speaking(code), {}, material)

        return dispatch(site, codes.split(), desk_in, templates, URL)

    return make


def test_every_issue_is_an_e_mail_in_every_language_that_it_is_written_in(sent, an_issue):
    mails = sent(an_issue("2019-2", "en kk"), an_issue("2019-1", "ru ka"))
    assert sorted(mails) == [("2019-1", "ru"), ("2019-2", "en"), ("2019-2", "kk")]
    for (number, code), ready in mails.items():
        assert ready.file == f"docs/{code}/newsletter/{number}.md"
        assert ready.mail.language == code
        assert f"Editorial of {number} [{code}]" in ready.files.text
        assert f"Editorial of {number} [{code}]" in ready.files.html


@pytest.mark.parametrize(("codes", "made"), [("kk", [("2019-1", "kk")]), ("uk", []), ("", [])])
def test_a_build_of_some_languages_makes_their_e_mails_only(sent, an_issue, codes, made):
    assert list(sent(an_issue("2019-1", "en kk"), codes=codes)) == made


@pytest.fixture
def of_size(sent, an_issue):
    """A maker of e-mails whose HTML has as many bytes, of a text that starts in line 12."""

    def make(size: int, sign: str = "x") -> Dispatch:
        def mails(count: int) -> Dispatch:
            body = f"Text {sign * count}"
            mails: Dispatch = sent(an_issue("2019-1", "ru", body=body, texts={"first_line": 12}))
            return mails

        (least,) = mails(0).values()
        return mails((size - least.files.size) // len(sign.encode()))

    return make


def test_the_largest_e_mail_that_is_sent_whole_is_no_problem(of_size):
    mails = of_size(LARGEST_HTML_BYTES)
    assert [ready.files.size for ready in mails.values()] == [LARGEST_HTML_BYTES] == [100_000]
    assert list(check_sizes(mails)) == []


@pytest.mark.parametrize(
    ("size", "sign", "shown"), [(100_001, "x", 101), (120_000, "ж", 120), (120_000, "ქ", 120)]
)
def test_an_e_mail_that_would_be_cut_off_is_told_at_its_text(of_size, size, sign, shown):
    assert report(check_sizes(of_size(size, sign))).splitlines()[:-1] == [
        (f"docs/ru/newsletter/2019-1.md:12: e-mail: expected at most 100 kB, found {shown} kB"),
        (
            "    hint: Present fewer items, or shorten the text: some mail programs cut the rest "
            "off."
        ),
    ]


def test_of_several_e_mails_only_the_large_ones_are_told(sent, an_issue):
    large = an_issue("2019-1", "en kk", body="x" * LARGEST_HTML_BYTES)
    problems = check_sizes(sent(an_issue("2019-2", "en kk"), large))
    assert sorted(problem.path for problem in problems) == [
        "docs/en/newsletter/2019-1.md",
        "docs/kk/newsletter/2019-1.md",
    ]
