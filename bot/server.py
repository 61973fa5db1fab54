"""Build every part: the only place that knows all channels and dialogues. `main` starts it."""

import asyncio
import gc
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache, partial
from pathlib import Path
from typing import Protocol

from aiohttp import web

from bot.beside import go_on
from bot.channels.push.channel import Push
from bot.channels.telegram.pace import ConnectPace
from bot.channels.terminal import Terminal, typed_lines
from bot.channels.web.channel import WebChat
from bot.inbox import Inbox
from bot.listening.hearing import hear
from bot.public.routes import attach_pages
from bot.repertoire import repertoire
from bot.runs import Script
from bot.rush import Rush, RushPace
from bot.speech import Speech
from bot.turn import Turns
from content.message import Message
from content.texts import Texts
from outreach.attachments.attachment import ALLOWANCE, Allowance
from outreach.campaigns.claim import CAMPAIGNS
from outreach.client.client import PATIENCE, Client
from outreach.client.pool import Patience
from outreach.commands.parts import DATABASE, Role
from outreach.console.routes import attach_console
from outreach.delivery.channel import Channel
from outreach.delivery.claim import NOTICES
from outreach.delivery.delivery import LEASE
from outreach.delivery.pace import SenderPace
from outreach.delivery.quiet import Quiet
from outreach.delivery.sender import Sender
from outreach.metrics import Metrics, attach_metrics
from outreach.privacy.restore import mend_list
from outreach.settings import Settings
from outreach.store.health import healthy, takes_in
from outreach.store.meanwhile import meanwhile
from outreach.store.store import Store
from outreach.store.unit import Unit
from outreach.store.vigil import Vigil, tell_all
from outreach.talks.take import GoOn
from outreach.ticks import Ticks
from outreach.web.app import make_app
from outreach.web.keys import HTTP
from outreach.web.pace import WebPace
from outreach.web.seen import warn_of_proxy
from outreach.web.serving import serve_app


class OwnChannel(Channel, Protocol):
    """A channel that also takes in what people write, as part of our web application."""

    def use(self, client: Client) -> None:
        """Make calls by this client from now on."""

    def attach(self, app: web.Application, inbox: Inbox) -> None:
        """Take what comes in, as long as the application runs."""


def make_texts(settings: Settings) -> Texts:
    """The texts of this installation."""
    facts = {"organisation": settings.organisation, "address": settings.base_url}
    return Texts(settings.zone_info, settings.languages, **facts)


def make_script(
    texts: Texts,
    lease: timedelta = LEASE,
    *,
    mails: bool = False,
    desk: str = "",
    allowance: Allowance = ALLOWANCE,
) -> Script:
    """What every turn needs; `mails`: residents can be mailed; `desk`: where complaints go.

    `allowance` is how much of what they send along is kept.
    """
    return Script(Speech(texts, desk), repertoire(texts, mails=mails), lease, allowance)


@dataclass(frozen=True, slots=True)
class Pace:
    """How long the parts of a server wait; `seconds` is the clock that turns are timed by."""

    sender: SenderPace = field(default_factory=SenderPace)
    connect: ConnectPace = field(default_factory=ConnectPace)
    web: WebPace = field(default_factory=WebPace)
    rush: RushPace = field(default_factory=RushPace)
    seconds: Callable[[], float] = time.monotonic
    calls: Patience = PATIENCE


PACE = Pace()


def build(
    settings: Settings, folder: Path, store: Store, role: Role = "serve", pace: Pace = PACE
) -> web.Application:
    """The whole server as one application: pages, web chat, sender and ticks.

    Of several on one database, a `web` takes in and sends its own answers, a `worker`
    sends all else and ticks.
    """
    texts, metrics = make_texts(settings), Metrics()
    channels = make_channels(settings, texts, store, pace=pace)
    by_name = {channel.name: channel for channel in channels}
    sender = _make_sender(settings, store, by_name, metrics, pace.sender)
    well = partial(healthy, store, settings, store.clock())
    app = make_app(settings, texts, store, healthy=well, patience=pace.calls)
    attach_metrics(app, metrics)
    if role != "worker":
        attach_pages(app, by_name)
        attach_console(app, demo=role == "demo")
        allowance, mails, desk = Allowance.of(settings), settings.mails, settings.complaints
        script = make_script(texts, pace.sender.lease, mails=mails, desk=desk, allowance=allowance)
        inbox = Turns(store, script, sender, metrics.turn, Rush(pace.seconds, pace.rush))
        for channel in channels:
            channel.attach(app, inbox)

    hears = None if role == "worker" else partial(takes_in, store)
    ticks = Ticks(store, texts, settings, folder, hears=hears, go_on=own_go_on(settings))

    async def answering(_: web.Application) -> AsyncIterator[None]:
        async with ticking(ticks, store.vigil, only_wipe=True):
            yield
        await sender.close()

    async def going(app: web.Application) -> AsyncIterator[None]:
        for channel in channels:
            channel.use(app[HTTP])
        async with sending(sender, store.vigil), ticking(ticks, store.vigil):
            yield

    app.cleanup_ctx.append(answering if role == "web" else going)
    return app


def _make_sender(
    settings: Settings,
    store: Store,
    channels: dict[str, OwnChannel],
    metrics: Metrics,
    pace: SenderPace,
) -> Sender:
    lanes, late = (NOTICES, CAMPAIGNS), timedelta(hours=settings.late_hours)
    return Sender(store, channels, Quiet.of(settings), lanes, late, metrics.sent, pace)


def make_channels(
    settings: Settings,
    texts: Texts,
    store: Store | None = None,
    language: str | None = None,
    pace: Pace = PACE,
) -> list[OwnChannel]:
    """List the channels of this installation: here, and nowhere else.

    Without a store they can be asked for their facts and their checks only. `language` is the one
    in which they say what is wrong.
    """
    channels: list[OwnChannel] = [WebChat(settings, store)]
    if settings.telegram_token.get_secret_value():
        # Its library takes 0.3 seconds to load: only an installation with a bot waits for that.
        from bot.channels.telegram.channel import Telegram

        channels.append(Telegram(settings, texts, store, language, pace.connect))
    if settings.mails:
        # Likewise: its library takes a tenth of a second to load.
        from bot.channels.email.channel import Email

        channels.append(Email(settings, texts, store))
    if settings.pushes:
        channels.append(Push(settings, texts, store))
    return channels


@asynccontextmanager
async def ticking(ticks: Ticks, vigil: Vigil, *, only_wipe: bool = False) -> AsyncIterator[None]:
    """Let the clockwork go as long as the block lasts."""
    scheduler = ticks.schedule(only_wipe=only_wipe)
    scheduler.start()
    try:
        async with meanwhile(vigil.task("clockwork", partial(ticks.keep_time, scheduler))):
            yield
    finally:
        scheduler.shutdown(wait=False)


@asynccontextmanager
async def sending(sender: Sender, vigil: Vigil) -> AsyncIterator[None]:
    """Send as long as the block lasts, then finish what is being sent."""
    try:
        async with meanwhile(vigil.task("sender", sender.run)):
            yield
    finally:
        await sender.close()


def settle() -> None:
    """Build what the first turn needs, freeze it, and collect less often: turns make few cycles."""
    # the phrases are built at the first text, which nobody should wait for
    hear("")
    gc.freeze()
    gc.set_threshold(20_000)


def serve(
    settings: Settings,
    folder: Path,
    host: str,
    port: int,
    role: Role,
    tell: Callable[[int], None],
    *,
    pace: Pace = PACE,
) -> None:
    """Serve until somebody stops it; `tell` is called with the port once it listens."""
    mend_list(folder / DATABASE, settings.database)
    with Store(folder / DATABASE, url=settings.database) as store:
        app = build(settings, folder, store, role, pace)
        tell_all()
        if role != "worker":
            warn_of_proxy(settings)
        settle()
        serve_app(app, host, port, tell, pace.web)


def talk(settings: Settings, folder: Path, language: str) -> None:
    """Have the conversation in this terminal until the input ends."""

    async def go() -> None:
        terminal = Terminal(sys.stdout.write)
        sender = Sender(store, {terminal.name: terminal}, Quiet.of(settings))
        async with sending(sender, store.vigil):
            await terminal.converse(
                Turns(store, make_script(make_texts(settings)), sender), typed_lines(), language
            )

    with Store(folder / DATABASE, url=settings.database) as store:
        asyncio.run(go())


def own_go_on(settings: Settings) -> GoOn:
    """Return what lets the bot go on after a colleague; its dialogues are built when it does."""

    @cache
    def script() -> Script:
        return make_script(make_texts(settings), mails=settings.mails, desk=settings.complaints)

    def resume(unit: Unit, /, *, conversation: int, said: str, **facts: object) -> Message:
        return go_on(unit, script=script(), conversation=conversation, said=said, **facts)

    return resume


def own_channels(settings: Settings, language: str) -> list[OwnChannel]:
    """List the channels of this installation for the command line."""
    return make_channels(settings, make_texts(settings), language=language)
