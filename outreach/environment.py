"""What the machine says of itself: its variables, read here alone, and
the language that it speaks.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path


def variables() -> Mapping[str, str]:
    """The variables of the environment, as they are now."""
    return os.environ


def live_in(folder: Path) -> None:
    """Let all that looks for files in a home look there: who became another user may
    not look into their old one.
    """
    os.environ["HOME"] = str(folder)


def system_language(environment: Mapping[str, str] | None = None) -> str:
    """Give the language that the system speaks (`nl`, `en`), or nothing where it names none."""
    environment = variables() if environment is None else environment
    named = next(
        (environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)),
        "",
    )
    return re.split(r"[_.@-]", named)[0]


def system_columns(environment: Mapping[str, str] | None = None) -> int | None:
    """Give how many columns a line has where the system says so (COLUMNS), or None."""
    columns = (variables() if environment is None else environment).get("COLUMNS", "")
    return int(columns) if re.fullmatch("[1-9][0-9]{0,3}", columns) else None
