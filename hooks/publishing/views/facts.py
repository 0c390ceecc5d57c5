"""The lines of a profile: what is known of a signatory, each with its source."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from publishing.organisations import Organisations, account_of, address_of, known_bodies
from publishing.records.signatories import Milestone, Population, Signatory, Target
from publishing.records.values import Sourced
from publishing.site import Site
from publishing.views import vocabulary
from publishing.views.citations import Citations, Cited
from publishing.views.names import body_name
from publishing.views.tongue import Tongue, Worded


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the profile: what it is, its value, remarks, and where it comes from.

    `address`, below the language, is that of a page about the value.
    """

    label: str
    value: Worded
    remarks: tuple[str, ...] = ()
    cited: Cited | None = None
    address: str = ""


def facts_of(
    signatory: Signatory,
    shown: Worded,
    site: Site,
    bodies: Organisations,
    tongue: Tongue,
    citations: Citations,
) -> Iterator[Fact]:
    """Yield the lines in their order. `shown` is the name in the page's heading."""
    tell = _Teller(tongue, citations)
    if signatory.name != shown.text:
        label = tongue.say("Name in the source")
        yield Fact(label, Worded(signatory.name, site.languages.source.code))
    for population in signatory.population:
        yield tell.population(population)
    yield from tell.adhesion(signatory)
    for plan in signatory.action_plan:
        value = tongue.say(vocabulary.ACTION_PLAN[plan.evidence])
        yield tell.fact(tongue.say("Action plan"), value, plan)
    for target in signatory.targets:
        yield tell.target(target)
    for milestone in signatory.milestones:
        yield tell.milestone(milestone)
    for role, known in known_bodies(site).items():
        for slug in bodies.supporting(role, signatory):
            account = account_of(signatory, role, slug, known[slug])
            cited = citations.cite(account) if account else None
            label = tongue.say(vocabulary.ORGANISATION_KIND[role, None])
            yield Fact(label, body_name(known[slug], tongue), (), cited, address_of(role, slug))


@dataclass(frozen=True, slots=True)
class _Teller:
    """Says single facts in one language and cites their sources."""

    tongue: Tongue
    citations: Citations

    def fact(self, label: str, value: str, source: Sourced, *remarks: str) -> Fact:
        worded = Worded(value, self.tongue.code)
        return Fact(label, worded, remarks, self.citations.cite(source))

    def population(self, population: Population) -> Fact:
        say = self.tongue.say
        remarks = [say(vocabulary.POPULATION_KIND[population.kind])]
        if population.doubt:
            remarks.append(say(vocabulary.DOUBT[population.doubt]))
        value = self.tongue.write.number(population.value)
        return self.fact(say("Population"), value, population, *remarks)

    def adhesion(self, signatory: Signatory) -> Iterator[Fact]:
        say, write = self.tongue.say, self.tongue.write
        adhesion = signatory.adhesion
        if adhesion is not None:
            precision = vocabulary.ADHESION_PRECISION[adhesion.precision]
            remarks = [say(precision)] if precision else []
            yield self.fact(say("Latest adhesion"), write.date(adhesion.date), adhesion, *remarks)
        if signatory.first_adhesion is not None:
            first = signatory.first_adhesion
            yield self.fact(say("First adhesion"), write.date(first.date), first)
        if signatory.named_as_signatory is not None:
            named = signatory.named_as_signatory
            day = named.as_of or named.read
            value = write.date(day) if day else ""
            unknown = say("The date of adhesion is not known.")
            fact = self.fact(say("Named as a signatory"), value, named, unknown)
            yield replace(fact, cited=Cited(self.citations.cite(named).number, ""))
        if adhesion is not None and adhesion.kind is not None:
            group = (say("Group: {name}", name=adhesion.group),) if adhesion.group else ()
            kind = say(vocabulary.ADHESION_KIND[adhesion.kind])
            yield Fact(say("Way of joining"), Worded(kind, self.tongue.code), group)

    def target(self, target: Target) -> Fact:
        say = self.tongue.say
        percent = "\N{MINUS SIGN}" + self.tongue.write.percent(target.percent)
        value = say("{percent} by {year}", percent=percent, year=target.year)
        base = [say("compared with {year}", year=target.base_year)] if target.base_year else []
        return self.fact(say("CO₂ reduction target"), value, target, *base)

    def milestone(self, milestone: Milestone) -> Fact:
        label = self.tongue.say(vocabulary.MILESTONE[milestone.kind])
        return self.fact(label, self._milestone_value(milestone), milestone)

    def _milestone_value(self, milestone: Milestone) -> str:
        if milestone.kind == "climate-neutrality-year":
            return str(int(milestone.value))
        if milestone.kind == "reduction-reached-2020":
            return "\N{MINUS SIGN}" + self.tongue.write.percent(milestone.value)
        return self.tongue.say("{amount} t", amount=self.tongue.write.number(milestone.value))
