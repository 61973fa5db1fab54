"""An expression of interest: one party, one opportunity, every change kept."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import insert as plain_insert
from sqlalchemy.dialects.postgresql import insert
from sqlmodel import JSON, Field, SQLModel, UniqueConstraint, bindparam, col, select

from content.texts import Named, named
from outreach.attachments.attachment import take_along
from outreach.interests.meets import Stored, take_beforehand
from outreach.opportunities.deadline import takes_answers
from outreach.opportunities.opportunity import Opportunity
from outreach.parties.party import Membership, Party, found_party
from outreach.parties.person import hold_speaker
from outreach.refusal import Refusal
from outreach.staff.staff import doer
from outreach.store.among import among
from outreach.store.codes import Code, make_code
from outreach.store.columns import NUMBERED, Json, Moment, partly
from outreach.store.events import record
from outreach.store.query import delete, pick, update
from outreach.store.unit import Unit

STATES = ("new", "in_talk", "invited", "agreed", "reserve", "declined", "withdrawn")
MOVES = {
    "new": ("in_talk", "invited", "declined", "withdrawn"),
    "in_talk": ("invited", "agreed", "declined", "withdrawn"),
    "invited": ("in_talk", "agreed", "declined", "withdrawn"),
    "agreed": ("declined", "withdrawn"),
    "reserve": ("declined", "withdrawn"),
    "declined": ("in_talk",),
    "withdrawn": (),
}
REASONED = ("in_talk", "invited", "agreed", "reserve", "declined")
"""States for which a reason may be given later, or worded anew."""
OVER = ("declined", "withdrawn")
"""States in which its party can only read an interest."""
EXTRAS = ("brings", "needs", "people", "part_keys", "area", "partners", "reach", "meets")
"""What a party may add to its interest, in the order in which it is read."""
INTEREST_WORDS: dict[str, Any] = {name: None for name in EXTRAS if name != "part_keys"} | {
    "brings": "",
    "meets": [],
    "reason": None,
}
"""What a party says of itself and what it was told, and what stands there once it is emptied.

Keys of parts are ours.
"""
INTEREST_TEXTS = tuple(name for name in INTEREST_WORDS if name not in ("people", "meets"))
"""Those of them that are text."""


class Interest(SQLModel, table=True):
    """What a party brings, needs, and `meets` of what is asked. The trail is the one it began with.

    Of each requirement it has the `text`, what they `can`, and the `alternative`. `reason` is why
    it is in its state, in words of a colleague that the party reads.
    """

    __table_args__ = (
        UniqueConstraint("party_id", "opportunity_id"),
        partly("ix_interest_promised", "answer_by", "id", where="state = 'new'"),
        partly("ix_interest_new", "stored_at", where="state = 'new'"),
        partly("ix_interest_reserve", "opportunity_id", where="state = 'reserve'"),
        partly("ix_interest_kept", "opportunity_id", where="brings <> ''"),
        NUMBERED,
    )

    id: int = Field(default=None, primary_key=True)
    party_id: int = Field(foreign_key="party.id")
    opportunity_id: int = Field(foreign_key="opportunity.id", index=True)
    version: int
    state: str = "new"
    reason: str | None = None
    brings: str
    needs: str | None = None
    people: int | None = None
    area: str | None = None
    partners: str | None = None
    reach: str | None = None
    part_keys: list[str] = Field(default_factory=list, sa_type=Json(list[str]))
    meets: Stored = Field(default_factory=list, sa_type=Json(Stored))
    trail_id: int | None = Field(default=None, foreign_key="trail.id")
    stored_at: datetime = Field(sa_type=Moment)
    answer_by: date


class InterestChange(SQLModel, table=True):
    """A value as it was before it changed."""

    __tablename__ = "interest_change"
    __table_args__ = NUMBERED

    id: int = Field(default=None, primary_key=True)
    interest_id: int = Field(foreign_key="interest.id", index=True)
    at: datetime = Field(sa_type=Moment)
    actor: str
    field: str
    before: Any = Field(default=None, sa_type=JSON)


INTERESTED = Interest.state != "withdrawn"
"""The interest was not taken back."""


class OpportunityChanged(Refusal):
    """The opportunity changed since the person read it."""

    again = True


class OpportunityClosed(Refusal):
    """The opportunity takes no interests any more."""


@dataclass(frozen=True, slots=True)
class PartyDraft:
    """A party as it was described in conversation; it is stored with the interest, not before."""

    kind: str
    name: str
    legal_form: str | None = None


@dataclass(frozen=True, slots=True)
class Expressed:
    """A stored interest: its reference, and by when the person gets an answer.

    `again`: it had been withdrawn, and what else was told then stands in it again.
    """

    interest: int
    reference: str
    answer_by: date
    again: bool = False


OPPORTUNITY_TO_ANSWER = pick(
    Opportunity.state,
    Opportunity.version,
    Opportunity.answers_until,
    Opportunity.title,
    Opportunity.answer_days,
).where(Opportunity.id == bindparam("opportunity"))
PARTY_OF_PERSON = (
    select(Party.id)
    .join(Membership, col(Membership.party_id) == col(Party.id))
    .where(
        Membership.person_id == bindparam("person"),
        Party.kind == bindparam("kind"),
        Party.name == bindparam("name"),
    )
    .order_by(col(Party.id))
    .limit(1)
)
INTEREST_ADD = insert(Interest).on_conflict_do_nothing().returning(col(Interest.id))
INTEREST_OF_PARTY = (
    pick(Interest.id, Interest.state, Code.code)
    .join(Code, (col(Code.subject) == col(Interest.id)) & (col(Code.kind) == "reference"))
    .where(
        Interest.party_id == bindparam("party"),
        Interest.opportunity_id == bindparam("opportunity"),
    )
)
INTEREST_LOCK = (
    pick(*(getattr(Interest, name) for name in ("state", "reason", *EXTRAS)))
    .where(Interest.id == bindparam("interest"))
    .with_for_update()
)
INTEREST_LAST_MOVE = (
    pick(InterestChange.actor, InterestChange.at)
    .where(
        InterestChange.interest_id == bindparam("interest"),
        InterestChange.field == "state",
    )
    .order_by(col(InterestChange.id).desc())
    .limit(1)
)
INTEREST_CHANGE_ADD = plain_insert(InterestChange)
INTEREST_UPDATE = update(Interest).where(Interest.id == bindparam("interest"))
"""Sets the columns that are handed in beside the interest."""
INTEREST_EMPTY = update(Interest).where(among(Interest.id, "interests")).values(**INTEREST_WORDS)
INTEREST_CHANGES_DELETE = delete(InterestChange).where(
    among(InterestChange.interest_id, "interests")
)


def express_interest(
    unit: Unit,
    *,
    opportunity: int,
    version: int,
    party: PartyDraft,
    brings: str,
    trail: int | None = None,
    beforehand: bool = False,
) -> Expressed:
    """Store an interest with its party; refuses if the opportunity changed or closed, or twice.

    `beforehand`: what they said before of what is asked goes with it; otherwise it is dropped.
    """
    days = _require_open(unit, opportunity, version)
    person = hold_speaker(unit)
    who = {"person": person, "kind": party.kind, "name": party.name}
    party_id = unit.run(PARTY_OF_PERSON, who).scalar() or found_party(
        unit, kind=party.kind, name=party.name, legal_form=party.legal_form
    )
    answer_by = (unit.now + timedelta(days=days)).date()
    values = {
        "party_id": party_id,
        "opportunity_id": opportunity,
        "version": version,
        "state": "new",
        "brings": brings,
    }
    values |= {"trail_id": trail, "stored_at": unit.now, "answer_by": answer_by, "part_keys": []}
    said = take_beforehand(unit, opportunity=opportunity, kind=party.kind)
    values["meets"] = said if beforehand else []
    interest = unit.run(INTEREST_ADD, values).scalar()
    if interest is None:
        return _express_again(unit, party, values, person)
    take_along(unit, person=person, opportunity=opportunity, interest=interest)
    record(unit, "interest.expressed", interest=interest, opportunity=opportunity, party=party_id)
    code = make_code(unit, "reference", interest)
    return Expressed(interest, code, answer_by)


def move_interest(
    unit: Unit, *, interest: int, state: str, read: str | None = None, reason: str = ""
) -> None:
    """Move an interest to another state; refuses a step that is not allowed and says which are.

    `read` is the state that the colleague saw; refuses if somebody has moved it since, and says who
    did and to which state. A `reason` may also be given, or worded anew, for the state it is in.
    """
    row = unit.run(INTEREST_LOCK, {"interest": interest}).first()
    if row is None:
        raise Refusal("refusal-unknown", given=str(interest))
    if read is not None and row.state != read:
        last = unit.run(INTEREST_LAST_MOVE, {"interest": interest}).first()
        who, at = ("", None) if last is None else (doer(unit, last.actor), last.at)
        raise Refusal(
            "refusal-moved",
            given=str(interest),
            now=Named("interest", row.state),
            who=who,
            at=at or "",
        )
    if reason and state == row.state and state in REASONED:
        if change_interest(unit, interest, {"reason": reason}):
            record(unit, "interest.moved", "reason", interest=interest)
        return
    if state not in MOVES[row.state]:
        way = named("interest", (via for via in MOVES[row.state] if state in MOVES[via]))
        allowed = named("interest", MOVES[row.state])
        raise Refusal("refusal-move", state=Named("interest", row.state), allowed=allowed, way=way)
    changed = change_interest(unit, interest, {"state": state, "reason": reason or None})
    record(unit, "interest.moved", *changed, interest=interest)


def change_interest(unit: Unit, interest: int, values: dict[str, Any], **unkept: Any) -> list[str]:
    """Change columns of an interest; returns those in `values` that differ.

    Of these it is kept what they were before.
    """
    before = unit.run(INTEREST_LOCK, {"interest": interest}).one()._asdict()
    changed = [name for name, value in values.items() if value != before[name]]
    for name in changed:
        keep_before(unit, interest, name, before[name])
    if changed or unkept:
        unit.run(INTEREST_UPDATE, {"interest": interest} | values | unkept)
    return changed


def keep_before(unit: Unit, interest: int, field: str, before: Any) -> None:
    """Keep what a field was before the speaker or a colleague changed it."""
    change = {"interest_id": interest, "at": unit.now, "actor": str(unit.actor), "field": field}
    unit.run(INTEREST_CHANGE_ADD, change | {"before": before})


def _express_again(unit: Unit, party: PartyDraft, values: dict[str, Any], person: int) -> Expressed:
    """Take up an interest that its party had withdrawn; refuses one that still stands."""
    where = {"party": values["party_id"], "opportunity": values["opportunity_id"]}
    row = unit.run(INTEREST_OF_PARTY, where).one()
    if row.state != "withdrawn":
        raise Refusal("refusal-interest-twice", party=party.name)
    begun = {name: values[name] for name in ("version", "trail_id", "stored_at", "answer_by")}
    given = {name: values[name] for name in ("brings", "meets") if values[name]}
    change_interest(unit, row.id, {"state": "new", "reason": None} | given, **begun)
    take_along(unit, person=person, opportunity=values["opportunity_id"], interest=row.id)
    record(unit, "interest.expressed", "state", *given, interest=row.id)
    return Expressed(row.id, row.code, values["answer_by"], again=True)


def _require_open(unit: Unit, opportunity: int, version: int) -> int:
    """Refuse unless this version takes interests; return in how many days an answer is promised."""
    standing = unit.run(OPPORTUNITY_TO_ANSWER, {"opportunity": opportunity}).first()
    if standing is None or standing.version == 0:
        raise OpportunityClosed("refusal-opportunity-unknown")
    if not takes_answers(standing.state, standing.answers_until, unit.now):
        raise OpportunityClosed("refusal-opportunity-closed", title=standing.title)
    if standing.version != version:
        raise OpportunityChanged("refusal-opportunity-changed", title=standing.title)
    return int(standing.answer_days)
