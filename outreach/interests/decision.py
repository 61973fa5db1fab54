"""The decision on an opportunity: the words of its letters, who approved it, when it is applied."""

from datetime import datetime

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, SQLModel, bindparam, col

from content.texts import Named
from outreach.interests.impersonal import require_impersonal
from outreach.opportunities.edit import get_opportunity
from outreach.refusal import Refusal
from outreach.store.columns import Json, Moment
from outreach.store.events import record
from outreach.store.query import pick, update
from outreach.store.snag import untried
from outreach.store.unit import Unit

Letters = dict[str, dict[str, str]]
"""Own words of the organisation, by outcome and by language."""


class Decision(SQLModel, table=True):
    """What is prepared of a decision; `letters` are the organisation's own words per outcome.

    Once somebody (`actor`) approved it, it is applied at `due_at`; until then it can be called off.
    `reason` is that of the decision as a whole, `held` the key of what stood in its way then.
    """

    opportunity_id: int = Field(foreign_key="opportunity.id", primary_key=True)
    letters: Letters = Field(default_factory=dict, sa_type=Json(Letters))
    reason: str = ""
    actor: str = ""
    due_at: datetime | None = Field(default=None, sa_type=Moment, index=True)
    held: str = ""


DECISION = pick(*(getattr(Decision, name) for name in Decision.model_fields)).where(
    Decision.opportunity_id == bindparam("opportunity")
)
DECISION_LOCK = DECISION.with_for_update()
DECISION_ADD = insert(Decision).on_conflict_do_nothing()
DECISION_UPDATE = update(Decision).where(Decision.opportunity_id == bindparam("opportunity"))
"""Sets the columns that are handed in beside the opportunity."""
DECISION_DUE = (
    pick(Decision.opportunity_id)
    .where(Decision.due_at <= bindparam("now"), untried(col(Decision.opportunity_id)))
    .order_by(col(Decision.due_at), col(Decision.opportunity_id))
    .limit(1)
)


def prepared(unit: Unit, *, opportunity: int) -> Decision:
    """Return what is prepared of the decision on an opportunity; an empty one if nothing is."""
    row = unit.run(DECISION, {"opportunity": opportunity}).first()
    return Decision(opportunity_id=opportunity) if row is None else Decision(**row._asdict())


def held_decision(unit: Unit, *, opportunity: int) -> Decision:
    """Lock what is prepared of a decision, and return it."""
    empty = {"opportunity_id": opportunity, "letters": {}, "reason": "", "actor": "", "held": ""}
    unit.run(DECISION_ADD, empty | {"due_at": None})
    row = unit.run(DECISION_LOCK, {"opportunity": opportunity}).one()
    return Decision(**row._asdict())


def write_letter(
    unit: Unit, *, opportunity: int, outcome: str, language: str, text: str, checked: bool = False
) -> None:
    """Keep own words for everybody with an outcome who reads a language; none takes them away.

    Refuses words that may be about a person until somebody `checked` them, and a decision that was
    approved or told.
    """
    require_undecided(unit, opportunity=opportunity)
    if text and not checked:
        require_impersonal(unit, text, opportunity=opportunity)
    row = held_decision(unit, opportunity=opportunity)
    words = {**row.letters.get(outcome, {}), language: text}
    letters = row.letters | {outcome: {name: said for name, said in words.items() if said}}
    if letters != row.letters:
        unit.run(DECISION_UPDATE, {"opportunity": opportunity, "letters": letters})
        record(unit, "decision.worded", outcome, opportunity=opportunity)


def require_undecided(unit: Unit, *, opportunity: int) -> None:
    """Refuse to change a decision that was told, and one that is about to be."""
    about = get_opportunity(unit, opportunity=opportunity)
    if about.state in ("decided", "withdrawn"):
        state = Named("state", about.state)
        raise Refusal("refusal-pencil-late", given=about.tender_id, state=state)
    due = prepared(unit, opportunity=opportunity).due_at
    if due is not None:
        raise Refusal("refusal-decision-approved", given=about.tender_id, at=due)
