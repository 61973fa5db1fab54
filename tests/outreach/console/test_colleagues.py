"""Colleagues: invited with a link, given another role, let go; by an administrator alone."""

import re
from typing import Any

import pytest

from outreach.staff.invitation import invited
from outreach.staff.staff import add_staff, all_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from tests.outreach.console.conftest import SignIn
from tests.webclient import WebClient

PAGE = "/werk/instellingen/collegas"
LINK = re.compile(r'value="https://kansen\.example/werk/uitnodiging/([\w-]{43})"')
FORM = {"nonce": "n" * 22}
BO = {"naam": "Bo", "email": "bo@waterdam.example", "rol": "sender"}


@pytest.fixture
def headers(signed_in: SignIn) -> dict[str, str]:
    """What the browser of an administrator sends."""
    return signed_in("administrator")


def roles(store: Store) -> dict[str, str]:
    """The role of everybody who works here, by the first part of their address."""
    return {one.email.partition("@")[0]: one.role for one in store.look(all_staff)}


async def post(client: WebClient, path: str, headers: dict[str, str], **data: str) -> Any:
    return await client.post(PAGE + path, data=data, headers=headers, allow_redirects=False)


async def test_invited_colleague_is_there_with_a_link_that_works(
    client: WebClient, headers: dict[str, str], waterdam: Store
) -> None:
    answer = await post(client, "", headers, **BO)

    (secret,) = LINK.findall(await answer.text())
    found = waterdam.look(invited, secret=secret)
    assert found is not None
    assert (found.name, roles(waterdam)["bo"]) == ("Bo", "sender")
    assert f'href="{PAGE}" aria-current="page"' in await answer.text()


async def test_link_is_shown_once(client: WebClient, headers: dict[str, str]) -> None:
    await post(client, "", headers, **BO)

    later = await client.get(PAGE, headers=headers)

    assert LINK.findall(await later.text()) == []
    assert "bo@waterdam.example" in await later.text()


@pytest.mark.parametrize(
    "odd",
    [
        {"email": "bo"},
        {"rol": "king"},
        {"rol": ""},
        {"email": "editor@waterdam.example"},
        {"email": "Editor@Waterdam.example"},
    ],
    ids=str,
)
async def test_what_cannot_be_is_said_and_what_was_typed_stays(
    client: WebClient, headers: dict[str, str], waterdam: Store, odd: dict[str, str]
) -> None:
    before = roles(waterdam)

    answer = await post(client, "", headers, **(BO | odd))

    text = await answer.text()
    assert answer.status == 400
    assert 'role="alert"' in text
    assert 'name="naam" maxlength="80" autocomplete="off" required value="Bo"' in text
    assert roles(waterdam) == before


async def test_another_link_ends_the_one_before(
    client: WebClient, headers: dict[str, str], waterdam: Store, staff: dict[str, int]
) -> None:
    pages = [await post(client, f"/{staff['viewer']}/link", headers) for _ in range(2)]

    first, second = [LINK.findall(await page.text())[0] for page in pages]
    assert waterdam.look(invited, secret=first) is None
    assert waterdam.look(invited, secret=second) is not None


async def test_another_role_is_set_and_its_colleague_signs_in_anew(
    client: WebClient,
    headers: dict[str, str],
    signed_in: SignIn,
    staff: dict[str, int],
    waterdam: Store,
) -> None:
    theirs = signed_in("viewer")

    answer = await post(client, f"/{staff['viewer']}/rol", headers, rol="editor", **FORM)

    after = await client.get("/werk/ik", headers=theirs, allow_redirects=False)
    assert (answer.status, after.status) == (303, 303)
    assert roles(waterdam)["viewer"] == "editor"


async def test_same_form_again_does_nothing_more(
    client: WebClient, headers: dict[str, str], staff: dict[str, int], waterdam: Store
) -> None:
    path = f"/{staff['viewer']}/rol"

    first = await post(client, path, headers, rol="editor", **FORM)
    again = await post(client, path, headers, rol="sender", **FORM)

    assert first.headers["Location"] == again.headers["Location"]
    assert roles(waterdam)["viewer"] == "editor"


async def test_form_without_a_number_of_ours_is_refused(
    client: WebClient, headers: dict[str, str], staff: dict[str, int], waterdam: Store
) -> None:
    path = f"/{staff['viewer']}/rol"

    answers = [
        await post(client, path, headers, rol="editor", nonce=nonce)
        for nonce in ("", "x", "é" * 22)
    ]

    assert [answer.status for answer in answers] == [400] * 3
    assert roles(waterdam)["viewer"] == "viewer"


async def test_last_administrator_stays_one(
    client: WebClient, headers: dict[str, str], staff: dict[str, int], waterdam: Store
) -> None:
    email = "administrator@waterdam.example"
    number = staff["administrator"]

    role = await post(client, f"/{number}/rol", headers, rol="viewer", **FORM)
    gone = await post(client, f"/{number}/weg", headers, email=email, **FORM)

    assert (role.status, gone.status) == (400, 400)
    assert roles(waterdam)["administrator"] == "administrator"


async def test_who_is_let_go_is_asked_about_first_and_then_signed_out(
    client: WebClient,
    headers: dict[str, str],
    signed_in: SignIn,
    staff: dict[str, int],
    waterdam: Store,
) -> None:
    theirs, path = signed_in("editor"), f"/{staff['editor']}/weg"

    asked = await client.get(PAGE + path, headers=headers)
    still = await client.get("/werk/ik", headers=theirs, allow_redirects=False)
    email = "editor@waterdam.example"
    answer = await post(client, path, headers, email=email, **FORM)
    after = await client.get("/werk/ik", headers=theirs, allow_redirects=False)

    assert email in await asked.text()
    assert (still.status, answer.status, after.status) == (200, 303, 303)
    assert "editor" not in roles(waterdam)


async def test_name_of_a_colleague_never_becomes_markup(
    client: WebClient, headers: dict[str, str], waterdam: Store
) -> None:
    email = '"><script>alert(1)</script>@x.example'
    waterdam.run(add_staff, NOBODY, email=email, name="<img src=x onerror=alert(1)>")

    text = await (await client.get(PAGE, headers=headers)).text()

    assert "<script>alert" not in text
    assert "<img src=x" not in text


async def test_number_of_nobody_is_not_found(client: WebClient, headers: dict[str, str]) -> None:
    answers = [
        await client.get(f"{PAGE}/999/weg", headers=headers),
        await post(client, "/999/link", headers),
        await post(client, "/999/rol", headers, rol="editor", **FORM),
    ]

    assert [answer.status for answer in answers] == [404] * 3


@pytest.mark.parametrize("demo", [False, True])
async def test_in_a_demo_nobody_is_still_to_come(
    client: WebClient, headers: dict[str, str], demo: bool
) -> None:
    page = await (await client.get(PAGE, headers=headers)).text()

    assert ("nog niet binnen" in page, "zonder wachtwoord" in page) == (not demo, demo)
