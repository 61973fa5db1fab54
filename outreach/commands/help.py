"""The words around commands: their language and their help texts."""

import re
from collections.abc import Mapping, Sequence
from textwrap import fill
from typing import Any

import typer

from content.fluent import languages
from content.values import loose
from outreach.commands.terminal import Printer
from outreach.commands.words import names
from outreach.environment import system_language

HELP = "commands-help"
COMMON = "commands-option"
WORDS_APART = re.compile("[^a-z]+")
USAGE = "Usage:"
"""What typer says in English, without another way to get at it."""
LINE = 76
"""Letters on a line of the list of fields: a screen of 80, and an edge."""


def spoken_language(arguments: Sequence[str]) -> str:
    """Return the language of this command line: `--language` before it, or the system's, or Dutch.

    After a command, that option is the command's own: the language of a venue, or of a
    conversation.
    """
    match list(arguments[:2]):
        case ["--language", chosen]:
            wanted = chosen
        case [first, *_] if first.startswith("--language="):
            wanted = first.partition("=")[2]
        case _:
            wanted = system_language()
    return wanted.lower() if wanted.lower() in languages() else languages()[0]


def translate(command: Any, printer: Printer, path: str = HELP) -> Any:
    """Set the help texts of a command, its parameters and the commands below it; returns it."""
    command.help = command.short_help = printer.text(path)
    _speak(command, printer)
    for param in (*command.params, command.get_help_option(typer.Context(command))):
        param.help = _help(printer, path, param.name.replace("_", "-"))
        if param.param_type_name == "argument":
            # its name says what it takes; `<str>` says nothing to people
            param.display_type = lambda ctx: None
        param.rich_help_panel = printer.text(COMMON, f"panel-{param.param_type_name}")
        if getattr(param, "is_flag", False):
            # otherwise the help says that a switch wants a value
            param.metavar = ""
        else:
            param.metavar = _metavar(param.metavar or param.name.upper(), printer)
        if fields := getattr(param.callback, "fields", None):
            command.epilog = _fields(fields, printer)
        if codes := getattr(param.callback, "codelist", None):
            param.help = printer.text(
                "commands-usage-names", help=param.help, names=names(printer, *codes)
            )
    for name, under in getattr(command, "commands", {}).items():
        translate(under, printer, f"{path}-{name}")
        under.rich_help_panel = printer.text(COMMON, "panel-command")
    return command


def _speak(command: Any, printer: Printer) -> None:
    """Translate what typer's help says in English by itself."""
    command.options_metavar = printer.text("commands-usage-word", "options")
    if hasattr(command, "subcommand_metavar"):
        command.subcommand_metavar = printer.text("commands-usage-word", "subcommand")
    own_help, own_usage = command.format_help, command.get_usage

    def format_help(ctx: Any, formatter: Any) -> None:
        # imported here: only a help text needs it
        from typer import rich_utils

        for name in ("required_long", "default", "envvar"):
            words = printer.text("commands-usage-word", name.replace("_", "-"), value="{}")
            setattr(rich_utils, f"{name.upper()}_STRING", f"[{words}]")
        own_help(ctx, formatter)

    command.format_help = format_help
    command.get_usage = lambda ctx: own_usage(ctx).replace(
        USAGE, printer.text("commands-usage-word", "usage"), 1
    )


def _help(printer: Printer, path: str, name: str) -> str:
    """The command's own word for a parameter, else the one that all commands share."""
    own = printer.texts.has(path, name)
    return printer.text(path if own else COMMON, name)


def _fields(fields: Mapping[str, Any], printer: Printer) -> str:
    """List what can be set, a line each: its heading, its name, and what it takes."""
    lines = []
    for name, asked in fields.items():
        lines.append(_field(printer, "", name, asked))
        one = f"{printer.text('commands-one', name)}.1." if asked.under else ""
        lines += [_field(printer, one, under, takes) for under, takes in asked.under.items()]
    return "\n".join([printer.text("commands-usage-fields"), *lines]).replace("[", "\\[")


def _field(printer: Printer, before: str, name: str, asked: Any) -> str:
    heading = printer.heading(name)
    shown = f"{before}{heading}" if loose(heading) == loose(name) else f"{before}{heading} ({name})"
    line = printer.text("commands-usage-field", field=shown, takes=asked.taken(printer))
    return fill(
        line, width=LINE, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
    )


def _metavar(shown: str, printer: Printer) -> str:
    """Return the placeholder of a value in the help, in the language of the line.

    One in small letters lists codes, and stays as it is.
    """
    if shown.islower():
        return shown
    return printer.text("commands-metavar", WORDS_APART.sub("-", shown.lower()))
