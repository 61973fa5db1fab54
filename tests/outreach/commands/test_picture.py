"""`kansenbode opportunities picture`, typed as staff type it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.outreach.commands.conftest import Shown
from tests.photos import photo


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "tuin.png"
    path.write_bytes(photo())
    return str(path)


def test_photo_is_given_and_taken_away(type_: Callable[..., Shown], file: str) -> None:
    said = ("--alt", "Bloemen", "--alt", "en=Flowers", "--credit", "Wijkblad")

    given = type_("opportunities", "picture", "WD-2026-01", file, *said)
    removed = [type_("opportunities", "picture", "WD-2026-01", "--remove") for _ in range(2)]

    assert (given.code, "960 × 540 pixels" in given.out) == (0, True)
    assert [shown.out.strip() for shown in removed] == [
        "De foto is weg. Er staat weer een tekening.",
        "Deze kans heeft geen foto.",
    ]


def test_without_words_or_file_it_is_refused(type_: Callable[..., Shown], file: str) -> None:
    mute = type_("opportunities", "picture", "WD-2026-01", file)
    nothing = type_("opportunities", "picture", "WD-2026-01", "--alt", "Bloemen")

    assert (mute.code, "--alt" in mute.err) == (1, True)
    assert (nothing.code, "--remove" in nothing.err) == (1, True)
