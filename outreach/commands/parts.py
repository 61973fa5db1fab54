"""What a run of the command line is given: parts that only `main` can build, and a printer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import typer

from outreach.commands.terminal import Printer
from outreach.store.pace import PACE, StorePace

DATABASE = "kansenbode.db"
Role = Literal["serve", "web", "worker", "demo"]
"""What a server does: everything, or a part if several share a database.

A `demo` does everything, and lets anybody sign in as any colleague: only its command asks for it.
"""

if TYPE_CHECKING:
    from outreach.delivery.channel import Channel
    from outreach.settings import Settings
    from outreach.talks.take import GoOn

    Serve = Callable[[Settings, Path, str, int, Role, Callable[[int], None]], None]
    Enliven = Callable[[Settings, Path], None]
    GoesOn = Callable[[Settings], GoOn]
    Channels = Callable[[Settings, str], Sequence[Channel]]


@dataclass(frozen=True)
class Parts:
    """What only `main` can build, because this package may not import `bot`."""

    serve: "Serve"
    talk: "Callable[[Settings, Path, str], None]"
    channels: "Channels"
    """The channels of an installation; they say in this language what is wrong with them."""
    pace: StorePace = PACE
    enliven: "Enliven | None" = None
    """Lets the past weeks of the demo happen; without it nobody lives there yet."""
    go_on: "GoesOn | None" = None
    """Lets the bot go on in a conversation that a colleague gives back."""


@dataclass(frozen=True)
class CommandLine:
    """One run of the command line; every command finds it in its context."""

    parts: Parts
    printer: Printer


def line_of(ctx: typer.Context) -> CommandLine:
    """The run that a command belongs to."""
    line: CommandLine = ctx.obj
    return line
