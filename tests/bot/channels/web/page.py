"""What stands on the page of the web chat, as a reader sees it."""

import re

from tests.webclient import WebClient

BUBBLE = re.compile(r'<div class="bubble (mine|theirs)".*?</span>(.*?)</div>', re.DOTALL)


def bubbles(html: str) -> list[tuple[str, str]]:
    """Return who said what on a page, without markup."""
    return [
        (who, re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", said)).strip())
        for who, said in BUBBLE.findall(html)
    ]


async def conversation(browser: WebClient) -> list[tuple[str, str]]:
    """Return who said what, as the page of the chat tells."""
    return bubbles(await (await browser.get("/chat")).text())
