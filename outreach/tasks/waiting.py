"""What waits for somebody at the town hall.

Nothing in it is a resident's: a kind, a number, a title and a date.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal_column
from sqlalchemy.orm import aliased
from sqlmodel import and_, bindparam, case, col, or_, select

from outreach.campaigns.campaign import Campaign
from outreach.conversations.conversation import Conversation
from outreach.delivery.delivery import Delivery
from outreach.delivery.failed import FAILED_NOW, KIND, KINDS
from outreach.delivery.failed import since as lately
from outreach.delivery.mailing import Mailing
from outreach.interests.chosen import AGREED
from outreach.interests.decision import Decision
from outreach.interests.interest import Interest
from outreach.interests.pencil import RESERVE, Outcome
from outreach.interests.plan import Plan
from outreach.interests.question import Question
from outreach.interests.reserve import IS_VACANT
from outreach.opportunities.opportunity import Opportunity
from outreach.store.query import exists, pick
from outreach.store.snag import FOR_STAFF, OFTEN, Snag, longest
from outreach.store.unit import Unit
from outreach.store.upkeep import BACKUP, Tick
from outreach.tasks.failed import failures
from outreach.tasks.task import Mail


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits; `number` is that of its record, `answer_by` what was promised.

    Kinds: interest, plan (one that was sent in), question, human (a private word), talk (a
    conversation that a colleague has), decision (approved, and held because something came in
    between; `number` is that of the opportunity), vacancy (who was chosen stepped back; likewise),
    unconfirmed (who was chosen said neither yes nor no in time; `since` is the end of that), draft
    (a campaign that nobody approved yet), paused and late (a campaign that stands still), backup
    and tick (what the clockwork fails in; `number` is its id), mail (what the mail server does not
    take), row (rows that are passed over), and the kinds of message that failed (card, edit,
    notice, reply, campaign, turn). For mail, row and failed messages `number` is how many.
    """

    kind: str
    number: int
    opportunity: int | None
    tender_id: str | None
    title: str | None
    since: datetime
    answer_by: date | None
    late: bool = False

    @property
    def command(self) -> str:
        """The command that shows it."""
        return f"kansenbode {LOOK[self.kind].format(self.number)}"

    def is_late(self, today: date) -> bool:
        """True if the promised day has gone by."""
        return self.late or (self.answer_by is not None and self.answer_by < today)


LOOK = {
    "interest": "interests show {}",
    "plan": "interests show {}",
    "question": "questions show {}",
    "human": "questions show {}",
    "talk": "conversations show {}",
    "candidate": "questions show {}",
    "explore": "questions show {}",
    "decision": "opportunities apply {} --preview",
    "vacancy": "opportunities next {} --preview",
    "unconfirmed": "interests show {}",
    "draft": "campaign show {}",
    "paused": "campaign report {}",
    "late": "campaign report {}",
    "backup": "doctor",
    "tick": "doctor",
    "mail": "doctor",
    "row": "failed list",
    **{kind: f"failed list --kind {kind}" for kind in KINDS},
}
NEW: ColumnElement[str] = literal_column("'new'")
CLOSED: ColumnElement[str] = literal_column("'closed'")
DECIDED: ColumnElement[str] = literal_column("'decided'")
INVITED: ColumnElement[str] = literal_column("'invited'")
DRAFT: ColumnElement[str] = literal_column("'draft'")
HELD: tuple[ColumnElement[str], ...] = (literal_column("'paused'"), literal_column("'late'"))
"""Written out, because only then does a database use an index of such rows."""
ABOUT = (Opportunity.id, Opportunity.tender_id, Opportunity.title)
NO_PROMISE: ColumnElement[Any] = literal_column("NULL").label("answer_by")
INTEREST_WAITING = (
    pick(
        literal_column("'interest'").label("kind"),
        Interest.id,
        *ABOUT,
        Interest.stored_at,
        Interest.answer_by,
    )
    .join(Opportunity, col(Opportunity.id) == col(Interest.opportunity_id))
    .where(Interest.state == NEW)
)
PLAN_WAITING = (
    pick(literal_column("'plan'").label("kind"), Interest.id, *ABOUT, Plan.sent_at, NO_PROMISE)
    .join(Plan, col(Plan.interest_id) == col(Interest.id))
    .join(Opportunity, col(Opportunity.id) == col(Interest.opportunity_id))
    .where(Interest.state == INVITED, col(Plan.sent_at).is_not(None))
)
"""A plan that came in, as long as its party is only invited."""
QUESTION_WAITING = (
    pick(Question.kind, Question.id, *ABOUT, Question.asked_at, Question.answer_by)
    .outerjoin(Opportunity, col(Opportunity.id) == col(Question.opportunity_id))
    .where(col(Question.answered_at).is_(None))
)
DECISION_HELD = (
    pick(
        literal_column("'decision'").label("kind"),
        Opportunity.id,
        *ABOUT,
        Opportunity.changed_at,
        NO_PROMISE,
    )
    .join(Decision, col(Decision.opportunity_id) == col(Opportunity.id))
    .where(Decision.held != "", Opportunity.state == CLOSED)
)
RESERVE_WAITS = aliased(Interest)
VACANCY = (
    pick(
        literal_column("'vacancy'").label("kind"),
        Opportunity.id,
        *ABOUT,
        Opportunity.decided_at,
        NO_PROMISE,
    )
    .select_from(Opportunity)
    .where(
        Opportunity.state == DECIDED,
        exists().where(
            RESERVE_WAITS.opportunity_id == Opportunity.id,
            # a literal: only then does a database see that it can use the index of such rows
            RESERVE_WAITS.state == literal_column(f"'{RESERVE}'"),
        ),
        exists().where(
            Interest.opportunity_id == Opportunity.id,
            Outcome.interest_id == Interest.id,
            IS_VACANT,
        ),
    )
)
"""Who was chosen stepped back, and somebody of the reserve can come in their place."""
NOT_CONFIRMED = (
    pick(
        literal_column("'unconfirmed'").label("kind"),
        Interest.id,
        *ABOUT,
        Outcome.confirm_until,
        NO_PROMISE,
    )
    .join(Outcome, col(Outcome.interest_id) == col(Interest.id))
    .join(Opportunity, col(Opportunity.id) == col(Interest.opportunity_id))
    .where(
        # both as the index of such rows has it: only then does a database use it
        col(Outcome.confirm_until).is_not(None),
        col(Outcome.confirmed_at).is_(None),
        col(Outcome.confirm_until) < bindparam("now"),
        AGREED,
    )
)
"""A party that was chosen, and let the last day for a yes or no go by."""
CAMPAIGN_DRAFT = (
    pick(literal_column("'draft'").label("kind"), Campaign.id, *ABOUT, Campaign.made_at, NO_PROMISE)
    .join(Opportunity, col(Opportunity.id) == col(Campaign.opportunity_id))
    .where(Campaign.state == DRAFT)
)
CAMPAIGN_STOPPED = (
    pick(Mailing.state, Campaign.id, *ABOUT, Mailing.send_at, NO_PROMISE)
    .join(Campaign, col(Campaign.id) == col(Mailing.campaign_id))
    .join(Opportunity, col(Opportunity.id) == col(Campaign.opportunity_id))
    .where(col(Mailing.state).in_(HELD))
)


AT_ONCE: tuple[ColumnElement[str], ...] = (literal_column("'back_up'"), literal_column("'damage'"))
FAILS = and_(
    col(Tick.failing_since).is_not(None),
    or_(col(Tick.name).in_(AT_ONCE), Tick.in_a_row >= OFTEN),
)
"""A backup that failed once, damage, or another tick that fails again and again."""
TICK_FAILING = pick(
    case((Tick.name == BACKUP, "backup"), else_="tick").label("kind"),
    Tick.id,
    *(literal_column("NULL").label(name) for name in ("opportunity", "tender_id", "title")),
    Tick.failing_since,
    NO_PROMISE,
).where(FAILS)
MAIL_STUCK = (
    pick(
        literal_column("'mail'").label("kind"),
        func.count(),
        *(literal_column("NULL").label(name) for name in ("opportunity", "tender_id", "title")),
        func.min(Mail.made_at),
        NO_PROMISE,
    )
    .where(
        col(Mail.state).in_((literal_column("'planned'"), literal_column("'claimed'"))),
        col(Mail.reason).is_not(None),
    )
    .having(func.count() > 0)
)
"""Mails to colleagues that go again, because the server did not take them."""
DELIVERY_FAILED = (
    pick(KIND, func.count(), *ABOUT, func.max(Delivery.done_at), NO_PROMISE)
    .select_from(Delivery)
    .join(Mailing, col(Mailing.id) == col(Delivery.mailing_id))
    .outerjoin(Opportunity, col(Opportunity.id) == col(Mailing.opportunity_id))
    .where(Delivery.mailing_id == bindparam("subject"), FAILED_NOW)
    .group_by(KIND, *map(col, ABOUT))
)
"""What failed of one notice, card or change of a card."""
TALK_TAKEN = (
    pick(
        Conversation.id,
        func.coalesce(Conversation.waits_at, Conversation.taken_at),
        Conversation.taken_until,
    )
    .where(col(Conversation.taken_id).is_not(None))
    .order_by(col(Conversation.taken_until))
)
SNAG_WAITING = (
    pick(
        literal_column("'row'").label("kind"),
        func.count(),
        *(literal_column("NULL").label(name) for name in ("opportunity", "tender_id", "title")),
        func.min(Snag.since),
        NO_PROMISE,
    )
    .where(FOR_STAFF)
    .having(func.count() > 0)
)
"""Rows that some work passes over: they fail again and again, or may not be tried again."""
SNAG_WORK = select(Snag.work).where(Snag.id == bindparam("subject"))
WAITING_ONE = {
    "interest": INTEREST_WAITING.where(
        Interest.id == bindparam("subject"), Interest.stored_at == bindparam("since")
    ),
    "question": QUESTION_WAITING.where(Question.id == bindparam("subject")),
    "draft": CAMPAIGN_DRAFT.where(Campaign.id == bindparam("subject")),
    "held": CAMPAIGN_STOPPED.where(Mailing.id == bindparam("subject")),
    "failed": DELIVERY_FAILED,
    "row": SNAG_WAITING.where(Snag.work == SNAG_WORK.scalar_subquery()),
    "tick": TICK_FAILING.where(Tick.id == bindparam("subject")),
}
"""One statement per kind of task; it finds the task as long as it waits."""


def _oldest(statement: Select[Any], *order: Any) -> Select[Any]:
    return statement.order_by(*order).limit(bindparam("most"))


WAITING_LISTS = (
    _oldest(INTEREST_WAITING, col(Interest.answer_by), col(Interest.id)),
    _oldest(PLAN_WAITING, col(Plan.sent_at), col(Plan.id)),
    _oldest(QUESTION_WAITING, col(Question.answer_by), col(Question.id)),
    _oldest(CAMPAIGN_STOPPED, col(Mailing.send_at), col(Mailing.id)),
    _oldest(DECISION_HELD, col(Opportunity.id)),
    _oldest(VACANCY, col(Opportunity.id)),
    _oldest(TICK_FAILING, col(Tick.id)),
    _oldest(CAMPAIGN_DRAFT, col(Campaign.made_at), col(Campaign.id)),
)

NOT_CONFIRMED_LIST = _oldest(NOT_CONFIRMED, col(Outcome.confirm_until), col(Outcome.interest_id))


def waiting(unit: Unit, *, most: int) -> list[Waiting]:
    """List what waits, the oldest promise first, then the rest; at most so many of each kind."""
    found = [item for statement in WAITING_LISTS for item in _read(unit, statement, {"most": most})]
    found += _read(unit, NOT_CONFIRMED_LIST, {"most": most, "now": unit.now})
    found += _talks(unit)
    found += (
        _read(unit, MAIL_STUCK, {}) + _read(unit, SNAG_WAITING, longest(unit.now)) + _failed(unit)
    )
    return sorted(found, key=lambda item: (not item.late, item.answer_by or date.max, item.since))


def still_waiting(unit: Unit, *, kind: str, subject: int, since: datetime) -> Waiting | None:
    """Return one thing as long as it waits, or None."""
    values: dict[str, Any] = {"subject": subject} | longest(unit.now) | lately(unit.now)
    values |= {"since": since} if kind == "interest" else {}
    return next(iter(_read(unit, WAITING_ONE[kind], values)), None)


def _talks(unit: Unit) -> list[Waiting]:
    """Return the conversations that a colleague has; late are those whose promise ran out."""
    return [
        Waiting("talk", number, None, None, None, since, None, late=until <= unit.now)
        for number, since, until in unit.run(TALK_TAKEN)
    ]


def _failed(unit: Unit) -> list[Waiting]:
    """Return one thing for each kind of message that failed, since its last failure."""
    found: dict[str, Waiting] = {}
    for failed in failures(unit):
        known = found.get(failed.kind)
        count, since = (0, failed.last) if known is None else (known.number, known.since)
        found[failed.kind] = Waiting(
            failed.kind, count + failed.count, None, None, None, since, None
        )
    return list(found.values())


def _read(unit: Unit, statement: Select[Any], values: Mapping[str, Any]) -> list[Waiting]:
    return [Waiting(*row) for row in unit.readable(statement, values)]
