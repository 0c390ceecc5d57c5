"""The expression of interest of a role, in one language: its questions, and where it goes."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from publishing.languages.translations import address_of
from publishing.records.helpdesk import Desk
from publishing.site import Site
from publishing.views.adhesion_fields import ROLES, Field, Role, sections_of
from publishing.views.helpdesk import DeskView, helpdesk
from publishing.views.pages import page_title
from publishing.views.tongue import Tongue, Worded
from publishing.views.vocabulary import N_

# Longer links are refused by some systems and cut by many mail programs; docs/assets/form.js has
# the same limit.
LONGEST_LINK = 2000


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that can be chosen.

    Of a country, `address` is the e-mail address of its desk, if that has published one, `office`
    the name of the desk and `url` its site.
    """

    value: str
    label: str
    address: str = ""
    office: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A field in the readers' words."""

    field: Field
    label: str
    hint: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions under one heading."""

    heading: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class FormLink:
    """A form to fill in: its title, and its address below the language."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class AdhesionForm:
    """The form of a role. Without a `service` it becomes an e-mail to `address`.

    Without either it becomes a text that visitors send themselves to one of `desks`, else empty.
    `blank` is that text with no answers yet, one question a line, and `letter` the link that
    opens it as an e-mail, or an empty one where it would be too long; `back` is the page of the
    role. `complaints` say what is wrong with an answer, by the kind of its control.
    """

    role: Role
    title: str
    lead: str
    back: Worded
    sections: tuple[Questions, ...]
    service: str
    address: str
    desks: tuple[DeskView, ...]
    blank: str
    letter: str
    complaints: Mapping[str, str]


# What is wrong with an answer, by the kind of its control: browsers would say it in their own
# language, not in that of the page.
_COMPLAINTS = {
    "text": N_("Please fill this in."),
    "choice": N_("Please choose an answer."),
    "consent": N_("Please tick this box: without it nobody can reply."),
    "email": N_("Please write a whole e-mail address, such as name@example.org."),
    "number": N_("Please write a whole number, in digits only."),
    "date": N_("Please write a whole date, or leave it empty."),
}


def form_path(role: str) -> str:
    """Return the path of a role's form.

    >>> form_path("network")
    'join/network/form.md'
    """
    return f"join/{role}/form.md"


def role_path(role: str) -> str:
    """Return the path of the page that explains a role.

    >>> role_path("network")
    'join/network.md'
    """
    return f"join/{role}.md"


def role_of(path: str) -> Role | None:
    """Return the role of a page, or of its form; None for other pages.

    >>> role_of("join/network.md"), role_of("join/network/form.md"), role_of("join/index.md")
    ('network', 'network', None)
    """
    return next((role for role in ROLES if path in (role_path(role), form_path(role))), None)


def form_links(site: Site, tongue: Tongue, role: Role | None = None) -> tuple[FormLink, ...]:
    """List the forms of the site, or that of a role."""
    wanted = [role] if role else ROLES
    paths = [path for one in wanted if (path := form_path(one)) in site.texts]
    return tuple(FormLink(page_title(path, site, tongue).text, address_of(path)) for path in paths)


def adhesion_form(role: Role, site: Site, tongue: Tongue) -> AdhesionForm:
    """Put the form of a role into a language."""
    page = site.texts[form_path(role)][site.languages.source.code].page
    title = tongue.say(page.title)
    office = site.adhesion
    sections = tuple(
        Questions(
            tongue.say(section.heading),
            tuple(_question(field, site, tongue) for field in section.fields),
        )
        for section in sections_of(role)
    )
    blank = "\n".join(_blank(one) for section in sections for one in section.questions)
    return AdhesionForm(
        role=role,
        title=title,
        lead=tongue.say(page.description),
        back=page_title(role_path(role), site, tongue),
        sections=sections,
        service=office.service or "",
        address=office.address or "",
        desks=() if office.service or office.address else helpdesk(site, tongue),
        blank=blank,
        letter=letter_link(office.address, title, blank) if office.address else "",
        complaints={name: tongue.say(message) for name, message in _COMPLAINTS.items()},
    )


def _question(field: Field, site: Site, tongue: Tongue) -> Question:
    choices = (
        _countries(site, tongue)
        if field.kind == "country"
        else tuple(Choice(value, tongue.say(message)) for value, message in field.choices)
    )
    return Question(field, tongue.say(field.label), tongue.say(field.hint), choices)


def letter_link(address: str, subject: str, body: str) -> str:
    r"""Return the link that opens an e-mail (RFC 6068); a body too long for links is left out.

    >>> letter_link("a@b.example", "Joining & more", "Name: \nCountry: ")
    'mailto:a@b.example?subject=Joining%20%26%20more&body=Name%3A%20%0D%0ACountry%3A%20'
    """
    lines = quote(body.replace("\n", "\r\n"), safe="")
    empty = f"mailto:{address}?subject={quote(subject, safe='')}"
    link = f"{empty}&body={lines}"
    return link if len(link) <= LONGEST_LINK else empty


def _blank(one: Question) -> str:
    """Write a question as a line to be answered behind its colon."""
    if one.field.kind == "consent":
        return one.label
    choices = " / ".join(choice.label for choice in one.choices)
    return f"{one.label} ({choices}): " if choices else f"{one.label}: "


def _countries(site: Site, tongue: Tongue) -> tuple[Choice, ...]:
    return tuple(
        _country(code, name, site.helpdesk.desk_of(code))
        for code, name in tongue.countries(site.countries)
    )


def _country(code: str, name: str, desk: Desk | None) -> Choice:
    if desk is None:
        return Choice(code, name)
    address = desk.email.address if desk.email else ""
    return Choice(code, name, address, office=desk.name, url=desk.url)
