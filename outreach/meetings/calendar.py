"""A meeting as a calendar takes it (RFC 5545): one event, its times in UTC.

In UTC no time zone has to be described (3.3.5, form 2), and every calendar shows it in the time of
its owner.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import urlsplit

from content.texts import Spoken
from outreach.meetings.meeting import MeetingCard

OCTETS = 75
"""The longest line, without its end (3.1)."""
END = "\r\n"
ESCAPED = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": None})
"""What stands for itself in no text (3.3.11)."""


def calendar(meeting: MeetingCard, title: str, address: str, say: Spoken) -> str:
    """Return the file of a meeting about an opportunity of this title, in a language.

    `address` is that of the site. A later file of the same meeting takes the place of an earlier
    one by its UID and SEQUENCE; one that was cancelled says so.
    """
    lines = _lines(meeting, title, address, say)
    return "".join(fold(f"{name}:{value}") for name, value in lines)


def fold(line: str) -> str:
    """Return a line with its end, broken where it is too long; never inside a letter."""
    parts, size = [""], 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > OCTETS:
            # the blank that begins a line is part of its length
            parts, size = [*parts, " "], 1
        parts[-1] += letter
        size += octets
    return END.join(parts) + END


def escape(text: str) -> str:
    """Return a text as the value of a property."""
    return text.translate(ESCAPED)


def _lines(
    meeting: MeetingCard, title: str, address: str, say: Spoken
) -> Iterator[tuple[str, str]]:
    what = say.name("meeting", meeting.kind)
    yield "BEGIN", "VCALENDAR"
    yield "VERSION", "2.0"
    yield "PRODID", "-//Kansenbode//NL"
    yield "METHOD", "PUBLISH"
    yield "BEGIN", "VEVENT"
    yield "UID", f"bijeenkomst-{meeting.id}@{urlsplit(address).hostname}"
    yield "SEQUENCE", str(meeting.sequence)
    yield "DTSTAMP", _moment(meeting.changed_at)
    yield "LAST-MODIFIED", _moment(meeting.changed_at)
    yield "DTSTART", _moment(meeting.begins_at)
    yield "DTEND", _moment(meeting.ends_at)
    yield "STATUS", "CANCELLED" if meeting.cancelled else "CONFIRMED"
    yield "SUMMARY", escape(f"{what[:1].upper()}{what[1:]}: {title}")
    yield "LOCATION", escape(meeting.location)
    if meeting.notes:
        yield "DESCRIPTION", escape(meeting.notes)
    yield "URL", f"{address}/kansen/{meeting.opportunity}#bijeenkomsten"
    yield "END", "VEVENT"
    yield "END", "VCALENDAR"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
