"""The cookies of the console: of a session, and of a browser that is known.

The first ends with the browser; when the session ends is ours to say.
"""

import re

from aiohttp import web

from outreach.web.keys import SETTINGS

COOKIE, DEVICE = "werk", "werk-apparaat"
SAFE = "__Host-"
"""Before a name behind TLS: it is taken from this very host only (RFC 6265bis, 4.1.3.2)."""
SAFE_COOKIE, SAFE_DEVICE = SAFE + COOKIE, SAFE + DEVICE
YEAR = 365 * 24 * 3600
FORM = re.compile(r"[A-Za-z0-9_-]{43}")


def secret_of(request: web.Request) -> str | None:
    """Return the secret of the session; None without one, or if it has another form."""
    return _value(request, COOKIE)


def device_of(request: web.Request) -> str | None:
    """Return the secret by which this browser is known, as `secret_of`."""
    return _value(request, DEVICE)


def keep_secret(request: web.Request, answer: web.StreamResponse, secret: str) -> None:
    """Let this browser keep the secret of a session."""
    _keep(request, answer, COOKIE, secret, None)


def keep_device(request: web.Request, answer: web.StreamResponse, secret: str) -> None:
    """Let this browser keep the secret by which it is known; it stays after signing out."""
    _keep(request, answer, DEVICE, secret, YEAR)


def drop_secret(request: web.Request, answer: web.StreamResponse) -> None:
    """Let this browser forget the session."""
    secure = request.app[SETTINGS].https
    answer.del_cookie(
        _name(request, COOKIE), path="/", httponly=True, samesite="Lax", secure=secure
    )


def _value(request: web.Request, cookie: str) -> str | None:
    value = request.cookies.get(_name(request, cookie), "")
    return value if FORM.fullmatch(value) else None


def _keep(
    request: web.Request, answer: web.StreamResponse, cookie: str, value: str, age: int | None
) -> None:
    answer.set_cookie(
        _name(request, cookie),
        value,
        max_age=age,
        path="/",
        httponly=True,
        samesite="Lax",
        secure=request.app[SETTINGS].https,
    )


def _name(request: web.Request, cookie: str) -> str:
    return SAFE + cookie if request.app[SETTINGS].https else cookie
