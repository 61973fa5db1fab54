"""One person on two channels: a code is shown in one channel and typed in the other.

The code works once, for fifteen minutes. Both channels hear of it: the one where it was typed is
asked first, the one where it was shown is told at once, at any hour. `merge.py` makes two persons
one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import col

from content.message import Message
from outreach.conversations.conversation import MENU, Conversation, Run
from outreach.delivery.account import Account
from outreach.delivery.delivery import plan_delivery
from outreach.delivery.mailing import MailingKind, open_mailing
from outreach.parties.address import Address
from outreach.parties.person import Person, speaker
from outreach.privacy.merge import absorb
from outreach.refusal import Refusal
from outreach.store.codes import Code, find_code, make_code
from outreach.store.query import delete, exists, pick
from outreach.store.unit import Unit

PAGE = "web"
NO_TALK = (None, MENU, "link")
"""The dialogue a person is in when nothing waits for an answer of theirs."""

CODE_OF_LINK_DELETE = delete(Code).where(Code.kind == "link", Code.subject == bindparam("person"))
ACCOUNT_ELSEWHERE = (
    pick(Account.channel, Account.link)
    .where(
        Account.link != "",
        ~exists().where(
            Address.channel == Account.channel,
            Address.person_id == bindparam("person"),
            col(Address.gone_at).is_(None),
        ),
    )
    .order_by(Account.channel)
)
ADDRESS_USED_LAST = (
    pick(Address.id, Address.channel, Person.language, Person.created_at)
    .join(Person, col(Person.id) == col(Address.person_id))
    .where(Person.id == bindparam("person"), col(Address.beside).is_(None))
    .order_by(col(Address.used_at).desc(), col(Address.id).desc())
    .limit(1)
)
CONVERSATION_LOCK = (
    pick(
        Conversation.rev,
        Conversation.dialogue,
        Conversation.about,
        Conversation.transcript,
        Conversation.offers,
        Conversation.beneath,
    )
    .where(Conversation.person_id == bindparam("person"))
    .with_for_update()
)


@dataclass(frozen=True, slots=True)
class Chat:
    """A link that takes the person who speaks into another channel."""

    channel: str
    link: str


@dataclass(frozen=True, slots=True)
class Ways:
    """How the person who speaks can go on elsewhere.

    A code, links into chats where we are and they are not yet, and whether a page keeps this one.
    """

    code: str
    chats: list[Chat]
    page: bool


@dataclass(frozen=True, slots=True)
class Behind:
    """What a link code leads to: the channel where it was shown, and since when people talk there.

    `here` is the channel of the person who speaks.
    """

    own: bool
    channel: str
    since: date
    here: str


@dataclass(frozen=True, slots=True)
class Linked:
    """Two persons became one.

    `run` is the dialogue the other was in, `rev` the number of the last question asked there.
    """

    run: Run | None
    rev: int
    stopped: bool


def ways_on(unit: Unit) -> Ways:
    """Make a code by which this person goes on elsewhere; an older one of theirs stops working."""
    code = _fresh_code(unit)
    return Ways(code, _chats(_elsewhere(unit), code), page=unit.actor.via == PAGE)


def chats_elsewhere(unit: Unit) -> list[Chat]:
    """Make links by which this person goes on in channels where they are not yet."""
    accounts = _elsewhere(unit)
    return _chats(accounts, _fresh_code(unit)) if accounts else []


def channel_here(unit: Unit) -> str:
    """The channel in which the person speaks now."""
    return unit.actor.via


def behind_link(unit: Unit, *, code: str) -> Behind:
    """Return where a code would link to, without a word of what was said there."""
    other = _other(unit, code)
    spoke = unit.run(ADDRESS_USED_LAST, {"person": other}).one()
    return Behind(other == speaker(unit), spoke.channel, spoke.created_at.date(), unit.actor.via)


def link_persons(unit: Unit, *, code: str, say: Callable[[str], Message]) -> Linked:
    """Make the person who was shown this code and the one who types it one person.

    `say` makes the message to the other channel. The one who types stays, because their turn goes
    on; the code is deleted with the other one.
    """
    other = _other(unit, code)
    if other == speaker(unit):
        raise Refusal("refusal-link")
    spoke = unit.run(ADDRESS_USED_LAST, {"person": other}).one()
    row = unit.run(CONVERSATION_LOCK, {"person": other}).first()
    stopped = absorb(unit, person=other)
    _tell(unit, address=spoke.id, message=say(spoke.language))
    return Linked(None, 0, stopped) if row is None else Linked(_waiting(row), row.rev, stopped)


def _elsewhere(unit: Unit) -> list[Any]:
    return unit.run(ACCOUNT_ELSEWHERE, {"person": speaker(unit)})


def _chats(accounts: list[Any], code: str) -> list[Chat]:
    return [Chat(row.channel, row.link.format(code=code)) for row in accounts]


def _fresh_code(unit: Unit) -> str:
    unit.run(CODE_OF_LINK_DELETE, {"person": speaker(unit)})
    return make_code(unit, "link", speaker(unit))


def _other(unit: Unit, code: str) -> int:
    meaning = find_code(unit, code)
    if meaning is None or meaning.kind != "link":
        raise Refusal("refusal-link")
    return meaning.subject


def _waiting(row: Any) -> Run | None:
    """Return the dialogue the other one was in, or what waited beneath it."""
    _, dialogue, about, transcript, offers, beneath = row
    run = Run(dialogue, about, transcript, offers)
    if run.dialogue in NO_TALK:
        run = Run() if beneath is None else Run(**beneath)
    return None if run.dialogue in NO_TALK else run.without_looks()


def _tell(unit: Unit, *, address: int, message: Message) -> None:
    """Plan the message to the other channel, as an answer to what somebody just did there."""
    mailing = open_mailing(unit, kind=MailingKind.REPLY, name="link-notice")
    plan_delivery(
        unit, mailing=mailing, person=speaker(unit), address=address, message=message, at=unit.now
    )
