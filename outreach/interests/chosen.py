"""What a party that was chosen is asked: to say yes within a term, or no, by two buttons.

What follows from their answer stands in `confirm.py`.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Literal, NamedTuple

from sqlalchemy import literal_column
from sqlmodel import bindparam, col

from content.message import Message, Option
from content.texts import Texts
from outreach.delivery.quiet import Quiet
from outreach.interests.interest import Interest
from outreach.interests.pencil import Outcome
from outreach.opportunities.notation import end_of_day
from outreach.parties.party import Party
from outreach.store.codes import Code
from outreach.store.query import pick
from outreach.store.unit import Unit

State = Literal["asked", "late", "confirmed"]
"""How it stands with the yes of a party: asked for, not given within the term, or given."""
CONFIRM = "notice-confirm"
YES, NO = "confirm", "decline"
"""Stand behind the reference of an interest in the code of a button: the answer that it gives.

The words that give it are of the same name.
"""


class ToConfirm(NamedTuple):
    """What a party is asked to say yes to: the reference of its interest, its name, until when."""

    reference: str
    party: str
    until: datetime


STANDING: tuple[Any, ...] = (
    Outcome.confirm_until,
    Outcome.confirmed_at,
    col(Interest.state).label("interest_state"),
)
"""What tells how it stands with the yes of a party, of an outcome that was applied."""
AGREED = Interest.state == literal_column("'agreed'")
UNCONFIRMED = col(Outcome.confirm_until).is_not(None) & col(Outcome.confirmed_at).is_(None) & AGREED
"""The party was asked, and has said neither yes nor no."""
INTEREST_TO_CONFIRM = (
    pick(Code.code, Party.name, Outcome.confirm_until)
    .select_from(Interest)
    .join(Outcome, col(Outcome.interest_id) == col(Interest.id))
    .join(Party, col(Party.id) == col(Interest.party_id))
    .join(Code, (col(Code.subject) == col(Interest.id)) & (col(Code.kind) == "reference"))
    .where(Interest.id == bindparam("interest"), UNCONFIRMED)
)


def confirm_state(row: Any, now: datetime) -> State | None:
    """Return how it stands with the yes of a party, given its `STANDING`; None if none is asked."""
    if row.confirm_until is None or row.interest_state != "agreed":
        return None
    if row.confirmed_at is not None:
        return "confirmed"
    return "late" if row.confirm_until < now else "asked"


def last_moment(told_at: datetime, quiet: Quiet, days: int) -> datetime | None:
    """Return until when a party may say yes that reads at this moment that it is chosen.

    The day on which it reads that does not count. None if no days are given for it: nobody is
    asked then.
    """
    if not days:
        return None
    return end_of_day(quiet.over(told_at).astimezone(quiet.zone) + timedelta(days=days))


def to_confirm(unit: Unit, *, interest: int) -> list[ToConfirm]:
    """Return what the party of this interest is asked to say yes to: one thing, or nothing."""
    return [ToConfirm(*row) for row in unit.run(INTEREST_TO_CONFIRM, {"interest": interest})]


def asking(
    texts: Texts, language: str, parts: Sequence[str], asked: Sequence[ToConfirm], *rest: str
) -> Message:
    """Return a message that asks for a yes below all else but the `rest`, with its two buttons.

    Who is asked for several parties has the name of each on its buttons.
    """
    told, options = list(parts), list[Option]()
    of = "" if len(asked) == 1 else "-of"
    for one in asked:
        facts = {"party": one.party, "until": one.until}
        told.append(texts.text(CONFIRM, language, **facts))
        for answer in (YES, NO):
            label = texts.text(CONFIRM, language, f"{answer}{of}", **facts)
            options.append(Option(f"{one.reference}.{answer}", label))
    return Message("\n\n".join([*told, *rest]), options=tuple(options))
