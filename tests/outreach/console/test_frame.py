import re

import pytest
from aiohttp import web

from content.fluent import languages
from outreach.console.frame import DEEDS, done_path, show
from outreach.console.signed_in import SignedIn
from tests.outreach.console.conftest import TEXTS, Opened

NOOR = SignedIn(1, "Noor <b>Bakker</b>", "noor@waterdam.example", "editor")


async def frame(request: web.Request) -> web.Response:
    return show(request, "frame.html")


async def test_page_says_who_is_signed_in_and_lets_them_out(opened: Opened) -> None:
    client = await opened(frame, NOOR)

    answer = await client.get("/werk")
    page = await answer.text()

    assert answer.headers["Cache-Control"] == "no-store"
    assert "Noor &lt;b&gt;Bakker&lt;/b&gt;" in page
    assert re.search(r'action="/werk/uitloggen">\s*<input type="hidden" name="nonce" value=', page)


async def test_page_of_nobody_leads_nowhere(opened: Opened) -> None:
    client = await opened(frame)

    page = await (await client.get("/werk")).text()

    assert ("<nav" in page, "/werk/uitloggen" in page) == (False, False)


@pytest.mark.parametrize("said", ["saved&aantal=2", "saved"])
async def test_page_says_what_was_done(opened: Opened, said: str) -> None:
    client = await opened(frame, NOOR)

    page = await (await client.get(f"/werk?klaar={said}")).text()

    assert 'role="status"' in page


@pytest.mark.parametrize("said", ["", "hacked", "saved&aantal=x", "saved&aantal=²"])
async def test_page_says_nothing_that_an_address_makes_up(opened: Opened, said: str) -> None:
    client = await opened(frame, NOOR)

    page = await (await client.get(f"/werk?klaar={said}")).text()

    assert 'role="status"' not in page


def test_deed_ends_in_a_page_that_can_be_read_again() -> None:
    assert done_path("/werk", "saved", 3) == "/werk?klaar=saved&aantal=3"


@pytest.mark.parametrize("language", languages())
def test_every_deed_has_words(language: str) -> None:
    said = [TEXTS.text("console-done", language, deed, count=2) for deed in DEEDS]

    assert len({*said}) == len(DEEDS)


async def test_answer_to_a_form_stays_in_its_place(opened: Opened) -> None:
    client = await opened(frame, NOOR, "/werk/kansen")

    page = await (await client.post("/werk/kansen")).text()

    assert '<a href="/werk/kansen" aria-current="page">' in page
    assert '<input type="hidden" name="terug" value="/werk/kansen">' in page
