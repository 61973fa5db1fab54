"""From what Telegram tells to the inbox: what is filled in on the way, and what follows a press."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.channels.telegram.buttons import keyboard
from bot.channels.telegram.calls import Calls
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.shown import Shown
from bot.channels.telegram.updates import Me, News, Pressed, sense
from bot.inbox import AddressNews, Arrival, VenueNews
from content.message import Message, Option
from outreach.client.client import Client
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from tests.bot.channels.telegram.questions import asked
from tests.botapi.server import BotApi

LONG = "12.7." + "é" * 40
QUESTION = Message("Welke?", (Option("12.7.a", "Dit"), Option(LONG, "Dat")), rev=7)
FATMA = {"id": 5, "is_bot": False}
PRIVATE = {"id": 5, "type": "private"}


class Inbox:
    """Takes everything once, by its number."""

    def __init__(self) -> None:
        self.took: list[Arrival | VenueNews | AddressNews] = []

    async def take(self, arrival: Arrival) -> bool:
        known = arrival in self.took
        self.took.append(arrival)
        return not known

    async def take_venue_news(self, news: VenueNews) -> bool:
        self.took.append(news)
        return True

    async def take_address_news(self, news: AddressNews) -> None:
        self.took.append(news)


class Door:
    """An intake with its inbox; `after` keeps what followed a press."""

    def __init__(self, botapi: BotApi, store: Store, client: Client) -> None:
        self.inbox, self.shown, self.after = Inbox(), Shown(), list[tuple[str, bool]]()
        calls = Calls(botapi.token, botapi.address)
        calls.use(client)
        self.intake = Intake(
            calls, store, self.shown, Me(77, "waterdam_bot"), "secret", self._settle
        )

    async def take(self, news: News) -> None:
        await self.intake.take(self.inbox, news)
        await self.intake.close()

    async def _settle(self, press: Pressed, counts: bool) -> None:
        self.after.append((press.query, counts))
        # nobody depends on it
        raise ConnectionError


@pytest.fixture
async def door(botapi: BotApi, store: Store) -> AsyncIterator[Door]:
    async with Client() as client:
        yield Door(botapi, store, client)


def press(place: int) -> News:
    """The press on a button of the question, as Telegram tells it."""
    rows = keyboard(QUESTION.options)
    data = [button["callback_data"] for row in rows for button in row][place]
    under = {
        "message_id": 31,
        "chat": PRIVATE,
        "text": "Welke?",
        "reply_markup": {"inline_keyboard": rows},
    }
    return sense(
        {
            "update_id": 1,
            "callback_query": {"id": "q", "from": FATMA, "message": under, "data": data},
        },
        Me(77),
    )


def written(number: int) -> News:
    return sense(
        {
            "update_id": 2,
            "message": {"message_id": number, "from": FATMA, "chat": PRIVATE, "text": "hoi"},
        },
        Me(77),
    )


def arrival(**facts: object) -> Arrival:
    known: dict[str, Any] = {"channel": "telegram", "external_id": "77.1", "sender": "5"}
    return Arrival(**known | facts)


async def test_code_that_did_not_fit_its_button_is_found_again(door: Door, store: Store) -> None:
    store.run(asked, NOBODY, external_id="5", messages=[QUESTION])

    await door.take(press(1))

    assert door.inbox.took == [arrival(text="Dat", choice=LONG)]


@pytest.mark.parametrize(("rev", "counts"), [(7, True), (8, False), (None, False)])
async def test_press_counts_where_it_was_the_last_question(
    door: Door, rev: int | None, counts: bool
) -> None:
    if rev is not None:
        door.shown.begins("5", rev)

    await door.take(press(0))

    assert door.after == [("q", counts)]


async def test_press_that_came_before_changes_nothing_twice(door: Door) -> None:
    for _ in range(2):
        await door.take(press(0))

    assert (len(door.inbox.took), door.after) == (2, [("q", False)])


async def test_what_was_written_before_the_question_came_says_which_it_saw(door: Door) -> None:
    door.shown.begins("5", 7)
    door.shown.stands("5", 7, 31)

    for number in (30, 32):
        await door.take(written(number))

    assert [took.seen for took in door.inbox.took if isinstance(took, Arrival)] == [6, None]
