"""What a rule may not do on its connection, on either database: commit, roll back, or pass over a failed statement."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.engine.interfaces import ExceptionContext

from outreach.store.errors import RuleCommits

WATCH = "watch"


@dataclass(slots=True)
class Watch:
    """A rule at work. `failure` is the driver's first error, raised on or not; `over` once the store has taken over."""

    failure: BaseException | None = None
    over: bool = False


def guard(engine: Engine) -> None:
    """Let an engine note what fails, and refuse commits and rollbacks as long as a rule is watched."""
    event.listen(engine, "handle_error", _remember)
    dialect = vars(engine.dialect)
    dialect["do_commit"] = _unless_in_rule(engine.dialect.do_commit)
    dialect["do_rollback"] = _unless_in_rule(engine.dialect.do_rollback)


def watch(connection: Connection) -> Watch:
    """Watch a rule from here until the watch is over."""
    watching = connection.info[WATCH] = Watch()
    return watching


def _remember(context: ExceptionContext) -> None:
    if context.connection is not None:
        watching: Watch | None = context.connection.info.get(WATCH)
        if watching is not None and watching.failure is None:
            watching.failure = context.original_exception


def _unless_in_rule(end: Callable[[Any], None]) -> Callable[[Any], None]:
    def guarded(proxied: Any) -> None:
        if _is_watched(proxied):
            raise RuleCommits
        end(proxied)

    return guarded


def _is_watched(proxied: Any) -> bool:
    try:
        watching: Watch | None = proxied.info.get(WATCH)
    except NotImplementedError:  # SQLAlchemy's own first look at a database, before any rule
        return False
    return watching is not None and not watching.over
