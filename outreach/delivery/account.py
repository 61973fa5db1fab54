"""Our own account at a channel: the link into a chat with it, and how fast it may write."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import BigInteger
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, SQLModel, bindparam, case, col, select

from outreach.delivery.channel import Abilities
from outreach.store.columns import Moment
from outreach.store.query import pick, update
from outreach.store.unit import Unit


class Account(SQLModel, table=True):
    """One account per channel. `link` leads into a private chat with it, with `{code}` in it.

    `edits`: the channel can replace what it sent; `silent`: it makes no sound. `busy_until` is the
    theoretical arrival time of the generic cell rate algorithm, in microseconds since 1970: every
    message reserved moves it on. `held_until` is set while the channel asked us to wait, or refuses
    our account; then `trouble` is the key of the fault.
    """

    channel: str = Field(primary_key=True)
    link: str = ""
    edits: bool = False
    silent: bool = False
    busy_until: int = Field(default=0, sa_type=BigInteger)
    held_until: datetime | None = Field(default=None, sa_type=Moment)
    trouble: str | None = None


ACCOUNT_ADD = insert(Account)
ACCOUNT_KEEP = ACCOUNT_ADD.on_conflict_do_update(
    index_elements=[col(Account.channel)],
    set_={
        "link": ACCOUNT_ADD.excluded.link,
        "edits": ACCOUNT_ADD.excluded.edits,
        "silent": ACCOUNT_ADD.excluded.silent,
    },
)
ACCOUNT_LINK = select(Account.link).where(Account.channel == bindparam("channel"))
ACCOUNT_FIRST_LINK = (
    select(Account.link).where(Account.link != "").order_by(Account.channel).limit(1)
)
ACCOUNTS_THAT_EDIT = select(Account.channel).where(Account.edits)
FREE_FROM = case(
    (Account.busy_until < bindparam("now"), bindparam("now")), else_=col(Account.busy_until)
)
ACCOUNT_RESERVE = (
    ACCOUNT_ADD.values(
        channel=bindparam("channel"),
        link="",
        edits=False,
        silent=False,
        busy_until=bindparam("now") + bindparam("long"),
    )
    .on_conflict_do_update(
        index_elements=[col(Account.channel)], set_={"busy_until": FREE_FROM + bindparam("long")}
    )
    .returning(col(Account.busy_until))
)
ACCOUNT_STATES = pick(Account.channel, Account.busy_until, Account.held_until)
ACCOUNT_HOLD = ACCOUNT_ADD.on_conflict_do_update(
    index_elements=[col(Account.channel)],
    set_={"held_until": ACCOUNT_ADD.excluded.held_until, "trouble": ACCOUNT_ADD.excluded.trouble},
)
ACCOUNT_LET_GO = (
    update(Account).where(Account.channel == bindparam("at")).values(held_until=None, trouble=None)
)
ACCOUNT_TROUBLES = pick(Account.channel, Account.trouble, Account.held_until).where(
    col(Account.trouble).is_not(None)
)
EPOCH, MICRO = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)


def keep_account(unit: Unit, *, channel: str, can: Abilities, handle: str) -> None:
    """Remember our account's name and abilities, as the channel just reported them."""
    link = can.link.format(handle=handle, code="{code}") if handle else ""
    facts = {"channel": channel, "link": link, "edits": can.edits, "silent": can.silent}
    unit.run(ACCOUNT_KEEP, facts | {"busy_until": 0})


def chat_link(unit: Unit, *, channel: str, code: str) -> str | None:
    """Return the link that begins a private chat with a code.

    None if the channel has none, or was never connected.
    """
    link = unit.run(ACCOUNT_LINK, {"channel": channel}).scalar()
    return link.format(code=code) if link else None


def first_chat_link(unit: Unit, *, code: str) -> str | None:
    """Return the link that begins a private chat in the first channel that has one."""
    link = unit.run(ACCOUNT_FIRST_LINK).scalar()
    return link.format(code=code) if link else None


def room_until(unit: Unit, *, ahead: timedelta = timedelta(0)) -> dict[str, datetime]:
    """From when each account has room for another message, unless it never wrote.

    A caller that takes slots `ahead` of time takes none of a held account: they would count from
    now.
    """
    rooms = {}
    for row in unit.run(ACCOUNT_STATES):
        held_until = row.held_until or _moment(0)
        held_until += ahead if held_until > unit.now else timedelta(0)
        rooms[row.channel] = max(_moment(row.busy_until), held_until)
    return rooms


def reserve(unit: Unit, *, channel: str, count: int, apart: timedelta) -> datetime:
    """Reserve `count` slots on an account, `apart` from each other; returns the first one."""
    long = count * (apart // MICRO)
    end: int = unit.run(
        ACCOUNT_RESERVE, {"channel": channel, "now": _micros(unit.now), "long": long}
    ).scalar_one()
    return _moment(end - long)


def hold_account(unit: Unit, *, channel: str, until: datetime, trouble: str | None) -> None:
    """Send nothing on a channel until a moment, because it asked or refuses our account."""
    facts = {
        "channel": channel,
        "link": "",
        "edits": False,
        "silent": False,
        "busy_until": 0,
        "held_until": until,
        "trouble": trouble,
    }
    unit.run(ACCOUNT_HOLD, facts)


def let_account_go(unit: Unit, *, channel: str) -> None:
    """Release a held account: its channel takes messages again."""
    unit.run(ACCOUNT_LET_GO, {"at": channel})


def accounts_in_trouble(unit: Unit) -> dict[str, str]:
    """The channels that refuse our account, each with the key of its fault."""
    return {row.channel: row.trouble for row in unit.run(ACCOUNT_TROUBLES)}


def _micros(moment: datetime) -> int:
    return (moment - EPOCH) // MICRO


def _moment(micros: int) -> datetime:
    return EPOCH + micros * MICRO
