"""Somebody who comes into the chat from the page of an opportunity."""

from typing import Any

STRIP = "/kansen/1"


async def joined(
    visit: Any, width: int = 390, path: str = STRIP, button: str = "Ik doe mee", **options: Any
) -> Any:
    """Open an opportunity and press the big button; return the page of the chat."""
    page = await visit(path, width, **options)
    await page.get_by_role("button", name=button).first.click()
    await page.wait_for_url("**/chat*")
    return page
