"""An issue as the files that a sender needs: HTML through MJML, plain text, and a whole message."""

import re
from dataclasses import dataclass
from email.header import Header
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import quote

import mrml

from publishing.outputs.plain_text import Footnotes, heading, linked, plain, wrapped
from publishing.outputs.rendering import Templates
from publishing.views.mail import Mail
from publishing.views.newsletter import Joined, Presented
from publishing.views.tongue import Tongue

HTML, TEXT, MESSAGE = "email.html", "email.txt", "newsletter.eml"
# Some mail programs cut the HTML of a message off that is larger.
LARGEST_HTML_BYTES = 100_000


@dataclass(frozen=True, slots=True)
class MailFiles:
    """An e-mail ready for sending; `message` is both parts in one file (RFC 5322)."""

    html: str
    text: str
    message: bytes

    @property
    def size(self) -> int:
        """The size of the HTML part in bytes."""
        return len(self.html.encode())

    def by_name(self) -> dict[str, bytes]:
        """Return the files by their names."""
        return {HTML: self.html.encode(), TEXT: self.text.encode(), MESSAGE: self.message}


def mail_files(mail: Mail, templates: Templates, tongue: Tongue) -> MailFiles:
    """Write an issue as HTML, as text, and as a message with both."""
    markup = _html(mail, templates, tongue)
    text = _text(mail)
    return MailFiles(markup, text, _message(mail, markup, text))


def _html(mail: Mail, templates: Templates, tongue: Tongue) -> str:
    return str(mrml.to_html(templates.render("issue.mjml.html", tongue, mail=mail)).content)


def _text(mail: Mail) -> str:
    issue, words, notes = mail.issue, mail.words, Footnotes()
    about = (issue.words.newsletter, issue.season, issue.period)
    blocks = [
        "\n".join([wrapped(words.publisher), wrapped(" · ".join(about))]),
        heading(issue.title),
        wrapped(linked(words.online, mail.online, notes)),
    ]
    if issue.words.digest:
        blocks.append(wrapped(issue.words.digest))
    blocks += plain(issue.editorial, notes)
    if issue.items:
        blocks.append(heading(issue.words.items))
        blocks += [_item(item, notes) for item in issue.items]
    blocks += plain(issue.sections, notes)
    blocks.append(heading(issue.words.joined))
    blocks.append(wrapped(issue.words.joined_note))
    blocks += [_country(country, notes) for country in issue.joined]
    around = [(words.archive, mail.archive), (words.privacy, mail.privacy)]
    blocks += [
        "-" * 8,
        wrapped(" · ".join(linked(name, address, notes) for name, address in around)),
        wrapped(f"{words.reason} {linked(words.unsubscribe, mail.unsubscribe, notes)}"),
        *map(wrapped, mail.remarks),
        wrapped(words.about),
        wrapped(words.support),
        wrapped(words.disclaimer),
        heading(words.links),
        str(notes),
    ]
    return "\n\n".join(blocks) + "\n"


def _item(item: Presented, notes: Footnotes) -> str:
    lines = [wrapped(linked(item.title.full, item.link, notes), "* ", "  ")]
    about = " · ".join(filter(None, [item.about, item.language_name]))
    texts = [about, item.summary.text if item.summary else ""]
    return "\n".join([*lines, *(wrapped(text, "  ", "  ") for text in texts if text)])


def _country(country: Joined, notes: Footnotes) -> str:
    names = ", ".join(linked(name.full, link, notes) for name, link, _date in country.signatories)
    return wrapped(f"{country.country} ({len(country.signatories)}): {names}")


def _message(mail: Mail, markup: str, text: str) -> bytes:
    """Write multipart/alternative, the text first (RFC 2046, 5.1.4), with a boundary of its own.

    With the older classes of the library: the newer ones lose spaces where a long header that is
    not in ASCII is folded (cpython 92081).
    """
    message = MIMEMultipart("alternative", mail.boundary)
    for name, value in mail.headers:
        message[name] = _header(name, value)  # type: ignore[assignment]
    for subtype, content in (("plain", text), ("html", markup)):
        # Lines of text end with CRLF before they are encoded (RFC 2046, 4.1.1).
        message.attach(MIMEText(content.replace("\n", "\r\n"), subtype, "utf-8"))
    for part in message.walk():
        part["Content-Language"] = mail.language
    return message.as_bytes(policy=compat32.clone(linesep="\r\n"))


# A name, if there is one, and an address in angle brackets.
_NAMED = re.compile(r"(?:(.+) )?(<[^<> ]+>)")


def _header(name: str, value: str) -> Header:
    """Encode the words of a header where they need it, never an address (RFC 2047, 5)."""
    named = _NAMED.fullmatch(value)
    if named is None:
        return Header(value, "us-ascii" if value.isascii() else "utf-8", header_name=name)
    words, address = named.groups("")
    header = Header(header_name=name)
    if words.isascii():
        return Header(f'"{quote(words)}" {address}' if words else address, header_name=name)
    header.append(words, "utf-8")
    header.append(address, "us-ascii")
    return header
