"""Who is signed in, as every page of the console knows them."""

from dataclasses import dataclass

from aiohttp import web

from outreach.staff.staff import RIGHTS, Right


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A colleague behind a request. `language` is what they chose, or nothing."""

    staff: int
    name: str
    email: str
    role: str
    language: str = ""

    def may(self, right: Right) -> bool:
        """True if their role has a right."""
        return self.role in RIGHTS[right]


WHO = web.RequestKey("who", SignedIn)
"""Set at the door, for a request of somebody who signed in."""


def colleague(request: web.Request) -> SignedIn:
    """Return who is signed in; only for pages behind the door, where somebody always is."""
    return request[WHO]
