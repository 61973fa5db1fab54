from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest

from tests.botapi.conftest import Answer
from tests.botapi.groups import Group
from tests.botapi.rates import Rates
from tests.botapi.server import BotApi
from tests.botapi.user import User


def news(botapi: BotApi) -> list[tuple[str, str]]:
    """What waits for the bot, as pairs of kind and what is new in it."""
    told = []
    for _, update in botapi.world.updates.pending.values():
        kind, one = tuple(update.items())[1]
        told.append(
            (kind, one["new_chat_member"]["status"] if kind == "my_chat_member" else _gist(one))
        )
    return told


def _gist(message: dict[str, Any]) -> str:
    return message.get("text") or next(
        name
        for name in message
        if name not in ("message_id", "from", "sender_chat", "chat", "date")
    )


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_bot_comes_and_goes(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]], kind: str
) -> None:
    group = getattr(botapi, kind)("Buurt")
    before = await call("sendMessage", chat_id=group.id, text="hoi")
    group.add_bot()
    there = await call("sendMessage", chat_id=group.id, text="hoi")
    group.remove_bot()
    after = await call("sendMessage", chat_id=group.id, text="hoi")

    assert (before, there[0], after) == (
        (403, f"Forbidden: bot is not a member of the {kind} chat"),
        200,
        (403, f"Forbidden: bot was kicked from the {kind} chat"),
    )
    left = [("message", "left_chat_member")] if kind == "group" else []
    assert news(botapi) == [
        ("my_chat_member", "member"),
        ("message", "new_chat_members"),
        *left,
        ("my_chat_member", "kicked"),
    ]


async def test_channel_wants_an_administrator(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]]
) -> None:
    channel = botapi.channel("Nieuws", name="waterdam_nieuws")
    channel.add_bot(can_post_messages=False)
    channel.post("Vandaag")
    refused = await call("sendMessage", chat_id=channel.id, text="hoi")
    channel.stands("administrator", can_post_messages=True)
    sent = await call("sendMessage", chat_id="@waterdam_nieuws", text="hoi")

    assert refused == (400, "Bad Request: need administrator rights in the channel chat")
    assert (sent[1]["sender_chat"]["title"], "from" in sent[1]) == ("Nieuws", False)
    assert news(botapi) == [
        ("my_chat_member", "administrator"),
        ("channel_post", "Vandaag"),
        ("my_chat_member", "administrator"),
    ]


async def test_channel_post_needs_no_text(botapi: BotApi) -> None:
    channel = botapi.channel()
    channel.add_bot()

    channel.post(photo=[])

    assert news(botapi)[-1] == ("channel_post", "photo")


PRIVATELY = ["/help@waterdam_bot", "/kans", "antwoord"]


@pytest.mark.parametrize(
    ("privacy", "mentions_pass", "administrator", "heard"),
    [
        (True, False, False, PRIVATELY),
        (True, True, False, ["/help@waterdam_bot", "/kans", "@waterdam_bot hoi", "antwoord"]),
        (
            False,
            False,
            False,
            [
                "zomaar",
                "/help@waterdam_bot",
                "/help@ander_bot",
                "/kans",
                "@waterdam_bot hoi",
                "antwoord",
            ],
        ),
        (
            True,
            False,
            True,
            [
                "zomaar",
                "/help@waterdam_bot",
                "/help@ander_bot",
                "/kans",
                "@waterdam_bot hoi",
                "antwoord",
            ],
        ),
    ],
)
async def test_privacy_mode(
    botapi: BotApi,
    call: Callable[..., Awaitable[Answer]],
    privacy: bool,
    mentions_pass: bool,
    administrator: bool,
    heard: list[str],
) -> None:
    botapi.world.privacy, botapi.world.mentions_pass = privacy, mentions_pass
    fatma = botapi.user()
    group = botapi.supergroup(by=fatma)
    group.add_bot(administrator=administrator)
    number = (await call("sendMessage", chat_id=group.id, text="Ik ben er"))[1]["message_id"]

    group.write(fatma, "zomaar")
    group.command(fatma, "help")
    group.write(fatma, "/help@ander_bot")
    group.write(fatma, "/kans")
    group.mention(fatma, "hoi")
    group.write(fatma, "antwoord", reply_to=number)

    assert [what for kind, what in news(botapi)[2:]] == heard


async def test_bare_command_goes_to_the_bot_that_wrote_last(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]]
) -> None:
    fatma = botapi.user()
    group = botapi.group(by=fatma)
    group.add_bot()
    group.other_bot_writes()
    group.write(fatma, "/kans")
    await call("sendMessage", chat_id=group.id, text="Ik ook")

    group.write(fatma, "/kans")

    assert news(botapi).count(("message", "/kans")) == 1


async def test_mention_is_measured_in_utf16(botapi: BotApi) -> None:
    botapi.world.privacy = False
    group = botapi.group()
    group.add_bot()

    group.write(group.owner, "😀 @waterdam_bot")

    update = list(botapi.world.updates.pending.values())[-1][1]
    assert update["message"]["entities"] == [{"type": "mention", "offset": 3, "length": 13}]


async def test_group_moves_to_a_supergroup(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]], http: aiohttp.ClientSession
) -> None:
    group = botapi.group("Buurt")
    group.add_bot()
    await call("sendMessage", chat_id=group.id, text="hoi")

    new = group.upgrade()

    async with http.post(
        f"{botapi.base_url}{botapi.token}/sendMessage", json={"chat_id": group.id, "text": "x"}
    ) as answer:
        refused = await answer.json()
    assert refused == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": new.id},
    }
    assert (await call("sendMessage", chat_id=new.id, text="hoi"))[0] == 200
    assert news(botapi)[-2:] == [
        ("message", "migrate_to_chat_id"),
        ("message", "migrate_from_chat_id"),
    ]


async def test_people_press_the_same_button(
    botapi: BotApi, call: Callable[..., Awaitable[Answer]]
) -> None:
    fatma, joop = botapi.user(), botapi.user("Joop")
    group = botapi.group(by=fatma)
    group.add_bot()
    group.join(joop)
    markup = {"inline_keyboard": [[{"text": "Ja", "callback_data": "1"}]]}
    await call("sendMessage", chat_id=group.id, text="Kies", reply_markup=markup)

    presses = [group.press(fatma, "Ja"), group.press(joop, "Ja")]
    for press in presses:
        await call("answerCallbackQuery", callback_query_id=press.query.id)

    assert [queue for queue, _ in list(botapi.world.updates.pending.values())[-2:]] == [
        ("presses", fatma.id),
        ("presses", joop.id),
    ]
    assert await call("getChatMemberCount", chat_id=group.id) == (200, 3)


async def test_speed_limits(botapi: BotApi, call: Callable[..., Awaitable[Answer]]) -> None:
    moment = [0.0]
    botapi.rates = Rates(overall=5, chat=1, burst=2, group=2, now=lambda: moment[0])
    fatma, group = botapi.user(), botapi.group()
    fatma.start()
    group.add_bot()

    async def status(chat: User | Group) -> int:
        return (await call("sendMessage", chat_id=chat.id, text="hoi"))[0]

    burst = [await status(chat) for chat in (fatma, fatma, fatma, group, group, group)]
    moment[0] = 1.0
    later = [await status(chat) for chat in (fatma, fatma, group, group)]
    moment[0] = 60.0
    minute = await status(group)

    assert (burst, later, minute) == ([200, 200, 429, 200, 200, 429], [200, 429, 429, 429], 200)
    assert botapi.rates.refused == 5
