"""Linked data (schema.org, JSON-LD) inside pages."""

import json
from collections.abc import Iterable
from typing import TypeAlias

from markupsafe import Markup

from publishing.views.agenda import EventFacts, EventPage
from publishing.views.data_set import TITLE, DataSet, attribution, period_of
from publishing.views.licences import licences_of
from publishing.views.news import NewsPage
from publishing.views.open_data import OpenData
from publishing.views.organisations import BodyPage
from publishing.views.questions import Question
from publishing.views.signatory import Profile
from publishing.views.tables import TABLE
from publishing.views.tongue import Tongue

# A thing in the words of schema.org.
Thing: TypeAlias = dict[str, object]

_VOCABULARY = "https://schema.org"
_HTML_SAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028"}
# What is not certain has none.
_EVENT_STATUS = {
    "confirmed": "https://schema.org/EventScheduled",
    "cancelled": "https://schema.org/EventCancelled",
}


def embedded_json(value: object) -> Markup:
    """Write JSON that may stand in a script element: no character can end the element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character, escaped in _HTML_SAFE.items():
        text = text.replace(character, escaped)
    return Markup(text)  # noqa: S704 - every character HTML could act on is escaped


def linked(*things: Thing) -> Markup:
    """Write what a page says about things, without what is not known of them."""
    known = [_known(thing) for thing in things]
    if len(known) == 1:
        return embedded_json({"@context": _VOCABULARY, **known[0]})
    return embedded_json({"@context": _VOCABULARY, "@graph": known})


def _known(thing: Thing) -> Thing:
    return {key: value for key, value in thing.items() if value}


def place(profile: Profile, url: str) -> Thing:
    """Describe a signatory: an area, its authority, its membership."""
    area: Thing = {
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
    return area


def publisher(name: str, site_url: str) -> Thing:
    """Describe who publishes the site: one and the same in all languages."""
    return {
        "@type": "Organization",
        "@id": site_url + "#publisher",
        "name": name,
        "url": site_url,
        "logo": site_url + "assets/images/favicon.svg",
    }


def website(name: str, description: str, language: str, url: str, site_url: str) -> Thing:
    """Describe the site in one language, whose start page is at `url`."""
    return {
        "@type": "WebSite",
        "@id": url + "#website",
        "url": url,
        "name": name,
        "description": description,
        "inLanguage": language,
        "publisher": {"@id": site_url + "#publisher"},
    }


def news_article(
    page: NewsPage,
    language: str,
    url: str,
    image: str,
    published_by: Thing,
    original: str,
    translations: Iterable[str],
) -> Thing:
    """Describe a news item in the language of its text.

    `image` is an absolute address; `original` that of the page it was translated from, if it was,
    and `translations` those of the pages that were translated from it.
    """
    return {
        "@type": "NewsArticle",
        "@id": _article(url),
        "mainEntityOfPage": url,
        "headline": page.title,
        "description": page.summary,
        "inLanguage": language,
        "datePublished": page.day,
        "dateModified": page.updated_day,
        "author": published_by,
        "publisher": published_by,
        "image": image,
        "isBasedOn": [address for _name, address in page.sources],
        "translationOfWork": {"@id": _article(original)} if original else None,
        "workTranslation": [{"@id": _article(translation)} for translation in translations],
    }


def _article(url: str) -> str:
    return url + "#article"


def event(page: EventPage, facts: EventFacts, url: str) -> Thing:
    """Describe an event of the agenda. Whether people attend in person is said only if known."""
    return {
        "@type": "Event",
        "@id": url + "#event",
        "url": url,
        "name": page.title.text,
        "description": page.description,
        "inLanguage": page.title.language,
        "startDate": facts.starts,
        "endDate": facts.ends,
        "eventStatus": _EVENT_STATUS.get(facts.status),
        "eventAttendanceMode": (
            "https://schema.org/OnlineEventAttendanceMode" if facts.is_online else None
        ),
        "location": _location(facts),
        "organizer": [{"@type": "Organization", "name": one.text} for one in page.organisers],
    }


def _location(facts: EventFacts) -> Thing | None:
    if facts.is_online:
        return _known({"@type": "VirtualLocation", "name": facts.place})
    if not facts.place:
        return {"@type": "Country", "name": facts.country} if facts.country else None
    country = facts.country_code.upper()
    address = {"@type": "PostalAddress", "addressCountry": country} if country else None
    return _known({"@type": "Place", "name": facts.place, "address": address})


def breadcrumbs(above: Iterable[tuple[str, str]], name: str) -> Thing:
    """Describe the way to a page: (name, absolute address) of those above, and its own name."""
    steps = [{"name": step, "item": address} for step, address in above]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, **step}
            for position, step in enumerate([*steps, {"name": name}], start=1)
        ],
    }


def organisation(page: BodyPage, url: str) -> Thing:
    """Describe a coordinator or supporter."""
    body: Thing = {
        "@type": "GovernmentOrganization" if page.role == "coordinator" else "Organization",
        "@id": url + "#organisation",
        "url": page.website or url,
        "name": page.name.text,
        "alternateName": [name.text for _language, name in page.names],
        "areaServed": [
            {"@type": "Country", "name": name, "identifier": code.upper()}
            for code, name in page.countries
        ],
        "mainEntityOfPage": url,
    }
    return body


def question_page(questions: Iterable[Question], url: str, language: str) -> Thing:
    """Describe a page of questions and answers."""
    return {
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


def dataset(data: DataSet, view: OpenData, publisher: str, tongue: Tongue, url: str) -> Thing:
    """Describe the open data; `url` is that of the page about them."""
    sources = data.site.sources
    period = period_of(TABLE["signatories"], data.rows)
    found: Thing = {
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
    return found
