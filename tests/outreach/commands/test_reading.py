"""Every command says what it shows of residents; and what it says is true."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest

from content.texts import Texts
from outreach.campaigns.draft import new_campaign
from outreach.commands.line import command_line
from outreach.commands.reading import CHANGES, NOTHING, OURS, Shows, shows
from outreach.commands.terminal import Printer
from outreach.conversations.conversation import begin_conversation
from outreach.interests.interest import PartyDraft, express_interest
from outreach.interests.question import ask_question
from outreach.interests.tell import Telling
from outreach.meetings.attendance import sign_up
from outreach.meetings.changing import add_meeting
from outreach.parties.person import meet
from outreach.staff.staff import add_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from outreach.tasks.waiting import LOOK
from outreach.venues.register import add_venue
from tests.conftest import LOUD
from tests.outreach.commands.conftest import NADIA, Shown

KIM = "kim@waterdam.example"
GOING_ON = {
    ("serve",),
    ("web",),
    ("worker",),
    ("demo",),
    ("talk",),
    ("backup",),
    ("restore",),
    ("wipe",),
}
"""What serves, or deals with the database as a whole, for whoever runs the program."""
OF_RESIDENTS = (
    "Groen op Zuid",
    "zes paar handen",
    "Mag mijn hond mee",
    "Waar is de sleutel",
    "Fatima van Dijk",
)
TYPED = {
    "opportunity": "1",
    "interest": "1",
    "meeting": "1",
    "criterion": "1",
    "says": "good",
    "question": "1",
    "campaign": "1",
    "notice": "1",
    "code": "plein",
    "word": "hond",
    "tender_id": "WD-2027-01",
    "state": "in_talk",
    "outcome": "chosen",
    "remark": "split",
    "text": "Ja hoor",
    "conversation": "1",
    "email": "x@y.example",
    "name": "Het plein",
    "file": "none.csv",
    "files": "none.csv",
    "place": "Lindenkom",
}
"""A word for each parameter that must be typed."""
ALWAYS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("campaign", "watch"): ("--once",),
    ("privacy", "file"): ("--person", "1"),
    ("privacy", "forget"): ("--person", "1"),
    ("campaign", "report"): ("--people",),
    ("import",): ("none.csv",),
    ("interests", "files"): ("--to", "files"),
    ("opportunities", "dossier"): ("--to", "files"),
    ("questions", "files"): ("--to", "files"),
}
"""What a command needs besides, to be about persons at all, or to end."""
FLAGS = {
    "as_json": "--json",
    "json": "--json",
    "people": "--people",
    "waiting": "--waiting",
    "mine": "--mine",
    "free": "--free",
    "drafts": "--drafts",
}


def declared() -> dict[tuple[str, ...], Any]:
    """Every command by its words, as it is once its module was loaded."""

    def below(command: Any, before: tuple[str, ...]) -> Any:
        whole = command.whole() if hasattr(command, "whole") else command
        if not hasattr(whole, "commands"):
            yield before, whole
        for name, under in getattr(whole, "commands", {}).items():
            yield from below(under, (*before, name))

    return dict(below(command_line(Printer(Texts(), "nl")), ()))


COMMANDS = declared()
BY_ITSELF = {("opportunities", "lot-again")}
"""Opens no data folder: anybody can do it without one."""
WORDS = sorted(set(COMMANDS) - GOING_ON - BY_ITSELF)
READING = [words for words in WORDS if not COMMANDS[words].callback.shows.changes]
CHANGING = [
    words for words in WORDS if COMMANDS[words].callback.shows.changes and words != ("staff", "add")
]


def typed(words: tuple[str, ...]) -> tuple[str, ...]:
    """The command with a word for all that it asks."""
    asked = (
        param
        for param in COMMANDS[words].params
        if param.param_type_name == "argument" and param.required
    )
    return (*words, *(TYPED[param.name] for param in asked), *ALWAYS.get(words, ()))


@pytest.fixture(scope="session")
def known_database(tmp_path_factory: pytest.TempPathFactory, waterdam_database: bytes) -> bytes:
    """A database with texts of residents, a venue and a campaign, made once; Kim is a viewer."""
    path = tmp_path_factory.mktemp("known") / "kansenbode.db"
    path.write_bytes(waterdam_database)
    nadia = Actor("staff", 1)
    with Store(path) as store:
        person, address = store.run(
            meet, NOBODY, channel="web", external_id="secret-cookie", language="nl"
        )
        fatima = Actor("person", person)
        talk = {"person": person, "address": address}
        store.run(begin_conversation, fatima, language="nl", **talk)
        party = PartyDraft("residents_group", "Groen op Zuid")
        store.run(
            express_interest,
            fatima,
            opportunity=1,
            version=1,
            party=party,
            brings="zes paar handen",
        )
        store.run(ask_question, fatima, opportunity=1, text="Mag mijn hond mee?")
        store.run(ask_question, fatima, opportunity=None, text="Waar is de sleutel?")
        store.run(add_venue, nadia, name="plein", kind="notice_board", contact="Fatima van Dijk")
        store.run(new_campaign, nadia, opportunity=1, occasion="new", ours=Texts())
        begins = store.clock() + timedelta(days=7)
        times = {"begins_at": begins, "ends_at": begins + timedelta(hours=2)}
        meeting: dict[str, Any] = {"kind": "open_day", "location": "De Kajuit"} | times
        telling = Telling(Texts(), LOUD)
        store.run(add_meeting, nadia, opportunity=2, telling=telling, **meeting)
        store.run(sign_up, fatima, meeting=1, people=2, needs="zes paar handen")
        store.run(add_staff, NOBODY, email=KIM, name="Kim", role="viewer")
    return path.read_bytes()


@pytest.fixture
def known(
    folder: Path, known_database: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That database in the data folder, and a file where the command is typed."""
    (folder / "kansenbode.db").write_bytes(known_database)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "none.csv").write_text("code;naam\nWK990101;Zuid\n")


@pytest.mark.parametrize("words", sorted(COMMANDS))
def test_every_command_declares_what_it_shows_of_residents(words: tuple[str, ...]) -> None:
    assert isinstance(COMMANDS[words].callback.shows, Shows)


@pytest.mark.parametrize("words", READING)
def test_whoever_may_only_see_reads_no_name_or_word(
    type_: Callable[..., Shown], known: None, words: tuple[str, ...]
) -> None:
    ways = {FLAGS[param.name] for param in COMMANDS[words].params if param.name in FLAGS}

    shown = [
        type_(*typed(words), *more, "--as", KIM) for more in [(), *((way,) for way in sorted(ways))]
    ]

    said = "".join(one.out + one.err for one in shown)
    assert [found for found in OF_RESIDENTS if found in said] == []


@pytest.mark.parametrize(
    "words", [words for words in READING if COMMANDS[words].callback.shows.deed]
)
def test_who_reads_of_residents_is_noted_by_name_and_nobody_else_reads(
    type_: Callable[..., Shown],
    known: None,
    folder: Path,
    events: Callable[[], list[tuple[str, str, dict[str, int]]]],
    words: tuple[str, ...],
) -> None:
    shown = type_(*typed(words), "--as", NADIA)
    noted = events()[-1]
    (folder / ".env").unlink()
    # a folder that is there is refused before anybody is asked who they are
    rmtree("files", ignore_errors=True)
    refused = type_(*typed(words))

    deed = COMMANDS[words].callback.shows.deed
    assert (shown.code == 0 or words == ("privacy", "forget"), noted[:2]) == (
        True,
        ("staff:1", deed),
    )
    assert (refused.code, refused.out, refused.err[:18], len(events())) == (
        1,
        "",
        "Zeg wie dit doet: ",
        len(events()),
    )


@pytest.mark.parametrize(
    "words",
    [
        ("questions", "show", "99999"),
        ("interests", "show", "#99999"),
        ("interests", "show", "ABCD2345"),
        ("campaign", "report", "999", "--people"),
        ("opportunities", "told", "WD-9999-01"),
        ("venues", "show", "geen"),
        ("privacy", "file", "--question", "99999"),
        ("privacy", "file", "--person", "1", "--to", "none.json"),
        ("interests", "list", "--to", "none.csv"),
        ("questions", "list", "--to", "lijst.doc"),
    ],
)
def test_what_cannot_be_read_is_refused_and_not_noted(
    type_: Callable[..., Shown],
    known: None,
    tmp_path: Path,
    events: Callable[[], list[tuple[str, str, dict[str, int]]]],
    words: tuple[str, ...],
) -> None:
    (tmp_path / "none.txt").write_text("mine")
    before = events()

    refused = type_(*words)

    assert (refused.code, refused.out, events()) == (1, "", before)


@pytest.mark.parametrize("words", CHANGING)
def test_what_changes_something_is_refused_without_a_name(
    type_: Callable[..., Shown], known: None, folder: Path, words: tuple[str, ...]
) -> None:
    (folder / ".env").unlink()

    refused = type_(*typed(words), "--data", str(folder))

    assert (refused.code, refused.err[:18]) == (1, "Zeg wie dit doet: ")


@pytest.mark.parametrize(
    "words", [words for words in READING if COMMANDS[words].callback.shows == NOTHING]
)
def test_name_that_is_given_is_that_of_a_colleague_everywhere(
    type_: Callable[..., Shown], known: None, words: tuple[str, ...]
) -> None:
    if not any(param.name == "staff" for param in COMMANDS[words].params):
        return

    refused = type_(*typed(words), "--as", "nobody@waterdam.example")

    assert (refused.code, refused.out, "nobody@waterdam.example" in refused.err) == (1, "", True)


def test_what_is_declared_is_kept_with_the_command() -> None:
    @shows(OURS)
    def command() -> None: ...

    assert (vars(command)["shows"], OURS.right, CHANGES.changes) == (OURS, "see", True)


@pytest.mark.parametrize("command", sorted(set(LOOK.values())))
def test_command_that_shows_what_waits_changes_nothing(command: str) -> None:
    line = command.split()
    (meant,) = (words for words in COMMANDS if list(words) == line[: len(words)])

    assert "--preview" in line or not COMMANDS[meant].callback.shows.changes
