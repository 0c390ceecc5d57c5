"""The agenda: all events, the page and the calendar file of each, the next ones on other pages."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from edition import current_tongue, edition_of, site_url
from publishing.outputs.calendars import calendar_file, event_file
from publishing.outputs.linked_data import event, linked
from publishing.outputs.stamping import BODY, DESCRIPTION, TITLE, cut, markup
from publishing.views.agenda import agenda, event_facts, event_page, next_events
from publishing.views.calendars import calendar_event, calendars, webcal
from publishing.views.links import relative
from publishing.views.report import report_link
from shells import (
    TOKENS,
    Stamper,
    fill_parts,
    folder_of,
    root_from,
    stamp,
    way_to,
    write_file,
    write_page,
)

_EVENT = "_event"
_NEXT = 5


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Show what is ahead where a page asks for `<!-- part: agenda -->`."""
    return fill_parts(html, page, config, {"agenda": _next})


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Stamp the agenda and its events; of a shell itself nothing is kept."""
    return stamp(output, page, config, _stampers())


def _stampers() -> dict[str, Stamper]:
    return {"agenda": _stamp_agenda, "event": _stamp_events}


def _next(page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    return edition.templates.render(
        "agenda_next",
        tongue,
        lines=next_events(edition.site.occasions, tongue, edition.today)[:_NEXT],
        root=root_from(page, config),
    )


def _stamp_agenda(output: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    site, url = edition.site, site_url(config)
    for file, calendar in calendars(site, tongue, url).items():
        write_file(f"{folder_of(config)}agenda/{file}", calendar_file(calendar))
    body = edition.templates.render(
        "agenda",
        tongue,
        view=agenda(site, tongue, edition.today),
        root=root_from(page, config),
        webcal=webcal(url) + tongue.language.address("agenda/"),
    )
    return cut(output, (BODY,)).stamp({BODY: markup(body)})


def _stamp_events(output: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    site, url = edition.site, site_url(config)
    shell = cut(output, (*TOKENS, _EVENT))
    root, base = root_from(page, config), relative("", page.url)
    report = config.extra.get("report_address", "")
    for occasion in site.occasions:
        about = edition.news_about.get(occasion.event.id, [])
        view = event_page(occasion, about, site, tongue)
        folder = folder_of(config) + occasion.address
        body = edition.templates.render(
            "event",
            tongue,
            view=view,
            root=root,
            base=base,
            report=report_link(report, root, view.file),
            linked_data=linked(
                event(
                    view,
                    event_facts(occasion, tongue),
                    url + tongue.language.address(occasion.address),
                ),
                way_to(view.heading, config, (tongue.say("Agenda"), "agenda/")),
            ),
        )
        values = {
            TITLE: view.heading,
            DESCRIPTION: view.description,
            BODY: markup(body),
            _EVENT: occasion.slug,
        }
        write_page(occasion.address, shell, values, config)
        if view.calendar:
            dated = calendar_event(occasion, site, tongue, url)
            write_file(folder + view.calendar, event_file(dated, tongue.code))
    return ""
