"""The routes of the public pages. The chat has its own, in `bot/channels/web/channel.py`."""

from collections.abc import Iterable
from functools import partial

from aiohttp import web

from bot.public.about import show_about, show_accessibility, show_privacy
from bot.public.channels import show_channels
from bot.public.embed import show_embedded
from bot.public.images import attach_images
from bot.public.language import choose, follow_language_link
from bot.public.machines import attach_machines
from bot.public.meetings import attach_meetings
from bot.public.open_data import KEPT, Kept, show_all, show_one
from bot.public.opportunity import show_opportunity
from bot.public.overview import show_overview
from bot.public.security_text import PATH, show_contact
from bot.public.trail import GUESSES, find_trail, show_trail
from outreach.web.guesses import Guesses


def attach_pages(app: web.Application, channels: Iterable[str]) -> None:
    """Add the residents' pages to the application of an installation with these channels."""
    app[GUESSES] = Guesses()
    channels = tuple(channels)
    app.router.add_get("/", show_overview)
    app.router.add_get("/kansen/{id:[1-9][0-9]{0,14}}", show_opportunity)
    app[KEPT] = Kept()
    app.router.add_get("/ocds.json", show_all)
    app.router.add_get("/kansen/{id:[1-9][0-9]{0,14}}/ocds.json", show_one)
    app.router.add_get("/privacy", partial(show_privacy, channels))
    app.router.add_get("/kanalen", partial(show_channels, channels))
    app.router.add_get("/over", show_about)
    app.router.add_get("/embed", show_embedded)
    app.router.add_get("/toegankelijkheid", show_accessibility)
    app.router.add_get("/c", find_trail)
    app.router.add_get("/c/{code}", show_trail)
    app.router.add_get("/taal", follow_language_link)
    app.router.add_post("/taal", choose)
    attach_machines(app)
    attach_images(app)
    attach_meetings(app)
    app.router.add_get(PATH, show_contact)
