"""Everything we hold of a person, for that person: in brief in the chat, in full as a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import SQLModel, and_, bindparam, col, or_

from outreach.attachments.attachment import Attachment
from outreach.conversations.conversation import Conversation
from outreach.delivery.aside import Aside
from outreach.delivery.delivery import Delivery
from outreach.delivery.inbound import Inbound
from outreach.delivery.mailing import Mailing
from outreach.interests.follower import Follower
from outreach.interests.interest import Interest, InterestChange
from outreach.interests.meets import Beforehand
from outreach.interests.pencil import Outcome
from outreach.interests.plan import Plan
from outreach.interests.question import Question
from outreach.interests.reach import FIELD, reach_typed
from outreach.interests.weigh import Weighing
from outreach.interests.write import InterestMessage
from outreach.mailboxes.mailbox import Mailbox
from outreach.meetings.attendance import Attendance, my_meetings
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.address import Address
from outreach.parties.consent import Consent, permitted
from outreach.parties.party import Membership, Party
from outreach.parties.person import Person, profile, speaker
from outreach.parties.way_back import WayBack
from outreach.receipts.receipt import GivenReceipt
from outreach.store.among import among
from outreach.store.codes import Code
from outreach.store.query import exists, pick
from outreach.store.unit import Unit
from outreach.subscriptions.subscription import Subscription
from outreach.venues.trail import Trail, Visit


def _all_of(model: type[SQLModel], where: Any, *without: str) -> Any:
    fields = [getattr(model, name) for name in model.model_fields if name not in without]
    return pick(*fields).where(where).order_by(fields[0])


WHO: Any = bindparam("person")
ROWS_OF_PERSON = {
    "person": _all_of(Person, Person.id == WHO),
    "address": _all_of(Address, Address.person_id == WHO),
    "attendance": _all_of(Attendance, Attendance.person_id == WHO),
    "beforehand": _all_of(Beforehand, Beforehand.person_id == WHO),
    "follower": _all_of(Follower, Follower.person_id == WHO),
    "consent": _all_of(Consent, Consent.person_id == WHO),
    "mailbox": _all_of(Mailbox, Mailbox.person_id == WHO),
    "membership": _all_of(Membership, Membership.person_id == WHO),
    "question": _all_of(Question, Question.person_id == WHO),
    "receipt": _all_of(GivenReceipt, GivenReceipt.person_id == WHO),
    "subscription": _all_of(Subscription, Subscription.person_id == WHO),
    "conversation": _all_of(Conversation, Conversation.person_id == WHO),
    "trail": _all_of(Trail, Trail.person_id == WHO),
    "visit": _all_of(Visit, Visit.person_id == WHO),
}
INTERESTS_OF_PARTIES = _all_of(Interest, among(Interest.party_id, "parties"))
ROWS_OF_THEIRS = {
    "party": _all_of(Party, among(Party.id, "parties")),
    "interest_change": _all_of(InterestChange, among(InterestChange.interest_id, "interests")),
    "interest_message": _all_of(InterestMessage, among(InterestMessage.interest_id, "interests")),
    # what is in pencil is no decision yet: nobody outside reads it before it is told
    "outcome": _all_of(
        Outcome,
        and_(among(Outcome.interest_id, "interests"), col(Outcome.applied_at).is_not(None)),
    ),
    # a colleague's view of an interest is its party's to read once it was decided, not before
    "weighing": _all_of(
        Weighing,
        among(Weighing.interest_id, "interests")
        & exists().where(
            Interest.id == Weighing.interest_id,
            Opportunity.id == Interest.opportunity_id,
            Opportunity.state == "decided",
        ),
    ),
    "plan": _all_of(Plan, among(Plan.interest_id, "interests")),
    "aside": _all_of(Aside, among(Aside.address_id, "addresses")),
    # its bytes are handed out one by one, by their number
    "attachment": _all_of(Attachment, among(Attachment.address_id, "addresses"), "content"),
    "inbound": _all_of(Inbound, among(Inbound.address_id, "addresses")),
    "way_back": _all_of(WayBack, among(WayBack.address_id, "addresses")),
    "delivery": _all_of(
        Delivery,
        or_(Delivery.person_id == WHO, among(Delivery.address_id, "addresses")),
    ),
    "code": _all_of(
        Code,
        or_(
            and_(Code.kind == "reference", among(Code.subject, "interests")),
            and_(Code.kind == "invitation", among(Code.subject, "parties")),
            and_(Code.kind == "trail", among(Code.subject, "trails")),
            and_(Code.kind == "link", Code.subject == WHO),
        ),
    ),
}
TEXTS_OF_MAILINGS = pick(Mailing.id, Mailing.texts).where(among(Mailing.id, "mailings"))


@dataclass(frozen=True, slots=True)
class Holding:
    """What we hold of a person, in brief.

    `channels` names where we talk with them, `emails` where they are mailed, `rings` counts their
    browsers that ring, `reached` is what they left in an interest to be reached by, `news` the
    channels where they want news, `names` counts the interests whose name others may see, `talks`
    the talks that staff may read, `meetings` those ahead that they come to. `web`: they speak in
    the web chat, where all of it can be opened as a file.
    """

    language: str
    place: str | None
    themes: list[str]
    parties: list[str]
    interests: int
    questions: int
    messages: int
    channels: list[str]
    emails: list[str]
    rings: int
    reached: list[str]
    news: list[str]
    names: int
    talks: int
    meetings: int
    stopped: bool
    web: bool


def holding(unit: Unit) -> Holding:
    """Return what we hold of the person who speaks, in brief."""
    me, data = profile(unit), my_data(unit, person=speaker(unit))
    given = permitted(unit, person=speaker(unit))
    return Holding(
        language=me.language,
        place=me.place_name,
        themes=me.themes,
        parties=[row["name"] for row in data["party"]],
        interests=len(data["interest"]),
        questions=len(data["question"]),
        messages=len(data["inbound"]),
        channels=sorted({row["channel"] for row in data["address"] if _talks(row)}),
        reached=list(dict.fromkeys(row["reach"] for row in data["interest"] if row["reach"])),
        emails=[row["email"] for row in data["mailbox"] if row["confirmed_at"] is not None],
        rings=len(data["subscription"]),
        news=sorted(given.get("news", ())),
        names=len(given.get("name", [])),
        talks=len(given.get("talk", [])),
        meetings=len(my_meetings(unit)),
        stopped=me.stopped,
        web=unit.actor.via in ("", "web"),
    )


def my_data(unit: Unit, *, person: int) -> dict[str, list[dict[str, Any]]]:
    """Return every row of every table that is about this person, ready to be written as JSON.

    What a group offered is each member's own, but not how another member asked to be reached.
    """
    who = {"person": person}
    data = {table: _rows(unit, statement, who) for table, statement in ROWS_OF_PERSON.items()}
    ids = {
        "addresses": [row["id"] for row in data["address"]],
        "parties": [row["party_id"] for row in data["membership"]],
        "trails": [row["id"] for row in data["trail"]],
    }
    interests = _rows(unit, INTERESTS_OF_PARTIES, ids)
    ids["interests"] = [row["id"] for row in interests]
    found = {
        table: _rows(unit, statement, who | ids) for table, statement in ROWS_OF_THEIRS.items()
    }
    _leave_out_others(unit, person, interests, found["interest_change"])
    _add_words_of_campaigns(unit, found["delivery"])
    return data | {"interest": interests} | found


def _talks(address: Mapping[str, Any]) -> bool:
    """True if the person can be reached in a conversation there."""
    return address["gone_at"] is None and address["beside"] is None


def _add_words_of_campaigns(unit: Unit, deliveries: list[dict[str, Any]]) -> None:
    """Add what a campaign said: that stands in its mailing, once for all who speak the language."""
    mailings = [row["mailing_id"] for row in deliveries if row["language"] is not None]
    texts = {row.id: row.texts for row in unit.run(TEXTS_OF_MAILINGS, {"mailings": mailings})}
    for row in deliveries:
        if row["mailing_id"] in texts and row["message"] is None:
            row["message"] = (texts[row["mailing_id"]] or {}).get(row["language"])


def _leave_out_others(
    unit: Unit, person: int, interests: list[dict[str, Any]], changes: list[dict[str, Any]]
) -> None:
    now, before = reach_typed(unit, interests=[row["id"] for row in interests]).by(person)
    for row in interests:
        row["reach"] = row["reach"] if row["id"] in now else None
    for row in changes:
        if row["field"] == FIELD and row["id"] not in before:
            row["before"] = None


def _rows(unit: Unit, statement: Any, values: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [row._asdict() for row in unit.run(statement, values)]
