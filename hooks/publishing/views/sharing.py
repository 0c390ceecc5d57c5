"""Links that hand a page on: plain addresses, which load nothing and tell nobody."""

from dataclasses import dataclass

from publishing.views.links import quoted

# Services and their own addresses for handing on a page: (name, address), names as they write them.
_SERVICES = (
    ("X", "https://x.com/intent/tweet?url={url}&text={title}"),
    ("Facebook", "https://www.facebook.com/sharer/sharer.php?u={url}"),
    ("Telegram", "https://t.me/share/url?url={url}&text={title}"),
)
_MAIL = "mailto:?subject={title}&body={url}"


@dataclass(frozen=True, slots=True)
class Sharing:
    """The ways to hand on a page: (name, link) of each service, and a link that opens an e-mail."""

    services: tuple[tuple[str, str], ...]
    mail: str


def sharing(url: str, title: str) -> Sharing:
    """Make the links that hand on a page, by its absolute address and its title.

    >>> sharing("https://example.org/ka/", "A & B").mail
    'mailto:?subject=A%20%26%20B&body=https%3A%2F%2Fexample.org%2Fka%2F'
    """
    words = {"url": quoted(url), "title": quoted(title)}
    return Sharing(
        services=tuple((name, address.format(**words)) for name, address in _SERVICES),
        mail=_MAIL.format(**words),
    )
