"""JSON Schemas of the records, for editors' tools that complete and check while typing."""

import json
from pathlib import Path

from publishing.records.countries import CountryList, PublicationList, RedirectList
from publishing.records.documents import DocumentList
from publishing.records.events import Event
from publishing.records.funding import Funding
from publishing.records.glossary import TermList
from publishing.records.helpdesk import Helpdesk
from publishing.records.ledger import Ledger
from publishing.records.news import NewsItem, NewsTranslation
from publishing.records.newsletters import Issue, IssueTranslation, KnownIssueList
from publishing.records.organisations import Coordinator, Supporter
from publishing.records.pages import Page
from publishing.records.programme import Programme, StatisticList
from publishing.records.releases import ReleaseList
from publishing.records.signatories import Signatory
from publishing.records.values import Record

_SCHEMAS: dict[str, type[Record]] = {
    "signatory": Signatory,
    "coordinator": Coordinator,
    "supporter": Supporter,
    "page": Page,
    "news": NewsItem,
    "news-translation": NewsTranslation,
    "newsletter": Issue,
    "newsletter-translation": IssueTranslation,
    "known-newsletters": KnownIssueList,
    "event": Event,
    "ledger": Ledger,
    "glossary": TermList,
    "helpdesk": Helpdesk,
    "countries": CountryList,
    "sources": PublicationList,
    "redirects": RedirectList,
    "funding": Funding,
    "documents": DocumentList,
    "releases": ReleaseList,
    "programme": Programme,
    "statistics": StatisticList,
}


def schemas() -> dict[str, str]:
    """Return file name -> JSON Schema (2020-12) as text."""
    return {
        f"{name}.json": json.dumps(model.model_json_schema(), ensure_ascii=False, indent=2) + "\n"
        for name, model in _SCHEMAS.items()
    }


def write_schemas(root: Path) -> list[str]:
    """Write the schemas to `data/schemas/`; returns their paths."""
    folder = root / "data/schemas"
    folder.mkdir(parents=True, exist_ok=True)
    written = schemas()
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [f"data/schemas/{name}" for name in written]
