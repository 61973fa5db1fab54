"""A draft is explored: people say what they cannot do of it, and what is missing.

What they say is a question of its own kind, so that it waits where all questions wait.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlmodel import bindparam, col

from outreach.interests.follower import require_explored
from outreach.interests.question import EXPLORE, Asked, Question, ask_question
from outreach.opportunities.card import count_unmet
from outreach.opportunities.items import items_of
from outreach.store.query import pick
from outreach.store.unit import Unit

Said = tuple[int, str]
"""The number of a requirement that cannot be met, and why; empty if that was not said."""


@dataclass(frozen=True, slots=True)
class Explored:
    """A requirement as people read it, and the numbers of the questions in which it is said of it
    that it cannot be met. `stands`: it is still asked like that.

    Without a `text` it is about what is missing in the draft.
    """

    text: str
    stands: bool
    questions: list[int] = field(default_factory=list)


REMARKS_OF_OPPORTUNITY = (
    pick(Question.id, Question.text, Question.remarks)
    .where(Question.opportunity_id == bindparam("opportunity"), Question.kind == EXPLORE)
    .order_by(col(Question.id))
)


def say_of_draft(unit: Unit, *, opportunity: int, text: str, remarks: Sequence[Said]) -> Asked:
    """Store what somebody says of a draft: per requirement, and what is missing in `text`.

    Refuses one that is not explored. What cannot be met is counted, without a name.
    """
    require_explored(unit, opportunity)
    asked = {row.id: row.text for row in items_of(unit, "requirements", opportunity)}
    said = [(number, words) for number, words in remarks if number in asked]
    for number, _ in said:
        count_unmet(unit, requirement=number)
    return ask_question(
        unit,
        opportunity=opportunity,
        text=text,
        kind=EXPLORE,
        remarks=[{"text": asked[number], "words": words} for number, words in said],
    )


def explored(unit: Unit, *, opportunity: int) -> list[Explored]:
    """Return what was said of a draft, together per requirement, in the order of the record.

    Requirements that were worded anew come after those that stand, and what is missing last.
    """
    standing = [row.text for row in items_of(unit, "requirements", opportunity)]
    found = {text: Explored(text, stands=True) for text in standing}
    missing = Explored("", stands=True)
    for row in unit.run(REMARKS_OF_OPPORTUNITY, {"opportunity": opportunity}):
        for remark in row.remarks:
            text = remark["text"]
            found.setdefault(text, Explored(text, stands=False)).questions.append(row.id)
        if row.text:
            missing.questions.append(row.id)
    return [one for one in (*found.values(), missing) if one.questions]
