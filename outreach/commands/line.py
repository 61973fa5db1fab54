"""Put the command line together, and be its one edge: nobody who types ever meets a stack trace."""

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.main import get_command

from content.texts import Texts
from outreach.commands import (
    campaign,
    exchange,
    interests,
    opportunities,
    places,
    questions,
    server,
    staff,
    today,
    upkeep,
    venues,
)
from outreach.commands.desk import Line, Parts
from outreach.commands.speech import explain, sentence, spoken_language, translate
from outreach.commands.terminal import Terminal, take_any_sign

FAILED = 1
INTERRUPTED = 130


def run(parts: Parts, arguments: Sequence[str] | None = None) -> int:
    """Run one command line; returns the exit code: 0 done, 1 failed, 2 not understood, 130 interrupted."""
    take_any_sign()
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    terminal = Terminal(Texts(), spoken_language(arguments))
    command = translate(get_command(command_line()), terminal)
    try:
        code = command.main(arguments, prog_name="kansenbode", standalone_mode=False, obj=Line(parts, terminal))
        sys.stdout.flush()
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        # Who reads the pipe has left; Python would complain at exit when it flushes what is left.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except typer.TyperException as error:
        if explained := explain(error, terminal):
            terminal.complain(explained)
        return error.exit_code
    except Exception as error:
        terminal.complain(sentence(error, terminal))
        return FAILED
    return code if isinstance(code, int) else 0


def command_line() -> typer.Typer:
    """Put the groups together; their help texts come from `content/` when a command line runs."""
    app = typer.Typer(name="kansenbode", no_args_is_help=True, pretty_exceptions_enable=False)
    app.callback()(_root)
    for group in (server, today, exchange, upkeep):
        app.add_typer(group.app)
    for group in (opportunities, campaign, interests, questions, venues, places, staff):
        app.add_typer(group.app, name=group.__name__.rpartition(".")[2])
    return app


def _root(language: Annotated[str | None, typer.Option("--language", metavar="nl|en")] = None) -> None:
    """Take the language before the first command; `run` has read it already, for the help texts."""
