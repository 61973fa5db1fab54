"""The pages behind the links in a mail: confirm an address, and leave it.

Looking changes nothing, because mail scanners open every link; only a button does. A mail program
leaves by itself, with one post that has no cookie and no page before it (RFC 8058).
"""

from functools import partial
from typing import Any

from aiohttp import web

from bot.channels.email.letter import CONFIRM, LEAVE, LEAVE_NEWS
from content.message import Message
from content.texts import Texts
from outreach.mailboxes.confirm import WELCOME, Standing, asked_of, confirm
from outreach.mailboxes.end import end_mailbox, to_leave
from outreach.mailboxes.news import end_mailed_news
from outreach.store.unit import NOBODY
from outreach.web.keys import PAGES, STORE
from outreach.web.page import page

SECRET = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex", "Cache-Control": "no-store"}
FORM = "{secret:[A-Za-z0-9_-]{20,64}}"
CONFIRMING, LEAVING = "page-mailbox-confirm", "page-mailbox-leave"
NO_NEWS = "page-mailbox-no-news"
"""Keys of the words on the page and at its button, which are proof."""


def attach_links(app: web.Application) -> None:
    """Add the pages."""
    app.router.add_get(CONFIRM + FORM, show_confirm)
    app.router.add_post(CONFIRM + FORM, take_confirm)
    app.router.add_get(LEAVE + FORM, show_leave)
    app.router.add_post(LEAVE + FORM, take_leave)
    app.router.add_get(LEAVE_NEWS + FORM, show_leave_news)
    app.router.add_post(LEAVE_NEWS + FORM, take_leave_news)


async def show_confirm(request: web.Request) -> web.Response:
    """Show the button behind the link in the first mail."""
    email = await request.app[STORE].read(asked_of, secret=request.match_info["secret"])
    return _page(request, CONFIRMING, email, action=CONFIRM, button="page-mailbox-confirm-do")


async def take_confirm(request: web.Request) -> web.Response:
    """Confirm the address, and plan the first mail there."""
    done = await request.app[STORE].write(
        partial(confirm, text=CONFIRMING, welcome=partial(welcome, request.app[PAGES].texts)),
        NOBODY,
        secret=request.match_info["secret"],
    )
    return _page(request, "page-mailbox-confirmed" if done else CONFIRMING, "" if done else None)


async def show_leave(request: web.Request) -> web.Response:
    """Show the button by which an address is left."""
    email = await request.app[STORE].read(to_leave, secret=request.match_info["secret"])
    return _page(request, LEAVING, email, action=LEAVE, button="page-mailbox-leave-do")


async def take_leave(request: web.Request) -> web.Response:
    """Mail nothing more to an address; the same answer if it was left before."""
    await request.app[STORE].write(
        end_mailbox, NOBODY, secret=request.match_info["secret"], text=LEAVING
    )
    return _page(request, "page-mailbox-left", "")


async def show_leave_news(request: web.Request) -> web.Response:
    """Show the button by which news ends, and the way to the one by which all mail does."""
    secret = request.match_info["secret"]
    email = await request.app[STORE].read(to_leave, secret=secret)
    button = "page-mailbox-no-news-do"
    return _page(
        request, NO_NEWS, email, action=LEAVE_NEWS, button=button, other=f"{LEAVE}{secret}"
    )


async def take_leave_news(request: web.Request) -> web.Response:
    """Mail no news to an address any more; the same answer if it was left before."""
    await request.app[STORE].write(
        end_mailed_news, NOBODY, secret=request.match_info["secret"], text=NO_NEWS
    )
    return _page(request, "page-mailbox-news-ended", "")


def welcome(texts: Texts, language: str, interests: list[Standing]) -> Message:
    """Say what is mailed from now on, and what the person signed up for already."""
    lines = [
        texts.text("email-standing", language, title=each.title, reference=each.reference)
        for each in interests
    ]
    parts = [texts.text(WELCOME, language)]
    if lines:
        parts += [texts.text("email-standing-lead", language), "\n".join(lines)]
    return Message("\n\n".join(parts))


def _page(
    request: web.Request,
    key: str,
    email: str | None,
    *,
    action: str = "",
    button: str = "",
    other: str = "",
) -> web.Response:
    """Answer with a page; without an address, that its link does not work, or not any more.

    `other` is the address of a page that does more than the button.
    """
    secret = request.match_info["secret"]
    if email is None:
        answer = page(request, "error.html", status=404, key="page-mailbox-gone")
    else:
        where = f"{action}{secret}" if action else ""
        facts: dict[str, Any] = {"action": where, "button": button, "other": other}
        answer = page(request, "mailbox.html", key=key, email=email, **facts)
    answer.headers.update(SECRET)
    return answer
