"""People who talk with the house, as in the tests of the bot."""

from tests.bot.conftest import run, script, talk_with, texts, told

__all__ = ["run", "script", "talk_with", "texts", "told"]
