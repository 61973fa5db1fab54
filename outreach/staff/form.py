"""A form does one thing, however often it is sent: by a hand that trembles, or after going back.

The page gives each form a number. It is kept with where the deed led, in the unit of the deed
itself; the same number again does nothing, and leads there too.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

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
) -> str:
    """Run a rule for a form of a colleague, unless that was done; return where it led.

    What a rule refuses is not done, so that the form can be sent again with other values.
    """
    unit.run(FORMS_OLD, {"of": staff, "before": unit.now - KEPT})
    row = {"number": number, "staff_id": staff, "led_to": "", "at": unit.now}
    if unit.run(FORM_ADD, row).first() is None:
        return unit.run(FORM_LED, {"form": number, "of": staff}).scalar() or ""
    path = leads(rule(unit))
    unit.run(FORM_LEADS, {"form": number, "path": path})
    return path
