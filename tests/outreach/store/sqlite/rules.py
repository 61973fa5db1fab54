"""Rules that do what no rule should."""

from outreach.refusal import Refusal
from outreach.store.events import record
from outreach.store.unit import Unit


def refuse(unit: Unit) -> None:
    record(unit, "test.noted", number=666)
    raise Refusal("refusal-unknown", given="6")
