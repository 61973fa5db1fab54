"""`kansenbode interests files`: what was sent along with an interest."""

from collections.abc import Callable
from pathlib import Path

import pytest

from outreach.attachments.accepted import accepted
from outreach.attachments.attachment import About, Allowance, Sent, attach
from outreach.delivery.inbound import take_in
from outreach.store.store import Store
from outreach.store.unit import Actor, Unit
from tests.attached import jpeg
from tests.outreach.commands.conftest import Shown
from tests.people import number_of


@pytest.fixture
def sent(fatima: Actor, folder: Path) -> None:
    """Fatima sent two photos along, and a file that was not accepted."""
    photo = Sent("photo", "../tuin.jpg", accepted(jpeg()))
    with Store(folder / "kansenbode.db") as store:
        for number, each in enumerate((photo, photo, Sent("file", "spel.exe", refused="kind"))):
            store.run(send_along, fatima, number=number, sent=each)


def send_along(unit: Unit, *, number: int, sent: Sent) -> None:
    inbound = take_in(unit, channel="web", external_id=f"m{number}", address=1, text="")
    here = {"inbound": inbound or 0, "address": 1, "person": number_of(unit.actor)}
    attach(unit, **here, sent=sent, about=About(1, 1), allowance=Allowance())


def test_what_was_sent_along_is_listed(type_: Callable[..., Shown], sent: None) -> None:
    shown, as_json = (
        type_("interests", "show", "1"),
        type_("interests", "show", "1", "--json").json[0],
    )

    assert "Er zijn 3 foto’s, spraakberichten of bestanden meegestuurd." in shown.out
    assert [(item["number"], item["name"], item["state"]) for item in as_json["media"]] == [
        (1, "tuin.jpg", "kept"),
        (2, "tuin.jpg", "kept"),
        (3, "spel.exe", "refused"),
    ]


def test_what_was_sent_along_is_written_to_a_folder_for_our_user_alone(
    type_: Callable[..., Shown],
    sent: None,
    tmp_path: Path,
    events: Callable[[], list[tuple[str, str, dict[str, int]]]],
) -> None:
    shown = type_("interests", "files", "1", "--to", str(tmp_path / "mee"))

    files = sorted((tmp_path / "mee").iterdir())
    assert [file.name for file in files] == ["1-tuin.jpg", "2-tuin.jpg"]
    assert [file.read_bytes() for file in files] == [jpeg()] * 2
    assert [oct(file.stat().st_mode & 0o777) for file in files] == ["0o600"] * 2
    assert shown.out.startswith("Er staan 2 bestanden in ")
    assert events()[-1] == ("staff:1", "attachment.read", {"interest": 1})


def test_file_that_is_there_is_not_overwritten(
    type_: Callable[..., Shown], sent: None, tmp_path: Path
) -> None:
    (tmp_path / "2-tuin.jpg").write_text("mijn eigen tuin")

    shown = type_("interests", "files", "1", "--to", str(tmp_path))

    assert shown.code == 1
    assert (tmp_path / "2-tuin.jpg").read_text() == "mijn eigen tuin"
    assert not (tmp_path / "1-tuin.jpg").exists()


def test_nothing_is_written_where_nothing_was_sent(
    type_: Callable[..., Shown], fatima: Actor, tmp_path: Path
) -> None:
    shown = type_("interests", "files", "1", "--to", str(tmp_path / "mee"))

    assert shown.out == "Er is niets meegestuurd dat bewaard is.\n"
    assert not (tmp_path / "mee").exists()


def test_nothing_is_said_of_photos_where_none_came(
    type_: Callable[..., Shown], fatima: Actor
) -> None:
    assert "meegestuurd" not in type_("interests", "show", "1").out
