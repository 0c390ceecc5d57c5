"""Linked data (schema.org, JSON-LD) inside pages."""

import json
from collections.abc import Iterable

from markupsafe import Markup

from publishing.views.data_set import TITLE, DataSet, attribution, period_of
from publishing.views.licences import licences_of
from publishing.views.open_data import OpenData
from publishing.views.organisations import BodyPage
from publishing.views.questions import Question
from publishing.views.signatory import Profile
from publishing.views.tables import TABLE
from publishing.views.tongue import Tongue

_HTML_SAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028"}


def embedded_json(value: object) -> Markup:
    """Write JSON that may stand in a script element: no character can end the element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character, escaped in _HTML_SAFE.items():
        text = text.replace(character, escaped)
    return Markup(text)  # noqa: S704 - every character HTML could act on is escaped


def place(profile: Profile, url: str) -> Markup:
    """Describe a signatory in the words of schema.org: an area, its authority, its membership."""
    area: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": ["AdministrativeArea", "GovernmentOrganization"],
        "@id": url + "#place",
        "url": url,
        "name": profile.name.text,
        "identifier": profile.identifier,
        "alternateName": list(profile.alternate_names),
        "containedInPlace": {
            "@type": "Country",
            "name": profile.country,
            "identifier": profile.country_code.upper(),
        },
        "memberOf": {"@type": "Organization", "name": profile.initiative},
    }
    if profile.position:
        area["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": profile.position[0],
            "longitude": profile.position[1],
        }
    return embedded_json({key: value for key, value in area.items() if value})


def organisation(page: BodyPage, url: str) -> Markup:
    """Describe a coordinator or supporter in the words of schema.org."""
    country = {"@type": "Country", "name": page.country, "identifier": page.country_code.upper()}
    body: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "GovernmentOrganization" if page.role == "coordinator" else "Organization",
        "@id": url + "#organisation",
        "url": page.website or url,
        "name": page.name.text,
        "alternateName": [name.text for _language, name in page.names],
        "areaServed": country,
        "mainEntityOfPage": url,
    }
    return embedded_json({key: value for key, value in body.items() if value})


def question_page(questions: Iterable[Question], url: str, language: str) -> Markup:
    """Describe a page of questions and answers in the words of schema.org."""
    return embedded_json(
        {
            "@context": "https://schema.org",
            "@type": "FAQPage",
            "@id": url,
            "url": url,
            "inLanguage": language,
            "mainEntity": [
                {
                    "@type": "Question",
                    "@id": f"{url}#{question.id}",
                    "name": question.question,
                    "acceptedAnswer": {"@type": "Answer", "text": str(question.answer)},
                }
                for question in questions
            ],
        }
    )


def dataset(data: DataSet, view: OpenData, publisher: str, tongue: Tongue, url: str) -> Markup:
    """Describe the open data in the words of schema.org; `url` is that of the page about them."""
    sources = data.site.sources
    period = period_of(TABLE["signatories"], data.rows)
    found: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": data.url + "#data",
        "url": url,
        "name": f"{publisher}: {tongue.say(TITLE)}",
        "description": view.about,
        "inLanguage": tongue.code,
        "version": data.version,
        "dateModified": data.released,
        "isAccessibleForFree": True,
        "license": [licence.url for licence in licences_of(sources, sources)],
        "creditText": attribution(data.site),
        "creator": {"@type": "Organization", "name": publisher, "url": data.site.url},
        "isBasedOn": [source.url for source in sources.values()],
        "spatialCoverage": [
            {"@type": "Country", "name": name, "identifier": code.upper()}
            for code, name in tongue.countries(data.site.countries)
        ],
        "temporalCoverage": f"{period[0]}/{period[1]}" if period else None,
        "distribution": [
            {
                "@type": "DataDownload",
                "name": file.name,
                "contentUrl": data.url + file.name,
                "encodingFormat": file.media_type,
                "contentSize": str(len(file.content)),
            }
            for file in data.files
        ],
    }
    return embedded_json({key: value for key, value in found.items() if value})
