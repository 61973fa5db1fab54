"""What the list of what is open shows."""

import re
from html import unescape

from tests.webclient import WebClient

GREEN, BATTERY, HELP = (
    "Zorg mee voor het plantsoen in de Lindenstraat",
    "Een buurtbatterij voor de Schapenwaard",
    "Hulp bij het huishouden, samen met de buurt",
)


def titles(page: str) -> list[str]:
    """Return the titles of the cards on a page."""
    return [
        unescape(title)
        for title in re.findall(r'<h3 class="card-title"[^>]*><a[^>]*>(.*?)</a>', page)
    ]


async def looked(browser: WebClient, path: str, language: str = "nl") -> str:
    """Return the page behind a path."""
    answer = await browser.get(path, headers={"Accept-Language": language})
    assert answer.status == 200
    return await answer.text()
