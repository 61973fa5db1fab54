"""`kansenbode backup`, `restore`, `wipe` and `doctor`: what keeps an installation sound."""

from functools import partial
from pathlib import Path
from threading import Event
from typing import Annotated

import typer

from content.texts import Named
from outreach.commands.desk import DATABASE, Data, Json, line_of
from outreach.commands.doctor.checks import examine, show_finding
from outreach.commands.owner import become_owner, closed_to_us, own_folder, shut_out
from outreach.commands.reading import NOTHING, shows
from outreach.commands.terminal import Printer
from outreach.environment import data_folder
from outreach.privacy.restore import restore as restore_database
from outreach.settings import Settings
from outreach.store.database import database
from outreach.store.errors import DatabaseMissing, NotWiped
from outreach.store.lock import hold
from outreach.store.new_file import require_new
from outreach.store.store import utc_now
from outreach.store.unwiped import Unwiped
from outreach.store.wipe import Portion, wipe

app = typer.Typer()

To = Annotated[Path | None, typer.Argument(metavar="FILE")]
From = Annotated[Path, typer.Argument(metavar="FILE")]
Erased = Annotated[Path | None, typer.Option("--erased", metavar="FILE")]
WithoutList = Annotated[bool, typer.Option("--without-list")]
STAMP = "%Y%m%dT%H%M%S%fZ"


@app.command()
@shows(NOTHING)
def backup(ctx: typer.Context, file: To = None, data: Data = None) -> None:
    """Copy the database to one file; a server may go on meanwhile."""
    folder = own_folder(data)
    place = database(folder / DATABASE, Settings.load(folder).database)
    to = (
        (file or folder / "backups" / f"kansenbode-{utc_now():{STAMP}}{place.ending}")
        .expanduser()
        .absolute()
    )
    require_new(to)
    to.parent.mkdir(parents=True, exist_ok=True)
    place.back_up(to)
    line_of(ctx).printer.say("commands-backup-made", file=str(to))


@app.command()
@shows(NOTHING)
def restore(
    ctx: typer.Context,
    file: From,
    erased: Erased = None,
    without_list: WithoutList = False,
    data: Data = None,
) -> None:
    """Put a backup back; persons who were forgotten since stay forgotten."""
    folder, printer = own_folder(data), line_of(ctx).printer
    for given in (file, erased):
        _require_readable(given)
    folder.mkdir(parents=True, exist_ok=True)
    path, url = folder / DATABASE, Settings.load(folder).database
    place = database(path, url)
    unsure: list[str] = []
    with hold(folder):
        there = place.exists()
        forgotten = restore_database(
            file.expanduser().absolute(),
            path,
            url,
            erased=erased,
            without_list=without_list,
            unsure=lambda: unsure.append("commands-restore-unsure"),
        )
    printer.say("commands-restore-done", file=str(file), folder=str(folder), forgotten=forgotten)
    for key in unsure:
        printer.say(key)
    if there and place.replaced_path.exists():
        printer.say("commands-restore-kept", file=str(place.replaced_path))


def _require_readable(file: Path | None) -> None:
    """Raise the error of a file that is missing or may not be read; its content is judged later."""
    if file is not None:
        file.expanduser().open("rb").close()


@app.command(name="wipe")
@shows(NOTHING)
def wipe_now(ctx: typer.Context, data: Data = None) -> None:
    """Wipe what was forgotten from the files of the database now; a server may go on meanwhile."""
    folder, line = own_folder(data), line_of(ctx)
    place = database(folder / DATABASE, Settings.load(folder).database, line.parts.pace)
    if not place.exists():
        raise DatabaseMissing(folder)
    since = Unwiped(folder).since()
    if since is None:
        line.printer.say("commands-wipe-nothing")
        return
    line.printer.say("commands-wipe-begins", since=since, shared="yes" if place.shared else "no")
    try:
        wipe(place, folder, utc_now, Event(), partial(_tell, line.printer))
    except NotWiped as error:
        line.printer.say("commands-wipe-not", reason=Named("way", error.way))
        raise typer.Exit(1) from None
    line.printer.say("commands-wipe-done")


def _tell(printer: Printer, portion: Portion) -> None:
    """Print a line after each tenth of the work, not after every portion."""
    if portion.number * 10 // portion.most > (portion.number - 1) * 10 // portion.most:
        printer.say("commands-wipe-on", percent=portion.number * 100 // portion.most)


@app.command()
@shows(NOTHING)
def doctor(ctx: typer.Context, json: Json = False, data: Data = None) -> None:
    """Examine the installation, and name what mends each fault."""
    line, folder = line_of(ctx), data_folder(data)
    if refusal := closed_to_us(folder):
        raise refusal
    if shut_out(folder) is None:
        become_owner(folder)
    findings = examine(folder, line.parts.channels, line.printer.language, utc_now())
    if json:
        line.printer.json([finding.shown(line.printer) for finding in findings])
    else:
        for finding in findings:
            show_finding(line.printer, finding)
    if any(finding.state == "fault" for finding in findings):
        raise typer.Exit(1)
