"""A person who talks with the house through a channel: say, press, and read the answer."""

import asyncio
import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from bot.dialogue import Dialogue
from bot.inbox import Arrival
from bot.runs import Script
from bot.server import make_script
from content.message import Message
from content.texts import Texts
from outreach.opportunities.edit import find_by_tender_id
from outreach.store.store import Store
from tests.accounts import connect_telegram
from tests.bot.venue import Group
from tests.talking import Outbox, turns

NUMBERS = itertools.count(1)


class Person:
    """Somebody at an address of a channel. Each call is one turn; `last` is the
    message that answered it.

    A person types and presses what stands on screen: `seen` is the last message's,
    unless a test says otherwise.
    """

    def __init__(
        self,
        store: Store,
        script: Script,
        run: Callable[[Any], Any],
        name: str,
        language: str = "nl",
        channel: str = "web",
    ) -> None:
        self.store, self.script, self.name, self.language, self.channel = (
            store,
            script,
            name,
            language,
            channel,
        )
        self._run = run
        self._outbox = Outbox()
        self.talks = turns(store, script, self._outbox)

    def restart(self, script: Script) -> None:
        """Restart the house, perhaps with other dialogues: nothing is in memory."""
        self.script = script
        self.talks = turns(self.store, script, self._outbox)

    @property
    def messages(self) -> list[Message]:
        """Every answer so far."""
        return [outgoing.message for outgoing in self._outbox.sent]

    @property
    def last(self) -> Message:
        """The last answer."""
        return self.messages[-1]

    @property
    def text(self) -> str:
        """The text of the last answer."""
        return self.last.text

    @property
    def labels(self) -> list[str]:
        """The buttons under the last answer."""
        return [option.label for option in self.last.options]

    def say(self, text: str, **fields: Any) -> str:
        """Type a text; return the answer's text."""
        return self._answered(text=text, **fields)

    def press(self, label: str, **fields: Any) -> str:
        """Press the button with this label under the last answer; return the new answer's text."""
        code = next((option.code for option in self.last.options if option.label == label), None)
        assert code is not None, f"no button {label!r}, but {self.labels} under: {self.text}"
        return self._answered(choice=code, **fields)

    def enter(self, *, code: str | None = None, opportunity: int | None = None) -> str:
        """Come in from a page: by a trail's code, or at an opportunity."""
        return self._answered(code=code, opportunity=opportunity)

    def hand_in(self, **fields: Any) -> bool:
        """Hand in an arrival with these fields; False if it was a duplicate."""
        seen = self.messages[-1].rev if self.messages else None
        facts = {"external_id": f"m{next(NUMBERS)}", "seen": seen, "language": self.language}
        arrival = Arrival(**{"channel": self.channel, "sender": self.name} | facts | fields)
        return bool(self._run(self.talks.take(arrival)))

    def _answered(self, **fields: Any) -> str:
        assert self.hand_in(**fields), f"taken for a duplicate: {fields}"
        return self.text


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts(organisation="gemeente Waterdam", address="https://waterdam.example")


@pytest.fixture(scope="session")
def told(texts: Texts) -> Callable[..., str]:
    """`told(key, attribute, **facts)`: a text in Dutch."""
    return lambda key, attribute=None, **facts: texts.text(key, "nl", attribute, **facts)


@pytest.fixture(scope="session")
def script(texts: Texts) -> Script:
    """The house as it is served, with all its dialogues."""
    return make_script(texts)


@pytest.fixture
def run() -> Iterator[Callable[[Any], Any]]:
    """Wait for a coroutine, in a test that is not async itself."""
    with asyncio.Runner() as runner:
        yield runner.run


@pytest.fixture
def talk_with(script: Script, run: Callable[[Any], Any]) -> Callable[..., Person]:
    """`talk_with(store, name, language)`: somebody new; `script` for one with other dialogues."""

    def somebody(
        store: Store, name: str = "anna", language: str = "nl", script: Script = script, **more: str
    ) -> Person:
        return Person(store, script, run, name, language, **more)

    return somebody


@pytest.fixture
def kans(waterdam: Store) -> Callable[[str], int]:
    """The id of one of Waterdam's opportunities by its number: `kans("01")` is the green strip."""

    def kans(number: str) -> int:
        found = waterdam.look(find_by_tender_id, tender_id=f"WD-2026-{number}")
        assert found is not None
        return found

    return kans


@pytest.fixture
def person(waterdam: Store, talk_with: Callable[..., Person]) -> Person:
    """Somebody new in Waterdam, in the web chat, in Dutch."""
    return talk_with(waterdam, "anna", "nl")


@pytest.fixture
def english(waterdam: Store, talk_with: Callable[..., Person]) -> Person:
    """Somebody new in Waterdam who reads English."""
    return talk_with(waterdam, "joe", "en")


@pytest.fixture
def rows(
    waterdam: Store, stored: Callable[[Store, str], list[tuple[Any, ...]]]
) -> Callable[[str], list[Any]]:
    """What stands in the tables."""
    return lambda select: stored(waterdam, select)


@pytest.fixture
def living(
    waterdam: Store, script: Script, talk_with: Callable[..., Person]
) -> Callable[..., Person]:
    """Return somebody in a house with these dialogues too; a deploy changes its dialogues."""

    def somebody(**dialogues: Dialogue) -> Person:
        person = talk_with(
            waterdam, script=replace(script, dialogues={**script.dialogues, **dialogues})
        )
        person.say("menu")
        return person

    return somebody


@pytest.fixture
def group(waterdam: Store, script: Script, run: Callable[[Any], Any]) -> Group:
    """A group on Telegram, which our account does not know yet."""
    connect_telegram(waterdam)
    return Group(waterdam, script, run)


@pytest.fixture
def trail_code(waterdam: Store) -> Callable[[], str]:
    """The code of the only trail."""
    query = "SELECT code FROM code WHERE kind = 'trail'"
    return lambda: waterdam.look(lambda unit: unit.connection.exec_driver_sql(query).scalar_one())
