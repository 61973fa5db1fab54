"""Files that people sent in Telegram: fetched one by one, tried again, and told if it fails.

Nobody waits for it: the message was answered before. Where a file is to be fetched stands in its
address beside the token, so neither is logged.
"""

import asyncio
import re
from typing import Any

from bot.attached import lose_along
from bot.channels.telegram.calls import Calls
from bot.channels.telegram.updates import CHANNEL
from content.log import log
from content.texts import Texts
from outreach.attachments.accepted import NotAccepted, accepted
from outreach.attachments.attachment import AWAITS, Allowance
from outreach.attachments.fetching import Due, any_due, claim_due, keep_fetched
from outreach.delivery.errors import ChannelBroken, SendError, TooFast, Unreachable
from outreach.store.bells import rung
from outreach.store.store import Store
from outreach.store.unit import NOBODY

LOOK_SECONDS = 30.0
"""How often is looked for what is to be tried again."""
PATH = re.compile(r"(?!.*\.\.)[A-Za-z0-9_./-]{1,300}")
PASSING = (Unreachable, TooFast, ChannelBroken)
"""Errors that pass: what they met is tried again."""


class Files:
    """Fetches what is awaited from Telegram, as long as it runs."""

    def __init__(self, calls: Calls, store: Store, texts: Texts, allowance: Allowance) -> None:
        self._calls, self._store, self._texts = calls, store, texts
        self._allowance = allowance

    async def run(self) -> None:
        """Fetch whatever is due, for ever."""
        with self._store.bells.listen(AWAITS) as bell:
            while True:
                if not await self.fetch_next():
                    await rung(bell, LOOK_SECONDS)

    async def fetch_next(self) -> bool:
        """Fetch one file, if one is due; True if there may be more."""
        if not await self._store.read(any_due, channel=CHANNEL):
            return False
        due = await self._store.write(claim_due, NOBODY, channel=CHANNEL)
        if due is not None:
            await self._fetch(due)
        return True

    async def _fetch(self, due: Due) -> None:
        try:
            content = await self._content(due.reference)
            found = await asyncio.to_thread(accepted, content)
        except NotAccepted as error:
            await self._lose(due, error.reason)
            return
        except PASSING as error:
            log.info(
                "file not fetched", channel=CHANNEL, error=type(error).__name__, tries=due.tries
            )
            if due.is_last_try:
                await self._lose(due, "away")
            return
        except SendError:
            await self._lose(due, "away")
            return
        refused = await self._store.write(
            keep_fetched,
            NOBODY,
            number=due.number,
            name=due.name,
            accepted=found,
            allowance=self._allowance,
        )
        if refused:
            await self._lose(due, refused)

    async def _content(self, reference: str) -> bytes:
        """Return a file; raises NotAccepted if it is too large, and errors of the family."""
        told: Any = await self._calls.call("getFile", {"file_id": reference})
        told = told if isinstance(told, dict) else {}
        size, path = told.get("file_size"), told.get("file_path")
        if isinstance(size, int) and size > self._allowance.file_bytes:
            raise NotAccepted("large")
        if not isinstance(path, str) or not PATH.fullmatch(path):
            raise Unreachable
        content = await self._calls.download(path)
        if len(content) > self._allowance.file_bytes:
            raise NotAccepted("large")
        return content

    async def _lose(self, due: Due, reason: str) -> None:
        await self._store.write(
            lose_along,
            NOBODY,
            number=due.number,
            reason=reason,
            texts=self._texts,
            allowance=self._allowance,
        )
