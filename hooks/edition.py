"""One build's content and the hooks' way to it: kept with the configuration, never in a module."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_build_datetime

from publishing.directory import nearest
from publishing.dispatch import Dispatch
from publishing.languages.language import Language
from publishing.newsletter import Material, material_of
from publishing.newsroom import by_reference, related
from publishing.open_data import data_set
from publishing.organisations import Organisations, organisations
from publishing.outputs.rendering import Templates, templates_of
from publishing.site import News, Site
from publishing.views.data_set import DataSet
from publishing.views.feeds import FeedGroup
from publishing.views.findable import Told
from publishing.views.listing import Directory, directory
from publishing.views.names import all_names, clashing
from publishing.views.newsletter import Desk
from publishing.views.signatory import Surroundings
from publishing.views.tongue import Name, Tongue, tongues_of

_KEY = "edition"
_NEIGHBOURS = 5
_RELATED = 4


@dataclass
class Edition:
    """What was read for this build, what is derived from it once, and how long things took.

    `organisations` are the coordinators and supporters with the signatories they support.
    `news_of` holds the news that name a signatory, `news_about` those of an event, `related` those
    that have to do with an item, each by id; `mails` the newsletter in the languages of this build;
    `data` is the open data. `told` holds, by language and address, what each page says of itself.
    """

    site: Site
    organisations: Organisations
    around: Surroundings
    templates: Templates
    tongues: dict[str, Tongue]
    changed: dict[str, str]
    clashes: frozenset[str]
    today: date
    news_of: Mapping[str, list[News]]
    news_about: Mapping[str, list[News]]
    related: Mapping[str, list[News]]
    material: Material
    data: DataSet
    mails: Dispatch = field(default_factory=dict)
    feed_groups: dict[str, tuple[FeedGroup, ...]] = field(default_factory=dict)
    names: dict[str, dict[str, Name]] = field(default_factory=dict)
    told: dict[str, dict[str, Told]] = field(default_factory=dict)
    listings: dict[str, Directory] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    started: float = 0.0

    def tell(self, code: str, address: str, told: Told) -> None:
        """Note what a page of a language says of itself; `address` is below the language."""
        self.told.setdefault(code, {})[address] = told

    def names_in(self, code: str) -> dict[str, Name]:
        """Return all signatories' names in a language, made once."""
        if code not in self.names:
            self.names[code] = all_names(self.site, self.clashes, self.tongues[code])
        return self.names[code]

    def listing_in(self, code: str) -> Directory:
        """Return the directory's view in a language, made once."""
        if code not in self.listings:
            with self.timed("directory views"):
                names = self.names_in(code)
                tongue = self.tongues[code]
                self.listings[code] = directory(self.site, self.organisations, names, tongue)
        return self.listings[code]

    def desk_in(self, code: str) -> Desk:
        """Return the desk that puts issues of the newsletter into a language."""
        return Desk(self.site, self.tongues[code], self.names_in(code), self.material)

    def note_the_rest(self) -> None:
        """Count the time that no phase has claimed: the theme's ordinary pages, mostly."""
        passed = time.perf_counter() - self.started
        self.seconds["ordinary pages and the rest"] = passed - sum(self.seconds.values())

    @contextmanager
    def timed(self, phase: str) -> Iterator[None]:
        """Add the time spent inside to a phase of the closing table."""
        start = time.perf_counter()
        yield
        self.seconds[phase] = self.seconds.get(phase, 0.0) + time.perf_counter() - start


def root_of(config: MkDocsConfig) -> Path:
    """Return the project's folder."""
    return Path(config.config_file_path).resolve().parent


def publish(config: MkDocsConfig, site: Site, changed: dict[str, str]) -> Edition:
    """Make an edition of a site and keep it for the hooks of this build."""
    root = root_of(config)
    bodies = organisations(site)
    edition = Edition(
        site=site,
        organisations=bodies,
        around=Surroundings(
            by_id={entry.signatory.id: entry for entry in site.entries},
            neighbours=nearest(site.entries, _NEIGHBOURS),
            organisations=bodies,
        ),
        templates=templates_of(root),
        tongues=tongues_of(site.languages, site.strings),
        changed=changed,
        clashes=clashing(site.entries),
        today=get_build_datetime().date(),
        news_of=by_reference(site.news, "signatories"),
        news_about=by_reference(site.news, "events"),
        related=related(site.news, _RELATED),
        material=material_of(site),
        data=data_set(site),
    )
    config.extra[_KEY] = edition
    return edition


def edition_of(config: MkDocsConfig) -> Edition:
    """Return the edition of this build."""
    edition = config.extra[_KEY]
    if not isinstance(edition, Edition):
        raise TypeError("hooks/content.py has not run")
    return edition


def language_of(config: MkDocsConfig) -> Language:
    """Return the language that is being built."""
    code = config.plugins["i18n"].current_language  # type: ignore[attr-defined]
    return edition_of(config).site.languages[code]


def built_languages(config: MkDocsConfig) -> tuple[str, ...]:
    """Return the languages of this build, in the order of the list."""
    return tuple(config.plugins["i18n"].build_languages)  # type: ignore[attr-defined]


def site_url(config: MkDocsConfig) -> str:
    """Return the site's absolute address, which ends with a slash."""
    return config.site_url or ""


def is_outermost(config: MkDocsConfig) -> bool:
    """Whether this build is the one around all others: static-i18n nests the languages."""
    return not config.plugins["i18n"].building  # type: ignore[attr-defined]


def current_tongue(config: MkDocsConfig) -> Tongue:
    """Return the language that is being built, ready to speak."""
    return edition_of(config).tongues[language_of(config).code]
