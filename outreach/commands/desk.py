"""Where a command does its work: a data folder, with its settings and its store."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Concatenate, ParamSpec, TypeVar

import typer

from content.texts import Texts
from outreach.commands.parts import DATABASE, Check, Line, Parts, Role, line_of
from outreach.commands.terminal import Terminal
from outreach.settings import Settings, data_folder
from outreach.staff.staff import Right, all_staff, has_right, staff_actor
from outreach.store.database import database
from outreach.store.errors import DatabaseMissing, Refusal
from outreach.store.events import record
from outreach.store.migrate import migrate
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor, Unit

__all__ = ["DATABASE", "As", "Check", "Data", "Desk", "Json", "Line", "Parts", "Role", "desk", "line_of"]
"""All that a command needs of its surroundings, found in one place."""

P = ParamSpec("P")
R = TypeVar("R")

Data = Annotated[Path | None, typer.Option("--data", envvar="KANSENBODE_DATA", metavar="DIR")]
Json = Annotated[bool, typer.Option("--json")]
As = Annotated[str | None, typer.Option("--as", metavar="EMAIL")]


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever reads, and whether that may be personal data."""

    actor: Actor
    personal: bool


@dataclass(frozen=True)
class Desk:
    """A data folder, opened."""

    terminal: Terminal
    folder: Path
    settings: Settings
    store: Store

    def look(self, rule: Callable[Concatenate[Unit, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a rule that only reads."""
        return self.store.look(rule, *args, **kwargs)

    def change(
        self, rule: Callable[Concatenate[Unit, P], R], staff: str | None, /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Run a rule in the name of a member of staff: the one of `--as`, else of the setting."""
        return self.store.run(rule, self.actor(staff), *args, **kwargs)

    def actor(self, staff: str | None, right: Right = "edit") -> Actor:
        """Give the actor of a change; refuses where nobody is named, or their role does not allow it."""
        email = staff or self.settings.staff
        if not email:
            raise Refusal("refusal-staff-missing")
        return self.store.look(staff_actor, email=email, right=right)

    def reader(self, staff: str | None) -> Reader:
        """Give who reads, named as for a change; nobody needs a name as long as nobody works here."""
        if not (staff or self.settings.staff) and not self.look(all_staff):
            return Reader(NOBODY, personal=True)
        actor = self.actor(staff, "see")
        return Reader(actor, personal=self.look(has_right, staff=actor.id or 0, right="read"))

    def note(self, reader: Reader, deed: str, **ids: int) -> None:
        """Write down that somebody reads what may be about persons, before it is shown."""
        self.store.run(record, reader.actor, deed, **ids)

    def say_openly(self, reader: Reader) -> None:
        """Say beside what is shown that names and words of residents are left out, to whoever may not read them."""
        if not reader.personal:
            self.terminal.complain(self.terminal.text("commands-openly"))


@contextmanager
def desk(ctx: typer.Context, data: Path | None, *, make: bool = False) -> Iterator[Desk]:
    """Open a data folder; `make` makes the database where there is none. An older database is brought up to date."""
    line = line_of(ctx)
    folder = data_folder(data)
    settings = Settings.load(folder)
    line.terminal.zone = settings.zone_info
    organisation, address = settings.organisation, str(settings.address).rstrip("/")
    line.terminal.texts = Texts(settings.zone_info, organisation=organisation, address=address)
    path = folder / DATABASE
    if make:
        folder.mkdir(parents=True, exist_ok=True)
    elif not database(path, settings.database).exists():
        raise DatabaseMissing
    migrate(path, settings.database)
    with Store(path, url=settings.database) as store:
        yield Desk(line.terminal, folder, settings, store)
