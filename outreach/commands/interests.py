"""`kansenbode interests`: what came in, and how it goes on."""

from functools import partial
from operator import attrgetter
from typing import Annotated, Any

import typer

from outreach.commands.desk import As, Data, Json, desk
from outreach.commands.paging import Limit, show_list
from outreach.commands.pencil import pencils
from outreach.commands.reading import CHANGES, residents, shows
from outreach.commands.second_look import Checked, Preview, Yes, itself, second_look
from outreach.commands.sheet import To
from outreach.commands.show_interest import show_interest
from outreach.commands.terminal import Printer
from outreach.commands.told import say_told, telling
from outreach.commands.values import message_of, whole
from outreach.commands.weighing import show_overview, show_weighed, weighing
from outreach.commands.words import coded
from outreach.commands.written_out import Folder, write_out
from outreach.interests.fair import takes_answers_until
from outreach.interests.meant import interest_number, opportunity_number
from outreach.interests.plan import FRONT, LINES
from outreach.interests.tell import move_interest_and_tell
from outreach.interests.write import Wrote, write_to_party
from outreach.opportunities.facts import LONGEST_ANSWER
from outreach.receipts.receipt import receipts_of_interest
from outreach.reports.conversations import sent_along
from outreach.reports.interests import (
    InterestLine,
    interest_details,
    interest_openly,
    interest_overview,
    line_openly,
    thread,
)
from outreach.reports.plans import PlanLine, plan_openly, plan_overview
from outreach.staff.staff import names_of_staff
from outreach.store.page import Cut, Page

app = typer.Typer(no_args_is_help=True)

State = Annotated[str, typer.Argument(metavar="STATE", callback=coded("interest"))]
OneState = Annotated[
    str | None, typer.Option("--state", metavar="STATE", callback=coded("interest"))
]
Read = Annotated[str | None, typer.Option("--from", metavar="STATE", callback=coded("interest"))]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT")]
Number = Annotated[str, typer.Argument(metavar="INTEREST")]
Of = Annotated[str | None, typer.Option("--opportunity", metavar="OPPORTUNITY")]
Decision = Annotated[bool, typer.Option("--decision")]
COLUMNS = {
    "id": None,
    "reference": None,
    "tender_id": None,
    "party": None,
    "kind": "party",
    "state": "interest",
    "unmet": None,
    "plan_state": "plan",
    "confirm": "confirm",
    "stored_at": None,
    "answer_by": None,
}
PLAN_COLUMNS = {
    "id": None,
    "reference": None,
    "party": None,
    "kind": "party",
    "state": "interest",
    "sent_at": None,
    **dict.fromkeys(f"{FRONT}{line}" for line in LINES),
    "plan_cost": None,
}


@app.command("list")
@residents("interest.listed")
def list_interests(
    ctx: typer.Context,
    opportunity: Of = None,
    state: OneState = None,
    decision: Decision = False,
    limit: Limit = None,
    json: Json = False,
    to: To = None,
    staff: As = None,
    data: Data = None,
) -> None:
    """List the interests, or how those of one opportunity were weighed."""
    with desk(ctx, data) as at:
        number = at.look(opportunity_number, given=opportunity) if opportunity else None
        if decision:
            show_overview(at, number, as_json=json, to=to)
            return

        def look(cut: Cut) -> Page[InterestLine]:
            found = at.look(interest_overview, opportunity=number, state=state, cut=cut)
            return found if at.reader.personal else found.turned(line_openly)

        show_list(
            at.printer,
            look,
            COLUMNS,
            limit=limit,
            as_json=json,
            none="commands-interests-none",
            to=(to, "interests"),
        )


@app.command()
@residents("plan.listed")
def plans(
    ctx: typer.Context,
    opportunity: Annotated[str, typer.Argument(metavar="OPPORTUNITY")],
    limit: Limit = None,
    json: Json = False,
    to: To = None,
    staff: As = None,
    data: Data = None,
) -> None:
    """List the plans that were sent in, with all that stands in them."""
    with desk(ctx, data) as at:
        number = at.look(opportunity_number, given=opportunity)

        def look(cut: Cut) -> Page[PlanLine]:
            found = at.look(plan_overview, opportunity=number, cut=cut)
            return found if at.reader.personal else found.turned(plan_openly)

        show_list(
            at.printer,
            look,
            PLAN_COLUMNS,
            limit=limit,
            as_json=json,
            none="commands-interests-no-plans",
            to=(to, "plans"),
        )


@app.command()
@residents("interest.read")
def show(
    ctx: typer.Context,
    interest: Number,
    decision: Decision = False,
    json: Json = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Show one interest with its members and every change, or how it was weighed."""
    with desk(ctx, data) as at:
        number = at.look(interest_number, given=interest)
        if decision:
            show_weighed(at, number, as_json=json)
            return
        details, sent = (
            at.look(interest_details, interest=number),
            at.look(sent_along, interest=number),
        )
        written = at.look(thread, interest=number)
        receipts = at.look(receipts_of_interest, interest=number)
        if not at.reader.personal:
            details, sent, written, receipts = interest_openly(details), [], [], []
        names = at.look(names_of_staff)
        show_interest(at.printer, details, sent, written, names, receipts, as_json=json)


@app.command()
@residents("attachment.read", right="read")
def files(
    ctx: typer.Context, interest: Number, to: Folder, staff: As = None, data: Data = None
) -> None:
    """Write the photos, voice messages and files of an interest to a folder."""
    with desk(ctx, data) as at:
        number = at.look(interest_number, given=interest)
        write_out(at, at.look(sent_along, interest=number), to)


@app.command()
@shows(CHANGES)
def move(
    ctx: typer.Context,
    interest: Number,
    state: State,
    read: Read = None,
    reason: Reason = "",
    checked: Checked = False,
    preview: Preview = False,
    yes: Yes = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Move an interest to another state, and tell its party, and why."""
    with desk(ctx, data) as at:
        number = at.look(interest_number, given=interest)
        line = at.look(interest_details, interest=number).line
        about = at.look(opportunity_number, given=line.tender_id)
        until = at.look(takes_answers_until, opportunity=about) if state == "agreed" else None
        remark = at.printer.text("commands-interests-early", until=until) if until else ""
        reason = whole("--reason", reason, LONGEST_ANSWER)
        if state == "declined" and not reason:
            remark = at.printer.text("commands-interests-no-reason", given=interest)
        look: dict[str, Any] = {"about": about, "preview": preview, "yes": yes, "remark": remark}
        rule = partial(
            move_interest_and_tell,
            interest=number,
            read=read or line.state,
            telling=telling(at),
            reason=reason,
            checked=checked,
        )
        done = second_look(at, staff, rule, itself, state=state, **look)
        if done is not None:
            before, after = (at.printer.value(name, "interest") for name in (line.state, state))
            at.printer.say(
                "commands-interests-moved", number=str(number), state=after, before=before
            )
            say_told(at.printer, done.told, anyway=True)


@app.command()
@shows(CHANGES)
def write(
    ctx: typer.Context,
    interest: Number,
    text: str,
    checked: Checked = False,
    preview: Preview = False,
    yes: Yes = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Write to the party behind an interest."""
    with desk(ctx, data) as at:
        number = at.look(interest_number, given=interest)
        line = at.look(interest_details, interest=number).line
        about = at.look(opportunity_number, given=line.tender_id)
        look: dict[str, Any] = {"about": about, "preview": preview, "yes": yes}
        rule = partial(write_to_party, interest=number, telling=telling(at), checked=checked)
        look |= {"text": message_of(at.printer, text), "beside": partial(_say_missed, at.printer)}
        done = second_look(at, staff, rule, attrgetter("told"), **look)
        if done is not None:
            at.printer.say("commands-interests-written", number=str(number))
            say_told(at.printer, done.told)
            _say_missed(at.printer, done.result)


def _say_missed(printer: Printer, wrote: Wrote) -> None:
    """Print who of the party does not get it, and why: staff then try another way."""
    if wrote.stopped or wrote.gone:
        printer.say("commands-interests-missed", stopped=wrote.stopped, gone=wrote.gone)


app.registered_commands += pencils.registered_commands
app.registered_commands += weighing.registered_commands
