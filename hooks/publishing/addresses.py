"""Every stamped page of a language: its address, the shell that lends its frame, its file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from publishing.newsroom import by_year
from publishing.organisations import Role, address_of
from publishing.records.news import TOPICS
from publishing.site import Site


@dataclass(frozen=True, slots=True)
class StampedPage:
    """A page without Markdown of its own. `file` is empty for lists, which many files make."""

    shell: str
    address: str
    file: str = ""


def stamped_pages(site: Site, code: str) -> Iterator[StampedPage]:
    """Yield every stamped page that is really in a language; those without a shell are absent."""
    return (page for page in _all_pages(site, code) if page.shell in site.texts)


def lists(countries: Iterable[str], years: Iterable[int]) -> Iterator[StampedPage]:
    """Yield the pages that list signatories, news and figures; `years` are those with news."""
    for country in countries:
        yield StampedPage("signatories/_country/index.md", f"signatories/{country}/")
        yield StampedPage("news/_country/index.md", f"news/{country}/")
        yield StampedPage("figures/_country/index.md", f"figures/{country}/")
    for year in years:
        yield StampedPage("news/_year/index.md", f"news/{year}/")
    for topic in TOPICS:
        yield StampedPage("news/topics/_topic/index.md", f"news/topics/{topic}/")


def _all_pages(site: Site, code: str) -> Iterator[StampedPage]:
    yield from lists(site.countries, by_year(site.news))
    for news in site.news:
        if code in news.texts:
            yield StampedPage("news/_item/index.md", news.address, news.texts[code].file)
    for newsletter in site.newsletters:
        if code in newsletter.texts:
            file = newsletter.texts[code].file
            yield StampedPage("newsletter/_issue/index.md", newsletter.address, file)
    for occasion in site.occasions:
        yield StampedPage("agenda/_event/index.md", occasion.address, occasion.file)
    for entry in site.entries:
        yield StampedPage("signatories/_country/_signatory/index.md", entry.address, entry.file)
    yield from bodies("coordinator", site.coordinators)
    yield from bodies("supporter", site.supporters)


def bodies(role: Role, slugs: Iterable[str]) -> Iterator[StampedPage]:
    """Yield the pages of coordinators or of supporters."""
    for slug in slugs:
        file = f"data/{role}s/{slug}.yml"
        yield StampedPage(f"{role}s/_{role}/index.md", address_of(role, slug), file)
