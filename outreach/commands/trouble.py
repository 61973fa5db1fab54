"""One sentence in the language of the line for any error: words, settings, system, store."""

import errno
import re
import sqlite3
import traceback
from collections.abc import Iterable
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from socket import gaierror
from typing import Any

import typer

from outreach.commands.terminal import Printer
from outreach.environment import SettingFault
from outreach.refusal import Refusal
from outreach.store.errors import DatabaseAway, StoreError

CAPITAL = re.compile("(?<!^)(?=[A-Z])")
QUOTED = re.compile(r"'([^']*)'")
STATES = {
    "53100": "sqlite-full",
    "42501": "sqlite-perm",
    "25006": "sqlite-readonly",
    "53300": "connections",
    "08": "away",
    "57": "away",
    "28": "sqlite-perm",
}
"""Our words for the codes of PostgreSQL: SQLSTATE, or its class."""
EXTRA = re.compile(r"[^()]*\(s\) \((.*)\)", re.DOTALL)


def explain(error: typer.TyperException, terminal: Printer) -> str:
    """Print what was not understood, and how to get help; nothing if the help itself was shown."""
    ctx: Any = getattr(error, "ctx", None)
    hint = "" if ctx is None else terminal.text("commands-usage-hint", command=ctx.command_path)
    param: Any = getattr(error, "param", None)
    name = "" if param is None else _name_of(param)
    # the classes are in a private module of typer
    match type(error).__name__:
        case "NoArgsIsHelpError":
            return error.format_message()
        case "MissingParameter":
            problem = terminal.text("commands-usage-missing", name=name)
        case "BadParameter" if param is not None:
            problem = _bad_value(error.message, param, name, terminal)
        case "BadOptionUsage":
            problem = terminal.text("commands-usage-value", name=getattr(error, "option_name", ""))
        case "NoSuchOption":
            given = getattr(error, "option_name", "")
            params = [] if ctx is None else ctx.command.params
            near = _near(given, (opt for each in params for opt in each.opts))
            problem = terminal.text(
                "commands-usage-option", name=given, near=near[0] if near else "none"
            )
        case "UsageError" if hasattr(getattr(ctx, "command", None), "commands"):
            given = _quoted(error.format_message())
            near = _near(given, ctx.command.commands)
            allowed = list(ctx.command.commands)
            problem = terminal.text(
                "commands-usage-command", allowed=allowed, near=near[0] if near else "none"
            )
        case "UsageError" if extra := EXTRA.fullmatch(error.format_message()):
            problem = terminal.text("commands-usage-extra", given=extra[1])
        case _:
            problem = terminal.text("commands-usage-other")
    return f"{problem}\n{hint}".strip()


def _bad_value(message: str, param: Any, name: str, terminal: Printer) -> str:
    """Return what a parameter accepts, after a value that it does not accept."""
    takes = param.type_descriptor
    if hasattr(param.callback, "codelist"):
        return terminal.text("commands-usage-choice", name=name, allowed=message)
    if takes.is_choice:
        return terminal.text("commands-usage-choice", name=name, allowed=list(takes.choices))
    if takes.annotation is Path:
        return terminal.text("commands-usage-closed", name=name, given=_quoted(message))
    kinds = {int: "commands-usage-number", datetime: "commands-usage-day"}
    return terminal.text(kinds.get(takes.annotation, "commands-usage-wrong"), name=name)


def _quoted(message: str) -> str:
    found = QUOTED.search(message)
    return "" if found is None else found[1]


def _name_of(param: Any) -> str:
    name: str = param.opts[0] if param.param_type_name == "option" else param.metavar
    return name


def sentence(error: Exception, terminal: Printer) -> str:
    """Return one clear sentence about what went wrong; if nobody foresaw it, with its place."""
    # imported here: their errors exist only if they are loaded, and a help text does not need them
    from sqlalchemy.exc import DBAPIError

    from outreach.commands.show import mends
    from outreach.opportunities.judge import Unfit
    from outreach.settings import SettingsError

    match error:
        case Unfit():
            said = terminal.text(error.key, **error.facts)
            return "\n".join([said, *mends(terminal, error.lacks, error.faults)])
        case Refusal():
            return terminal.text(error.key, **error.facts)
        case DatabaseAway():
            reasons = [f"({terminal.fault(reason)})" for reason in error.args]
            return " ".join([_of_store(error, terminal), *reasons])
        case StoreError():
            where = ":".join(map(str, error.args))
            return _of_store(error, terminal) + (where and f" ({where})")
        case SettingsError():
            return "\n".join(settings_said(terminal, error.faults))
        case OSError():
            reason, where = _of_system(error, terminal), error.filename or "none"
            return terminal.text("commands-system", reason=reason, where=where)
        case DBAPIError():
            return terminal.text("commands-database", reason=_of_database(error.orig, terminal))
        case sqlite3.Error():
            return terminal.text("commands-database", reason=_of_database(error, terminal))
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(frame.filename).name}:{frame.lineno}"
    return terminal.text("commands-unforeseen", kind=type(error).__name__, where=where)


def _of_store(error: StoreError, terminal: Printer) -> str:
    """Return in words what went wrong in the store."""
    return terminal.text("commands-store", CAPITAL.sub("-", type(error).__name__).lower())


def settings_said(terminal: Printer, faults: Iterable[SettingFault]) -> list[str]:
    """Return for each setting what is wrong with it, and what is right."""
    return list(dict.fromkeys(_setting(terminal, fault) for fault in faults))


def _setting(terminal: Printer, fault: SettingFault) -> str:
    facts = dict(fault.facts)
    if fault.takes:
        kind, bounds = fault.takes
        facts["takes"] = terminal.text("settings-takes", kind, **bounds)
    return terminal.text(fault.key, **facts)


def _of_system(error: OSError, terminal: Printer) -> str:
    """Return in words what the system refused; the error's name if there are no words for it."""
    name = (
        "no-host"
        if isinstance(error, gaierror)
        else errno.errorcode.get(error.errno or 0, type(error).__name__)
    )
    return terminal.fault(name)


def _of_database(error: BaseException | None, terminal: Printer) -> str:
    """Return what the database refused, by its code: its own words may quote what people wrote."""
    code = (
        getattr(error, "sqlite_errorname", None)
        or getattr(error, "sqlstate", None)
        or type(error).__name__
    )
    kind = "-".join(str(code).split("_")[:2]).lower()
    word = STATES.get(kind, STATES.get(kind[:2], kind))
    said = terminal.fault(word)
    return str(code) if said == word else said


def _near(given: str, known: Iterable[str]) -> list[str]:
    """Return the known word that is most likely meant."""
    return get_close_matches(given, list(known), n=1)
