"""A receipt by itself, as it was said: for who got it, to read, print, copy, share or keep."""

from functools import partial

from aiohttp import web

from bot.channels.web.cookie import own
from bot.papers import Papers
from outreach.receipts.receipt import Receipt, own_receipt
from outreach.web.keys import PAGES, SETTINGS
from outreach.web.page import page

PATH = "/chat/ontvangst"
NUMBER = "{number:[1-9][0-9]{0,14}}"
SECRET = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex", "Cache-Control": "no-store"}


def attach_receipts(app: web.Application) -> None:
    """Add the page of a receipt, and the same on paper."""
    papers = Papers(app[SETTINGS], app[PAGES].texts)
    app.router.add_get(f"{PATH}/{NUMBER}", show_receipt)
    app.router.add_get(f"{PATH}/{NUMBER}.pdf", partial(print_receipt, papers))


async def show_receipt(request: web.Request) -> web.Response:
    """Show a receipt of the conversation in this browser; any other is not there."""
    receipt = await _own(request)
    answer = page(request, "receipt.html", receipt=receipt, card=receipt.message.cards[0])
    answer.headers.update(SECRET)
    return answer


async def print_receipt(papers: Papers, request: web.Request) -> web.Response:
    """Return it as a PDF, in the language in which it was said."""
    file = await papers.of(await _own(request))
    headers = SECRET | {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return web.Response(body=file.body, content_type="application/pdf", headers=headers)


async def _own(request: web.Request) -> Receipt:
    """Return the receipt that is asked for; not found, if it is not of who asks."""
    return await own(request, own_receipt, receipt=int(request.match_info["number"]))
