"""`kansenbode serve`, `web`, `worker`, `demo` and `talk`: they run until they are stopped."""

from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import mkdtemp
from typing import Annotated

import typer
from pydantic import HttpUrl

from content.samples import life
from content.texts import Named, Texts
from outreach.commands.desk import DATABASE, CommandLine, Data, Role, line_of
from outreach.commands.owner import own_folder
from outreach.commands.reading import NOTHING, shows
from outreach.commands.terminal import Printer
from outreach.commands.words import LANGUAGE_CODES
from outreach.delivery.channel import Channel
from outreach.interests.tell import Telling
from outreach.meetings.samples import add_sample_meetings
from outreach.opportunities.samples import add_samples
from outreach.refusal import Refusal
from outreach.settings import Settings
from outreach.staff.invitation import invitation_link, invite_first
from outreach.staff.staff import add_staff
from outreach.store.database import database
from outreach.store.errors import NotShared
from outreach.store.lock import hold
from outreach.store.migrate import migrate
from outreach.store.private import make_private
from outreach.store.store import Store
from outreach.store.unit import NOBODY

app = typer.Typer()

DEMO_STAFF = "nadia@waterdam.example"
DEMO_NAME = "Nadia"
Host = Annotated[str, typer.Option("--host", metavar="ADDRESS")]
Port = Annotated[int, typer.Option("--port", min=0, max=65_535, metavar="NUMBER")]
Folder = Annotated[Path | None, typer.Option("--data", metavar="DIR")]


@app.command()
@shows(NOTHING)
def serve(
    ctx: typer.Context, host: Host = "127.0.0.1", port: Port = 8080, data: Data = None
) -> None:
    """Serve the pages and the chat, and do all that has its time."""
    _serve(ctx, "serve", host, port, data)


@app.command()
@shows(NOTHING)
def web(ctx: typer.Context, host: Host = "127.0.0.1", port: Port = 8080, data: Data = None) -> None:
    """Serve the pages and the chat; workers do scheduled work. Only with a database of several
    servers.
    """
    _serve(ctx, "web", host, port, data)


@app.command()
@shows(NOTHING)
def worker(
    ctx: typer.Context, host: Host = "127.0.0.1", port: Port = 8081, data: Data = None
) -> None:
    """Send what is due and do scheduled work, beside the servers that people reach."""
    _serve(ctx, "worker", host, port, data)


def _serve(ctx: typer.Context, role: Role, host: str, port: int, data: Path | None) -> None:
    line, folder = line_of(ctx), own_folder(data)
    settings = Settings.load(folder)
    shared = database(folder / DATABASE, settings.database).shared
    if role != "serve" and not shared:
        raise NotShared
    if role == "web":
        for channel in line.parts.channels(settings, line.printer.language):
            _require_shared(channel)
    folder.mkdir(parents=True, exist_ok=True)
    with hold(folder, shared=shared):
        migrate(folder / DATABASE, settings.database)
        make_private(folder)
        if role != "worker":
            _invite_first(line.printer, settings, folder)
        key = "commands-working" if role == "worker" else "commands-serving"
        line.parts.serve(settings, folder, host, port, role, _teller(line, key, host))


def _invite_first(printer: Printer, settings: Settings, folder: Path) -> None:
    """Print the link for the first colleague, as long as nobody works here."""
    with Store(folder / DATABASE, url=settings.database) as store:
        secret = store.run(invite_first, NOBODY)
    if secret is not None:
        link = invitation_link(settings.base_url, secret)
        printer.say("commands-staff-first", link=link)


def _teller(line: CommandLine, key: str, host: str) -> Callable[[int], None]:
    """Return what says where it can be reached, once it can."""
    return lambda port: line.printer.say(key, address=f"http://{host}:{port}/")


def _require_shared(channel: Channel) -> None:
    """Refuse a channel that only one process may ask for messages."""
    if channel.can.alone:
        setting = f"KANSENBODE_{channel.name.upper()}_MODE=webhook"
        raise Refusal("refusal-polling", channel=Named("channel", channel.name), setting=setting)


@app.command()
@shows(NOTHING)
def demo(
    ctx: typer.Context, host: Host = "127.0.0.1", port: Port = 8080, data: Folder = None
) -> None:
    """Serve the fictional municipality Waterdam; ignores settings, so that it always starts."""
    folder = own_folder(data or Path(mkdtemp(prefix="kansenbode-demo-")))
    settings = Settings.demo(address=HttpUrl(f"http://{host}:{port}"), staff=DEMO_STAFF)
    folder.mkdir(parents=True, exist_ok=True)
    with hold(folder):
        migrate(folder / DATABASE)
        make_private(folder)
        enliven = line_of(ctx).parts.enliven
        if enliven is not None:
            enliven(settings, folder)
        with Store(folder / DATABASE) as store:
            store.run(
                add_samples, NOBODY, ocid_prefix=settings.ocid_prefix, zone=settings.zone_info
            )
            telling = Telling.of(Texts(settings.zone_info), settings)
            store.run(add_sample_meetings, NOBODY, telling=telling)
            store.run(add_staff, NOBODY, email=DEMO_STAFF, name=DEMO_NAME, role="administrator")
        printer = line_of(ctx).printer
        printer.say("commands-demo-folder", folder=str(folder), staff=DEMO_STAFF)
        if enliven is not None:
            printer.say(
                "commands-demo-others",
                folder=str(folder),
                staff=DEMO_STAFF,
                others=[_colleague(printer, one) for one in life()["staff"]],
            )
        tell = _teller(line_of(ctx), "commands-demo-serving", host)
        line_of(ctx).parts.serve(settings, folder, host, port, "demo", tell)


def _colleague(printer: Printer, one: Mapping[str, str]) -> str:
    """Return a colleague's address, and what they may do."""
    return f"{one['email']} ({printer.value(one['role'], 'staff')})"


@app.command()
@shows(NOTHING)
def talk(
    ctx: typer.Context,
    language: Annotated[str | None, typer.Option("--language", metavar=LANGUAGE_CODES)] = None,
    data: Data = None,
) -> None:
    """Have the conversation here, in the terminal."""
    line, folder = line_of(ctx), own_folder(data)
    settings = Settings.load(folder)
    folder.mkdir(parents=True, exist_ok=True)
    migrate(folder / DATABASE, settings.database)
    make_private(folder)
    line.parts.talk(settings, folder, language or line.printer.language)
