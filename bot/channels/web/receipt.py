"""A receipt by itself, as it was said: for who got it, to read, print, copy or share."""

from aiohttp import web

from bot.channels.web.cookie import person_of, sender_of
from outreach.receipts.receipt import own_receipt
from outreach.web.keys import STORE
from outreach.web.page import page

PATH = "/chat/ontvangst"
SECRET = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex", "Cache-Control": "no-store"}


def attach_receipts(app: web.Application) -> None:
    """Add the page of a receipt."""
    app.router.add_get(PATH + "/{number:[1-9][0-9]{0,14}}", show_receipt)


async def show_receipt(request: web.Request) -> web.Response:
    """Show a receipt of the conversation in this browser; any other is not there."""
    person = await person_of(request, await sender_of(request))
    number = int(request.match_info["number"])
    receipt = None
    if person is not None:
        receipt = await request.app[STORE].read(own_receipt, person=person, receipt=number)
    if receipt is None:
        raise web.HTTPNotFound
    answer = page(request, "receipt.html", receipt=receipt, card=receipt.message.cards[0])
    answer.headers.update(SECRET)
    return answer
