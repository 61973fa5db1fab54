"""Show one opportunity in full; an interest and a question have files of their own."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from content.plain.check import report
from content.texts import Money
from outreach.commands.explored_shown import EXPLORED, explored_rows
from outreach.commands.plain import say_plain
from outreach.commands.terminal import Columns, Printer
from outreach.commands.told import apart
from outreach.commands.words import question_shown
from outreach.opportunities.checks import Remark
from outreach.opportunities.codes import EXPLORING
from outreach.opportunities.extension import Proposal
from outreach.opportunities.facts import FACTS, ITEMS, Fact
from outreach.opportunities.judge import Fault
from outreach.opportunities.questions import answer_fact, arrangements, questions
from outreach.reports.funnel import Reached
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
TRAIL: Columns = {"venue": None, "seen": None, "started": None, "expressed": None, "agreed": None}


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
    section(printer, "explored", explored_rows(printer, details.explored), EXPLORED)
    trails = [asdict(row) | {"venue": _place(printer, row)} for row in reached]
    section(printer, "trails", trails, TRAIL)
    if details.told:
        printer.say(
            "commands-record-told",
            count=details.told,
            apart=apart(printer, details.told_apart) or "none",
        )
    if details.unconfirmed:
        printer.say("commands-record-unconfirmed", references=", ".join(details.unconfirmed))
    if facts["state"] in ("draft", EXPLORING):
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
