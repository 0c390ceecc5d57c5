"""How to subscribe to the newsletter, in one language: a form, or an e-mail without a service."""

from dataclasses import dataclass
from urllib.parse import quote

from publishing.records.news import TOPICS
from publishing.site import Site
from publishing.views import vocabulary
from publishing.views.tongue import Tongue


@dataclass(frozen=True, slots=True)
class ListChoice:
    """A list of the service that can be chosen: its public id, its name and the name's language."""

    list_id: str
    name: str
    language: str
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Subscribing:
    """The form's address with what it offers; without a service `service` is empty.

    `letter` is then the `mailto:` link that asks for the newsletter, if the office has an address.
    """

    service: str
    languages: tuple[ListChoice, ...]
    topics: tuple[ListChoice, ...]
    letter: str
    address: str


def subscribing(site: Site, tongue: Tongue) -> Subscribing:
    """Offer the newsletter to readers of a language."""
    subscription = site.subscription
    chosen = tongue.language.best_of(subscription.languages)
    address = subscription.address or ""
    return Subscribing(
        service=subscription.service or "",
        languages=tuple(
            ListChoice(
                subscription.languages[code], site.languages[code].name, code, code == chosen
            )
            for code in site.languages.codes
            if code in subscription.languages
        ),
        topics=tuple(
            ListChoice(subscription.topics[topic], tongue.say(vocabulary.TOPIC[topic]), tongue.code)
            for topic in TOPICS
            if topic in subscription.topics
        ),
        letter=_letter(address, tongue) if address else "",
        address=address,
    )


def _letter(address: str, tongue: Tongue) -> str:
    """Write a link to an e-mail that only has to be sent (RFC 6068)."""
    subject = tongue.say("Subscription to the newsletter")
    body = tongue.say(
        "Please send me the newsletter of Covenant of Mayors East. Language: {language}. "
        "Topics, if any:",
        language=tongue.language.name,
    )
    return f"mailto:{address}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
