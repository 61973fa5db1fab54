import asyncio
from collections.abc import Awaitable, Callable

import aiohttp
import pytest

from tests.botapi.conftest import Answer
from tests.botapi.faults import Fault, broken, cut, hang, page, reset, slow, too_many
from tests.botapi.server import BotApi
from tests.botapi.user import User


@pytest.fixture
def fatma(botapi: BotApi) -> User:
    fatma = botapi.user()
    fatma.start()
    return fatma


async def post(
    botapi: BotApi, http: aiohttp.ClientSession, chat: int, text: str = "hoi"
) -> tuple[int | str, str]:
    """Return the status and the raw body, or the name of what went wrong on the way."""
    url = f"{botapi.base_url}{botapi.token}/sendMessage"
    try:
        async with http.post(url, json={"chat_id": chat, "text": text}) as response:
            return response.status, await response.text()
    except aiohttp.ClientError as error:
        return type(error).__name__, ""


async def test_too_many_requests_tells_when(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]], http: aiohttp.ClientSession, fatma: User
) -> None:
    botapi.faults.next("sendMessage", too_many(7), times=2)

    first, second, third = [await post(botapi, http, fatma.id) for _ in range(3)]

    body = (
        '{"ok":false,"error_code":429,"description":"Too Many Requests: retry after '
        '7","parameters":{"retry_after":7}}'
    )
    assert (first, second, third[0], fatma.reads()) == ((429, body), (429, body), 200, ["hoi"])


@pytest.mark.parametrize(
    ("fault", "seen", "arrived"),
    [
        (broken(500), 500, 0),
        (broken(502, carried_out=True), 502, 1),
        (page(), 502, 0),
        (reset(), "ClientOSError", 0),
        (reset(carried_out=True), "ClientOSError", 1),
        (cut(), "ClientPayloadError", 1),
        (slow(0.01), 200, 1),
    ],
)
async def test_fault_is_met_once(
    botapi: BotApi,
    http: aiohttp.ClientSession,
    fatma: User,
    fault: Fault,
    seen: int | str,
    arrived: int,
) -> None:
    botapi.faults.next("sendMessage", fault)

    first = await post(botapi, http, fatma.id, "eerst")
    second = await post(botapi, http, fatma.id, "daarna")

    assert (first[0], second[0]) == (seen, 200)
    assert (botapi.count(fatma.id, "eerst"), botapi.count(fatma.id, "daarna")) == (arrived, 1)


@pytest.mark.parametrize(("carried_out", "arrived"), [(False, 0), (True, 1)])
async def test_hanging_call_is_answered_never(
    botapi: BotApi, http: aiohttp.ClientSession, fatma: User, carried_out: bool, arrived: int
) -> None:
    fault = botapi.faults.next("sendMessage", hang(carried_out))
    waiting = asyncio.create_task(post(botapi, http, fatma.id))
    await botapi.until(lambda: fault.met)

    await botapi.until(lambda: fatma.chat.sent == arrived)
    other = await post(botapi, http, fatma.id, "nog een")

    assert (other[0], waiting.done(), fatma.chat.sent) == (200, False, arrived + 1)
    waiting.cancel()


async def test_fault_keeps_to_its_chat_and_text(
    botapi: BotApi, http: aiohttp.ClientSession, fatma: User
) -> None:
    joop = botapi.user("Joop")
    joop.start()
    botapi.faults.next("sendMessage", broken(), chat=joop.id)
    botapi.faults.next(None, page(), text="kans")

    answers = [
        (await post(botapi, http, chat, text))[0]
        for chat, text in [(fatma.id, "hoi"), (joop.id, "hoi"), (fatma.id, "een kans")]
    ]

    assert answers == [200, 502, 502]


async def test_every_call_is_counted_with_what_became_of_it(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]], http: aiohttp.ClientSession, fatma: User
) -> None:
    botapi.faults.next("sendMessage", too_many(1))
    for text in ("een", "een", "<twee"):
        await post(botapi, http, fatma.id, text)
    await call("sendMessage", chat_id=fatma.id, text="<b>drie</b>", parse_mode="HTML")
    await call("sendMessage", chat_id=1, text="een")

    told = [(one.method, one.chat, one.text, one.status, one.done) for one in botapi.calls]

    assert told == [
        ("sendMessage", fatma.id, "een", 429, False),
        ("sendMessage", fatma.id, "een", 200, True),
        ("sendMessage", fatma.id, "<twee", 200, True),
        ("sendMessage", fatma.id, "<b>drie</b>", 200, True),
        ("sendMessage", 1, "een", 400, False),
    ]
    assert (botapi.count(), botapi.count(text="een"), botapi.count(fatma.id, "drie")) == (3, 1, 1)


async def test_answers_can_take_their_time(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]], fatma: User
) -> None:
    botapi.delay = 0.05
    before = asyncio.get_running_loop().time()

    await asyncio.gather(*[call("sendMessage", chat_id=fatma.id, text="hoi") for _ in range(5)])

    assert 0.05 <= asyncio.get_running_loop().time() - before < 0.25
