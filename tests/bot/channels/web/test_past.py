"""A long conversation comes in pages that lead to each other."""

from typing import Any

from content.message import Message
from outreach.delivery.history import SHOWN
from tests.bot.channels.web.page import bubbles
from tests.webclient import WebClient


async def test_browser_pages_back_and_forth_by_links_alone(browser: WebClient, inbox: Any) -> None:
    inbox.says = lambda arrival: Message(f"Echo {arrival.text}")
    for turn in range(SHOWN + 2):
        await browser.post("/chat", data={"text": f"t{turn}"}, allow_redirects=False)

    last = await (await browser.get("/chat")).text()
    past = await (await browser.get("/chat?voor=3")).text()
    nothing = [
        await browser.get(f"/chat?voor={number}", allow_redirects=False)
        for number in ("1", "0", "x")
    ]

    assert '<a href="/chat?voor=3#einde">Eerder in dit gesprek</a>' in last
    assert bubbles(past) == [
        ("mine", "t0"),
        ("theirs", "Echo t0"),
        ("mine", "t1"),
        ("theirs", "Echo t1"),
    ]
    assert ('<a href="/chat#einde">Naar de laatste berichten</a>' in past, "<textarea" in past) == (
        True,
        False,
    )
    assert f'id="m{SHOWN + 2}"' in last
    assert [answer.status for answer in nothing] == [303, 200, 200]
