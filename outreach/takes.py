"""What a value of a setting may look like, where its type does not say it.

An error is the word for what is taken in `content/`, and never holds the value.
"""

import re
from datetime import time
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import AfterValidator, SecretStr

ORIGIN = r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?"
"""A site without a path, as `frame-ancestors` names it."""

HOST = r"(\*\.)?[A-Za-z0-9.-]+(:[0-9]{1,5})?"
"""A name of a server, or *. and what its name ends in."""

ENDPOINT = re.compile(r"https://[A-Za-z0-9.:-]+/[!-~]*")
"""Of a push service: no name or password in it, no letters that programs may read in two ways."""


def listed(value: Any) -> Any:
    """Return what stands between the commas of a text."""
    if not isinstance(value, str):
        return value
    return [item.strip() for item in value.split(",") if item.strip()]


def matching(takes: str, pattern: str) -> AfterValidator:
    """Take only values of this form, in a list each; `takes` is its name in `content/`."""

    def check(value: Any) -> Any:
        text = value.get_secret_value() if isinstance(value, SecretStr) else value
        each = text if isinstance(text, tuple) else (text,)
        if any(re.fullmatch(pattern, one) is None for one in each):
            raise ValueError(takes)
        return value

    return AfterValidator(check)


def _zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError("zone")
    return name


def _wall(at: time) -> time:
    if at.tzinfo is not None:
        raise ValueError("wall")
    return at


def _database(url: SecretStr) -> SecretStr:
    """Check the URL of a database; what is wrong with one is said without it."""
    given = urlsplit(url.get_secret_value())
    port = given.netloc.rpartition("@")[2].rpartition("]")[2].partition(":")[2]
    right = (
        given.scheme in ("postgresql", "postgres")
        and given.path.strip("/")
        and (not port or port.isdecimal())
    )
    if url and not right:
        raise ValueError("database")
    return url


Zone = Annotated[str, AfterValidator(_zone)]
WallTime = Annotated[time, AfterValidator(_wall)]
"""A time as a clock on the wall shows it."""
DatabaseUrl = Annotated[SecretStr, AfterValidator(_database)]
Colour = Annotated[str, matching("colour", r"(#[0-9A-Fa-f]{6})?"), AfterValidator(str.lower)]
"""A colour as a style sheet names it, or nothing."""
Picture = Annotated[str, matching("picture", r"(?i:.+\.(png|webp|svg))?")]
"""A file that holds a picture, or nothing."""
WebAddress = Annotated[str, matching("address", r"(https?://[^\s]+)?")]
"""An address that begins with its scheme, or nothing."""
Email = Annotated[str, matching("email", r"([^@\s<>]+@[^@\s<>]+)?")]
"""An e-mail address, or nothing."""
