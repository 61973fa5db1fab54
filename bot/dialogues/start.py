"""Start again after a stop. Consent for news is asked again, never assumed."""

from bot.dialogues.email import asks_for_news, keep_news
from bot.listening.judging import SKIP
from bot.questions import optional, yes_no
from bot.steps import Ask, Next, Say, do
from outreach.parties.consent import start as start_again

NEWS = Ask("start-news", optional(yes_no), unseen=(SKIP,))

begin = do(start_again)


async def start() -> Next:
    """Undo a stop, and ask whether news is welcome."""
    await begin()
    await Say("start-again")
    ask = await asks_for_news(NEWS)
    if ask is not None and (news := await ask) is not None:
        await keep_news(ask, news)
    return Next("menu")
