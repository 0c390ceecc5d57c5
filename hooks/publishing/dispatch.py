"""Every issue as an e-mail in every language it is written in, and what is too large to send."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from publishing.outputs.mail import LARGEST_HTML_BYTES, MailFiles, mail_files
from publishing.outputs.rendering import Templates
from publishing.problems import Problem
from publishing.site import Site
from publishing.views.mail import Mail, mail
from publishing.views.newsletter import Desk


@dataclass(frozen=True, slots=True)
class ReadyMail:
    """An e-mail, its files, and the file of content that it comes from."""

    mail: Mail
    files: MailFiles
    file: str
    first_line: int


# (number of the issue, language) -> its e-mail.
Dispatch = Mapping[tuple[str, str], ReadyMail]


def dispatch(
    site: Site,
    codes: Iterable[str],
    desk_in: Callable[[str], Desk],
    templates: Templates,
    site_url: str,
) -> Dispatch:
    """Make the e-mails of the newsletter in some languages, each on its desk."""
    ready = {}
    for code in codes:
        for newsletter in site.newsletters:
            if code in newsletter.texts:
                desk, text = desk_in(code), newsletter.texts[code]
                view = mail(newsletter, desk, site_url)
                files = mail_files(view, templates, desk.tongue)
                ready[newsletter.issue.number, code] = ReadyMail(
                    view, files, text.file, text.first_line
                )
    return ready


def check_sizes(mails: Dispatch) -> Iterator[Problem]:
    """Require that no e-mail is cut off on its way to the reader."""
    for mail_ in mails.values():
        if mail_.files.size > LARGEST_HTML_BYTES:
            wanted = f"at most {LARGEST_HTML_BYTES // 1000} kB"
            found = f"{-(-mail_.files.size // 1000)} kB"
            hint = "Present fewer items, or shorten the text: some mail programs cut the rest off."
            yield Problem(mail_.file, mail_.first_line, "e-mail", wanted, found, hint)
