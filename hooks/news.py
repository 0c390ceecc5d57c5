"""News: lists by year, country and topic, the page of every item, the latest on other pages."""

from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from edition import built_languages, current_tongue, edition_of, site_url
from publishing.outputs.linked_data import Thing, linked, news_article, publisher
from publishing.outputs.stamping import (
    ALTERNATES,
    BODY,
    DESCRIPTION,
    PREVIEW,
    SWITCHER,
    TITLE,
    cut,
    markup,
)
from publishing.site import News
from publishing.views.links import relative
from publishing.views.news import (
    Choices,
    NewsList,
    NewsPage,
    all_news,
    choices,
    country_lists,
    news_page,
    place_in_list,
    topic_lists,
    year_lists,
)
from publishing.views.previews import article_preview, drawn
from publishing.views.report import report_link
from shells import (
    TOKENS,
    Stamper,
    fill_parts,
    in_its_languages,
    kind_of,
    root_from,
    stamp,
    way_to,
    write_page,
)

_LATEST_ON_HOME = 5
_LISTS = {
    "news-year": ("_year", year_lists),
    "news-country": ("_country", country_lists),
    "news-topic": ("_topic", topic_lists),
}
_ITEM = "_item"


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Show the latest news where a page asks for `<!-- part: news -->`."""
    return fill_parts(html, page, config, {"news": _latest})


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Stamp the lists and the items; of a shell itself nothing is kept."""
    return stamp(output, page, config, _stampers())


def _stampers() -> dict[str, Stamper]:
    lists: dict[str, Stamper] = dict.fromkeys(_LISTS, _stamp_lists)
    return {"news": _stamp_front, "news-item": _stamp_items} | lists


def _latest(page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    return edition.templates.render(
        "news_latest",
        tongue,
        lines=all_news(edition.site, tongue).lines[:_LATEST_ON_HOME],
        root=root_from(page, config),
        base=relative("", page.url),
    )


def _stamp_front(output: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    view = all_news(edition.site, tongue)
    body = _list_body(view, choices(edition.site, tongue), page, config)
    return cut(output, (BODY,)).stamp({BODY: markup(body)})


def _list_body(
    view: NewsList, offered: tuple[Choices, ...], page: Page, config: MkDocsConfig
) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    above = (tongue.say("News"), "news/")
    return edition.templates.render(
        "news_list",
        tongue,
        view=view,
        linked_data=linked(way_to(view.title, config, above)),
        choices=offered,
        root=root_from(page, config),
        base=relative("", page.url),
    )


def _stamp_lists(output: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    token, lists_of = _LISTS[kind_of(page, config)]
    shell = cut(output, (*TOKENS, token))
    offered = choices(edition.site, tongue)
    for view in lists_of(edition.site, tongue):
        values = {
            TITLE: view.title,
            DESCRIPTION: view.description,
            BODY: markup(_list_body(view, offered, page, config)),
            token: view.address.split("/")[-2],
        }
        write_page(view.address, shell, values, config)
    return ""


def _stamp_items(output: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    site = edition.site
    shell = cut(output, (*TOKENS, ALTERNATES, SWITCHER, PREVIEW, _ITEM))
    root, base = root_from(page, config), relative("", page.url)
    names = edition.names_in(tongue.code)
    report = config.extra.get("report_address", "")
    for news in site.news:
        if tongue.code not in news.texts:
            continue
        related = edition.related[news.item.id]
        view = news_page(news, site, edition.around.by_id, related, names, tongue)
        body = edition.templates.render(
            "news_item",
            tongue,
            view=view,
            root=root,
            base=base,
            report=report_link(report, root, view.file),
            linked_data=linked(
                _article(news, view, config),
                way_to(view.title, config, (tongue.say("News"), "news/")),
            ),
        )
        values = {
            TITLE: view.title,
            DESCRIPTION: view.summary,
            BODY: markup(body),
            _ITEM: news.slug,
            **in_its_languages(news, news.address, partial(place_in_list, news), config),
        }
        write_page(news.address, shell, values, config)
    return ""


def _article(news: News, view: NewsPage, config: MkDocsConfig) -> Thing:
    """Describe an item for programs, with the pages of its translations or of its original."""
    edition, tongue = edition_of(config), current_tongue(config)
    site, url = edition.site, site_url(config)
    image = drawn(news.address, site, tongue, url)
    pages = {
        code: url + site.languages[code].address(news.address)
        for code in built_languages(config)
        if code in news.texts
    }
    original = news.original.language
    others = [page for code, page in pages.items() if code != original]
    is_original = tongue.code == original
    return news_article(
        view,
        tongue.code,
        pages[tongue.code],
        article_preview(news, tongue.code, image, url).image.url,
        publisher(tongue.say("Covenant of Mayors East"), url),
        original="" if is_original else pages.get(original, ""),
        translations=others if is_original else (),
    )
