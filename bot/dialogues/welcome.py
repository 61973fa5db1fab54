"""The first conversation: what this is, and where to look."""

from typing import Literal

from bot.questions import one_of
from bot.steps import Ask, Next, Say, do, look
from content.message import Option
from outreach.opportunities.codes import THEMES
from outreach.opportunities.nearby import place_choices
from outreach.opportunities.street import has_street_list
from outreach.parties.person import choose_place, choose_themes

WAY: Ask[Literal["nearby", "theme", "all"]] = Ask("welcome-way", one_of("nearby", "theme", "all"))
PLACE: Ask[str] = Ask("welcome-place", one_of())
STREET: Ask[str] = Ask("welcome-street", one_of())
"""Where the streets and postcodes of the town are known."""
THEME: Ask[str] = Ask("welcome-theme", one_of(), names="theme")
SHOWN = 6

places = look(place_choices)
knows_streets = look(has_street_list)
remember_place = do(choose_place)
remember_themes = do(choose_themes)


async def welcome(trail: int | None = None) -> Next:
    """Say what this is, and find out where to look; the trail that led here goes along."""
    await Say("welcome-intro")
    way = await WAY
    if way == "nearby":
        place = await place_of()
        return Next("browse", {"place": place, "trail": trail})
    if way == "theme":
        theme = await THEME.among([Option(theme) for theme in THEMES])
        await remember_themes(themes=[theme])
        return Next("browse", {"theme": theme, "trail": trail})
    return Next("browse", {"trail": trail})


async def place_of() -> str:
    """Ask where somebody lives, and remember it."""
    options = [Option(place.code, place.name) for place in await places()]
    ask = STREET if await knows_streets() else PLACE
    place = await ask.among(options, shown=SHOWN)
    await remember_place(place=place)
    return place
