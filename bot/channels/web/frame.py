"""What stands around the conversation on its page: days, times, who speaks, and the subject."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from hashlib import blake2b
from typing import Any

from aiohttp import web

from bot.channels.web.cookie import sender_of
from bot.channels.web.files import allow_files
from bot.channels.web.unread import seen_by
from outreach.delivery.history import History, Mine, Theirs
from outreach.interests.question import ANSWER_DAYS
from outreach.opportunities.brief import seen_card
from outreach.web.keys import SETTINGS, STORE
from outreach.web.page import page, reader_language

MINUTE = timedelta(minutes=1)
GROUPED = timedelta(minutes=5)
"""What one side says within so much time stands together, with one time below it.

Both sides together have one time in a minute: a quick exchange is not cut up by equal times.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One bubble: what was said, when, the day that begins with it, and if its group ends.

    `fresh` marks the first that this browser did not show before.
    """

    line: Mine | Theirs
    at: datetime | None
    day: date | None
    ends: bool
    fresh: bool = False

    @property
    def mine(self) -> bool:
        """True if the person said it."""
        return isinstance(self.line, Mine)


def laid_out(lines: Iterable[Mine | Theirs], zone: tzinfo, seen: int = 0) -> list[Row]:
    """Lay messages out in days and groups; what shows nothing has no row.

    `seen` is the number of the last message that was shown before, if that is known.
    """
    said = [line for line in lines if _is_shown(line)]
    when = [None if line.at is None else line.at.astimezone(zone) for line in said]
    rows, day = [], None
    first = _first_after(said, seen)
    for place, (line, at) in enumerate(zip(said, when, strict=True)):
        begins = None if at is None or at.date() == day else at.date()
        day = begins or day
        later = when[place + 1] if place + 1 < len(said) else None
        same = later is not None and type(said[place + 1]) is type(line)
        ends = not _together(at, later, GROUPED if same else MINUTE)
        rows.append(Row(line, at, begins, ends, fresh=line is first))
    return rows


def _first_after(lines: Iterable[Mine | Theirs], seen: int) -> Theirs | None:
    """Return the first message of ours after a number; None if nothing was seen, or all of it."""
    new = (line for line in lines if isinstance(line, Theirs) and line.seq > seen)
    return next(new, None) if seen else None


def _together(at: datetime | None, later: datetime | None, most: timedelta) -> bool:
    """True if one time will do for both."""
    if at is None or later is None:
        return False
    return at.date() == later.date() and later - at < most


def _is_shown(line: Mine | Theirs) -> bool:
    return isinstance(line, Mine) or bool(line.message.text or line.message.links)


async def framed(
    request: web.Request, talk: History | None, language: str | None
) -> dict[str, Any]:
    """Return a conversation and what stands around it, for the template of the chat."""
    settings, store = request.app[SETTINGS], request.app[STORE]
    spoken = language or reader_language(request)
    number = None if talk is None or not talk.present else talk.frame.about
    about = None
    if number is not None:
        about = await store.read(seen_card, opportunity=number, language=spoken)
    seen = seen_by(request) if talk is not None and talk.present else 0
    today = store.clock().astimezone(settings.zone_info).date()
    return {
        "talk": talk,
        "rows": [] if talk is None else laid_out(talk.lines, settings.zone_info, seen),
        "language": language,
        "days": {today: "chat-today", today - timedelta(days=1): "chat-yesterday"},
        "zone": settings.zone,
        "human_days": ANSWER_DAYS,
        "about": about,
        "mails": settings.mails,
        "pushes": settings.pushes,
        "most_mb": settings.file_mb if settings.files_mb else 0,
        "mark": mark_of(await sender_of(request) or ""),
    }


def chat_page(request: web.Request, **values: Any) -> web.Response:
    """Answer with the page of the chat, which may show what is being sent, and hear a voice."""
    answer = page(request, "chat.html", **values)
    allow_files(request, answer)
    return answer


def mark_of(sender: str) -> str:
    """Return a mark of a conversation, by which a script tells it from another one."""
    return blake2b(sender.encode("ascii"), digest_size=8).hexdigest()


async def show_subject(request: web.Request) -> web.Response:
    """Show one opportunity as it stands beside the conversation, for the page's script."""
    about = await request.app[STORE].read(
        seen_card, opportunity=int(request.match_info["id"]), language=reader_language(request)
    )
    if about is None:
        raise web.HTTPNotFound
    return page(request, "about.html", about=about)
