"""Commands for editors: `python -m publishing check | import | accept | schemas | strings`."""

import argparse
import sys
from pathlib import Path

from publishing.imports.command import import_release


def _import(arguments: argparse.Namespace) -> int:
    for line in import_release(arguments.root, arguments.folder, arguments.write):
        print(line)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m publishing", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the site's folder")
    commands = parser.add_subparsers(required=True)

    importing = commands.add_parser("import", help="show what a new release of the data changes")
    importing.add_argument("folder", type=Path, help="the folder with the release's CSV tables")
    importing.add_argument("--write", action="store_true", help="write the record files too")
    importing.set_defaults(run=_import)
    return parser


def main() -> int:
    """Run one command; return its exit code."""
    arguments = _parser().parse_args()
    return int(arguments.run(arguments))


if __name__ == "__main__":
    sys.exit(main())
