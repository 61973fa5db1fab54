"""Look around: what is open near me, by theme, or newest first; five at a time."""

from collections.abc import Iterable, Iterator
from typing import Any

from bot.dialogues.opportunity import show_card
from bot.dialogues.welcome import THEME, place_of
from bot.questions import one_of
from bot.speech import LABEL
from bot.steps import Ask, Next, Say, look
from content.message import Option
from outreach.delivery.fit import shorten
from outreach.opportunities.brief import Brief, page_of_briefs, page_of_drafts
from outreach.opportunities.codes import THEMES
from outreach.opportunities.draft import has_drafts
from outreach.parties.person import profile

ALSO = ("drafts", "theme", "all", "menu")
PICK: Ask[str] = Ask("browse-pick", one_of("nearby", *ALSO), more=ALSO)
PICK_OR_MORE: Ask[str] = Ask("browse-pick", one_of("more", "nearby", *ALSO), more=ALSO)
SIZE = 5
"""Opportunities on one page."""

me = look(profile)
page_of = look(page_of_briefs)
drafts_of = look(page_of_drafts)
any_drafts = look(has_drafts)


async def browse(
    place: str | None = None,
    theme: str | None = None,
    page: int = 0,
    trail: int | None = None,
    drafts: bool = False,
) -> Next:
    """Show one page, then go where the person picks; a trail that led here goes along.

    `drafts`: not what is open, but what people can help to make better.
    """
    who = await me()
    at: dict[str, Any] = {"place": place, "theme": theme}
    cut: dict[str, Any] = {"language": who.language, "page": page, "size": SIZE}
    listed = await (drafts_of(**cut) if drafts else page_of(**cut, **at))
    first = page * SIZE + 1
    found = "browse-drafts" if drafts else "browse-found"
    await Say(found if listed.found else "browse-none")
    for number, brief in enumerate(listed.found, first):
        await show_card(brief, number)
    ask = (PICK_OR_MORE if listed.more else PICK).among(choices(listed.found), first=first)
    pick = await ask.without(*(() if await any_drafts() and not drafts else ("drafts",)))
    if pick == "more":
        return Next("browse", {**at, "page": page + 1, "trail": trail, "drafts": drafts})
    if pick == "drafts":
        return Next("browse", {"drafts": True, "trail": trail})
    if pick == "nearby":
        return Next("browse", {"place": await place_of(), "trail": trail})
    if pick == "theme":
        chosen = await THEME.among([Option(theme) for theme in THEMES])
        return Next("browse", {"theme": chosen, "trail": trail})
    if pick == "menu":
        return Next("menu")
    if pick == "all":
        return Next("browse", {"trail": trail})
    return Next("opportunity", {"opportunity": int(pick), "trail": trail})


def choices(found: Iterable[Brief]) -> Iterator[Option]:
    """An option for each opportunity on the page."""
    for brief in found:
        yield Option(str(brief.card.id), shorten(brief.card.title, LABEL))
