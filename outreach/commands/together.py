"""Hear what a colleague changed a moment ago, before their work is written over."""

from collections.abc import Callable, Set
from typing import Any, TypeVar

from outreach.commands.desk import Desk
from outreach.commands.words import field_shown
from outreach.refusal import Refusal
from outreach.staff.together import JUST, changed_by_another
from outreach.store.unit import Unit

R = TypeVar("R")


def after_a_look(
    at: Desk,
    rule: Callable[..., R],
    *,
    deed: str,
    about: dict[str, int],
    fields: Set[str],
    sure: bool,
) -> Callable[..., R]:
    """Make a rule refuse if another colleague changed the same facts of a record in the last hour.

    A colleague who is `sure` has seen that; a change made while this command runs, nobody has seen.
    """
    began = at.store.clock()

    def together(unit: Unit, **values: Any) -> R:
        # The rule goes first, because it says what is impossible. A refusal below undoes it.
        result = rule(unit, **values)
        since = began if sure else began - JUST
        found = changed_by_another(unit, deed=deed, about=about, fields=fields, since=since)
        if found is not None:
            what = ", ".join(field_shown(at.printer, name) for name in found.fields)
            raise Refusal("refusal-together", who=found.who, at=found.at, what=what)
        return result

    return together
