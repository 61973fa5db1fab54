"""Before a decision is applied nobody outside reads of it, on any route that there is.

The routes come from the application itself, so that a new one is walked by itself.
"""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.server import build
from bot.speech import COMMANDS
from content.fluent import words
from outreach.interests.apply import DecisionTerms, apply_due, approve_decision
from outreach.interests.decision import write_letter
from outreach.interests.pencil import pencil
from outreach.interests.tell import Telling, move_opportunity_and_tell
from outreach.interests.weigh import weigh
from outreach.mailboxes.mailbox import emails_of_party
from outreach.settings import Settings
from outreach.store.codes import make_code
from outreach.store.store import Store
from outreach.store.unit import NOBODY, TICK, Actor, Unit
from outreach.venues.trail import lay_trail
from tests.bot.public.conftest import TEXTS
from tests.clock import Clock
from tests.talking import UNHURRIED
from tests.webclient import WebClient

NADIA = Actor("staff", 1)
SECRET = "Wiebelwortel"
SIGNS_UP = ("ik doe mee", "alleen", "Ada", "Ik kan wieden.", "ja", "nee", "overslaan")
ENDLESS = {"/chat/stream"}
"""A stream that does not end: it tells what the page of the chat has too."""
ENDING = ("stop", "forget", "leave")
"""Words that end the conversation that is walked."""
SETTINGS = Settings.demo(posts_per_minute=10_000)


@pytest.fixture
async def ada(waterdam: Store, tmp_path: Path) -> AsyncIterator[WebClient]:
    """A browser of somebody who signed up for the first record, at the whole server."""
    app = build(SETTINGS, tmp_path, waterdam, pace=UNHURRIED)
    async with TestClient(TestServer(app)) as browser:
        await browser.post("/chat/start", data={"opportunity": "1"})
        for text in SIGNS_UP:
            await browser.post("/chat", data={"text": text})
        yield browser


@pytest.fixture
def known(waterdam: Store) -> dict[str, list[str]]:
    """What may stand in the place of a name in a route."""
    codes = [
        waterdam.run(make_code, NOBODY, kind=kind, subject=1)
        for kind in ("invitation", "reference", "link")
    ]
    codes.append(waterdam.run(lay_trail, NOBODY, opportunity=1, kind="poster"))
    return {
        "id": ["1", "2"],
        "number": ["1", "2"],
        "code": codes,
        "theme": ["groen"],
        "name": ["page.css"],
        "secret": ["x" * 43],
    }


def paths(browser: WebClient, known: dict[str, list[str]]) -> list[str]:
    """Return an address of each route that can be read; a name that nobody knows is an error."""
    found: list[str] = []
    for route in browser.app.router.routes():
        place = "" if route.resource is None else route.resource.canonical
        if route.method != "GET" or place in ENDLESS:
            continue
        names = [part.partition("}")[0] for part in place.split("{")[1:]]
        several = len(known[names[0]]) if names else 1
        for at in range(several):
            found.append(place.format(**{name: known[name][at] for name in names}))
    return found


async def walk(browser: WebClient, known: dict[str, list[str]]) -> dict[str, str]:
    """Return what stands on each route in two languages, and what each word brings."""
    told: dict[str, str] = {}
    for language in ("nl", "en"):
        for path in paths(browser, known):
            answer = await browser.get(path, headers={"Accept-Language": language})
            told[f"{language} {path}"] = (await answer.read()).decode("utf-8", "replace")
    for name in COMMANDS:
        if name not in ENDING:
            await browser.post(
                "/chat", data={"text": words("talk-words", name.replace("_", "-"))[0]}
            )
            told[f"word {name}"] = await (await browser.get("/chat")).text()
    return told


def prepare(store: Store) -> None:
    """Weigh, pencil, write a letter and approve it: each has a word that tells."""
    telling, terms = Telling.of(TEXTS, SETTINGS), timedelta(minutes=10)
    store.run(move_opportunity_and_tell, NADIA, opportunity=1, state="closed", telling=telling)
    said: dict[str, Any] = {"interest": 1, "criterion": 1, "mailed": emails_of_party}
    store.run(weigh, NADIA, word="good", reason=SECRET, settle=True, **said)
    store.run(pencil, NADIA, interest=1, outcome="not_chosen", reason=SECRET)
    letter: dict[str, Any] = {"outcome": "not_chosen", "text": f"Dag %party%! {SECRET}"}
    store.run(write_letter, NADIA, opportunity=1, language="nl", checked=True, **letter)
    approved = DecisionTerms(telling, None, 100, terms)
    store.run(approve_decision, NADIA, opportunity=1, terms=approved, reason=SECRET)


async def test_no_route_and_no_dialogue_tells_of_a_decision_before_it_is_applied(
    waterdam: Store, ada: WebClient, known: dict[str, list[str]]
) -> None:
    prepare(waterdam)

    told = await walk(ada, known)
    ada.session.cookie_jar.clear()
    told |= {f"stranger {place}": said for place, said in (await walk(ada, known)).items()}

    assert len(told) > 150
    assert "Ik kan wieden." in told["nl /chat/mijn-gegevens.json"]
    assert [place for place, said in told.items() if SECRET in said] == []


async def test_each_interest_has_one_outcome_and_one_message_after(
    waterdam: Store, ada: WebClient, known: dict[str, list[str]], clock: Clock
) -> None:
    prepare(waterdam)
    clock.passes(minutes=11)
    terms = DecisionTerms(Telling.of(TEXTS, SETTINGS), None, 100, timedelta(0))
    waterdam.run(apply_due, TICK, terms=terms)

    def counted(unit: Unit) -> tuple[Any, ...]:
        read = unit.connection.exec_driver_sql
        outcomes = "SELECT interest_id, count(*) FROM outcome GROUP BY interest_id"
        messages = (
            "SELECT person_id, count(*) FROM delivery JOIN mailing ON mailing.id = mailing_id "
            "WHERE mailing.name = 'notice-decided' GROUP BY person_id"
        )
        return [tuple(row) for row in read(outcomes)], [tuple(row) for row in read(messages)]

    assert waterdam.look(counted) == ([(1, 1)], [(1, 1)])
    told = await walk(ada, known)
    assert SECRET in told["nl /chat/mijn-gegevens.json"]
    ada.session.cookie_jar.clear()
    strange = await walk(ada, known)
    assert [place for place, said in strange.items() if SECRET in said] == []
