"""Show what people said of a draft: per requirement, by the numbers of the questions."""

from collections.abc import Sequence
from typing import Any

from outreach.commands.terminal import Columns, Printer
from outreach.interests.explore import Explored

EXPLORED: Columns = {"text": None, "questions": None}


def explored_rows(printer: Printer, explored: Sequence[Explored]) -> list[dict[str, Any]]:
    """Return a row for each requirement of which somebody said that they cannot meet it."""
    return [
        {
            "text": printer.text(f"commands-record-explored-{_said_of(one)}", text=one.text),
            "questions": ", ".join(map(str, one.questions)),
        }
        for one in explored
    ]


def _said_of(one: Explored) -> str:
    return "missing" if not one.text else "stands" if one.stands else "gone"
