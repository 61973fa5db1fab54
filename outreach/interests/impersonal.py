"""Refuse to tell everybody what seems to be about a person, by the names that are known around an opportunity."""

from sqlmodel import bindparam, col, or_

from outreach.interests.interest import Interest
from outreach.interests.personal import personal
from outreach.parties.party import Membership, Party
from outreach.store.columns import pick
from outreach.store.errors import Refusal
from outreach.store.unit import Unit

NAMES = (
    pick(Party.name, Party.kind)
    .distinct()
    .join(Membership, col(Membership.party_id) == col(Party.id))
    .outerjoin(Interest, col(Interest.party_id) == col(Party.id))
    .where(
        or_(col(Membership.person_id) == bindparam("asker"), col(Interest.opportunity_id) == bindparam("opportunity"))
    )
)
"""The names that are known here: those of the asker, and of everybody interested."""


def require_impersonal(unit: Unit, text: str, *, opportunity: int | None, asker: int | None = None) -> None:
    """Refuse a text that everybody will read while something in it may point at a person; it is quoted."""
    known = unit.run(NAMES, {"asker": asker, "opportunity": opportunity})
    people = [name for name, kind in known if kind == "resident"]
    found = personal(text, people=people, names=[name for name, kind in known if kind != "resident"])
    if found:
        raise Refusal("refusal-personal", found=[f"“{item}”" for item in found])
