"""Everything we hold of a person, for that person: in brief for the
conversation, in full as a file.
"""

from dataclasses import dataclass
from typing import Any

from sqlmodel import SQLModel, col, or_

from outreach.conversations.conversation import Conversation
from outreach.delivery.aside import Aside
from outreach.delivery.delivery import Delivery
from outreach.delivery.inbound import Inbound
from outreach.delivery.mailing import Mailing
from outreach.interests.interest import Interest, InterestChange
from outreach.interests.question import Question
from outreach.interests.write import InterestMessage
from outreach.parties.party import Membership, Party
from outreach.parties.person import Address, Consent, Person, permitted, profile, speaker
from outreach.privacy.reach import FIELD, reach_typed
from outreach.store.among import among
from outreach.store.codes import Code
from outreach.store.query import pick
from outreach.store.unit import Unit
from outreach.venues.trail import Trail, Visit

WEB = "web"
"""The only channel there was when permissions were not yet kept per channel."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What we hold of a person, in brief.

    `channels` names where we reach them, `news` the channels where they want news, `names` counts
    the interests whose name others may see, `talks` the talks that staff may read. `web`: they
    speak in the web chat, where all of it can be opened as a file.
    """

    language: str
    place: str | None
    themes: list[str]
    parties: list[str]
    interests: int
    questions: int
    messages: int
    channels: list[str]
    news: list[str]
    names: int
    talks: int
    stopped: bool
    web: bool


def holding(unit: Unit) -> Holding:
    """What we hold of the person who speaks, in brief."""
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
        channels=sorted({row["channel"] for row in data["address"] if row["gone_at"] is None}),
        news=sorted({scope or WEB for scope in given.get("news", ())}),
        names=len(given.get("name", [])),
        talks=len(given.get("talk", [])),
        stopped=me.stopped,
        web=unit.actor.via in ("", WEB),
    )


def my_data(unit: Unit, *, person: int) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table that is about this person, by table; ready to be written as JSON.

    What a group offered is each member's own, but not how another member asked to be reached.
    """
    addresses = _rows(unit, Address, col(Address.person_id) == person)
    memberships = _rows(unit, Membership, col(Membership.person_id) == person)
    parties = [row["party_id"] for row in memberships]
    reached = [row["id"] for row in addresses]
    interests = _rows(unit, Interest, among(col(Interest.party_id), parties))
    own = [row["id"] for row in interests]
    changes = _rows(unit, InterestChange, among(col(InterestChange.interest_id), own))
    trails = _rows(unit, Trail, col(Trail.person_id) == person)
    shared = [row["id"] for row in trails]
    _leave_out_others(unit, person, interests, changes)
    return {
        "person": _rows(unit, Person, col(Person.id) == person),
        "address": addresses,
        "consent": _rows(unit, Consent, col(Consent.person_id) == person),
        "membership": memberships,
        "party": _rows(unit, Party, among(col(Party.id), parties)),
        "interest": interests,
        "interest_change": changes,
        "interest_message": _rows(
            unit, InterestMessage, among(col(InterestMessage.interest_id), own)
        ),
        "question": _rows(unit, Question, col(Question.person_id) == person),
        "conversation": _rows(unit, Conversation, col(Conversation.person_id) == person),
        "aside": _rows(unit, Aside, among(col(Aside.address_id), reached)),
        "inbound": _rows(unit, Inbound, among(col(Inbound.address_id), reached)),
        "delivery": _said(
            unit,
            _rows(
                unit,
                Delivery,
                (col(Delivery.person_id) == person) | among(col(Delivery.address_id), reached),
            ),
        ),
        "trail": trails,
        "visit": _rows(unit, Visit, col(Visit.person_id) == person),
        "code": _rows(
            unit, Code, _for(reference=own, invitation=parties, trail=shared, link=[person])
        ),
    }


def _said(unit: Unit, deliveries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Deliveries with what they say: of a campaign that stands in its mailing, once for
    all who speak the language.
    """
    of = [row["mailing_id"] for row in deliveries if row["language"] is not None]
    texts = {row["id"]: row["texts"] for row in _rows(unit, Mailing, among(col(Mailing.id), of))}
    for row in deliveries:
        if row["mailing_id"] in texts and row["message"] is None:
            row["message"] = (texts[row["mailing_id"]] or {}).get(row["language"])
    return deliveries


def _leave_out_others(
    unit: Unit, person: int, interests: list[dict[str, Any]], changes: list[dict[str, Any]]
) -> None:
    now, before = reach_typed(unit, interests=[row["id"] for row in interests]).by(person)
    for row in interests:
        row["reach"] = row["reach"] if row["id"] in now else None
    for row in changes:
        if row["field"] == FIELD and row["id"] not in before:
            row["before"] = None


def _for(**subjects: list[int]) -> Any:
    """Codes that stand for these records, by kind."""
    return or_(
        *(
            (col(Code.kind) == kind) & among(col(Code.subject), ids)
            for kind, ids in subjects.items()
        )
    )


def _rows(unit: Unit, model: type[SQLModel], where: Any) -> list[dict[str, Any]]:
    fields = [getattr(model, name) for name in model.model_fields]
    rows = unit.connection.execute(pick(*fields).where(where).order_by(fields[0]))
    return [dict(row._mapping) for row in rows]
