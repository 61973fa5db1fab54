"""All that APScheduler calls. It only ticks: what is due stands in our rows, so a tick too many does nothing."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, timedelta
from functools import wraps
from pathlib import Path

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from content.texts import Texts
from outreach.privacy.retention import apply_retention
from outreach.settings import Settings
from outreach.store.backup import backup
from outreach.store.events import seal_events
from outreach.store.store import Store
from outreach.store.unit import TICK
from outreach.talks.silence import end_silent, remind_silent

BACKUPS = "backups"
COPIES = (f"{BACKUPS}/kansenbode-*.db*", "kansenbode-before-*.db*", "kansenbode.db.replaced*")
"""Every copy of the database that this program makes: a person who was forgotten may not stay in one for ever."""

log = structlog.get_logger()
Tick = Callable[[], Awaitable[None]]


class Ticks:
    """The house's clockwork: seal events, remind, end, empty what is past its term, back up."""

    def __init__(self, store: Store, texts: Texts, settings: Settings, folder: Path) -> None:
        self._store, self._texts, self._settings, self._folder = store, texts, settings, folder

    def schedule(self) -> AsyncIOScheduler:
        """Give a scheduler that calls every tick; the caller starts and stops it."""
        scheduler = AsyncIOScheduler(timezone=UTC)
        often = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        soon = self._store.clock() + timedelta(seconds=20)
        for tick, minutes in ((self.seal, 1), (self.silence, 10), (self.retention, 60), (self.back_up, 30)):
            scheduler.add_job(_told(tick), "interval", minutes=minutes, next_run_time=soon, **often)
        return scheduler

    async def seal(self) -> None:
        """Close the chain over the newest events."""
        await self._store.write(seal_events, TICK)

    async def silence(self) -> None:
        """Remind who fell silent, and end what was silent for long."""
        remind, end = self._settings.remind_days, self._settings.end_days
        await self._store.write(end_silent, TICK, days=end, say=lambda lang: self._texts.message("talk-ended", lang))
        await self._store.write(
            remind_silent, TICK, days=remind, say=lambda lang: self._texts.message("talk-remind", lang)
        )

    async def retention(self) -> None:
        """Empty what is past its term."""
        terms = self._settings
        await self._store.write(
            apply_retention,
            TICK,
            transcript_days=terms.transcript_days,
            message_days=terms.message_days,
            interest_months=terms.interest_months,
        )

    async def back_up(self) -> None:
        """Make today's backup if there is none yet, and drop every copy past its term."""
        now = self._store.clock()
        folder = self._folder / BACKUPS
        folder.mkdir(exist_ok=True)
        today = folder / f"kansenbode-{now:%Y-%m-%d}.db"
        if not today.exists():
            await asyncio.to_thread(backup, self._store.path, today)
            log.info("backup made", file=today.name)
        oldest = (now - timedelta(days=self._settings.backup_days)).timestamp()
        for copy in (found for pattern in COPIES for found in self._folder.glob(pattern)):
            # Its ctime is when it came to stand here; a database that a restore set aside keeps an older mtime.
            if copy != today and copy.stat().st_ctime < oldest:
                copy.unlink()


def _told(tick: Tick) -> Tick:
    """Log a tick that fails by its name, and let the next one try again."""

    @wraps(tick)
    async def told() -> None:
        try:
            await tick()
        except Exception as error:
            log.error("tick failed", tick=told.__name__, error=type(error).__name__)

    return told
