"""Which record staff mean: by its number, or by any code that people were given."""

from typing import Any

from sqlalchemy import func
from sqlmodel import bindparam, col

from outreach.interests.interest import Interest
from outreach.interests.question import Question
from outreach.opportunities.edit import find_by_tender_id, get_opportunity
from outreach.opportunities.opportunity import Opportunity
from outreach.refusal import Refusal
from outreach.store.codes import code_in, find_code
from outreach.store.columns import LAST_ID
from outreach.store.query import pick
from outreach.store.unit import Unit
from outreach.venues.trail import Trail

BARE = func.replace(func.replace(func.upper(col(Opportunity.tender_id)), "-", ""), " ", "")
OPPORTUNITIES_ALIKE = pick(Opportunity.id).where(bindparam("bare") == BARE)
INTEREST_KNOWN = pick(Interest.id).where(Interest.id == bindparam("number"))
QUESTION_KNOWN = pick(Question.id).where(Question.id == bindparam("number"))
OPPORTUNITY_OF_TRAIL = pick(Trail.opportunity_id).where(Trail.id == bindparam("trail"))


def opportunity_number(unit: Unit, *, given: str) -> int:
    """Find an opportunity by kenmerk, ocid, number or a trail's code; refuses an unknown one."""
    given = given.strip()
    found = find_by_tender_id(unit, tender_id=given)
    if found is None and digits(given):
        found = get_opportunity(unit, opportunity=int(digits(given))).id
    if found is None:
        found = _behind_trail(unit, given)
    if found is None:
        # A kenmerk that was read out loud comes back with other spaces and dashes.
        bare = given.upper().replace("-", "").replace(" ", "")
        alike = [row.id for row in unit.run(OPPORTUNITIES_ALIKE, {"bare": bare})]
        found = alike[0] if len(alike) == 1 else None
    if found is None:
        raise Refusal("refusal-unknown", given=given)
    return found


def interest_number(unit: Unit, *, given: str) -> int:
    """Find an interest by its number, or by the reference of its party; refuses an unknown one."""
    meaning = find_code(unit, code_in(given) or "")
    if meaning is not None and meaning.kind == "reference":
        return meaning.subject
    return _known(unit, INTEREST_KNOWN, given)


def question_number(unit: Unit, *, given: str) -> int:
    """Find a question by its number. Refuses an unknown one."""
    return _known(unit, QUESTION_KNOWN, given)


def number_once(given: str) -> int:
    """Read the number of a record that may be gone, while the log knows it; refuses other text."""
    if not digits(given):
        raise Refusal("refusal-unknown", given=given.strip()[:80])
    return int(digits(given))


def _known(unit: Unit, query: Any, given: str) -> int:
    number: int | None = unit.run(query, {"number": number_once(given)}).scalar()
    if number is None:
        raise Refusal("refusal-unknown", given=given.strip()[:80])
    return number


def digits(given: str) -> str:
    """Return the digits of a number that may be written as #3; "" if no id can be that number."""
    digits = given.strip().removeprefix("#").strip()
    fits = (
        digits.isascii()
        and digits.isdecimal()
        and len(digits) <= len(str(LAST_ID))
        and int(digits) <= LAST_ID
    )
    return digits if fits else ""


def _behind_trail(unit: Unit, given: str) -> int | None:
    meaning = find_code(unit, code_in(given) or "")
    if meaning is None or meaning.kind != "trail":
        return None
    number: int | None = unit.run(OPPORTUNITY_OF_TRAIL, {"trail": meaning.subject}).scalar()
    return number
