"""Become a second contact person of a group, by an invitation."""

from bot.questions import yes_no
from bot.steps import Ask, Next, Say, do, look, tell
from outreach.interests.others import JOINED, join_and_tell
from outreach.parties.party import party_behind

SURE = Ask("join-sure", yes_no)

behind = look(party_behind)
become_member = do(join_and_tell)


async def join(code: str) -> Next:
    """Ask, then add the person to the party."""
    name = await behind(code=code)
    if not await SURE.about(party=name):
        return Next("menu")
    await become_member(code=code, say=tell(JOINED))
    await Say("join-done", party=name)
    return Next("interests")
