"""Go on in another channel: a code is shown here and typed there, or the other way round."""

from bot.questions import yes_no
from bot.steps import Ask, Next, Say, do, look, tell
from content.texts import Named
from outreach.privacy.link import behind_link, link_persons, ways_on

SURE = Ask("link-sure", yes_no)

ways = do(ways_on)
behind = look(behind_link)
link_both = do(link_persons)


async def link(code: str | None = None) -> Next | None:
    """Show a code; if one was typed, ask whether the conversation behind it is the person's own."""
    if code is None:
        await show_code()
        return None
    other = await behind(code=code)
    if other.own:
        await Say("link-own")
        return None
    if not await SURE.about(channel=Named("channel", other.channel), since=other.since):
        await Say("link-kept")
        return None
    done = await link_both(code=code, say=tell("link-notice", channel=Named("channel", other.here)))
    await Say("link-done", channel=Named("channel", other.channel))
    if done.stopped:
        await Say("link-stopped")
    if done.run is None or done.run.dialogue is None:
        return Next("menu", rev=done.rev)
    await Say("talk-resume")
    return Next(done.run.dialogue, done.run.about, done.run.transcript, done.run.offers, done.rev)


async def show_code() -> None:
    """Say how to go on elsewhere."""
    onward = await ways()
    await Say("link-code", code=onward.code)
    for chat in onward.chats:
        await Say("link-chat", channel=Named("channel", chat.channel), link=chat.link)
    await Say("link-page" if onward.page else "link-web")
