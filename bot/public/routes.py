"""Where each public page lives. The chat has its own routes, in `bot/channels/web/channel.py`."""

from aiohttp import web

from bot.public.language import choose, follow_language_link
from bot.public.open_data import KEPT, Kept, show_all, show_one
from bot.public.opportunity import show_opportunity
from bot.public.overview import show_overview
from bot.public.security_text import PATH, show_contact
from bot.public.trail import GUESSES, show_trail
from outreach.web.guesses import Guesses
from outreach.web.keys import SETTINGS
from outreach.web.page import page

ROBOTS = "User-agent: *\nDisallow: /chat\nDisallow: /c/\nDisallow: /taal\n"


def attach_pages(app: web.Application) -> None:
    """Add the residents' pages to the application."""
    app[GUESSES] = Guesses()
    app.router.add_get("/", show_overview)
    app.router.add_get("/kansen/{id:[1-9][0-9]{0,14}}", show_opportunity)
    app[KEPT] = Kept()
    app.router.add_get("/ocds.json", show_all)
    app.router.add_get("/kansen/{id:[1-9][0-9]{0,14}}/ocds.json", show_one)
    app.router.add_get("/privacy", show_privacy)
    app.router.add_get("/c/{code}", show_trail)
    app.router.add_get("/taal", follow_language_link)
    app.router.add_post("/taal", choose)
    app.router.add_get("/robots.txt", show_robots)
    app.router.add_get(PATH, show_contact)


async def show_privacy(request: web.Request) -> web.Response:
    """Show what happens with what people tell us."""
    settings = request.app[SETTINGS]
    return page(
        request,
        "privacy.html",
        settings=settings,
        telegram=bool(settings.telegram_token.get_secret_value()),
    )


async def show_robots(request: web.Request) -> web.Response:
    """Keep search engines out of conversations and personal links."""
    return web.Response(text=ROBOTS, headers={"Cache-Control": "public, max-age=86400"})
