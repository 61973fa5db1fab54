"""A colleague's own page: where they are signed in, and ending it."""

import re

from tests.outreach.console.conftest import SignIn
from tests.webclient import WebClient


async def sessions(client: WebClient, headers: dict[str, str]) -> list[str]:
    """Return the numbers of the sessions on the page; empty when signed out."""
    answer = await client.get("/werk/ik", headers=headers, allow_redirects=False)
    return re.findall(r'name="sessie" value="(\d+)"', await answer.text())


async def test_page_lists_the_sessions_of_this_colleague_alone(
    client: WebClient, signed_in: SignIn
) -> None:
    here, _, other = signed_in("editor"), signed_in("editor"), signed_in("viewer")

    assert (len(await sessions(client, here)), len(await sessions(client, other))) == (2, 1)


async def test_one_session_is_ended(client: WebClient, signed_in: SignIn) -> None:
    here, lost = signed_in("editor"), signed_in("editor")
    both = await sessions(client, here)
    lost_one = max(both, key=int)

    answer = await client.post("/werk/ik/sessie", data={"sessie": lost_one}, headers=here)

    assert answer.status == 200
    assert (await sessions(client, lost), len(await sessions(client, here))) == ([], 1)


async def test_all_others_are_ended(client: WebClient, signed_in: SignIn) -> None:
    here, others = signed_in("editor"), [signed_in("editor"), signed_in("editor")]

    await client.post("/werk/ik/andere-sessies", headers=here)

    assert len(await sessions(client, here)) == 1
    assert [await sessions(client, other) for other in others] == [[], []]


async def test_nobody_ends_a_session_of_another(client: WebClient, signed_in: SignIn) -> None:
    here, other = signed_in("editor"), signed_in("viewer")
    (number,) = await sessions(client, other)

    await client.post("/werk/ik/sessie", data={"sessie": number}, headers=here)

    assert len(await sessions(client, other)) == 1


async def test_signing_out_ends_the_session_and_the_cookie(
    client: WebClient, signed_in: SignIn
) -> None:
    here = signed_in("editor")

    answer = await client.post("/werk/uitloggen", headers=here, allow_redirects=False)

    (cookie,) = answer.cookies.values()
    assert (answer.status, answer.headers["Location"]) == (303, "/werk/inloggen")
    assert (cookie.value, cookie["max-age"]) == ("", "0")
    assert await sessions(client, here) == []


async def test_odd_number_of_a_session_is_refused(client: WebClient, signed_in: SignIn) -> None:
    answer = await client.post("/werk/ik/sessie", data={"sessie": "٣"}, headers=signed_in("editor"))

    assert answer.status == 400
