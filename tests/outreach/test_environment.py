"""Where a user keeps data and which language they read, as far as the machine says so."""

from pathlib import Path

import pytest

from outreach.environment import data_folder, system_language


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


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "nl_NL"}, "nl"),
        ({"LC_ALL": "nl", "LANG": "en"}, "nl"),
        ({"LANG": "C.UTF-8"}, "C"),
        ({}, ""),
    ],
)
def test_the_language_of_the_system_is_read_from_its_locale(
    environment: dict[str, str], language: str
) -> None:
    assert system_language(environment) == language
