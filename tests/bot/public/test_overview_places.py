"""The list of what is open near a place, a street or a postcode."""

import re
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.public.overview import PlaceChoice, overview
from outreach.store.store import Store
from tests.bot.public.listed import GREEN, HELP, looked, titles
from tests.webclient import WebClient

ZONE = ZoneInfo("Europe/Amsterdam")


async def test_place_shows_what_lies_in_it_and_what_it_lies_in(
    browser: WebClient,
) -> None:
    neighbourhood = titles(await looked(browser, "/?plek=BU99010101"))
    district = titles(await looked(browser, "/?plek=WK990101"))
    elsewhere = titles(await looked(browser, "/?plek=WK990104"))

    assert sorted(neighbourhood) == sorted([GREEN, HELP])
    assert {GREEN, HELP} < set(district)
    assert (HELP in elsewhere, GREEN in elsewhere) == (True, False)


async def test_place_and_theme_go_together_and_the_heading_says_so(browser: WebClient) -> None:
    page = await looked(browser, "/?plek=WK990101&thema=energie")

    assert titles(page) == []
    assert "Geen kansen gevonden over energie bij Sluiskom</h2>" in page
    assert 'value="Sluiskom"' in page
    assert re.search(r'href="/\?plek=WK990101&amp;thema=energie#kansen" aria-current="true"', page)


@pytest.mark.parametrize("typed", ["Lindenkom", " lindenkom ", "LINDENKOM", "BU99010101"])
async def test_place_is_known_by_its_name_and_by_its_code(browser: WebClient, typed: str) -> None:
    page = await looked(browser, f"/?plek={typed}")

    assert titles(page) == [GREEN, HELP]
    assert "2 kansen open bij Lindenkom</h2>" in page


async def test_what_is_nearest_comes_first_and_then_what_ends_first(
    browser: WebClient, change: Callable[..., Any]
) -> None:
    before = titles(await looked(browser, "/?plek=Sluiskom"))

    change("UPDATE opportunity SET answers_until = '2027-03-12 22:59:00' WHERE title = ?", GREEN)
    after = titles(await looked(browser, "/?plek=Sluiskom"))

    assert (before[0], before[-1]) == (GREEN, HELP)
    assert after == [*before[1:-1], GREEN, HELP]


async def test_street_on_no_list_is_looked_for_in_the_words(
    browser: WebClient, change: Callable[..., Any]
) -> None:
    change("DELETE FROM street")

    page = await looked(browser, "/?plek=lindenstraat")

    assert titles(page) == [GREEN]
    assert "1 kans open met “lindenstraat”</h2>" in page
    assert 'placeholder="Buurt, wijk of straat"' in page


@pytest.mark.parametrize("typed", ["lindenstraat 12", "Lindestraat", "1234 AB", "1234ab 12"])
async def test_street_or_postcode_stands_for_the_neighbourhood_that_it_lies_in(
    browser: WebClient, typed: str
) -> None:
    page = await looked(browser, f"/?plek={typed}")

    assert titles(page) == titles(await looked(browser, "/?plek=Lindenkom"))
    assert re.search(r"<h2.*bij (Lindenstraat|1234 AB)</h2>", page)
    assert " ligt in Lindenkom.</p>" in page
    assert "12<" not in page.partition("<main")[2].partition("<ul")[0]


async def test_what_names_the_street_comes_before_what_is_near(
    browser: WebClient, change: Callable[..., Any]
) -> None:
    change("UPDATE opportunity SET title = 'Bankje bij de Komweg' WHERE tender_id = 'WD-2026-02'")

    assert titles(await looked(browser, "/?plek=Komweg"))[0] == "Bankje bij de Komweg"


async def test_street_in_two_neighbourhoods_offers_both(browser: WebClient) -> None:
    page = await looked(browser, "/?plek=Havendijk&thema=zorg")

    assert "Havendijk ligt in 2 buurten. Welke is het?" in page
    assert re.findall(r'plek=(BU\d+)&amp;thema=zorg#kansen">(\w+)</a>', page)[:2] == [
        ("BU99010102", "Pannenkaai"),
        ("BU99010103", "Waagsteiger"),
    ]


@pytest.mark.parametrize("typed", ["9999 ZZ", "9999zz", "9999"])
async def test_postcode_is_met_with_what_to_type_instead(
    browser: WebClient, change: Callable[..., Any], typed: str
) -> None:
    known = await looked(browser, f"/?plek={typed}")
    change("DELETE FROM street")
    unknown = await looked(browser, f"/?plek={typed}")

    assert "Deze postcode kennen we niet. Typ de naam van je straat, buurt of wijk." in known
    assert "Een postcode kennen we niet. Typ de naam van je buurt of wijk." in unknown


@pytest.mark.parametrize(
    "typed", ["nergens", "'%20OR%201=1--", "%ED%A0%80", "<script>", "a" * 500, "%22%3E<b>"]
)
async def test_words_that_nothing_has_find_nothing_and_stay_text(
    browser: WebClient, typed: str
) -> None:
    page = await looked(browser, f"/?plek={typed}")

    assert (titles(page), "<script" in page, "<b>" in page) == ([], False, False)


def test_places_stand_inside_each_other_by_name(waterdam: Store) -> None:
    places = waterdam.look(overview, language="nl", zone=ZONE).places

    assert [choice.depth for choice in places[:3]] == [0, 1, 2]
    assert places[0] == PlaceChoice("GM9901", "Waterdam", 0, 8)
    assert [choice.name for choice in places if choice.depth == 1] == sorted(
        choice.name for choice in places if choice.depth == 1
    )
