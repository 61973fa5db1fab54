"""Who expressed interest, as OCDS tells it: before the decision a number, after it the parties that may be named.

A resident is never named. A group without legal form is named only where its members said that others may see the
name: such a name is often a person's. What people wrote stays inside.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import String, cast, func
from sqlmodel import bindparam, col, select

from outreach.exchange.notation import write_moment
from outreach.interests.interest import Interest, InterestChange
from outreach.opportunities.codes import WITHOUT_LEGAL_FORM
from outreach.parties.party import Membership, Party
from outreach.parties.person import Consent
from outreach.store.columns import pick
from outreach.store.unit import Unit

SCHEME = "x-partijsoort"
STATUSES = {
    "new": "pending",
    "in_talk": "pending",
    "invited": "invited",
    "agreed": "valid",
    "declined": "valid",
    "withdrawn": "withdrawn",
}
INTERESTS = (
    pick(
        Interest.id, Interest.state, Interest.stored_at, Interest.part_keys, Party.id.label("party"),  # type: ignore[attr-defined]
        Party.kind, Party.name,
    )
    .join(Party, col(Party.id) == col(Interest.party_id))
    .where(col(Interest.opportunity_id) == bindparam("opportunity"))
    .order_by(col(Interest.id))
)  # fmt: skip
SAID = (
    pick(Consent.scope, Consent.person_id, Consent.given)
    .join(Membership, col(Membership.person_id) == col(Consent.person_id))
    .join(
        Interest,
        (col(Interest.party_id) == col(Membership.party_id)) & (cast(col(Interest.id), String) == col(Consent.scope)),
    )
    .where(col(Interest.opportunity_id) == bindparam("opportunity"), col(Consent.purpose) == "name")
    .order_by(col(Consent.id))
)
LAST_MOVE = (
    select(func.max(col(InterestChange.at)))
    .join(Interest, col(Interest.id) == col(InterestChange.interest_id))
    .where(
        col(Interest.opportunity_id) == bindparam("opportunity"),
        col(InterestChange.field).in_(("state", "part_keys")),
    )
)


def bids_of(
    unit: Unit, *, opportunity: int, decided: bool, kinds: Mapping[str, str]
) -> tuple[dict[str, Any], list[dict[str, Any]], datetime | None]:
    """Give the bids, the parties named in them, and when the last of them changed. `kinds`: names of kinds of party."""
    rows = unit.connection.execute(INTERESTS, {"opportunity": opportunity}).all()
    bids: dict[str, Any] = {"statistics": [{"id": "requests", "measure": "requests", "value": len(rows)}]}
    parties: list[dict[str, Any]] = []
    if decided:
        named = _named(unit, opportunity)
        bids["details"] = [_bid(row, row.id in named or row.kind not in WITHOUT_LEGAL_FORM) for row in rows]
        shown = {tenderer["id"] for bid in bids["details"] for tenderer in bid.get("tenderers", ())}
        parties = [_party(row, kinds) for row in rows if _party_id(row) in shown]
    moved = unit.connection.execute(LAST_MOVE, {"opportunity": opportunity}).scalar()
    moments = [row.stored_at for row in rows] + ([moved] if moved else [])
    return bids, parties, max(moments, default=None)


def _named(unit: Unit, opportunity: int) -> set[int]:
    """The interests of which every member who was asked said that others may see the name."""
    last = {
        (scope, person): given for scope, person, given in unit.connection.execute(SAID, {"opportunity": opportunity})
    }
    refused = {scope for (scope, _), given in last.items() if not given}
    return {int(scope) for scope, _ in last if scope not in refused}


def _bid(row: Any, may_name: bool) -> dict[str, Any]:
    bid: dict[str, Any] = {
        "id": f"interest-{row.id}",
        "submissionType": "expressionOfInterest",
        "status": STATUSES[row.state],
    }
    if may_name and row.kind != "resident" and row.state != "withdrawn" and row.name:
        bid["date"] = write_moment(row.stored_at)
        bid["tenderers"] = [{"id": _party_id(row), "name": row.name}]
    return bid | ({"relatedLots": row.part_keys} if row.part_keys else {})


def _party(row: Any, kinds: Mapping[str, str]) -> dict[str, Any]:
    kind = {"scheme": SCHEME, "id": row.kind, "description": kinds[row.kind]}
    roles = ["interestedParty", "tenderer"]
    return {"id": _party_id(row), "name": row.name, "roles": roles, "details": {"classifications": [kind]}}


def _party_id(row: Any) -> str:
    return f"party-{row.party}"
