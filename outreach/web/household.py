"""Who counts as one client: an address, and of IPv6 the first half of it, since one
household has all of that.
"""

import re
from ipaddress import IPv4Address, IPv6Address, ip_address

WITH_PORT = re.compile(r"(?:\[([^\]]*)\]|([^:]*))(?::[0-9]{1,5})?")
"""`192.0.2.1:443`, `[2001:db8::1]:443`. An address of IPv6 without a port has no brackets."""


def household(told: str) -> str | None:
    """Give the household of an address as a proxy or a connection tells it, with a port
    or without; None for none.
    """
    found = _address(told.strip())
    if isinstance(found, IPv6Address):
        return str(IPv6Address(int(found) >> 64 << 64))
    return None if found is None else str(found)


def _address(told: str) -> IPv4Address | IPv6Address | None:
    parts = WITH_PORT.fullmatch(told)
    bare = told if parts is None else parts[1] or parts[2] or ""
    try:
        found = ip_address(bare)
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found
