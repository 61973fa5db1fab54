"""The file of one person as they can read it: a heading per subject, a line per fact, in words."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from content.texts import Money
from outreach.commands.show_interest import CODED
from outreach.commands.terminal import Columns, Printer
from outreach.commands.words import (
    actor_shown,
    amount_shown,
    field_shown,
    meets_shown,
    remarks_shown,
)
from outreach.interests.plan import FRONT, LINES
from outreach.privacy.file import File

Row = dict[str, Any]
SECTIONS: dict[str, Columns] = {
    "person": {
        "language": None,
        "place": None,
        "themes": "theme",
        "created_at": None,
        "stopped_at": None,
    },
    "address": {"channel": "channel", "news": None, "used_at": None, "gone_at": None},
    "consent": {
        "at": None,
        "purpose": "consent",
        "given": None,
        "scope": None,
        "channel": "channel",
    },
    "party": {"name": None, "kind": "party", "legal_form": None, "created_at": None},
    "beforehand": {"at": None, "title": None, "kind": "party", "meets": None},
    "follower": {"at": None, "title": None},
    "interest": {
        "tender_id": None,
        "title": None,
        "state": "interest",
        "reason": None,
        "stored_at": None,
        "answer_by": None,
        "brings": None,
        "needs": None,
        "people": None,
        "part_keys": None,
        "area": None,
        "partners": None,
        "reach": None,
        "meets": None,
    },
    "interest_change": {"at": None, "field": None, "before": None},
    "interest_message": {"at": None, "text": None},
    "outcome": {
        "applied_at": None,
        "outcome": "outcome",
        "place": None,
        "amount": None,
        "reason": None,
        "confirm_until": None,
        "confirmed_at": None,
    },
    "weighing": {"at": None, "criterion": None, "word": "weighing", "reason": None},
    "plan": {
        **dict.fromkeys(f"{FRONT}{line}" for line in LINES),
        "plan_cost": None,
        "sent_at": None,
    },
    "question": {
        "asked_at": None,
        "kind": "question",
        "title": None,
        "text": None,
        "remarks": None,
        "answer": None,
        "answered_at": None,
    },
    "inbound": {"at": None, "channel": "channel", "text": None, "media": None},
    "attachment": {"at": None, "kind": "media", "name": None, "state": "attachment"},
    "delivery": {
        "at": None,
        "channel": "channel",
        "state": "delivery",
        "title": None,
        "text": None,
    },
    "trail": {"made_at": None, "kind": "trail", "title": None, "seen": None, "started": None},
    "code": {"code": None, "kind": None},
    "event": {"at": None, "actor": None, "deed": "deed"},
}
"""What is read of each table; the file in JSON holds every column, and the tables without words."""


def file_text(printer: Printer, held: File, *, person: int, at: datetime) -> str:
    """Return the file of a person as text."""
    lines = [printer.text("privacy-head", person=str(person), at=at)]
    for table, columns in SECTIONS.items():
        rows = [_shown(printer, table, row, held) for row in held[table]]
        lines += ["", printer.text(f"privacy-part-{table.replace('_', '-')}", count=len(rows))]
        for row in rows:
            lines += ["", *_facts(printer, row, columns)]
    return "\n".join([*lines, "", printer.text("privacy-foot"), ""])


def _facts(printer: Printer, row: Row, columns: Columns) -> Iterator[str]:
    """Yield a line per fact that is there."""
    for name, codes in columns.items():
        if row.get(name) not in (None, "", [], {}):
            yield f"{printer.heading(name)}: {printer.value(row[name], codes)}"


def _shown(printer: Printer, table: str, row: Row, held: File) -> Row:
    """Return a row with what it is about in words."""
    about = _by_id(held["mailing"], row.get("mailing_id")) | row
    row = _by_id(held["opportunity"], about.get("opportunity_id")) | row
    more: dict[str, Callable[[], Row]] = {
        "person": lambda: {
            "language": printer.spoken(row["language"]),
            "place": _by_id(held["place"], row["place_id"]).get("name"),
        },
        "consent": lambda: {"channel": row["how"]},
        "beforehand": lambda: {"meets": meets_shown(printer, row["meets"])},
        "question": lambda: {"remarks": remarks_shown(printer, row["remarks"])},
        "interest": lambda: {"meets": meets_shown(printer, row["meets"])},
        "interest_change": lambda: {
            "field": field_shown(printer, row["field"]),
            "before": _before(printer, row),
        },
        "outcome": lambda: {
            "amount": row["amount_cents"]
            and printer.text("commands-money", amount=Money(row["amount_cents"]))
        },
        "plan": lambda: {
            **{f"{FRONT}{line}": row[line] for line in LINES},
            "plan_cost": amount_shown(printer, row["cost_cents"]),
        },
        "inbound": lambda: {"media": (row["media"] or {}).get("kind")},
        "delivery": lambda: {
            "at": row["done_at"] or row["send_at"],
            "text": (row["message"] or {}).get("text"),
        },
        "event": lambda: {
            "actor": actor_shown(printer, row["actor"]),
            "deed": row["deed"].replace(".", "_"),
        },
    }
    return row | (more[table]() if table in more else {})


def _before(printer: Printer, row: Row) -> str:
    """Return in words what a field of an interest held before."""
    said = row["before"]
    if row["field"] == "meets":
        said = meets_shown(printer, said or ())
    return printer.value(said, CODED.get(row["field"]))


def _by_id(rows: list[Row], id: int | None) -> Row:
    return next((row for row in rows if row["id"] == id), {})
