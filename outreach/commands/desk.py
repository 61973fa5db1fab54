"""Where a command does its work: the parts it was handed, and a data folder with its settings and its store."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Concatenate, Literal, ParamSpec, TypeVar

import typer

from content.texts import Texts
from outreach.commands.terminal import Terminal
from outreach.delivery.channel import Abilities
from outreach.settings import Settings, data_folder
from outreach.staff.staff import Right, staff_actor
from outreach.store.database import database
from outreach.store.errors import DatabaseMissing, Refusal
from outreach.store.migrate import migrate
from outreach.store.store import Store
from outreach.store.unit import Actor, Unit

P = ParamSpec("P")
R = TypeVar("R")

DATABASE = "kansenbode.db"
Role = Literal["serve", "web", "worker"]
"""What a server does: all, or of several that share a database a part of it."""
Check = Callable[[], Awaitable[str | None]]
"""A channel's own check: what is wrong with it, or None."""

Data = Annotated[Path | None, typer.Option("--data", envvar="KANSENBODE_DATA", metavar="DIR")]
Json = Annotated[bool, typer.Option("--json")]
As = Annotated[str | None, typer.Option("--as", metavar="EMAIL")]


@dataclass(frozen=True)
class Parts:
    """What only `main` can build, because it knows the packages that this one may not import."""

    serve: Callable[[Settings, Path, str, int, Role], None]
    talk: Callable[[Settings, Path, str], None]
    channels: Callable[[Settings], Sequence[tuple[str, Check]]]
    abilities: Callable[[Settings], Mapping[str, Abilities]]


@dataclass(frozen=True)
class Line:
    """One run of the command line; every command finds it in its context."""

    parts: Parts
    terminal: Terminal


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


def line_of(ctx: typer.Context) -> Line:
    """The run that a command belongs to."""
    line: Line = ctx.obj
    return line


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
