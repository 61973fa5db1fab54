"""The steps of campaigns: mailings with many rows, which are written first and then sent.

Which people a step is for, when it goes and what it says is known in `campaigns`.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func
from sqlmodel import bindparam, col, select

from outreach.delivery.delivery import Delivery
from outreach.delivery.mailing import IS_STEP, Mailing, MailingState
from outreach.store.among import among
from outreach.store.many import Many
from outreach.store.query import delete, update
from outreach.store.unit import Unit

THIS = Mailing.id == bindparam("mailing")
UNWRITTEN = (THIS, Mailing.state == MailingState.WRITING)
MAILING_LET_GO = update(Mailing).where(THIS).values(state=MailingState.SENDING)
MAILING_DROP = delete(Mailing).where(*UNWRITTEN)
MAILING_SEEN = update(Mailing).where(THIS).values(seen_at=bindparam("at"))
MAILING_END = (
    update(Mailing).where(THIS, Mailing.state == MailingState.SENDING).values(state=bindparam("to"))
)
MAILING_SET_TEXTS = (
    update(Mailing)
    .where(THIS)
    .values(texts=bindparam("said"), shown=bindparam("now_shown"), version=bindparam("current"))
)
MAILING_SET_VERSION = update(Mailing).where(THIS).values(version=bindparam("current"))
MAILING_SET_MOMENTS = (
    update(Mailing).where(THIS).values(send_at=bindparam("at"), expires_at=bindparam("until"))
)
MAILING_MOVE = (
    update(Mailing)
    .where(
        Mailing.campaign_id == bindparam("campaign"),
        IS_STEP,
        among(col(Mailing.state), "before"),
    )
    .values(state=bindparam("to"), reason=None, seen_at=bindparam("at"))
    .returning(col(Mailing.id))
)
DELIVERY_ADD_MANY = Many(
    "INSERT INTO delivery "
    "(mailing_id, person_id, address_id, channel, language, state, send_at, tries, position, rank) "
    "SELECT :mailing, address.person_id, address.id, :channel, :language, 'planned', :at, 0, 0, 3 "
    "FROM {rows} JOIN address ON address.id = r.address AND address.person_id = r.person",
    person=int,
    address=int,
)
"""A person who was forgotten after they were chosen has no address, and gets no row."""
DELIVERY_COUNT = (
    select(func.count()).select_from(Delivery).where(Delivery.mailing_id == bindparam("mailing"))
)
DELIVERY_SOME = (
    select(Delivery.id).where(Delivery.mailing_id == bindparam("mailing")).limit(bindparam("most"))
)
DELIVERY_TAKE_BACK = (
    delete(Delivery).where(col(Delivery.id).in_(DELIVERY_SOME)).returning(col(Delivery.id))
)


def plan_all(
    unit: Unit,
    who: Sequence[Mapping[str, int]],
    *,
    mailing: int,
    channel: str,
    language: str,
    at: datetime,
) -> None:
    """Plan a step for these persons at these addresses, all on one channel in one language."""
    DELIVERY_ADD_MANY.run(unit, who, mailing=mailing, channel=channel, language=language, at=at)


def count_rows(unit: Unit, *, mailing: int) -> int:
    """How many rows a step has."""
    count: int = unit.run(DELIVERY_COUNT, {"mailing": mailing}).scalar_one()
    return count


def take_back_rows(unit: Unit, *, mailing: int, most: int) -> int:
    """Take back some rows of a step that is being written; returns how many."""
    return len(unit.run(DELIVERY_TAKE_BACK, {"mailing": mailing, "most": most}))


def drop_unwritten(unit: Unit, *, mailing: int) -> None:
    """Drop a step that is being written and has no rows."""
    unit.run(MAILING_DROP, {"mailing": mailing})


def let_go(unit: Unit, *, mailing: int) -> None:
    """Let a step be sent from now on: all its rows are there."""
    unit.run(MAILING_LET_GO, {"mailing": mailing})


def move_steps(unit: Unit, *, campaign: int, to: MailingState, before: list[MailingState]) -> int:
    """Move the steps of a campaign from these states to another; returns how many."""
    values = {"campaign": campaign, "to": to, "before": before, "at": unit.now}
    return len(unit.run(MAILING_MOVE, values))


def end_sending(unit: Unit, *, mailing: int, to: MailingState) -> None:
    """Move a step that is being sent to another state."""
    unit.run(MAILING_END, {"mailing": mailing, "to": to})


def note_seen(unit: Unit, *, mailing: int) -> None:
    """Note that a step was looked after now."""
    unit.run(MAILING_SEEN, {"mailing": mailing, "at": unit.now})


def set_texts(
    unit: Unit,
    *,
    mailing: int,
    texts: dict[str, dict[str, Any]],
    shown: dict[str, dict[str, Any]],
    version: int,
) -> None:
    """Store the messages of a step, what they show of the record, and the record's version."""
    values = {"mailing": mailing, "said": texts, "now_shown": shown, "current": version}
    unit.run(MAILING_SET_TEXTS, values)


def set_version(unit: Unit, *, mailing: int, version: int) -> None:
    """Note that the messages of a step are true for this version too."""
    unit.run(MAILING_SET_VERSION, {"mailing": mailing, "current": version})


def set_moments(unit: Unit, *, mailing: int, at: datetime, until: datetime | None) -> None:
    """Change when a step begins and ends."""
    unit.run(MAILING_SET_MOMENTS, {"mailing": mailing, "at": at, "until": until})
