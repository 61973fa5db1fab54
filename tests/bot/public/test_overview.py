import re
from collections.abc import Callable
from html import unescape
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.public.overview import PlaceChoice, overview
from outreach.store.store import Store
from tests.webclient import WebClient

ZONE = ZoneInfo("Europe/Amsterdam")
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
    facts = re.findall(r"<li>.*?</svg><span>(.*?)</span></li>", card)
    assert f'href="/kansen/{number("WD-2026-01")}"' in card
    assert re.findall(r'class="chip">(.*?)<', card) == ["Groen", "Ontmoeten"]
    assert facts == [
        '<span class="hidden">Waar: </span>Lindenkom',
        '<span class="hidden">Voor wie: </span>Bewoners en groepen',
        "Reageren tot en met <strong>14 december 2026</strong>",
    ]
    assert "#groen" in card


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


async def test_place_and_theme_go_together_and_the_heading_says_so(browser: WebClient) -> None:
    page = await looked(browser, "/?plek=WK990101&thema=energie")

    assert titles(page) == []
    assert "Geen kansen gevonden over energie bij Sluiskom</h2>" in page
    assert 'value="Sluiskom"' in page
    assert re.search(r'href="/\?plek=WK990101&amp;thema=energie#kansen" aria-current="true"', page)


async def test_empty_list_leads_to_the_conversation(browser: WebClient) -> None:
    page = await looked(browser, "/?thema=overig")

    empty = page.split('<div class="empty">')[1].split("</div>")[0]
    assert re.findall('href="(.*?)"', empty) == ["/#kansen", "/chat"]


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


async def test_choices_say_how_many_there_are(browser: WebClient) -> None:
    page = await looked(browser, "/?plek=Lindenkom")

    tallies = re.findall(r'aria-current="true">(.*?) <span class="tally">(\d+)<', page)
    tallies += re.findall(r'thema=zorg#kansen">(.*?) <span class="tally">(\d+)<', page)
    tallies += re.findall(r'plek=BU99010101#kansen">(.*?)</a> <span class="tally">(\d+)<', page)
    assert tallies == [("Alles", "2"), ("Zorg", "1"), ("Lindenkom", "2")]
    assert '<option value="Lindenkom">2 kansen</option>' in page


@pytest.mark.parametrize(
    ("query", "kept"),
    [("", ""), ("?plek=Lindenkom", "?plek=BU99010101"), ("?thema=zorg&plek=", "?thema=zorg")],
)
async def test_card_carries_along_what_was_asked(browser: WebClient, query: str, kept: str) -> None:
    page = await looked(browser, f"/{query}")

    links = re.findall(r'href="/kansen/\d+(.*?)"', page)
    assert {unescape(link) for link in links} == {kept}


@pytest.mark.parametrize(
    ("until", "said"),
    [
        ("2026-11-02 22:59:00", "Vandaag de laatste dag"),
        ("2026-11-03 22:59:00", "Nog 1 dag"),
        ("2026-12-02 22:59:00", "Nog 30 dagen"),
        ("2026-12-03 22:59:00", None),
        (None, None),
    ],
)
async def test_card_says_when_its_end_is_near(
    browser: WebClient, change: Callable[..., Any], until: str | None, said: str | None
) -> None:
    change("UPDATE opportunity SET answers_until = ?", until)

    page = await looked(browser, "/")

    assert set(re.findall(r'<p class="days">(.*?)</p>', page)) == ({said} if said else set())


@pytest.mark.parametrize("query", ["plek=&thema=", "thema=%00", "thema=<b>", "plek=%20"])
async def test_filter_that_says_nothing_is_left_out(browser: WebClient, query: str) -> None:
    assert len(titles(await looked(browser, f"/?{query}"))) == 8


@pytest.mark.parametrize(
    "typed", ["nergens", "'%20OR%201=1--", "%ED%A0%80", "<script>", "a" * 500, "%22%3E<b>"]
)
async def test_words_that_nothing_has_find_nothing_and_stay_text(
    browser: WebClient, typed: str
) -> None:
    page = await looked(browser, f"/?plek={typed}")

    assert (titles(page), "<script" in page, "<b>" in page) == ([], False, False)


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
    places = waterdam.look(overview, language="nl", zone=ZONE).places

    assert [choice.depth for choice in places[:3]] == [0, 1, 2]
    assert places[0] == PlaceChoice("GM9901", "Waterdam", 0, 8)
    assert [choice.name for choice in places if choice.depth == 1] == sorted(
        choice.name for choice in places if choice.depth == 1
    )


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
    assert "<strong>onbekend</strong>" in next(
        part for part in front.split('<li class="card">') if GREEN in part
    )
    assert "<dd>onbekend</dd>" in own


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
