"""The list of opportunities in a browser: what an address asks for, and the table to take along."""

import csv
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach.console.opportunities import (
    address_of,
    send_opportunities,
    show_opportunities,
    wanted_in,
)
from outreach.console.signed_in import SignedIn
from outreach.reports.listing import Wanted
from tests.outreach.console.conftest import Opened

NOOR = SignedIn(1, "Noor", "noor@waterdam.example", "viewer")
LIST = "/werk/kansen"


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({}, Wanted()),
        (
            {"stand": "open", "zoek": " groen & water ", "volgorde": "ending", "na": "12"},
            Wanted("open", "groen & water", "ending", 12),
        ),
        ({"stand": "x", "volgorde": "drop table", "na": "-1"}, Wanted()),
        ({"na": "9" * 40}, Wanted()),
        ({"na": "²"}, Wanted()),
    ],
)
def test_address_says_what_is_wanted(given: dict[str, str], wanted: Wanted) -> None:
    assert wanted_in(given) == wanted


def test_address_of_a_list_can_be_kept() -> None:
    wanted = Wanted("open", "groen & water", "ending", 12)

    address = address_of(wanted)

    assert address == "/werk/kansen?stand=open&zoek=groen+%26+water&volgorde=ending&na=12"


async def test_list_shows_what_is_found_and_where_it_lies(opened: Opened) -> None:
    client = await opened(show_opportunities, NOOR, LIST)

    page = await (await client.get(f"{LIST}?zoek=lindenstraat")).text()

    assert ('href="/werk/kansen/1"' in page, 'href="/werk/kansen/2"' in page) == (True, False)
    assert "Lindenkom" in page


async def test_words_of_a_search_stay_words(opened: Opened) -> None:
    client = await opened(show_opportunities, NOOR, LIST)

    page = await (await client.get(LIST, params={"zoek": '"><script>alert(1)</script>'})).text()

    assert ("<script" in page, "Er is geen kans die hierbij past." in page) == (False, True)


async def test_what_is_found_can_be_taken_along(opened: Opened) -> None:
    client = await opened(send_opportunities, NOOR, f"{LIST}.csv")

    answer = await client.get(f"{LIST}.csv?zoek=lindenstraat")
    rows = list(csv.reader((await answer.read()).decode("utf-8-sig").splitlines(), delimiter=";"))

    assert answer.headers["Content-Disposition"] == 'attachment; filename="kansen.csv"'
    assert [row[0] for row in rows[1:]] == ["WD-2026-01"]


async def test_what_is_found_can_be_a_workbook(opened: Opened) -> None:
    client = await opened(send_opportunities, NOOR, f"{LIST}.xlsx")

    answer = await client.get(f"{LIST}.xlsx")

    assert (await answer.read())[:2] == b"PK"


@given(
    query=st.dictionaries(
        st.sampled_from(("stand", "zoek", "volgorde", "na", "klaar", "aantal")),
        st.text(max_size=90),
    )
)
def test_whatever_an_address_asks_for_is_read(query: dict[str, str]) -> None:
    wanted = wanted_in(query)

    assert wanted_in(dict(parse_qsl(address_of(wanted).partition("?")[2]))) == wanted
