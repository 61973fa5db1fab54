"""What staff read of conversations that a colleague has, or that wait for one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import func, union
from sqlmodel import and_, bindparam, col, select

from outreach.attachments.attachment import Attachment
from outreach.conversations.conversation import Conversation
from outreach.delivery.delivery import Delivery
from outreach.delivery.inbound import Inbound
from outreach.delivery.mailing import Mailing
from outreach.interests.human import HUMAN
from outreach.interests.question import Question
from outreach.parties.address import Address
from outreach.parties.consent import permitted
from outreach.parties.party import Membership, Party
from outreach.parties.person import Person
from outreach.refusal import Refusal
from outreach.reports.conversations import SaidLine, said_before
from outreach.staff.staff import names_of_staff
from outreach.store.query import pick
from outreach.store.unit import Unit
from outreach.talks.take import COLLEAGUE

Whose = Literal["all", "mine", "nobodys"]
MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class TalkLine:
    """A conversation in a list, without what was said.

    `holder` has it until `taken_until`, and since `waits_at` the resident waits for them.
    `answer_by` is promised to who asked for a human; `assigned` is who looks after it.
    """

    id: int
    channel: str
    waits_at: datetime | None
    taken_until: datetime | None
    answer_by: date | None
    holder: str | None
    assigned: str | None


@dataclass(frozen=True, slots=True)
class TalkDetails:
    """A conversation with what a colleague may read of it, the oldest line first.

    That is what was said while a colleague had it last, and before that what its resident allowed.
    `asked` are their words to a human that nobody answered yet.
    """

    line: TalkLine
    language: str
    known_as: list[str]
    asked: list[str]
    lines: list[SaidLine] = field(default_factory=list)


IS_ASKED = and_(
    Question.kind == HUMAN,
    Question.person_id == Conversation.person_id,
    col(Question.answered_at).is_(None),
)
WITH_A_HUMAN = union(
    select(col(Conversation.id)).where(col(Conversation.taken_id).is_not(None)),
    select(col(Conversation.id)).where(col(Conversation.assigned_id).is_not(None)),
    select(col(Conversation.id)).join(Question, IS_ASKED),
)
TALKS = (
    pick(
        Conversation.id,
        Address.channel,
        Conversation.waits_at,
        Conversation.taken_until,
        func.min(Question.answer_by),
        Conversation.taken_id,
        Conversation.assigned_id,
    )
    .select_from(Conversation)
    .join(Address, col(Address.id) == col(Conversation.address_id))
    .outerjoin(Question, IS_ASKED)
    .group_by(col(Conversation.id), col(Address.channel))
)
TALKS_WITH_A_HUMAN = TALKS.where(col(Conversation.id).in_(WITH_A_HUMAN))
TALK = TALKS.where(Conversation.id == bindparam("conversation"))
TALK_FACTS = (
    pick(Conversation.person_id, Conversation.taken_at, Conversation.taken_until, Person.language)
    .join(Person, col(Person.id) == col(Conversation.person_id))
    .where(Conversation.id == bindparam("conversation"))
)
PARTIES = (
    select(Party.name)
    .join(Membership, col(Membership.party_id) == col(Party.id))
    .where(Membership.person_id == bindparam("person"))
    .order_by(col(Party.id))
)
WORDS_ASKED = (
    pick(Question.text)
    .where(
        Question.person_id == bindparam("person"),
        Question.kind == HUMAN,
        col(Question.answered_at).is_(None),
    )
    .order_by(col(Question.id))
)
ASKED_AT = pick(Question.id, Question.asked_at).where(Question.person_id == bindparam("person"))
WROTE = (
    pick(Inbound.at, Inbound.text, Inbound.media, Attachment.id)
    .outerjoin(Attachment, col(Attachment.inbound_id) == col(Inbound.id))
    .join(Address, col(Address.id) == col(Inbound.address_id))
    .where(
        Address.person_id == bindparam("person"),
        Inbound.at >= bindparam("since"),
        Inbound.at <= bindparam("until"),
    )
    .order_by(col(Inbound.id).desc())
    .limit(MOST_LINES)
)
SAID_BY_COLLEAGUES = (
    pick(Delivery.send_at, Delivery.message)
    .join(Mailing, col(Mailing.id) == col(Delivery.mailing_id))
    .where(
        Delivery.person_id == bindparam("person"),
        Mailing.name == COLLEAGUE,
        Delivery.send_at >= bindparam("since"),
        Delivery.send_at <= bindparam("until"),
    )
    .order_by(col(Delivery.id).desc())
    .limit(MOST_LINES)
)


def talk_overview(unit: Unit, *, whose: Whose = "all", staff: int | None = None) -> list[TalkLine]:
    """List the conversations that a colleague has or that wait for one, by what was promised.

    Those of whom a colleague is late come first.
    """
    names = names_of_staff(unit)
    rows = [
        row
        for row in unit.run(TALKS_WITH_A_HUMAN)
        if whose == "all"
        or (whose == "mine" and staff is not None and staff in (row.taken_id, row.assigned_id))
        or (whose == "nobodys" and row.taken_id is None and row.assigned_id is None)
    ]
    lines = [_line(row, names) for row in rows]
    return sorted(lines, key=lambda line: (*_promise(line), line.id))


def talk_details(unit: Unit, *, conversation: int) -> TalkDetails:
    """Return one conversation, with what a colleague may read of it."""
    row = unit.run(TALK, {"conversation": conversation}).first()
    if row is None:
        raise Refusal("refusal-unknown", given=str(conversation))
    person, since, until, language = unit.run(TALK_FACTS, {"conversation": conversation}).one()
    lines = _allowed(unit, person)
    if since is not None:
        lines += _beside(unit, person, since, max(unit.now, until) if row.taken_id else until)
    return TalkDetails(
        _line(row, names_of_staff(unit)),
        language,
        unit.run(PARTIES, {"person": person}).scalars(),
        [text or "" for text in unit.run(WORDS_ASKED, {"person": person}).scalars()],
        sorted(set(lines), key=lambda line: line.at),
    )


def _line(row: Any, names: dict[str, str]) -> TalkLine:
    number, channel, waits_at, until, answer_by, holder, assigned = row
    return TalkLine(
        number,
        channel,
        waits_at,
        until if holder is not None else None,
        answer_by,
        names.get(f"staff:{holder}"),
        names.get(f"staff:{assigned}"),
    )


def _promise(line: TalkLine) -> tuple[int, str]:
    """Return the order of a line: who waits for a colleague, then the promised days, then all."""
    if line.waits_at is not None and line.taken_until is not None:
        return 0, line.taken_until.isoformat()
    if line.answer_by is not None:
        return 1, line.answer_by.isoformat()
    return 2, ""


def _allowed(unit: Unit, person: int) -> list[SaidLine]:
    """Return the last lines before their last question of which they allowed that they are read."""
    allowed = permitted(unit, person=person).get("talk", ())
    moments = [
        at for number, at in unit.run(ASKED_AT, {"person": person}) if str(number) in allowed
    ]
    return said_before(unit, person, max(moments)) if moments else []


def _beside(unit: Unit, person: int, since: datetime, until: datetime) -> list[SaidLine]:
    between = {"person": person, "since": since, "until": until}
    lines = [
        SaidLine(at, "person", text or "", _media(media, number))
        for at, text, media, number in unit.run(WROTE, between)
    ]
    lines += [
        SaidLine(at, "colleague", (message or {}).get("text", ""))
        for at, message in unit.run(SAID_BY_COLLEAGUES, between)
    ]
    return [line for line in lines if line.text or line.media]


def _media(media: dict[str, str] | None, number: int | None) -> str | None:
    parts: Sequence[str | None] = ((media or {}).get("kind"), str(number) if number else None)
    return " ".join(filter(None, parts)) or None
