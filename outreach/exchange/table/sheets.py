"""A process of its own that reads a workbook, and may take only so much memory and time.

A few hundred bytes of a workbook can stand for more cells than any machine can hold: one far cell,
a row that is repeated a million times, a long text that every cell points at. The library reserves
memory for all of it before anybody can count, and without enough memory the whole process ends. So
it runs in this process of its own: `workbook.py` starts it, and reads its output.
"""

import resource
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import orjson

MEMORY = 2_000_000_000
CPU_SECONDS = 120
MOST_CELLS = 5_000_000
"""Of all sheets together, the empty ones up to the last that holds something too."""
MOST_TEXT = 100_000_000
"""Characters of all cells together: many may point at one long text."""
SHEET, REFUSED, DONE = "sheet", "refused", "done"
"""What a line is about that is no row."""


class Refused(Exception):
    """The workbook cannot be read; `key` and `facts` say why."""

    def __init__(self, key: str, **facts: object) -> None:
        super().__init__(key)
        self.key, self.facts = key, facts


def text_of(value: Any) -> str:
    """Write a value as the same cell would stand in a CSV: 12500, 0,4, ja, 2026-12-31 17:00."""
    match value:
        case str():
            return value
        case bool():
            return "ja" if value else "nee"
        case float() | int():
            return number_text(value)
        case datetime():
            whole = value + timedelta(microseconds=500_000)
            moment = whole.replace(microsecond=0)
            if moment.time() == time():
                return moment.date().isoformat()
            return moment.isoformat(" ", "seconds").removesuffix(":00")
        case date():
            return value.isoformat()
    return str(value)


def number_text(value: float) -> str:
    """Write a number with a comma and fifteen figures: 0,3 and not 0,30000000000000004."""
    text = format(Decimal(format(value, ".15g")), "f")
    return (
        text.replace(".", ",")
        if "." not in text
        else text.rstrip("0").rstrip(".").replace(".", ",")
    )


def write_sheets(path: Path) -> Iterator[object]:
    """Return each sheet in order: its name, then its rows of texts; raises Refused."""
    # Most runs of the program never meet a workbook.
    from python_calamine import (
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    cells = letters = 0
    try:
        with path.open("rb") as file, CalamineWorkbook.from_filelike(file) as book:
            for known in book.sheets_metadata:
                if known.typ != SheetTypeEnum.WorkSheet:
                    continue
                yield {SHEET: known.name, "visible": known.visible == SheetVisibleEnum.Visible}
                sheet = book.get_sheet_by_name(known.name)
                row, column = sheet.end or (0, 0)
                cells += (row + 1) * (column + 1)
                if cells > MOST_CELLS:
                    raise Refused("exchange-cells-many", most=MOST_CELLS)
                for values in sheet.to_python(skip_empty_area=False):
                    texts = [text_of(value) for value in values]
                    letters += sum(map(len, texts))
                    if letters > MOST_TEXT:
                        raise Refused("exchange-table-large", most=MOST_TEXT // 1_000_000)
                    yield texts
    except PasswordError:
        raise Refused("exchange-unreadable", kind="locked") from None
    except CalamineError:
        raise Refused("exchange-workbook-broken") from None


def bound_this_process() -> None:
    """Limit the memory; if it runs out nevertheless, this process is killed first."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        # not every system knows each of them, or lets us
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most, resource.getrlimit(what)[1]))
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")


def main(path: str) -> None:
    """Write a workbook to standard output, a line per row; without a last line it was too much."""
    bound_this_process()
    out = sys.stdout.buffer
    try:
        for line in write_sheets(Path(path)):
            out.write(orjson.dumps(line) + b"\n")
        last: dict[str, object] = {DONE: True}
    except Refused as refused:
        last = {REFUSED: refused.key, "facts": refused.facts}
    out.write(orjson.dumps(last) + b"\n")
    out.flush()


if __name__ == "__main__":
    main(sys.argv[1])
