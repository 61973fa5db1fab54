import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest

from bot.public.overview import PlaceChoice, overview
from outreach.opportunities.place import add_places
from outreach.store.store import Store
from tests.webclient import WebClient

GREEN, BATTERY, HELP = (
    "Zorg mee voor het plantsoen in de Lindenstraat",
    "Een buurtbatterij voor de Schapenwaard",
    "Hulp bij het huishouden, samen met de buurt",
)


def titles(page: str) -> list[str]:
    """Return the titles of the cards on a page."""
    return [
        unescape(title)
        for title in re.findall(r'<h3 class="card-title"[^>]*><a[^>]*>(.*?)</a>', page)
    ]


async def looked(browser: WebClient, path: str, language: str = "nl") -> str:
    """Return the page behind a path."""
    answer = await browser.get(path, headers={"Accept-Language": language})
    assert answer.status == 200
    return await answer.text()


async def test_first_page_lists_what_is_open(
    browser: WebClient,
) -> None:
    page = await looked(browser, "/")

    assert len(titles(page)) == 8
    assert "8 kansen open" in page


async def test_card_leads_to_its_opportunity_and_says_the_main_things(
    browser: WebClient, number: Callable[[str], int]
) -> None:
    page = await looked(browser, "/")

    card = next(part for part in page.split('<li class="card">') if GREEN in part)
    facts = re.findall(r"<dd>(.*?)</dd>", card)
    assert f'href="/kansen/{number("WD-2026-01")}"' in card
    assert re.findall(r'class="chip">(.*?)<', card) == ["groen", "ontmoeten"]
    assert facts == ["Lindenkom", "bewoners en groepen", "14 december 2026"]


async def test_draft_is_not_listed(browser: WebClient, change: Callable[..., Any]) -> None:
    change("UPDATE opportunity SET state = 'draft', version = 0 WHERE tender_id = 'WD-2026-01'")

    assert GREEN not in titles(await looked(browser, "/"))


async def test_place_shows_what_lies_in_it_and_what_it_lies_in(
    browser: WebClient,
) -> None:
    neighbourhood = titles(await looked(browser, "/?plek=BU99010101"))
    district = titles(await looked(browser, "/?plek=WK990101"))
    elsewhere = titles(await looked(browser, "/?plek=WK990104"))

    assert sorted(neighbourhood) == sorted([GREEN, HELP])
    assert {GREEN, HELP} < set(district)
    assert (HELP in elsewhere, GREEN in elsewhere) == (True, False)


async def test_theme_shows_what_is_about_it(
    browser: WebClient,
) -> None:
    assert titles(await looked(browser, "/?thema=energie")) == [BATTERY]


async def test_place_and_theme_go_together(
    browser: WebClient,
) -> None:
    page = await looked(browser, "/?plek=WK990101&thema=energie")

    assert titles(page) == []
    assert "Geen kansen gevonden" in page
    assert '<option value="energie" selected>' in page
    assert '<option value="WK990101" selected>' in page


@pytest.mark.parametrize(
    "query",
    [
        "plek=&thema=",
        "plek=nergens",
        "thema=%00",
        "plek='%20OR%201=1--",
        "thema=<b>",
        "plek=%ED%A0%80",
        "plek=a&plek=b",
    ],
)
async def test_filter_that_fits_nothing_we_know_is_left_out(browser: WebClient, query: str) -> None:
    assert len(titles(await looked(browser, f"/?{query}"))) == 8


async def test_list_speaks_english_too(browser: WebClient) -> None:
    page = await looked(browser, "/", "en")

    assert '<html lang="en">' in page
    assert "Help look after the green strip in Lindenstraat" in titles(page)
    assert "8 opportunities open" in page


async def test_what_has_no_translation_says_so(
    browser: WebClient, change: Callable[..., Any]
) -> None:
    change("UPDATE opportunity SET translations = '{}' WHERE tender_id = 'WD-2026-01'")

    card = next(
        part
        for part in (await looked(browser, "/", "en")).split('<li class="card">')
        if GREEN in part
    )

    assert '<h3 class="card-title" lang="nl">' in card
    assert "(in Dutch only)" in card


async def test_texts_of_a_record_are_never_markup(
    browser: WebClient, change: Callable[..., Any]
) -> None:
    change("UPDATE opportunity SET title = ?, summary = ?", "<script>a</script>", "{{ 7*7 }} <b>")

    page = await looked(browser, "/")

    assert titles(page) == ["<script>a</script>"] * 8
    assert "<script" not in page
    assert "{{ 7*7 }} &lt;b&gt;" in page


def test_places_stand_inside_each_other_by_name(waterdam: Store) -> None:
    places = waterdam.look(overview, language="nl", place=None, theme=None).places

    assert [choice.depth for choice in places[:3]] == [0, 1, 2]
    assert places[0] == PlaceChoice("GM9901", "Waterdam", 0)
    assert [choice.name for choice in places if choice.depth == 1] == sorted(
        choice.name for choice in places if choice.depth == 1
    )


def test_places_of_two_years_or_in_a_circle_are_listed_once(
    store: Store, change: Callable[..., Any]
) -> None:
    add = [
        {"code": "WK000001", "year": 2025, "name": "Oud", "parent": None},
        {"code": "WK000001", "year": 2026, "name": "Oud", "parent": None},
        {"code": "BU00000001", "year": 2026, "name": "Wees", "parent": "WK999999"},
        {"code": "BU00000002", "year": 2026, "name": "Rond", "parent": "BU00000002"},
    ]
    change(add_places, places=add)

    choices = store.look(overview, language="nl", place=None, theme=None).places

    added = [choice for choice in choices if choice.code[2:4] == "00"]
    assert added == [PlaceChoice("WK000001", "Oud", 0), PlaceChoice("BU00000001", "Wees", 0)]


async def test_row_with_an_end_that_no_calendar_has_takes_nobody_the_page(
    browser: WebClient,
    change: Callable[..., Any],
    number: Callable[[str], int],
) -> None:
    change(
        "UPDATE opportunity SET answers_until = '9999-12-31 23:59:59.000000' WHERE tender_id "
        "= "
        "'WD-2026-01'"
    )

    front, own = (
        await looked(browser, "/"),
        await looked(browser, f"/kansen/{number('WD-2026-01')}"),
    )

    assert len(titles(front)) == 8
    assert "<dd>onbekend</dd>" in next(
        part for part in front.split('<li class="card">') if GREEN in part
    )
    assert "<strong>onbekend</strong>" in own


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("themes", "null"),
        ("themes", "5"),
        ("themes", '{"groen": 1}'),
        ("themes", "[{}]"),
        ("translations", "[]"),
        ("translations", '{"nl": "Titel"}'),
        ("translations", '{"nl": {"title": 5}}'),
    ],
)
async def test_record_with_json_of_another_shape_takes_nobody_the_page(
    browser: WebClient,
    change: Callable[..., Any],
    number: Callable[[str], int],
    column: str,
    value: str,
) -> None:
    change(f"UPDATE opportunity SET {column} = '{value}' WHERE tender_id = 'WD-2026-01'")

    front = await looked(browser, "/")
    own = await browser.get(f"/kansen/{number('WD-2026-01')}")

    assert len(titles(front)) == 7
    assert (own.status, "Traceback" in await own.text()) == (503, False)
