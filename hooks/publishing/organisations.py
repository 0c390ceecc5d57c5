"""Coordinators and supporters with the signatories they support. In no language."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from publishing.records.organisations import Body, Coordinator, Supporter
from publishing.records.signatories import Signatory
from publishing.site import Entry, Site

_B = TypeVar("_B", Coordinator, Supporter)
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
        own = signatory.coordinator if self.role == "coordinator" else signatory.supporter
        return own == self.slug

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


def organisations(site: Site) -> dict[Role, tuple[Organisation, ...]]:
    """Return all bodies of each role, in the order of their files."""
    bodies: dict[Role, Mapping[str, Body]] = {
        "coordinator": site.coordinators,
        "supporter": site.supporters,
    }
    helped: dict[tuple[Role, str], list[Entry]] = defaultdict(list)
    for entry in site.entries:
        for slug in supporting(entry.signatory, entry.signatory.coordinator, site.coordinators):
            helped["coordinator", slug].append(entry)
        for slug in supporting(entry.signatory, entry.signatory.supporter, site.supporters):
            helped["supporter", slug].append(entry)
    return {
        role: tuple(
            Organisation(role, slug, body, tuple(helped[role, slug]))
            for slug, body in bodies[role].items()
        )
        for role in ROLES
    }


def supporting(signatory: Signatory, own: str | None, bodies: Mapping[str, _B]) -> Iterator[str]:
    """Yield the slugs of the bodies that support a signatory.

    First its `own`, which its record names, then those that name it themselves.
    """
    if own is not None:
        yield own
    for slug, body in bodies.items():
        named = body.supported.signatories if body.supported else ()
        if slug != own and signatory.id in named:
            yield slug
