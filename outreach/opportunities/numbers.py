"""Find one or many opportunities by the organisation's own number (kenmerk) or by ocid.

Upper and lower case count as the same.
"""

import string
from collections.abc import Sequence

from sqlmodel import func

from outreach.opportunities.opportunity import Opportunity
from outreach.store.among import among
from outreach.store.query import pick
from outreach.store.unit import Unit

OPPORTUNITY_BY_NUMBER = pick(Opportunity.id, Opportunity.tender_id, Opportunity.ocid).where(
    among(func.lower(Opportunity.tender_id), "numbers") | among(Opportunity.ocid, "ocids")
)
ASCII = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


def find_numbers(unit: Unit, *, numbers: Sequence[str]) -> dict[str, int]:
    """Return the id of each number or ocid that is known."""
    lowered = {form for number in numbers for form in _lowered(number)}
    rows = unit.run(
        OPPORTUNITY_BY_NUMBER, {"numbers": sorted(lowered), "ocids": sorted({*numbers})}
    )
    by_ocid = {ocid: known for known, _, ocid in rows}
    by_number = {tender_id.casefold(): known for known, tender_id, _ in rows}
    found = {number: by_number.get(number.casefold(), by_ocid.get(number)) for number in numbers}
    return {number: known for number, known in found.items() if known is not None}


def _lowered(number: str) -> set[str]:
    """The forms that a database may make of a number: some fold the case of ASCII only."""
    return {form.translate(ASCII) for form in (number, number.lower(), number.upper())} | {
        number.lower()
    }
