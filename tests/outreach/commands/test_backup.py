"""`kansenbode backup`, `restore`, `wipe` and `doctor`."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from outreach.commands.serve import DEMO_STAFF
from outreach.parties.person import meet
from outreach.privacy.forget import forget_me
from outreach.store.lock import hold
from outreach.store.pace import StorePace, SweepPace
from outreach.store.store import Store
from outreach.store.unit import NOBODY, Actor
from tests.outreach.commands.conftest import Built, Shown


def persons(path: Path) -> list[int]:
    with closing(sqlite3.connect(path)) as database:
        return [row[0] for row in database.execute("SELECT id FROM person ORDER BY id")]


def forget(folder: Path, person: Actor) -> None:
    with Store(folder / "kansenbode.db") as store:
        store.run(forget_me, person)


def test_backup_makes_a_file_in_the_data_folder_and_says_where(
    type_: Callable[..., Shown], folder: Path
) -> None:
    shown = type_("backup")

    (file,) = (folder / "backups").iterdir()
    assert shown.out == f"De kopie staat in {file}\n"


def test_backup_never_writes_over_a_file(
    type_: Callable[..., Shown], folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "mine.db").write_text("precious")

    shown = type_("backup", str(tmp_path / "mine.db"))

    assert (shown.code, (tmp_path / "mine.db").read_text()) == (1, "precious")
    assert (
        shown.err
        == "Er is al een bestand met deze naam. Daar schrijven we niet overheen. Kies een andere "
        "naam. "
        f"({tmp_path / 'mine.db'})\n"
    )


def test_backup_without_a_database_is_refused(type_: Callable[..., Shown], tmp_path: Path) -> None:
    shown = type_("backup", "--data", str(tmp_path / "empty"))

    assert shown.code == 1
    assert shown.err == (
        "Hier is geen database. Maak er een met kansenbode serve, of noem een andere map met "
        "--data. "
        f"({tmp_path / 'empty'})\n"
    )


def test_backup_under_load_is_whole_and_holds_what_was_there_before(
    type_: Callable[..., Shown], folder: Path, tmp_path: Path
) -> None:
    halt = threading.Event()
    written: list[int] = []
    with Store(folder / "kansenbode.db") as store:

        def write() -> None:
            while not halt.is_set():
                number = len(written)
                written.append(
                    store.run(meet, NOBODY, channel="web", external_id=f"p{number}", language="nl")[
                        0
                    ]
                )

        writer = threading.Thread(target=write)
        writer.start()
        while len(written) < 20:
            halt.wait(0.001)
        before = len(written)
        shown = type_("backup", str(tmp_path / "b.db"))
        halt.set()
        writer.join()

    kept = persons(tmp_path / "b.db")
    assert shown.code == 0
    assert kept == written[: len(kept)]
    assert len(kept) >= before


def test_restore_brings_back_what_was_backed_up(
    type_: Callable[..., Shown], folder: Path, tmp_path: Path
) -> None:
    type_("backup", str(tmp_path / "b.db"))
    type_("opportunities", "withdraw", "--yes", "1")

    shown = type_("restore", str(tmp_path / "b.db"))

    assert shown.out == (
        f"De kopie {tmp_path / 'b.db'} staat weer in {folder}. Er was niemand die opnieuw "
        f"vergeten moest worden.\n"
        f"De database die er stond, heet nu {folder / 'kansenbode.db.replaced'}\n"
    )
    assert type_("opportunities", "show", "1", "--json").json[0]["state"] == "open"


def test_restore_does_not_bring_back_who_was_forgotten(
    type_: Callable[..., Shown], folder: Path, tmp_path: Path, fatima: Actor
) -> None:
    type_("backup", str(tmp_path / "b.db"))
    forget(folder, fatima)

    shown = type_("restore", str(tmp_path / "b.db"))

    assert "Eén persoon is opnieuw vergeten." in shown.out
    assert persons(tmp_path / "b.db") == [fatima.id]
    assert persons(folder / "kansenbode.db") == []
    assert b"zes paar handen" not in (folder / "kansenbode.db").read_bytes()


def test_restore_works_in_an_empty_folder(
    type_: Callable[..., Shown], folder: Path, tmp_path: Path
) -> None:
    type_("backup", str(tmp_path / "b.db"))

    shown = type_("restore", str(tmp_path / "b.db"), "--data", str(tmp_path / "fresh"))

    assert shown.code == 0
    assert (
        type_("staff", "list", "--json", "--data", str(tmp_path / "fresh")).json[0]["email"]
        == DEMO_STAFF
    )


def test_restore_is_refused_while_a_server_holds_the_folder(
    type_: Callable[..., Shown], folder: Path, tmp_path: Path
) -> None:
    type_("backup", str(tmp_path / "b.db"))
    before = (folder / "kansenbode.db").read_bytes()

    with hold(folder):
        shown = type_("restore", str(tmp_path / "b.db"))

    assert (shown.code, (folder / "kansenbode.db").read_bytes()) == (1, before)
    assert shown.err.startswith("Een andere Kansenbode werkt met deze map.")


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00" + b"\x00" * 5_000])
def test_restore_of_another_file_changes_nothing(
    type_: Callable[..., Shown], folder: Path, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "other.db").write_bytes(content)
    before = (folder / "kansenbode.db").read_bytes()

    shown = type_("restore", str(tmp_path / "other.db"))

    assert (shown.code, (folder / "kansenbode.db").read_bytes()) == (1, before)
    assert shown.err == (
        f"Dit bestand is geen goede kopie van Kansenbode. Er is niets veranderd. "
        f"({tmp_path / 'other.db'})\n"
    )
    assert not (folder / "restoring").exists()


@pytest.mark.parametrize(
    "words", [["none.db"], [".", "--erased", "none.db"], ["b.db", "--erased", "none.db"]]
)
def test_restore_of_what_is_not_there_says_so_and_makes_nothing(
    type_: Callable[..., Shown],
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
) -> None:
    type_("backup", str(tmp_path / "b.db"))
    monkeypatch.chdir(tmp_path)

    shown = type_("restore", *words, "--data", str(tmp_path / "new"))

    reason = (
        "dat is een map: ." if words[0] == "." else "dat bestand of die map is er niet: none.db"
    )
    assert (shown.code, shown.out) == (1, "")
    assert shown.err == f"Dat lukt niet op deze computer: {reason}\n"
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    "words", [["doctor"], ["serve"], ["backup"], ["wipe"], ["today"], ["restore", "b.db"]]
)
def test_data_folder_that_is_a_file_is_refused_as_such(
    type_: Callable[..., Shown], tmp_path: Path, words: list[str]
) -> None:
    (tmp_path / "file").write_text("precious")

    shown = type_(*words, "--data", str(tmp_path / "file"))

    assert (shown.code, shown.out) == (1, "")
    assert shown.err == f"Dat lukt niet op deze computer: dat is geen map: {tmp_path / 'file'}\n"


def test_doctor_finds_a_sound_installation_sound(type_: Callable[..., Shown]) -> None:
    type_("backup")

    shown = type_("doctor", "--json")

    faults = [row for row in shown.json if row["state"] == "fout"]
    assert (shown.code, faults) == (0, [])
    assert [
        row["check"] for row in shown.json if row["state"] == "goed" or row["check"] == "sqlite"
    ] == [
        "settings",
        "sqlite",
        "loop",
        "disk",
        "zone",
        "backup",
        "wipe",
        "database",
        "migrations",
        "events",
        "staff",
        "tick",
        "inbound",
        "channel",
    ]


def test_doctor_ends_with_code_1_where_there_is_a_fault(
    type_: Callable[..., Shown], tmp_path: Path
) -> None:
    shown = type_("doctor", "--data", str(tmp_path / "empty"))

    assert shown.code == 1
    assert f"kansenbode serve --data {tmp_path / 'empty'}" in shown.out


def test_doctor_as_json_ends_with_code_1_too(type_: Callable[..., Shown], built: Built) -> None:
    built.trouble = "no token"

    shown = type_("doctor", "--json")

    assert (shown.code, shown.json[-1]["finding"]) == (1, "Het kanaal web werkt niet: no token")


def test_wipe_where_nothing_is_to_be_wiped_says_so(
    type_: Callable[..., Shown], folder: Path
) -> None:
    shown = type_("wipe")

    assert (shown.code, shown.out) == (0, "Er staat niets meer op de schijf van wie vergeten is.\n")


def test_wipe_leaves_nothing_whatever_the_hour_and_beside_a_server(
    type_: Callable[..., Shown], folder: Path
) -> None:
    with Store(folder / "kansenbode.db") as store:
        person, _ = store.run(
            meet, NOBODY, channel="web", external_id="WIEBELWORTEL", language="nl"
        )
        store.run(forget_me, Actor("person", person))

        shown = type_("wipe")

        assert shown.code == 0
        assert shown.out.splitlines()[-2:] == [
            "100 procent is gedaan.",
            (
                "Klaar. Van wie vergeten is, staat niets meer in de database. Kopieën houden het "
                "nog, "
                "tot hun termijn."
            ),
        ]
        assert (
            store.run(meet, NOBODY, channel="web", external_id="other", language="nl")[0]
            == person + 1
        )
    left = [
        file.name
        for file in folder.iterdir()
        if file.is_file() and b"WIEBELWORTEL" in file.read_bytes()
    ]
    assert left == []


def test_wipe_says_what_is_in_the_way(
    type_: Callable[..., Shown], folder: Path, built: Built
) -> None:
    built.pace = StorePace(sweep=SweepPace(again=0.0))
    with Store(folder / "kansenbode.db") as store:
        person, _ = store.run(
            meet, NOBODY, channel="web", external_id="WIEBELWORTEL", language="nl"
        )
        with closing(sqlite3.connect(folder / "kansenbode.db", isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM person").fetchone()
            store.run(forget_me, Actor("person", person))

            shown = type_("--language", "en", "wipe")

    reason = "another program has been reading in the database for long"
    told = (
        f"Not everything is wiped: {reason}. Nobody can see it. The server tries again; so can you."
    )
    assert (shown.code, shown.out.splitlines()[-1]) == (1, told)


def test_wipe_without_a_database_is_refused(type_: Callable[..., Shown], tmp_path: Path) -> None:
    assert type_("wipe", "--data", str(tmp_path / "empty")).code == 1
