"""A notice: an answer, a change or a decision on what somebody joined. It needs no consent; STOP ends it."""

from collections.abc import Callable, Iterable
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import col, select, update

from content.message import Message
from outreach.delivery.delivery import ADD, Delivery, plan_delivery
from outreach.delivery.errors import AddressGone
from outreach.delivery.mailing import Mailing, open_mailing
from outreach.delivery.quiet import Quiet
from outreach.parties.person import Address, Person, speaker, stop
from outreach.store.columns import pick
from outreach.store.unit import Unit

REACHED_AT = (
    pick(Address.id, Person.language, Person.stopped_at, Address.gone_at)
    .join(Person, col(Person.id) == col(Address.person_id))
    .where(col(Person.id) == bindparam("person"))
    .order_by(col(Address.gone_at).is_not(None), col(Address.used_at).desc().nulls_last())
    .limit(1)
)
NO_LONGER_ASKED = (
    update(Mailing)
    .where(
        col(Mailing.kind) == "reply",
        col(Mailing.id).in_(select(Delivery.mailing_id).where(col(Delivery.person_id) == bindparam("person"))),
    )
    .values(kind="notice")  # the mailing, not its delivery: one that is under way may fail and be tried again
)


def notify(
    unit: Unit, *, name: str, persons: Iterable[int], say: Callable[[str], Message], quiet: Quiet,
    opportunity: int | None = None, kind: str = "notice",
) -> int:  # fmt: skip
    """Plan one notice for many persons at one moment outside quiet hours, on the channel each used last.

    `say` gives the message in a language. Who stopped is passed over, but not with the kind `reply`: an answer to what
    somebody wrote after their stop. Returns the mailing's id.
    """
    at = quiet.over(unit.now)
    mailing = open_mailing(unit, kind=kind, name=name, at=at, opportunity=opportunity)
    add_recipients(unit, mailing=mailing, at=at, persons=persons, say=lambda _, lang: say(lang), asked=kind == "reply")
    return mailing


def add_recipients(
    unit: Unit, *, mailing: int, at: datetime, persons: Iterable[int], say: Callable[[int, str], Message],
    asked: bool = False,
) -> int:  # fmt: skip
    """Plan a mailing for persons, each in the language and on the channel used last; returns for how many.

    `say(person, language)` gives the message. `asked`: they wrote after they stopped, so it is not unasked. Who cannot
    be reached any more gets a row that says so: staff see whom the news has not reached.
    """
    planned = 0
    for person in persons:
        reached = unit.run(REACHED_AT, {"person": person}).first()
        if reached is None or not (asked or reached.stopped_at is None):
            continue
        message = say(person, reached.language)
        if reached.gone_at is None:
            plan_delivery(unit, mailing=mailing, person=person, address=reached.id, message=message, at=at)
            planned += 1
        else:
            row = {"mailing_id": mailing, "person_id": person, "address_id": reached.id, "message": message.as_json()}
            ends = {"state": "gone", "reason": AddressGone.key, "done_at": unit.now}
            unit.run(ADD, row | ends | {"send_at": at, "position": 0, "tries": 0})
    return planned


def stop_all(unit: Unit) -> None:
    """Stop everything for the person who speaks; an answer that was still to come is not sent either."""
    stop(unit)
    unit.run(NO_LONGER_ASKED, {"person": speaker(unit)})
