"""An interest is read, moved with its reason, and written to; nothing before it was seen."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.interests.interest import PartyDraft, express_interest, move_interest
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.outreach.console.conftest import SignIn
from tests.webclient import WebClient

PATH = "/werk/aanmeldingen/1"
TALK = {"wat": "stap", "stand": "in_talk", "was": "new", "reden": "Ik bel je deze week."}
WRITE = {"wat": "schrijf", "bericht": "Kun je woensdag?"}
SURE = {"zeker": "ja", "versie": "1"}
Stored = Callable[[Store, str], list[tuple[Any, ...]]]


@pytest.fixture(autouse=True)
def offered(waterdam: Store, strip: int) -> None:
    """Ada and Bo take part."""
    for name in ("ada", "bo"):
        person, _ = waterdam.run(meet, NOBODY, channel="web", external_id=name, language="nl")
        party = PartyDraft("resident", f"{name.title()} de Wit")
        told: dict[str, Any] = {"version": 1, "party": party, "brings": "<b>zes handen</b>"}
        waterdam.run(express_interest, Actor("person", person), opportunity=strip, **told)


async def test_interest_is_shown_as_it_was_written(
    client: WebClient, signed_in: SignIn, waterdam: Store, stored: Stored
) -> None:
    page = await (await client.get(PATH, headers=signed_in("editor"))).text()

    assert ("<h1>Ada de Wit</h1>" in page, "&lt;b&gt;zes handen" in page) == (True, True)
    assert stored(waterdam, "SELECT count(*) FROM event WHERE deed = 'interest.read'") == [(1,)]


async def test_who_may_not_read_sees_no_name_and_no_word(
    client: WebClient, signed_in: SignIn
) -> None:
    page = await (await client.get(PATH, headers=signed_in("viewer"))).text()

    assert ("Ada" in page, "zes handen" in page, "<textarea" in page) == (False, False, False)


async def test_steps_are_those_that_a_colleague_can_take(
    client: WebClient, signed_in: SignIn
) -> None:
    page = await (await client.get(PATH, headers=signed_in("editor"))).text()

    assert [state for state in ("in_talk", "invited", "declined") if f'"{state}"' in page] == [
        "in_talk",
        "invited",
        "declined",
    ]
    assert 'value="withdrawn"' not in page


@pytest.mark.parametrize(
    ("form", "words"), [(TALK, "Ik bel je deze week."), (WRITE, "Kun je woensdag?")]
)
async def test_what_they_would_read_is_shown_and_nothing_is_done(
    client: WebClient,
    signed_in: SignIn,
    waterdam: Store,
    stored: Stored,
    form: dict[str, str],
    words: str,
) -> None:
    page = await (await client.post(PATH, data=form, headers=signed_in("editor"))).text()

    assert ("Stuur 1 bericht" in page, words in page) == (True, True)
    assert stored(waterdam, "SELECT state FROM interest WHERE id = 1") == [("new",)]
    assert stored(waterdam, "SELECT count(*) FROM interest_message") == [(0,)]


async def test_step_is_taken_once_it_was_seen(
    client: WebClient, signed_in: SignIn, waterdam: Store, stored: Stored
) -> None:
    headers = signed_in("editor")

    answer = await client.post(PATH, data=TALK | SURE, headers=headers, allow_redirects=False)

    assert answer.headers["Location"] == f"{PATH}?klaar=moved&aantal=1"
    assert stored(waterdam, "SELECT state, reason FROM interest WHERE id = 1") == [
        ("in_talk", "Ik bel je deze week.")
    ]


async def test_message_is_sent_once_it_was_seen(
    client: WebClient, signed_in: SignIn, waterdam: Store, stored: Stored
) -> None:
    await client.post(PATH, data=WRITE | SURE, headers=signed_in("editor"))

    assert stored(waterdam, "SELECT text FROM interest_message") == [("Kun je woensdag?",)]


async def test_step_after_a_colleagues_own_is_refused_with_their_name(
    client: WebClient, signed_in: SignIn, waterdam: Store, staff: dict[str, int]
) -> None:
    sender = Actor("staff", staff["sender"])
    waterdam.run(move_interest, sender, interest=1, state="invited")

    answer = await client.post(PATH, data=TALK | SURE, headers=signed_in("editor"))
    page = await answer.text()

    assert (answer.status, "Sender deed dat" in page) == (422, True)
    assert ("kansenbode interests" in page, "Ik bel je deze week." in page) == (False, True)


async def test_name_of_another_party_stays_only_if_it_was_checked(
    client: WebClient, signed_in: SignIn
) -> None:
    form, headers = WRITE | {"bericht": "Overleg met Bo de Wit."}, signed_in("editor")

    refused = await client.post(PATH, data=form, headers=headers)
    checked = await client.post(PATH, data=form | {"nagekeken": "ja"}, headers=headers)

    assert (refused.status, checked.status) == (422, 200)
    assert 'id="nagekeken"' in await refused.text()


async def test_no_without_a_reason_is_remarked_on(client: WebClient, signed_in: SignIn) -> None:
    form = {"wat": "stap", "stand": "declined", "was": "new"}

    page = await (await client.post(PATH, data=form, headers=signed_in("editor"))).text()

    assert "Je geeft geen reden." in page


@pytest.mark.parametrize("state", ["", "agreed", "made-up"])
async def test_step_that_is_none_is_refused(
    client: WebClient, signed_in: SignIn, state: str
) -> None:
    form = {"wat": "stap", "stand": state}

    answer = await client.post(PATH, data=form | SURE, headers=signed_in("editor"))

    assert answer.status == 422
