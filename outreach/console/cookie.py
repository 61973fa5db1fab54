"""The cookie of a session. It ends with the browser; when the session ends is ours to say."""

import re

from aiohttp import web

from outreach.web.keys import SETTINGS

COOKIE = "werk"
SAFE_COOKIE = f"__Host-{COOKIE}"
"""Its name behind TLS: a browser takes that from this very host only (RFC 6265bis, 4.1.3.2)."""
FORM = re.compile(r"[A-Za-z0-9_-]{43}")


def secret_of(request: web.Request) -> str | None:
    """Return the secret in the cookie; None without one, or if it has another form."""
    secret = request.cookies.get(_name(request), "")
    return secret if FORM.fullmatch(secret) else None


def keep_secret(request: web.Request, answer: web.StreamResponse, secret: str) -> None:
    """Let this browser keep the secret of a session."""
    answer.set_cookie(
        _name(request),
        secret,
        path="/",
        httponly=True,
        samesite="Lax",
        secure=request.app[SETTINGS].https,
    )


def drop_secret(request: web.Request, answer: web.StreamResponse) -> None:
    """Let this browser forget the session."""
    secure = request.app[SETTINGS].https
    answer.del_cookie(_name(request), path="/", httponly=True, samesite="Lax", secure=secure)


def _name(request: web.Request) -> str:
    return SAFE_COOKIE if request.app[SETTINGS].https else COOKIE
