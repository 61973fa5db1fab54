"""The web application with a few handlers, ticks, and how a database runs a rule."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from content.texts import Texts
from outreach.interests.interest import PartyDraft, express_interest
from outreach.parties.person import meet
from outreach.settings import Settings
from outreach.store.errors import StoreBusy
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor, Unit
from outreach.ticks import Ticks
from outreach.web.app import make_app
from outreach.web.form import read_form
from outreach.web.limits import TALK_OF, client_of
from tests.clock import Believed
from tests.outreach.rows import OLD
from tests.outreach.ticking import leave_open
from tests.plans import explained, read_whole
from tests.webclient import WebClient

Browse = Callable[..., Awaitable[WebClient]]
TEXTS = Texts(organisation="Gemeente Waterdam", address="https://kansen.example")


async def echo(request: web.Request) -> web.Response:
    return web.json_response(await read_form(request))


async def fail(request: web.Request) -> web.Response:
    raise RuntimeError("the secret of the resident")


async def busy(request: web.Request) -> web.Response:
    raise StoreBusy


async def who(request: web.Request) -> web.Response:
    return web.Response(text=client_of(request))


async def long(request: web.Request) -> web.Response:
    return web.Response(text="x" * int(request.query["size"]))


async def talk_of(request: web.Request) -> str | None:
    return request.headers.get("X-Talk")


async def well() -> bool:
    return True


@pytest.fixture
async def browse(store: Store) -> AsyncIterator[Browse]:
    """Start an application with a few handlers, and give a client for it."""
    clients = []

    async def start(healthy: Callable[[], Awaitable[bool]] = well, **values: object) -> WebClient:
        app = make_app(Settings.demo(**values), TEXTS, store, healthy=healthy, clock=lambda: 0.0)
        app.router.add_post("/echo", echo)
        app.router.add_get("/fail/{code}", fail)
        app.router.add_get("/busy", busy)
        app.router.add_get("/who", who)
        app.router.add_get("/long", long)
        app[TALK_OF] = talk_of
        clients.append(TestClient(TestServer(app)))
        await clients[-1].start_server()
        return clients[-1]

    yield start
    for client in clients:
        await client.close()


@pytest.fixture
def make_ticks(waterdam: Store, tmp_path: Path) -> Callable[..., Ticks]:
    loud: dict[str, Any] = {"quiet_from": time(0), "quiet_until": time(0), "quiet_days": False}
    believed = Believed(waterdam.clock)

    def make(trust: Believed = believed, **settings: Any) -> Ticks:
        used = Settings(**loud | settings)
        texts = Texts(used.zone_info, organisation="Waterdam", address="http://waterdam.example")
        return Ticks(waterdam, texts, used, tmp_path, trust)

    return make


@pytest.fixture
def ticks(make_ticks: Callable[[], Ticks]) -> Ticks:
    return make_ticks()


@pytest.fixture
def plan() -> Callable[..., list[str]]:
    """`plan(store, rule, …)`: how a database runs a rule if it may choose any index."""

    def look(
        store: Store, rule: Callable[..., object], *args: object, **values: object
    ) -> list[str]:
        def watched(unit: Unit) -> list[str]:
            if store.database.shared:
                unit.connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
            with explained(unit.connection) as lines:
                rule(unit, *args, **values)
            return lines

        return store.run(watched, TICK)

    return look


@pytest.fixture
def whole(plan: Callable[..., list[str]]) -> Callable[..., list[str]]:
    """`whole(store, rule, …)`: the tables that a rule reads whole, without an index."""
    return lambda store, rule, *args, **values: read_whole(plan(store, rule, *args, **values))


@pytest.fixture
def fill(change: Callable[..., None]) -> Callable[[Store, str], None]:
    """Run statements; `{old}` in them stands for a day long ago."""

    def run(store: Store, statements: str) -> None:
        for statement in (
            statements.replace("{old}", OLD).replace("{{", "{").replace("}}", "}").split(";")
        ):
            change(store, statement.replace("00:00:00", r"00\:00\:00"))

    return run


@pytest.fixture
def ada(waterdam: Store) -> int:
    """Somebody who expressed interest and left a question open."""
    person, address = waterdam.run(meet, NOBODY, channel="web", external_id="ada", language="nl")
    party = PartyDraft("resident", "Ada")
    waterdam.run(
        express_interest,
        Actor("person", person),
        opportunity=1,
        version=1,
        party=party,
        brings="handen",
    )
    waterdam.run(leave_open, NOBODY, person=person, address=address)
    return person
