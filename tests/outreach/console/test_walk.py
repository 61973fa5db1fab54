"""Every page of the table, walked as each role and signed out: who may gets in, and nobody else."""

import re
from urllib.parse import quote

import pytest

from outreach.console.door import Page
from outreach.console.routes import INVITATION, PAGES, PAGES_OF_DEMO
from outreach.staff.staff import RIGHTS, ROLES
from outreach.store.store import Store
from outreach.store.unit import Unit
from tests.outreach.console.conftest import OURS, SignIn
from tests.webclient import WebClient

PATTERN = re.compile(r":[^/]*\}(?=/|$)")
ALL = pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.method} {page.path}")


def concrete(page: Page) -> str:
    """Return an address of a page."""
    path = PATTERN.sub("}", page.path)
    return path.replace("{number}", "1").replace("{secret}", "x" * 43)


def refusals(store: Store) -> int:
    def count(unit: Unit) -> int:
        query = "SELECT count(*) FROM event WHERE deed = 'staff.refused'"
        return int(unit.connection.exec_driver_sql(query).scalar_one())

    return store.look(count)


@ALL
def test_page_states_a_right(page: Page) -> None:
    assert page.right in (*RIGHTS, "anyone")


def test_pages_for_anyone_are_those_of_signing_in() -> None:
    free = {page.path for page in PAGES + PAGES_OF_DEMO if page.right == "anyone"}

    assert free == {"/werk/inloggen", "/werk/inloggen/demo", INVITATION}


def test_every_route_of_the_console_is_in_the_table(client: WebClient) -> None:
    routes = {
        (route.method, route.resource.canonical)
        for route in client.app.router.routes()
        if route.resource is not None and route.resource.canonical.startswith("/werk")
    }

    assert routes == {(page.method, PATTERN.sub("}", page.path)) for page in PAGES}


@ALL
@pytest.mark.parametrize("role", ROLES)
async def test_who_may_gets_in_and_nobody_else(
    client: WebClient, signed_in: SignIn, waterdam: Store, page: Page, role: str
) -> None:
    headers = signed_in(role)
    may = page.right == "anyone" or role in RIGHTS[page.right]

    answer = await client.request(
        page.method, concrete(page), headers=headers, allow_redirects=False
    )

    assert (answer.status == 403, answer.status < 500) == (not may, True)
    assert refusals(waterdam) == int(not may)
    assert answer.headers["Cache-Control"] == "no-store"


@ALL
async def test_who_is_signed_out_goes_to_sign_in(client: WebClient, page: Page) -> None:
    path, form = concrete(page), {"wat": ""} if page.method == "POST" else None

    answer = await client.request(page.method, path, data=form, headers=OURS, allow_redirects=False)

    if page.right == "anyone":
        assert answer.status in (200, 303, 400, 404, 415)
    else:
        sign_in = f"/werk/inloggen?naar={quote(path, safe='')}"
        assert (answer.status, answer.headers["Location"]) == (303, sign_in)
    assert answer.headers["Cache-Control"] == "no-store"


@ALL
@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {},
    ],
    ids=str,
)
async def test_form_of_another_site_is_refused(
    client: WebClient, signed_in: SignIn, page: Page, headers: dict[str, str]
) -> None:
    cookie = {"Cookie": signed_in("administrator")["Cookie"]}

    answer = await client.request(
        page.method, concrete(page), headers=cookie | headers, allow_redirects=False
    )

    assert answer.status == 403 if page.method == "POST" else answer.status != 403


async def test_page_that_is_none_leads_back_to_the_desk(
    client: WebClient, signed_in: SignIn
) -> None:
    answer = await client.get("/werk/nergens", headers=signed_in("editor"))
    page = await answer.text()

    assert (answer.status, 'class="button" href="/werk"' in page, 'id="code"' in page) == (
        404,
        True,
        False,
    )
