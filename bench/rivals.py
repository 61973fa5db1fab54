"""What `bench/inbound.py` is measured against: python-telegram-bot as its own examples write it,
and a bare handler. `python bench/rivals.py library|bare --api http://127.0.0.1:… --port …`
"""

import argparse
import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, web
from telegram import Message, ReplyKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)
from telegram_load import TOKEN

WHAT, KIND, NAME, GIVE, SURE = range(5)
CARD = (
    "Plantsoen Lindenstraat\n\nHet plantsoen zoekt buren die het bijhouden. Gereedschap en "
    "planten zijn er al."
)


def heard(update: Update) -> Message:
    assert update.message is not None
    return update.message


def kept(context: ContextTypes.DEFAULT_TYPE) -> dict[Any, Any]:
    assert context.user_data is not None
    return context.user_data


async def begin(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    await heard(update).reply_text(
        CARD, reply_markup=ReplyKeyboardMarkup([["Ik doe mee", "Vertel meer"]])
    )
    return WHAT


async def what(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    keyboard = ReplyKeyboardMarkup([["alleen", "met een groep", "voor een organisatie"]])
    await heard(update).reply_text(
        "Fijn! Doe je mee alleen of met een groep? (stap 1 van 3)", reply_markup=keyboard
    )
    return KIND


async def kind(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    kept(context)["kind"] = heard(update).text
    await heard(update).reply_text("Hoe heet je? (stap 1 van 3)")
    return NAME


async def name(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    kept(context)["name"] = heard(update).text
    await heard(update).reply_text("Wat wil je doen of meebrengen? (stap 2 van 3)")
    return GIVE


async def give(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    kept(context)["give"] = heard(update).text
    said = (
        f"Ik heb dit:\n{kept(context)['name']}: {kept(context)['give']}\n\nKlopt het? "
        f"(stap 3 van 3)"
    )
    await heard(update).reply_text(said, reply_markup=ReplyKeyboardMarkup([["ja", "nee"]]))
    return SURE


async def sure(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    context.bot_data.setdefault("interests", []).append(dict(kept(context)))
    await heard(update).reply_text("Dank je wel! Je aanmelding is verstuurd.")
    return ConversationHandler.END


def conversation() -> ConversationHandler[Any]:
    """The same six turns."""
    typed = filters.TEXT & ~filters.COMMAND
    states: dict[object, list[Any]] = {
        step: [MessageHandler(typed, answer)]
        for step, answer in enumerate((what, kind, name, give, sure))
    }
    return ConversationHandler(
        [CommandHandler("start", begin)], states, [], persistent=True, name="interest"
    )


async def library(api: str, port: int) -> None:
    """Serve as the library's "custom webhook" example does: its queue, updates and client."""
    with tempfile.TemporaryDirectory() as folder:
        there = PicklePersistence(Path(folder) / "talks.pickle")
        application = (
            Application.builder()
            .token(TOKEN)
            .base_url(f"{api}/bot")
            .updater(None)
            .persistence(there)
            .build()
        )
        application.add_handler(conversation())

        async def take(request: web.Request) -> web.Response:
            await application.update_queue.put(
                Update.de_json(await request.json(), application.bot)
            )
            return web.Response()

        async with application:
            await application.start()
            await application.bot.set_webhook(
                f"http://127.0.0.1:{port}/telegram", secret_token="bench"
            )
            await _serve(take, port)


async def bare(api: str, port: int) -> None:
    """Serve a handler that reads the body and answers nothing."""

    async def take(request: web.Request) -> web.Response:
        await request.read()
        return web.Response()

    async with ClientSession() as session:
        await session.post(
            f"{api}/bot{TOKEN}/setWebhook", json={"url": f"http://127.0.0.1:{port}/telegram"}
        )
    await _serve(take, port)


async def _serve(take: Callable[[web.Request], Awaitable[web.Response]], port: int) -> None:
    app = web.Application()
    app.router.add_post("/telegram", take)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("which", choices=("library", "bare"))
    parser.add_argument("--api", required=True)
    parser.add_argument("--port", type=int, required=True)
    chosen = parser.parse_args()
    asyncio.run({"library": library, "bare": bare}[chosen.which](chosen.api, chosen.port))
