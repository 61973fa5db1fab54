"""Waterdam on Telegram: the whole server as `main` builds it, with a real HTTP Bot API."""

import socket
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp.test_utils import TestServer
from pydantic import HttpUrl, SecretStr

from bot.server import PACE, Pace, build
from outreach.settings import Settings
from outreach.store.store import Store
from tests.botapi.server import BotApi
from tests.botapi.user import User
from tests.talking import UNHURRIED


class TelegramTown:
    """Serve, stop and serve again, on one database and one address."""

    def __init__(
        self,
        botapi: BotApi,
        store: Store,
        folder: Path,
        mode: str = "webhook",
        pace: Pace = PACE,
        **more: Any,
    ) -> None:
        self.botapi, self.store, self.folder, self.mode = botapi, store, folder, mode
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        facts = {
            "telegram_token": SecretStr(botapi.token),
            "telegram_api": HttpUrl(botapi.address),
            "telegram_mode": mode,
            "address": HttpUrl(self.address),
        }
        self.settings = Settings.demo(**facts | more)
        self.pace = replace(pace, seconds=UNHURRIED.seconds)
        self.server: TestServer | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def serve(self, *, connected: bool = True) -> None:
        """Serve, and wait until Telegram knows of us."""
        asked = self._introduced()
        app = build(self.settings, self.folder, self.store, pace=self.pace)
        self.server = TestServer(app, port=self.port)
        await self.server.start_server(shutdown_timeout=0.1)
        if connected:
            await self.botapi.until(lambda: self._introduced() >= asked + 3)

    async def stop(self) -> None:
        if self.server is not None:
            await self.server.close()
            self.server = None

    async def restart(self) -> None:
        await self.stop()
        await self.serve()

    async def post(self, body: bytes, path: str = "", **headers: str) -> int:
        """Post as anybody could, to the address that Telegram knows."""
        url = path or self.botapi.pusher.webhook.url
        async with (
            aiohttp.ClientSession() as session,
            session.post(url, data=BytesIO(body), headers=headers) as answer,
        ):
            return answer.status

    @property
    def secret(self) -> dict[str, str]:
        """The header with which Telegram posts."""
        return {"X-Telegram-Bot-Api-Secret-Token": self.botapi.pusher.webhook.secret}

    def _introduced(self) -> int:
        return len([call for call in self.botapi.named("setMyShortDescription") if call.done])


async def asked(user: User) -> str:
    """Start, and give the first question."""
    return await user.answered(User.start)


async def says(user: User, text: str) -> str:
    """Write, and give the answer."""
    return await user.answered(lambda who: who.write(text))


async def presses(user: User, label: str) -> str:
    """Press a button under the newest message that has it, and give the answer."""
    return await user.answered(lambda who: who.press(label))
