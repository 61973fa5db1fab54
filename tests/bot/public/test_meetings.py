"""Meetings on the page of an opportunity, and the file for a calendar."""

from xml.etree import ElementTree

import pytest

from outreach.meetings.changing import cancel_meeting
from outreach.store.store import Store
from tests.bot.public.listed import looked
from tests.clock import Clock
from tests.outreach.meetings.meeting_at import NADIA, TELLING, meeting_at
from tests.webclient import WebClient

ATOM = "{http://www.w3.org/2005/Atom}"


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


async def test_feed_tells_of_meetings_until_they_are_over(
    browser: WebClient, waterdam: Store, strip: int, evening: int, clock: Clock
) -> None:
    title = "Informatieavond: Zorg mee voor het plantsoen in de Lindenstraat"
    planned = await fed(browser, evening)
    clock.passes(hours=1)
    waterdam.run(
        cancel_meeting, NADIA, meeting=evening, reason="De zaal is dicht.", telling=TELLING
    )
    off = await fed(browser, evening)
    clock.passes(days=8)

    over = await fed(browser, evening)

    assert planned == [
        title,
        "2026-11-02T09:00:00Z",
        "maandag 9 november 2026, 10:00–12:00, Buurthuis De Kajuit, Vlierlaan 2",
        f"https://kansen.example/kansen/{strip}#bijeenkomsten",
    ]
    assert off[:2] == [f"Gaat niet door. {title}", "2026-11-02T10:00:00Z"]
    assert over == []


async def fed(browser: WebClient, meeting: int) -> list[str]:
    """Return what the feed says of a meeting: title, when it changed, summary, and its page."""
    top = ElementTree.fromstring(await (await browser.get("/kansen.atom")).text())
    for entry in top.findall(f"{ATOM}entry"):
        if entry.findtext(f"{ATOM}id") == f"https://kansen.example/bijeenkomsten/{meeting}.ics":
            words = [entry.findtext(ATOM + name) or "" for name in ("title", "updated", "summary")]
            return [*words, next(link.attrib["href"] for link in entry.findall(f"{ATOM}link"))]
    return []
