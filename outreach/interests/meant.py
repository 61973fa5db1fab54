"""Which record staff mean: by its number, or by any code that people were given."""

from sqlalchemy import func
from sqlmodel import bindparam, col

from outreach.opportunities.edit import find_by_tender_id, get_opportunity
from outreach.opportunities.opportunity import Opportunity
from outreach.store.codes import code_in, find_code
from outreach.store.columns import pick
from outreach.store.errors import Refusal
from outreach.store.unit import Unit
from outreach.venues.trail import Trail

LONGEST_NUMBER = 18
"""Digits of an id: more do not fit the database."""
BARE = func.replace(func.replace(func.upper(col(Opportunity.tender_id)), "-", ""), " ", "")
ALIKE = pick(Opportunity.id).where(bindparam("bare") == BARE)
BEHIND = pick(Trail.opportunity_id).where(col(Trail.id) == bindparam("trail"))


def opportunity_number(unit: Unit, *, given: str) -> int:
    """Find an opportunity by its kenmerk or ocid, its number, or the code of a trail to it. Refuses an unknown one."""
    given = given.strip()
    found = find_by_tender_id(unit, tender_id=given)
    if found is None and digits(given):
        found = get_opportunity(unit, opportunity=int(digits(given))).id
    if found is None:
        found = _behind_trail(unit, given)
    if found is None:
        # A kenmerk that was read out loud comes back with other spaces and dashes.
        bare = given.upper().replace("-", "").replace(" ", "")
        alike = [row.id for row in unit.run(ALIKE, {"bare": bare})]
        found = alike[0] if len(alike) == 1 else None
    if found is None:
        raise Refusal("refusal-unknown", given=given)
    return found


def interest_number(unit: Unit, *, given: str) -> int:
    """Find an interest by its number, or by the reference that its party was given. Refuses an unknown one."""
    meaning = find_code(unit, code_in(given) or "")
    if meaning is not None and meaning.kind == "reference":
        return meaning.subject
    return _number(given)


def question_number(unit: Unit, *, given: str) -> int:
    """Read the number of a question; whether there is one, its reader finds out. Refuses what is no number."""
    return _number(given)


def _number(given: str) -> int:
    if not digits(given):
        raise Refusal("refusal-unknown", given=given.strip()[:80])
    return int(digits(given))


def digits(given: str) -> str:
    """The digits of a number that may be written as #3; nothing where it is no number."""
    digits = given.strip().removeprefix("#").strip()
    return digits if digits.isascii() and digits.isdecimal() and len(digits) <= LONGEST_NUMBER else ""


def _behind_trail(unit: Unit, given: str) -> int | None:
    meaning = find_code(unit, code_in(given) or "")
    if meaning is None or meaning.kind != "trail":
        return None
    number: int | None = unit.run(BEHIND, {"trail": meaning.subject}).scalar()
    return number
