"""What colleagues wrote of a group: a forgotten person is taken out of it, whatever they chose.

What the group wrote itself is the group's, and is asked about (`traces.py`). This is not: who is
forgotten does not know of it, and the group goes on reading it.
"""

from typing import Any

from sqlmodel import bindparam, col

from outreach.interests.interest import Interest, InterestChange
from outreach.interests.pencil import REASONS, Outcome
from outreach.interests.question import Question
from outreach.interests.weigh import Weighing
from outreach.interests.write import InterestMessage
from outreach.privacy.traces import INTEREST_OF_PARTIES, leads_to, shared_by, without
from outreach.store.among import among
from outreach.store.query import pick, update
from outreach.store.unit import Unit

REASONS_OF_OUTCOMES = pick(Outcome.id, REASONS).where(among(col(Outcome.interest_id), "interests"))
OUTCOME_REASONS_REWRITE = (
    update(Outcome).where(Outcome.id == bindparam("number")).values(reasons=bindparam("written"))
)


def _written(table: Any, column: str, interest: str = "interest_id") -> tuple[Any, Any]:
    """Return what reads a column of the rows about `interests`, and what writes it in one row."""
    about = among(col(getattr(table, interest)), "interests")
    change = update(table).where(table.id == bindparam("number"))
    return (
        pick(table.id, col(getattr(table, column)).label("words")).where(about),
        change.values({column: bindparam("written")}),
    )


STAFF_WORDS = (
    _written(Weighing, "reason"),
    _written(Outcome, "reason"),
    _written(InterestMessage, "text"),
    _written(Question, "answer"),
    _written(Interest, "reason", "id"),
    (
        pick(InterestChange.id, col(InterestChange.before).label("words")).where(
            among(col(InterestChange.interest_id), "interests"), InterestChange.field == "reason"
        ),
        update(InterestChange)
        .where(InterestChange.id == bindparam("number"))
        .values(before=bindparam("written")),
    ),
)
"""The texts of colleagues about an interest; the reasons in other languages stand beside them."""


def take_out_of_staff_words(unit: Unit, *, person: int, called: str = "") -> None:
    """Take what leads to a person out of what colleagues wrote of the groups that go on."""
    parties = [party.id for party in shared_by(unit, person)]
    if not parties:
        return
    leads = leads_to(unit, person, called=called)
    found = unit.run(INTEREST_OF_PARTIES, {"parties": parties})
    interests = {"interests": [row.id for row in found]}
    for read, write in STAFF_WORDS:
        for number, words in unit.run(read, interests):
            if isinstance(words, str) and (written := without(words, leads)) != words:
                unit.run(write, {"number": number, "written": written})
    for number, reasons in unit.run(REASONS_OF_OUTCOMES, interests):
        said = reasons or {}
        left = {language: without(words, leads) for language, words in said.items()}
        if left != said:
            unit.run(OUTCOME_REASONS_REWRITE, {"number": number, "written": left})
