"""How this works, in a few lines."""

from bot.steps import Say


async def help() -> None:
    """Say which words work everywhere."""
    await Say("help-text")
