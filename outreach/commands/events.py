"""`kansenbode events`: who did what, when, to which things."""

from datetime import datetime
from functools import partial
from typing import Annotated, Any

import typer

from outreach.commands.desk import As, Data, Json, desk
from outreach.commands.paging import Limit, show_list
from outreach.commands.reading import OURS, shows
from outreach.commands.terminal import Columns, Printer
from outreach.commands.words import actor_shown, field_shown
from outreach.interests.meant import interest_number, number_once, opportunity_number
from outreach.lookup.log import Entry, Wanted, event_log
from outreach.staff.staff import colleague_number
from outreach.store.columns import LAST_ID
from outreach.store.page import Cut, Page

app = typer.Typer()

DATES = ["%Y-%m-%d", "%d-%m-%Y"]
Since = Annotated[datetime | None, typer.Option("--since", formats=DATES, metavar="DATE")]
By = Annotated[str | None, typer.Option("--by", metavar="EMAIL")]
Opportunity = Annotated[str | None, typer.Option("--opportunity", metavar="OPPORTUNITY")]
Interest = Annotated[str | None, typer.Option("--interest", metavar="INTEREST")]
Question = Annotated[str | None, typer.Option("--question", metavar="QUESTION")]
Campaign = Annotated[int | None, typer.Option("--campaign", metavar="CAMPAIGN", min=1, max=LAST_ID)]
COLUMNS: Columns = {"at": None, "actor": None, "deed": "deed", "about": None, "fields": None}


@app.command()
@shows(OURS)
def events(
    ctx: typer.Context,
    opportunity: Opportunity = None,
    interest: Interest = None,
    question: Question = None,
    campaign: Campaign = None,
    by: By = None,
    since: Since = None,
    limit: Limit = None,
    json: Json = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Show what was done, the newest first; as JSON all of it, unless a limit is given."""
    with desk(ctx, data) as at:
        about = {
            "opportunity": at.look(opportunity_number, given=opportunity) if opportunity else None,
            "interest": at.look(interest_number, given=interest) if interest else None,
            # Forgotten with its asker it may be; what was done with it still stands here.
            "question": number_once(question) if question else None,
            "campaign": campaign,
        }
        wanted = Wanted(
            tuple((kind, number) for kind, number in about.items() if number is not None),
            None if since is None else since.replace(tzinfo=at.settings.zone_info),
            at.look(colleague_number, email=by) if by else None,
        )

        def look(cut: Cut) -> Page[Entry]:
            return at.look(event_log, wanted=wanted, cut=cut)

        show_list(
            at.printer,
            look,
            COLUMNS,
            limit=limit,
            as_json=json,
            none="commands-events-none",
            shown=partial(_shown, at.printer),
        )


def _shown(printer: Printer, entry: Entry) -> dict[str, Any]:
    about = [
        f"{printer.value(kind, 'thing')} {entry.names.get(kind, number)}"
        for kind, number in entry.ids.items()
    ]
    return {
        "at": entry.at,
        "actor": entry.by or actor_shown(printer, entry.actor),
        "deed": entry.deed.replace(".", "_"),
        "about": about,
        "fields": [field_shown(printer, name) for name in entry.fields],
    }
