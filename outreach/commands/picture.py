"""`kansenbode opportunities picture`: the photo of an opportunity, with what it shows in words."""

import re
from pathlib import Path
from typing import Annotated

import typer

from outreach.attachments.photo import MOST_BYTES, read_photo
from outreach.commands.desk import As, Data, desk
from outreach.commands.opportunity_steps import Number
from outreach.commands.reading import CHANGES, shows
from outreach.interests.meant import opportunity_number
from outreach.opportunities.edit import get_opportunity
from outreach.opportunities.picture import remove_picture, set_picture
from outreach.refusal import Refusal

photos = typer.Typer()
IN_LANGUAGE = re.compile(r"([a-z]{2,3})=(.*)", re.DOTALL)
LARGEST_READ = 20 * MOST_BYTES
"""A file that is larger is not read at all."""

File = Annotated[Path | None, typer.Argument(metavar="FILE", exists=True, dir_okay=False)]
Alt = Annotated[list[str] | None, typer.Option("--alt", metavar="TEXT")]
Credit = Annotated[str, typer.Option("--credit", metavar="TEXT")]
Remove = Annotated[bool, typer.Option("--remove")]


@photos.command("picture")
@shows(CHANGES)
def picture(
    ctx: typer.Context,
    opportunity: Number,
    file: File = None,
    alt: Alt = None,
    credit: Credit = "",
    remove: Remove = False,
    staff: As = None,
    data: Data = None,
) -> None:
    """Give an opportunity a photo, or take it away."""
    with desk(ctx, data) as at:
        at.actor(staff)
        number = at.look(opportunity_number, given=opportunity)
        if remove:
            gone = at.change(remove_picture, staff, opportunity=number)
            at.printer.say("commands-picture-removed" if gone else "commands-picture-none")
            return
        if file is None:
            raise Refusal("refusal-picture-file")
        if file.stat().st_size > LARGEST_READ:
            raise Refusal("refusal-picture-large", most=MOST_BYTES // 1_000)
        photo = read_photo(file.read_bytes())
        language = at.look(get_opportunity, opportunity=number).language
        at.change(
            set_picture,
            staff,
            opportunity=number,
            photo=photo,
            alt=dict(_spoken(given, language) for given in alt or ()),
            credit=credit,
        )
        facts = {"wide": photo.wide, "high": photo.high, "kilobytes": len(photo.content) // 1_000}
        at.printer.say("commands-picture-set", number=str(number), **facts)


def _spoken(given: str, language: str) -> tuple[str, str]:
    """Return the language of some words, and the words: `en=A garden`, or in that of the record."""
    found = IN_LANGUAGE.fullmatch(given)
    return (found[1], found[2]) if found else (language, given)
