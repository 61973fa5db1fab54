"""Only one party is expected, and somebody else wants it too: they are heard before it goes on."""

from bot.questions import text
from bot.receipts import confirm_asked
from bot.steps import Ask, Next, Say, do, look
from outreach.interests.question import CANDIDATE, ask_question
from outreach.opportunities.card import opportunity_card
from outreach.parties.person import profile

WORDS = Ask("candidate-words", text(longest=1_000), letter=True)

me = look(profile)
card_of = look(opportunity_card)
ask = do(ask_question)


async def candidate(opportunity: int, trail: int | None = None) -> Next:
    """Take what somebody else would do with it, and say by when they hear of it."""
    after = Next("opportunity", {"opportunity": opportunity, "trail": trail, "show": "none"})
    who = await me()
    card = await card_of(opportunity=opportunity, language=who.language)
    if card.state != "open":
        return after
    words = await WORDS.about(title=card.title)
    asked = await ask(opportunity=opportunity, text=words, kind=CANDIDATE)
    await confirm_asked("candidate-thanks", "candidate", asked, words, card)
    await Say("candidate-first")
    return after
