"""Show one interest in full, and what it has in common with a question: who did what, receipts."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from outreach.commands.plan_shown import PLAN, plan_rows
from outreach.commands.show import section
from outreach.commands.terminal import Columns, Printer
from outreach.commands.words import actor_shown, field_shown, meets_shown
from outreach.commands.written_out import show_sent
from outreach.interests.interest import EXTRAS
from outreach.receipts.receipt import Receipt
from outreach.reports.conversations import SentAlong
from outreach.reports.interests import InterestDetails, Written

INTEREST: Columns = {
    "id": None,
    "reference": None,
    "tender_id": None,
    "title": None,
    "party": None,
    "kind": "party",
    "legal_form": None,
    "state": "interest",
    "plan_state": "plan",
    "confirm": "confirm",
    "confirm_until": None,
    "confirmed_at": None,
    "version": None,
    "stored_at": None,
    "answer_by": None,
    "reason": None,
    **dict.fromkeys(name for name in EXTRAS if name != "meets"),
}
MEETS: Columns = {"text": None, "can": "meets", "alternative": None}
MEMBER: Columns = {"person": None, "language": None, "channels": None}
CHANGE: Columns = {"at": None, "actor": None, "field": None, "before": None, "after": None}
RECEIPT: Columns = {"at": None, "kind": "receipt", "channel": "channel", "text": None}
MESSAGE: Columns = {"at": None, "actor": None, "text": None, "question": None, "state": None}
CODED = {"state": "interest", "kind": "party"}
"""Facts of an interest whose values have names."""


def show_interest(
    printer: Printer,
    details: InterestDetails,
    sent: Sequence[SentAlong],
    written: Sequence[Written],
    colleagues: Mapping[str, str],
    receipts: Sequence[Receipt],
    *,
    as_json: bool,
) -> None:
    """Show an interest with its party, every change, what was written, sent along and confirmed.

    `colleagues` has the names of present and former colleagues, by their code in a change:
    `staff:2`.
    """
    flat = asdict(details) | {
        "media": [asdict(item) for item in sent],
        "messages": [asdict(item) for item in written],
        "receipts": confirmed(receipts),
    }
    flat |= flat.pop("line") | flat.pop("extras")
    for rows in (flat["changes"], flat["messages"]):
        name_colleagues(rows, colleagues)
    if as_json:
        printer.json([flat])
        return
    printer.facts(flat | {"part_keys": _parts(details, details.extras["part_keys"])}, INTEREST)
    section(printer, "meets", flat["meets"], MEETS)
    section(printer, "plan", plan_rows(printer, details.plan), PLAN)
    section(printer, "members", flat["members"], MEMBER)
    section(
        printer,
        "changes",
        [_change(printer, details, change) for change in flat["changes"]],
        CHANGE,
    )
    section(printer, "messages", [_message(printer, row) for row in flat["messages"]], MESSAGE)
    show_sent(printer, sent)
    section(printer, "receipts", flat["receipts"], RECEIPT)


def confirmed(receipts: Sequence[Receipt]) -> list[dict[str, Any]]:
    """Return each receipt with its words as they were said."""
    return [
        {"at": one.at, "kind": one.kind, "channel": one.channel, "text": one.message.text}
        for one in receipts
    ]


def _change(printer: Printer, details: InterestDetails, change: dict[str, Any]) -> dict[str, Any]:
    """A change as people read it: who by name, the field by its heading, old and new in words."""
    field = change["field"]
    values = [
        printer.value(_in_words(printer, details, field, value), CODED.get(field))
        for value in (change["before"], change["after"])
    ]
    shown = dict(zip(("before", "after"), values, strict=True))
    return by_whom(printer, change) | {"field": field_shown(printer, field)} | shown


def _in_words(printer: Printer, details: InterestDetails, field: str, value: Any) -> Any:
    """Return the value of a field that is a list in words."""
    if field == "part_keys":
        return _parts(details, value)
    return meets_shown(printer, value or ()) if field == "meets" else value


def _message(printer: Printer, row: dict[str, Any]) -> dict[str, Any]:
    """What was written, as people read it: who by name, and what became of it."""
    ends = [
        printer.text("commands-record-count", count=count, name=printer.value(state, "delivery"))
        for state, count in row["states"].items()
    ]
    return by_whom(printer, row) | {"state": ", ".join(ends)}


def name_colleagues(rows: list[dict[str, Any]], colleagues: Mapping[str, str]) -> None:
    """Add the name of the colleague who did something, if it was a colleague."""
    for row in rows:
        row["by"] = colleagues.get(row["actor"])


def by_whom(printer: Printer, row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with who did it as people read it: a colleague by name."""
    return row | {"actor": row["by"] or actor_shown(printer, row["actor"])}


def _parts(details: InterestDetails, keys: Sequence[str] | None) -> list[str]:
    return [details.parts.get(key, key) for key in keys or ()]
