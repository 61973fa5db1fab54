"""Refuse to tell everybody what may be about a person, by the names known around an opportunity."""

from collections.abc import Iterable
from typing import Any

from sqlmodel import bindparam, col, or_

from outreach.interests.interest import Interest
from outreach.interests.personal import known, personal
from outreach.parties.party import Membership, Party
from outreach.refusal import Refusal
from outreach.store.query import pick
from outreach.store.unit import Unit

PARTIES_KNOWN_HERE = (
    pick(Party.name, Party.kind)
    .distinct()
    .join(Membership, col(Membership.party_id) == col(Party.id))
    .outerjoin(Interest, col(Interest.party_id) == col(Party.id))
    .where(
        or_(
            Membership.person_id == bindparam("asker"),
            Interest.opportunity_id == bindparam("opportunity"),
        )
    )
)
"""The names that are known here: those of the asker, and of everybody interested."""


PARTIES_OTHER = (
    pick(Party.name, Party.kind)
    .distinct()
    .join(Interest, col(Interest.party_id) == col(Party.id))
    .where(
        Interest.opportunity_id == bindparam("opportunity"),
        Party.id != bindparam("party"),
    )
)
"""The names of everybody interested but one."""


def require_impersonal(
    unit: Unit, text: str, *, opportunity: int | None, asker: int | None = None
) -> None:
    """Refuse a public text in which something may point at a person; it is quoted."""
    found = personal(
        text, **_names(unit.run(PARTIES_KNOWN_HERE, {"asker": asker, "opportunity": opportunity}))
    )
    if found:
        raise Refusal("refusal-personal", found=[f"“{item}”" for item in found])


def require_nobody_else(unit: Unit, text: str, *, opportunity: int, party: int) -> None:
    """Refuse a text to one party in which another one is named; the name is quoted."""
    found = known(
        text, **_names(unit.run(PARTIES_OTHER, {"opportunity": opportunity, "party": party}))
    )
    if found:
        raise Refusal("refusal-names-another", found=[f"“{item}”" for item in found])


def _names(rows: Iterable[Any]) -> dict[str, list[str]]:
    """The names of persons apart from those of groups."""
    names: dict[str, list[str]] = {"people": [], "names": []}
    for name, kind in rows:
        names["people" if kind == "resident" else "names"].append(name)
    return names
