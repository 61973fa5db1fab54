"""*Aanmelding*: what a party offers, what went before, and a step with a message that is kind."""

from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import Any

from aiohttp import web

from outreach.clean import clean
from outreach.console.door import actor_of, form_of
from outreach.console.frame import done_path, show
from outreach.console.second_look import (
    AGAIN,
    BASE,
    CHECKED,
    SURE,
    do_as_seen,
    itself,
    looked_at,
    message_in,
    number_in,
    refused,
    whole_number,
)
from outreach.console.signed_in import colleague
from outreach.interests.fair import takes_answers_until
from outreach.interests.foresee import Foreseen
from outreach.interests.interest import MOVES
from outreach.interests.meant import opportunity_number
from outreach.interests.tell import Telling, move_interest_and_tell
from outreach.interests.write import write_to_party
from outreach.opportunities.facts import LONGEST_ANSWER
from outreach.refusal import Refusal
from outreach.reports.interests import (
    ChangeMade,
    InterestDetails,
    Written,
    interest_details,
    interest_openly,
    thread,
)
from outreach.reports.weighing import Weighed, weighed, weighed_openly
from outreach.staff.staff import names_of_staff
from outreach.store.events import record
from outreach.store.unit import Unit
from outreach.web.keys import PAGES, SETTINGS, STORE
from outreach.web.page import reader_language

WRITE, MOVE = "schrijf", "stap"
"""What a form does, by the name of its field `wat`."""
EMPTY = dict.fromkeys(("wat", "bericht", "stand", "reden", CHECKED), "")
MAY_STAY = "refusal-names-another"
BY_THEMSELVES = "withdrawn"
"""A step that a party takes, not a colleague."""
SHOWN = ("brings", "needs", "people", "area", "partners", "reach")
"""What a party says, in the order in which it is read."""
KEPT = (*SHOWN, "state", "party", "kind", "part_keys", "meets", "reason")
"""Fields whose changes are shown; the lines of a plan are its own page."""


@dataclass(frozen=True, slots=True)
class Offered:
    """An interest as its page shows it. `names` has colleagues by actor: `staff:2`.

    `early` is until when others can still sign up: "always" without an end, None if it is over.
    """

    details: InterestDetails
    about: int
    weighed: Weighed
    written: list[Written]
    changes: list[ChangeMade]
    names: dict[str, str]
    early: Any
    moves: tuple[str, ...]


def interest_offered(unit: Unit, *, interest: int, openly: bool) -> Offered:
    """Return an interest with what goes with it; `openly` without names and words."""
    details = interest_details(unit, interest=interest)
    about = opportunity_number(unit, given=details.line.tender_id)
    points = weighed(unit, interest=interest)
    shown = interest_openly(details) if openly else details
    return Offered(
        shown,
        about,
        weighed_openly(points) if openly else points,
        [] if openly else thread(unit, interest=interest),
        [each for each in shown.changes if each.field in KEPT],
        names_of_staff(unit),
        takes_answers_until(unit, opportunity=about),
        tuple(state for state in MOVES[details.line.state] if state != BY_THEMSELVES),
    )


async def show_interest(request: web.Request) -> web.Response:
    """Show an interest; that it was read is noted."""
    return await _shown(request, {})


async def change_interest(request: web.Request) -> web.Response:
    """Show what its party would read of a step or a message; once that was seen, do it."""
    form = form_of(request)
    if form.get(AGAIN):
        return await _shown(request, form)
    offered = await _offered(request)
    try:
        rule, told_of, values = _deed(request, form)
        about: dict[str, Any] = {"about": offered.about}
        if form.get(SURE):
            about["base"] = whole_number(form.get(BASE, "")) or 0
            path = f"/werk/aanmeldingen/{number_in(request)}"
            about["leads"] = partial(done_path, path, "moved")
            return await do_as_seen(request, rule, told_of, **about, **values)
        seen = await looked_at(request, rule, told_of, **about, **values)
    except Refusal as refusal:
        return await _shown(request, form, refusal)
    return await _shown(request, form, seen=seen)


def _deed(request: web.Request, form: dict[str, str]) -> tuple[Any, Any, dict[str, Any]]:
    """Return the rule that a form asks for, who is told in its result, and its values."""
    texts, language = request.app[PAGES].texts, reader_language(request)
    values: dict[str, Any] = {
        "interest": number_in(request),
        "telling": Telling.of(texts, request.app[SETTINGS]),
        "checked": bool(form.get(CHECKED)),
    }
    if form.get("wat") == WRITE:
        label = texts.text("console_interest-write", language)
        values["text"] = message_in(form, "bericht", label)
        return write_to_party, attrgetter("told"), values
    reason = clean(form.get("reden", ""), None)
    if len(reason) > LONGEST_ANSWER:
        label = texts.text("console_interest-why", language)
        raise Refusal("refusal-long", field=label, given=len(reason), most=LONGEST_ANSWER)
    read = form.get("was") or None
    rule = partial(move_interest_and_tell, state=form.get("stand", ""), read=read, reason=reason)
    return rule, itself, values


async def _shown(
    request: web.Request,
    form: dict[str, str],
    refusal: Refusal | None = None,
    seen: Foreseen[Any] | None = None,
) -> web.Response:
    offered = await _offered(request)
    return show(
        request,
        "interest.html",
        status=200 if refusal is None else 422,
        offered=offered,
        line=offered.details.line,
        said=[(name, offered.details.extras[name]) for name in SHOWN],
        form=EMPTY | form,
        fault="" if refusal is None else refused(request, refusal),
        stays=refusal is not None and refusal.key == MAY_STAY,
        seen=seen,
        acts=colleague(request).may("edit"),
    )


async def _offered(request: web.Request) -> Offered:
    """Return the interest of an address, and note who read it."""
    store, who, number = request.app[STORE], colleague(request), number_in(request)
    openly = not who.may("read")
    try:
        offered: Offered = await store.read(interest_offered, interest=number, openly=openly)
    except Refusal:
        raise web.HTTPNotFound from None
    if not openly:
        await store.write(record, actor_of(who), "interest.read", interest=number)
    return offered
