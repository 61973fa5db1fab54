"""Conversations as they should run, over the real channels: files of what is said and answered.

A line that begins with `>` is what somebody does, half a minute after the last answer. `> text` is
typed, `> [label]` pressed, `>> text` typed at once. `> @01` comes from the page of an opportunity,
`> @01 join` by its button; `> = name` goes on as somebody else, and `> + state` is what a colleague
makes of the interest (`> + chosen`: in the decision, which asks for a yes). CODE stands for a code,
and is the one of an invitation where it is typed.
What is no such line was answered, and is written anew by
`uv run pytest tests/transcripts --write-transcripts`.
"""

import json
import secrets
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from textwrap import fill
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from aiohttp import ClientSession, CookieJar

from content.texts import Texts
from outreach.interests.decide import decide
from outreach.interests.interest import move_interest
from outreach.interests.pencil import CHOSEN, pencil
from outreach.interests.tell import Telling, move_opportunity_and_tell
from outreach.opportunities.edit import find_by_tender_id
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.bot.channels.telegram.following import calm
from tests.bot.channels.telegram.town import TelegramTown
from tests.botapi.server import BotApi
from tests.botapi.user import User
from tests.clock import Clock
from tests.conftest import LOUD

HERE = Path(__file__).parent
NADIA = Actor("staff", 1)
WIDTH = 100
ASKING = Telling(Texts(), replace(LOUD, zone=ZoneInfo("Europe/Amsterdam")), confirm_days=7)
REASONS = {"nl": "Een goed plan.", "en": "A good plan."}
"""Why an interest is chosen, in the language of the one who reads it."""
THINKS = 30
"""Seconds for which somebody reads before they answer."""
MOVE, AT_ONCE, PAGE, SOMEBODY, COLLEAGUE = ">", ">>", "@", "= ", "+ "
CODES = "SELECT code FROM code"
INVITED = "SELECT code FROM code WHERE kind = 'invitation'"
STORED = {
    "interest": (
        "SELECT party.name, party.kind, brings, people, part_keys, area, needs, partners, reach,"
        " interest.state FROM interest JOIN party ON party.id = party_id ORDER BY interest.id"
    ),
    "contacts": "SELECT count(*) FROM membership",
    "question": "SELECT text FROM question ORDER BY id",
    "plan": "SELECT what, who, timing, costs, cost_cents, needs, more FROM plan"
    " WHERE sent_at IS NOT NULL",
    "attendance": "SELECT people, needs FROM attendance ORDER BY id",
}
"""What is read at the end of a conversation."""
ANSWERED = "SELECT meets FROM interest ORDER BY id"
"""What was answered to the requirements: which, and whether it can be done."""

Shown = tuple[str, list[str]]
"""What an answer says, and the labels of its buttons."""


class Talker(Protocol):
    """Somebody at a channel."""

    async def come(self, opportunity: int, wish: str | None) -> list[Shown]:
        """Come from the page of an opportunity."""

    async def say(self, text: str) -> list[Shown]:
        """Type a text."""

    async def press(self, label: str) -> list[Shown]:
        """Press a button."""


class OnPage:
    """Somebody in the web chat, whose page runs its script."""

    def __init__(self, session: ClientSession, address: str, language: str) -> None:
        self._session, self._address = session, address
        self._headers = {"Accept": "application/json", "Accept-Language": language}
        self._options: dict[str, str] = {}
        self._rev = self._last = 0

    async def come(self, opportunity: int, wish: str | None) -> list[Shown]:
        """Press a button on the page of an opportunity."""
        fields = {"opportunity": f"{opportunity}"} | ({"wish": wish} if wish else {})
        return await self._post("/chat/start", **fields)

    async def say(self, text: str) -> list[Shown]:
        """Type a text."""
        return await self._post("/chat", text=text)

    async def press(self, label: str) -> list[Shown]:
        """Press a button."""
        return await self._post("/chat", choice=self._options[label])

    async def _post(self, path: str, **fields: str) -> list[Shown]:
        fields |= {"nonce": secrets.token_hex(8), "na": f"{self._last}", "seen": f"{self._rev}"}
        async with self._session.post(
            self._address + path, data=fields, headers=self._headers
        ) as answer:
            assert answer.status == 200
            events = (await answer.json())["events"]
        return [self._shown(event) for event in events if event["seq"] > self._last]

    def _shown(self, event: dict[str, Any]) -> Shown:
        self._last, self._rev = event["seq"], event.get("rev", self._rev)
        self._options = {label: code for code, label, *_ in event.get("options", ())}
        links = [label for _, label in event.get("links", ())]
        return event["text"], [*links, *self._options]


class OnTelegram:
    """Somebody on Telegram."""

    def __init__(self, user: User, store: Store) -> None:
        self._user, self._store = user, store
        self._read = 0
        """Messages of the chat that were read before."""

    async def come(self, opportunity: int, wish: str | None) -> list[Shown]:
        """Paste the address of its page, and press the first button there if that was pressed."""
        shown = await self.say(f"https://waterdam.example/kansen/{opportunity}")
        return shown if wish is None else await self.press(shown[-1][1][0])

    async def say(self, text: str) -> list[Shown]:
        """Type a text."""
        return await self._answers(lambda user: user.write(text))

    async def press(self, label: str) -> list[Shown]:
        """Press a button."""
        return await self._answers(lambda user: user.press(label))

    async def _answers(self, deed: Callable[[User], object]) -> list[Shown]:
        before = self._user.chat.sent
        self._user.chat.chat.bot = "member"
        await self._user.answered(deed)
        await calm(self._store)
        messages = await self._user.chat.until(before + 1)
        fresh, self._read = messages[self._read :], len(messages)
        return [(message.text, message.labels) for message in fresh]


class Stage:
    """Waterdam with people at one of its channels."""

    def __init__(self, town: TelegramTown, api: BotApi, clock: Clock, language: str) -> None:
        self._town, self._api, self._clock, self._language = town, api, clock, language
        self._people: dict[str, Talker] = {}
        self._sessions: list[ClientSession] = []

    async def play(self, moves: list[str], channel: str) -> list[str]:
        """Do what the moves tell; return them with the answers, and at the end what is stored."""
        told: list[str] = []
        talker = self._somebody("", channel)
        for move in moves:
            told.append(move)
            said = move.removeprefix(MOVE).removeprefix(MOVE).strip()
            if said.startswith(SOMEBODY.strip()):
                talker = self._somebody(said.removeprefix(SOMEBODY.strip()).strip(), channel)
                continue
            if said.startswith(COLLEAGUE):
                self._judged(said.removeprefix(COLLEAGUE))
                continue
            if not move.startswith(AT_ONCE):
                self._clock.passes(seconds=THINKS)
            for text, labels in await self._answered(talker, self._filled(said)):
                told += self._readable(text, labels)
        for session in self._sessions:
            await session.close()
        return [*told, "", *self.stored()]

    def _judged(self, state: str) -> None:
        """Let a colleague move the interest, or choose it in a decision on the green strip."""
        store, why = self._town.store, REASONS[self._language]
        if state != CHOSEN:
            store.run(move_interest, NADIA, interest=1, state=state)
            return
        strip = store.look(find_by_tender_id, tender_id="WD-2026-01")
        assert strip is not None
        about: dict[str, Any] = {"opportunity": strip, "telling": ASKING}
        store.run(move_opportunity_and_tell, NADIA, state="closed", **about)
        store.run(pencil, NADIA, interest=1, outcome=CHOSEN, reason=why)
        store.run(decide, NADIA, **about)

    def stored(self) -> list[str]:
        """Return what stands in the store, one line for each row."""
        return [
            f"= {name}: {' · '.join(map(_plain, row))}"
            for name, query in STORED.items()
            for row in self._rows(query)
        ] + [
            f"= requirements: {_could(given)}" for (given,) in self._rows(ANSWERED) if _could(given)
        ]

    async def _answered(self, talker: Talker, said: str) -> list[Shown]:
        if said.startswith(PAGE):
            number, _, wish = said.removeprefix(PAGE).partition(" ")
            found = self._town.store.look(find_by_tender_id, tender_id=f"WD-2026-{number}")
            assert found is not None
            return await talker.come(found, wish or None)
        if said.startswith("["):
            return await talker.press(said[1:-1])
        return await talker.say(said)

    def _somebody(self, name: str, channel: str) -> Talker:
        if name not in self._people:
            self._people[name] = self._new(channel)
        return self._people[name]

    def _new(self, channel: str) -> Talker:
        if channel == "telegram":
            return OnTelegram(self._api.user("Fatma", self._language), self._town.store)
        self._sessions.append(ClientSession(cookie_jar=CookieJar(unsafe=True)))
        return OnPage(self._sessions[-1], self._town.address, self._language)

    def _rows(self, query: str) -> list[Any]:
        return self._town.store.look(
            lambda unit: list(unit.connection.exec_driver_sql(query).all())
        )

    def _codes(self) -> list[str]:
        return [code for (code,) in self._rows(CODES)]

    def _filled(self, said: str) -> str:
        if "CODE" not in said:
            return said
        ((code,),) = self._rows(INVITED)
        return said.replace("CODE", code)

    def _readable(self, text: str, labels: list[str]) -> Iterator[str]:
        text = text.replace(self._town.address, "https://waterdam.example")
        for code in self._codes():
            text = text.replace(code, "CODE")
        for line in text.split("\n"):
            yield fill(line, WIDTH) if line.strip() else ""
        if labels:
            yield fill(" ".join(f"[{label}]" for label in labels), WIDTH)
        yield ""


def _could(value: str | list[Any]) -> str:
    """Return what can be done of each requirement, as both databases hand it out."""
    answers: list[Any] = json.loads(value) if isinstance(value, str) else value
    return " · ".join(answer["can"] for answer in answers)


def _plain(value: object) -> str:
    """Return a value as both databases write it."""
    return json.dumps(value) if isinstance(value, list) else str(value)


def keep(file: Path, told: list[str]) -> None:
    """Write a conversation anew."""
    file.write_text("\n".join(told) + "\n", "utf-8")


def kept(file: Path) -> list[str]:
    """Return the lines of a conversation as it should run."""
    return file.read_text("utf-8").splitlines()


def moves_in(file: Path) -> list[str]:
    """Return what people do in a file."""
    return [line for line in kept(file) if line.startswith(MOVE)]
