"""`kansenbode today`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from outreach.interests.question import ask_human
from outreach.store.store import Store
from outreach.store.unit import Actor
from tests.outreach.commands.conftest import Shown
from tests.statements import run_sql


def late(folder: Path, table: str) -> None:
    with Store(folder / "kansenbode.db") as store:
        run_sql(store, f"UPDATE {table} SET answer_by = '2026-01-05'")


def test_today_without_anything_says_so(type_: Callable[..., Shown]) -> None:
    assert type_("today").out == "Er wacht niets.\n"


def test_today_marks_what_is_late_and_shows_it_first(
    type_: Callable[..., Shown], fatima: Actor, folder: Path
) -> None:
    late(folder, "question")

    lines = type_("today").out.splitlines()

    assert lines[0] == "Er wachten 2 dingen. Daarvan is er één te laat."
    assert lines[2:4] == [
        "TE LAAT: beloofd voor 5 januari 2026  kansenbode questions show 1",
        "  Vraag: Zorg mee voor het plantsoen in de Lindenstraat (WD-2026-01)",
    ]
    assert lines[5].startswith("Beloofd voor ")
    assert lines[5].endswith("kansenbode interests show 1")


def test_today_gives_json(type_: Callable[..., Shown], fatima: Actor, folder: Path) -> None:
    late(folder, "interest")

    rows = type_("today", "--json").json

    assert [(row["kind"], row["number"], row["tender_id"], row["late"]) for row in rows] == [
        ("interest", 1, "WD-2026-01", True),
        ("question", 1, "WD-2026-01", False),
    ]


def test_today_leaves_out_what_was_answered(type_: Callable[..., Shown], fatima: Actor) -> None:
    type_("questions", "answer", "1", "Ja, aan de lijn.", "--yes")
    type_("interests", "move", "--yes", "1", "in_talk")

    assert type_("today").out == "Er wacht niets.\n"


def test_today_shows_no_word_of_a_resident(
    type_: Callable[..., Shown], fatima: Actor, folder: Path
) -> None:
    with Store(folder / "kansenbode.db") as store:
        store.run(ask_human, fatima, opportunity=None, text="Bel mij op 06 12345678")

    shown = type_("today").out + type_("today", "--json").out

    assert [word for word in ("12345678", "hond", "Groen op Zuid", "handen") if word in shown] == []
    assert "Bericht voor een medewerker" in shown


@pytest.mark.parametrize("language", ["nl", "en"])
def test_today_fits_eighty_columns(
    type_: Callable[..., Shown], fatima: Actor, folder: Path, language: str
) -> None:
    with Store(folder / "kansenbode.db") as store:
        run_sql(store, "UPDATE opportunity SET title = title || title || title")
    late(folder, "interest")

    shown = type_("--language", language, "today").out

    assert max(map(len, shown.splitlines())) <= 80


def test_today_lists_a_campaign_that_nobody_approved(type_: Callable[..., Shown]) -> None:
    type_("campaign", "new", "WD-2026-01")

    rows = type_("today", "--json").json

    assert [(row["kind"], row["number"], row["answer_by"]) for row in rows] == [("draft", 1, None)]


def test_today_lists_so_many_of_each_kind_as_was_asked(
    type_: Callable[..., Shown], fatima: Actor, folder: Path
) -> None:
    with Store(folder / "kansenbode.db") as store:
        for number in range(3):
            store.run(ask_human, fatima, opportunity=None, text=str(number))

    rows = type_("today", "--limit", "2", "--json").json

    assert [row["kind"] for row in rows] == ["interest", "question", "human"]
