"""What a form of the console does: a rule, by the colleague who sent it, once."""

from collections.abc import Callable
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar

from aiohttp import web

from outreach.console.door import POSTED, actor_of, see_other
from outreach.console.signed_in import colleague
from outreach.staff.form import Led, once
from outreach.store.unit import Unit
from outreach.web.keys import STORE

P = ParamSpec("P")
T = TypeVar("T")


async def do_once(
    request: web.Request,
    leads: Callable[[Any], str],
    rule: Callable[Concatenate[Unit, P], T],
    *args: P.args,
    **values: P.kwargs,
) -> web.Response:
    """Run a rule for a form, and go where its result leads; the same form again only goes there.

    Raises what the rule refuses.
    """
    return see_other((await did_once(request, leads, rule, *args, **values)).path or request.path)


async def did_once(
    request: web.Request,
    leads: Callable[[Any], str],
    rule: Callable[Concatenate[Unit, P], T],
    *args: P.args,
    **values: P.kwargs,
) -> Led[T]:
    """Run a rule for a form, as `do_once`; return its result for a page that shows it once."""
    who = colleague(request)
    done: Led[T] = await request.app[STORE].write(
        once,
        actor_of(who),
        partial(_ruled, rule, args, values),
        number=request[POSTED].number,
        staff=who.staff,
        leads=leads,
    )
    return done


def _ruled(rule: Callable[..., T], args: Any, values: Any, unit: Unit) -> T:
    return rule(unit, *args, **values)
