"""Nobody else on the machine reads what stands in a data folder."""

from pathlib import Path

import pytest

from outreach.store.private import make_private, open_to_others

OURS = (
    "kansenbode.db",
    "kansenbode.db-wal",
    "kansenbode.db-shm",
    "kansenbode-before-0021.db",
    "kansenbode.db.replaced",
    "erased.jsonl",
    "erased.jsonl.sum",
    "tombstone.key",
    "serve.lock",
    "backup.lock",
    "backups/kansenbode-2026-11-02.db",
    "backups/drill.db",
    "restoring/kansenbode.db",
)
THEIRS = ("notes.txt", "run.sh", "town/photo.jpg")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder that is open to all."""
    for name in (*OURS, *THEIRS, ".env"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
        (tmp_path / name).chmod(0o755)
    for name in (".", "backups", "restoring"):
        (tmp_path / name).chmod(0o755)
    return tmp_path


def modes(folder: Path, *names: str) -> set[str]:
    return {oct((folder / name).stat().st_mode & 0o777) for name in names}


def test_files_of_ours_are_closed_to_others_and_nothing_else_changes(folder: Path) -> None:
    make_private(folder)

    assert modes(folder, *OURS) == {"0o600"}
    assert modes(folder, ".", "backups", "restoring") == {"0o700"}
    assert modes(folder, *THEIRS, "town", ".env") == {"0o755"}


def test_what_is_open_is_told_with_the_settings(folder: Path) -> None:
    found = {file.relative_to(folder).as_posix() for file in open_to_others(folder)}
    make_private(folder)

    assert found == {*OURS, ".env"}
    assert [file.name for file in open_to_others(folder)] == [".env"]


def test_link_and_a_folder_that_all_share_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "other.db").touch()
    (tmp_path / "other.db").chmod(0o644)
    (tmp_path / "data" / "kansenbode.db").symlink_to(tmp_path / "other.db")
    (tmp_path / "data").chmod(0o1777)

    make_private(tmp_path / "data")

    assert (modes(tmp_path, "other.db"), modes(tmp_path, "data")) == ({"0o644"}, {"0o777"})
