"""Waterdam on the web and on Telegram, and whether transcripts are to be written anew."""

import pytest

from tests.bot.channels.conftest import pace, telegram

__all__ = ["pace", "telegram"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-transcripts", action="store_true", help="write transcripts anew")
