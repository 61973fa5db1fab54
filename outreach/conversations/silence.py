"""A conversation that falls silent: one gentle reminder, and an end that says how to go on."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import col

from content.message import Message
from outreach.conversations.conversation import IN_DIALOGUE, MENU, Conversation
from outreach.delivery.notice import notify
from outreach.delivery.quiet import Quiet
from outreach.store.portion import PORTION
from outreach.store.query import pick, update
from outreach.store.snag import each, passed_over, untried
from outreach.store.unit import Unit

NOT_TAKEN = col(Conversation.taken_id).is_(None)
REMIND_WORK, END_WORK = "silence.remind", "silence.end"
CONVERSATION_SILENT = (
    pick(Conversation.id, Conversation.person_id)
    .where(
        IN_DIALOGUE,
        Conversation.last_at < bindparam("before"),
        col(Conversation.reminded_at).is_(None),
        NOT_TAKEN,
        untried(col(Conversation.id)),
    )
    .limit(PORTION)
    # somebody who is in a turn now is no longer silent
    .with_for_update(skip_locked=True)
)
CONVERSATION_REMINDED = (
    update(Conversation)
    .where(Conversation.id == bindparam("talk"))
    .values(reminded_at=bindparam("at"))
)
CONVERSATION_LONG_SILENT = (
    pick(Conversation.id, Conversation.person_id, Conversation.dialogue)
    .where(
        col(Conversation.dialogue).is_not(None),
        Conversation.last_at < bindparam("before"),
        NOT_TAKEN,
        untried(col(Conversation.id)),
    )
    .limit(PORTION)
    .with_for_update(skip_locked=True)
)
CONVERSATION_END = (
    update(Conversation)
    .where(Conversation.id == bindparam("talk"))
    .values(dialogue=None, about={}, transcript=[], offers={}, beneath=None, asked=None)
)


def remind_silent(unit: Unit, *, days: int, say: Callable[[str], Message], quiet: Quiet) -> int:
    """Remind some of those who left a question open for some days, once; returns how many.

    In quiet hours nobody is looked for: who goes on before the morning must not be reminded then.
    """
    if quiet.holds(unit.now):
        return 0

    def remind(some: Sequence[Any]) -> None:
        unit.run(CONVERSATION_REMINDED, [{"talk": talk, "at": unit.now} for talk, _ in some])
        notify(
            unit, name="talk-remind", persons=[person for _, person in some], say=say, quiet=quiet
        )

    rows = unit.run(CONVERSATION_SILENT, _before(unit, REMIND_WORK, days))
    each(unit, REMIND_WORK, rows, remind)
    return len(rows)


def end_silent(unit: Unit, *, days: int, say: Callable[[str], Message], quiet: Quiet) -> int:
    """End some conversations that were silent for long, and say how to go on; returns how many.

    A menu ends without a word. In quiet hours it waits, as a reminder does.
    """
    if quiet.holds(unit.now):
        return 0

    def finish(some: Sequence[Any]) -> None:
        for talk, _, _ in some:
            unit.run(CONVERSATION_END, {"talk": talk})
        waiting = [person for _, person, dialogue in some if dialogue != MENU]
        if waiting:
            notify(unit, name="talk-ended", persons=waiting, say=say, quiet=quiet)

    rows = unit.run(CONVERSATION_LONG_SILENT, _before(unit, END_WORK, days))
    each(unit, END_WORK, rows, finish)
    return len(rows)


def _before(unit: Unit, work: str, days: int) -> dict[str, Any]:
    return {"before": unit.now - timedelta(days=days), "passed": passed_over(unit, work)}
