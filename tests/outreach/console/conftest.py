"""The console of Waterdam with a colleague of each role; or a page of it by itself."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.typedefs import StrOrURL

from content.page.pages import fresh_nonce
from content.texts import Texts
from outreach.console.cookie import SAFE_COOKIE
from outreach.console.routes import attach_console
from outreach.console.signed_in import WHO, SignedIn
from outreach.settings import Settings
from outreach.staff.session import Lasts, begin_session
from outreach.staff.staff import ROLES, add_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from outreach.web.app import make_app
from outreach.web.keys import Handler
from tests.clock import Clock
from tests.webclient import WebClient

Opened = Callable[..., Awaitable[WebClient]]
TEXTS = Texts(organisation="Gemeente Waterdam", address="https://kansen.example")
OURS = {"Sec-Fetch-Site": "same-origin"}
"""What a browser says of a form on our own page."""


class Desk(WebClient):
    """A browser whose forms hold a number, as those on every page do; `data` may say which."""

    def post(self, path: StrOrURL, **options: Any) -> Any:
        data = {"nonce": fresh_nonce()} | (options.pop("data", None) or {})
        return super().post(path, data=data, **options)


async def well() -> bool:
    return True


@pytest.fixture
async def opened(waterdam: Store) -> AsyncIterator[Opened]:
    """Serve one page in Waterdam, to a colleague or to nobody."""
    clients = []

    async def start(
        handler: Handler, who: SignedIn | None = None, path: str = "/werk"
    ) -> WebClient:
        async def answer(request: web.Request) -> web.StreamResponse:
            if who is not None:
                request[WHO] = who
            return await handler(request)

        app = make_app(Settings.demo(), TEXTS, waterdam, healthy=well)
        app.router.add_route("*", path, answer)
        clients.append(TestClient(TestServer(app)))
        await clients[-1].start_server()
        return clients[-1]

    yield start
    for client in clients:
        await client.close()


@pytest.fixture
def staff(waterdam: Store) -> dict[str, int]:
    """The number of a colleague of each role, whose address begins with it."""
    return {
        role: waterdam.run(
            add_staff, NOBODY, email=f"{role}@waterdam.example", name=role.title(), role=role
        )
        for role in reversed(ROLES)
    }


@pytest.fixture
def own() -> dict[str, Any]:
    """The settings of the installation that are not those of the demo."""
    return {}


@pytest.fixture
def demo() -> bool:
    """Whether this is a demo, in which anybody may sign in."""
    return False


@pytest.fixture
async def client(
    waterdam: Store, clock: Clock, staff: dict[str, int], own: dict[str, Any], demo: bool
) -> AsyncIterator[WebClient]:
    """A browser; its cookies are what a test says."""
    settings = Settings.demo(address="https://kansen.example/", **own)
    app = make_app(settings, TEXTS, waterdam, healthy=well, clock=lambda: clock().timestamp())
    attach_console(app, demo=demo, clock=lambda: clock().timestamp())
    async with Desk(TestServer(app)) as client:
        yield client


SignIn = Callable[[str], dict[str, str]]


@pytest.fixture
def signed_in(waterdam: Store, staff: dict[str, int]) -> SignIn:
    """`signed_in(role)`: the headers of a colleague who signed in, as a browser sends them."""

    def begin(role: str) -> dict[str, str]:
        facts: dict[str, Any] = {"browser": "Firefox, Linux", "lasts": Lasts()}
        secret = waterdam.run(begin_session, NOBODY, staff=staff[role], **facts)
        return OURS | {"Cookie": f"{SAFE_COOKIE}={secret}"}

    return begin
