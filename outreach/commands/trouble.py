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


def explain(error: typer.TyperException, printer: Printer) -> str:
    """Print what was not understood, and how to get help; nothing if the help itself was shown."""
    ctx: Any = getattr(error, "ctx", None)
    hint = "" if ctx is None else printer.text("commands-usage-hint", command=ctx.command_path)
    param: Any = getattr(error, "param", None)
    name = "" if param is None else _name_of(param)
    # the classes are in a private module of typer
    match type(error).__name__:
        case "NoArgsIsHelpError":
            return error.format_message()
        case "MissingParameter":
            problem = printer.text("commands-usage-missing", name=name)
        case "BadParameter" if param is not None:
            problem = _bad_value(error.message, param, name, printer)
        case "BadOptionUsage":
            problem = printer.text("commands-usage-value", name=getattr(error, "option_name", ""))
        case "NoSuchOption":
            given = getattr(error, "option_name", "")
            params = [] if ctx is None else ctx.command.params
            near = _near(given, (opt for each in params for opt in each.opts))
            problem = printer.text(
                "commands-usage-option", name=given, near=near[0] if near else "none"
            )
        case "UsageError" if hasattr(getattr(ctx, "command", None), "commands"):
            given = _quoted(error.format_message())
            near = _near(given, ctx.command.commands)
            allowed = list(ctx.command.commands)
            problem = printer.text(
                "commands-usage-command", allowed=allowed, near=near[0] if near else "none"
            )
        case "UsageError" if extra := EXTRA.fullmatch(error.format_message()):
            problem = printer.text("commands-usage-extra", given=extra[1])
        case _:
            problem = printer.text("commands-usage-other")
    return f"{problem}\n{hint}".strip()


def _bad_value(message: str, param: Any, name: str, printer: Printer) -> str:
    """Return what a parameter accepts, after a value that it does not accept."""
    takes = param.type_descriptor
    if hasattr(param.callback, "codelist"):
        return printer.text("commands-usage-choice", name=name, allowed=message)
    if takes.is_choice:
        return printer.text("commands-usage-choice", name=name, allowed=list(takes.choices))
    if takes.annotation is Path:
        return printer.text("commands-usage-closed", name=name, given=_quoted(message))
    kinds = {int: "commands-usage-number", datetime: "commands-usage-day"}
    return printer.text(kinds.get(takes.annotation, "commands-usage-wrong"), name=name)


def _quoted(message: str) -> str:
    found = QUOTED.search(message)
    return "" if found is None else found[1]


def _name_of(param: Any) -> str:
    name: str = param.opts[0] if param.param_type_name == "option" else param.metavar
    return name


def sentence(error: Exception, printer: Printer) -> str:
    """Return one clear sentence about what went wrong; if nobody foresaw it, with its place."""
    # imported here: their errors exist only if they are loaded, and a help text does not need them
    from sqlalchemy.exc import DBAPIError

    from outreach.commands.show import mends, settles
    from outreach.opportunities.judge import Unfit
    from outreach.opportunities.overrule import Unsettled
    from outreach.settings import SettingsError

    match error:
        case Unfit():
            said = printer.text(error.key, **error.facts)
            return "\n".join([said, *mends(printer, error.lacks, error.faults)])
        case Unsettled():
            said = printer.text(error.key, **error.facts)
            return "\n".join([said, *settles(printer, error.tender_id, error.remarks)])
        case Refusal():
            return printer.text(error.key, **error.facts)
        case DatabaseAway():
            reasons = [f"({printer.fault(reason)})" for reason in error.args]
            return " ".join([_of_store(error, printer), *reasons])
        case StoreError():
            where = ":".join(map(str, error.args))
            return _of_store(error, printer) + (where and f" ({where})")
        case SettingsError():
            return "\n".join(settings_said(printer, error.faults))
        case OSError():
            reason, where = _of_system(error, printer), error.filename or "none"
            return printer.text("commands-system", reason=reason, where=where)
        case DBAPIError():
            return printer.text("commands-database", reason=_of_database(error.orig, printer))
        case sqlite3.Error():
            return printer.text("commands-database", reason=_of_database(error, printer))
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(frame.filename).name}:{frame.lineno}"
    return printer.text("commands-unforeseen", kind=type(error).__name__, where=where)


def _of_store(error: StoreError, printer: Printer) -> str:
    """Return in words what went wrong in the store."""
    return printer.text("commands-store", CAPITAL.sub("-", type(error).__name__).lower())


def settings_said(printer: Printer, faults: Iterable[SettingFault]) -> list[str]:
    """Return for each setting what is wrong with it, and what is right."""
    return list(dict.fromkeys(_setting(printer, fault) for fault in faults))


def _setting(printer: Printer, fault: SettingFault) -> str:
    facts = dict(fault.facts)
    if fault.takes:
        kind, bounds = fault.takes
        facts["takes"] = printer.text("settings-takes", kind, **bounds)
    return printer.text(fault.key, **facts)


def _of_system(error: OSError, printer: Printer) -> str:
    """Return in words what the system refused; the error's name if there are no words for it."""
    name = (
        "no-host"
        if isinstance(error, gaierror)
        else errno.errorcode.get(error.errno or 0, type(error).__name__)
    )
    return printer.fault(name)


def _of_database(error: BaseException | None, printer: Printer) -> str:
    """Return what the database refused, by its code: its own words may quote what people wrote."""
    code = (
        getattr(error, "sqlite_errorname", None)
        or getattr(error, "sqlstate", None)
        or type(error).__name__
    )
    kind = "-".join(str(code).split("_")[:2]).lower()
    word = STATES.get(kind, STATES.get(kind[:2], kind))
    said = printer.fault(word)
    return str(code) if said == word else said


def _near(given: str, known: Iterable[str]) -> list[str]:
    """Return the known word that is most likely meant."""
    return get_close_matches(given, list(known), n=1)
