"""Questions that were answered to all, as enquiries of a tender (OCDS, `enquiry_extension`)."""

from datetime import datetime
from typing import Any

from sqlmodel import bindparam, col

from outreach.exchange.ocds.joined import joined
from outreach.interests.question import Question, corrected_at
from outreach.opportunities.notation import write_moment
from outreach.store.query import pick
from outreach.store.unit import Unit

QUESTIONS_ANSWERED_TO_ALL = (
    pick(
        Question.id,
        Question.asked_at,
        Question.public_text,
        Question.answer,
        Question.answered_at,
        Question.earlier,
    )
    .where(Question.opportunity_id == bindparam("opportunity"), col(Question.for_all).is_(True))
    .order_by(col(Question.id))
)


def lay_answers(unit: Unit, tender: dict[str, Any], *, opportunity: int) -> datetime | None:
    """Add the answers given to all, without who asked; return when the last of them changed."""
    rows = unit.run(QUESTIONS_ANSWERED_TO_ALL, {"opportunity": opportunity})
    since = {item.id: corrected_at(item.earlier) or item.answered_at for item in rows}
    ours = [
        {
            "id": f"question-{item.id}",
            "date": write_moment(item.asked_at),
            "description": item.public_text,
            "answer": item.answer,
            "dateAnswered": write_moment(since[item.id]),
        }
        for item in rows
    ]
    if ours:
        tender |= {
            "hasEnquiries": True,
            "enquiries": joined(tender.get("enquiries"), ours),
        }
    return max(since.values(), default=None)
