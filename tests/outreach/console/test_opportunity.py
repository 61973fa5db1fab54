"""One record is read with what came of it, and takes a step once it was seen who reads of it."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.interests.interest import PartyDraft, express_interest
from outreach.interests.question import ask_question
from outreach.opportunities.edit import new_opportunity
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.outreach.console.conftest import SignIn
from tests.webclient import WebClient

PATH = "/werk/kansen/1"
SURE = {"zeker": "ja", "versie": "1"}
Stored = Callable[[Store, str], list[tuple[Any, ...]]]


@pytest.fixture(autouse=True)
def ada(waterdam: Store, strip: int) -> None:
    """Ada takes part, and asked something."""
    person, _ = waterdam.run(meet, NOBODY, channel="web", external_id="ada", language="nl")
    actor, party = Actor("person", person), PartyDraft("resident", "Ada de Wit")
    told: dict[str, Any] = {"version": 1, "party": party, "brings": "handen"}
    waterdam.run(express_interest, actor, opportunity=strip, **told)
    waterdam.run(ask_question, actor, opportunity=strip, text="Mag mijn hond mee?")


async def test_record_is_shown_with_what_came_of_it(
    client: WebClient, signed_in: SignIn, waterdam: Store, stored: Stored
) -> None:
    page = await (await client.get(PATH, headers=signed_in("editor"))).text()

    wanted = ("Ada de Wit", "Mag mijn hond mee?", "/werk/aanmeldingen/1", "/werk/vragen/1")
    assert [words for words in wanted if words not in page] == []
    assert stored(waterdam, "SELECT deed FROM event WHERE deed LIKE '%.listed' ORDER BY id") == [
        ("interest.listed",),
        ("question.listed",),
    ]


async def test_who_may_not_read_sees_no_name_and_no_word_and_takes_no_step(
    client: WebClient, signed_in: SignIn
) -> None:
    page = await (await client.get(PATH, headers=signed_in("viewer"))).text()

    assert ("Ada" in page, "hond" in page, 'name="stap"' in page) == (False, False, False)


async def test_closing_shows_itself_first(
    client: WebClient, signed_in: SignIn, waterdam: Store, stored: Stored
) -> None:
    form = {"stap": "closed"}

    page = await (await client.post(PATH, data=form, headers=signed_in("editor"))).text()

    assert ('name="zeker"' in page, "Sluit" in page) == (True, True)
    assert stored(waterdam, "SELECT state FROM opportunity WHERE id = 1") == [("open",)]


async def test_step_is_taken_once_it_was_seen(
    client: WebClient, signed_in: SignIn, waterdam: Store, stored: Stored
) -> None:
    form, headers = {"stap": "withdrawn", "reden": "Het geld is op."} | SURE, signed_in("editor")

    answer = await client.post(PATH, data=form, headers=headers, allow_redirects=False)

    assert answer.headers["Location"] == f"{PATH}?klaar=moved&aantal=1"
    assert stored(waterdam, "SELECT state, reason FROM opportunity WHERE id = 1") == [
        ("withdrawn", "Het geld is op.")
    ]


@pytest.mark.parametrize(
    "form",
    [
        {"stap": "withdrawn"},
        {"stap": "withdrawn", "reden": "x" * 4_001},
        {"stap": "decided"},
        {"stap": "open"},
        {"stap": "verleng"},
        {},
        {"stap": "closed", "versie": "9"},
    ],
)
async def test_step_that_cannot_be_taken_changes_nothing(
    client: WebClient,
    signed_in: SignIn,
    waterdam: Store,
    stored: Stored,
    form: dict[str, str],
) -> None:
    answer = await client.post(PATH, data=SURE | form, headers=signed_in("editor"))
    page = await answer.text()

    assert (answer.status, 'role="alert"' in page) == (422, True)
    assert [words for words in ("kansenbode opp", " --reason") if words in page] == []
    assert stored(waterdam, "SELECT state FROM opportunity WHERE id = 1") == [("open",)]


async def test_draft_says_what_it_lacks_and_cannot_be_published(
    client: WebClient, signed_in: SignIn, waterdam: Store
) -> None:
    facts = {"tender_id": "WD-9", "title": "Een nieuw bankje", "ocid_prefix": "ocds-x"}
    number = waterdam.run(new_opportunity, NOBODY, **facts)

    page = await (await client.get(f"/werk/kansen/{number}", headers=signed_in("editor"))).text()

    assert ("Dit ontbreekt" in page, 'value="open"' in page) == (True, False)


async def test_record_that_is_none_is_not_found(client: WebClient, signed_in: SignIn) -> None:
    answer = await client.get("/werk/kansen/99", headers=signed_in("editor"))

    assert answer.status == 404
