"""The list of what is open, and what stands on its cards."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest

from tests.bot.public.listed import BATTERY, GREEN, looked, titles
from tests.webclient import WebClient


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


async def test_theme_shows_what_is_about_it(
    browser: WebClient,
) -> None:
    assert titles(await looked(browser, "/?thema=energie")) == [BATTERY]


async def test_empty_list_leads_to_the_conversation(browser: WebClient) -> None:
    page = await looked(browser, "/?thema=overig")

    empty = page.split('<div class="empty">')[1].split("</div>")[0]
    assert re.findall('href="(.*?)"', empty) == ["/#kansen", "/chat"]


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
