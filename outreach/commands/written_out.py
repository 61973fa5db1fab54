"""What people sent along, as a table, and written to a folder.

Files have names that are safe, and never take the place of another one.
"""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from outreach.attachments.attachment import KEPT
from outreach.commands.desk import Desk
from outreach.commands.terminal import Columns, Printer
from outreach.reports.conversations import SentAlong, content_of
from outreach.store.new_file import require_new, write_new
from outreach.store.private import FOLDER

MEDIA: Columns = {
    "number": None,
    "at": None,
    "person": None,
    "channel": "channel",
    "kind": "media",
    "name": None,
    "size": None,
    "state": "attachment",
}
Folder = Annotated[Path, typer.Option("--to", metavar="FOLDER")]


def show_sent(printer: Printer, sent: Sequence[SentAlong]) -> None:
    """Show what was sent along, if anything was."""
    if sent:
        printer.say("commands-record-media", count=len(sent))
        rows = [asdict(one) | {"size": _weight(printer, one.size)} for one in sent]
        printer.table(rows, MEDIA)


def write_out(at: Desk, sent: Sequence[SentAlong], to: Path) -> None:
    """Write what is kept of it, each under its number, and say how many; refuses a name in use."""
    folder, here = to.expanduser().absolute(), [one for one in sent if one.state == KEPT]
    if not here:
        at.printer.say("commands-files-none")
        return
    paths = {one.number: folder / f"{one.number}-{one.name}" for one in here}
    require_new(*paths.values())
    folder.mkdir(mode=FOLDER, parents=True, exist_ok=True)
    written = 0
    for number, path in paths.items():
        # one at a time: together they may be larger than memory
        found = at.look(content_of, number=number)
        if found is not None:
            write_new(path, found.content)
            written += 1
    at.printer.say("commands-files-written", count=written, folder=str(folder))


def _weight(printer: Printer, size: int | None) -> str | None:
    """Return how large a file is, in words; None if it is not here."""
    return None if size is None else printer.text("commands-kilobytes", size=-(-size // 1024))
