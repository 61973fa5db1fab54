"""The sender: hands claimed deliveries to their channel, one at a time per address."""

import asyncio
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from content.log import log
from outreach.delivery.beat import Beat
from outreach.delivery.channel import Channel, Receipt
from outreach.delivery.claim import NOTICES, release_claims
from outreach.delivery.delivery import SOMETHING_PLANNED, DeliveryState, LastWord, Outgoing
from outreach.delivery.ending import let_end
from outreach.delivery.errors import ChannelBroken, SendError, TooFast
from outreach.delivery.lane import Lane, given_back, left_behind
from outreach.delivery.pace import SenderPace
from outreach.delivery.pacing import Pacing
from outreach.delivery.piece import send_last_word, send_piece
from outreach.delivery.quiet import Quiet
from outreach.delivery.recorder import Recorder
from outreach.delivery.refused import after_refusal
from outreach.delivery.results import Result
from outreach.delivery.trouble import Troubles
from outreach.delivery.wary import Wary
from outreach.store.bells import rung
from outreach.store.store import Store
from outreach.store.unit import TICK

CLAIM_ROWS = 256
"""Messages that are claimed and not yet handed over, at most."""
IN_FLIGHT = 400
"""Messages under way at most: each has a connection of its own."""
CROWDED_SECONDS = 0.005
TOGETHER_SECONDS = 0.05
"""Messages due this soon after each other are handled together."""
CHUNK = 64
"""Messages that are checked again at a time, right before they are handed over."""
SOON_SECONDS = 3.0
"""How long the sender polls often after a piece, or after an answer that has to wait."""
PACE = SenderPace()
OF_THE_CHANNEL = (TooFast.key, ChannelBroken.key)
"""Faults that say nothing of a mailing: the whole channel has to wait."""


class Sender:
    """Sends what this process holds, and looks for more that is due while `run` runs.

    `hand_over` takes a reply that was claimed when it was stored. `run` finds the rest, by a bell
    or a slow poll: notices, campaigns, second tries, and what a process that died left behind.
    """

    def __init__(
        self,
        store: Store,
        channels: Mapping[str, Channel],
        quiet: Quiet,
        ledgers: Sequence[Lane] = (NOTICES,),
        late: timedelta | None = None,
        count: Callable[[str, str], None] | None = None,
        pace: SenderPace = PACE,
    ) -> None:
        self._store = store
        self._count = count
        self._pace = pace
        self._channels = channels
        self._pacing = Pacing(
            store,
            {name: channel.can.rate for name, channel in channels.items()},
            quiet,
            ledgers,
            late,
            pace.lease,
            [name for name, channel in channels.items() if channel.can.silent],
        )
        self._last: dict[int | None, asyncio.Task[None]] = {}
        """What is under way, or waits for that, by address: the last of each."""
        self._tasks: set[asyncio.Task[None]] = set()
        """All of it."""
        self._held: set[int] = set()
        self._beat = Beat(store.clock)
        self._first: set[int] = set()
        """Addresses where a begun delivery goes before others, until its result is stored."""
        self._soon = 0.0
        self._waiting: deque[tuple[float, Outgoing]] = deque()
        self._recorder = Recorder(store, pace, self._let_go)
        self._troubles = Troubles()
        self._wary = Wary(store.bells)

    def hand_over(self, outgoing: Outgoing | LastWord) -> None:
        """Send one claimed delivery, or a last word, after what is under way to the same address.

        A delivery that is under way already is ignored: if sending outlasts its lease, the poll
        claims it a second time. So is an answer that was not claimed: another message comes first.
        """
        before = self._last.get(outgoing.address)
        if isinstance(outgoing, LastWord):
            sending = self._say_after(before, outgoing)
        elif outgoing.id in self._held or not outgoing.tries:
            return
        else:
            self._held.add(outgoing.id)
            sending = self._send_after(before, outgoing)
        task = asyncio.create_task(sending)
        self._last[outgoing.address] = task
        self._tasks.add(task)
        task.add_done_callback(lambda done: self._forget(outgoing.address, done))

    async def run(self) -> None:
        """Take over what a dead process held, then look for due deliveries until cancelled."""
        # a delivery claimed by another server stays its own until the lease runs out
        released = self._store.database.shared
        with self._store.bells.listen(SOMETHING_PLANNED) as bell:
            while True:
                more, busy = False, bool(self._held)
                try:
                    if not released:
                        await self._store.write(
                            release_claims, TICK, channels=tuple(self._channels)
                        )
                        released = True
                    more = await self._claim()
                    await self._hand_out()
                except Exception as error:
                    # a full disk or a lock ends; a sender that stopped would not come back
                    log.error("looking for messages failed", error=type(error).__name__)
                await rung(bell, self._pause(more, busy))

    async def close(self) -> None:
        """Wait a moment for what is under way, give back the rest, and store the last results.

        If a channel did not answer in that moment its row stays claimed, as after a kill.
        """
        self._recorder.closing()
        await let_end(self._tasks, self._pace.last)
        for _, outgoing in self._waiting:
            self._recorder.put(given_back(outgoing))
        self._waiting.clear()
        self._wary.close()
        await self._recorder.close()

    async def _claim(self) -> bool:
        """Claim what is due, if there is room; True if there was anything."""
        most = CLAIM_ROWS - len(self._waiting)
        if most < CLAIM_ROWS - CHUNK:
            return False
        taken = await self._pacing.take(most)
        # now, not when they are handed over: by then the result of the first claim may be stored
        claimed = [place for place in taken if place.outgoing.id not in self._held]
        now = asyncio.get_running_loop().time()
        self._waiting.extend((now + place.wait, place.outgoing) for place in claimed)
        if claimed:
            self._waiting = deque(sorted(self._waiting, key=lambda item: item[0]))
        return bool(taken)

    async def _hand_out(self) -> None:
        """Hand over what may go now; a STOP or a pause since the claim is respected here."""
        chunk = self._next_chunk()
        if not chunk:
            return
        try:
            ended = await self._pacing.check(chunk)
        except BaseException:
            now = asyncio.get_running_loop().time()
            self._waiting.extendleft((now, outgoing) for outgoing in reversed(chunk))
            raise
        for outgoing in chunk:
            if outgoing.id in ended:
                self._note(ended[outgoing.id])
            else:
                self.hand_over(outgoing)

    def _next_chunk(self) -> list[Outgoing]:
        until, most = (
            asyncio.get_running_loop().time() + TOGETHER_SECONDS,
            min(CHUNK, IN_FLIGHT - len(self._last)),
        )
        chunk: list[Outgoing] = []
        while self._waiting and len(chunk) < most and self._waiting[0][0] <= until:
            chunk.append(self._waiting.popleft()[1])
        return chunk

    def _pause(self, more: bool, busy: bool) -> float:
        """How long to wait if no bell rings; `busy`: something was under way at the last look."""
        if self._waiting:
            wait = self._waiting[0][0] - asyncio.get_running_loop().time()
            return max(wait, CROWDED_SECONDS if len(self._last) >= IN_FLIGHT else 0.0)
        if more:
            return 0.0
        soon = asyncio.get_running_loop().time() < self._soon
        # more messages for the same address may be waiting
        return self._pace.group if busy or soon or self._held else self._pace.poll

    async def _send_after(self, before: asyncio.Task[None] | None, outgoing: Outgoing) -> None:
        since = asyncio.get_running_loop().time()
        if before is not None:
            await self._wait_for(before, outgoing)
        try:
            # first what it knows by itself: while it reads, that may be stored and forgotten
            early = self._comes_early(outgoing) or await self._kept_back(outgoing, since)
            result = early or await self._tried(outgoing)
        except Exception as error:
            # kept for ever it would never be sent again; released, its lease runs out
            self._held.discard(outgoing.id)
            log.error("sending broke off", delivery=outgoing.id, error=type(error).__name__)
            return
        # before anything else that may fail: a sent message may not be sent again
        self._note(result)
        if early is None:
            await self._look_back(outgoing, result)

    async def _say_after(self, before: asyncio.Task[None] | None, word: LastWord) -> None:
        """Send a last word; its result is only logged."""
        if before is not None:
            await asyncio.wait([before])
        try:
            await send_last_word(self._channels[word.channel], word)
        except Exception as error:
            log.error("sending failed", channel=word.channel, error=type(error).__name__)

    async def _wait_for(self, before: asyncio.Task[None], outgoing: Outgoing) -> None:
        try:
            await asyncio.wait([before])
        except asyncio.CancelledError:
            # the sender ended first, and this was not handed over
            self._recorder.put(left_behind(outgoing))
            raise

    async def _look_back(self, outgoing: Outgoing, result: Result) -> None:
        if self._count is not None and not (
            result.state == DeliveryState.PLANNED and result.reason is None
        ):
            self._count(outgoing.channel, result.reason or result.state)
        if outgoing.mailing is not None and result.reason not in OF_THE_CHANNEL:
            await self._troubles.look_after(self._store, outgoing.mailing, result.reason)

    async def _kept_back(self, outgoing: Outgoing, since: float) -> Result | None:
        """The result of a delivery that may not go any more, if it waited or something happened."""
        if not self._wary.looks_again(since):
            return None
        return (await self._pacing.check([outgoing])).get(outgoing.id)

    def _comes_early(self, outgoing: Outgoing) -> Result | None:
        """The result of a delivery that would overtake another, or come too fast."""
        if outgoing.address in self._first:
            return left_behind(outgoing)
        free_at = self._beat.free_at(outgoing.address)
        return None if free_at is None else replace(given_back(outgoing), again_at=free_at)

    async def _tried(self, outgoing: Outgoing) -> Result:
        """Hand over the next piece of a delivery, and return its result."""
        channel, began = self._channels[outgoing.channel], self._store.clock()
        try:
            receipt, arrived = await send_piece(channel, outgoing)
        except SendError as error:
            error.account = error.account and (
                error.ours or not self._beat.lately(outgoing.address)
            )
            if error.account:
                self._recorder.pause(outgoing.channel, error)
            return self._refused(outgoing, error)
        except Exception as error:
            log.error(
                "sending failed",
                delivery=outgoing.id,
                channel=outgoing.channel,
                error=type(error).__name__,
            )
            return self._refused(outgoing, SendError())
        return self._arrived(outgoing, receipt, arrived, began)

    def _arrived(
        self, outgoing: Outgoing, receipt: Receipt, arrived: int | None, began: datetime
    ) -> Result:
        """The result of a delivery after the channel took a piece, or the last one."""
        can = self._channels[outgoing.channel].can
        rest = can.pace if receipt.rest is None else receipt.rest
        if rest:
            self._beat.note(
                outgoing.address, began, rest, rest if receipt.rest is None else timedelta(0)
            )
        self._recorder.works(outgoing.channel)
        if arrived is not None:
            return Result(
                outgoing.id,
                outgoing.address,
                DeliveryState.PLANNED,
                pace=rest,
                arrived=arrived,
                first=True,
            )
        return Result(
            outgoing.id,
            outgoing.address,
            DeliveryState.SENT,
            receipt=receipt.external_id,
            pace=rest,
        )

    def _refused(self, outgoing: Outgoing, error: SendError) -> Result:
        return after_refusal(outgoing, error, self._store.clock(), self._pace.first_wait)

    def _note(self, result: Result) -> None:
        if result.first:
            self._first.add(result.address)
            self._soon = asyncio.get_running_loop().time() + SOON_SECONDS
        self._recorder.note(result)

    def _let_go(self, stored: Sequence[Result]) -> None:
        """Forget deliveries that are stored; before that, none may be sent twice."""
        self._held.difference_update(result.delivery for result in stored)
        self._first.difference_update(result.address for result in stored if result.first)

    def _forget(self, address: int | None, done: asyncio.Task[None]) -> None:
        self._tasks.discard(done)
        if self._last.get(address) is done:
            del self._last[address]
