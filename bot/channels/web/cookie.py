"""The cookie by which a browser keeps its conversation. Only its hash is stored.

So a leaked database opens no chat. A cookie counts only if somebody is known at its address; its
value never becomes the secret of a new conversation (docs/decisions/0032). The address is the hash
of the secret in its first browser; one in a mail or in another browser begins with `FURTHER`, and
the store knows where it leads (`outreach/parties/way_back.py`).
"""

import re
import secrets
from collections import OrderedDict
from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar

from aiohttp import web

from bot.channels.web import CHANNEL
from bot.channels.web.lasting import UNUSED, lasting
from outreach.parties.person import person_at
from outreach.parties.way_back import FURTHER, behind_way_back, hash_of
from outreach.web.keys import SETTINGS, STORE

COOKIE = "kansenbode"
SAFE_COOKIE = f"__Host-{COOKIE}"
"""Its name behind TLS: a browser takes that from this very host only (RFC 6265bis, 4.1.3.2)."""
FORM = re.compile(rf"(?:{re.escape(FURTHER)})?[A-Za-z0-9_-]{{43}}")
REMEMBERED = 10_000
T = TypeVar("T")


class Known:
    """Which conversation a request belongs to; a cache of the last ones saves reading them again.

    A conversation that ended meanwhile still counts as the one it was: only limits use this.
    """

    def __init__(self) -> None:
        self._seen: OrderedDict[str, None] = OrderedDict()

    async def talk_of(self, request: web.Request) -> str | None:
        """Return the address of the conversation behind a cookie of ours; None for any other."""
        sender = await sender_of(request)
        if sender is None or (sender not in self._seen and await known_token(request) is None):
            return None
        self._seen[sender] = None
        self._seen.move_to_end(sender)
        if len(self._seen) > REMEMBERED:
            self._seen.popitem(last=False)
        return sender


def token_of(request: web.Request) -> str | None:
    """Return the secret in the cookie, by its safe or its old name; None if it has another form."""
    names = (SAFE_COOKIE, COOKIE) if _secure(request) else (COOKIE,)
    return next(
        (token for name in names if FORM.fullmatch(token := request.cookies.get(name, ""))), None
    )


async def known_token(request: web.Request) -> str | None:
    """The secret in the cookie if it is that of a conversation."""
    token = token_of(request)
    if token is None or await person_of(request, await sender_behind(request, token)) is None:
        return None
    return token


async def person_of(request: web.Request, sender: str | None) -> int | None:
    """Return the person who talks at an address; None if nobody does."""
    if sender is None:
        return None
    return await request.app[STORE].read(person_at, channel=CHANNEL, external_id=sender)


async def own(request: web.Request, rule: Callable[..., T | None], **values: Any) -> T:
    """Return what a rule finds of the `person` who talks in this browser.

    Not found is the answer if it finds nothing, or nobody talks here.
    """
    person = await person_of(request, await sender_of(request))
    found = None
    if person is not None:
        found = await request.app[STORE].read(rule, person=person, **values)
    if found is None:
        raise web.HTTPNotFound
    return found


async def sender_of(request: web.Request) -> str | None:
    """The address that belongs to the cookie, known or not; None without one."""
    token = token_of(request)
    return None if token is None else await sender_behind(request, token)


async def sender_behind(request: web.Request, token: str) -> str:
    """The address that belongs to a secret, known or not."""
    found = None
    if token.startswith(FURTHER):
        found = await request.app[STORE].read(behind_way_back, secret=token)
    return found or hash_of(token)


def new_token() -> str:
    """Make the secret of a new conversation."""
    return secrets.token_urlsafe(32)


async def keep_cookie(request: web.Request, answer: web.Response, token: str) -> None:
    """Keep the conversation in this browser while it lasts; the safe cookie replaces an old one."""
    sender = await sender_behind(request, token)
    lasts = await request.app[STORE].read(lasting, external_id=sender)
    put_cookie(request, answer, token, lasts)


def put_cookie(
    request: web.Request, answer: web.Response, token: str, lasts: timedelta | None
) -> None:
    """Keep the conversation in this browser for so long, or as one in which nothing was said."""
    secure = _secure(request)
    name = SAFE_COOKIE if secure else COOKIE
    answer.set_cookie(
        name,
        token,
        max_age=int((lasts or UNUSED).total_seconds()),
        path="/",
        httponly=True,
        samesite="Lax",
        secure=secure,
    )
    if secure and COOKIE in request.cookies:
        _drop(answer, COOKIE, secure)


def drop_cookie(request: web.Request, answer: web.Response) -> None:
    """Let this browser forget the conversation."""
    for name in (COOKIE, SAFE_COOKIE) if _secure(request) else (COOKIE,):
        _drop(answer, name, _secure(request))


def _drop(answer: web.Response, name: str, secure: bool) -> None:
    answer.del_cookie(name, path="/", httponly=True, samesite="Lax", secure=secure)


def _secure(request: web.Request) -> bool:
    return request.app[SETTINGS].https
