"""Who may import whom, what the domain never does, and lists that must agree."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from publishing.sources import read_yaml
from tests.sample_sites import PROJECT

HOOKS = PROJECT / "hooks"
DOMAIN = HOOKS / "publishing"

# Each part of the domain may import those it names; all of them stand above it.
MAY_IMPORT = {
    "problems": "",
    "sources": "problems",
    "records": "problems sources",
    "languages": "problems sources records",
    "site": "problems records languages",
    "organisations": "records site",
    "menus": "sources",
    "prose": "languages",
    "checks": "problems sources records languages site menus prose",
    "glossary": "problems sources records languages checks",
    "helpdesk": "problems sources records languages checks",
    "boundaries": "problems sources records site",
    "programme": "problems sources records checks",
    "manuscripts": "problems sources records languages site prose checks",
    "newsroom": "problems sources records languages site checks manuscripts",
    "newsletter": "problems sources records languages site prose checks manuscripts",
    "proofreading": "problems sources records languages site glossary manuscripts",
    "translating": "languages manuscripts",
    "agenda": "problems sources records languages site checks",
    "funding": "problems sources records languages site checks",
    "library": "problems sources records languages checks",
    "ledger": "problems sources records site newsroom newsletter agenda",
    "releases": "problems sources records",
    "addresses": "records site newsroom organisations",
    "folders": (
        "problems sources records languages site menus helpdesk boundaries newsroom newsletter "
        "proofreading funding library"
    ),
    "reading": (
        "problems sources records languages site menus checks glossary helpdesk boundaries "
        "programme manuscripts newsroom newsletter proofreading translating agenda funding "
        "library ledger releases addresses folders"
    ),
    "directory": "records site",
    "cartography": "records",
    "plausibility": "records",
    "figures": "records site directory",
    "views": (
        "records languages site prose addresses glossary newsroom newsletter translating agenda "
        "ledger directory organisations releases cartography plausibility figures"
    ),
    "outputs": "problems languages site views",
    "dispatch": "problems site views outputs",
    "open_data": "problems releases site views outputs",
    "imports": "problems sources records plausibility",
    "history": "sources languages",
    "__main__": (
        "problems sources records languages site newsletter translating ledger releases reading "
        "views outputs dispatch open_data imports history"
    ),
}
ENGINES = {"mkdocs", "mkdocs_static_i18n", "material"}
CLOCKS = {"now", "utcnow", "today", "localtime", "gmtime", "monotonic", "perf_counter", "time_ns"}


def imports_of(code: str) -> Iterator[str]:
    """Yield the modules that a piece of code imports; `from a import b` may mean `a.b`."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            yield "." * node.level + (node.module or "")
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def clock_readings(code: str) -> list[str]:
    """Name everything in a piece of code that depends on when it runs."""
    names = [node.attr for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Attribute)]
    timers = [module for module in imports_of(code) if module.split(".")[0] == "time"]
    return timers + [name for name in names if name in CLOCKS]


def code_of(part: str) -> str:
    """Return the code of a part of the domain: a file, or all files of a folder."""
    files = [DOMAIN / f"{part}.py", *sorted((DOMAIN / part).glob("**/*.py"))]
    return "\n".join(file.read_text(encoding="utf-8") for file in files if file.is_file())


def test_the_table_names_every_part_of_the_domain():
    parts = {
        entry.stem
        for entry in DOMAIN.iterdir()
        if entry.suffix == ".py" or (entry / "__init__.py").is_file()
    }
    assert parts - {"__init__"} == set(MAY_IMPORT)


def test_the_table_has_one_direction():
    order = list(MAY_IMPORT)
    for part, allowed in MAY_IMPORT.items():
        assert set(allowed.split()) <= set(order[: order.index(part)]), part


@pytest.mark.parametrize(
    ("code", "modules"),
    [
        ("import mkdocs.config", ["mkdocs.config"]),
        ("from publishing import checks", ["publishing.checks"]),
        ("def f():\n    from mkdocs import utils", ["mkdocs.utils"]),
        ("from ..site import Site", ["..site"]),
    ],
)
def test_an_import_is_seen_wherever_it_stands(code, modules):
    assert list(imports_of(code)) == modules


@pytest.mark.parametrize("part", MAY_IMPORT)
def test_a_part_of_the_domain_imports_only_what_the_table_allows(part):
    modules = list(imports_of(code_of(part)))
    inside = {module.split(".")[1] for module in modules if module.startswith("publishing.")}
    assert inside - {part} <= set(MAY_IMPORT[part].split())
    assert [module for module in modules if module.startswith(".")] == []


@pytest.mark.parametrize("part", MAY_IMPORT)
def test_the_domain_knows_neither_mkdocs_nor_its_hooks(part):
    hooks = {file.stem for file in HOOKS.glob("*.py")}
    tops = {module.split(".")[0] for module in imports_of(code_of(part))}
    assert tops & (ENGINES | hooks) == set()


@pytest.mark.parametrize(
    ("code", "readings"),
    [
        ("import time", ["time"]),
        ("from time import time", ["time.time"]),
        ("datetime.now(UTC)", ["now"]),
        ("datetime.date.today()", ["today"]),
        ("datetime.fromtimestamp(1, UTC)", []),
        ("date(2021, 4, 20)", []),
    ],
)
def test_a_reading_of_the_clock_is_seen(code, readings):
    assert clock_readings(code) == readings


@pytest.mark.parametrize("part", MAY_IMPORT)
def test_the_domain_reads_no_clock(part):
    assert clock_readings(code_of(part)) == []


def project_settings() -> dict[str, list[str]]:
    source, problems = read_yaml(PROJECT, PROJECT / "mkdocs.yml")
    assert problems == []
    settings: dict[str, list[str]] = source.value
    return settings


def handles_events(file: Path) -> bool:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return any(isinstance(node, ast.FunctionDef) and node.name[:3] == "on_" for node in tree.body)


def test_every_file_that_handles_events_is_a_hook_of_the_site_and_the_reverse():
    handling = {f"hooks/{file.name}" for file in HOOKS.glob("*.py") if handles_events(file)}
    listed = project_settings()["hooks"]
    assert sorted(handling) == sorted(listed)


def test_no_hook_is_named_like_a_standard_module():
    names = {entry.stem for entry in HOOKS.iterdir() if not entry.name.startswith(("_", "."))}
    assert names & sys.stdlib_module_names == set()
    assert "directory" in names


def test_hooks_keep_nothing_in_their_modules():
    """A hook is executed once and survives the rebuilds of a preview: constants only."""
    kept = [
        f"{file.name}: {target.id}"
        for file in HOOKS.glob("*.py")
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign)
        for name in node.targets
        for target in ast.walk(name)
        if isinstance(target, ast.Name)
        if target.id != "log" and not re.fullmatch(r"_?[A-Z][A-Z_]*", target.id)
    ]
    assert kept == []


def test_every_template_of_the_theme_escapes_what_it_is_given():
    """MkDocs' own environment does not escape, so each template says that it does."""
    careless = [
        file.relative_to(PROJECT).as_posix()
        for file in [
            *(PROJECT / "overrides").glob("*.html"),
            *(PROJECT / "overrides/partials").glob("*.html"),
        ]
        if file.name != "language.html" and "{% autoescape true %}" not in file.read_text()
    ]
    assert careless == []
