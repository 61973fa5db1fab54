"""The pre-flight card, as staff read it aloud."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from content.texts import Named
from outreach.campaigns.beside import Beside
from outreach.campaigns.preflight import Card, Preview
from outreach.campaigns.remarks import Remark
from outreach.commands.terminal import COUNT, Columns, Printer
from outreach.venues.register import VenueLine

PEOPLE: Columns = {"channel": "channel", "language": None, "persons": COUNT}
LEFT_OUT: Columns = {"reason": "left_out", "persons": COUNT}
WAVE: Columns = {"step": "occasion", "wave": None, "persons": COUNT, "begins": None, "finish": None}
MOST_PROPOSED = 5


def show_card(printer: Printer, card: Card, *, as_json: bool = False) -> None:
    """Show the card: people, who is left out, when, venues, what is in the way, and previews."""
    if as_json:
        printer.json([_json(printer, card)])
        return
    printer.say("commands-card-head", number=str(card.campaign), title=card.title)
    printer.write("")
    printer.say("commands-card-people", people=card.people)
    if card.people:
        rows = [
            asdict(group) | {"language": printer.spoken(group.language)} for group in card.groups
        ]
        printer.table(rows, PEOPLE)
    if card.held:
        printer.say("commands-card-held", people=card.held)
    if card.left_out:
        printer.say("commands-card-left-out", people=card.audience - card.people)
        printer.table(
            [{"reason": reason, "persons": count} for reason, count in card.left_out.items()],
            LEFT_OUT,
        )
    printer.say(
        "commands-card-sum", people=card.people, out=card.audience - card.people, all=card.audience
    )
    if card.people:
        printer.table(_waves(card), WAVE)
    _show_beside(printer, card.beside, card.campaign, nobody=not card.people)
    if card.reads is not None:
        printer.say("plain-score", score=card.reads.score, level=card.reads.level)
    for preview in card.previews:
        _show_preview(printer, preview)
    _show_remarks(printer, "commands-card-warnings", card.warnings, card.campaign)
    _show_remarks(printer, "commands-card-blockers", card.blockers, card.campaign)
    if not card.blockers:
        printer.write("")
        printer.say("commands-card-ready", number=str(card.campaign), people=str(card.people))


def _waves(card: Card) -> list[dict[str, Any]]:
    return [
        {
            "step": step.key,
            "wave": number,
            "persons": people,
            "begins": at,
            "finish": step.finish if number == len(step.waves) else None,
        }
        for step in card.steps
        for number, (people, at) in enumerate(step.waves, 1)
    ]


def _show_beside(printer: Printer, beside: Beside, campaign: int, *, nobody: bool) -> None:
    """Show the venues beside the people; if there is nobody to write to, others are proposed."""
    for key, venues in (
        ("posted", beside.posted),
        ("by-hand", beside.by_hand),
        ("not-ready", beside.not_ready),
    ):
        if venues:
            printer.say(f"commands-card-{key}", venues=_names(venues))
    if beside.proposed:
        venues = beside.proposed[:MOST_PROPOSED]
        key = "commands-card-instead" if nobody else "commands-card-proposed"
        printer.say(key, venues=_names(venues), number=str(campaign))
    elif nobody and not beside.posted:
        printer.say("commands-card-no-venues")


def _names(venues: Sequence[VenueLine]) -> str:
    return ", ".join(f"{venue.name} ({venue.code})" for venue in venues)


def _show_preview(printer: Printer, preview: Preview) -> None:
    where = {
        "channel": printer.value(preview.channel, "channel"),
        "language": printer.spoken(preview.language),
    }
    printer.write("")
    printer.say("commands-card-preview", step=printer.value(preview.step, "occasion"), **where)
    for message in preview.messages:
        lines = [f"🖼 {message.picture}"] if message.picture else []
        lines += message.text.splitlines()
        lines += [f"[ {option.label} ]" for option in message.options]
        lines += [f"[ {link.label}: {link.address} ]" for link in message.links]
        printer.write("\n".join(f"  │ {line}" for line in lines))


def _show_remarks(printer: Printer, key: str, remarks: Sequence[Remark], campaign: int) -> None:
    if remarks:
        printer.write("")
        printer.say(key, count=len(remarks))
    for remark in remarks:
        printer.write(f"  - {_said(printer, remark, campaign)}")


def _said(printer: Printer, remark: Remark, campaign: int) -> str:
    facts = {"number": str(campaign)} | dict(remark.facts)
    if "channel" in facts:
        facts["channel"] = Named("channel", facts["channel"])
    if "language" in facts:
        facts["language"] = printer.spoken(facts["language"])
    if "fields" in facts:
        facts["fields"] = ", ".join(printer.heading(name) for name in facts["fields"])
    if "step" in facts:
        facts["step"] = printer.value(facts["step"], "occasion")
    return printer.text(remark.key, **facts)


def _json(printer: Printer, card: Card) -> dict[str, Any]:
    values = asdict(card)
    # The contact of a venue may be a person: it is shown only by a command that logs who reads it.
    values["beside"] = {
        name: [{key: fact for key, fact in venue.items() if key != "contact"} for venue in venues]
        for name, venues in values["beside"].items()
    }
    values["blockers"] = [
        asdict(remark) | {"text": _said(printer, remark, card.campaign)} for remark in card.blockers
    ]
    values["warnings"] = [
        asdict(remark) | {"text": _said(printer, remark, card.campaign)} for remark in card.warnings
    ]
    return values
