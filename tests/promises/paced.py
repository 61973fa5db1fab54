"""The real server with a pace of its own, as a program for a process of its own."""

from datetime import timedelta

from bot.rush import PACE as RUSH
from bot.rush import RushPace
from outreach.client.client import PATIENCE
from outreach.client.pool import Patience
from outreach.delivery.pace import SenderPace
from outreach.delivery.sender import PACE as SENDER
from outreach.web.pace import PACE as WEB
from outreach.web.pace import WebPace

PROGRAM = """
import datetime, threading
from main import main

def paced(*given):
    # loaded as late as `main` does, once it has told the collector to rest
    from bot.rush import RushPace
    from bot.server import Pace, serve
    from outreach.client.pool import Patience
    from outreach.delivery.pace import SenderPace
    from outreach.web.pace import WebPace

    pace = Pace(sender={sender!r}, web={web!r}, rush={rush!r}, calls={calls!r})
    serve(*given, pace=pace)

{first}
main(paced)
"""


def paced(
    *,
    sender: SenderPace = SENDER,
    web: WebPace = WEB,
    rush: RushPace = RUSH,
    calls: Patience = PATIENCE,
    first: str = "pass",
) -> tuple[str, str]:
    """Return the arguments of Python for a server with this pace, which does `first` before all."""
    return "-c", PROGRAM.format(first=first, sender=sender, web=web, rush=rush, calls=calls)


SHORT_LEASE = paced(sender=SenderPace(lease=timedelta(seconds=5)))
"""What a killed server held is taken over sooner than after its minute."""
