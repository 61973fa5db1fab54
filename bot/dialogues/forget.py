"""Forget me: asked once, then done for good."""

from bot.questions import one_of, yes_no
from bot.steps import Ask, Say, do, look
from outreach.privacy.forget import forget_me
from outreach.privacy.traces import my_traces

SURE = Ask("forget-sure", yes_no)
GROUP: Ask[str] = Ask("forget-group", one_of("yes", "leave", "no"))

find = look(my_traces)
wipe = do(forget_me)


async def forget() -> None:
    """Ask once, then forget the person; what leads to them in what their group keeps is shown, and theirs to leave."""
    found = await find()
    if found.words:
        answer = await GROUP.about(words=found.words, groups=found.groups)
    else:
        answer = "yes" if await SURE else "no"
    if answer == "no":
        await Say("forget-kept")
    else:
        await wipe(traces="none" if answer == "leave" else "all")
        await Say("forget-done")
