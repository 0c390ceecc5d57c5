"""The helpdesk: every country has one desk to ask, and every form somewhere to go."""

from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet

from publishing.checks import (
    check_country_code,
    check_country_codes,
    check_page_reference,
    check_wording,
)
from publishing.languages.formats import is_language
from publishing.languages.language import Languages
from publishing.languages.translations import Texts
from publishing.problems import Problem
from publishing.records.helpdesk import AdhesionOffice, FormerOffice, Helpdesk
from publishing.records.pages import GENERATED_AT
from publishing.sources import Read, Source, in_words

PATH = "data/helpdesk.yml"


def check_helpdesk(
    helpdesk: Read[Helpdesk],
    countries: Collection[str],
    pages: Mapping[str, AbstractSet[str]],
    languages: Languages,
) -> Iterator[Problem]:
    """Require one desk for each of `countries`, real languages, and a history that fits.

    `pages` holds the anchors of each page.
    """
    source = helpdesk.source
    asked: set[str] = set()
    for index, desk in enumerate(helpdesk.record.desks):
        listed = ("desks", index, "countries")
        yield from check_country_codes(source, listed, desk.countries, countries)
        for number, code in enumerate(desk.countries):
            if code in asked:
                hint = "Readers are told one place to ask; remove the other."
                yield source.problem((*listed, number), "each country once", code, hint)
            asked.add(code)
        for number, code in enumerate(desk.languages):
            if not is_language(code):
                place = ("desks", index, "languages", number)
                hint = "ISO 639-1, such as uk."
                yield source.problem(place, "the code of a language", code, hint)
    missing = [code for code in countries if code not in asked]
    if missing:
        hint = "Add it to the countries of the desk that answers there."
        found = in_words("none for " + ", ".join(missing))
        yield source.problem(("desks",), "a desk for every country", found, hint)
    if helpdesk.record.former:
        yield from _check_former(source, helpdesk.record.former, countries, pages, languages)


def _check_former(
    source: Source,
    former: FormerOffice,
    countries: Collection[str],
    pages: Mapping[str, AbstractSet[str]],
    languages: Languages,
) -> Iterator[Problem]:
    if former.last_year < former.first_year:
        wanted = f"a year not before {former.first_year}"
        found = in_words(f"the number {former.last_year}")
        yield source.problem(("former", "last_year"), wanted, found, "Are the two swapped?")
    yield from check_page_reference(source, ("former", "page"), former.page, pages)
    for index, seat in enumerate(former.seats):
        place = ("former", "seats", index)
        yield from check_country_code(source, (*place, "country"), seat.country, countries)
        yield from check_wording(source, (*place, "city"), seat.city, languages)


def check_adhesion(
    office: AdhesionOffice, settings: Source, texts: Texts, *, has_helpdesk: bool
) -> Iterator[Problem]:
    """Require somewhere to go for the forms, if there are any.

    Where there is a helpdesk, that is where visitors can send what they have filled in.
    """
    forms = [path for path in GENERATED_AT["form"] if path in texts]
    if forms and not (office.service or office.address or has_helpdesk):
        hint = f"Or write {PATH}: then visitors see whom to send it to."
        wanted = f"service: or address:, as there is {forms[0]}"
        yield settings.problem(("extra", "adhesion"), wanted, in_words("neither"), hint)
