"""Ask a question: what is published answers it first, then a promise with a date."""

from typing import Literal

from bot.answers import told_of, unnamed_in
from bot.questions import one_of, text
from bot.receipts import confirm_asked
from bot.steps import Ask, Next, Say, do, look
from outreach.interests.question import answers, ask_question
from outreach.opportunities.card import OpportunityPage, opportunity_card, opportunity_page
from outreach.parties.person import profile

WORDS = Ask("question-words", text(longest=1_000), letter=True)
ENOUGH: Ask[Literal["enough", "send", "join"]] = Ask(
    "question-enough", one_of("enough", "send", "join")
)
"""Not yes or no: "nee, dank je" is enough. Who knows enough may take part at once."""
JOINS = {"opportunity-next#0": "join"}
"""What is answered to the question after the card, before it is asked."""

me = look(profile)
page_of = look(opportunity_page)
card_of = look(opportunity_card)
answers_to = look(answers)
ask = do(ask_question)


async def question(
    opportunity: int | None = None,
    trail: int | None = None,
    back: bool = False,
    told: bool = False,
    tongue: str = "",
) -> Next | None:
    """Take a question in private; say what is published about it before it is sent.
    `back`: it was asked at a card. `told`: what is published was said already. It was asked in
    `tongue`, if that is another language.
    """
    after = (
        Next("opportunity", {"opportunity": opportunity, "trail": trail, "show": "none"})
        if back
        else None
    )
    words = await WORDS
    if opportunity is not None and not told:
        page = await page_of(opportunity=opportunity, language=await spoken())
        found = told_of(page, await answers_to(opportunity=opportunity), words)
        for say in found:
            await say
        picked = await ENOUGH.without(*_unseen(page)) if found else "send"
        if picked == "enough":
            await Say("question-good")
            return after
        if picked == "join":
            card = {"opportunity": opportunity, "trail": trail, "show": "none"}
            return Next("opportunity", card, offers=JOINS)
        unnamed = None if found else unnamed_in(page, words)
        if unnamed is not None:
            await Say("answers-unnamed", thing=unnamed)
    asked = await ask(opportunity=opportunity, text=words)
    if tongue:
        await Say("abroad-sent", answer_by=asked.answer_by).in_tongue(tongue)
    about = None
    if opportunity is not None:
        about = await card_of(opportunity=opportunity, language=await spoken())
    await confirm_asked("question-thanks", "question", asked, words, about)
    return after


async def spoken() -> str:
    """Return the language of who speaks."""
    return (await me()).language


def _unseen(page: OpportunityPage) -> tuple[str, ...]:
    """Return what has no button: nobody takes part in what is not open."""
    return () if page.card.state == "open" else ("join",)
