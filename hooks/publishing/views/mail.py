"""An issue as an e-mail in one language: everything that its HTML and its text part say."""

from dataclasses import dataclass
from email.utils import format_datetime
from urllib.parse import urlsplit

from publishing.site import Newsletter, Site
from publishing.views import vocabulary
from publishing.views.newsletter import Desk, IssuePage, full_title
from publishing.views.tongue import Tongue

# Addresses that the sender fills in for each subscriber: no host can have this name (RFC 2606).
RECIPIENT = "subscriber@placeholder.invalid"
UNSUBSCRIBE = "https://placeholder.invalid/unsubscribe"
FILLED_IN = ("To", "Date", "Message-ID", "List-Unsubscribe")


@dataclass(frozen=True, slots=True)
class Words:
    """What every e-mail says around its issue."""

    publisher: str
    online: str
    reason: str
    unsubscribe: str
    archive: str
    privacy: str
    about: str
    support: str
    disclaimer: str
    links: str


@dataclass(frozen=True, slots=True)
class Mail:
    """An issue with absolute links, the words around it, and its headers: (name, value).

    `remarks` are about its translation. What the sender fills in is in `FILLED_IN`.
    """

    language: str
    issue: IssuePage
    words: Words
    online: str
    archive: str
    privacy: str
    unsubscribe: str
    remarks: tuple[str, ...]
    headers: tuple[tuple[str, str], ...]
    boundary: str


def mail(newsletter: Newsletter, desk: Desk, site_url: str) -> Mail:
    """Put an issue into an e-mail in the language of the desk, in which it must be written."""
    tongue, site = desk.tongue, desk.site
    root = site_url + tongue.language.prefix
    issue = desk.page(newsletter, newsletter.texts[tongue.code], root, site_url)
    archive = root + "newsletter/"
    return Mail(
        language=tongue.code,
        issue=issue,
        words=_words(tongue),
        online=root + newsletter.address,
        archive=archive,
        privacy=root + "privacy/",
        unsubscribe=UNSUBSCRIBE,
        remarks=_remarks(issue, tongue),
        headers=_headers(newsletter, issue, site, tongue, site_url),
        boundary=f"=_newsletter_{issue.number}_{tongue.code}",
    )


def preview_title(mail: Mail, tongue: Tongue) -> str:
    """Name the page that shows editors an e-mail."""
    return f"{tongue.say('Preview of the e-mail')}: {full_title(mail.issue)}"


def sender_of(site: Site, site_url: str) -> str:
    """Return the office's address: the configured one, or the newsletter's at the site's host."""
    return site.subscription.address or f"newsletter@{_host(site_url)}"


def _host(site_url: str) -> str:
    """Return the site's host as headers need it, in ASCII."""
    return (urlsplit(site_url).hostname or "localhost").encode("idna").decode()


def _headers(
    newsletter: Newsletter, issue: IssuePage, site: Site, tongue: Tongue, site_url: str
) -> tuple[tuple[str, str], ...]:
    """Return the headers of a message (RFC 5322) of a list (RFC 2369, 2919, 8058).

    The date and the id come from the issue, so that the same content gives the same bytes.
    """
    host, number, code = _host(site_url), newsletter.issue.number, tongue.code
    root = site_url + tongue.language.prefix
    publisher = tongue.say("Covenant of Mayors East")
    return (
        ("From", f"{publisher} <{sender_of(site, site_url)}>"),
        ("To", RECIPIENT),
        ("Subject", full_title(issue)),
        ("Date", format_datetime(newsletter.issue.date.midnight)),
        ("Message-ID", f"<newsletter.{number}.{code}@{host}>"),
        ("List-Id", f"<newsletter.{code}.{host}>"),
        ("List-Archive", f"<{root}newsletter/>"),
        ("List-Subscribe", f"<{root}newsletter/subscribe/>"),
        ("List-Unsubscribe", f"<{UNSUBSCRIBE}>"),
        ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
    )


def _remarks(issue: IssuePage, tongue: Tongue) -> tuple[str, ...]:
    """Say of a translation what its page says, too."""
    outdated = tongue.say("The original has changed since this translation was made.")
    unreviewed = tongue.say("This translation awaits review by a native speaker.")
    told = ((outdated, issue.is_outdated), (unreviewed, issue.awaits_review))
    return tuple(remark for remark, applies in told if applies)


def _words(tongue: Tongue) -> Words:
    say = tongue.say
    return Words(
        publisher=say("Covenant of Mayors East"),
        online=say("Read this issue on the site"),
        reason=say("You receive this e-mail because you subscribed to the newsletter."),
        unsubscribe=say("Unsubscribe"),
        archive=say("All issues"),
        privacy=say("Privacy"),
        about=say(vocabulary.ABOUT),
        support=say(vocabulary.SUPPORT),
        disclaimer=say(vocabulary.DISCLAIMER),
        links=say("Links"),
    )
