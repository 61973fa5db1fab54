"""The reserve: who was chosen steps back, and the next one comes in their place."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import literal_column
from sqlalchemy.orm import aliased
from sqlmodel import bindparam, col

from content.message import Message
from content.texts import Named
from outreach.delivery.notice import notify
from outreach.interests.chosen import last_moment
from outreach.interests.interest import Interest, change_interest
from outreach.interests.moved_up import close_ranks, tell_reserve
from outreach.interests.pencil import CHOSEN, RESERVE, Outcome
from outreach.interests.tell import GATHER, MEMBERS_OF_PARTY, Telling, Told, tell_of_move
from outreach.opportunities.card import opportunity_card
from outreach.opportunities.edit import get_opportunity
from outreach.parties.party import Party
from outreach.refusal import Refusal
from outreach.store.events import record
from outreach.store.query import exists, pick, update
from outreach.store.unit import Unit

STEPPED_BACK = "notice-stepped-back"
IN_THEIR_PLACE = aliased(Outcome)


@dataclass(frozen=True, slots=True)
class MovedUp:
    """Which interest came in the place of which, and who is told of it."""

    interest: int
    gone: int
    told: Told


IS_VACANT = (
    # a literal: only then does a database see that it can use the index of such rows
    (col(Outcome.outcome) == literal_column(f"'{CHOSEN}'"))
    & col(Outcome.applied_at).is_not(None)
    & col(Interest.state).in_(("withdrawn", "declined"))
    & ~exists().where(IN_THEIR_PLACE.replaces_id == Outcome.interest_id)
)
"""Who was chosen does not go on, and nobody came in their place."""
STEPS_BACK = (
    pick(Interest.id, Interest.state, Interest.party_id, Party.name)
    .join(Outcome, col(Outcome.interest_id) == col(Interest.id))
    .join(Party, col(Party.id) == col(Interest.party_id))
    .where(Interest.opportunity_id == bindparam("opportunity"), IS_VACANT)
    .order_by(col(Interest.id))
    .limit(1)
)
RESERVE_FIRST = (
    pick(Interest.id)
    .join(Outcome, col(Outcome.interest_id) == col(Interest.id))
    .where(Interest.opportunity_id == bindparam("opportunity"), Interest.state == RESERVE)
    .order_by(col(Outcome.place), col(Interest.id))
    .limit(1)
    .with_for_update()
)
OUTCOME_MOVE_UP = (
    update(Outcome)
    .where(Outcome.interest_id == bindparam("interest"))
    .values(
        outcome=CHOSEN,
        place=None,
        replaces_id=bindparam("gone"),
        confirm_until=bindparam("until"),
        confirmed_at=None,
        reminded_at=None,
    )
)


def next_up(
    unit: Unit, *, opportunity: int, telling: Telling, reason: str = "", checked: bool = False
) -> MovedUp:
    """Let the first of the reserve come in the place of who was chosen and stepped back.

    Both are told: the one that it is chosen, and until when it may say yes, the other, who said
    so, that it was heard. The rest of the reserve hears its new place. Refuses where nobody stepped
    back, and where the reserve is empty.
    """
    about = get_opportunity(unit, opportunity=opportunity)
    if about.state != "decided":
        state = Named("state", about.state)
        raise Refusal("refusal-next-undecided", given=about.tender_id, state=state)
    where = {"opportunity": opportunity}
    gone = unit.run(STEPS_BACK, where).first()
    if gone is None:
        raise Refusal("refusal-next-nobody", given=about.tender_id)
    first: int | None = unit.run(RESERVE_FIRST, where).scalar()
    if first is None:
        raise Refusal("refusal-next-empty", given=about.tender_id)
    change_interest(unit, first, {"state": "agreed", "reason": reason or None})
    until = last_moment(unit.now + GATHER, telling.quiet, telling.confirm_days)
    unit.run(OUTCOME_MOVE_UP, {"interest": first, "gone": gone.id, "until": until})
    record(unit, "interest.moved_up", "state", interest=first, opportunity=opportunity)
    close_ranks(unit, opportunity=opportunity)
    told = tell_of_move(unit, first, "agreed", telling, reason=reason, checked=checked)
    others = tell_reserve(unit, opportunity=opportunity, asked=first, telling=telling, at=told.at)
    if gone.state == "withdrawn":
        _thank(unit, opportunity, gone, telling)
    return MovedUp(first, gone.id, Told(told.persons + others.persons, told.at or others.at))


def _thank(unit: Unit, opportunity: int, gone: Any, telling: Telling) -> None:
    """Tell who stepped back that it was heard, and that somebody else is asked."""

    def say(language: str) -> Message:
        title = opportunity_card(unit, opportunity=opportunity, language=language).title
        return telling.texts.message(STEPPED_BACK, language, title=title, party=gone.name)

    mailing = notify(
        unit,
        name=STEPPED_BACK,
        persons=unit.run(MEMBERS_OF_PARTY, {"party": gone.party_id}).scalars(),
        say=say,
        quiet=telling.quiet,
        opportunity=opportunity,
        beside=True,
    )
    record(unit, "notice.planned", mailing=mailing, opportunity=opportunity)
