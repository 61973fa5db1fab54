"""The words around commands: in which language, the help texts, and one sentence for whatever goes wrong."""

import errno
import re
import sqlite3
import traceback
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from textwrap import fill
from typing import Any

import typer

from content.texts import alike, languages
from outreach.commands.terminal import Terminal
from outreach.commands.words import names
from outreach.environment import system_language
from outreach.store.errors import Refusal, StoreError

HELP = "commands-help"
COMMON = "commands-option"
CAPITAL = re.compile("(?<!^)(?=[A-Z])")
WORDS_APART = re.compile("[^a-z]+")
EXTRA = re.compile(r"[^()]*\(s\) \((.*)\)", re.DOTALL)
USAGE = "Usage:"
"""What typer says in English, and hands over in no other form."""
LINE = 76
"""Letters on a line of the list of fields: a screen of 80, and an edge."""


def spoken_language(arguments: Sequence[str]) -> str:
    """Give the language of this command line: `--language` in front of it, else the system's, else Dutch.

    After a command, the same word is that command's own: the language of a venue, or of a conversation.
    """
    match list(arguments[:2]):
        case ["--language", chosen]:
            wanted = chosen
        case [first, *_] if first.startswith("--language="):
            wanted = first.partition("=")[2]
        case _:
            wanted = system_language()
    return wanted.lower() if wanted.lower() in languages() else languages()[0]


def translate(command: Any, terminal: Terminal, path: str = HELP) -> Any:
    """Give a command, its parameters and the commands under it their help texts; returns it."""
    command.help = command.short_help = terminal.text(path)
    _speak(command, terminal)
    for param in (*command.params, command.get_help_option(typer.Context(command))):
        param.help = _help(terminal, path, param.name.replace("_", "-"))
        if param.param_type_name == "argument":
            param.display_type = lambda ctx: None  # its name says what it takes; `<str>` says nothing to people
        param.rich_help_panel = terminal.text(COMMON, f"panel-{param.param_type_name}")
        if getattr(param, "is_flag", False):
            param.metavar = ""  # else the help says that a switch wants a value
        else:
            param.metavar = _metavar(param.metavar or param.name.upper(), terminal)
        if fields := getattr(param.callback, "fields", None):
            command.epilog = _fields(fields, terminal)
        if codes := getattr(param.callback, "codelist", None):
            param.help = terminal.text("commands-usage-names", help=param.help, names=names(terminal, *codes))
    for name, under in getattr(command, "commands", {}).items():
        translate(under, terminal, f"{path}-{name}")
        under.rich_help_panel = terminal.text(COMMON, "panel-command")
    return command


def explain(error: typer.TyperException, terminal: Terminal) -> str:
    """Say what was not understood, and where the help is; nothing where the help itself was shown."""
    ctx: Any = getattr(error, "ctx", None)
    hint = "" if ctx is None else terminal.text("commands-usage-hint", command=ctx.command_path)
    param: Any = getattr(error, "param", None)
    name = "" if param is None else (param.opts[0] if param.param_type_name == "option" else param.metavar)
    match type(error).__name__:  # the classes live in a private module of typer
        case "NoArgsIsHelpError":
            return error.format_message()
        case "MissingParameter":
            problem = terminal.text("commands-usage-missing", name=name)
        case "BadParameter" if hasattr(getattr(param, "callback", None), "codelist"):
            problem = terminal.text("commands-usage-choice", name=name, allowed=error.message)
        case "BadParameter" if param is not None and param.type_descriptor.is_choice:
            problem = terminal.text("commands-usage-choice", name=name, allowed=_joined(param.type_descriptor.choices))
        case "BadParameter" if param is not None and param.type_descriptor.annotation is int:
            problem = terminal.text("commands-usage-number", name=name)
        case "BadParameter" if param is not None and param.type_descriptor.annotation is datetime:
            problem = terminal.text("commands-usage-day", name=name)
        case "BadParameter" if param is not None:
            problem = terminal.text("commands-usage-wrong", name=name)
        case "BadOptionUsage":
            problem = terminal.text("commands-usage-value", name=getattr(error, "option_name", ""))
        case "NoSuchOption":
            problem = terminal.text("commands-usage-option", name=getattr(error, "option_name", ""))
        case "UsageError" if hasattr(getattr(ctx, "command", None), "commands"):
            problem = terminal.text("commands-usage-command", allowed=_joined(ctx.command.commands))
        case "UsageError" if extra := EXTRA.fullmatch(error.format_message()):
            problem = terminal.text("commands-usage-extra", given=extra[1])
        case _:
            problem = terminal.text("commands-usage-other", reason=error.format_message())
    return f"{problem}\n{hint}".strip()


def sentence(error: Exception, terminal: Terminal) -> str:
    """Say in one clear sentence what went wrong; for what nobody foresaw, where in the program it happened."""
    # Here, not above: what raised it has loaded them, and a help text has no use for them.
    from sqlalchemy.exc import DBAPIError

    from outreach.commands.record import mends
    from outreach.opportunities.judge import Unfit
    from outreach.settings import SettingsError

    match error:
        case Unfit():
            return "\n".join([terminal.text(error.key, **error.facts), *mends(terminal, error.lacks, error.faults)])
        case Refusal():
            return terminal.text(error.key, **error.facts)
        case StoreError():
            return " ".join([_of_store(error, terminal), *map(str, error.args)])
        case SettingsError():
            return str(error)
        case OSError():
            return terminal.text("commands-system", reason=_of_system(error, terminal), where=error.filename or "none")
        case DBAPIError():
            return terminal.text("commands-database", reason=str(error.orig))
        case sqlite3.Error():
            return terminal.text("commands-database", reason=str(error))
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(frame.filename).name}:{frame.lineno}"
    return terminal.text("commands-unforeseen", kind=type(error).__name__, where=where)


def _speak(command: Any, terminal: Terminal) -> None:
    """Let a command's help say in the language of the line what typer says in English by itself."""
    command.options_metavar = terminal.text("commands-usage-word", "options")
    if hasattr(command, "subcommand_metavar"):
        command.subcommand_metavar = terminal.text("commands-usage-word", "subcommand")
    own_help, own_usage = command.format_help, command.get_usage

    def format_help(ctx: Any, formatter: Any) -> None:
        # Here, not above: only a help text has a use for it.
        from typer import rich_utils

        for name in ("required_long", "default", "envvar"):
            words = terminal.text("commands-usage-word", name.replace("_", "-"), value="{}")
            setattr(rich_utils, f"{name.upper()}_STRING", f"[{words}]")
        own_help(ctx, formatter)

    command.format_help = format_help
    command.get_usage = lambda ctx: own_usage(ctx).replace(USAGE, terminal.text("commands-usage-word", "usage"), 1)


def _of_store(error: StoreError, terminal: Terminal) -> str:
    """What went wrong in the store, in the language of the line."""
    return terminal.text("commands-store", CAPITAL.sub("-", type(error).__name__).lower())


def _of_system(error: OSError, terminal: Terminal) -> str:
    """What the system refused; what has no words of ours, in its own."""
    name = errno.errorcode.get(error.errno or 0, "").lower()
    known = bool(name) and terminal.texts.has("commands-errno", name)
    return terminal.text("commands-errno", name) if known else error.strerror or str(error)


def _joined(words: Iterable[object]) -> str:
    return ", ".join(map(str, words))


def _help(terminal: Terminal, path: str, name: str) -> str:
    """The command's own word for a parameter, else the one that all commands share."""
    own = terminal.texts.has(path, name)
    return terminal.text(path if own else COMMON, name)


def _fields(fields: Mapping[str, Any], terminal: Terminal) -> str:
    """What can be set, a line each: its heading and its name, and what it takes."""
    lines = []
    for name, asked in fields.items():
        lines.append(_field(terminal, "", name, asked))
        one = f"{terminal.text('commands-one', name)}.1." if asked.under else ""
        lines += [_field(terminal, one, under, takes) for under, takes in asked.under.items()]
    return "\n".join([terminal.text("commands-usage-fields"), *lines]).replace("[", "\\[")


def _field(terminal: Terminal, before: str, name: str, asked: Any) -> str:
    heading = terminal.heading(name)
    shown = f"{before}{heading}" if alike(heading) == alike(name) else f"{before}{heading} ({name})"
    line = terminal.text("commands-usage-field", field=shown, takes=asked.taken(terminal))
    return fill(line, width=LINE, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)


def _metavar(shown: str, terminal: Terminal) -> str:
    """What stands for a value in the help, in the language of the line."""
    attribute = WORDS_APART.sub("-", shown.lower())
    return terminal.text("commands-metavar", attribute) if terminal.texts.has("commands-metavar", attribute) else shown
