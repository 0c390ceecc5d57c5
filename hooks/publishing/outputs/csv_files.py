"""Tables as CSV: RFC 4180, UTF-8 without a byte order mark, one header line."""

import csv
import io
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from publishing.views.table import Row, Table, Value

# Between the entries of one cell; no code and no identifier has it inside.
SEPARATOR = ";"


def csv_file(table: Table[Any], rows: Iterable[Row]) -> bytes:
    """Write a table. What nobody published is an empty field: no value is an empty text.

    Every value stands as it is; `publishing.open_data` refuses texts that spreadsheet programs
    would take for formulas.
    """
    with io.StringIO(newline="") as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        names = [column.name for column in table.columns]
        writer.writerow(names)
        writer.writerows([cell(row.get(name)) for name in names] for row in rows)
        return stream.getvalue().encode()


def cell(value: Value) -> str:
    """Write one value as text.

    >>> cell(True), cell(1e-07), cell(("2020", "2030")), cell(None)
    ('true', '0.0000001', '2020;2030', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return SEPARATOR.join(value)
    return f"{Decimal(repr(value)):f}" if isinstance(value, float) else str(value)
