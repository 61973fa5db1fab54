"""*Vandaag*: what waits for somebody at the town hall, the oldest promise first."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from aiohttp import web

from outreach.console.frame import show
from outreach.console.signed_in import colleague
from outreach.opportunities.contact import contact_for
from outreach.store.unit import Unit
from outreach.tasks.waiting import LOOK, Waiting, waiting
from outreach.web.keys import SETTINGS, STORE

MOST = 60
"""What one person can look over; the rest comes when this is done."""
SOON = 7
"""Days: what was promised for a later day stands apart."""
MINE = "mij"
PLACES = {
    "interests show": "/werk/aanmeldingen",
    "questions show": "/werk/vragen",
    "opportunities": "/werk/kansen",
}
"""The page on which something is dealt with, by how the command begins that shows it."""
Group = Literal["late", "soon", "later", "open", "works"]
GROUPS: tuple[Group, ...] = ("late", "soon", "later", "open", "works")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that waits; `days` until it was promised, below nought if that day is over."""

    item: Waiting
    days: int | None

    @property
    def group(self) -> Group:
        """The heading that it stands under."""
        if self.days is None:
            # what is about no record is about the program itself
            return "open" if self.item.title else "works"
        return "late" if self.days < 0 else "soon" if self.days < SOON else "later"

    @property
    def path(self) -> str | None:
        """The page on which it is dealt with, or None: then a command does it."""
        shown = LOOK[self.item.kind]
        place = next((page for begins, page in PLACES.items() if shown.startswith(begins)), None)
        return None if place is None else f"{place}/{self.item.number}"


@dataclass(frozen=True, slots=True)
class Today:
    """What waits, by heading; `mine` counts what is about records of the reader.

    `first` is how many days there are until the first promise, `more` is True if there is more.
    """

    groups: dict[Group, list[Line]]
    everything: int
    mine: int
    late: int
    first: int | None
    more: bool


def today_of(unit: Unit, *, email: str, only_mine: bool, today: date) -> Today:
    """Return what waits, of everybody or of records whose contact official reads it."""
    items = waiting(unit, most=MOST)
    own = {one.id for one in contact_for(unit, email=email)}
    mine = [item for item in items if item.opportunity in own]
    shown = [_line(item, today) for item in (mine if only_mine else items)]
    lines = sorted(shown[:MOST], key=lambda line: GROUPS.index(line.group))
    days = [line.days for line in shown if line.days is not None]
    return Today(
        {group: list(some) for group, some in groupby(lines, lambda line: line.group)},
        everything=len(items),
        mine=len(mine),
        late=sum(each < 0 for each in days),
        first=min(days, default=None),
        more=len(shown) > MOST,
    )


def _line(item: Waiting, today: date) -> Line:
    return Line(item, None if item.answer_by is None else (item.answer_by - today).days)


async def show_today(request: web.Request) -> web.Response:
    """Show what waits; with `?wie=mij` only what is about one's own records."""
    store, zone = request.app[STORE], request.app[SETTINGS].zone_info
    only_mine = request.query.get("wie") == MINE
    today = store.clock().astimezone(zone).date()
    view = await store.read(
        today_of, email=colleague(request).email, only_mine=only_mine, today=today
    )
    return show(request, "today.html", view=view, only_mine=only_mine, today=today, zone=zone)
