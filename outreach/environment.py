"""What the machine says: its variables, which are read only here, its language, and its data
folder.
"""

import errno
import os
import re
from collections.abc import Mapping
from pathlib import Path

PREFIX = "KANSENBODE_"
DATA = f"{PREFIX}DATA"
"""Names the data folder; no setting, because settings are read from that folder."""


def variables() -> Mapping[str, str]:
    """The variables of the environment, as they are now."""
    return os.environ


def live_in(folder: Path) -> None:
    """Set HOME to this folder: after becoming another user, the old home may be closed to us."""
    os.environ["HOME"] = str(folder)


def system_language(environment: Mapping[str, str] | None = None) -> str:
    """Return the language of the system (`nl`, `en`), or nothing if it names none."""
    environment = variables() if environment is None else environment
    named = next(
        (environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)),
        "",
    )
    return re.split(r"[_.@-]", named)[0]


def system_columns(environment: Mapping[str, str] | None = None) -> int | None:
    """Return how many columns a line has, if the system says so (COLUMNS), or None."""
    columns = (variables() if environment is None else environment).get("COLUMNS", "")
    return int(columns) if re.fullmatch("[1-9][0-9]{0,3}", columns) else None


def data_folder(chosen: Path | None = None, environment: Mapping[str, str] | None = None) -> Path:
    """Return the data folder: the chosen one, else KANSENBODE_DATA, else the user's own place.

    Raises NotADirectoryError if something else has that name.
    """
    environment = variables() if environment is None else environment
    if chosen is None and environment.get(DATA):
        chosen = Path(environment[DATA])
    if chosen is None:
        home = environment.get("XDG_DATA_HOME", "")
        chosen = (
            Path(home) if home.startswith("/") else Path.home() / ".local" / "share"
        ) / "kansenbode"
    folder = chosen.expanduser().absolute()
    # Path would need more rights
    if os.path.exists(folder) and not os.path.isdir(folder):  # noqa: PTH110, PTH112
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    return folder
