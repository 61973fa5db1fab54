"""Forget me: asked once, then done for good."""

from bot.questions import name, one_of, optional, yes_no
from bot.steps import Ask, Say, do, look
from outreach.privacy.forget import forget_me
from outreach.privacy.traces import my_traces

CALLED = Ask("forget-called", optional(name(longest=100, words=5), by="no"))
SURE = Ask("forget-sure", yes_no)
GROUP: Ask[str] = Ask("forget-group", one_of("yes", "leave", "no"))

find = look(my_traces)
wipe = do(forget_me)


async def forget(tongue: str = "") -> None:
    """Ask once, then forget the person; it was asked in `tongue`, if that is another language.

    What leads to them in the words that their group keeps is shown first; they may leave it there.
    People who took part only in groups never told their own name: they are asked for it, so that it
    can be found there.
    """
    found, called = await find(), None
    if found.groups and not found.named:
        called = await CALLED.about(groups=found.groups)
        if called is not None:
            found = await find(called=called)
            if not found.named:
                await Say("forget-not-there")
    if tongue:
        await Say("abroad-forget").in_tongue(tongue)
    if found.words:
        answer = await GROUP.about(words=found.words, groups=found.groups)
    else:
        answer = "yes" if await SURE else "no"
    if answer == "no":
        if tongue:
            await Say("abroad-kept").in_tongue(tongue)
        await Say("forget-kept")
    else:
        await wipe(traces="none" if answer == "leave" else "all", called=called or "")
        if tongue:
            await Say("abroad-forgotten").in_tongue(tongue)
        await Say("forget-done")
