"""Write to the party behind an interest, in a colleague's own words; a question comes back."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, insert, literal_column
from sqlmodel import Field, SQLModel, bindparam, col, or_, select

from content.message import Message, Option
from outreach.delivery.delivery import IS_PLANNED, Delivery
from outreach.delivery.mailing import MailingKind
from outreach.delivery.notice import notify
from outreach.interests.asked import kinds_of_notice, stopped
from outreach.interests.impersonal import require_nobody_else
from outreach.interests.interest import INTERESTED, Interest
from outreach.interests.question import Question
from outreach.interests.tell import MEMBERS_OF_PARTY, Telling, Told
from outreach.opportunities.card import opportunity_card
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.party import Membership, Party
from outreach.parties.person import speaker
from outreach.refusal import Refusal
from outreach.store.among import among
from outreach.store.codes import Code
from outreach.store.columns import NUMBERED, Moment
from outreach.store.events import Event, record
from outreach.store.query import delete, exists, pick
from outreach.store.unit import Unit

WRITTEN = "notice-written"
ANSWERING = timedelta(days=30)
"""So long after a colleague wrote, a private word is taken for the answer."""


class InterestMessage(SQLModel, table=True):
    """What a colleague wrote to the party behind an interest."""

    __tablename__ = "interest_message"
    __table_args__ = NUMBERED

    id: int = Field(default=None, primary_key=True)
    interest_id: int = Field(foreign_key="interest.id", index=True)
    at: datetime = Field(sa_type=Moment)
    actor: str
    text: str


@dataclass(frozen=True, slots=True)
class Wrote:
    """How many of a party get a message, and how many do not: stopped, or out of reach."""

    told: Told
    stopped: int
    gone: int


INTEREST_TO_WRITE = (
    pick(
        Interest.opportunity_id,
        Interest.party_id,
        Interest.brings,
        Interest.state,
        Party.name,
        Code.code,
    )
    .join(Party, col(Party.id) == col(Interest.party_id))
    .join(Opportunity, col(Opportunity.id) == col(Interest.opportunity_id))
    .outerjoin(Code, (col(Code.subject) == col(Interest.id)) & (col(Code.kind) == "reference"))
    .where(Interest.id == bindparam("interest"))
)
INTEREST_LAST_DEED = select(func.max(col(Event.at))).where(
    col(Event.deed).in_(("interest.expressed", "interest.changed")),
    Event.at >= bindparam("since"),
    Event.actor == bindparam("who"),
    col(Event.ids)["interest"].as_integer() == bindparam("interest"),
)
QUESTION_LAST_ASKED = select(func.max(col(Question.asked_at))).where(
    Question.person_id == bindparam("person"),
    or_(
        Question.interest_id == bindparam("interest"),
        Question.opportunity_id == bindparam("opportunity"),
    ),
)
INTEREST_MESSAGE_UNANSWERED = (
    pick(InterestMessage.interest_id)
    .join(Interest, col(Interest.id) == col(InterestMessage.interest_id))
    .join(Membership, col(Membership.party_id) == col(Interest.party_id))
    .where(
        Membership.person_id == bindparam("person"),
        InterestMessage.at > bindparam("since"),
        INTERESTED,
        or_(bindparam("any_opportunity"), Interest.opportunity_id == bindparam("opportunity")),
        ~exists().where(
            Question.person_id == bindparam("person"),
            Question.interest_id == InterestMessage.interest_id,
            Question.asked_at >= InterestMessage.at,
        ),
    )
    .order_by(col(InterestMessage.id).desc())
    .limit(literal_column("1"))
)
INTEREST_MESSAGE_ADD = insert(InterestMessage).returning(col(InterestMessage.id))
INTEREST_MESSAGES_DELETE = delete(InterestMessage).where(
    among(InterestMessage.interest_id, "interests")
)
PERSONS_PLANNED = select(func.count()).where(
    Delivery.mailing_id == bindparam("mailing"),
    IS_PLANNED,
    col(Delivery.person_id).is_not(None),
)


def write_to_party(
    unit: Unit, *, interest: int, text: str, telling: Telling, checked: bool = False
) -> Wrote:
    """Write a plain text to all members of the party behind an interest, in their latest chats.

    It is a notice: it waits for quiet hours to end, and a stop ends it, because everybody who stops
    is promised to hear nothing more, "also not about your interest". A member who signed up, added
    to it or asked about it after their stop waits for an answer: for them it is that answer.
    Refuses if nobody would get it, and the name of another party until that is `checked`.
    """
    to = unit.run(INTEREST_TO_WRITE, {"interest": interest}).first()
    if to is None:
        raise Refusal("refusal-unknown", given=str(interest))
    if to.state == "withdrawn" or not to.brings or to.code is None:
        raise Refusal("refusal-interest-over", given=str(interest))
    if not checked:
        require_nobody_else(unit, text, opportunity=to.opportunity_id, party=to.party_id)
    row = {"interest_id": interest, "at": unit.now, "actor": str(unit.actor), "text": text}
    message: int = unit.run(INTEREST_MESSAGE_ADD, row).scalar_one()
    record(unit, "interest.written", interest=interest, message=message)
    persons = set(unit.run(MEMBERS_OF_PARTY, {"party": to.party_id}).scalars())
    ends = stopped(unit, persons)
    asked = {
        who: _last_word(unit, who, interest, to.opportunity_id, since)
        for who, since in ends.items()
    }
    kinds = kinds_of_notice(unit, persons, asked)
    told = sum(
        _tell(unit, kind, group, to, text, telling, message) for kind, group in kinds.items()
    )
    silent = len(ends) - len(kinds.get(MailingKind.REPLY, ()))
    if not told:
        raise Refusal(
            "refusal-unreachable", given=str(interest), stopped=silent, gone=len(persons) - silent
        )
    return Wrote(Told(told, telling.quiet.over(unit.now)), silent, len(persons) - silent - told)


def interest_written_about(unit: Unit, *, opportunity: int | None = None) -> int | None:
    """Return the interest about which a colleague wrote to the speaker, unanswered; else None.

    In a conversation about another `opportunity` a message is not an answer to that; nor is it long
    after, or from somebody who took their interest back.
    """
    about = {"opportunity": opportunity, "any_opportunity": opportunity is None}
    found: int | None = unit.run(
        INTEREST_MESSAGE_UNANSWERED,
        about | {"person": speaker(unit), "since": unit.now - ANSWERING},
    ).scalar()
    return found


def _last_word(
    unit: Unit, person: int, interest: int, opportunity: int, since: datetime
) -> datetime:
    """Return when a person last changed an interest or asked about it, at least `since`."""
    about = {"interest": interest, "person": person, "opportunity": opportunity}
    moments = [
        unit.run(
            INTEREST_LAST_DEED, {"interest": interest, "who": f"person:{person}", "since": since}
        ).scalar(),
        unit.run(QUESTION_LAST_ASKED, about).scalar(),
    ]
    return max([since, *(moment for moment in moments if moment is not None)])


def _tell(
    unit: Unit,
    kind: MailingKind,
    persons: list[int],
    to: Any,
    text: str,
    telling: Telling,
    message: int,
) -> int:
    """Plan the message for a group; returns for how many."""

    def say(language: str) -> Message:
        title = opportunity_card(unit, opportunity=to.opportunity_id, language=language).title
        said = telling.texts.message(WRITTEN, language, title=title, party=to.name, text=text)
        # When pressed, it sends the reference of the interest, and so an answer about it.
        return replace(
            said, options=(Option(to.code, telling.texts.text(WRITTEN, language, "reply")),)
        )

    mailing = notify(
        unit,
        name=WRITTEN,
        persons=persons,
        say=say,
        quiet=telling.quiet,
        opportunity=to.opportunity_id,
        kind=kind,
        beside=True,
        message_id=message,
    )
    record(unit, "notice.planned", mailing=mailing, message=message, opportunity=to.opportunity_id)
    return int(unit.run(PERSONS_PLANNED, {"mailing": mailing}).scalar_one())
