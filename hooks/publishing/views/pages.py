"""Pages of the site as others name them."""

from publishing.languages.translations import best_text, text_language
from publishing.site import Site
from publishing.views.tongue import Tongue, Worded


def page_title(path: str, site: Site, tongue: Tongue) -> Worded:
    """Name a page (`path` without language) for readers of a language, in the best of their chain.

    The language is that of the page's title and text.
    """
    texts = site.texts[path]
    code = text_language(texts, tongue.language, site.languages)
    page = best_text(texts, tongue.language, site.languages).page
    return Worded(tongue.say(page.title) if page.generated else page.title, code)
