"""A resident's browser at a server of its own process, and waiting until something is so."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from hashlib import sha256

from aiohttp import ClientSession

POSTS = 400
"""By then a disk without room takes no more: what SQLite writes anew within
its files is soon used up.
"""


@dataclass
class Browser:
    """Somebody in the web chat without script; keeps what was taken and what was refused."""

    session: ClientSession
    address: str
    token: str
    taken: list[str] = field(default_factory=list)
    refused: list[tuple[str | None, str]] = field(default_factory=list)

    async def say(self, text: str) -> int:
        nonce, headers = secrets.token_hex(12), {"Cookie": f"kansenbode={self.token}"}
        form = {"nonce": nonce, "text": text}
        async with self.session.post(
            f"{self.address}/chat", data=form, headers=headers, allow_redirects=False
        ) as answer:
            if answer.status == 303:
                self.taken.append(f"{sha256(self.token.encode()).hexdigest()[:16]}.{nonce}")
            else:
                self.refused.append((answer.headers.get("Retry-After"), await answer.text()))
            return answer.status

    async def looks(self, path: str) -> int:
        async with self.session.get(f"{self.address}{path}") as answer:
            return answer.status

    async def health(self) -> int:
        return await self.looks("/health")


async def becomes(wanted: int, look: Callable[[], Awaitable[int]]) -> bool:
    """Do something until it is answered so; False if it never is."""
    for _ in range(POSTS):
        if await look() == wanted:
            return True
        await asyncio.sleep(0.01)
    return False
