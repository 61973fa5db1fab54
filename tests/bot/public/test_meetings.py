"""Meetings on the page of an opportunity, and the file for a calendar."""

import pytest

from outreach.meetings.changing import cancel_meeting
from outreach.store.store import Store
from tests.bot.public.listed import looked
from tests.clock import Clock
from tests.outreach.meetings.meeting_at import NADIA, TELLING, meeting_at
from tests.webclient import WebClient


@pytest.fixture
def evening(waterdam: Store, strip: int, clock: Clock) -> int:
    return meeting_at(waterdam, strip, clock, seats=3, access=["loop"], interpreters=["tr"])


async def test_page_shows_when_and_where_and_how_to_come(
    browser: WebClient, strip: int, evening: int
) -> None:
    page = await looked(browser, f"/kansen/{strip}")

    for said in (
        "Informatieavond",
        "maandag 9 november 2026, 10:00–12:00",
        "Buurthuis De Kajuit, Vlierlaan 2",
        "Nog 3 van de 3 vrij",
        "Een ringleiding",
        "Turks",
        f'name="wish" value="meetings-{evening}"',
        'itemtype="https://schema.org/Event"',
        f'href="/bijeenkomsten/{evening}.ics"',
    ):
        assert said in page


async def test_page_says_what_is_off_and_why_until_it_would_be_over(
    browser: WebClient, waterdam: Store, strip: int, evening: int, clock: Clock
) -> None:
    why = "De zaal is dicht."
    waterdam.run(cancel_meeting, NADIA, meeting=evening, reason=why, telling=TELLING)
    page = await looked(browser, f"/kansen/{strip}")
    clock.passes(days=8)
    later = await looked(browser, f"/kansen/{strip}")

    assert ("Gaat niet door" in page, why in page, "EventCancelled" in page) == (True, True, True)
    assert 'name="wish" value="meetings' not in page
    assert 'id="bijeenkomsten"' not in later


async def test_calendar_takes_the_file_in_the_language_of_the_reader(
    browser: WebClient, waterdam: Store, evening: int
) -> None:
    path = f"/bijeenkomsten/{evening}.ics"
    first = await browser.get(path)
    english = await browser.get(path, headers={"Accept-Language": "en"})
    waterdam.run(cancel_meeting, NADIA, meeting=evening, reason="Ziek.", telling=TELLING)
    off = await browser.get(path)

    assert (first.status, first.content_type) == (200, "text/calendar")
    assert "SUMMARY:Informatieavond: " in await first.text()
    assert "SUMMARY:Information evening: " in await english.text()
    assert "STATUS:CANCELLED" in await off.text()
    assert "SEQUENCE:1" in await off.text()


@pytest.mark.parametrize("number", ["0", "999", "1x"])
async def test_there_is_no_file_of_what_is_not_there(browser: WebClient, number: str) -> None:
    answer = await browser.get(f"/bijeenkomsten/{number}.ics")

    assert answer.status == 404
