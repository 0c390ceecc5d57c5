"""Record templates: autoescaping, strict about names, compiled once."""

from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from publishing.views.tongue import Tongue


class Templates:
    """The templates of `overrides/records/`."""

    def __init__(self, folder: Path, cache: Path | None = None) -> None:
        if cache is not None:
            cache.mkdir(parents=True, exist_ok=True)
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            bytecode_cache=FileSystemBytecodeCache(str(cache)) if cache else None,
            auto_reload=False,
            cache_size=100,
        )

    def render(self, name: str, tongue: Tongue, **values: object) -> str:
        """Render a template in one language. An unknown name in it raises UndefinedError."""
        return self._environment.get_template(f"{name}.html").render(
            _=tongue.strings.say, ngettext=tongue.strings.count, page_language=tongue.code, **values
        )
