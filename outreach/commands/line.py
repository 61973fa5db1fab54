"""Put the command line together, and be its one edge: nobody who types meets a stack trace."""

import os
import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer
from typer.main import get_command

from content.texts import Texts
from outreach.commands.help import spoken_language, translate
from outreach.commands.later import add_later
from outreach.commands.parts import CommandLine, Parts
from outreach.commands.terminal import Printer, take_any_sign
from outreach.commands.trouble import explain, sentence
from outreach.commands.words import LANGUAGE_CODES

FAILED = 1
INTERRUPTED = 130
COMMANDS = {
    "serve": "outreach.commands.serve:serve",
    "web": "outreach.commands.serve:web",
    "worker": "outreach.commands.serve:worker",
    "demo": "outreach.commands.serve:demo",
    "talk": "outreach.commands.serve:talk",
    "today": "outreach.commands.today:today",
    "find": "outreach.commands.find:find",
    "failed": "outreach.commands.failed",
    "events": "outreach.commands.events:events",
    "import": "outreach.commands.exchange:import",
    "export": "outreach.commands.exchange:export",
    "backup": "outreach.commands.backup:backup",
    "restore": "outreach.commands.backup:restore",
    "wipe": "outreach.commands.backup:wipe",
    "doctor": "outreach.commands.backup:doctor",
    "opportunities": "outreach.commands.opportunities",
    "campaign": "outreach.commands.campaign.commands",
    "interests": "outreach.commands.interests",
    "questions": "outreach.commands.questions",
    "conversations": "outreach.commands.conversations",
    "meetings": "outreach.commands.meetings",
    "venues": "outreach.commands.venues",
    "places": "outreach.commands.places",
    "privacy": "outreach.commands.privacy",
    "staff": "outreach.commands.staff",
    "audit": "outreach.commands.audit",
}
"""The module of each command, in the order of the help: `module:command`, or `module` for a group.
"""


def run(parts: Parts, arguments: Sequence[str] | None = None) -> int:
    """Run one command line; returns the exit code.

    0: done, 1: failed, 2: not understood, 130: interrupted.
    """
    take_any_sign()
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    printer = Printer(Texts(), spoken_language(arguments))
    command = command_line(printer)
    try:
        code = command.main(
            arguments,
            prog_name="kansenbode",
            standalone_mode=False,
            obj=CommandLine(parts, printer),
        )
        sys.stdout.flush()
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        # the reader of the pipe has left; else Python complains at exit when it flushes the rest
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except typer.TyperException as error:
        if explained := explain(error, printer):
            printer.complain(explained)
        return error.exit_code
    except Exception as error:
        printer.complain(sentence(error, printer))
        return FAILED
    return code if isinstance(code, int) else 0


def command_line(printer: Printer) -> Any:
    """Put the commands together with their help texts; each module is loaded when it is typed."""
    app = typer.Typer(name="kansenbode", no_args_is_help=True, pretty_exceptions_enable=False)
    app.callback()(_root)
    group: Any = get_command(app)
    add_later(group, COMMANDS, printer)
    return translate(group, printer)


def _version(ctx: typer.Context, asked: bool) -> None:
    """Print the version, no matter what else was typed."""
    if asked:
        # imported here: it reads the installed packages, and hardly anybody asks
        from importlib.metadata import version

        ctx.obj.printer.say("commands-version", version=version("kansenbode"))
        raise typer.Exit


def _root(
    language: Annotated[str | None, typer.Option("--language", metavar=LANGUAGE_CODES)] = None,
    version: Annotated[bool, typer.Option("--version", is_eager=True, callback=_version)] = False,
) -> None:
    """Take the options before the first command; `run` has read the language for the help texts."""
