"""A campaign on Telegram by a real server that is killed and restarted until all is done.

The Bot API server counts every message. `python bench/kill.py` plays it for longer.
"""

import asyncio
import random
import signal
from collections import Counter
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import insert
from sqlmodel import col

from bot.channels.web.channel import WebChat
from content.texts import Texts
from outreach.campaigns.approve import approve
from outreach.campaigns.compose import Voice
from outreach.campaigns.draft import new_campaign
from outreach.campaigns.prepare import Terms
from outreach.delivery.channel import Abilities
from outreach.delivery.delivery import Delivery, Rank
from outreach.delivery.quiet import Quiet
from outreach.opportunities.samples import add_samples
from outreach.parties.address import Address
from outreach.parties.consent import stop
from outreach.parties.person import Person
from outreach.settings import Settings
from outreach.staff.staff import add_staff
from outreach.store.query import pick
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor, Unit
from tests.botapi.protocol import Upload
from tests.botapi.rates import Rates
from tests.botapi.server import TOKEN, BotApi
from tests.promises.paced import SHORT_LEASE
from tests.promises.serving import free_port, served

FIRST_CHAT = 10_000
QUICK = 500
"""The rate with which the rest goes, once there were enough kills."""
PAID = Rates(overall=1_000)
"""A bot that pays may write to more people in a second; not faster to one of them."""
STOPPED_AT_ONCE = 3
PATIENCE = 120.0
GAME_SECONDS = 600.0
SECONDS_OF_A_KILL = 30.0
"""So much more has a game for each kill: a server that begins on a slow machine."""
PICTURE = "photo-of-the-strip"
LONG: dict[str, Any] = {
    "picture": PICTURE,
    "texts": {"new": {"nl": "Doe mee in de Lindenstraat! " * 60}},
}
"""What a channel needs two messages for: the picture, and a text that is
too long to stand under it.
"""


@dataclass
class Outcome:
    """What the Bot API counted against what stands in the rows."""

    people: int
    policy: str
    pieces: int = 1
    kills: int = 0
    held: int = 0
    """Rows that were claimed at the moments of the kills: what may arrive twice."""
    stoppers: set[int] = field(default_factory=set)
    stopped: dict[int, int] = field(default_factory=dict)
    """Persons whose message, or the rest of it, was still to go at their STOP: how many
    pieces were there by then.
    """
    received: dict[int, Counter[str]] = field(default_factory=dict)
    """How often each piece came to each person."""
    turned: list[int] = field(default_factory=list)
    """Persons to whom the text came before the picture."""
    states: dict[int, str] = field(default_factory=dict)

    @property
    def lost(self) -> list[int]:
        """Persons who should have had it and did not."""
        spared = ("stopped", "uncertain")
        return [
            person
            for person, state in self.states.items()
            if state not in spared and not self._whole(person)
        ]

    @property
    def doubled(self) -> int:
        """Messages that arrived once more."""
        return sum(counts.total() - len(counts) for counts in self.received.values())

    @property
    def unheard(self) -> list[int]:
        """Return persons whose row says sent, but who did not get all of it."""
        return [
            person
            for person, state in self.states.items()
            if state == "sent" and not self._whole(person)
        ]

    @property
    def after_stop(self) -> list[int]:
        """Return persons who got something though they had stopped."""
        return [
            person for person, before in self.stopped.items() if len(self.received[person]) > before
        ]

    @property
    def uncertain(self) -> set[int]:
        """Return persons for whom it is unknown if their message arrived."""
        return {person for person, state in self.states.items() if state == "uncertain"}

    def _whole(self, person: int) -> bool:
        return len(self.received[person]) == self.pieces


def add_people(unit: Unit, people: int) -> None:
    """People on Telegram who want news; the number of a chat is that of its person, and more."""
    who = [
        {"id": number, "language": "nl", "themes": [], "created_at": unit.now}
        for number in range(1, people + 1)
    ]
    unit.connection.execute(insert(Person), who)
    same = {"channel": "telegram", "seq": 0, "wrong_codes": 0, "news": True, "used_at": unit.now}
    where = [
        {"person_id": number, "external_id": str(FIRST_CHAT + number)} | same
        for number in range(1, people + 1)
    ]
    unit.connection.execute(insert(Address), where)


def prepare(store: Store, people: int, policy: str, **facts: object) -> None:
    """Fill a store with Waterdam and its people, and approve a campaign that begins now."""
    staff, draft = make_draft(store, people, policy, **facts)
    done = approve(store, staff, campaign=draft, terms=unlimited())
    assert done.people == people


def make_draft(
    store: Store, people: int, policy: str = "again", **plan: object
) -> tuple[Actor, int]:
    """Fill a store with Waterdam, and make a campaign; return who may approve it and its number."""
    store.run(add_samples, NOBODY, ocid_prefix="ocds-xxxxxx", zone=ZoneInfo("Europe/Amsterdam"))
    staff = Actor(
        "staff",
        store.run(add_staff, NOBODY, email="omar@waterdam.example", name="", role="administrator"),
    )
    store.run(add_people, NOBODY, people)
    texts = unlimited().voice.texts
    return staff, store.run(
        new_campaign, staff, opportunity=1, occasion="new", ours=texts, policy=policy, **plan
    )


def unlimited() -> Terms:
    """An installation on the web and on Telegram that may send everything at once."""
    texts = Texts(organisation="Gemeente Waterdam", address="http://127.0.0.1")
    channels = {"web": WebChat.can, "telegram": Abilities(buttons=True, text_length=4096, rate=30)}
    quiet = Quiet.of(Settings.demo(quiet_from=NEVER, quiet_until=NEVER, quiet_days=False))
    return Terms(Voice(texts, "http://127.0.0.1"), quiet, channels, 9, 10**9, timedelta(0))


NEVER = datetime.min.time()


def environment(api: str, port: int, rate: int) -> str:
    """The settings of a server that sends to this Bot API, by day and by night."""
    return "\n".join(
        (
            f"KANSENBODE_ADDRESS=http://127.0.0.1:{port}",
            f"KANSENBODE_TELEGRAM_TOKEN={TOKEN}",
            "KANSENBODE_TELEGRAM_MODE=webhook",
            f"KANSENBODE_TELEGRAM_API={api}",
            f"KANSENBODE_TELEGRAM_RATE={rate}",
            "KANSENBODE_QUIET_FROM=00:00",
            "KANSENBODE_QUIET_UNTIL=00:00",
            "KANSENBODE_QUIET_DAYS=false",
            "",
        )
    )


async def play(
    folder: Path,
    store: Store,
    *,
    people: int,
    kills: int,
    policy: str = "again",
    servers: int = 1,
    seed: int = 1,
    rate: int = QUICK,
    url: str = "",
    pieces: int = 1,
) -> Outcome:
    """Let servers send the campaign; kill one at random and restart it, until all is done.

    One server does all; of several, all are workers.
    """
    chance, outcome = random.Random(seed), Outcome(people, policy, pieces)
    async with (
        asyncio.timeout(GAME_SECONDS + SECONDS_OF_A_KILL * kills),
        BotApi(rates=replace(PAID), open_door=True, keep_calls=False) as api,
        AsyncExitStack() as house,
    ):
        api.world.files[PICTURE] = Upload("strip.jpg", b"strip")
        ports = [free_port() for _ in range(servers)]
        more = f"KANSENBODE_DATABASE_URL={url}\n" if url else ""
        (folder / ".env").write_text(environment(api.address, ports[0], rate) + more)
        role = "serve" if servers == 1 else "worker"
        for port in ports[1:]:
            await house.enter_async_context(served(folder, port, SHORT_LEASE, role))
        every = max(3, people * pieces // (kills + 1) // servers**2)
        while outcome.kills < kills and _left(store):
            async with served(folder, ports[0], SHORT_LEASE, role) as process:
                until = api.tally.total() + chance.randint(every // 3, every)
                await _sent(api, until, store)
                for person in chance.sample(range(1, people + 1), STOPPED_AT_ONCE):
                    outcome.stoppers.add(person)
                    outcome.stopped |= await asyncio.to_thread(_stop, store, person)
                process.send_signal(signal.SIGKILL)
                await process.wait()
            outcome.kills += 1
            outcome.held += _claimed(store)
        (folder / ".env").write_text(environment(api.address, ports[0], QUICK) + more)
        async with served(folder, ports[0], SHORT_LEASE, role) as process:
            await _until(lambda: not _left(store), api, store)
            process.send_signal(signal.SIGTERM)
            assert await process.wait() == 0
    outcome.received = {person: Counter() for person in range(1, people + 1)}
    for (method, chat, _), count in api.tally.items():
        if method in ("sendmessage", "sendphoto") and chat is not None:
            outcome.received[chat - FIRST_CHAT][method] += count
    begins = {
        chat: "photo" in place.log[0][1] for chat, place in api.world.chats.items() if place.log
    }
    outcome.turned = [chat - FIRST_CHAT for chat, photo in begins.items() if photo != (pieces > 1)]
    outcome.states = dict(store.look(_states))
    return outcome


async def _sent(api: BotApi, until: int, store: Store) -> None:
    await _until(lambda: api.tally.total() >= until or not _left(store), api, store)


async def _until(condition: Callable[[], bool], api: BotApi, store: Store) -> None:
    """Wait; fail with what is stuck if it is not so in time."""
    ends = asyncio.get_running_loop().time() + PATIENCE
    while not await asyncio.to_thread(condition):
        if asyncio.get_running_loop().time() > ends:
            stand = (
                f"{dict(store.look(_stand))}, {api.tally.total()} calls, {api.rates.refused} too "
                f"fast"
            )
            raise AssertionError(f"not so after {PATIENCE:.0f} seconds: {stand}")
        await asyncio.sleep(0.02)


def _stop(store: Store, person: int) -> dict[int, int]:
    """Let somebody stop; return them if their message was still to go, with the pieces sent."""

    def rule(unit: Unit) -> dict[int, int]:
        stop(unit)
        query = (
            f"SELECT state, arrived FROM delivery WHERE person_id = {person} AND mailing_id IS "
            f"NOT NULL"
        )
        state, arrived = unit.connection.exec_driver_sql(query).one()
        return {person: arrived or 0} if state == "planned" else {}

    return store.run(rule, Actor("person", person))


def _left(store: Store) -> int:
    query = "SELECT count(*) FROM delivery WHERE state IN ('planned', 'claimed')"
    return int(store.look(lambda unit: unit.connection.exec_driver_sql(query).scalar_one()))


def _claimed(store: Store) -> int:
    query = "SELECT count(*) FROM delivery WHERE state = 'claimed'"
    return int(store.look(lambda unit: unit.connection.exec_driver_sql(query).scalar_one()))


def _stand(unit: Unit) -> list[Any]:
    query = "SELECT state, count(*) FROM delivery GROUP BY state"
    return [tuple(row) for row in unit.connection.exec_driver_sql(query)]


def _states(unit: Unit) -> list[Any]:
    rows = pick(Delivery.person_id, Delivery.state).where(col(Delivery.rank) == Rank.CAMPAIGN)
    return [tuple(row) for row in unit.connection.execute(rows)]
