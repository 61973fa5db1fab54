"""Show one record in full: an opportunity or an interest; a question in its own file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from content.plain.check import report
from content.texts import Money
from outreach.commands.plain import say_plain
from outreach.commands.plan_shown import PLAN, plan_rows
from outreach.commands.terminal import Columns, Printer
from outreach.commands.told import apart
from outreach.commands.words import actor_shown, field_shown, meets_shown, question_shown
from outreach.commands.written_out import show_sent
from outreach.interests.interest import EXTRAS
from outreach.opportunities.checks import Remark
from outreach.opportunities.extension import Proposal
from outreach.opportunities.facts import FACTS, ITEMS, Fact
from outreach.opportunities.judge import Fault
from outreach.opportunities.questions import answer_fact, arrangements, questions
from outreach.receipts.receipt import Receipt
from outreach.reports.conversations import SentAlong
from outreach.reports.funnel import Reached
from outreach.reports.interests import InterestDetails, Written
from outreach.reports.opportunities import OpportunityDetails


def _columns(facts: Iterable[Fact]) -> Columns:
    return {fact.heading: fact.codelist or None for fact in facts if fact.kind not in APART}


APART = ("currency", "checklist", "translations", "items")
"""Kinds of facts that stand beside an amount, or under a heading of their own."""
OPPORTUNITY: Columns = {
    **dict.fromkeys(("id", "tender_id", "ocid")),
    "state": "state",
    "version": None,
    **_columns(FACTS),
    **dict.fromkeys(("opened_at", "decided_at", "translated", "interests", "questions")),
    "published_in": "published_in",
    "recorded": "recorded",
}
PART = _columns(ITEMS["parts"])
REQUIREMENT: Columns = {"number": None, **_columns(ITEMS["requirements"]), "unmet": None}
CRITERION: Columns = {"number": None, **_columns(ITEMS["criteria"])}
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
    "version": None,
    "stored_at": None,
    "answer_by": None,
    "reason": None,
    **dict.fromkeys(name for name in EXTRAS if name != "meets"),
}
MEETS: Columns = {"text": None, "can": "meets", "alternative": None}
TRAIL: Columns = {"venue": None, "seen": None, "started": None, "expressed": None, "agreed": None}
MEMBER: Columns = {"person": None, "language": None, "channels": None}
CHANGE: Columns = {"at": None, "actor": None, "field": None, "before": None, "after": None}
RECEIPT: Columns = {"at": None, "kind": "receipt", "channel": "channel", "text": None}
MESSAGE: Columns = {"at": None, "actor": None, "text": None, "question": None, "state": None}
CODED = {"state": "interest", "kind": "party"}
"""Facts of an interest whose values have names."""


def show_opportunity(
    printer: Printer, details: OpportunityDetails, reached: Sequence[Reached], *, as_json: bool
) -> None:
    """Show an opportunity with what lacks, what to think of, and how easy its text reads."""
    facts = details.facts
    plain = report(
        "\n\n".join(facts[name] for name in ("title", "summary", "description") if facts[name])
    )
    if as_json:
        flat = {name: value for name, value in asdict(details).items() if name != "facts"}
        flat["trails"] = [asdict(row) for row in reached]
        printer.json([facts | flat | {"plain": asdict(plain) | {"level": plain.level}}])
        return
    printer.facts(_shown(printer, details), OPPORTUNITY)
    printer.write("")
    _checklist(printer, facts["checklist"])
    _items(printer, details)
    trails = [asdict(row) | {"venue": _place(printer, row)} for row in reached]
    section(printer, "trails", trails, TRAIL)
    if details.told:
        printer.say(
            "commands-record-told",
            count=details.told,
            apart=apart(printer, details.told_apart) or "none",
        )
    if facts["state"] == "draft":
        lacks = mends(printer, details.lacks, details.faults)
        printer.say("commands-record-lacks" if lacks else "commands-record-ready")
        printer.write("\n".join(lacks))
    say_warnings(printer, details.warnings)
    if details.extension is not None:
        say_extension(printer, details.extension)
    for remark, reason in facts["overruled"].items():
        printer.say("commands-opportunities-overruled", remark=remark, reason=reason)
    say_plain(printer, plain, scored=bool(facts["summary"] or facts["description"]))


def say_extension(printer: Printer, proposal: Proposal) -> None:
    """Show for how long nobody could be heard before a deadline, and how to make that good."""
    facts = {"hours": proposal.hours, "number": proposal.opportunity}
    key = "commands-record-outage-ongoing" if proposal.ongoing else "commands-record-outage"
    printer.say(key, **facts)


def _items(printer: Printer, details: OpportunityDetails) -> None:
    for key, columns, rows in (
        ("parts", PART, details.parts),
        ("requirements", REQUIREMENT, details.requirements),
        ("criteria", CRITERION, details.criteria),
    ):
        numbered = [
            _priced(printer, row, details.facts["currency"]) | {"number": place}
            for place, row in enumerate(rows, 1)
        ]
        section(printer, key, numbered, columns)


def mends(printer: Printer, lacks: Sequence[str], faults: Sequence[Fault]) -> list[str]:
    """Return a line for each thing to mend: what lacks, then what cannot be right."""
    wrong = [
        printer.text("commands-record-fault", text=printer.text(item.key, **item.facts))
        for item in faults
    ]
    return [_lack(printer, name) for name in lacks] + wrong


def settles(printer: Printer, tender_id: str, remarks: Sequence[Remark]) -> list[str]:
    """Return each remark that stands in the way, with how to write down why it opens anyway."""
    return [
        printer.text(
            "commands-record-unsettled",
            text=printer.text(item.key, **_money(item.facts)),
            given=tender_id,
            remark=item.name,
        )
        for item in remarks
    ]


def say_warnings(printer: Printer, warnings: Sequence[Remark]) -> None:
    """Print what to consider before a record is public."""
    for warning in warnings:
        printer.say(warning.key, **_money(warning.facts))


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


def _shown(printer: Printer, details: OpportunityDetails) -> dict[str, Any]:
    """The facts that a person reads: amounts in words, counts per state, names of languages."""
    facts = details.facts
    counts = [
        printer.text("commands-record-count", count=count, name=printer.value(state, "interest"))
        for state, count in details.interests.items()
    ]
    value, kind = facts["value_cents"], arrangements().get(facts["arrangement"] or "")
    return facts | {
        "places": details.places,
        "value": None
        if value is None
        else printer.text("commands-money", amount=Money(value, facts["currency"])),
        "translated": sorted(facts["translations"]),
        "interests": counts,
        "questions": details.questions,
        "published_in": kind and list(kind.published),
        "recorded": kind and list(kind.recorded),
    }


def _place(printer: Printer, row: Reached) -> str:
    """Return a venue's name; a trail without venue is called by its kind, to show no person."""
    return row.name or printer.value(row.kind, "trail")


def _checklist(printer: Printer, answers: dict[str, str]) -> None:
    rows = [
        {
            "question": question_shown(printer, key),
            "answer": printer.value(answer, answer_fact(key).codelist or None),
        }
        for key, answer in answers.items()
    ]
    section(printer, "checklist", rows, {"question": None, "answer": None})


def section(printer: Printer, name: str, rows: list[dict[str, Any]], columns: Columns) -> None:
    """Print a table under its heading, unless it is empty."""
    if rows:
        printer.say(f"commands-record-{name}")
        printer.table(rows, columns)


def _priced(printer: Printer, row: dict[str, Any], currency: str) -> dict[str, Any]:
    cents = row.get("budget_cents")
    return (
        row
        if cents is None
        else row | {"budget": printer.text("commands-money", amount=Money(cents, currency))}
    )


def _lack(printer: Printer, name: str) -> str:
    """A field that lacks, by the name that people see and can type."""
    area, _, key = name.partition(".")
    shown = question_shown(printer, key) if area == "checklist" else printer.heading(name)
    if key not in questions():
        return printer.text("commands-record-lack", field=shown)
    codes = answer_fact(key).codes
    if not codes:
        return printer.text("commands-record-lack-words", field=shown, key=key)
    return printer.text("commands-record-lack-choice", field=shown, key=key, codes="|".join(codes))


def _money(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: Money(value) if name == "threshold" else value for name, value in facts.items()}
