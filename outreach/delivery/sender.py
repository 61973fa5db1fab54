"""The sender: takes claimed deliveries to their channel, one at a time per address, and writes down how each ended."""

import asyncio
from collections.abc import Mapping
from datetime import timedelta

import structlog

from outreach.delivery.channel import Channel, EditingChannel, Receipt, Recipient
from outreach.delivery.claim import anything_due, claim_due, release_claims
from outreach.delivery.delivery import PLANNED, Outgoing, Result, record_results
from outreach.delivery.errors import SendError
from outreach.delivery.fit import fit
from outreach.delivery.quiet import Quiet
from outreach.store.bells import rung
from outreach.store.store import Store
from outreach.store.unit import TICK

POLL_SECONDS = 1.0
GROUP_SECONDS = 0.1
GROUP_ROWS = 200
TRIES = 6
FIRST_WAIT = timedelta(seconds=2)

log = structlog.get_logger()


class Sender:
    """Send what this process holds; look for more that is due as long as `run` runs.

    `hand_over` takes a reply that was claimed at birth. A slow poll finds the rest: notices, second tries, and what a
    process that died left behind.
    """

    def __init__(self, store: Store, channels: Mapping[str, Channel], quiet: Quiet) -> None:
        self._store = store
        self._quiet = quiet
        self._channels = channels
        self._last: dict[int, asyncio.Task[None]] = {}
        self._held: set[int] = set()
        self._results: list[Result] = []
        self._flush_soon: asyncio.TimerHandle | None = None
        self._flushes: set[asyncio.Task[None]] = set()

    def hand_over(self, outgoing: Outgoing) -> None:
        """Send one claimed delivery, after whatever is under way to the same address.

        One that is under way already is left alone: where sending outlasts the lease, the poll claims it once more.
        """
        if outgoing.id in self._held:
            return
        if outgoing.id:  # a last word to somebody who was forgotten has no row, and so no number
            self._held.add(outgoing.id)
        before = self._last.get(outgoing.address)
        task = asyncio.create_task(self._send_after(before, outgoing))
        self._last[outgoing.address] = task
        task.add_done_callback(lambda done: self._forget(outgoing.address, done))

    async def run(self) -> None:
        """Take over what a dead process held, then look for due deliveries until cancelled."""
        released = self._store.database.shared  # what another server holds is its own until the lease runs out
        with self._store.bells.listen(PLANNED) as bell:
            while True:
                busy = bool(self._held)
                try:
                    if not released:
                        await self._store.write(release_claims, TICK, channels=tuple(self._channels))
                        released = True
                    busy |= await self._look()
                except Exception as error:  # a full disk or a lock ends; a sender that stopped would not come back
                    log.error("looking for messages failed", error=type(error).__name__)
                await rung(bell, GROUP_SECONDS if busy else POLL_SECONDS)  # more for the same address may wait

    async def close(self) -> None:
        """Wait for what is under way, then write the last results."""
        await asyncio.gather(*self._last.values(), return_exceptions=True)
        self._flush()
        await asyncio.gather(*self._flushes, return_exceptions=True)

    async def _look(self) -> bool:
        """Claim what is due and send it; tells whether there was anything."""
        ours, loud = tuple(self._channels), not self._quiet.holds(self._store.clock())
        if not await self._store.read(anything_due, channels=ours, loud=loud):
            return False
        claimed = await self._store.write(claim_due, TICK, channels=ours, loud=loud)
        for outgoing in claimed:
            self.hand_over(outgoing)
        return bool(claimed)

    async def _send_after(self, before: asyncio.Task[None] | None, outgoing: Outgoing) -> None:
        if before is not None:
            await asyncio.wait([before])
        channel = self._channels[outgoing.channel]
        to = Recipient(outgoing.id, outgoing.address, outgoing.external_id)
        try:
            receipt = await _deliver(channel, to, outgoing)
            rest = channel.can.pace if receipt.rest is None else receipt.rest
            result = Result(outgoing.id, outgoing.address, "sent", receipt=receipt.external_id, pace=rest)
        except SendError as error:
            result = self._refused(outgoing, error)
        except Exception as error:
            log.error("sending failed", delivery=outgoing.id, channel=outgoing.channel, error=type(error).__name__)
            result = self._refused(outgoing, SendError())
        self._note(result)

    def _refused(self, outgoing: Outgoing, error: SendError) -> Result:
        """Turn the channel's error into what happens now: again elsewhere, later again, gone, or failed."""
        if error.moved_to is not None and outgoing.tries < TRIES:
            now, moved = self._store.clock(), error.moved_to
            return Result(outgoing.id, outgoing.address, "planned", reason=error.key, again_at=now, moved_to=moved)
        if error.again and outgoing.tries < TRIES:
            wait = max(FIRST_WAIT * 2**outgoing.tries, timedelta(seconds=error.wait))
            again_at = self._store.clock() + wait
            return Result(outgoing.id, outgoing.address, "planned", reason=error.key, again_at=again_at)
        state = "gone" if error.ends else "failed"
        return Result(outgoing.id, outgoing.address, state, reason=error.key)

    def _note(self, result: Result) -> None:
        self._results.append(result)
        if len(self._results) >= GROUP_ROWS:
            self._flush()
        elif self._flush_soon is None:
            self._flush_soon = asyncio.get_running_loop().call_later(GROUP_SECONDS, self._flush)

    def _flush(self) -> None:
        if self._flush_soon is not None:
            self._flush_soon.cancel()
            self._flush_soon = None
        if self._results:
            results, self._results = self._results, []
            task = asyncio.create_task(self._record(results))
            self._flushes.add(task)
            task.add_done_callback(self._flushes.discard)

    async def _record(self, results: list[Result]) -> None:
        """Write results down; where the store cannot now, the leases run out and the rows are taken up again."""
        try:
            await self._store.write(record_results, TICK, results=results)
        except Exception as error:
            log.error("results not recorded", rows=len(results), error=type(error).__name__)
        finally:
            self._held.difference_update(result.delivery for result in results)

    def _forget(self, address: int, done: asyncio.Task[None]) -> None:
        if self._last.get(address) is done:
            del self._last[address]


async def _deliver(channel: Channel, to: Recipient, outgoing: Outgoing) -> Receipt:
    """Send a message, or put it in the place of the one that it replaces; only what fits one message is edited."""
    messages = fit(outgoing.message, channel.can)
    if outgoing.edits is not None and isinstance(channel, EditingChannel):
        await channel.edit(to, outgoing.edits, messages[0])
        return Receipt(outgoing.edits)
    for message in messages:
        receipt = await channel.send(to, message)
    return receipt
