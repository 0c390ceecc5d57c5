"""The page of the search in one language: what can be chosen, and what its script needs."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from publishing.languages.searching import treatment_of
from publishing.site import Site
from publishing.views import vocabulary
from publishing.views.findable import KINDS
from publishing.views.tongue import Tongue


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What the search offers: (key, label) of kinds and countries.

    `others` are the languages in which it looks when the readers' own has nothing: (code, name).
    `treatments` say, by language, how the script treats words: as JSON.
    """

    kinds: tuple[tuple[str, str], ...]
    countries: tuple[tuple[str, str], ...]
    others: tuple[tuple[str, str], ...]
    treatments: Mapping[str, str]


def search_page(site: Site, tongue: Tongue, built: tuple[str, ...]) -> SearchPage:
    """Offer the search to readers of a language; `built` are those of this build."""
    others = [code for code in tongue.language.chain if code != tongue.code and code in built]
    return SearchPage(
        kinds=tuple((kind, tongue.say(vocabulary.FOUND_KIND[kind])) for kind in KINDS),
        countries=tuple(tongue.countries(site.countries)),
        others=tuple((code, tongue.write.language_name(code)) for code in others),
        treatments={
            code: json.dumps(treatment_of(code).as_json(), ensure_ascii=False)
            for code in (tongue.code, *others)
        },
    )
