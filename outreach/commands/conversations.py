"""`kansenbode conversations`: what a colleague does in the conversation of somebody."""

from dataclasses import asdict
from typing import Annotated

import typer

from outreach.commands.desk import As, Data, Json, desk, line_of
from outreach.commands.reading import CHANGES, OURS, residents, shows
from outreach.commands.terminal import Columns
from outreach.commands.values import message_of
from outreach.conversations.taken import MINUTES, assign, conversation_number
from outreach.refusal import Refusal
from outreach.reports.talks import Whose, talk_details, talk_overview
from outreach.staff.staff import colleague_number
from outreach.talks.take import give_back as give_it_back
from outreach.talks.take import say as write
from outreach.talks.take import take_over

app = typer.Typer(no_args_is_help=True)

Number = Annotated[str, typer.Argument(metavar="CONVERSATION")]
Minutes = Annotated[int, typer.Option("--minutes", metavar="NUMBER", min=5, max=10_080)]
LISTED: Columns = {
    "id": None,
    "channel": "channel",
    "waits_at": None,
    "taken_until": None,
    "answer_by": None,
    "holder": None,
    "assigned": None,
}
SHOWN: Columns = {**LISTED, "language": None, "known_as": None, "asked": None}
LINE: Columns = {"at": None, "who": "speaker", "text": None, "media": None}


@app.command("list")
@shows(OURS)
def list_conversations(
    ctx: typer.Context,
    mine: Annotated[bool, typer.Option("--mine")] = False,
    free: Annotated[bool, typer.Option("--free")] = False,
    json: Json = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """List the conversations that a colleague has, or that wait for one."""
    whose: Whose = "mine" if mine else "nobodys" if free else "all"
    with desk(ctx, data) as at:
        found = at.look(talk_overview, whose=whose, staff=at.reader.actor.id)
        at.printer.listing(found, LISTED, as_json=json, none="commands-conversations-none")


@app.command()
@residents("conversation.read", right="read")
def show(
    ctx: typer.Context,
    conversation: Number,
    json: Json = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Show one conversation, as far as a colleague may read it."""
    with desk(ctx, data) as at:
        number = at.look(conversation_number, given=conversation)
        details = asdict(at.look(talk_details, conversation=number))
        flat = details | details.pop("line")
        if json:
            at.printer.json([flat])
            return
        at.printer.facts(flat | {"language": at.printer.spoken(flat["language"])}, SHOWN)
        if flat["lines"]:
            at.printer.table(flat["lines"], LINE)
        else:
            at.printer.say("commands-conversations-unread")


@app.command()
@shows(CHANGES)
def take(
    ctx: typer.Context,
    conversation: Number,
    minutes: Minutes = MINUTES,
    staff: As = None,
    data: Data = None,
) -> None:
    """Take a conversation over: the bot is silent, and its resident is told who reads."""
    with desk(ctx, data) as at:
        number = at.look(conversation_number, given=conversation)
        given = {"conversation": number, "minutes": minutes}
        taken = at.change(take_over, staff, texts=at.printer.texts, **given)
        at.printer.say(
            "commands-conversations-taken",
            number=str(number),
            until=taken.until,
            leaving=taken.leaving,
        )


@app.command()
@shows(CHANGES)
def say(
    ctx: typer.Context, conversation: Number, text: str, staff: As = None, data: Data = None
) -> None:
    """Write to the resident, by your name."""
    with desk(ctx, data) as at:
        number = at.look(conversation_number, given=conversation)
        said = message_of(at.printer, text)
        until = at.change(write, staff, conversation=number, text=said, texts=at.printer.texts)
        at.printer.say("commands-conversations-written", number=str(number), until=until)


@app.command("assign")
@shows(CHANGES)
def assign_to(
    ctx: typer.Context,
    conversation: Number,
    email: Annotated[str | None, typer.Argument(metavar="EMAIL")] = None,
    staff: As = None,
    data: Data = None,
) -> None:
    """Let a colleague look after a conversation; without one, nobody."""
    with desk(ctx, data) as at:
        number = at.look(conversation_number, given=conversation)
        who = None if email is None else at.look(colleague_number, email=email)
        at.change(assign, staff, conversation=number, staff=who)
        at.printer.say(
            "commands-conversations-assigned",
            number=str(number),
            who=(email and "somebody") or "nobody",
            email=email or "",
        )


@app.command("give-back")
@shows(CHANGES)
def give_back(
    ctx: typer.Context, conversation: Number, staff: As = None, data: Data = None
) -> None:
    """Give a conversation back: the bot goes on where it was."""
    with desk(ctx, data) as at:
        number = at.look(conversation_number, given=conversation)
        go_on = line_of(ctx).parts.go_on
        if go_on is None:
            raise Refusal("refusal-unknown", given=conversation)
        at.change(give_it_back, staff, conversation=number, go_on=go_on(at.settings))
        at.printer.say("commands-conversations-given-back", number=str(number))
