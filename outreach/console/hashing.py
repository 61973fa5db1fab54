"""Hash passwords in threads of their own, a few at a time: each takes much memory and some time."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from aiohttp import web
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

AT_ONCE, WAITING = 2, 40
MEMORY, PASSES = 46 * 1024, 1
"""Kibibytes and passes of argon2id, with one lane: OWASP's Password Storage Cheat Sheet."""
DECOY = (
    "$argon2id$v=19$m=47104,t=1,p=1$ROZ1X10JLys/VbYr7uyhzQ"
    "$9+LarCE1ELJydc42l6EyNbLyYeRuVrp01v/wMiDbAzQ"
)
"""What a password is held against where there is none, so that it takes as long."""
RETRY_AFTER = "5"
T = TypeVar("T")


class Hashing:
    """Makes hashes and holds passwords against them; answers 503 if too many wait."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher(time_cost=PASSES, memory_cost=MEMORY, parallelism=1)
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="kansenbode-hashing")
        self._asked = 0

    async def hash(self, password: str) -> str:
        """Return a password as it is stored."""
        return await self._do(lambda: self._hasher.hash(password))

    async def fits(self, stored: str | None, password: str) -> bool:
        """Return True if a password is the one that is stored; it takes as long if none is."""
        found = await self._do(lambda: self._fits(stored or DECOY, password))
        return found and stored is not None

    def ages(self, stored: str) -> bool:
        """Return True if a hash was made with other measures than those of now."""
        return self._hasher.check_needs_rehash(stored)

    def close(self) -> None:
        """Take no more."""
        self._threads.shutdown(wait=False)

    def _fits(self, stored: str, password: str) -> bool:
        try:
            return self._hasher.verify(stored, password)
        except (VerifyMismatchError, InvalidHashError):
            return False

    async def _do(self, work: Callable[[], T]) -> T:
        if self._asked >= AT_ONCE + WAITING:
            raise web.HTTPServiceUnavailable(headers={"Retry-After": RETRY_AFTER})
        self._asked += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        finally:
            self._asked -= 1


HASHING = web.AppKey("hashing", Hashing)
