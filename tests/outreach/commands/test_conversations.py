"""`kansenbode conversations`: a colleague talks with a resident themselves."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.inbox import Arrival
from bot.server import make_script
from bot.turn import turn
from content.texts import Texts
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Unit
from tests.outreach.commands.conftest import Shown

Hear = Callable[..., None]


@pytest.fixture
def hear(folder: Path, texts: Texts) -> Hear:
    """Let somebody write in the web chat."""
    script = make_script(Texts(organisation="Waterdam", address="https://waterdam.example"))
    numbers = iter(range(1_000))

    def write(*words: str) -> None:
        with Store(folder / "kansenbode.db") as store:
            for text in words:
                number = f"in-{next(numbers)}"
                arrival = Arrival(channel="web", external_id=number, sender="ria", text=text)
                store.run(turn, NOBODY, script=script, arrival=arrival)

    return write


@pytest.fixture
def said(folder: Path) -> Callable[[], list[str]]:
    """The messages of mailings to persons, the oldest first."""

    def look(unit: Unit) -> list[Any]:
        select = "SELECT message FROM delivery WHERE mailing_id IS NOT NULL ORDER BY id"
        return list(unit.connection.exec_driver_sql(select).scalars())

    def read() -> list[str]:
        with Store(folder / "kansenbode.db") as store:
            return list(map(str, store.look(look)))

    return read


def test_talk_from_the_first_word_to_its_end(
    type_: Callable[..., Shown], hear: Hear, said: Callable[[], list[str]]
) -> None:
    hear("medewerker", "Mag het op zondag?")

    waiting = type_("conversations", "list", "--free", "--json").json
    taken = type_("conversations", "take", "1", "--minutes", "30")
    hear("Ben je er?")
    shown = type_("conversations", "show", "1", "--json").json[0]
    late = type_("today", "--json").json
    written = type_("conversations", "say", "1", "Ja, dat mag.")
    given_back = type_("conversations", "give-back", "1")

    assert [line["id"] for line in waiting] == [1]
    assert waiting[0]["answer_by"] is not None
    assert taken.out.startswith("Gesprek 1 is van jou, tot ")
    assert [line["text"] for line in shown["lines"]] == ["Ben je er?"]
    assert shown["asked"] == ["Mag het op zondag?"]
    assert "talk" in [item["kind"] for item in late]
    assert (written.code, given_back.code) == (0, 0)
    assert ["lees nu met je mee" in said()[0], "Ja, dat mag." in said()[1]] == [True, True]
    assert "weer de automatische assistent" in said()[2]
    assert type_("questions", "list", "--waiting", "--json").json == []


def test_conversation_is_assigned_to_a_colleague_and_to_nobody(
    type_: Callable[..., Shown], hear: Hear
) -> None:
    hear("medewerker", "Mag het op zondag?")

    type_("conversations", "assign", "1", "nadia@waterdam.example")
    hers = type_("conversations", "list", "--json").json[0]["assigned"]
    type_("conversations", "assign", "1")
    nobodys = type_("conversations", "list", "--json").json[0]["assigned"]

    assert (hers, nobodys) == ("Nadia", None)


def test_what_was_not_allowed_is_not_shown(type_: Callable[..., Shown], hear: Hear) -> None:
    hear("een geheim")

    shown = type_("conversations", "show", "1")

    assert "geheim" not in shown.out
    assert "Je kunt hier niets lezen" in shown.out


def test_there_is_no_such_conversation(type_: Callable[..., Shown], folder: Path) -> None:
    assert type_("conversations", "take", "99").code == 1
    assert type_("conversations", "list").out == "Er wacht geen gesprek op een mens.\n"
