import pytest

from publishing.languages.extraction import said_on_site
from publishing.languages.strings import Said
from publishing.languages.translations import Text
from publishing.records.pages import Page
from publishing.sources import Source


def _text(path: str, **front_matter: object) -> Text:
    page = Page.model_validate(
        {"title": f"Title of {path}", "description": f"About {path}", **front_matter}
    )
    return Text(path, f"docs/en/{path}", "en", page, "", Source(f"docs/en/{path}", None))


TEXTS = {
    "join.md": {"en": _text("join.md")},
    "map.md": {"en": _text("map.md", generated="site-map")},
}


@pytest.mark.parametrize(
    ("menu", "said"),
    [
        (set(), ["Title of map.md", "About map.md"]),
        ({"join.md"}, ["Title of join.md", "Title of map.md", "About map.md"]),
        ({"map.md", "gone.md"}, ["Title of map.md", "About map.md"]),
    ],
    ids=["no menu", "a written page", "a generated page and none"],
)
def test_a_menu_says_the_titles_of_its_pages(tmp_path, menu, said):
    assert [item.message for item in said_on_site(tmp_path, TEXTS, menu)] == said


def test_a_message_said_twice_is_listed_once_with_its_plural(tmp_path):
    templates = tmp_path / "overrides"
    templates.mkdir()
    templates.joinpath("a.html").write_text(
        "{{ _('one place') }}{{ _('News') }}{{ count('one place', '{number} places', 2) }}"
    )
    views = tmp_path / "hooks/publishing/views"
    views.mkdir(parents=True)
    views.joinpath("b.py").write_text('say("News")\nsay("Agenda")\n')
    assert said_on_site(tmp_path, {}, set()) == [
        Said("one place", "{number} places", "overrides/a.html"),
        Said("News", None, "overrides/a.html"),
        Said("Agenda", None, "hooks/publishing/views/b.py"),
    ]
