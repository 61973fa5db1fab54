"""Stop: nothing unasked any more, at once.

The one confirmation offers to keep news of one's own interest.
"""

from typing import Literal

from bot.questions import one_of
from bot.steps import Ask, Say, do
from outreach.delivery.notice import stop_all
from outreach.meetings.attendance import leave_my_meetings
from outreach.parties.consent import start as begin_again

KEEP: Ask[Literal["interest", "all"]] = Ask("stop-keep", one_of("interest", "all"))

stop_everything = do(stop_all)
keep_interest = do(begin_again)
leave_meetings = do(leave_my_meetings)


async def stop(tongue: str = "") -> None:
    """Stop everything first, then ask; it was asked in `tongue`, if that is another language.

    News stays off either way: a stop takes that consent back. Whoever wants to hear nothing comes
    to no meeting either: nobody could tell them if it is off.
    """
    await stop_everything()
    if tongue:
        await Say("abroad-stopped").in_tongue(tongue)
    if await KEEP == "interest":
        await keep_interest()
        if tongue:
            await Say("abroad-interest").in_tongue(tongue)
        await Say("stop-interest")
    else:
        if tongue:
            await Say("abroad-nothing").in_tongue(tongue)
        if await leave_meetings():
            await Say("stop-meetings")
        await Say("stop-all")
