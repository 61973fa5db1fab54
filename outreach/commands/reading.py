"""Who may read what a command shows of residents, declared beside each command.

The desk asks the declaration before the command does anything: it looks at who reads, writes the
event, and says what stays out. `tests/outreach/commands/test_reading.py` walks every command, so
that none can forget its declaration.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from outreach.campaigns.campaign import get_campaign
from outreach.conversations.taken import conversation_number
from outreach.interests.meant import interest_number, opportunity_number, question_number
from outreach.staff.staff import Right, all_staff, has_right
from outreach.store.events import record
from outreach.store.unit import NOBODY, Actor, Unit

if TYPE_CHECKING:
    from outreach.commands.desk import Desk

About = Callable[["Desk", Mapping[str, Any]], dict[str, int]]
"""Returns the ids of what is read, from what was typed; refuses what cannot be read."""
Command = TypeVar("Command", bound=Callable[..., Any])


def _campaign_number(unit: Unit, *, given: int) -> int:
    return get_campaign(unit, campaign=given).id


MEANT: Mapping[str, Callable[..., int]] = {
    "opportunity": opportunity_number,
    "interest": interest_number,
    "question": question_number,
    "conversation": conversation_number,
    "campaign": _campaign_number,
}
"""How each record that a command is about is found by what was typed;
each refuses an unknown one.
"""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, and whether that may be personal data."""

    actor: Actor
    personal: bool


UNREAD = Reader(NOBODY, personal=False)
"""Of a command that shows nothing of residents."""


def typed_ids(at: "Desk", typed: Mapping[str, Any]) -> dict[str, int]:
    """Return the ids of the records that were typed, by the names of their parameters."""
    return {
        name: at.look(rule, given=typed[name]) for name, rule in MEANT.items() if typed.get(name)
    }


@dataclass(frozen=True, slots=True)
class Shows:
    """What a command shows of residents, and the event that is written when it does.

    Without a `deed` it shows nothing of them. With a `right` it is shown to those who have that
    right, otherwise to everybody. With `only_with` that option makes it personal. A command that
    `changes` something asks by itself for a colleague whose role may.
    """

    deed: str = ""
    right: Right | None = None
    only_with: str = ""
    about: About = typed_ids
    changes: bool = False


NOTHING = Shows()
"""Nothing of residents: everybody who can start the program may see it."""
OURS = Shows(right="see")
"""Nothing of residents, but what colleagues did: shown to a colleague."""
CHANGES = Shows(changes=True)


def shows(what: Shows) -> Callable[[Command], Command]:
    """Declare what a command shows of residents."""

    def declare(command: Command) -> Command:
        vars(command)["shows"] = what
        return command

    return declare


def residents(
    deed: str, *, right: Right = "see", only_with: str = "", about: About = typed_ids
) -> Callable[[Command], Command]:
    """Declare that a command shows names or words of residents; the deed is written first."""
    return shows(Shows(deed, right, only_with, about))


def reader_of(at: "Desk", what: Shows, typed: Mapping[str, Any]) -> Reader:
    """Return who reads, after noting what is shown; refuses a role that may not, and nobody.

    Nobody needs a name as long as nobody works here. A reader who may only see is told what stays
    out.
    """
    given = typed.get("staff")
    asked = what.right is not None and typed.get(what.only_with or "", True)
    if not asked and (what.changes or not given):
        return UNREAD
    if not (given or at.settings.staff) and what.right == "see" and not at.look(all_staff):
        reader = Reader(NOBODY, personal=True)
    else:
        actor = at.actor(given, what.right or "see")
        reader = Reader(actor, personal=at.look(has_right, staff=actor.id or 0, right="read"))
    if asked and what.deed:
        at.store.run(record, reader.actor, what.deed, **what.about(at, typed))
        if not reader.personal:
            at.printer.complain(at.printer.text("commands-openly"))
    return reader
