"""I am somebody else: how a conversation is closed, so that the next person does not read it."""

from bot.steps import Say, look
from outreach.privacy.link import PAGE, channel_here

here = look(channel_here)


async def leave() -> None:
    """Say how somebody else begins again here."""
    await Say("leave-page" if await here() == PAGE else "leave-elsewhere")
