"""What we hold of a person, in their own browser: all of it as a file, a receipt as a page."""

import orjson
from aiohttp import web

from bot.channels.web.cookie import own
from bot.channels.web.files import PATH
from bot.channels.web.receipt import attach_receipts
from outreach.attachments.attachment import KEPT
from outreach.privacy.mydata import my_data
from outreach.web.keys import SETTINGS


def attach_data(app: web.Application) -> None:
    """Add what a person reads of themselves."""
    app.router.add_get("/chat/mijn-gegevens.json", hand_out)
    attach_receipts(app)


async def hand_out(request: web.Request) -> web.Response:
    """Return all that we hold of a person, as a file."""
    data = await own(request, my_data)
    for row in data["attachment"]:
        if row["state"] == KEPT:
            row["address"] = f"{request.app[SETTINGS].base_url}{PATH}/{row['id']}"
    headers = {
        "Cache-Control": "no-store",
        "Content-Disposition": 'attachment; filename="mijn-gegevens.json"',
    }
    body = orjson.dumps(data, option=orjson.OPT_INDENT_2)
    return web.Response(body=body, content_type="application/json", headers=headers)
