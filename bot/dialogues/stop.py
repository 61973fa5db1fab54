"""Stop: nothing unasked any more, at once; the one confirmation offers to keep what concerns one's own interest."""

from typing import Literal

from bot.questions import one_of
from bot.steps import Ask, Say, do
from outreach.parties.person import stop as stop_all
from outreach.parties.person import stop_news_only

KEEP: Ask[Literal["interest", "all"]] = Ask("stop-keep", one_of("interest", "all"))
TEXT_VERSION = "1"

stop_everything = do(stop_all)
keep_interest = do(stop_news_only)


async def stop() -> None:
    """Stop everything first, then ask."""
    await stop_everything()
    if await KEEP == "interest":
        await keep_interest(text_version=TEXT_VERSION)
        await Say("stop-interest")
    else:
        await Say("stop-all")
