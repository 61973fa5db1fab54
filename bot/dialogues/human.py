"""A private word with a human: the contact official by name."""

from bot.questions import text
from bot.steps import Ask, Say, do, look
from outreach.interests.question import ask_question
from outreach.opportunities.card import opportunity_card
from outreach.parties.person import profile

WORDS = Ask("human-words", text(max=1_000))
WORDS_TO = Ask("human-words-to", text(max=1_000))

me = look(profile)
card_of = look(opportunity_card)
ask = do(ask_question)


async def human(opportunity: int | None = None) -> None:
    """Take a private message to a colleague at the town hall."""
    who = await me()
    if opportunity is None:
        words = await WORDS
    else:
        card = await card_of(opportunity=opportunity, language=who.language)
        words = await WORDS_TO.about(official=card.official, title=card.title)
    answer_by = await ask(opportunity=opportunity, text=words, kind="human")
    await Say("human-thanks", answer_by=answer_by)
