"""The address at which the chat is reached, as `doctor` looks at it."""

import pytest
from pydantic import HttpUrl

from bot.channels.web.channel import INSECURE, WebChat
from outreach.settings import Settings


@pytest.mark.parametrize(
    ("address", "wrong"),
    [
        ("https://kansen.waterdam.example", None),
        ("http://127.0.0.1:8080", None),
        ("http://localhost", None),
        ("http://[::1]:8080", None),
        ("http://kansen.waterdam.example", INSECURE),
    ],
)
async def test_address_that_can_be_read_along_is_wrong(address: str, wrong: str | None) -> None:
    settings = Settings.demo(address=HttpUrl(address))

    assert await WebChat(settings).check() == wrong
