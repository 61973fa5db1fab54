"""What a run of the command line is given: parts that only `main` can build, and a printer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import typer

from outreach.commands.terminal import Printer

DATABASE = "kansenbode.db"
Role = Literal["serve", "web", "worker"]
"""What a server does: all, or of several that share a database a part of it."""

if TYPE_CHECKING:
    from outreach.delivery.channel import Channel
    from outreach.settings import Settings

    Serve = Callable[[Settings, Path, str, int, Role], None]
    Channels = Callable[[Settings, str], Sequence[Channel]]


@dataclass(frozen=True)
class Parts:
    """What only `main` can build, because it knows the packages that this one may not import."""

    serve: "Serve"
    talk: "Callable[[Settings, Path, str], None]"
    channels: "Channels"
    """The channels of an installation; they say in this language what is wrong with them."""


@dataclass(frozen=True)
class CommandLine:
    """One run of the command line; every command finds it in its context."""

    parts: Parts
    terminal: Printer


def line_of(ctx: typer.Context) -> CommandLine:
    """The run that a command belongs to."""
    line: CommandLine = ctx.obj
    return line
