"""Every feed and its archive, their list for readers and for OPML, and how pages point to them."""

from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from edition import Edition, current_tongue, edition_of, site_url
from publishing.outputs.feeds import feed_files, opml
from publishing.site import Entry, News, Newsletter, Occasion
from publishing.views.agenda import event_page
from publishing.views.calendars import calendar_links, webcal
from publishing.views.feeds import (
    Feed,
    FeedGroup,
    Publisher,
    announced,
    documents,
    feed_groups,
)
from publishing.views.news import news_html, news_image
from publishing.views.signatory import adhesion_facts, commitments_of
from publishing.views.tongue import Tongue
from shells import fill_parts, folder_of, kind_of, root_from, write_file

# Kind of page -> its own feeds: (words around its title, or none; folder with the shell's token).
_OWN = {
    "news": (("", "news/"),),
    "newsletter": (("", "newsletter/"),),
    "newsletter-issue": (("Newsletter", "newsletter/"),),
    "agenda": (("", "agenda/"),),
    "country": (
        ("News: {name}", "news/_country/"),
        ("New signatories: {name}", "signatories/_country/"),
    ),
    "news-country": (("", "news/_country/"),),
    "news-topic": (("", "news/topics/_topic/"),),
}


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Write every feed of the language being built, also where no page lists them."""
    _published(config)
    return env


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """List all feeds and calendars where a page asks for `<!-- part: feeds -->`."""
    return fill_parts(html, page, config, {"feeds": _list})


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Let every page point to the feeds of its language, and to its own."""
    tongue = current_tongue(config)
    own = _OWN.get(kind_of(page, config), ())
    # A shell has the token of a record's name for its title.
    title = str(page.meta.get("title", ""))
    titled = [
        (tongue.say(message, name=title) if message else title, folder) for message, folder in own
    ]
    context["feeds"] = announced(tongue, titled)
    return context


def _published(config: MkDocsConfig) -> tuple[FeedGroup, ...]:
    """Write the feeds of the language being built, once, and return their list for readers."""
    edition, tongue = edition_of(config), current_tongue(config)
    if tongue.code not in edition.feed_groups:
        with edition.timed("feeds"):
            edition.feed_groups[tongue.code] = _publish(edition, tongue, config)
    return edition.feed_groups[tongue.code]


def _publish(edition: Edition, tongue: Tongue, config: MkDocsConfig) -> tuple[FeedGroup, ...]:
    url, folder = site_url(config), folder_of(config)
    here = url + tongue.language.prefix
    feeds = _feeds(edition, tongue, url)
    for feed in feeds:
        for document in documents(feed):
            for name, text in feed_files(document, here).items():
                write_file(folder + name, text.encode())
    groups = feed_groups(feeds, tongue)
    subscriptions = opml(tongue.say("Covenant of Mayors East"), groups, here)
    write_file(f"{folder}feeds/feeds.opml", subscriptions.encode())
    return groups


def _list(page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    here = site_url(config) + tongue.language.prefix
    return edition.templates.render(
        "feeds",
        tongue,
        groups=_published(config),
        calendars=calendar_links(edition.site, tongue),
        root=root_from(page, config),
        webcal=webcal(here) + "agenda/",
    )


def _feeds(edition: Edition, tongue: Tongue, url: str) -> list[Feed]:
    site, names = edition.site, edition.names_in(tongue.code)
    prefix = tongue.language.prefix

    def content(item: News | Newsletter | Occasion | Entry) -> str:
        if isinstance(item, News):
            return _news(item)
        if isinstance(item, Newsletter):
            return _newsletter(item)
        if isinstance(item, Occasion):
            view = event_page(item, (), site, tongue)
            return edition.templates.render("feed_event", tongue, view=view, root=url + prefix)
        return edition.templates.render(
            "feed_adhesion",
            tongue,
            facts=adhesion_facts(item, tongue),
            commitments=commitments_of(item, tongue),
            link=url + prefix + item.address,
        )

    def _news(news: News) -> str:
        text = news.text_for(tongue.language) or news.original
        return edition.templates.render(
            "feed_news",
            tongue,
            text=text,
            language_name=tongue.write.language_name(text.language),
            html=news_html(text, url + site.languages[text.language].prefix),
            image=news_image(news.item.image, news.picture, text, url),
            sources=news.item.sources,
        )

    def _newsletter(newsletter: Newsletter) -> str:
        text = newsletter.text_for(tongue.language) or newsletter.original
        # A text of another language speaks it in every word around it, as its own page does.
        desk = edition.desk_in(text.language)
        root = url + site.languages[text.language].prefix
        return edition.templates.render(
            "feed_issue",
            desk.tongue,
            view=desk.page(newsletter, text, root, url),
            reader=tongue.code,
            language_name=tongue.write.language_name(text.language),
        )

    return Publisher(site, tongue, names, url, content).feeds()
