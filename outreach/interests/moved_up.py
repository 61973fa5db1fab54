"""Who stays in the reserve when its first one is asked has a better place, and hears it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import bindparam, col

from content.message import Message
from content.texts import Texts
from outreach.delivery.mailing import MailingKind, open_mailing
from outreach.delivery.notice import add_recipients
from outreach.interests.interest import Interest
from outreach.interests.letter import MOVED_UP, Standing, reserve_places, standing
from outreach.interests.pencil import RESERVE, Outcome
from outreach.interests.pending import waiting, waiting_named
from outreach.interests.tell import DELIVERY_TAKE_OUT, GATHER, Telling, Told
from outreach.opportunities.card import opportunity_card
from outreach.parties.party import Membership
from outreach.store.events import record
from outreach.store.query import pick, update
from outreach.store.unit import Unit

RESERVE_LEFT = (
    pick(Interest.id, Outcome.place)
    .join(Outcome, col(Outcome.interest_id) == col(Interest.id))
    .where(Interest.opportunity_id == bindparam("opportunity"), Interest.state == RESERVE)
    .order_by(col(Outcome.place), col(Interest.id))
)
MEMBERS_OF_INTEREST = (
    pick(Membership.person_id)
    .join(Interest, col(Interest.party_id) == col(Membership.party_id))
    .where(Interest.id == bindparam("interest"))
)
OUTCOME_PLACE = (
    update(Outcome)
    .where(Outcome.interest_id == bindparam("interest"))
    .values(place=bindparam("place"))
)


def close_ranks(unit: Unit, *, opportunity: int) -> None:
    """Number the places of the reserve from one again: a place says how many go before."""
    left = unit.run(RESERVE_LEFT, {"opportunity": opportunity})
    moved = [
        {"interest": row.id, "place": place}
        for place, row in enumerate(left, 1)
        if row.place != place
    ]
    if moved:
        unit.run(OUTCOME_PLACE, moved)


def tell_reserve(
    unit: Unit, *, opportunity: int, asked: int, telling: Telling, at: datetime | None
) -> Told:
    """Tell everybody in the reserve their new place, at the moment at which `asked` hears it.

    Somebody with two parties in it hears once. Who belongs to the interest that is asked reads it
    there, and everybody does in the decision if that is not out.
    """
    if any(item.base for item in waiting(unit, opportunity=opportunity)):
        return Told()
    # who moves up twice in a row reads the last place alone
    for pending in waiting_named(unit, opportunity=opportunity, name=MOVED_UP):
        unit.run(DELIVERY_TAKE_OUT, {"mailing": pending.mailing})
    elsewhere = set(unit.run(MEMBERS_OF_INTEREST, {"interest": asked}).scalars())
    own = {
        person: theirs
        for person, theirs in standing(unit, opportunity).items()
        if person not in elsewhere and any(each.place for each in theirs)
    }
    if not own:
        return Told()
    at = at or telling.quiet.over(unit.now + GATHER)

    def say(person: int, language: str) -> Message:
        title = opportunity_card(unit, opportunity=opportunity, language=language).title
        return _said(telling.texts, language, title, own[person])

    facts: dict[str, Any] = {"opportunity": opportunity, "made_at": unit.now}
    mailing = open_mailing(unit, kind=MailingKind.NOTICE, name=MOVED_UP, at=at, **facts)
    record(unit, "notice.planned", mailing=mailing, opportunity=opportunity)
    count = add_recipients(unit, mailing=mailing, at=at, persons=sorted(own), say=say, beside=True)
    return Told(count, at if count else None)


def _said(texts: Texts, language: str, title: str, own: Sequence[Standing]) -> Message:
    parts = [
        texts.text(MOVED_UP, language, title=title),
        *reserve_places(texts, language, own),
        texts.text(MOVED_UP, language, "wait"),
    ]
    return Message("\n\n".join(parts))
