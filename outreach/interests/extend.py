"""Move the deadlines of a record by as long as nobody could be heard, and tell everybody."""

from outreach.interests.tell import Telling, Told, change_and_tell
from outreach.opportunities.extension import note_extension
from outreach.store.unit import Unit


def extend_and_tell(unit: Unit, *, opportunity: int, telling: Telling) -> tuple[list[str], Told]:
    """Move the deadlines; return the names of what changed, and who is told at one moment.

    Refuses if nothing was in the way, if it was made good before, and while it goes on.
    """
    deadlines = note_extension(unit, opportunity=opportunity)
    return change_and_tell(unit, opportunity=opportunity, telling=telling, **deadlines)
