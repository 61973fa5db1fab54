"""Engines for one database file, with the settings that make SQLite durable and forgetful."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, URL, Date, Engine, create_engine, event
from sqlalchemy.dialects.sqlite import DATE
from sqlalchemy.dialects.sqlite import JSON as SQLITE_JSON
from sqlalchemy.engine.interfaces import ExceptionContext
from sqlalchemy.pool import NullPool, QueuePool

from outreach.store.columns import json_text, stored_day, stored_json
from outreach.store.errors import StoreBusy, StoreDamaged, StoreFailed
from outreach.store.folding import bare
from outreach.store.guard import guard
from outreach.store.pace import PACE, StorePace

PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",
)

LOCKED = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
UNWELL = (
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_NOMEM,
)
"""The disk is full, does not work or may not be written, or there is no memory."""
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
NO_TEXT = "Could not decode to UTF-8"
"""What Python says, without a code, about a damaged text in the file."""
KIND = 0xFF
"""The part of SQLite's extended codes that says what kind of error it is."""


def as_store_error(error: BaseException, failure: BaseException | None = None) -> BaseException:
    """Translate a driver error into the error that the caller gets.

    `failure` is the driver's first error, even if the rule raised another one.
    """
    for cause in (failure, getattr(error, "orig", error)):
        code = code_of(cause)
        if code in LOCKED:
            return StoreBusy()
        if code in UNWELL:
            return StoreFailed()
        if is_damage(cause):
            return StoreDamaged()
    return error


def is_damage(error: BaseException | None) -> bool:
    """Return True if an error means that the file cannot be read."""
    return code_of(error) in DAMAGED or (isinstance(error, sqlite3.Error) and NO_TEXT in str(error))


def code_of(error: BaseException | None) -> int:
    """Return SQLite's code of an error; 0 if it is not SQLite's."""
    code: int = getattr(error, "sqlite_errorcode", 0) & KIND
    return code


def write_engine(path: Path, pace: StorePace = PACE) -> Engine:
    """Make the engine of the one writer: every transaction takes the write lock when it begins.

    A deferred transaction that upgrades later fails at once with
    SQLITE_BUSY_SNAPSHOT and loses its work.
    """
    engine = _engine(path, pace, begin="BEGIN IMMEDIATE", pool=NullPool)
    guard(engine, lambda error: code_of(error) in LOCKED + UNWELL or is_damage(error))
    event.listen(engine, "handle_error", _write_no_more)
    return engine


def read_engine(path: Path, connections: int = 4, pace: StorePace = PACE) -> Engine:
    """Make the engine of the readers: own connections that cannot write."""
    engine = _engine(
        path, pace, begin="BEGIN", pool=QueuePool, pool_size=connections, max_overflow=0
    )
    event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA query_only=ON"))
    event.listen(
        engine, "connect", lambda raw, _: raw.create_function("bare", 1, bare, deterministic=True)
    )
    return engine


def _engine(path: Path, pace: StorePace, *, begin: str, **pool: Any) -> Engine:
    """Make an engine whose dialect says how a transaction begins.

    An event listener on "begin" would do too, but one such listener sends every
    statement the slow way (+ 10 µs).
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=pool.pop("pool"),
        connect_args={"check_same_thread": False, "isolation_level": None},
        **pool,
    )
    engine.dialect.colspecs = {**engine.dialect.colspecs, Date: _Day, JSON: _Json}
    event.listen(engine, "connect", lambda raw, _: _set_pragmas(raw, pace))
    vars(engine.dialect)["do_begin"] = lambda proxied: proxied.dbapi_connection.execute(begin)
    return engine


class _Day(DATE):
    """A column of dates: SQLAlchemy's own type reports an invalid date in words of its own."""

    def result_processor(self, dialect: Any, coltype: Any) -> Any:
        """How it is read."""
        return stored_day


class _Json(SQLITE_JSON):
    """A column of JSON: SQLAlchemy's own type calls three functions where one does."""

    def bind_processor(self, dialect: Any) -> Any:
        """How it is written."""
        return json_text

    def result_processor(self, dialect: Any, coltype: Any) -> Any:
        """How it is read."""
        return stored_json


def _set_pragmas(raw: Any, pace: StorePace) -> None:
    for pragma in (*PRAGMAS, f"PRAGMA busy_timeout={pace.busy_ms}"):
        raw.execute(pragma)


def _write_no_more(context: ExceptionContext) -> None:
    """If SQLite itself ended the transaction, nothing more may be written outside of one."""
    if context.connection is not None:
        raw: Any = context.connection.connection.dbapi_connection
        if not raw.in_transaction:
            raw.execute("PRAGMA query_only=ON")
