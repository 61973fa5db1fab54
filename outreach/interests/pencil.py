"""What is to become of each interest, in pencil: staff write it, change it, take it back.

Nobody else reads a word of it, not its party either, until the decision is applied.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import type_coerce
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, SQLModel, UniqueConstraint, bindparam, col

from content.texts import Named
from outreach.interests.decision import require_undecided
from outreach.interests.impersonal import require_nobody_else
from outreach.interests.interest import INTERESTED, Interest
from outreach.parties.party import Party
from outreach.refusal import Refusal
from outreach.store.among import among
from outreach.store.codes import Code
from outreach.store.columns import CENTS, NUMBERED, Json, Moment, partly
from outreach.store.events import record
from outreach.store.query import delete, pick, update
from outreach.store.unit import Unit

CHOSEN, RESERVE, NOT_CHOSEN = "chosen", "reserve", "not_chosen"
OUTCOMES = (CHOSEN, RESERVE, NOT_CHOSEN)
OUTCOME_WORDS: dict[str, Any] = {"reason": "", "reasons": {}}
"""What a colleague wrote of a party, and what stands there once it is emptied."""
PENCIL_DEEDS = ("interest.penciled", "interest.rubbed_out")
"""What the file of a person leaves out: it happened where nobody outside looks."""

ASKED = "confirm_until IS NOT NULL AND confirmed_at IS NULL"
TOLD_CHOSEN = f"outcome = '{CHOSEN}' AND applied_at IS NOT NULL"


class Outcome(SQLModel, table=True):
    """What becomes of an interest: in pencil as long as it was not applied.

    `place` is its order in the reserve, `with_id` the interest with which it goes together,
    `amount_cents` what it is given. `reasons` holds the reason in other languages. `replaces_id` is
    the chosen interest that stepped back, in whose place it came from the reserve. Who is chosen
    may be asked to say yes until `confirm_until`; `confirmed_at` is when one of its members did.
    """

    __table_args__ = (
        UniqueConstraint("interest_id"),
        partly("ix_outcome_chosen", "interest_id", where=TOLD_CHOSEN),
        partly("ix_outcome_replaces", "replaces_id", where="replaces_id IS NOT NULL"),
        partly("ix_outcome_asked", "confirm_until", "interest_id", where=ASKED),
        NUMBERED,
    )

    id: int = Field(default=None, primary_key=True)
    interest_id: int = Field(foreign_key="interest.id")
    outcome: str
    place: int | None = None
    with_id: int | None = Field(default=None, foreign_key="interest.id")
    amount_cents: int | None = Field(default=None, sa_type=CENTS)
    reason: str
    reasons: dict[str, str] = Field(default_factory=dict, sa_type=Json(dict[str, str]))
    actor: str
    at: datetime = Field(sa_type=Moment)
    applied_at: datetime | None = Field(default=None, sa_type=Moment)
    replaces_id: int | None = Field(default=None, foreign_key="interest.id")
    confirm_until: datetime | None = Field(default=None, sa_type=Moment)
    confirmed_at: datetime | None = Field(default=None, sa_type=Moment)
    reminded_at: datetime | None = Field(default=None, sa_type=Moment)


@dataclass(frozen=True, slots=True)
class Penciled:
    """An interest with what is to become of it; `outcome` is None if nobody said so yet.

    `together` is the number of the interest with which it goes together, `by` who wrote it, as in
    events, `told` the reason that its party read when it was moved, and `parts` the keys of what it
    is about, none if it is about all.
    """

    interest: int
    reference: str | None
    party: str
    state: str
    outcome: str | None = None
    place: int | None = None
    together: int | None = None
    amount_cents: int | None = None
    reason: str = ""
    reasons: dict[str, str] = field(default_factory=dict)
    by: str = ""
    at: datetime | None = None
    applied_at: datetime | None = None
    told: str = ""
    parts: tuple[str, ...] = ()


STANDS = col(Outcome.at) >= col(Interest.stored_at)
"""It was written of this interest, not of one that was taken back before it was told anew."""
REASONS = type_coerce(col(Outcome.reasons), Json(dict[str, str] | None)).label("reasons")
"""Of an interest of which nothing was said there are none."""
OUTCOME_FIELDS = ("outcome", "place", "with_id", "amount_cents", "reason", "reasons")
OUTCOME_WRITTEN = (*OUTCOME_FIELDS, "actor", "at")
INTEREST_TO_PENCIL = (
    pick(Interest.opportunity_id, Interest.party_id, Interest.state, Interest.brings)
    .where(Interest.id == bindparam("interest"))
    .with_for_update()
)
OUTCOME_OF_INTEREST = (
    pick(*(getattr(Outcome, name) for name in OUTCOME_FIELDS), Outcome.applied_at)
    .join(Interest, col(Interest.id) == col(Outcome.interest_id))
    .where(Outcome.interest_id == bindparam("interest"), STANDS)
)
RESERVE_PLACES = (
    pick(Outcome.place, Outcome.interest_id)
    .join(Interest, col(Interest.id) == col(Outcome.interest_id))
    .where(
        Interest.opportunity_id == bindparam("opportunity"),
        INTERESTED,
        STANDS,
        Outcome.outcome == RESERVE,
        Outcome.interest_id != bindparam("interest"),
    )
    .order_by(col(Outcome.place))
)
OUTCOMES_OF_OPPORTUNITY = (
    pick(
        Interest.id,
        Code.code,
        Party.name,
        Interest.state,
        *(getattr(Outcome, name) for name in OUTCOME_FIELDS if name != "reasons"),
        REASONS,
        *(getattr(Outcome, name) for name in ("actor", "at", "applied_at")),
        col(Interest.reason).label("told"),
        Interest.part_keys,
    )
    .join(Party, col(Party.id) == col(Interest.party_id))
    .outerjoin(Code, (col(Code.subject) == col(Interest.id)) & (col(Code.kind) == "reference"))
    .outerjoin(Outcome, (col(Outcome.interest_id) == col(Interest.id)) & STANDS)
    .where(Interest.opportunity_id == bindparam("opportunity"), INTERESTED)
    .order_by(col(Interest.id))
)
OUTCOME_ADD = insert(Outcome)
OUTCOME_WRITE = OUTCOME_ADD.on_conflict_do_update(
    index_elements=["interest_id"],
    set_={name: OUTCOME_ADD.excluded[name] for name in OUTCOME_WRITTEN},
)
OUTCOME_RUB_OUT = delete(Outcome).where(
    Outcome.interest_id == bindparam("interest"), col(Outcome.applied_at).is_(None)
)
OUTCOMES_DROP = delete(Outcome).where(
    among(Outcome.interest_id, "interests"), col(Outcome.applied_at).is_(None)
)
OUTCOMES_EMPTY = (
    update(Outcome).where(among(Outcome.interest_id, "interests")).values(**OUTCOME_WORDS)
)


def pencil(
    unit: Unit,
    *,
    interest: int,
    outcome: str,
    reason: str = "",
    language: str | None = None,
    place: int | None = None,
    together: int | None = None,
    amount_cents: int | None = None,
    checked: bool = False,
) -> Penciled:
    """Write in pencil what becomes of an interest, and why; return how it stands now.

    With a `language` the reason is that of the readers of this language; everything else stays.
    What is not given stays too, as long as the outcome does; what it goes together with stays in
    any case. A reserve without a `place` comes last. Refuses the name of another party in the
    reason until that is `checked`.
    """
    row = _to_pencil(unit, interest)
    if reason and not checked:
        require_nobody_else(unit, reason, opportunity=row.opportunity_id, party=row.party_id)
    found = unit.run(OUTCOME_OF_INTEREST, {"interest": interest}).first()
    before = dict.fromkeys(OUTCOME_FIELDS) if found is None else found._asdict()
    same = before["outcome"] == outcome
    values: dict[str, Any] = {
        "outcome": outcome,
        "place": place or (before["place"] if same else None),
        "with_id": together or before["with_id"],
        "amount_cents": amount_cents or (before["amount_cents"] if same else None),
        **_reasons(before if same else {}, reason, language),
    }
    _require_whole(interest, values)
    if outcome == RESERVE:
        values["place"] = _free_place(unit, row.opportunity_id, interest, values["place"])
    if together is not None:
        _require_together(unit, row.opportunity_id, interest, together)
    _write(unit, interest, before, values)
    about = outcomes(unit, opportunity=row.opportunity_id)
    return next(each for each in about if each.interest == interest)


def rub_out(unit: Unit, *, interest: int) -> None:
    """Take back what was in pencil for an interest; refuses if there is nothing."""
    _to_pencil(unit, interest)
    if not unit.run(OUTCOME_RUB_OUT, {"interest": interest}).changed:
        raise Refusal("refusal-pencil-none", given=str(interest))
    record(unit, "interest.rubbed_out", interest=interest)


def outcomes(unit: Unit, *, opportunity: int) -> list[Penciled]:
    """Return every interest that stands, with what is to become of it, for staff alone."""
    return [
        Penciled(
            row.id,
            row.code,
            row.name,
            row.state,
            row.outcome,
            row.place,
            row.with_id,
            row.amount_cents,
            row.reason or "",
            row.reasons or {},
            row.actor or "",
            row.at,
            row.applied_at,
            row.told or "",
            tuple(row.part_keys),
        )
        for row in unit.run(OUTCOMES_OF_OPPORTUNITY, {"opportunity": opportunity})
    ]


def _to_pencil(unit: Unit, interest: int) -> Any:
    """Lock and return an interest of which the outcome is still open, or refuse."""
    row = unit.run(INTEREST_TO_PENCIL, {"interest": interest}).first()
    if row is None:
        raise Refusal("refusal-unknown", given=str(interest))
    if row.state == "withdrawn" or not row.brings:
        raise Refusal("refusal-interest-over", given=str(interest))
    require_undecided(unit, opportunity=row.opportunity_id)
    return row


def _write(unit: Unit, interest: int, before: dict[str, Any], values: dict[str, Any]) -> None:
    """Store an outcome in pencil, with an event of what is different, if anything is."""
    changed = [name for name in OUTCOME_FIELDS if values[name] != before[name]]
    if changed:
        facts = {"interest_id": interest, "actor": str(unit.actor), "at": unit.now}
        unit.run(OUTCOME_WRITE, values | facts | {"applied_at": None})
        record(unit, "interest.penciled", *changed, interest=interest)


def _reasons(before: dict[str, Any], reason: str, language: str | None) -> dict[str, Any]:
    """Return the reason and those in other languages; a new reason ends those of the old one."""
    now, others = before.get("reason") or "", before.get("reasons") or {}
    if language is not None and reason:
        return {"reason": now, "reasons": others | {language: reason}}
    if reason and reason != now:
        return {"reason": reason, "reasons": {}}
    return {"reason": now, "reasons": others}


def _require_whole(interest: int, values: dict[str, Any]) -> None:
    """Refuse an outcome without its reason, and what does not belong to it."""
    named = Named("outcome", values["outcome"])
    if not values["reason"]:
        raise Refusal("refusal-pencil-reason", given=str(interest), outcome=named)
    if values["place"] is not None and values["outcome"] != RESERVE:
        raise Refusal("refusal-pencil-place", given=str(interest), outcome=named)
    if values["amount_cents"] is not None and values["outcome"] != CHOSEN:
        raise Refusal("refusal-pencil-amount", given=str(interest), outcome=named)


def _free_place(unit: Unit, opportunity: int, interest: int, wanted: int | None) -> int:
    """Return the place in the reserve: the one that is wanted, or the last; refuses a taken one."""
    about = {"opportunity": opportunity, "interest": interest}
    taken = {row.place: row.interest_id for row in unit.run(RESERVE_PLACES, about)}
    last = max(taken, default=0) + 1
    if wanted in taken:
        raise Refusal(
            "refusal-pencil-taken", place=wanted, other=str(taken[wanted]), free=str(last)
        )
    return wanted or last


def _require_together(unit: Unit, opportunity: int, interest: int, other: int) -> None:
    """Refuse to put an interest together with itself, or with one of another opportunity."""
    row = unit.run(INTEREST_TO_PENCIL, {"interest": other}).first()
    if other == interest or row is None or row.opportunity_id != opportunity or not row.brings:
        raise Refusal("refusal-pencil-together", given=str(interest), other=str(other))
