"""A meeting as a calendar reads it (RFC 5545)."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.texts import Texts
from outreach.meetings.calendar import OCTETS, calendar, escape, fold
from outreach.meetings.meeting import MeetingCard

CARD = MeetingCard(
    id=12,
    opportunity=3,
    kind="open_day",
    begins_at=datetime(2026, 12, 3, 18, 30, tzinfo=UTC),
    ends_at=datetime(2026, 12, 3, 20, tzinfo=UTC),
    location="De Kajuit; Vlierlaan 2, Waterdam",
    seats=None,
    free=None,
    access=[],
    interpreters=[],
    notes="Neem mee:\neen schep",
    sequence=2,
    changed_at=datetime(2026, 11, 2, 9, tzinfo=UTC),
    cancelled=False,
    reason="",
)


def test_meeting_is_one_event_in_utc() -> None:
    spoken = Texts().spoken("nl")

    found = calendar(CARD, "Groen in de straat", "https://waterdam.example", spoken)

    assert found.split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Kansenbode//NL",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        "UID:bijeenkomst-12@waterdam.example",
        "SEQUENCE:2",
        "DTSTAMP:20261102T090000Z",
        "LAST-MODIFIED:20261102T090000Z",
        "DTSTART:20261203T183000Z",
        "DTEND:20261203T200000Z",
        "STATUS:CONFIRMED",
        "SUMMARY:Open dag: Groen in de straat",
        r"LOCATION:De Kajuit\; Vlierlaan 2\, Waterdam",
        r"DESCRIPTION:Neem mee:\neen schep",
        "URL:https://waterdam.example/kansen/3#bijeenkomsten",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_folded_line_is_short_and_reads_as_before(text: str) -> None:
    folded = fold(text)

    lines = folded.removesuffix("\r\n").split("\r\n")
    assert all(len(line.encode()) <= OCTETS for line in lines)
    assert folded.removesuffix("\r\n").replace("\r\n ", "") == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [("a,b;c", r"a\,b\;c"), ("a\\n", r"a\\n"), ("a\r\nb", r"a\nb")],
)
def test_what_steers_a_calendar_is_escaped(text: str, escaped: str) -> None:
    assert escape(text) == escaped
