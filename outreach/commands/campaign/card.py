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


def show_card(terminal: Printer, card: Card, *, as_json: bool = False) -> None:
    """Show the card: people, who is left out, when, venues, what is in the way, and previews."""
    if as_json:
        terminal.json([_json(terminal, card)])
        return
    terminal.say("commands-card-head", number=str(card.campaign), title=card.title)
    terminal.write("")
    terminal.say("commands-card-people", people=card.people)
    if card.people:
        rows = [
            asdict(group) | {"language": terminal.spoken(group.language)} for group in card.groups
        ]
        terminal.table(rows, PEOPLE)
    if card.held:
        terminal.say("commands-card-held", people=card.held)
    if card.left_out:
        terminal.say("commands-card-left-out", people=card.audience - card.people)
        terminal.table(
            [{"reason": reason, "persons": count} for reason, count in card.left_out.items()],
            LEFT_OUT,
        )
    terminal.say(
        "commands-card-sum", people=card.people, out=card.audience - card.people, all=card.audience
    )
    if card.people:
        terminal.table(_waves(card), WAVE)
    _show_beside(terminal, card.beside, card.campaign, nobody=not card.people)
    if card.reads is not None:
        terminal.say("plain-score", score=card.reads.score, level=card.reads.level)
    for preview in card.previews:
        _show_preview(terminal, preview)
    _show_remarks(terminal, "commands-card-warnings", card.warnings, card.campaign)
    _show_remarks(terminal, "commands-card-blockers", card.blockers, card.campaign)
    if not card.blockers:
        terminal.write("")
        terminal.say("commands-card-ready", number=str(card.campaign), people=str(card.people))


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


def _show_beside(terminal: Printer, beside: Beside, campaign: int, *, nobody: bool) -> None:
    """Show the venues beside the people; if there is nobody to write to, others are proposed."""
    for key, venues in (
        ("posted", beside.posted),
        ("by-hand", beside.by_hand),
        ("not-ready", beside.not_ready),
    ):
        if venues:
            terminal.say(f"commands-card-{key}", venues=_names(venues))
    if beside.proposed:
        venues = beside.proposed[:MOST_PROPOSED]
        key = "commands-card-instead" if nobody else "commands-card-proposed"
        terminal.say(key, venues=_names(venues), number=str(campaign))
    elif nobody and not beside.posted:
        terminal.say("commands-card-no-venues")


def _names(venues: Sequence[VenueLine]) -> str:
    return ", ".join(f"{venue.name} ({venue.code})" for venue in venues)


def _show_preview(terminal: Printer, preview: Preview) -> None:
    where = {
        "channel": terminal.value(preview.channel, "channel"),
        "language": terminal.spoken(preview.language),
    }
    terminal.write("")
    terminal.say("commands-card-preview", step=terminal.value(preview.step, "occasion"), **where)
    for message in preview.messages:
        lines = [f"🖼 {message.picture}"] if message.picture else []
        lines += message.text.splitlines()
        lines += [f"[ {option.label} ]" for option in message.options]
        lines += [f"[ {message.link} ]"] if message.link else []
        terminal.write("\n".join(f"  │ {line}" for line in lines))


def _show_remarks(terminal: Printer, key: str, remarks: Sequence[Remark], campaign: int) -> None:
    if remarks:
        terminal.write("")
        terminal.say(key, count=len(remarks))
    for remark in remarks:
        terminal.write(f"  - {_said(terminal, remark, campaign)}")


def _said(terminal: Printer, remark: Remark, campaign: int) -> str:
    facts = {"number": str(campaign)} | dict(remark.facts)
    if "channel" in facts:
        facts["channel"] = Named("channel", facts["channel"])
    if "language" in facts:
        facts["language"] = terminal.spoken(facts["language"])
    if "fields" in facts:
        facts["fields"] = ", ".join(terminal.heading(name) for name in facts["fields"])
    if "step" in facts:
        facts["step"] = terminal.value(facts["step"], "occasion")
    return terminal.text(remark.key, **facts)


def _json(terminal: Printer, card: Card) -> dict[str, Any]:
    values = asdict(card)
    # The contact of a venue may be a person: it is shown only by a command that logs who reads it.
    values["beside"] = {
        name: [{key: fact for key, fact in venue.items() if key != "contact"} for venue in venues]
        for name, venues in values["beside"].items()
    }
    values["blockers"] = [
        asdict(remark) | {"text": _said(terminal, remark, card.campaign)}
        for remark in card.blockers
    ]
    values["warnings"] = [
        asdict(remark) | {"text": _said(terminal, remark, card.campaign)}
        for remark in card.warnings
    ]
    return values
