"""A record opens in spite of a grave remark only after somebody wrote down why; that stays."""

from collections.abc import Sequence
from datetime import datetime

from outreach.opportunities.checks import GRAVE, Remark
from outreach.opportunities.edit import get_opportunity, write_opportunities
from outreach.opportunities.judge import intention_until, judge
from outreach.opportunities.opportunity import Opportunity
from outreach.refusal import Refusal
from outreach.store.events import record
from outreach.store.unit import Unit

SHORT = "intention-short"
"""The remark about an intention that stands too short."""


class Unsettled(Refusal):
    """Grave remarks stand in the way of a record; each of `remarks` says what to do first."""

    def __init__(self, tender_id: str, remarks: Sequence[Remark]) -> None:
        super().__init__("refusal-unsettled", count=len(remarks))
        self.tender_id = tender_id
        self.remarks = remarks


def unsettled(row: Opportunity, remarks: Sequence[Remark]) -> list[Remark]:
    """Return the grave remarks about a record that nobody wrote a reason for."""
    return [each for each in remarks if each.name in GRAVE and not row.overruled.get(each.name)]


def require_settled(row: Opportunity, remarks: Sequence[Remark]) -> None:
    """Refuse a record with a grave remark that nobody wrote a reason for."""
    if left := unsettled(row, remarks):
        raise Unsettled(row.tender_id, left)


def require_stood(row: Opportunity, now: datetime, intention_days: int | None) -> None:
    """Refuse a decision about an intention before its term is over, without a reason for that."""
    until = _stands_until(row, now, intention_days)
    if until is not None and not row.overruled.get(SHORT):
        raise Refusal("refusal-intention", until=until, given=row.tender_id, remark=SHORT)


def overrule(
    unit: Unit, *, opportunity: int, remark: str, reason: str, intention_days: int | None = None
) -> None:
    """Write down why a record opens, or an intention is decided early, in spite of a remark.

    Without a reason that is taken back. Refuses a remark that does not stand in the way of this
    record.
    """
    row = get_opportunity(unit, opportunity=opportunity)
    judged = judge(unit, row, intention_days=intention_days)
    known = [each.name for each in judged.warnings if each.name in GRAVE]
    stands = row.opened_at and _stands_until(row, unit.now, intention_days)
    known += [SHORT] if stands and SHORT not in known else []
    if remark not in {*known, *row.overruled}:
        raise Refusal("refusal-remark", given=remark[:80], allowed=known or "none")
    kept = {name: said for name, said in row.overruled.items() if name != remark}
    row.overruled = kept | ({remark: reason} if reason else {})
    write_opportunities(unit, [row], "overruled")
    record(unit, "opportunity.overruled", remark, opportunity=opportunity)


def _stands_until(row: Opportunity, now: datetime, intention_days: int | None) -> datetime | None:
    """Return until when an intention still has to stand; None if it is none, or stood so long."""
    until = intention_until(row, now, intention_days)
    return until if until is not None and now < until else None
