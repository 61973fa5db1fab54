"""What a command works with: a data folder, with its settings and its store."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Concatenate, ParamSpec, TypeVar

import typer

from content.texts import Texts
from outreach.commands.owner import own_folder
from outreach.commands.parts import DATABASE, CommandLine, Parts, Role, line_of
from outreach.commands.reading import CHANGES, UNREAD, Reader, reader_of
from outreach.commands.terminal import Printer
from outreach.refusal import Refusal
from outreach.settings import Settings
from outreach.staff.staff import Right, staff_actor
from outreach.store.database import database
from outreach.store.errors import DatabaseMissing
from outreach.store.migrate import migrate
from outreach.store.store import Store
from outreach.store.unit import Actor, Unit

__all__ = [
    "DATABASE",
    "As",
    "CommandLine",
    "Data",
    "Desk",
    "Json",
    "Parts",
    "Role",
    "desk",
    "line_of",
]
"""All that a command needs of its surroundings, found in one place."""

P = ParamSpec("P")
R = TypeVar("R")

Data = Annotated[
    Path | None, typer.Option("--data", envvar="KANSENBODE_DATA", metavar="DIR", readable=False)
]
"""`own_folder` checks better than `readable` whether we may use it, and whose it is."""
Json = Annotated[bool, typer.Option("--json")]
As = Annotated[str | None, typer.Option("--as", metavar="EMAIL")]


@dataclass(frozen=True)
class Desk:
    """A data folder, opened."""

    printer: Printer
    folder: Path
    settings: Settings
    store: Store
    reader: Reader = UNREAD

    def look(
        self, rule: Callable[Concatenate[Unit, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Run a rule that only reads."""
        return self.store.look(rule, *args, **kwargs)

    def change(
        self,
        rule: Callable[Concatenate[Unit, P], R],
        staff: str | None,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """Run a rule in the name of a member of staff: the one of `--as`, else of the setting."""
        return self.store.run(rule, self.actor(staff), *args, **kwargs)

    def actor(self, staff: str | None, right: Right = "edit") -> Actor:
        """Return the actor of a change; refuses if nobody is named or their role forbids it."""
        email = staff or self.settings.staff
        if not email:
            raise Refusal("refusal-staff-missing")
        return self.store.look(staff_actor, email=email, right=right)


@contextmanager
def desk(ctx: typer.Context, data: Path | None, *, make: bool = False) -> Iterator[Desk]:
    """Open a data folder and migrate its database; `make` makes the database if there is none.

    Readers are checked and recorded as the command declares.
    """
    line = line_of(ctx)
    folder = own_folder(data)
    settings = Settings.load(folder)
    line.printer.zone = settings.zone_info
    facts = {"organisation": settings.organisation, "address": settings.base_url}
    line.printer.texts = Texts(settings.zone_info, settings.languages, **facts)
    path = folder / DATABASE
    if make:
        folder.mkdir(parents=True, exist_ok=True)
    elif not database(path, settings.database).exists():
        raise DatabaseMissing(folder)
    migrate(path, settings.database)
    with Store(path, url=settings.database) as store:
        at = Desk(line.printer, folder, settings, store)
        what = getattr(ctx.command.callback, "shows", CHANGES)
        yield replace(at, reader=reader_of(at, what, ctx.params))
