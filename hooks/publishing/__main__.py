"""Commands for editors and translators: `python -m publishing --help` lists them."""

import argparse
import re
import sys
from difflib import unified_diff
from functools import cache
from pathlib import Path

from publishing.dispatch import Dispatch, check_sizes, dispatch
from publishing.history import outdated_since, text_made_from
from publishing.imports.command import import_release
from publishing.languages.extraction import update_catalogue
from publishing.languages.translations import State, Translated
from publishing.ledger import PATH as LEDGER
from publishing.newsletter import material_of
from publishing.open_data import check_data, data_set
from publishing.outputs.rendering import templates_of
from publishing.problems import errors, report
from publishing.reading import (
    proofread_site,
    read_ledger,
    read_said,
    read_site,
    read_states,
    read_texts,
    read_translations,
)
from publishing.records.schemas import write_schemas
from publishing.releases import PATH as RELEASES
from publishing.releases import in_numbers, next_release, with_release
from publishing.site import Site
from publishing.sources import lines_in
from publishing.translating import as_json, by_language, table
from publishing.views.names import all_names, clashing
from publishing.views.newsletter import Desk
from publishing.views.tongue import tongues_of


def _check(arguments: argparse.Namespace) -> int:
    site, problems = proofread_site(arguments.root)
    if site is not None:
        problems += check_sizes(_mails(site, arguments.root))
        problems += check_data(data_set(site), lines_in(arguments.root))
    print(report(problems))
    return 1 if errors(problems) else 0


def _mails(site: Site, root: Path) -> Dispatch:
    """Make all e-mails, to know their size."""
    tongues = tongues_of(site.languages, site.strings)
    clashes, material = clashing(site.entries), material_of(site)

    @cache
    def desk_in(code: str) -> Desk:
        return Desk(site, tongues[code], all_names(site, clashes, tongues[code]), material)

    return dispatch(site, site.languages.codes, desk_in, templates_of(root), site.url)


def _import(arguments: argparse.Namespace) -> int:
    lines, went_well = import_release(arguments.root, arguments.folder, write=arguments.write)
    print("\n".join(lines))
    return 0 if went_well else 1


def _strings(arguments: argparse.Namespace) -> int:
    languages, texts, problems = read_texts(arguments.root)
    if languages is None:
        print(report(problems))
        return 1
    said = read_said(arguments.root, texts)
    for code in languages.codes:
        messages, empty = update_catalogue(arguments.root, code, said)
        print(f"{code}: {messages} messages, {empty} to translate")
    return 0


def _accept(arguments: argparse.Namespace) -> int:
    sources, problems = read_translations(arguments.root)
    if sources is None:
        print(report(problems))
        return 1
    for name in arguments.files:
        source = sources.get(Path(name).as_posix())
        if source is None:
            wanted = "a translation of a page, a news item or an issue"
            print(f"{name}: expected {wanted}, found something else")
            return 1
        _write_hash(arguments.root / name, source.hash)
        print(f"{name}: now says that it translates {source.file} as it is ({source.hash})")
    return 0


def _write_hash(file: Path, source_hash: str) -> None:
    content = file.read_text(encoding="utf-8")
    line = f"source_hash: {source_hash}\n"
    head, mark, body = content.partition("\n---\n")
    if "\nsource_hash:" in head:
        head = re.sub(r"^source_hash:.*$", line.strip(), head, count=1, flags=re.MULTILINE)
    else:
        head = f"{head}\n{line.strip()}"
    file.write_text(head + mark + body, encoding="utf-8")


def _translations(arguments: argparse.Namespace) -> int:
    languages, states, problems = read_states(arguments.root)
    if languages is None:
        print(report(problems))
        return 1
    if arguments.json:
        print(as_json(states, outdated_since(arguments.root, states)), end="")
        return 0
    print(table(by_language(states, languages)))
    if arguments.diff:
        for text in states:
            if text.state is State.OUTDATED:
                print(f"\n{_change(arguments.root, text)}")
    return 0


def _change(root: Path, text: Translated) -> str:
    """Show what changed in the source of an outdated translation since that was made."""
    made_from = text_made_from(root, text)
    if made_from is None:
        return f"{text.file}: the text it was made from is not in the history of {text.source}"
    now = (root / text.source).read_text(encoding="utf-8")
    lines = unified_diff(
        made_from.splitlines(), now.splitlines(), text.source, text.file, lineterm=""
    )
    return "\n".join(lines)


def _ledger(arguments: argparse.Namespace) -> int:
    text, problems = read_ledger(arguments.root)
    if errors(problems) or not text:
        print(report(errors(problems)))
        return 1
    file = arguments.root / LEDGER
    before = file.read_text(encoding="utf-8")
    if text != before:
        file.write_text(text, encoding="utf-8")
        added = len(set(text.splitlines()) - set(before.splitlines()))
        print(f"{LEDGER}: written ({added} new or changed); commit it with what it names")
    return 0


def _release(arguments: argparse.Namespace) -> int:
    site, problems = read_site(arguments.root)
    data = data_set(site) if site else None
    problems = errors([*problems, *(check_data(data, lines_in(arguments.root)) if data else ())])
    if site is None or data is None or problems:
        print(report(problems))
        return 1
    newest = site.releases.newest
    if newest and newest.version == data.version:
        print(f"{RELEASES}: {newest.version} is released already ({newest.date})")
        return 0
    release, problems = next_release(
        site.releases, data.fingerprints, data.changes, arguments.date, arguments.note
    )
    if release is None:
        print(report(problems))
        return 1
    text = with_release(site.releases, release, data.fingerprints)
    (arguments.root / RELEASES).write_text(text, encoding="utf-8")
    print(f"{RELEASES}: version {release.version}, {in_numbers(data.changes)}; commit it")
    return 0


def _schemas(arguments: argparse.Namespace) -> int:
    for path in write_schemas(arguments.root):
        print(path)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m publishing", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the site's folder")
    commands = parser.add_subparsers(required=True)

    importing = commands.add_parser("import", help="show what a new release of the data changes")
    importing.add_argument("folder", type=Path, help="the folder with the release's CSV tables")
    importing.add_argument("--write", action="store_true", help="write the record files too")
    importing.set_defaults(run=_import)

    commands.add_parser("check", help="name every mistake in the content").set_defaults(run=_check)
    commands.add_parser(
        "strings", help="bring the catalogues up to date with what the site says"
    ).set_defaults(run=_strings)
    states = commands.add_parser(
        "translations", help="show what is translated, outdated, missing or not yet reviewed"
    )
    states.add_argument("--diff", action="store_true", help="show what changed in the sources")
    states.add_argument("--json", action="store_true", help="write it for machines")
    states.set_defaults(run=_translations)
    commands.add_parser("ledger", help="write what is new into the identity ledger").set_defaults(
        run=_ledger
    )
    releasing = commands.add_parser("release", help="release the open data as they are")
    releasing.add_argument("--date", required=True, help="the day of the release: 2026-11-22")
    releasing.add_argument("--note", default="", help="what changed, in a sentence")
    releasing.set_defaults(run=_release)
    commands.add_parser(
        "schemas", help="write the JSON Schemas that editors' tools read"
    ).set_defaults(run=_schemas)
    accepting = commands.add_parser(
        "accept", help="say that translations match their source as it is now"
    )
    accepting.add_argument("files", nargs="+", help="such as docs/kk/join/index.md")
    accepting.set_defaults(run=_accept)
    return parser


def main() -> int:
    """Run one command; return its exit code."""
    arguments = _parser().parse_args()
    return int(arguments.run(arguments))


if __name__ == "__main__":
    sys.exit(main())
