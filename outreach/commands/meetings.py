"""`kansenbode meetings`: when and where people meet about an opportunity, and who comes."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import partial
from operator import itemgetter
from typing import Annotated, Any

import typer

from content.texts import Named
from outreach.commands.desk import As, Data, Desk, Json, desk
from outreach.commands.reading import CHANGES, NOTHING, residents, shows
from outreach.commands.second_look import Checked, Preview, Yes, itself, say_changes, second_look
from outreach.commands.terminal import Columns, Printer
from outreach.commands.told import say_told, telling
from outreach.commands.values import (
    LANGUAGE_NAMES,
    Field,
    code,
    codes,
    message_of,
    of_fact,
    of_fields,
    typed,
    whole,
)
from outreach.commands.words import field_meant, fields_shown
from outreach.interests.answer_notice import ANSWER, notice_of
from outreach.interests.foresee import Changed
from outreach.interests.meant import opportunity_number
from outreach.interests.tell import Told
from outreach.meetings.changing import (
    add_meeting,
    cancel_meeting,
    change_meeting,
    report_on_meeting,
)
from outreach.meetings.meeting import ACCESS, KINDS
from outreach.opportunities.card import titles_of
from outreach.opportunities.edit import get_opportunity
from outreach.opportunities.facts import LONGEST_ANSWER, Fact
from outreach.refusal import Refusal
from outreach.reports.meetings import (
    MeetingDetails,
    meeting_details,
    meeting_openly,
    meeting_overview,
)
from outreach.store.columns import LAST_ID

app = typer.Typer(no_args_is_help=True)

MOST_SEATS = 10_000
FIELDS: Mapping[str, Field] = {
    "kind": code("meeting", KINDS),
    "begins_at": of_fact(Fact("begins_at", "start")),
    "ends_at": of_fact(Fact("ends_at", "start")),
    "location": of_fact(Fact("location", "text", most=200)),
    "seats": of_fact(Fact("seats", "number", least=1, most=MOST_SEATS)),
    "access": codes("access", ACCESS),
    "interpreters": LANGUAGE_NAMES,
    "notes": of_fact(Fact("notes", "text", most=400)),
}
"""What can be set of a meeting, and how it is read."""
Opportunity = Annotated[str, typer.Argument(metavar="OPPORTUNITY")]
AnyOpportunity = Annotated[str | None, typer.Argument(metavar="OPPORTUNITY")]
Number = Annotated[int, typer.Argument(metavar="NUMBER", min=1, max=LAST_ID)]
Facts = Annotated[
    list[str] | None, typer.Argument(metavar="FIELD=VALUE", callback=of_fields(FIELDS))
]
COLUMNS: Columns = {
    "id": None,
    "tender_id": None,
    "kind": "meeting",
    "begins_at": None,
    "ends_at": None,
    "location": None,
    "seats": None,
    "coming": None,
    "waiting": None,
    "cancelled_at": None,
}
ONE: Columns = {**COLUMNS, "access": "access", "interpreters": None, "notes": None, "reason": None}
COMER: Columns = {"person": None, "people": None, "seated": None, "needs": None, "at": None}


@app.command()
@shows(CHANGES)
def add(
    ctx: typer.Context,
    opportunity: Opportunity,
    facts: Facts = None,
    preview: Preview = False,
    yes: Yes = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Put a meeting beside an opportunity, and tell everybody interested."""
    with desk(ctx, data) as at:
        number = at.look(opportunity_number, given=opportunity)
        values = _read(at.printer, facts or [])
        rule = partial(add_meeting, opportunity=number, telling=telling(at))
        done = second_look(
            at, staff, rule, itemgetter(1), about=number, preview=preview, yes=yes, **values
        )
        if done is not None:
            at.printer.say("commands-meetings-made", number=str(done.result[0]))
            say_told(at.printer, done.told)


@app.command()
@shows(CHANGES)
def edit(
    ctx: typer.Context,
    meeting: Number,
    facts: Facts = None,
    preview: Preview = False,
    yes: Yes = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Change a meeting, and tell everybody who comes or is interested."""
    with desk(ctx, data) as at:
        details = at.look(meeting_details, meeting=meeting)
        values = _read(at.printer, facts or [])
        rule = partial(change_meeting, meeting=meeting, telling=telling(at))
        look: dict[str, Any] = {"about": details.opportunity, "preview": preview, "yes": yes}
        own = _changes(at.printer, details, values)
        done = second_look(at, staff, rule, itemgetter(1), own=own, **look, **values)
        if done is not None:
            changed = fields_shown(at.printer, done.result[0])
            at.printer.say("commands-meetings-changed", fields=changed or "none")
            say_changes(at.printer, own)
            say_told(at.printer, done.told)


@app.command()
@shows(CHANGES)
def cancel(
    ctx: typer.Context,
    meeting: Number,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT")] = "",
    checked: Checked = False,
    preview: Preview = False,
    yes: Yes = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Call a meeting off, and tell everybody at one moment why."""
    with desk(ctx, data) as at:
        about = at.look(meeting_details, meeting=meeting).opportunity
        look: dict[str, Any] = {"about": about, "preview": preview, "yes": yes}
        why = whole("--reason", reason, LONGEST_ANSWER)
        rule = partial(cancel_meeting, reason=why, telling=telling(at), checked=checked)
        _tell(at, staff, rule, "commands-meetings-cancelled", meeting, look)


@app.command()
@shows(CHANGES)
def report(
    ctx: typer.Context,
    meeting: Number,
    text: str,
    checked: Checked = False,
    preview: Preview = False,
    yes: Yes = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Tell everybody interested what came of a meeting, as an answer to all."""
    with desk(ctx, data) as at:
        details = at.look(meeting_details, meeting=meeting)
        about = details.opportunity
        titles = at.look(titles_of, opportunity=about, languages=at.settings.languages)
        rule = partial(
            report_on_meeting,
            report=message_of(at.printer, text),
            question=_asked_of(at, details),
            say=partial(notice_of, at.printer.texts, titles, ANSWER),
            telling=telling(at),
            checked=checked,
        )
        remark = at.printer.text("commands-questions-openly")
        look: dict[str, Any] = {"about": about, "preview": preview, "yes": yes, "remark": remark}
        _tell(at, staff, rule, "commands-meetings-reported", meeting, look)


@app.command("list")
@shows(NOTHING)
def list_meetings(
    ctx: typer.Context,
    opportunity: AnyOpportunity = None,
    json: Json = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """List the meetings, the latest first."""
    with desk(ctx, data) as at:
        number = at.look(opportunity_number, given=opportunity) if opportunity else None
        found = at.look(meeting_overview, opportunity=number)
        at.printer.listing(found, COLUMNS, as_json=json, none="commands-meetings-none")


@app.command()
@residents("meeting.listed", about=lambda at, typed: {"meeting": typed["meeting"]})
def show(
    ctx: typer.Context, meeting: Number, json: Json = False, staff: As = None, data: Data = None
) -> None:
    """Show one meeting, who comes, and what they need."""
    with desk(ctx, data) as at:
        found = at.look(meeting_details, meeting=meeting)
        details = found if at.reader.personal else meeting_openly(found)
        if json:
            flat = asdict(details)
            at.printer.json([flat.pop("line") | flat])
            return
        spoken = [at.printer.spoken(language) for language in details.interpreters]
        facts = asdict(details) | asdict(details.line) | {"interpreters": spoken}
        at.printer.facts(facts, ONE)
        if details.comers:
            at.printer.say("commands-meetings-comers")
            at.printer.table([asdict(comer) for comer in details.comers], COMER)


def _tell(
    at: Desk,
    staff: str | None,
    rule: Callable[..., Told],
    said: str,
    meeting: int,
    look: dict[str, Any],
) -> None:
    """Do what everybody is told, once it was seen; then say that it is done, by the text `said`."""
    done = second_look(at, staff, rule, itself, meeting=meeting, **look)
    if done is not None:
        at.printer.say(said, number=str(meeting))
        say_told(at.printer, done.told, anyway=True)


def _asked_of(at: Desk, details: MeetingDetails) -> str:
    """Return the question that a report answers, in the language of the opportunity if we have it.

    Everybody reads it beside the report.
    """
    spoken = at.settings.languages
    own = at.look(get_opportunity, opportunity=details.opportunity).language
    return at.printer.texts.text(
        "commands-meetings-question",
        own if own in spoken else spoken[0],
        what=Named("meeting", details.line.kind),
        at=details.line.begins_at,
    )


def _read(printer: Printer, pairs: list[str]) -> dict[str, Any]:
    """Read `field=value` pairs; refuses a field that a meeting has not, with those it has."""
    facts: dict[str, Any] = {}
    for pair in pairs:
        name, value = typed(pair)
        found = field_meant(printer.texts, name, FIELDS)
        if found is None:
            raise Refusal("refusal-field", given=name, allowed=fields_shown(printer, FIELDS))
        facts[found] = FIELDS[found].read(name, value, printer)
    return facts


def _changes(printer: Printer, details: MeetingDetails, values: dict[str, Any]) -> list[Changed]:
    """What is set anew, as it was and as it will be, in words."""
    was = asdict(details) | asdict(details.line)
    return [
        Changed(name, _in_words(printer, name, was[name]), _in_words(printer, name, value))
        for name, value in values.items()
        if was[name] != value
    ]


def _in_words(printer: Printer, name: str, value: Any) -> Any:
    if name == "interpreters":
        return [printer.spoken(language) for language in value]
    codelist = FIELDS[name].codes
    return value if codelist is None else printer.value(value, codelist[0])
