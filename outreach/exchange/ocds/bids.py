"""Interests as OCDS tells them: a number before the decision, after it how each ended, and awards.

A party is named only if it is an organisation that said itself that its name may stand in the
public record. A resident, and a group without legal form, is never named: such a name is often a
person's. What people wrote stays inside.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import String, cast
from sqlmodel import bindparam, col

from outreach.exchange.own_facts import OWN
from outreach.interests.interest import Interest, InterestChange
from outreach.opportunities.codes import WITHOUT_LEGAL_FORM
from outreach.opportunities.notation import write_moment
from outreach.parties.consent import Consent
from outreach.parties.party import Membership, Party
from outreach.store.query import pick
from outreach.store.unit import Unit

SCHEME = "x-partijsoort"
STATUSES = {
    "new": "pending",
    "in_talk": "pending",
    "invited": "invited",
    "agreed": "valid",
    "reserve": "valid",
    "declined": "valid",
    "withdrawn": "withdrawn",
}
OUTCOMES = ("agreed", "reserve", "declined")
"""OCDS has no status for a bid that was fit but not chosen: these are told in our own object."""
ASKED = "interest-named"
"""The key of the question whether the name may stand in the public record: a yes to any
other words does not count.
"""
INTERESTS_OF_OPPORTUNITY = (
    pick(
        Interest.id,
        Interest.state,
        Interest.stored_at,
        Interest.part_keys,
        col(Party.id).label("party"),
        Party.kind,
        Party.name,
    )
    .join(Party, col(Party.id) == col(Interest.party_id))
    .where(Interest.opportunity_id == bindparam("opportunity"))
    .order_by(col(Interest.id))
)
CONSENTS_TO_NAMES = (
    pick(Consent.scope, Consent.person_id, Consent.given, Consent.text_version)
    .join(Membership, col(Membership.person_id) == col(Consent.person_id))
    .join(
        Interest,
        (col(Interest.party_id) == col(Membership.party_id))
        & (cast(col(Interest.id), String) == col(Consent.scope)),
    )
    .where(Interest.opportunity_id == bindparam("opportunity"), Consent.purpose == "name")
    .order_by(col(Consent.id))
)
INTEREST_MOVES = (
    pick(InterestChange.interest_id, InterestChange.field, InterestChange.before, InterestChange.at)
    .join(Interest, col(Interest.id) == col(InterestChange.interest_id))
    .where(
        Interest.opportunity_id == bindparam("opportunity"),
        col(InterestChange.field).in_(("state", "part_keys")),
    )
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The bids, and what came of them; `changed_at` is when the last of it changed."""

    bids: dict[str, Any]
    changed_at: datetime | None
    parties: list[dict[str, Any]] = field(default_factory=list)
    awards: list[dict[str, Any]] = field(default_factory=list)


def outcome_of(
    unit: Unit, *, opportunity: int, decided_at: datetime | None, kinds: Mapping[str, str]
) -> Outcome:
    """Return the bids, and after the decision the parties named in them and the awards.

    `kinds` names kinds of party.
    """
    rows = unit.run(INTERESTS_OF_OPPORTUNITY, {"opportunity": opportunity})
    moves = unit.run(INTEREST_MOVES, {"opportunity": opportunity})
    bids: dict[str, Any] = {
        "statistics": [{"id": "requests", "measure": "requests", "value": len(rows)}]
    }
    changed_at = max([row.stored_at for row in rows] + [move.at for move in moves], default=None)
    if decided_at is None:
        return Outcome(bids, changed_at)
    agreed = _allowed(unit, opportunity)
    named = {row.id for row in rows if row.id in agreed and _may_have_a_name(row)}
    taken_back = {
        move.interest_id for move in moves if move.before == "agreed" and move.at >= decided_at
    }
    bids["details"] = [_bid(row, row.id in named) for row in rows]
    parties = [_party(row, kinds) for row in rows if row.id in named]
    awards = [
        _award(row, decided_at, row.id in named)
        for row in rows
        if row.state == "agreed" or row.id in taken_back
    ]
    return Outcome(bids, changed_at, parties, awards)


def _allowed(unit: Unit, opportunity: int) -> set[int]:
    """The interests whose name may be public: a member said yes, and no member said no."""
    last = {
        (scope, person): given and text.startswith(f"{ASKED} ")
        for scope, person, given, text in unit.run(CONSENTS_TO_NAMES, {"opportunity": opportunity})
    }
    refused = {scope for (scope, _), given in last.items() if not given}
    return {int(scope) for scope, _ in last if scope not in refused}


def _may_have_a_name(row: Any) -> bool:
    return bool(row.name) and row.kind not in WITHOUT_LEGAL_FORM and row.state != "withdrawn"


def _bid(row: Any, named: bool) -> dict[str, Any]:
    bid: dict[str, Any] = {
        "id": _bid_id(row),
        "submissionType": "expressionOfInterest",
        "status": STATUSES[row.state],
    }
    if named:
        bid |= {"date": write_moment(row.stored_at), "tenderers": [_reference(row)]}
    if row.state in OUTCOMES:
        bid[OWN] = {"outcome": row.state}
    return bid | _lots(row)


def _award(row: Any, decided_at: datetime, named: bool) -> dict[str, Any]:
    """What was agreed with one party; one that ended after the decision is told as cancelled."""
    award: dict[str, Any] = {
        "id": f"award-{row.id}",
        "status": "active" if row.state == "agreed" else "cancelled",
        "date": write_moment(decided_at),
        "relatedBids": [_bid_id(row)],
    }
    return award | ({"suppliers": [_reference(row)]} if named else {}) | _lots(row)


def _party(row: Any, kinds: Mapping[str, str]) -> dict[str, Any]:
    kind = {"scheme": SCHEME, "id": row.kind, "description": kinds[row.kind]}
    roles = ["interestedParty", "tenderer", *(["supplier"] if row.state == "agreed" else [])]
    return _reference(row) | {"roles": roles, "details": {"classifications": [kind]}}


def _reference(row: Any) -> dict[str, Any]:
    return {"id": _party_id(row), "name": row.name}


def _lots(row: Any) -> dict[str, Any]:
    return {"relatedLots": row.part_keys} if row.part_keys else {}


def _bid_id(row: Any) -> str:
    return f"interest-{row.id}"


def _party_id(row: Any) -> str:
    return f"party-{row.party}"
