"""Choose the language of the conversation."""

from bot.questions import one_of
from bot.steps import Ask, Say, do
from outreach.parties.person import choose_language

WHICH: Ask[str] = Ask("language-which", one_of("nl", "en"))

choose = do(choose_language)


async def language() -> None:
    """Talk in another language from now on."""
    await choose(language=await WHICH)
    await Say("language-chosen")
