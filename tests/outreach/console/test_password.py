"""Signing in by password, and coming in by an invitation, as a browser meets them."""

import asyncio
from typing import Any

import pytest
from argon2 import extract_parameters

from outreach.console.cookie import SAFE_COOKIE, SAFE_DEVICE
from outreach.console.hashing import AT_ONCE, DECOY, WAITING, Hashing
from outreach.console.tries import OF_ACCOUNT, OF_ACCOUNT_A_DAY, OF_CLIENT, Tries, Trying
from outreach.staff.invitation import invite, invite_first
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from tests.clock import Clock
from tests.outreach.console.conftest import OURS
from tests.webclient import WebClient

PASSWORD = "fiets onder de brug"
EDITOR = "editor@waterdam.example"


@pytest.fixture
def link(waterdam: Store, staff: dict[str, int]) -> str:
    """The path of an invitation for the editor."""
    return f"/werk/uitnodiging/{waterdam.run(invite, NOBODY, staff=staff['editor'])}"


@pytest.fixture
async def chosen(client: WebClient, link: str) -> dict[str, str]:
    """Let the editor choose a password; return the secrets that their browser keeps."""
    came = await client.post(
        link, data={"wachtwoord": PASSWORD}, headers=OURS, allow_redirects=False
    )
    return {name: morsel.value for name, morsel in came.cookies.items()}


async def sign_in(
    client: WebClient, password: str = PASSWORD, email: str = EDITOR, device: str = ""
) -> Any:
    headers = OURS | ({"Cookie": f"{SAFE_DEVICE}={device}"} if device else {})
    return await client.post(
        "/werk/inloggen",
        data={"email": email, "wachtwoord": password},
        headers=headers,
        allow_redirects=False,
    )


async def test_invitation_gives_a_password_and_a_session(
    client: WebClient, link: str, chosen: dict[str, str]
) -> None:
    me = await client.get("/werk/ik", headers={"Cookie": f"{SAFE_COOKIE}={chosen[SAFE_COOKIE]}"})
    again = await client.get(link)
    taken = await client.post(link, data={"wachtwoord": PASSWORD}, headers=OURS)

    assert EDITOR in await me.text()
    assert (again.status, taken.status) == (404, 404)


async def test_looking_at_an_invitation_uses_nothing_up(client: WebClient, link: str) -> None:
    looks = [await client.get(link) for _ in range(3)]

    assert [look.status for look in looks] == [200] * 3
    assert looks[0].headers["Referrer-Policy"] == "no-referrer"
    assert looks[0].headers["Cache-Control"] == "no-store"


async def test_weak_password_is_refused_with_the_reason_and_the_link_still_works(
    client: WebClient, link: str
) -> None:
    weak = await client.post(link, data={"wachtwoord": "Welkom Waterdam 1"}, headers=OURS)
    good = await client.post(
        link, data={"wachtwoord": PASSWORD}, headers=OURS, allow_redirects=False
    )

    assert weak.status == 400
    assert 'role="alert"' in await weak.text()
    assert "/werk/uitloggen" not in await weak.text()
    assert good.status == 303


async def test_password_signs_in_from_the_first_to_the_last_letter(
    client: WebClient, chosen: dict[str, str]
) -> None:
    answers = [
        await sign_in(client, given)
        for given in (PASSWORD, PASSWORD[:-1], PASSWORD.upper(), PASSWORD + " ")
    ]

    assert [answer.status for answer in answers] == [303, 400, 400, 400]


async def test_unknown_address_hears_the_same_as_a_wrong_password(
    client: WebClient, chosen: dict[str, str]
) -> None:
    wrong = await sign_in(client, "fiets onder de boom")
    unknown = await sign_in(client, email="nobody@waterdam.example")
    never = await sign_in(client, email="sender@waterdam.example")

    texts = [
        (await answer.text()).replace(f'value="{email}"', "")
        for answer, email in (
            (wrong, EDITOR),
            (unknown, "nobody@waterdam.example"),
            (never, "sender@waterdam.example"),
        )
    ]
    assert (wrong.status, unknown.status, never.status) == (400, 400, 400)
    assert texts[0] == texts[1] == texts[2]
    assert PASSWORD not in texts[0]


async def test_what_was_typed_stands_in_no_event_and_no_log(
    client: WebClient, chosen: dict[str, str], waterdam: Store, capfd: Any
) -> None:
    await sign_in(client, "een heel geheim woord", "geheim@waterdam.example")

    def events(unit: Any) -> str:
        return str(unit.connection.exec_driver_sql("SELECT deed, ids, fields FROM event").all())

    told = waterdam.look(events)
    assert "staff.sign_in_failed" in told
    assert "geheim" not in told + "".join(capfd.readouterr())


async def test_guessing_is_held_back_but_not_on_a_known_device(
    client: WebClient, chosen: dict[str, str]
) -> None:
    guesses = [await sign_in(client, f"guess number {n}") for n in range(OF_ACCOUNT + 2)]
    stranger = await sign_in(client)
    owner = await sign_in(client, device=chosen[SAFE_DEVICE])

    assert [each.status for each in guesses] == [400] * OF_ACCOUNT + [429] * 2
    assert (stranger.status, owner.status) == (429, 303)
    assert int(stranger.headers["Retry-After"]) > 0


async def test_account_that_does_not_exist_is_held_back_alike(client: WebClient) -> None:
    email = "nobody@waterdam.example"

    guesses = [await sign_in(client, email=email) for _ in range(OF_ACCOUNT + 1)]

    assert [each.status for each in guesses] == [400] * OF_ACCOUNT + [429]


async def change(client: WebClient, session: str, now: str, wanted: str) -> int:
    answer = await client.post(
        "/werk/ik/wachtwoord",
        data={"nu": now, "wachtwoord": wanted},
        headers=OURS | {"Cookie": f"{SAFE_COOKIE}={session}"},
        allow_redirects=False,
    )
    return answer.status


async def test_whoever_knows_the_password_changes_it_and_the_rest_signs_in_anew(
    client: WebClient, chosen: dict[str, str]
) -> None:
    other = (await sign_in(client, device=chosen[SAFE_DEVICE])).cookies[SAFE_COOKIE].value
    here, wanted = chosen[SAFE_COOKIE], "een boot op het water"

    statuses = [
        await change(client, here, "fiets onder de boom", wanted),
        await change(client, here, PASSWORD, "kort"),
        await change(client, here, PASSWORD, wanted),
    ]

    seen = [
        await client.get(
            "/werk/ik", headers={"Cookie": f"{SAFE_COOKIE}={each}"}, allow_redirects=False
        )
        for each in (here, other)
    ]
    assert statuses == [400, 400, 303]
    assert [each.status for each in seen] == [200, 303]
    assert (await sign_in(client)).status == 400
    assert (await sign_in(client, wanted)).status == 303


async def test_password_is_changed_once_by_a_form_that_is_sent_twice(
    client: WebClient, chosen: dict[str, str]
) -> None:
    form = {"nu": PASSWORD, "wachtwoord": "een boot op het water", "nonce": "n" * 22}
    headers = OURS | {"Cookie": f"{SAFE_COOKIE}={chosen[SAFE_COOKIE]}"}

    answers = [
        await client.post("/werk/ik/wachtwoord", data=form, headers=headers, allow_redirects=False)
        for _ in range(2)
    ]

    assert [each.headers["Location"] for each in answers] == [
        "/werk/ik?klaar=password-set&aantal=1"
    ] * 2


async def test_browser_that_was_left_open_is_no_way_to_guess(
    client: WebClient, chosen: dict[str, str]
) -> None:
    session = chosen[SAFE_COOKIE]

    statuses = [
        await change(client, session, f"guess number {n}", "een boot op het water")
        for n in range(OF_ACCOUNT + 1)
    ]

    assert statuses == [400] * OF_ACCOUNT + [429]


async def test_first_colleague_makes_themselves_the_administrator(
    client: WebClient, waterdam: Store, change: Any
) -> None:
    for table in ("staff_session", "staff"):
        change(waterdam, f"DELETE FROM {table}")
    link = f"/werk/uitnodiging/{waterdam.run(invite_first, NOBODY)}"
    facts = {"naam": "Bo", "email": "Bo@waterdam.example", "wachtwoord": PASSWORD}

    came = await client.post(link, data=facts, headers=OURS, allow_redirects=False)
    signed_in = await sign_in(client, email="bo@waterdam.example")

    assert (came.status, signed_in.status) == (303, 303)


def test_many_accounts_from_one_client_are_held_back(clock: Clock) -> None:
    tries = Tries(lambda: clock().timestamp())

    waits = [tries.wait(Trying(f"{n}@x.example", "192.0.2.1", None)) for n in range(OF_CLIENT + 1)]
    other = tries.wait(Trying("new@x.example", "192.0.2.2", None))

    assert waits[:-1] == [0] * OF_CLIENT
    assert (waits[-1] > 0, other) == (True, 0)


def test_strangers_have_so_many_tries_a_day(clock: Clock) -> None:
    tries = Tries(lambda: clock().timestamp())
    let = 0

    for _ in range(24 * 60):
        clock.passes(minutes=1)
        let += not tries.wait(Trying("nadia@x.example", "192.0.2.1", None))

    assert let <= 2 * OF_ACCOUNT_A_DAY


async def test_too_many_at_once_are_asked_to_come_back() -> None:
    hashing = Hashing()

    asked = await asyncio.gather(
        *(hashing.fits(None, "x") for _ in range(AT_ONCE + WAITING + 5)), return_exceptions=True
    )
    hashing.close()

    assert [each for each in asked if each is False] == [False] * (AT_ONCE + WAITING)
    assert [getattr(each, "status", None) for each in asked if each is not False] == [503] * 5


def test_decoy_takes_as_much_as_a_password() -> None:
    hashing = Hashing()

    assert not hashing.ages(DECOY)
    assert extract_parameters(DECOY).memory_cost >= 46 * 1024
    hashing.close()
