"""Our own account at a channel: what it is called there, for links that lead into a chat with it."""

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, SQLModel, bindparam, col, select

from outreach.store.unit import Unit


class Account(SQLModel, table=True):
    """One account per channel. `handle` is its public name at the channel, as that channel writes it in links."""

    channel: str = Field(primary_key=True)
    handle: str


ADD = insert(Account)
KEEP = ADD.on_conflict_do_update(index_elements=[col(Account.channel)], set_={"handle": ADD.excluded.handle})
HANDLE = select(Account.handle).where(col(Account.channel) == bindparam("channel"))


def keep_handle(unit: Unit, *, channel: str, handle: str) -> None:
    """Remember what our account is called, as the channel just told."""
    unit.run(KEEP, {"channel": channel, "handle": handle})


def handle_of(unit: Unit, *, channel: str) -> str | None:
    """What our account is called at a channel; None where it was never connected."""
    return unit.run(HANDLE, {"channel": channel}).scalar()
