"""A conversation that falls silent: one gentle reminder, and an end that says how to go on."""

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import ColumnElement, bindparam, literal_column, select, update
from sqlmodel import col

from content.message import Message
from outreach.delivery.notice import notify
from outreach.delivery.quiet import Quiet
from outreach.store.portion import PORTION
from outreach.store.unit import Unit
from outreach.talks.conversation import Conversation

MENU: ColumnElement[str] = literal_column("'menu'")
"""Written out: only so does a database see that an index of such rows will do."""
SILENT = (
    select(col(Conversation.id), col(Conversation.person_id))
    .where(
        col(Conversation.dialogue).is_not(None),
        col(Conversation.dialogue) != MENU,
        col(Conversation.last_at) < bindparam("before"),
        col(Conversation.reminded_at).is_(None),
    )
    .limit(PORTION)
    .with_for_update(skip_locked=True)  # whoever is in a turn just now is silent no more
)
REMINDED = update(Conversation).where(col(Conversation.id) == bindparam("talk")).values(reminded_at=bindparam("at"))
LONG_SILENT = (
    select(col(Conversation.id), col(Conversation.person_id), col(Conversation.dialogue))
    .where(col(Conversation.dialogue).is_not(None), col(Conversation.last_at) < bindparam("before"))
    .limit(PORTION)
    .with_for_update(skip_locked=True)
)
END = (
    update(Conversation)
    .where(col(Conversation.id) == bindparam("talk"))
    .values(dialogue=None, about={}, transcript=[], offers={}, beneath=None, asked=None)
)


def remind_silent(unit: Unit, *, days: int, say: Callable[[str], Message], quiet: Quiet) -> int:
    """Remind some of those who left a question open for some days, once; returns how many.

    In quiet hours nobody is looked for: who goes on before the morning must not be reminded then.
    """
    if quiet.holds(unit.now):
        return 0
    rows = unit.connection.execute(SILENT, {"before": unit.now - timedelta(days=days)}).all()
    for talk, _ in rows:
        unit.connection.execute(REMINDED, {"talk": talk, "at": unit.now})
    if rows:
        notify(unit, name="talk-remind", persons=[person for _, person in rows], say=say, quiet=quiet)
    return len(rows)


def end_silent(unit: Unit, *, days: int, say: Callable[[str], Message], quiet: Quiet) -> int:
    """End some of what was silent for long, saying how to go on; a menu ends without a word. Returns how many.

    In quiet hours it waits, as a reminder does.
    """
    if quiet.holds(unit.now):
        return 0
    rows = unit.connection.execute(LONG_SILENT, {"before": unit.now - timedelta(days=days)}).all()
    for talk, _, _ in rows:
        unit.connection.execute(END, {"talk": talk})
    waiting = [person for _, person, dialogue in rows if dialogue != "menu"]
    if waiting:
        notify(unit, name="talk-ended", persons=waiting, say=say, quiet=quiet)
    return len(rows)
