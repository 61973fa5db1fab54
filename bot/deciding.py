"""How colleagues of the demo decide: by lot or by hand, in pencil, approved by a second one."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from bot.past import Clock
from outreach.interests.apply import DecisionTerms, apply_due, approve_decision
from outreach.interests.lot import Ranked, draw_lot, ranking
from outreach.interests.pencil import CHOSEN, RESERVE, pencil
from outreach.interests.tell import move_opportunity_and_tell
from outreach.opportunities.samples import cents
from outreach.store.store import Store
from outreach.store.unit import TICK, Actor


@dataclass(frozen=True, slots=True)
class Deciding:
    """What colleagues need to decide: `editor` writes the outcomes, `sender` approves them."""

    store: Store
    clock: Clock
    terms: DecisionTerms
    editor: Actor
    sender: Actor

    def close(self, opportunity: int) -> None:
        """End the time to sign up."""
        rule = partial(move_opportunity_and_tell, telling=self.terms.telling, checked=True)
        self.store.run(rule, self.editor, opportunity=opportunity, state="closed", reason="")

    def pencil(self, interest: int, outcome: str, reason: str, **more: Any) -> None:
        """Write what becomes of an interest."""
        words = {"outcome": outcome, "reason": reason} | more
        self.store.run(pencil, self.editor, interest=interest, **words, checked=True)

    def draw(self, opportunity: int, lot: dict[str, Any]) -> list[Ranked]:
        """Draw a lot and write its outcomes: the first are chosen, the others are the reserve."""
        ranks = ranking(self.store.run(draw_lot, self.editor, opportunity=opportunity))
        for rank in ranks:
            more: dict[str, Any] = {"amount_cents": cents(lot["amount"])}
            outcome = CHOSEN
            if rank.place > lot["places"]:
                outcome, more = RESERVE, {"place": rank.place - lot["places"]}
            self.pencil(rank.interest, outcome, lot[outcome].format(place=rank.place), **more)
        return ranks

    async def apply(self, opportunity: int, reason: str) -> None:
        """Approve what is in pencil, and apply it once it cannot be called off any more."""
        approved = partial(approve_decision, terms=self.terms, reason=reason)
        self.store.run(approved, self.sender, opportunity=opportunity, checked=True)
        self.clock.passes(self.terms.cancel_time)
        await self.store.write(apply_due, TICK, terms=self.terms)
