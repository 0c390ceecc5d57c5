"""The catalogue of the open data: DCAT-AP 3 as JSON-LD, for the portals of the EU and others.

Names of things that the EU's authority tables have are taken from there
(https://op.europa.eu/en/web/eu-vocabularies/authority-tables).
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from publishing.site import Site
from publishing.views.data_set import (
    ABOUT,
    TITLE,
    DataFile,
    DataSet,
    attribution,
    countries_of,
    period_of,
)
from publishing.views.licences import CHANGED, TERMS, credit, licences_of, one_licence
from publishing.views.table import Table
from publishing.views.tables import TABLES
from publishing.views.tongue import Tongue

FILE = "catalog.jsonld"
_AUTHORITY = "http://publications.europa.eu/resource/authority/"
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
# ISO 639-1 -> ISO 639-3 as the authority table "language" writes it.
LANGUAGES = {
    "az": "AZE",
    "be": "BEL",
    "en": "ENG",
    "hy": "HYE",
    "ka": "KAT",
    "kk": "KAZ",
    "ky": "KIR",
    "ro": "RON",
    "ru": "RUS",
    "tg": "TGK",
    "tk": "TUK",
    "uk": "UKR",
    "uz": "UZB",
}
# ISO 3166-1 alpha-2 -> alpha-3 as the authority table "country" writes it.
COUNTRIES = {
    "am": "ARM",
    "az": "AZE",
    "by": "BLR",
    "ge": "GEO",
    "kg": "KGZ",
    "kz": "KAZ",
    "md": "MDA",
    "tj": "TJK",
    "tm": "TKM",
    "ua": "UKR",
    "uz": "UZB",
}
# Table -> the themes of the authority table "data-theme" that it belongs to.
_THEMES = {
    "coordinators": ("GOVE", "ENVI"),
    "supporters": ("GOVE", "ENVI"),
    "events": ("GOVE", "ENVI"),
    "names": ("REGI",),
    "sources": ("ENVI",),
}
_THEMES_OF_THE_REST = ("ENVI", "ENER", "REGI")


def _link(term: str) -> dict[str, str]:
    return {"@id": term, "@type": "@id"}


def _links(term: str) -> dict[str, str]:
    return {"@id": term, "@type": "@id", "@container": "@set"}


def _typed(term: str, kind: str) -> dict[str, str]:
    return {"@id": term, "@type": f"xsd:{kind}"}


def _words(term: str) -> dict[str, str]:
    return {"@id": term, "@container": "@language"}


# All in the file itself: whoever reads it needs no network.
_CONTEXT: Mapping[str, object] = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dcat:accessURL": _link("dcat:accessURL"),
    "dcat:byteSize": _typed("dcat:byteSize", "nonNegativeInteger"),
    "dcat:contactPoint": {"@id": "dcat:contactPoint"},
    "dcat:dataset": {"@id": "dcat:dataset", "@container": "@set"},
    "dcat:distribution": {"@id": "dcat:distribution", "@container": "@set"},
    "dcat:downloadURL": _link("dcat:downloadURL"),
    "dcat:endDate": _typed("dcat:endDate", "date"),
    "dcat:keyword": _words("dcat:keyword"),
    "dcat:landingPage": _link("dcat:landingPage"),
    "dcat:mediaType": _link("dcat:mediaType"),
    "dcat:startDate": _typed("dcat:startDate", "date"),
    "dcat:theme": _links("dcat:theme"),
    "dcatap:availability": _link("dcatap:availability"),
    "dct:accessRights": _link("dct:accessRights"),
    "dct:accrualPeriodicity": _link("dct:accrualPeriodicity"),
    "dct:conformsTo": _link("dct:conformsTo"),
    "dct:description": _words("dct:description"),
    "dct:format": _link("dct:format"),
    "dct:issued": _typed("dct:issued", "date"),
    "dct:language": _links("dct:language"),
    "dct:license": _link("dct:license"),
    "dct:modified": _typed("dct:modified", "date"),
    "dct:source": _links("dct:source"),
    "dct:spatial": _links("dct:spatial"),
    "dct:title": _words("dct:title"),
    "foaf:homepage": _link("foaf:homepage"),
    "rdfs:label": _words("rdfs:label"),
    "spdx:algorithm": _link("spdx:algorithm"),
    "spdx:checksumValue": _typed("spdx:checksumValue", "hexBinary"),
    "vcard:hasURL": _link("vcard:hasURL"),
}


def catalogue(data: DataSet, name: str, tongues: Mapping[str, Tongue], contact: str) -> bytes:
    """Describe the data in all `tongues`. `name` is the site's, `contact` the address of a page."""
    site = data.site
    described = _Describer(data, name, tuple(tongues.values()), contact)
    found = {
        "@context": _CONTEXT,
        "@id": data.url + FILE,
        "@type": "dcat:Catalog",
        "dct:title": described.words(TITLE),
        "dct:description": described.words(ABOUT),
        "dct:publisher": described.publisher,
        "dct:rights": described.rights,
        "foaf:homepage": data.url,
        "dct:language": [
            _AUTHORITY + "language/" + LANGUAGES[code] for code in tongues if code in LANGUAGES
        ],
        "dct:spatial": _countries(site.countries),
        **described.dates(),
        "dcat:dataset": [described.dataset(table) for table in TABLES if data.rows[table.name]],
    }
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


def _countries(codes: Iterable[str]) -> list[str]:
    """Name countries as the EU's authority does; one that is not in our table is left out."""
    return [_AUTHORITY + "country/" + COUNTRIES[code] for code in codes if code in COUNTRIES]


class _Describer:
    """Describes parts of one data set."""

    def __init__(self, data: DataSet, name: str, tongues: tuple[Tongue, ...], contact: str) -> None:
        self._data = data
        self._name = name
        self._tongues = tongues
        self._contact = contact

    @property
    def _site(self) -> Site:
        return self._data.site

    @property
    def publisher(self) -> dict[str, object]:
        """Who publishes: the site."""
        return {
            "@id": self._site.url + "#publisher",
            "@type": "foaf:Agent",
            "foaf:name": self._name,
            "foaf:homepage": self._site.url,
        }

    @property
    def rights(self) -> dict[str, object]:
        """On what terms the data may be used, for all files."""
        credit = attribution(self._site) + "."
        return {
            "@id": self._data.url + "#rights",
            "@type": "dct:RightsStatement",
            "rdfs:label": {
                tongue.code: " ".join([tongue.say(TERMS), tongue.say(CHANGED), credit])
                for tongue in self._tongues
            },
        }

    def words(self, message: str) -> dict[str, str]:
        """Say a message in every language."""
        return {tongue.code: tongue.say(message) for tongue in self._tongues}

    def dates(self) -> dict[str, str]:
        """Say when the first release was, and when the data last changed, if that is released."""
        releases = self._site.releases.releases
        issued = {"dct:issued": str(releases[-1].date)} if releases else {}
        modified = {"dct:modified": str(self._data.released)} if self._data.released else {}
        return issued | modified

    def dataset(self, table: Table[Any]) -> dict[str, Any]:
        """Describe a table and the files that hold it."""
        data = self._data
        themes = _THEMES.get(table.name, _THEMES_OF_THE_REST)
        period = period_of(table, data.rows)
        found: dict[str, Any] = {
            "@id": f"{data.url}#{table.name}",
            "@type": "dcat:Dataset",
            "dct:identifier": table.name,
            "dct:title": self.words(table.title),
            "dct:description": self.words(table.holds),
            "dcat:keyword": self.words("Covenant of Mayors"),
            "dct:publisher": {"@id": self._site.url + "#publisher"},
            "dcat:contactPoint": {
                "@id": self._contact,
                "@type": "vcard:Organization",
                "vcard:fn": self._name,
                "vcard:hasURL": self._contact,
            },
            "dcat:theme": [f"{_AUTHORITY}data-theme/{theme}" for theme in themes],
            "dct:spatial": _countries(countries_of(table, self._site, data.rows)),
            "dct:accessRights": _AUTHORITY + "access-right/PUBLIC",
            "dct:accrualPeriodicity": _AUTHORITY + "frequency/IRREG",
            "dcat:landingPage": data.url,
            "dcat:version": data.version,
            "dct:source": self._sources(table.name),
            **self.dates(),
            "dcat:distribution": [self._distribution(file) for file in data.files_of(table.name)],
        }
        if period:
            found["dct:temporal"] = {
                "@type": "dct:PeriodOfTime",
                "dcat:startDate": str(period[0]),
                "dcat:endDate": str(period[1]),
            }
        return {key: value for key, value in found.items() if value}

    def _distribution(self, file: DataFile) -> dict[str, object]:
        data = self._data
        cited = data.sources_of(*file.tables)
        found: dict[str, object] = {
            "@id": data.url + file.name,
            "@type": "dcat:Distribution",
            "dct:title": {self._site.languages.source.code: file.name},
            "dcat:accessURL": data.url,
            "dcat:downloadURL": data.url + file.name,
            "dct:format": _AUTHORITY + "file-type/" + file.authority,
            "dcat:mediaType": _MEDIA_TYPES + file.media_type,
            "dcat:byteSize": str(len(file.content)),
            "spdx:checksum": {
                "@type": "spdx:Checksum",
                "spdx:algorithm": "spdx:checksumAlgorithm_sha256",
                "spdx:checksumValue": hashlib.sha256(file.content).hexdigest(),
            },
            "dct:rights": [{"@id": data.url + "#rights"}, self._rights_in(file)],
            "dct:source": self._sources(*file.tables),
            "dcatap:availability": _AUTHORITY + "planned-availability/STABLE",
        }
        # DCAT-AP allows one licence; where sources have several or none, their rights tell.
        licence = one_licence(cited, self._site.sources)
        if licence:
            found["dct:license"] = _AUTHORITY + "licence/" + licence.authority
        return {key: value for key, value in found.items() if value}

    def _sources(self, *tables: str) -> list[str]:
        return [self._data.address_of(key) for key in self._data.sources_of(*tables)]

    def _rights_in(self, file: DataFile) -> dict[str, object]:
        """Say whom to credit for a file, and under which licences its sources stand."""
        known = self._site.sources
        cited = [key for key in self._data.sources_of(*file.tables) if key in known]
        licences = [
            _AUTHORITY + "licence/" + licence.authority for licence in licences_of(cited, known)
        ]
        label = credit(known[key] for key in cited) or TERMS
        found: dict[str, object] = {
            "@id": f"{self._data.url}{file.name}#rights",
            "@type": "dct:RightsStatement",
            "rdfs:label": {self._site.languages.source.code: label},
        }
        if licences:
            found["dct:license"] = licences[0] if len(licences) == 1 else licences
        return found
