"""The fields of the expressions of interest, by role: what is asked, how, and why.

The keys are the names under which a service receives the answers (see "Expressions of interest" in
CONTRIBUTING.md), so they never change; labels and explanations are messages of the catalogue.
"""

from dataclasses import dataclass
from typing import Literal

from publishing.views.vocabulary import ADHESION_KIND, COMMITMENT, N_

Role = Literal["local-authority", "province-or-region", "network"]
LOCAL: tuple[Role, ...] = ("local-authority",)
REGION: tuple[Role, ...] = ("province-or-region",)
NETWORK: tuple[Role, ...] = ("network",)
ROLES: tuple[Role, ...] = LOCAL + REGION + NETWORK
# `country` offers the countries of the site, `one` a few choices, `several` boxes to tick.
Kind = Literal[
    "text", "email", "tel", "number", "date", "textarea", "country", "one", "several", "consent"
]


@dataclass(frozen=True, slots=True)
class Field:
    """A question: its key, its control and its words.

    `autocomplete` is the token by which browsers fill it in (HTML), `longest` counts characters
    of text, `choices` are (value, message).
    """

    key: str
    kind: Kind
    label: str
    hint: str
    roles: tuple[Role, ...] = ROLES
    required: bool = True
    autocomplete: str = "off"
    longest: int = 200
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Questions under one heading; a section without questions for a role is left out there."""

    heading: str
    fields: tuple[Field, ...]


CONSENT = Field(
    "consent",
    "consent",
    N_("I agree that these answers are used to reply to me, and for nothing else."),
    N_("You can take this back at any time: write to whoever replied to you."),
)

SECTIONS = (
    Section(
        N_("Your organisation"),
        (
            Field(
                "organisation",
                "text",
                N_("Official name of the organisation"),
                N_("As it stands on its letters, in your own language."),
                autocomplete="organization",
            ),
            Field(
                "kind",
                "one",
                N_("Kind of body"),
                N_("It decides between a territorial and a national coordinator."),
                REGION,
                choices=(
                    ("province-or-region", N_("Province or region")),
                    ("large-city", N_("Large city")),
                    ("grouping", N_("Grouping of local authorities")),
                    ("national", N_("Ministry or national energy agency")),
                    ("other", N_("Another public body")),
                ),
            ),
            Field(
                "kind",
                "one",
                N_("Kind of organisation"),
                N_("A supporter works without profit."),
                NETWORK,
                choices=(
                    ("network", N_("Network or association of local authorities")),
                    ("other", N_("Another not-for-profit body")),
                ),
            ),
            Field(
                "country",
                "country",
                N_("Country"),
                N_("The country in which the organisation is."),
                autocomplete="country",
            ),
            Field(
                "area",
                "text",
                N_("Province or district"),
                N_("It tells places of the same name apart."),
                LOCAL,
                required=False,
                autocomplete="address-level1",
            ),
            Field(
                "area",
                "textarea",
                N_("Area that you are responsible for"),
                N_("The province, the region, the country, or the names of the municipalities."),
                REGION,
                longest=500,
            ),
            Field(
                "population",
                "number",
                N_("Number of inhabitants"),
                N_("The latest figure that you know, in digits."),
                LOCAL,
            ),
            Field(
                "municipalities",
                "number",
                N_("Number of municipalities in the area"),
                N_("All of them, in digits, whether they have joined or not."),
                REGION,
                required=False,
            ),
            Field(
                "members",
                "number",
                N_("Number of local authorities among the members"),
                N_("A rough figure is enough, in digits."),
                NETWORK,
                required=False,
            ),
            Field(
                "adhesion",
                "one",
                N_("Way of joining"),
                N_("Small municipalities can join together, with one plan for all."),
                LOCAL,
                choices=tuple((key, message) for key, message in ADHESION_KIND.items()),
            ),
            Field(
                "partners",
                "textarea",
                N_("The other municipalities of the group"),
                N_("Their names, if you join in a group."),
                LOCAL,
                required=False,
                longest=500,
            ),
        ),
    ),
    Section(
        N_("Decision and commitment"),
        (
            Field(
                "decision",
                "one",
                N_("Decision of the municipal council"),
                N_("The council decides to join. This form does not replace its decision."),
                LOCAL,
                choices=(
                    ("taken", N_("Taken")),
                    ("planned", N_("Planned")),
                    ("open", N_("Not yet planned")),
                ),
            ),
            Field(
                "decision-date",
                "date",
                N_("Day of the decision"),
                N_("The day on which it was taken, or for which it is planned."),
                LOCAL,
                required=False,
            ),
            Field(
                "commitment",
                "several",
                N_("Commitment that you wish to make"),
                N_(
                    "In the Eastern Partnership, signatories promise to cut CO₂ by at least 35% "
                    "by 2030 (from about 2021–2022). In Central Asia, ask the official office "
                    "which commitments are open to you."
                ),
                LOCAL,
                required=False,
                choices=tuple((key, COMMITMENT[key]) for key in ("2030", "2050")),
            ),
        ),
    ),
    Section(
        N_("Support that you plan to give"),
        (
            Field(
                "support",
                "several",
                N_("Commitments of a coordinator"),
                N_("The five commitments of 2011–2015. Tick those that you can already plan."),
                REGION,
                required=False,
                choices=(
                    (
                        "promotion",
                        N_("Promote the Covenant; support and coordinate those that sign"),
                    ),
                    ("technical-help", N_("Technical and strategic help with action plans")),
                    ("finance", N_("Financial support for making and carrying out plans")),
                    ("energy-days", N_("Help with local energy days")),
                    ("reports", N_("Regular reports to the European Commission")),
                ),
            ),
            Field(
                "support",
                "several",
                N_("Services of a supporter"),
                N_("What supporters do. Tick what you can already plan."),
                NETWORK,
                required=False,
                choices=(
                    ("promotion", N_("Promote the Covenant among the members")),
                    ("advice", N_("Advise signatories")),
                    ("exchange", N_("Support the exchange of experience")),
                    ("coordinators", N_("Work with coordinators")),
                    ("reports", N_("Report at least every two years")),
                ),
            ),
            Field(
                "means",
                "textarea",
                N_("Budget and technical means"),
                N_("Staff, money and tools for this support, as far as you know."),
                REGION,
                required=False,
                longest=1000,
            ),
        ),
    ),
    Section(
        N_("Contact"),
        (
            Field(
                "person",
                "text",
                N_("Your name"),
                N_("The person who fills in this form."),
                autocomplete="name",
            ),
            Field(
                "function",
                "text",
                N_("Your function"),
                N_("Such as deputy mayor or energy manager."),
                autocomplete="organization-title",
            ),
            Field(
                "email",
                "email",
                N_("Your e-mail address"),
                N_("The reply goes there."),
                autocomplete="email",
                longest=254,
            ),
            Field(
                "telephone",
                "tel",
                N_("Telephone"),
                N_("Begin with + and the code of the country."),
                required=False,
                autocomplete="tel",
                longest=40,
            ),
            Field(
                "message",
                "textarea",
                N_("Message"),
                N_("Your questions, or what else we should know."),
                required=False,
                longest=2000,
            ),
            CONSENT,
        ),
    ),
)


def sections_of(role: Role) -> tuple[Section, ...]:
    """Return what is asked of a role, without empty sections."""
    asked = (
        Section(section.heading, tuple(one for one in section.fields if role in one.roles))
        for section in SECTIONS
    )
    return tuple(section for section in asked if section.fields)
