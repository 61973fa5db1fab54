"""Root becomes the owner of the data folder, or reads what that owner cannot reach."""

import os
import sys
from pathlib import Path

import pytest

from outreach.commands.owner import become_owner, shut_out
from tests.owned import needs_root, owned_folder

pytestmark = needs_root
folder = pytest.fixture(owned_folder)


def test_folder_that_its_owner_cannot_reach_is_refused(folder: Path) -> None:
    folder.parent.chmod(0o700)

    refusal = shut_out(folder)

    assert refusal is not None
    assert (refusal.key, refusal.facts) == ("refusal-owner-folder", {"folder": str(folder)})
    assert (os.geteuid(), os.getegid()) == (0, 0)


def test_python_that_the_owner_may_not_read_is_named(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "python"
    closed.touch(mode=0o700)
    monkeypatch.setattr(sys, "executable", str(closed))

    refusal = shut_out(folder)

    assert refusal is not None
    assert (refusal.key, refusal.facts["file"]) == ("refusal-owner-program", str(closed))


@pytest.mark.parametrize("there", [True, False])
def test_folder_of_root_and_one_that_is_not_there_keep_root(tmp_path: Path, there: bool) -> None:
    folder = tmp_path / "town"
    if there:
        folder.mkdir()

    become_owner(folder)

    assert (shut_out(folder), os.geteuid()) == (None, 0)
