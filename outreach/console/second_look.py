"""A change as it would be, shown before it is made: who reads what, and when. The rules rehearse.

The form that follows says the version that was seen: of two colleagues the second one looks again.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from aiohttp import web

from content.texts import Texts
from outreach.campaigns.fresh import hold_changed
from outreach.clean import clean
from outreach.console.deed import do_once
from outreach.console.door import actor_of
from outreach.console.signed_in import colleague
from outreach.interests.foresee import Foreseen, Rehearsed, seen, with_a_look
from outreach.interests.news import published
from outreach.interests.tell import Told
from outreach.opportunities.facts import LONGEST_ANSWER
from outreach.refusal import Refusal
from outreach.store.columns import LAST_ID
from outreach.store.unit import Unit
from outreach.web.keys import PAGES, STORE
from outreach.web.page import reader_language

R = TypeVar("R")
ON_A_PAGE = "page"
"""The attribute of a refusal whose words are about the command line: the same for a page."""
SURE, AGAIN, BASE, CHECKED = "zeker", "anders", "versie", "nagekeken"
"""Fields of a form: it was looked at, or is written anew; at which version; what was found in it
may stay.
"""


def itself(told: Told) -> Told:
    """Return who is told, of a rule whose whole result that is."""
    return told


async def looked_at(
    request: web.Request,
    rule: Callable[..., R],
    told_of: Callable[[R], Told],
    /,
    *,
    about: int | None,
    **values: Any,
) -> Foreseen[R]:
    """Return what a rule about an opportunity, or none, would do; nothing of it is kept."""

    def deed(unit: Unit) -> None:
        with_a_look(unit, about, rule, told_of, keep="never", hold=hold_changed, **values)

    try:
        await request.app[STORE].write(deed, actor_of(colleague(request)))
    except Rehearsed as rehearsed:
        foreseen: Foreseen[R] = rehearsed.foreseen
        return foreseen
    raise AssertionError("a rehearsal always ends in Rehearsed")


async def do_as_seen(
    request: web.Request,
    rule: Callable[..., R],
    told_of: Callable[[R], Told],
    /,
    *,
    about: int | None,
    base: int,
    leads: Callable[[int], str],
    **values: Any,
) -> web.Response:
    """Do it once, and go on by how many are told.

    Refuses if the opportunity changed since it was seen at the version `base`.
    """

    def deed(unit: Unit) -> Foreseen[R]:
        if about is not None and (now := published(unit, opportunity=about)) != base:
            raise Refusal("refusal-version", given=str(about), read=base, now=now)
        return seen(unit, about, rule, told_of, **values)

    return await do_once(request, lambda did: leads(did.told.persons), deed)


def number_in(request: web.Request) -> int:
    """Return the number in an address; answers 404 if there is none."""
    return whole_number(request.match_info["number"]) or _missing()


def whole_number(given: str) -> int | None:
    """Return a number of a record as a form or an address says it; None if it is none."""
    fits = given.isascii() and given.isdecimal() and len(given) <= len(str(LAST_ID))
    return int(given) if fits and 0 < int(given) <= LAST_ID else None


def message_in(form: dict[str, str], name: str, label: str) -> str:
    """Return what a colleague writes to somebody; refuses nothing, and what is too long."""
    said = clean(form.get(name, ""), None)
    if not said:
        raise Refusal("refusal-empty")
    if len(said) > LONGEST_ANSWER:
        raise Refusal("refusal-long", field=label, given=len(said), most=LONGEST_ANSWER)
    return said


def refused(request: web.Request, refusal: Refusal) -> str:
    """Return a refusal in words for a page."""
    texts: Texts = request.app[PAGES].texts
    attribute = ON_A_PAGE if texts.has(refusal.key, ON_A_PAGE) else None
    return texts.text(refusal.key, reader_language(request), attribute, **refusal.facts)


def _missing() -> int:
    raise web.HTTPNotFound
