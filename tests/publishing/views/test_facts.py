from dataclasses import replace

import pytest

from publishing.organisations import organisations
from publishing.records.organisations import Coordinator, Supporter
from publishing.views.citations import Citations, Cited
from publishing.views.facts import Fact, facts_of
from publishing.views.tongue import Worded

RELEASE = {"as_of": "2024-01", "source": "jrc-2024"}
HELPED = {"name": "Alba", "coordinator": "ministry", "supporter": "network"}


@pytest.fixture
def helped(a_site):
    """A site with a coordinator and a supporter."""
    coordinator = Coordinator.model_validate({"name": "Ministry", "country": "md", **RELEASE})
    supporter = Supporter.model_validate(
        {"name": "Network", "country": "md", "scope": "national", **RELEASE}
    )
    return replace(
        a_site(), coordinators={"ministry": coordinator}, supporters={"network": supporter}
    )


@pytest.mark.parametrize(
    ("status", "cited"),
    [({"value": "active", **RELEASE}, Cited(1, "ianuarie 2024")), (None, None)],
    ids=["in the list that gives the status", "status not known"],
)
def test_helpers_are_cited_from_the_list_that_names_them(an_entry, helped, speaking, status, cited):
    entry = an_entry("MD0001", **HELPED, status=status)
    site = replace(helped, entries=(entry,))
    tongue = speaking("ro", words={"Coordinator": "Coordonator"})
    citations = Citations(tongue, helped.sources)
    found = list(
        facts_of(
            entry.signatory, Worded("Alba", "en"), site, organisations(site), tongue, citations
        )
    )
    assert found[-2:] == [
        Fact("Coordonator", Worded("Ministry", "en"), (), cited, "coordinators/ministry/"),
        Fact("Supporter", Worded("Network", "en"), (), cited, "supporters/network/"),
    ]


def test_a_helper_that_names_a_signatory_itself_is_cited_from_its_own_account(
    an_entry, helped, speaking
):
    account = {"signatories": ["MD0002"], "read": "2026-11-21", "url": "https://n.example/"}
    network = Supporter.model_validate(
        {"name": "Network", "country": "md", "scope": "national", **RELEASE, "supported": account}
    )
    entry, tongue = an_entry("MD0002", name="Alba"), speaking("en")
    site = replace(helped, entries=(entry,), supporters={"network": network})
    citations = Citations(tongue, site.sources)
    found = list(
        facts_of(
            entry.signatory, Worded("Alba", "en"), site, organisations(site), tongue, citations
        )
    )
    cited = Cited(2, "read on 21 November 2026")
    named = Fact("Supporter", Worded("Network", "en"), (), cited, "supporters/network/")
    assert found[-1] == named
    assert citations.listed[-1].url == "https://n.example/"
