"""The cookie by which a browser keeps its conversation. Only its hash is stored: a leaked database opens no chat."""

import re
import secrets
from hashlib import sha256

from aiohttp import web

from outreach.web.keys import SETTINGS

COOKIE = "kansenbode"
FORM = re.compile(r"[A-Za-z0-9_-]{43}")
DAYS_30 = 30 * 24 * 3600


def token_of(request: web.Request) -> str | None:
    """The secret in the cookie; one that is not of our making counts as none."""
    token = request.cookies.get(COOKIE, "")
    return token if FORM.fullmatch(token) else None


def sender_of(request: web.Request) -> str | None:
    """The address of this browser as it is stored, or None for one without a conversation."""
    token = token_of(request)
    return None if token is None else sender_behind(token)


def sender_behind(token: str) -> str:
    """The address that belongs to a cookie."""
    return sha256(token.encode("ascii")).hexdigest()


def new_token() -> str:
    """Make the secret of a new conversation."""
    return secrets.token_urlsafe(32)


def keep_cookie(request: web.Request, answer: web.Response, token: str) -> None:
    """Keep the conversation in this browser for 30 days from now."""
    secure = str(request.app[SETTINGS].address).startswith("https:")
    answer.set_cookie(COOKIE, token, max_age=DAYS_30, path="/", httponly=True, samesite="Lax", secure=secure)


def drop_cookie(answer: web.Response) -> None:
    """Let this browser forget the conversation."""
    answer.del_cookie(COOKIE, path="/", httponly=True, samesite="Lax")
