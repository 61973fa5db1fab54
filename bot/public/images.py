"""The pictures behind a page: its preview for whoever shares it, and the icons of a device."""

import asyncio
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from aiohttp import web

from content.fluent import FIRST
from content.page.images import favicon, icon, share_image, theme_image
from content.page.pictures import picture_of
from outreach.opportunities.brief import seen_card
from outreach.opportunities.card import OpportunityCard
from outreach.opportunities.codes import THEMES
from outreach.opportunities.picture import picture_content
from outreach.store.unit import Unit
from outreach.web.keys import PAGES, SETTINGS, STORE
from outreach.web.limits import AS_IT_IS
from outreach.web.page import language_asked

MOST = 4_000_000
"""So many bytes of pictures are kept: a drawing takes some 40 kB, a preview with a photo 350 kB."""
HEADERS = {
    "Cache-Control": "public, max-age=3600",
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
"""Messengers and pages of others show them too."""
FOR_EVER = "public, max-age=31536000, immutable"
ALONE = {"Content-Security-Policy": "default-src 'none'; sandbox"}
"""Opened by itself, a picture can do nothing on our site."""


@dataclass(slots=True)
class Drawn:
    """The pictures drawn last. One is drawn at a time, in a thread."""

    kept: dict[object, bytes] = field(default_factory=dict)
    drawing: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def get(self, key: object, draw: Callable[[], bytes]) -> bytes:
        """Return a picture, drawing it if it is not kept."""
        async with self.drawing:
            if key not in self.kept:
                self.kept[key] = await asyncio.to_thread(draw)
            picture = self.kept[key]
            while sum(map(len, self.kept.values())) > MOST:
                del self.kept[next(iter(self.kept))]
            return picture


DRAWN = web.AppKey("drawn", Drawn)


def attach_images(app: web.Application) -> None:
    """Add the pictures to the application."""
    app[DRAWN] = Drawn()
    app.router.add_get("/kansen/{id:[1-9][0-9]{0,14}}/beeld.png", show_share_image)
    app.router.add_get("/kansen/{id:[1-9][0-9]{0,14}}/foto", show_photo)
    app.router.add_get("/beeld/{theme}.png", show_theme)
    town = app[PAGES].town
    app.router.add_get("/favicon.ico", partial(_show, partial(favicon, town), "image/x-icon"))
    touch = partial(icon, 180, town, round_off=False)
    app.router.add_get("/apple-touch-icon.png", partial(_show, touch, "image/png"))
    for size in (192, 512):
        drawn = partial(icon, size, town, round_off=False)
        app.router.add_get(f"/icon-{size}.png", partial(_show, drawn, "image/png"))


async def show_share_image(request: web.Request) -> web.Response:
    """Show what a messenger shows of a link to an opportunity, in the language of that link."""
    language = language_asked(request)
    number = int(request.match_info["id"])
    card = await request.app[STORE].read(seen_card, opportunity=number, language=language)
    if card is None:
        raise web.HTTPNotFound
    spoken, until = request.app[PAGES].texts.spoken(language), ""
    if card.state == "open" and card.answers_until is not None:
        until = f"{spoken.text('page-card-until')} {spoken.shown(card.answers_until)}"
    key = (card.title, until, card.photo and card.photo.sha256, *card.themes)
    photo = ""
    if card.photo is not None and key not in request.app[DRAWN].kept:
        photo = await _inline(request, number)
    draw = partial(
        share_image,
        card.title,
        organisation=request.app[SETTINGS].organisation,
        until=until,
        themes=tuple(card.themes),
        town=request.app[PAGES].town,
        photo=photo,
    )
    return _png(await request.app[DRAWN].get(key, draw))


async def show_photo(request: web.Request) -> web.Response:
    """Show the photo that staff gave an opportunity, to all who may read it.

    With its own sum in the address it may be kept for ever: another photo has another address. A
    card in an older conversation leads here too, also once the photo was taken away.
    """
    card, found = await request.app[STORE].read(_photo, opportunity=int(request.match_info["id"]))
    if card is None or (found is None and "v" not in request.query):
        raise web.HTTPNotFound
    if found is None:
        return await _drawing(request, picture_of(card.themes))
    total, media_type, content = found
    request[AS_IT_IS] = True
    headers = HEADERS | ALONE
    if request.query.get("v") == total[:8]:
        headers["Cache-Control"] = FOR_EVER
    return web.Response(body=content, content_type=media_type, headers=headers)


async def _inline(request: web.Request, number: int) -> str:
    """Return the photo of an opportunity as an address that holds it; empty if it is just gone."""
    found = await request.app[STORE].read(picture_content, opportunity=number)
    if found is None:
        return ""
    _, media_type, content = found
    return f"data:{media_type};base64,{b64encode(content).decode()}"


async def show_theme(request: web.Request) -> web.Response:
    """Show the drawing of a theme, for those that show no SVG."""
    theme = request.match_info["theme"]
    if theme not in THEMES:
        raise web.HTTPNotFound
    return await _drawing(request, theme)


def _photo(
    unit: Unit, *, opportunity: int
) -> tuple[OpportunityCard | None, tuple[str, str, bytes] | None]:
    """Return an opportunity as residents may see it, and its photo; neither if they may not."""
    card = seen_card(unit, opportunity=opportunity, language=FIRST)
    return card, picture_content(unit, opportunity=opportunity) if card else None


async def _drawing(request: web.Request, name: str) -> web.Response:
    return _png(await request.app[DRAWN].get(name, partial(theme_image, name)))


async def _show(draw: Callable[[], bytes], kind: str, request: web.Request) -> web.Response:
    body = await request.app[DRAWN].get(draw, draw)
    return web.Response(body=body, content_type=kind, headers=HEADERS)


def _png(body: bytes) -> web.Response:
    return web.Response(body=body, content_type="image/png", headers=HEADERS)
