"""The words of the interface: gettext catalogues, read with Babel."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from gettext import c2py
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po
from markupsafe import Markup, escape

from publishing.problems import Problem, Severity, quoted

_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
Say = Callable[..., Markup]


@dataclass(frozen=True)
class Strings:
    """The catalogue of one language.

    Messages hold `{name}` placeholders, never markup; values put in are escaped unless they are
    Markup already.
    """

    language: str
    singular: Mapping[str, str] = field(default_factory=dict)
    plural: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    plural_index: Callable[[int], int] = field(default=lambda number: int(number != 1))

    def text(self, message: str) -> str:
        """Return a message as plain text with its placeholders, for the caller to fill."""
        return self.singular.get(message, message)

    def say(self, message: str, **values: object) -> Markup:
        """Say a message in this language.

        >>> Strings("en").say("Joined on {date}", date="1 May")
        Markup('Joined on 1 May')
        """
        return escape(self.text(message)).format(**values)

    def count(self, one: str, many: str, amount: int, **values: object) -> Markup:
        """Say a message with the plural form that `amount` asks for; `{number}` is it.

        >>> Strings("en").count("{number} place", "{number} places", 2)
        Markup('2 places')
        """
        forms = self.plural.get(one, (one, many))
        form = forms[min(self.plural_index(amount), len(forms) - 1)]
        return escape(form).format(**{"number": amount, **values})


def catalogue_path(root: Path, language: str) -> Path:
    """Return where the catalogue of a language is kept."""
    return root / "data/locale" / language / "LC_MESSAGES/site.po"


def read_catalogue(root: Path, language: str) -> tuple[Catalog | None, list[Problem]]:
    """Read a catalogue; None if it is missing or malformed, with the reason."""
    file = catalogue_path(root, language)
    path = file.relative_to(root).as_posix()
    if not file.is_file():
        hint = "Run 'python -m publishing strings' to make it."
        return None, [Problem(path, 0, "catalogue", "a catalogue of strings", "no file", hint)]
    try:
        with file.open("rb") as stream:
            return read_po(stream, locale=language, abort_invalid=True), []
    except (PoFileError, ValueError, UnicodeDecodeError) as error:
        line = getattr(error, "lineno", 0) or 0
        hint = "Every msgid is followed by its msgstr, each in double quotes."
        found = quoted(error, limit=90)
        return None, [Problem(path, line, "catalogue", "a well-formed catalogue", found, hint)]


def strings_of(language: str, catalog: Catalog) -> Strings:
    """Turn a read catalogue into the strings of a language; fuzzy messages are left out."""
    singular: dict[str, str] = {}
    plural: dict[str, tuple[str, ...]] = {}
    for message in catalog:
        if not message.id or message.fuzzy or not message.string:
            continue
        if isinstance(message.id, tuple | list):
            plural[message.id[0]] = tuple(message.string)
        elif isinstance(message.string, str):
            singular[message.id] = message.string
    return Strings(language, singular, plural, c2py(str(catalog.plural_expr)))


def check_catalogue(
    root: Path, language: str, catalog: Catalog, wanted: Iterable[tuple[str, str | None]]
) -> list[Problem]:
    """Find missing and fuzzy messages, and placeholders that differ from the source's.

    `wanted` holds (message, its plural or None) for everything the site says.
    """
    path = catalogue_path(root, language).relative_to(root).as_posix()
    problems = []
    wanted = list(wanted)
    for one, many in wanted:
        message = catalog.get(one)
        if message is None:
            hint = "Run 'python -m publishing strings', then translate the new line."
            problems.append(Problem(path, 0, quoted(one), "a translation", "no such message", hint))
        else:
            problems.extend(_check_message(path, message, many))
    known = {one for one, _many in wanted}
    for message in catalog:
        name = message.id[0] if isinstance(message.id, tuple | list) else message.id
        if name and name not in known:
            hint = "Run 'python -m publishing strings' to drop it."
            problems.append(
                Problem(
                    path,
                    message.lineno or 0,
                    quoted(name),
                    "a message in use",
                    "one nothing says any more",
                    hint,
                    Severity.NOTE,
                )
            )
    return problems


def _check_message(path: str, message: Message, many: str | None) -> list[Problem]:
    line = message.lineno or 0
    name = message.id[0] if isinstance(message.id, tuple | list) else message.id
    texts = message.string if isinstance(message.string, tuple | list) else (message.string,)
    if not all(texts):
        return [Problem(path, line, quoted(name), "a translation", "none", "Fill in msgstr.")]
    if message.fuzzy:
        hint = "Read it, correct it, and remove the '#, fuzzy' line."
        return [Problem(path, line, quoted(name), "a checked translation", "a fuzzy one", hint)]
    if (many is None) == isinstance(message.id, tuple | list):
        return [Problem(path, line, quoted(name), "the same plural forms as in the site", "others")]
    allowed = set(_PLACEHOLDER.findall(name)) | set(_PLACEHOLDER.findall(many or ""))
    return [
        Problem(
            path,
            line,
            quoted(name),
            " ".join(sorted(allowed)) or "no placeholder",
            quoted(text),
            "Keep the words in { } exactly as in msgid.",
        )
        for text in texts
        if set(re.findall(r"\{[^}]*\}", str(text))) != allowed
        and not (many and set(re.findall(r"\{[^}]*\}", str(text))) == allowed - {"{number}"})
    ]
