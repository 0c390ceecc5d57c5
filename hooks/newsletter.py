"""The newsletter: archive, issues with their e-mails and previews, the latest one, the form."""

from dataclasses import replace
from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from edition import current_tongue, edition_of
from publishing.outputs.linked_data import linked
from publishing.outputs.mail import HTML, LARGEST_HTML_BYTES, MESSAGE, TEXT
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
from publishing.site import Newsletter
from publishing.views import vocabulary
from publishing.views.glossary import explained
from publishing.views.links import relative
from publishing.views.mail import FILLED_IN, preview_title
from publishing.views.newsletter import (
    archive,
    full_title,
    issue_lines,
    issue_roots,
    neighbours_of,
    place_in_archive,
)
from publishing.views.report import report_link
from publishing.views.subscribe import subscribing
from shells import (
    TOKENS,
    Stamper,
    fill_parts,
    folder_of,
    in_its_languages,
    root_from,
    stamp,
    way_to,
    write_file,
    write_page,
)

_ISSUE = "_issue"


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Show the latest issue, and the form, where a page asks for them."""
    return fill_parts(html, page, config, {"newsletter": _latest, "subscribe": _form})


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Stamp the archive, the issues and their previews; of a shell itself nothing is kept."""
    return stamp(output, page, config, _stampers())


def _stampers() -> dict[str, Stamper]:
    return {
        "newsletter": _stamp_archive,
        "newsletter-issue": _stamp_issues,
        "newsletter-preview": _stamp_previews,
    }


def _latest(page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    return edition.templates.render(
        "newsletter_latest",
        tongue,
        lines=issue_lines(edition.site, tongue)[:1],
        root=root_from(page, config),
        base=relative("", page.url),
    )


def _form(page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    return edition.templates.render(
        "subscribe",
        tongue,
        view=subscribing(edition.site, tongue),
        root=root_from(page, config),
    )


def _stamp_archive(output: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    body = edition.templates.render(
        "newsletter",
        tongue,
        view=archive(edition.site, tongue),
        about=tongue.say(vocabulary.ABOUT),
        root=root_from(page, config),
        base=relative("", page.url),
    )
    return cut(output, (BODY,)).stamp({BODY: markup(body)})


def _written(config: MkDocsConfig) -> list[Newsletter]:
    """Return the issues that are written in the language being built."""
    code = current_tongue(config).code
    return [one for one in edition_of(config).site.newsletters if code in one.texts]


def _languages(newsletter: Newsletter, address: str, config: MkDocsConfig) -> dict[str, str]:
    return in_its_languages(newsletter, address, partial(place_in_archive, newsletter), config)


def _stamp_issues(output: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    site = edition.site
    shell = cut(output, (*TOKENS, ALTERNATES, SWITCHER, PREVIEW, _ISSUE))
    desk, lines = edition.desk_in(tongue.code), issue_lines(site, tongue)
    report = config.extra.get("report_address", "")
    for newsletter in _written(config):
        text = newsletter.texts[tongue.code]
        root, base = issue_roots(newsletter, tongue)
        view = desk.page(newsletter, text, root, base)
        editorial, words = explained(view.editorial, site.terms, tongue)
        body = edition.templates.render(
            "issue",
            tongue,
            view=replace(view, editorial=editorial),
            words=words,
            neighbours=neighbours_of(newsletter, lines),
            root=root,
            base=base,
            source=base + site.languages[newsletter.original.language].address(newsletter.address),
            report=report_link(report, root, text.file),
            linked_data=linked(
                way_to(full_title(view), config, (view.words.newsletter, "newsletter/"))
            ),
        )
        values = {
            TITLE: full_title(view),
            DESCRIPTION: text.summary,
            BODY: markup(body),
            _ISSUE: newsletter.issue.number,
            **_languages(newsletter, newsletter.address, config),
        }
        write_page(newsletter.address, shell, values, config)
        folder = folder_of(config) + newsletter.address
        mail = edition.mails[newsletter.issue.number, tongue.code]
        for name, content in mail.files.by_name().items():
            write_file(folder + name, content)
    return ""


def _stamp_previews(output: str, page: Page, config: MkDocsConfig) -> str:
    edition, tongue = edition_of(config), current_tongue(config)
    shell = cut(output, (*TOKENS, ALTERNATES, SWITCHER, PREVIEW, _ISSUE))
    for newsletter in _written(config):
        ready = edition.mails[newsletter.issue.number, tongue.code]
        body = edition.templates.render(
            "newsletter_preview",
            tongue,
            mail=ready.mail,
            filled_in=FILLED_IN,
            text=ready.files.text,
            size=tongue.write.number(ready.files.size / 1000, 1),
            limit=tongue.write.number(LARGEST_HTML_BYTES / 1000),
            files={"html": HTML, "text": TEXT, "message": MESSAGE},
        )
        address = newsletter.address + "preview/"
        values = {
            TITLE: preview_title(ready.mail, tongue),
            DESCRIPTION: ready.mail.issue.summary,
            BODY: markup(body),
            _ISSUE: newsletter.issue.number,
            **_languages(newsletter, address, config),
            # No search engine is to look for it in other languages.
            ALTERNATES: "",
        }
        write_page(address, shell, values, config)
    return ""
