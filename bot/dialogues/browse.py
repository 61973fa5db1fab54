"""Look around: what is open near me, by theme, or newest first; five at a time."""

from collections.abc import Iterator

from bot.dialogues.welcome import PLACE, SHOWN, THEME, places, remember_place
from bot.questions import one_of
from bot.steps import Ask, Next, Say, look
from content.message import Option
from outreach.delivery.fit import shorten
from outreach.opportunities.card import Listing, list_page
from outreach.opportunities.codes import THEMES
from outreach.parties.person import profile

PICK: Ask[str] = Ask("browse-pick", one_of("nearby", "theme", "all", "menu"))
PICK_OR_MORE: Ask[str] = Ask("browse-pick", one_of("more", "nearby", "theme", "all", "menu"))
LABEL = 60
"""Titles of other systems may be far longer than a button."""

me = look(profile)
page_of = look(list_page)


async def browse(
    place: str | None = None, theme: str | None = None, page: int = 0, trail: int | None = None
) -> Next:
    """Show one page, then go where the person picks; a trail that led here goes along."""
    who = await me()
    found = await page_of(language=who.language, place=place, theme=theme, page=page)
    await Say("browse-found" if found.cards else "browse-none")
    for number, card in enumerate(found.cards, 1):
        await Say(
            "browse-item",
            number=number,
            title=card.title,
            summary=card.summary,
            until=card.answers_until or "none",
        )
    pick = await (PICK_OR_MORE if found.more else PICK).among(choices(found))
    if pick == "more":
        return Next("browse", {"place": place, "theme": theme, "page": page + 1, "trail": trail})
    if pick == "nearby":
        near = await PLACE.among(
            [Option(item.code, item.name) for item in await places()], shown=SHOWN
        )
        await remember_place(place=near)
        return Next("browse", {"place": near, "trail": trail})
    if pick == "theme":
        chosen = await THEME.among([Option(theme) for theme in THEMES])
        return Next("browse", {"theme": chosen, "trail": trail})
    if pick == "menu":
        return Next("menu")
    if pick == "all":
        return Next("browse", {"trail": trail})
    return Next("opportunity", {"opportunity": int(pick), "trail": trail})


def choices(found: Listing) -> Iterator[Option]:
    """An option for each opportunity on the page."""
    for card in found.cards:
        yield Option(str(card.id), shorten(card.title, LABEL))
