"""Start again after a stop. Consent for news is asked again, never assumed."""

from bot.listening.judging import SKIP
from bot.questions import optional, yes_no
from bot.steps import Ask, Next, Say, do
from outreach.parties.consent import permit
from outreach.parties.consent import start as start_again

NEWS = Ask("start-news", optional(yes_no), unseen=(SKIP,))

begin = do(start_again)
agree = do(permit)


async def start() -> Next:
    """Undo a stop, and ask whether news is welcome."""
    await begin()
    await Say("start-again")
    if (news := await NEWS) is not None:
        await agree(purpose="news", given=news, text=NEWS.key)
    return Next("menu")
