"""Coordinators and supporters with the signatories they support. In no language."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from publishing.records.organisations import Body, Coordinator
from publishing.records.signatories import Signatory
from publishing.records.values import Sourced
from publishing.site import Entry, Site

Role = Literal["coordinator", "supporter"]
ROLES: tuple[Role, ...] = ("coordinator", "supporter")
# Those of the whole country come first; of what is not known, nothing is said before the rest.
_RANKS = {"national": 0, "territorial": 1, "international": 1, None: 2}


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body in its role: its slug makes its address; `signatories` are those it supports."""

    role: Role
    slug: str
    body: Body
    signatories: tuple[Entry, ...]

    @property
    def address(self) -> str:
        """Its address below a language: `coordinators/ministry-of-economy/`."""
        return address_of(self.role, self.slug)

    def is_named_by(self, signatory: Signatory) -> bool:
        """Whether a signatory's own record names the body in this role."""
        return _own(signatory, self.role) == self.slug

    @property
    def file(self) -> str:
        """Its source: `data/coordinators/ministry-of-economy.yml`."""
        return f"data/{self.role}s/{self.slug}.yml"

    @property
    def reach(self) -> str | None:
        """`national`, `territorial` or `international`; None where no source says it."""
        return self.body.kind if isinstance(self.body, Coordinator) else self.body.scope

    @property
    def rank(self) -> int:
        """Sorts the bodies of a country, national ones first."""
        return _RANKS[self.reach]


def address_of(role: Role, slug: str) -> str:
    """Return the address of a body's page below a language.

    >>> address_of("supporter", "eurocities")
    'supporters/eurocities/'
    """
    return f"{role}s/{slug}/"


@dataclass(frozen=True, slots=True)
class Organisations:
    """All bodies of each role, in the order of their files, and who supports each signatory.

    `helpers` holds, by role and the id of a signatory, the slugs of the bodies that support it:
    first the one its record names, then those that name it themselves.
    """

    bodies: Mapping[Role, tuple[Organisation, ...]] = field(
        default_factory=lambda: dict.fromkeys(ROLES, ())
    )
    helpers: Mapping[tuple[Role, str], tuple[str, ...]] = field(default_factory=dict)

    def supporting(self, role: Role, signatory: Signatory) -> tuple[str, ...]:
        """Return the slugs of the bodies that support a signatory in a role."""
        return self.helpers.get((role, signatory.id), ())


def known_bodies(site: Site) -> Mapping[Role, Mapping[str, Body]]:
    """Return the records of all bodies by role and slug."""
    return {"coordinator": site.coordinators, "supporter": site.supporters}


def organisations(site: Site) -> Organisations:
    """Put bodies and signatories together: once over all of them, whoever names the other."""
    bodies = known_bodies(site)
    naming = _naming(bodies)
    helpers: dict[tuple[Role, str], tuple[str, ...]] = {}
    helped: dict[tuple[Role, str], list[Entry]] = defaultdict(list)
    for entry in site.entries:
        for role in ROLES:
            key, own = (role, entry.signatory.id), _own(entry.signatory, role)
            slugs = dict.fromkeys([*([own] if own else []), *naming.get(key, ())])
            if slugs:
                helpers[key] = tuple(slugs)
            for slug in slugs:
                helped[role, slug].append(entry)
    return Organisations(
        bodies={
            role: tuple(
                Organisation(role, slug, body, tuple(helped[role, slug]))
                for slug, body in bodies[role].items()
            )
            for role in ROLES
        },
        helpers=helpers,
    )


def _own(signatory: Signatory, role: Role) -> str | None:
    return signatory.coordinator if role == "coordinator" else signatory.supporter


def account_of(signatory: Signatory, role: Role, slug: str, body: Body) -> Sourced | None:
    """Return who says that a body supports a signatory, None where no source is known.

    It is the list that names the body in the signatory's record and gives its status, too, or else
    the body's own account.
    """
    return signatory.status if _own(signatory, role) == slug else body.supported


def _naming(bodies: Mapping[Role, Mapping[str, Body]]) -> dict[tuple[Role, str], list[str]]:
    """Return, by role and the id of a signatory, the slugs of the bodies that name it."""
    found: dict[tuple[Role, str], list[str]] = defaultdict(list)
    for role, known in bodies.items():
        for slug, body in known.items():
            for key in body.supported.signatories if body.supported else ():
                found[role, key].append(slug)
    return found
