"""Reads and checks all content once, before anything is built; stops with every mistake."""

import time
from dataclasses import replace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger

from edition import built_languages, is_outermost, publish, root_of, site_url
from publishing.dispatch import check_sizes, dispatch
from publishing.history import last_changes, outdated_since
from publishing.problems import report
from publishing.reading import read_site
from publishing.records.values import PartialDate

log = get_plugin_logger("content")


@event_priority(100)
def on_pre_build(config: MkDocsConfig) -> None:
    """Read everything; the nested builds of the other languages use the same reading."""
    if not is_outermost(config):
        return
    root = root_of(config)
    start = time.perf_counter()
    site, problems = read_site(root)
    if site is None:
        raise PluginError("\n" + report(problems))
    for note in problems:
        log.info("%s", note)
    since = outdated_since(root, site.translated)
    site = replace(site, outdated_since={file: PartialDate(day) for file, day in since.items()})
    edition = publish(config, site, last_changes(root))
    edition.started = start
    edition.seconds["reading and checking"] = time.perf_counter() - start
    with edition.timed("e-mails"):
        edition.mails = dispatch(
            site, built_languages(config), edition.desk_in, edition.templates, site_url(config)
        )
    too_large = list(check_sizes(edition.mails))
    if too_large:
        raise PluginError("\n" + report(too_large))
    log.info("%d signatories, %d pages read", len(site.entries), len(site.texts))
