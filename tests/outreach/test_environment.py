"""Where a user keeps data, as far as the machine says so."""

from pathlib import Path

import pytest

from outreach.environment import data_folder


@pytest.mark.parametrize(
    ("chosen", "environment", "folder"),
    [
        (Path("/chosen"), {"KANSENBODE_DATA": "/named"}, Path("/chosen")),
        (None, {"KANSENBODE_DATA": "/named"}, Path("/named")),
        (None, {"XDG_DATA_HOME": "/home/data"}, Path("/home/data/kansenbode")),
        (None, {"XDG_DATA_HOME": "not/absolute"}, Path.home() / ".local" / "share" / "kansenbode"),
        (Path("~/here"), {}, Path.home() / "here"),
    ],
)
def test_the_data_folder_is_chosen_else_named_else_the_users_own(
    chosen: Path | None, environment: dict[str, str], folder: Path
) -> None:
    assert data_folder(chosen, environment) == folder
