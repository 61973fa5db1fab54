"""How the server is. Anybody may ask, as often as they like: one check at a time answers all."""

import asyncio

from aiohttp import web

from content.log import log
from outreach.web.keys import Check

PATIENCE = 10
"""Seconds. A check that takes longer counts as unwell."""


class Health:
    """The answer at `/health`."""

    def __init__(self, check: Check) -> None:
        self._check = check
        self._looking: asyncio.Task[bool] | None = None

    async def show(self, _: web.Request) -> web.Response:
        """Answer whether all is well; requests during a check wait for that check."""
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look())
        well = await asyncio.shield(self._looking)
        headers = {"Cache-Control": "no-store"}
        return web.json_response(
            {"status": "ok" if well else "unwell"}, status=200 if well else 503, headers=headers
        )

    async def _look(self) -> bool:
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._check()
        except Exception as error:
            log.error("health failed", error=type(error).__name__)
            return False
