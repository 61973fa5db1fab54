"""What a command shows: sentences and tables on standard output, complaints on standard error."""

import codecs
import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, is_dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from content.texts import Texts
from content.values import day, language_name
from outreach.clean import visible
from outreach.commands.bits import written
from outreach.environment import system_columns

WIDTH_IN_A_FILE = 160
"""Columns without a window: a pipe gets whole lines, not those of an old screen."""

PLAINER = str.maketrans(
    {"–": "-", "—": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "...", "€": "EUR", "•": "*"}
)
"""Signs of our own texts, for a screen that lacks them."""
FOREIGN = re.compile(r"[^\x00-\x7f]")

WORDS_APART = re.compile("[^a-z0-9]+")

COUNT = "count"
"""Stands in place of a code list in a column of numbers of things: 2.035, but campaign 2035."""
LONGEST_WORD = 32
"""A longer word, such as a link, may be folded."""
EDGES, BESIDE = 2, (1, 0)
"""Columns at the ends of a row, and on both sides of a cell: as much as there is room for."""

Columns = Mapping[str, str | None]
"""Names of columns, each with the code list that its values come from, or None."""


class Printer:
    """Show texts of `content/` in one language."""

    def __init__(self, texts: Texts, language: str, zone: ZoneInfo | None = None) -> None:
        self.texts = texts
        self.language = language
        self.zone = zone or ZoneInfo("Europe/Amsterdam")

    def text(self, key: str, attribute: str | None = None, /, **facts: object) -> str:
        """Return a text of `content/`."""
        return self.texts.text(key, self.language, attribute, **facts)

    def say(self, key: str, /, **facts: object) -> None:
        """Show a sentence on standard output."""
        self.write(self.text(key, **facts))

    def write(self, text: str) -> None:
        """Show lines from `content/` or people; no character in them can steer the terminal."""
        console().print(_plain(text), soft_wrap=True)
        # a server shows its address before it runs for days
        sys.stdout.flush()

    def complain(self, text: str) -> None:
        """Show a sentence on standard error."""
        Console(stderr=True, highlight=False).print(_plain(text), soft_wrap=True)

    def listing(
        self, rows: Sequence[Any], columns: Columns, *, as_json: bool = False, none: str = ""
    ) -> None:
        """Show a table of some columns, or every row in full as JSON; `none` if it is empty."""
        if as_json:
            self.json(rows)
        elif not rows and none:
            self.say(none)
        else:
            self.table([values_of(row) for row in rows], columns)

    def json(self, rows: Iterable[Any]) -> None:
        """Write a JSON array of objects on standard output, and nothing else, row by row."""
        unicode = (sys.stdout.encoding or "").lower().startswith("utf")
        for text in written(values_of(row) for row in rows):
            sys.stdout.write(
                text if unicode else FOREIGN.sub(lambda sign: json.dumps(sign[0])[1:-1], text)
            )
        sys.stdout.write("\n")

    def table(self, rows: Sequence[Mapping[str, Any]], columns: Columns) -> None:
        """Show rows under the headings that `content/` has for the columns.

        Words are never cut: if the screen is too narrow for a table, each row is shown as a record
        of its own.
        """
        screen, headings = console(), [self.heading(name) for name in columns]
        cells = [
            [self._shown(row.get(name), codes) for name, codes in columns.items()] for row in rows
        ]
        for beside in BESIDE:
            if widths := _widths([headings, *cells], screen.width, beside):
                break
        else:
            for row in rows:
                self.facts(row, columns)
                screen.print()
            return
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, beside))
        for heading, width in zip(headings, widths, strict=True):
            table.add_column(heading, overflow="fold", width=width)
        for texts in cells:
            table.add_row(*map(Text, texts))
        screen.print(table)

    def facts(self, row: Mapping[str, Any], columns: Columns) -> None:
        """Show one record: a line per fact, under the same headings as in a table."""
        table = Table(box=None, show_header=False, pad_edge=False)
        table.add_column(style="bold")
        table.add_column(overflow="fold")
        for name, codes in columns.items():
            table.add_row(self.heading(name), _plain(self.value(row.get(name), codes)))
        console().print(table)

    def reason(self, key: str | None) -> str | None:
        """Return the reason of a failure in words: by its key, or by a library's name for it."""
        if key is None or self.texts.has(key):
            return key and self.text(key)
        return self.fault(key)

    def fault(self, name: str) -> str:
        """Return the words for a system, database or server error by its name, or the name."""
        word, _, code = name.partition(" ")
        attribute = WORDS_APART.sub("-", word.lower())
        if not self.texts.has("commands-fault", attribute):
            return name
        said = self.text("commands-fault", attribute)
        return f"{said} ({code})" if code else said

    def _shown(self, value: Any, codes: str | None) -> str:
        return visible(self.value(value, codes))

    def heading(self, name: str) -> str:
        """Return what people call a column or a fact, without the unit in which it is stored."""
        return self.text("commands-column", name.removesuffix("_cents").replace("_", "-"))

    def spoken(self, language: str) -> str:
        """Return what people call a language."""
        return language_name(language, self.language)

    def value(self, value: Any, codes: str | None = None) -> str:
        """Return a value as people write it: times in words, codes by name, nothing as a dash."""
        match value:
            case None | "" | [] | ():
                return "–"
            case bool():
                return self.text("commands-answer", "yes" if value else "no")
            case int() if codes == COUNT:
                return self.text("commands-count", count=value)
            case datetime():
                return self.texts.moment(value, self.language)
            case list() | tuple():
                return ", ".join(self.value(item, codes) for item in value)
            case _ if hasattr(value, "isoformat"):
                return day(value, self.language)
            case str() if codes is not None:
                return self.texts.name(codes, value, self.language)
        return str(value)


def take_any_sign() -> None:
    """Let standard output and error take any text: signs that the encoding lacks are simplified."""
    codecs.register_error("plainer", _plainer)
    for stream in (sys.stdout, sys.stderr):
        # in a test, or in another program, these may not be files
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="plainer")


def _plainer(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    plainer = error.object[error.start : error.end].translate(PLAINER)
    return FOREIGN.sub("?", plainer), error.end


def console() -> Console:
    """Return a console for stdout, built each time to honour NO_COLOR and redirection."""
    return Console(
        highlight=False, width=None if sys.stdout.isatty() else system_columns() or WIDTH_IN_A_FILE
    )


def _widths(rows: Sequence[Sequence[str]], most: int, beside: int) -> list[int] | None:
    """Return a width for each column so that all fit and no word is cut; None if they cannot."""
    columns = list(zip(*rows, strict=True))
    widths = [
        max(cell_len(line) for text in texts for line in text.split("\n")) for texts in columns
    ]
    least = [
        min(LONGEST_WORD, max(cell_len(word) for text in texts for word in text.split() or [""]))
        for texts in columns
    ]
    room = most - EDGES - (2 * beside + 1) * (len(columns) - 1)
    if sum(least) > room:
        return None
    while sum(widths) > room:
        spare, widest = max((width - least[number], number) for number, width in enumerate(widths))
        widths[widest] -= min(spare, max(1, spare // 8))
    return widths


def _plain(text: str) -> Text:
    return Text(visible(text))


def values_of(row: Any) -> Mapping[str, Any]:
    """Return a row of a listing by the names of its columns."""
    if is_dataclass(row) and not isinstance(row, type):
        return asdict(row)
    return dict(row)
