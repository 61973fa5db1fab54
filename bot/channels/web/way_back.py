"""The way back to a conversation, by a link with the cookie's secret, and the way out.

The link is made from the cookie alone, when its owner asks: no row, message or log ever holds it.
A mail has a secret of its own for it. Looking at a link changes nothing, because messengers and
mail scanners look at links too; only its button opens the conversation. Closing the conversation
ends every secret of it; its owner gets another one to come back. Why that is safe enough:
docs/decisions/0011, 0032 and 0061.
"""

from functools import partial

from aiohttp import web

from bot.channels.web import CHANNEL
from bot.channels.web.bells import WebBells
from bot.channels.web.cookie import (
    FORM,
    drop_cookie,
    keep_cookie,
    known_token,
    new_token,
    sender_behind,
    sender_of,
)
from bot.channels.web.lasting import lives
from content.qr import qr_inline
from outreach.parties.address import mark_gone, move_address
from outreach.parties.person import address_at
from outreach.parties.way_back import FURTHER, come_back, end_ways_back, hash_of
from outreach.store.unit import NOBODY, Unit
from outreach.subscriptions.subscription import end_subscriptions
from outreach.web.keys import SETTINGS, STORE
from outreach.web.page import page

NEW_LINK = "link"
SECRET = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex", "Cache-Control": "no-store"}


def attach_return(app: web.Application, bells: WebBells) -> None:
    """Add the page that shows the link, the page behind it, and the way out."""
    app.router.add_get("/chat/bewaar", show_link)
    app.router.add_get("/chat/terug/{secret}", show_return)
    app.router.add_post("/chat/terug/{secret}", go_back)
    app.router.add_post("/chat/weg", partial(leave, bells))


def close_address(unit: Unit, *, external_id: str, to: str, comes_back: bool) -> bool:
    """End all secrets of a conversation by changing its address; False if there is none.

    The new secret is shown only to an owner who wants to come back. Otherwise nobody can read there
    any more, and staff are told so.
    """
    at = address_at(unit, channel=CHANNEL, external_id=external_id)
    if at is None:
        return False
    move_address(unit, address=at.id, to=to)
    end_ways_back(unit, address=at.id)
    # a browser that is not theirs may be one that rings
    end_subscriptions(unit, person=at.person)
    if not comes_back:
        mark_gone(unit, channel=CHANNEL, external_id=to, gone=True)
    return True


async def show_link(request: web.Request) -> web.Response:
    """Show the link of this browser's own conversation, also as a picture to scan."""
    token = await known_token(request)
    if token is None or not await _lives(request, token):
        raise web.HTTPSeeOther("/chat")
    answer = _link_page(request, token)
    await keep_cookie(request, answer, token)
    return answer


async def leave(bells: WebBells, request: web.Request) -> web.Response:
    """Close the conversation on every device and for every link; show a new link if asked for."""
    sender, token, wanted = await sender_of(request), new_token(), NEW_LINK in request.query
    close = partial(close_address, to=hash_of(token), comes_back=wanted)
    if sender is not None and await request.app[STORE].write(close, NOBODY, external_id=sender):
        # what still listens there shows it no longer
        bells.ring(sender)
        answer = _link_page(request, token if wanted else None, closed=True)
    else:
        answer = web.Response(status=303, headers={"Location": "/"})
    drop_cookie(request, answer)
    return answer


def _link_page(request: web.Request, token: str | None, *, closed: bool = False) -> web.Response:
    link = token and f"{request.app[SETTINGS].base_url}/chat/terug/{token}"
    answer = page(
        request,
        "keep.html",
        link=link,
        picture=link and qr_inline(link),
        closed=closed,
        mails=request.app[SETTINGS].mails,
    )
    answer.headers.update(SECRET)
    return answer


async def show_return(request: web.Request) -> web.Response:
    """Show one button behind the link; nothing of the conversation, and nothing is changed."""
    token = await _living(request)
    if token is None:
        return _gone(request)
    other = await sender_of(request) not in (None, await sender_behind(request, token))
    answer = page(request, "return.html", secret=token, other=other)
    answer.headers.update(SECRET)
    return answer


async def go_back(request: web.Request) -> web.Response:
    """Open the conversation in this browser; with a secret of its own, if the link is of a mail."""
    token = await _living(request)
    if token is not None and token.startswith(FURTHER):
        token = await _own(request, token)
    if token is None:
        return _gone(request)
    answer = web.Response(status=303, headers=SECRET | {"Location": "/chat"})
    await keep_cookie(request, answer, token)
    return answer


async def _own(request: web.Request, token: str) -> str | None:
    """Return a secret for this browser; the one it has, if that opens the same conversation.

    None if the conversation was closed meanwhile.
    """
    kept = await known_token(request)
    if kept is not None:
        there = [await sender_behind(request, each) for each in (kept, token)]
        if there[0] == there[1]:
            return kept
    return await request.app[STORE].write(come_back, NOBODY, secret=token)


async def _living(request: web.Request) -> str | None:
    """Return the secret of a live conversation; wrong, expired and closed ones are treated alike.

    It has 256 bits, so that guessing needs no limit of its own.
    """
    token = request.match_info["secret"]
    known = FORM.fullmatch(token) is not None
    return token if known and await _lives(request, token) else None


async def _lives(request: web.Request, token: str) -> bool:
    sender = await sender_behind(request, token)
    return await request.app[STORE].read(lives, external_id=sender)


def _gone(request: web.Request) -> web.Response:
    """Answer the same for every bad link: a difference would show which links existed."""
    answer = page(request, "error.html", status=404, key="chat-return-gone")
    answer.headers.update(SECRET)
    return answer
