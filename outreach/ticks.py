"""All that APScheduler calls. What is due stands in our rows: a tick too many does nothing."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, date, timedelta
from functools import partial, wraps
from pathlib import Path
from threading import Event

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from content.log import log
from content.texts import Texts
from outreach.campaigns.look_after import look_after_steps
from outreach.campaigns.steer import end_called_off
from outreach.campaigns.write import take_back_silent
from outreach.conversations.silence import end_silent, remind_silent
from outreach.delivery.quiet import Quiet
from outreach.interests.apply import DecisionTerms, apply_due
from outreach.interests.confirm_reminder import remind_to_confirm
from outreach.interests.plan_reminder import remind_plans
from outreach.interests.tell import Telling
from outreach.meetings.moving import move_up, remind_of_meetings
from outreach.privacy.retention import apply_retention
from outreach.settings import Settings
from outreach.store.clock import Trust, catch_up
from outreach.store.copies import BACKUPS, KEPT, back_up_to, copy_of, drop_old, rename_misdated
from outreach.store.errors import NotWiped, StoreDamaged, Unreadable
from outreach.store.events import seal_events
from outreach.store.outage import beat
from outreach.store.portion import PORTION
from outreach.store.rounds import Rounds
from outreach.store.store import Store
from outreach.store.unit import TICK
from outreach.store.unwiped import NIGHT, Unwiped, is_time_to_wipe
from outreach.store.upkeep import backup_overdue, is_failing, tick_done, tick_failed
from outreach.store.vigil import DATABASE
from outreach.store.wipe import wipe
from outreach.talks.overdue import end_overdue
from outreach.talks.take import GoOn
from outreach.tasks.alerts import alert_staff
from outreach.tasks.hours import Hours
from outreach.tasks.outbox import gather_mail
from outreach.venues.edits import any_card_behind, edit_cards
from outreach.venues.presence import leave_where_gone
from outreach.venues.register import thrown_out

TURN_SECONDS = 60.0
LOOK_SECONDS = 60.0
"""Enough for some gigabytes; what is not reached is looked at when a backup is made."""
Tick = Callable[[], Awaitable[None]]


class Ticks:
    """The clockwork: seal events, decide, update cards, remind, end, empty what is old, back up.

    If something is deleted for good, or said to many, because a term has passed, the clock is
    checked first.
    """

    def __init__(
        self,
        store: Store,
        texts: Texts,
        settings: Settings,
        folder: Path,
        trust: Trust | None = None,
        hears: Callable[[], Awaitable[bool]] | None = None,
        go_on: GoOn | None = None,
    ) -> None:
        self._store, self._texts, self._settings, self._folder = store, texts, settings, folder
        self._trust, self._hears = trust or Trust(store.clock), hears
        self._go_on = go_on
        self._rounds = Rounds(store, self._trust)
        self._looked: date | None = None
        self._unreadable = False

    def schedule(self, *, only_wipe: bool = False) -> AsyncIOScheduler:
        """Return a scheduler that calls every tick; the caller starts and stops it.

        `only_wipe`: if workers do the rest, each folder still has its own list of what to wipe,
        and whoever hears people says so.
        """
        scheduler = AsyncIOScheduler(timezone=UTC)
        often = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        soon = self._store.clock() + timedelta(seconds=20)
        shared: tuple[tuple[Tick, int], ...] = (
            (self.seal, 1),
            (self.campaigns, 1),
            (self.decisions, 1),
            (self.venues, 1),
            (self.mail, 1),
            (self.meetings, 1),
            (self.talks, 1),
            (self.silence, 10),
            (self.retention, 60),
            (self.back_up, 30),
            (self.copies, 60),
            (self.damage, 60),
        )
        own = ((self.wipe, 10), *(() if self._hears is None else ((self.beat, 1),)))
        for tick, minutes in (*(() if only_wipe else shared), *own):
            scheduler.add_job(
                self._told(tick), "interval", minutes=minutes, next_run_time=soon, **often
            )
        return scheduler

    async def keep_time(self, scheduler: AsyncIOScheduler) -> None:
        """Call ticks that a clock that was set back would delay, as long as this runs."""
        while True:
            catch_up(scheduler)
            await asyncio.sleep(TURN_SECONDS)

    async def beat(self) -> None:
        """Note that people can be heard here, as long as they can."""
        if self._hears is not None and await self._hears():
            await self._rounds.alone(beat)

    async def seal(self) -> None:
        """Close the chain over the newest events."""
        await self._rounds.in_portions(seal_events)

    async def campaigns(self) -> None:
        """Look after the steps of campaigns that are being sent, and notice if nobody did for long.

        A campaign that a command left half written or half called off is finished too.
        """
        late = timedelta(hours=self._settings.late_hours)
        await self._rounds.each(
            partial(
                self._rounds.alone, look_after_steps, quiet=Quiet.of(self._settings), late=late
            ),
            partial(self._rounds.until_done, take_back_silent),
            partial(self._rounds.until_done, end_called_off),
        )

    async def decisions(self) -> None:
        """Apply the decisions whose cancel time is over, each in a unit of its own."""
        await self._rounds.until_done(
            apply_due, terms=DecisionTerms.of(self._texts, self._settings)
        )

    async def venues(self) -> None:
        """Mark the venues that threw us out, and edit the cards that are out of date."""
        await self._rounds.each(self._leave_where_gone, self._edit_cards)

    async def _leave_where_gone(self) -> None:
        if await self._store.read(thrown_out):
            await self._rounds.alone(leave_where_gone)

    async def _edit_cards(self) -> None:
        if await self._store.read(any_card_behind):
            await self._rounds.in_portions(edit_cards, texts=self._texts, most=PORTION)

    async def meetings(self) -> None:
        """Let who waits for a seat at a meeting move up, and remind who comes the day before."""
        telling = Telling.of(self._texts, self._settings)
        await self._rounds.each(
            partial(self._rounds.alone, move_up, telling=telling),
            partial(
                self._rounds.in_portions, self._rounds.sure(remind_of_meetings), telling=telling
            ),
        )

    async def talks(self) -> None:
        """Let the bot go on where a colleague took a conversation and their promise ran out."""
        if self._go_on is not None:
            await self._rounds.in_portions(end_overdue, go_on=self._go_on)

    async def mail(self) -> None:
        """Send staff e-mail about what waits for them."""
        if not self._settings.mails:
            return
        hours = Hours(self._settings.zone_info, self._settings.mail_daily_at)
        await self._rounds.each(
            partial(self._rounds.alone, alert_staff, hours=hours),
            partial(self._rounds.alone, gather_mail),
            self._send_mail,
        )

    async def _send_mail(self) -> None:
        # Its library takes a tenth of a second to load, so it is imported only if mail is sent.
        from outreach.tasks.post import Post

        await Post(self._settings).send_all(self._store, self._texts)

    async def silence(self) -> None:
        """Remind of plans, a yes and open questions, and end what was silent for long."""
        quiet, say, terms = Quiet.of(self._settings), self._texts.message, self._settings
        reminded = partial(say, "talk-remind")
        ended = partial(say, "talk-ended", days=terms.end_days)
        run, sure = self._rounds.in_portions, self._rounds.sure
        await self._rounds.each(
            partial(run, sure(end_silent), days=terms.end_days, say=ended, quiet=quiet),
            partial(run, sure(remind_silent), days=terms.remind_days, say=reminded, quiet=quiet),
            partial(run, sure(remind_plans), texts=self._texts, quiet=quiet),
            partial(run, sure(remind_to_confirm), texts=self._texts, quiet=quiet),
        )

    async def retention(self) -> None:
        """Empty what is past its term."""
        terms = self._settings
        await self._rounds.in_portions(
            self._rounds.sure(apply_retention),
            transcript_days=terms.transcript_days,
            message_days=terms.message_days,
            interest_months=terms.interest_months,
            undecided_months=terms.undecided_months,
            question_months=terms.question_months,
            meeting_days=terms.meeting_days,
        )

    async def back_up(self) -> None:
        """Make today's backup, if there is none yet and nobody else makes them."""
        (self._folder / BACKUPS).mkdir(exist_ok=True)
        if not self._settings.backup_elsewhere:
            ending, now = self._store.database.ending, self._store.clock()
            await self._back_up_to(copy_of(self._folder, now, ending))

    async def copies(self) -> None:
        """Delete the copies of the database that are past their term, except the newest few."""
        await self._store.read(self._trust.require)
        now = self._store.clock()
        await asyncio.to_thread(rename_misdated, self._folder, now)
        # no newer ones will be made here
        most = 0 if self._settings.backup_elsewhere else KEPT
        await asyncio.to_thread(drop_old, self._folder, now, self._settings.backup_days, most)

    async def wipe(self) -> None:
        """Wipe what was erased from the files of the database, at night, or within a day."""
        now, since = self._store.clock(), Unwiped(self._folder).since()
        if since is None or not is_time_to_wipe(since, now, self._settings.zone_info):
            return
        stop, database, clock = Event(), self._store.database, self._store.clock
        try:
            await asyncio.to_thread(wipe, database, self._folder, clock, stop)
        except NotWiped as error:
            log.info("not wiped yet", way=error.way)
            if Unwiped(self._folder).is_overdue(now):
                raise
        finally:
            # a server that stops does not wait for this
            stop.set()

    async def damage(self) -> None:
        """Check the database for damage at the start and once a night; fail as long as there is."""
        now, down = self._store.clock().astimezone(self._settings.zone_info), self._store.vigil.down
        tonight = NIGHT[0] <= now.time() < NIGHT[1] and now.date() != self._looked
        if DATABASE not in down and (self._looked is None or tonight or self._unreadable):
            if await asyncio.to_thread(self._store.database.is_damaged, LOOK_SECONDS):
                self._store.vigil.lose(DATABASE)
            else:
                self._unreadable = await asyncio.to_thread(
                    lambda: any(self._store.database.spots(LOOK_SECONDS))
                )
            # Only now: a check that could not be finished runs again with the next tick.
            self._looked = now.date()
        if DATABASE in down:
            raise StoreDamaged
        if self._unreadable:
            raise Unreadable

    def _told(self, tick: Tick) -> Tick:
        """Log and note a tick that fails, by its name, and let the next one try again."""

        @wraps(tick)
        async def told() -> None:
            name = told.__name__
            try:
                await tick()
                if await self._store.read(is_failing, name=name):
                    await self._store.write(tick_done, TICK, name=name)
            except Exception as error:
                log.error("tick failed", tick=name, error=type(error).__name__)
                # if the store itself fails, nothing can be noted in it
                with suppress(Exception):
                    await self._store.write(
                        tick_failed, TICK, name=name, error=type(error).__name__
                    )

        return told

    async def _back_up_to(self, today: Path) -> None:
        made = await asyncio.to_thread(self._make_backup, today)
        if made:
            log.info("backup made", file=today.name)
        # A database that was restored knows nothing of the copy that was made today.
        overdue = made or await self._store.read(backup_overdue)
        if made or (overdue and await asyncio.to_thread(today.exists)):
            await self._store.write(tick_done, TICK, name=self.back_up.__name__)

    def _make_backup(self, today: Path) -> bool:
        try:
            return back_up_to(today, self._store.database.back_up)
        except StoreDamaged:
            self._store.vigil.lose(DATABASE)
            raise
