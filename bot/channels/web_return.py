"""The way back to a conversation from any device: a link that holds the secret of the cookie.

It is shown from the cookie alone, when its owner asks: no row, message or log ever holds it. Looking at it changes
nothing, because messengers look at links too; only its button opens the conversation. Why that is safe enough, and how
it ends, stands in docs/decisions/0011.
"""

from datetime import timedelta

import segno
from aiohttp import web
from markupsafe import Markup
from sqlmodel import bindparam, col

from bot.channels.web_cookie import FORM, keep_cookie, sender_behind, sender_of, token_of
from bot.channels.web_history import CHANNEL
from outreach.parties.person import Address
from outreach.store.columns import pick
from outreach.store.unit import Unit
from outreach.web.keys import SETTINGS, STORE
from outreach.web.limits import Quota, client_of, hold_back
from outreach.web.page import page

UNUSED = timedelta(days=30)
"""As long as the cookie lives, counted from the last message."""
WRONG = 10
HOUR = 3600
TRIES = web.AppKey("tries", Quota)
SECRET = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex", "Cache-Control": "no-store"}
LAST_USED = pick(Address.used_at).where(
    col(Address.channel) == CHANNEL,
    col(Address.external_id) == bindparam("external_id"),
    col(Address.person_id).is_not(None),
)


def attach_return(app: web.Application) -> None:
    """Add the page that shows the link, and the page behind it."""
    app[TRIES] = Quota(WRONG, HOUR)
    app.router.add_get("/chat/bewaar", show_link)
    app.router.add_get("/chat/terug/{secret}", show_return)
    app.router.add_post("/chat/terug/{secret}", go_back)


def lives(unit: Unit, *, external_id: str) -> bool:
    """Tell whether there is a conversation at this address that was used in the last thirty days."""
    used_at = unit.connection.execute(LAST_USED, {"external_id": external_id}).scalar()
    return used_at is not None and used_at > unit.now - UNUSED


async def show_link(request: web.Request) -> web.Response:
    """Show the link of this browser's own conversation, also as a picture to scan."""
    token = token_of(request)
    sender = None if token is None else sender_behind(token)
    if token is None or sender is None or not await request.app[STORE].read(lives, external_id=sender):
        raise web.HTTPSeeOther("/chat")
    link = f"{str(request.app[SETTINGS].address).rstrip('/')}/chat/terug/{token}"
    answer = page(request, "keep.html", link=link, picture=picture_of(link))
    answer.headers.update(SECRET)
    keep_cookie(request, answer, token)
    return answer


async def show_return(request: web.Request) -> web.Response:
    """Show one button to whoever opens the link; nothing of the conversation, and nothing is changed."""
    token = await _living(request)
    other = sender_of(request) not in (None, sender_behind(token))
    answer = page(request, "return.html", secret=token, other=other)
    answer.headers.update(SECRET)
    return answer


async def go_back(request: web.Request) -> web.Response:
    """Open the conversation in this browser."""
    token = await _living(request)
    answer = web.Response(status=303, headers=SECRET | {"Location": "/chat"})
    keep_cookie(request, answer, token)
    return answer


async def _living(request: web.Request) -> str:
    """Give the secret of a conversation that lives. Wrong and expired ones answer alike, and are counted."""
    tries, client = request.app[TRIES], client_of(request)
    hold_back(tries, client)
    token = request.match_info["secret"]
    if FORM.fullmatch(token):
        sender = sender_behind(token)
        if await request.app[STORE].read(lives, external_id=sender):
            return token
    tries.spend(client)
    raise web.HTTPNotFound


def picture_of(link: str) -> Markup:
    """Draw a link as a code that a camera reads."""
    drawn = segno.make_qr(link).svg_inline(omitsize=True, border=3, light="#fff", svgclass="qr", lineclass=None)
    return Markup(drawn)  # noqa: S704 - squares only: of the link no letter stands in it
