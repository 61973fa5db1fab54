"""Engines for a PostgreSQL database, and what its errors mean."""

from collections.abc import Iterator
from typing import Any

import orjson
import psycopg
from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import NoResultFound

from outreach.store.columns import json_text
from outreach.store.errors import DatabaseAway, StoreBusy, StoreDamaged, StoreFailed
from outreach.store.guard import guard

BUSY_MS = 15_000
CONNECT = {
    "application_name": "kansenbode",
    "connect_timeout": 5,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
}
MET = ("40001", "40P01")
"""Serialization failure, deadlock."""
AGAIN = (*MET, "23505")
"""Two units met, or a unique violation: another one stored the same just before."""
LOCKED = ("55P03", "57014", *MET)
"""A lock or a statement took too long; units that met each time."""
UNWELL = ("53", "58", "25006")
"""How codes begin of a server that lacks room, whose disk does not work, or that is a copy."""
DAMAGED = ("XX001", "XX002")
"""Its files are damaged: a table's, an index's."""
REASONS = {
    "authentication failed": "password",
    "does not exist": "no-database",
    "starting up": "starting",
    "too many": "connections",
}


class Overtaken(Exception):
    """Another unit was first; run again, this one sees what that one stored."""

    def __init__(self, error: BaseException, state: str | None) -> None:
        super().__init__(error)
        self.error, self.state = error, state


def write_engine(url: str, connections: int) -> Engine:
    """Make the engine of the writers: in READ COMMITTED each statement sees what was committed.

    We send BEGIN, not the driver: otherwise a rule that ended its transaction would look the same
    as one that did nothing.
    """
    engine = _engine(url, connections)
    guard(engine, _is_ours)
    event.listen(engine, "connect", lambda raw, _: raw.set_autocommit(True))
    vars(engine.dialect)["do_begin"] = lambda proxied: proxied.dbapi_connection.execute("BEGIN")
    return engine


def read_engine(url: str, connections: int) -> Engine:
    """Make the engine of the readers: they cannot write, and a unit sees one moment throughout."""
    engine = _engine(url, connections)
    event.listen(engine, "connect", _only_read)
    return engine


def driver_address(url: str) -> str:
    """Return the address as the driver takes it, for connections outside the pools."""
    return psycopg.conninfo.make_conninfo(
        _url(url).set(drivername="postgresql").render_as_string(hide_password=False),
        **_settings(_url(url)),
    )


def went_away(error: BaseException | None) -> bool:
    """Return True if the connection is lost, because of the server or the network."""
    state = getattr(error, "sqlstate", None)
    return isinstance(error, psycopg.OperationalError) and (
        state is None or state.startswith(("08", "57P"))
    )


def as_store_error(error: BaseException, failure: BaseException | None) -> BaseException:
    """Translate a driver error into the error that the caller gets, Overtaken or DatabaseAway.

    `failure` is the driver's first error, even if the rule raised another one. An insert that
    returned no row also means that another unit was first: the first message of a new person came
    in twice.
    """
    state = getattr(failure, "sqlstate", None)
    if went_away(failure):
        return away(failure)
    if state in AGAIN or (
        failure is None and any(isinstance(cause, NoResultFound) for cause in _causes(error))
    ):
        return Overtaken(error, state)
    return lasting(error, state)


def lasting(error: BaseException, state: str | None) -> BaseException:
    """Translate an error that stays after all tries."""
    if state in DAMAGED:
        return StoreDamaged()
    if state is not None and state.startswith(UNWELL):
        return StoreFailed()
    return StoreBusy() if state in LOCKED else error


def away(error: BaseException | None) -> DatabaseAway:
    """Return the error for a server out of reach, with a known reason, never with its address."""
    said = str(error)
    return DatabaseAway(*(reason for words, reason in REASONS.items() if words in said))


def _is_ours(error: BaseException) -> bool:
    """Return True if no row is at fault: the server is away or unwell, or two units met."""
    state: str = getattr(error, "sqlstate", None) or ""
    return went_away(error) or state in LOCKED + DAMAGED or state.startswith(UNWELL)


def _engine(url: str, connections: int) -> Engine:
    return create_engine(
        _url(url).set(drivername="postgresql+psycopg"),
        json_serializer=json_text,
        json_deserializer=orjson.loads,
        pool_size=connections,
        max_overflow=0,
        pool_pre_ping=True,
        connect_args=_settings(_url(url)),
    )


def _url(url: str) -> URL:
    return make_url(url)


def _settings(url: URL) -> dict[str, Any]:
    """Return the settings of every connection; those in the address win."""
    own = url.query.get("options", "")
    options = (
        f"-c timezone=UTC -c lock_timeout={BUSY_MS} "
        f"{own if isinstance(own, str) else ' '.join(own)}"
    )
    return {name: value for name, value in CONNECT.items() if name not in url.query} | {
        "options": options.strip()
    }


def _only_read(raw: Any, _: object) -> None:
    raw.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    raw.read_only = True


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__
