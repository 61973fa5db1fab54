"""Every form of the table, sent twice: its deed is done once, and nothing typed is lost."""

import asyncio
import re
from collections.abc import Callable
from typing import Any

import pytest
from sqlmodel import SQLModel

from outreach.console.door import Page
from outreach.console.routes import PAGES
from outreach.interests.interest import PartyDraft, express_interest
from outreach.interests.question import ask_question
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.outreach.console.conftest import OURS, SignIn
from tests.webclient import WebClient

INTEREST = "/werk/aanmeldingen/{number}"
COLLEAGUES = "/werk/instellingen/collegas"
SURE = {"zeker": "ja", "versie": "1"}
WRITE = {"wat": "schrijf", "bericht": "Kun je <b>woensdag</b>?", "nonce": "n" * 22} | SURE
FORMS: dict[str, dict[str, str]] = {
    "/werk/uitloggen": {},
    "/werk/kansen/{number}": {"stap": "closed"} | SURE,
    INTEREST: WRITE,
    "/werk/vragen/{number}": {"antwoord": "Ja, aan de lijn.", "voor": "een"} | SURE,
    "/werk/ik/sessie": {"sessie": "1"},
    "/werk/ik/andere-sessies": {},
    COLLEAGUES: {"naam": "Bo", "email": "bo@waterdam.example", "rol": "sender"},
    COLLEAGUES + "/{number}/rol": {"rol": "editor"},
    COLLEAGUES + "/{number}/link": {},
    COLLEAGUES + "/{number}/weg": {"email": "viewer@waterdam.example"},
}
"""What each form says; a form that is in the table and not here fails."""
PASSWORD = "/werk/ik/wachtwoord"
"""Its form is sent twice in `test_password.py`, by somebody who has a password."""
POSTS = pytest.mark.parametrize(
    "page",
    [
        page
        for page in PAGES
        if page.method == "POST" and page.right != "anyone" and page.path != PASSWORD
    ],
    ids=lambda page: page.path,
)
Stored = Callable[[Store, str], list[tuple[Any, ...]]]


@pytest.fixture(autouse=True)
def ada(waterdam: Store, strip: int) -> None:
    """Ada takes part, and asked something."""
    person, _ = waterdam.run(meet, NOBODY, channel="web", external_id="ada", language="nl")
    actor, party = Actor("person", person), PartyDraft("resident", "Ada de Wit")
    told: dict[str, Any] = {"version": 1, "party": party, "brings": "handen"}
    waterdam.run(express_interest, actor, opportunity=strip, **told)
    waterdam.run(ask_question, actor, opportunity=strip, text="Mag mijn hond mee?")


@pytest.fixture
def everything(waterdam: Store, stored: Stored) -> Callable[[], dict[str, list[str]]]:
    """`everything()`: all that stands in the tables."""

    def rows() -> dict[str, list[str]]:
        names = SQLModel.metadata.tables
        return {name: sorted(map(str, stored(waterdam, f"SELECT * FROM {name}"))) for name in names}

    return rows


@POSTS
async def test_form_that_is_sent_twice_does_one_thing(
    client: WebClient,
    signed_in: SignIn,
    staff: dict[str, int],
    everything: Callable[[], Any],
    page: Page,
) -> None:
    _, headers = signed_in("administrator"), signed_in("administrator")
    of = staff["viewer"] if page.path.startswith(COLLEAGUES) else 1
    path, form = page.path.replace("{number}", str(of)), {"nonce": "n" * 22} | FORMS[page.path]
    before = everything()

    first = await client.post(path, data=form, headers=headers, allow_redirects=False)
    once = everything()
    again = await client.post(path, data=form, headers=headers, allow_redirects=False)

    assert (first.status in (200, 303), again.status) == (True, 303)
    assert (once != before, everything() == once) == (True, True)


@POSTS
async def test_form_without_a_number_of_ours_is_refused(
    client: WebClient, signed_in: SignIn, everything: Callable[[], Any], page: Page
) -> None:
    path, headers = page.path.replace("{number}", "1"), signed_in("administrator")
    before = everything()

    answers = [
        await client.post(path, data=FORMS[page.path] | {"nonce": odd}, headers=headers)
        for odd in ("", "x", "é" * 22)
    ]

    assert [answer.status for answer in answers] == [400] * 3
    assert everything() == before


async def test_form_that_is_sent_twice_at_the_same_time_does_one_thing(
    client: WebClient, signed_in: SignIn, waterdam: Store, stored: Stored
) -> None:
    path, headers = INTEREST.format(number=1), signed_in("editor")

    answers = await asyncio.gather(
        *(client.post(path, data=WRITE, headers=headers, allow_redirects=False) for _ in range(4))
    )

    assert {answer.headers["Location"] for answer in answers} == {f"{path}?klaar=moved&aantal=1"}
    assert len(stored(waterdam, "SELECT id FROM interest_message")) == 1


async def test_what_was_written_when_the_session_ended_is_kept_and_can_be_sent(
    client: WebClient, signed_in: SignIn, waterdam: Store, stored: Stored
) -> None:
    path = INTEREST.format(number=1)

    kept = await client.post(path, data=WRITE, headers=OURS)
    page = await kept.text()
    fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))
    again = {name: fields[name] for name in WRITE} | {"bericht": WRITE["bericht"]}
    await client.post(path, data=again, headers=signed_in("editor"))

    assert (kept.status, "Je was uitgelogd" in page, "<b>woensdag" in page) == (403, True, False)
    assert fields["bericht"] == "Kun je &lt;b&gt;woensdag&lt;/b&gt;?"
    assert stored(waterdam, "SELECT text FROM interest_message") == [(WRITE["bericht"],)]
