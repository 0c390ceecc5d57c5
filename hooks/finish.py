"""After the last language: sitemaps, 404, redirects, search names, headers, the closing table."""

import json
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority, get_plugin_logger

from edition import Edition, built_languages, edition_of, is_outermost, site_url
from publishing.addresses import stamped_pages
from publishing.languages.translations import address_of, best_text, is_shell, written_in
from publishing.outputs.headers import headers, robots
from publishing.outputs.sitemap import sitemap, sitemap_index, sitemap_name
from publishing.outputs.summary import summary
from publishing.translating import as_json
from publishing.views.names import search_names

log = get_plugin_logger("site")


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Write what exists once for all languages."""
    if not is_outermost(config):
        return
    edition = edition_of(config)
    site_dir = Path(config.site_dir)
    with edition.timed("closing files"):
        for name, text in _files(config, edition).items():
            target = site_dir / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
    edition.note_the_rest()
    log.info("%s", summary(site_dir, edition.site.languages, edition.seconds, edition.site.notes))


def _files(config: MkDocsConfig, edition: Edition) -> dict[str, str]:
    url = site_url(config)
    path = urlsplit(url).path
    site = edition.site
    built = built_languages(config)
    files = {
        "404.html": edition.templates.render(
            "not_found",
            edition.tongues[site.languages.source.code],
            tongues=[edition.tongues[code] for code in built],
            path=path,
        ),
        "_headers": headers(site.subscription.service or "", site.adhesion.service or ""),
        "robots.txt": robots(url),
        "translations.json": as_json(site.translated, site.outdated_since),
        "signatories/names.json": json.dumps(
            search_names(site.entries), ensure_ascii=False, separators=(",", ":")
        ),
    }
    for code in built:
        files[sitemap_name(site.languages[code])] = sitemap(_pages(url, code, edition))
    files["sitemap.xml"] = sitemap_index(url + sitemap_name(site.languages[code]) for code in built)
    for redirect in site.redirects:
        for code in built:
            language = site.languages[code]
            old = language.address(redirect.old.lstrip("/"))
            new = language.address(redirect.new.lstrip("/"))
            # A news item is not in every language; there the old address never was one.
            if not (Path(config.site_dir) / new / "index.html").is_file():
                continue
            files[old + "index.html"] = edition.templates.render(
                "redirect", edition.tongues[code], target=path + new, canonical=url + new
            )
    return files


def _pages(url: str, code: str, edition: Edition) -> list[tuple[str, str]]:
    """List the pages really written in a language, with the day each last changed."""
    site, changed = edition.site, edition.changed
    language = site.languages[code]
    pages = []
    for path, texts in site.texts.items():
        if code in written_in(texts, site.languages) and not is_shell(path):
            text = best_text(texts, language, site.languages)
            day = "" if text.page.generated else changed.get(text.file, "")
            pages.append((url + language.address(address_of(path)), day))
    pages += [
        (url + language.address(page.address), changed.get(page.file, ""))
        for page in stamped_pages(site, code)
    ]
    return pages
