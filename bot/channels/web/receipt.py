"""A receipt by itself, as it was said: for who got it, to read, print, copy, share or keep."""

import asyncio
from functools import partial

from aiohttp import web

from bot.channels.web.cookie import own
from content.paper.paper import Facts, Paper
from content.paper.pdf import pdf_of
from outreach.receipts.receipt import Receipt, own_receipt
from outreach.web.keys import PAGES, SETTINGS
from outreach.web.page import page

PATH = "/chat/ontvangst"
NUMBER = "{number:[1-9][0-9]{0,14}}"
AT_ONCE = 2
"""Papers that are made at the same time: each takes a processor for a moment."""
SECRET = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex", "Cache-Control": "no-store"}


def attach_receipts(app: web.Application) -> None:
    """Add the page of a receipt, and the same on paper."""
    app.router.add_get(f"{PATH}/{NUMBER}", show_receipt)
    app.router.add_get(f"{PATH}/{NUMBER}.pdf", partial(print_receipt, asyncio.Semaphore(AT_ONCE)))


async def show_receipt(request: web.Request) -> web.Response:
    """Show a receipt of the conversation in this browser; any other is not there."""
    receipt = await _own(request)
    answer = page(request, "receipt.html", receipt=receipt, card=receipt.message.cards[0])
    answer.headers.update(SECRET)
    return answer


async def print_receipt(at_once: asyncio.Semaphore, request: web.Request) -> web.Response:
    """Return it as a PDF, in the language in which it was said."""
    receipt = await _own(request)
    paper = _paper(request, receipt)
    async with at_once:
        body = await asyncio.to_thread(pdf_of, paper, made_at=receipt.at)
    name = f"ontvangstbewijs-{receipt.id}.pdf"
    headers = SECRET | {"Content-Disposition": f'attachment; filename="{name}"'}
    return web.Response(body=body, content_type="application/pdf", headers=headers)


def _paper(request: web.Request, receipt: Receipt) -> Paper:
    settings, card = request.app[SETTINGS], receipt.message.cards[0]
    spoken = request.app[PAGES].texts.spoken(receipt.language)
    return Paper(
        title=card.title,
        language=receipt.language,
        organisation=settings.organisation,
        blocks=(Facts(card.facts),),
        lead=spoken.text("receipt-intro", at=receipt.at),
        foot=spoken.text("receipt-title"),
        signs=spoken.text("paper-signs"),
        colour=settings.colour,
    )


async def _own(request: web.Request) -> Receipt:
    """Return the receipt that is asked for; not found, if it is not of who asks."""
    return await own(request, own_receipt, receipt=int(request.match_info["number"]))
