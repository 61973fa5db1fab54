"""How often somebody may try to sign in: per account, per client, per known device.

Who guesses holds up an account for other strangers, and for nobody on a device of its colleague
(`outreach/staff/device.py`). Every try counts, before it is looked at: many at the same time win
nothing. An account that does not exist is held up alike.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from aiohttp import web

from outreach.web.limits import Quota

QUARTER, DAY = 900, 24 * 3600
OF_ACCOUNT, OF_DEVICE, OF_CLIENT = 10, 20, 300
"""Tries in a quarter of an hour. A town hall is one client."""
OF_ACCOUNT_A_DAY = 100
"""Tries of strangers at one account (NIST SP 800-63B-4, 3.2.2)."""


@dataclass(frozen=True, slots=True)
class Trying:
    """Who tries: the account, from which client, on which known device."""

    account: str
    client: str
    device: int | None


class Tries:
    """The tries of the last day."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._of_account = Quota(OF_ACCOUNT, QUARTER, clock)
        self._a_day = Quota(OF_ACCOUNT_A_DAY, DAY, clock)
        self._of_device = Quota(OF_DEVICE, QUARTER, clock)
        self._of_client = Quota(OF_CLIENT, QUARTER, clock)

    def wait(self, who: Trying) -> float:
        """Count a try, or return the seconds until there may be one."""
        if who.device is not None:
            counted: tuple[tuple[Quota, str], ...] = ((self._of_device, str(who.device)),)
        else:
            accounts = ((self._of_account, who.account), (self._a_day, who.account))
            counted = (*accounts, (self._of_client, who.client))
        wait = max(quota.wait(key) for quota, key in counted)
        if not wait:
            for quota, key in counted:
                quota.spend(key)
        return wait


TRIES = web.AppKey("tries", Tries)
