"""The table that closes a build."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from publishing.languages.language import Languages
from publishing.problems import Problem


def summary(
    folder: Path, languages: Languages, seconds: Mapping[str, float], notes: Iterable[Problem]
) -> str:
    """Count pages and bytes of each language, notes on its texts, and seconds of each phase."""
    notes = list(notes)
    codes = [code for code in languages.codes if (folder / code).is_dir()]
    codes = list(dict.fromkeys([languages.source.code, *codes]))
    pages = dict.fromkeys(codes, 0)
    sizes = dict.fromkeys(codes, 0)
    others = 0
    for parent, _folders, names in os.walk(folder):
        first = next(iter(Path(parent).relative_to(folder).parts), "")
        code = first if first in pages else languages.source.code
        for name in names:
            size = os.stat(f"{parent}/{name}").st_size  # noqa: PTH116 - thousands of files
            if name.endswith(".html"):
                pages[code] += 1
                sizes[code] += size
            else:
                others += size
    lines = ["", "language     pages     HTML   notes"]
    for code in codes:
        count = sum(
            1 for note in notes if note.path.startswith((f"docs/{code}/", f"data/locale/{code}/"))
        )
        lines.append(f"{code:<10} {pages[code]:>7} {_megabytes(sizes[code])} {count:>7}")
    lines.append(
        f"{'all':<10} {sum(pages.values()):>7} {_megabytes(sum(sizes.values()))} {len(notes):>7}"
    )
    lines.append(f"other files {_megabytes(others):>15}")
    lines += [f"{phase:<30} {spent:>6.1f} s" for phase, spent in seconds.items()]
    return "\n".join(lines)


def _megabytes(size: int) -> str:
    return f"{size / 1e6:>5.1f} MB"
