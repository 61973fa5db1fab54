"""Waterdam with a mail server, and somebody who talks there in a browser."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.message import EmailMessage
from pathlib import Path

from aiohttp.test_utils import TestClient, TestServer

from bot.server import build
from outreach.settings import Settings
from outreach.store.store import Store
from tests.smtp import MailServer
from tests.talking import UNHURRIED
from tests.webclient import WebClient


@asynccontextmanager
async def town(store: Store, folder: Path, server: MailServer) -> AsyncIterator[WebClient]:
    """Serve Waterdam with a mail server; yields a browser."""
    settings = Settings.demo(
        mail_host="127.0.0.1",
        mail_port=server.port,
        mail_tls="none",
        mail_from="kansen@waterdam.example",
        posts_per_minute=10_000,
    )
    app = build(settings, folder, store, pace=UNHURRIED)
    async with TestClient(TestServer(app)) as browser:
        yield browser


def link_in(mail: EmailMessage, way: str) -> str:
    body = mail.get_body(("plain",))
    assert isinstance(body, EmailMessage)
    found = re.search(rf"http://127\.0\.0\.1:\d+(/{way}/[\w.-]+)", body.get_content())
    assert found is not None
    return found[1]


async def say(browser: WebClient, *texts: str) -> str:
    for text in texts:
        await browser.post("/chat", data={"text": text})
    return await (await browser.get("/chat")).text()
