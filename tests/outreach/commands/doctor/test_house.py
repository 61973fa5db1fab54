"""Embarrassing faults are found: sample settings, readable files, nobody who is told."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from content.texts import Texts
from outreach.commands.terminal import Printer
from outreach.staff.staff import add_staff
from outreach.store.store import Store
from outreach.store.unit import NOBODY
from tests.outreach.commands.conftest import Built
from tests.smtp import mail_server

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
RIGHT = """
KANSENBODE_STAFF=nadia@waterdam.example
KANSENBODE_ORGANISATION=Gemeente Zuiddijk
KANSENBODE_ORGANISATION_ID=00000001002564440000
KANSENBODE_PRIVACY_CONTACT=privacy@zuiddijk.example
KANSENBODE_OCID_PREFIX=ocds-1a2b3c
KANSENBODE_MAIL_HOST=127.0.0.1
KANSENBODE_MAIL_FROM=kansenbode@zuiddijk.example
KANSENBODE_MAIL_TLS=none
"""
CHECKS = (
    "house",
    "sample",
    "code",
    "privacy",
    "address",
    "files",
    "mail",
    "told",
    "official",
    "letter",
    "logo",
    "colour",
)


def found(folder: Path, built: Built) -> list[tuple[str, str, str]]:
    rows = [row for row in built.examined(folder, NOW) if row.check in CHECKS]
    for row in rows:
        assert row.state == "ok" or row.shown(Printer(Texts(), "nl"))["remedy"]
    return [(row.check, row.state, row.found) for row in rows]


def run(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / "kansenbode.db")) as database:
        database.execute(statement)
        database.commit()


@pytest.fixture
def town(folder: Path) -> Path:
    """A data folder in which all is well but the mail server."""
    (folder / ".env").write_text(RIGHT)
    run(folder, "UPDATE opportunity SET official = 'nadia@waterdam.example'")
    for file in folder.iterdir():
        file.chmod(0o600)
    return folder


def test_folder_without_settings_has_those_of_the_sample(town: Path, built: Built) -> None:
    (town / ".env").unlink()

    assert found(town, built) == [
        ("house", "warning", "unset"),
        ("sample", "warning", "name"),
        ("sample", "warning", "code"),
        ("sample", "warning", "privacy"),
        ("sample", "warning", "ocid"),
        ("mail", "warning", "unset"),
    ]


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        ("KANSENBODE_ORGANISATION_ID=361", ("code", "fault", "odd")),
        ("KANSENBODE_ORGANISATION_ID=GM0361", ("code", "warning", "other")),
        ("KANSENBODE_ORGANISATION_ID=GM03611", ("code", "fault", "odd")),
        ("KANSENBODE_PRIVACY_CONTACT=privacy alkmaar", ("privacy", "fault", "odd")),
        ("KANSENBODE_OCID_PREFIX=ocds-xxxxxx", ("sample", "warning", "ocid")),
        ("KANSENBODE_PRIVACY_CONTACT=privacy@waterdam.example", ("sample", "warning", "privacy")),
    ],
)
def test_setting_that_would_embarrass_is_found(
    town: Path, built: Built, line: str, finding: tuple[str, ...]
) -> None:
    with (town / ".env").open("a") as env:
        env.write(line + "\n")

    assert finding in found(town, built)


def test_address_of_this_machine_is_of_no_use_in_an_app_elsewhere(
    folder: Path, built: Built
) -> None:
    before = found(folder, built)
    built.channels = ("web", "telegram")

    assert ("address", "fault", "here") not in before
    assert ("address", "fault", "here") in found(folder, built)


@pytest.mark.parametrize("contact", ["privacy@alkmaar.nl", "https://alkmaar.nl/privacy"])
def test_address_that_people_can_write_to_is_right(town: Path, built: Built, contact: str) -> None:
    with (town / ".env").open("a") as env:
        env.write(f"KANSENBODE_PRIVACY_CONTACT={contact}\n")

    assert [check for check, _, _ in found(town, built)] == ["mail"]


async def test_mail_server_is_tried(town: Path, built: Built) -> None:
    async with mail_server() as server:
        with (town / ".env").open("a") as env:
            env.write(f"KANSENBODE_MAIL_PORT={server.port}\n")
        up = await asyncio.to_thread(found, town, built)
    down = await asyncio.to_thread(found, town, built)

    assert (up, down) == ([("mail", "ok", "right")], [("mail", "fault", "wrong")])
    assert server.taken == []


@pytest.mark.parametrize("name", ["kansenbode.db", ".env"])
def test_file_that_others_may_read_is_found(town: Path, built: Built, name: str) -> None:
    (town / name).chmod(0o644)

    assert ("files", "warning", "open") in found(town, built)


def test_contact_who_is_no_colleague_is_found(town: Path, built: Built) -> None:
    run(town, "UPDATE opportunity SET official = 'nadia@waterdam.example'")
    run(town, "UPDATE opportunity SET official = 'Petra Bakker' WHERE id = 1")

    [shown] = [row for row in built.examined(town, NOW) if row.check == "official"]

    assert (shown.state, shown.found) == ("warning", "stranger")
    assert shown.facts == {"count": 1, "first": "WD-2026-01"}


def test_contact_who_left_is_found(town: Path, built: Built) -> None:
    run(town, "UPDATE opportunity SET official = 'nadia@waterdam.example' WHERE state = 'open'")
    before = found(town, built)
    run(town, "UPDATE staff SET left_at = '2026-11-02 09:00:00'")

    after = found(town, built)

    assert (
        ("official", "warning", "stranger") in before,
        ("official", "warning", "stranger") in after,
    ) == (
        False,
        True,
    )
    assert ("told", "warning", "nobody") in after


def test_house_without_anybody_to_answer_is_found(town: Path, built: Built) -> None:
    run(town, "UPDATE staff SET role = 'viewer'")

    assert ("told", "warning", "nobody") in found(town, built)


def test_house_in_which_nobody_wants_mail_is_found(town: Path, built: Built) -> None:
    with Store(town / "kansenbode.db") as store:
        email = "nadia@waterdam.example"
        store.run(add_staff, NOBODY, email=email, name="", role="administrator", notify="none")

    assert ("told", "warning", "silent") in found(town, built)


def test_mail_that_does_not_go_is_found(town: Path, built: Built) -> None:
    run(
        town,
        "INSERT INTO mail (staff_id, state, made_at, next_at, tries, reason) "
        "VALUES (1, 'planned', '2026-11-02 09:00:00', '2026-11-02 10:00:00', 4, "
        "'SMTPConnectError')",
    )

    assert ("letter", "fault", "stuck") in found(town, built)


@pytest.mark.parametrize(
    ("colour", "told"), [("#154273", "right"), ("#ffd100", "shade"), ("#FFD100", "shade")]
)
def test_shade_that_stands_for_a_colour_is_told(
    town: Path, built: Built, colour: str, told: str
) -> None:
    (town / ".env").write_text(f"{RIGHT}KANSENBODE_COLOUR={colour}\n")

    assert ("colour", "ok", told) in found(town, built)


def test_logo_that_cannot_be_shown_is_a_fault(town: Path, built: Built) -> None:
    (town / ".env").write_text(f"{RIGHT}KANSENBODE_LOGO=gone.svg\n")

    assert ("logo", "fault", "wrong") in found(town, built)
