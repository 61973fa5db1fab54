"""Start again after a stop. Consent for news is asked anew, never assumed."""

from bot.questions import yes_no
from bot.steps import Ask, Next, Say, do
from outreach.parties.person import consent
from outreach.parties.person import start as start_again

NEWS = Ask("start-news", yes_no)
TEXT_VERSION = "1"

begin = do(start_again)
agree = do(consent)


async def start() -> Next:
    """Undo a stop, and ask whether news is welcome."""
    await begin()
    await Say("start-again")
    news = await NEWS
    await agree(purpose="news", given=news, text_version=TEXT_VERSION)
    return Next("menu")
