"""A question: asked in private, answered to one person, or once for all without names."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import func, insert
from sqlmodel import Field, SQLModel, bindparam, col, select

from content.message import Message
from outreach.delivery.delivery import Delivery, DeliveryState
from outreach.delivery.notice import notify
from outreach.delivery.quiet import Quiet
from outreach.interests.asked import kinds_of_notice
from outreach.interests.impersonal import require_impersonal
from outreach.interests.interest import INTERESTED, Interest
from outreach.interests.own import require_own
from outreach.interests.tell import Told
from outreach.opportunities.deadline import is_over
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.party import Membership
from outreach.parties.person import speaker
from outreach.refusal import Refusal
from outreach.staff.staff import doer
from outreach.store.columns import NUMBERED, Json, Moment, partly
from outreach.store.events import doer_at, record
from outreach.store.query import pick, update
from outreach.store.unit import Unit

ANSWER_DAYS = 10
CANDIDATE = "candidate"
"""The kind of a question by who wants what only one other was expected to want."""
EXPLORE = "explore"
"""The kind of a question by who read a draft and says what is missing in it."""
QUOTED = 300
"""Letters of a colleague's answer in a refusal."""

Remarks = list[dict[str, str]]
Say = Callable[[str, str, str], Message]
"""`say(language, question, answer)` gives the notice of an answer."""


class Question(SQLModel, table=True):
    """A question; `kind` is question, human for a private word with the contact official, or
    candidate for who wants what only one other was expected to want, or explore for who read a
    draft: `remarks` holds the `text` of each requirement that they cannot meet, as they read it,
    and their own `words`.

    `for_all` answers are public. `interest_id`: it answers what a colleague wrote about that
    interest of theirs. `earlier` holds each answer that was corrected, the oldest first: `answer`,
    `public_text`, until when (`at`) and who corrected it (`by`).
    """

    __table_args__ = (
        partly("ix_question_promised", "answer_by", "id", where="answered_at IS NULL"),
        partly("ix_question_interest", "interest_id", where="interest_id IS NOT NULL"),
        partly("ix_question_waits", "asked_at", where="answered_at IS NULL"),
        NUMBERED,
    )

    id: int = Field(default=None, primary_key=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    opportunity_id: int | None = Field(default=None, foreign_key="opportunity.id", index=True)
    interest_id: int | None = Field(default=None, foreign_key="interest.id")
    kind: str
    text: str | None
    remarks: Remarks = Field(default_factory=list, sa_type=Json(Remarks))
    asked_at: datetime = Field(sa_type=Moment)
    answer_by: date
    answer: str | None = None
    answered_at: datetime | None = Field(default=None, sa_type=Moment)
    for_all: bool = False
    public_text: str | None = None
    earlier: list[dict[str, Any]] = Field(default_factory=list, sa_type=Json(list[dict[str, Any]]))


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its answer, as everybody may read it; `corrected_at` if it was corrected."""

    id: int
    text: str
    answer: str
    answered_at: datetime
    corrected_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A stored question, and the promise that was given for it."""

    id: int
    answer_by: date


QUESTION_WORDS: dict[str, Any] = {"text": None, "remarks": []}
"""What a person asked, and what stands there once it is emptied."""
ANSWER_WORDS: dict[str, Any] = {"answer": None, "earlier": []}
"""What was answered to one person, and what stands there once it is emptied. Said to all, it stays.
"""
QUESTION_ADD = insert(Question).returning(col(Question.id))
QUESTION_LOCK = (
    pick(*(getattr(Question, name) for name in Question.model_fields))
    .where(Question.id == bindparam("question"))
    .with_for_update()
)
QUESTION_UPDATE = update(Question).where(Question.id == bindparam("question"))
"""Sets the columns that are handed in beside the question."""
OPPORTUNITY_PROMISE = select(Opportunity.answer_days, Opportunity.questions_until).where(
    Opportunity.id == bindparam("opportunity"), col(Opportunity.version) > 0
)
QUESTIONS_ANSWERED_TO_ALL = (
    pick(Question.id, Question.public_text, Question.answer, Question.answered_at, Question.earlier)
    .where(Question.opportunity_id == bindparam("opportunity"), col(Question.for_all).is_(True))
    .order_by(col(Question.answered_at).desc())
)
PERSONS_INTERESTED = (
    select(Membership.person_id)
    .distinct()
    .join(Interest, col(Interest.party_id) == col(Membership.party_id))
    .where(Interest.opportunity_id == bindparam("opportunity"), INTERESTED)
)
PERSONS_REACHED = select(func.count()).where(
    Delivery.mailing_id == bindparam("mailing"),
    Delivery.state != DeliveryState.GONE,
    col(Delivery.person_id).is_not(None),
)


def ask_question(
    unit: Unit,
    *,
    opportunity: int | None,
    text: str,
    kind: str = "question",
    remarks: Remarks | None = None,
) -> Asked:
    """Store a question; return by when it is answered. Refuses after "questions until"."""
    return _ask(unit, opportunity, text, kind, remarks=remarks or [])


def answers(unit: Unit, *, opportunity: int) -> list[Answered]:
    """The answers that were given to all, newest first."""
    rows = unit.run(QUESTIONS_ANSWERED_TO_ALL, {"opportunity": opportunity})
    return [
        Answered(number, text, answer, at, corrected_at(earlier))
        for number, text, answer, at, earlier in rows
    ]


def has_answers(unit: Unit, *, opportunity: int) -> bool:
    """True if an answer was given to all."""
    return bool(unit.run(QUESTIONS_ANSWERED_TO_ALL, {"opportunity": opportunity}).first())


def corrected_at(earlier: list[dict[str, Any]]) -> datetime | None:
    """Return when an answer was last corrected; None if it never was."""
    return datetime.fromisoformat(earlier[-1]["at"]) if earlier else None


def ask_human(
    unit: Unit, *, opportunity: int | None, text: str, interest: int | None = None
) -> Asked:
    """Store a private word for a colleague; with an `interest`, an answer to what they wrote."""
    if interest is not None:
        opportunity = require_own(unit, interest).opportunity
    return _ask(unit, opportunity, text, "human", interest)


def ask_openly(unit: Unit, *, opportunity: int) -> int:
    """Store a question that nobody asked, to be answered to all; returns its number."""
    facts: dict[str, Any] = {"person_id": None, "interest_id": None, "text": None, "earlier": []}
    facts |= {"opportunity_id": opportunity, "kind": "question", "for_all": False, "remarks": []}
    moments = {"asked_at": unit.now, "answer_by": unit.now.date()}
    return int(unit.run(QUESTION_ADD, facts | moments).scalar_one())


def answer_question(
    unit: Unit,
    *,
    question: int,
    answer: str,
    public_text: str | None,
    say: Say,
    quiet: Quiet,
    checked: bool = False,
) -> Told:
    """Answer the person who asked or, with a public text of the question, everybody interested.

    Refuses to tell all what may be about a person, until somebody `checked` it. Returns how many
    persons are told: somebody who stopped is not, unless they asked after that.
    """
    row = _unanswered(unit, question, public=public_text is not None)
    if public_text is not None and not checked:
        require_impersonal(
            unit, f"{public_text}\n{answer}", opportunity=row.opportunity_id, asker=row.person_id
        )
    said = {
        "answer": answer,
        "answered_at": unit.now,
        "for_all": public_text is not None,
        "public_text": public_text,
    }
    row = update_question(unit, row, **said)
    record(unit, "question.answered", question=question)
    told = tell_of_answer(
        unit, row, name="notice-answer", persons=concerned(unit, row), say=say, quiet=quiet
    )
    return Told(told, quiet.over(unit.now) if told else None)


def held_question(unit: Unit, question: int) -> Question:
    """Lock and return a question, so that of two colleagues one is first; or refuse."""
    row = unit.run(QUESTION_LOCK, {"question": question}).first()
    if row is None:
        raise Refusal("refusal-unknown", given=str(question))
    return Question(**row._asdict())


def update_question(unit: Unit, row: Question, **values: Any) -> Question:
    """Set columns of a question; return it as it stands now."""
    unit.run(QUESTION_UPDATE, {"question": row.id} | values)
    return row.model_copy(update=values)


def concerned(unit: Unit, row: Question) -> set[int]:
    """Return who gets an answer: the asker, and everybody interested if it is for all."""
    persons = set() if row.person_id is None else {row.person_id}
    if row.for_all:
        persons |= set(unit.run(PERSONS_INTERESTED, {"opportunity": row.opportunity_id}).scalars())
    return persons


def tell_of_answer(
    unit: Unit, row: Question, *, name: str, persons: Iterable[int], say: Say, quiet: Quiet
) -> int:
    """Plan the notice of an answer; return how many persons are told."""
    told, shown, answer = 0, row.public_text or _in_words(row), row.answer or ""
    about = {} if row.opportunity_id is None else {"opportunity": row.opportunity_id}
    asked = {} if row.person_id is None else {row.person_id: row.asked_at}
    for kind, group in kinds_of_notice(unit, set(persons), asked).items():
        mailing = notify(
            unit,
            name=name,
            persons=group,
            say=lambda language: say(language, shown, answer),
            quiet=quiet,
            kind=kind,
            beside=True,
            opportunity=row.opportunity_id,
            question_id=row.id,
        )
        record(unit, "notice.planned", mailing=mailing, question=row.id, **about)
        told += unit.run(PERSONS_REACHED, {"mailing": mailing}).scalar_one()
    return told


def quoted(answer: str | None) -> str:
    """An answer as a refusal quotes it."""
    answer = " ".join((answer or "").split())
    return answer if len(answer) <= QUOTED else f"{answer[:QUOTED]}…"


def _in_words(row: Question) -> str:
    """Return what somebody asked, or said of a draft, as they read it again with the answer."""
    said = (" ".join(filter(None, (each["text"], each["words"]))) for each in row.remarks)
    return "\n".join([*said, *filter(None, [row.text])])


def _ask(
    unit: Unit,
    opportunity: int | None,
    text: str,
    kind: str,
    interest: int | None = None,
    remarks: Sequence[dict[str, str]] = (),
) -> Asked:
    days = ANSWER_DAYS
    if opportunity is not None:
        promise = unit.run(OPPORTUNITY_PROMISE, {"opportunity": opportunity}).first()
        if promise is None:
            raise Refusal("refusal-opportunity-unknown")
        days, until = promise
        if kind == "question" and is_over(until, unit.now):
            raise Refusal("refusal-questions-closed", until=until)
    answer_by = (unit.now + timedelta(days=days)).date()
    facts: dict[str, Any] = {"earlier": [], "interest_id": interest, "remarks": [*remarks]}
    facts |= {
        "person_id": speaker(unit),
        "opportunity_id": opportunity,
        "kind": kind,
        "text": text,
        "for_all": False,
    }
    question: int = unit.run(
        QUESTION_ADD, facts | {"asked_at": unit.now, "answer_by": answer_by}
    ).scalar_one()
    record(unit, "question.asked", question=question)
    return Asked(question, answer_by)


def _unanswered(unit: Unit, question: int, *, public: bool) -> Question:
    row = held_question(unit, question)
    if row.answered_at is not None:
        who = doer(unit, doer_at(unit, "question.answered", row.answered_at, question=question))
        raise Refusal(
            "refusal-answered",
            given=str(question),
            who=who,
            at=row.answered_at,
            answer=quoted(row.answer),
        )
    if public and (row.kind != "question" or row.opportunity_id is None):
        raise Refusal("refusal-private", given=str(question))
    return row
