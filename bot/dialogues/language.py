"""Choose the language of the conversation."""

from collections.abc import Mapping

from bot.questions import one_of
from bot.steps import Ask, Say, do
from content.message import Option
from content.texts import LanguageName
from outreach.parties.person import choose_language

WHICH: Ask[str] = Ask("language-which", one_of())

choose = do(choose_language)


async def language(offered: Mapping[str, str], tongue: str = "") -> None:
    """Talk in another language from now on; `offered` has the names to choose from.

    It was asked in `tongue`, if that is another language.
    """
    if tongue:
        known = [LanguageName(code) for code in offered]
        await Say("abroad-choose", spoken=known).in_tongue(tongue)
    options = [Option(code, name) for code, name in offered.items()]
    allowed = [f"“{name}”" for name in offered.values()]
    await choose(language=await WHICH.among(options).about(allowed=allowed))
    await Say("language-chosen")
