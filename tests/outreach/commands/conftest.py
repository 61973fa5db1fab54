"""A data folder with the demo municipality, and a command line to type on."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import orjson
import pytest
from sqlmodel import col

from bot.channels.telegram.channel import Telegram
from bot.channels.web.channel import WebChat
from bot.server import own_go_on
from content.message import Message
from content.texts import Texts
from outreach.commands import line
from outreach.commands.doctor.checks import examine
from outreach.commands.doctor.finding import DoctorFinding
from outreach.commands.line import run
from outreach.commands.parts import Parts
from outreach.delivery.channel import Abilities, Receipt, Recipient
from outreach.delivery.errors import Unreachable
from outreach.interests.interest import PartyDraft, express_interest
from outreach.interests.question import ask_question
from outreach.opportunities.samples import add_samples
from outreach.parties.consent import permit
from outreach.parties.person import meet
from outreach.staff.staff import add_staff
from outreach.store.events import Event
from outreach.store.migrate import migrate
from outreach.store.pace import PACE, StorePace
from outreach.store.query import pick
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor

NADIA = "nadia@waterdam.example"


@dataclass
class Shown:
    """What one command line gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return orjson.loads(self.out)


CAN = {"web": WebChat.can, "telegram": replace(Telegram.can, alone=True)}


@dataclass(frozen=True)
class Asked:
    """A channel that has the trouble that a test says."""

    name: str
    can: Abilities
    built: "Built"

    async def send(self, to: Recipient, message: Message) -> Receipt:
        raise Unreachable

    async def check(self) -> str | None:
        if self.built.trouble == "raise":
            raise ConnectionError("nobody there")
        return self.built.trouble


@dataclass
class Built:
    """Parts that note what they were asked to do."""

    done: list[tuple[Any, ...]] = field(default_factory=list)
    trouble: str | None = None
    channels: tuple[str, ...] = ("web",)
    pace: StorePace = PACE

    def parts(self) -> Parts:
        return Parts(
            serve=self.serve,
            talk=lambda settings, folder, language: self.done.append(
                ("talk", settings, folder, language)
            ),
            channels=lambda settings, language: [
                Asked(name, CAN[name], self) for name in self.channels
            ],
            pace=self.pace,
            go_on=own_go_on,
        )

    def serve(self, *asked: Any) -> None:
        *what, tell = asked
        self.done.append(("serve", *what))
        tell(asked[3])

    def examined(self, folder: Path, now: datetime) -> list[DoctorFinding]:
        return examine(folder, self.parts().channels, "nl", now)


@pytest.fixture(scope="session")
def texts() -> Texts:
    """Reading all texts takes a quarter of a second: once is enough."""
    return Texts()


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch, texts: Texts) -> None:
    """Every command line in a test speaks from the same texts."""
    monkeypatch.setattr(line, "Texts", lambda: texts)


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting, language or folder of the machine reaches a test."""
    for name in (
        "KANSENBODE_DATA",
        "KANSENBODE_STAFF",
        "LC_ALL",
        "LC_MESSAGES",
        "NO_COLOR",
        "FORCE_COLOR",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is approved cannot be called off: it is done at once."""
    monkeypatch.setenv("KANSENBODE_CANCEL_MINUTES", "0")


@pytest.fixture
def built() -> Built:
    return Built()


@pytest.fixture(scope="session")
def waterdam_database(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The demo municipality with one colleague, made once."""
    path = tmp_path_factory.mktemp("waterdam") / "kansenbode.db"
    migrate(path)
    with Store(path) as store:
        store.run(add_samples, NOBODY, ocid_prefix="ocds-xxxxxx", zone=ZoneInfo("Europe/Amsterdam"))
        store.run(add_staff, NOBODY, email=NADIA, name="Nadia", role="administrator")
    return path.read_bytes()


@pytest.fixture
def folder(tmp_path: Path, waterdam_database: bytes) -> Path:
    """A data folder in which the setting names the colleague."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "kansenbode.db").write_bytes(waterdam_database)
    (folder / ".env").write_text(f"KANSENBODE_STAFF={NADIA}\n")
    return folder


@pytest.fixture
def type_(
    folder: Path, built: Built, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Shown]:
    """Type a command line in that data folder."""
    monkeypatch.setenv("KANSENBODE_DATA", str(folder))

    def type_(*words: str) -> Shown:
        code = run(built.parts(), words)
        shown = capsys.readouterr()
        return Shown(code, shown.out, shown.err)

    return type_


@pytest.fixture
def fatima(folder: Path) -> Actor:
    """Fatima's group signed up for the green strip, and she asked a question."""
    with Store(folder / "kansenbode.db") as store:
        person, _ = store.run(
            meet, NOBODY, channel="web", external_id="secret-cookie", language="nl"
        )
        actor = Actor("person", person)
        party = PartyDraft("residents_group", "Groen op Zuid")
        settings: dict[str, Any] = {
            "opportunity": 1,
            "version": 1,
            "party": party,
            "brings": "zes paar handen",
        }
        store.run(express_interest, actor, **settings)
        store.run(ask_question, actor, opportunity=1, text="Mag mijn hond mee?")
    return actor


@pytest.fixture
def events(folder: Path) -> Callable[[], list[tuple[str, str, dict[str, int]]]]:
    """Who did what to which records, in order."""

    def read() -> list[tuple[str, str, dict[str, int]]]:
        query = pick(Event.actor, Event.deed, Event.ids).order_by(col(Event.id))
        with Store(folder / "kansenbode.db") as store:
            return store.look(lambda unit: [tuple(row) for row in unit.connection.execute(query)])

    return read


@pytest.fixture
def people(folder: Path) -> None:
    """Three people who want news, and one who does not."""
    with Store(folder / "kansenbode.db") as store:
        for number in range(4):
            person, _ = store.run(
                meet, NOBODY, channel="web", external_id=f"p{number}", language="nl"
            )
            who = Actor("person", person, via="web")
            store.run(permit, who, purpose="news", given=number < 3, text="interest-news")
    with (folder / ".env").open("a") as env:
        env.write(
            "KANSENBODE_CANCEL_MINUTES=0\n"
            "KANSENBODE_QUIET_FROM=00:00\nKANSENBODE_QUIET_UNTIL=00:00\n"
        )
        env.write("KANSENBODE_QUIET_DAYS=false\nKANSENBODE_FOUR_EYES_ABOVE=100\n")


@pytest.fixture
def ask(folder: Path) -> Callable[..., list[tuple[Any, ...]]]:
    """Ask the database of that folder."""

    def run(select: str) -> list[tuple[Any, ...]]:
        with Store(folder / "kansenbode.db") as store:
            return store.look(
                lambda unit: [tuple(row) for row in unit.connection.exec_driver_sql(select)]
            )

    return run
