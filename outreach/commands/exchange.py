"""`kansenbode import` and `export`: opportunities from files and to files."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from shlex import quote
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress as Bar

from outreach.commands.desk import As, Data, Desk, desk, line_of
from outreach.commands.reading import CHANGES, NOTHING, shows
from outreach.commands.second_look import Preview, Yes
from outreach.commands.terminal import Printer
from outreach.commands.told import telling
from outreach.commands.touched import say_touched
from outreach.exchange.findings import BrokenFile, Findings, ImportFinding
from outreach.exchange.ocds.exporting import export_package, write_package
from outreach.exchange.ocds.importing import Imported, import_releases
from outreach.exchange.ocds.package import Progress, check_file
from outreach.exchange.ocds.publisher import publisher_of
from outreach.exchange.opened import Opened, open_file
from outreach.exchange.table.importing import Tabled, import_table
from outreach.exchange.table.reading import read_table
from outreach.exchange.table.template import template as empty_table
from outreach.exchange.table.writing import as_csv, write_pages
from outreach.interests.foresee import Keep
from outreach.refusal import Refusal
from outreach.store.new_file import require_new, write_new
from outreach.store.unit import Actor

app = typer.Typer()

UNREGISTERED = "ocds-xxxxxx"
DATES = ["%Y-%m-%d", "%d-%m-%Y"]
Files = Annotated[list[Path] | None, typer.Argument(metavar="FILE")]
Template = Annotated[bool, typer.Option("--template")]
Ocids = Annotated[list[str] | None, typer.Option("--ocid")]
Since = Annotated[datetime | None, typer.Option("--since", formats=DATES, metavar="DATE")]
Published = Annotated[datetime | None, typer.Option("--published", formats=DATES, metavar="DATE")]
To = Annotated[Path | None, typer.Option("--to", metavar="FILE")]
Drafts = Annotated[bool, typer.Option("--drafts")]


@app.command("import")
@shows(CHANGES)
def import_(
    ctx: typer.Context,
    files: Files = None,
    template: Template = False,
    preview: Preview = False,
    yes: Yes = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Take opportunities from tables and releases, each file by itself; or write an empty table.

    What would change a record that is public is shown, and waits for `yes`.
    """
    if template:
        _write(line_of(ctx).printer, files[0] if files else None, "exchange-template")
        return
    if not files:
        line_of(ctx).printer.complain(
            line_of(ctx).printer.text("commands-usage-missing", name="FILE")
        )
        raise typer.Exit(2)
    with desk(ctx, data, make=True) as at:
        # So that it can be told later which facts somebody changed by hand.
        actor = Actor("import", at.actor(staff).id)
        keep: Keep = "never" if preview else "always" if yes else "unnoticed"
        done = [_import(at, file, actor, keep) for file in files]
        if preview:
            at.printer.say("commands-preview-only")
    if not all(done):
        raise typer.Exit(1)


@app.command()
@shows(NOTHING)
def export(
    ctx: typer.Context,
    ocid: Ocids = None,
    since: Since = None,
    to: To = None,
    drafts: Drafts = False,
    published: Published = None,
    staff: As = None,
    data: Data = None,
) -> None:
    """Return opportunities with what came of them as an OCDS release package."""
    if to is not None:
        require_new(to)
    with desk(ctx, data) as at:
        moments = [
            None if day is None else day.replace(tzinfo=at.settings.zone_info)
            for day in (since, published)
        ]
        publisher = publisher_of(at.settings, at.printer.texts)
        package = at.look(
            export_package,
            publisher=publisher,
            ocids=ocid or (),
            since=moments[0],
            drafts=drafts,
            published=moments[1],
        )
        missing = sorted({*(ocid or ())} - {release["ocid"] for release in package["releases"]})
        if missing and since is None:
            raise Refusal("refusal-unknown", given=missing[0])
        _give(at, to, write_package(package), len(package["releases"]))


def _import(at: Desk, file: Path, actor: Actor, keep: Keep) -> bool:
    """Import one file and say what came of it; a broken one does not stop the next."""
    try:
        with open_file(file) as opened:
            take = _import_ocds if opened.kind == "json" else _import_table
            done = take(at, opened, actor, keep)
    except BrokenFile as broken:
        at.printer.complain(
            _line(at.printer, str(file), at.printer.text(broken.key, **broken.facts))
        )
        return False
    if done.held:
        at.printer.complain(
            at.printer.text("exchange-held", count=done.held, file=quote(str(file)))
        )
    return not (done.refused or done.held)


def _import_table(at: Desk, file: Opened, actor: Actor, keep: Keep) -> Tabled:
    texts, settings = at.printer.texts, at.settings
    table = read_table(file, texts)
    with _bar(at.printer, "exchange-writing", file) as progress:
        done = import_table(
            at.store,
            table,
            actor=actor,
            texts=texts,
            zone=settings.zone_info,
            ocid_prefix=settings.ocid_prefix,
            telling=telling(at),
            home=settings.organisation_id,
            keep=keep,
            progress=progress,
        )
    for found in done.findings.shown:
        row = (
            at.printer.text("exchange-row", row=found.where, column=found.column or "none")
            if found.where
            else ""
        )
        at.printer.complain(_line(at.printer, row or file.name, _sentence(at.printer, found)))
    _more(at.printer, done.findings)
    say_touched(at, done.touched, actor)
    counts = {name: getattr(done, name) for name in ("made", "updated", "same", "refused", "held")}
    at.printer.say("exchange-table-done", file=file.name, **counts)
    return done


def _import_ocds(at: Desk, file: Opened, actor: Actor, keep: Keep) -> Imported:
    settings = at.settings
    with _bar(at.printer, "exchange-reading", file) as progress:
        checked = check_file(file.path, zone=settings.zone_info, progress=progress)
    with checked, _bar(at.printer, "exchange-writing", file) as progress:
        done = import_releases(
            at.store,
            checked,
            actor=actor,
            zone=settings.zone_info,
            organisation_id=settings.organisation_id,
            telling=telling(at),
            keep=keep,
            progress=progress,
        )
    for found in done.findings.shown:
        at.printer.complain(
            _line(at.printer, found.where or file.name, _sentence(at.printer, found))
        )
    _more(at.printer, done.findings)
    say_touched(at, done.touched, actor)
    names = ("made", "updated", "same", "older", "own", "refused", "skipped", "held")
    at.printer.say("exchange-done", file=file.name, **{name: getattr(done, name) for name in names})
    return done


def _give(at: Desk, to: Path | None, written: bytes, count: int) -> None:
    """Write the package to the file that was asked for, or alone to standard output."""
    if to is None:
        sys.stdout.buffer.write(written)
        sys.stdout.buffer.flush()
    else:
        write_new(to, written)
        at.printer.say("exchange-exported", count=count, file=str(to))
    if at.settings.ocid_prefix == UNREGISTERED:
        at.printer.complain(at.printer.text("exchange-unregistered", prefix=UNREGISTERED))


def _write(printer: Printer, to: Path | None, said: str) -> None:
    page = empty_table(printer.texts, printer.language)
    if to is None:
        sys.stdout.buffer.write(as_csv([page], printer.zone))
        sys.stdout.buffer.flush()
    else:
        write_pages(to, [page], printer.zone)
        printer.say(said, file=str(to))


def _sentence(printer: Printer, found: ImportFinding) -> str:
    return printer.text(found.key, **found.facts)


def _line(printer: Printer, where: str, text: str) -> str:
    return printer.text("exchange-line", where=where, text=text)


def _more(printer: Printer, findings: Findings) -> None:
    if findings.unshown:
        printer.complain(printer.text("exchange-more", count=findings.unshown))


@contextmanager
def _bar(printer: Printer, key: str, file: Opened) -> Iterator[Progress]:
    """Show a bar on a terminal; a pipe or a file gets none."""
    console = Console(stderr=True)
    with Bar(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(printer.text(key, file=file.name))
        yield lambda done, total: bar.update(task, completed=done, total=total)
