"""Bodies and the signatories they support: both directions say the same."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.addresses import bodies
from publishing.organisations import ROLES, organisations
from publishing.records.organisations import Coordinator, Supporter

PAGE = {"read": "2026-11-21", "url": "https://page.example/"}
SLUGS = ("alpha", "beta", "gamma")
KEYS = tuple(f"MD{number:04}" for number in range(1, 6))


def _coordinator(*names: str, **facts: object) -> Coordinator:
    account = {"supported": {"signatories": list(names), **PAGE}} if names else {}
    return Coordinator.model_validate({"name": "M", "country": "md", **PAGE, **account, **facts})


def test_a_body_supports_whom_the_signatories_say_and_whom_it_names_itself(an_entry, a_site):
    ours, other = an_entry("MD0001", coordinator="ministry"), an_entry("MD0002")
    stranger = an_entry("MD0003")
    site = replace(
        a_site(ours, other, stranger), coordinators={"ministry": _coordinator("MD0001", "MD0002")}
    )
    [ministry] = organisations(site).bodies["coordinator"]
    assert ministry.signatories == (ours, other)
    assert organisations(site).bodies["supporter"] == ()


def test_one_name_in_both_roles_is_two_bodies(an_entry, a_site):
    entry = an_entry("MD0001", coordinator="agency")
    network = Supporter.model_validate(
        {"name": "Agency", "country": "md", "scope": "national", **PAGE}
    )
    site = replace(
        a_site(entry), coordinators={"agency": _coordinator()}, supporters={"agency": network}
    )
    found = organisations(site).bodies
    addresses = [(one.address, one.file, one.signatories) for role in ROLES for one in found[role]]
    assert addresses == [
        ("coordinators/agency/", "data/coordinators/agency.yml", (entry,)),
        ("supporters/agency/", "data/supporters/agency.yml", ()),
    ]


@pytest.mark.parametrize(
    ("reach", "rank"), [("national", 0), ("territorial", 1), (None, 2)], ids=str
)
def test_national_bodies_come_first_and_those_of_unknown_reach_last(a_site, reach, rank):
    site = replace(a_site(), coordinators={"m": _coordinator(kind=reach)})
    [found] = organisations(site).bodies["coordinator"]
    assert (found.reach, found.rank) == (reach, rank)


@given(
    own=st.lists(st.none() | st.sampled_from(SLUGS), min_size=len(KEYS), max_size=len(KEYS)),
    named=st.lists(st.sets(st.sampled_from(KEYS)), min_size=len(SLUGS), max_size=len(SLUGS)),
)
def test_both_directions_always_say_the_same(an_entry, a_site, own, named):
    entries = [
        an_entry(key, coordinator=slug) if slug else an_entry(key)
        for key, slug in zip(KEYS, own, strict=True)
    ]
    known = {slug: _coordinator(*sorted(keys)) for slug, keys in zip(SLUGS, named, strict=True)}
    found = organisations(replace(a_site(*entries), coordinators=known))
    from_bodies = sorted(
        (one.slug, entry.signatory.id)
        for one in found.bodies["coordinator"]
        for entry in one.signatories
    )
    from_signatories = sorted(
        (slug, entry.signatory.id)
        for entry in entries
        for slug in found.supporting("coordinator", entry.signatory)
    )
    assert from_bodies == from_signatories
    assert len(from_bodies) == len(set(from_bodies))


def test_every_body_has_a_stamped_page_with_its_file():
    [page] = bodies("supporter", ["eurocities"])
    assert (page.shell, page.address, page.file) == (
        "supporters/_supporter/index.md",
        "supporters/eurocities/",
        "data/supporters/eurocities.yml",
    )
