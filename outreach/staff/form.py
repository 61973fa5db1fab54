"""A form does one thing, however often it is sent: by a hand that trembles, or after going back.

The page gives each form a number. It is kept with where the deed led, in the unit of the deed
itself; the same number again does nothing, and leads there too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import Field, SQLModel, bindparam, col, select

from outreach.store.columns import Moment
from outreach.store.query import delete, update
from outreach.store.unit import Unit

KEPT = timedelta(days=7)
"""Nobody sends a form again after so long."""
T = TypeVar("T")


class StaffForm(SQLModel, table=True):
    """A form that was sent, and where its deed led."""

    __tablename__ = "staff_form"

    number: str = Field(primary_key=True)
    staff_id: int = Field(foreign_key="staff.id", index=True)
    led_to: str
    at: datetime = Field(sa_type=Moment)


@dataclass(frozen=True, slots=True)
class Led(Generic[T]):
    """Where the deed of a form led, and its result; None if it was done before."""

    path: str
    result: T | None = None


FORM_ADD = insert(StaffForm).on_conflict_do_nothing().returning(col(StaffForm.number))
FORM_LED = select(StaffForm.led_to).where(
    StaffForm.number == bindparam("form"), StaffForm.staff_id == bindparam("of")
)
FORM_LEADS = (
    update(StaffForm).where(StaffForm.number == bindparam("form")).values(led_to=bindparam("path"))
)
FORMS_OLD = delete(StaffForm).where(
    StaffForm.staff_id == bindparam("of"), StaffForm.at < bindparam("before", type_=Moment)
)


def once(
    unit: Unit, rule: Callable[[Unit], T], *, number: str, staff: int, leads: Callable[[T], str]
) -> Led[T]:
    """Run a rule for a form of a colleague, unless that was done; return where it led.

    What a rule refuses is not done, so that the form can be sent again with other values.
    """
    unit.run(FORMS_OLD, {"of": staff, "before": unit.now - KEPT})
    row = {"number": number, "staff_id": staff, "led_to": "", "at": unit.now}
    if unit.run(FORM_ADD, row).first() is None:
        return Led(led(unit, number=number, staff=staff) or "")
    result = rule(unit)
    path = leads(result)
    unit.run(FORM_LEADS, {"form": number, "path": path})
    return Led(path, result)


def led(unit: Unit, *, number: str, staff: int) -> str | None:
    """Return where a form led that a colleague sent before; None if they did not."""
    return unit.run(FORM_LED, {"form": number, "of": staff}).scalar()
