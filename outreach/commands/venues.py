"""`kansenbode venues`: venues where we may post, and the trails that lead from there to us."""

import sys
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated, Any

import typer

from content.qr import qr_svg
from outreach.clean import clean
from outreach.commands.channels import require_channels
from outreach.commands.desk import As, Data, Desk, Json, desk
from outreach.commands.failed import remedy, retry_and_say
from outreach.commands.paging import Limit, show_list
from outreach.commands.reading import CHANGES, residents, shows
from outreach.commands.second_look import Yes
from outreach.commands.terminal import Columns
from outreach.commands.together import after_a_look
from outreach.commands.values import spoken, tidy
from outreach.commands.words import LANGUAGE_CODES, coded
from outreach.delivery.quiet import Quiet
from outreach.interests.meant import opportunity_number
from outreach.store.new_file import require_new, write_new
from outreach.store.page import Cut, Page
from outreach.venues.post import post_card, spread_by_hand
from outreach.venues.posted import posted_in, refused_lately
from outreach.venues.register import (
    VenueLine,
    add_venue,
    confirm_venue,
    find_venue,
    venue_number,
    venue_overview,
)

app = typer.Typer(no_args_is_help=True)

Name = Annotated[str, typer.Argument(metavar="NAME")]
Code = Annotated[str, typer.Argument(metavar="CODE")]
Opportunity = Annotated[str, typer.Argument(metavar="OPPORTUNITY")]
Kind = Annotated[str, typer.Option("--kind", metavar="KIND", callback=coded("venue"))]
OneKind = Annotated[str | None, typer.Option("--kind", metavar="KIND", callback=coded("venue"))]
Place = Annotated[str | None, typer.Option("--place", metavar="PLACE")]
Language = Annotated[
    str | None, typer.Option("--language", metavar=LANGUAGE_CODES, callback=spoken)
]
Contact = Annotated[str | None, typer.Option("--contact", metavar="TEXT")]
Most = Annotated[int | None, typer.Option("--most-a-week", min=1, max=100)]
To = Annotated[Path | None, typer.Option("--to", metavar="FILE.svg")]
COLUMNS: Columns = {
    "code": None,
    "name": None,
    "kind": "venue",
    "state": "venue_state",
    "place": None,
    "channel": None,
    "language": None,
    "most_a_week": None,
    "contact": None,
}
POSTS: Columns = {
    "kind": "message",
    "tender_id": None,
    "title": None,
    "state": "delivery",
    "at": None,
    "reason": None,
}
TRAIL: Columns = {"venue": None, "link": None, "code": None, "chat": None}
STANDARD_OUTPUT = Path("-")
LONGEST = {"name": 120, "contact": 200}


def _typed(at: Desk, **texts: str | None) -> dict[str, str | None]:
    """Clean what was typed of a venue; refuses a text that is too long."""
    return {
        name: text if text is None else tidy(at.printer.heading(name), text, LONGEST[name])
        for name, text in texts.items()
    }


def _venue(at: Desk, typed: Mapping[str, Any]) -> dict[str, int]:
    return {"venue": at.look(venue_number, code=clean(typed["code"], None))}


@app.command()
@shows(CHANGES)
def add(
    ctx: typer.Context,
    name: Name,
    kind: Kind = "neighbourhood_group",
    place: Place = None,
    language: Language = None,
    contact: Contact = None,
    most_a_week: Most = None,
    staff: As = None,
    data: Data = None,
) -> None:
    """Add a venue where a bot cannot be."""
    with desk(ctx, data) as at:
        typed = _typed(at, name=name, contact=contact)
        facts: dict[str, Any] = {"place": place, "language": language, "most_a_week": most_a_week}
        code = at.change(add_venue, staff, kind=kind, **facts | typed)
        at.printer.say("commands-venues-added", name=typed["name"], code=code)


@app.command("list")
@residents("venue.listed")
def list_venues(
    ctx: typer.Context, limit: Limit = None, json: Json = False, staff: As = None, data: Data = None
) -> None:
    """List the venues, and which of them refused something."""
    with desk(ctx, data) as at:

        def look(cut: Cut) -> Page[VenueLine]:
            found = at.look(venue_overview, cut=cut)
            return found if at.reader.personal else found.turned(_openly)

        show_list(at.printer, look, COLUMNS, limit=limit, as_json=json, none="commands-venues-none")
        for refused in () if json else at.look(refused_lately):
            facts = asdict(refused) | {"reason": at.printer.reason(refused.reason)}
            at.printer.say("commands-venues-refused", **facts)


@app.command()
@residents("venue.read", about=_venue)
def show(
    ctx: typer.Context, code: Code, json: Json = False, staff: As = None, data: Data = None
) -> None:
    """Show one venue, what was posted there, and what it refused."""
    with desk(ctx, data) as at:
        found = at.look(find_venue, code=clean(code, None))
        venue = found if at.reader.personal else _openly(found)
        posts = at.look(posted_in, code=venue.code)
        if json:
            at.printer.json([asdict(venue) | {"posts": [asdict(post) for post in posts]}])
            return
        at.printer.facts(asdict(venue), COLUMNS)
        if posts:
            rows = [asdict(post) | {"reason": at.printer.reason(post.reason)} for post in posts]
            at.printer.table(rows, POSTS)
        for reason in dict.fromkeys(post.reason or "" for post in posts if post.fails):
            if helps := remedy(at.printer, reason):
                at.printer.write(helps)
        if any(post.fails for post in posts):
            at.printer.say("commands-failed-again", command=f"kansenbode venues retry {venue.code}")


@app.command()
@shows(CHANGES)
def retry(ctx: typer.Context, code: Code, staff: As = None, data: Data = None) -> None:
    """Try again what a venue refused; a card shows what its opportunity says now."""
    with desk(ctx, data) as at:
        code = at.look(find_venue, code=clean(code, None)).code
        retry_and_say(ctx, at, staff, venue=code)


@app.command()
@shows(CHANGES)
def confirm(
    ctx: typer.Context,
    code: Code,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME")] = None,
    kind: OneKind = None,
    place: Place = None,
    language: Language = None,
    contact: Contact = None,
    most_a_week: Most = None,
    yes: Yes = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Allow posting in a venue, or change what we know of it."""
    with desk(ctx, data) as at:
        typed = _typed(at, name=name, contact=contact)
        known = {"kind": kind, "place": place, "language": language, "most_a_week": most_a_week}
        code = clean(code, None)
        fields = {name for name, value in (typed | known).items() if value is not None}
        venue = at.look(venue_number, code=code)
        mine: dict[str, Any] = {"about": {"venue": venue}, "fields": fields, "sure": yes}
        at.change(
            after_a_look(at, confirm_venue, deed="venue.changed", **mine),
            staff,
            code=code,
            **typed,
            **known,
        )
        at.printer.say("commands-venues-confirmed", code=code.lower())


@app.command()
@shows(CHANGES)
def post(
    ctx: typer.Context, code: Code, opportunity: Opportunity, staff: As = None, data: Data = None
) -> None:
    """Post a card about an opportunity in a venue, once."""
    with desk(ctx, data) as at:
        number, quiet = at.look(opportunity_number, given=opportunity), Quiet.of(at.settings)
        venue, texts = at.look(find_venue, code=clean(code, None)), at.printer.texts
        require_channels(ctx, at, {venue.channel})
        posted = at.change(
            post_card, staff, code=venue.code, opportunity=number, texts=texts, quiet=quiet
        )
        said = "commands-venues-before" if posted.before else "commands-venues-posted"
        at.printer.say(said, name=posted.venue, at=posted.at)


@app.command()
@shows(CHANGES)
def trail(
    ctx: typer.Context,
    code: Code,
    opportunity: Opportunity,
    to: To = None,
    json: Json = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Show the link, code, QR code and text to pass on, for a venue where a bot cannot be."""
    if to not in (None, STANDARD_OUTPUT):
        require_new(to)
    with desk(ctx, data) as at:
        number, address = at.look(opportunity_number, given=opportunity), at.settings.base_url
        laid = at.change(
            spread_by_hand,
            staff,
            code=clean(code, None),
            opportunity=number,
            address=address,
            texts=at.printer.texts,
        )
        drawn = qr_svg(laid.link, title=laid.title)
        if to == STANDARD_OUTPUT:
            sys.stdout.buffer.write(drawn)
            sys.stdout.buffer.flush()
            return
        if to is not None:
            write_new(to, drawn)
        if json:
            at.printer.json([asdict(laid) | {"svg": drawn.decode()}])
            return
        at.printer.facts(asdict(laid), TRAIL)
        at.printer.say("commands-venues-text", text=laid.text)
        if to is not None:
            at.printer.say("commands-venues-svg", file=str(to))


def _openly(venue: VenueLine) -> VenueLine:
    """Return a venue without its contact: that may be a person."""
    return replace(venue, contact="")
