"""A browser in a conversation."""

from typing import Any

import pytest

from content.message import Message
from tests.webclient import WebClient


@pytest.fixture
async def talking(browser: WebClient, inbox: Any) -> WebClient:
    """A browser in a conversation in which everything is repeated."""
    inbox.says = lambda arrival: Message(f"Echo {arrival.text}")
    await browser.post("/chat", data={"text": "een", "nonce": "nonce-een"})
    return browser
