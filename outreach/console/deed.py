"""What a form of the console does: a rule, by the colleague who sent it, once."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar

from aiohttp import web

from outreach.console.door import actor_of, see_other
from outreach.console.signed_in import colleague
from outreach.staff.form import once
from outreach.store.unit import Unit
from outreach.web.keys import STORE

NUMBER = re.compile(r"[A-Za-z0-9_-]{22}")
"""What the frame's `nonce()` puts into a form."""
P = ParamSpec("P")
T = TypeVar("T")


async def do_once(
    request: web.Request,
    form: Mapping[str, str],
    leads: Callable[[Any], str],
    rule: Callable[Concatenate[Unit, P], T],
    *args: P.args,
    **values: P.kwargs,
) -> web.Response:
    """Run a rule for a form, and go where its result leads; the same form again only goes there.

    Raises what the rule refuses. A form without a number of ours is refused.
    """
    number, who = form.get("nonce", ""), colleague(request)
    if not NUMBER.fullmatch(number):
        raise web.HTTPBadRequest
    path = await request.app[STORE].write(
        once,
        actor_of(who),
        partial(_ruled, rule, args, values),
        number=number,
        staff=who.staff,
        leads=leads,
    )
    return see_other(path or request.path)


def _ruled(rule: Callable[..., T], args: Any, values: Any, unit: Unit) -> T:
    return rule(unit, *args, **values)
