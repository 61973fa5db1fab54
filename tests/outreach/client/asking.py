"""Two clients that are asked in the same way: ours, and aiohttp's."""

from typing import Protocol

from aiohttp import ClientError, ClientSession, ClientTimeout
from yarl import URL

from outreach.client.answer import NoAnswer
from outreach.client.client import Client
from outreach.client.pool import Patience

PATIENCE = Patience(30.0, 30.0)
"""A busy machine may take long; what is to hang has a deadline of its own."""
MESSAGE = b'{"chat_id":77,"text":"hoi"}'
Got = tuple[int, bytes] | None


class Way(Protocol):
    """A client as its user sees it."""

    async def post(self, address: str, silence: float | None = None, body: bytes = MESSAGE) -> Got:
        """Post, and return status and body; None if no answer came."""


class Ours:
    def __init__(self, client: Client) -> None:
        self._client = client

    async def post(self, address: str, silence: float | None = None, body: bytes = MESSAGE) -> Got:
        try:
            return await self._client.post(URL(address, encoded=True), body, silence)
        except NoAnswer:
            return None


class Theirs:
    def __init__(self, session: ClientSession) -> None:
        self._session = session

    async def post(self, address: str, silence: float | None = None, body: bytes = MESSAGE) -> Got:
        timeout = ClientTimeout(
            None, sock_connect=PATIENCE.connect, sock_read=silence or PATIENCE.silence
        )
        try:
            async with self._session.post(
                URL(address, encoded=True),
                data=body,
                headers={"Content-Type": "application/json"},
                allow_redirects=False,
                timeout=timeout,
            ) as answer:
                return answer.status, await answer.read()
        except (ClientError, TimeoutError, OSError):
            return None
