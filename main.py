"""Build every part, run the command line. The only place that knows all channels and dialogues."""

import asyncio
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path

import structlog
from aiohttp import web

from bot.channels.terminal import Terminal, typed_lines
from bot.channels.web import WebChat, check_address
from bot.dialogue import Dialogue
from bot.dialogues.browse import browse
from bot.dialogues.forget import forget
from bot.dialogues.help import help
from bot.dialogues.human import human
from bot.dialogues.interest import interest
from bot.dialogues.interests import interests
from bot.dialogues.join import join
from bot.dialogues.language import language
from bot.dialogues.menu import menu
from bot.dialogues.my_data import my_data
from bot.dialogues.opportunity import opportunity
from bot.dialogues.question import question
from bot.dialogues.requirements import requirements
from bot.dialogues.start import start
from bot.dialogues.stop import stop
from bot.dialogues.welcome import welcome
from bot.public.routes import attach_pages
from bot.speech import Speech
from bot.talk import House, Talks
from content.texts import Texts
from outreach.commands.desk import DATABASE, Check, Parts
from outreach.commands.line import run
from outreach.delivery.sender import Sender
from outreach.settings import Settings
from outreach.store.store import Store
from outreach.store.unit import TICK, Unit
from outreach.ticks import Ticks
from outreach.web import make_app

DIALOGUES: Mapping[str, Dialogue] = {
    dialogue.__name__: dialogue
    for dialogue in (
        welcome, browse, opportunity, requirements, interest, interests, question, human, join, language, stop, start,
        my_data, forget, help, menu,
    )
}  # fmt: skip


def make_texts(settings: Settings) -> Texts:
    """The texts of this installation."""
    address = str(settings.address).rstrip("/")
    return Texts(settings.zone_info, organisation=settings.organisation, address=address)


def make_house(texts: Texts) -> House:
    """What every turn needs."""
    return House(Speech(texts), DIALOGUES)


def build(settings: Settings, folder: Path, store: Store) -> web.Application:
    """The whole server as one application: pages, web chat, sender and ticks."""
    texts = make_texts(settings)
    chat = WebChat(store)
    sender = Sender(store, {chat.name: chat})
    app = make_app(settings, texts, store, healthy=lambda: healthy(store))
    attach_pages(app)
    chat.attach(app, Talks(store, make_house(texts), sender))

    async def going(_: web.Application) -> AsyncIterator[None]:
        scheduler = Ticks(store, texts, settings, folder).schedule()
        scheduler.start()
        async with sending(sender):
            yield
            scheduler.shutdown(wait=False)

    app.cleanup_ctx.append(going)
    return app


@asynccontextmanager
async def sending(sender: Sender) -> AsyncIterator[None]:
    """Send as long as the block lasts, then finish what is under way."""
    task = asyncio.create_task(sender.run())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await sender.close()


async def healthy(store: Store) -> bool:
    """Tell whether the database takes writes."""
    return await store.write(_answers, TICK)


def _answers(unit: Unit) -> bool:
    return unit.connection.exec_driver_sql("SELECT 1").scalar() == 1


def serve(settings: Settings, folder: Path, host: str, port: int) -> None:
    """Serve until somebody stops it."""
    with Store(folder / DATABASE) as store:
        web.run_app(build(settings, folder, store), host=host, port=port, access_log=None, print=None)


def talk(settings: Settings, folder: Path, language: str) -> None:
    """Have the conversation in this terminal until the input ends."""

    async def go() -> None:
        terminal = Terminal(sys.stdout.write)
        sender = Sender(store, {terminal.name: terminal})
        async with sending(sender):
            await terminal.converse(Talks(store, make_house(make_texts(settings)), sender), typed_lines(), language)

    with Store(folder / DATABASE) as store:
        asyncio.run(go())


def checks(settings: Settings) -> list[tuple[str, Check]]:
    """What `doctor` asks of each channel."""
    return [(WebChat.name, partial(check_address, settings))]


def main() -> None:
    """The command `kansenbode`."""
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    sys.exit(run(Parts(serve=serve, talk=talk, channels=checks)))


if __name__ == "__main__":
    main()
