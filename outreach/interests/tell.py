"""Tell everybody interested what became of an opportunity, or of their own interest.

Each rule does its work and plans one notice for it. Staff often make several changes in a row: a
notice waits for ten minutes, and until it goes out it gathers every further change. What was
changed back is not told at all. A deadline that passes by itself is not told: everybody was told
the day beforehand.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Self

from sqlmodel import bindparam, col

from content.message import Message
from content.texts import Texts
from outreach.delivery.delivery import Delivery
from outreach.delivery.mailing import MailingKind, open_mailing, rename_mailing
from outreach.delivery.notice import add_recipients
from outreach.delivery.planned import taking_out
from outreach.delivery.quiet import Quiet
from outreach.interests.chosen import asking, to_confirm
from outreach.interests.fair import require_outcomes, require_reason, require_same_rules
from outreach.interests.impersonal import require_impersonal, require_nobody_else
from outreach.interests.interest import INTERESTED, Interest, move_interest
from outreach.interests.invitation import INVITED, invitation
from outreach.interests.letter import (
    AGREED_ASKED,
    OF_INTEREST,
    Standing,
    because,
    reserve_places,
    standing,
    under_way,
    wording_of,
)
from outreach.interests.news import BY_STATE, CHANGED, news_message, news_since, published
from outreach.interests.pending import INTEREST_STATE_BEFORE, Pending, called_off, waiting
from outreach.interests.plan import takes_plan
from outreach.opportunities.card import opportunity_card
from outreach.opportunities.draft import is_explored
from outreach.opportunities.edit import set_with_words
from outreach.opportunities.lifecycle import move_opportunity
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.address import Address
from outreach.parties.party import Membership, Party
from outreach.settings import Settings
from outreach.store.events import record
from outreach.store.query import exists, pick
from outreach.store.unit import Unit
from outreach.venues.edits import edit_cards

GATHER = timedelta(minutes=10)
"""How long a notice waits, so that several changes in a row become one."""

ENDS_OR_NOT = ("declined", "in_talk")
"""States by which an interest is over, or goes on after all: news that waits is for others then."""
TO_ALL = ("decided", "withdrawn")
"""Steps that are told also to those who heard before that it does not go on with them."""


@dataclass(frozen=True, slots=True)
class Telling:
    """The texts, the hours in which it is quiet, and where and until when people can object.

    Who is chosen is asked to say yes within `confirm_days`; with 0 nobody is.
    """

    texts: Texts
    quiet: Quiet
    objections: str = ""
    objection_days: int | None = None
    confirm_days: int = 0

    @classmethod
    def of(cls, texts: Texts, settings: Settings) -> Self:
        """What an installation tells with."""
        quiet, days = Quiet.of(settings), (settings.objection_days, settings.confirm_days)
        return cls(texts, quiet, settings.objections, *days)


@dataclass(frozen=True, slots=True)
class Told:
    """For how many persons a notice is planned, and for when; until then it gathers changes."""

    persons: int = 0
    at: datetime | None = None


INTEREST_TO_TELL = (
    pick(
        Interest.opportunity_id,
        Interest.party_id,
        Party.name,
        Opportunity.state,
        Opportunity.language,
    )
    .join(Party, col(Party.id) == col(Interest.party_id))
    .join(Opportunity, col(Opportunity.id) == col(Interest.opportunity_id))
    .where(Interest.id == bindparam("interest"))
)
MEMBERS_OF_PARTY = pick(Membership.person_id).where(Membership.party_id == bindparam("party"))
TO_INTERESTED = exists().where(
    Address.id == Delivery.address_id,
    Membership.person_id == Address.person_id,
    Interest.party_id == Membership.party_id,
    Interest.opportunity_id == bindparam("opportunity"),
    INTERESTED,
)
DELIVERY_TAKE_OUT = taking_out(Delivery.mailing_id == bindparam("mailing"))
DELIVERY_TAKE_OUT_INTERESTED = DELIVERY_TAKE_OUT.where(TO_INTERESTED)


def change_and_tell(
    unit: Unit, /, *, opportunity: int, telling: Telling, **facts: Any
) -> tuple[list[str], Told]:
    """Set facts of an opportunity; return the names of what changed, and who is told."""
    since = published(unit, opportunity=opportunity)
    changed = set_with_words(unit, opportunity=opportunity, **facts)
    require_same_rules(
        unit, opportunity=opportunity, since=since, now=published(unit, opportunity=opportunity)
    )
    return changed, tell_of_opportunity(unit, opportunity=opportunity, since=since, telling=telling)


def move_opportunity_and_tell(
    unit: Unit,
    *,
    opportunity: int,
    state: str,
    telling: Telling,
    reason: str = "",
    checked: bool = False,
    intention_days: int | None = None,
) -> Told:
    """Let people explore an opportunity, open, close, decide or withdraw it, with the reason.

    Refuses a reason that may be about a person, until somebody `checked` it: everybody interested
    reads it. With the reason why it opens, those who explored it hear what came of what they said.
    """
    # imported here: questions, and what people say of a draft, are told by this very module
    from outreach.interests.candidates import require_heard
    from outreach.interests.explored import tell_explorers

    if reason and not checked:
        require_impersonal(unit, reason, opportunity=opportunity)
    since = published(unit, opportunity=opportunity)
    explored = is_explored(unit, opportunity=opportunity)
    move_opportunity(
        unit, opportunity=opportunity, state=state, reason=reason, intention_days=intention_days
    )
    if state == "decided":
        require_heard(unit, opportunity=opportunity)
        require_outcomes(unit, opportunity=opportunity, reason=reason)
    elif state == "withdrawn":
        require_reason(unit, opportunity=opportunity, reason=reason)
    told = tell_of_opportunity(unit, opportunity=opportunity, since=since, telling=telling)
    # nobody could sign up for a draft
    return tell_explorers(unit, opportunity=opportunity, telling=telling) if explored else told


def tell_of_opportunity(unit: Unit, *, opportunity: int, since: int, telling: Telling) -> Told:
    """Tell everybody interested what is different since a version, and edit its cards.

    Changes in a row are told in one notice; run twice, it stays that one.
    """
    told = _tell_interested(unit, opportunity=opportunity, since=since, telling=telling)
    edit_cards(unit, texts=telling.texts, opportunity=opportunity)
    return told


def _tell_interested(unit: Unit, *, opportunity: int, since: int, telling: Telling) -> Told:
    pending = next((item for item in waiting(unit, opportunity=opportunity) if item.base), None)
    own = standing(unit, opportunity)
    kept = pending or (called_off(unit, opportunity=opportunity) if own else None)
    base = since if kept is None else kept.base
    news = news_since(unit, opportunity, base) if own else None
    hear = own if news is not None and news.state in TO_ALL else under_way(own)
    if news is None or not hear:
        _drop(unit, pending)
        return Told()
    if pending is None:
        pending = _plan(unit, opportunity, telling, CHANGED, base=base)
    rename_mailing(unit, mailing=pending.mailing, name=BY_STATE.get(news.state or "", CHANGED))
    if news.state == "decided":
        _leave_to_decision(unit, opportunity)

    day = pending.send_at.astimezone(telling.quiet.zone).date()
    wording = wording_of(unit, opportunity, telling.objections, day, telling.objection_days)

    # most read the very same
    @cache
    def said(language: str, *interests: Standing) -> Message:
        title = opportunity_card(unit, opportunity=opportunity, language=language).title
        return news_message(telling.texts, language, title, news, interests, wording)

    def say(person: int, language: str) -> Message:
        return said(language, *(own[person] if news.state == "decided" else ()))

    return _address(unit, pending, sorted(hear), say)


def move_interest_and_tell(
    unit: Unit,
    *,
    interest: int,
    state: str,
    telling: Telling,
    read: str | None = None,
    reason: str = "",
    checked: bool = False,
) -> Told:
    """Move an interest from the state that was `read` to another, and tell its party, and why.

    Refuses the name of another party in the reason until that is `checked`.
    """
    move_interest(unit, interest=interest, state=state, read=read, reason=reason)
    return tell_of_move(unit, interest, state, telling, reason=reason, checked=checked)


def tell_of_move(
    unit: Unit, interest: int, state: str, telling: Telling, *, reason: str, checked: bool
) -> Told:
    """Tell the party of an interest that was moved to a state, in the decision if that waits."""
    row = unit.run(INTEREST_TO_TELL, {"interest": interest}).one()
    opportunity = int(row.opportunity_id)
    if reason and not checked:
        require_nobody_else(unit, reason, opportunity=opportunity, party=row.party_id)
    news = any(item.base for item in waiting(unit, opportunity=opportunity))
    if news and (row.state == "decided" or state in ENDS_OR_NOT):
        told = _tell_interested(unit, opportunity=opportunity, since=0, telling=telling)
        # the decision tells it
        if row.state == "decided":
            return told
    return _tell_party(unit, interest, state, reason, row, telling)


def _tell_party(
    unit: Unit, interest: int, state: str, reason: str, row: Any, telling: Telling
) -> Told:
    """Tell the members of a party how their interest stands now, unless they know."""
    opportunity = int(row.opportunity_id)
    gathering = waiting(unit, opportunity=opportunity)
    pending = next((item for item in gathering if item.interest == interest), None)
    kept = pending or called_off(unit, opportunity=opportunity, interest=interest)
    if kept is not None:
        was = unit.run(INTEREST_STATE_BEFORE, {"interest": interest, "since": kept.since}).scalar()
        if was == state and not reason:
            _drop(unit, pending)
            return Told()
    invites = state == "invited" and takes_plan(unit, interest=interest)
    asked = to_confirm(unit, interest=interest)
    key = INVITED if invites else AGREED_ASKED if asked else OF_INTEREST[state]
    pending = pending or _plan(unit, opportunity, telling, key, interest=interest)
    rename_mailing(unit, mailing=pending.mailing, name=key)
    # who has another party in the reserve hears its place here, and not once more
    own = standing(unit, opportunity) if state == "agreed" else {}

    def say(person: int, language: str) -> Message:
        why = list(because(telling.texts, language, state, reason, spoken=row.language))
        if invites:
            return invitation(unit, telling.texts, language, interest, row.name, why)
        title = opportunity_card(unit, opportunity=opportunity, language=language).title
        told = telling.texts.text(key, language, title=title, party=row.name)
        places = reserve_places(telling.texts, language, own.get(person, ()))
        return asking(telling.texts, language, [told, *why], asked, *places)

    return _address(
        unit, pending, unit.run(MEMBERS_OF_PARTY, {"party": row.party_id}).scalars(), say
    )


def _plan(
    unit: Unit, opportunity: int, telling: Telling, name: str, *, base: int = 0, interest: int = 0
) -> Pending:
    """Open a notice that gathers changes: of the opportunity since a version, or of an interest."""
    at = telling.quiet.over(unit.now + GATHER)
    mailing = open_mailing(
        unit,
        kind=MailingKind.NOTICE,
        name=name,
        at=at,
        opportunity=opportunity,
        made_at=unit.now,
        base_version=base or None,
        interest_id=interest or None,
    )
    about = {"interest": interest} if interest else {"version": base}
    record(unit, "notice.planned", mailing=mailing, opportunity=opportunity, **about)
    return Pending(mailing, at, unit.now)


def _address(
    unit: Unit, pending: Pending, persons: Iterable[int], say: Callable[[int, str], Message]
) -> Told:
    """Write the notice again for everybody: nothing of it was sent yet."""
    unit.run(DELIVERY_TAKE_OUT, {"mailing": pending.mailing})
    count = add_recipients(
        unit, mailing=pending.mailing, at=pending.send_at, persons=persons, say=say, beside=True
    )
    return Told(count, pending.send_at if count else None)


def _drop(unit: Unit, pending: Pending | None) -> None:
    if pending is not None:
        unit.run(DELIVERY_TAKE_OUT, {"mailing": pending.mailing})


def _leave_to_decision(unit: Unit, opportunity: int) -> None:
    """Take everybody out of other notices who hears of their own interest with the decision."""
    for pending in waiting(unit, opportunity=opportunity):
        if pending.interest:
            unit.run(
                DELIVERY_TAKE_OUT_INTERESTED,
                {"mailing": pending.mailing, "opportunity": opportunity},
            )
