"""What the machine says: its variables (read only here), its language and its data folder."""

import errno
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PREFIX = "KANSENBODE_"
DATA = f"{PREFIX}DATA"
"""Names the data folder; no setting, because settings are read from that folder."""
LONGEST = 80
"""Letters of a wrong value that are shown."""


@dataclass(frozen=True, slots=True)
class SettingFault:
    """What is wrong with one setting, without the value of a secret: a text of `content/`.

    `takes` names what a right value is, with its facts.
    """

    key: str
    facts: Mapping[str, Any]
    takes: tuple[str, Mapping[str, Any]] | None = None


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


def read_named(source: Mapping[str, str]) -> tuple[dict[str, str], list[SettingFault]]:
    """Read our names from a source, and `…_FILE` from their files; return what is wrong too."""
    values: dict[str, str] = {}
    faults: list[SettingFault] = []
    ours = {
        name.upper(): value for name, value in source.items() if name.upper().startswith(PREFIX)
    }
    for name, value in ours.items():
        direct = name.removesuffix("_FILE")
        if name in (direct, DATA):
            values[name.removeprefix(PREFIX).lower()] = value
        elif direct in ours:
            faults.append(SettingFault("settings-twice", {"name": direct, "file": name}))
        else:
            try:
                values[direct.removeprefix(PREFIX).lower()] = Path(value).read_text("utf-8").strip()
            except (OSError, ValueError):
                facts = {"name": name, "given": value[:LONGEST]}
                facts["example"] = f"/run/secrets/{direct.lower()}"
                faults.append(SettingFault("settings-no-file", facts))
    values.pop("data", None)
    return values, faults
