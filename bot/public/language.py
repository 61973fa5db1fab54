"""The language switch: a cookie, and the language of the conversation if there is one."""

import re

from aiohttp import web

from bot.channels.web.cookie import person_of, sender_of
from bot.channels.web.speak import SPEAK
from outreach.parties.person import choose_language
from outreach.store.unit import Actor
from outreach.web.form import read_form
from outreach.web.keys import PAGES, STORE
from outreach.web.page import keep_language

OWN_PATH = re.compile(r"/(?![/\\])[!-~]*")
LONGEST_PATH = 2_000


async def follow_language_link(request: web.Request) -> web.Response:
    """Switch by a plain link, for a poster or a newsletter."""
    return _switched(request, request.query.get("taal", ""), request.query.get("terug", "/"))


async def choose(request: web.Request) -> web.Response:
    """Switch by the button on every page; the conversation goes on in that language too."""
    form = await read_form(request)
    language = form.get("taal", "")
    if language in request.app[PAGES].languages:
        sender = await sender_of(request)
        person = await person_of(request, sender)
        speak = request.app.get(SPEAK) if form.get("terug", "").startswith("/chat") else None
        if person is not None and sender is not None and speak is not None:
            # who looks at the open question has it put again at once
            await speak(sender, language)
        elif person is not None:
            actor = Actor("person", person)
            await request.app[STORE].write(choose_language, actor, language=language)
    return _switched(request, language, form.get("terug", "/"))


def own_path(path: str) -> str:
    """Return a path on our own pages, or the first page: `//other.example` leads away."""
    return path if len(path) < LONGEST_PATH and OWN_PATH.fullmatch(path) else "/"


def _switched(request: web.Request, language: str, back: str) -> web.Response:
    answer = web.Response(status=303, headers={"Location": own_path(back)})
    keep_language(request, answer, language)
    return answer
