"""Stop a rule that commits, rolls back, or passes over a failed statement, on either database."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine.interfaces import ExceptionContext

from outreach.store.errors import RuleCommits

WATCH = "watch"


@dataclass(slots=True)
class Watch:
    """A rule at work. `failure` is the driver's first error, raised on or not; `over` once
    the store has taken over.

    `lasts`: that error is the store's, and no row's.
    """

    failure: BaseException | None = None
    lasts: bool = False
    over: bool = False


def guard(engine: Engine, ours: Callable[[BaseException], bool]) -> None:
    """Let an engine note what fails, and refuse commits and rollbacks while a rule is watched.

    `ours` returns True if an error of the driver is the store's: no row is at fault, and no other
    would do better.
    """
    event.listen(engine, "handle_error", partial(_remember, ours))
    dialect = vars(engine.dialect)
    dialect["do_commit"] = _unless_in_rule(engine.dialect.do_commit)
    dialect["do_rollback"] = _unless_in_rule(engine.dialect.do_rollback)


def watch(connection: Connection) -> Watch:
    """Watch a rule from here until the watch is over."""
    watching = connection.info[WATCH] = Watch()
    return watching


def forgiven(connection: Connection) -> bool:
    """Forget a failed statement that was undone; False if the store was at fault."""
    watching: Watch | None = connection.info.get(WATCH)
    if watching is None or watching.lasts:
        return False
    watching.failure = None
    return True


def _remember(ours: Callable[[BaseException], bool], context: ExceptionContext) -> None:
    if context.connection is not None:
        watching: Watch | None = context.connection.info.get(WATCH)
        if watching is not None and watching.failure is None:
            watching.failure = context.original_exception
            watching.lasts = ours(context.original_exception)


def _unless_in_rule(end: Callable[[Any], None]) -> Callable[[Any], None]:
    def guarded(proxied: Any) -> None:
        if _is_watched(proxied):
            raise RuleCommits
        end(proxied)

    return guarded


def _is_watched(proxied: Any) -> bool:
    try:
        watching: Watch | None = proxied.info.get(WATCH)
    except NotImplementedError:
        # SQLAlchemy's own first look at a database, before any rule
        return False
    return watching is not None and not watching.over
