"""What the machine says of itself: its variables, read here alone, and the language that it speaks."""

import os
import re
from collections.abc import Mapping


def variables() -> Mapping[str, str]:
    """The variables of the environment, as they are now."""
    return os.environ


def system_language(environment: Mapping[str, str] | None = None) -> str:
    """Give the language that the system speaks (`nl`, `en`), or nothing where it names none."""
    environment = variables() if environment is None else environment
    named = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    return re.split(r"[_.@-]", named)[0]
