"""An unmodified python-telegram-bot works against the server: its protocol is the real one."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    ChatMemberAdministrator,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Update,
)
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
)
from telegram.ext import Application, CommandHandler, ContextTypes

from tests.botapi.faults import Fault, broken, page, refused, reset, too_many
from tests.botapi.server import BotApi

KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="1.ja")]])


@pytest_asyncio.fixture
async def bot(botapi: BotApi) -> AsyncIterator[Bot]:
    async with Bot(
        botapi.token, base_url=botapi.base_url, base_file_url=botapi.base_file_url
    ) as bot:
        yield bot


async def test_library_sends_edits_deletes_and_answers(botapi: BotApi, bot: Bot) -> None:
    fatma = botapi.user()
    fatma.start()

    sent = await bot.send_message(fatma.id, "<b>Kies</b>", parse_mode="HTML", reply_markup=KEYBOARD)
    press = fatma.press("Ja")
    await bot.answer_callback_query(press.query.id, "Fijn!")
    await bot.edit_message_text("Gekozen: ja", fatma.id, sent.message_id)
    second = await bot.send_message(fatma.id, "weg", reply_to_message_id=sent.message_id)
    await bot.delete_message(fatma.id, second.message_id)

    assert (fatma.reads(), fatma.chat.last.edited, fatma.chat.last.buttons) == (
        ["Gekozen: ja"],
        True,
        (),
    )
    assert await press.answered() == "Fijn!"
    assert [deed for deed, _ in fatma.chat.log] == ["sent", "edited", "sent", "deleted"]


async def test_library_tells_about_itself(botapi: BotApi, bot: Bot) -> None:
    scope = BotCommandScopeAllPrivateChats()

    await bot.set_my_commands([BotCommand("hulp", "Wat kan ik?")], scope, "nl")
    await bot.set_my_description("Meedoen in Waterdam", "nl")
    await bot.set_my_short_description("Meedoen")
    await bot.set_chat_menu_button()

    assert (await bot.get_my_commands(scope, "nl"), await bot.get_my_commands()) == (
        (BotCommand("hulp", "Wat kan ik?"),),
        (),
    )
    assert (await bot.get_my_description("nl")).description == "Meedoen in Waterdam"
    assert (await bot.get_my_short_description("nl")).short_description == "Meedoen"
    assert (await bot.get_me()).username == "waterdam_bot"
    assert (await bot.get_me()).can_read_all_group_messages is False


async def test_library_looks_at_chats(botapi: BotApi, bot: Bot) -> None:
    fatma = botapi.user()
    group = botapi.supergroup("Buurt Noord", fatma)
    group.add_bot(administrator=True, can_delete_messages=True)

    chat = await bot.get_chat(group.id)
    standing = await bot.get_chat_member(group.id, bot.id)
    owner = await bot.get_chat_member(group.id, fatma.id)
    left = await bot.leave_chat(group.id)

    assert isinstance(standing, ChatMemberAdministrator)
    assert (chat.title, chat.type, standing.status, standing.can_delete_messages) == (
        "Buurt Noord",
        "supergroup",
        "administrator",
        True,
    )
    assert (owner.status, left, group.chat.bot) == ("creator", True, "left")


async def test_library_sends_and_fetches_files(botapi: BotApi, bot: Bot) -> None:
    fatma = botapi.user()
    fatma.start()
    fatma.voice(b"OggS hallo")
    name = next(iter(botapi.world.files))

    got = await (await bot.get_file(name)).download_as_bytearray()
    sent = await bot.send_photo(
        fatma.id, b"\x89PNG kaart", caption="De kaart", filename="kaart.png"
    )
    await bot.send_photo(fatma.id, sent.photo[-1].file_id)
    await bot.send_voice(fatma.id, b"OggS antwoord")

    assert (bytes(got), fatma.reads()) == (b"OggS hallo", ["De kaart", "", ""])
    assert [upload.content for upload in botapi.world.files.values()] == [
        b"OggS hallo",
        b"\x89PNG kaart",
        b"OggS antwoord",
    ]


async def test_library_polls(botapi: BotApi) -> None:
    fatma = botapi.user()
    application = Application.builder().token(botapi.token).base_url(botapi.base_url).build()

    async def start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        assert update.effective_user is not None
        await update.message.reply_text(f"Hoi {update.effective_user.first_name} {context.args}")

    application.add_handler(CommandHandler("start", start))
    async with application:
        assert application.updater is not None
        await application.updater.start_polling()
        await application.start()
        fatma.start("code-1")
        await fatma.chat.until(1)
        await application.updater.stop()
        await application.stop()

    assert (fatma.reads(), botapi.world.updates.pending) == (["Hoi Fatma ['code-1']"], {})


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (too_many(3), RetryAfter),
        (broken(), NetworkError),
        (page(), NetworkError),
        (reset(), NetworkError),
        (
            refused(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-100),
            ChatMigrated,
        ),
        (refused(403, "Forbidden: bot was blocked by the user"), Forbidden),
        (refused(400, "Bad Request: chat not found"), BadRequest),
        (refused(401, "Unauthorized"), InvalidToken),
    ],
)
async def test_library_names_every_failure(
    botapi: BotApi, bot: Bot, fault: Fault, error: type[Exception]
) -> None:
    fatma = botapi.user()
    fatma.start()
    botapi.faults.next("sendMessage", fault)

    with pytest.raises(error):
        await bot.send_message(fatma.id, "hoi")

    assert (fault.met, fatma.reads()) == (1, [])


async def test_two_pollers_are_in_conflict(botapi: BotApi, bot: Bot) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await botapi.until(lambda: botapi.named("getUpdates"))

    async with Bot(botapi.token, base_url=botapi.base_url) as other:
        second = asyncio.create_task(other.get_updates(timeout=30))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await first
        botapi.user().start()

        assert len(await second) == 1


async def test_polling_while_a_webhook_is_set_is_a_conflict(botapi: BotApi, bot: Bot) -> None:
    await bot.set_webhook("https://bot.waterdam.example/telegram", secret_token="geheim")

    with pytest.raises(Conflict, match="while webhook is active"):
        await bot.get_updates()

    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()
