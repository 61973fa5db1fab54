"""Every fault that the doctor knows, brought about; each names what mends it."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfoNotFoundError

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message

from content.fluent import sources
from content.texts import Texts
from outreach.commands.doctor import checks as examination
from outreach.commands.doctor.finding import DoctorFinding
from outreach.commands.terminal import Printer
from outreach.delivery.aside import set_aside
from outreach.store.events import seal_events
from outreach.store.store import Store, utc_now
from outreach.store.unit import TICK
from outreach.store.unwiped import Progress, Unwiped
from outreach.store.upkeep import tick_done, tick_failed
from tests.outreach.commands.conftest import Built, Shown
from tests.outreach.store.spoiling import spoil_rows

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def found(folder: Path, built: Built, check: str) -> tuple[str, str]:
    rows = [row for row in built.examined(folder, NOW) if row.check == check]
    assert len(rows) == 1
    assert rows[0].state == "ok" or rows[0].shown(Printer(Texts(), "en"))["remedy"]
    return rows[0].state, rows[0].found


def test_a_wrong_setting_is_a_fault_and_nothing_is_said_that_depends_on_settings(
    folder: Path, built: Built
) -> None:
    (folder / ".env").write_text(
        "KANSENBODE_ZONE=Waterdam\nKANSENBODE_STAFF=nadia@waterdam.example\n"
    )

    shown = built.examined(folder, NOW)

    assert [(row.check, row.state, row.found) for row in shown] == [
        ("settings", "fault", "wrong"),
        ("disk", "ok", "room"),
    ]


def test_settings_that_cannot_be_read_are_a_fault_like_wrong_ones(
    tmp_path: Path, built: Built, type_: Callable[..., Shown]
) -> None:
    (tmp_path / "there" / ".env").mkdir(parents=True)

    shown = type_("doctor", "--data", str(tmp_path / "there"))

    assert (shown.code, shown.err) == (1, "")
    assert found(tmp_path / "there", built, "settings") == ("fault", "wrong")
    assert f"{tmp_path / 'there' / '.env'} kunnen we niet lezen." in shown.out


def test_a_missing_database_is_a_fault(tmp_path: Path, built: Built) -> None:
    assert found(tmp_path, built, "database") == ("fault", "missing")


def test_a_broken_database_is_a_fault(folder: Path, built: Built) -> None:
    (folder / "kansenbode.db").write_bytes(b"no database at all" * 100)

    assert found(folder, built, "database") == ("fault", "broken")


def test_a_database_whose_names_are_no_text_any_more_is_a_fault(folder: Path, built: Built) -> None:
    torn = "CAST(x'6bff64' AS TEXT)"
    tear = f"UPDATE sqlite_master SET name = {torn}, tbl_name = {torn} WHERE name = 'aside'"
    spoil_rows(folder / "kansenbode.db", "PRAGMA writable_schema = ON", tear)

    assert found(folder, built, "database") == ("fault", "broken")


def test_a_row_that_points_to_nothing_is_a_fault(folder: Path, built: Built) -> None:
    spoil_rows(
        folder / "kansenbode.db",
        "INSERT INTO opportunity_place (opportunity_id, place_id) VALUES (999, 999)",
    )

    assert found(folder, built, "database") == ("fault", "broken")


def test_values_that_cannot_be_read_are_faults_with_their_places_and_what_mends_them(
    folder: Path, built: Built, type_: Callable[..., Shown]
) -> None:
    with Store(folder / "kansenbode.db") as store:
        store.run(tick_failed, TICK, name="seal", error="Odd")
    spoil_rows(
        folder / "kansenbode.db",
        "UPDATE opportunity SET answers_until = 'rommel' WHERE id = 1",
        "UPDATE part SET translations = '{' WHERE id = 2",
        "UPDATE tick SET failing_since = 'gisteren'",
    )

    rows = [row for row in built.examined(folder, NOW) if row.check == "database"]
    shown = type_("doctor")

    assert [(row.state, row.found) for row in rows] == [("fault", "unreadable")] * 3
    assert "Ze staat in tabel opportunity, kolom answers_until, rij 1." in shown.out
    assert "UPDATE part SET translations = 'WAARDE' WHERE rowid = 2" in shown.out
    assert (shown.code, shown.err) == (1, "")


def test_a_database_of_another_version_is_a_fault(folder: Path, built: Built) -> None:
    spoil_rows(folder / "kansenbode.db", "UPDATE alembic_version SET version_num = '0000'")

    assert found(folder, built, "migrations") == ("fault", "differ")


def test_a_log_that_somebody_changed_is_a_fault(folder: Path, built: Built) -> None:
    with Store(folder / "kansenbode.db") as store:
        store.run(seal_events, TICK)
    spoil_rows(folder / "kansenbode.db", "UPDATE event SET actor = 'staff:9' WHERE id = 2")

    assert found(folder, built, "events") == ("fault", "broken")


@pytest.mark.parametrize(
    ("free", "outcome"),
    [(10**7, ("fault", "full")), (5 * 10**8, ("warning", "little")), (10**10, ("ok", "room"))],
)
def test_a_full_disk_is_a_fault_and_a_filling_one_a_warning(
    folder: Path, built: Built, monkeypatch: pytest.MonkeyPatch, free: int, outcome: tuple[str, str]
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda place: SimpleNamespace(free=free))

    assert found(folder, built, "disk") == outcome


def test_a_zone_without_data_is_a_fault(
    folder: Path, built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise ZoneInfoNotFoundError(name)

    monkeypatch.setattr(examination, "ZoneInfo", missing)

    assert found(folder, built, "zone") == ("fault", "missing")


@pytest.mark.parametrize(
    ("version", "outcome"), [((3, 40, 1), ("warning", "doubtful")), ((3, 46, 0), ("ok", "right"))]
)
def test_a_doubtful_sqlite_is_a_warning(
    folder: Path,
    built: Built,
    monkeypatch: pytest.MonkeyPatch,
    version: tuple[int, ...],
    outcome: tuple[str, str],
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)

    assert found(folder, built, "sqlite") == outcome


@pytest.mark.parametrize(("days", "outcome"), [(3, ("warning", "old")), (1, ("ok", "recent"))])
def test_an_old_backup_is_a_warning(
    folder: Path, built: Built, days: int, outcome: tuple[str, str]
) -> None:
    (folder / "backups").mkdir()
    (folder / "backups" / "b.db").touch()
    made = NOW.timestamp() - days * 86_400
    os.utime(folder / "backups" / "b.db", (made, made))

    assert found(folder, built, "backup") == outcome


def test_no_backup_at_all_is_a_warning(folder: Path, built: Built) -> None:
    assert found(folder, built, "backup") == ("warning", "none")


@pytest.mark.parametrize("files", [[], ["b.db"]])
def test_no_good_backup_for_two_days_is_a_fault(
    folder: Path, built: Built, files: list[str]
) -> None:
    long_ago = (NOW - timedelta(days=5)).timestamp()
    spoil_rows(folder / "kansenbode.db", "UPDATE event SET at = '2026-10-28 09:00:00.000000'")
    (folder / "backups").mkdir()
    for name in files:
        (folder / "backups" / name).touch()
        os.utime(folder / "backups" / name, (long_ago, long_ago))

    assert found(folder, built, "backup") == ("fault", "old" if files else "none")


def test_backup_that_another_machine_made_counts(folder: Path, built: Built) -> None:
    with Store(folder / "kansenbode.db", lambda: NOW - timedelta(hours=30)) as store:
        store.run(tick_done, TICK, name="back_up")

    assert found(folder, built, "backup") == ("ok", "recent")


def test_who_is_backed_up_elsewhere_is_not_asked_for_one(folder: Path, built: Built) -> None:
    (folder / ".env").write_text("KANSENBODE_BACKUP_ELSEWHERE=true\n")

    assert found(folder, built, "backup") == ("ok", "elsewhere")


@pytest.mark.parametrize(
    ("hours", "outcome"), [(None, ("ok", "done")), (23, ("ok", "waits")), (25, ("fault", "late"))]
)
def test_what_was_forgotten_and_is_not_wiped_within_a_day_is_a_fault(
    folder: Path, built: Built, hours: int | None, outcome: tuple[str, str]
) -> None:
    if hours is not None:
        Unwiped(folder).mark(NOW - timedelta(hours=hours))

    assert found(folder, built, "wipe") == outcome


def test_how_far_wiping_is_and_what_is_in_the_way_is_told(
    folder: Path, built: Built, type_: Callable[..., Shown]
) -> None:
    Unwiped(folder).mark(utc_now() - timedelta(days=3))
    Unwiped(folder).note(Progress(Unwiped(folder).marks(), ["address", "person"], 50, "room"))

    shown = " ".join(type_("doctor").out.split())

    assert (
        "In de weg staat: de schijf is te vol. Niemand kan het nog zien. Gedaan: 2 van 50 tabellen."
        in shown
    )
    assert f"→ Neem weg wat in de weg staat, en dan: kansenbode wipe --data {folder}" in shown


@pytest.mark.parametrize(
    ("setting", "outcome"),
    [("", ("warning", "none")), ("KANSENBODE_STAFF=bo@waterdam.example", ("fault", "unknown"))],
)
def test_a_colleague_who_is_set_must_be_known(
    folder: Path, built: Built, setting: str, outcome: tuple[str, str]
) -> None:
    (folder / ".env").write_text(setting)

    assert found(folder, built, "staff") == outcome


def test_a_tick_that_fails_is_a_fault(folder: Path, built: Built) -> None:
    right = found(folder, built, "tick")
    with Store(folder / "kansenbode.db") as store:
        store.run(tick_failed, TICK, name="back_up", error="BackupFailed")

    assert (right, found(folder, built, "tick")) == (("ok", "right"), ("fault", "failing"))


def test_a_message_that_was_not_kept_is_a_warning(folder: Path, built: Built) -> None:
    right = found(folder, built, "inbound")
    with Store(folder / "kansenbode.db") as store:
        store.run(
            set_aside, TICK, channel="telegram", external_id="1.7", sender="5", error="DataError"
        )

    assert (right, found(folder, built, "inbound")) == (("ok", "right"), ("warning", "aside"))


@pytest.mark.parametrize(
    ("trouble", "reason"), [("no token", "no token"), ("raise", "ConnectionError")]
)
def test_a_channel_that_does_not_work_is_a_fault(
    folder: Path, built: Built, trouble: str, reason: str
) -> None:
    built.trouble = trouble

    assert built.examined(folder, NOW)[-1] == DoctorFinding(
        "channel", "fault", "wrong", {"name": "web", "reason": reason}
    )


def test_every_text_that_is_no_good_news_names_what_helps() -> None:
    good = {
        "right",
        "room",
        "sound",
        "known",
        "recent",
        "elsewhere",
        "done",
        "waits",
        "seen",
        "fast",
        "enough",
        "shade",
    }
    messages = [
        entry
        for entry in FluentParser().parse(sources("nl")["doctor.ftl"]).body
        if isinstance(entry, Message)
    ]

    without = {
        entry.id.name
        for entry in messages
        if not any(part.id.name == "remedy" for part in entry.attributes)
    }

    assert {name.rpartition("-")[2] for name in without} == good | {"state", "line", "help"}
