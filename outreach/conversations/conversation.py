"""One person's conversation: the row is the lock of that person, and nothing else is state."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, literal_column
from sqlmodel import Field, SQLModel, and_, bindparam, col, select

from outreach.parties.address import Address
from outreach.parties.person import Person
from outreach.refusal import Refusal
from outreach.store.columns import NUMBERED, Json, Moment, partly
from outreach.store.query import pick, update
from outreach.store.unit import Unit


class Conversation(SQLModel, table=True):
    """The run of a dialogue that a person is in, and the one beneath it that waits.

    `transcript` holds one entry (kind, key, value) per question, look and deed; `offers` the
    answers that were cut off by a change; `asked` is the key of the question that is open; `rev`
    counts the questions put; `misses` the answers in a row that were not understood.

    A colleague who took it over (`taken_id`, `taken_at`) has it until `taken_until`: as long as
    that is ahead, no message of the bot leaves. It stays behind as the moment of its end. Each word
    of theirs, and the first of the resident after it (`waits_at`), moves it on by `taken_minutes`.
    `assigned_id` is the colleague who looks after it.
    """

    __table_args__ = (
        partly("ix_conversation_open", "last_at", where="dialogue IS NOT NULL"),
        partly(
            "ix_conversation_silent",
            "last_at",
            where="dialogue IS NOT NULL AND dialogue <> 'menu' AND reminded_at IS NULL",
        ),
        partly("ix_conversation_taken", "taken_until", where="taken_id IS NOT NULL"),
        partly("ix_conversation_assigned", "assigned_id", where="assigned_id IS NOT NULL"),
        NUMBERED,
    )

    id: int = Field(default=None, primary_key=True)
    person_id: int = Field(foreign_key="person.id", unique=True)
    address_id: int = Field(foreign_key="address.id")
    dialogue: str | None = None
    about: dict[str, Any] = Field(default_factory=dict, sa_type=Json(dict[str, Any]))
    transcript: list[list[Any]] = Field(default_factory=list, sa_type=Json(list[list[Any]]))
    offers: dict[str, Any] = Field(default_factory=dict, sa_type=Json(dict[str, Any]))
    beneath: dict[str, Any] | None = Field(default=None, sa_type=Json(dict[str, Any] | None))
    asked: str | None = None
    rev: int = 0
    misses: int = 0
    last_at: datetime = Field(sa_type=Moment)
    reminded_at: datetime | None = Field(default=None, sa_type=Moment)
    assigned_id: int | None = Field(default=None, foreign_key="staff.id")
    taken_id: int | None = Field(default=None, foreign_key="staff.id")
    taken_at: datetime | None = Field(default=None, sa_type=Moment)
    taken_until: datetime | None = Field(default=None, sa_type=Moment)
    taken_minutes: int | None = None
    waits_at: datetime | None = Field(default=None, sa_type=Moment)


CONVERSATION_WORDS: dict[str, Any] = {
    "dialogue": None,
    "about": {},
    "transcript": [],
    "offers": {},
    "beneath": None,
    "asked": None,
}
"""What holds a person's words, and what stands there once they are emptied."""


MENU = "menu"
"""The dialogue in which nothing is asked: a person who is in it is in no conversation."""
IN_DIALOGUE = and_(
    col(Conversation.dialogue).is_not(None),
    # a literal: only then does a database see that it can use the index of such rows
    Conversation.dialogue != literal_column("'menu'"),
)


@dataclass(frozen=True, slots=True)
class Run:
    """A dialogue under way: its name, what it is about, and what was said."""

    dialogue: str | None = None
    about: dict[str, Any] = field(default_factory=dict)
    transcript: list[list[Any]] = field(default_factory=list)
    offers: dict[str, Any] = field(default_factory=dict)

    def without_looks(self) -> "Run":
        """The same run with its looks to be taken again."""
        return replace(self, transcript=[entry for entry in self.transcript if entry[0] != "look"])

    @property
    def last_answered(self) -> int | None:
        """The entry of the last answer; None if nothing was answered, or a deed came after it."""
        kept = [
            place for place, entry in enumerate(self.transcript) if entry[0] not in ("look", "put")
        ]
        return kept[-1] if kept and self.transcript[kept[-1]][0] == "ask" else None

    @property
    def did(self) -> bool:
        """True once a deed was done."""
        return any(entry[0] == "do" for entry in self.transcript)

    def answered(self, place: int, value: Any) -> "Run":
        """The same run up to an answer, with another value for it."""
        return replace(
            self, transcript=[*self.transcript[:place], ["ask", self.transcript[place][1], value]]
        )

    def as_json(self) -> dict[str, Any]:
        """The run as it is kept beneath another one."""
        return {
            "dialogue": self.dialogue,
            "about": self.about,
            "transcript": self.transcript,
            "offers": self.offers,
        }


@dataclass(frozen=True, slots=True)
class ConversationState:
    """A conversation as loaded for one turn, with what a turn needs to know of the person."""

    id: int
    person: int
    address: int
    language: str
    idle_since: datetime
    stopped: bool = False
    rev: int = 0
    misses: int = 0
    run: Run = field(default_factory=Run)
    beneath: Run | None = None
    asked: str | None = None
    taken_until: datetime | None = None

    def is_taken(self, now: datetime) -> bool:
        """True as long as a colleague has the conversation."""
        return self.taken_until is not None and self.taken_until > now


LOADED = (
    Person.language,
    Conversation.last_at,
    Person.stopped_at,
    Conversation.rev,
    Conversation.misses,
    Conversation.dialogue,
    Conversation.about,
    Conversation.transcript,
    Conversation.offers,
    Conversation.beneath,
    Conversation.asked,
    Conversation.taken_until,
)
CONVERSATION_OF_ADDRESS = (
    pick(Conversation.id, Address.person_id, Address.id, *LOADED)
    .join(Person, col(Person.id) == col(Address.person_id))
    .join(Conversation, col(Conversation.person_id) == col(Person.id))
    .where(
        Address.channel == bindparam("channel"),
        Address.external_id == bindparam("external_id"),
    )
    .with_for_update(of=Conversation)
)
CONVERSATION_NUMBERED = (
    pick(Conversation.id, Conversation.person_id, Conversation.address_id, *LOADED)
    .join(Person, col(Person.id) == col(Conversation.person_id))
    .where(Conversation.id == bindparam("conversation"))
    .with_for_update(of=Conversation)
)
CONVERSATION_HEARD = (
    update(Conversation)
    .where(Conversation.id == bindparam("conversation"), col(Conversation.waits_at).is_(None))
    .values(waits_at=bindparam("at"), taken_until=bindparam("until"))
)
CONVERSATION_TERM = select(Conversation.taken_minutes).where(
    Conversation.id == bindparam("conversation")
)
CONVERSATION_ADD = insert(Conversation).returning(col(Conversation.id))
CONVERSATION_KEEP = (
    update(Conversation)
    .where(Conversation.id == bindparam("conversation"))
    .values(
        address_id=bindparam("address"),
        dialogue=bindparam("name"),
        about=bindparam("subject"),
        transcript=bindparam("entries"),
        offers=bindparam("kept"),
        beneath=bindparam("under"),
        asked=bindparam("open_key"),
        rev=bindparam("revision"),
        misses=bindparam("missed"),
        last_at=bindparam("at"),
        reminded_at=None,
    )
)


def find_conversation(unit: Unit, *, channel: str, external_id: str) -> ConversationState | None:
    """Find and lock the conversation of the person at this address."""
    row = unit.run(
        CONVERSATION_OF_ADDRESS, {"channel": channel, "external_id": external_id}
    ).first()
    return None if row is None else _state(row)


def hold_conversation(unit: Unit, *, conversation: int) -> ConversationState:
    """Lock and return a conversation by its number; refuses one that is not there."""
    row = unit.run(CONVERSATION_NUMBERED, {"conversation": conversation}).first()
    if row is None:
        raise Refusal("refusal-unknown", given=str(conversation))
    return _state(row)


def hear_beside(unit: Unit, *, conversation: ConversationState) -> None:
    """Keep that somebody wrote to the colleague who has their conversation.

    The first word since the colleague's last one gives them their whole term again.
    """
    keep_conversation(unit, conversation=conversation)
    which = {"conversation": conversation.id}
    term = timedelta(minutes=unit.run(CONVERSATION_TERM, which).scalar() or 0)
    until = max(unit.now + term, conversation.taken_until or unit.now)
    unit.run(CONVERSATION_HEARD, which | {"at": unit.now, "until": until})


def _state(row: Any) -> ConversationState:
    number, person, address, language, idle_since, stopped_at, rev, misses, *stored = row
    dialogue, about, transcript, offers, beneath, asked, taken_until = stored
    return ConversationState(
        number,
        person,
        address,
        language,
        idle_since,
        stopped_at is not None,
        rev,
        misses,
        Run(dialogue, about, transcript, offers),
        None if beneath is None else Run(**beneath),
        asked,
        taken_until,
    )


def begin_conversation(
    unit: Unit, *, person: int, address: int, language: str
) -> ConversationState:
    """Make the one conversation of a new person."""
    values = Run().as_json() | {
        "person_id": person,
        "address_id": address,
        "beneath": None,
        "rev": 0,
        "misses": 0,
        "last_at": unit.now,
    }
    number: int = unit.run(CONVERSATION_ADD, values).scalar_one()
    return ConversationState(number, person, address, language, unit.now)


def keep_conversation(unit: Unit, *, conversation: ConversationState) -> None:
    """Store how far the conversation is now."""
    run, beneath = conversation.run, conversation.beneath
    values = {
        "conversation": conversation.id,
        "address": conversation.address,
        "name": run.dialogue,
        "subject": run.about,
        "entries": run.transcript,
        "kept": run.offers,
        "under": None if beneath is None else beneath.as_json(),
        "open_key": conversation.asked,
        "revision": conversation.rev,
        "missed": conversation.misses,
        "at": unit.now,
    }
    unit.run(CONVERSATION_KEEP, values)
