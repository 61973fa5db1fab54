"""Read a draft and say what cannot be done of it, and what is missing, before it opens.

Nobody signs up here: it is told to the municipality, and what comes of it is told when it opens.
"""

from collections.abc import Sequence
from typing import Literal

from bot.dialogues.requirements import IF_UNSURE, KIND
from bot.listening.judging import UNSURE
from bot.questions import one_of, optional, text
from bot.receipts import confirm, here
from bot.steps import Ask, Next, Say, do, look
from content.message import Option
from outreach.interests.explore import Said, say_of_draft
from outreach.opportunities.card import RequirementView, opportunity_card, requirements_for
from outreach.opportunities.codes import EXPLORING, PARTY_KINDS
from outreach.parties.person import profile

CAN: Ask[Literal["fine", "unmet"]] = Ask("explore-can", one_of("fine", "unmet"))
WHY = Ask("explore-why", optional(text(longest=500)), letter=True)
MISSING = Ask("explore-missing", optional(text(longest=1_000)), letter=True)

me = look(profile)
card_of = look(opportunity_card)
asked_of = look(requirements_for)
keep = do(say_of_draft)


async def explore(opportunity: int, trail: int | None = None) -> Next:
    """Go through what is asked, then take what is missing; confirm it if anything was said."""
    after = Next("opportunity", {"opportunity": opportunity, "trail": trail, "show": "none"})
    who = await me()
    card = await card_of(opportunity=opportunity, language=who.language)
    if card.state != EXPLORING:
        return after
    kind = await KIND.among([Option(code) for code in PARTY_KINDS if code != "municipality"])
    kind = IF_UNSURE if kind == UNSURE else kind
    asked = await asked_of(opportunity=opportunity, kind=kind, language=who.language)
    remarks = await go_through(asked)
    missing = await MISSING
    if not remarks and missing is None:
        await Say("explore-fine")
        return after
    kept = await keep(opportunity=opportunity, text=missing or "", remarks=remarks)
    await confirm(
        "explore-thanks",
        "explore",
        {"title": card.title, "unmet": in_words(asked, remarks), "missing": missing},
        reference=str(kept.id),
        at=await here(),
        answer_by=kept.answer_by,
        question=kept.id,
        opportunity=opportunity,
    )
    await Say("explore-hear")
    return after


async def go_through(asked: Sequence[RequirementView]) -> list[Said]:
    """Ask of each requirement whether it can be done, and if not, why or what would do."""
    remarks: list[Said] = []
    for number, item in enumerate(asked, 1):
        if await CAN.about(text=item.text).at((number, len(asked))) == "unmet":
            remarks.append((item.id, await WHY or ""))
    return remarks


def in_words(asked: Sequence[RequirementView], remarks: Sequence[Said]) -> str | None:
    """Return what cannot be done, each with the person's own words; None if all can."""
    texts = {item.id: item.text for item in asked}
    said = [f"{texts[number]} {words}".strip() for number, words in remarks]
    return "\n".join(said) or None
