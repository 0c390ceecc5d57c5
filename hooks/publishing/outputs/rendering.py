"""Record templates: autoescaping, strict about names, compiled once."""

from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from publishing.views.tongue import Tongue


def templates_of(root: Path) -> "Templates":
    """Return the templates of the site in `root`, compiled once into its cache."""
    overrides = root / "overrides"
    return Templates([overrides / "records", overrides / "mail"], root / ".cache/records")


class Templates:
    """The templates of `overrides/records/` and `overrides/mail/`."""

    def __init__(self, folders: Iterable[Path], cache: Path | None = None) -> None:
        if cache is not None:
            cache.mkdir(parents=True, exist_ok=True)
        self._environment = Environment(
            loader=FileSystemLoader(list(folders)),
            autoescape=True,
            undefined=StrictUndefined,
            bytecode_cache=FileSystemBytecodeCache(str(cache)) if cache else None,
            auto_reload=False,
            cache_size=100,
        )

    def render(self, name: str, tongue: Tongue, **values: object) -> str:
        """Render a template in one language; `name` may leave out `.html`.

        An unknown name in it raises UndefinedError.
        """
        file = name if "." in name else f"{name}.html"
        return self._environment.get_template(file).render(
            _=tongue.strings.say, ngettext=tongue.strings.count, page_language=tongue.code, **values
        )
