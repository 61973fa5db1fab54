"""Show one question in full."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from outreach.commands.show import section
from outreach.commands.show_interest import RECEIPT, by_whom, confirmed, name_colleagues
from outreach.commands.terminal import Columns, Printer
from outreach.commands.words import remarks_shown
from outreach.receipts.receipt import Receipt
from outreach.reports.questions import QuestionDetails

QUESTION: Columns = {
    "id": None,
    "kind": "question",
    "tender_id": None,
    "text": None,
    "remarks": None,
    "asked_at": None,
    "answer_by": None,
    "answer": None,
    "answered_at": None,
    "for_all": None,
    "public_text": None,
    "version": None,
}
EARLIER: Columns = {"at": None, "actor": None, "answer": None, "public_text": None}
LINE: Columns = {"at": None, "who": "speaker", "text": None, "media": None}


def show_question(
    printer: Printer,
    details: QuestionDetails,
    colleagues: Mapping[str, str],
    receipts: Sequence[Receipt],
    *,
    as_json: bool,
) -> None:
    """Show a question, what was confirmed of it, and what was said before it if staff may read."""
    flat = asdict(details) | {"receipts": confirmed(receipts)}
    flat |= flat.pop("line")
    name_colleagues(flat["earlier"], colleagues)
    if as_json:
        printer.json([flat])
        return
    printer.facts(flat | {"remarks": remarks_shown(printer, flat["remarks"])}, QUESTION)
    section(printer, "earlier", [by_whom(printer, answer) for answer in flat["earlier"]], EARLIER)
    section(printer, "receipts", flat["receipts"], RECEIPT)
    printer.say("commands-record-lines" if details.may_read else "commands-record-no-lines")
    if details.lines:
        printer.table(flat["lines"], LINE)
