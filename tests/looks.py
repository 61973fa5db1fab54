"""What a sender asks for, in tests that claim by hand."""

from datetime import time
from zoneinfo import ZoneInfo

from outreach.delivery.lane import ClaimTerms
from outreach.delivery.quiet import Quiet
from tests.conftest import LOUD

STILL = Quiet(ZoneInfo("UTC"), time(0), time(23, 59, 59))
"""Quiet all day."""


def look(*channels: str, loud: bool = True) -> ClaimTerms:
    """Everything that is due on these channels, without limit."""
    return ClaimTerms(channels, LOUD if loud else STILL, {})
