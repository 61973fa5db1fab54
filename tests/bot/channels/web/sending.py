"""Files as a browser sends them into the web chat."""

from collections.abc import Awaitable, Callable
from io import BytesIO
from typing import Any

from aiohttp import FormData

from tests.attached import jpeg
from tests.webclient import WebClient

JSON = {"Accept": "application/json"}
Open = Callable[..., Awaitable[WebClient]]


def file(
    content: bytes = jpeg(), name: str = "tuin.jpg", nonce: str = "nonce-een", **more: str
) -> FormData:
    """Return the form in which a file is sent."""
    # names as browsers write them, in UTF-8
    data = FormData({"nonce": nonce, "na": "0", **more}, quote_fields=False)
    data.add_field("file", BytesIO(content), filename=name, content_type="text/html")
    return data


async def sent(client: WebClient, data: FormData | None = None) -> dict[str, Any]:
    """Send a file by the page's script; return the last event."""
    answer = await client.post("/chat/bestand", data=data or file(), headers=JSON)
    assert answer.status == 200
    events: list[dict[str, Any]] = (await answer.json())["events"]
    return events[-1]
