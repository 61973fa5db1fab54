"""What counts as one client: an IPv4 address, or the first half of an IPv6 address.

One household has all of the other half.
"""

import re
from ipaddress import IPv4Address, IPv6Address, ip_address

WITH_PORT = re.compile(r"(?:\[([^\]]*)\]|([^:]*))(?::[0-9]{1,5})?")
"""`192.0.2.1:443`, `[2001:db8::1]:443`. An address of IPv6 without a port has no brackets."""


def household(told: str) -> str | None:
    """Return the household of an address as a proxy or connection names it, or None."""
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
