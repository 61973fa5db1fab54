"""How the outcome of an interest is told: in our words or the organisation's own, and why.

What a letter on a subsidy has to say by law (Awb 3:45, 6:5 and 6:7) is added here, and stays
whatever a colleague writes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlmodel import bindparam, col, func, select

from content.texts import LanguageName, Money, Texts
from outreach.delivery.delivery import Delivery
from outreach.delivery.mailing import Mailing
from outreach.delivery.planned import MAY_BE_READ
from outreach.interests.chosen import ToConfirm
from outreach.interests.decision import Letters, prepared
from outreach.interests.interest import INTERESTED, Interest, InterestChange
from outreach.interests.pencil import CHOSEN, NOT_CHOSEN, REASONS, RESERVE, Outcome
from outreach.opportunities.edit import get_opportunity
from outreach.opportunities.opportunity import Opportunity
from outreach.opportunities.questions import term
from outreach.parties.party import Membership, Party
from outreach.store.codes import Code
from outreach.store.query import pick
from outreach.store.unit import Unit

OF_INTEREST = {
    "in_talk": "notice-in_talk",
    "invited": "notice-invited",
    "agreed": "notice-agreed",
    "declined": "notice-declined",
    "reserve": "notice-on-reserve",
    "withdrawn": "notice-taken-back",
}
"""What became of one interest, by its new state."""
AGREED_ASKED = "notice-agreed-asked"
"""What became of one that is chosen and has still to say yes."""
OUTCOME = {
    "new": "notice-still-new",
    "in_talk": "notice-still-in_talk",
    "invited": "notice-still-invited",
    "agreed": "notice-chosen",
    "reserve": "notice-reserve",
    "declined": "notice-not-chosen",
}
"""How one's own interest stands when the decision is told."""
MOVED_UP = "notice-moved-up"
"""What the rest of the reserve reads when its first one is asked."""
CHOSEN_ASKED = "notice-chosen-asked"
"""How it stands with who is chosen, as long as there is no yes: an agreement takes both."""
STATE_OF = {CHOSEN: "agreed", RESERVE: "reserve", NOT_CHOSEN: "declined"}
"""The state to which each outcome brings an interest."""
OUTCOME_OF = {state: outcome for outcome, state in STATE_OF.items()}
OBJECTED = "subsidy"
"""The arrangement under which a letter is a decision that one can object to (Awb 6:7 and 7:1)."""
PARTY, TITLE = "%party%", "%title%"
"""What own words may hold in the place of a name."""


class Standing(NamedTuple):
    """An interest of somebody who is told: as which party, its state, and why.

    `reasons` holds the reason in other languages, by language. `asked` is what it is to say yes to.
    `knows_why`: they read before that it is declined, and its reason as it stands. `spoken` is the
    language of the record, in which a reason is that stands in no other.
    """

    party: str
    state: str
    reason: str | None
    reasons: tuple[tuple[str, str], ...] = ()
    place: int | None = None
    amount: Money | None = None
    together: bool = False
    asked: ToConfirm | None = None
    knows_why: bool = False
    spoken: str = ""

    def why(self, language: str) -> str | None:
        """Return the reason in a language, or else as it was written."""
        return dict(self.reasons).get(language) or self.reason

    def spoken_in(self, language: str) -> str:
        """Return the language in which the reason stands for readers of this one."""
        return language if dict(self.reasons).get(language) else self.spoken

    def knows_why_in(self, language: str) -> bool:
        """Return whether they read the reason before, as they would now."""
        return self.knows_why and language not in dict(self.reasons)


Own = dict[int, list[Standing]]
"""Everybody interested, each with their interests."""


@dataclass(frozen=True, slots=True)
class Objection:
    """Where somebody can object to a decision, and on which day at the latest."""

    where: str
    until: date


@dataclass(frozen=True, slots=True)
class Wording:
    """What a decision says besides what is true of a party: own words, and how to object."""

    letters: Letters = field(default_factory=dict)
    objection: Objection | None = None


INTERESTS_BY_PERSON = (
    pick(
        Membership.person_id,
        Interest.id,
        Party.name,
        Interest.state,
        Interest.reason,
        Opportunity.currency,
        Opportunity.language,
        col(Outcome.reason).label("written"),
        REASONS,
        *(getattr(Outcome, name) for name in ("place", "amount_cents", "with_id")),
        *(getattr(Outcome, name) for name in ("confirm_until", "confirmed_at")),
        Code.code,
    )
    .join(Party, col(Party.id) == col(Membership.party_id))
    .join(Interest, col(Interest.party_id) == col(Party.id))
    .join(Opportunity, col(Opportunity.id) == col(Interest.opportunity_id))
    .outerjoin(
        Outcome,
        (col(Outcome.interest_id) == col(Interest.id)) & col(Outcome.applied_at).is_not(None),
    )
    .outerjoin(Code, (col(Code.subject) == col(Interest.id)) & (col(Code.kind) == "reference"))
    .where(Interest.opportunity_id == bindparam("opportunity"), INTERESTED)
    .order_by(col(Interest.id), col(Membership.person_id))
)


LAST_MOVED = (
    select(func.max(InterestChange.at))
    .where(
        InterestChange.interest_id == Mailing.interest_id,
        col(InterestChange.field).in_(("state", "reason")),
    )
    .scalar_subquery()
)
TOLD_OF_DECLINED = (
    pick(Delivery.person_id, Mailing.interest_id)
    .join(Mailing, col(Mailing.id) == col(Delivery.mailing_id))
    .where(
        Mailing.opportunity_id == bindparam("opportunity"),
        Mailing.name == OF_INTEREST["declined"],
        # one that was sent before it was moved again tells of another time
        col(Mailing.send_at) >= LAST_MOVED,
        col(Delivery.state).in_(MAY_BE_READ),
    )
)


def standing(unit: Unit, opportunity: int) -> Own:
    """Return how the interests of everybody in an opportunity stand, as they may read it."""
    own: Own = {}
    about = {"opportunity": opportunity}
    told = {(row.person_id, row.interest_id) for row in unit.run(TOLD_OF_DECLINED, about)}
    for row in unit.run(INTERESTS_BY_PERSON, about):
        stands = Standing(
            row.name,
            row.state,
            row.reason,
            # in other languages it stands as long as the reason itself does
            tuple((row.reasons or {}).items()) if row.written == row.reason else (),
            row.place if row.state == "reserve" else None,
            _given(row),
            row.state == "agreed" and row.with_id is not None,
            _asked(row),
            row.state == "declined" and (row.person_id, row.id) in told,
            row.language,
        )
        own.setdefault(row.person_id, []).append(stands)
    return own


def under_way(own: Own) -> Own:
    """Return those with an interest that was not declined: for the others it is over."""
    return {
        person: theirs
        for person, theirs in own.items()
        if any(each.state != "declined" for each in theirs)
    }


def wording_of(
    unit: Unit, opportunity: int, objections: str, day: date, days: int | None
) -> Wording:
    """Return what the decision on an opportunity says besides, if it is told on a day.

    `objections` is where one objects, within so many days; without it to the contact official.
    """
    about = get_opportunity(unit, opportunity=opportunity)
    letters = prepared(unit, opportunity=opportunity).letters
    if about.arrangement != OBJECTED:
        return Wording(letters)
    until = day + timedelta(days=days or term("objection_days"))
    return Wording(letters, Objection(objections or about.official, until))


def outcome(
    texts: Texts, language: str, own: Standing, wording: Wording, *, title: str, told_why: bool
) -> Iterator[str]:
    """Yield how one's own interest stands at the decision: the outcome, its reason, whom to ask.

    `told_why`: the reason of the decision as a whole is told already.
    """
    written = wording.letters.get(OUTCOME_OF.get(own.state, ""), {}).get(language)
    if written:
        yield written.replace(PARTY, own.party).replace(TITLE, title)
    else:
        key = CHOSEN_ASKED if own.asked else OUTCOME[own.state]
        yield texts.text(key, language, party=own.party)
    if own.place is not None:
        yield texts.text("notice-place", language, place=own.place)
    if own.amount is not None:
        yield texts.text("notice-amount", language, amount=own.amount)
    if own.together:
        yield texts.text("notice-together", language)
    why = own.why(language)
    # a decision to which people can object has its reasons in it (Awb 3:47)
    if why and wording.objection is None and own.knows_why_in(language):
        yield texts.text("notice-reason", language, "known")
        why, told_why = None, True
    spoken = own.spoken_in(language)
    yield from because(texts, language, own.state, why, spoken=spoken, told_why=told_why)


def because(
    texts: Texts,
    language: str,
    state: str,
    reason: str | None,
    *,
    spoken: str,
    told_why: bool = False,
) -> Iterator[str]:
    """Yield why an interest is in a state; who was not told that may ask.

    `spoken` is the language of the reason.
    """
    if reason:
        yield reason_in(texts, language, reason, spoken)
    if state == "declined":
        yield texts.text("notice-ask" if reason or told_why else "notice-ask-why", language)


def reserve_places(texts: Texts, language: str, own: Sequence[Standing]) -> Iterator[str]:
    """Yield the place of each own interest that is in the reserve."""
    for theirs in own:
        if theirs.place is not None:
            facts = {"party": theirs.party, "place": theirs.place}
            yield texts.text(MOVED_UP, language, "place", **facts)


def reason_in(texts: Texts, language: str, reason: str, spoken: str) -> str:
    """Return a reason as it is told, with its language if that is another one."""
    if spoken == language:
        return texts.text("notice-reason", language, reason=reason)
    named = LanguageName(spoken)
    return texts.text("notice-reason", language, "in", reason=reason, spoken=named)


def objecting(texts: Texts, language: str, wording: Wording) -> Iterator[str]:
    """Yield how to object, where the law gives that."""
    if wording.objection is not None:
        facts = {"where": wording.objection.where, "until": wording.objection.until}
        yield texts.text("notice-objection", language, **facts)


def _given(row: Any) -> Money | None:
    if row.amount_cents is None or row.state != "agreed":
        return None
    return Money(row.amount_cents, row.currency)


def _asked(row: Any) -> ToConfirm | None:
    waits = row.state == "agreed" and row.confirm_until is not None and row.confirmed_at is None
    return ToConfirm(row.code, row.name, row.confirm_until) if waits and row.code else None
