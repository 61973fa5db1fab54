"""How this server sees a client: for `doctor`, which shows a code that it just stored."""

from aiohttp import web

from content.log import log
from outreach.settings import Settings
from outreach.store.codes import Meaning, find_code
from outreach.web.attended import DOOR
from outreach.web.files import MOST
from outreach.web.keys import STORE
from outreach.web.limits import FORWARDED, client_of

LONGEST = 500


def warn_of_proxy(settings: Settings) -> None:
    """Log at start if everybody counts as one client: a TLS proxy is not in the settings."""
    if settings.https and not settings.behind_proxy:
        log.warning("all visitors count as one", mend="KANSENBODE_BEHIND_PROXY=true")


async def show_seen(request: web.Request) -> web.Response:
    """Return to the doctor, by its code, as whom it is counted, and how many there is room for."""
    meaning: Meaning | None = await request.app[STORE].read(find_code, request.match_info["code"])
    if meaning is None or meaning.kind != "doctor":
        raise web.HTTPNotFound
    forwarded = ", ".join(request.headers.getall(FORWARDED, []))[:LONGEST]
    door = request.app.get(DOOR)
    return web.json_response(
        {
            "client": client_of(request),
            "forwarded": forwarded,
            "room": MOST if door is None else door.most,
        },
        headers={"Cache-Control": "no-store"},
    )
