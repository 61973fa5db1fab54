"""A chosen party that has said neither yes nor no hears of the last day, two days before."""

from datetime import timedelta
from typing import Any

from sqlmodel import bindparam, col

from content.message import Message
from content.texts import Texts
from outreach.delivery.notice import notify
from outreach.delivery.quiet import Quiet
from outreach.interests.chosen import UNCONFIRMED, ToConfirm, asking
from outreach.interests.interest import Interest, InterestChange
from outreach.interests.pencil import Outcome
from outreach.interests.tell import MEMBERS_OF_PARTY
from outreach.opportunities.card import opportunity_card
from outreach.parties.party import Party
from outreach.store.codes import Code
from outreach.store.events import record
from outreach.store.portion import PORTION
from outreach.store.query import exists, pick, update
from outreach.store.snag import each, passed_over, singly, untried
from outreach.store.unit import Unit

REMINDER = "notice-confirm-remind"
WORK = "confirm.remind"
BEFORE = timedelta(days=3)
"""The term ends with its last day, so this comes in the morning two days before that one."""
JUST = timedelta(days=1)
"""Who was chosen no longer ago has just read of the last day."""
AGREEMENTS_TO_REMIND = (
    pick(
        Interest.id,
        Interest.party_id,
        Interest.opportunity_id,
        Party.name,
        Code.code,
        Outcome.confirm_until,
    )
    .select_from(Outcome)
    .join(Interest, col(Interest.id) == col(Outcome.interest_id))
    .join(Party, col(Party.id) == col(Interest.party_id))
    .join(Code, (col(Code.subject) == col(Interest.id)) & (col(Code.kind) == "reference"))
    .where(
        UNCONFIRMED,
        col(Outcome.confirm_until) > bindparam("now"),
        col(Outcome.confirm_until) <= bindparam("soon"),
        col(Outcome.reminded_at).is_(None),
        ~exists().where(
            InterestChange.interest_id == Interest.id,
            InterestChange.field == "state",
            InterestChange.at > bindparam("lately"),
        ),
        untried(col(Interest.id)),
    )
    .order_by(col(Interest.id))
    .limit(PORTION)
)
OUTCOME_REMINDED = (
    update(Outcome)
    .where(Outcome.interest_id == bindparam("interest"))
    .values(reminded_at=bindparam("now"))
)


def remind_to_confirm(unit: Unit, *, texts: Texts, quiet: Quiet) -> int:
    """Remind some chosen parties of the last day to say yes, each once; returns how many.

    In quiet hours it waits: who says yes before the morning must not be reminded then.
    """
    if quiet.holds(unit.now):
        return 0

    def remind(row: Any) -> None:
        asked = [ToConfirm(row.code, row.name, row.confirm_until)]

        def say(language: str) -> Message:
            card = opportunity_card(unit, opportunity=row.opportunity_id, language=language)
            told = texts.text(REMINDER, language, title=card.title, party=row.name)
            return asking(texts, language, [told], asked)

        unit.run(OUTCOME_REMINDED, {"interest": row.id, "now": unit.now})
        notify(
            unit,
            name=REMINDER,
            persons=unit.run(MEMBERS_OF_PARTY, {"party": row.party_id}).scalars(),
            say=say,
            quiet=quiet,
            opportunity=row.opportunity_id,
            beside=True,
        )
        record(unit, "interest.reminded", interest=row.id)

    rows = unit.run(
        AGREEMENTS_TO_REMIND,
        {
            "now": unit.now,
            "soon": unit.now + BEFORE,
            "lately": unit.now - JUST,
            "passed": passed_over(unit, WORK),
        },
    )
    each(unit, WORK, rows, singly(remind))
    return len(rows)
