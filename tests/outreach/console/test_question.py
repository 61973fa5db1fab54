"""A question is read, answered to one or to all, and never twice."""

from collections.abc import Callable
from typing import Any

import pytest

from outreach.interests.interest import PartyDraft, express_interest
from outreach.interests.question import ask_question
from outreach.parties.person import meet
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.outreach.console.conftest import SignIn
from tests.webclient import WebClient

PATH = "/werk/vragen/1"
ANSWER = {"antwoord": "Ja, aan de lijn.", "voor": "een"}
OPENLY = {"antwoord": "Ja, aan de lijn.", "voor": "allen", "vraag": "Mogen honden mee?"}
SURE = {"zeker": "ja", "versie": "1"}
Stored = Callable[[Store, str], list[tuple[Any, ...]]]


@pytest.fixture(autouse=True)
def asked(waterdam: Store, strip: int) -> None:
    """Ada and Bo take part; Ada asked about her dog."""
    for name in ("ada", "bo"):
        person, _ = waterdam.run(meet, NOBODY, channel="web", external_id=name, language="nl")
        actor, party = Actor("person", person), PartyDraft("resident", name.title())
        told: dict[str, Any] = {"version": 1, "party": party, "brings": "handen"}
        waterdam.run(express_interest, actor, opportunity=strip, **told)
        if name == "ada":
            waterdam.run(ask_question, actor, opportunity=strip, text="Ik ben Ada. Mag Bas mee?")


async def test_question_is_shown_with_what_may_be_personal(
    client: WebClient, signed_in: SignIn, waterdam: Store, stored: Stored
) -> None:
    page = await (await client.get(PATH, headers=signed_in("editor"))).text()

    assert ("Mag Bas mee?" in page, "<mark>Ik ben Ada</mark>" in page) == (True, True)
    assert stored(waterdam, "SELECT count(*) FROM event WHERE deed = 'question.read'") == [(1,)]


async def test_who_may_not_read_sees_no_word_of_it(client: WebClient, signed_in: SignIn) -> None:
    page = await (await client.get(PATH, headers=signed_in("viewer"))).text()

    assert ("Mag Bas mee?" in page, "<textarea" in page) == (False, False)


@pytest.mark.parametrize("path", ["/werk/vragen/9", "/werk/vragen/x", "/werk/vragen/²"])
async def test_question_that_is_none_is_not_found(
    client: WebClient, signed_in: SignIn, path: str
) -> None:
    answer = await client.get(path, headers=signed_in("editor"))

    assert answer.status == 404


@pytest.mark.parametrize(("form", "button"), [(ANSWER, "Stuur 1 "), (OPENLY, "Stuur 2 ")])
async def test_who_would_read_it_is_shown_and_nothing_is_sent(
    client: WebClient,
    signed_in: SignIn,
    waterdam: Store,
    stored: Stored,
    form: dict[str, str],
    button: str,
) -> None:
    page = await (await client.post(PATH, data=form, headers=signed_in("editor"))).text()

    assert (button in page, "Antwoord: Ja, aan de lijn." in page) == (True, True)
    assert stored(waterdam, "SELECT answered_at FROM question") == [(None,)]


@pytest.mark.parametrize(("form", "count"), [(ANSWER, 1), (OPENLY, 2)])
async def test_answer_is_sent_once_it_was_seen(
    client: WebClient,
    signed_in: SignIn,
    waterdam: Store,
    stored: Stored,
    form: dict[str, str],
    count: int,
) -> None:
    headers = signed_in("editor")

    answer = await client.post(PATH, data=form | SURE, headers=headers, allow_redirects=False)

    assert answer.headers["Location"] == f"{PATH}?klaar=answered&aantal={count}"
    assert stored(waterdam, "SELECT answer, for_all FROM question") == [
        ("Ja, aan de lijn.", form is OPENLY)
    ]


async def test_second_answer_is_refused_and_says_who_was_first(
    client: WebClient, signed_in: SignIn
) -> None:
    headers = signed_in("editor")
    await client.post(PATH, data=ANSWER | SURE, headers=headers)

    answer = await client.post(PATH, data={"antwoord": "Nee."} | SURE, headers=headers)
    page = await answer.text()

    assert answer.status == 422
    assert ("heeft al een antwoord, van Editor" in page, "kansenbode questions" in page) == (
        True,
        False,
    )


async def test_what_may_be_about_a_person_stays_only_if_it_was_checked(
    client: WebClient, signed_in: SignIn
) -> None:
    form, headers = OPENLY | {"antwoord": "Bel 06-12345678."}, signed_in("editor")

    refused = await (await client.post(PATH, data=form, headers=headers)).text()
    checked = await (
        await client.post(PATH, data=form | {"nagekeken": "ja"}, headers=headers)
    ).text()

    assert ('id="nagekeken"' in refused, "Zet dan het vinkje." in refused) == (True, True)
    assert ("Stuur 2 " in checked, "Bel 06-12345678." in checked) == (True, True)


@pytest.mark.parametrize("text", ["", "  ", "x" * 4_001])
async def test_answer_that_does_not_fit_stays_in_the_form(
    client: WebClient, signed_in: SignIn, text: str
) -> None:
    answer = await client.post(PATH, data={"antwoord": text}, headers=signed_in("editor"))

    assert (answer.status, text.strip() in await answer.text()) == (422, True)


async def test_words_can_be_changed_after_they_were_seen(
    client: WebClient, signed_in: SignIn
) -> None:
    form = ANSWER | {"anders": "ja"}

    page = await (await client.post(PATH, data=form, headers=signed_in("editor"))).text()

    assert ">Ja, aan de lijn.</textarea>" in page


async def test_better_answer_goes_to_who_had_the_first(
    client: WebClient, signed_in: SignIn, waterdam: Store, stored: Stored
) -> None:
    headers = signed_in("editor")
    await client.post(PATH, data=OPENLY | SURE, headers=headers)
    better = {"wat": "verbeter", "gelezen": "1", "antwoord": "Nee, helaas.", "vraag": "Mag het?"}

    seen = await (await client.post(PATH, data=better, headers=headers)).text()
    await client.post(PATH, data=better | SURE, headers=headers)
    late = await client.post(PATH, data=better | SURE | {"antwoord": "Toch wel."}, headers=headers)
    page = await late.text()

    assert "Stuur 2 berichten" in seen
    assert stored(waterdam, "SELECT answer, public_text FROM question") == [
        ("Nee, helaas.", "Mag het?")
    ]
    assert (late.status, "verbeterd door Editor" in page, ">Toch wel.</textarea>" in page) == (
        422,
        True,
        True,
    )


async def test_one_look_at_a_form_is_noted_once(
    client: WebClient, signed_in: SignIn, waterdam: Store, stored: Stored
) -> None:
    await client.post(PATH, data={"antwoord": ""}, headers=signed_in("editor"))

    assert stored(waterdam, "SELECT count(*) FROM event WHERE deed = 'question.read'") == [(1,)]
