"""Coordinators and supporters in one language: their lists, and the page of each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from publishing.languages.collation import in_order
from publishing.organisations import Organisation, Role, address_of
from publishing.records.organisations import Body
from publishing.records.values import Sourced
from publishing.site import Site
from publishing.views import vocabulary
from publishing.views.citations import Citation, Citations, Cited
from publishing.views.facts import Fact
from publishing.views.names import body_name
from publishing.views.signatory import Link
from publishing.views.tongue import Name, Tongue, Worded


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A body in a list; `remarks` say its kind, since when, and how many it supports."""

    name: Worded
    address: str
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BodyGroup:
    """The bodies of a country, national ones first; `code` is the country's."""

    code: str
    name: str
    lines: tuple[BodyLine, ...]


@dataclass(frozen=True, slots=True)
class BodyList:
    """All bodies of a role by country, then those of several countries.

    `without` are countries that none is known in.
    """

    role: Role
    groups: tuple[BodyGroup, ...]
    international: tuple[BodyLine, ...]
    without: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class BodyPage:
    """Everything the page of a body shows; `unknown` names what no source tells.

    `countries` are those it works in: their codes and names.
    """

    role: Role
    name: Worded
    kind: str
    description: str
    countries: tuple[tuple[str, str], ...]
    website: str
    facts: tuple[Fact, ...]
    services: tuple[Fact, ...]
    signatories: tuple[Link, ...]
    names: tuple[tuple[str, Worded], ...]
    sources: tuple[Citation, ...]
    unknown: tuple[str, ...]
    file: str


def body_list(role: Role, bodies: Sequence[Organisation], site: Site, tongue: Tongue) -> BodyList:
    """List the bodies of a role, countries in the order of the language's alphabet."""
    international = [one for one in bodies if one.reach == "international"]
    national = [one for one in bodies if one.reach != "international"]
    groups = [
        BodyGroup(code, name, body_lines(code, national, tongue))
        for code, name in tongue.countries(site.countries)
    ]
    reached = {code for one in bodies for code in one.body.works_in}
    return BodyList(
        role=role,
        groups=tuple(group for group in groups if group.lines),
        international=tuple(_line(one, tongue) for one in _by_name(international, tongue)),
        without=tuple((group.code, group.name) for group in groups if group.code not in reached),
    )


def body_lines(
    country: str, bodies: Iterable[Organisation], tongue: Tongue
) -> tuple[BodyLine, ...]:
    """List the bodies of a country: national ones first, then by name."""
    own = [one for one in bodies if country in one.body.works_in]
    return tuple(
        _line(one, tongue) for one in sorted(_by_name(own, tongue), key=lambda one: one.rank)
    )


def _by_name(bodies: Iterable[Organisation], tongue: Tongue) -> list[Organisation]:
    return in_order(bodies, lambda one: body_name(one.body, tongue).text, tongue.code)


def _line(one: Organisation, tongue: Tongue) -> BodyLine:
    remarks = [_kind(one, tongue)]
    if one.reach == "international":
        remarks.append(_countries(one, tongue))
    if one.body.since:
        remarks.append(tongue.say("since {year}", year=one.body.since.year))
    if one.signatories:
        remarks.append(_signatories(len(one.signatories), tongue))
    return BodyLine(body_name(one.body, tongue), one.address, tuple(remarks))


def _countries(one: Organisation, tongue: Tongue) -> str:
    return ", ".join(name for _code, name in tongue.countries(one.body.works_in))


def _kind(one: Organisation, tongue: Tongue) -> str:
    return tongue.say(vocabulary.ORGANISATION_KIND[one.role, one.reach])


def _signatories(number: int, tongue: Tongue) -> str:
    return tongue.count(
        "{number} signatory", "{number} signatories", number, number=tongue.write.number(number)
    )


def body_links(
    role: Role, slugs: Iterable[str], bodies: Mapping[str, Body], tongue: Tongue
) -> tuple[tuple[Worded, str], ...]:
    """Name bodies and their addresses below the language."""
    return tuple((body_name(bodies[slug], tongue), address_of(role, slug)) for slug in slugs)


def body_page(one: Organisation, site: Site, names: Mapping[str, Name], tongue: Tongue) -> BodyPage:
    """Put a body into words; `names` holds the names of all signatories in this language, by id."""
    body, say = one.body, tongue.say
    citations = Citations(tongue, site.sources)
    name = body_name(body, tongue)
    facts = tuple(_facts(one, name, tongue, citations))
    services = tuple(
        _fact("", say(vocabulary.SERVICE[given.kind]), given, tongue, citations)
        for given in body.services
    )
    return BodyPage(
        role=one.role,
        name=name,
        kind=_kind(one, tongue),
        description=say(
            "{name} ({country}): {kind} of the Covenant of Mayors. The signatories it supports, "
            "its services, and the sources.",
            name=name.text,
            country=_countries(one, tongue),
            kind=_kind(one, tongue),
        ),
        countries=tuple(tongue.countries(body.works_in)),
        website=body.website or "",
        facts=facts,
        services=services,
        signatories=_supported(one, names, tongue),
        names=tuple(
            (tongue.write.language_name(code), Worded(text, code))
            for code, text in {body.language: body.name, **body.names}.items()
            if code != name.language
        ),
        sources=citations.listed,
        unknown=tuple(_unknown(body, tongue)),
        file=one.file,
    )


def _facts(
    one: Organisation, shown: Worded, tongue: Tongue, citations: Citations
) -> Iterator[Fact]:
    body, say = one.body, tongue.say
    yield _fact(say("Role"), _kind(one, tongue), body, tongue, citations)
    if one.reach == "international":
        yield _fact(say("Countries"), _countries(one, tongue), body, tongue, citations)
    if shown.text != body.name:
        yield Fact(say("Name in the source"), Worded(body.name, body.language))
    if body.since:
        yield _fact(say("Year of joining"), str(body.since.year), body.since, tongue, citations)
    for page in body.named:
        yield _named(page, one.role, tongue, citations)
    if one.signatories:
        number = tongue.write.number(len(one.signatories))
        remark = say("Counted here, whatever their status: the list is below.")
        label = say("Signatories supported")
        yield Fact(label, Worded(number, tongue.code), (remark,), _counted(one, citations))
    if body.supported and body.supported.number is not None:
        number = tongue.write.number(body.supported.number)
        label = say("Signatories supported, as published elsewhere")
        yield _fact(label, number, body.supported, tongue, citations)


def _fact(label: str, value: str, source: Sourced, tongue: Tongue, citations: Citations) -> Fact:
    return Fact(label, Worded(value, tongue.code), cited=citations.cite(source))


def _named(page: Sourced, role: Role, tongue: Tongue, citations: Citations) -> Fact:
    """Tell of a page that names the body in its role: the day it speaks of, or was read."""
    cited = citations.cite(page)
    label = tongue.say(vocabulary.NAMED_AS[role])
    return Fact(label, Worded(cited.date, tongue.code), cited=Cited(cited.number, ""))


def _counted(one: Organisation, citations: Citations) -> Cited | None:
    """Cite the list that names the body in the signatories' records; it gives their status too."""
    signatories = [entry.signatory for entry in one.signatories]
    listed = [found.status for found in signatories if found.status and one.is_named_by(found)]
    if listed:
        return citations.cite(listed[0])
    return citations.cite(one.body.supported) if signatories and one.body.supported else None


def _supported(one: Organisation, names: Mapping[str, Name], tongue: Tongue) -> tuple[Link, ...]:
    """Link the signatories in the order of the language's alphabet, each with its status."""
    links = []
    for entry in one.signatories:
        status = entry.signatory.status.value if entry.signatory.status else None
        remark = tongue.say(vocabulary.STATUS[status])
        links.append(Link(names[entry.signatory.id], entry.address, remark, status or "unknown"))
    return tuple(in_order(links, lambda link: link.name.full, tongue.code))


def _unknown(body: Body, tongue: Tongue) -> Iterator[str]:
    """Name what a complete page would have and this one lacks."""
    if body.since is None:
        yield tongue.say("Year of joining")
    if not body.services:
        yield tongue.say("Services")
    if body.website is None:
        yield tongue.say("Website")
