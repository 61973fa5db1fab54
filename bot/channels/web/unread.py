"""Whether something was said in the conversation that this browser did not show yet.

The browser itself remembers the last number that it showed: every device has its own, and nothing
of who looked when is stored.
"""

from aiohttp import web

from bot.channels.web import CHANNEL
from bot.channels.web.cookie import sender_of
from bot.channels.web.lasting import UNUSED
from bot.channels.web.stream import number
from outreach.delivery.numbers import last_numbers
from outreach.store.errors import StoreError
from outreach.web.keys import SETTINGS, STORE, Handler
from outreach.web.page import TALK, UNREAD

SEEN = "gezien"
"""The cookie; the script of the chat sets it too, as it shows what comes."""


def attach_unread(app: web.Application) -> None:
    """Mark the way to the conversation on every page, and tell a hidden tab what it missed."""
    app.middlewares.append(with_mark)
    app.router.add_get("/chat/nieuw", tell_count)


def keep_seen(request: web.Request, answer: web.Response, last: int) -> None:
    """Remember in this browser the number of the last message that it is shown now."""
    if last:
        answer.set_cookie(
            SEEN,
            str(last),
            max_age=int(UNUSED.total_seconds()),
            path="/",
            samesite="Lax",
            secure=request.app[SETTINGS].https,
        )


def seen_by(request: web.Request) -> int:
    """Return the number of the last message that this browser showed; 0 if it knows of none."""
    return number(request.cookies.get(SEEN))


@web.middleware
async def with_mark(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Look, for a page outside the conversation, whether there is something new in it."""
    is_page = request.method == "GET" and not request.path.startswith(TALK)
    if is_page and "text/html" in request.headers.get("Accept", ""):
        request[UNREAD] = await _unread(request, request.cookies.get(SEEN)) > 0
    return await handler(request)


async def tell_count(request: web.Request) -> web.Response:
    """Answer how many messages came after a number, for the title of a tab that nobody sees."""
    count = await _unread(request, request.query.get("na"))
    return web.json_response({"count": count}, headers={"Cache-Control": "no-store"})


async def _unread(request: web.Request, seen: str | None) -> int:
    """Return how many messages came after a number; none if the browser has no conversation."""
    if not number(seen):
        return 0
    try:
        sender = await sender_of(request)
        if sender is None:
            return 0
        found = await request.app[STORE].read(last_numbers, channel=CHANNEL, senders=[sender])
    except StoreError:
        # a page without a mark is better than none
        return 0
    return max(0, found.get(sender, 0) - number(seen))
