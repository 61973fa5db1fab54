"""`kansenbode opportunities`: the tender records."""

from operator import itemgetter
from typing import Annotated, Any

import typer

from outreach.commands.campaign.changes import say_waiting
from outreach.commands.decision import decisions
from outreach.commands.desk import As, Data, Desk, Json, desk
from outreach.commands.dossier import dossiers
from outreach.commands.failed import retry_and_say
from outreach.commands.fields import DOTTED, FIELDS, read_fields
from outreach.commands.opportunity_steps import Number, details, read, steps
from outreach.commands.paging import Limit, rows_of, show_list
from outreach.commands.picture import photos
from outreach.commands.reading import CHANGES, NOTHING, residents, shows
from outreach.commands.second_look import (
    Preview,
    Version,
    Yes,
    say_changes,
    second_look,
)
from outreach.commands.sheet import To, write_opportunities
from outreach.commands.show import say_warnings, show_opportunity
from outreach.commands.together import after_a_look
from outreach.commands.told import say_told, show_planned, show_told, telling
from outreach.commands.values import of_fields, tidy
from outreach.commands.words import coded, fields_shown
from outreach.delivery.failed import NOTICE
from outreach.interests.foresee import Foreseen
from outreach.interests.meant import opportunity_number
from outreach.interests.pending import call_off_notice, planned_notices, planned_openly
from outreach.interests.tell import Told, change_and_tell
from outreach.opportunities.edit import new_opportunity
from outreach.opportunities.facts import TENDER_ID
from outreach.opportunities.judge import elsewhere
from outreach.refusal import Refusal
from outreach.reports.funnel import funnel
from outreach.reports.opportunities import (
    OpportunityLine,
    opportunity_overview,
)
from outreach.store.columns import LAST_ID
from outreach.store.page import Cut, Page
from outreach.tasks.failed import failures

app = typer.Typer(no_args_is_help=True)

AnyNumber = Annotated[str | None, typer.Argument(metavar="OPPORTUNITY")]
Notice = Annotated[int, typer.Argument(metavar="NUMBER", min=1, max=LAST_ID)]
Own = Annotated[str, typer.Argument(metavar="KENMERK")]
Facts = Annotated[
    list[str] | None, typer.Argument(metavar="FIELD=VALUE", callback=of_fields(FIELDS, DOTTED))
]
People = Annotated[bool, typer.Option("--people")]
State = Annotated[str | None, typer.Option("--state", metavar="STATE", callback=coded("state"))]
COLUMNS = {
    "id": None,
    "tender_id": None,
    "title": None,
    "state": "state",
    "direction": "direction",
    "answers_until": None,
    "interests": None,
    "questions": None,
}


@app.command("list")
@shows(NOTHING)
def list_opportunities(
    ctx: typer.Context,
    state: State = None,
    limit: Limit = None,
    json: Json = False,
    to: To = None,
    staff: As = None,
    data: Data = None,
) -> None:
    """List the opportunities."""
    with desk(ctx, data) as at:

        def look(cut: Cut) -> Page[OpportunityLine]:
            return at.look(opportunity_overview, state=state, cut=cut)

        if to is not None:
            write_opportunities(at, to, sorted(row.id for row in rows_of(look, limit)))
            return
        show_list(
            at.printer,
            look,
            COLUMNS,
            limit=limit,
            as_json=json,
            none="commands-opportunities-none",
        )


@app.command()
@shows(NOTHING)
def show(
    ctx: typer.Context, opportunity: Number, json: Json = False, staff: As = None, data: Data = None
) -> None:
    """Show one opportunity: its facts, what lacks, what came of it, and how easy it reads."""
    with desk(ctx, data) as at:
        number = at.look(opportunity_number, given=opportunity)
        show_opportunity(
            at.printer, details(at, number), at.look(funnel, opportunity=number), as_json=json
        )


@app.command("told")
@residents("told.read")
def told_(
    ctx: typer.Context,
    opportunity: Number,
    people: People = False,
    limit: Limit = None,
    json: Json = False,
    to: To = None,
    staff: As = None,
    data: Data = None,
) -> None:
    """Show who was told what, when and where."""
    with desk(ctx, data) as at:
        number, named = at.look(opportunity_number, given=opportunity), at.reader.personal
        show_told(
            at, number, people=people and named, limit=limit, as_json=json, named=named, to=to
        )
        again = [
            failed
            for failed in at.look(failures)
            if failed.opportunity == number and failed.kind == NOTICE
        ]
        if again and not (json or to):
            at.printer.say(
                "commands-failed-again", command=f"kansenbode opportunities retry {number}"
            )


@app.command()
@shows(CHANGES)
def retry(ctx: typer.Context, opportunity: Number, staff: As = None, data: Data = None) -> None:
    """Try again the messages that did not arrive, unless newer news replaced them."""
    with desk(ctx, data) as at:
        number = at.look(opportunity_number, given=opportunity)
        retry_and_say(ctx, at, staff, kinds=(NOTICE,), opportunity=number)


@app.command()
@residents("told.read")
def planned(
    ctx: typer.Context,
    opportunity: AnyNumber = None,
    json: Json = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Show what still goes out, and its texts."""
    with desk(ctx, data) as at:
        number = at.look(opportunity_number, given=opportunity) if opportunity else None
        notices = at.look(planned_notices, opportunity=number)
        show_planned(
            at.printer,
            notices if at.reader.personal else list(map(planned_openly, notices)),
            as_json=json,
        )


@app.command("call-off")
@shows(CHANGES)
def call_off(ctx: typer.Context, notice: Notice, staff: As = None, data: Data = None) -> None:
    """Let a planned notice not go out."""
    with desk(ctx, data) as at:
        done = at.change(call_off_notice, staff, notice=notice)
        at.printer.say(
            "commands-planned-off", number=str(notice), count=done.kept_from, had=done.had
        )


@app.command()
@shows(CHANGES)
def new(
    ctx: typer.Context, tender_id: Own, facts: Facts = None, staff: As = None, data: Data = None
) -> None:
    """Make a draft."""
    with desk(ctx, data, make=True) as at:
        values = read_fields(facts or [], at.printer)
        tender_id = tidy("kenmerk", tender_id, TENDER_ID.most)
        prefix = at.settings.ocid_prefix
        if not tender_id:
            raise Refusal("refusal-value", field="kenmerk", given=tender_id, example="WD-2026-01")
        number = at.change(
            new_opportunity, staff, tender_id=tender_id, ocid_prefix=prefix, **values
        )
        at.printer.say("commands-opportunities-made", number=str(number), tender_id=tender_id)


@app.command("set")
@shows(CHANGES)
def set_(
    ctx: typer.Context,
    opportunity: Number,
    facts: Facts = None,
    version: Version = None,
    preview: Preview = False,
    yes: Yes = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Set facts of an opportunity."""
    with desk(ctx, data) as at:
        number = read(at, opportunity, version)
        values = read_fields(facts or [], at.printer)
        mine: dict[str, Any] = {
            "about": {"opportunity": number},
            "fields": values.keys(),
            "sure": yes or preview,
        }
        rule = after_a_look(at, change_and_tell, deed="opportunity.changed", **mine)
        done = second_look(
            at,
            staff,
            rule,
            itemgetter(1),
            about=number,
            preview=preview,
            yes=yes,
            opportunity=number,
            telling=telling(at),
            **values,
        )
        if done is not None:
            _say_set(at, number, done)
            say_waiting(at, at.actor(staff), number)


def _say_set(at: Desk, number: int, done: Foreseen[tuple[list[str], Told]]) -> None:
    """Print what changed, which places lie elsewhere, and who is told."""
    changed, told = done.result
    shown = fields_shown(at.printer, changed)
    at.printer.say("commands-opportunities-set", fields=shown or "none")
    say_changes(at.printer, done.changes)
    if "places" in changed:
        away = at.look(elsewhere, opportunity=number, home=at.settings.organisation_id)
        say_warnings(at.printer, away)
    say_told(at.printer, told)


for more in (photos, steps, decisions, dossiers):
    app.registered_commands += more.registered_commands
