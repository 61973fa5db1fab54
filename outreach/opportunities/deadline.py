"""When a deadline is over, and whether an opportunity takes answers.

Every place that decides this asks here. The rule is the same in Python and in SQL.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import and_, bindparam, col, or_

from outreach.opportunities.opportunity import Opportunity

TAKES_ANSWERS = and_(
    Opportunity.state == "open",
    or_(col(Opportunity.answers_until).is_(None), Opportunity.answers_until > bindparam("now")),
)
"""The rule of `takes_answers`, as a condition on the columns of an opportunity."""


def is_over(until: datetime | None, now: datetime) -> bool:
    """True if a deadline has passed; at the very moment of the deadline it has."""
    return until is not None and until <= now


def takes_answers(state: str, until: datetime | None, now: datetime) -> bool:
    """True if an opportunity takes answers: it is open, and its deadline has not passed.

    One without a deadline takes answers until it is closed.
    """
    return state == "open" and not is_over(until, now)


def days_left(until: datetime, now: datetime, zone: ZoneInfo) -> int:
    """Return how many days of the calendar are left: on the last day itself nought."""
    return (until.astimezone(zone).date() - now.astimezone(zone).date()).days
