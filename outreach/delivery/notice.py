"""A notice: an answer, a change or a decision on what somebody joined.

It needs no consent; STOP ends it.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import col, select

from content.message import Message
from outreach.delivery.delivery import (
    DELIVERY_ADD,
    SOMETHING_PLANNED,
    Delivery,
    DeliveryState,
    Rank,
)
from outreach.delivery.errors import AddressGone
from outreach.delivery.mailing import Mailing, MailingKind, MailingState, open_mailing
from outreach.delivery.quiet import Quiet
from outreach.parties.consent import stop
from outreach.parties.person import speaker
from outreach.store.many import Many
from outreach.store.query import update
from outreach.store.unit import Unit

TO_PERSONS = (MailingKind.NOTICE, MailingKind.REPLY)
AT_ONCE = 1_000
"""Persons handled by one statement: their addresses are read, and their rows written."""
ADDRESS_LAST_USED = Many(
    "SELECT person.id AS person, address.id AS address, person.language, person.stopped_at, "
    "address.gone_at, "
    "address.channel, account.silent "
    "FROM {rows} JOIN person ON person.id = r.person JOIN address ON address.id = "
    "(SELECT theirs.id FROM address AS theirs WHERE theirs.person_id = person.id "
    "AND theirs.beside IS NULL "
    "ORDER BY theirs.gone_at IS NOT NULL, theirs.used_at DESC NULLS LAST LIMIT 1) "
    "LEFT JOIN account ON account.channel = address.channel",
    person=int,
)
ADDRESSES_BESIDE = Many(
    "SELECT person.id AS person, address.id AS address, person.language, person.stopped_at, "
    "address.gone_at, address.channel, FALSE AS silent "
    "FROM {rows} JOIN person ON person.id = r.person JOIN address ON address.person_id = person.id "
    "WHERE address.beside AND address.gone_at IS NULL",
    person=int,
)
"""Where persons are told besides the chat."""
MAILING_CANCEL = (
    update(Mailing)
    .where(
        Mailing.id == bindparam("mailing"),
        col(Mailing.kind).in_(TO_PERSONS),
        Mailing.state == MailingState.SENDING,
    )
    .values(state=MailingState.CANCELLED)
    .returning(col(Mailing.opportunity_id))
)
MAILING_NO_LONGER_ASKED = (
    update(Mailing)
    .where(
        Mailing.kind == MailingKind.REPLY,
        col(Mailing.id).in_(
            select(Delivery.mailing_id).where(Delivery.person_id == bindparam("person"))
        ),
    )
    # the mailing, not its delivery: a delivery under way may fail and be tried again
    .values(kind=MailingKind.NOTICE)
)


def notify(
    unit: Unit,
    /,
    *,
    name: str,
    persons: Iterable[int],
    say: Callable[[str], Message],
    quiet: Quiet,
    opportunity: int | None = None,
    kind: MailingKind = MailingKind.NOTICE,
    beside: bool = False,
    **about: int,
) -> int:
    """Plan one notice for many persons, outside quiet hours; returns the mailing's id.

    `say` returns the message in a language; it goes on the channel that a person used last. Persons
    who stopped get none, unless it is a `REPLY` to what they wrote after their stop. `beside`: it
    goes to where they are told besides the chat too. `about` are columns of the mailing that name
    what it is about.
    """
    at, persons = quiet.over(unit.now), list(persons)
    mailing = open_mailing(unit, kind=kind, name=name, at=at, opportunity=opportunity, **about)
    add_recipients(
        unit,
        mailing=mailing,
        at=at,
        persons=persons,
        say=lambda _, lang: say(lang),
        asked=kind == MailingKind.REPLY,
        beside=beside,
        # what many are told, they are told at the same moment
        silent_at=unit.now if len(persons) == 1 else None,
    )
    return mailing


def add_recipients(
    unit: Unit,
    *,
    mailing: int,
    at: datetime,
    persons: Iterable[int],
    say: Callable[[int, str], Message],
    asked: bool = False,
    beside: bool = False,
    silent_at: datetime | None = None,
) -> int:
    """Plan a mailing for persons, on the channel that each used last; returns for how many.

    `say(person, language)` returns the message. `asked`: they wrote after they stopped, so they
    asked for it. `beside`: it goes to where they are told besides too, in rows that count for no
    person, as each has one delivery of a mailing. `silent_at` is when it goes where it makes no
    sound, if not at that moment too. A person who cannot be reached any more gets a row that says
    so: staff see who missed the news.
    """
    planned, persons = 0, iter(persons)
    while some := list(islice(persons, AT_ONCE)):
        used = ADDRESS_LAST_USED.run(unit, [{"person": person} for person in some])
        found = {row.person: row for row in used}
        reached = (found[person] for person in some if person in found)
        rows = [
            _row(mailing, (silent_at or at) if row.silent else at, unit.now, row, say)
            for row in reached
            if asked or row.stopped_at is None
        ]
        if rows:
            unit.run(DELIVERY_ADD, rows)
        planned += sum(row["state"] == DeliveryState.PLANNED for row in rows)
        if beside:
            told = ADDRESSES_BESIDE.run(unit, [{"person": person} for person in some])
            theirs = [row for row in told if asked or row.stopped_at is None]
            _plan_beside(unit, mailing, at, theirs, say)
    if planned:
        unit.rings.add(SOMETHING_PLANNED)
    return planned


def copy_beside(
    unit: Unit,
    *,
    channel: str,
    name: str,
    say: Callable[[str], Message],
    opportunity: int | None = None,
) -> bool:
    """Plan for the speaker, in a channel beside the chat, what they were just told there.

    It answers what they did: it comes at any hour, also after a stop. False if nobody is told
    there.
    """
    found = ADDRESSES_BESIDE.run(unit, [{"person": speaker(unit)}])
    theirs = [row for row in found if row.channel == channel]
    if theirs:
        mailing = open_mailing(unit, kind=MailingKind.REPLY, name=name, opportunity=opportunity)
        _plan_beside(unit, mailing, unit.now, theirs, lambda _, lang: say(lang))
    return bool(theirs)


def channels_used(unit: Unit, *, persons: Iterable[int]) -> set[str]:
    """The channels on which persons would be written to now."""
    found = ADDRESS_LAST_USED.run(unit, [{"person": person} for person in persons])
    return {row.channel for row in found if row.gone_at is None}


def _plan_beside(
    unit: Unit, mailing: int, at: datetime, to: list[Any], say: Callable[[int, str], Message]
) -> None:
    """Plan a mailing for addresses beside the chat; their rows count for no person."""
    if to:
        rows = [_row(mailing, at, unit.now, row, say) | {"person_id": None} for row in to]
        unit.run(DELIVERY_ADD, rows)
        unit.rings.add(SOMETHING_PLANNED)


def _row(
    mailing: int, at: datetime, now: datetime, to: Any, say: Callable[[int, str], Message]
) -> dict[str, Any]:
    gone = to.gone_at is not None
    return {
        "mailing_id": mailing,
        "person_id": to.person,
        "address_id": to.address,
        "position": 0,
        "rank": Rank.NOTICE,
        "state": DeliveryState.GONE if gone else DeliveryState.PLANNED,
        "reason": AddressGone.key if gone else None,
        "done_at": now if gone else None,
        "message": say(to.person, to.language).as_json(),
        "send_at": at,
        "tries": 0,
    }


def cancel_notice(unit: Unit, *, mailing: int) -> Any:
    """Cancel a notice that is being sent; returns its `opportunity_id`, or None if there is none.

    Its planned deliveries still have to be called off.
    """
    return unit.run(MAILING_CANCEL, {"mailing": mailing}).first()


def stop_all(unit: Unit) -> None:
    """Stop everything for the person who speaks, also an answer that was still to come."""
    stop(unit)
    unit.run(MAILING_NO_LONGER_ASKED, {"person": speaker(unit)})
