"""The four language rules in MkDocs: fallback texts, alternates, switcher, titles of the menu."""

import os
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from edition import built_languages, current_tongue, edition_of, language_of, root_of, site_url
from publishing.languages.translations import Text, address_of, best_text
from publishing.views import vocabulary
from publishing.views.head import head

# Kinds of pages that are not written in every language: stamped with those that they are in.
_SINGLE = ("news-item", "newsletter-issue", "newsletter-preview")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Leave out languages a preview does not ask for; compute no alternates page by page."""
    plugin: Any = config.plugins["i18n"]
    plugin.reconfigure_files_alternates = lambda *_arguments: None
    wanted = os.environ.get("LANGUAGES", "").replace(",", " ").split()
    known = plugin.all_languages
    unknown = [code for code in wanted if code not in known]
    if unknown:
        raise PluginError(
            f"LANGUAGES: expected codes out of {' '.join(known)}, found {' '.join(unknown)}"
        )
    for language in plugin.config.languages:
        language.build = not wanted or language.default or language.locale in wanted
    return config


@event_priority(-150)
def on_pre_build(config: MkDocsConfig) -> None:
    """Give the theme the language that static-i18n has just chosen."""
    config.theme["language"] = config.plugins["i18n"].current_language  # type: ignore[attr-defined]
    # Both are ours (hooks/finish.py): the theme's know only one language.
    config.theme.static_templates -= {"404.html", "sitemap.xml"}


def _text_of(path: str, config: MkDocsConfig) -> Text:
    """Return the best text of the chain for a page."""
    site = edition_of(config).site
    return best_text(site.texts[path], language_of(config), site.languages)


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """Read the text of the best language instead of the one static-i18n falls back to."""
    text = _text_of(page.file.norm_src_uri, config)  # type: ignore[attr-defined]
    if text.language == page.file.locale:  # type: ignore[attr-defined]
        return None
    return (root_of(config) / text.file).read_text(encoding="utf-8-sig")


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Name generated pages from the catalogue, and tell each page which language its text is in."""
    text = _text_of(page.file.norm_src_uri, config)  # type: ignore[attr-defined]
    tongue = current_tongue(config)
    page.meta["text_language"] = text.language
    page.meta["menu"] = _menu_title(text, config)
    if text.page.generated:
        page.meta["text_language"] = tongue.code
        page.meta["title"] = tongue.say(text.page.title)
        page.meta["description"] = tongue.say(text.page.description)
    return markdown


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Share compiled templates between the builds, and let templates speak."""
    cache = root_of(config) / ".cache/theme"
    cache.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(cache))
    tongue = current_tongue(config)
    env.globals.update({"_": tongue.strings.say, "write": tongue.write})
    return env


@event_priority(-150)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Let pages that stand in no menu light up the menu entry of the folder they are in."""
    by_path: dict[str, Any] = {page.file.norm_src_uri: page for page in nav.pages}  # type: ignore[attr-defined]
    for file in files.documentation_pages():
        path = file.norm_src_uri  # type: ignore[attr-defined]
        if file.page is not None and path not in by_path:
            file.page.parent = by_path.get(path.split("/")[0] + "/index.md")
    return nav


@event_priority(-120)
def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Hand the template the page's languages and its footer."""
    site = edition_of(config).site
    path = page.file.norm_src_uri  # type: ignore[attr-defined]
    context["head"] = head(
        path,
        site.texts[path],
        language_of(config),
        site.languages,
        built_languages(config),
        site_url(config),
    )
    generated = _text_of(path, config).page.generated
    context["is_generated"] = bool(generated)
    context["is_single"] = generated in _SINGLE
    context["is_preview"] = generated == "newsletter-preview"
    tongue = current_tongue(config)
    since = site.outdated_since.get(_text_of(path, config).file)
    context["outdated_since"] = tongue.write.date(since) if since else ""
    context["support"] = tongue.say(vocabulary.SUPPORT)
    context["disclaimer"] = tongue.say(vocabulary.DISCLAIMER)
    context["footer_links"] = [_footer_link(path, config) for path in config.extra["footer"]]
    return context


def _footer_link(path: str, config: MkDocsConfig) -> dict[str, str]:
    return {"address": address_of(path), "title": _menu_title(_text_of(path, config), config)}


def _menu_title(text: Text, config: MkDocsConfig) -> str:
    """Return a page's own title if it is in the language being built, else the catalogue's."""
    site, tongue = edition_of(config).site, current_tongue(config)
    if text.language == tongue.code and not text.page.generated:
        return text.page.title
    return tongue.say(site.texts[text.path][site.languages.source.code].page.title)
