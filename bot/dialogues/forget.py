"""Forget me: asked once, then done for good."""

from bot.questions import yes_no
from bot.steps import Ask, Say, do
from outreach.privacy.forget import forget_me

SURE = Ask("forget-sure", yes_no)

wipe = do(forget_me)


async def forget() -> None:
    """Ask once, then forget the person."""
    if await SURE:
        await wipe()
        await Say("forget-done")
    else:
        await Say("forget-kept")
