"""Ask a question: like ones first, then a promise with a date."""

from bot.questions import text, yes_no
from bot.steps import Ask, Next, Say, do, look
from outreach.interests.question import ask_question, similar_answers

WORDS = Ask("question-words", text(longest=1_000), letter=True)
ENOUGH = Ask("question-enough", yes_no)

like = look(similar_answers)
ask = do(ask_question)


async def question(
    opportunity: int | None = None, trail: int | None = None, back: bool = False
) -> Next | None:
    """Take a question in private; show answers to like ones before it is sent.
    `back`: it was asked at a card.
    """
    after = (
        Next("opportunity", {"opportunity": opportunity, "trail": trail, "show": "none"})
        if back
        else None
    )
    words = await WORDS
    if opportunity is not None:
        close = await like(opportunity=opportunity, text=words)
        for item in close:
            await Say("question-like", question=item.text, answer=item.answer)
            if item.corrected_at is not None:
                await Say("question-corrected", at=item.corrected_at)
        if close and await ENOUGH:
            await Say("question-good")
            return after
    answer_by = await ask(opportunity=opportunity, text=words)
    await Say("question-thanks", answer_by=answer_by)
    return after
