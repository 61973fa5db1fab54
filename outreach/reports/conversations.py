"""What staff may read of a conversation: its last lines with permission, what a
question is about, what was sent.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import bindparam, col

from outreach.delivery.delivery import Delivery
from outreach.delivery.inbound import Inbound
from outreach.interests.interest import Interest
from outreach.interests.question import Question
from outreach.opportunities.card import opportunity_card
from outreach.parties.party import Membership
from outreach.parties.person import Address, permitted
from outreach.refusal import Refusal
from outreach.reports.overview import QUESTIONS, QuestionLine
from outreach.staff.staff import doer
from outreach.store.query import pick
from outreach.store.unit import Unit

MOST_LINES = 20
BEFORE = timedelta(days=1)
"""A photo often comes in the middle of the conversation that ends in the interest."""


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One thing that was said. `media` is the kind of what came along, and its
    reference at the channel.
    """

    at: datetime
    who: str
    text: str
    media: str | None = None


@dataclass(frozen=True, slots=True)
class EarlierAnswer:
    """An answer as it was until somebody corrected it."""

    at: datetime
    actor: str
    answer: str
    public_text: str | None


@dataclass(frozen=True, slots=True)
class QuestionDetails:
    """A question, with the answers that stood there before; with permission
    also what was said before it.

    `version` counts the answers: 1 is the first, 0 none.
    """

    line: QuestionLine
    public_text: str | None
    version: int
    earlier: list[EarlierAnswer]
    may_read: bool
    lines: list[SaidLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sent:
    """A photo, a voice or something else that a member sent: its kind, and
    the channel's own reference.
    """

    at: datetime
    person: int
    channel: str
    kind: str
    file: str


WHO = pick(
    Question.person_id, Question.asked_at, Question.public_text, Question.earlier, Question.answer
).where(Question.id == bindparam("question"))
CAME = (
    pick(Inbound.at, Inbound.text, Inbound.media)
    .join(Address, col(Address.id) == col(Inbound.address_id))
    .where(Address.person_id == bindparam("person"), Inbound.at <= bindparam("until"))
    .order_by(col(Inbound.id).desc())
    .limit(MOST_LINES)
)
ANSWERED = (
    pick(Inbound.at, Delivery.message)
    .join(Inbound, col(Inbound.id) == col(Delivery.inbound_id))
    .where(Delivery.person_id == bindparam("person"), Inbound.at <= bindparam("until"))
    .order_by(col(Delivery.id).desc())
    .limit(MOST_LINES)
)
MEDIA = (
    pick(Inbound.at, Address.person_id, Inbound.channel, Inbound.media)
    .join(Address, col(Address.id) == col(Inbound.address_id))
    .join(Membership, col(Membership.person_id) == col(Address.person_id))
    .join(Interest, col(Interest.party_id) == col(Membership.party_id))
    .where(Interest.id == bindparam("interest"), Inbound.at >= bindparam("since"))
    .order_by(col(Inbound.id))
)
ABOUT = pick(Question.opportunity_id).where(Question.id == bindparam("question"))
STORED = pick(Interest.stored_at).where(Interest.id == bindparam("interest"))


def question_details(unit: Unit, *, question: int) -> QuestionDetails:
    """Give one question; where its asker allowed it, with the last lines of the talk up to it."""
    found = unit.connection.execute(QUESTIONS.where(Question.id == question)).first()
    if found is None:
        raise Refusal("refusal-unknown", given=str(question))
    who = unit.run(WHO, {"question": question}).one()
    earlier = [
        EarlierAnswer(
            datetime.fromisoformat(item["at"]),
            doer(unit, item["by"]),
            item["answer"],
            item["public_text"],
        )
        for item in who.earlier
    ]
    may_read = who.person_id is not None and str(question) in permitted(
        unit, person=who.person_id
    ).get("talk", ())
    lines = _lines(unit, who.person_id, who.asked_at) if may_read else []
    version = 0 if who.answer is None else len(earlier) + 1
    return QuestionDetails(QuestionLine(*found), who.public_text, version, earlier, may_read, lines)


def titles_asked_about(unit: Unit, *, question: int, languages: Iterable[str]) -> dict[str, str]:
    """What the opportunity that a question is about is called in each language;
    empty where it is about none.
    """
    opportunity = unit.run(ABOUT, {"question": question}).scalar()
    if opportunity is None:
        return {}
    return {
        one: opportunity_card(unit, opportunity=opportunity, language=one).title
        for one in languages
    }


def sent_along(unit: Unit, *, interest: int) -> list[Sent]:
    """The photos and voices that members of the party behind an interest sent since it began."""
    stored: datetime | None = unit.run(STORED, {"interest": interest}).scalar()
    if stored is None:
        raise Refusal("refusal-unknown", given=str(interest))
    rows = unit.run(MEDIA, {"interest": interest, "since": stored - BEFORE})
    return [
        Sent(at, person, channel, media.get("kind", ""), media.get("file", ""))
        for at, person, channel, media in rows
        if media
    ]


def _lines(unit: Unit, person: int, until: datetime) -> list[SaidLine]:
    values = {"person": person, "until": until}
    answered = [(row.at, row.message or {}) for row in unit.run(ANSWERED, values)]
    labels = {code: label for _, message in answered for code, label in message.get("options", ())}
    lines = [
        SaidLine(
            at,
            "person",
            labels.get(text, text or ""),
            " ".join((media or {}).get(name, "") for name in ("kind", "file")).strip() or None,
        )
        for at, text, media in unit.run(CAME, values)
    ]
    lines = [line for line in lines if line.text or line.media]
    lines += [
        SaidLine(at, "house", message["text"]) for at, message in answered if message.get("text")
    ]
    # What came in and its answer bear the same moment: the person spoke first.
    return sorted(lines, key=lambda line: (line.at, line.who == "house"))[-MOST_LINES:]
