"""Each fault of a Bot API call has an error of its own, and none reveals the token."""

import logging
import traceback
from collections.abc import AsyncIterator

import httpx
import pytest
import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot.channels.telegram.calls import Calls, Elsewhere, Unchanged
from outreach.client.client import Client
from outreach.client.pool import Patience
from outreach.delivery.errors import (
    AddressGone,
    AddressMoved,
    ChannelBroken,
    MessageLost,
    NotAllowed,
    SendError,
    TooFast,
    TopicClosed,
    Unreachable,
)
from tests.botapi.faults import Fault, broken, cut, hang, page, refused, reset, too_many
from tests.botapi.server import BotApi

ODD = Fault("answer", 200, b"[]")
NO_TYPES = Fault(
    "answer", 429, b'{"ok":false,"description":"x","parameters":{"retry_after":"soon"}}'
)
NO_TEXT = Fault("answer", 400, b'{"ok":false,"description":["x"]}')
FAULTS = [
    (too_many(17), TooFast),
    (NO_TYPES, Unreachable),
    (refused(429, "Too Many Requests"), Unreachable),
    (refused(403, "Forbidden: bot was blocked by the user"), AddressGone),
    (refused(403, "Forbidden: user is deactivated"), AddressGone),
    (refused(403, "Forbidden: bot was kicked from the supergroup chat"), AddressGone),
    (refused(400, "Bad Request: chat not found"), AddressGone),
    (refused(400, "Bad Request: PEER_ID_INVALID"), AddressGone),
    (refused(400, "Bad Request: message is too long"), SendError),
    (refused(400, "Bad Request: message to edit not found"), MessageLost),
    (refused(400, "Bad Request: message can't be edited"), MessageLost),
    (refused(400, "Bad Request: TOPIC_CLOSED"), TopicClosed),
    (refused(400, "Bad Request: TOPIC_DELETED"), TopicClosed),
    (refused(400, "Bad Request: message thread not found"), TopicClosed),
    (refused(400, "Bad Request: CHAT_RESTRICTED"), NotAllowed),
    (refused(400, "Bad Request: CHAT_WRITE_FORBIDDEN"), NotAllowed),
    (refused(403, "Forbidden: CHAT_WRITE_FORBIDDEN"), NotAllowed),
    (refused(400, "Bad Request: not enough rights to send text messages to the chat"), NotAllowed),
    (refused(400, "Bad Request: need administrator rights in the channel chat"), NotAllowed),
    (refused(400, "Bad Request: have no rights to send a message"), NotAllowed),
    (refused(400, "Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN"), NotAllowed),
    (refused(400, "Bad Request: message is not modified: specified new message"), Unchanged),
    (refused(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-1001), AddressMoved),
    (refused(401, "Unauthorized"), ChannelBroken),
    (refused(404, "Not Found"), ChannelBroken),
    (refused(409, "Conflict: terminated by other getUpdates request"), Elsewhere),
    (refused(418, "Something new"), Unreachable),
    (refused(500, "Internal Server Error"), Unreachable),
    (NO_TEXT, Unreachable),
    (ODD, Unreachable),
    (broken(502), Unreachable),
    (page(200), Unreachable),
    (page(403), Unreachable),
    (page(404), Unreachable),
    (page(502), Unreachable),
    (Fault("answer", 302, b"", "text/html"), Unreachable),
    (hang(), Unreachable),
    (reset(), Unreachable),
    (cut(), Unreachable),
]
CASES = pytest.mark.parametrize(
    ("fault", "error"),
    FAULTS,
    ids=lambda case: case.__name__ if isinstance(case, type) else f"{case.kind}-{case.status}",
)


@pytest.fixture
async def calls(botapi: BotApi) -> AsyncIterator[Calls]:
    """Calls by a client that waits half a second at most."""
    async with Client(Patience(connect=10, silence=0.5)) as client:
        calls = Calls(botapi.token, botapi.address)
        calls.use(client)
        yield calls


def logged_by_us(caplog: pytest.LogCaptureFixture) -> list[str]:
    # the test server's
    return [record.getMessage() for record in caplog.records if record.name != "aiohttp.access"]


async def raised(calls: Calls) -> SendError:
    with pytest.raises(SendError) as error:
        await calls.call("sendMessage", {"chat_id": 1, "text": "geheim"})
    return error.value


@CASES
async def test_fault_is_named_as_one_of_the_family(
    botapi: BotApi, calls: Calls, fault: Fault, error: type[SendError]
) -> None:
    botapi.faults.next("sendMessage", fault)

    assert type(await raised(calls)) is error


@CASES
async def test_fault_gives_neither_token_nor_text_away(
    botapi: BotApi,
    calls: Calls,
    fault: Fault,
    error: type[SendError],
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    botapi.faults.next(None, fault, times=2)

    with structlog.testing.capture_logs() as logged:
        told = "".join(traceback.format_exception(await raised(calls)))
        try:
            await calls.bot.get_me()
        except TelegramError as rare:
            told += "".join(traceback.format_exception(rare))

    spoken = f"{told} {logged} {capfd.readouterr()} {logged_by_us(caplog)} {calls!r}"
    assert botapi.token not in spoken
    assert botapi.token.partition(":")[2] not in spoken
    # its own source line is in the traceback
    assert "geheim" not in told.replace('"geheim"}', "")


async def test_error_keeps_no_other_error_behind_it(botapi: BotApi, calls: Calls) -> None:
    botapi.faults.next("sendMessage", reset())

    error = await raised(calls)

    assert (error.__cause__, error.__context__) == (None, None)


async def test_nobody_there_is_unreachable(botapi: BotApi, calls: Calls) -> None:
    await botapi.stop()

    assert type(await raised(calls)) is Unreachable


async def test_without_a_client_nothing_is_reached(botapi: BotApi) -> None:
    assert type(await raised(Calls(botapi.token, botapi.address))) is Unreachable


async def test_wait_and_new_number_are_told(botapi: BotApi, calls: Calls) -> None:
    botapi.faults.next("sendMessage", too_many(17))
    botapi.faults.next("sendMessage", refused(400, "Bad Request: moved", migrate_to_chat_id=-1001))

    slow, moved = await raised(calls), await raised(calls)

    assert (slow.wait, moved.moved_to) == (17.0, "-1001")


async def test_wait_beyond_any_calendar_is_a_day(botapi: BotApi, calls: Calls) -> None:
    botapi.faults.next("sendMessage", too_many(10**18))

    assert (await raised(calls)).wait == 86_400.0


@pytest.mark.parametrize("token", ["", "a/../b", "with space", "é:€", "7:x?y#z"])
async def test_any_token_is_only_a_wrong_one(botapi: BotApi, token: str) -> None:
    async with Client() as client:
        calls = Calls(token, botapi.address)
        calls.use(client)

        assert type(await raised(calls)) is ChannelBroken


async def test_rare_calls_go_by_our_client_too(
    botapi: BotApi, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    monkeypatch.setattr(httpx.AsyncClient, "__init__", lambda self, *_, **__: made.append(self))

    user = await calls.bot.get_me()

    assert (user.username, made) == ("waterdam_bot", [])


def test_library_that_logs_whole_bodies_is_silent() -> None:
    assert logging.getLogger(Bot.__module__).isEnabledFor(logging.CRITICAL) is False
    assert logging.getLogger("telegram.request.BaseRequest").isEnabledFor(logging.CRITICAL) is False
