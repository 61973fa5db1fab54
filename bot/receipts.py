"""What somebody sent is confirmed in one message, and kept as it was said.

When, where, under which number, all that was sent, how to change it and when an answer comes: a
municipality owes that to who writes to it by a computer (Awb 2:13 and following).
"""

from collections.abc import Mapping
from typing import Any

from bot.speech import tell_card
from bot.steps import Say, Show, do, look
from content.texts import Named
from outreach.interests.question import Asked
from outreach.opportunities.card import OpportunityCard
from outreach.privacy.link import PAGE
from outreach.receipts.receipt import Here, Kind, here_now, keep_receipt

HEAD = ("reference", "at", "channel")
"""What stands first in each."""
FOOT = ("answer_by", "how")
"""What stands last."""
HOW: dict[Kind, str] = {
    "interest": "interest",
    "change": "interest",
    "withdrawal": "again",
    "confirmation": "interest",
    "plan": "plan",
    "question": "question",
    "human": "human",
    "candidate": "human",
    "explore": "human",
}
"""How each is changed, or added to."""

here = look(here_now)
keep = do(keep_receipt)


async def confirm(
    key: str,
    kind: Kind,
    sent: Mapping[str, Any],
    *,
    reference: object,
    at: Here,
    answer_by: object = None,
    **about: int | None,
) -> None:
    """Show a receipt of what was `sent`, and keep it: `about` says of which record it is.

    `key` is its text, with a word before each fact.
    """
    facts = {"reference": reference, "at": at.at, "channel": Named("channel", at.channel), **sent}
    facts |= {"answer_by": answer_by, "how": Named("receipt_how", HOW[kind])}
    shown = Show(key, rows=(*HEAD, *sent, *FOOT), bare=True, **facts)
    kept = await keep(kind=kind, say=tell_card(shown), **about)
    if at.channel == PAGE:
        await shown.leading("receipt-page", number=kept)
    else:
        await shown
        await Say("receipt-on-request")


async def confirm_asked(
    key: str, kind: Kind, asked: Asked, words: str, card: OpportunityCard | None
) -> None:
    """Give a receipt of what was asked, or written to a colleague, about an opportunity or not."""
    await confirm(
        key,
        kind,
        {"title": None if card is None else card.title, "words": words},
        reference=str(asked.id),
        at=await here(),
        answer_by=asked.answer_by,
        question=asked.id,
        opportunity=None if card is None else card.id,
    )


async def confirm_change(
    sent: Mapping[str, Any], interest: int, reference: str, opportunity: int
) -> None:
    """Give a receipt of what was changed in an interest, or told later."""
    await confirm(
        "own-changed",
        "change",
        sent,
        reference=reference,
        at=await here(),
        interest=interest,
        opportunity=opportunity,
    )
