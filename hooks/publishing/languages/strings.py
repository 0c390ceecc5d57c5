"""The words of the interface: gettext catalogues, read with Babel."""

import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from gettext import c2py
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po
from markupsafe import Markup, escape

from publishing.problems import Problem, Severity, quoted


@dataclass(frozen=True, slots=True)
class Said:
    """A message the site says: its plural if it has one, and the first place that says it."""

    message: str
    plural: str | None
    place: str


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
    _markup: dict[str, Markup] = field(default_factory=dict, repr=False, compare=False)

    def text(self, message: str, **values: object) -> str:
        """Say a message as plain text, for views; a template escapes it later."""
        return self.singular.get(message, message).format(**values)

    def counted(self, one: str, many: str, amount: int, **values: object) -> str:
        """Say a message with a number as plain text, for views."""
        return self._form(one, many, amount).format(**{"number": amount, **values})

    def _form(self, one: str, many: str, amount: int) -> str:
        forms = self.plural.get(one, (one, many))
        return forms[min(self.plural_index(amount), len(forms) - 1)]

    def say(self, message: str, **values: object) -> Markup:
        """Say a message in this language, as markup for templates.

        >>> Strings("en").say("Joined on {date}", date="1 May")
        Markup('Joined on 1 May')
        """
        template = self._markup.get(message)
        if template is None:
            template = escape(self.singular.get(message, message))
            self._markup[message] = template
        return filled(template, values) if values else template

    def count(self, one: str, many: str, amount: int, **values: object) -> Markup:
        """Say a message with the plural form that `amount` asks for; `{number}` is it.

        >>> Strings("en").count("{number} place", "{number} places", 2)
        Markup('2 places')
        """
        return filled(escape(self._form(one, many, amount)), {"number": amount, **values})


def filled(template: Markup, values: Mapping[str, object]) -> Markup:
    """Fill an escaped template with escaped values.

    Markup's own `format` does the same through a formatter ten times as slow, and a site says
    hundreds of thousands of messages.
    """
    safe = {name: str(escape(value)) for name, value in values.items()}
    return Markup(str(template).format(**safe))  # noqa: S704 - both parts are escaped


def catalogue_path(root: Path, language: str) -> Path:
    """Return where the catalogue of a language is kept."""
    return root / "data/locale" / language / "LC_MESSAGES/site.po"


def read_catalogue(root: Path, language: str) -> tuple[Catalog | None, list[Problem]]:
    """Read a catalogue; None if it is missing or malformed, with the reason."""
    file = catalogue_path(root, language)
    path = file.relative_to(root).as_posix()
    if not file.is_file():
        hint = "Run 'make strings' to make it."
        return None, [Problem(path, 0, "catalogue", "a catalogue of strings", "no file", hint)]
    try:
        content = file.read_bytes()
        catalog = read_po(io.BytesIO(content), locale=language, abort_invalid=True)
        c2py(str(catalog.plural_expr))
        return catalog, list(_unclosed(path, content.decode("utf-8", "replace")))
    except (PoFileError, ValueError, LookupError) as error:
        line = getattr(error, "lineno", -1) + 1
        hint = "Every msgid is followed by its msgstr, each in double quotes."
        found = quoted(error, limit=90)
        return None, [Problem(path, line, "catalogue", "a well-formed catalogue", found, hint)]


def _unclosed(path: str, content: str) -> Iterator[Problem]:
    """Find lines whose text lacks its closing quote: the reader would drop its last letter."""
    for number, line in enumerate(content.splitlines(), start=1):
        if re.match(r'(?:msg\w+(?:\[\d\])?\s+)?"', line) and not re.search(r'[^\\]"\s*$', line):
            hint = "End the line with a double quote."
            yield Problem(path, number, "catalogue", "a closing quote", "none", hint)


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
    root: Path, language: str, catalog: Catalog, wanted: Iterable[Said]
) -> list[Problem]:
    """Find missing and fuzzy messages, and placeholders that differ from the source's."""
    path = catalogue_path(root, language).relative_to(root).as_posix()
    problems = []
    known = set()
    for said in wanted:
        known.add(said.message)
        message = catalog.get(said.message)
        if message is not None:
            problems += _check_message(path, message, said)
            continue
        hint = f"Said in {said.place}. Run 'make strings', then translate the new line."
        problems.append(
            Problem(path, 0, quoted(said.message), "a translation", "no such message", hint)
        )
    for message in catalog:
        name = _name(message)
        if name and name not in known:
            line, hint = message.lineno or 0, "Run 'make strings' to drop it."
            found = "one nothing says any more"
            problems.append(
                Problem(path, line, quoted(name), "a message in use", found, hint, Severity.NOTE)
            )
    return problems


def _name(message: Message) -> str:
    return str(message.id[0] if isinstance(message.id, tuple | list) else message.id)


def _check_message(path: str, message: Message, said: Said) -> list[Problem]:
    line, name = message.lineno or 0, quoted(said.message)
    texts = message.string if isinstance(message.string, tuple | list) else (message.string,)
    filled = sum(1 for text in texts if text)
    if filled < len(texts):
        wanted = f"all {len(texts)} plural forms" if len(texts) > 1 else "a translation"
        found = str(filled) if filled else "none"
        return [Problem(path, line, name, wanted, found, "Fill in msgstr.")]
    if message.fuzzy:
        hint = "Read it, correct it, and remove the '#, fuzzy' line."
        return [Problem(path, line, name, "a checked translation", "a fuzzy one", hint)]
    if (said.plural is None) == isinstance(message.id, tuple | list):
        return [Problem(path, line, name, "the plural forms the site asks for", "others")]
    needed = placeholders(said.message) or set()
    allowed = needed | (placeholders(said.plural or "") or set())
    hint = "Keep the words in { } exactly as in msgid, and every bracket closed."
    return [
        Problem(path, line, name, _listed(allowed), quoted(text), hint)
        for text in texts
        if not _fits(placeholders(str(text)), allowed, said)
    ]


def placeholders(text: str) -> set[str] | None:
    """Return the names in braces; None when they are not plain {name} fields.

    >>> sorted(placeholders("{number} of {total}")), placeholders("{number")
    (['number', 'total'], None)
    """
    try:
        fields = [field for field in Formatter().parse(text) if field[1] is not None]
    except ValueError:
        return None
    if any(not str(name).isidentifier() or spec or sign for _, name, spec, sign in fields):
        return None
    return {str(name) for _, name, _, _ in fields}


def _fits(found: set[str] | None, allowed: set[str], said: Said) -> bool:
    """Whether a text has the right placeholders; a plural form may leave out the number."""
    if found is None:
        return False
    return found == allowed or (said.plural is not None and found == allowed - {"number"})


def _listed(names: set[str]) -> str:
    return " ".join(f"{{{name}}}" for name in sorted(names)) or "no placeholder"
