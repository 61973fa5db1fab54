"""`kansenbode campaign`: push an opportunity to many, and see what became of it."""

from typing import Annotated, Any

import typer

from outreach.campaigns.approve import Blocked, approve, take_back_broken
from outreach.campaigns.campaign import get_campaign
from outreach.campaigns.draft import copy_campaign, kept_in, new_campaign, set_campaign
from outreach.campaigns.resume import resume as resume_
from outreach.campaigns.steer import cancel_campaign, end_called_off, pause_campaign, retry_campaign
from outreach.campaigns.test_send import channels_to_rehearse, rehearse
from outreach.campaigns.working import require_to_retry, whole_card
from outreach.clean import clean
from outreach.commands.campaign.card import show_card
from outreach.commands.campaign.desk import (
    list_all,
    require_card,
    show_campaign,
    terms,
    voice_of,
    watch_campaign,
    writing,
)
from outreach.commands.campaign.fields import DOTTED, FIELDS, read_campaign
from outreach.commands.campaign.report import (
    report_as_json,
    show_recipients,
    show_report,
    write_report,
)
from outreach.commands.channels import require_channels
from outreach.commands.desk import As, Data, Json, desk
from outreach.commands.paging import Limit
from outreach.commands.reading import CHANGES, NOTHING, residents, shows
from outreach.commands.second_look import Yes
from outreach.commands.sheet import To
from outreach.commands.together import after_a_look
from outreach.commands.values import of_fields, spoken
from outreach.commands.words import LANGUAGE_CODES, coded
from outreach.interests.meant import opportunity_number
from outreach.reports.campaigns import campaign_report
from outreach.store.columns import LAST_ID

app = typer.Typer(no_args_is_help=True)

Number = Annotated[int, typer.Argument(metavar="CAMPAIGN", min=1, max=LAST_ID)]
Opportunity = Annotated[str, typer.Argument(metavar="OPPORTUNITY")]
Facts = Annotated[
    list[str] | None, typer.Argument(metavar="FIELD=VALUE", callback=of_fields(FIELDS, DOTTED))
]
Step = Annotated[
    str | None, typer.Option("--step", metavar="STEP", callback=coded("occasion", ["reminder"]))
]
Language = Annotated[
    str | None, typer.Option("--language", metavar=LANGUAGE_CODES, callback=spoken)
]


@app.command()
@shows(CHANGES)
def new(
    ctx: typer.Context,
    opportunity: Opportunity,
    facts: Facts = None,
    occasion: Annotated[
        str, typer.Option("--occasion", metavar="OCCASION", callback=coded("occasion"))
    ] = "new",
    staff: As = None,
    data: Data = None,
) -> None:
    """Make a draft."""
    with desk(ctx, data) as at:
        about = at.look(opportunity_number, given=opportunity)
        values = read_campaign(facts or [], at.printer, occasion)
        texts = at.printer.texts
        number = at.change(
            new_campaign, staff, opportunity=about, occasion=occasion, ours=texts, **values
        )
        at.printer.say("commands-campaign-made", number=str(number))


@app.command("set")
@shows(CHANGES)
def set_(
    ctx: typer.Context,
    campaign: Number,
    facts: Facts = None,
    yes: Yes = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Change a draft."""
    with desk(ctx, data) as at:
        occasion = at.look(lambda unit: get_campaign(unit, campaign=campaign).occasion)
        values = read_campaign(facts or [], at.printer, occasion)
        mine: dict[str, Any] = {
            "about": {"campaign": campaign},
            "fields": set(map(kept_in, values)),
            "sure": yes,
        }
        rule = after_a_look(at, set_campaign, deed="campaign.changed", **mine)
        changed = at.change(rule, staff, campaign=campaign, ours=at.printer.texts, **values)
        named = [at.printer.heading(name) for name in changed]
        at.printer.say("commands-opportunities-set", fields=", ".join(named) or "none")


@app.command()
@shows(CHANGES)
def copy(ctx: typer.Context, campaign: Number, staff: As = None, data: Data = None) -> None:
    """Make a new draft of any campaign, one that was cancelled too."""
    with desk(ctx, data) as at:
        number = at.change(copy_campaign, staff, campaign=campaign)
        at.printer.say("commands-campaign-made", number=str(number))


@app.command("list")
@shows(NOTHING)
def list_campaigns(
    ctx: typer.Context, limit: Limit = None, json: Json = False, staff: As = None, data: Data = None
) -> None:
    """List the campaigns."""
    with desk(ctx, data) as at:
        list_all(at, limit=limit, as_json=json)


@app.command()
@shows(NOTHING)
def show(
    ctx: typer.Context, campaign: Number, json: Json = False, staff: As = None, data: Data = None
) -> None:
    """Show one campaign: its audience, its plan and its texts."""
    with desk(ctx, data) as at:
        show_campaign(at, campaign, as_json=json)


@app.command("preflight")
@shows(NOTHING)
def preflight_(
    ctx: typer.Context, campaign: Number, json: Json = False, staff: As = None, data: Data = None
) -> None:
    """Show the card to read before approval: who gets what, who does not, what is in the way."""
    with desk(ctx, data) as at:
        at.look(require_card, campaign=campaign)
        show_card(
            at.printer, whole_card(at.store, campaign=campaign, terms=terms(ctx, at)), as_json=json
        )


@app.command("test-send")
@shows(CHANGES)
def send_test(
    ctx: typer.Context,
    campaign: Number,
    code: Annotated[str, typer.Argument(metavar="CODE")],
    language: Language = None,
    step: Step = None,
    staff: As = None,
    data: Data = None,
) -> None:
    """Send the text to yourself, by a code that you ask for in your own conversation."""
    with desk(ctx, data) as at:
        language, code = language or at.printer.language, clean(code, None)
        require_channels(ctx, at, at.look(channels_to_rehearse, code=code))
        at.change(
            rehearse,
            staff,
            campaign=campaign,
            code=code,
            language=language,
            step=step,
            voice=voice_of(at),
        )
        at.printer.say("commands-campaign-tested")


@app.command("approve")
@shows(CHANGES)
def approve_(
    ctx: typer.Context,
    campaign: Number,
    people: Annotated[int | None, typer.Option("--people", min=0, max=10**9)] = None,
    staff: As = None,
    data: Data = None,
) -> None:
    """Approve it: it goes out after the time in which it can still be cancelled."""
    with desk(ctx, data) as at:
        actor, limits = at.actor(staff, "approve"), terms(ctx, at)
        try:
            with writing(at) as progress:
                done = approve(
                    at.store,
                    actor,
                    campaign=campaign,
                    terms=limits,
                    people=people,
                    progress=progress,
                )
        except Blocked as blocked:
            show_card(at.printer, blocked.card)
            raise
        minutes = at.settings.cancel_minutes
        at.printer.say(
            "commands-campaign-approved", people=done.people, at=done.begins, minutes=minutes
        )
        for code, reason in done.unposted.items():
            at.printer.say(
                "commands-campaign-unposted",
                code=code,
                reason=at.printer.text(f"campaign-{reason}"),
            )


@app.command()
@shows(CHANGES)
def pause(ctx: typer.Context, campaign: Number, staff: As = None, data: Data = None) -> None:
    """Pause it: nothing more is sent from now on."""
    with desk(ctx, data) as at:
        at.store.run(pause_campaign, at.actor(staff, "approve"), campaign=campaign)
        at.printer.say("commands-campaign-paused", number=str(campaign))


@app.command()
@shows(CHANGES)
def resume(ctx: typer.Context, campaign: Number, staff: As = None, data: Data = None) -> None:
    """Resume it."""
    with desk(ctx, data) as at:
        resume_(at.store, at.actor(staff, "approve"), campaign=campaign, terms=terms(ctx, at))
        at.printer.say("commands-campaign-resumed", number=str(campaign))


@app.command()
@shows(CHANGES)
def cancel(ctx: typer.Context, campaign: Number, staff: As = None, data: Data = None) -> None:
    """Cancel it for good."""
    with desk(ctx, data) as at:
        actor = at.actor(staff, "approve")
        take_back_broken(at.store, actor)
        unsent = at.store.run(cancel_campaign, actor, campaign=campaign)
        while some := at.store.run(end_called_off, actor):
            unsent += some
            at.store.rest()
        at.printer.say("commands-campaign-cancelled", number=str(campaign), unsent=unsent)


@app.command()
@shows(NOTHING)
def watch(
    ctx: typer.Context,
    campaign: Number,
    once: Annotated[bool, typer.Option("--once")] = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Follow it while it goes out."""
    with desk(ctx, data) as at:
        watch_campaign(at, campaign, once=once)


@app.command()
@residents("recipients.read", only_with="people")
def report(
    ctx: typer.Context,
    campaign: Number,
    people: Annotated[bool, typer.Option("--people")] = False,
    limit: Limit = None,
    json: Json = False,
    to: To = None,
    staff: As = None,
    data: Data = None,
) -> None:
    """Show what became of it: in all, or person by person."""
    with desk(ctx, data) as at:
        steps = at.look(campaign_report, campaign=campaign)
        people = people and at.reader.personal
        if to is not None:
            write_report(at, to, campaign, steps, people=people, limit=limit)
        elif json:
            report_as_json(at, campaign, steps, people=people, limit=limit)
        elif people:
            show_recipients(at, campaign, limit=limit)
        else:
            show_report(at.printer, campaign, steps)


@app.command()
@shows(CHANGES)
def retry(
    ctx: typer.Context,
    campaign: Number,
    uncertain: Annotated[bool, typer.Option("--uncertain")] = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Try again what failed; or what may have arrived before a crash."""
    with desk(ctx, data) as at:
        actor, until, count = at.actor(staff, "approve"), at.store.clock(), 0
        require_to_retry(at.store, campaign=campaign, asks=terms(ctx, at).asks, uncertain=uncertain)
        while some := at.store.run(
            retry_campaign, actor, campaign=campaign, until=until, uncertain=uncertain
        ):
            count += some
            at.store.rest()
        at.printer.say("commands-campaign-retried", count=count)
